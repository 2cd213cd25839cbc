"""How the console's pages are made: templates, the officer's language, the navigation."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup
from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from actions.turn import PLAN
from bot import clock
from bot.helpdesk.console.gate import HOME, signed_in
from bot.helpdesk.report.page import TEMPLATES as REPORT_TEMPLATES
from bot.helpdesk.tickets import Step
from bot.responses import LANGUAGES, Speaker
from bot.web.templates import environment
from core import call as calls
from core.call import Language
from core.yaml_file import DataError

FOLDER = Path(__file__).parent
_NUMBER = re.compile(r"\d{1,9}", re.ASCII)
"""Python makes no number of thousands of digits, and no database has such ids."""
_VERSION = "VERSION"
"""What stands in the first tag of a fragment's template for its version."""


@dataclass(frozen=True)
class Place:
    """An entry of the navigation; `console-place-NAME` is its sentence."""

    name: str
    path: str
    heads_only: bool = False


PLACES = [
    Place("queue", HOME),
    Place("slots", f"{HOME}/slots"),
    Place("report", f"{HOME}/report", heads_only=True),
]
"""The navigation's entries, in order."""

_TEMPLATES = environment(FOLDER / "templates", REPORT_TEMPLATES)


def number_of(text: str | None) -> int | None:
    """Return the number that an address or a form names; none where it is none, or too large."""
    return int(text) if text and _NUMBER.fullmatch(text) else None


def speaker_of(language: Language) -> Speaker:
    """Return a speaker of all sentences, as of now."""
    call = calls.newest()
    return Speaker(call, language, clock.now(call.timezone).date())


def page(
    request: Request, template: str, values: dict[str, Any], status: int = 200
) -> HTTPResponse:
    """Return a page or fragment for the officer who is signed in."""
    return response.html(rendered(request, template, values), status=status)


def rendered(request: Request, template: str, values: dict[str, Any]) -> str:
    """Return the HTML of a template for the officer who is signed in."""
    entered = signed_in(request)
    places = [place for place in PLACES if entered.officer.role == "head" or not place.heads_only]
    return _render(
        template,
        entered.officer.language,
        values
        | {
            "officer": entered.officer,
            "csrf": entered.csrf,
            "places": places,
            "path": request.path,
        },
    )


def open_page(
    language: Language, template: str, values: dict[str, Any], status: int
) -> HTTPResponse:
    """Return a page for somebody who is not signed in."""
    html = _render(template, language, values | {"officer": None})
    return response.html(html, status=status)


def versioned(html: str) -> Markup:
    """Return a fragment whose first tag names its version, so that its next poll can tell it."""
    return Markup(html.replace(_VERSION, version(html), 1))


def unless_known(request: Request, html: str, event: str = "") -> HTTPResponse:
    """Return a fragment, or 204 where the browser shows just this one.

    Args:
        request: names the version that the browser has.
        html: the fragment.
        event: what a new version sets off in the page.
    """
    if request.args.get("have") == version(html):
        return response.empty(status=204)
    return response.html(versioned(html), headers={"HX-Trigger": event} if event else {})


def version(html: str) -> str:
    """Return the version of a fragment."""
    return hashlib.sha256(html.encode()).hexdigest()[:16]


def _render(template: str, language: Language, values: dict[str, Any]) -> str:
    speaker, timezone = speaker_of(language), calls.newest().timezone

    def at(moment: dt.datetime) -> str:
        """Word a moment: its time, and its day where it is not today's."""
        local, today = moment.astimezone(timezone), dt.datetime.now(timezone).date()
        if local.date() == today:
            return f"{local:%H:%M}"
        return speaker.phrase("console-moment", day=local.date().isoformat(), time=f"{local:%H:%M}")

    return _TEMPLATES.get_template(template).render(
        language=language,
        other=next(each for each in LANGUAGES if each != language),
        say=speaker.phrase,
        at=at,
        topic_words=partial(topic_words, speaker),
        step_words=partial(_step_words, speaker),
        call=calls.newest(),
        **values,
    )


def topic_words(speaker: Speaker, topic: str) -> str:
    """Return the question that a topic answers; a topic that no question is of has its name."""
    if topic == PLAN:
        return speaker.phrase("console-plan")
    try:
        return speaker.button(topic).title
    except DataError:
        return topic


def _step_words(speaker: Speaker, step: Step, names: Mapping[int, str]) -> str:
    """Word what happened to a ticket."""
    officer = names.get(step.officer_id) if step.officer_id else None
    name, detail = step.what.replace("_", "-"), step.detail or ""
    if step.what == "ended":
        end = speaker.phrase("console-end", reason=detail)
        return speaker.phrase("console-step-ended", officer=officer, end=end)
    if step.what == "passed_on" and detail.isdecimal():
        to = names.get(int(detail))
        return speaker.phrase("console-step-passed-to-officer", officer=officer, to=to)
    if step.what == "passed_on":
        return speaker.phrase("console-step-passed-to-field", officer=officer, to=detail)
    return speaker.phrase(f"console-step-{name}", officer=officer)
