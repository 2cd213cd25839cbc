"""What a message tells of a plan: its entities, sorted by the part of the plan they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from actions.draft import PARTS, Draft, Part
from actions.said import Said, day_span, whole
from core import distance
from core.call import Call, Language
from core.distance import called

_BREAK = re.compile(r"[,;.:\n](?=\s|$)")
Entry = dict[str, Any]
"""An entry of a part: a meeting, a piece of work, an event, an activity, a cost."""
_HIGHER = "higher_education"
_DAYS_A_MONTH = 30
_HOLDING = ("town", "country", "euro")
"""Entities that show that something is told, not denied."""


@dataclass(frozen=True)
class Message:
    """A message's text with its entities and the words that name parts of a plan."""

    text: str
    language: Language = "lv"
    entities: Sequence[dict[str, Any]] = ()
    words: Sequence[dict[str, Any]] = ()
    """Of the vocabulary's group `plan`: word, start, end."""
    asks: bool = False
    """Whether it asks anything."""
    bare: bool = False
    """Whether it holds nothing but values."""

    @property
    def has_numbers(self) -> bool:
        """Whether a number stands in it."""
        return _has_numbers(self.entities)

    def has(self, word: str) -> bool:
        """Tell whether a word of the group `plan` stands in the message."""
        return any(each["word"] == word for each in self.words)

    @property
    def denies(self) -> bool:
        """Whether it says that something is not or shall not be."""
        return _denies(self, 0, len(self.text))


def _denies(message: Message, start: int, end: int) -> bool:
    # 'no' is an English word here, and a Latvian one for 'from'
    none = ("none", "no") if message.language == "en" else ("none",)
    return any(each["word"] in none and start <= each["start"] < end for each in message.words)


def _has_numbers(entities: Sequence[dict[str, Any]]) -> bool:
    return any(isinstance(each.get("value"), int | float) for each in entities)


@dataclass
class Segment:
    """A stretch of a message that is about one part of the plan, or about the project itself."""

    part: Part | None
    named: bool
    """Whether the message names the part; else it is what was asked last."""
    start: int
    end: int
    entities: list[dict[str, Any]] = field(default_factory=list)
    denied: bool = False
    """Whether the stretch says that there is nothing of the part."""

    @property
    def said(self) -> Said:
        """The segment's values."""
        return Said.of(self.entities)


def segments(message: Message, asked: str | None) -> list[Segment]:
    """Return the stretches of a message; without a word for a part, it is about what was asked."""
    named = _naming(message, asked)
    first: Part | None = asked if asked in PARTS and not named else None
    found = [Segment(first, False, 0, len(message.text))]
    for part, at in named:
        if part == found[-1].part:
            continue
        breaks = [match.end() for match in _BREAK.finditer(message.text, 0, at)]
        start = max([each for each in breaks if each > found[-1].start], default=found[-1].start)
        found[-1].end = start
        found.append(Segment(part, True, start, len(message.text)))
    found = [each for each in found if each.start < each.end]
    for segment in found:
        within = (e for e in message.entities if segment.start <= e["start"] < segment.end)
        segment.entities = list(within)
        told = _has_numbers(segment.entities) or any(
            each["entity"] in _HOLDING for each in segment.entities
        )
        segment.denied = not told and _denies(message, segment.start, segment.end)
    return found


def _naming(message: Message, asked: str | None) -> list[tuple[Part, int]]:
    """Return the parts that a message names, with the places of their words.

    'Brauks' or 'fly' is of a learning activity where learners, staff or days are named behind it:
    people travel to meetings, too.
    """
    found: list[tuple[Part, int]] = []
    words = [each for each in message.words if each["word"] in (*PARTS, "trip")]
    for index, word in enumerate(words):
        if word["word"] != "trip":
            found.append((word["word"], word["start"]))
            continue
        after = words[index + 1]["start"] if index + 1 < len(words) else len(message.text)
        start = max([m.end() for m in _BREAK.finditer(message.text, 0, word["start"])], default=0)
        near = {e["entity"] for e in message.entities if start <= e["start"] < after}
        about_meetings = asked == "meetings" or any(part == "meetings" for part, _ in found)
        if near & {"participant", "days"} or not (about_meetings or asked == "activities"):
            found.append(("activities", word["start"]))
    return found


def told(draft: Draft, message: Message, call: Call) -> Draft:
    """Return the draft with what a message tells."""
    for segment in segments(message, draft.asked):
        if not (segment.named and segment.part):
            draft = _project(draft, segment, call, message)
        if segment.part is not None:
            draft = _part(draft, segment, call, message.has("more"))
    return draft


def changes(before: Draft, after: Draft) -> list[str]:
    """Return the names of what differs between two drafts."""
    names = ("field", "type", "start", "months", "organisations", "countries", *PARTS)
    return [name for name in names if getattr(before, name) != getattr(after, name)]


def _project(draft: Draft, segment: Segment, call: Call, message: Message) -> Draft:
    """Take in what is said of the project itself."""
    said = segment.said.counting(_counted(draft), Said())
    update: dict[str, Any] = {}
    if len(said.project_type) == 1:
        update["type"] = said.project_type[0]
    if months := whole(said.months):
        update["months"] = months
    if said.date and (span := day_span(said.date[0], call.opens.year + 1)):
        update["start"] = span[0]
    if segment.part is None or said.organisations:
        update |= _partners(draft, said, message)
    if segment.part is None and len(said.field) == 1:
        update["field"] = said.field[0]
    return draft.model_copy(update=update)


def _partners(draft: Draft, said: Said, message: Message) -> dict[str, Any]:
    """Return how many partners and from where: set, added, taken away or swapped."""
    number, named = said.organisation_count, said.country
    known = max(draft.organisations or 0, len(draft.countries))
    if message.denies and known and (number or named) and not _swapped(draft, said):
        left = [code for code in draft.countries if code not in named]
        return {"organisations": max(known - (number or len(named)), 1), "countries": left}
    if (message.denies or message.has("instead")) and (swap := _swapped(draft, said)):
        return swap
    added = message.has("more") and known > 0
    update: dict[str, Any] = {}
    if added and (number or named):
        update["organisations"] = known + (number or len(named))
    elif number:
        update["organisations"] = number
    if named:
        alone = len(named) == 1 and bool(draft.countries)
        update["countries"] = [*draft.countries, *named] if added or alone else named
    return update


def _swapped(draft: Draft, said: Said) -> dict[str, Any]:
    """Return the countries with one in another's place: 'Zviedrija, nevis Somija'."""
    old = [code for code in said.country if code in draft.countries]
    new = [code for code in said.country if code not in draft.countries]
    if len(old) != 1 or len(new) != 1:
        return {}
    return {"countries": [new[0] if code == old[0] else code for code in draft.countries]}


def _counted(draft: Draft) -> str | None:
    """Return what a bare number counts, by what was asked last."""
    if draft.asked == "basics":
        return "organisations" if draft.months else "months"
    return {"months": "months", "partners": "organisations"}.get(draft.asked or "")


def _part(draft: Draft, segment: Segment, call: Call, more: bool) -> Draft:
    part = segment.part
    assert part is not None
    settled = [*dict.fromkeys([*draft.settled, part])]
    if segment.denied:
        return draft.model_copy(update={part: [], "settled": settled})
    readers = {
        "meetings": _meetings,
        "outputs": _outputs,
        "events": _events,
        "activities": _activities,
        "exceptional": _costs,
        "special": _costs,
    }
    entries: list[Entry] = getattr(draft, part)
    index = None if more else _meant(part, entries, segment.said, call)
    found = readers[part](segment, draft, {} if index is None else entries[index], call)
    if not found:
        return draft
    if index is None:
        entries = [*entries, *found]
    elif len(found) == 1:
        entries = [*entries[:index], *found, *entries[index + 1 :]]
    else:
        entries = found
    update: dict[str, Any] = {part: entries, "settled": settled}
    if part in ("outputs", "events") and draft.type is None:
        update["type"] = "innovation"
    return draft.model_copy(update=update)


def _meant(part: Part, entries: list[Entry], said: Said, call: Call) -> int | None:
    """Return which entry a message is about; none: it tells of another one.

    The one that lacks something, else the one in the country that is named, else the last.
    """
    if not entries:
        return None
    lacking = [index for index, entry in enumerate(entries) if lacks(part, entry)]
    if lacking:
        return lacking[0]
    country = _country(said, call)
    there = [index for index, entry in enumerate(entries) if entry.get("country") == country]
    if part == "activities" and country and not there and said.participant:
        return None
    return (there or [len(entries) - 1])[-1]


def _distance(said: Said, known: Entry, call: Call) -> Entry:
    """Return the distance that was told, or that known before."""
    if said.kilometres:
        return {"distance_km": float(said.kilometres[0])}
    if len(said.town) > 1:
        return {"from": _town(said.town[0], call), "to": _town(said.town[1], call)}
    return {key: known[key] for key in ("distance_km", "from", "to") if key in known}


def _place(typed: str, call: Call) -> distance.Place | None:
    """Return the town that was meant; one in a Programme Country rather than elsewhere."""
    try:
        return distance.find(typed, among=call.programme_countries(call.last_change).countries)
    except LookupError:
        return None


def _town(typed: str, call: Call) -> str:
    """Return a town's name as a plan has it: 'Berlīne, DE' for 'Berlīni'."""
    place = _place(typed, call)
    return f"{called(place, typed)}, {place.country}" if place else typed


def _host(said: Said, call: Call) -> Entry:
    """Return the country that was named, or town and country: the last one, abroad if any is."""
    if said.country:
        return {"country": said.country[-1]}
    towns = [(name, place) for name in said.town if (place := _place(name, call))]
    abroad = [each for each in towns if each[1].country != call.agency_country]
    for name, place in [*abroad[-1:], *towns[-1:]]:
        return {"country": place.country, "city": called(place, name)}
    return {}


def _country(said: Said, call: Call) -> str | None:
    country = _host(said, call).get("country")
    return str(country) if country else None


def _meetings(segment: Segment, draft: Draft, known: Entry, call: Call) -> list[Entry]:
    said = segment.said
    counted = said.meetings or (said.organisations if segment.named else [])
    if not (said.people or counted or said.number or said.kilometres or said.town):
        return []
    bare = iter(number for each in said.number if (number := whole([each])))
    count = whole(counted) or next(bare, None) or known.get("count")
    people = whole(said.people) or next(bare, None) or known.get("participants")
    return [_filled({"participants": people, "count": count or 1, **_distance(said, known, call)})]


def _outputs(segment: Segment, draft: Draft, known: Entry, call: Call) -> list[Entry]:
    """Return pieces of work: who and how many days, with the country named beside them.

    'Two researchers for 30 days' are 60 days.
    """
    pieces: list[Entry] = []
    places: list[int] = []
    people = 1
    for entity in segment.entities:
        name, value = entity["entity"], entity["value"]
        if name == "people":
            people = whole([value]) or 1
        if name not in ("staff", "days"):
            continue
        if not pieces or name in pieces[-1]:
            pieces.append({})
            places.append(entity["start"])
        pieces[-1][name] = (whole([value]) or 1) * people if name == "days" else value
        people = 1 if name == "days" else people
    countries = [each for each in segment.entities if each["entity"] == "country"]
    if not pieces and countries and known:
        pieces, places = [{}], [segment.start]
    if not pieces:
        return []
    behind = bool(countries) and countries[0]["start"] > places[0]
    for piece, start in zip(pieces, places, strict=True):
        after = [each["value"] for each in countries if each["start"] >= start]
        before = [each["value"] for each in countries if each["start"] < start]
        # 'a researcher 40 days in Latvia, …' or 'in Latvia a researcher 40 days, …'
        near = (after[:1] or before[-1:]) if behind else (before[-1:] or after[:1])
        piece |= {"country": near[0]} if near else {}
    return [{**known, **pieces[0]}] if len(pieces) == 1 else pieces


def _events(segment: Segment, draft: Draft, known: Entry, call: Call) -> list[Entry]:
    said = segment.said
    local, others = whole(said.local), whole(said.international)
    people = whole(said.people)
    if people and local is None:
        local = people - (others or 0)  # 'sixty participants, ten of them from abroad'
    if local is None and others is None:
        local = whole(said.number)
    country = _country(said, call)
    if not (local or others or country):
        return []
    told = {"country": country, "local_participants": local, "international_participants": others}
    return [{**known, **_filled(told)}]


def _activities(segment: Segment, draft: Draft, known: Entry, call: Call) -> list[Entry]:
    said = segment.said
    counts = _people(segment)
    months = whole(said.months)
    days = whole(said.days) or (months * _DAYS_A_MONTH if months else None)
    host = _host(said, call)
    if not (counts or days or host or said.kilometres or said.activity):
        return []
    learners, staff = counts.get("learner"), counts.get("staff")
    before = (known.get("groups") or [{}])[0]
    kind = next(iter(said.activity), None) or known.get("kind") or _kind(draft, learners, staff)
    group: Entry = {**before, **_distance(said, before, call)}
    if learners:
        group |= {"participant": "learner", "participants": learners}
        group |= {"accompanying": staff} if staff else {}
    elif staff:
        group |= {"participant": "staff", "participants": staff}
    told = {"kind": kind, "days": days, **host, "groups": [group]}
    return [{**known, **_filled(told)}]


def _people(segment: Segment) -> dict[str, int]:
    """Return how many learners and staff are named: '10 skolēni un 2 skolotāji'."""
    kinds = [each for each in segment.entities if each["entity"] == "participant"]
    counts: dict[str, int] = {}
    for each in segment.entities:
        number = whole([each["value"]]) if each["entity"] == "people" else None
        if number is None:
            continue
        near = [k for k in kinds if each["start"] <= k["start"] < each["end"] + 1]
        kind = near[0]["value"] if near else kinds[0]["value"] if kinds else "staff"
        counts[kind] = counts.get(kind, 0) + number
    return counts


def _kind(draft: Draft, learners: int | None, staff: int | None) -> str | None:
    if learners:
        return "intensive_study" if draft.field == _HIGHER else "short_pupil_exchange"
    return "staff_training" if staff else None


def _costs(segment: Segment, draft: Draft, known: Entry, call: Call) -> list[Entry]:
    amounts = [float(each) for each in segment.said.euro or segment.said.number if each > 0]
    return [{"amount": amount} for amount in amounts]


def _filled(values: Entry) -> Entry:
    return {key: value for key, value in values.items() if value is not None}


_NEEDS: dict[Part, tuple[str, ...]] = {
    "meetings": ("participants", "distance"),
    "outputs": ("staff", "days", "country"),
    "events": ("country", "local_participants"),
    "activities": ("kind", "country", "days", "participants", "distance"),
    "exceptional": ("amount",),
    "special": ("amount",),
}


def gaps(draft: Draft) -> list[tuple[Part, str]]:
    """Return what the told parts still lack: (part, what)."""
    return [
        (part, need)
        for part in PARTS
        for entry in getattr(draft, part)
        for need in lacks(part, entry)
    ]


def lacks(part: Part, entry: Entry) -> list[str]:
    """Return what an entry of a part still lacks."""
    flat = {**entry, **(entry.get("groups") or [{}])[0]}
    return [need for need in _NEEDS[part] if not _has(flat, need)]


def _has(entry: Entry, need: str) -> bool:
    if need == "distance":
        return "distance_km" in entry or {"from", "to"} <= set(entry)
    if need == "local_participants":
        return "local_participants" in entry or "international_participants" in entry
    return need in entry
