"""Partneris beside Rasa as `rasa init` sets it up, on the same training data, in one run.

    make benchmarks
    .venv/bin/python benchmarks/stock/compare.py [--each 12] [--questions 300] [--folder F]

Both are trained on `--each` utterances an intent and language (0: all; Rasa's pipeline then takes
hours), served with their own defaults by one process on loopback, and asked over REST: questions of
the development set one after the other, then by several people at once, then one conversation of
200 turns; then started once more, as each start but the first one is. Rasa's assistant has the same
intents and answers each with its name. Nothing else should run meanwhile. What was trained stays in
`--folder`, and another run there only measures. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

import aiohttp
import yaml

from benchmarks.load.memory import megabytes
from bot.evaluation import cases
from bot.evaluation.scores import NOT_OURS
from bot.nlu import conversations, training_files
from bot.training import ROOT
from tests.server import free_port

HERE = Path(__file__).parent
TURNS = 200
_STORIES = 20
"""Pairs of questions for Rasa's TED, which has nothing to learn beyond the rules."""
_STARTS_WITHIN = 300
_QUIET = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
_QUIET.pop("PYTHONDONTWRITEBYTECODE", None)  # both start from what training has compiled
_CHANNEL = "/webhooks/rest/webhook?debug=true"
Answer = list[dict[str, Any]]


@dataclass
class Side:
    """One of the two: how it is trained, served and understood."""

    name: str
    folder: Path
    train: list[str]
    serve: Callable[[int], list[str]]
    intents: Callable[[Answer], list[str]]
    """The intents that an answer is about; empty where it is refused."""
    environment: dict[str, str]


def partneris(folder: Path, each: int) -> Side:
    """Copy Partneris with less training data."""
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    for name in filter(None, tracked.stdout.split("\0")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    shutil.copytree(
        ROOT / "bot" / "web" / "dist", folder / "bot" / "web" / "dist", dirs_exist_ok=True
    )
    for path in (folder / "data" / "nlu").glob("??/*.yml"):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        for block in content["nlu"]:
            lines = block["examples"].strip("\n").split("\n")
            block["examples"] = "".join(f"{line}\n" for line in _some(lines, each))
        path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    for path in conversations.files(folder):
        path.write_text("[]\n", encoding="utf-8")  # Rasa's own pipeline learns no such thing
    command = [sys.executable, "-c", "from bot.cli import main; main()"]
    return Side(
        "Partneris",
        folder,
        [*command, "train"],
        lambda port: [*command, "serve", "--port", str(port)],
        lambda answer: [each["answered"] for each in answer if each.get("answered")],
        {**_QUIET, "PYTHONPATH": str(folder), "PARTNERIS_NOW": "2020-03-20T10:00"},
    )


def stock(folder: Path, each: int) -> Side:
    """Write an assistant for Rasa's own pipeline and policies."""
    shutil.copy(HERE / "config.yml", folder / "config.yml")
    examples: dict[str, list[str]] = {}
    for language in cases.LANGUAGES:
        for path in sorted((ROOT / "data" / "nlu" / language).glob("*.yml")):
            for block in training_files.read(path):
                examples.setdefault(block.intent, []).extend(_some(block.utterances, each))
    nlu = [
        {"intent": intent, "examples": "".join(f"- {text}\n" for text in texts)}
        for intent, texts in examples.items()
    ]
    rules = [
        {"rule": name, "steps": [{"intent": name}, {"action": f"utter_{name}"}]}
        for name in (*examples, "nlu_fallback")
    ]
    stories = [
        {
            "story": f"{first} then {second}",
            "steps": [
                step
                for name in (first, second)
                for step in ({"intent": name}, {"action": f"utter_{name}"})
            ],
        }
        for first, second in itertools.pairwise(list(examples)[:_STORIES])
    ]
    responses = {f"utter_{name}": [{"text": name}] for name in (*examples, "nlu_fallback")}
    (folder / "data").mkdir(exist_ok=True)
    for name, content in {
        "data/nlu.yml": {"version": "3.1", "nlu": nlu},
        "data/rules.yml": {"version": "3.1", "rules": rules},
        "data/stories.yml": {"version": "3.1", "stories": stories},
        "domain.yml": {"version": "3.1", "intents": list(examples), "responses": responses},
        "credentials.yml": {"rest": None},
        "endpoints.yml": {},
    }.items():
        text = yaml.safe_dump(content, allow_unicode=True)
        (folder / name).write_text(text, encoding="utf-8")
    rasa = str(ROOT / ".venv-benchmarks" / "bin" / "rasa")
    return Side(
        "Rasa's own pipeline",
        folder,
        [rasa, "train", "--quiet"],
        lambda port: [rasa, "run", "--port", str(port), "--interface", "127.0.0.1"],
        lambda answer: [each["text"] for each in answer if each["text"] != "nlu_fallback"],
        _QUIET,
    )


def _some(lines: list[str], each: int) -> list[str]:
    step = max(1, len(lines) // each) if each else 1
    return lines[::step][: each or None]


@contextmanager
def served(side: Side) -> Iterator[tuple[str, float, int]]:
    """Serve one; yield its address, the seconds until it answered, and its process."""
    port = free_port()
    url, start = f"http://127.0.0.1:{port}", time.perf_counter()
    with (side.folder / "output").open("w") as output:
        process = subprocess.Popen(
            side.serve(port), cwd=side.folder, env=side.environment, stdout=output, stderr=output
        )
        try:
            while not asyncio.run(_answers(url)):
                if process.poll() is not None or time.perf_counter() - start > _STARTS_WITHIN:
                    raise RuntimeError((side.folder / "output").read_text()[-2000:])
                time.sleep(0.2)
            yield url, time.perf_counter() - start, process.pid
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=60)


async def _answers(url: str) -> bool:
    try:
        async with aiohttp.ClientSession(url) as session:
            return bool(await _ask(session, "start", "Kad ir termiņš?"))
    except aiohttp.ClientError:
        return False


async def _ask(session: aiohttp.ClientSession, sender: str, text: str) -> Answer:
    async with session.post(_CHANNEL, json={"sender": sender, "message": text}) as answer:
        answer.raise_for_status()
        return list(await answer.json())


async def measure(side: Side, url: str, process: int, options: argparse.Namespace) -> list[str]:
    """Ask everything and return the cells of a column."""
    asked = [case for case in cases.load("dev") if len(case.conversation.turns) == 1]
    asked = [case for case in asked if len(case.conversation.turns[0].intents) == 1]
    asked = asked[:: max(1, len(asked) // options.questions)][: options.questions]
    questions = [case.conversation.turns[0] for case in asked]
    spent: list[float] = []
    async with aiohttp.ClientSession(url, timeout=aiohttp.ClientTimeout(300)) as session:

        async def timed(sender: str, text: str) -> Answer:
            start = time.perf_counter()
            answer = await _ask(session, sender, text)
            spent.append((time.perf_counter() - start) * 1000)
            return answer

        right = 0
        for number, turn in enumerate(questions):
            answer = await timed(f"one {number}", turn.user)
            right += _is_right(turn.intents[0], side.intents(answer))
        alone = sorted(spent)

        queue = iter(enumerate(turn.user for turn in questions))

        async def person() -> None:
            for number, text in queue:
                await timed(f"many {number}", text)

        start = time.perf_counter()
        await asyncio.gather(*(person() for _ in range(options.people)))
        together = len(questions) / (time.perf_counter() - start)

        spent.clear()
        for turn in itertools.islice(itertools.cycle(questions), TURNS + 5):
            await timed("long", turn.user)
    first, last = statistics.median(spent[:7]), statistics.median(spent[-11:])
    return [
        f"{megabytes(process):.0f} MB",
        f"{statistics.median(alone):.0f} ms",
        f"{alone[int(len(alone) * 0.95)]:.0f} ms",
        f"{together:.1f}",
        f"{first:.0f} → {last:.0f} ms ({last / first:.2f})",
        f"{right / len(questions):.3f}",
    ]


def _is_right(expected: str, found: list[str]) -> bool:
    if expected.startswith(NOT_OURS):
        return all(intent.startswith(NOT_OURS) for intent in found)
    return found == [expected]


def prepared(make: Callable[[Path, int], Side], folder: Path, each: int) -> tuple[Side, float]:
    """Return one of the two, trained, and the seconds that its training took."""
    folder = folder / make.__name__
    folder.mkdir(parents=True, exist_ok=True)
    trained = folder / "seconds"
    side = make(folder, each)
    if not trained.exists():
        print(f"{side.name}: training …", file=sys.stderr)
        start = time.perf_counter()
        subprocess.run(side.train, cwd=folder, env=side.environment, check=True, stdout=sys.stderr)
        trained.write_text(str(time.perf_counter() - start))
    return side, float(trained.read_text())


def main() -> None:
    """Train, serve and ask both, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--each", type=int, default=12)
    parser.add_argument("--questions", type=int, default=300)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    rows = ["training", "first start to first answer", "later start", "memory", "median"]
    rows += ["95th percentile", f"messages a second, {options.people} people"]
    rows += [f"turn 2 → {TURNS}", "right"]
    columns = {}
    with tempfile.TemporaryDirectory() as name:
        for make in (partneris, stock):
            side, trained = prepared(make, options.folder or Path(name), options.each)
            with served(side) as (url, first, process):
                measured = asyncio.run(measure(side, url, process, options))
            with served(side) as (_, later, _):
                started = [f"{first:.1f} s", f"{later:.1f} s"]
            columns[side.name] = [f"{trained:.0f} s", *started, *measured]
    print(f"| | {' | '.join(columns)} |\n| --- | {' | '.join('---' for _ in columns)} |")
    for title, *cells in zip(rows, *columns.values(), strict=True):
        print(f"| {title} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
