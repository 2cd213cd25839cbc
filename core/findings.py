"""What a budget or a check finds in a plan: a code, how grave it is, and on what that rests."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from core.call import Sourced

Level = Literal["error", "warning", "note"]
LEVELS: tuple[Level, ...] = ("error", "warning", "note")
"""From the gravest: an error makes a plan ineligible."""


@dataclass(frozen=True)
class Finding:
    """One reason. `values` are what its words need: ids, numbers, days."""

    code: str
    level: Level
    rests_on: tuple[Sourced, ...] = field(compare=False)
    values: tuple[tuple[str, object], ...] = ()


def finding(code: str, level: Level, *rests_on: Sourced, **values: object) -> Finding:
    """Return a finding."""
    return Finding(code, level, rests_on, tuple(values.items()))


def sorted_once(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings without repetitions, the gravest first, else in their order."""
    return sorted(dict.fromkeys(findings), key=lambda each: LEVELS.index(each.level))
