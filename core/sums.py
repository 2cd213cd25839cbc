"""Sums by the call's rules: a function a budget category, results with their steps and sources.

All amounts are EUR. A `day` is the day whose values are asked for: rates hold from a day until
another takes their place.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeVar

from pydantic import BaseModel, ConfigDict

from core.call import Band, Call, DailyRate, Participant, Sourced, StaffCategory, in_force

CENT = Decimal("0.01")
BandT = TypeVar("BandT", bound=Band)


class Line(BaseModel):
    """A worked-out sum: what the call pays and why."""

    model_config = ConfigDict(frozen=True)

    amount: Decimal
    """EUR that the call pays, after caps and shares."""
    requested: Decimal
    """EUR before them."""
    steps: list[str]
    capped_by: str | None = None
    """Id of the fact that capped the amount."""
    rests_on: list[Sourced]


class UnknownRateError(LookupError):
    """The call's data has no rate for this; nothing is guessed."""


def cents(amount: Decimal) -> Decimal:
    """Round half up to a cent."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def plain(number: Decimal) -> str:
    """Write a number without needless zeros: 2750, 61.5."""
    return format(cents(number).normalize(), "f")


def band(bands: Sequence[BandT], number: int | Decimal) -> BandT | None:
    """Return the band that holds a distance or day; fractions are dropped (99.9 km is 99)."""
    whole = int(number)
    for candidate in bands:
        if candidate.first <= whole and (candidate.last is None or whole <= candidate.last):
            return candidate
    return None


def maximum_grant(call: Call, day: dt.date, months: int) -> Line:
    """Return the largest grant of a project of `months`: a sum a month, up to a ceiling.

    Source: VIAA presentation, slide 2.

    Raises:
        ValueError: less than one month.
    """
    _positive(months)
    rate, ceiling = call.value("grant_per_month", day), call.value("grant_maximum", day)
    per_month, most = call.number("grant_per_month", day), call.number("grant_maximum", day)
    return _capped(
        [(per_month * months, f"{months} × {plain(per_month)} EUR")],
        most,
        "grant_maximum",
        [rate, ceiling],
    )


def management(call: Call, day: dt.date, organisations: int, months: int) -> Line:
    """Return the management money of `organisations` (the coordinator among them) for `months`.

    Source: Programme Guide 2020, part B, Strategic Partnerships: a monthly rate for the coordinator
    and for each partner, together at most a monthly cap.

    Raises:
        ValueError: less than one organisation or month.
    """
    _positive(organisations, months)
    names = ("management_coordinator", "management_partner", "management_cap")
    coordinator, partner, cap = (call.number(name, day) for name in names)
    monthly = coordinator + partner * (organisations - 1)
    paid = min(monthly, cap)
    rate = f"({plain(coordinator)} + {organisations - 1} × {plain(partner)})"
    return Line(
        amount=cents(paid * months),
        requested=cents(monthly * months),
        steps=[f"{rate if paid == monthly else plain(cap)} EUR × {months}"],
        capped_by="management_cap" if paid < monthly else None,
        rests_on=[call.value(name, day) for name in names],
    )


def coordinator_management(call: Call, day: dt.date, months: int) -> Line:
    """Return the management money of the coordinator alone for `months`.

    Source: Programme Guide 2020, part B, Strategic Partnerships.

    Raises:
        ValueError: less than one month.
    """
    return _monthly(call, day, "management_coordinator", months)


def partner_management(call: Call, day: dt.date, months: int) -> Line:
    """Return the management money of one partner that is not the coordinator for `months`.

    Source: Programme Guide 2020, part B, Strategic Partnerships.

    Raises:
        ValueError: less than one month.
    """
    return _monthly(call, day, "management_partner", months)


def share(call: Call, day: dt.date, leads: bool, partners: int, months: int) -> Line:
    """Return the management money of some organisations of a consortium for `months`.

    Source: Programme Guide 2020, part B, Strategic Partnerships.

    Args:
        call: the call.
        day: the day on which its rates are asked for.
        leads: whether the coordinator is among them.
        partners: how many others they are.
        months: the length of the project.

    Raises:
        ValueError: less than one organisation or month.
    """
    _positive(partners + leads, months)
    if not leads and partners == 1:
        return partner_management(call, day, months)
    if leads and not partners:
        return coordinator_management(call, day, months)
    names = ("management_coordinator", "management_partner")
    coordinator, partner = (call.number(name, day) for name in names)
    amount = cents((coordinator * leads + partner * partners) * months)
    rates = [plain(coordinator)] * leads + ([f"{partners} × {plain(partner)}"] if partners else [])
    step = f"({' + '.join(rates)}) EUR × {months}"
    return Line(
        amount=amount,
        requested=amount,
        steps=[step],
        rests_on=[call.value(name, day) for name in names],
    )


def _monthly(call: Call, day: dt.date, rate: str, months: int) -> Line:
    _positive(months)
    amount = cents(call.number(rate, day) * months)
    step = f"{months} × {plain(call.number(rate, day))} EUR"
    return Line(amount=amount, requested=amount, steps=[step], rests_on=[call.value(rate, day)])


def meeting(
    call: Call, day: dt.date, participants: int, kilometres: Decimal, count: int = 1
) -> Line:
    """Return the money for `count` transnational meetings with `participants` who travel.

    Source: Programme Guide 2020, part B: by distance one way; nothing under the first band.

    Raises:
        ValueError: less than one participant or meeting, or a negative distance.
    """
    _positive(participants, count)
    return _by_distance(
        in_force(call.meeting_bands, day),
        participants * count,
        kilometres,
        call.value("meetings_minimum_distance", day),
    )


def travel(call: Call, day: dt.date, participants: int, kilometres: Decimal) -> Line:
    """Return the travel money of a learning activity, there and back, for `participants`.

    Source: VIAA presentation, slide 23; nothing under 10 km.

    Raises:
        ValueError: less than one participant, or a negative distance.
    """
    _positive(participants)
    return _by_distance(
        in_force(call.learning.travel, day),
        participants,
        kilometres,
        call.value("travel_minimum_distance", day),
    )


def _by_distance(
    bands: Sequence[Band], participants: int, kilometres: Decimal, minimum: Sourced
) -> Line:
    if kilometres < 0:
        raise ValueError("a distance is not negative")
    found = band(bands, kilometres)
    if found is None:
        zero = Decimal(0)
        return Line(amount=zero, requested=zero, steps=[], rests_on=[minimum])
    amount = found.amount * participants
    return Line(
        amount=amount,
        requested=amount,
        steps=[f"{participants} × {plain(found.amount)} EUR"],
        rests_on=[found],
    )


def individual_support(
    call: Call, day: dt.date, participant: Participant, people: int, days: int
) -> Line:
    """Return the subsistence money of a short activity of `days` (travel days not counted).

    Source: VIAA presentation, slide 24 (to day 14); Programme Guide 2020, part B (days 15–60).

    Raises:
        UnknownRateError: the activity is longer than the days for which a rate is known.
        ValueError: less than one person or day.
    """
    _positive(people, days)
    rates = _daily_rates(call, day, participant)
    longest = longest_support(call, day, participant)
    if days > longest:
        raise UnknownRateError(f"no rate beyond day {longest}")
    used = [rate for rate in rates if rate.first <= days]
    parts = [_days_at(rate, people, days) for rate in used]
    total = sum((amount for amount, _ in parts), Decimal(0))
    return Line(
        amount=cents(total),
        requested=cents(total),
        steps=[step for _, step in parts],
        rests_on=list(used),
    )


def longest_support(call: Call, day: dt.date, participant: Participant) -> int:
    """Return the last day of an activity for which a rate of individual support is known."""
    return _daily_rates(call, day, participant)[-1].last or sys.maxsize


def _daily_rates(call: Call, day: dt.date, participant: Participant) -> list[DailyRate]:
    rates = in_force(call.learning.individual_support, day)
    return [rate for rate in rates if rate.participant == participant]


def _days_at(rate: Band, people: int, days: int) -> tuple[Decimal, str]:
    last = days if rate.last is None else min(days, rate.last)
    at_rate = last - rate.first + 1
    return rate.amount * people * at_rate, f"{people} × {at_rate} × {plain(rate.amount)} EUR"


def linguistic_support(call: Call, day: dt.date, people: int) -> Line:
    """Return the linguistic support for `people` in long activities (guide, part B)."""
    _positive(people)
    rate = call.number("linguistic_support", day)
    return Line(
        amount=cents(rate * people),
        requested=cents(rate * people),
        steps=[f"{people} × {plain(rate)} EUR"],
        rests_on=[call.value("linguistic_support", day)],
    )


def output_work(call: Call, day: dt.date, country: str, staff: StaffCategory, days: int) -> Line:
    """Return the money for `days` of work on an intellectual output.

    Source: Programme Guide 2020, part B, Strategic Partnerships, table of unit costs.

    Raises:
        UnknownRateError: the call's data has no day rates for this country.
        ValueError: less than one day.
    """
    _positive(days)
    for group in in_force(call.countries.rate_groups, day):
        if country in group.countries:
            rate = group.rates[staff]
            return Line(
                amount=cents(rate * days),
                requested=cents(rate * days),
                steps=[f"{days} × {plain(rate)} EUR"],
                rests_on=[group],
            )
    raise UnknownRateError(f"no day rates for {country}")


def multiplier_event(
    call: Call, day: dt.date, local: int, international: int, count: int = 1
) -> Line:
    """Return the money for `count` multiplier events by each's local and international people.

    Source: Programme Guide 2020, part B; the cap is one for the whole project.

    Raises:
        ValueError: a negative number, nobody at all, or less than one event.
    """
    _positive(count)
    line = event_people(call, day, local, international)
    requested = line.requested * count
    cap = call.number("event_cap", day)
    return line.model_copy(
        update={
            "requested": requested,
            "amount": min(requested, cents(cap)),
            "capped_by": "event_cap" if requested > cap else None,
            "steps": [f"{count} × {plain(line.requested)} EUR"] if count > 1 else line.steps,
            "rests_on": [*line.rests_on, call.value("event_cap", day)],
        }
    )


def event_people(call: Call, day: dt.date, local: int, international: int) -> Line:
    """Return the money for a multiplier event, the cap of the project left out of account.

    Raises:
        ValueError: a negative number, or nobody at all.
    """
    if min(local, international) < 0 or local + international == 0:
        raise ValueError("an event needs participants")
    names = ("event_local", "event_international")
    rates = [call.number(name, day) for name in names]
    parts = [(rate, n) for rate, n in zip(rates, (local, international), strict=True) if n]
    amount = cents(sum((rate * people for rate, people in parts), Decimal(0)))
    return Line(
        amount=amount,
        requested=amount,
        steps=[f"{people} × {plain(rate)} EUR" for rate, people in parts],
        rests_on=[call.value(name, day) for name in names],
    )


def exceptional_costs(call: Call, day: dt.date, costs: Decimal) -> Line:
    """Return the part of real exceptional costs that the call pays, up to the cap of a project.

    Source: VIAA presentation, slide 20 (share); Programme Guide 2020, part B (cap).

    Raises:
        ValueError: costs are not above zero.
    """
    line = _share(call, day, costs, "exceptional_share", ["exceptional_cap"])
    cap = call.number("exceptional_cap", day)
    if line.amount <= cap:
        return line
    return line.model_copy(update={"amount": cents(cap), "capped_by": "exceptional_cap"})


def most_exceptional_costs(call: Call, day: dt.date) -> Line:
    """Return the exceptional costs of which the paid share is just the cap of a project."""
    cap, share = call.number("exceptional_cap", day), call.number("exceptional_share", day)
    return exceptional_costs(call, day, cents(cap * 100 / share))


def expensive_travel(call: Call, day: dt.date, costs: Decimal) -> Line:
    """Return the part of real travel costs that the call pays instead of the unit cost.

    Source: VIAA presentation, slide 20 (share); when it applies: Programme Guide 2020, part B.

    Raises:
        ValueError: costs are not above zero.
    """
    return _share(call, day, costs, "expensive_travel_share", ["expensive_travel_threshold"])


def special_needs(call: Call, day: dt.date, costs: Decimal) -> Line:
    """Return the part of real costs for special needs that the call pays (presentation, slide 20).

    Raises:
        ValueError: costs are not above zero.
    """
    return _share(call, day, costs, "special_needs_share", [])


def _share(call: Call, day: dt.date, costs: Decimal, share_id: str, others: list[str]) -> Line:
    if costs <= 0:
        raise ValueError("costs must be above zero")
    share = call.number(share_id, day)
    return Line(
        amount=cents(costs * share / 100),
        requested=cents(costs),
        steps=[f"{plain(costs)} EUR × {plain(share)} %"],
        rests_on=[call.value(name, day) for name in (share_id, *others)],
    )


def _capped(
    parts: Sequence[tuple[Decimal, str]], cap: Decimal, cap_id: str, facts: Sequence[Sourced]
) -> Line:
    requested = cents(sum((amount for amount, _ in parts), Decimal(0)))
    return Line(
        amount=min(requested, cents(cap)),
        requested=requested,
        steps=[step for _, step in parts],
        capped_by=cap_id if requested > cap else None,
        rests_on=list(facts),
    )


def instalments(grant: Decimal | None, shares: Sequence[Decimal]) -> list[Decimal | None]:
    """Return what the parts of a grant come to, by their shares in per cent; none for no grant."""
    return [None if grant is None else cents(grant * share / 100) for share in shares]


def _positive(*numbers: int) -> None:
    if min(numbers) < 1:
        raise ValueError("numbers must be at least 1")
