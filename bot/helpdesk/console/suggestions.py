"""Answers that an officer may begin with: the bot's own, from the call's data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa_sdk import Tracker

from actions.base import Reply, action_for
from actions.chat import answer_topic, offered_topics
from actions.turn import PLAN, Turn, read_turns
from bot.helpdesk.console.pages import topic_words
from bot.responses import topics
from core.call import FieldId, Language

_MOST = 4
_NEVER = (PLAN, "human", "contacts")
"""A plan is built by questions, and the person is with a human already."""


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
    turns = [
        replace(turn, language=language, field=turn.field or field)
        for turn in read_turns(Tracker.from_dict({**state, "events": []}))
    ]
    found: dict[str, Suggestion] = {}
    for suggestion in _suggested(turns):
        found.setdefault(suggestion.topic, suggestion)
        if len(found) == _MOST:
            break
    return list(found.values())


def _suggested(turns: list[Turn]) -> Iterator[Suggestion]:
    """Yield what the bot would answer, then what else may have been meant, then what is near.

    Who only asked for a person ('I want to speak with somebody') asked something before.
    """
    for turn in turns:
        reply = action_for(turn.intent).reply(turn) if _is_question(turn) else None
        if reply and reply.topic and not reply.fallback:
            yield from _suggestion(reply)
    likely = [(topic, turn) for turn in turns for topic in offered_topics(turn)]
    if topic := turns[0].last_topic:
        likely.append((topic, replace(turns[0], said=turns[0].last_said)))
    near = [(topic, turn) for about, turn in likely for topic in _next(about)]
    for topic, turn in [*likely, *near]:
        if topic not in _NEVER and topic in topics():
            yield from _suggestion(Reply(turn, answer_topic(topic, turn), topic=topic))


def _next(topic: str) -> list[str]:
    about = topics().get(topic)
    return about.next if about else []


def _is_question(turn: Turn) -> bool:
    return turn.intent == "inform" or turn.intent.startswith("ask_")


def _suggestion(reply: Reply) -> Iterator[Suggestion]:
    topic = reply.topic
    if topic is None or topic in _NEVER or topic not in topics():
        return
    yield Suggestion(
        topic=topic,
        question=topic_words(reply.turn.speaker(), topic),
        text=reply.answer.text,
        sources=reply.answer.sources,
    )
