"""The log tells what went wrong and where, and nothing of what people wrote."""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pydantic import BaseModel
from rasa.core.tracker_store import FailSafeTrackerStore, SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot.privacy import events, logs

MARK = "zebrasvitra"


@pytest.fixture
def hidden() -> Iterator[None]:
    made = logging.getLogRecordFactory()
    logs.hide_texts.cache_clear()
    logs.hide_texts()
    yield
    logging.setLogRecordFactory(made)


class _Number(BaseModel):
    number: int


def test_an_exception_is_told_without_its_text(
    hidden: None, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        try:
            _Number.model_validate({"number": MARK})
        except ValueError as error:
            raise RuntimeError(f"{MARK} is no number") from error

    try:
        fail()
    except RuntimeError:
        logging.getLogger("bot.test").exception("a message could not be read")
    assert "a message could not be read" in caplog.text
    assert "builtins.RuntimeError" in caplog.text
    assert "Caused by:" in caplog.text
    assert "ValidationError" in caplog.text
    assert "in fail" in caplog.text
    assert MARK not in caplog.text.replace("{MARK}", "")


@pytest.mark.parametrize("hides", [False, True])
def test_rasa_tells_of_a_database_that_refuses_without_what_it_refused(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, hides: bool
) -> None:
    path = tmp_path / "talks.db"
    kept = SQLTrackerStore(Domain.empty(), "sqlite", db=str(path))
    store = FailSafeTrackerStore(kept)
    if hides:
        events.hide_values(store)
    tracker = DialogueStateTracker("talk", [])
    tracker.update(UserUttered(MARK))
    with closing(sqlite3.connect(path)) as base:
        base.execute("BEGIN IMMEDIATE")  # Rasa waits five seconds to write and gives up
        asyncio.run(store.save(tracker))
    assert "database is locked" in caplog.text
    assert (MARK not in caplog.text) is hides
