"""Only the model that was trained here is loaded: what is in the file decides which code runs."""

from __future__ import annotations

import asyncio
import hashlib
import io
import shutil
import tarfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot import cli, quiet, training  # noqa: F401  (quiet comes before Rasa)

if TYPE_CHECKING:
    from bot.engine import Local


@pytest.fixture
def model(assistant: tuple[Local, asyncio.AbstractEventLoop], tmp_path: Path) -> Path:
    """A copy of the trained model with its record; `assistant` has seen to it that there is one."""
    trained = training.current_model()
    for path in (trained, training.record_of(trained)):
        shutil.copy(path, tmp_path)
    return tmp_path / trained.name


def refused(model: Path) -> None:
    from bot.engine import Local
    from bot.server import serve

    with pytest.raises(RuntimeError, match="not the file that training wrote"):
        asyncio.run(Local.load(model))
    with pytest.raises(RuntimeError, match="not the file that training wrote"):
        serve(model, model.parent, "127.0.0.1", 0)


def test_the_trained_model_has_a_record_that_sha256sum_reads(model: Path) -> None:
    training.check(model)
    told, name = training.record_of(model).read_text().split()
    assert (told, name) == (hashlib.sha256(model.read_bytes()).hexdigest(), model.name)


def test_a_changed_model_is_refused_before_it_is_unpacked(model: Path) -> None:
    content = bytearray(model.read_bytes())
    content[len(content) // 2] ^= 1
    model.write_bytes(content)
    refused(model)


def test_a_model_from_elsewhere_is_refused(model: Path) -> None:
    """Its description names the code to load."""
    with tarfile.open(model, "w:gz") as archive:
        described = (
            b'{"train_schema": {}, "predict_schema": {"nodes": {"a": {"uses": "evil.Code"}}}}'
        )
        entry = tarfile.TarInfo("metadata.json")
        entry.size = len(described)
        archive.addfile(entry, io.BytesIO(described))
    refused(model)


def test_a_model_without_a_record_is_refused(model: Path) -> None:
    training.record_of(model).unlink()
    refused(model)


@pytest.mark.parametrize(
    ("named", "written"),
    [
        ("../../evil.sh", "evil.sh"),
        ("/etc/cron.d/evil", "evil"),
        ("a.xlsx", "a.xlsx"),
    ],
)
def test_a_file_of_another_server_lands_in_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, written: str
) -> None:
    from bot.responses import Attachment

    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    path = cli._save(Attachment(name=named, media_type="text/plain", content="eA=="))
    assert path.resolve().parent == folder
    assert [each.name for each in folder.iterdir()] == [path.name]
    assert path.name == written
