"""Whose request it is, as the limits count it."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

from sanic.request import Request

_NETWORK = 64
"""Bits of an IPv6 address that tell one customer from another; the rest anybody chooses freely."""


def address_of(request: Request) -> str:
    """Return the network address that a request counts for.

    What `X-Forwarded-For` says is only believed where sanic is told how many proxies there are.
    """
    return counted(str(request.remote_addr or request.ip))


def counted(text: str) -> str:
    """Return an address as the limits count it: of IPv6, the network of the customer."""
    try:
        address = ip_address(text.strip("[]"))
    except ValueError:  # a socket's name, or what a proxy hides the address behind
        return text
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ip_network((address.packed, _NETWORK), strict=False))
