"""How many organisations are told: of somebody who is mentioned, or without a place."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from actions.members.sentence import (
    SEPARATORS,
    Count,
    Mention,
    Sentence,
    at,
    behind_signs,
    inside,
    listing,
    small,
)
from actions.message import Message
from bot.nlu import vocabulary
from core.text import fold

_MOST = 99
_NEAR_KIND, _FEW = 4, 6
"""Words up to a word for an organisation, and to others that tell what it is."""
_UNITS = {"months", "days", "kilometres", "euro", "date", "points", "times", "meetings", "events"}
"""Entities whose numbers count no organisations."""


@cache
def numbers() -> dict[str, int]:
    """Return the words for numbers that count organisations, folded."""
    found = {}
    for value, phrases in vocabulary.words()["number"].items():
        if value.isdigit() and 0 < int(value) <= _MOST:
            found.update({fold(each): int(value) for each in phrases})
    return found


def _number(sentence: Sentence, index: int) -> int | None:
    word = sentence.words[index][0]
    if word.isdigit():
        return int(word) if 0 < int(word) <= _MOST else None
    return numbers().get(word)


def counted(
    sentence: Sentence, message: Message, mentions: list[Mention]
) -> tuple[list[Mention], list[Count]]:
    """Return the mentions with how many there are, and the numbers that stand alone."""
    units = [each for each in message.entities if each["entity"] in _UNITS]
    taken = {
        i
        for each in units
        if inside(each, sentence)
        for i in range(*at(sentence, each["start"], each["end"]))
    }
    taken |= {i for start, end in sentence.spans("each") for i in range(start, end)}
    numbers = {
        i: number
        for i in range(len(sentence.words))
        if i not in taken | _wholes(sentence).keys()
        and (number := _number(sentence, i)) is not None
    }
    ends = [0, *(each.end for each in mentions)]
    result = []
    for each in mentions:
        if not each.country and not each.kind:
            result.append(each)
            continue
        begin = max(end for end in ends if end <= each.start)
        window = behind_signs(sentence, begin, each.start)
        own = [i for i in numbers if window <= i < each.start and each.start - i <= _FEW]
        behind = each.end + 1 in numbers and sentence.between(each.end, each.end + 1) == ["("]
        count = numbers.pop(own[-1]) if own else numbers.pop(each.end + 1) if behind else None
        result.append(replace(each, count=count))
    shared, extra = _shared(sentence, result)
    counts = [
        _count(sentence, message, i, number, result)
        for i, number in numbers.items()
        if _counts_organisations(sentence, message, i, result)
    ]
    return shared, counts + extra


def number_of(sentence: Sentence, whole: int) -> int | None:
    """Return how many of somebody are told, who stand at a word: 'one of them'."""
    before = {*sentence.between(max(0, whole - 1), whole)} & small("part_of")
    return _number(sentence, whole - 2) if before and whole > 1 else None


def of_whom(sentence: Sentence, mentions: list[Mention]) -> list[Count]:
    """Return how many there are of whom one is told apart: 'one of the 8 is in Morocco'."""
    places = any(each.country and each.count for each in mentions)
    wholes = _wholes(sentence) if places else {}
    return [Count(at, number, total=False, beside=True) for at, number in wholes.items()]


def _wholes(sentence: Sentence) -> dict[int, int]:
    """Return the numbers of which only a part is meant, by their places: 'viens no mūsu 8'."""
    found = {}
    for part in range(len(sentence.words)):
        some, at = _number(sentence, part), part + 1
        if some is None or {*sentence.between(at, at + 1)}.isdisjoint(small("part_of")):
            continue
        at += 1
        while {*sentence.between(at, at + 1)} & small("of_these"):
            at += 1
        whole = _number(sentence, at) if at < len(sentence.words) else None
        if whole is not None and some < whole:
            found[at] = whole
    return found


def _shared(sentence: Sentence, mentions: list[Mention]) -> tuple[list[Mention], list[Count]]:
    """Return a number before a list shared among its places: '3 schools from Poland and Italy'."""
    result, extra = list(mentions), []
    for i, each in enumerate(mentions):
        if not each.count or each.count < 2 or not each.listed:
            continue
        run = [i]
        for j in range(i + 1, len(mentions)):
            other = mentions[j]
            between = {*sentence.between(mentions[j - 1].end, other.start)}
            if not other.country or other.count or not between <= listing():
                break
            run.append(j)
        if len(run) > 1:
            for j in run:
                result[j] = replace(mentions[j], count=1)
            extra.append(Count(each.start, each.count, total=False))
    return result, extra


def _counts_organisations(
    sentence: Sentence, message: Message, index: int, mentions: list[Mention]
) -> bool:
    """Tell whether a number counts organisations: '5 partneri', 'four foreigners', 'we are ten'."""
    letters = sentence.words[index][1:]
    mentioned = any(each.end == index for each in mentions)  # 'the other Lithuanian one'
    counted = any(
        each["entity"] in ("organisations", "we") and each["start"] <= letters[0] < each["end"]
        for each in message.entities
    )
    kinds = sentence.spans("organisation", "others")
    before_kind = any(
        0 < start - index <= 3 and not SEPARATORS & {*sentence.between(index, start)}
        for start, _ in kinds
    )
    comes = any(
        0 <= start - index - 1 <= 1 or 0 <= index - end <= 1
        for start, end in sentence.spans("joins", "leaves", "drops", "adds", "without")
    )
    return counted or before_kind or (comes and not mentioned)  # 'if one leaves?'


def _count(
    sentence: Sentence, message: Message, index: int, number: int, mentions: list[Mention]
) -> Count:
    """Return what a number counts: 'pavisam 4 organizācijas', 'esam 5', '+ 5 partneri'."""
    letters = sentence.words[index][1]
    beside = any(
        each.get("role") == "added" or each["entity"] == "own"
        for each in message.entities
        if inside(each, sentence)
    )
    words = {*sentence.between(max(0, index - 3), index)}
    near_us = any(0 < index - end <= _FEW for _, end in sentence.spans("we"))
    more = bool(words & {"+", *small("beside")})  # 'kopā ar mums vēl četras skolas'
    beside = beside or more
    beside = beside or (near_us and bool(words & {")", *small("joins")}))
    all_ = any(each["entity"] == "scope" and each["start"] < letters for each in message.entities)
    ours = any(0 < start - index <= 2 for start, _ in sentence.spans("us"))
    partners = any(0 < start - index <= _NEAR_KIND for start, _ in sentence.spans("others"))
    if any(each.with_us and _are_listed(sentence, index, each) for each in mentions):
        return Count(index, number, total=True)  # '2 skolas – mēs un poļi'
    total = (all_ and not more) or ours or not (beside or partners)
    return Count(index, number, total, beside, ours)


def _are_listed(sentence: Sentence, index: int, each: Mention) -> bool:
    """Tell whether a sign stands between a number and somebody who is one of those counted."""
    between = {*sentence.between(index, each.start)}
    return index < each.start and bool(between & (SEPARATORS - {","}))
