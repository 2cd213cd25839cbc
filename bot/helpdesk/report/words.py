"""Names of what is counted, in words."""

from __future__ import annotations

import math

from bot.responses import Speaker
from core.yaml_file import DataError


def intent_words(speaker: Speaker, intent: str) -> str:
    """Return what an intent asks: the question of its topic's button, else its own words."""
    topic = intent.removeprefix("ask_")
    key = f"question-{topic}" if topic != intent else f"report-intent-{intent}"
    try:
        return speaker.phrase(key.replace("_", "-"))
    except DataError:  # nobody is shown a button for it
        return intent


def wait_words(speaker: Speaker, seconds: float | None) -> str:
    """Word a wait; a dash where nobody waited."""
    if seconds is None:
        return "–"
    minutes = math.ceil(seconds / 60)
    return speaker.phrase("report-wait", hours=minutes // 60, minutes=minutes % 60)


def share_words(speaker: Speaker, number: int, of: int) -> str:
    """Word a share in per cent; a dash where there is nothing to share."""
    return speaker.phrase("percent", number=str(round(100 * number / of))) if of else "–"
