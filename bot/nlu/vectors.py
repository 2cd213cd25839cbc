"""Sentence vectors of folded text.

Thousands are worked on in as many processes as the machine has cores. This module imports nothing
of Rasa, since each process imports it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache, lru_cache
from multiprocessing import get_context
from threading import Lock

import numpy as np
import numpy.typing as npt

from bot.nlu.e5 import E5, NAME
from core.call import CACHE
from core.text import fold

Vectors = npt.NDArray[np.float32]
LONGEST = 800
"""Letters of a message that are read: time grows with them, and more would tell no more."""
_REMEMBERED = 10_000
"""Messages whose vectors are kept, 1.5 KB each: buttons and short answers come again and again, and
what was not understood stays in the report for weeks."""
_AT_ONCE = 500
_WORTH_IT = 1_000
"""Texts from which the processes are worth their start."""
_ONE_AT_A_TIME = Lock()


@cache
def encoder() -> E5:
    """Return the encoder, loaded once a process."""
    return E5()


def encode(texts: list[str]) -> Vectors:
    """Return one row a text; empty texts are encoded as a blank."""
    return np.vstack([_of_message(_readable(text)) for text in texts])


@lru_cache(_REMEMBERED)
def _of_message(text: str) -> Vectors:
    return encoder().query([text])[0]


def _readable(text: str) -> str:
    return fold(text)[:LONGEST] or " "


def remembered(texts: list[str]) -> dict[str, Vectors]:
    """Return the vectors of texts; those of an earlier training are read from a file.

    Thousands of texts take a minute or more, and a new training mostly has the old texts again.
    Who asks while another thread is at it waits, and finds them in the file.
    """
    with _ONE_AT_A_TIME:
        return _remembered(texts)


def _remembered(texts: list[str]) -> dict[str, Vectors]:
    path = CACHE / f"vectors-{NAME}.npz"
    known: dict[str, Vectors] = {}
    if path.is_file():
        with np.load(path) as stored:
            known = dict(zip(stored["texts"].tolist(), stored["vectors"], strict=True))
    # the longest first: no process is left with them at the end
    new = sorted((text for text in texts if text not in known), key=len, reverse=True)
    done = 0
    for rows in _of_many(new):
        part = new[done : done + len(rows)]
        known.update(zip(part, rows, strict=True))
        done += len(rows)
        print(f"  sentence vectors: {done} of {len(new)}", flush=True)
    wanted = {text: known[text] for text in texts}
    if new:
        CACHE.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial.npz")
        np.savez(partial, texts=np.array(texts), vectors=np.vstack(list(wanted.values())))
        partial.replace(path)
    return wanted


def _of_many(texts: list[str]) -> Iterator[Vectors]:
    """Yield the rows of texts, some hundred at a time, in their order."""
    parts = [texts[start : start + _AT_ONCE] for start in range(0, len(texts), _AT_ONCE)]
    processes = os.cpu_count() or 1
    if len(texts) < _WORTH_IT or processes == 1:
        yield from map(_of_part, parts)
        return
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        yield from pool.map(_of_part, parts)


def _of_part(texts: list[str]) -> Vectors:
    return encoder().query([_readable(text) for text in texts])
