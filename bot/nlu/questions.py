"""The questions of a message: where its sentences and clauses stand, and which of them ask.

People greet, tell a story and ask two things at once. Each asking clause is understood by itself;
the words by which clauses are known stand in `data/vocabulary/` under `asks` and `joins`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from spacy.tokens import Doc, Token

from bot.nlu import places, vocabulary
from core.text import fold

CONFIDENT = 0.6
"""From here a clause is taken for a question of its own; chosen on the development set."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?!\d)|\n+")
_MOST_SENTENCES = 12
_MOST_CLAUSES = 5
_NEAR_START = 3
"""Words within which a sentence's asking word stands: 'un vēl, cik …'."""
_STOPS = {",", ";", "?"}
_INTRODUCES = {":", "-", "–", "—"}
"""Signs behind which a sentence starts anew: 'exceptional costs - what percent'."""
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
_HUMAN = "ask_human"
_OWN_APPLICATION = "near_miss_own_application"


@dataclass(frozen=True)
class Part:
    """Letters `start` to `end` (not included) of a message."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part's text."""
        return text[self.start : self.end]


@dataclass(frozen=True)
class Question(Part):
    """A part that asks about one topic."""

    intent: str


_SHORT = 10
"""Words up to which a message that begins with 'un' or 'but' goes on from the one before."""


NEAR_MISS = "near_miss_"
_SURELY_ELSEWHERE = 0.9
"""From here a message as a whole is about something else, whatever its parts ask."""


class Rank(Protocol):
    """The classifier as the parts of a message see it."""

    def __call__(self, text: str, after: str | None = None) -> tuple[str, float]:
        """Return the likeliest intent of a text with its confidence, `after` another's question."""
        ...


_OF_VERDICTS = ("who", "output", "ordinal", "theme", "chapter", "verdict", "matter")
"""Groups of words on which a verdict hangs."""
_PLACING, _NEAR_PLACE = {"on", "in", "at", "into"}, 2
"""Words before what something is put on, and how many words before it they stand at most."""
_OF_VALUES = ("follows", "joins", "fillers", "chooses")
"""Groups of words that may stand beside values in a message that tells nothing else."""


@cache
def clause_words() -> vocabulary.Phrases:
    """Return what finds the vocabulary's words that show how a message is built."""
    return vocabulary.clause_matcher()


def sentences(doc: Doc) -> list[Part]:
    """Return the sentences of two words or more, where there are several of any length."""
    text = doc.text
    ends = [match.span() for match in _SENTENCE_END.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    parts = [Part(*pair) for pair in zip(starts, stops, strict=True)]
    several = [part for part in parts if len(part.of(text).split()) > 1]
    return several[-_MOST_SENTENCES:] if len(parts) > 1 else []


def _rules(doc: Doc) -> list[tuple[str, int, int]]:
    """Return the rules that match, with their first token and the one after; once a message."""
    if "rules" not in doc.user_data:
        doc.user_data["rules"] = clause_words()(doc)
    return list(doc.user_data["rules"])


def _marks(doc: Doc) -> dict[int, tuple[str, int]]:
    """Return the words that ask or join, by their first token: rule, token after."""
    marks: dict[int, tuple[str, int]] = {}
    for name, start, end in _rules(doc):
        if name.startswith(("asks", "joins")) and end > marks.get(start, ("", 0))[1]:
            marks[start] = (name, end)
    return marks


def follows(doc: Doc) -> bool:
    """Tell whether a message goes on from the one before."""
    words = [token for token in doc if not token.is_punct and not token.is_space]
    if not words or len(words) > _SHORT:
        return False
    marks = {(name, start) for name, start, _ in _rules(doc)}
    return ("follows=first", words[0].i) in marks or "follows=anywhere" in {
        name for name, _ in marks
    }


def is_bare(doc: Doc, entities: Sequence[dict[str, Any]]) -> bool:
    """Tell whether a message holds nothing but values: '36 months?', 'un Vācijā?'."""
    joining = {word for group in _OF_VALUES for word in _words_of(group)}
    return all(token.norm_ in joining for token in _telling(doc, entities))


def _covered(doc: Doc, groups: tuple[str, ...]) -> set[int]:
    """Return the tokens that stand in a group of the vocabulary."""
    marks = [(start, end) for name, start, end in _rules(doc) if name.startswith(groups)]
    return {index for start, end in marks for index in range(start, end)}


def _telling(doc: Doc, entities: Sequence[dict[str, Any]]) -> list[Token]:
    """Return the words that are no values and have a meaning of their own."""
    spans = [(entity["start"], entity["end"]) for entity in entities]
    return [
        token
        for token in doc
        if token.is_alpha
        and token.norm_ not in vocabulary.SMALL_WORDS
        and not any(start <= token.idx < end for start, end in spans)
    ]


@cache
def _words_of(group: str) -> set[str]:
    phrases = (phrase for all_ in vocabulary.words()[group].values() for phrase in all_)
    return {fold(word) for phrase in phrases for word in phrase.split()}


def asking(doc: Doc, parts: Sequence[Part]) -> list[Part]:
    """Return the parts with a question mark, a request, or an asking word near their start."""
    marks = _marks(doc)
    return [part for part in parts if _asks(doc, part, marks)]


def asks(doc: Doc) -> bool:
    """Tell whether a message asks anything."""
    return _asks(doc, Part(0, len(doc.text)), _marks(doc)) or bool(asking(doc, sentences(doc)))


def plan_words(doc: Doc) -> list[dict[str, Any]]:
    """Return the words that name a part of a project plan or a kind of file: word, start, end."""
    found: list[dict[str, Any]] = []
    for name, start, end in sorted(_rules(doc), key=lambda rule: (rule[1], -rule[2])):
        if name.startswith("plan=") and not (found and doc[start].idx < found[-1]["end"]):
            span = doc[start:end]
            word = {"word": name.removeprefix("plan="), "start": span.start_char}
            found.append({**word, "end": span.end_char})
    return found


def asks_whether(doc: Doc) -> bool:
    """Tell whether a message asks for a yes or a no: 'vai drīkst?', 'and is it allowed?'."""
    return any(
        _begins_clause(doc, start)
        for name, start, _ in _rules(doc)
        if name in ("asks=opening", "matter=whether")
    )


def _begins_clause(doc: Doc, index: int) -> bool:
    """Tell whether nothing stands before a word in its clause but what joins it to another."""
    if index == 0 or doc[index - 1].is_punct:
        return True
    return index - 1 in _covered(doc, ("joins", "follows"))


def points_back(doc: Doc, part: Part) -> bool:
    """Tell whether a part points at what was told before it: 'Can you pay this?'."""
    return any(
        name == "matter=points_back" and part.start <= doc[start].idx < part.end
        for name, start, _ in _rules(doc)
    )


def verdict_words(doc: Doc) -> list[dict[str, Any]]:
    """Return the words on which a verdict hangs (group, word, start, end), longest first."""
    found: list[dict[str, Any]] = []
    last = dict.fromkeys(_OF_VERDICTS, (0, 0))
    for name, start, end in sorted(_rules(doc), key=lambda rule: (rule[1], -rule[2])):
        group, _, word = name.partition("=")
        if group not in last:
            continue
        if group == "output" and _is_place(doc, start, end):
            continue
        apart = group != "matter" and start < last[group][1]
        if apart and (start, end) != last[group]:  # 'drīkstam' is two words
            continue
        last[group] = (start, end)
        span = doc[start:end]
        found.append({"group": group, "word": word, "start": span.start_char, "end": span.end_char})
    return found


def _is_place(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a result is named as a place for others: 'on our website', 'mājaslapā'."""
    before = {token.norm_ for token in doc[max(0, start - _NEAR_PLACE) : start]}
    return places.is_within(doc, start, end) or bool(before & _PLACING)


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


def _asks(doc: Doc, part: Part, marks: dict[int, tuple[str, int]]) -> bool:
    tokens = [token.i for token in doc if part.start <= token.idx < part.end]
    rules = {marks[i][0] for i in tokens if i in marks}
    starts = [0, *(n for n, i in enumerate(tokens, 1) if doc[i].text in _INTRODUCES)]
    near = {i for start in starts for i in tokens[start : start + _NEAR_START]}
    first = {marks[i][0] for i in near if i in marks}
    opens = {marks[i][0] for i in _without_joins(tokens, marks)[:1] if i in marks}
    return (
        "?" in part.of(doc.text)
        or "asks=anywhere" in rules
        or "asks=first" in first
        or "asks=opening" in opens
    )


def _without_joins(tokens: list[int], marks: dict[int, tuple[str, int]]) -> list[int]:
    joins = tokens and marks.get(tokens[0], ("",))[0].startswith("joins")
    return tokens[1:] if joins else tokens


def clauses(doc: Doc, part: Part) -> list[Part]:
    """Return the clauses of a sentence.

    They are parted before asking words, where a word joins or a comma stands; as long as nothing
    was asked ('termiņš, kontakti PIA un kad …') at any of these.
    """
    marks = _marks(doc)
    tokens = [token for token in doc if part.start <= token.idx < part.end]
    starts, ends = [part.start], []
    asked = False
    for token in tokens[:-1]:
        rule, after = marks.get(token.i, ("", token.i + 1))
        asked = asked or rule.startswith("asks")
        joins = rule.startswith("joins") or token.text in _STOPS
        if not joins or token is tokens[0] or after >= len(doc):
            continue
        if _only_hedges(doc, starts[-1], token.idx):  # 'Vai tiesa, ka …'
            continue
        if not asked or _asks_at(doc, after, marks):
            ends.append(token.idx)
            starts.append(doc[after].idx)
            asked = False
    text = doc.text
    found = [Part(*pair) for pair in zip(starts, [*ends, part.end], strict=True)]
    found = [each for each in found if each.of(text).strip(" ,;?")]
    return found if len(found) <= _MOST_CLAUSES else [part]


def _only_hedges(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a stretch holds nothing that is asked about: 'is it true', 'vai tiesa'."""
    hedges = _words_of("hedges")
    asking = _covered(doc, ("asks", "joins", "hedges"))
    within = [token for token in doc if start <= token.idx < end and token.is_alpha]
    telling = [t for t in within if t.i not in asking and t.norm_ not in vocabulary.SMALL_WORDS]
    return not telling and any(token.norm_ in hedges for token in within)


@cache
def _passed_over() -> set[str]:
    """Return the words that may stand before one that asks."""
    return vocabulary.SMALL_WORDS | _words_of("hedges")


def _asks_at(doc: Doc, index: int, marks: dict[int, tuple[str, int]]) -> bool:
    """Tell whether an asking word stands at a token, or behind a small one: 'un līdz kuram'."""
    rule, after = marks.get(index, ("", index))
    while index < len(doc) and (doc[index].is_punct or doc[index].is_digit):
        index += 1  # '(2) what is the maximum'
        rule, after = marks.get(index, ("", index))
    if not rule and index < len(doc) and doc[index].norm_ in _passed_over():
        after = index + 1
    if not rule or rule.startswith("joins"):
        rule, _ = marks.get(after, ("", after))
    return rule.startswith("asks")


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
    return any(name == "matter=this_call" for name, _, _ in _rules(doc))


def _tells_values(doc: Doc, part: Part, entities: Sequence[dict[str, Any]]) -> bool:
    """Tell whether a part holds nothing but values: 'management, coordinator + 3 partners'."""
    within = [each for each in entities if part.start <= each["start"] < part.end]
    counted = bool(within) and any(isinstance(each["value"], int | float) for each in entities)
    telling = [token for token in _telling(doc, within) if part.start <= token.idx < part.end]
    if any(isinstance(each["value"], int | float) for each in within):  # '…, 3 partners?'
        part = Part(part.start, part.start + len(part.of(doc.text).rstrip("? ")))
    return counted and not telling and not _asks(doc, part, _marks(doc))


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
    marks = _marks(doc)
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
    marks = _marks(doc)
    for part in parts:
        intent, confidence = rank(part.of(doc.text))
        earlier = found[-1].intent if found else before
        if earlier and not is_sure(intent, confidence):
            intent, confidence = rank(part.of(doc.text), earlier)
        words = len(part.of(doc.text).split())
        asks = _asks(doc, part, marks) and words > 1  # not the 'When' of 'When and how …'
        asks = asks or len(parts) == 1 or _is_keyword(doc, part, marks)
        asks = asks or (words <= _LONGEST_CLEAR and confidence >= _CLEAR)
        if asks and is_sure(intent, confidence):
            found.append(Question(part.start, part.end, intent))
        elif found:
            last = found[-1]
            found[-1] = Question(last.start, part.end, last.intent)
    return found


def _is_keyword(doc: Doc, part: Part, marks: dict[int, tuple[str, int]]) -> bool:
    """Tell whether a part is so short that it names a topic: 'termiņš', 'kontakti PIA'."""
    short = len(part.of(doc.text).split()) <= _LONGEST_KEYWORD
    return short and not _asks(doc, part, marks)


def _is_topic(intent: str) -> bool:
    return intent.startswith(("ask_", NEAR_MISS)) and intent not in CHAT
