"""What a message tells of the project itself: its field, type, dates, length and partners."""

from __future__ import annotations

from typing import Any

from actions.counts import MONTHS_A_YEAR, SHORTEST_PROJECT, whole
from actions.draft import Draft
from actions.message import Message
from actions.plan_reading.entries import is_stay
from actions.plan_reading.segments import Segment
from actions.said import Said, day_span
from core import distance, judgements
from core.call import Call

_CORRECTING = (",", ".", ";", ":", "-", "–")
"""Signs behind the first word of a correction: 'nē, 4 partneri' takes none away."""
_MOST_OF_IT = 3
"""How many of the four tell of a project."""


def tells_of_project(said: Said) -> bool:
    """Tell whether most of what a project is told by is named: length, partners, field, type."""
    length = (whole(said.months) or 0) >= SHORTEST_PROJECT
    partners = len(said.country) > 1 or bool(said.organisations)
    return sum((length, partners, bool(said.field), bool(said.project_type))) >= _MOST_OF_IT


def with_project(
    draft: Draft, segment: Segment, message: Message, before: Draft, call: Call
) -> Draft:
    """Return the draft with what is said of the project itself.

    Args:
        draft: the draft so far.
        segment: the stretch of the message.
        message: the whole message.
        before: the draft as it was before the message.
        call: the call.
    """
    elsewhere = segment.named and segment.part is not None
    said = segment.said
    if not elsewhere:
        said = said.counting(_unit_of_bare_number(draft, said), Said())
    update: dict[str, Any] = {}
    if len(said.project_type) == 1:
        update["type"] = said.project_type[0]
    if (months := whole(said.months)) and not is_stay(segment, draft):
        update["months"] = months
    if elsewhere:
        apart = segment.part == "meetings" and not segment.by_partner
        if apart and said.organisations and said.country:
            update |= _partners(draft, said, message, before, call)
        return draft.model_copy(update=update)
    if said.date and (span := day_span(said.date[0], call.opens.year + 1)):
        update["start"] = span[0]
    period = None if said.months else said.period(call.opens.year + 1)
    if period and segment.part is None:  # 'no 2020. gada oktobra līdz 2022. gada maijam'
        update["months"] = judgements.months_between(*period)
    if segment.part is None or (said.organisations and not segment.by_partner):
        update |= _partners(draft, said, message, before, call)
    if segment.part is None and len(said.field) == 1:
        update["field"] = said.field[0]
    return draft.model_copy(update=update)


def _partners(
    draft: Draft, said: Said, message: Message, before: Draft, call: Call
) -> dict[str, Any]:
    """Return how many partners and from where: set, added, taken away or swapped."""
    number, named = said.organisation_count, [*said.country, *_of_towns(said, message, call)]
    so_far = max(draft.organisations or 0, len(draft.countries))
    swap = _swapped(draft, said)
    takes = message.denies and not _corrects(message)
    if takes and so_far and (number or named) and not swap:
        left = [code for code in draft.countries if code not in named]
        return {"organisations": max(so_far - (number or len(named)), 1), "countries": left}
    if swap and (message.denies or message.has("instead")):
        return swap
    added = message.adds and bool(before.organisations or before.countries)
    update: dict[str, Any] = {}
    if added and (number or named):
        update["organisations"] = so_far + (number or len(named))
    elif number:
        update["organisations"] = number
    if named:
        alone = len(named) == 1 and bool(draft.countries)
        update["countries"] = [*draft.countries, *named] if added or alone else named
    return update


def _of_towns(said: Said, message: Message, call: Call) -> list[str]:
    """Return the countries of the towns that partners are said to be from."""
    words = ("of_partners", "partnership_size")
    of_partners = any(message.turns_on(each) for each in words) or bool(said.partner_role)
    if said.kilometres or not of_partners:
        return []
    programme = call.programme_countries(call.last_change).countries
    codes = distance.countries(said.town, programme)
    return [code for code in codes if code not in said.country]


def _corrects(message: Message) -> bool:
    """Tell whether a message begins with a 'no' that stands by itself."""
    return any(
        each["word"] in ("none", "no")
        and not message.text[: each["start"]].strip()
        and message.text[each["end"] :].lstrip().startswith(_CORRECTING)
        for each in message.words
    )


def _swapped(draft: Draft, said: Said) -> dict[str, Any]:
    """Return the countries with one in another's place: 'Zviedrija, nevis Somija'."""
    old = [code for code in said.country if code in draft.countries]
    new = [code for code in said.country if code not in draft.countries]
    if len(old) != 1 or len(new) != 1:
        return {}
    return {"countries": [new[0] if code == old[0] else code for code in draft.countries]}


def _unit_of_bare_number(draft: Draft, said: Said) -> str | None:
    """Return what a bare number counts, by what was asked last."""
    if draft.asked == "basics":
        short = bool(said.number) and said.number[0] < MONTHS_A_YEAR
        return "organisations" if draft.months or said.months or short else "months"
    return {"months": "months", "partners": "organisations"}.get(draft.asked or "")
