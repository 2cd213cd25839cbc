"""Reads a message into the draft of a plan, stretch by stretch."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from actions.counts import may_count
from actions.draft import Draft, gaps, reckoned
from actions.message import Message
from actions.plan_reading.parts import with_part
from actions.plan_reading.project import with_project
from actions.plan_reading.removals import taken_away
from actions.plan_reading.segments import Segment, segments
from core.call import Call

_UNITS_OF_NEEDS = {
    "each": "people",
    "distance": "kilometres",
    "band": "kilometres",
    "participants": "people",
    "days": "days",
    "local_participants": "local",
    "amount": "euro",
}
"""What a bare number counts, by what was asked for."""


def told(draft: Draft, message: Message, call: Call) -> Draft:
    """Return the draft with what a message tells."""
    unit, before = _unit_asked_for(draft, message), draft
    for each in segments(message, draft):
        segment = _counting(each, unit) if unit and not each.named else each
        if (less := taken_away(draft, segment, call)) is not None:
            draft = less
            continue
        draft = with_project(draft, segment, message, before, call)
        if segment.part is not None:
            draft = with_part(draft, segment.part, segment, message.adds, call)
    return reckoned(draft, call)


def _unit_asked_for(draft: Draft, message: Message) -> str | None:
    """Return the unit of what was asked for; none where the message is more than an answer."""
    lacking = gaps(draft)
    if not lacking or lacking[0][0] != draft.asked:
        return None
    short = message.bare or message.short
    answers = short or message.has("each_partner") or message.has("each")
    return _UNITS_OF_NEEDS.get(lacking[0][1]) if answers else None


def _counting(segment: Segment, unit: str) -> Segment:
    """Return a stretch with its bare numbers in the unit that was asked for, if none has it."""
    if any(each["entity"] == unit for each in segment.entities):
        return segment
    entities = [
        {**each, "entity": unit} if _may_be(unit, each) else each for each in segment.entities
    ]
    return replace(segment, entities=entities)


def _may_be(unit: str, number: dict[str, Any]) -> bool:
    """Tell whether a bare number may count what was asked for: 2 100 are kilometres, not people."""
    if number["entity"] != "number":
        return False
    return unit not in ("people", "local") or may_count("people", Decimal(str(number["value"])))
