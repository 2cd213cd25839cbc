"""Action codes of a row of which only the first is written out: 'KA201, 202 and 204'."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc

from bot.nlu import vocabulary
from core.text import fold

_CODE = re.compile(r"(ka)?(20\d)", re.IGNORECASE)
_LETTERS = "ka"
_JOINS = {",", "/", "and", "un", "or", "vai", "&", "ar", "vs", "nor", "with"}
_UNTIL = {"-", "–", "—", "to", "lidz", "through", "till"}


class Code(NamedTuple):
    """A field that a code names, at tokens `start` to `end` (not included)."""

    field: str
    start: int
    end: int


@cache
def _fields() -> dict[int, str]:
    """Return the fields by the number of their code, from the vocabulary."""
    found = {}
    for field, phrases in vocabulary.words()["field"].items():
        for phrase in phrases:
            code = _CODE.fullmatch(phrase)
            if code and code[1]:
                found[int(code[2])] = field
    return found


def codes(doc: Doc) -> list[Code]:
    """Return the codes of a row behind the first one, which the vocabulary finds by itself.

    A number alone is a code only in a row that begins with a whole one: 'KA 201' or 'KA201'. What
    stands between the ends of a range is named, too: 'KA201-204'.
    """
    found: list[Code] = []
    last = None
    """Number and end of the code before, if nothing but what joins a row stands behind it."""
    index = 0
    while index < len(doc):
        apart = doc[index].norm_ == _LETTERS and index + 1 < len(doc)
        at = index + apart
        code = _CODE.fullmatch(doc[at].text)
        number = int(code[2]) if code and int(code[2]) in _fields() else None
        whole = bool(code and (code[1] or apart))
        if number and (whole or last):
            if last and _is_range(doc, last[1], index):
                found += [Code(_fields()[n], at, at + 1) for n in range(last[0] + 1, number)]
            if not (code and code[1]):
                found.append(Code(_fields()[number], index, at + 1))
            last, index = (number, at + 1), at + 1
            continue
        if last and not _joins(doc, index):
            last = None
        index += 1
    return found


def _joins(doc: Doc, index: int) -> bool:
    return fold(doc[index].text) in _JOINS | _UNTIL


def _is_range(doc: Doc, start: int, end: int) -> bool:
    return end - start == 1 and fold(doc[start].text) in _UNTIL
