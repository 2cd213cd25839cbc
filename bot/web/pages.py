"""The pages of the website: what Partneris can do, the call's state, and how data are used."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from sanic import Sanic, response
from sanic.exceptions import NotFound
from sanic.request import Request
from sanic.response import HTTPResponse

from bot import clock
from bot.privacy.keeping import Keeping
from bot.responses import LANGUAGES, Speaker
from bot.web.assets import Asset
from bot.web.templates import environment
from core import call as calls
from core.call import Call, Language

FOLDER = Path(__file__).parent / "pages"
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_SENTENCES = ("format", "page", "questions", "dates")
_GROUPS = {
    "rules": ("deadline", "eligibility", "duration"),
    "priorities": ("priorities", "priority_number", "project_types"),
    "money": ("grant", "budget_categories", "travel"),
    "people": ("contacts", "consultation_day", "partner_search"),
}
"""Topics whose questions are shown as examples."""
_TEMPLATES = environment(FOLDER)


def add_pages(app: Sanic, scripts: Path, periods: Keeping) -> None:
    """Add the routes.

    Args:
        app: the application.
        scripts: the folder of the built scripts.
        periods: how long what is kept, for the page that says so.
    """
    for path in (
        scripts / "partneris.js",
        scripts / "page.js",
        FOLDER / "style.css",
        FOLDER / "icon.svg",
    ):
        add = partial(_asset, asset=Asset.read(path))
        app.add_route(add, f"/{path.name}", methods=["GET"], name=f"asset-{path.stem}")
    app.add_route(_choose_language, "/", methods=["GET"], name="start")
    for language in LANGUAGES:
        app.add_route(
            partial(_home, language=language), f"/{language}/", methods=["GET"], name=language
        )
        app.add_route(
            partial(_privacy, language=language, periods=periods),
            f"/{language}/privacy",
            methods=["GET"],
            name=f"{language}-privacy",
        )
    app.exception(NotFound)(_missing)
    app.register_middleware(_harden, "response")


def _harden(request: Request, answer: HTTPResponse) -> None:
    answer.headers.setdefault("X-Content-Type-Options", "nosniff")
    answer.headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
    answer.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)


async def _asset(request: Request, asset: Asset) -> HTTPResponse:
    return asset.respond(request)


async def _missing(request: Request, error: NotFound) -> HTTPResponse:
    """Say that there is no such page, in the language that the address begins with."""
    language: Language = "en" if request.path.startswith("/en/") else "lv"
    return _page("missing.html", _speaker(language), {}, status=404)


def language_of(request: Request) -> Language:
    """Return the browser's language; English where it speaks another, Latvian if it tells none."""
    wanted = request.headers.get("accept-language", "").lower()
    spoken = [part.strip()[:2] for part in wanted.split(",")]
    known = (each for part in spoken for each in LANGUAGES if each == part)
    return next(known, "en" if wanted else "lv")


async def _choose_language(request: Request) -> HTTPResponse:
    """Send a person to the page in their browser's language."""
    return response.redirect(f"/{language_of(request)}/", headers={"Vary": "Accept-Language"})


async def _home(request: Request, language: Language) -> HTTPResponse:
    call = calls.newest()
    now = clock.now(call.timezone)
    speaker = Speaker(call, language, now.date(), _SENTENCES)
    examples = {
        group: [speaker.button(topic).payload for topic in topics]
        for group, topics in _GROUPS.items()
    }
    origin = f"{request.scheme}://{request.host}"
    return _page(
        "home.html",
        speaker,
        {
            "examples": examples,
            "state": call_state(call, now, speaker),
            "documents": list(call.documents.values()),
            "origin": origin,
        },
    )


async def _privacy(request: Request, language: Language, periods: Keeping) -> HTTPResponse:
    return _page("privacy.html", _speaker(language), periods.model_dump())


def _speaker(language: Language) -> Speaker:
    call = calls.newest()
    return Speaker(call, language, clock.now(call.timezone).date(), _SENTENCES)


def call_state(call: Call, now: dt.datetime, speaker: Speaker) -> dict[str, str]:
    """Return whether the call is open, in words, and how many days are left."""
    deadline = call.deadline(now.date())
    if now > deadline:
        return {"name": "closed", "words": speaker.phrase("page-closed")}
    days = (deadline.date() - now.date()).days
    left = speaker.phrase("deadline-left", days=days) if days else speaker.phrase("deadline-today")
    return {"name": "open", "words": speaker.phrase("page-open"), "left": left}


def _page(
    template: str, speaker: Speaker, values: Mapping[str, Any], status: int = 200
) -> HTTPResponse:
    other = next(each for each in LANGUAGES if each != speaker.language)
    html = _TEMPLATES.get_template(template).render(
        language=speaker.language,
        other=other,
        say=speaker.phrase,
        place="privacy" if template == "privacy.html" else "",
        **values,
    )
    return response.html(
        html,
        status=status,
        headers={
            "Content-Security-Policy": CONTENT_SECURITY_POLICY,
            "Content-Language": speaker.language,
            "Cache-Control": "no-cache",
        },
    )
