"""Plans are read as the contract says: odd ones are accepted, bad ones refused at their place."""

from __future__ import annotations

from typing import Any

import pytest

from core.plan import PlanError
from core.plan_file import read
from tests.core import plan_cases

BASE, *BAD = plan_cases.read("bad_plans.yml")
GOOD_BASE, *GOOD = plan_cases.read("good_plans.yml")


def by_title(case: dict[str, Any]) -> str:
    return str(case["title"])


@pytest.mark.parametrize("case", BAD, ids=by_title)
def test_bad_plans_are_refused_at_their_place(case: dict[str, Any]) -> None:
    with pytest.raises(PlanError) as refused:
        read(plan_cases.saved(case, BASE["base"]))
    places = {problem.path for problem in refused.value.problems}
    assert places & {case["path"], *case.get("also", [])}, refused.value.problems


@pytest.mark.parametrize("case", [GOOD_BASE, *GOOD], ids=by_title)
def test_odd_plans_are_accepted(case: dict[str, Any]) -> None:
    plan = read(plan_cases.saved(case, GOOD_BASE["base"]))
    values = plan.model_dump(by_alias=True)
    for path, expected in case.get("expect", {}).items():
        found = plan_cases.at(values, path)
        assert plan_cases.comparable(found) == plan_cases.comparable(expected), path
