"""From Partneris to a person: asked for, offered, waited for, no longer wanted."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from actions.base import PartnerisAction, Reply, contact_line, finish, say_contact
from actions.said import contact_in
from actions.turn import Handover, Turn
from bot.channels.clean import LONGEST
from bot.helpdesk import duty, tickets
from bot.helpdesk.duty import Duty
from bot.helpdesk.tickets import Reason, Ticket
from bot.responses import Answer, Button, Speaker
from core import call as calls
from core import opening
from core.call import WeekdayHours

HUMAN = "human"


class ActionHuman(PartnerisAction):
    """Brings the conversation to an officer, or takes a message where nobody is there.

    Over a channel that cannot bring an answer later it names whom to write to.
    """

    topic = HUMAN

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        if not turn.live:
            speaker = turn.speaker().say("human")
            say_contact(speaker, turn)
            return Reply(turn, finish(speaker, self.topic), topic=self.topic)
        if open_already := tickets.open_ticket(turn.conversation):
            return _waiting(turn, open_already)
        if turn.field is None and not turn.handover.any_field:
            return _ask_field(turn)
        there = duty.duty(turn.call, turn.field, turn.now)
        if there.anybody:
            return _requested(turn, there)
        return _ask_contact(turn, there)


class ActionLeaveContact(PartnerisAction):
    """Keeps the address that a person left, with what they wrote."""

    topic = "leave_contact"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        contact = contact_in(turn.message.text)
        assert contact, "read_turns sends only messages with a contact here"
        tickets.leave_contact(_wanted(turn), contact, noted(turn).note)
        speaker = turn.speaker().say("handover-left", contact=contact)
        return Reply(_settled(turn), finish(speaker, "handover"))


class ActionAskContactAgain(PartnerisAction):
    """Keeps what a person wrote without an address, and asks for the address."""

    topic = "contact_again"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        speaker = turn.speaker().say("handover-contact-again")
        return Reply(replace(turn, handover=noted(turn)), finish(speaker, "handover"))


class ActionWaitingTime(PartnerisAction):
    """Says how long the wait is, or when somebody is there."""

    topic = "waiting_time"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        ticket = tickets.open_ticket(turn.conversation) if turn.live else None
        if ticket:
            return _waiting(turn, ticket)
        speaker = turn.speaker()
        if turn.live:
            there = duty.duty(turn.call, turn.field, turn.now)
            _say_who_is_there(speaker, turn, there)
        say_hours(speaker, turn)
        return Reply(turn, finish(speaker, self.topic), topic=self.topic)


class ActionCancelHuman(PartnerisAction):
    """Takes the person out of the queue."""

    topic = "cancel_human"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        cancelled = turn.live and tickets.cancel(turn.conversation)
        speaker = turn.speaker()
        speaker.say("handover-cancelled" if cancelled else "handover-dropped")
        return Reply(_settled(turn), finish(speaker, "handover"))


def say_hours(speaker: Speaker, turn: Turn) -> None:
    """Say when the helpdesk answers."""
    hours = turn.call.helpdesk.hours
    if not hours:
        return
    lines = "\n".join(_hours_line(speaker, each) for each in hours)
    speaker.say("handover-hours", lines=lines, number=len(hours))


def _hours_line(speaker: Speaker, hours: WeekdayHours) -> str:
    days = [speaker.phrase(f"weekday-{day}.on") for day in hours.weekdays]
    first, last = hours.weekdays[0], hours.weekdays[-1]
    return speaker.phrase(
        "handover-hours-line",
        days=", ".join(days),
        range="yes" if len(days) > 2 and opening.in_a_row(hours.weekdays) else "no",
        first=speaker.phrase(f"weekday-{first}.from"),
        last=speaker.phrase(f"weekday-{last}.to"),
        opens=speaker.time(hours.opens),
        closes=speaker.time(hours.closes),
    )


def _ask_field(turn: Turn) -> Reply:
    speaker = turn.speaker().say("handover-field")
    names = [speaker.phrase("field-name", field=field.id) for field in turn.call.fields]
    titles = [*names, speaker.phrase("handover-any-field")]
    answer = finish(speaker, HUMAN, [])
    buttons = [Button(title=title[:1].upper() + title[1:], payload=title) for title in titles]
    asked = turn.handover.model_copy(update={"asked": "field"})
    return Reply(
        replace(turn, handover=asked), answer.model_copy(update={"buttons": buttons}), topic=None
    )


def _requested(turn: Turn, there: Duty) -> Reply:
    ticket = tickets.request(_wanted(turn))
    speaker = turn.speaker()
    _say_who_is_there(speaker, turn, there)
    speaker.say("handover-requested")
    _say_wait(speaker, ticket)
    return Reply(_settled(turn), finish(speaker, "handover"))


def _ask_contact(turn: Turn, there: Duty) -> Reply:
    speaker = turn.speaker()
    _say_who_is_there(speaker, turn, there)
    speaker.say("handover-leave-contact")
    contact = [each for each in calls.in_force(turn.call.contacts, turn.day) if each.fields]
    if chosen := [each for each in contact if turn.field in each.fields]:
        lines = "\n".join(contact_line(speaker, each) for each in chosen)
        speaker.say("handover-or-write", lines=lines).rest_on(*chosen)
    asked = turn.handover.model_copy(update={"asked": "contact"})
    return Reply(replace(turn, handover=asked), finish(speaker, "handover"))


def _waiting(turn: Turn, ticket: Ticket) -> Reply:
    """Say how it stands with a ticket; where that changed, go the way that is open now."""
    if ticket.held:
        speaker = turn.speaker().say("handover-held", officer=ticket.officer)
        return Reply(turn, finish(speaker, "handover"))
    turn = replace(turn, field=ticket.field or turn.field)
    there = duty.duty(turn.call, ticket.field, turn.now)
    if ticket.state == "contact_left" and not there.anybody:
        speaker = turn.speaker().say("handover-left-already", contact=ticket.contact)
        asked = Handover(asked="contact", note=ticket.note or "")
        return Reply(replace(turn, handover=asked), finish(speaker, "handover"))
    if not there.anybody:
        return _ask_contact(turn, there)
    if ticket.state == "contact_left":
        ticket = tickets.wait_again(ticket.id)
    speaker = turn.speaker()
    _say_who_is_there(speaker, turn, there)
    _say_wait(speaker, ticket)
    return Reply(_settled(turn), finish(speaker, "handover"))


def _say_who_is_there(speaker: Speaker, turn: Turn, there: Duty) -> None:
    """Say honestly who is there; when nobody is, when somebody will be."""
    if there.anybody:
        names = [officer.name for officer in there.officers]
        speaker.say("handover-there", names=", ".join(names), number=len(names))
    elif there.open_now:
        speaker.say("handover-nobody-now", field=turn.field)
    else:
        speaker.say(
            "handover-closed",
            holiday=getattr(there.holiday.name, turn.language) if there.holiday else None,
            opens=_moment(speaker, there.opens) if there.opens else None,
        )


def _say_wait(speaker: Speaker, ticket: Ticket) -> None:
    waits = duty.wait(ticket)
    speaker.say("handover-place", ahead=waits.ahead)
    if waits.minutes is not None:
        speaker.say("handover-minutes", minutes=waits.minutes)


def _moment(speaker: Speaker, moment: dt.datetime) -> str:
    weekday = calls.WEEKDAYS[moment.weekday()]
    return speaker.phrase(
        "weekday-moment",
        weekday=speaker.phrase(f"weekday-{weekday}.on"),
        day=moment.date().isoformat(),
        time=speaker.time(moment.time()),
    )


def _wanted(turn: Turn) -> tickets.Request:
    return tickets.Request(
        conversation=turn.conversation,
        channel=turn.channel,
        field=turn.field,
        language=turn.language,
        topic=turn.last_topic,
        reason=turn.handover.offered or "asked",
        live=turn.live,
    )


def noted(turn: Turn) -> Handover:
    """Return how far it is, with what the message says kept for the officer."""
    note = "\n".join(part for part in (turn.handover.note, turn.message.text) if part)
    return turn.handover.model_copy(update={"note": note[:LONGEST], "since": 0})


def _settled(turn: Turn) -> Turn:
    return replace(turn, handover=Handover())


def offer(reply: Reply, reason: Reason) -> Reply:
    """Return the reply with an offer to bring the conversation to a person.

    A 'yes' or the button takes it. Nothing is offered where no answer can be brought later.
    """
    turn = reply.turn
    if not turn.live:
        return reply
    speaker = turn.speaker()
    button = speaker.button(HUMAN)
    buttons = [button, *(each for each in reply.answer.buttons if each != button)]
    answer: Answer = reply.answer.between(after=speaker.phrase("handover-offer"))
    return replace(
        reply,
        turn=replace(turn, handover=turn.handover.model_copy(update={"offered": reason})),
        answer=answer.model_copy(update={"buttons": buttons}),
        offered_topic=reply.offered_topic or HUMAN,
    )
