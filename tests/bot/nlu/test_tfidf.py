"""Weights are those of scikit-learn's own vectorizer, trained or restored."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.nlu import storage
from bot.nlu.tfidf import Terms

_TEXTS = ["kad ir termins", "when is the deadline", "kad kad kad", "who can apply", "termins"]
_NEW = ["kad ir konkursa termins", "when can who apply", "xyz", ""]


def _vectorizer(analyzer: str, dtype: type) -> TfidfVectorizer:
    return TfidfVectorizer(analyzer=analyzer, ngram_range=(1, 2), sublinear_tf=True, dtype=dtype)


@pytest.mark.parametrize("analyzer", ["word", "char_wb"])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_same_as_scikit_learns(analyzer: str, dtype: type) -> None:
    trained = _vectorizer(analyzer, dtype).fit(_TEXTS)
    state = storage.of_vectorizer("terms", trained)
    restored = storage.into_vectorizer("terms", _vectorizer(analyzer, dtype), state)
    expected = trained.transform(_NEW).toarray()
    assert expected.any()
    each_term = np.eye(expected.shape[1], dtype=dtype)
    for each in (trained, restored):
        terms = Terms(each)
        assert len(terms) == expected.shape[1]
        rows = np.vstack([terms.times(text, each_term) for text in _NEW])
        assert rows.dtype == dtype
        np.testing.assert_allclose(rows, expected, rtol=1e-5)
