"""How a message is built: its sentences and clauses, which of them ask, and words that tell.

The words by which these are known stand in `data/vocabulary/`, such as those under `asks` and
`joins`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from bot.nlu import places, vocabulary
from core.text import fold

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?!\d(?!\)))|\n+")
"""Not before the number of '24. marts', but before that of '2) whom may we call?'."""
_MOST_SENTENCES = 12
_MOST_CLAUSES = 5
_NEAR_START = 3
"""Words within which a sentence's asking word stands: 'un vēl, cik …'."""
_STOPS = {",", ";", "?"}
_INTRODUCES = {":", "-", "–", "—"}
"""Signs behind which a sentence starts anew: 'exceptional costs - what percent'."""
_SHORT = 10
"""Words up to which a message that begins with 'un' or 'but' goes on from the one before."""
_OF_VERDICTS = (
    "who",
    "output",
    "ordinal",
    "theme",
    "chapter",
    "verdict",
    "matter",
    "member",
    "member_question",
    "journey",
)
"""Groups of words on which a verdict hangs, or which tell of members or journeys."""
_PLACING, _NEAR_PLACE = {"on", "in", "at", "into"}, 2
"""Words before what something is put on, and how many words before it they stand at most."""
_OF_VALUES = ("follows", "joins", "fillers", "chooses")
"""Groups of words that may stand beside values in a message that tells nothing else."""


@dataclass(frozen=True)
class Part:
    """Letters `start` to `end` (not included) of a message."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the part's text."""
        return text[self.start : self.end]


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


def clauses(doc: Doc, part: Part) -> list[Part]:
    """Return the clauses of a sentence.

    They are parted before asking words, where a word joins or a comma stands; as long as nothing
    was asked ('termiņš, kontakti PIA un kad …') at any of these.
    """
    marks = clause_marks(doc)
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


def asking(doc: Doc, parts: Sequence[Part]) -> list[Part]:
    """Return the parts that ask."""
    return [part for part in parts if part_asks(doc, part)]


def asks(doc: Doc) -> bool:
    """Tell whether a message asks anything."""
    return part_asks(doc, Part(0, len(doc.text))) or bool(asking(doc, sentences(doc)))


def part_asks(doc: Doc, part: Part) -> bool:
    """Tell whether a part has a question mark, a request, or an asking word near its start."""
    marks = clause_marks(doc)
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


def is_choice(doc: Doc, before: Part, part: Part) -> bool:
    """Tell whether a part is the other half of a choice: 'is there a model, or do we write it?'.

    A word that asks, too, must begin both: 'Vai ir paraugs, vai jāraksta pašiem?'.
    """
    first = next((token.i for token in doc if token.idx >= part.start), None)
    if not first or not doc[first - 1].is_punct or doc[first].norm_ not in _words_of("either"):
        return False
    asks_too = clause_marks(doc).get(first, ("",))[0].startswith("asks")
    opening = [token.norm_ for token in doc if before.start <= token.idx < before.end]
    return not asks_too or doc[first].norm_ in opening[:_NEAR_START]


def _only_hedges(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a stretch holds nothing that is asked about: 'is it true', 'vai tiesa'."""
    hedges = _words_of("hedges")
    within = [token for token in doc if start <= token.idx < end]
    telling = [t for t in _beside_asking(doc, within) if t.norm_ not in vocabulary.SMALL_WORDS]
    return not telling and any(token.norm_ in hedges for token in within)


def is_hollow(doc: Doc, part: Part) -> bool:
    """Tell whether a part has nothing but words that ask or join: 'vai vēl …'."""
    return not _beside_asking(doc, [t for t in doc if part.start <= t.idx < part.end])


def _beside_asking(doc: Doc, tokens: Sequence[Token]) -> list[Token]:
    asking = _covered(doc, ("asks", "joins", "hedges"))
    return [token for token in tokens if token.is_alpha and token.i not in asking]


@cache
def _passed_over() -> set[str]:
    """Return the words that may stand before one that asks."""
    return vocabulary.SMALL_WORDS | _words_of("hedges")


def follows(doc: Doc) -> bool:
    """Tell whether a message goes on from the one before."""
    words = [token for token in doc if not token.is_punct and not token.is_space]
    if not words or len(words) > _SHORT:
        return False
    marks = {(name, start) for name, start, _ in clause_rules(doc)}
    return ("follows=first", words[0].i) in marks or "follows=anywhere" in {
        name for name, _ in marks
    }


def is_bare(doc: Doc, entities: Sequence[dict[str, Any]]) -> bool:
    """Tell whether a message holds nothing but values: '36 months?', 'un Vācijā?'."""
    joining = {word for group in _OF_VALUES for word in _words_of(group)}
    return all(token.norm_ in joining for token in telling_words(doc, entities))


def asks_whether(doc: Doc) -> bool:
    """Tell whether a message asks for a yes or a no: 'vai drīkst?', 'and is it allowed?'."""
    return any(
        _begins_clause(doc, start)
        for name, start, _ in clause_rules(doc)
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
        for name, start, _ in clause_rules(doc)
    )


def plan_words(doc: Doc) -> list[dict[str, Any]]:
    """Return the words that name a part of a project plan or a kind of file: word, start, end."""
    found: list[dict[str, Any]] = []
    for name, start, end in sorted(clause_rules(doc), key=lambda rule: (rule[1], -rule[2])):
        if name.startswith("plan=") and not (found and doc[start].idx < found[-1]["end"]):
            span = doc[start:end]
            word = {"word": name.removeprefix("plan="), "start": span.start_char}
            found.append({**word, "end": span.end_char})
    return found


def verdict_words(doc: Doc) -> list[dict[str, Any]]:
    """Return the words on which a verdict hangs (group, word, start, end), longest first."""
    found: list[dict[str, Any]] = []
    last = dict.fromkeys(_OF_VERDICTS, (0, 0))
    for name, start, end in sorted(clause_rules(doc), key=lambda rule: (rule[1], -rule[2])):
        group, _, word = name.partition("=")
        if group not in last:
            continue
        if group == "output" and _is_place(doc, start, end):
            continue
        within = end <= last[group][1] if group == "journey" else start < last[group][1]
        apart = group != "matter" and within
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


def clause_rules(doc: Doc) -> list[tuple[str, int, int]]:
    """Return the rules that match, with their first token and the one after; once a message."""
    if "rules" not in doc.user_data:
        doc.user_data["rules"] = clause_words()(doc)
    return list(doc.user_data["rules"])


def clause_marks(doc: Doc) -> dict[int, tuple[str, int]]:
    """Return the words that ask or join, by their first token: rule, token after."""
    marks: dict[int, tuple[str, int]] = {}
    for name, start, end in clause_rules(doc):
        if name.startswith(("asks", "joins")) and end > marks.get(start, ("", 0))[1]:
            marks[start] = (name, end)
    return marks


def _covered(doc: Doc, groups: tuple[str, ...]) -> set[int]:
    """Return the tokens that stand in a group of the vocabulary."""
    marks = [(start, end) for name, start, end in clause_rules(doc) if name.startswith(groups)]
    return {index for start, end in marks for index in range(start, end)}


def telling_words(doc: Doc, entities: Sequence[dict[str, Any]]) -> list[Token]:
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
