"""What scikit-learn's `TfidfVectorizer` makes of a text, for one message at a time.

Its own `transform` checks and copies for longer than it works (docs/understanding.md).
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.feature_extraction.text import TfidfVectorizer


class Terms:
    """A vectorizer that is trained or restored, with `sublinear_tf`."""

    def __init__(self, vectorizer: TfidfVectorizer) -> None:
        self._analyze = vectorizer.build_analyzer()
        self._places = vectorizer.vocabulary_
        self._weights = vectorizer.idf_.astype(vectorizer.dtype)

    def __len__(self) -> int:
        """Return how many terms there are."""
        return len(self._places)

    def times(self, text: str, matrix: npt.NDArray[Any]) -> npt.NDArray[Any]:
        """Return the row of a text, which has the length 1, times a matrix with a row a term."""
        counts = Counter(self._places[term] for term in self._analyze(text) if term in self._places)
        places = np.fromiter(counts, int)
        weights = self._weights[places]
        row = (np.log(np.fromiter(counts.values(), weights.dtype)) + 1) * weights
        return np.asarray(row / (np.linalg.norm(row) or 1) @ matrix[places])
