"""What a person typed, made safe for Rasa.

Rasa reads a message that begins with a slash as an intent with slots. Partneris has no such
messages (buttons send plain questions), so a slash is text like any other.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 4_000
"""Letters of a message that are kept; a page of text is far below."""
_PAYLOAD = re.compile(r"/\s*\w*\s*(@[\d.]+)?\s*(\{.*)?", re.DOTALL)
"""`/intent{"slot": "value"}`: nobody means that as a sentence, so nothing in it is understood."""
_KEPT_CONTROLS = {"\n", "\t"}


def clean(text: object) -> str:
    """Return the text without control characters, leading slashes and what is too long."""
    typed = text if isinstance(text, str) else ""
    if _PAYLOAD.fullmatch(typed.strip()[:LONGEST]):
        return ""
    return visible(typed[: 2 * LONGEST]).strip().lstrip("/").strip()[:LONGEST]


def visible(text: str) -> str:
    """Return the text without control characters."""
    return "".join(
        char
        for char in text
        if char in _KEPT_CONTROLS or unicodedata.category(char) not in ("Cc", "Cs", "Co", "Cn")
    )
