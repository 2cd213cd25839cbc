"""What a message names of journeys, in the order in which it stands there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import Any, Literal

from actions.counts import CROWD
from actions.journeys.model import Kind, Town, Who
from actions.journeys.places import Places
from actions.turn import Turn
from bot.nlu.places import is_locative

Role = Literal["from", "to"]
_SENTENCE_END = re.compile(r"[.!?;]+(?=\s|$)|\n")
_BREAK = re.compile(r"[,:–](?=\D|$)|[.!?;]+(?=\s|$)|\n|(?<=\s)[-+&](?=\s)")
KINDS: tuple[Kind, ...] = ("meeting", "training", "exchange")
_A_FEW = 3
"""Words between 'our' and the place from where: 'our two trainers from Riga'."""
_AN_ARTICLE = 4
"""Letters of an article and blanks before a word."""
_BESIDE = 1
"""Letters between a number and the kind of people, or the town, that it counts."""
_PEOPLE = ("people", "we", "number")
_PLACES = ("town", "country", "days", "people", "activity")
_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True)
class Count:
    """A number of people."""

    number: int
    who: Who | None
    start: int
    end: int
    ours: bool = False
    added: bool = False


@dataclass(frozen=True)
class Origin:
    """A place, a country or 'us' that a message names."""

    town: Town | None
    country: str | None
    start: int
    end: int
    role: Role | None = None
    ours: bool = False
    gone: bool = False
    """Whether it is taken back or left out."""
    nation: bool = False
    """Whether people of a country are named: 'the Germans in Hamburg'."""


@dataclass
class Clause:
    """A stretch of a message between two signs or joining words."""

    start: int
    end: int
    sign: str
    """What stands before it: a sign, or 'joins'."""
    sentence: int
    counts: list[Count] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    """Of the vocabulary's group `journey`."""
    marks: set[str] = field(default_factory=set)
    """Other words that tell: kinds of organisations, of partners, who asks."""
    ordinals: list[int] = field(default_factory=list)
    days: list[int] = field(default_factory=list)
    times: list[int] = field(default_factory=list)
    meetings: list[int] = field(default_factory=list)
    who: list[Who] = field(default_factory=list)
    """Kinds of people that are named without a number."""
    far: bool = False
    """Whether a distance in kilometres is told."""

    def has(self, *words: str) -> bool:
        """Tell whether one of some words stands in it."""
        return bool(self.words & {*words})

    @property
    def first_is_count(self) -> bool:
        """Whether people stand before the place from which they come."""
        if not self.counts or not self.origins:
            return bool(self.counts)
        return self.counts[0].start < self.origins[0].start


class Items:
    """A message as clauses with what each names."""

    def __init__(self, turn: Turn, places: Places) -> None:
        self.turn = turn
        self._text = turn.message.text
        self._places = places
        self._entities = list(turn.message.entities)
        self._marks = self._meant([e for e in turn.message.marks if e["group"] == "journey"])

    def _meant(self, marks: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return words without kinds of events that are not meant: 'a training, not a meeting'."""
        not_meant = [each["end"] for each in marks if each["word"] == "instead_of"]
        given_up = [each["start"] for each in marks if each["word"] == "in_place"]
        return [
            each
            for each in marks
            if each["word"] not in KINDS
            or not (
                any(0 < each["start"] - end <= _AN_ARTICLE for end in not_meant)
                or any(0 < start - each["end"] <= 1 for start in given_up)
            )
        ]

    @cached_property
    def words(self) -> set[str]:
        """The words of the group `journey` that stand in the message."""
        return {each["word"] for each in self._marks}

    @cached_property
    def clauses(self) -> list[Clause]:
        """Return the clauses, in order."""
        clauses = self._parted()
        for mark in self._marks:
            self._at(clauses, mark).words.add(str(mark["word"]))
        for mark in self.turn.message.marks:
            if mark["group"] in ("who", "matter", "verdict"):
                name = "who" if mark["group"] == "who" else str(mark["word"])
                self._at(clauses, mark).marks.add(name)
            if mark["group"] == "ordinal" and self._is_of_event(mark):
                self._at(clauses, mark).ordinals.append(int(mark["word"]))
        for each in self._entities:
            self._take(self._at(clauses, each), each)
        for origin in self._known():
            self._at(clauses, {"start": origin.start}).origins.append(origin)
        for clause in clauses:
            self._take_days(clause)
            self._take_ours(clause)
            self._take_one_less(clause)
            clause.origins = self._merged(sorted(clause.origins, key=lambda each: each.start))
            if clause.has("without") and not clause.counts:  # 'poļi neatbrauks'
                clause.origins = [replace(each, gone=each.role != "to") for each in clause.origins]
        self._take_lists(clauses)
        return clauses

    def _take_lists(self, clauses: list[Clause]) -> None:
        """Give the towns of a list the role of its first one: 'in Riga, Kaunas and Bari'."""
        for before, clause in pairwise(clauses):
            if clause.sign not in (",", "joins") or not before.origins or before.counts:
                continue
            alone = len(clause.origins) == 1 and not clause.counts
            if alone and clause.origins[0].role is None and before.origins[-1].role == "to":
                clause.origins = [replace(clause.origins[0], role="to")]

    def _is_of_event(self, ordinal: dict[str, Any]) -> bool:
        """Tell whether a place in a row is an event's: not in 'the second group'."""
        groups = [each["start"] for each in self._marks if each["word"] == "a_group"]
        return str(ordinal["word"]).isdigit() and ordinal["end"] + 1 not in groups

    def _parted(self) -> list[Clause]:
        spans = [(each["start"], each["end"]) for each in self._entities]
        joins = [(e["start"], e["end"], "joins") for e in self._marks if e["word"] == "joins"]
        signs = [(m.start(), m.end(), m.group()) for m in _BREAK.finditer(self._text)]
        signs = [b for b in signs if not any(start < b[0] < end - 1 for start, end in spans)]
        breaks = sorted([*joins, *signs])
        edges = [(0, 0, ""), *breaks, (len(self._text), len(self._text), "")]
        clauses, sentence = [], 0
        for (_, start, sign), (end, _, _) in pairwise(edges):
            sentence += bool(sign and (_SENTENCE_END.match(sign + " ") or sign == "\n"))
            short = sign if sign == "joins" else sign[:1]
            clauses.append(Clause(start, max(start, end), short, sentence))
        return clauses

    def _at(self, clauses: list[Clause], entity: dict[str, Any]) -> Clause:
        start = int(entity["start"])
        return next((c for c in clauses if start < c.end), clauses[-1])

    def _take(self, clause: Clause, entity: dict[str, Any]) -> None:
        name, value = entity["entity"], entity["value"]
        match name:
            case "town" | "country":
                if origin := self._origin(entity):
                    clause.origins.append(origin)
            case "days":
                clause.days.append(int(value))
            case "times":
                clause.times.append(int(value))
            case "meetings":
                clause.meetings.append(int(value))
            case "kilometres":
                clause.far = True
            case "participant":
                clause.who.append(value)
            case "partner_role" | "organisations" | "nth":
                clause.marks.add("partnership_size")
        if self._counts_people(entity):
            clause.counts.append(self._count(entity))

    def _origin(self, entity: dict[str, Any]) -> Origin | None:
        start, end = int(entity["start"]), int(entity["end"])
        gone = entity.get("role") == "taken_back" or self._left_out(start)
        if entity["entity"] == "country":
            within = entity.get("role") == "venue"
            role: Role | None = "to" if within else None
            return Origin(None, str(entity["value"]), start, end, role, gone=gone, nation=True)
        town = self._places.of(str(entity["value"]))
        role = self._role(entity)
        return Origin(town, town.country, start, end, role, gone=gone) if town else None

    def _left_out(self, start: int) -> bool:
        """Tell whether a word that leaves out stands right before a place: 'without the Dutch'."""
        return any(e["word"] == "without" and 0 < start - e["end"] <= 5 for e in self._marks)

    def _role(self, entity: dict[str, Any]) -> Role | None:
        """Tell whether somebody comes from a town or goes there, by the words beside it.

        A town that only stands last in the message is no venue for that.
        """
        if entity.get("role") == "departure":
            return "from"
        typed = self._text[entity["start"] : entity["end"]]
        towards = (m["end"] for m in self._marks if m["word"] == "towards")
        before = any(end + 1 == entity["start"] for end in towards)
        return "to" if before or is_locative(typed) else None

    def _counts_people(self, entity: dict[str, Any]) -> bool:
        name, value = entity["entity"], entity["value"]
        if name == "organisations":
            return entity.get("role") == "from_country"
        if name not in _PEOPLE or not 0 < int(value) <= CROWD:
            return False
        start = entity["start"]
        if any(e["word"] == "at_every" and e["start"] <= start < e["end"] for e in self._marks):
            return False  # 'one at each partner'
        return not any(
            e["word"] in ("rest", "all_of") and 0 <= entity["start"] - e["end"] <= 1
            for e in self._marks
        )

    def _count(self, entity: dict[str, Any]) -> Count:
        start, end = int(entity["start"]), int(entity["end"])
        near = [
            e["value"]
            for e in self._entities
            if e["entity"] == "participant" and start <= e["start"] <= end + _BESIDE
        ]
        who: Who | None = near[0] if near else None
        accompanying = any(
            w["word"] == "accompanying" and start <= w["start"] <= end + _BESIDE
            for w in self.turn.message.words
        )
        who = "staff" if accompanying else who
        added = entity.get("role") == "added" or any(
            -1 <= start - e["end"] <= 1 or start <= e["start"] <= end + 1
            for e in self._marks
            if e["word"] in ("more", "less")
        )
        return Count(int(entity["value"]), who, start, end, entity["entity"] == "we", added)

    def _known(self) -> list[Origin]:
        """Return the places that are remembered, as words that are no towns elsewhere.

        'Utenas pedagogi būs trīs' names no town by itself.
        """
        journeys = self.turn.journeys
        known = [group.town for event in journeys.events for group in event.groups]
        known += [event.venue for event in journeys.events]
        taken = [(e["start"], e["end"]) for e in self._entities if e["entity"] in _PLACES]
        found = []
        for word in _WORD.finditer(self._text) if known else ():
            if any(start <= word.start() < end for start, end in taken):
                continue
            town = self._places.of(word.group())
            if town and any(town.is_same(each) for each in known):
                found.append(Origin(town, town.country, word.start(), word.end()))
        return found

    def _take_days(self, clause: Clause) -> None:
        """Take a bare number as days where these are named: 'and if the days were 7?'."""
        alone = len(clause.counts) == 1 and clause.counts[0].who is None
        if clause.has("days") and not clause.days and alone and not clause.counts[0].ours:
            clause.days.append(clause.counts.pop().number)

    def _take_ours(self, clause: Clause) -> None:
        """Add 'us' as a place from which people come."""
        for mark in self._marks:
            if mark["word"] == "ours" and clause.start <= mark["start"] < clause.end:
                clause.origins.append(
                    Origin(None, None, mark["start"], mark["end"], "from", ours=True)
                )
        for count in clause.counts:
            if count.ours and not any(o.ours for o in clause.origins):
                clause.origins.append(Origin(None, None, count.end, count.end, "from", ours=True))

    def _take_one_less(self, clause: Clause) -> None:
        """Count the one by whom they are fewer: 'one less from Riga', 'vienu mazāk'."""
        lefts = [w for w in self.turn.message.words if w["word"] == "left"]
        lefts = [w for w in lefts if clause.start <= w["start"] < clause.end]
        if lefts and clause.has("less") and not clause.counts:
            start, end = int(lefts[0]["start"]), int(lefts[0]["end"])
            clause.counts.append(Count(1, None, start, end, added=True))

    def _merged(self, origins: list[Origin]) -> list[Origin]:
        """Return places without those that only say once more where another one is.

        'Zilina in Slovakia', 'the Estonian partner in Tallinn', 'our two trainers from Riga'
        """
        kept: list[Origin] = []
        for each in origins:
            if kept and (one := self._same(kept[-1], each)):
                kept[-1] = one
            else:
                kept.append(each)
        return kept

    def _same(self, first: Origin, second: Origin) -> Origin | None:
        between = self._text[first.end : second.start]
        towards = (m["start"] for m in self._marks if m["word"] == "towards")
        if any(first.end <= start < second.start for start in towards):
            to_town = first.town is None and second.town and second.role != "to"
            if not to_town and not (first.town and second.town is None):
                return None
        if first.ours != second.ours:
            town = second if first.ours else first
            if town.role == "to" or (town.town is None and town.country is None):
                return None
            near = len(between.split()) <= _A_FEW and (town.role == "from" or "(" in between)
            if near and town.town is not None and not re.search(r"\d", between):
                return Origin(town.town, town.country, first.start, second.end, "from", ours=True)
            return None
        if first.country != second.country or (first.town and second.town):
            return None
        town = first if first.town else second
        role = first.role or second.role
        nation = first.town is None
        return Origin(town.town, town.country, first.start, second.end, role, nation=nation)
