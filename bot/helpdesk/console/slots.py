"""The console's page of a consultation day: who comes when, and the day for a calendar."""

from __future__ import annotations

import asyncio
import datetime as dt

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot import clock
from bot.helpdesk import calendar_file, officers, slots
from bot.helpdesk.console.gate import signed_in
from bot.helpdesk.console.pages import page, speaker_of
from bot.helpdesk.officers import Officer
from bot.helpdesk.slot_commands import COLUMNS, cells, default_day
from core import call as calls

EVERYBODY = "all"
"""Stands in the address for the list of all officers."""


async def slots_page(request: Request) -> HTTPResponse:
    """Show a day's bookings: the officer's own, a colleague's, or all."""
    call = calls.newest()
    entered = signed_in(request).officer
    day, everybody = _day(request), await asyncio.to_thread(officers.everybody)
    officer = _officer(request, everybody)
    booked = await asyncio.to_thread(slots.day_list, officer, day) if day else []
    speaker = speaker_of(entered.language)
    known = {each.day for each in call.helpdesk.consultation_days}
    values = {
        "day": day.isoformat() if day else None,
        "days": sorted(each.isoformat() for each in known),
        "columns": COLUMNS,
        "rows": [(booking, cells(booking, call, speaker)) for booking in booked],
        "chosen": officer,
        "colleagues": [each for each in everybody if each.fields],
        "everybody": EVERYBODY,
        "count": 0,
    }
    return page(request, "slots.html", values)


async def slots_file(request: Request) -> HTTPResponse:
    """Hand over a day's bookings for a calendar."""
    day, everybody = _day(request), await asyncio.to_thread(officers.everybody)
    if day is None:
        return response.empty(status=404)
    officer = _officer(request, everybody)
    booked = await asyncio.to_thread(slots.day_list, officer, day, with_cancelled=True)
    speaker = speaker_of(signed_in(request).officer.language)
    content = calendar_file.day_file(booked, calls.newest(), speaker)
    headers = {"Content-Disposition": f'attachment; filename="{day.isoformat()}.ics"'}
    return response.raw(content, content_type=calendar_file.MEDIA_TYPE, headers=headers)


def _day(request: Request) -> dt.date | None:
    """Return the day that the address names, else the next one."""
    call = calls.newest()
    try:
        return dt.date.fromisoformat(request.args.get("day") or "")
    except ValueError:
        return default_day(call, clock.now(call.timezone))


def _officer(request: Request, everybody: list[Officer]) -> Officer | None:
    """Return whose list is wanted; none: everybody's.

    Where the address names nobody it is that of who asks; whom nobody books sees everybody's.
    """
    wanted = request.args.get("officer") or ""
    if wanted == EVERYBODY:
        return None
    entered = signed_in(request).officer
    own = entered if entered.fields else None
    return next((each for each in everybody if str(each.id) == wanted), own)


ROUTES = (
    ("GET", "/slots", slots_page),
    ("GET", "/slots/day.ics", slots_file),
)
"""Method, path and handler of the page and its file; the console's gate stands before them."""
