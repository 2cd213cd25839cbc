"""Text as people type it, made comparable."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_OTHER_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}
)

_DIGRAPHS = re.compile(r"([aeiu])\1|([scz])h|([gkln])j")
"""How Latvian is typed where letters such as ā, š and ģ are missing."""

ENDINGS = (
    "iem", "am", "as", "ai", "em", "es", "ei", "ie", "is", "im", "us", "um", "ui", "os",
    "a", "e", "i", "o", "s", "u",
)  # fmt: skip
"""Endings of Latvian nouns in any case, after folding, longest first."""

_NOMINATIVES = ("a", "e", "s", "is", "us", "i", "")
_SHORTEST_STEM = 3


def fold(text: str) -> str:
    """Return the text in small letters, without diacritics, with single blanks."""
    small = unicodedata.normalize("NFKD", text).casefold()  # first: some capitals hide, as in 𝓐
    decomposed = unicodedata.normalize("NFKD", small)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return re.sub(r"\s+", " ", bare.translate(_OTHER_LETTERS)).strip()


def without_digraphs(word: str) -> str:
    """Return a folded word without letters that stand for diacritics: 'shkoleeni', 'gjimene'."""
    return _DIGRAPHS.sub(lambda found: "".join(filter(None, found.groups())), word)


def nominatives(form: str) -> Iterator[str]:
    """Yield the folded names of which `form` may be a case: `Lisabonu` may be of `lisabona`.

    Too many rather than too few: meant for looking up in a list of real names.
    """
    head, _, word = fold(form).rpartition(" ")
    for ending in ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            for nominative in _NOMINATIVES:
                yield f"{head} {stem}{nominative}".strip()
