"""Budgets and verdicts of whole plans against figures worked out by hand (`plans/`)."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from core.budget import Budget, estimate
from core.call import Call
from core.eligibility import check
from core.findings import Finding
from core.plan import Plan
from core.plan_file import read
from tests.core import other_call, plan_cases

CASES = [
    (f"{path.stem}: {case['title']}", case)
    for path in sorted((plan_cases.HERE / "plans").glob("*.yml"))
    for case in plan_cases.read(f"plans/{path.name}")
]


OTHER = plan_cases.read("other_plans.yml")


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> tuple[Call, Path]:
    """A call that does not exist, and the folder in which it lies."""
    folder = tmp_path_factory.mktemp("calls")
    return other_call.make(folder), folder


def levels(findings: list[Finding]) -> dict[str, str]:
    return {each.code: each.level for each in findings}


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
def test_budget_and_verdict(case: dict[str, Any], call: Call) -> None:
    compare_all(case, read(plan_cases.written(case["plan"])), call)


@pytest.mark.parametrize("case", OTHER, ids=[case["title"] for case in OTHER])
def test_no_code_knows_the_year(case: dict[str, Any], other: tuple[Call, Path]) -> None:
    call, folder = other
    compare_all(case, read(plan_cases.written(case["plan"]), folder), call)


def compare_all(case: dict[str, Any], plan: Plan, call: Call) -> None:
    if "budget" in case:
        compare(estimate(plan, call), case["budget"])
    if "check" in case:
        verdict = check(plan, call)
        assert verdict.eligible == case["check"]["eligible"], verdict.findings
        if "findings" in case["check"]:
            assert levels(verdict.findings) == case["check"]["findings"]


def compare(budget: Budget, expected: dict[str, Any]) -> None:
    for key in ("total", "maximum", "over_maximum"):
        if key in expected:
            assert getattr(budget, key) == Decimal(str(expected[key])), key
    if "complete" in expected:
        assert budget.complete == expected["complete"]
    if "lines" in expected:
        lines = {line.category: line for line in budget.lines}
        assert set(lines) == set(expected["lines"])
        for category, line in lines.items():
            for key, value in expected["lines"][category].items():
                wanted = value if value is None or isinstance(value, str) else Decimal(str(value))
                assert getattr(line, key) == wanted, (category, key)
    if "findings" in expected:
        assert levels(budget.findings) == expected["findings"]
