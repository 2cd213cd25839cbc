"""What the load generator writes down and `run.py` reads: JSON, a record a line."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TextIO, TypeVar

TALKS = "talks.json"
"""What people ask: `[{"language": "lv", "turns": ["…", "…"]}, …]`."""
EXCHANGES = "exchanges.jsonl"
GENERATOR = "generator.jsonl"
STEADY = "steady"
"""The moment when everybody has come, in seconds since 1970."""
RecordT = TypeVar("RecordT")


@dataclass(frozen=True)
class Exchange:
    """A message and its answer, or the beginning of a conversation."""

    channel: str
    what: str
    """`message` or `open`."""
    sent: float
    """Seconds since 1970."""
    milliseconds: float
    """Until the last part of the answer was there, or until it was clear that none comes."""
    error: str | None
    """The kind of failure."""


@dataclass(frozen=True)
class Usage:
    """How busy the load generator was in the last seconds."""

    time: float
    """Seconds since 1970."""
    cpu: float
    """Hundredths of one core; it has only one."""


def write(file: TextIO, record: Any) -> None:
    """Add a record, a dataclass."""
    file.write(json.dumps(asdict(record)) + "\n")


def read(path: Path, kind: type[RecordT]) -> list[RecordT]:
    """Return the records of a file."""
    with path.open(encoding="utf-8") as file:
        return [kind(**json.loads(line)) for line in file]
