"""The training data is read as Rasa reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from rasa.shared.importers.rasa import RasaFileImporter

from bot.nlu.importer import Importer
from bot.training import ROOT
from core.yaml_file import DataError


def _files(folder: Path, examples: str) -> list[str]:
    nlu = f'version: "3.1"\nnlu:\n- intent: greet\n  metadata: {{language: lv}}\n{examples}'
    (folder / "nlu.yml").write_text(nlu, encoding="utf-8")
    return [str(folder)]


def test_same_messages_as_rasas_own_reader() -> None:
    paths = [str(ROOT / "data" / name) for name in ("nlu/lv/chat.yml", "nlu/en/chat.yml", "rules")]
    ours, theirs = (
        reader(None, str(ROOT / "domain.yml"), paths) for reader in (Importer, RasaFileImporter)
    )
    messages = [message.data for message in ours.get_nlu_data().training_examples]
    assert messages == [message.data for message in theirs.get_nlu_data().training_examples]
    assert {m["metadata"]["intent"]["language"] for m in messages} == {"lv", "en"}
    assert ours.get_stories().fingerprint() == theirs.get_stories().fingerprint()


def test_utterances_are_trimmed_and_none_comes_twice(tmp_path: Path) -> None:
    paths = _files(tmp_path, "  examples: |\n    - Labdien! \n\n    - sveiki\n    - Labdien!\n")
    data = Importer(None, None, paths).get_nlu_data()
    assert [message.get("text") for message in data.training_examples] == ["Labdien!", "sveiki"]


def test_a_wrong_file_is_named(tmp_path: Path) -> None:
    paths = _files(tmp_path, "  examples: |\n    - Labdien!\n    sveiki\n")
    with pytest.raises(DataError, match=r"nlu\.yml:5: nlu\[0\]\.examples: .*sveiki"):
        Importer(None, None, paths).get_nlu_data()
