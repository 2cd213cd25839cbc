"""What was measured, as Markdown tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from benchmarks.load.memory import Sample
from benchmarks.load.records import Exchange, Usage

BUSY = 90
"""Hundredths of a core above which locust warns that it measures itself."""
_MINUTE = 60
_FEWEST = 100
"""Messages: with fewer, pages that a database makes or gives back for itself hide the growth."""
_PERCENTILES = {"median": 50, "95th percentile": 95, "99th percentile": 99}


@dataclass(frozen=True)
class Run:
    """All that was measured between two moments, seconds since 1970."""

    start: float
    end: float
    exchanges: list[Exchange]
    """All of the run, those before everybody had come, too."""
    usages: list[Usage]
    samples: list[Sample]
    grown: int
    """Bytes, from the first message to the last."""

    @property
    def minutes(self) -> Iterator[Run]:
        """Yield the run minute by minute, without a rest that is shorter."""
        for start in np.arange(self.start, self.end - _MINUTE + 1, _MINUTE):
            yield Run(start, start + _MINUTE, self.exchanges, self.usages, self.samples, 0)

    def measured(self, *channels: str) -> list[Exchange]:
        """Return what was sent between the two moments."""
        return [
            each
            for each in self.exchanges
            if self.start <= each.sent < self.end and each.channel in channels
        ]


def exchanges(run: Run) -> str:
    """Return the table of messages, for each channel and for both together."""
    columns = {"sockets": ["sockets"], "REST": ["REST"], "both": ["sockets", "REST"]}
    cells = {name: _cells(run, run.measured(*channels)) for name, channels in columns.items()}
    rows = [[title, *(column[title] for column in cells.values())] for title in cells["both"]]
    return _table(["", *columns], rows)


def _cells(run: Run, found: list[Exchange]) -> dict[str, str]:
    answered = _answered(found)
    return {
        "messages": str(len(answered)),
        "messages a second": f"{len(answered) / (run.end - run.start):.1f}",
        **{title: _milliseconds(answered, each) for title, each in _PERCENTILES.items()},
        "errors": _errors(found),
    }


def _answered(found: list[Exchange]) -> list[float]:
    return [each.milliseconds for each in found if each.what == "message" and not each.error]


def _milliseconds(answered: list[float], percentile: int) -> str:
    return f"{np.percentile(answered, percentile):.0f} ms" if answered else "–"


def _errors(found: list[Exchange]) -> str:
    kinds = Counter(f"{each.error} ({each.what})" for each in found if each.error)
    return ", ".join(f"{count} {kind}" for kind, count in kinds.most_common()) or "none"


def memory(run: Run) -> str:
    """Return the table of memory before the first message, in the middle and at the end."""
    moments = {
        "start": run.samples[0].time, "middle": (run.start + run.end) / 2, "end": run.end,
    }  # fmt: skip
    samples = [_nearest(run.samples, moment) for moment in moments.values()]
    rows = [
        [name, *(f"{sample.megabytes[name]:.0f} MB" for sample in samples)]
        for name in samples[0].megabytes
    ]
    return _table(["memory", *moments], rows)


def _nearest(samples: list[Sample], moment: float) -> Sample:
    return min(samples, key=lambda sample: abs(sample.time - moment))


def store(run: Run) -> str:
    """Return how much a message adds to the databases; all messages count."""
    answered = _answered(run.exchanges)
    if len(answered) < _FEWEST:
        return "Store: too few messages to tell how it grows."
    return f"Store: {run.grown / 1024 / len(answered):.1f} kB a message."


def generator(run: Run) -> str:
    """Return how busy the load generator was, and a warning where it measured itself."""
    # the first one has nothing before it to compare with and says 0
    cpu = [each.cpu for each in run.usages[1:] if run.start <= each.time <= run.end]
    if not cpu:
        return "Load generator: the run was too short to tell how busy it was."
    said = f"Load generator: {np.mean(cpu):.0f} % of one core, at most {max(cpu):.0f} %."
    if max(cpu) <= BUSY:
        return said
    return f"{said} WARNING: it was the bottleneck itself; these figures are not Partneris's."


def by_minute(run: Run) -> str:
    """Return the table of messages and memory minute by minute."""
    parts = list(run.samples[0].megabytes)
    rows = []
    for number, minute in enumerate(run.minutes, start=1):
        found = minute.measured("sockets", "REST")
        answered = _answered(found)
        megabytes = _nearest(run.samples, minute.end).megabytes
        rows.append([
            str(number),
            str(len(answered)),
            _milliseconds(answered, 50),
            _milliseconds(answered, 95),
            _errors(found),
            *(f"{megabytes[part]:.1f}" for part in parts),
        ])  # fmt: skip
    titles = ["minute", "messages", "median", "95th percentile", "errors"]
    return _table([*titles, *(f"{part}, MB" for part in parts)], rows)


def growth(run: Run) -> str:
    """Return the slope of a line through the last two thirds of the run, for each part."""
    begin = run.start + (run.end - run.start) / 3
    samples = [sample for sample in run.samples if begin <= sample.time <= run.end]
    if len(samples) < 2:
        return "The run was too short to tell how memory grows."
    hours = [(sample.time - begin) / 3600 for sample in samples]
    rows = []
    for part in samples[0].megabytes:
        slope, _ = np.polyfit(hours, [sample.megabytes[part] for sample in samples], 1)
        rows.append([part, f"{slope:+.1f} MB an hour"])
    return _table(["memory, last two thirds", "grows by"], rows)


def _table(titles: list[str], rows: list[list[str]]) -> str:
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
