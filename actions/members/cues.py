"""What is said of those who are mentioned: who joins, leaves, is only associated, or leads."""

from __future__ import annotations

from dataclasses import replace

from actions.members.sentence import SEPARATORS, Mention, Sentence, small

_CHANGES = (
    "joins", "adds", "leaves", "drops", "without", "associated", "full", "waits", "stays",
)  # fmt: skip
_BEFORE = ("adds", "drops", "without")
"""Words that tell of whom they stand before."""
_MAY_HEAD = ("associated", "full", "waits", "joins")
"""Words that may head a list of those of whom they tell."""
_FIRST_PERSON = "am"
"""Ending of what we do: 'gribam būt koordinators'."""
_FAR, _A_SIGN, _BACKWARDS = 12, 6, 3
"""Words up to which a word tells of somebody; what a sign or the unusual order adds to these."""
_NEAR_KIND = 4
"""Words between somebody and what they do."""


def with_cue(sentence: Sentence, each: Mention, mentions: list[Mention]) -> Mention:
    """Return the mention with what is said of it: by the nearest word that tells of a change."""
    if each.back:
        return replace(each, cue="leaves")
    best, cost = None, float(_FAR)
    for name, start, end in sentence.marks:
        if name not in _CHANGES:
            continue
        behind = end <= each.start
        heads = _heads(sentence, name, end)
        if (heads and not behind) or (name in _BEFORE and not behind):
            continue
        if behind and not heads and _is_taken(sentence, name, start, end, each, mentions):
            continue
        gap = sentence.between(*((end, each.start) if behind else (each.end, start)))
        others = sum(
            bool(o.country) and (end <= o.start < each.start or each.end <= o.start < start)
            for o in mentions
        )
        signs = _signs(gap)
        this = len(gap) + _A_SIGN * signs
        if heads or name in _BEFORE:
            this = min(len(gap), 4) if heads else len(gap) + 3 * signs
        elif each.listed and others:
            this = max(1, len(gap) - 3 * others - (_A_SIGN - 1) * signs)
        if name == "stays" or (behind and name in ("joins", "leaves") and not heads):
            this += _BACKWARDS
        if this < cost:
            best, cost = name, this
    if each.we and best not in ("associated", "full"):
        best = None
    if best in ("joins", "adds", "stays"):
        best = _as_what(sentence, each, mentions) or best
    return replace(each, cue=best)


def _is_taken(
    sentence: Sentence, name: str, start: int, end: int, each: Mention, mentions: list[Mention]
) -> bool:
    """Tell whether a word before somebody tells of others: 'Norway drops out and we have …'."""
    between = any(end <= s < each.start for s, _ in sentence.spans("presents", "we", *_CHANGES))
    if between:
        return True
    subject = any(o.country and 0 <= start - o.end <= _NEAR_KIND for o in mentions)
    beside = {*sentence.between(each.end, each.end + 1), *sentence.between(end, each.start)}
    return name in ("joins", "leaves") and subject and not beside & small("too")


def _as_what(sentence: Sentence, each: Mention, mentions: list[Mention]) -> str | None:
    """Return as what somebody joins: 'joins as an associated partner'."""
    for name in ("associated", "full"):
        for start, _ in sentence.spans(name):
            between = sentence.between(each.end, start)
            others = any(o.country and each.end <= o.start < start for o in mentions)
            if each.end <= start and not others and not _signs(between):
                return name
    return None


def _signs(words: list[str]) -> int:
    """Return how often clauses are parted in a stretch; 'viņi saka, ka …' is one."""
    parting = SEPARATORS - {"(", ")", "-"}
    return sum(
        (word in parting or word in small("parts"))
        and {*words[i + 1 : i + 2]}.isdisjoint(small("that"))
        for i, word in enumerate(words)
    )


def with_leader(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions, of which the one next to a word for the coordinator leads."""
    result = list(mentions)
    for start, end in sentence.spans("leads"):
        before = sentence.between(max(0, start - _NEAR_KIND), start)
        own = next((i for i, each in enumerate(mentions) if each.own and each.country), None)
        if own is not None and any(word.endswith(_FIRST_PERSON) for word in before):
            result[own] = replace(mentions[own], cue="leads")
            continue
        costs = {}
        for i, each in enumerate(mentions):
            if each.cue and each.cue != "stays":
                continue
            if each.them and any(other.country for other in mentions):
                continue
            behind = end <= each.start
            gap = sentence.between(*((end, each.start) if behind else (each.end, start)))
            costs[i] = len(gap) + _A_SIGN * _signs(gap) + _BACKWARDS * behind
        nearest = min(costs, key=lambda i: costs[i], default=None)
        if nearest is not None and costs[nearest] < _FAR:
            result[nearest] = replace(mentions[nearest], cue="leads")
    return result


def _heads(sentence: Sentence, name: str, end: int) -> bool:
    """Tell whether a word heads a list: 'asociētie – …', 'Confirmed so far: …', 'waiting for …'."""
    if name not in _MAY_HEAD:
        return False
    behind = sentence.between(end, end + 3)
    return (
        name == "waits"
        or bool({*behind[:1]} & {":", "–", "-", "—", *small("heads")})
        or ":" in behind
    )
