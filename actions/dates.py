"""Deadline, start window, latest end, length."""

from __future__ import annotations

import datetime as dt

from actions.base import TopicAction, finish
from actions.counts import whole
from actions.said import day_span
from actions.turn import Turn
from bot.responses import Answer, Speaker
from core import judgements
from core.call import in_force


class ActionDeadline(TopicAction):
    """Until when to apply: the moment in force, the earlier one, and how many days are left."""

    topic = "deadline"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        last = turn.deadline.date()
        self._judge(speaker, turn, last)
        moved = bool(turn.call.facts["deadline"].earlier(turn.day))
        if turn.closed:
            speaker.say("deadline-was-moved" if moved else "deadline-was")
            return finish(speaker, self.topic)
        speaker.say("deadline-moved" if moved else "deadline")
        self._say_time_left(speaker, turn, last)
        return finish(speaker, self.topic)

    def _judge(self, speaker: Speaker, turn: Turn, last: dt.date) -> None:
        """Say whether a named day is too late; an earlier one may be any day."""
        span = named_day(turn, last.year)
        if span and span[0] > last:
            speaker.say("deadline-too-late", day=written(span))
        elif span == (last, last):
            speaker.say("deadline-last-day", day=written(span))

    def _say_time_left(self, speaker: Speaker, turn: Turn, last: dt.date) -> None:
        if last == turn.day:
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
            verdict = judgements.start(turn.call, turn.day, *span)
            key = "start-inside" if verdict.allowed else "start-outside"
            speaker.say(key, day=written(span))
            if (months := whole(turn.said.months)) and verdict.allowed:
                judge_length(speaker, turn, months)
        speaker.say("start-window")
        say_longest_from(speaker, turn)
        return finish(speaker, self.topic)


class ActionLatestEnd(TopicAction):
    """By when a project must be over; with a start, how many months fit."""

    topic = "latest_end"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker, months = turn.speaker(), whole(turn.said.months)
        if months and named_start(turn) and turn.names("months"):
            judge_length(speaker, turn, months)
            if fits_start(turn, months):
                speaker.say("latest-end")
                return finish(speaker, self.topic)
        speaker.say("latest-end")
        if not say_longest_from(speaker, turn):
            speaker.say("latest-end-months")
        return finish(speaker, self.topic)


class ActionDuration(TopicAction):
    """How long a project may be; named months get a verdict, by the field where it is known."""

    topic = "duration"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        if months := whole(turn.said.months):
            judge_length(speaker, turn, months)
        if not months or not fits_start(turn, months):
            say_longest_from(speaker, turn)
        speaker.say("duration")
        return finish(speaker, self.topic)


def judge_length(speaker: Speaker, turn: Turn, months: int) -> None:
    """Say whether a length fits, with the start that was named: all end by the same day."""
    if fits_start(turn, months):
        say_duration(speaker, turn, months)
        return
    speaker.say("duration-ends-too-late", months=months)


def fits_start(turn: Turn, months: int) -> bool:
    """Tell whether a length ends in time with the start that was named, if any was."""
    begins = named_start(turn)
    return not begins or judgements.latest_end(turn.call, turn.day, begins[0], months).allowed


def say_duration(speaker: Speaker, turn: Turn, months: int) -> None:
    """Say whether a length fits; where that depends on a field that is not known, say so."""
    verdict = judgements.duration(turn.call, turn.day, months, turn.field)
    speaker.say(f"{verdict.code.replace('_', '-')}", months=months, field=turn.field)
    speaker.rest_on(*verdict.rests_on)
    if turn.field or not verdict.allowed:
        return
    for field in in_force(turn.call.fields, turn.day):
        if not judgements.duration(turn.call, turn.day, months, field.id).allowed:
            speaker.say("duration-not-in-field", field=field.id)


def say_longest_from(speaker: Speaker, turn: Turn) -> bool:
    """Say how long a project may be that begins on the day that was named; tell if one was."""
    span = named_start(turn)
    if span is None or not judgements.start(turn.call, turn.day, *span).allowed:
        return False
    months = judgements.latest_months(turn.call, turn.day, span[0])
    speaker.say("latest-end-from", day=span[0].isoformat(), months=months)
    return True


def named_start(turn: Turn) -> tuple[dt.date, dt.date] | None:
    """Return first and last day of the first date that was named."""
    opens = turn.call.value("start_first", turn.day).value
    assert isinstance(opens, dt.date)
    span = named_day(turn, opens.year)
    # nobody begins before applying: who names January means the one after
    past = span and span[0] < turn.deadline.date()
    return named_day(turn, opens.year + 1) if past else span


def named_day(turn: Turn, year: int) -> tuple[dt.date, dt.date] | None:
    """Return first and last day of the first date that was named; `year` where it has none."""
    for date in turn.said.date:
        if span := day_span(date, year):
            return span
    return None


def written(span: tuple[dt.date, dt.date]) -> str:
    """Return a day, or the month where the span is one, as `DATE` in a sentence reads it."""
    first, last = span
    return first.isoformat() if first == last else f"{first:%Y-%m}"
