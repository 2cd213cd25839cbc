"""The cases of `good_plans.yml`, `bad_plans.yml` and `plans/`, as files that a person saved."""

from __future__ import annotations

import copy
import datetime as dt
import json
import re
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

HERE = Path(__file__).parent


def read(name: str) -> list[dict[str, Any]]:
    """Return the cases of a file."""
    return list(YAML(typ="safe", pure=True).load((HERE / name).read_text(encoding="utf-8")))


def saved(case: dict[str, Any], base: dict[str, Any]) -> bytes:
    """Return the bytes of the file that a case describes."""
    if "text" in case:
        return str(case["text"]).encode(case.get("encoding", "utf-8"))
    plan = copy.deepcopy(base)
    for path, value in case.get("change", {}).items():
        _change(plan, steps(path), value)
    if "repeat" in case:
        entries = at(plan, case["repeat"]["path"])
        entries += [entries[-1]] * (case["repeat"]["count"] - len(entries))
    return written(plan)


def written(plan: Any) -> bytes:
    """Return a plan as YAML, without anchors."""
    writer = YAML(typ="safe", pure=True)
    writer.representer.ignore_aliases = lambda _: True
    out = StringIO()
    writer.dump(plan, out)
    return out.getvalue().encode()


def steps(path: str) -> list[str | int]:
    """Return the keys of a path: `meetings[0].from` is meetings, 0, from."""
    return [
        int(step[1:-1]) if step.startswith("[") else step
        for step in re.findall(r"\[\d+\]|[^.\[\]]+", path)
    ]


def at(plan: Any, path: str) -> Any:
    """Return what stands at a path."""
    for step in steps(path):
        plan = plan[step]
    return plan


def _change(plan: Any, path: list[str | int], value: Any) -> None:
    *before, last = path
    for step in before:
        plan = plan[step]
    if value == "<delete>":
        del plan[last]
    elif isinstance(plan, list) and last == len(plan):
        plan.append(value)
    else:
        plan[last] = value


def comparable(value: Any) -> Any:
    """Return a value so that read and expected ones can be compared."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float | Decimal):
        return Decimal(str(value))
    if isinstance(value, dt.date):
        return value.isoformat()
    return json.loads(json.dumps(value, default=str)) if isinstance(value, list) else value
