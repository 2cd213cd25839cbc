"""Trains Rasa's own pipeline on `nlu.yml` and writes what it says of `texts.json`.

    .venv-benchmarks/bin/python benchmarks/stock/intents.py CONFIG FOLDER

`benchmarks/intents.py --diet` calls it, in the environment that has TensorFlow.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path

os.environ["RASA_TELEMETRY_ENABLED"] = "false"

from rasa.core.agent import Agent
from rasa.model_training import train_nlu


async def intents(agent: Agent, texts: list[str]) -> list[str]:
    """Return the intent of each text."""
    return [(await agent.parse_message(text))["intent"]["name"] for text in texts]


def main() -> None:
    """Train and ask."""
    config, folder = sys.argv[1], Path(sys.argv[2])
    texts = json.loads((folder / "texts.json").read_text(encoding="utf-8"))
    agent = Agent.load(train_nlu(config, str(folder / "nlu.yml"), str(folder)))
    said = asyncio.run(intents(agent, texts))
    (folder / "intents.json").write_text(json.dumps(said), encoding="utf-8")


if __name__ == "__main__":
    main()
