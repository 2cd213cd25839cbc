"""What the classifier learns: a text with its sentence vector in, a margin for each intent out.

A linear support vector machine over n-grams of letters and words and the sentence vector; chosen by
cross-validation against DIET and logistic regression: docs/understanding.md has the comparison.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC

from bot.nlu import storage
from bot.nlu.tfidf import Terms
from bot.nlu.vectors import Vectors
from core.text import fold

_TOLERANCE = 1e-3
"""Of the machines: with a tenth of it no confidence changes by more than 0.0001."""
_MOST_THREADS = 4
"""Each copies the features, 200 MB."""


class Separators(NamedTuple):
    """A column of weights, an offset and a name for each intent.

    The columns are those of one block in rows, from which a message takes those of its terms.
    """

    weights: npt.NDArray[Any]
    offsets: npt.NDArray[Any]
    intents: npt.NDArray[Any]


def separators(features: csr_matrix, intents: npt.NDArray[Any], closeness: float) -> Separators:
    """Return what a support vector machine learns of each intent against all others.

    Each core takes some of the intents; the others are one to it, which it forgets.
    """

    def learn(own: npt.NDArray[Any]) -> Separators:
        machine = LinearSVC(C=closeness, dual=True, tol=_TOLERANCE, random_state=0)
        machine.fit(features, np.where(np.isin(intents, own), intents, ""))
        kept = np.isin(machine.classes_, own)
        return Separators(machine.coef_[kept], machine.intercept_[kept], machine.classes_[kept])

    shares = np.array_split(np.unique(intents), min(os.cpu_count() or 1, _MOST_THREADS))
    with ThreadPoolExecutor() as pool:
        weights, offsets, names = zip(*pool.map(learn, shares), strict=True)
    # half the memory, and no margin changes that matters
    half = np.vstack(weights).astype(np.float32)
    columns = np.ascontiguousarray(half.T)
    return Separators(columns, np.concatenate(offsets), np.concatenate(names))


class Margins:
    """The trained model: texts in, a margin for each intent out."""

    def __init__(self, config: dict[str, Any]) -> None:
        self._weight = config["encoder_weight"]
        self._ngrams = TfidfVectorizer(
            analyzer="char_wb",
            ngram_range=(2, 5),
            sublinear_tf=True,
            min_df=2,
            lowercase=False,
            dtype=np.float32,
        )
        self._words = TfidfVectorizer(
            ngram_range=(1, 2),
            sublinear_tf=True,
            lowercase=False,
            token_pattern=r"\w+",
            dtype=np.float32,
        )
        self._closeness = config["C"]
        self._separators = Separators(np.zeros((0, 0)), np.zeros(0), np.zeros(0, str))
        self._mean = np.zeros(0)
        self._terms: list[Terms] = []

    @property
    def intents(self) -> Sequence[str]:
        """The intents, in the order of the margins."""
        return list(self._separators.intents)

    def fit(self, texts: list[str], intents: list[str], vectors: Vectors) -> Margins:
        """Learn from texts with their intents and sentence vectors."""
        self._mean = vectors.mean(axis=0)
        folded = [fold(text) for text in texts]
        sparse = [each.fit_transform(folded) for each in (self._ngrams, self._words)]
        features = hstack([*sparse, csr_matrix(self._centred(vectors))]).tocsr()
        self._separators = separators(features, np.array(intents), self._closeness)
        return self._ready()

    def of(self, text: str, vector: Vectors) -> Vectors:
        """Return the margins of a text with its sentence vector."""
        folded = fold(text)
        margins, first = self._separators.offsets, 0
        for terms in self._terms:
            after = first + len(terms)
            margins = margins + terms.times(folded, self._separators.weights[first:after])
            first = after
        return np.asarray(margins + self._centred(vector) @ self._separators.weights[first:])

    def _centred(self, vectors: Vectors) -> Vectors:
        # the encoder's vectors share a large common part: without it they tell texts apart better
        centred = vectors - self._mean
        lengths = np.linalg.norm(centred, axis=-1, keepdims=True)
        return np.asarray(centred / np.where(lengths, lengths, 1) * self._weight)

    def _ready(self) -> Margins:
        self._terms = [Terms(self._ngrams), Terms(self._words)]
        return self

    def state(self) -> storage.Arrays:
        """Return what `restore` needs."""
        return {
            **storage.of_vectorizer("ngrams", self._ngrams),
            **storage.of_vectorizer("words", self._words),
            # half the file; no margin changes that matters
            "weights": self._separators.weights.astype(np.float16),
            "offsets": self._separators.offsets,
            "intents": self._separators.intents,
            "mean": self._mean,
        }

    def restore(self, state: storage.Arrays) -> Margins:
        """Take over a saved state."""
        storage.into_vectorizer("ngrams", self._ngrams, state)
        storage.into_vectorizer("words", self._words, state)
        weights = state["weights"].astype(np.float32)
        self._separators = Separators(weights, state["offsets"], state["intents"])
        self._mean = state["mean"]
        return self._ready()
