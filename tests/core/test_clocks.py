"""The deadline by other countries' clocks."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from core import clocks

NOON = dt.datetime(2020, 3, 24, 12, tzinfo=ZoneInfo("Europe/Brussels"))


@pytest.mark.parametrize(
    ("country", "hour"), [("PT", 11), ("IE", 11), ("ES", 12), ("LV", 13), ("TR", 14), ("GE", 15)]
)
def test_a_moment_by_another_clock(country: str, hour: int) -> None:
    moment = clocks.local(NOON, country, ["PT", "ES"])
    assert moment is not None
    assert (moment.hour, moment.minute) == (hour, 0)


def test_a_country_of_several_clocks_has_none() -> None:
    assert clocks.local(NOON, "RU", ["PT", "ES"]) is None
    assert clocks.local(NOON, "XX", []) is None
