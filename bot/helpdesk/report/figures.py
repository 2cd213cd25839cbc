"""What is counted of a period: messages and what became of them, feedback, tickets, bookings."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from pydantic import BaseModel, ConfigDict
from sqlalchemy import select
from sqlalchemy.sql import Select

from bot import database
from bot.helpdesk.report.collect import State
from bot.helpdesk.report.tables import BookingFiguresRow, TicketFiguresRow, TurnRow
from bot.helpdesk.tables import OfficerRow

Counts = dict[str, int]
"""Number by name, the largest first."""

OPEN, NO_FIELD = "open", "none"
"""In place of an end or a field that there is not."""


class Period(BaseModel):
    """The days of a report, both included; none: all."""

    model_config = ConfigDict(frozen=True)

    first: dt.date | None = None
    last: dt.date | None = None

    def moments(self, timezone: ZoneInfo) -> tuple[dt.datetime | None, dt.datetime | None]:
        """Return the beginning and the end (no longer of it) in a time zone."""
        after = self.last + dt.timedelta(days=1) if self.last else None
        start, end = (
            dt.datetime.combine(day, dt.time(), timezone) if day else None
            for day in (self.first, after)
        )
        return start, end


class Turn(BaseModel):
    """A person's message as it is kept."""

    model_config = ConfigDict(frozen=True, from_attributes=True)

    conversation: str
    at: dt.datetime
    channel: str
    language: str
    intent: str
    confidence: float
    nearest: str | None
    topics: list[str]
    state: State
    helpful: bool | None
    word: str | None
    text: str | None


class Waits(BaseModel):
    """How long people waited, in seconds; none where nobody did."""

    number: int
    claim_median: float | None
    claim_p95: float | None
    answer_median: float | None
    answer_p95: float | None


class TicketFigures(BaseModel):
    """What became of the tickets that were opened in the period."""

    number: int
    contact_left: int
    reasons: Counts
    ends: Counts
    """Why they ended."""
    waits: Waits
    waits_by_field: dict[str, Waits]
    waits_by_officer: dict[str, Waits]


class Figures(BaseModel):
    """What is counted of a period."""

    conversations: int
    messages: int
    states: Counts
    topics: Counts
    refused: Counts
    """By intent."""
    languages: Counts
    channels: Counts
    helpful: int
    not_helpful: int
    hours: list[int]
    """Messages by hour of the day, in the agency's time zone."""
    tickets: TicketFigures
    booked: int
    """Consultations of the period that were booked and not cancelled."""
    cancelled: int


def turns(period: Period, timezone: ZoneInfo) -> list[Turn]:
    """Return the messages of a period, in order."""
    chosen = _within(select(TurnRow), TurnRow.at, period, timezone).order_by(TurnRow.at)
    with database.reading() as session:
        return [Turn.model_validate(row) for row in session.scalars(chosen)]


def figures(said: Sequence[Turn], period: Period, timezone: ZoneInfo) -> Figures:
    """Count the messages of a period, and its tickets."""
    hours = Counter(turn.at.astimezone(timezone).hour for turn in said)
    return Figures(
        conversations=len({turn.conversation for turn in said}),
        messages=len(said),
        states=_counted(turn.state for turn in said),
        topics=_counted(topic for turn in said for topic in turn.topics),
        refused=_counted(turn.intent for turn in said if turn.state == "refused"),
        languages=_counted(turn.language for turn in said),
        channels=_counted(turn.channel for turn in said),
        helpful=sum(turn.helpful is True for turn in said),
        not_helpful=sum(turn.helpful is False for turn in said),
        hours=[hours[hour] for hour in range(24)],
        tickets=_tickets(period, timezone),
        **_bookings(period, timezone),
    )


def _tickets(period: Period, timezone: ZoneInfo) -> TicketFigures:
    moment = TicketFiguresRow.requested_at
    chosen = _within(select(TicketFiguresRow), moment, period, timezone)
    with database.reading() as session:
        rows = list(session.scalars(chosen.order_by(moment)))
        names = dict(session.execute(select(OfficerRow.id, OfficerRow.name)).all())
    return TicketFigures(
        number=len(rows),
        contact_left=sum(row.contact_left for row in rows),
        reasons=_counted(row.reason for row in rows),
        ends=_counted(row.end_reason or OPEN for row in rows),
        waits=_waits(rows),
        waits_by_field=_by(rows, lambda row: row.field or NO_FIELD),
        waits_by_officer=_by(rows, lambda row: names.get(row.officer_id)),
    )


def _bookings(period: Period, timezone: ZoneInfo) -> Counts:
    chosen = select(BookingFiguresRow.cancelled)
    with database.reading() as session:
        cancelled = list(
            session.scalars(_within(chosen, BookingFiguresRow.starts_at, period, timezone))
        )
    return {"booked": cancelled.count(False), "cancelled": cancelled.count(True)}


def _by(
    rows: Sequence[TicketFiguresRow], name: Callable[[TicketFiguresRow], str | None]
) -> dict[str, Waits]:
    names = sorted({found for row in rows if (found := name(row)) is not None})
    return {each: _waits([row for row in rows if name(row) == each]) for each in names}


def _waits(rows: Sequence[TicketFiguresRow]) -> Waits:
    claim_median, claim_p95 = _median_and_p95(
        row.claimed_at - row.requested_at for row in rows if row.claimed_at
    )
    answer_median, answer_p95 = _median_and_p95(
        row.answered_at - row.requested_at for row in rows if row.answered_at
    )
    return Waits(
        number=len(rows),
        claim_median=claim_median,
        claim_p95=claim_p95,
        answer_median=answer_median,
        answer_p95=answer_p95,
    )


def _median_and_p95(times: Iterable[dt.timedelta]) -> tuple[float | None, float | None]:
    seconds = [time.total_seconds() for time in times]
    if not seconds:
        return None, None
    median, p95 = np.percentile(seconds, [50, 95])
    return float(median), float(p95)


def _counted(names: Iterable[str]) -> Counts:
    return dict(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))


def _within(query: Select, column: Any, period: Period, timezone: ZoneInfo) -> Select:
    start, end = period.moments(timezone)
    query = query.where(column >= start) if start else query
    return query.where(column < end) if end else query
