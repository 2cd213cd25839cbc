"""What a person is told when an officer takes their conversation, passes it on or ends it."""

from __future__ import annotations

from typing import Any, Literal

from bot import clock
from bot.responses import Speaker
from core import call as calls
from core.call import Language

Event = Literal[
    "claimed", "taken_over", "passed_to_officer", "passed_to_field", "abandoned", "ended"
]
_SENTENCES = ("format", "helpdesk")


def notice(event: Event, language: Language, **values: Any) -> dict[str, Any]:
    """Return the message that tells of an event, as an action would utter it."""
    call = calls.newest()
    speaker = Speaker(call, language, clock.now(call.timezone).date(), _SENTENCES)
    words = speaker.phrase(f"notice-{event.replace('_', '-')}", **values)
    return {"text": words, "words": words, "language": language, "notice": event}


def answer(text: str, language: Language, officer: str) -> dict[str, Any]:
    """Return what an officer says, as an action would utter it."""
    return {"text": text, "words": text, "language": language, "officer": {"name": officer}}
