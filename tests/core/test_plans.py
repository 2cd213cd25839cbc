"""Budgets and verdicts of whole plans against figures worked out by hand (`plans/`)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from core.budget import Budget, estimate
from core.call import Call
from core.eligibility import check
from core.findings import Finding
from core.plan import Plan
from core.plan_file import read
from tests.core import plan_cases

CASES = [
    (f"{path.stem}: {case['title']}", case)
    for path in sorted((plan_cases.HERE / "plans").glob("*.yml"))
    for case in plan_cases.read(f"plans/{path.name}")
]


def plan_of(case: dict[str, Any]) -> Plan:
    return read(plan_cases.written(case["plan"]))


def levels(findings: list[Finding]) -> dict[str, str]:
    return {each.code: each.level for each in findings}


@pytest.mark.parametrize("case", [case for _, case in CASES], ids=[name for name, _ in CASES])
def test_budget_and_verdict(case: dict[str, Any], call: Call) -> None:
    plan = plan_of(case)
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
