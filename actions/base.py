"""What all actions share: the turn as read from Rasa's tracker, and how an answer goes back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.said import Said
from bot import clock
from bot.responses import Answer, Speaker, topics
from core import call as calls
from core.call import Call, FieldId, Language

SURE_OF_LANGUAGE = 0.75
"""Below this a message keeps the language of the conversation ('PIA', 'ok', '24')."""


@cache
def the_call() -> Call:
    """Return the newest call, loaded once a process."""
    return calls.load()


@dataclass(frozen=True)
class Turn:
    """One message with what is known from before."""

    call: Call
    now: dt.datetime
    language: Language
    foreign: bool
    intent: str
    ranking: list[dict[str, Any]]
    said: Said
    field: FieldId | None
    """The field that this message or an earlier one named."""
    last_topic: str | None
    last_said: Said
    offered_topic: str | None
    """The topic that was offered when asking back."""

    @property
    def day(self) -> dt.date:
        """The day in the agency's time zone."""
        return self.now.date()

    @property
    def closed(self) -> bool:
        """Whether the deadline has passed."""
        deadline = self.call.value("deadline", self.day).value
        assert isinstance(deadline, calls.Moment)
        return self.now > deadline.aware

    def speaker(self) -> Speaker:
        """Return a speaker of this turn's language and day."""
        return Speaker(self.call, self.language, self.day)


def read_turn(tracker: Tracker) -> Turn:
    """Read the latest message and the slots."""
    message, call = tracker.latest_message, the_call()
    said = Said.of(message.get("entities") or [])
    identified = message.get("language") or {}
    return Turn(
        call=call,
        now=clock.now(call.timezone),
        language=_language(identified, tracker.get_slot("language")),
        foreign=identified.get("name") == "other",
        intent=(message.get("intent") or {}).get("name") or "",
        ranking=message.get("intent_ranking") or [],
        said=said,
        field=said.field[0] if len(said.field) == 1 else tracker.get_slot("field"),
        last_topic=tracker.get_slot("last_topic"),
        last_said=Said.model_validate(tracker.get_slot("last_said") or {}),
        offered_topic=tracker.get_slot("offered_topic"),
    )


def _language(identified: dict[str, Any], spoken: str | None) -> Language:
    name = identified.get("name")
    sure = (identified.get("confidence") or 0) >= SURE_OF_LANGUAGE
    if name not in ("lv", "en") or (spoken and not sure):
        name = spoken
    return "en" if name == "en" else "lv"


@dataclass(frozen=True)
class Reply:
    """What an action gives back: the answer and what is kept for the next turn."""

    turn: Turn
    answer: Answer
    topic: str | None = None
    """The topic that was answered; none: the topic before stays the last one."""
    fallback: bool = False
    """Partneris says that it can't answer, that this is not its matter, or asks what was meant."""
    offered_topic: str | None = None
    """The topic that a 'yes' would mean."""


class PartnerisAction(Action):
    """Base of all actions. Subclasses give `topic` (for the name) and `reply`."""

    topic: ClassVar[str] = ""

    def name(self) -> str:
        """Return the name that Rasa's domain knows."""
        return f"action_{self.topic}"

    def reply(self, turn: Turn) -> Reply:
        """Return what is said and kept."""
        raise NotImplementedError

    def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Say the answer; sources and the rest travel in the message's metadata."""
        reply = self.reply(read_turn(tracker))
        dispatcher.utter_message(
            text=reply.answer.text,
            buttons=[button.model_dump() for button in reply.answer.buttons],
            sources=reply.answer.sources,
            language=reply.turn.language,
            fallback=reply.fallback,
        )
        return _kept(reply)


def _kept(reply: Reply) -> list[EventType]:
    turn = reply.turn
    slots: dict[str, Any] = {
        "language": turn.language,
        "field": turn.field,
        "offered_topic": reply.offered_topic,
    }
    if reply.topic or reply.offered_topic:
        slots["last_said"] = turn.said.model_dump(mode="json", exclude_defaults=True)
    if reply.topic:
        slots["last_topic"] = reply.topic
    return [SlotSet(name, value) for name, value in slots.items()]


class TopicAction(PartnerisAction):
    """An action that answers one topic. Subclasses give `topic` and `answer`."""

    def answer(self, turn: Turn) -> Answer:
        """Return what is said."""
        raise NotImplementedError

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        return Reply(turn, self.answer(turn), topic=self.topic)


def plain_answer(turn: Turn, topic: str, speaker: Speaker | None = None) -> Answer:
    """Answer a topic whose sentence needs no values."""
    about = topics()[topic]
    speaker = speaker or turn.speaker()
    speaker.say(topic.replace("_", "-"), field=turn.field)
    speaker.rest_on_facts(about.facts)
    if about.pointer:
        say_contact(speaker, turn)
    return finish(speaker, topic)


def finish(speaker: Speaker, topic: str, next_topics: Iterable[str] | None = None) -> Answer:
    """Return the answer with the topic's buttons."""
    about = topics()[topic]
    return speaker.answer(
        about.next if next_topics is None else next_topics, caution=not about.pointer
    )


def failure(language: Language) -> str:
    """Return what is said when an answer could not be made."""
    return Speaker(the_call(), language, dt.date.today()).say("failure").answer().text


def say_contact(speaker: Speaker, turn: Turn) -> None:
    """Add whom to ask: the officer of the field, or of all fields where it is not known."""
    contacts = [c for c in calls.in_force(turn.call.contacts, turn.day) if c.fields]
    chosen = [c for c in contacts if turn.field in c.fields] or contacts
    lines = "\n".join(contact_line(speaker, contact) for contact in chosen)
    speaker.say("ask-officer", lines=lines, number=len(chosen)).rest_on(*chosen)


def contact_line(speaker: Speaker, contact: calls.Contact) -> str:
    """Word one contact: person, fields, e-mail, telephone."""
    names = [speaker.phrase("field-name", field=field) for field in contact.fields]
    return speaker.phrase(
        "contact-line",
        person=getattr(contact.person, speaker.language),
        fields=", ".join(names) if names else None,
        email=contact.email,
        phone=contact.phone,
    )
