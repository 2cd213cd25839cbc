"""Calls with consultation days: the shipped ones have none, since the real date is not known."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from core import call as calls

DAY: dict[str, Any] = {
    "day": "2020-03-31",
    "opens": "10:00",
    "closes": "15:00",
    "slot_minutes": 20,
    "place": {"lv": "VIAA, Vaļņu iela 1, Rīga", "en": "VIAA, Vaļņu iela 1, Riga"},
}
"""A Tuesday after the day on which tests ask."""


def make(folder: Path, *days: dict[str, Any]) -> Path:
    """Write the shipped calls with these consultation days into a folder; return the new one."""
    shutil.copytree(calls.CALLS, folder / "calls")
    for path in (folder / "calls").glob("*/helpdesk.yml"):
        content = YAML().load(path)
        content["consultation_days"] = [DAY | day for day in days]
        YAML().dump(content, path)
    return folder / "calls"


@contextmanager
def used(folder: Path) -> Iterator[calls.Call]:
    """Take the calls of a folder for those of the process while the block lasts."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(calls.VARIABLE, str(folder))
        calls.newest.cache_clear()
        yield calls.newest()
    calls.newest.cache_clear()
