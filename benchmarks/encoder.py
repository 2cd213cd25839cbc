"""Milliseconds of the sentence encoder by how its threads wait for work, side by side.

    .venv/bin/python benchmarks/encoder.py [--sentences 300] [--rounds 3]

Each way runs in a process of its own, since the waiting is set when the library is loaded; the
rounds go through all ways in turn. Prints a Markdown table of medians.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
WAYS = {
    "one thread": {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
    "two threads, sleep at once": {"OMP_NUM_THREADS": "2", "OMP_WAIT_POLICY": "passive"},
    "two threads, wait a moment": {"OMP_NUM_THREADS": "2", "GOMP_SPINCOUNT": "100000"},
    "two threads, never sleep": {"OMP_NUM_THREADS": "2", "OMP_WAIT_POLICY": "active"},
}


def measure(sentences: int) -> None:
    """Print milliseconds a sentence: one by one, all at once, as a training encodes them."""
    from bot.nlu.batch_encoder import BatchEncoder

    from bot.nlu.vectors import encode
    from bot.training import training_utterances
    from core.text import fold

    texts = [text for lines in training_utterances().values() for text in lines]
    texts = texts[:: max(1, len(texts) // sentences)][:sentences]
    encode(texts[:5])
    start = time.perf_counter()
    for text in texts:
        encode([text])
    single = time.perf_counter() - start
    start = time.perf_counter()
    encode(texts)
    together = time.perf_counter() - start
    batch = BatchEncoder()
    start = time.perf_counter()
    batch.query([fold(text) for text in texts])
    batched = time.perf_counter() - start
    print(*(seconds * 1000 / len(texts) for seconds in (single, together, batched)))


def main() -> None:
    """Run all ways in turn and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure(options.sentences)
        return
    results: dict[str, list[list[float]]] = {name: [] for name in WAYS}
    command = [sys.executable, __file__, "--measure", "--sentences", str(options.sentences)]
    for _ in range(options.rounds):
        for name, settings in WAYS.items():
            out = subprocess.run(
                command,
                env={**os.environ, **settings},
                cwd=ROOT,
                check=True,
                capture_output=True,
                text=True,
            )
            results[name].append([float(number) for number in out.stdout.split()[-3:]])
    print("| threads | ms a sentence, one by one | all at once | in batches, as in a training |")
    print("| --- | --- | --- | --- |")
    for name, rounds in results.items():
        medians = (statistics.median(column) for column in zip(*rounds, strict=True))
        print(f"| {name} | {' | '.join(f'{median:.1f}' for median in medians)} |")


if __name__ == "__main__":
    main()
