"""Sums worked out by hand from the rules in `facts_2020.md`; the working stands in a comment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import sums
from core.call import Call, Participant, StaffCategory
from core.sums import Line, UnknownRateError

PART_B = "guide: part B, Strategic Partnerships"


def sources(line: Line) -> set[str]:
    """Return what a sum rests on, as `deck: 23` or `guide: part B, Strategic Partnerships`."""
    found = set()
    for sourced in line.rests_on:
        for reference in sourced.references:
            place = reference.slide or (reference.section.en if reference.section else None)
            found.add(f"{reference.document}: {place}" if place else reference.document)
    return found


def marks(line: Line) -> set[str]:
    """Return how sure the values are that a sum rests on."""
    return {sourced.mark for sourced in line.rests_on}


def assert_paid(line: Line, euro: str, requested: str | None = None) -> None:
    """Assert what is paid; where `requested` is given, that more was asked for."""
    assert line.amount == Decimal(euro)
    assert line.requested == Decimal(requested or euro)
    assert (line.capped_by is not None) == (requested is not None)


# Management and implementation


def test_management_of_one_organisation_for_one_month_is_500(call: Call, day: dt.date) -> None:
    assert_paid(sums.management(call, day, 1, 1), "500")


def test_management_of_three_organisations_for_12_months_is_12000(call: Call, day: dt.date) -> None:
    # (500 + 2 × 250) × 12 = 1000 × 12
    line = sums.management(call, day, 3, 12)
    assert_paid(line, "12000")
    assert line.steps == ["(500 + 2 × 250) EUR × 12"]


def test_management_of_five_organisations_for_24_months_is_36000(call: Call, day: dt.date) -> None:
    # (500 + 4 × 250) × 24 = 1500 × 24
    assert_paid(sums.management(call, day, 5, 24), "36000")


def test_management_of_nine_organisations_for_24_months_is_60000(call: Call, day: dt.date) -> None:
    # (500 + 8 × 250) × 24 = 2500 × 24
    assert_paid(sums.management(call, day, 9, 24), "60000")


def test_management_of_ten_organisations_for_24_months_is_66000_and_not_capped(
    call: Call, day: dt.date
) -> None:
    # (500 + 9 × 250) × 24 = 2750 × 24: just the cap
    assert_paid(sums.management(call, day, 10, 24), "66000")


def test_management_of_eleven_organisations_for_24_months_is_capped_from_72000_to_66000(
    call: Call, day: dt.date
) -> None:
    # (500 + 10 × 250) × 24 = 3000 × 24 = 72 000; cap 2750 × 24 = 66 000
    line = sums.management(call, day, 11, 24)
    assert_paid(line, "66000", "72000")
    assert line.capped_by == "management_cap"
    assert line.steps[-1] == "2750 EUR × 24"


def test_management_of_hundred_organisations_for_36_months_is_capped_to_99000(
    call: Call, day: dt.date
) -> None:
    # (500 + 99 × 250) × 36 = 25 250 × 36 = 909 000; cap 2750 × 36 = 99 000
    assert_paid(sums.management(call, day, 100, 36), "99000", "909000")


def test_management_rests_on_the_agencies_and_part_b_of_the_guide(call: Call, day: dt.date) -> None:
    line = sums.management(call, day, 3, 12)
    assert sources(line) == {"agencies", PART_B}
    assert marks(line) == {"seen"}


# Transnational project meetings


@pytest.mark.parametrize(
    ("kilometres", "euro"),
    [
        ("0", "0"),
        ("99", "0"),
        ("99.9", "0"),
        ("99.999", "0"),
        ("100", "575"),
        ("100.1", "575"),
        ("1999", "575"),
        ("1999.9", "575"),
        ("2000", "760"),
        ("2000.1", "760"),
        ("20040", "760"),
    ],
    ids=lambda value: value,
)
def test_meeting_pays_one_person_by_whole_kilometres(
    call: Call, day: dt.date, kilometres: str, euro: str
) -> None:
    assert_paid(sums.meeting(call, day, 1, Decimal(kilometres)), euro)


def test_meeting_of_two_people_850_km_away_is_1150(call: Call, day: dt.date) -> None:
    # 2 × 575
    line = sums.meeting(call, day, 2, Decimal(850))
    assert_paid(line, "1150")
    assert line.steps == ["2 × 575 EUR"]


def test_three_meetings_of_two_people_3156_km_away_are_4560(call: Call, day: dt.date) -> None:
    # 2 × 3 × 760
    assert_paid(sums.meeting(call, day, 2, Decimal("3156.1"), count=3), "4560")


def test_meeting_rests_on_the_agencies_and_part_b_of_the_guide(call: Call, day: dt.date) -> None:
    for kilometres in (100, 2000):
        line = sums.meeting(call, day, 1, Decimal(kilometres))
        assert sources(line) == {"agencies", PART_B}
        assert marks(line) == {"seen"}


def test_meeting_under_100_km_rests_on_the_shortest_distance(call: Call, day: dt.date) -> None:
    line = sums.meeting(call, day, 5, Decimal(99))
    assert line.rests_on == [call.value("meetings_minimum_distance", day)]
    assert sources(line) == {PART_B}
    assert line.steps == []


# Travel to learning activities


@pytest.mark.parametrize(
    ("kilometres", "euro"),
    [
        ("0", "0"),
        ("9", "0"),
        ("9.9", "0"),
        ("10", "20"),
        ("99", "20"),
        ("99.9", "20"),
        ("100", "180"),
        ("499", "180"),
        ("499.9", "180"),
        ("500", "275"),
        ("1999", "275"),
        ("1999.9", "275"),
        ("2000", "360"),
        ("2999", "360"),
        ("2999.9", "360"),
        ("3000", "530"),
        ("3999", "530"),
        ("3999.9", "530"),
        ("4000", "820"),
        ("7999", "820"),
        ("7999.9", "820"),
        ("8000", "1500"),
        ("8000.1", "1500"),
        ("20040", "1500"),
    ],
    ids=lambda value: value,
)
def test_travel_pays_one_person_by_whole_kilometres(
    call: Call, day: dt.date, kilometres: str, euro: str
) -> None:
    assert_paid(sums.travel(call, day, 1, Decimal(kilometres)), euro)


def test_travel_of_four_people_over_3100_km_is_2120(call: Call, day: dt.date) -> None:
    # 4 × 530
    line = sums.travel(call, day, 4, Decimal(3100))
    assert_paid(line, "2120")
    assert line.steps == ["4 × 530 EUR"]


def test_travel_rests_on_slide_23(call: Call, day: dt.date) -> None:
    for kilometres in (5, 10, 100, 500, 2000, 3000, 4000, 8000):
        line = sums.travel(call, day, 1, Decimal(kilometres))
        assert sources(line) == {"deck: 23"}
        assert marks(line) == {"deck"}


def test_travel_under_10_km_rests_on_the_shortest_distance(call: Call, day: dt.date) -> None:
    line = sums.travel(call, day, 1, Decimal("9.9"))
    assert line.rests_on == [call.value("travel_minimum_distance", day)]


# Individual support


@pytest.mark.parametrize(
    ("participant", "days", "euro"),
    [
        ("staff", 1, "106"),
        ("staff", 13, "1378"),  # 13 × 106
        ("staff", 14, "1484"),  # 14 × 106
        ("staff", 15, "1558"),  # 14 × 106 + 1 × 74 = 1484 + 74
        ("staff", 60, "4888"),  # 14 × 106 + 46 × 74 = 1484 + 3404
        ("learner", 1, "58"),
        ("learner", 13, "754"),  # 13 × 58
        ("learner", 14, "812"),  # 14 × 58
        ("learner", 15, "854"),  # 14 × 58 + 1 × 42 = 812 + 42
        ("learner", 60, "2744"),  # 14 × 58 + 46 × 42 = 812 + 1932
    ],
)
def test_individual_support_of_one_person(
    call: Call, day: dt.date, participant: Participant, days: int, euro: str
) -> None:
    assert_paid(sums.individual_support(call, day, participant, 1, days), euro)


def test_support_of_four_staff_for_5_days_is_2120(call: Call, day: dt.date) -> None:
    # 4 × 5 × 106
    line = sums.individual_support(call, day, "staff", 4, 5)
    assert_paid(line, "2120")
    assert line.steps == ["4 × 5 × 106 EUR"]
    assert sources(line) == {"deck: 24"}
    assert marks(line) == {"deck"}


def test_support_of_ten_learners_for_20_days_is_10640(call: Call, day: dt.date) -> None:
    # 10 × 14 × 58 + 10 × 6 × 42 = 8120 + 2520
    line = sums.individual_support(call, day, "learner", 10, 20)
    assert_paid(line, "10640")
    assert line.steps == ["10 × 14 × 58 EUR", "10 × 6 × 42 EUR"]
    assert sources(line) == {"deck: 24", PART_B}
    assert marks(line) == {"deck", "recalled"}


@pytest.mark.parametrize("participant", ["staff", "learner"])
def test_support_for_61_days_has_no_known_rate(
    call: Call, day: dt.date, participant: Participant
) -> None:
    with pytest.raises(UnknownRateError, match="60"):
        sums.individual_support(call, day, participant, 1, 61)


# Linguistic support


def test_linguistic_support_of_one_person_is_150(call: Call, day: dt.date) -> None:
    assert_paid(sums.linguistic_support(call, day, 1), "150")


def test_linguistic_support_of_seven_people_is_1050(call: Call, day: dt.date) -> None:
    # 7 × 150
    line = sums.linguistic_support(call, day, 7)
    assert_paid(line, "1050")
    assert line.steps == ["7 × 150 EUR"]
    assert sources(line) == {PART_B}
    assert marks(line) == {"recalled"}


# Intellectual outputs

DAY_RATES: list[tuple[str, dict[StaffCategory, int]]] = [
    (
        "DK IE LU NL AT SE LI NO",
        {"manager": 294, "researcher": 241, "technician": 190, "administrative": 157},
    ),
    (
        "BE DE FR IT FI GB IS",
        {"manager": 280, "researcher": 214, "technician": 162, "administrative": 131},
    ),
    (
        "CZ GR ES CY MT PT SI",
        {"manager": 164, "researcher": 137, "technician": 102, "administrative": 78},
    ),
    (
        "BG EE HR LV LT HU PL RO SK MK TR RS",
        {"manager": 88, "researcher": 74, "technician": 55, "administrative": 39},
    ),
]
"""The table of `facts_2020.md`, typed from there and not from the call's data."""


@pytest.mark.parametrize(
    ("country", "staff", "rate"),
    [
        (country, staff, rate)
        for countries, rates in DAY_RATES
        for country in countries.split()
        for staff, rate in rates.items()
    ],
)
def test_one_day_of_work_on_an_output(
    call: Call, day: dt.date, country: str, staff: StaffCategory, rate: int
) -> None:
    assert_paid(sums.output_work(call, day, country, staff, 1), str(rate))


def test_forty_days_of_a_researcher_in_latvia_are_2960(call: Call, day: dt.date) -> None:
    # 40 × 74
    line = sums.output_work(call, day, "LV", "researcher", 40)
    assert_paid(line, "2960")
    assert line.steps == ["40 × 74 EUR"]


def test_five_days_of_a_manager_in_finland_are_1400(call: Call, day: dt.date) -> None:
    # 5 × 280
    assert_paid(sums.output_work(call, day, "FI", "manager", 5), "1400")


def test_twelve_days_of_a_technician_in_portugal_are_1224(call: Call, day: dt.date) -> None:
    # 12 × 102
    assert_paid(sums.output_work(call, day, "PT", "technician", 12), "1224")


def test_three_days_of_an_administrator_in_norway_are_471(call: Call, day: dt.date) -> None:
    # 3 × 157
    assert_paid(sums.output_work(call, day, "NO", "administrative", 3), "471")


def test_outputs_rest_on_part_b_of_the_guide_from_memory(call: Call, day: dt.date) -> None:
    for countries, _ in DAY_RATES:
        line = sums.output_work(call, day, countries[:2], "manager", 1)
        assert sources(line) == {PART_B}
        assert marks(line) == {"recalled"}


@pytest.mark.parametrize("country", ["CH", "US", "UA", "XX", "lv"])
def test_output_in_a_country_without_rates_is_not_guessed(
    call: Call, day: dt.date, country: str
) -> None:
    with pytest.raises(UnknownRateError, match=country):
        sums.output_work(call, day, country, "researcher", 1)


# Multiplier events


def test_event_of_50_local_and_10_international_people_is_7000(call: Call, day: dt.date) -> None:
    # 50 × 100 + 10 × 200 = 5000 + 2000
    line = sums.multiplier_event(call, day, 50, 10)
    assert_paid(line, "7000")
    assert line.steps == ["50 × 100 EUR", "10 × 200 EUR"]


def test_event_of_one_local_person_is_100(call: Call, day: dt.date) -> None:
    line = sums.multiplier_event(call, day, 1, 0)
    assert_paid(line, "100")
    assert line.steps == ["1 × 100 EUR"]


def test_event_of_one_international_person_is_200(call: Call, day: dt.date) -> None:
    assert_paid(sums.multiplier_event(call, day, 0, 1), "200")


def test_event_of_300_local_people_is_30000_and_not_capped(call: Call, day: dt.date) -> None:
    # 300 × 100: just the cap
    assert_paid(sums.multiplier_event(call, day, 300, 0), "30000")


def test_event_of_301_local_people_is_capped_from_30100_to_30000(call: Call, day: dt.date) -> None:
    line = sums.multiplier_event(call, day, 301, 0)
    assert_paid(line, "30000", "30100")
    assert line.capped_by == "event_cap"


def test_event_of_200_local_and_100_international_people_is_capped_from_40000_to_30000(
    call: Call, day: dt.date
) -> None:
    # 200 × 100 + 100 × 200 = 20 000 + 20 000
    assert_paid(sums.multiplier_event(call, day, 200, 100), "30000", "40000")


def test_three_events_of_6000_each_are_18000(call: Call, day: dt.date) -> None:
    # 40 × 100 + 10 × 200 = 6000
    line = sums.multiplier_event(call, day, 40, 10, 3)
    assert_paid(line, "18000")
    assert line.steps == ["3 × 6000 EUR"]


def test_four_events_of_9000_each_are_capped_from_36000_to_30000(call: Call, day: dt.date) -> None:
    assert_paid(sums.multiplier_event(call, day, 60, 15, 4), "30000", "36000")


def test_no_event_is_refused(call: Call, day: dt.date) -> None:
    with pytest.raises(ValueError):
        sums.multiplier_event(call, day, 60, 15, 0)


def test_event_rests_on_the_agencies_and_part_b_of_the_guide(call: Call, day: dt.date) -> None:
    line = sums.multiplier_event(call, day, 1, 1)
    assert sources(line) == {"agencies", PART_B}
    assert marks(line) == {"seen", "recalled"}


# Exceptional costs


@pytest.mark.parametrize(
    ("costs", "euro"),
    [
        ("10000", "7500.00"),
        ("1", "0.75"),
        ("0.01", "0.01"),  # 0.0075
        ("0.02", "0.02"),  # 0.015: half up
        ("0.06", "0.05"),  # 0.045: half up (half to even would be 0.04)
        ("100.06", "75.05"),  # 75.045: half up (half to even would be 75.04)
        ("66666.66", "50000.00"),  # 49 999.995: half up, still under the cap
        ("66666.67", "50000.00"),  # 50 000.0025: the cap to a cent
    ],
)
def test_exceptional_costs_are_paid_at_75_per_cent(
    call: Call, day: dt.date, costs: str, euro: str
) -> None:
    line = sums.exceptional_costs(call, day, Decimal(costs))
    assert line.amount == Decimal(euro)
    assert line.amount.as_tuple().exponent == -2
    assert line.capped_by is None


@pytest.mark.parametrize("costs", ["66666.68", "80000", "100000000"])
def test_exceptional_costs_are_capped_at_50000(call: Call, day: dt.date, costs: str) -> None:
    # 66 666.68 × 0.75 = 50 000.01
    line = sums.exceptional_costs(call, day, Decimal(costs))
    assert line.amount == Decimal(50000)
    assert line.requested > line.amount
    assert line.capped_by == "exceptional_cap"


def test_the_cap_is_reached_with_exceptional_costs_of_66666_67(call: Call, day: dt.date) -> None:
    line = sums.most_exceptional_costs(call, day)
    assert (line.requested, line.amount) == (Decimal("66666.67"), Decimal(50000))
    assert line.capped_by is None


def test_exceptional_costs_rest_on_slide_20_and_part_b_of_the_guide(
    call: Call, day: dt.date
) -> None:
    line = sums.exceptional_costs(call, day, Decimal(10000))
    assert sources(line) == {"deck: 20", PART_B}
    assert marks(line) == {"deck", "recalled"}
    assert line.steps == ["10000 EUR × 75 %"]


def test_requested_of_exceptional_costs_is_the_whole_10000(call: Call, day: dt.date) -> None:
    assert sums.exceptional_costs(call, day, Decimal(10000)).requested == 10000


# Special needs and expensive travel


@pytest.mark.parametrize(("months", "amount"), [(1, 250), (15, 3750), (36, 9000)])
def test_a_partner_gets_its_own_management_rate(
    call: Call, day: dt.date, months: int, amount: int
) -> None:
    assert sums.partner_management(call, day, months).amount == amount


@pytest.mark.parametrize(("months", "amount"), [(1, 500), (20, 10_000), (36, 18_000)])
def test_the_coordinator_gets_its_own_management_rate(
    call: Call, day: dt.date, months: int, amount: int
) -> None:
    line = sums.coordinator_management(call, day, months)
    assert line.amount == amount
    assert line.steps == [f"{months} × 500 EUR"]


def test_the_parts_of_a_grant() -> None:
    shares = [Decimal(40), Decimal(40), Decimal(20)]
    parts = sums.instalments(Decimal(250_001), shares)
    assert parts == [Decimal("100000.40"), Decimal("100000.40"), Decimal("50000.20")]
    assert sums.instalments(None, shares) == [None, None, None]


@pytest.mark.parametrize("costs", ["0.01", "1200", "99999.99", "100000000"])
def test_special_needs_are_paid_in_full(call: Call, day: dt.date, costs: str) -> None:
    line = sums.special_needs(call, day, Decimal(costs))
    assert_paid(line, costs)
    assert sources(line) == {"deck: 20"}
    assert marks(line) == {"deck"}


@pytest.mark.parametrize(
    ("costs", "euro"),
    [
        ("1000", "800.00"),
        ("787.50", "630.00"),
        ("0.01", "0.01"),  # 0.008
        ("0.03", "0.02"),  # 0.024
        ("333.33", "266.66"),  # 266.664
        ("333.32", "266.66"),  # 266.656
    ],
)
def test_expensive_travel_is_paid_at_80_per_cent(
    call: Call, day: dt.date, costs: str, euro: str
) -> None:
    line = sums.expensive_travel(call, day, Decimal(costs))
    assert line.amount == Decimal(euro)
    assert line.capped_by is None


def test_expensive_travel_rests_on_slide_20_and_part_b_of_the_guide(
    call: Call, day: dt.date
) -> None:
    line = sums.expensive_travel(call, day, Decimal(1000))
    assert sources(line) == {"deck: 20", PART_B}
    assert marks(line) == {"deck", "recalled"}
    assert line.steps == ["1000 EUR × 80 %"]


def test_requested_of_expensive_travel_is_the_whole_1000(call: Call, day: dt.date) -> None:
    assert sums.expensive_travel(call, day, Decimal(1000)).requested == 1000


# Maximum grant


@pytest.mark.parametrize(
    ("months", "euro"), [(1, "12500"), (12, "150000"), (24, "300000"), (36, "450000")]
)
def test_maximum_grant_is_12500_a_month(call: Call, day: dt.date, months: int, euro: str) -> None:
    assert_paid(sums.maximum_grant(call, day, months), euro)


def test_maximum_grant_of_35_months_is_437500(call: Call, day: dt.date) -> None:
    # 35 × 12 500
    line = sums.maximum_grant(call, day, 35)
    assert_paid(line, "437500")
    assert line.steps == ["35 × 12500 EUR"]
    assert sources(line) == {"deck: 2", "agencies"}
    assert marks(line) == {"deck"}


def test_maximum_grant_of_37_months_is_cut_from_462500_to_450000(call: Call, day: dt.date) -> None:
    # 37 × 12 500 = 462 500
    line = sums.maximum_grant(call, day, 37)
    assert_paid(line, "450000", "462500")
    assert line.capped_by == "grant_maximum"


# Bad input

BAD_INPUT: dict[str, Callable[[Call, dt.date], Line]] = {
    "management of nobody": lambda call, day: sums.management(call, day, 0, 12),
    "management for no months": lambda call, day: sums.management(call, day, 3, 0),
    "management of minus one": lambda call, day: sums.management(call, day, -1, 12),
    "meeting of nobody": lambda call, day: sums.meeting(call, day, 0, Decimal(500)),
    "no meeting": lambda call, day: sums.meeting(call, day, 2, Decimal(500), count=0),
    "travel of nobody": lambda call, day: sums.travel(call, day, 0, Decimal(500)),
    "travel of minus one": lambda call, day: sums.travel(call, day, -1, Decimal(5)),
    "support of nobody": lambda call, day: sums.individual_support(call, day, "staff", 0, 5),
    "support for no days": lambda call, day: sums.individual_support(call, day, "staff", 1, 0),
    "support for minus 5": lambda call, day: sums.individual_support(call, day, "staff", 1, -5),
    "linguistic for nobody": lambda call, day: sums.linguistic_support(call, day, 0),
    "no output days": lambda call, day: sums.output_work(call, day, "LV", "manager", 0),
    "no days, unknown country": lambda call, day: sums.output_work(call, day, "CH", "manager", 0),
    "event of nobody": lambda call, day: sums.multiplier_event(call, day, 0, 0),
    "event minus locals": lambda call, day: sums.multiplier_event(call, day, -1, 10),
    "event minus others": lambda call, day: sums.multiplier_event(call, day, 10, -1),
    "exceptional nothing": lambda call, day: sums.exceptional_costs(call, day, Decimal(0)),
    "exceptional minus": lambda call, day: sums.exceptional_costs(call, day, Decimal("-0.01")),
    "special needs nothing": lambda call, day: sums.special_needs(call, day, Decimal(0)),
    "expensive travel minus": lambda call, day: sums.expensive_travel(call, day, Decimal(-1)),
    "grant for no months": lambda call, day: sums.maximum_grant(call, day, 0),
    "grant for minus one": lambda call, day: sums.maximum_grant(call, day, -1),
}


@pytest.mark.parametrize("ask", BAD_INPUT.values(), ids=BAD_INPUT.keys())
def test_bad_input_raises(call: Call, day: dt.date, ask: Callable[[Call, dt.date], Line]) -> None:
    with pytest.raises(ValueError, match=r"must be|needs"):
        ask(call, day)


# Rounding and writing


@pytest.mark.parametrize(
    ("number", "written"),
    [("2750", "2750"), ("61.50", "61.5"), ("0.005", "0.01"), ("100", "100"), ("0", "0")],
)
def test_numbers_are_written_without_needless_zeros(number: str, written: str) -> None:
    assert sums.plain(Decimal(number)) == written


@pytest.mark.parametrize(
    ("number", "rounded"),
    [("0.004", "0.00"), ("0.005", "0.01"), ("0.015", "0.02"), ("0.025", "0.03"), ("2", "2.00")],
)
def test_cents_are_rounded_half_up(number: str, rounded: str) -> None:
    assert str(sums.cents(Decimal(number))) == rounded


# Properties

people = st.integers(1, 10_000)
organisations = st.integers(1, 100)
months = st.integers(1, 120)
days = st.integers(1, 60)
more = st.integers(0, 500)
kilometres = st.decimals(0, 20_040, places=1)
money = st.decimals("0.01", 100_000_000, places=2)
participants: st.SearchStrategy[Participant] = st.sampled_from(["staff", "learner"])


@given(organisations, more, months, more)
def test_management_never_falls_and_never_exceeds_2750_a_month(
    call: Call, day: dt.date, partners: int, added: int, length: int, longer: int
) -> None:
    line = sums.management(call, day, partners, length)
    assert line.amount <= sums.management(call, day, partners + added, length).amount
    assert line.amount <= sums.management(call, day, partners, length + longer).amount
    assert line.amount <= 2750 * length
    assert (line.capped_by is None) == (line.amount == line.requested)


@given(organisations, months, months)
def test_management_of_two_spans_is_the_sum_of_both(
    call: Call, day: dt.date, partners: int, first: int, second: int
) -> None:
    whole = sums.management(call, day, partners, first + second)
    parts = [sums.management(call, day, partners, span) for span in (first, second)]
    assert whole.amount == sum(part.amount for part in parts)


@given(people, st.integers(1, 1000), kilometres, st.decimals(0, 5000, places=1))
def test_meetings_are_the_sum_of_single_ones_and_farther_never_pays_less(
    call: Call, day: dt.date, number: int, count: int, distance: Decimal, farther: Decimal
) -> None:
    line = sums.meeting(call, day, number, distance, count)
    single = sums.meeting(call, day, 1, distance)
    assert line.amount == single.amount * number * count
    assert line.amount <= sums.meeting(call, day, number, distance + farther, count).amount


@given(people, people, kilometres, st.decimals(0, 5000, places=1))
def test_travel_of_two_groups_is_the_sum_of_both_and_farther_never_pays_less(
    call: Call, day: dt.date, first: int, second: int, distance: Decimal, farther: Decimal
) -> None:
    whole = sums.travel(call, day, first + second, distance)
    parts = [sums.travel(call, day, group, distance) for group in (first, second)]
    assert whole.amount == sum(part.amount for part in parts)
    assert whole.amount <= sums.travel(call, day, first + second, distance + farther).amount


@given(st.integers(0, 20_040), st.decimals(0, "0.99", places=2))
def test_fractions_of_a_kilometre_change_nothing(
    call: Call, day: dt.date, whole: int, fraction: Decimal
) -> None:
    for pays in (sums.travel, sums.meeting):
        exact = pays(call, day, 1, Decimal(whole))
        assert pays(call, day, 1, whole + fraction) == exact


@given(participants, people, days)
def test_support_is_people_times_the_sum_of_the_days(
    call: Call, day: dt.date, participant: Participant, number: int, length: int
) -> None:
    first, later = {"staff": (106, 74), "learner": (58, 42)}[participant]
    by_day = sum(first if each <= 14 else later for each in range(1, length + 1))
    line = sums.individual_support(call, day, participant, number, length)
    assert line.amount == number * by_day == line.requested


@given(participants, people, st.integers(1, 59))
def test_support_rises_with_every_day_and_person(
    call: Call, day: dt.date, participant: Participant, number: int, length: int
) -> None:
    line = sums.individual_support(call, day, participant, number, length)
    day_more = sums.individual_support(call, day, participant, number, length + 1)
    one_more = sums.individual_support(call, day, participant, number + 1, length)
    assert line.amount < day_more.amount
    assert line.amount < one_more.amount


@given(participants, people, st.integers(61, 400))
def test_support_beyond_day_60_is_never_guessed(
    call: Call, day: dt.date, participant: Participant, number: int, length: int
) -> None:
    with pytest.raises(UnknownRateError):
        sums.individual_support(call, day, participant, number, length)


@given(people, people)
def test_linguistic_support_of_two_groups_is_the_sum_of_both(
    call: Call, day: dt.date, first: int, second: int
) -> None:
    whole = sums.linguistic_support(call, day, first + second)
    parts = [sums.linguistic_support(call, day, group) for group in (first, second)]
    assert whole.amount == sum(part.amount for part in parts)


@given(
    st.sampled_from(" ".join(countries for countries, _ in DAY_RATES).split()),
    st.sampled_from(["manager", "researcher", "technician", "administrative"]),
    st.integers(1, 400),
    st.integers(1, 400),
)
def test_output_work_of_two_spans_is_the_sum_of_both(
    call: Call, day: dt.date, country: str, staff: StaffCategory, first: int, second: int
) -> None:
    whole = sums.output_work(call, day, country, staff, first + second)
    parts = [sums.output_work(call, day, country, staff, span) for span in (first, second)]
    assert whole.amount == sum(part.amount for part in parts)


@given(st.integers(0, 1000), st.integers(1, 1000), more)
def test_events_never_fall_and_never_exceed_30000(
    call: Call, day: dt.date, local: int, international: int, added: int
) -> None:
    line = sums.multiplier_event(call, day, local, international)
    assert line.requested == local * 100 + international * 200
    assert line.amount == min(line.requested, Decimal(30_000))
    assert line.amount <= sums.multiplier_event(call, day, local + added, international).amount
    assert line.amount <= sums.multiplier_event(call, day, local, international + added).amount
    assert (line.capped_by is None) == (line.amount == line.requested)


@given(money, money)
def test_exceptional_costs_never_fall_and_never_exceed_50000(
    call: Call, day: dt.date, costs: Decimal, added: Decimal
) -> None:
    line = sums.exceptional_costs(call, day, costs)
    assert line.amount <= sums.exceptional_costs(call, day, costs + added).amount
    assert line.amount <= 50_000
    assert line.amount <= costs
    assert line.amount == sums.cents(line.amount)


@given(money)
def test_real_costs_are_never_paid_beyond_what_they_were(
    call: Call, day: dt.date, costs: Decimal
) -> None:
    assert sums.special_needs(call, day, costs).amount == costs
    paid = sums.expensive_travel(call, day, costs).amount
    assert abs(paid - costs * 4 / 5) <= Decimal("0.005")
    assert paid <= costs


@given(months, more)
def test_maximum_grant_never_falls_and_never_exceeds_450000(
    call: Call, day: dt.date, length: int, longer: int
) -> None:
    line = sums.maximum_grant(call, day, length)
    assert line.amount == min(12_500 * length, 450_000)
    assert line.amount <= sums.maximum_grant(call, day, length + longer).amount
    assert (line.capped_by is None) == (length <= 36)
