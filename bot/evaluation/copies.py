"""Tells copies: what is learned must not stand in the sets by which learning is measured."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sklearn.feature_extraction.text import TfidfVectorizer

from core.text import fold

_FEWEST_WORDS, _NEAR_COPY = 5, 0.9
"""Words from which, and likeness of letters at which, a text is a near copy."""


def same(texts: Sequence[str], known: Sequence[str]) -> list[str]:
    """Return the texts that stand among the known ones, whatever their marks and diacritics."""
    letters = {_letters(text) for text in known}
    return [text for text in texts if _letters(text) in letters]


def alike(texts: Sequence[str], known: Sequence[str]) -> list[str]:
    """Return the longer texts that are nearly the same as a known one.

    Short ones may be alike by chance ('kontakti PIA').
    """
    long = [text for text in texts if len(text.split()) >= _FEWEST_WORDS]
    if not long or not known:
        return []
    features = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), preprocessor=fold)
    likeness = features.fit_transform(known) @ features.transform(long).T
    nearest = likeness.max(axis=0).toarray().ravel()
    return [text for text, share in zip(long, nearest, strict=True) if share >= _NEAR_COPY]


def _letters(text: str) -> str:
    """Return a text's letters and digits: what makes two utterances the same."""
    return " ".join(re.findall(r"\w+", fold(text)))
