"""What must hold for any plan: properties, and files that nobody would write on purpose."""

from __future__ import annotations

import contextlib
import datetime as dt
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.budget import estimate
from core.call import FieldId, ProjectType, StaffCategory, newest
from core.eligibility import check
from core.plan import ActivityId, PartnerKind, Plan, PlanError, plan_of
from core.plan_file import dump, read
from tests.core import plan_cases

CALL = newest()
PROGRAMME = CALL.programme_countries(CALL.last_change).countries
COUNTRIES = st.sampled_from([*PROGRAMME, "CH", "US", "UA", "BR"])
MONEY = st.decimals("0.01", 100_000, places=2)
TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12)
TRAVEL = {
    "distance_km": st.decimals(0, 20_040, places=1),
}


def entries(**fields: Any) -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(st.fixed_dictionaries(fields), max_size=3)


PARTNERS = st.lists(
    st.fixed_dictionaries(
        {
            "country": COUNTRIES,
            "name": TEXT,
            "kind": st.sampled_from(get_args(PartnerKind)),
            "eche": st.sampled_from([None, True, False]),
        }
    ),
    min_size=1,
    max_size=14,
)
CONTENTS = st.fixed_dictionaries(
    {
        "call": st.just("2020"),
        "field": st.sampled_from(get_args(FieldId)),
        "type": st.sampled_from(get_args(ProjectType)),
        "start": st.dates(dt.date(2019, 1, 1), dt.date(2025, 12, 31)),
        "months": st.integers(1, 120),
        "priorities": st.lists(
            st.sampled_from([*(each.id for each in CALL.priorities), "none"]), max_size=3
        ),
        "applications": st.integers(1, 2),
        "partners": PARTNERS,
        "meetings": entries(participants=st.integers(1, 30), count=st.integers(1, 9), **TRAVEL),
        "intellectual_outputs": entries(
            title=TEXT,
            work=st.lists(
                st.fixed_dictionaries(
                    {
                        "country": COUNTRIES,
                        "staff": st.sampled_from(get_args(StaffCategory)),
                        "days": st.integers(1, 400),
                    }
                ),
                min_size=1,
                max_size=3,
            ),
        ),
        "multiplier_events": entries(
            country=COUNTRIES,
            local_participants=st.integers(1, 400),
            international_participants=st.integers(0, 99),
        ),
        "learning_activities": entries(
            kind=st.sampled_from(get_args(ActivityId)),
            country=COUNTRIES,
            city=st.sampled_from([None, "Brisele", "Nowhere"]),
            days=st.integers(1, 400),
            groups=st.lists(
                st.fixed_dictionaries(
                    {
                        "participants": st.integers(1, 40),
                        "participant": st.sampled_from(["staff", "learner"]),
                        "accompanying": st.integers(0, 5),
                        "travel_cost": st.none() | MONEY,
                        **TRAVEL,
                    }
                ),
                min_size=1,
                max_size=2,
            ),
        ),
        "exceptional_costs": entries(
            kind=st.sampled_from(["goods_services", "financial_guarantee"]),
            amount=MONEY,
            description=TEXT,
        ),
        "special_needs": entries(amount=MONEY, description=TEXT),
    }
)


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    content = draw(CONTENTS)
    coordinator = draw(st.integers(0, len(content["partners"]) - 1))
    content["partners"][coordinator]["role"] = "coordinator"
    return plan_of(content, ["2020"])


@settings(deadline=None)
@given(plans())
def test_a_plan_survives_yaml(plan: Plan) -> None:
    assert read(dump(plan).encode()) == plan


@settings(deadline=None)
@given(plans())
def test_a_budget_adds_up(plan: Plan) -> None:
    budget = estimate(plan, CALL)
    together = sum(line.amount for line in budget.lines)
    assert budget.total + budget.over_maximum == together
    assert budget.total <= budget.maximum <= Decimal(450_000)
    assert budget.maximum <= plan.months * Decimal(12_500)
    for line in budget.lines:
        assert 0 <= line.amount <= line.requested, line
        assert line.amount == round(line.amount, 2)
        assert line.rests_on or not line.amount
    assert len({line.category for line in budget.lines}) == len(budget.lines)


@settings(deadline=None)
@given(plans())
def test_every_reason_has_a_source_and_an_error_decides(plan: Plan) -> None:
    verdict = check(plan, CALL)
    assert all(each.rests_on for each in verdict.findings)
    assert verdict.eligible == (not any(each.level == "error" for each in verdict.findings))
    assert set(estimate(plan, CALL).findings) <= set(verdict.findings)


@settings(deadline=None)
@given(plans(), st.integers(1, 30))
def test_more_never_costs_less(plan: Plan, more: int) -> None:
    before = estimate(plan, CALL)
    bigger = plan.model_copy(
        update={
            "meetings": [
                each.model_copy(update={"participants": each.participants + more})
                for each in plan.meetings
            ],
            "intellectual_outputs": [
                output.model_copy(
                    update={
                        "work": [w.model_copy(update={"days": w.days + more}) for w in output.work]
                    }
                )
                for output in plan.intellectual_outputs
            ],
        }
    )
    after = {line.category: line.amount for line in estimate(bigger, CALL).lines}
    for line in before.lines:
        assert after[line.category] >= line.amount, line.category


@settings(deadline=None)
@given(plans(), st.sampled_from(PROGRAMME))
def test_one_more_partner_never_makes_too_few(plan: Plan, country: str) -> None:
    few = {"too_few_partners", "too_few_countries"}
    before = {each.code for each in check(plan, CALL).findings} & few
    partner = plan.partners[0].model_copy(update={"country": country, "role": None})
    grown = plan.model_copy(update={"partners": [*plan.partners, partner]})
    assert {each.code for each in check(grown, CALL).findings} & few <= before


BASE = plan_cases.read("good_plans.yml")[0]["base"]
GOOD = plan_cases.written(BASE)


@settings(deadline=None, max_examples=300)
@given(st.data())
def test_damaged_files_are_errors_with_places_never_crashes(data: st.DataObject) -> None:
    content = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 6))] = data.draw(st.binary(max_size=5))
    with contextlib.suppress(PlanError):
        plan = read(bytes(content))
        estimate(plan, CALL)
        check(plan, CALL)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.decimals() | TEXT | st.dates() | st.datetimes(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=4,
)


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(sorted(BASE)), ANYTHING)
def test_anything_in_a_plan_is_taken_or_refused_at_its_place(key: str, value: Any) -> None:
    problems = []
    try:
        plan = plan_of({**BASE, key: value}, ["2020"])
        estimate(plan, CALL)
        check(plan, CALL)
    except PlanError as error:
        problems = error.problems
    assert all(problem.path.startswith(key) for problem in problems)


def test_a_large_file_is_refused_and_one_of_just_a_mebibyte_read() -> None:
    with pytest.raises(PlanError, match="too_large"):
        read(GOOD + b"#" * (1024 * 1024))
    assert read(GOOD + b"#" * (1024 * 1024 - len(GOOD)))
