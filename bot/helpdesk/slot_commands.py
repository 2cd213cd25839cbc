"""The command `partneris slots`: who comes on a consultation day."""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import io
import re
import sys

from bot import clock, database
from bot.helpdesk import calendar_file, officers, slots
from bot.helpdesk.officers import Officer
from bot.helpdesk.slots import Booking
from bot.responses import Speaker
from core import call as calls
from core.call import Call

WRONG_INPUT = 2
"""Exit status."""
FILES = ("format", "slots")
"""The sentence files that speak of slots."""
COLUMNS = ("time", "officer", "field", "name", "contact", "about")
_FORMULA = re.compile(r"[=@＝＋－＠\t\r\n-]|\+(?![\d ]+$)")
"""How a cell begins that a spreadsheet would work out; a telephone number is none."""


def show(options: argparse.Namespace) -> int:
    """Print the bookings of a day as a table, as CSV, or as a calendar file."""
    database.upgrade()
    call = calls.newest()
    now = clock.now(call.timezone)
    try:
        day, officer = _day(options.day, call, now), _officer(options.officer)
    except (LookupError, ValueError) as error:
        print(f"partneris: {error}", file=sys.stderr)
        return WRONG_INPUT
    speaker = Speaker(call, options.language, now.date(), FILES)
    if options.format == "ics":
        booked = slots.day_list(officer, day, with_cancelled=True)
        sys.stdout.buffer.write(calendar_file.day_file(booked, call, speaker))
        return 0
    rows = [cells(booking, call, speaker) for booking in slots.day_list(officer, day)]
    heads = [speaker.phrase(f"slots-head-{name}") for name in COLUMNS]
    if options.format == "csv":
        print(_csv([heads, *rows]), end="")
    elif rows:
        print(_table([heads, *rows]))
    else:
        print(speaker.phrase("slots-no-bookings", day=day.isoformat()))
    return 0


def cells(booking: Booking, call: Call, speaker: Speaker) -> list[str]:
    """Return what is shown of a booking, in the order of `COLUMNS`."""
    start, end = (
        speaker.time(each.astimezone(call.timezone).time())
        for each in (booking.starts_at, booking.ends_at)
    )
    told = (booking.name, booking.contact, booking.about)
    return [
        f"{start}–{end}",
        booking.officer,
        speaker.phrase("field-name", field=booking.field),
        *(" ".join((each or "").split()) for each in told),
    ]


def default_day(call: Call, now: dt.datetime) -> dt.date | None:
    """Return the consultation day that is next or now, else the last one; none where none is."""
    days = sorted(day.day for day in call.helpdesk.consultation_days)
    return next((day for day in days if day >= now.date()), days[-1] if days else None)


def _day(given: str | None, call: Call, now: dt.datetime) -> dt.date:
    if given:
        try:
            return dt.date.fromisoformat(given)
        except ValueError:
            raise ValueError(f"'{given}' is not a day such as 2020-03-17") from None
    if day := default_day(call, now):
        return day
    raise LookupError("the call has no consultation day; name one with --day")


def _officer(email: str | None) -> Officer | None:
    if email is None:
        return None
    wanted = email.strip().lower()
    found = next((each for each in officers.everybody() if each.email == wanted), None)
    if found is None:
        raise LookupError(f"no officer {email}")
    return found


def _csv(rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([[_harmless(cell) for cell in row] for row in rows])
    return text.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _table(rows: list[list[str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
    return "\n".join(
        "  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
