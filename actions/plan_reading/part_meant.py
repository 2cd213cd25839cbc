"""Which part of a plan a message is about that has no word for one."""

from __future__ import annotations

from actions.draft import PARTS, Draft, Part, gaps
from actions.message import Message

OF_PROJECT = {"months", "organisations", "field", "project_type", "date"}
"""Entities that tell of the project itself."""
_VALUES: dict[Part, set[str]] = {
    "meetings": {"people", "number", "meetings", "times", "kilometres", "town"},
    "outputs": {"staff", "days", "number", "country"},
    "events": {"local", "international", "people", "number", "country", "town"},
    "activities": {
        "people", "participant", "days", "kilometres", "town", "country", "times", "activity",
        "number",
    },
    "exceptional": {"euro", "number"},
    "special": {"euro", "number"},
}  # fmt: skip
"""Entities that the entries of each part are told by."""
_OF_TRAVELLERS = {"people", "town", "kilometres"}


def part_meant(message: Message, draft: Draft) -> Part | None:
    """Return the part that a message without a word for one is about.

    Guests of an event, days of staff and days of those who travel show their part by themselves,
    and so many people from each partner go to meetings, unless they answer a question about
    travelling.
    """
    entities = {each["entity"] for each in message.entities}
    if corrected := _corrected(message, draft, entities):
        return corrected
    if _tells_of_event(message, draft, entities):
        return "events"
    if pointed_at := _pointed_at(message, draft, entities):
        return pointed_at
    if draft.asked != "activities":
        if tells_of_work(entities) or _tells_of_more_work(draft, entities):
            return "outputs"
        if message.has("each_partner") and entities & {"people", "number"}:
            return "meetings"
    if {"days", "participant"} <= entities and entities & _OF_TRAVELLERS:
        return "activities"
    return _asked(message, draft, entities)


def tells_of_work(entities: set[str]) -> bool:
    """Tell whether entities are staff and their days, and nobody travels."""
    return {"staff", "days"} <= entities and not entities & _OF_TRAVELLERS


def _tells_of_more_work(draft: Draft, entities: set[str]) -> bool:
    """Tell whether a bare number is of staff's days, too: 'and a Norwegian technician 40'."""
    more = bool(draft.outputs) and {"staff", "number"} <= entities
    return more and not entities & _OF_TRAVELLERS


def _tells_of_event(message: Message, draft: Draft, entities: set[str]) -> bool:
    if entities & {"local", "international"}:
        return True
    told_before = message.turns_on("an_event") and bool(draft.events)
    return told_before and not entities & {"participant", "days"}


def _corrected(message: Message, draft: Draft, entities: set[str]) -> Part | None:
    """Return the part that a correction is of: what was told last, as far as its values may be."""
    of_project = entities & OF_PROJECT
    if "participant" in entities:
        of_project -= {"field"}  # 'pupils' are of schools, too
    if of_project or not _corrects_values(message):
        return None
    if "participant" in entities and "staff" not in entities and draft.activities:
        return "activities"  # 'no, pupils are 18'
    values = entities - {"participant"}
    latest = (part for part in reversed(draft.settled) if getattr(draft, part))
    return next((part for part in latest if values & _VALUES[part]), None)


def _corrects_values(message: Message) -> bool:
    """Tell whether a message changes a value of what was told: 'nē, 50 dienas', 'make that 35'."""
    if message.turns_on("corrects") or message.has("instead"):
        return True
    first = next(iter(message.words), None)
    begins = first is not None and first["start"] == 0 and message.denies_within(0, first["end"])
    return begins and not (message.turns_on("removes") or message.turns_on("without"))


def _pointed_at(message: Message, draft: Draft, entities: set[str]) -> Part | None:
    """Return the part of the entry that is pointed at by its country: 'the Polish one is 70'."""
    countries = {each["value"] for each in message.entities if each["entity"] == "country"}
    only = bool(countries) and entities <= {"country", "days", "number"}
    if not only or not message.turns_on("that_one"):
        return None
    values = entities - {"country"}
    for part in reversed(draft.settled):
        there = any(entry.get("country") in countries for entry in getattr(draft, part))
        if there and values & _VALUES[part]:
            return part
    return None


def _asked(message: Message, draft: Draft, entities: set[str]) -> Part | None:
    """Return the part that was asked about last, unless a partner joins or it is of none."""
    asked = next((part for part in PARTS if part == draft.asked), None)
    joins = message.begins_adding and entities == {"country"} and not gaps(draft)
    if asked is None or joins:
        return None
    values = entities - {"scope"}
    return asked if not values or values & _VALUES[asked] else None
