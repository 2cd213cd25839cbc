"""Whether somebody is there for a field, and how long the wait is: told honestly or not at all."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from bot.helpdesk import officers, tickets
from bot.helpdesk.officers import Officer
from bot.helpdesk.tickets import Ticket
from core import opening
from core.call import Call, FieldId, Holiday

_FEWEST = 3
"""Tickets that must have ended before a wait is told; below, only the place in the queue."""
_LAST = 20


@dataclass(frozen=True)
class Duty:
    """Who is there for a field at a moment."""

    officers: list[Officer]
    """Those who are there now and serve the field."""
    open_now: bool
    """Whether these are the helpdesk's hours."""
    opens: dt.datetime | None
    """When it opens next, in the agency's time zone."""
    holiday: Holiday | None

    @property
    def anybody(self) -> bool:
        """Whether somebody is there."""
        return bool(self.officers)


def duty(call: Call, field: FieldId | None, now: dt.datetime) -> Duty:
    """Return who is there for a field; `now` is in the agency's time zone."""
    return Duty(
        officers=officers.on_duty(field),
        open_now=opening.is_open(call.helpdesk, now),
        opens=opening.next_opening(call.helpdesk, now),
        holiday=opening.holiday(call.helpdesk, now.date()),
    )


@dataclass(frozen=True)
class Wait:
    """The wait of a ticket."""

    ahead: int
    """People who wait before this one."""
    minutes: int | None
    """The likely wait, at least 1; none where too few tickets tell."""


def wait(ticket: Ticket) -> Wait:
    """Return the wait of a ticket: those before it and it, shared among the officers there.

    Each officer holds several conversations at once; that the likely wait is worked out as if they
    came one after the other makes it longer than it is, never shorter.
    """
    before = tickets.ahead(ticket)
    times = tickets.handling_times(ticket.field, _LAST)
    there = len(officers.on_duty(ticket.field))
    if len(times) < _FEWEST or not there:
        return Wait(before, None)
    mean = sum(times, dt.timedelta()) / len(times)
    return Wait(before, max(1, math.ceil(mean.total_seconds() * (before + 1) / there / 60)))
