"""What a person types reaches Rasa as text, whatever it looks like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.clean import LONGEST, clean


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("Kāds ir termiņš?", "Kāds ir termiņš?"),
        ("  vairākas\n\nrindas  ", "vairākas\n\nrindas"),
        ('/ask_deadline{"field": "vet"}', ""),
        ("/restart", ""),
        ('/ask_deadline@0.9{"a": 1}', ""),
        ("///session_start", "session_start"),
        ("/mēs gribam pieteikties", "mēs gribam pieteikties"),
        ("a\x00b\x07c\ud800", "abc"),
        ("", ""),
        (None, ""),
        (5, ""),
        ("a" * 20_000, "a" * LONGEST),
    ],
)
def test_examples(typed: object, cleaned: str) -> None:
    assert clean(typed) == cleaned


@given(st.text())
def test_no_text_begins_with_a_slash_or_is_too_long(text: str) -> None:
    cleaned = clean(text)
    assert not cleaned.startswith("/")
    assert len(cleaned) <= LONGEST
