"""The console's page of what was learned; for heads of unit only."""

from __future__ import annotations

import asyncio
import datetime as dt
import re
from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot import clock
from bot.helpdesk.console import gate
from bot.helpdesk.console.gate import signed_in
from bot.helpdesk.console.pages import number_of, page, speaker_of
from bot.helpdesk.report import contents, export, review
from bot.helpdesk.report.collect import collect
from bot.helpdesk.report.figures import Period, figures, turns
from bot.helpdesk.report.page import values
from bot.helpdesk.report.plots import PLOTS, plot
from bot.helpdesk.report.words import intent_words
from bot.responses import LANGUAGES, Speaker
from core import call as calls
from core.call import Language

Handler = Callable[..., Coroutine[Any, Any, HTTPResponse]]
PATH = f"{gate.HOME}/report"
_DAYS = 30
"""Of the period that is shown at first."""
_FILE = re.compile(r"\d{4}-\d\d-\d\d-\d{1,6}\.yml", re.ASCII)


class _NoDayError(ValueError):
    """What was given as a day is none."""


def _for_heads(handler: Handler) -> Handler:
    """Let heads of unit in, and say kindly to others that the page is not theirs."""

    @wraps(handler)
    async def guarded(request: Request, **named: str) -> HTTPResponse:
        if signed_in(request).officer.role != "head":
            return page(request, "report_closed.html", {"count": 0}, status=403)
        return await handler(request, **named)

    return guarded


@_for_heads
async def show(request: Request) -> HTTPResponse:
    """Show what was learned in a period."""
    try:
        period = _period_of_address(request)
    except _NoDayError:
        return await _page(request, _newest(), problem="bad-day", status=422)
    await asyncio.to_thread(collect, request.app.ctx.agent.tracker_store)
    return await _page(request, period, added=_added(request))


@_for_heads
async def picture(request: Request, name: str) -> HTTPResponse:
    """Return a picture of the report."""
    chosen = next((each for each in PLOTS if each == name), None)
    if chosen is None:
        return response.empty(status=404)
    try:
        period = _period_of_address(request)
    except _NoDayError:
        return response.empty(status=404)
    speaker = speaker_of(signed_in(request).officer.language)

    def draw() -> bytes:
        timezone = calls.newest().timezone
        return plot(chosen, figures(turns(period, timezone), period, timezone), speaker)

    return response.raw(await asyncio.to_thread(draw), content_type="image/png")


@_for_heads
async def table(request: Request, name: str) -> HTTPResponse:
    """Return the report as a table for a spreadsheet."""
    try:
        period = _period_of_address(request)
    except _NoDayError:
        return response.empty(status=404)
    make = {
        "messages.csv": lambda: export.messages(turns(period, calls.newest().timezone)),
        "questions.csv": lambda: export.questions(contents.report(period).groups),
    }.get(name)
    if make is None:
        return response.empty(status=404)
    content = await asyncio.to_thread(make)
    return response.raw(
        content.encode(export.ENCODING),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@_for_heads
async def add(request: Request) -> HTTPResponse:
    """Write a group's messages into a file for review."""
    form = request.form
    try:
        period = _period(form.get("from") or "", form.get("to") or "")
    except _NoDayError:
        return await _page(request, _newest(), problem="bad-day", status=422)
    language: Language | None = next(
        (each for each in LANGUAGES if each == form.get("language")), None
    )
    group = await asyncio.to_thread(contents.group, period, str(form.get("group") or ""))
    if group is None or language is None:
        return await _page(request, period, problem="no-group", status=409)
    day = clock.now(calls.newest().timezone).date()
    intent = str(form.get("intent") or "")
    try:
        added = await asyncio.to_thread(review.add, group, intent, language, day)
    except review.RefusedError as error:
        return await _page(request, period, problem=error.reason.replace("_", "-"), status=422)
    done = {"file": added.path.name, "number": len(added.texts), "left_out": len(added.left_out)}
    return response.redirect(f"{PATH}?{_query(period, **done)}", status=303)


def _added(request: Request) -> dict[str, str | int] | None:
    """Return what a redirect after `add` tells of; nothing else from an address is shown."""
    file = request.args.get("file") or ""
    number, left_out = (number_of(request.args.get(name)) for name in ("number", "left_out"))
    if not _FILE.fullmatch(file) or number is None or left_out is None:
        return None
    return {"file": file, "number": number, "left_out": left_out}


async def _page(
    request: Request,
    period: Period,
    *,
    problem: str | None = None,
    added: dict[str, str | int] | None = None,
    status: int = 200,
) -> HTTPResponse:
    speaker = speaker_of(signed_in(request).officer.language)
    report = await asyncio.to_thread(contents.report, period)
    days = _query(period)
    shown = values(report, speaker, lambda name: f"{PATH}/pictures/{name}?{days}") | {
        "form": {"intents": _choices(speaker)},
        "days": days,
        "problem": problem,
        "added": added,
        "today": clock.now(calls.newest().timezone).date().isoformat(),
        "count": 0,
    }
    return page(request, "report_page.html", shown, status=status)


def _choices(speaker: Speaker) -> list[tuple[str, str]]:
    """Return the intents with their words, by the alphabet."""
    named = [(intent, intent_words(speaker, intent)) for intent in review.intents()]
    return sorted(named, key=lambda each: each[1].casefold())


def _period_of_address(request: Request) -> Period:
    """Return the period that an address names: empty days are no bounds, no days the last month."""
    given = request.get_args(keep_blank_values=True)
    if "from" not in given and "to" not in given:
        return _newest()
    return _period(given.get("from") or "", given.get("to") or "")


def _period(first: str, last: str) -> Period:
    """Return a period of typed days.

    Raises:
        _NoDayError: one of them is none.
    """
    try:
        return Period(first=_day(first), last=_day(last))
    except ValueError:
        raise _NoDayError from None


def _day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def _newest() -> Period:
    today = dt.datetime.now(calls.newest().timezone).date()
    return Period(first=today - dt.timedelta(days=_DAYS))


def _query(period: Period, **more: object) -> str:
    return urlencode({"from": period.first or "", "to": period.last or "", **more})


ROUTES: tuple[tuple[str, str, Handler], ...] = (
    ("GET", "/report", show),
    ("POST", "/report", add),
    ("GET", "/report/pictures/<name>", picture),
    ("GET", "/report/tables/<name>", table),
)
"""Method, path below the console's, and handler."""
