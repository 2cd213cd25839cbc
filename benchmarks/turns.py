"""What a message costs as its conversation grows, with the conversations in SQLite.

    .venv/bin/python benchmarks/turns.py [--turns 1000]

One conversation of varied questions; the median of eleven messages around each turn.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bot import database, quiet, training  # noqa: F401  (before anything that imports Rasa)
from bot.engine import CONVERSATIONS, endpoints
from bot.evaluation import cases

AT = (2, 20, 200, 1000)


async def measure(turns: int) -> None:
    """Print a Markdown table: turn, milliseconds, ratio to the second turn."""
    from rasa.core.agent import load_agent
    from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

    agent = await load_agent(str(training.current_model()), endpoints=endpoints(persistent=True))
    asked = [
        case.conversation.turns[0].user
        for case in cases.load("dev")
        if len(case.conversation.turns) == 1
    ]
    spent: list[float] = []

    async def say(conversation: str, text: str) -> None:
        start = time.perf_counter()
        await agent.handle_message(UserMessage(text, CollectingOutputChannel(), conversation))
        spent.append((time.perf_counter() - start) * 1000)

    for number, text in enumerate(asked[:50]):  # all is loaded and warm
        await say(f"warm {number}", text)
    spent.clear()
    for text in itertools.islice(itertools.cycle(asked[50:]), turns + 5):
        await say("long", text)
    print("| turn | ms a message | of turn 2 |\n| --- | --- | --- |")
    first = _around(spent, AT[0])
    for turn in AT:
        if turn <= turns:
            middle = _around(spent, turn)
            print(f"| {turn} | {middle:.0f} | {middle / first:.2f} |")


def _around(spent: list[float], turn: int) -> float:
    near = sorted(spent[max(0, turn - 6) : turn + 5])
    return near[len(near) // 2]


def main() -> None:
    """Measure in a folder of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=1000)
    turns = parser.parse_args().turns
    with tempfile.TemporaryDirectory() as folder:
        os.environ[CONVERSATIONS] = str(Path(folder) / "conversations.db")
        os.environ[database.VARIABLE] = f"sqlite:///{folder}/partneris.db"
        os.environ["PARTNERIS_NOW"] = "2020-03-20T10:00"
        database.upgrade()
        asyncio.run(measure(turns))


if __name__ == "__main__":
    main()
