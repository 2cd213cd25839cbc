"""Who may come in: sign-in, cookie, the token of each form, and limits on guessing.

The gate stands before every route whose address begins with `/console`, also those that other
modules add: a new page is closed until somebody signs in.
"""

from __future__ import annotations

import asyncio
import hmac
import secrets

from limits import parse
from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.addresses import address_of
from bot.channels.rates import Rates
from bot.helpdesk import officers
from bot.helpdesk.officers import SESSION_HOURS, SignIn
from bot.web.pages import CONTENT_SECURITY_POLICY

HOME = "/console"
SIGN_IN = f"{HOME}/sign-in"
COOKIE = "partneris_console"
ENTRY_COOKIE = "partneris_entry"
"""Ties the form of the sign-in page to the browser that asked for it."""
TOKEN_HEADER = "X-CSRF-Token"
TOKEN_FIELD = "csrf"
_READING = ("GET", "HEAD")
_POLICY = CONTENT_SECURITY_POLICY.replace("form-action 'none'", "form-action 'self'")
_OF_EMAIL = parse("10/5minute")
_OF_ADDRESS = parse("50/5minute")
"""An agency is behind one address."""


def ours(request: Request) -> bool:
    """Tell whether a request is to a page of the console."""
    route = request.route
    return route is not None and f"/{route.path}/".startswith(f"{HOME}/")


async def guard(request: Request) -> HTTPResponse | None:
    """Let in who is signed in and, where something changes, whose form it was."""
    if not ours(request):
        return None
    signed_in = await asyncio.to_thread(officers.signed_in, request.cookies.get(COOKIE))
    request.ctx.signed_in = signed_in
    if f"/{request.route.path}" == SIGN_IN:
        return None
    if signed_in is None:
        return _turn_away(request)
    if request.method not in _READING and not _same(_token(request), signed_in.csrf):
        return response.empty(status=403)
    return None


def harden(request: Request, answer: HTTPResponse) -> None:
    """Keep the console's pages out of caches and frames, and foreign scripts out of them."""
    if ours(request):
        answer.headers["Cache-Control"] = "no-store"
        answer.headers["Content-Security-Policy"] = _POLICY


def is_fragment(request: Request) -> bool:
    """Tell whether htmx asks."""
    return request.headers.get("hx-request") == "true"


def _turn_away(request: Request) -> HTTPResponse:
    if is_fragment(request):
        return response.empty(status=401, headers={"HX-Redirect": SIGN_IN})
    return response.redirect(SIGN_IN, status=303)


def _token(request: Request) -> str:
    return str(request.headers.get(TOKEN_HEADER) or request.form.get(TOKEN_FIELD) or "")


def _same(given: str, wanted: str) -> bool:
    # a header may hold signs that no text has
    return hmac.compare_digest(*(each.encode(errors="replace") for each in (given, wanted)))


# Signing in


def entry_token(request: Request) -> str:
    """Return the token of the sign-in page's form: the browser's, or a new one."""
    return str(request.cookies.get(ENTRY_COOKIE) or secrets.token_urlsafe(32))


def has_entry_token(request: Request) -> bool:
    """Tell whether the form of the sign-in page is this browser's."""
    kept = request.cookies.get(ENTRY_COOKIE)
    return bool(kept) and _same(str(request.form.get(TOKEN_FIELD) or ""), kept)


class Attempts:
    """Counts attempts to sign in."""

    def __init__(self) -> None:
        self._rates = Rates("sign-in")

    async def too_many(self, request: Request, email: str) -> bool:
        """Count an attempt; tell whether it is one too many from its address or for its e-mail."""
        return bool(
            await self._rates.beyond(_OF_ADDRESS, "address", address_of(request))
            or await self._rates.beyond(_OF_EMAIL, "email", email.strip().lower())
        )


async def enter(request: Request, email: str, password: str) -> HTTPResponse | None:
    """Sign in; return the way to the queue with a new key, or none where something is wrong."""
    entered = await asyncio.to_thread(officers.sign_in, email, password)
    if entered is None:
        return None
    await _forget(request)
    answer = response.redirect(HOME, status=303)
    set_cookie(request, answer, COOKIE, entered[0], SESSION_HOURS * 3600)
    return answer


async def leave(request: Request) -> HTTPResponse:
    """Sign out."""
    await _forget(request)
    answer = response.redirect(SIGN_IN, status=303)
    set_cookie(request, answer, COOKIE, "", 0)
    return answer


async def _forget(request: Request) -> None:
    if key := request.cookies.get(COOKIE):
        await asyncio.to_thread(officers.sign_out, key)


def set_cookie(request: Request, answer: HTTPResponse, name: str, value: str, seconds: int) -> None:
    """Give the browser a cookie that only the console's own pages get back, and no script."""
    answer.cookies[name] = value
    cookie = answer.cookies[name]
    cookie["path"] = HOME
    cookie["max-age"] = seconds
    cookie["httponly"] = True
    cookie["samesite"] = "Lax"
    cookie["secure"] = request.scheme == "https"


def signed_in(request: Request) -> SignIn:
    """Return who asks, on a route behind the gate."""
    found: SignIn = request.ctx.signed_in
    return found
