"""Deadline, start window, latest end, length."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from actions import slot_times
from actions.base import Reply, TopicAction, finish
from actions.counts import whole
from actions.places import countries_of
from actions.said import day_span
from actions.spans import (
    Span,
    case_start,
    first_start,
    named_day,
    named_period,
    named_start,
    written,
)
from actions.turn import Turn
from bot.responses import Answer, Speaker
from core import clocks, judgements
from core.call import FieldId, Hours, Moment, in_force

_OF_A_DAY = Hours(opens=dt.time(8), closes=dt.time(20))
"""Hours among which a time is meant that may be of the morning or the afternoon: 'divos'."""
_MONTHS = 12
_HOURS = 24


class ActionDeadline(TopicAction):
    """Until when to apply: the moment in force, the earlier one, and how many days are left."""

    topic = "deadline"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        last = turn.deadline.date()
        of_last_day = named_day(turn, last.year) in (None, (last, last))
        late = turn.message.turns_on("late_hour") and of_last_day
        if late and _asks_of_one_hour(turn):  # 'on the 24th until midnight?'
            speaker.say("deadline-too-late-hour", asked=asked(turn))
        elif late or not (self._judge_clock(speaker, turn) or self._judge_time(speaker, turn)):
            self._judge(speaker, turn, last)
        if turn.message.turns_on("on_paper") and turn.message.turns_on("claimed"):
            speaker.say("not-on-paper")  # 'they promised that I may send it by e-mail'
        moved = bool(turn.call.facts["deadline"].earlier(turn.day))
        if turn.closed:
            speaker.say("deadline-was-moved" if moved else "deadline-was")
            return finish(speaker, self.topic)
        asks = turn.message.whether or turn.message.turns_on("true")
        if turn.message.turns_on("moved") and asks and not moved:
            speaker.say("deadline-not-moved")
        still = turn.message.turns_on("unmoved") and turn.message.asks and not turn.elsewhere
        if still and not turn.names("date"):
            speaker.say("deadline-no-longer" if moved else "deadline-still")
        speaker.say("deadline-moved" if moved else "deadline")
        self._say_abroad(speaker, turn)
        if turn.said.field and not turn.message.turns_on("unmoved"):
            speaker.say("deadline-of-all-fields")
        self._say_time_left(speaker, turn, last)
        return finish(speaker, self.topic)

    def _judge(self, speaker: Speaker, turn: Turn, last: dt.date) -> None:
        """Say whether a named day is too late; an earlier one may be any day."""
        span = named_day(turn, last.year) if turn.names("date") else None
        if span and span[0] > last:
            speaker.say("deadline-too-late", day=written(span), asked=asked(turn))
        elif span == (last, last):
            wrong = "wrong" if turn.message.ends_with("wrong") else "right"
            speaker.say("deadline-last-day", day=written(span), asked=wrong)

    def _judge_clock(self, speaker: Speaker, turn: Turn) -> bool:
        """Say whose clock shows the hour of the deadline that is named: 'is that Riga time?'."""
        message = turn.message
        riga, brussels = (
            message.turns_on(each) for each in ("asks_riga_clock", "asks_brussels_clock")
        )
        hours = slot_times.read(slot_times.undated(message.text, message.entities), _OF_A_DAY).at
        moment = turn.call.value("deadline", turn.day).value
        assert isinstance(moment, Moment)
        shown = {turn.deadline.time(): riga, moment.time: brussels}
        either = len(turn.said.town) > 1  # 'Riga time or Brussels time?' has both in the answer
        asks = message.asks and not either and riga != brussels
        if not asks or len(hours) != 1 or hours[0] not in shown:
            return False
        right = "yes" if shown[hours[0]] else "no"
        clock = "riga" if riga else "brussels"
        speaker.say("deadline-clock", time=f"{hours[0]:%H:%M}", clock=clock, right=right)
        return True

    def _judge_time(self, speaker: Speaker, turn: Turn) -> bool:
        """Say whether a time of the last day is too late: Riga's, unless Brussels is named."""
        message, deadline = turn.message, turn.deadline
        asks = message.turns_on("too") or message.whether or turn.follows
        asks = asks or (message.asks and (message.has("fits") or message.hangs_on("enough")))
        of_clock = message.asks and message.turns_on("own_clock")
        asks = asks or of_clock
        day = named_day(turn, deadline.year)
        times = slot_times.read(slot_times.undated(message.text, message.entities), _OF_A_DAY).at
        named = [int(each) for each in turn.said.number if _is_hour(each)]
        if of_clock and not times and len(named) == 1:
            times = [dt.time(named[0])]  # 'tas ir 12 pēc mūsu laika?'
        if not asks or len(times) != 1 or (day and day[0] != deadline.date()):
            return False
        country = _whose_clock(turn)
        moment = turn.call.value("deadline", turn.day).value
        assert isinstance(moment, Moment)
        last = moment.time if message.turns_on("of_the_deadline") else deadline.time()
        if country and (abroad := self._local(turn, country)):
            last = abroad.time()
        if of_clock and message.turns_on("it_is"):
            is_it = "right" if times[0] == last else "wrong"
            hours = {"asked": f"{times[0]:%H:%M}", "time": f"{last:%H:%M}"}
            speaker.say("deadline-hour", **hours, is_it=is_it)
            return True
        key = "deadline-time-fits" if times[0] <= last else "deadline-time-too-late"
        speaker.say(key, time=f"{times[0]:%H:%M}", asked=asked(turn), country=country)
        return True

    def _say_abroad(self, speaker: Speaker, turn: Turn) -> None:
        """Say what the clock shows then where people are of whom the message tells."""
        found = ((code, self._local(turn, code)) for code in _abroad(turn))
        lines = [
            speaker.phrase("deadline-local-line", country=code, time=f"{time:%H:%M}")
            for code, time in found
            if time
        ]
        if lines:
            speaker.say("deadline-local", lines="\n".join(lines))

    def _local(self, turn: Turn, country: str) -> dt.datetime | None:
        programme = turn.call.programme_countries(turn.day).countries
        return clocks.local(turn.deadline, country, programme)

    def _say_time_left(self, speaker: Speaker, turn: Turn, last: dt.date) -> None:
        if last == turn.day:
            speaker.say("deadline-today")
        else:
            speaker.say("deadline-left", days=(last - turn.day).days)


def _is_hour(number: Decimal) -> bool:
    """Tell whether a number may be an hour of the day."""
    return number == int(number) and 0 < number < _HOURS


def say_month_of_results(speaker: Speaker, turn: Turn) -> None:
    """Say in which month the results are to be expected: so many after the deadline."""
    months = turn.deadline.month - 1 + int(turn.call.number("results", turn.day))
    year, month = turn.deadline.year + months // _MONTHS, months % _MONTHS + 1
    speaker.say("results-month", day=f"{year}-{month:02}").rest_on_facts(["deadline", "results"])


def _abroad(turn: Turn) -> list[str]:
    """Return the countries abroad that are named, and that of those who ask."""
    home = [] if turn.home == turn.call.agency_country else [turn.home]
    return list(dict.fromkeys([*_named_abroad(turn), *home]))


def _named_abroad(turn: Turn) -> list[str]:
    named = []
    for each in turn.message.entities:
        if each["entity"] == "country":
            named.append(str(each["value"]))
        elif each["entity"] == "town":
            named += countries_of([str(each["value"])], turn)
    return list(dict.fromkeys(each for each in named if each != turn.call.agency_country))


def _whose_clock(turn: Turn) -> str | None:
    """Return the country abroad by whose clock a time is named: 'at 11.15 Irish time'."""
    message, named = turn.message, _named_abroad(turn)
    if message.turns_on("own_clock"):
        return turn.home if turn.home != turn.call.agency_country else None
    # 'at 12.30 their time' may be anybody's, but 'Irish time' is not
    theirs = message.turns_on("theirs_clock") or message.turns_on("of_the_deadline")
    return named[0] if len(named) == 1 and not theirs else None


def _asks_of_one_hour(turn: Turn) -> bool:
    """Tell whether a late hour alone is asked about: not 'at noon or at midnight?'."""
    message = turn.message
    return not (message.turns_on("midday") or message.denies or message.has("instead"))


class ActionStartWindow(TopicAction):
    """When a project may start; a named day or month gets a verdict, a length its latest start."""

    topic = "start_window"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker, months = turn.speaker(), whole(turn.known.months)
        span = named_start(turn)
        earliest = turn.message.turns_on("earliest") and not turn.names("date")
        if span and not earliest:  # 'so the earliest is when?'
            self._judge(speaker, turn, span)
        elif months:
            say_latest_start(speaker, turn, months)
        if turn.message.turns_on("earliest") and turn.message.turns_on("ends"):
            say_earliest_end(speaker, turn, span)
        speaker.say("start-window")
        if not span and months and self._ends_too_late(turn, months):
            speaker.say("latest-end")
        say_longest_from(speaker, turn)
        return finish(speaker, self.topic)

    def _ends_too_late(self, turn: Turn, months: int) -> bool:
        """Tell whether a project of so many months may not start at the end of the window."""
        closes = turn.call.value("start_last", turn.day).value
        return judgements.latest_start(turn.call, turn.day, months) != closes

    def _judge(self, speaker: Speaker, turn: Turn, span: Span) -> None:
        if not judgements.start(turn.call, turn.day, *span).allowed:
            say_outside(speaker, turn, span)
            starts = turn.message.turns_on("starts") or turn.message.hangs_on("starts")
            if span[1] < first_start(turn) and not starts:
                speaker.say("start-nothing-before")
            return
        told = whole(turn.said.months)
        if not told or fits_start(turn, told):  # else it is no start for so many months
            speaker.say("start-inside", day=written(span), asked=asked(turn))
        if named_period(turn):
            say_period(speaker, turn)
        elif told:
            judge_length(speaker, turn, told)


class ActionLatestEnd(TopicAction):
    """By when a project must be over; with a start, how many months fit; a named end is judged."""

    topic = "latest_end"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        if named_period(turn):
            say_period(speaker, turn)
            speaker.say("latest-end")
        elif end := named_end(turn):
            self._judge_end(speaker, turn, end)
            speaker.say("latest-end")
        else:
            self._say_by_start(speaker, turn, named_start(turn))
        return finish(speaker, self.topic)

    def _judge_end(self, speaker: Speaker, turn: Turn, span: Span) -> None:
        latest = turn.call.value("latest_end", turn.day).value
        assert isinstance(latest, dt.date)
        if span[1] > latest:
            speaker.say("end-too-late", day=written(span), asked=asked(turn))
            return
        if not self._long_enough(turn, span, turn.field):
            months = judgements.shortest_project(turn.call, turn.day, turn.field)
            speaker.say("end-too-early", day=written(span), months=months, asked=asked(turn))
            return
        speaker.say("end-fits", day=written(span), asked=asked(turn))
        for field in () if turn.field else in_force(turn.call.fields, turn.day):
            if not self._long_enough(turn, span, field.id):
                speaker.say("duration-not-in-field", field=field.id)

    def _long_enough(self, turn: Turn, span: Span, field: FieldId | None) -> bool:
        """Tell whether the shortest project that starts as early as may be is over by then."""
        earliest = judgements.earliest_end(turn.call, turn.day, first_start(turn), field)
        return span[1] >= earliest

    def _say_by_start(self, speaker: Speaker, turn: Turn, start: Span | None) -> None:
        start = start or case_start(turn)
        months = whole(turn.said.months) or turn.case.months or turn.plan.months
        asks_end = turn.message.turns_on("ends") or not turn.message.turns_on("latest")
        told = months if turn.names("months") or asks_end else None
        if turn.message.turns_on("earliest") and asks_end and not turn.names("months"):
            say_earliest_end(speaker, turn, start)
        elif told and start:
            if turn.names("months") or not fits_start(turn, told):
                judge_length(speaker, turn, told)
            if fits_start(turn, told):
                self._say_end(speaker, turn, start, told)
                speaker.say("latest-end")
                return
        elif told:
            say_latest_start(speaker, turn, told)
        speaker.say("latest-end")
        if not say_longest_from(speaker, turn):
            speaker.say("latest-end-months")

    def _say_end(self, speaker: Speaker, turn: Turn, start: Span, months: int) -> None:
        starts = judgements.start(turn.call, turn.day, *start).allowed
        if starts and judgements.duration(turn.call, turn.day, months, turn.field).allowed:
            end = judgements.end(start[0], months).isoformat()
            speaker.say("project-ends", start=start[0].isoformat(), day=end, months=months)


class ActionDuration(TopicAction):
    """How long a project may be; named months get a verdict, by the field where it is known."""

    topic = "duration"

    def reply(self, turn: Turn) -> Reply:
        """See base class; a rule that is quoted is no length of a project: 'so 36 is the most?'."""
        reply = super().reply(turn)
        if not (turn.message.turns_on("most") or turn.message.hangs_on("least")):
            return reply
        said = turn.said.model_copy(update={"months": []})
        return replace(reply, turn=replace(reply.turn, said=said))

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        shortest = turn.message.has("shortest") and not turn.names("months")
        speaker, months = turn.speaker(), None if shortest else whole(turn.said.months)
        if named_period(turn):
            say_period(speaker, turn)
        elif months and turn.message.turns_on("starts") and not turn.said.date:
            say_latest_start(speaker, turn, months)
        elif months:
            judge_length(speaker, turn, months)
        if shortest and turn.field:
            least = judgements.shortest_project(turn.call, turn.day, turn.field)
            speaker.say("duration-shortest", months=least, field=turn.field)
        elif not months or not fits_start(turn, months):
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
    begins = case_start(turn)
    return not begins or judgements.latest_end(turn.call, turn.day, begins[0], months).allowed


def say_duration(speaker: Speaker, turn: Turn, months: int) -> None:
    """Say whether a length fits; where that depends on a field that is not known, say so."""
    verdict = judgements.duration(turn.call, turn.day, months, turn.field)
    too = "too" if turn.message.turns_on("too_long_or_short") else "fits"
    key = verdict.code.replace("_", "-")
    speaker.say(key, months=months, field=turn.field, asked=too)
    speaker.rest_on(*verdict.rests_on)
    if turn.field or not verdict.allowed:
        return
    for field in in_force(turn.call.fields, turn.day):
        if not judgements.duration(turn.call, turn.day, months, field.id).allowed:
            speaker.say("duration-not-in-field", field=field.id)


def say_longest_from(speaker: Speaker, turn: Turn) -> bool:
    """Say how long a project may be that begins on the day that was named; tell if one was."""
    span = case_start(turn)
    if span is None or not judgements.start(turn.call, turn.day, *span).allowed:
        return False
    months = judgements.latest_months(turn.call, turn.day, span[0])
    speaker.say("latest-end-from", day=span[0].isoformat(), months=months)
    return True


def say_period(speaker: Speaker, turn: Turn) -> None:
    """Judge a project that was told by its first and last day, and say how many months that is."""
    period = named_period(turn)
    assert period is not None
    first, last = period
    latest = turn.call.value("latest_end", turn.day).value
    assert isinstance(latest, dt.date)
    months = judgements.months_between(first, last)
    start = named_start(turn)
    assert start is not None
    if not judgements.start(turn.call, turn.day, *start).allowed:
        say_outside(speaker, turn, start)
    elif last > latest:
        speaker.say("end-too-late", day=last.isoformat(), asked=asked(turn))
    else:
        say_duration(speaker, turn, months)
    speaker.say("period-months", first=first.isoformat(), last=last.isoformat(), months=months)


def say_outside(speaker: Speaker, turn: Turn, span: Span) -> None:
    """Say that no project may start on a day or in a month, as it was asked about."""
    if asked(turn) == "fits":
        speaker.say("start-outside", day=written(span))
        return
    key = "start-too-early" if span[0] < first_start(turn) else "start-too-late"
    speaker.say(key, day=written(span))


def say_latest_start(speaker: Speaker, turn: Turn, months: int) -> None:
    """Say by when a project of so many months must start; where it is of no such length, say so."""
    if not judgements.duration(turn.call, turn.day, months, turn.field).allowed:
        say_duration(speaker, turn, months)
        return
    latest = judgements.latest_start(turn.call, turn.day, months)
    key = "latest-start-only" if latest == first_start(turn) else "latest-start"
    speaker.say(key, day=latest.isoformat(), months=months)
    speaker.rest_on_facts(["start_last", "latest_end"])


def say_earliest_end(speaker: Speaker, turn: Turn, start: Span | None) -> None:
    """Say when the shortest project ends, also in fields whose projects must be longer."""
    first = first_start(turn)
    if start and judgements.start(turn.call, turn.day, *start).allowed:
        first = start[0]
    shortest = judgements.shortest_project(turn.call, turn.day, turn.field)
    end = judgements.earliest_end(turn.call, turn.day, first, turn.field)
    speaker.say("earliest-end", start=first.isoformat(), day=end.isoformat(), months=shortest)
    speaker.rest_on_facts([turn.call.fact_of_field("duration_minimum", turn.field)])
    for field in () if turn.field else in_force(turn.call.fields, turn.day):
        months = judgements.shortest_project(turn.call, turn.day, field.id)
        if months != shortest:
            end = judgements.earliest_end(turn.call, turn.day, first, field.id)
            speaker.say("earliest-end-in-field", field=field.id, day=end.isoformat(), months=months)
            speaker.rest_on_facts([turn.call.fact_of_field("duration_minimum", field.id)])


def asked(turn: Turn) -> Literal["too", "fits"]:
    """Return what a day is asked about: whether it is too late or too early, or whether it fits."""
    message = turn.message
    dates = [each["start"] for each in message.entities if each["entity"] == "date"]
    too = [each["end"] for each in message.marks if each["word"] == "too"]
    # 'October is too early for us. February?' asks no more than whether February fits
    about = [end for end in too if not any(at > end and message.parted(end, at) for at in dates)]
    return "too" if about else "fits"


def named_end(turn: Turn) -> Span | None:
    """Return the day or month by which a project is said to end.

    That is what no project may start on, or what stands with a word for the end and nothing that
    tells of a start; a date without a year may be any.
    """
    date = next(iter(turn.said.date), "")
    span = day_span(date, first_start(turn).year) if date.startswith("20") else None
    closes = turn.call.value("start_last", turn.day).value
    assert isinstance(closes, dt.date)
    begins = turn.message.turns_on("starts") or turn.names("months")
    only_ends = turn.message.turns_on("ends") and not begins
    return span if span and (only_ends or span[0] > closes) else None
