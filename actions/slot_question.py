"""The open question about a consultation slot, and which messages answer it."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Literal

from pydantic import BaseModel

from actions import slot_times
from actions.slot_times import Wish
from actions.topic_groups import NEAR_MISS
from bot.helpdesk import officers, slots
from bot.helpdesk.officers import Officer
from core.call import Hours
from core.text import fold, nominatives

if TYPE_CHECKING:
    from actions.turn import Turn

SLOTS, MY_SLOT, ANSWER, DAY = "slots", "my_slot", "slot_answer", "consultation_day"
"""Topics of the answers about slots, and what a message to an open question is taken for."""
TOPICS = (SLOTS, MY_SLOT)
INTENTS = ("ask_slots", "move_slot", "cancel_slot", "ask_my_slot")
_ALWAYS_ELSEWHERE = (
    "greet", "thank", "goodbye", "insult", "distress", "change_language", "repeat", "ask_human",
)  # fmt: skip
_UNCLEAR = ("nlu_fallback", "out_of_scope")
_SURE, _SURE_WITHOUT_ASKING = 0.85, 0.97
"""From here a message has a topic of its own, whether it asks or only names it."""
_FEW_WORDS = 4
"""Words up to which a message that names a time is about the time."""
_SHORTEST_NAME = 3


class SlotQuestion(BaseModel):
    """What was asked last about slots; kept in the slot `slot_booking`."""

    asked: Literal["field", "time", "about", "cancel"] | None = None
    booking: int | None = None
    """The booking that is moved, described or cancelled."""
    day: dt.date | None = None
    officer: int | None = None
    """The officer that the person named."""
    wish: Wish = Wish()
    """What was wished for before the field was asked."""
    asking: bool = False
    """Whether the wish was a question, so that nothing is booked before it is confirmed."""
    proposed: dt.datetime | None = None
    """The slot that a 'yes' would book, with its officer."""
    proposed_officer: int | None = None
    reminded: bool = False
    """Whether the question was asked again; it is dropped the next time."""


def about_slots(turn: Turn, several: bool) -> str | None:
    """Return what a message does about slots; none where it is about something else.

    Args:
        turn: the turn as the message alone has it.
        several: whether the message has several questions; then only an answer is taken from it.
    """
    if turn.slots.asked and _answers(turn):
        return ANSWER
    if several:
        return None
    if turn.intent in INTENTS:
        return turn.intent
    if turn.intent == f"ask_{DAY}" and slots.upcoming(turn.call, turn.now):
        return DAY
    if turn.last_topic == SLOTS and turn.intent == "inform" and wish(turn).named:
        return f"ask_{SLOTS}"
    return None


def after(question: SlotQuestion, topic: str | None) -> tuple[SlotQuestion, str | None]:
    """Return the open question after an answer, and the sentence that reminds of it.

    What comes between is answered and reminds once; then the question is dropped. Small talk ends
    it, too: who says 'paldies' has done.
    """
    if question.asked is None or topic in TOPICS:
        return question, None
    if topic is None or question.reminded:
        return SlotQuestion(), None
    return question.model_copy(update={"reminded": True}), f"slots-back-{question.asked}"


def _answers(turn: Turn) -> bool:
    """Tell whether a message answers the open question."""
    asked, text = turn.slots.asked, turn.message.text
    if slot_times.reply(text, "stop") or (asked == "about" and slot_times.reply(text, "skip")):
        return True
    if turn.intent in _ALWAYS_ELSEWHERE:
        return False
    yes_or_no = slot_times.reply(text, "yes") or slot_times.reply(text, "no")
    if yes_or_no or turn.intent in ("affirm", "deny"):
        return True
    unclear = turn.intent in _UNCLEAR and not turn.slots.reminded
    if asked == "cancel":
        return turn.intent == "cancel_slot" or unclear
    if turn.intent in ("cancel_slot", "ask_my_slot"):
        return False
    if asked == "about":
        if not slots.find(turn.conversation, turn.slots.booking or 0):
            return False  # cancelled or deleted meanwhile
        return not _elsewhere(turn)
    if _elsewhere(turn):
        return False
    told = turn.said.field or turn.said.date or named_officer(text) or wish(turn).named
    return bool(told) or unclear


def _elsewhere(turn: Turn) -> bool:
    """Tell whether a message surely asks about another topic."""
    message, asked = turn.message, turn.slots.asked
    sure = next((each["confidence"] for each in turn.ranking if each["name"] == turn.intent), 0.0)
    if turn.intent in INTENTS:
        return bool(asked == "about" and sure >= _SURE_WITHOUT_ASKING)
    if not turn.intent.startswith(("ask_", NEAR_MISS, "plan_")):
        return False
    if asked == "field" and message.bare and turn.said.field:
        return False
    if asked == "time" and len(message.text.split()) <= _FEW_WORDS and wish(turn).at:
        return False
    if asked == "about":  # a topic that is only named is what the consultation is about
        return message.asks and sure >= _SURE
    return bool(sure >= (_SURE if message.asks else _SURE_WITHOUT_ASKING))


def wish(turn: Turn) -> Wish:
    """Return which slots a message wishes for, by the hours of the days that are to come."""
    days = slots.upcoming(turn.call, turn.now)
    if not days:
        return Wish()
    hours = Hours(opens=min(day.opens for day in days), closes=max(day.closes for day in days))
    return slot_times.read(slot_times.undated(turn.message.text, turn.message.entities), hours)


def named_officer(text: str) -> Officer | None:
    """Return the officer whose name stands in a text, in any case; none where several would fit."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= _SHORTEST_NAME]
    forms = {fold(word) for word in words} | {form for word in words for form in nominatives(word)}
    counted = [
        (len(forms & set(fold(officer.name).split())), officer) for officer in officers.everybody()
    ]
    most = max((count for count, _ in counted), default=0)
    best = [officer for count, officer in counted if count == most]
    return best[0] if most and len(best) == 1 else None
