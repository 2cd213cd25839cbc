"""What a stretch of a message tells of meetings, work, events, activities and costs."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, NamedTuple

from actions import works
from actions.counts import CROWD, LONGEST_STAY, whole
from actions.draft import Draft, Entry, gaps
from actions.message import BREAK, Message
from actions.plan_reading.journeys import JOURNEY, country_named, journey, venue
from actions.plan_reading.segments import Segment
from core import distance
from core.call import Call

_HIGHER = "higher_education"
_DAYS_A_MONTH = 30
_SEVERAL = 2
Reader = Callable[[Segment, Draft, Entry, Call], list[Entry]]
"""Returns the entries that a stretch tells of; the third argument is the one before, if any."""


def meetings(segment: Segment, draft: Draft, before: Entry, call: Call) -> list[Entry]:
    """Return meetings: how many, who travels to them and how far."""
    said, times = segment.said, segment.times
    by_partner = segment.by_partner
    partners = said.organisations if segment.named and not by_partner else []
    counted = said.meetings or ([Decimal(times)] if times else []) or partners
    unclear = (said.scope and "unclear" in before) or by_partner  # the answer to what was asked
    if not (said.people or counted or said.number or said.kilometres or said.town or unclear):
        return []
    small = (each for each in said.number if each <= CROWD)  # larger ones are distances
    bare = iter(number for each in small if (number := whole([each])))
    # '2 from each partner' is people, whatever else is told
    people = whole(said.people) or (next(bare, None) if by_partner else None)
    count = whole(counted) or next(bare, None)
    people = people or next(bare, None)
    told: Entry = {key: before[key] for key in ("count", "yearly") if key in before}
    if count:
        told = {"yearly" if segment.has("a_year") else "count": count}
    if "yearly" not in told:
        told.setdefault("count", 1)
    return [{**_travelling(segment, people, before), **told, **journey(segment, before, call)}]


def _travelling(segment: Segment, people: int | None, before: Entry) -> Entry:
    """Return how many people travel to a meeting: in all, from each partner, or either."""
    unclear = before.get("unclear")
    if segment.by_partner:
        each = people or unclear
        partners = whole([e["value"] for e in segment.numbers("organisations")])
        if each and partners:
            return {"participants": each * partners}
        return {"each": each} if each else {}
    if people and segment.has("each") and _stands_for_each(segment):
        return {"unclear": people} if segment.named else {"each": people}
    if people or (unclear and segment.said.scope):
        return {"participants": people or unclear}
    return {key: before[key] for key in ("participants", "each", "unclear") if key in before}


def _stands_for_each(segment: Segment) -> bool:
    """Tell whether 'each' may be each partner: '4 meetings, 2 people each'.

    In '4 meetings with 2 people each' it is each meeting, as 'pa' is in Latvian.
    """
    people = (segment.numbers("people") or segment.numbers("number"))[0]
    behind = any(
        each["word"] == "each"
        and each["start"] >= people["end"]
        and not segment.text[people["end"] : each["start"]].strip()
        for each in segment.words
    )
    meetings = [e["end"] for e in segment.entities if e["entity"] == "meetings"]
    joined = meetings and not BREAK.search(segment.text, meetings[0] - 1, people["start"])
    return behind and not joined


def outputs(segment: Segment, draft: Draft, before: Entry, call: Call) -> list[Entry]:
    """Return pieces of work: who and how many days, with the country named beside them."""
    if several := _several_works(segment, call):
        return several
    pieces = _pieces(segment, goes_on=bool(before))
    countries = [each for each in segment.entities if each["entity"] == "country"]
    if not pieces and countries and before:
        pieces = [_Piece(segment.start, {})]
    if not pieces:
        return []
    if countries:
        behind = countries[0]["start"] > pieces[0].start
        found = [_in_country(each, _country_beside(each, countries, behind)) for each in pieces]
    else:
        at_home = "country" not in before and _at_home(segment)
        found = [_in_country(each, call.agency_country if at_home else None) for each in pieces]
    return [{**before, **found[0]}] if len(found) == 1 else found


def _several_works(segment: Segment, call: Call) -> list[Entry]:
    """Return the work of several people, each with their place; none: it is of one of them."""
    programme = call.programme_countries(call.last_change).countries
    told = works.settled(
        works.read(Message(segment.text, "lv", segment.entities, segment.words, segment.marks)),
        call.agency_country,
        lambda town: next(iter(distance.countries([town], programme)), None),
    )
    if len(told) < _SEVERAL or not all(each.staff for each in told):
        return []
    return [
        {"staff": each.staff, "days": int(each.days), "country": each.country}
        if each.country
        else {"staff": each.staff, "days": int(each.days)}
        for each in told
    ]


class _Piece(NamedTuple):
    """A piece of work that is told of."""

    start: int
    """Where it stands in the message."""
    told: Entry


def _pieces(segment: Segment, goes_on: bool) -> list[_Piece]:
    """Return who works and how many days: 'two researchers for 30 days' are 60 days.

    Args:
        segment: the stretch.
        goes_on: whether work was told of before, so that a bare number is of days.
    """
    pieces: list[_Piece] = []
    people = 1
    for entity in segment.entities:
        name, value = entity["entity"], entity["value"]
        if name == "number" and (pieces or goes_on):
            name = "days"  # '100 days in Germany, 90 in Spain', 'the Polish one is 70'
        if name == "people":
            people = whole([value]) or 1
        if name not in ("staff", "days"):
            continue
        last = pieces[-1].told if pieces else {}
        if not pieces or name in last:
            # days behind days are of the staff named last
            same = {"staff": last["staff"]} if name == "days" and "staff" in last else {}
            pieces.append(_Piece(entity["start"], same))
        if name == "days":
            pieces[-1].told["days"] = (whole([value]) or 1) * people
            people = 1
        else:
            pieces[-1].told["staff"] = value
    return pieces


def _in_country(piece: _Piece, code: str | None) -> Entry:
    return {**piece.told, "country": code} if code else piece.told


def _country_beside(piece: _Piece, countries: list[dict[str, Any]], behind: bool) -> str | None:
    """Return the country next to a piece of work; `behind`: the one that stands behind it first.

    'a researcher 40 days in Latvia, …' or 'in Latvia a researcher 40 days, …'
    """
    after = [each["value"] for each in countries if each["start"] >= piece.start][:1]
    before = [each["value"] for each in countries if each["start"] < piece.start][-1:]
    return next(iter([*after, *before] if behind else [*before, *after]), None)


def _at_home(segment: Segment) -> bool:
    """Tell whether work is done by one's own people: 'pētnieks pie mums', 'our manager'."""
    return segment.has("at_home") or segment.has("ours")


def events(segment: Segment, draft: Draft, before: Entry, call: Call) -> list[Entry]:
    """Return a multiplier event: its country and how many come from there and from elsewhere."""
    said = segment.said
    local, others = whole(said.local), whole(said.international)
    people = whole(said.people)
    if people and local is None:
        local = people - (others or 0)  # 'sixty participants, ten of them from abroad'
    if local is None and others is None:
        local = whole(said.number)
    country = country_named(said, call)
    if not (local or others or country):
        return []
    told = {"country": country, "local_participants": local, "international_participants": others}
    return [{**before, **_filled(told)}]


def activities(segment: Segment, draft: Draft, before: Entry, call: Call) -> list[Entry]:
    """Return a learning activity: its kind, place, days and those who travel to it."""
    said = segment.said
    counts = _people(segment)
    months = whole(said.months) if is_stay(segment, draft) else None
    days = whole(said.days) or (months * _DAYS_A_MONTH if months else None)
    place = venue(said, call)
    if not (counts or days or place or said.kilometres or said.activity or segment.times):
        return []
    learners, staff = counts.get("learner"), counts.get("staff")
    group_before = (before.get("groups") or [{}])[0]
    kind = next(iter(said.activity), None) or before.get("kind") or _kind(draft, learners, staff)
    kept = {key: value for key, value in group_before.items() if key not in JOURNEY}
    group: Entry = {**kept, **journey(segment, group_before, call)}
    if learners:
        group |= {"participant": "learner", "participants": learners}
        group |= {"accompanying": staff} if staff else {}
    elif staff:
        group |= {"participant": "staff", "participants": staff}
    if accompanying := counts.get("accompanying"):
        group["accompanying"] = accompanying
    told = {"kind": kind, "days": days, **place, "groups": [group], "times": segment.times}
    return [{**before, **_filled(told)}]


def is_stay(segment: Segment, draft: Draft) -> bool:
    """Tell whether the months that are named are those of a stay, not of the project."""
    said = segment.said
    if segment.part != "activities" or (whole(said.months) or 0) > LONGEST_STAY:
        return False
    return segment.named or gaps(draft)[:1] == [("activities", "days")] or bool(said.participant)


def _people(segment: Segment) -> dict[str, int]:
    """Return how many learners and staff are named: '10 skolēni un 2 skolotāji'."""
    kinds = [each for each in segment.entities if each["entity"] == "participant"]
    counts: dict[str, int] = {}
    bare = segment.numbers("number")
    if len(kinds) == 1 and len(bare) == 1 and not segment.numbers("people"):
        return {str(kinds[0]["value"]): int(bare[0]["value"])}  # 'pupils are 18'
    for each in segment.entities:
        number = whole([each["value"]]) if each["entity"] == "people" else None
        if number is None:
            continue
        if any(
            w["word"] == "accompanying" and each["start"] <= w["start"] < each["end"]
            for w in segment.words
        ):
            counts["accompanying"] = counts.get("accompanying", 0) + number
            continue
        near = [k for k in kinds if each["start"] <= k["start"] < each["end"] + 1]
        kind = near[0]["value"] if near else kinds[0]["value"] if kinds else "staff"
        counts[kind] = counts.get(kind, 0) + number
    return counts


def _kind(draft: Draft, learners: int | None, staff: int | None) -> str | None:
    if learners:
        return "intensive_study" if draft.field == _HIGHER else "short_pupil_exchange"
    return "staff_training" if staff else None


def costs(segment: Segment, draft: Draft, before: Entry, call: Call) -> list[Entry]:
    """Return real costs: their amounts."""
    amounts = [float(each) for each in segment.said.euro or segment.said.number if each > 0]
    return [{"amount": amount} for amount in amounts]


def _filled(values: Entry) -> Entry:
    return {key: value for key, value in values.items() if value is not None}
