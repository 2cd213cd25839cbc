"""An error of the conversations' database is told without what people wrote."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.tracker_store import ConversationStore

MARK = "zebrasvitra"


def test_rasa_tells_of_a_database_that_refuses_without_what_it_refused(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "talks.db"
    store = FailSafeTrackerStore(ConversationStore(Domain.empty(), "sqlite", db=str(path)))
    tracker = DialogueStateTracker("talk", [])
    tracker.update(UserUttered(MARK))
    with closing(sqlite3.connect(path)) as base:
        base.execute("BEGIN IMMEDIATE")  # the store waits five seconds to write and gives up
        asyncio.run(store.save(tracker))
    assert "database is locked" in caplog.text
    assert MARK not in caplog.text
