"""Where a stretch of a message says that something is, and how far people travel to it."""

from __future__ import annotations

from decimal import Decimal
from itertools import zip_longest
from typing import Any

from actions.counts import CROWD
from actions.draft import Entry, Part
from actions.plan_reading.segments import Segment
from actions.said import Said
from core import distance
from core.call import Call, in_force
from core.distance import called
from core.sums import band

JOURNEY = ("distance_km", "span", "least", "from", "to")
"""Keys of an entry's journey: it has the kilometres or the towns, never both."""
_TRAVELLING: tuple[Part, ...] = ("meetings", "activities")
_ROUGHLY = Decimal("0.05")
"""How far from the truth a distance may be that is told as 'about' so much."""
_BOUNDS = ("less_than", "up_to", "more_than", "at_least", "in_between", "about")
"""Words of the group `matter` before one end of a distance."""
_TO = ("-", "–", "..", "km -", "km –")
"""Signs between the two ends of a distance."""
Span = tuple[Decimal | None, Decimal | None]
"""The ends of a distance, in kilometres; none: it is open there."""


def journey(segment: Segment, before: Entry, call: Call) -> Entry:
    """Return the keys of the journey that a stretch tells, or those of the entry before."""
    said, travels = segment.said, segment.part in _TRAVELLING
    if (span := _span(segment)) and (said.kilometres or travels):
        return _within(span, segment.part, call)
    far = said.kilometres or [each for each in said.number if each > CROWD]
    if far and travels:
        return {"distance_km": float(far[0])}
    if len(said.town) > 1:
        return {"from": _town(said.town[0], call), "to": _town(said.town[1], call)}
    return {key: before[key] for key in JOURNEY if key in before}


def venue(said: Said, call: Call) -> Entry:
    """Return the country that was named, or town and country: the last one, abroad if any is."""
    if said.country:
        return {"country": said.country[-1]}
    towns = [(name, place) for name in said.town if (place := _place(name, call))]
    abroad = [each for each in towns if each[1].country != call.agency_country]
    for name, place in [*abroad[-1:], *towns[-1:]]:
        return {"country": place.country, "city": called(place, name)}
    return {}


def country_named(said: Said, call: Call) -> str | None:
    """Return the country that was named, or that of the town."""
    country = venue(said, call).get("country")
    return str(country) if country else None


def _span(segment: Segment) -> Span | None:
    """Return the ends of a distance that is told by them.

    'Zem 1000 km, bet virs 100', 'between 500 and 1999', '500–1999 km', 'about 2000'.
    """
    numbers = [each for each in segment.entities if each["entity"] in ("kilometres", "number")]
    low = high = None
    for number, behind in zip_longest(numbers, numbers[1:]):
        least, most = _ends_at(segment, number, behind)
        low = low if least is None else least
        high = high if most is None else most
    if (low is None and high is None) or max(low or 0, high or 0) <= CROWD:
        return None
    return low, high


def _ends_at(segment: Segment, number: dict[str, Any], behind: dict[str, Any] | None) -> Span:
    """Return which ends of a distance a number tells, or a number with the one behind it."""
    value = Decimal(str(number["value"]))
    last = Decimal(str(behind["value"])) if behind else None
    match _bound(segment, number):
        case "less_than":
            return None, value - 1
        case "up_to":
            return None, value
        case "more_than":
            return value + 1, None
        case "at_least":
            return value, None
        case "in_between" if last is not None:
            return value, last
        case "about":
            return value * (1 - _ROUGHLY), value * (1 + _ROUGHLY)
        case None if behind and value > CROWD and _reaches(segment, number, behind):
            return value, last
    return None, None


def _bound(segment: Segment, number: dict[str, Any]) -> str | None:
    """Return the word before a number that makes it one end of a distance."""
    words = [
        each
        for each in segment.marks
        if each["word"] in _BOUNDS
        and each["end"] <= number["start"]
        and not segment.text[each["end"] : number["start"]].strip()
    ]
    # 'ne līdz' is more than 'līdz'
    return str(min(words, key=lambda each: each["start"])["word"]) if words else None


def _reaches(segment: Segment, number: dict[str, Any], behind: dict[str, Any]) -> bool:
    """Tell whether a distance goes from a number to the one behind it: '500–1999'."""
    joined = segment.text[number["end"] : behind["start"]].strip() in _TO
    return joined or _bound(segment, behind) == "up_to"


def _within(span: Span, part: Part | None, call: Call) -> Entry:
    """Return a distance between two ends: the rate's own where it is one for both.

    'Over 1500 km' may be any distance beyond; 'under 1000' is one for which anything is paid.
    """
    low, high = span
    ends = [each for each in span if each is not None]
    all_bands = call.learning.travel if part == "activities" else call.meeting_bands
    bands = in_force(all_bands, call.last_change)
    nearest = min(Decimal(bands[0].first), ends[-1]) if low is None else low
    farthest = max(Decimal(bands[-1].first), ends[0]) if high is None else high
    found = [band(bands, each) for each in (nearest, farthest)]
    rates = {each.first if each else None for each in found}
    kept = {"span": [None if each is None else float(each) for each in span]}
    if len(rates) > 1:
        return kept
    middle = sum(ends) / len(ends) if _is_rough(span) else ends[-1]
    told: Entry = {"distance_km": float(middle)}
    if low is None:
        told["least"] = float(nearest)
    return told if middle != ends[-1] else {**told, **kept}


def _is_rough(span: Span) -> bool:
    """Tell whether a distance was told as one number, with 'about' before it."""
    low, high = span
    if low is None or high is None:
        return False
    return low / (1 - _ROUGHLY) == high / (1 + _ROUGHLY)


def _place(typed: str, call: Call) -> distance.Place | None:
    """Return the town that was meant; one in a Programme Country rather than elsewhere."""
    return distance.named(typed, among=call.programme_countries(call.last_change).countries)


def _town(typed: str, call: Call) -> str:
    """Return a town's name as a plan has it: 'Berlīne, DE' for 'Berlīni'."""
    place = _place(typed, call)
    return f"{called(place, typed)}, {place.country}" if place else typed
