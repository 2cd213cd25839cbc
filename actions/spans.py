"""Days and months that a message names: a project's start, its first and last day."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from actions.said import day_span
from actions.turn import Turn

Span = tuple[dt.date, dt.date]
"""First and last day: both the same for a day, the month's where no day was named."""


def first_start(turn: Turn) -> dt.date:
    """Return the first day on which a project may start."""
    opens = turn.call.value("start_first", turn.day).value
    assert isinstance(opens, dt.date)
    return opens


def named_period(turn: Turn) -> Span | None:
    """Return first and last day of the project, where both were named."""
    return turn.said.period(first_start(turn).year)


def named_start(turn: Turn) -> Span | None:
    """Return first and last day of the date that was named as the start, else of the first."""
    if len(turn.said.date) > 1 and (start := _date_of_start(turn)):
        turn = replace(turn, said=turn.said.model_copy(update={"date": [start]}))
    opens = first_start(turn)
    span = named_day(turn, opens.year)
    # nobody begins before applying: who names January means the one after
    past = span and span[0] < turn.deadline.date()
    return named_day(turn, opens.year + 1) if past else span


def case_start(turn: Turn) -> Span | None:
    """Return first and last day of the start, as it is named now or was told before."""
    if turn.said.date and (span := named_start(turn)):
        return span
    told = turn.case.start or (turn.plan.start.isoformat() if turn.plan.start else None)
    return day_span(told, first_start(turn).year) if told else None


def _date_of_start(turn: Turn) -> str | None:
    """Return the date that stands in the clause of a word for the start: 'we begin on 1 May'.

    In September there is a feast, in October they build.
    """
    message = turn.message
    starts = [each for each in message.marks if each["word"] == "starts"]
    dates = [each for each in message.entities if each["entity"] == "date"]
    near = [
        (abs(date["start"] - word["end"]), str(date["value"]))
        for date in dates
        for word in starts
        if not message.parted(*sorted((word["end"], date["start"])))
    ]
    return min(near)[1] if near else None


def named_day(turn: Turn, year: int) -> Span | None:
    """Return first and last day of the first date that was named; `year` where it has none."""
    for date in turn.said.date:
        if span := day_span(date, year):
            return span
    return None


def written(span: Span) -> str:
    """Return a day, or the month where the span is one, as `DATE` in a sentence reads it."""
    first, last = span
    return first.isoformat() if first == last else f"{first:%Y-%m}"
