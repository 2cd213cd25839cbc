"""Whether a message names a day before the one on which its project starts."""

from __future__ import annotations

import datetime as dt
from typing import Any

from actions.said import day_span
from actions.turn import Turn

_TWO = 2
"""Dates: the start's and the other one."""


def before_start(turn: Turn) -> bool:
    """Tell whether the message names a day before the one on which its project starts.

    'The project starts in September, may the grant pay a meeting in August?'
    """
    dates = [each for each in turn.message.entities if each["entity"] == "date"]
    starts = [each for each in turn.message.marks if each["word"] == "starts"]
    if len(dates) != _TWO or not starts or turn.message.hangs_on("ends"):
        return False
    # its date stands beside the word
    nearest = min(dates, key=lambda d: min(abs(int(d["start"]) - int(s["end"])) for s in starts))
    start = _span_of(nearest, turn)
    other = next(_span_of(each, turn) for each in dates if each is not nearest)
    return bool(start and other and other[1] < start[0])


def _span_of(entity: dict[str, Any], turn: Turn) -> tuple[dt.date, dt.date] | None:
    """Return a date's days; what names no year is the first such day after the deadline."""
    deadline = turn.deadline.date()
    span = day_span(entity["value"], deadline.year)
    past = span and span[0] < deadline
    return day_span(entity["value"], deadline.year + 1) if past else span
