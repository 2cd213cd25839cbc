"""Closed classes of words (field, staff, units, months …) as spaCy patterns.

The words stand in `data/vocabulary/<language>.yml`. In a word, `*` at the end takes any ending and
`~` any Latvian case ending; capital words of three or more letters (PIA, VET) match in any case.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from pydantic import RootModel
from spacy.lang.en.stop_words import STOP_WORDS as ENGLISH
from spacy.lang.lv.stop_words import STOP_WORDS as LATVIAN
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from core import yaml_file
from core.text import ENDINGS, fold

FOLDER = Path(__file__).parent.parent.parent / "data" / "vocabulary"
LANGUAGES = ("lv", "en")
SMALL_WORDS = {fold(word) for word in LATVIAN | ENGLISH}
"""Words without a meaning of their own: 'un', 'of', 'the'."""
FROM = {"no", "from"}
CLAUSE_WORDS = (
    "asks",
    "joins",
    "follows",
    "extent",
    "fillers",
    "chooses",
    "plan",
    "matter",
    "phones",
    "hedges",
    "who",
    "ordinal",
    "theme",
    "verdict",
)
"""Groups of words that show how a message is built, name a part of a plan, or on which a verdict
hangs: no entities."""
_UNIONS = {"EU", "EZ", "UN", "QO", "ZZ"}
"""What babel names beside countries: unions, and what is unknown."""
_ANY_ENDING = rf"(?:{'|'.join(ENDINGS)})?"


class Words(RootModel[dict[str, dict[str, list[str]]]]):
    """entity → value → how people say it."""


@cache
def words() -> dict[str, dict[str, list[str]]]:
    """Return the words of both languages together: people mix them.

    Raises:
        DataError: a vocabulary file is wrong.
    """
    merged: dict[str, dict[str, list[str]]] = {}
    for language in LANGUAGES:
        content = yaml_file.load(FOLDER / f"{language}.yml", Words).root
        for entity, values in content.items():
            for value, phrases in values.items():
                merged.setdefault(entity, {}).setdefault(value, []).extend(phrases)
    return merged


def matcher(vocab: Vocab) -> Matcher:
    """Return a matcher of entities whose rule names are `entity=value`."""
    result = _matcher_of(vocab, [entity for entity in words() if entity not in CLAUSE_WORDS])
    for code, names in _country_names().items():
        result.add(f"country={code}", [_pattern(name) for name in names])
    return result


def clause_matcher(vocab: Vocab) -> Matcher:
    """Return a matcher of the words that ask a question or join two."""
    return _matcher_of(vocab, CLAUSE_WORDS)


def _matcher_of(vocab: Vocab, entities: Iterable[str]) -> Matcher:
    result = Matcher(vocab)
    for entity in entities:
        for value, phrases in words()[entity].items():
            result.add(f"{entity}={value}", [_pattern(phrase) for phrase in phrases])
    return result


def find(matcher: Matcher, doc: Doc) -> list[tuple[str, str, Span]]:
    """Return (entity, value, span) for the longest matches that do not overlap, in order."""
    found = []
    for rule, start, end in matcher(doc):
        entity, value = doc.vocab.strings[rule].split("=", 1)
        found.append((entity, value, doc[start:end]))
    spans = sorted(found, key=lambda match: (-len(match[2]), match[2].start))
    kept: list[tuple[str, str, Span]] = []
    for entity, value, span in spans:
        clash = any(
            span.start < other.end and other.start < span.end and _exclusive(entity, kind)
            for kind, _, other in kept
        )
        if not clash:
            kept.append((entity, value, span))
    return sorted(kept, key=lambda found: found[2].start)


def _exclusive(first: str, second: str) -> bool:
    """Tell whether two entities may not share words: 'teacher' is both a participant and staff."""
    return first == second or not {first, second} <= {
        "participant", "staff", "unit", "field", "own", "partner_role", "priority", "country",
        "target_language",
    }  # fmt: skip


def _pattern(phrase: str) -> list[dict[str, Any]]:
    return [_token(word) for word in phrase.split()]


def _token(word: str) -> dict[str, Any]:
    if word == "$":
        return {"IS_PUNCT": True}
    if word == "#":
        return {"IS_DIGIT": True}
    stem = re.escape(fold(word.rstrip("*~")))
    match word[-1]:
        case "*":
            return {"NORM": {"REGEX": rf"^{stem}\w*$"}}
        case "~":
            return {"NORM": {"REGEX": rf"^{stem}{_ANY_ENDING}$"}}
        case _:
            return {"NORM": fold(word)}


@cache
def _country_names() -> dict[str, list[str]]:
    """Return the Latvian (in any case) and English names of all countries, from babel (CLDR)."""
    names: dict[str, list[str]] = {}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in _UNIONS and _speakable(name):
                names.setdefault(code, []).append(_declinable(name) if language == "lv" else name)
    return names


def _speakable(name: str) -> bool:
    """Leave out 'Congo (DRC)' and names so short that they are words of the language."""
    return "(" not in name and len(fold(name)) > 4 and len(name.split()) <= 3


def _declinable(name: str) -> str:
    return " ".join(f"{_stem(word)}~" for word in name.split())


def _stem(word: str) -> str:
    return re.sub(r"(is|us|s|a|e|i|as|es)$", "", fold(word)) or word
