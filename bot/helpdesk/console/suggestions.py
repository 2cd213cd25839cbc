"""Answers that an officer may begin with: the bot's own, from the call's data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa_sdk import Tracker

from actions.base import TopicAction, action_for
from actions.chat import ActionAnswer, answer_topic, offered_topics
from actions.turn import Turn
from actions.turn_reading import read_turns
from bot.helpdesk.console.pages import topic_words
from bot.responses import topic_of, topics
from core.call import FieldId, Language

_MOST = 4
_NEVER = "contacts"
"""The person is with the one whom it names."""


@dataclass(frozen=True)
class Suggestion:
    """An answer to edit and send."""

    topic: str
    question: str
    text: str
    """With its sources at the end."""
    sources: list[str]


def suggestions(
    tracker: DialogueStateTracker, language: Language, field: FieldId | None
) -> list[Suggestion]:
    """Return answers to what the person last said, the likeliest first.

    Args:
        tracker: the conversation.
        language: that of the ticket; the answers are in it.
        field: that of the ticket, where the person named none.
    """
    state = tracker.current_state(EventVerbosity.NONE)
    if state["latest_message"] is None:
        return []
    # not live: no officer is offered to who talks with one
    turns = [
        replace(turn, language=language, field=turn.field or field, live=False)
        for turn in read_turns(Tracker.from_dict({**state, "events": []}))
    ]
    chosen: dict[str, Turn] = {}
    for topic, turn in _topics(turns):
        if _only_answers(topic):
            chosen.setdefault(topic, turn)
    return [_suggestion(topic, turn) for topic, turn in islice(chosen.items(), _MOST)]


def _topics(turns: list[Turn]) -> Iterator[tuple[str, Turn]]:
    """Yield what was asked, what else may have been meant, what was asked before, what is near.

    Who only says 'I want to speak with somebody' asked something before.
    """
    first = turns[0]
    before = [(first.last_topic, replace(first, said=first.said.over(first.last_said)))]
    asked = [(topic_of(turn.intent), turn) for turn in turns]
    likely = [(topic, turn) for turn in turns for topic in offered_topics(turn)]
    in_order = [*before, *likely] if first.intent == "inform" else [*asked, *likely, *before]
    found = [(topic, turn) for topic, turn in in_order if topic in topics()]
    yield from found
    yield from ((near, turn) for topic, turn in found for near in topics()[topic].next)


def _only_answers(topic: str) -> bool:
    """Tell whether a topic's action does nothing but answer: others call a person, book a time."""
    if topic == _NEVER or topics()[topic].pointer:
        return False
    return isinstance(action_for(f"ask_{topic}"), TopicAction | ActionAnswer)


def _suggestion(topic: str, turn: Turn) -> Suggestion:
    answer = answer_topic(topic, turn)
    return Suggestion(
        topic=topic,
        question=topic_words(turn.speaker(), topic),
        text=answer.text,
        sources=answer.sources,
    )
