"""What a message is read with: the question that the conversation was last about.

Rasa understands each message by itself, but 'is there a ceiling for the whole project?' has its
sense from the turn before. The topic's own question, as its button asks it, stands for that turn:
what was really typed may itself have been half a sentence.
"""

from __future__ import annotations

import datetime as dt
from functools import cache

from rasa.shared.core.trackers import DialogueStateTracker

from bot.responses import Speaker, topics
from core import call as calls
from core.call import Language


def question_before(tracker: DialogueStateTracker) -> str | None:
    """Return the question that the last topic answers, in the language of the conversation.

    None while a plan is being made: a message then tells of the plan or asks something new.
    """
    topic, plan = tracker.get_slot("last_topic"), tracker.get_slot("plan") or {}
    if topic is None or plan.get("active"):
        return None
    return question_about(topic, tracker.get_slot("language") or "lv")


@cache
def question_about(topic: str, language: Language) -> str | None:
    """Return the question that a topic's button asks; none where no button asks it."""
    about = topics().get(topic)
    if about is None or about.never_offered:
        return None
    speaker = Speaker(calls.newest(), language, dt.date.today(), files=("questions",))
    return speaker.button(topic).title
