"""Only the model that was trained here is loaded: what is in the file decides which code runs."""

from __future__ import annotations

import asyncio
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot import cli, quiet, training  # noqa: F401  (quiet comes before Rasa)
from tests import server as servers
from tests.conftest import NOW

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

    assert not training.is_whole(model)  # `partneris train` makes it anew
    with pytest.raises(RuntimeError, match="not the file that training wrote"):
        asyncio.run(Local.load(model))
    with pytest.raises(RuntimeError, match="not the file that training wrote"):
        serve(model, model.parent, "127.0.0.1", 0)


def cut(model: Path) -> None:
    model.write_bytes(model.read_bytes()[:-1000])


def emptied(model: Path) -> None:
    model.write_bytes(b"")


def changed(model: Path) -> None:
    content = bytearray(model.read_bytes())
    content[len(content) // 2] ^= 1
    model.write_bytes(content)


def without_record(model: Path) -> None:
    training.record_of(model).unlink()


def with_a_record_that_is_no_text(model: Path) -> None:
    training.record_of(model).write_bytes(b"\xff\xfe")


def gone(model: Path) -> None:
    model.unlink()


def not_loadable(model: Path) -> None:
    """As of another program: whole, with its hash, but nothing that this one can load."""
    model.write_bytes(b"a model of another time")
    told = hashlib.sha256(model.read_bytes()).hexdigest()
    training.record_of(model).write_text(f"{told}  {model.name}\n")


@pytest.mark.parametrize(
    "spoil",
    [cut, emptied, changed, without_record, with_a_record_that_is_no_text, gone, not_loadable],
)
def test_serve_refuses_a_broken_model_with_one_message_and_status_2(
    model: Path, spoil: Callable[[Path], None]
) -> None:
    spoil(model)
    done = served(model)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"partneris: {model}")
    assert "ready" not in done.stdout


def served(model: Path) -> subprocess.CompletedProcess[str]:
    """Start a server with a model that it should not take."""
    folder = model.parent
    return subprocess.run(
        [sys.executable, "-m", "bot.cli", "serve", "--port", "0", "--model", str(model)],
        cwd=training.ROOT,
        env={
            **os.environ,
            "PYTHONPATH": str(training.ROOT),
            "PARTNERIS_DATABASE": f"sqlite:///{folder / 'partneris.db'}",
            "PARTNERIS_CONVERSATIONS": str(folder / "conversations.db"),
        },
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )


def test_a_server_goes_on_while_its_models_file_breaks_and_no_second_one_starts(
    model: Path, tmp_path: Path
) -> None:
    with servers.running(tmp_path, NOW, PARTNERIS_MODEL=str(model)) as server:
        assert model.name in server.output.read_text()
        cut(model)
        (answer,) = server.ask("a", "Kontakti PIA")
        assert not answer["fallback"]
        model.unlink()
        (answer,) = server.ask("a", "What is the deadline?")
        assert "23 April 2020" in answer["text"]
        assert served(model).returncode == 2


def test_the_trained_model_has_a_record_that_sha256sum_reads(model: Path) -> None:
    training.check(model)
    told, name = training.record_of(model).read_text().split()
    assert (told, name) == (hashlib.sha256(model.read_bytes()).hexdigest(), model.name)


def test_a_changed_model_is_refused_before_it_is_unpacked(model: Path) -> None:
    changed(model)
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
