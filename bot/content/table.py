"""What a check found, for the terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from rich import box
from rich.console import Console
from rich.table import Table

from bot.content.releases import Change
from bot.evaluation.facts import Outcome

_ABSENT = "–"
_WIDTH = 120
"""Letters of a line where the output is no terminal."""


def console(error: bool = False) -> Console:
    """Return a place to print to that takes all text as it is."""
    found = Console(stderr=error, markup=False, highlight=False, emoji=False)
    if not found.is_terminal:
        found.width = _WIDTH
    return found


def changes_table(changed: Sequence[Change]) -> Table:
    """Return changes as a table old → new, with a line between facts, contacts, files."""
    table = Table("what", "old", "new", box=box.HORIZONTALS)
    for column in table.columns:
        column.overflow = "fold"
    table.columns[0].no_wrap = True
    groups = [_group(change.path) for change in changed]
    for change, group, following in zip_longest(changed, groups, groups[1:]):
        former = f"(before: {change.former})" if change.former else _ABSENT
        old = former if change.old is None else change.old
        new = _ABSENT if change.new is None else change.new
        table.add_row(change.path, old, new, end_section=group != following)
    return table


def failure_lines(outcomes: Iterable[Outcome]) -> Iterable[str]:
    """Return the lines that tell of answers which lack something."""
    for outcome in outcomes:
        yield f"{', '.join(outcome.asks)} ({outcome.language}): {outcome.question}"
        yield "  expected, and missing:"
        yield from (f"    {what}" for what in outcome.expected)
        yield f"  answered (heard as {outcome.heard_as}, {outcome.confidence:.2f}):"
        yield from (f"    {line}" for line in outcome.answered.splitlines())


def _group(path: str) -> str:
    """Return the fact, the list or the file of sentences of a path."""
    return ".".join(re.split(r"[.\[]", path)[: 3 if path.startswith("sentences.") else 2])
