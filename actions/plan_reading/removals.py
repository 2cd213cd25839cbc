"""What a message takes away from a plan: entries of a part, or some kind of them."""

from __future__ import annotations

from typing import Any

from actions.counts import whole
from actions.draft import PARTS, Draft, Entry, Part, not_among
from actions.message import BREAK
from actions.plan_reading.journeys import country_named
from actions.plan_reading.segments import Segment
from actions.said import Said
from core.call import Call

_NEAR_COUNT = 10
"""Letters between a word that takes away and the number of what goes: 'drop the last two'."""
_NEAR_WITHOUT = 5
"""Letters behind a 'without' within which stands what is left out."""


def taken_away(draft: Draft, segment: Segment, call: Call) -> Draft | None:
    """Return the draft without the entries that shall go: 'tehniķi izņem', 'drop one meeting'.

    None where the stretch takes away nothing of a part, or a part as a whole.
    """
    if not segment.turns_on("removes") and not _leaves_out(segment):
        return None
    said, country = segment.said, country_named(segment.said, call)
    latest = [part for part in reversed(draft.settled) if getattr(draft, part)]
    # 'drop Finland' is of the partner, 'remove the Finnish one' of what takes place there
    of_entry = segment.named or segment.turns_on("that_one") or segment.turns_on("an_event")
    described = bool(said.staff or said.activity or said.participant or (country and of_entry))
    if segment.part and (segment.named or segment.turns_on("an_event")):
        parts = [segment.part]
    elif described:
        # 'the Estonian trainer' works there, whoever travels to Estonia
        works = bool(said.staff and country and not said.activity)
        parts = sorted(latest, key=lambda part: works and part != "outputs")
    elif latest and segment.turns_on("that_one") and not said.named:
        return draft.model_copy(update={latest[0]: getattr(draft, latest[0])[:-1]})
    else:
        return None
    for part in parts:
        left = _entries_left(part, getattr(draft, part), segment, described, country)
        if left is not None:
            return draft.model_copy(update={part: left})
    return None


def _entries_left(
    part: Part, entries: list[Entry], segment: Segment, described: bool, country: str | None
) -> list[Entry] | None:
    """Return the entries of a part without those that shall go; none: no entry of it goes.

    Args:
        part: the part.
        entries: its entries.
        segment: the stretch that takes away.
        described: whether it tells which ones, by what they are or where.
        country: the country that it names.
    """
    fewer = _fewer(segment) if part == "meetings" else None
    if fewer and len(entries) == 1:
        left = entries[0].get("count", 1) - fewer
        return [{**entries[0], "count": left}] if left > 0 else []
    said = segment.said
    gone = [each for each in entries if described and _is_described(part, each, said, country)]
    if gone and all(each == gone[0] for each in gone) and not said.scope:
        gone = gone[:1]  # one of several that are alike
    return not_among(entries, gone) if gone else None


def _leaves_out(segment: Segment) -> bool:
    """Tell whether what is told stands right behind a 'without': 'without the Finnish seminar'.

    'Without hotels' leaves out nothing of a plan.
    """
    ends = [m["end"] for m in segment.marks if m["word"] == "without"]
    of_plan = (w for w in segment.words if w["word"] in PARTS)
    those = (m for m in segment.marks if m["word"] in ("that_one", "an_event"))
    starts = [each["start"] for each in (*segment.entities, *of_plan, *those)]
    return any(0 < start - end <= _NEAR_WITHOUT for end in ends for start in starts)


def _fewer(segment: Segment) -> int | None:
    """Return how many meetings shall go: 'drop one meeting', 'vienu sanāksmi izņem'.

    In '3 meetings of 6 people, without hotels' none.
    """
    said = segment.said
    if said.people or said.kilometres or said.town:
        return None
    counted = segment.numbers("meetings") or segment.numbers("number")
    taking = [m for m in segment.marks if m["word"] in ("removes", "without")]
    taken = (e for e in counted if any(_takes_count(segment, mark, e) for mark in taking))
    return whole(each["value"] for each in taken)


def _takes_count(segment: Segment, mark: dict[str, Any], number: dict[str, Any]) -> bool:
    """Tell whether a word that takes away stands beside a number, a 'without' before it."""
    first, second = sorted((mark, number), key=lambda each: int(each["start"]))
    if first is number and mark["word"] == "without":
        return False
    between = segment.text[first["end"] : second["start"]]
    return len(between) <= _NEAR_COUNT and not BREAK.search(between)


def _is_described(part: Part, entry: Entry, said: Said, country: str | None) -> bool:
    """Tell whether what is said of an entry holds for it: its staff, kind, people and country."""
    if country and entry.get("country") != country:
        return False
    if part == "outputs" and said.staff:
        return entry.get("staff") in said.staff
    if part == "activities" and said.activity:
        return entry.get("kind") in said.activity
    if part == "activities" and said.participant:
        return _travellers(entry) in said.participant
    of_others = said.staff or said.activity or said.participant
    return bool(country) and not of_others


def left_of_part(entries: list[Entry], said: Said) -> list[Entry]:
    """Return what is left of a part when it, or some of it, is taken away.

    'Bez skolēnu apmaiņas' takes away that kind of activity, the teachers' training stays.
    """
    if said.activity:
        return [entry for entry in entries if entry.get("kind") not in said.activity]
    if said.participant:
        return [entry for entry in entries if _travellers(entry) not in said.participant]
    return []


def _travellers(entry: Entry) -> str | None:
    who = (entry.get("groups") or [{}])[0].get("participant")
    return str(who) if who else None
