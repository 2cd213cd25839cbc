"""Parts a message into stretches that are each about one part of a plan, or about the project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest
from typing import Any

from actions.counts import MONTHS_A_YEAR, whole
from actions.draft import MOST_TIMES, PARTS, Draft, Part
from actions.message import BREAK, Message, has_numbers
from actions.plan_reading.part_meant import OF_PROJECT, part_meant, tells_of_work
from actions.said import Said

_HOLDING = ("town", "country", "euro")
"""Entities that show that something is told, not denied."""


@dataclass(frozen=True)
class Segment:
    """A stretch of a message that is about one part of the plan, or about the project itself."""

    part: Part | None
    named: bool
    """Whether the message names the part; else it is what was asked last."""
    text: str
    """The whole message."""
    start: int
    entities: Sequence[dict[str, Any]]
    words: Sequence[dict[str, Any]]
    marks: Sequence[dict[str, Any]]
    denied: bool
    """Whether the stretch says that there is nothing of the part."""

    @property
    def said(self) -> Said:
        """The segment's values."""
        return Said.of(self.entities)

    def has(self, word: str) -> bool:
        """Tell whether a word of the group `plan` stands in the stretch."""
        return any(each["word"] == word for each in self.words)

    def turns_on(self, word: str) -> bool:
        """Tell whether a word of the group `matter` stands in the stretch."""
        return any(each["group"] == "matter" and each["word"] == word for each in self.marks)

    def numbers(self, name: str) -> list[dict[str, Any]]:
        """Return the entities of a unit whose numbers are whole."""
        return [e for e in self.entities if e["entity"] == name and whole([e["value"]])]

    @property
    def times(self) -> int | None:
        """How often something takes place: '2 reizes'."""
        found = self.numbers("times")
        return int(found[0]["value"]) if found and found[0]["value"] <= MOST_TIMES else None

    @property
    def by_partner(self) -> bool:
        """Whether people are named by partner: '3 partneri brauc pa 2 cilvēkiem'."""
        if self.has("each_partner"):
            return True
        people = self.numbers("people")
        partners = [
            e for e in self.numbers("organisations") if people and e["end"] <= people[0]["start"]
        ]
        return bool(partners) and self.has("each")


def segments(message: Message, draft: Draft) -> list[Segment]:
    """Return the stretches of a message; without a word for a part, it is about what was asked."""
    named = _named_parts(message, draft.asked)
    first = None if named else part_meant(message, draft)
    starts: list[tuple[Part | None, int]] = [(first, 0)]
    for part, at in named:
        last, since = starts[-1]
        if part != last:
            starts.append((part, _clause_start(message, at, since)))
    ends = [*(start for _, start in starts[1:]), len(message.text)]
    return [
        _segment(message, part, index > 0, start, end)
        for index, ((part, start), end) in enumerate(zip(starts, ends, strict=True))
        if start < end
    ]


def _segment(message: Message, part: Part | None, named: bool, start: int, end: int) -> Segment:
    entities = [each for each in message.entities if start <= each["start"] < end]
    if part == "meetings":
        entities = [_of_year(each, message) for each in entities]
    told = has_numbers(entities) or any(each["entity"] in _HOLDING for each in entities)
    return Segment(
        part=part,
        named=named,
        text=message.text,
        start=start,
        entities=entities,
        words=[each for each in message.words if start <= each["start"] < end],
        marks=[each for each in message.marks if start <= each["start"] < end],
        denied=not told and message.denies_within(start, end),
    )


def _clause_start(message: Message, at: int, since: int = 0) -> int:
    """Return where the clause begins in which a place stands; not before another place."""
    breaks = (match.end() for match in BREAK.finditer(message.text, 0, at))
    return max((each for each in breaks if each > since), default=since)


def _of_year(entity: dict[str, Any], message: Message) -> dict[str, Any]:
    """Return an entity; in '2 gadā' it is two meetings, not two years."""
    a_year = any(
        each["word"] == "a_year" and entity["start"] <= each["start"] < entity["end"]
        for each in message.words
    )
    if entity["entity"] != "months" or not a_year:
        return entity
    return {**entity, "entity": "meetings", "value": entity["value"] // MONTHS_A_YEAR}


def _named_parts(message: Message, asked: str | None) -> list[tuple[Part, int]]:
    """Return the parts that a message names, with the places of their words.

    'Brauks' or 'fly' is of a learning activity where learners, staff or days are named behind it:
    people travel to meetings, too.
    """
    found: list[tuple[Part, int]] = []
    words = _part_words(message)
    for word, behind in zip_longest(words, words[1:]):
        if word["word"] != "trip":
            found.append((word["word"], word["start"]))
            continue
        start = _clause_start(message, word["start"])
        end = behind["start"] if behind else len(message.text)
        near = {each["entity"] for each in message.entities if start <= each["start"] < end}
        about_meetings = asked == "meetings" or any(part == "meetings" for part, _ in found)
        if near & {"participant", "days"} or not (about_meetings or asked == "activities"):
            found.append(("activities", word["start"]))
    return found if asked == "activities" else _with_parts_told(message, found)


def _part_words(message: Message) -> list[dict[str, Any]]:
    """Return the words of a message that name a part, or that somebody travels."""
    types = [each for each in message.entities if each["entity"] == "project_type"]
    return [
        each
        for each in message.words
        if each["word"] in (*PARTS, "trip")
        # 'exchange of good practices' is no exchange of pupils
        and not any(e["start"] <= each["start"] < e["end"] for e in types)
    ]


def _with_parts_told(message: Message, named: list[tuple[Part, int]]) -> list[tuple[Part, int]]:
    """Return the parts that are named, with work and events that are told without a word for them.

    '3 meetings with 6 people, a Lithuanian trainer 30 days, a seminar in Kaunas.'
    """
    found = list(named)
    if not named and not {each["entity"] for each in message.entities} & OF_PROJECT:
        return found  # as a whole it is of one part
    breaks = [0, *(match.end() for match in BREAK.finditer(message.text)), len(message.text)]
    for start, end in pairwise(breaks):
        before = [part for part, at in named if at < end]
        if any(start <= at < end for _, at in named) or before[-1:] == ["activities"]:
            continue
        within = [each for each in message.entities if start <= each["start"] < end]
        entities = {each["entity"] for each in within}
        at = within[0]["start"] if within else start
        if tells_of_work(entities):
            found.append(("outputs", at))
        elif "local" in entities and before[-1:] != ["events"]:
            words = (each["start"] for each in message.marks if each["word"] == "an_event")
            found.append(("events", max((each for each in words if each < at), default=at)))
    return sorted(found, key=lambda each: each[1])
