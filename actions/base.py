"""What all actions share: the turn as read from Rasa's tracker, and how an answer goes back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
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

_FEW_WORDS, _SURE_OF_FEW_WORDS = 2, 0.97
"""A word or two ('ok', 'PIA') are easily of both languages."""
_SHORT = 6
"""Words of a message up to which what it leaves out is that of the same topic before."""
_SURE_OF_TOPIC = 0.9
"""From here a short message has a topic of its own even if it only holds values."""
_UNSURE, _VERY_UNSURE, _POSSIBLE = 0.85, 0.6, 0.01
"""Below the first (the second if it only goes on), a short message is about the last topic if that
has the third at least; all chosen on the development set."""


@dataclass(frozen=True)
class Turn:
    """One message with what is known from before."""

    call: Call
    now: dt.datetime
    language: Language
    foreign: str | None
    """ISO 639-1 code of the message's language if that may be one that Partneris does not speak."""
    follows: bool
    """Whether the message goes on from the one before: 'un trim cilvēkiem?', 'and by 2021?'."""
    intent: str
    ranking: list[dict[str, Any]]
    said: Said
    field: FieldId | None
    """The field that this message or an earlier one named."""
    last_topic: str | None
    last_said: Said
    offered_topic: str | None
    """The topic that was offered when asking back."""
    background: Said
    """What was told on the way, in this message or before: length, partners, countries."""
    sums: dict[str, Decimal]
    """The last sum of each topic, EUR."""

    @property
    def known(self) -> Said:
        """What this message says, over what was told before."""
        return self.said.over(self.background)

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


def read_turns(tracker: Tracker) -> list[Turn]:
    """Read the latest message and the slots: a turn for each question of the message."""
    message, call = tracker.latest_message, calls.newest()
    entities = message.get("entities") or []
    said = Said.of(entities)
    identified = message.get("language") or {}
    turn = Turn(
        call=call,
        now=clock.now(call.timezone),
        language=_language(message, tracker.get_slot("language")),
        foreign=identified.get("code"),
        follows=bool(message.get("follows")),
        intent=(message.get("intent") or {}).get("name") or "",
        ranking=message.get("intent_ranking") or [],
        said=said,
        field=said.field[0] if len(said.field) == 1 else tracker.get_slot("field"),
        last_topic=tracker.get_slot("last_topic"),
        last_said=Said.model_validate(tracker.get_slot("last_said") or {}),
        offered_topic=tracker.get_slot("offered_topic"),
        background=_told(message).over(Said.model_validate(tracker.get_slot("background") or {})),
        sums={name: Decimal(amount) for name, amount in (tracker.get_slot("sums") or {}).items()},
    )
    if questions := message.get("questions"):
        return [_of_question(turn, each, questions, entities) for each in questions]
    words = len((message.get("text") or "").split())
    short = turn.follows or words <= _SHORT
    turn = replace(turn, intent=_in_context(turn, words, bool(message.get("bare"))))
    topic = turn.last_topic if turn.intent == "inform" else turn.intent.removeprefix("ask_")
    counts = topics()[topic].number if topic in topics() else None
    earlier = turn.last_said if short and topic == turn.last_topic else Said()
    said = said.counting(counts, earlier)
    if turn.follows or (short and topic == turn.last_topic):
        said = said.over(turn.last_said)
    return [replace(turn, said=said)]


def _in_context(turn: Turn, words: int, bare: bool) -> str:
    """Return the intent of a message in the light of the one before it.

    Args:
        turn: the turn as the message alone has it.
        words: how many words it has.
        bare: whether it holds nothing but values: '36 months?', 'bet Vācijā?'.
    """
    if turn.last_topic is None or not (turn.follows or words <= _SHORT):
        return turn.intent
    confidence = next((e["confidence"] for e in turn.ranking if e["name"] == turn.intent), 0.0)
    if bare and turn.said.named and confidence < _SURE_OF_TOPIC:
        return "inform"
    if turn.said.named and turn.intent in ("out_of_scope", "nlu_fallback"):
        return "inform"
    refused = turn.intent.startswith(("out_of_scope", "near_miss_", "nlu_fallback"))
    bound = _UNSURE if refused else _VERY_UNSURE
    if turn.follows and confidence < bound and (refused or turn.said.named):
        return "inform"
    last = f"ask_{turn.last_topic}"
    likely = {entry["name"] for entry in turn.ranking if entry["confidence"] >= _POSSIBLE}
    unsure = confidence < (_UNSURE if words <= _SHORT else _VERY_UNSURE)
    if turn.intent.startswith("ask_") and unsure and last in likely:
        return last
    return turn.intent


def _told(message: dict[str, Any]) -> Said:
    """Return what the sentences that do not ask say of the project."""
    asking = message.get("asking")
    return Said.of(_outside(message["entities"], asking)).background if asking else Said()


def _of_question(
    turn: Turn,
    question: dict[str, Any],
    questions: list[dict[str, Any]],
    entities: list[dict[str, Any]],
) -> Turn:
    """Return the turn of one of several questions: what it says itself or no other one says."""
    others = [each for each in questions if each is not question]
    said = Said.of(_outside(entities, others))
    field = said.field[0] if len(said.field) == 1 else turn.field
    shared = said.over(turn.said.shared)
    return replace(turn, intent=question["intent"], said=shared, field=field)


def _outside(entities: list[dict[str, Any]], parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        entity
        for entity in entities
        if not any(part["start"] <= entity["start"] < part["end"] for part in parts)
    ]


def _language(message: dict[str, Any], spoken: str | None) -> Language:
    identified = message.get("language") or {}
    name = identified.get("name")
    few = len((message.get("text") or "").split()) <= _FEW_WORDS
    bound = _SURE_OF_FEW_WORDS if few else SURE_OF_LANGUAGE
    sure = (identified.get("confidence") or 0) >= bound
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
        """Say the answer to each question; sources and the rest travel in the metadata."""
        first, *others = read_turns(tracker)
        heard = (tracker.latest_message.get("intent") or {}).get("name")
        action = self if first.intent == heard else action_for(first.intent)
        replies = [action.reply(first)]
        for turn in others:
            replies.append(action_for(turn.intent).reply(_after(replies[-1], turn)))
        for reply in replies:
            buttons = reply.answer.buttons if reply is replies[-1] else []
            dispatcher.utter_message(
                text=reply.answer.text,
                buttons=[button.model_dump() for button in buttons],
                sources=reply.answer.sources,
                language=reply.turn.language,
                fallback=reply.fallback,
                answered=f"ask_{reply.topic}" if reply.topic else reply.turn.intent,
            )
        return _kept(replies[-1])


def action_for(intent: str) -> PartnerisAction:
    """Return the action that answers an intent: its topic's own, or that of plain sentences."""
    topic = "near_miss" if intent.startswith("near_miss_") else intent.removeprefix("ask_")
    topic = "follow_up" if intent == "inform" else topic
    known = {action.topic: action for action in _actions(PartnerisAction)}
    return known.get(topic, known["answer"])()


def _actions(base: type[PartnerisAction]) -> Iterator[type[PartnerisAction]]:
    for action in base.__subclasses__():
        yield action
        yield from _actions(action)


def _after(reply: Reply, turn: Turn) -> Turn:
    """Return the turn as it is after a reply to an earlier question of the same message."""
    topic = reply.topic or reply.turn.last_topic
    return replace(turn, last_topic=topic, last_said=reply.turn.said, sums=_sums(reply))


def _sums(reply: Reply) -> dict[str, Decimal]:
    if reply.topic is None or reply.answer.amount is None:
        return reply.turn.sums
    return reply.turn.sums | {reply.topic: reply.answer.amount}


def _kept(reply: Reply) -> list[EventType]:
    turn = reply.turn
    slots: dict[str, Any] = {
        "language": turn.language,
        "field": turn.field,
        "offered_topic": reply.offered_topic,
        "background": turn.background.model_dump(mode="json", exclude_defaults=True),
        "sums": {name: str(amount) for name, amount in _sums(reply).items()},
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
    return Speaker(calls.newest(), language, dt.date.today()).say("failure").answer().text


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
