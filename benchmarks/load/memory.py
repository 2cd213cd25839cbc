"""How much memory processes have, over time."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

EVERY = 5.0
"""Seconds."""


@dataclass(frozen=True)
class Sample:
    """What each part has at a moment."""

    time: float
    """Seconds since 1970."""
    megabytes: dict[str, float]


@contextmanager
def watched(processes: dict[str, int]) -> Iterator[list[Sample]]:
    """Yield the samples of processes, which grow until the end of the block."""
    samples = [_sample(processes)]
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(EVERY):
            samples.append(_sample(processes))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield samples
    finally:
        ended.set()
        watcher.join()
        samples.append(_sample(processes))


def _sample(processes: dict[str, int]) -> Sample:
    return Sample(time.time(), {name: megabytes(each) for name, each in processes.items()})


def megabytes(process: int) -> float:
    """Return what a process has in memory (RSS), with those below it.

    Of several, what they share is counted once (PSS): each of PostgreSQL's would count all buffers.
    """
    family = list(_family(process))
    if len(family) == 1:
        return _kilobytes(process, "status", "VmRSS") / 1024
    return sum(_kilobytes(each, "smaps_rollup", "Pss") for each in family) / 1024


def _family(process: int) -> Iterator[int]:
    yield process
    try:
        below = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    except OSError:  # it has ended meanwhile
        return
    for each in below:
        yield from _family(int(each))


def _kilobytes(process: int, file: str, name: str) -> int:
    try:
        lines = Path(f"/proc/{process}/{file}").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(f"{name}:")), 0)
