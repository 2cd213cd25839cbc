"""How many people Partneris serves at once, how fast, and with how much memory.

    make benchmarks
    .venv/bin/python benchmarks/load/run.py [--people 300] [--seconds 120] [--processes 0]
    .venv/bin/python benchmarks/load/run.py --processes 2 --as-fast-as-possible
    .venv/bin/python benchmarks/load/run.py --processes 2 --soak 60

`--processes` says what is asked: 0 is `make run`, one process with SQLite; 1, 2, 4 … stand behind
nginx with PostgreSQL, Redis and RabbitMQ, Debian's packages on loopback with the settings of
deploy/ and docs/operations.md. locust sends the people, who read, think and type (`people.py` says
how fast); 300 come within a minute, and what is measured begins when all are there. `--sockets` is
the share at the website's chat, the others use REST. `--as-fast-as-possible`: 20 people, unless
another number is given, who send the next message when the answer is there; that is the most
messages a second. `--soak` lasts as many minutes and tells memory and latency for each.

An answer has arrived when its last part has. Nothing else should run meanwhile: the load generator
needs a part of the machine, too, and says how large it was. Prints Markdown tables.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from benchmarks.load import memory, records, tables, targets
from bot.evaluation import cases
from bot.training import ROOT

HERE = Path(__file__).parent
LOCUST = ROOT / ".venv-benchmarks" / "bin" / "locust"
_COME_WITHIN = 60
"""Seconds."""
_STOPS_WITHIN = 90
"""Seconds in which the last answers come; nobody waits longer for one."""


def talks() -> list[dict[str, Any]]:
    """Return the conversations of several turns of the development set."""
    return [
        {"language": case.language, "turns": [turn.user for turn in case.conversation.turns]}
        for case in cases.load("dev")
        if len(case.conversation.turns) > 1
    ]


def measure(target: targets.Target, options: argparse.Namespace) -> tables.Run:
    """Send the people and return what was measured."""
    with TemporaryDirectory(prefix="load-records-") as name:
        folder = Path(name)
        asked = json.dumps(talks(), ensure_ascii=False)
        (folder / records.TALKS).write_text(asked, encoding="utf-8")
        before = target.store()
        with memory.watched(target.processes()) as samples:
            subprocess.run(
                _locust(target.url, folder, options),
                check=True,
                stdout=sys.stderr,
                env={
                    **os.environ,
                    "PYTHONPATH": str(ROOT),
                    "PARTNERIS_REST_TOKEN": target.token,
                },
            )
        start = float((folder / records.STEADY).read_text())
        return tables.Run(
            start,
            start + options.seconds,
            records.read(folder / records.EXCHANGES, records.Exchange),
            records.read(folder / records.GENERATOR, records.Usage),
            samples,
            target.store() - before,
        )


def _locust(url: str, folder: Path, options: argparse.Namespace) -> list[str]:
    on_sockets = round(options.people * options.sockets)
    shares = {"Website": on_sockets, "Rest": options.people - on_sockets}
    come = 1 if options.as_fast_as_possible else _COME_WITHIN
    return [
        str(LOCUST), "--headless", "--only-summary", "--locustfile", str(HERE / "people.py"),
        "--host", url, "--users", str(options.people),
        "--spawn-rate", str(max(5, options.people / come)),
        "--stop-timeout", str(_STOPS_WITHIN), "--exit-code-on-error", "0",
        "--talks", str(folder / records.TALKS), "--records", str(folder),
        "--seconds", str(options.seconds),
        *["--as-fast-as-possible"] * options.as_fast_as_possible,
        "--config-users",
        *(
            json.dumps({"user_class_name": name, "weight": count})
            for name, count in shares.items()
            if count
        ),
        "--", *(name for name, count in shares.items() if count),
    ]  # fmt: skip


def report(run: tables.Run, target: targets.Target, options: argparse.Namespace) -> str:
    """Return the tables."""
    how = "as fast as possible" if options.as_fast_as_possible else "reading and typing"
    parts = [
        f"{options.people} people, {options.sockets:.0%} at the website, {how},"
        f" {options.seconds:.0f} s; {target.title}.",
        tables.exchanges(run),
        tables.memory(run),
        f"{tables.store(run)} {tables.generator(run)}",
    ]
    if options.soak:
        parts += [tables.by_minute(run), tables.growth(run)]
    return "\n\n".join(parts)


def _tell_failures(run: tables.Run, target: targets.Target) -> None:
    """Print the end of Partneris's logs where something failed."""
    if not any(each.error for each in run.exchanges):
        return
    for name, service in target.services.items():
        if name.startswith("Partneris"):
            print(f"{name}: {service.said()[-2000:]}", file=sys.stderr)


def _share(given: str) -> float:
    share = float(given)
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError("a share lies between 0 and 1")
    return share


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--people", type=int, help="at once (default: 300, or 20 without thinking)")
    parser.add_argument("--sockets", type=_share, default=0.5, metavar="SHARE")
    parser.add_argument("--processes", type=int, default=0)
    parser.add_argument("--as-fast-as-possible", action="store_true")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--seconds", type=float, default=120)
    length.add_argument("--soak", type=float, metavar="MINUTES")
    options = parser.parse_args()
    options.people = options.people or (20 if options.as_fast_as_possible else 300)
    if options.soak:
        options.seconds = options.soak * 60
    if not LOCUST.is_file():
        parser.error("locust is missing: make benchmarks")
    return options


def main() -> None:
    """Start what is asked, send the people, print the tables."""
    options = _options()
    with targets.running(options.processes) as target:
        run = measure(target, options)
        _tell_failures(run, target)
        print(report(run, target, options))


if __name__ == "__main__":
    main()
