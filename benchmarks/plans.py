"""Budgets and verdicts a second on one core, and the memory that it takes.

    .venv/bin/python benchmarks/plans.py [--plans 10000]

Mixes the worked plans of `tests/core/plans` in turn. Reading the files is not counted.
"""

from __future__ import annotations

import argparse
import itertools
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from core import call
from core.budget import estimate
from core.eligibility import check
from core.plan_file import read
from tests.core import plan_cases


def main() -> None:
    """Run and print a Markdown table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=10_000)
    number = parser.parse_args().plans
    known = [
        read(plan_cases.written(case["plan"]))
        for path in sorted((plan_cases.HERE / "plans").glob("*.yml"))
        for case in plan_cases.read(f"plans/{path.name}")
    ]
    plans = list(itertools.islice(itertools.cycle(known), number))
    newest = call.newest()
    print("| what | plans a second | memory at most, MB |\n| --- | --- | --- |")
    for name, works in {
        "budget": estimate,
        "verdict (with the budget's findings)": check,
        "both": lambda plan, call: (estimate(plan, call), check(plan, call)),
    }.items():
        start = time.perf_counter()
        for plan in plans:
            works(plan, newest)
        spent = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"| {name} | {number / spent:,.0f} | {memory:,.0f} |")


if __name__ == "__main__":
    main()
