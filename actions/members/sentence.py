"""A sentence as words, with those whom it mentions and the words that tell of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from actions.message import Message
from bot.nlu import vocabulary
from bot.nlu.vocabulary import FROM
from core.text import fold

_SENTENCE = re.compile(r"(?<![\d(])(?<!\b[^\W\d_][.])[.!?;]+(?=\s|$)|\n+")
_WORD = re.compile(r"\w+(?:[-’']\w+)*|[^\w\s]")
SEPARATORS = {",", ";", ":", "–", "—", "-", "(", ")", "/"}
ADDING = {"&", "+"}
"""Signs that join the members of a list."""


def small(name: str) -> set[str]:
    """Return the small words around members of a consortium, folded, by what they do there."""
    return vocabulary.single_words("around_members", name)


@dataclass(frozen=True)
class Mention:
    """Somebody who is mentioned, at words `start` to `end` (not included) of the sentence."""

    start: int
    end: int
    country: str | None = None
    town: str | None = None
    count: int | None = None
    kind: str | None = None
    """The word for an organisation that stands beside, folded: 'Kauņas muzejs'."""
    partner: bool = False
    """Whether a word for partners does."""
    another: bool = False
    own: bool = False
    we: bool = False
    """Whether it is only 'we', whose place is known or not."""
    them: bool = False
    """Whether it is those who were spoken of before."""
    back: bool = False
    """Whether it is named as what gives way: 'instead of the Swedes'."""
    listed: bool = False
    """Whether it stands in a list of places."""
    with_us: bool = False
    """Whether it is joined with those who ask: 'mēs un poļi'."""
    cue: str | None = None
    """What is said of it: one of the words that tell of a change."""


@dataclass(frozen=True)
class Count:
    """A number of organisations without a place of its own."""

    at: int
    number: int
    total: bool
    """Whether one's own is among them."""
    beside: bool = False
    """Whether it is said that one's own comes beside them."""
    us: bool = False
    """Whether it counts those who ask: 'the three of us'."""


@dataclass
class Sentence:
    """A sentence as words, with what stands in it."""

    text: str
    offset: int
    asks: bool
    words: list[tuple[str, int, int]]
    """Word, folded, and its letters in the message."""
    marks: list[tuple[str, int, int]] = field(default_factory=list)
    """Words of the group `member`: name, first word and the one behind."""
    mentions: list[Mention] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    supposes: bool = False
    may: bool = False
    """Whether it is asked what may be."""
    elsewhere: bool = False
    """Whether it tells of journeys, meetings or the like, whose places are no partner's."""

    def has(self, *names: str) -> bool:
        """Tell whether one of the words of the group stands in it."""
        return any(name in names for name, _, _ in self.marks)

    def spans(self, *names: str) -> list[tuple[int, int]]:
        """Return where words of the group stand."""
        return [(start, end) for name, start, end in self.marks if name in names]

    def between(self, start: int, end: int) -> list[str]:
        """Return the folded words of a stretch."""
        return [word for word, _, _ in self.words[start:end]]


def parts(text: str) -> Iterator[tuple[str, int]]:
    """Yield the sentences of a text, each with where it begins."""
    start = 0
    for end in _SENTENCE.finditer(text):
        before = fold(re.split(r"\W+", text[: end.start()])[-1])
        if before in small("abbreviated") and end.group() == ".":
            continue
        yield text[start : end.start()], start
        start = end.end()
    yield text[start:], start


def words_of(text: str, offset: int) -> list[tuple[str, int, int]]:
    """Return the words of a sentence, folded, with their letters in the message."""
    return [
        (fold(each.group()), offset + each.start(), offset + each.end())
        for each in _WORD.finditer(text)
    ]


def listing() -> set[str]:
    """Return what stands between the places of a list: 'no Spānijas, Portugāles un Rumānijas'."""
    return {",", "/", *ADDING, *small("joins"), *small("listing"), *FROM, *small("us")}


def inside(each: dict[str, Any], sentence: Sentence) -> bool:
    """Tell whether something that was found in the message stands in a sentence."""
    first, last = sentence.words[0][1], sentence.words[-1][2]
    return bool(first <= each["start"] < last)


def at(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return the words in a stretch of letters: the first and the one behind."""
    inside = [i for i, (_, s, e) in enumerate(sentence.words) if s < end and e > start]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def behind_signs(sentence: Sentence, begin: int, end: int) -> int:
    """Return the first word behind the last sign of a stretch."""
    signs = [i for i in range(begin, end) if sentence.words[i][0] in SEPARATORS - {"-"}]
    return signs[-1] + 1 if signs else begin


def marks_of(sentence: Sentence, message: Message) -> list[tuple[str, int, int]]:
    """Return the words of the group `member` in a sentence, and those for who coordinates."""
    marks = [
        (each["word"], *_without_sign(sentence, *at(sentence, each["start"], each["end"])))
        for each in message.marks
        if each["group"] == "member" and inside(each, sentence)
    ]
    marks += [
        ("leads", *at(sentence, each["start"], each["end"]))
        for each in message.entities
        if each["entity"] == "partner_role" and inside(each, sentence)
    ]
    return sorted({*marks}, key=lambda mark: mark[1:])


def _without_sign(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without the sign at its end: of 'EE out, Georgia in' both have theirs."""
    sign = end - start > 1 and sentence.words[end - 1][0] in SEPARATORS
    return start, end - sign
