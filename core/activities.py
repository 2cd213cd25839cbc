"""Which learning activities of a plan the call allows."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from core import distance
from core.call import ActivityKind, Call, ListItem, in_force
from core.findings import Finding, finding
from core.plan import Activity, Plan

DAYS_A_MONTH = 30
_DAYS_A_YEAR, _MONTHS_A_YEAR = 365, 12


def kind_of(call: Call, day: dt.date, kind: str) -> ActivityKind:
    """Return a kind of activity by its id.

    Raises:
        LookupError: the call has no such kind on that day.
    """
    for candidate in in_force(call.learning.kinds, day):
        if candidate.id == kind:
            return candidate
    raise LookupError(f"no kind of activity '{kind}'")


def shortest(kind: ActivityKind) -> int:
    """Return the least days of a kind, a month taken as 30 days."""
    return kind.minimum * (DAYS_A_MONTH if kind.minimum_unit == "months" else 1)


def longest(kind: ActivityKind) -> int:
    """Return the most days of a kind: 60 for two months, 365 for twelve."""
    return kind.maximum_months * _DAYS_A_YEAR // _MONTHS_A_YEAR


def is_long(kind: ActivityKind) -> bool:
    """Tell whether a kind is one whose length counts in months."""
    return kind.minimum_unit == "months"


def objections(plan: Plan, activity: Activity, call: Call, day: dt.date) -> list[Finding]:
    """Return why an activity is not allowed; empty where it is.

    Source: VIAA presentation, slides 21 (kinds) and 22 (venues); Programme Guide 2020, part B.
    """
    kind = kind_of(call, day, activity.kind)
    found = []
    if not _has_venue(plan, activity, call, day):
        rules = call.value("venues", day), call.value("venues_exception", day)
        code = "activity_outside_partner_countries"
        found.append(finding(code, "error", *rules, country=activity.country))
    if plan.field not in kind.fields:
        found.append(
            finding("activity_wrong_field", "error", kind, activity=kind.id, field=plan.field)
        )
    if not shortest(kind) <= activity.days <= longest(kind):
        limits = {"least": shortest(kind), "most": longest(kind)}
        found.append(
            finding(
                "activity_duration", "error", kind, activity=kind.id, days=activity.days, **limits
            )
        )
    return found


def _has_venue(plan: Plan, activity: Activity, call: Call, day: dt.date) -> bool:
    if any(partner.country == activity.country for partner in plan.partners):
        return True
    if activity.city is None:
        return False
    seats = call.items("venues_exception", day)
    place = _place(activity.city.partition(",")[0], activity.country)
    return place is not None and any(place == _seat(seat) for seat in seats)


def _seat(seat: ListItem) -> distance.Place | None:
    return _place(seat.name.en)


@lru_cache(maxsize=1_000)
def _place(name: str, country: str | None = None) -> distance.Place | None:
    return distance.named(name, country)
