"""What a message tells of a plan: its entities, sorted by the part of the plan they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from actions.draft import PARTS, Draft, Part
from actions.said import Said, day_span, whole
from core import distance
from core.call import Call

_BREAK = re.compile(r"[,;.:\n](?=\s|$)")
Entry = dict[str, Any]
"""An entry of a part: a meeting, a piece of work, an event, an activity, a cost."""
_HIGHER = "higher_education"


@dataclass(frozen=True)
class Message:
    """A message's text with its entities and the words that name parts of a plan."""

    text: str
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


@dataclass
class Segment:
    """A stretch of a message that is about one part of the plan, or about the project itself."""

    part: Part | None
    start: int
    end: int
    entities: list[dict[str, Any]] = field(default_factory=list)

    @property
    def said(self) -> Said:
        """The segment's values."""
        return Said.of(self.entities)


def segments(message: Message, asked: str | None) -> list[Segment]:
    """Return the stretches of a message; without a word for a part, it is about what was asked."""
    named = [word for word in message.words if word["word"] in PARTS]
    first: Part | None = asked if asked in PARTS and not named else None
    found = [Segment(first, 0, len(message.text))]
    for word in named:
        if word["word"] == found[-1].part:
            continue
        breaks = [match.end() for match in _BREAK.finditer(message.text, 0, word["start"])]
        start = max([each for each in breaks if each > found[-1].start], default=found[-1].start)
        found[-1].end = start
        found.append(Segment(word["word"], start, len(message.text)))
    for entity in message.entities:
        for segment in found:
            if segment.start <= entity["start"] < segment.end:
                segment.entities.append(entity)
    return [each for each in found if each.start < each.end]


def told(draft: Draft, message: Message, call: Call) -> Draft:
    """Return the draft with what a message tells."""
    more, none = message.has("more"), message.has("none")
    for segment in segments(message, draft.asked):
        draft = _project(draft, segment, call, more)
        if segment.part is not None:
            draft = _part(draft, segment, call, more, none and not _has_numbers(segment.entities))
    return draft


def changes(before: Draft, after: Draft) -> list[str]:
    """Return the names of what differs between two drafts."""
    names = ("field", "type", "start", "months", "organisations", "countries", *PARTS)
    return [name for name in names if getattr(before, name) != getattr(after, name)]


def _has_numbers(entities: Sequence[dict[str, Any]]) -> bool:
    return any(isinstance(each.get("value"), int | float) for each in entities)


def _project(draft: Draft, segment: Segment, call: Call, more: bool) -> Draft:
    """Take in what is said of the project itself; months and partners stand anywhere."""
    said = segment.said.counting(_counted(draft), Said())
    update: dict[str, Any] = {}
    if len(said.project_type) == 1:
        update["type"] = said.project_type[0]
    if months := whole(said.months):
        update["months"] = months
    if said.date and (span := day_span(said.date[0], call.opens.year + 1)):
        update["start"] = span[0]
    if segment.part is None or said.organisations:
        update |= _partners(draft, said, more)
    if segment.part is None and len(said.field) == 1:
        update["field"] = said.field[0]
    return draft.model_copy(update=update)


def _partners(draft: Draft, said: Said, more: bool) -> dict[str, Any]:
    update: dict[str, Any] = {}
    if number := said.organisation_count:
        update["organisations"] = number + (draft.organisations or 0) * more
    if said.country:
        alone = len(said.country) == 1 and bool(draft.countries)
        update["countries"] = [*draft.countries, *said.country] if alone else said.country
    return update


def _counted(draft: Draft) -> str | None:
    """Return what a bare number counts, by what was asked last."""
    if draft.asked == "basics":
        return "organisations" if draft.months else "months"
    return {"months": "months", "partners": "organisations"}.get(draft.asked or "")


def _part(draft: Draft, segment: Segment, call: Call, more: bool, none: bool) -> Draft:
    part = segment.part
    assert part is not None
    settled = [*dict.fromkeys([*draft.settled, part])]
    if none:
        return draft.model_copy(update={part: [], "settled": settled})
    readers = {
        "meetings": _meetings,
        "outputs": _outputs,
        "events": _events,
        "activities": _activities,
        "exceptional": _costs,
        "special": _costs,
    }
    known: list[dict[str, Any]] = getattr(draft, part)
    found = readers[part](segment, draft, known[-1] if known and not more else {}, call)
    if not found:
        return draft
    update: dict[str, Any] = {part: [*known, *found] if more else found, "settled": settled}
    if part in ("outputs", "events") and draft.type is None:
        update["type"] = "innovation"
    return draft.model_copy(update=update)


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
    return f"{distance.called(place, typed)}, {place.country}" if place else typed


def _country(said: Said, call: Call) -> str | None:
    """Return the country that was named, or that of the last town, abroad if there is one."""
    if said.country:
        return said.country[-1]
    countries = [place.country for name in said.town if (place := _place(name, call))]
    abroad = [code for code in countries if code != call.agency_country]
    return [*countries, *abroad][-1] if countries else None


def _meetings(segment: Segment, draft: Draft, known: Entry, call: Call) -> list[Entry]:
    said = segment.said
    if not (said.people or said.meetings or said.number or said.kilometres or said.town):
        return []
    bare = iter(number for each in said.number if (number := whole([each])))
    count = whole(said.meetings) or next(bare, None) or known.get("count")
    people = whole(said.people) or next(bare, None) or known.get("participants")
    return [_filled({"participants": people, "count": count or 1, **_distance(said, known, call)})]


def _outputs(segment: Segment, draft: Draft, known: Entry, call: Call) -> list[Entry]:
    """Return pieces of work: who and how many days, with the country named beside them."""
    pieces: list[dict[str, Any]] = []
    places: list[int] = []
    for entity in segment.entities:
        name = entity["entity"]
        if name not in ("staff", "days"):
            continue
        if not pieces or name in pieces[-1]:
            pieces.append({})
            places.append(entity["start"])
        pieces[-1][name] = entity["value"]
    countries = [each for each in segment.entities if each["entity"] == "country"]
    if not pieces and countries and known:
        pieces, places = [dict(known)], [0]
    if not pieces:
        return []
    behind = bool(countries) and countries[0]["start"] > places[0]
    ends = [*places[1:], segment.end]
    for piece, start, end in zip(pieces, places, ends, strict=True):
        after = [each["value"] for each in countries if each["start"] > start]
        before = [each["value"] for each in countries if each["start"] < end]
        # 'a researcher 40 days in Latvia, …' or 'in Latvia a researcher 40 days, …'
        near = after[:1] if behind and after else before[-1:]
        piece |= {"country": near[0]} if near else {}
    return pieces


def _events(segment: Segment, draft: Draft, known: Entry, call: Call) -> list[Entry]:
    said = segment.said
    local, others = whole(said.local), whole(said.international)
    if local is None and others is None:
        local = whole(said.people) or whole(said.number)
    country = _country(said, call)
    if not (local or others or country):
        return []
    told = {"country": country, "local_participants": local, "international_participants": others}
    return [{**known, **_filled(told)}]


def _activities(segment: Segment, draft: Draft, known: Entry, call: Call) -> list[Entry]:
    said = segment.said
    counts = _people(segment)
    if not (counts or said.days or said.country or said.town or said.kilometres or said.activity):
        return []
    learners, staff = counts.get("learner"), counts.get("staff")
    before = (known.get("groups") or [{}])[0]
    kind = next(iter(said.activity), None) or known.get("kind") or _kind(draft, learners, staff)
    group: dict[str, Any] = {**before, **_distance(said, before, call)}
    if learners:
        group |= {"participant": "learner", "participants": learners}
        group |= {"accompanying": staff} if staff else {}
    elif staff:
        group |= {"participant": "staff", "participants": staff}
    activity = {
        "kind": kind,
        "country": _country(said, call) or known.get("country"),
        "days": whole(said.days) or known.get("days"),
        "groups": [group],
    }
    return [_filled(activity)]


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


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def gaps(draft: Draft) -> list[tuple[Part, str]]:
    """Return what the told parts still lack: (part, what)."""
    needs: dict[Part, tuple[str, ...]] = {
        "meetings": ("participants", "distance"),
        "outputs": ("staff", "days", "country"),
        "events": ("country", "local_participants"),
        "activities": ("kind", "country", "days", "participants", "distance"),
        "exceptional": ("amount",),
        "special": ("amount",),
    }
    return [
        (part, need)
        for part, wanted in needs.items()
        for entry in getattr(draft, part)
        for need in wanted
        if not _has({**entry, **(entry.get("groups") or [{}])[0]}, need)
    ]


def _has(entry: dict[str, Any], need: str) -> bool:
    if need == "distance":
        return "distance_km" in entry or {"from", "to"} <= set(entry)
    if need == "local_participants":
        return "local_participants" in entry or "international_participants" in entry
    return need in entry
