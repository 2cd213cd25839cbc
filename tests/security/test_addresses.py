"""Whose requests are counted together."""

from __future__ import annotations

import pytest

from bot.channels.addresses import counted


@pytest.mark.parametrize(
    ("address", "customer"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("[2001:db8:1:2:ffff::1]", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::1", "2001:db8:1:3::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("fe80::1%eth0", "fe80::/64"),
        ("_hidden", "_hidden"),
        ("", ""),
    ],
)
def test_of_ipv6_a_customers_network_counts_and_not_its_address(
    address: str, customer: str
) -> None:
    assert counted(address) == customer
