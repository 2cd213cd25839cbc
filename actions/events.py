"""Several multiplier events of one message, each with people of its own."""

from __future__ import annotations

from typing import Any, NamedTuple

from actions.counts import whole
from actions.turn import Turn

_KINDS = ("local", "international")
_BESIDE = 6
"""Letters within which 'in each' stands beside the people whom it tells of."""
_IN_EACH = "in_each"
_FEWEST = 2


class Event(NamedTuple):
    """Who comes to one event and is paid for."""

    local: int
    international: int


def apart(turn: Turn) -> list[Event]:
    """Return the events of a message that tells who comes to each of several; none: it does not.

    'Pirmajā 110 vietējie, otrajā 120 ārzemnieki', 'Latvia 60 locals, Italy 80 locals, plus 50
    foreigners in each'; of 'three events with 60 locals' each has as many.
    """
    people = [each for each in turn.message.entities if each["entity"] in _KINDS]
    everywhere = told_for_each(turn)
    own = [each for each in people if each not in everywhere]
    found = _by_heads(turn, own)
    more = _of(everywhere)
    return [
        Event(each.local + more.local, each.international + more.international) for each in found
    ]


def told_for_each(turn: Turn) -> list[dict[str, Any]]:
    """Return the people who are said to come to each event.

    'Katrā 30 vietējie', '50 foreigners in each': before the people, else behind them.
    """
    people = [each for each in turn.message.entities if each["entity"] in _KINDS]
    found = []
    for word in (each for each in turn.message.marks if each["word"] == _IN_EACH):
        after = [e for e in people if 0 <= e["start"] - word["end"] <= 1]
        before = [e for e in people if 0 <= word["start"] - e["end"] <= _BESIDE]
        found += after or before
    return [each for each in people if each in found]


def _of(people: list[dict[str, Any]]) -> Event:
    numbers = ([p["value"] for p in people if p["entity"] == kind] for kind in _KINDS)
    return Event(*(int(sum(each)) for each in numbers))


def _by_heads(turn: Turn, people: list[dict[str, Any]]) -> list[Event]:
    """Return events by what stands before each: a place in a row, a country, a town, or people."""
    by_people = (_of_kind(turn, people, kind) for kind in _KINDS)
    for heads in (_ordinals(turn), _countries(turn), _towns(turn), *by_people):
        if len(heads) < _FEWEST:
            continue
        ends = [*heads[1:], len(turn.message.text)]
        groups = [
            [each for each in people if start <= each["start"] < end]
            for start, end in zip(heads, ends, strict=True)
        ]
        if all(groups) and sum(map(len, groups)) == len(people):
            return [_of(group) for group in groups]
    return []


def _ordinals(turn: Turn) -> list[int]:
    """Return where 'the first', 'the second' … stand, if they are in a row."""
    named = [m for m in turn.message.marks if m["group"] == "ordinal" and m["word"].isdigit()]
    in_a_row = [int(each["word"]) for each in named] == [*range(1, len(named) + 1)]
    return [each["start"] for each in named] if in_a_row else []


def _countries(turn: Turn) -> list[int]:
    """Return where the countries stand, if there is one for each event."""
    named = [each["start"] for each in turn.message.entities if each["entity"] == "country"]
    return named if len(named) == _count(turn) else []


def _towns(turn: Turn) -> list[int]:
    """Return where the towns stand, if something takes place in each: 'Rīgā 60, Tallinā 40'."""
    named = [e for e in turn.message.entities if e["entity"] == "town"]
    within = all(each.get("role") == "destination" for each in named)
    return [each["start"] for each in named] if within else []


def _of_kind(turn: Turn, people: list[dict[str, Any]], kind: str) -> list[int]:
    """Return where people of a kind stand, if there is one number of them for each event.

    'Two events: 40 locals, 60 locals and 5 foreigners'
    """
    named = [each["start"] for each in people if each["entity"] == kind]
    return named if len(named) == _count(turn) else []


def _count(turn: Turn) -> int:
    named = turn.names("events") or turn.names("number")  # 'konferences būs divas'
    return whole(turn.said.events, 0) or 0 if named else 0
