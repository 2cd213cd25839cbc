"""Single questions of eligibility: is it allowed, by which rule, on what that rests."""

from __future__ import annotations

import calendar
import datetime as dt
import math
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, ConfigDict

from core.activities import DAYS_A_MONTH, kind_of, longest, shortest
from core.call import Call, FieldId, ListItem, Sourced


class Judgement(BaseModel):
    """Whether something is allowed; `code` names the reason as in the plan's findings."""

    model_config = ConfigDict(frozen=True)

    code: str
    allowed: bool
    rests_on: list[Sourced]


def consortium(
    call: Call, day: dt.date, organisations: int | None, countries: Sequence[str] | int | None
) -> list[Judgement]:
    """Judge a consortium by its size and countries (ISO codes, or just how many).

    Only organisations of Programme Countries count; Partner Countries named by code are left out,
    with one organisation each.
    What is not given is not judged. Source: VIAA presentation, slide 2.
    """
    judgements = []
    named = set() if countries is None or isinstance(countries, int) else set(countries)
    outside = named - set(call.programme_countries(day).countries)
    if organisations is not None:
        least = call.value("consortium_organisations", day)
        enough = organisations - len(outside) >= call.number("consortium_organisations", day)
        judgements.append(_judgement(enough, "enough_partners", "too_few_partners", least))
    if countries is not None:
        number = countries if isinstance(countries, int) else len(named - outside)
        least = call.value("consortium_countries", day)
        enough = number >= call.number("consortium_countries", day)
        judgements.append(_judgement(enough, "enough_countries", "too_few_countries", least))
    return judgements


class Composition(BaseModel):
    """What of a consortium counts, and whether that is enough."""

    model_config = ConfigDict(frozen=True)

    organisations: int
    """Those of Programme Countries."""
    countries: list[str]
    """The Programme Countries among theirs, each once."""
    missing: int
    """How many organisations from other Programme Countries are lacking."""
    verdict: Literal["fits", "refused", "open"]
    """Open: it hangs on organisations of which no country is known."""
    rests_on: list[Sourced]


def composition(call: Call, day: dt.date, codes: Sequence[str], unplaced: int) -> Composition:
    """Judge a consortium by the country of each organisation (slide 2).

    Args:
        call: the call.
        day: the day on which its rules are asked for.
        codes: the country of each organisation, as often as there are some of it.
        unplaced: organisations of which no country is known; below zero: so many left, of which it
            is not known where they were.
    """
    rules = [call.value(name, day) for name in ("consortium_organisations", "consortium_countries")]
    fewest, least = (
        int(call.number(name, day)) for name in ("consortium_organisations", "consortium_countries")
    )
    programme = {*call.programme_countries(day).countries}
    counted = Counter(code for code in codes if code in programme)
    organisations = sum(counted.values())
    missing = max(least - len(counted), fewest - organisations, 0)
    gone = max(-unplaced, 0)
    spare = len(codes) - len(counted)
    best = max(least - (len(counted) - max(gone - spare, 0)), fewest - (len(codes) - gone))
    worst = max(least - _left(counted, gone), fewest - (organisations - gone))
    if gone:
        verdict = "fits" if worst <= 0 else "refused" if best > 0 else "open"
        missing = max(best, 0)
    else:
        verdict = "fits" if not missing else "open" if unplaced >= missing else "refused"
    return Composition(
        organisations=organisations,
        countries=[*counted],
        missing=missing,
        verdict=verdict,
        rests_on=rules,
    )


def _left(counted: Counter[str], gone: int) -> int:
    """Return how many countries are left at least when so many organisations leave."""
    left = len(counted)
    for number in sorted(counted.values()):
        gone -= number
        left -= gone >= 0
    return left


def expensive_travel(call: Call, day: dt.date, unit: Decimal, costs: Decimal) -> Judgement:
    """Judge whether a unit cost covers too little of the real travel costs of one, both in EUR.

    Source: Programme Guide 2020, part B: less than a share of them, in percent.
    """
    rule = call.value("expensive_travel_threshold", day)
    share = call.number("expensive_travel_threshold", day)
    return _judgement(unit < costs * share / 100, "travel_is_expensive", "travel_is_not", rule)


def award_criterion(call: Call, day: dt.date, item: ListItem, points: Decimal) -> Judgement:
    """Judge the points of an award criterion: at least half of its points are needed.

    Source: Programme Guide 2020, part B, Strategic Partnerships, award criteria.
    """
    rule = call.value("award_half", day)
    return _judgement(points >= half(item), "award_half_met", "award_half_missed", rule)


def half(item: ListItem) -> Decimal:
    """Return half of the points that an award criterion can have."""
    return (item.value or Decimal(0)) / 2


def award_total(call: Call, day: dt.date, points: Decimal) -> Judgement:
    """Judge the points of all award criteria together (guide, part B: at least 60)."""
    enough = points >= call.number("award_threshold", day)
    rule = call.value("award_threshold", day)
    return _judgement(enough, "award_threshold_met", "award_threshold_missed", rule)


def duration(call: Call, day: dt.date, months: int, field: FieldId | None) -> Judgement:
    """Judge a length in months, by the field's own minimum where it has one (slide 3)."""
    minimum = call.fact_of_field("duration_minimum", field)
    if months < call.number(minimum, day):
        return _judgement(False, "", "duration_too_short", call.value(minimum, day))
    longest = call.value("duration_maximum", day)
    fits = months <= call.number("duration_maximum", day)
    judgement = _judgement(fits, "duration_fits", "duration_too_long", longest)
    return judgement.model_copy(update={"rests_on": [call.value(minimum, day), longest]})


def start(call: Call, day: dt.date, first: dt.date, last: dt.date) -> Judgement:
    """Judge a start between `first` and `last` (one day: both the same) by the window (slide 3)."""
    opens, closes = call.value("start_first", day), call.value("start_last", day)
    assert isinstance(opens.value, dt.date)
    assert isinstance(closes.value, dt.date)
    inside = opens.value <= first and last <= closes.value
    judgement = _judgement(inside, "start_in_window", "start_outside_window", opens)
    return judgement.model_copy(update={"rests_on": [opens, closes]})


def country(call: Call, day: dt.date, code: str) -> Judgement:
    """Judge whether a country is a Programme Country; others may only be partners."""
    programme = call.programme_countries(day)
    return _judgement(
        code in programme.countries, "programme_country", "partner_country", programme
    )


def project_type(call: Call, day: dt.date, kind: str, field: FieldId) -> Judgement:
    """Judge whether a field has this type of project (slide 12: no good practices in HE)."""
    chosen = call.project_type(kind)
    if field in chosen.fields:
        return _judgement(True, "type_allowed", "", chosen)
    rule = call.value("good_practice_higher_education", day)
    return _judgement(False, "", "good_practice_not_in_higher_education", rule)


def grant(call: Call, day: dt.date, amount: Decimal, months: int | None) -> Judgement:
    """Judge a grant by the ceiling of a project or, where the length is given, of so many months.

    Source: VIAA presentation, slide 2.
    """
    ceiling = call.value("grant_maximum", day)
    most = largest_grant(call, day, months)
    judgement = _judgement(amount <= most, "grant_fits", "grant_too_high", ceiling)
    rules = [ceiling] if months is None else [call.value("grant_per_month", day), ceiling]
    return judgement.model_copy(update={"rests_on": rules})


def largest_grant(call: Call, day: dt.date, months: int | None) -> Decimal:
    """Return the most EUR that a project can get, of so many months where they are given."""
    ceiling = call.number("grant_maximum", day)
    return ceiling if months is None else min(ceiling, call.number("grant_per_month", day) * months)


def latest_end(call: Call, day: dt.date, first: dt.date, months: int) -> Judgement:
    """Judge by the latest end of a project whether `months` fit from a start (slide 3)."""
    rule = call.value("latest_end", day)
    fits = months <= latest_months(call, day, first)
    return _judgement(fits, "end_in_time", "end_too_late", rule)


def activity_length(
    call: Call, day: dt.date, kind: str, days: int | None, months: int | None
) -> Judgement:
    """Judge the length of a learning activity of a kind, in days or months (slide 21).

    Raises:
        LookupError: no such kind, or neither days nor months are given.
    """
    found = kind_of(call, day, kind)
    if days is None and months is None:
        raise LookupError(f"cannot judge the length of '{kind}'")
    length = days if days is not None else (months or 0) * DAYS_A_MONTH
    if length < shortest(found):
        return _judgement(False, "", "activity_too_short", found)
    fits = length <= longest(found)
    return _judgement(fits, "activity_fits", "activity_too_long", found)


def latest_months(call: Call, day: dt.date, first: dt.date) -> int:
    """Return how many whole months fit between a start and the latest end of a project."""
    latest = call.value("latest_end", day).value
    assert isinstance(latest, dt.date)
    return months_between(first, latest)


def latest_start(call: Call, day: dt.date, months: int) -> dt.date:
    """Return the last day on which a project of `months` may start.

    Source: VIAA presentation, slide 3 (window); Programme Guide 2020, part B (latest end).
    """
    closes, latest = (call.value(name, day).value for name in ("start_last", "latest_end"))
    assert isinstance(closes, dt.date)
    assert isinstance(latest, dt.date)
    after = latest + dt.timedelta(days=1)
    return min(closes, _months_later(after, -months))


def months_between(first: dt.date, last: dt.date) -> int:
    """Return how many whole months lie between a project's first and last day."""
    after = last + dt.timedelta(days=1)
    months = (after.year - first.year) * 12 + after.month - first.month
    return months if after.day >= first.day else months - 1


def earliest_end(call: Call, day: dt.date, first: dt.date, field: FieldId | None) -> dt.date:
    """Return the last day of the shortest project that starts on `first` (slide 3)."""
    return end(first, shortest_project(call, day, field))


def shortest_project(call: Call, day: dt.date, field: FieldId | None) -> int:
    """Return the least months of a project, by the field's own minimum where it has one."""
    return int(call.number(call.fact_of_field("duration_minimum", field), day))


def months_needed(call: Call, day: dt.date, amount: Decimal) -> int:
    """Return the least months whose largest grant is at least `amount` EUR (slide 2)."""
    return math.ceil(amount / call.number("grant_per_month", day))


def end(first: dt.date, months: int) -> dt.date:
    """Return the last day of a project that starts on `first` and lasts `months`."""
    return _months_later(first, months) - dt.timedelta(days=1)


def _months_later(first: dt.date, months: int) -> dt.date:
    index = first.year * 12 + first.month - 1 + months
    year, month = divmod(index, 12)
    return dt.date(year, month + 1, min(first.day, calendar.monthrange(year, month + 1)[1]))


def _judgement(allowed: bool, good: str, bad: str, rule: Sourced) -> Judgement:
    return Judgement(allowed=allowed, code=good if allowed else bad, rests_on=[rule])
