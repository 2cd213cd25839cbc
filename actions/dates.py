"""Deadline, start window, latest end."""

from __future__ import annotations

import datetime as dt

from actions.base import TopicAction, Turn, finish
from actions.said import day_span
from bot.responses import Answer, Speaker
from core import eligibility
from core.call import Moment


class ActionDeadline(TopicAction):
    """Until when to apply: the moment in force, the earlier one, and how many days are left."""

    topic = "deadline"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        moved = bool(turn.call.facts["deadline"].earlier(turn.day))
        speaker.say("deadline-moved" if moved else "deadline")
        say_time_left(speaker, turn)
        return finish(speaker, self.topic)


def say_time_left(speaker: Speaker, turn: Turn) -> None:
    """Add that the call has closed, or how many days are left."""
    deadline = turn.call.value("deadline", turn.day).value
    assert isinstance(deadline, Moment)
    last = deadline.aware.astimezone(turn.call.timezone).date()
    if turn.closed:
        speaker.say("deadline-closed", day=last.isoformat())
    elif last == turn.day:
        speaker.say("deadline-today")
    else:
        speaker.say("deadline-left", days=(last - turn.day).days)


class ActionStartWindow(TopicAction):
    """When a project may start; a named day or month gets a verdict."""

    topic = "start_window"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        if span := named_start(turn):
            verdict = eligibility.start(turn.call, turn.day, *span)
            key = "start-inside" if verdict.allowed else "start-outside"
            speaker.say(key, day=written(span))
        speaker.say("start-window")
        return finish(speaker, self.topic)


class ActionLatestEnd(TopicAction):
    """By when a project must be over; with a start, how many months fit."""

    topic = "latest_end"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker().say("latest-end")
        span = named_start(turn)
        if span and eligibility.start(turn.call, turn.day, *span).allowed:
            months = eligibility.latest_months(turn.call, turn.day, span[0])
            speaker.say("latest-end-from", day=span[0].isoformat(), months=months)
        else:
            speaker.say("latest-end-months")
        return finish(speaker, self.topic)


def named_start(turn: Turn) -> tuple[dt.date, dt.date] | None:
    """Return first and last day of the first date that was named."""
    opens = turn.call.value("start_first", turn.day).value
    assert isinstance(opens, dt.date)
    for date in turn.said.date:
        if span := day_span(date, opens.year):
            return span
    return None


def written(span: tuple[dt.date, dt.date]) -> str:
    """Return a day, or the month where the span is one, as `DATE` in a sentence reads it."""
    first, last = span
    return first.isoformat() if first == last else f"{first:%Y-%m}"
