"""A call that does not exist, made of the real one with the values of `other_call.yml`."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from core.call import CALLS, Call, load
from tests.core import plan_cases

NAME = "test-call"


def make(folder: Path) -> Call:
    """Write the call's files into a folder and return the call."""
    shutil.copytree(CALLS / "2020", folder / NAME)
    reader = YAML()
    for name, values in reader.load(plan_cases.HERE / "other_call.yml").items():
        path = folder / NAME / f"{name}.yml"
        content = reader.load(path)
        for place, value in values.items():
            put(content, place, value)
        reader.dump(content, path)
    return load(NAME, folder)


def put(content: Any, place: str, value: Any) -> None:
    """Set the value at a place such as `facts.deadline.values[0].value`."""
    *before, last = plan_cases.steps(place)
    for step in before:
        content = content[step]
    content[last] = dt.date.fromisoformat(value) if isinstance(content[last], dt.date) else value
