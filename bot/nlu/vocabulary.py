"""Closed classes of words (field, staff, units, months …), found in a text's tokens.

The words stand in `data/vocabulary/<language>.yml`. In a word, `*` at the end takes any ending, `*`
at the beginning any beginning, and `~` any Latvian case ending; capital words of three or more
letters (PIA, VET) match in any case.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path

from babel import Locale
from pydantic import RootModel
from spacy.lang.en.stop_words import STOP_WORDS as ENGLISH
from spacy.lang.lv.stop_words import STOP_WORDS as LATVIAN
from spacy.tokens import Doc, Span, Token

from core import yaml_file
from core.text import ENDINGS, fold

FOLDER = Path(__file__).parent.parent.parent / "data" / "vocabulary"
LANGUAGES = ("lv", "en")
Found = list[tuple[str, str, Span]]
"""Entity, value and words of what is found in a text."""
SMALL_WORDS = {fold(word) for word in LATVIAN | ENGLISH}
"""Words without a meaning of their own: 'un', 'of', 'the'."""
FROM = {"no", "from"}
CLAUSE_WORDS = (
    "asks",
    "joins",
    "either",
    "follows",
    "fillers",
    "being",
    "of_ourselves",
    "before_one",
    "before_from",
    "before_for",
    "for_one",
    "sounds",
    "no_town",
    "joining",
    "chooses",
    "plan",
    "matter",
    "phones",
    "hedges",
    "who",
    "output",
    "ordinal",
    "theme",
    "chapter",
    "verdict",
    "member",
    "member_question",
    "around_members",
    "part_of_month",
    "journey",
)
"""Groups of words that show how a message is built, name a part of a plan, or on which a verdict
hangs: no entities."""
_UNIONS = {"EU", "EZ", "UN", "QO", "ZZ"}
"""What babel names beside countries: unions, and what is unknown."""
_ANY_ENDING = rf"(?:{'|'.join(ENDINGS)})?"
_ANYTHING = "*"
_REMEMBERED = 20_000
"""Words of which it is kept what they fit; most messages hold none but these."""


class _Sign(Enum):
    """What stands in a phrase for any token of a kind."""

    PUNCTUATION = "$"
    DIGITS = "#"


_Test = str | _Sign | re.Pattern[str]
"""What a token must be: a folded word, of a kind, or a word that an expression describes."""


@dataclass
class _Node:
    """Where phrases go on, by the test of their next word; and the rules of those that end here."""

    next: dict[_Test, _Node] = field(default_factory=dict)
    rules: list[tuple[int, str]] = field(default_factory=list)


class Phrases:
    """Finds phrases as spaCy's `Matcher` does: the same matches, in the same order.

    That one tries each of four thousand phrases at each word of each message, most of them with a
    regular expression, which was a fifth of a message's time. Here a word's tests are found once
    and remembered, and only phrases that begin with it are followed.
    """

    def __init__(self) -> None:
        self._first = _Node()
        self._count = 0
        self._expressions: defaultdict[str, dict[re.Pattern[str], None]] = defaultdict(dict)
        self._tests_of = lru_cache(_REMEMBERED)(self._tests)

    def add(self, rule: str, phrases: Iterable[str]) -> None:
        """Add the phrases of a rule."""
        for phrase in phrases:
            node = self._first
            for word in phrase.split():
                node = node.next.setdefault(self._test(word), _Node())
            node.rules.append((self._count, rule))
            self._count += 1

    def __call__(self, doc: Doc) -> list[tuple[str, int, int]]:
        """Return rule, first token and the one after, each once.

        In the order of their ends, then of their starts, then as the phrases were added.
        """
        tests = [self._tests_of_token(token) for token in doc]
        found = []
        for start in range(len(tests)):
            nodes = [self._first]
            for end in range(start, len(tests)):
                nodes = [node.next[t] for node in nodes for t in tests[end] if t in node.next]
                if not nodes:
                    break
                for node in nodes:
                    found += [(end + 1, start, number, rule) for number, rule in node.rules]
        found.sort()
        return list(dict.fromkeys((rule, start, end) for end, start, _, rule in found))

    def _test(self, word: str) -> _Test:
        if word in [sign.value for sign in _Sign]:
            return _Sign(word)
        stem = fold(word.strip("*~"))
        # 'devītklasnieki': the word that they are made from stands at the end
        begins = r"[\w-]*" if word[0] == _ANYTHING else ""
        ends = {_ANYTHING: r"\w*", "~": _ANY_ENDING}.get(word[-1], "")
        if not begins and not ends:
            return fold(word)
        expression = re.compile(rf"^{begins}{re.escape(stem)}{ends}$")
        self._expressions["" if begins else stem[:1]][expression] = None
        return expression

    def _tests_of_token(self, token: Token) -> tuple[_Test, ...]:
        """Return the tests that a token passes."""
        tests = self._tests_of(token.norm_)
        if token.is_punct:
            return (*tests, _Sign.PUNCTUATION)
        return (*tests, _Sign.DIGITS) if token.is_digit else tests

    def _tests(self, word: str) -> tuple[_Test, ...]:
        likely = [*self._expressions[""], *self._expressions.get(word[:1], ())]
        return (word, *(each for each in likely if each.search(word)))


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


@cache
def single_words(group: str, value: str = "word") -> set[str]:
    """Return the single words of a group, or of one of its values, folded."""
    return {fold(word) for word in words()[group][value]}


def matcher() -> Phrases:
    """Return what finds entities; its rules are `entity=value`."""
    result = _phrases_of(entity for entity in words() if entity not in CLAUSE_WORDS)
    for code, names in _country_names().items():
        result.add(f"country={code}", names)
    return result


def clause_matcher() -> Phrases:
    """Return what finds the words that ask a question or join two."""
    return _phrases_of(CLAUSE_WORDS)


def happenings() -> Phrases:
    """Return what finds the words for what takes place somewhere: 'seminārs', 'meeting'."""
    result = Phrases()
    for value in ("events", "meetings"):
        result.add(value, words()["plan"][value])
    result.add("events", words()["matter"]["an_event"])
    return result


def _phrases_of(entities: Iterable[str]) -> Phrases:
    result = Phrases()
    for entity in entities:
        for value, phrases in words()[entity].items():
            result.add(f"{entity}={value}", phrases)
    return result


def find(matcher: Phrases, doc: Doc) -> Found:
    """Return (entity, value, span) for the longest matches that do not overlap, in order."""
    found = []
    for rule, start, end in matcher(doc):
        entity, value = rule.split("=", 1)
        found.append((entity, value, doc[start:end]))
    spans = sorted(found, key=lambda match: (-len(match[2]), match[2].start))
    kept: Found = []
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
