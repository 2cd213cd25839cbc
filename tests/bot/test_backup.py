"""SQLite's files as docs/operations.md backs them up while they are used, and restores them."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from rasa.shared.core.domain import Domain
from sqlalchemy import insert

from bot.tracker_store import ConversationStore
from bot.training import ROOT


def _run(heading: str, folder: Path) -> None:
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    found = re.search(rf"### {heading}\n.*?```sh\n(.*?)```", page, re.S)
    assert found is not None, heading
    subprocess.run(["sh", "-e", "-c", found[1]], check=True, cwd=folder)


def _say(store: ConversationStore, text: str) -> None:
    with store.engine.begin() as connection:
        row = {"sender_id": "a", "type_name": "user", "data": text}
        connection.execute(insert(store.SQLEvent.__table__), [row])


def test_what_was_backed_up_is_there_again_without_what_came_after(tmp_path: Path) -> None:
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    python = tmp_path / ".venv" / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    python.chmod(0o755)
    (tmp_path / ".partneris").mkdir()
    stores = [
        ConversationStore(Domain.empty(), db=str(tmp_path / ".partneris" / f"{name}.db"))
        for name in ("partneris", "conversations")
    ]
    for store in stores:
        _say(store, "before")  # lies in the log only
    _run("Back up SQLite", tmp_path)
    for store in stores:
        _say(store, "after")
    _run("Restore SQLite", tmp_path)  # as after a kill: the logs are still there
    for name in ("partneris", "conversations"):
        with closing(sqlite3.connect(tmp_path / ".partneris" / f"{name}.db")) as base:
            assert base.execute("SELECT data FROM events").fetchall() == [("before",)]
            assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
