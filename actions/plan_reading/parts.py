"""Takes into a part of the draft what a stretch tells of it: another entry, or more of one."""

from __future__ import annotations

from typing import Any

from actions.draft import Draft, Entry, Part, lacks
from actions.plan_reading.entries import Reader, activities, costs, events, meetings, outputs
from actions.plan_reading.journeys import country_named
from actions.plan_reading.removals import left_of_part
from actions.plan_reading.segments import Segment
from actions.said import Said
from core.call import Call

_READERS: dict[Part, Reader] = {
    "meetings": meetings,
    "outputs": outputs,
    "events": events,
    "activities": activities,
    "exceptional": costs,
    "special": costs,
}


def with_part(draft: Draft, part: Part, segment: Segment, more: bool, call: Call) -> Draft:
    """Return the draft with what a stretch tells of a part.

    Args:
        draft: the draft so far.
        part: the part that the stretch is about.
        segment: the stretch.
        more: whether it tells of something on top of what was told.
        call: the call.
    """
    settled = [*(each for each in draft.settled if each != part), part]
    entries: list[Entry] = getattr(draft, part)
    if segment.denied:
        left = left_of_part(entries, segment.said)
        return draft.model_copy(update={part: left, "settled": settled})
    index = None if more else _entry_meant(part, entries, segment.said, call)
    before = {} if index is None else entries[index]
    found = _READERS[part](segment, draft, before, call)
    if not found:
        return draft
    merged = _merged(part, entries, index, found, segment)
    update: dict[str, Any] = {part: merged, "settled": settled}
    if part in ("outputs", "events") and draft.type is None:
        update["type"] = "innovation"
    return draft.model_copy(update=update)


def _merged(
    part: Part, entries: list[Entry], index: int | None, found: list[Entry], segment: Segment
) -> list[Entry]:
    """Return the entries of a part with those found; `index` is the entry that they are about."""
    if index is None:
        return [*entries, *found]
    if part == "outputs":
        return _with_work(entries, index, found, segment)
    if len(found) == 1:
        return [*entries[:index], *found, *entries[index + 1 :]]
    return found


def _with_work(
    entries: list[Entry], index: int, found: list[Entry], segment: Segment
) -> list[Entry]:
    """Return pieces of work with those that a message tells of.

    A message that fills a gap or corrects is of the piece that is meant; work of other staff, or of
    the same staff in another country, comes on top.
    """
    result = list(entries)
    for number, piece in enumerate(found):
        if number == 0 and (lacks("outputs", result[index]) or not _is_whole(segment)):
            result[index] = piece
            continue
        same = [
            at
            for at, each in enumerate(result)
            if all(each.get(key) == piece.get(key) for key in ("staff", "country"))
        ]
        if same:
            result[same[0]] = piece
        else:
            result.append(piece)
    return result


def _is_whole(segment: Segment) -> bool:
    """Tell whether a message tells of work as a whole: who, how long and where."""
    named = {each["entity"] for each in segment.entities}
    long = bool(named & {"days", "number"})
    return long and {"staff", "country"} <= named and not segment.has("instead")


def _entry_meant(part: Part, entries: list[Entry], said: Said, call: Call) -> int | None:
    """Return which entry a message is about; none: it tells of another one.

    The one that lacks something, else the one in the country that is named, else the last.
    """
    if not entries:
        return None
    lacking = [index for index, entry in enumerate(entries) if lacks(part, entry)]
    if lacking:
        return lacking[0]
    country = country_named(said, call)
    if part == "outputs" and len(said.staff) == 1 and not country:
        same = [i for i, entry in enumerate(entries) if entry.get("staff") in said.staff]
        return (same or [len(entries) - 1])[-1]
    there = [index for index, entry in enumerate(entries) if entry.get("country") == country]
    if part == "activities" and country and not there and said.participant:
        return None
    return (there or [len(entries) - 1])[-1]
