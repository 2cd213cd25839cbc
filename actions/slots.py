"""Consultation slots in conversation: which are free, booking, moving, cancelling, one's own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from actions import slot_times
from actions.base import PartnerisAction, Reply, TopicAction, finish, plain_answer, say_contact
from actions.said import day_span
from actions.slot_question import DAY, MY_SLOT, SLOTS, SlotQuestion, named_officer, wish
from actions.slot_times import Wish, minutes_of
from actions.turn import Turn
from bot.helpdesk import calendar_file, officers, slots
from bot.helpdesk.officers import Officer
from bot.helpdesk.slots import AlreadyBookedError, Booking, Request, Slot, TakenError
from bot.responses import Answer, Button, Speaker
from core.call import ConsultationDay, FieldId

_MOST_BUTTONS = 6
_NEAREST = 4
_LEAVING: tuple[slot_times.Reply, ...] = ("skip", "stop", "yes", "no")


class ActionConsultationDay(TopicAction):
    """Tells when the consultation day is; where the call has no date for it, what is known."""

    topic = DAY

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        days = slots.upcoming(turn.call, turn.now)
        if not days:
            return plain_answer(turn, self.topic)
        speaker = turn.speaker()
        for day in days:
            _say_day(speaker, day)
        return finish(speaker, self.topic, [SLOTS])


class ActionSlots(PartnerisAction):
    """Says which slots are free, or books the one that is named."""

    topic = SLOTS

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        asked = turn.slots
        going_on = asked.asked == "time"
        question = SlotQuestion(
            booking=asked.booking if going_on else None,
            day=asked.day if going_on else None,
            officer=asked.officer if going_on else None,
            asking=turn.message.asks,
        )
        return _offer(turn, question, wish(turn))


class ActionMoveSlot(PartnerisAction):
    """Moves a booking to the time that is named, or says which ones are free."""

    topic = "move_slot"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        wished = wish(turn)
        booking = _meant(turn, wished)
        if booking is None:
            return _nothing_booked(turn)
        question = SlotQuestion(booking=booking.id, day=booking.day, asking=turn.message.asks)
        return _offer(turn, question, _against(wished, booking, turn))


class ActionCancelSlot(PartnerisAction):
    """Asks whether a booking shall really be cancelled."""

    topic = "cancel_slot"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        booking = _meant(turn, wish(turn))
        return _ask_whether(turn, booking) if booking else _nothing_booked(turn)


class ActionMySlot(PartnerisAction):
    """Says when one's own consultation is, with the file for the calendar."""

    topic = MY_SLOT

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        booked = coming(turn)
        if not booked:
            return _nothing_booked(turn)
        speaker = turn.speaker()
        for booking in booked:
            _say_booking(speaker, turn, booking, "slots-yours")
        return _reply(turn, _with_file(turn, speaker, booked[0]), _own_buttons(speaker), MY_SLOT)


class ActionSlotAnswer(PartnerisAction):
    """Takes a message as the answer to the open question about a slot."""

    topic = "slot_answer"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        match turn.slots.asked:
            case "about":
                return _described(turn)
            case "cancel":
                return _decided(turn)
            case _:
                return _chosen(turn)


# What follows on an answer.


def _chosen(turn: Turn) -> Reply:
    """Go on with the field or time that a message names."""
    asked, told = turn.slots, wish(turn)
    if slot_times.reply(turn.message.text, "stop"):
        return _stopped(turn)
    if asked.proposed and _is_yes(turn) and not told.named:
        return _take_proposed(turn, asked.proposed)
    waited = asked.asked == "field"
    if waited and not told.named:
        told = asked.wish
    question = SlotQuestion(
        booking=asked.booking,
        day=asked.day,
        officer=asked.officer,
        asking=turn.message.asks or (waited and asked.asking),
    )
    if booking := _booking(turn):
        told = _against(told, booking, turn)
    if told.named or turn.said.field or turn.said.date or named_officer(turn.message.text):
        return _offer(turn, question, told)
    if _is_no(turn) and not asked.proposed:
        return _stopped(turn)
    if asked.proposed or _is_yes(turn):
        return _offer(turn, question, told)
    again = _offer(turn, question, told, turn.speaker().say("slots-not-taken"))
    return replace(again, turn=_asking(again.turn, reminded=True))


def _described(turn: Turn) -> Reply:
    """Keep what the consultation is about; it may be left open."""
    speaker, booking, text = turn.speaker(), _booking(turn), turn.message.text
    if booking is None:
        return _nothing_booked(turn)
    if slot_times.reply(text, "cancel"):
        return _ask_whether(turn, booking)
    if _leaves_open(turn):
        return _reply(turn, speaker.say("slots-done").answer(), _own_buttons(speaker), MY_SLOT)
    told = slot_times.about(text)
    booking = slots.describe(turn.conversation, booking.id, *told)
    _say_booking(speaker, turn, booking, "slots-noted")
    return _reply(turn, _with_file(turn, speaker, booking), _own_buttons(speaker), MY_SLOT)


def _leaves_open(turn: Turn) -> bool:
    """Tell whether the subject is left open: 'izlaist', 'nē, paldies'; not 'jā, budžets'."""
    return any(slot_times.reply(turn.message.text, kind, beside=0) for kind in _LEAVING)


def _decided(turn: Turn) -> Reply:
    """Cancel the booking, or keep it."""
    speaker, booking, text = turn.speaker(), _booking(turn), turn.message.text
    if booking is None:
        return _nothing_booked(turn)
    kept = slot_times.reply(text, "no") or turn.intent == "deny"
    confirms = slot_times.reply(text, "cancel") or _is_yes(turn) or turn.intent == "cancel_slot"
    if confirms and not kept:
        booking = slots.cancel(turn.conversation, booking.id)
        speaker.say("slots-cancelled")
        return _reply(turn, _with_file(turn, speaker, booking), [speaker.button(SLOTS)], SLOTS)
    if kept or slot_times.reply(text, "stop"):
        _say_booking(speaker, turn, booking, "slots-kept")
        return _reply(turn, speaker.answer(), _own_buttons(speaker), MY_SLOT)
    again = _ask_whether(turn, booking)
    return replace(again, turn=_asking(again.turn, reminded=True))


def _is_yes(turn: Turn) -> bool:
    return turn.intent == "affirm" or slot_times.reply(turn.message.text, "yes")


def _is_no(turn: Turn) -> bool:
    return turn.intent == "deny" or slot_times.reply(turn.message.text, "no")


def _stopped(turn: Turn) -> Reply:
    speaker = turn.speaker()
    if booking := _booking(turn):
        _say_booking(speaker, turn, booking, "slots-kept")
        return _reply(turn, speaker.answer(), _own_buttons(speaker), MY_SLOT)
    return _reply(turn, speaker.say("slots-stopped").answer(), [], SLOTS)


# Offering and booking.


def _offer(
    turn: Turn, question: SlotQuestion, wished: Wish, speaker: Speaker | None = None
) -> Reply:
    """Ask for what is missing, say what is free, or book what is named and free."""
    speaker = speaker or turn.speaker()
    days = slots.upcoming(turn.call, turn.now)
    if not days:
        return _no_day(turn)
    moved = slots.find(turn.conversation, question.booking) if question.booking else None
    officer = named_officer(turn.message.text) or _officer(question.officer)
    field = _field(turn, officer, moved)
    meant, named = _days(turn, days, question, speaker)
    if field is None:
        if officer is None and named:
            _say_day(speaker, meant[0])
        if turn.said.date and named:
            question = question.model_copy(update={"day": meant[0].day})
        return _ask_field(turn, question, wished, officer, speaker)
    return _offer_on(
        replace(turn, field=field), question, wished if named else Wish(), officer, meant, speaker
    )


def _offer_on(
    turn: Turn,
    question: SlotQuestion,
    wished: Wish,
    officer: Officer | None,
    days: list[ConsultationDay],
    speaker: Speaker,
) -> Reply:
    """Say what is free on the first of the days with free slots, or book what is named."""
    day, free = _first_free(turn, days, turn.field)
    if not free:
        return _full(turn, day, speaker)
    moved = slots.find(turn.conversation, question.booking) if question.booking else None
    wanted = officer or (moved and _officer(moved.officer_id))
    theirs = [slot for slot in free if wanted and slot.officer.id == wanted.id]
    if officer and not theirs:
        speaker.say("slots-officer-full", officer=officer.name)
    own = moved or next((each for each in coming(turn) if each.day == day.day), None)
    if own and moved is None:
        _say_booking(speaker, turn, own, "slots-has")
    asked = SlotQuestion(
        asked="time",
        booking=own.id if own else None,
        day=day.day,
        officer=officer.id if officer else None,
        # who has a slot already is asked before it is moved
        asking=question.asking or own is not moved,
    )
    turn = replace(turn, slots=asked)
    return _choose(turn, wished, theirs if officer and theirs else free, theirs, day, speaker)


def _choose(
    turn: Turn,
    wished: Wish,
    free: list[Slot],
    preferred: list[Slot],
    day: ConsultationDay,
    speaker: Speaker,
) -> Reply:
    """Book the free slot that was named, else say which there are."""
    booking = _booking(turn)
    if booking and _has(turn, booking, wished):
        _say_booking(speaker, turn, booking, "slots-same")
        return _reply(turn, speaker.answer(), _own_buttons(speaker), MY_SLOT)
    matched = _matching(free, wished)
    if matched and (wished.at or wished.edge):
        best = [slot for slot in matched if slot in preferred] or matched
        slot = best[-1] if wished.edge == "last" else best[0]
        return _propose(turn, slot, speaker) if turn.slots.asking else _take(turn, slot)
    if wished.at and not matched:
        time = wished.at[0]
        reason = _why_not(turn, day, time)
        speaker.say("slots-not-free", reason=reason, time=speaker.time(time))
        return _list(turn, _nearest(free, time), day, speaker, "slots-nearest")
    if wished.named and not matched:
        speaker.say("slots-none-then")
        return _list(turn, free, day, speaker)
    return _list(turn, matched, day, speaker)


def _has(turn: Turn, booking: Booking, wished: Wish) -> bool:
    """Tell whether what is wished for is what is booked already."""
    asked = turn.slots
    same = asked.day == booking.day and asked.officer in (None, booking.officer_id)
    return same and _start(turn, booking).time() in wished.at


def _matching(free: Iterable[Slot], wished: Wish) -> list[Slot]:
    """Return the slots that fit a wish, by time."""
    found = [
        slot
        for slot in free
        if (not wished.at or slot.start.time() in wished.at)
        and (wished.after is None or slot.start.time() >= wished.after)
        and (wished.before is None or slot.end.time() <= wished.before)
    ]
    return _nearest(found, wished.near) if wished.near else found


def _nearest(free: Sequence[Slot], time: dt.time) -> list[Slot]:
    """Return the slots nearest to a time, in order, one a time."""
    each = {slot.start: slot for slot in reversed(free)}.values()
    by_distance = sorted(
        each, key=lambda slot: (abs(minutes_of(slot.start.time()) - minutes_of(time)), slot.start)
    )
    return sorted(by_distance[:_NEAREST], key=lambda slot: slot.start)


def _why_not(
    turn: Turn, day: ConsultationDay, time: dt.time
) -> Literal["past", "taken", "no_start"]:
    offset = minutes_of(time) - minutes_of(day.opens)
    if offset % day.slot_minutes or not day.opens <= time < day.closes:
        return "no_start"
    return "past" if dt.datetime.combine(day.day, time, turn.call.timezone) <= turn.now else "taken"


def _take(turn: Turn, slot: Slot) -> Reply:
    """Book a slot, or move the booking to it."""
    speaker, question = turn.speaker(), turn.slots
    try:
        if question.booking:
            field = _request(turn).field
            booking = slots.move(turn.conversation, question.booking, slot, field)
            key = "slots-moved"
        else:
            booking = slots.book(slot, _request(turn))
            key = "slots-booked"
    except TakenError:
        return _gone(turn, slot.start)
    except AlreadyBookedError:  # another message of the same conversation was faster
        return _offer(turn, SlotQuestion(), Wish())
    except LookupError:  # cancelled meanwhile
        return _take(replace(turn, slots=question.model_copy(update={"booking": None})), slot)
    _say_booking(speaker, turn, booking, key)
    answer = _with_file(turn, speaker, booking)
    if question.booking:
        return _reply(turn, answer, _own_buttons(speaker), MY_SLOT)
    asked = SlotQuestion(asked="about", booking=booking.id)
    answer = answer.between(after=speaker.phrase("slots-ask-about"))
    return _reply(turn, answer, [_button(speaker, "slots-button-skip")], MY_SLOT, asked)


def _take_proposed(turn: Turn, start: dt.datetime) -> Reply:
    """Book the slot that was proposed, if it is still free."""
    for day in slots.upcoming(turn.call, turn.now):
        for slot in slots.free(turn.call, day, turn.field, turn.now):
            if slot.start == start and slot.officer.id == turn.slots.proposed_officer:
                return _take(turn, slot)
    return _gone(turn, start)


def _gone(turn: Turn, start: dt.datetime) -> Reply:
    """Say that a slot was taken meanwhile, with the nearest free ones."""
    speaker = turn.speaker().say("slots-taken-now")
    local = start.astimezone(turn.call.timezone)
    days = slots.upcoming(turn.call, turn.now)
    same = [day for day in days if day.day == local.date()]
    day, free = _first_free(turn, same or days, turn.field)
    if not free:
        return _full(turn, day, speaker)
    question = turn.slots.model_copy(update={"asked": "time", "proposed": None, "day": day.day})
    turn = replace(turn, slots=question)
    return _list(turn, _nearest(free, local.time()), day, speaker, "slots-nearest")


def _request(turn: Turn) -> Request:
    assert turn.field, "a slot belongs to a field"
    return Request(
        conversation=turn.conversation,
        channel=turn.channel,
        field=turn.field,
        language=turn.language,
    )


# Days, fields, officers, one's own bookings.


def _days(
    turn: Turn, days: list[ConsultationDay], question: SlotQuestion, speaker: Speaker
) -> tuple[list[ConsultationDay], bool]:
    """Return the days that are meant, and whether the day that was named is among them."""
    if turn.said.date:
        meant = [day for day in days if _is_named(day, turn.said.date)]
        if not meant:
            speaker.say("slots-other-day", number=len(days))
            for day in days:
                _say_day(speaker, day)
        return meant or days, bool(meant)
    return [day for day in days if day.day == question.day] or days, True


def _is_named(day: ConsultationDay, dates: Iterable[str]) -> bool:
    spans = (day_span(date, day.day.year) for date in dates)
    return any(span and span[0] <= day.day <= span[1] for span in spans)


def _first_free(
    turn: Turn, days: Sequence[ConsultationDay], field: FieldId | None
) -> tuple[ConsultationDay, list[Slot]]:
    """Return the first of the days with free slots, and those; else the first day and none."""
    for day in days:
        if free := slots.free(turn.call, day, field, turn.now):
            return day, free
    return days[0], []


def _field(turn: Turn, officer: Officer | None, moved: Booking | None) -> FieldId | None:
    """Return for which field a slot is wanted; none where it must be asked."""
    known = moved.field if moved and not turn.said.field else turn.field
    if officer is None or known in officer.fields:
        return known
    return officer.fields[0] if len(officer.fields) == 1 else None


def _officer(officer_id: int | None) -> Officer | None:
    return officers.find(officer_id) if officer_id else None


def coming(turn: Turn) -> list[Booking]:
    """Return the conversation's bookings that are not over."""
    return [each for each in slots.of_conversation(turn.conversation) if each.ends_at > turn.now]


def _booking(turn: Turn) -> Booking | None:
    """Return the booking that the open question is about."""
    asked = turn.slots.booking
    return slots.find(turn.conversation, asked) if asked else None


def _meant(turn: Turn, wished: Wish) -> Booking | None:
    """Return the booking that a message means: by day or time, else the next one."""
    later = [each for each in coming(turn) if each.starts_at > turn.now]
    for booking in later:
        span = turn.call.helpdesk.consultation_days
        named = [day for day in span if day.day == booking.day]
        if any(_is_named(day, turn.said.date) for day in named):
            return booking
    by_time = (each for each in later if _start(turn, each).time() in wished.at)
    return next(by_time, later[0] if later else None)


def _start(turn: Turn, booking: Booking) -> dt.datetime:
    return booking.starts_at.astimezone(turn.call.timezone)


def _against(wished: Wish, booking: Booking, turn: Turn) -> Wish:
    """Return a wish beside a booking: its own time is not wished for, 'later' is behind it."""
    start, end = (
        each.astimezone(turn.call.timezone) for each in (booking.starts_at, booking.ends_at)
    )
    others = [time for time in wished.at if time != start.time()]
    changes: dict[str, object] = {}
    if others or wished.change:
        changes["at"] = others
    if others:  # 'no 10:30 uz 11:20'
        changes |= {"after": None, "before": None}
    elif wished.change == "later" and wished.after is None:
        changes["after"] = end.time()
    elif wished.change == "earlier" and wished.before is None:
        changes["before"] = start.time()
    return wished.model_copy(update=changes)


# What is said.


def _no_day(turn: Turn) -> Reply:
    """Say that no day can be booked: the next is not known, or the last one is over."""
    past = [day for day in turn.call.helpdesk.consultation_days if day.day <= turn.day]
    speaker = turn.speaker()
    if past:
        speaker.say("slots-over", day=max(day.day for day in past).isoformat())
    else:
        speaker.say(DAY.replace("_", "-"))
    say_contact(speaker, turn)
    return _reply(turn, finish(speaker, SLOTS, ["contacts"]), None, SLOTS)


def _full(turn: Turn, day: ConsultationDay, speaker: Speaker) -> Reply:
    """Say that a day has no free slot for the field: all are taken, or nobody can be booked."""
    serves = any(turn.field in each.fields for each in officers.everybody())
    key = "slots-full" if serves else "slots-nobody"
    speaker.say(key, day=day.day.isoformat(), field=turn.field)
    say_contact(speaker, turn)
    return _reply(turn, finish(speaker, SLOTS, ["contacts"]), None, SLOTS)


def _ask_field(
    turn: Turn, question: SlotQuestion, wished: Wish, officer: Officer | None, speaker: Speaker
) -> Reply:
    served = (
        officer.fields if officer else [f for each in officers.everybody() for f in each.fields]
    )
    fields = [each.id for each in turn.call.fields if each.id in served]
    if not fields:
        return _full(turn, slots.upcoming(turn.call, turn.now)[0], speaker)
    asked = question.model_copy(
        update={"asked": "field", "wish": wished, "officer": officer.id if officer else None}
    )
    speaker.say("slots-ask-field")
    titles = [_titled(speaker.phrase("field-name", field=field)) for field in fields]
    return _reply(turn, speaker.answer(), titles, SLOTS, asked)


def _propose(turn: Turn, slot: Slot, speaker: Speaker) -> Reply:
    question = turn.slots.model_copy(
        update={"proposed": slot.start, "proposed_officer": slot.officer.id}
    )
    speaker.say(
        "slots-propose",
        day=slot.start.date().isoformat(),
        time=speaker.time(slot.start.time()),
        officer=slot.officer.name,
        moves="yes" if question.booking else "no",
    )
    names = ("move-yes" if question.booking else "yes", "other")
    buttons = [_button(speaker, f"slots-button-{name}") for name in names]
    return _reply(turn, speaker.answer(), buttons, SLOTS, question)


def _list(
    turn: Turn,
    free: Sequence[Slot],
    day: ConsultationDay,
    speaker: Speaker,
    key: str = "slots-free",
) -> Reply:
    times = list(dict.fromkeys(slot.start.time() for slot in free))
    people = dict.fromkeys(slot.officer.name for slot in free)
    speaker.say(
        key,
        day=day.day.isoformat(),
        field=turn.field,
        officers=", ".join(people),
        number=len(times),
        times=", ".join(speaker.time(time) for time in times),
    )
    speaker.say("slots-which")
    buttons = [
        _titled(speaker.phrase("slots-at", time=speaker.time(time)))
        for time in times[:_MOST_BUTTONS]
    ]
    return _reply(turn, speaker.answer(), buttons, SLOTS, turn.slots)


def _ask_whether(turn: Turn, booking: Booking) -> Reply:
    speaker = turn.speaker()
    _say_booking(speaker, turn, booking, "slots-sure")
    names = ("cancel", "keep")
    buttons = [_button(speaker, f"slots-button-{name}") for name in names]
    asked = SlotQuestion(asked="cancel", booking=booking.id)
    return _reply(turn, speaker.answer(), buttons, MY_SLOT, asked)


def _nothing_booked(turn: Turn) -> Reply:
    """Say that the conversation has no booking, or that its consultation is over."""
    speaker, past = turn.speaker(), slots.of_conversation(turn.conversation)
    if past:
        _say_booking(speaker, turn, past[-1], "slots-was")
    else:
        speaker.say("slots-none")
    reply = _reply(turn, speaker.answer(), [speaker.button(SLOTS)], MY_SLOT)
    changes = turn.intent in ("move_slot", "cancel_slot")  # no question to come back to
    return replace(reply, topic=None) if changes else reply


def _say_day(speaker: Speaker, day: ConsultationDay) -> None:
    speaker.say(
        "slots-day",
        day=day.day.isoformat(),
        opens=speaker.time(day.opens),
        closes=speaker.time(day.closes),
        place=getattr(day.place, speaker.language),
        minutes=day.slot_minutes,
    )


def booking_words(speaker: Speaker, turn: Turn, booking: Booking) -> str:
    """Word a booking: day, time, officer, place."""
    start, end = (
        each.astimezone(turn.call.timezone) for each in (booking.starts_at, booking.ends_at)
    )
    return speaker.phrase(
        "slots-booking",
        day=booking.day.isoformat(),
        start=speaker.time(start.time()),
        end=speaker.time(end.time()),
        officer=booking.officer,
        field=booking.field,
        place=calendar_file.place(booking, turn.call, speaker),
    )


def _say_booking(speaker: Speaker, turn: Turn, booking: Booking, key: str) -> None:
    speaker.say(key, booking=booking_words(speaker, turn, booking))
    if booking.about:
        speaker.say("slots-about", about=booking.about)


def _with_file(turn: Turn, speaker: Speaker, booking: Booking) -> Answer:
    file = calendar_file.attachment(booking, turn.call, speaker)
    return speaker.answer().model_copy(update={"attachment": file})


def _own_buttons(speaker: Speaker) -> list[Button]:
    return [_button(speaker, f"slots-button-{name}") for name in ("move", "cancel-it")]


def _button(speaker: Speaker, key: str) -> Button:
    return _titled(speaker.phrase(key))


def _titled(words: str) -> Button:
    words = words[:1].upper() + words[1:]
    return Button(title=words, payload=words)


def _asking(turn: Turn, **changes: object) -> Turn:
    return replace(turn, slots=turn.slots.model_copy(update=changes))


def _reply(
    turn: Turn,
    answer: Answer,
    buttons: list[Button] | None,
    topic: str,
    question: SlotQuestion | None = None,
) -> Reply:
    """Return the reply with the question that is open after it; without buttons its own stay."""
    if buttons is not None:
        answer = answer.model_copy(update={"buttons": buttons})
    # what was asked on the way to a person is no longer the last question
    handover = turn.handover.model_copy(update={"asked": None}) if question else turn.handover
    turn = replace(turn, slots=question or SlotQuestion(), handover=handover)
    return Reply(turn, answer, topic=topic)
