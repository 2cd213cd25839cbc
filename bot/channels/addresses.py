"""From where a request comes, and whose it is, as the limits count it."""

from __future__ import annotations

import hmac
from ipaddress import IPv6Address, ip_address, ip_network

from sanic.request import Request

_NETWORK = 64
"""Bits of an IPv6 address that tell one customer from another; the rest anybody chooses freely."""
_PASSED_ON = ("forwarded", "x-forwarded-for", "x-real-ip")
"""Headers with which a proxy tells that it asks for somebody else."""
_BEARER = "Bearer "


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


def is_loopback(host: str) -> bool:
    """Tell whether a host can be reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_own_machine(request: Request) -> bool:
    """Tell whether somebody on this machine asks, and no proxy on it for somebody else."""
    return is_loopback(request.ip) and not any(name in request.headers for name in _PASSED_ON)


def has_token(request: Request, token: str) -> bool:
    """Tell whether a request has a token: `Authorization: Bearer …`."""
    given = request.headers.get("authorization", "")
    wanted = f"{_BEARER}{token}"
    return bool(token) and hmac.compare_digest(
        given.encode(errors="replace"), wanted.encode(errors="replace")
    )
