"""What a message is read with: the topic that the conversation was last about.

Rasa understands each message by itself, but 'is there a ceiling for the whole project?' has its
sense from the turn before. The topic's own question, as its button asks it, stands for that turn:
what was really typed may itself have been half a sentence.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import NamedTuple

from rasa.shared.core.trackers import DialogueStateTracker

from bot.responses import Speaker, topics
from core import call as calls
from core.call import Language

_MARK = "xtopic"


class Before(NamedTuple):
    """The topic before a message."""

    topic: str
    question: str

    def in_sense(self, text: str) -> str:
        """Return what the sentence encoder reads: the question, then the message."""
        return f"{self.question} {text}"

    def in_terms(self, text: str) -> str:
        """Return what n-grams are taken of: the topic as one word, then the message.

        The question's own words would take weight from those of messages that come first.
        """
        return f"{_MARK}{self.topic.replace('_', '')} {text}"


def topic_before(tracker: DialogueStateTracker) -> Before | None:
    """Return the last topic, with its question in the language of the conversation.

    None while a plan is being made or a person is being called: a message then answers what was
    asked for that, or asks something new.
    """
    topic, plan = tracker.get_slot("last_topic"), tracker.get_slot("plan") or {}
    handover = tracker.get_slot("handover") or {}
    called = handover.get("asked") and not handover.get("since")
    if topic is None or plan.get("active") or called:
        return None
    return before(topic, tracker.get_slot("language") or "lv")


@cache
def before(topic: str, language: Language) -> Before | None:
    """Return a topic as one before a message; none where no button asks its question."""
    about = topics().get(topic)
    if about is None or about.never_offered:
        return None
    speaker = Speaker(calls.newest(), language, dt.date.today(), files=("questions",))
    return Before(topic, speaker.button(topic).title)
