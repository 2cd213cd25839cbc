"""The questions of a message: which of its sentences and clauses ask about a topic of their own.

People greet, tell a story and ask two things at once. Each asking clause is understood by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from spacy.tokens import Doc

from bot.nlu.clauses import (
    Part,
    asking,
    clause_marks,
    clause_rules,
    clauses,
    is_choice,
    is_hollow,
    part_asks,
    sentences,
    telling_words,
)

CONFIDENT = 0.6
"""From here a clause is taken for a question of its own; chosen on the development set."""
_OF_SEVERAL = 0.88
"""From here one of several parts is a question of its own, or what it means behind the one before.

Of 125 parts of the development set that are, five are under 0.95; of those that are none, most are.
A whole sentence with a question mark needs no more than to be clear.
"""
_LONGEST_POINTING = 3
"""Words up to which a sentence is understood together with the one before it."""
_LONGEST_KEYWORD = 4
"""Words up to which a clause that does not ask may name a topic."""
_LONGEST_SECOND = 7
"""Words and signs behind the last 'and' that may name a second topic."""
_LONGEST_CLEAR, _CLEAR = 7, 0.95
"""The same for a clause that is surely about a topic: 'budget for higher education in Latvia'."""
CHAT = {
    "ask_what_can_you_do", "ask_who_are_you", "ask_source", "ask_why", "ask_total",
    "ask_difference", "ask_eligibility", "ask_waiting_time",
}  # fmt: skip
"""Not questions of their own beside others: 'Can you help me? When is the deadline?'"""
NEAR_MISS = "near_miss_"
_SURELY_ELSEWHERE = 0.9
"""From here a message as a whole is about something else, whatever its parts ask."""
_HUMAN = "ask_human"
_OWN_APPLICATION = "near_miss_own_application"


@dataclass(frozen=True)
class Question(Part):
    """A part that asks about one topic."""

    intent: str


class Rank(Protocol):
    """The classifier as the parts of a message see it."""

    def __call__(self, text: str, after: str | None = None) -> tuple[str, float]:
        """Return the likeliest intent of a text with its confidence, `after` another's question."""
        ...


def told(doc: Doc, rank: Rank) -> list[Part]:
    """Return the sentences that ask, or all if none does.

    A short one that says nothing by itself is taken with the one before it: 'Mēs plānojam 18
    mēnešus. Vai tas der?'.
    """
    parts = sentences(doc)
    before = dict(zip(parts[1:], parts, strict=False))
    found = []
    for part in asking(doc, parts):
        text = part.of(doc.text)
        points = len(text.split()) <= _LONGEST_POINTING and part in before
        if (
            points
            and not is_sure(*rank(text))
            and not _goes_on(text, before[part].of(doc.text), rank)
        ):
            part = Part(before[part].start, part.end)
        found.append(part)
    return found or parts


def _goes_on(text: str, before: str, rank: Rank) -> bool:
    """Tell whether a short sentence asks another thing: 'Which are there? Is one ok?'."""
    earlier = rank(before)
    intent, confidence = rank(text, earlier[0])
    return is_sure(*earlier) and is_sure(intent, confidence) and intent != earlier[0]


def is_sure(intent: str, confidence: float) -> bool:
    """Tell whether a part surely asks about a topic."""
    return confidence >= CONFIDENT and _is_topic(intent)


def questions(
    doc: Doc, asked: Sequence[Part], rank: Rank, entities: Sequence[dict[str, Any]] = ()
) -> list[Question]:
    """Return the questions of a message if it surely has several, in order, each topic once.

    `asked` are the sentences that ask, as `told` finds them. A part that holds nothing but
    `entities` with a number among them tells what another part asks with.
    """
    parts = asked or [Part(0, len(doc.text))]
    intent, confidence = rank(doc.text)
    elsewhere = intent.startswith(NEAR_MISS) and confidence >= _SURELY_ELSEWHERE
    if elsewhere and not _names_ours(doc):
        return []  # 'With KA229 we swap pupils, right? What is the most we can get?'
    if len(parts) == 1 and len(_parted(doc, parts[0], rank)) == 1:
        return []
    found: dict[str, Question] = {}
    for part in parts:
        before = next(reversed(found), None)
        for question in _of_sentence(doc, part, rank, before):
            found.setdefault(question.intent, question)
    found = {
        intent: each
        for intent, each in found.items()
        if _meant(each, found, doc) and not _tells_values(doc, each, entities)
    }
    # who wants a human is answered first what else was asked: then the conversation is the human's
    several = sorted(found.values(), key=lambda question: question.intent == _HUMAN)
    return several if len(several) > 1 else []


def _names_ours(doc: Doc) -> bool:
    """Tell whether a message names this call: 'what is KA226, and the strategic partnerships?'."""
    return any(name == "matter=this_call" for name, _, _ in clause_rules(doc))


def _tells_values(doc: Doc, part: Part, entities: Sequence[dict[str, Any]]) -> bool:
    """Tell whether a part holds nothing but values: 'management, coordinator + 3 partners'."""
    within = [each for each in entities if part.start <= each["start"] < part.end]
    counted = bool(within) and any(isinstance(each["value"], int | float) for each in entities)
    telling = [token for token in telling_words(doc, within) if part.start <= token.idx < part.end]
    if any(isinstance(each["value"], int | float) for each in within):  # '…, 3 partners?'
        part = Part(part.start, part.start + len(part.of(doc.text).rstrip("? ")))
    return counted and not telling and not part_asks(doc, part)


def _meant(question: Question, among: dict[str, Question], doc: Doc) -> bool:
    """Tell whether a question is meant, and no part of the story before one with a question mark.

    'Direktors nezina, vai mums jau ir numurs. No kā lai es sāku?'
    """
    marked = any("?" in each.of(doc.text) for each in among.values())
    return question.intent != _OWN_APPLICATION or not marked or "?" in question.of(doc.text)


def _of_sentence(doc: Doc, part: Part, rank: Rank, before: str | None) -> list[Question]:
    parts = _parted(doc, part, rank)
    if len(parts) > 1:
        several = _confident(doc, parts, rank, before)
        intents = {each.intent for each in several}
        # 'Kad paziņos, vai mūsu projekts ir apstiprināts?' is one question
        elsewhere = {intent for intent in intents if intent.startswith(NEAR_MISS)}
        ours = _names_ours(doc) and _OWN_APPLICATION not in elsewhere
        if len(intents) > 1 and (ours or not elsewhere):
            return several
    return _confident(doc, [part], rank, before)


def _parted(doc: Doc, part: Part, rank: Rank) -> list[Part]:
    """Return the clauses of a sentence; of one clause the few words that name a second topic."""
    parts = clauses(doc, part)
    if len(parts) == 1 and (keyword := _second_topic(doc, part, rank)):
        return [Part(part.start, keyword.start), keyword]
    return parts


def _second_topic(doc: Doc, part: Part, rank: Rank) -> Part | None:
    """Return the few words behind the last 'and' of a sentence if they name a topic of their own.

    'Is there a cap on multiplier events and on exceptional costs?'
    """
    marks = clause_marks(doc)
    tokens = [token.i for token in doc if part.start <= token.idx < part.end]
    joins = [i for i in tokens[1:-1] if marks.get(i, ("",))[0].startswith("joins")]
    if not joins:
        return None
    after = marks[joins[-1]][1]
    if not after <= tokens[-1] < after + _LONGEST_SECOND:
        return None
    keyword = Part(doc[after].idx, part.end)
    intent, confidence = rank(keyword.of(doc.text))
    if confidence < _CLEAR or not _is_topic(intent):
        return None
    first, sure = rank(Part(part.start, keyword.start).of(doc.text))
    return keyword if is_sure(first, sure) and first != intent else None


def _confident(doc: Doc, parts: list[Part], rank: Rank, before: str | None) -> list[Question]:
    """Return the parts as questions.

    What is unclear by itself is read after the question before it ('and who to ask there?'), and
    belongs to it if it is still unclear.
    """
    found: list[Question] = []
    for part in parts:
        earlier = found[-1].intent if found else before
        chosen = bool(found) and is_choice(doc, found[-1], part)
        intent = None if chosen else _own_topic(doc, part, rank, earlier, len(parts))
        if intent:
            found.append(Question(part.start, part.end, intent))
        elif found:
            last = found[-1]
            found[-1] = Question(last.start, part.end, last.intent)
    return found


def _own_topic(doc: Doc, part: Part, rank: Rank, earlier: str | None, number: int) -> str | None:
    """Return what a part of several asks about, if that is surely another topic than before."""
    text = part.of(doc.text)
    intent, confidence = rank(text)
    words = len(text.split())
    asks = part_asks(doc, part) and words > 1  # not the 'When' of 'When and how …'
    asks = asks or number == 1 or _is_keyword(doc, part)
    asks = asks or (words <= _LONGEST_CLEAR and confidence >= _CLEAR)
    if not asks or is_hollow(doc, part):
        return None
    marked = number == 1 and "?" in text
    bound = CONFIDENT if marked else _OF_SEVERAL
    if not earlier:
        return intent if confidence >= bound and _is_topic(intent) else None
    behind, sure = rank(text, earlier)
    clear = confidence >= _CLEAR and words > _LONGEST_CLEAR
    if behind == earlier and sure >= CONFIDENT and not clear:
        return None
    if clear and _is_topic(intent):
        return intent
    sure = max(sure, confidence) if behind == intent else sure
    return behind if sure >= bound and _is_topic(behind) else None


def _is_keyword(doc: Doc, part: Part) -> bool:
    """Tell whether a part is so short that it names a topic: 'termiņš', 'kontakti PIA'."""
    short = len(part.of(doc.text).split()) <= _LONGEST_KEYWORD
    return short and not part_asks(doc, part)


def _is_topic(intent: str) -> bool:
    return intent.startswith(("ask_", NEAR_MISS)) and intent not in CHAT
