"""Judgements on both sides of every limit, and what they rest on."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import judgements
from core.call import Call, FieldId
from core.judgements import Judgement

FIELDS: list[FieldId] = ["school", "vet", "higher_education", "adult"]


def slides(verdict: Judgement) -> set[int | None]:
    """Return the slides of the deck on which a verdict rests."""
    return {
        reference.slide
        for sourced in verdict.rests_on
        for reference in sourced.references
        if reference.document == "deck"
    }


# Expensive travel


@pytest.mark.parametrize(
    ("unit", "costs", "expensive"),
    [
        ("360", "900", True),  # 70 % of 900 is 630
        ("360", "514.29", True),  # 360.003
        ("360", "514.28", False),  # 359.996
        ("530", "700", False),  # 490
    ],
)
def test_travel_is_expensive_where_the_unit_cost_covers_less_than_70_percent(
    call: Call, day: dt.date, unit: str, costs: str, expensive: bool
) -> None:
    verdict = judgements.expensive_travel(call, day, Decimal(unit), Decimal(costs))
    assert verdict.allowed is expensive


# Award


@pytest.mark.parametrize(
    ("criterion", "points", "code"),
    [
        ("relevance", "15", "award_half_met"),  # half of 30
        ("relevance", "14.5", "award_half_missed"),
        ("quality", "10", "award_half_met"),  # half of 20
        ("team", "9", "award_half_missed"),
        ("impact", "30", "award_half_met"),
        ("impact", "0", "award_half_missed"),
    ],
)
def test_each_award_criterion_needs_half_of_its_points(
    call: Call, day: dt.date, criterion: str, points: str, code: str
) -> None:
    item = next(i for i in call.items("award_criteria", day) if i.id == criterion)
    assert judgements.award_criterion(call, day, item, Decimal(points)).code == code


@pytest.mark.parametrize(
    ("points", "code"), [("60", "award_threshold_met"), ("59.5", "award_threshold_missed")]
)
def test_sixty_points_are_needed_in_all(call: Call, day: dt.date, points: str, code: str) -> None:
    assert judgements.award_total(call, day, Decimal(points)).code == code


# Grant and end


@pytest.mark.parametrize(
    ("amount", "months", "code"),
    [
        (150_000, 12, "grant_fits"),  # 12 × 12 500
        (150_001, 12, "grant_too_high"),
        (450_000, 36, "grant_fits"),
        (450_000, None, "grant_fits"),
        (450_001, None, "grant_too_high"),
        (450_001, 40, "grant_too_high"),
    ],
)
def test_a_grant_is_judged_by_its_months_and_the_ceiling(
    call: Call, day: dt.date, amount: int, months: int | None, code: str
) -> None:
    verdict = judgements.grant(call, day, Decimal(amount), months)
    assert (verdict.code, verdict.allowed) == (code, code == "grant_fits")
    assert 2 in slides(verdict)


@pytest.mark.parametrize(
    ("start", "months", "allowed"),
    [
        ("2020-09-01", 36, True),  # to 31 August 2023, the latest end
        ("2020-09-02", 36, False),
        ("2020-11-01", 34, True),
        ("2020-11-01", 35, False),
        ("2020-12-31", 32, True),
        ("2020-12-31", 33, False),
    ],
)
def test_a_length_must_fit_between_its_start_and_the_latest_end(
    call: Call, day: dt.date, start: str, months: int, allowed: bool
) -> None:
    verdict = judgements.latest_end(call, day, dt.date.fromisoformat(start), months)
    assert verdict.allowed is allowed


# Length of activities


@pytest.mark.parametrize(
    ("kind", "days", "months", "code"),
    [
        ("short_pupil_exchange", 2, None, "activity_too_short"),
        ("short_pupil_exchange", 3, None, "activity_fits"),
        ("intensive_study", 4, None, "activity_too_short"),
        ("intensive_study", 5, None, "activity_fits"),
        ("intensive_study", None, 2, "activity_fits"),
        ("intensive_study", None, 3, "activity_too_long"),
        ("long_pupil_mobility", None, 1, "activity_too_short"),
        ("long_pupil_mobility", None, 2, "activity_fits"),
        ("long_pupil_mobility", None, 12, "activity_fits"),
        ("long_pupil_mobility", None, 13, "activity_too_long"),
        ("long_staff_assignment", 59, None, "activity_too_short"),
    ],
)
def test_the_length_of_an_activity_is_judged_by_its_kind(
    call: Call, day: dt.date, kind: str, days: int | None, months: int | None, code: str
) -> None:
    verdict = judgements.activity_length(call, day, kind, days, months)
    assert (verdict.code, verdict.allowed) == (code, code == "activity_fits")
    assert slides(verdict) == {21}


def test_a_length_of_an_unknown_activity_is_not_judged(call: Call, day: dt.date) -> None:
    with pytest.raises(LookupError, match="no kind of activity 'sport'"):
        judgements.activity_length(call, day, "sport", 3, None)


# Consortium


@pytest.mark.parametrize(
    ("organisations", "code"),
    [
        (0, "too_few_partners"),
        (1, "too_few_partners"),
        (2, "too_few_partners"),
        (3, "enough_partners"),
        (4, "enough_partners"),
        (100, "enough_partners"),
    ],
)
def test_three_organisations_are_enough(
    call: Call, day: dt.date, organisations: int, code: str
) -> None:
    (verdict,) = judgements.consortium(call, day, organisations, None)
    assert verdict.code == code
    assert verdict.allowed == code.startswith("enough")
    assert slides(verdict) == {2}


@pytest.mark.parametrize(
    ("countries", "code"),
    [
        (0, "too_few_countries"),
        (2, "too_few_countries"),
        (3, "enough_countries"),
        ([], "too_few_countries"),
        (["LV", "EE"], "too_few_countries"),
        (["LV", "LV", "LV"], "too_few_countries"),
        (["LV", "EE", "FI"], "enough_countries"),
        (["LV", "EE", "FI", "LV"], "enough_countries"),
        (["LV", "EE", "CH"], "too_few_countries"),
        (["LV", "EE", "FI", "CH"], "enough_countries"),
        (["LV", "GB", "RS"], "enough_countries"),
        (["LV", "TR", "MK"], "enough_countries"),
        (["US", "CH", "UA"], "too_few_countries"),
    ],
    ids=str,
)
def test_three_programme_countries_are_enough(
    call: Call, day: dt.date, countries: list[str] | int, code: str
) -> None:
    (verdict,) = judgements.consortium(call, day, None, countries)
    assert verdict.code == code
    assert verdict.allowed == code.startswith("enough")
    assert slides(verdict) == {2}


@pytest.mark.parametrize(
    ("organisations", "countries", "code"),
    [
        (3, ["LV", "EE", "CH"], "too_few_partners"),
        (4, ["LV", "EE", "CH"], "enough_partners"),
        (4, ["LV", "EE", "CH", "UA"], "too_few_partners"),
        (3, ["LV", "EE"], "enough_partners"),
    ],
)
def test_organisations_of_partner_countries_do_not_count(
    call: Call, day: dt.date, organisations: int, countries: list[str], code: str
) -> None:
    partners, _ = judgements.consortium(call, day, organisations, countries)
    assert partners.code == code


def test_four_organisations_of_two_countries_are_told_both_verdicts(
    call: Call, day: dt.date
) -> None:
    verdicts = judgements.consortium(call, day, 4, ["LV", "EE"])
    assert [verdict.code for verdict in verdicts] == ["enough_partners", "too_few_countries"]


def test_a_consortium_of_which_nothing_is_said_is_not_judged(call: Call, day: dt.date) -> None:
    assert judgements.consortium(call, day, None, None) == []


# Duration


@pytest.mark.parametrize("field", ["school", "vet", "adult", None])
@pytest.mark.parametrize(
    ("months", "code"),
    [
        (1, "duration_too_short"),
        (11, "duration_too_short"),
        (12, "duration_fits"),
        (23, "duration_fits"),
        (36, "duration_fits"),
        (37, "duration_too_long"),
    ],
)
def test_projects_last_12_to_36_months(
    call: Call, day: dt.date, field: FieldId | None, months: int, code: str
) -> None:
    verdict = judgements.duration(call, day, months, field)
    assert verdict.code == code
    assert verdict.allowed == (code == "duration_fits")
    assert slides(verdict) == {3}


@pytest.mark.parametrize(
    ("months", "code"),
    [
        (12, "duration_too_short"),
        (23, "duration_too_short"),
        (24, "duration_fits"),
        (36, "duration_fits"),
        (37, "duration_too_long"),
    ],
)
def test_projects_in_higher_education_last_24_to_36_months(
    call: Call, day: dt.date, months: int, code: str
) -> None:
    verdict = judgements.duration(call, day, months, "higher_education")
    assert verdict.code == code
    assert call.value("duration_minimum_higher_education", day) in verdict.rests_on
    assert call.value("duration_minimum", day) not in verdict.rests_on


# Start


@pytest.mark.parametrize(
    ("first", "last", "inside"),
    [
        ("2020-08-31", "2020-08-31", False),
        ("2020-09-01", "2020-09-01", True),
        ("2020-10-15", "2020-10-15", True),
        ("2020-12-31", "2020-12-31", True),
        ("2021-01-01", "2021-01-01", False),
        ("2020-09-01", "2020-09-30", True),
        ("2020-12-01", "2020-12-31", True),
        ("2020-09-01", "2020-12-31", True),
        ("2020-08-01", "2020-09-30", False),
        ("2020-12-15", "2021-01-15", False),
        ("2019-09-01", "2019-09-01", False),
    ],
)
def test_projects_start_from_1_september_to_31_december_2020(
    call: Call, day: dt.date, first: str, last: str, *, inside: bool
) -> None:
    verdict = judgements.start(call, day, dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert verdict.allowed == inside
    assert verdict.code == ("start_in_window" if inside else "start_outside_window")
    assert slides(verdict) == {3, 25}
    assert verdict.rests_on == [call.value("start_first", day), call.value("start_last", day)]


# Countries

PROGRAMME_COUNTRIES = [
    "BE",
    "BG",
    "CZ",
    "DK",
    "DE",
    "EE",
    "IE",
    "GR",
    "ES",
    "FR",
    "HR",
    "IT",
    "CY",
    "LV",
    "LT",
    "LU",
    "HU",
    "MT",
    "NL",
    "AT",
    "PL",
    "PT",
    "RO",
    "SI",
    "SK",
    "FI",
    "SE",
    "GB",
    "MK",
    "IS",
    "LI",
    "NO",
    "TR",
    "RS",
]
"""The 34 of `facts_2020.md`, in its order."""


@pytest.mark.parametrize("code", PROGRAMME_COUNTRIES)
def test_it_is_a_programme_country(call: Call, day: dt.date, code: str) -> None:
    verdict = judgements.country(call, day, code)
    assert verdict.allowed
    assert verdict.code == "programme_country"
    assert verdict.rests_on == [call.programme_countries(day)]


@pytest.mark.parametrize("code", ["CH", "US", "UA", "RU", "BY", "GE", "AL", "BA", "ME", "XK"])
def test_it_is_a_partner_country(call: Call, day: dt.date, code: str) -> None:
    verdict = judgements.country(call, day, code)
    assert not verdict.allowed
    assert verdict.code == "partner_country"
    assert verdict.rests_on[0].mark == "seen"


def test_there_are_34_programme_countries(call: Call, day: dt.date) -> None:
    assert sorted(call.programme_countries(day).countries) == sorted(PROGRAMME_COUNTRIES)
    assert len(PROGRAMME_COUNTRIES) == 34


# Types of project


@pytest.mark.parametrize("field", FIELDS)
def test_support_for_innovation_is_possible_in_every_field(
    call: Call, day: dt.date, field: FieldId
) -> None:
    verdict = judgements.project_type(call, day, "innovation", field)
    assert verdict.allowed
    assert verdict.code == "type_allowed"
    assert 11 in slides(verdict)


@pytest.mark.parametrize("field", ["school", "vet", "adult"])
def test_good_practice_is_possible_outside_higher_education(
    call: Call, day: dt.date, field: FieldId
) -> None:
    assert judgements.project_type(call, day, "good_practice", field).allowed


def test_good_practice_is_not_possible_in_higher_education(call: Call, day: dt.date) -> None:
    verdict = judgements.project_type(call, day, "good_practice", "higher_education")
    assert not verdict.allowed
    assert verdict.code == "good_practice_not_in_higher_education"
    assert slides(verdict) == {12, 17}


# End


@pytest.mark.parametrize(
    ("first", "months"),
    [
        ("2020-09-01", 36),  # to 31 August 2023
        ("2020-09-02", 35),  # 36 would end on 1 September 2023
        ("2020-10-01", 35),
        ("2020-11-15", 33),  # to 14 August 2023
        ("2020-12-01", 33),
        ("2020-12-31", 32),  # 33 would end in September 2023
        ("2023-08-01", 1),
        ("2023-08-02", 0),
    ],
)
def test_months_that_fit_before_31_august_2023(
    call: Call, day: dt.date, first: str, months: int
) -> None:
    assert judgements.latest_months(call, day, dt.date.fromisoformat(first)) == months


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        ("2020-09-01", 1, "2020-09-30"),
        ("2020-09-01", 12, "2021-08-31"),
        ("2020-09-01", 24, "2022-08-31"),
        ("2020-09-01", 36, "2023-08-31"),
        ("2020-12-01", 24, "2022-11-30"),
        ("2020-12-01", 1, "2020-12-31"),
        ("2020-12-31", 32, "2023-08-30"),
        ("2020-10-15", 12, "2021-10-14"),
        ("2020-12-15", 1, "2021-01-14"),
        ("2020-09-30", 5, "2021-02-27"),  # the same day of February is 28; the day before it
        ("2023-10-31", 4, "2024-02-28"),  # a leap year
    ],
)
def test_last_day_of_a_project(first: str, months: int, last: str) -> None:
    assert judgements.end(dt.date.fromisoformat(first), months) == dt.date.fromisoformat(last)


@given(st.dates(dt.date(2020, 9, 1), dt.date(2020, 12, 31)))
def test_the_months_that_fit_are_the_most_that_end_in_time(
    call: Call, day: dt.date, first: dt.date
) -> None:
    months = judgements.latest_months(call, day, first)
    latest = dt.date(2023, 8, 31)
    assert judgements.end(first, months) <= latest < judgements.end(first, months + 1)


@given(st.dates(dt.date(2019, 1, 1), dt.date(2024, 12, 31)), st.integers(1, 120))
def test_a_month_more_ends_later_and_each_project_ends_after_its_start(
    first: dt.date, months: int
) -> None:
    assert first < judgements.end(first, months) < judgements.end(first, months + 1)


@pytest.mark.parametrize(
    ("months", "latest"),
    [
        (36, "2020-09-01"),  # to 31 August 2023
        (35, "2020-10-01"),
        (33, "2020-12-01"),
        (32, "2020-12-31"),  # the end of the window
        (12, "2020-12-31"),
    ],
)
def test_the_latest_start_of_a_length(call: Call, day: dt.date, months: int, latest: str) -> None:
    assert judgements.latest_start(call, day, months) == dt.date.fromisoformat(latest)


@given(st.integers(12, 36))
def test_who_starts_after_the_latest_start_ends_too_late_or_misses_the_window(
    call: Call, day: dt.date, months: int
) -> None:
    start, latest = judgements.latest_start(call, day, months), dt.date(2023, 8, 31)
    after = start + dt.timedelta(days=1)
    assert judgements.end(start, months) <= latest
    assert after > dt.date(2020, 12, 31) or judgements.end(after, months) > latest


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2020-11-01", "2022-08-31", 22),
        ("2020-09-15", "2022-08-31", 23),  # and some days
        ("2020-09-15", "2022-09-14", 24),
        ("2021-05-03", "2021-05-12", 0),
    ],
)
def test_whole_months_of_a_period(first: str, last: str, months: int) -> None:
    days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    assert judgements.months_between(*days) == months


@given(st.integers(1, 28), st.integers(1, 60))
def test_a_period_has_the_months_that_end_with_it(day: int, months: int) -> None:
    first = dt.date(2020, 11, day)
    assert judgements.months_between(first, judgements.end(first, months)) == months


@pytest.mark.parametrize(
    ("field", "end"),
    [(None, "2021-10-31"), ("school", "2021-10-31"), ("higher_education", "2022-10-31")],
)
def test_the_earliest_end_is_that_of_the_shortest_project(
    call: Call, day: dt.date, field: FieldId | None, end: str
) -> None:
    earliest = judgements.earliest_end(call, day, dt.date(2020, 11, 1), field)
    assert earliest == dt.date.fromisoformat(end)


@pytest.mark.parametrize(
    ("amount", "months"), [(12_500, 1), (12_501, 2), (237_500, 19), (237_501, 20), (450_000, 36)]
)
def test_the_months_that_an_amount_needs(
    call: Call, day: dt.date, amount: int, months: int
) -> None:
    assert judgements.months_needed(call, day, Decimal(amount)) == months
