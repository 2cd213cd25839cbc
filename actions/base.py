"""What all actions share: the turn as read from Rasa's tracker, and how an answer goes back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, ClassVar

from pydantic import BaseModel
from rasa_sdk import Action, Tracker
from rasa_sdk.events import EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import slot_question
from actions.case import Case
from actions.counts import whole
from actions.journeys.model import Journeys
from actions.repeats import without_repeats
from actions.topic_groups import NEAR_MISS, OF_AN_ACTIVITY, OF_LENGTH
from actions.turn import PLAN, Change, Turn
from actions.turn_reading import read_turns
from bot.responses import Answer, Speaker, grouped, topics
from core import call as calls
from core import judgements
from core.call import Language

_OTHERS_GO = ("people", "we", "organisations", "participant", "town", "kilometres")
OF_JOURNEYS = {"meetings", *OF_AN_ACTIVITY}
"""Topics whose sums are those of the journeys that are remembered, if there are any."""
_ABOUT_JOURNEYS = {"distance_rule", "meetings", "total", "difference", *OF_AN_ACTIVITY}
"""Topics that may be asked about in between."""
_PUT_FORWARD = ("output_rates", "multiplier_events")
"""Topics of whose sums it is said whether one that somebody puts forward is right."""
_SAYS_AGAIN = ("ask_why", "repeat", "change_language")
"""What says the last answer again, so that no sum changes."""
_ADDED_UP = {
    "meetings": (*_OTHERS_GO, "meetings", "times", "number"),
    "multiplier_events": ("local", "international", "people"),
    "travel": (*_OTHERS_GO, "country", "number"),
    "individual_support": (*_OTHERS_GO, "country", "number"),
}
"""Topics of which another one comes on top where this is named: a meeting elsewhere, others."""


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
    leads_to: str | None = None
    """The topic that values mean that follow, where none was answered: 'skolu sektors'."""
    journeys: Journeys | None = None
    """The journeys that are remembered from now on, where the answer is about these."""
    sums: dict[str, Decimal] = field(default_factory=dict)
    """What these come to by topic, EUR."""
    change: Change | None = None
    """By how much they changed."""


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
        if not others:
            replies = [_with_claim(_with_sums_before(replies[0]))]
        replies[-1] = _with_slot_reminder(_with_reminder(replies[-1]))
        said = zip(replies, without_repeats([each.answer for each in replies]), strict=True)
        told = [(reply, answer) for reply, answer in said if answer]
        for reply, answer in told:
            buttons = replies[-1].answer.buttons if reply is told[-1][0] else []
            dispatcher.utter_message(
                text=answer.text,
                words=answer.words,
                buttons=[button.model_dump() for button in buttons],
                table=_dumped(answer.table),
                attachment=_dumped(answer.attachment),
                sources=answer.sources,
                language=reply.turn.language,
                fallback=reply.fallback,
                answers=_answers(reply),
                answered=f"ask_{reply.topic}" if reply.topic else reply.turn.intent,
            )
        return _kept(replies[-1])


def _answers(reply: Reply) -> bool:
    """Tell whether a question was answered: not where Partneris asks one itself."""
    asks = reply.topic == PLAN and reply.turn.plan.asked is not None
    asks = asks or (reply.topic in slot_question.TOPICS and reply.turn.slots.asked is not None)
    return reply.topic is not None and not reply.fallback and not asks


def _dumped(model: BaseModel | None) -> dict[str, Any] | None:
    return model.model_dump() if model else None


def _with_reminder(reply: Reply) -> Reply:
    """Return the reply; where it interrupts a plan that waits for an answer, it says so."""
    plan = reply.turn.plan
    if reply.turn.slots.asked:  # one open question is enough
        return reply
    if not plan.active or plan.asked is None or reply.topic in (None, PLAN):
        return reply
    words = reply.turn.speaker().phrase("planning-back")
    return replace(reply, answer=reply.answer.between(after=words))


def _with_slot_reminder(reply: Reply) -> Reply:
    """Return the reply; where it interrupts a question about a slot, it says so once."""
    question, reminder = slot_question.after(reply.turn.slots, reply.topic)
    words = reply.turn.speaker().phrase(reminder) if reminder else ""
    turn = replace(reply.turn, slots=question)
    return replace(reply, turn=turn, answer=reply.answer.between(after=words))


def action_for(intent: str) -> PartnerisAction:
    """Return the action that answers an intent: its topic's own, or that of plain sentences."""
    topic = "near_miss" if intent.startswith(NEAR_MISS) else intent.removeprefix("ask_")
    topic = {"inform": "follow_up", "nlu_fallback": "not_understood"}.get(intent, topic)
    known = {action.topic: action for action in _actions(PartnerisAction)}
    return known.get(topic, known["answer"])()


def _actions(base: type[PartnerisAction]) -> Iterator[type[PartnerisAction]]:
    for action in base.__subclasses__():
        yield action
        yield from _actions(action)


def _after(reply: Reply, turn: Turn) -> Turn:
    """Return the turn as it is after a reply to an earlier question of the same message."""
    topic = reply.topic or reply.turn.last_topic
    return replace(
        turn,
        last_topic=topic,
        last_said=reply.turn.said,
        sums=_sums(reply),
        plan=reply.turn.plan,
        handover=reply.turn.handover,
        slots=reply.turn.slots,
        data_question=reply.turn.data_question,
        journeys=_journeys(reply),
    )


def _with_sums_before(reply: Reply) -> Reply:
    """Return the reply; where a sum comes on top of others before, it says what they come to.

    'Pieskaiti vadību', 'Plus two people to Warsaw'.
    """
    turn, new = reply.turn, _new_sums(reply)
    if turn.intent in _SAYS_AGAIN or reply.journeys is not None:
        return reply
    others_go = {reply.topic, turn.last_topic} <= OF_AN_ACTIVITY - {"accompanying_persons"}
    others_go = others_go and not new.keys() & turn.sums  # of others it was said already
    adds = turn.adds or bool(_on_top_of(reply))  # 'no, only 1 person'
    if not (adds and turn.sums and new) or others_go:
        return reply
    same = _goes_on(reply)
    if same and not _on_top_of(reply):
        return reply  # 'plus 5 days there' changes the sum
    # the travel of others comes on top with their individual support
    anew = {reply.topic, *(_topic(key) for key in new)}
    counted = [amount for key, amount in _sums(reply).items() if not same or _topic(key) in anew]
    total = sum(counted, Decimal(0))
    if total == sum(new.values()):
        return reply
    speaker = turn.speaker()
    words = [speaker.phrase("together-with-before", amount=total)]
    requested = sum(_added_up(reply).values(), Decimal(0))
    if same and requested > total:
        rest = requested - total
        words.append(speaker.phrase("capped-event-cap", requested=requested, rest=rest))
    return replace(reply, answer=reply.answer.between(before="\n\n".join(words)))


def _with_claim(reply: Reply) -> Reply:
    """Return the reply; where somebody puts a sum forward, whether it is right is said first."""
    claims, new = reply.turn.message.claims, _new_sums(reply)
    if reply.topic not in _PUT_FORWARD or not (claims and new):
        return reply
    right = {*new.values(), sum(new.values(), Decimal(0)), *_sums(reply).values()}
    right.add(sum(_sums(reply).values(), Decimal(0)))
    said = reply.answer.words
    # what a sum would be without its cap is no claim that is wrong
    claims = [e for e in claims if e in right or grouped(str(e)) not in said]
    if not claims:
        return reply
    wrong = [each for each in claims if each not in right]
    key = "claim-wrong" if wrong else "claim-right"
    words = reply.turn.speaker().phrase(key, amount=(wrong or claims)[0])
    return replace(reply, answer=reply.answer.between(before=words))


def _goes_on(reply: Reply) -> bool:
    """Tell whether the answer is about the same sums as the one before it."""
    both = {reply.topic, reply.turn.last_topic}
    return len(both) == 1 or both <= OF_AN_ACTIVITY - {"accompanying_persons"}


def _topic(key: str) -> str:
    """Return the topic of a sum, without whom or what it is for."""
    return key.partition("/")[0]


def _new_sums(reply: Reply) -> dict[str, Decimal]:
    """Return the sums that a reply tells."""
    amount = reply.answer.amount
    own = {reply.topic: amount} if reply.topic and amount is not None else {}
    return reply.answer.sums | own


def _sums(reply: Reply) -> dict[str, Decimal]:
    """Return the last sums: those that the message takes back are gone."""
    turn, new, before = reply.turn, _new_sums(reply), _on_top_of(reply)
    if reply.journeys is not None:
        others = {k: v for k, v in turn.sums.items() if _topic(k) not in OF_JOURNEYS}
        return others | reply.sums
    if turn.intent in _SAYS_AGAIN:
        return turn.sums
    added = {key: _capped(turn, key, amount) for key, amount in _added_up(reply).items()}
    anew = {_topic(key) for key in new}
    if {"travel/staff", "individual_support/staff"} & new.keys() and _of_learners(new):
        anew.add("accompanying_persons")  # they are among those who go with the pupils
    kept = {
        key: amount
        for key, amount in turn.sums.items()
        if key not in anew and not (turn.corrects and _topic(key) in anew)
    }
    return kept | before | added


def _of_learners(amounts: dict[str, Decimal]) -> bool:
    return any(key.endswith("/learner") for key in amounts)


def _added_up(reply: Reply) -> dict[str, Decimal]:
    """Return the new sums with those that they come on top of, whatever their cap."""
    before = _on_top_of(reply)
    return {key: amount + before.get(key, Decimal(0)) for key, amount in _new_sums(reply).items()}


def _capped(turn: Turn, key: str, amount: Decimal) -> Decimal:
    """Return a sum of several events within their cap, which is one for the whole project."""
    if _topic(key) != "multiplier_events":
        return amount
    return min(amount, turn.call.number("event_cap", turn.day))


def _on_top_of(reply: Reply) -> dict[str, Decimal]:
    """Return the sums to which the message adds another one, or to which the last one did.

    'Plus 2 people', 'no, only 1 person'.
    """
    turn = reply.turn
    if reply.topic is None or not _goes_on(reply):
        return {}
    if turn.intent in _SAYS_AGAIN:
        return turn.last_said.on_top
    there = [each["value"] for each in turn.message.entities if each["entity"] == "town"]
    again = reply.topic == "meetings" and bool(there) and not turn.adds
    again = again and {*there} <= {*turn.last_said.town}
    if turn.corrects or again:  # 'sorry, Rome three'
        return turn.last_said.on_top
    named = any(turn.names(value) for value in _ADDED_UP.get(reply.topic, ()))
    if not (turn.adds and named):
        return {}
    topics_anew = {_topic(key) for key in _new_sums(reply)}
    return {key: amount for key, amount in turn.sums.items() if _topic(key) in topics_anew}


def _journeys(reply: Reply) -> Journeys:
    """Return the journeys that are remembered: none where others were worked out since."""
    if reply.journeys is not None:
        return reply.journeys
    before = reply.turn.journeys
    if {_topic(key) for key in _new_sums(reply)} & OF_JOURNEYS:
        return before.model_copy(update={"events": [], "current": False})
    aside = reply.topic is None or reply.topic in _ABOUT_JOURNEYS
    return before.model_copy(update={"current": before.current and aside})


def _case_of(reply: Reply) -> Case:
    """Return what is known of the project, with a length that only a number told: 'ok, 30'."""
    turn = reply.turn
    months = whole(turn.said.months)
    if reply.topic not in OF_LENGTH or not months or not turn.names("number"):
        return turn.case
    if not judgements.duration(turn.call, turn.day, months, turn.field).allowed:
        return turn.case
    return turn.case.model_copy(update={"months": months})


def _kept(reply: Reply) -> list[EventType]:
    turn, sums = reply.turn, _sums(reply)
    slots: dict[str, Any] = {
        "language": turn.language,
        "field": turn.field,
        "offered_topic": reply.offered_topic,
        "elsewhere": turn.intent if turn.intent.startswith(NEAR_MISS) else None,
        "data_question": turn.data_question,
        "consortium": turn.members.memory.model_dump(mode="json", exclude_defaults=True),
        "background": turn.background.model_dump(mode="json", exclude_defaults=True),
        "case": _case_of(reply).model_dump(mode="json", exclude_defaults=True),
        "handover": turn.handover.model_dump(exclude_defaults=True),
        "misunderstood": turn.misunderstood + 1 if reply.fallback else 0,
        "plan": turn.plan.model_dump(mode="json", exclude_defaults=True),
        "slot_booking": turn.slots.model_dump(mode="json", exclude_defaults=True),
        "sums": {name: str(amount) for name, amount in sums.items()},
    }
    slots["journeys"] = _journeys(reply).model_dump(mode="json", exclude_defaults=True)
    change = Change.of(turn.sums, sums, turn.says_wrong)
    if change := reply.change or (None if reply.journeys else change):
        slots["change_of_sums"] = change.model_dump(mode="json")
    aside = reply.topic in topics() and topics()[reply.topic].aside
    if (reply.topic or reply.offered_topic) and not aside:
        said = turn.said.model_copy(update={"on_top": _on_top_of(reply)})
        slots["last_said"] = said.model_dump(mode="json", exclude_defaults=True)
    topic = None if aside else reply.topic or reply.leads_to
    if topic:
        slots["last_topic"] = topic
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
    # 'no' would say the opposite: 'is it true that we can't buy laptops?'
    supposes = turn.message.has("supposes") and turn.message.asks  # 'Bet ja partneri ir tie paši?'
    enough = turn.message.hangs_on("enough") and turn.message.asks  # 'ar to pietiks?'
    asked = turn.message.whether or turn.follows or supposes or enough
    asked = asked or turn.message.turns_on("to_do") or turn.message.asks
    if asked and not turn.message.turns_on("forbidden"):
        meant = (each for words, each in about.verdicts.items() if _turns_on(turn, words))
        for sentence in dict.fromkeys(meant):
            speaker.say(sentence)
    speaker.say(topic.replace("_", "-"), field=turn.field)
    speaker.rest_on_facts(about.facts)
    if about.pointer:
        say_contact(speaker, turn)
    return finish(speaker, topic)


def _turns_on(turn: Turn, words: str) -> bool:
    """Tell whether a verdict turns on each of the words: one alone may stand beside the question.

    'Is a PIC needed at all?' does not ask whether it is enough.
    """
    message = turn.message
    return all(message.turns_on(each) or message.hangs_on(each) for each in words.split())


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
