"""Messages that were not understood, grouped by likeness.

Two messages are as alike as their n-grams of letters and their sentence vectors are together;
docs/report.md has what the weight and the bound were chosen by.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict
from sklearn.cluster import AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.helpdesk.report.figures import Counts, Turn
from bot.nlu.vectors import Vectors, encode
from core.text import fold

_MOST = 2_000
"""Different messages of a language that are grouped, the newest: time grows with their square."""
_WEIGHT = 0.3
"""Of the sentence vectors; the rest is that of the letters."""
_UNLIKE = 0.8
"""Cosine of the encoder's vectors of messages that have nothing to do with each other."""
_BOUND = 0.7
"""Mean distance within which messages are of one group."""
_ID = 8


class Group(BaseModel):
    """Messages that ask much the same."""

    model_config = ConfigDict(frozen=True)

    id: str
    """The same as long as the same message stands in the middle."""
    language: str
    size: int
    """Messages, those with the same words counted each time."""
    texts: list[str]
    """Different ones, that in the middle of the group first."""
    nearest: str | None
    """The intent that the classifier most often found likeliest."""
    channels: Counts


def groups(turns: Sequence[Turn]) -> list[Group]:
    """Group the messages that were not understood, the largest group first."""
    asked = [
        turn for turn in turns if turn.state == "not_understood" and _has_words(turn.text or "")
    ]
    languages = sorted({turn.language for turn in asked})
    found = [
        group
        for language in languages
        for group in _of_language(language, [turn for turn in asked if turn.language == language])
    ]
    return sorted(found, key=lambda group: (-group.size, group.id))


def _has_words(text: str) -> bool:
    return any(char.isalnum() for char in fold(text))


def _of_language(language: str, turns: Sequence[Turn]) -> list[Group]:
    by_text: dict[str, list[Turn]] = {}
    for turn in reversed(turns):
        by_text.setdefault(fold(turn.text or ""), []).append(turn)
    same = list(by_text.values())[:_MOST]
    texts = [each[0].text or "" for each in same]
    distances = _distances(texts)
    labels = _labels(distances)
    members = [np.flatnonzero(labels == label) for label in range(labels.max() + 1)]
    return [_group(language, texts, same, _from_the_middle(each, distances)) for each in members]


def _group(
    language: str, texts: list[str], same: Sequence[Sequence[Turn]], members: list[int]
) -> Group:
    turns = [turn for index in members for turn in same[index]]
    nearest = Counter(turn.nearest for turn in turns if turn.nearest).most_common(1)
    name = f"{language} {fold(texts[members[0]])}"
    return Group(
        id=hashlib.sha256(name.encode()).hexdigest()[:_ID],
        language=language,
        size=len(turns),
        texts=[texts[index] for index in members],
        nearest=nearest[0][0] if nearest else None,
        channels=dict(Counter(turn.channel for turn in turns).most_common()),
    )


def _distances(texts: list[str]) -> Vectors:
    letters = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(2, 5), preprocessor=fold, sublinear_tf=True
    ).fit_transform(texts)
    vectors = encode(texts)
    meaning = (vectors @ vectors.T - _UNLIKE) / (1 - _UNLIKE)
    likeness = (1 - _WEIGHT) * (letters @ letters.T).toarray() + _WEIGHT * meaning
    distances = np.clip(1 - likeness, 0, None)
    np.fill_diagonal(distances, 0)
    return np.asarray(distances)


def _labels(distances: Vectors) -> npt.NDArray[np.int64]:
    if len(distances) == 1:
        return np.zeros(1, np.int64)
    clustering = AgglomerativeClustering(
        n_clusters=None, metric="precomputed", linkage="average", distance_threshold=_BOUND
    )
    return np.asarray(clustering.fit_predict(distances))


def _from_the_middle(members: npt.NDArray[np.int64], distances: Vectors) -> list[int]:
    """Return the members, the one nearest to all others first."""
    far = distances[np.ix_(members, members)].sum(axis=1)
    return [int(index) for index in members[np.argsort(far, kind="stable")]]
