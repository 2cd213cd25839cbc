"""What scikit-learn's `TfidfVectorizer` makes of a text, for one message at a time.

Its own `transform` checks and copies for longer than it works (docs/understanding.md).
"""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.preprocessing import normalize


class Terms:
    """A vectorizer that is trained or restored, with `sublinear_tf`."""

    def __init__(self, vectorizer: TfidfVectorizer) -> None:
        self._vectorizer = vectorizer
        self._weights = vectorizer.idf_.astype(vectorizer.dtype)

    def of(self, texts: list[str]) -> csr_matrix:
        """Return one row a text, of length 1: what the vectorizer's `transform` gives."""
        counts = CountVectorizer.transform(self._vectorizer, texts)
        shares = (np.log(counts.data) + 1) * self._weights[counts.indices]
        rows = csr_matrix((shares, counts.indices, counts.indptr), counts.shape)
        return normalize(rows, copy=False)
