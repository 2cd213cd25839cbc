"""From where a request comes."""

from __future__ import annotations

import hmac
import ipaddress

from sanic.request import Request

_PASSED_ON = ("forwarded", "x-forwarded-for", "x-real-ip")
"""Headers with which a proxy tells that it asks for somebody else."""
_BEARER = "Bearer "


def is_loopback(host: str) -> bool:
    """Tell whether a host can be reached from this machine only."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
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
