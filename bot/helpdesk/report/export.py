"""The report as tables for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from bot.helpdesk.report.figures import Turn
from bot.helpdesk.report.groups import Group

ENCODING = "utf-8-sig"
"""Spreadsheets take a file for UTF-8 by its first bytes."""
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""With these a spreadsheet takes a cell for a formula, which may fetch and send things."""
_MESSAGES = (
    "conversation", "at", "channel", "language", "intent", "confidence", "nearest", "topics",
    "state", "helpful", "word", "text",
)  # fmt: skip
_GROUPS = ("id", "language", "size", "nearest", "channels", "texts")


def messages(turns: Iterable[Turn]) -> str:
    """Return the messages, a line each."""
    return _table(
        _MESSAGES,
        (
            turn.model_dump(mode="json", include=set(_MESSAGES)) | {"topics": " ".join(turn.topics)}
            for turn in turns
        ),
    )


def questions(groups: Iterable[Group]) -> str:
    """Return the groups of messages that were not understood, a line each."""
    return _table(
        _GROUPS,
        (
            group.model_dump(include=set(_GROUPS))
            | {"channels": " ".join(group.channels), "texts": "\n".join(group.texts)}
            for group in groups
        ),
    )


def _table(names: tuple[str, ...], rows: Iterable[dict[str, object]]) -> str:
    written = io.StringIO(newline="")
    table = csv.DictWriter(written, names)
    table.writeheader()
    for row in rows:
        table.writerow({name: _safe(value) for name, value in row.items()})
    return written.getvalue()


def _safe(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
