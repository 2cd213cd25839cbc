"""What was deleted is gone from SQLite's files, too: their bytes are searched, and their logs'."""

from __future__ import annotations

import asyncio
import datetime as dt
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest
from rasa.shared.core.domain import Domain
from sqlalchemy import insert, update

from bot import database, retention, sqlite
from bot.helpdesk.tables import TicketRow
from bot.privacy import erasure, events, traces
from bot.privacy.keeping import Keeping
from bot.tracker_store import ConversationStore
from tests.bot.privacy.conftest import MARK, Talker, ticket

Fill = Callable[[str], None]
NAME = "talk-one"


@pytest.fixture
def both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PostgreSQL's files are its own."""
    monkeypatch.setenv(database.VARIABLE, f"sqlite:///{tmp_path / 'partneris.db'}")
    database.upgrade()


@pytest.fixture
def store(both: None, tmp_path: Path) -> ConversationStore:
    return ConversationStore(Domain.empty(), db=str(tmp_path / "talks.db"))


def found(folder: Path, *texts: str) -> set[str]:
    """Return the files in which a text stands, as it is or as JSON has it."""
    files = [path for path in folder.iterdir() if ".db" in path.name]
    assert {"partneris.db", "talks.db"} <= {path.name for path in files}
    return {path.name for path in files for text in texts if text.encode() in path.read_bytes()}


def logs(folder: Path) -> list[int]:
    return [path.stat().st_size for path in folder.glob("*.db-wal")]


def test_after_a_deletion_on_request(talker: Talker, everywhere: Fill, tmp_path: Path) -> None:
    everywhere(NAME)
    kept = found(tmp_path, MARK)
    assert {"partneris.db-wal", "talks.db-wal"} <= kept  # else nothing would be tried here
    talker.say(NAME, "dzēs manus datus", "Jā, dzēst visu")
    assert found(tmp_path, MARK, NAME) == set()
    assert logs(tmp_path) == [0, 0]


def test_what_reached_the_files_goes_too(talker: Talker, everywhere: Fill, tmp_path: Path) -> None:
    everywhere(NAME)
    everywhere("talk-two")
    traces.empty_logs(talker.store)
    assert found(tmp_path, NAME) == {"partneris.db", "talks.db"}
    erasure.erase(talker.store, NAME)
    assert found(tmp_path, NAME) == set()
    assert found(tmp_path, "talk-two") == {"partneris.db", "talks.db"}


def test_when_its_time_is_over(store: ConversationStore, tmp_path: Path) -> None:
    long_ago = database.now() - dt.timedelta(days=31)
    with store.engine.begin() as connection:
        row = {"sender_id": NAME, "type_name": "user", "data": MARK}
        row["timestamp"] = long_ago.timestamp()
        connection.execute(insert(store.SQLEvent.__table__), [row])
    left = ticket(NAME, f"{MARK}@example.lv")
    with database.engine().begin() as connection:
        ended = {"state": "ended", "open_conversation": None, "ended_at": long_ago}
        connection.execute(update(TicketRow).where(TicketRow.id == left.id).values(ended))
    assert found(tmp_path, MARK) == {"partneris.db-wal", "talks.db-wal"}
    asyncio.run(retention.delete_old(store, Keeping()))
    assert found(tmp_path, MARK, NAME) == set()
    assert logs(tmp_path) == [0, 0]


def test_copies_in_pages_that_rows_were_moved_from(
    store: ConversationStore, tmp_path: Path
) -> None:
    """One in ten of these names outlives its rows, though all that is deleted is overwritten."""
    chance = random.Random(1)
    names = [f"web-{chance.randbytes(16).hex()}" for _ in range(60)]
    said = [{"sender_id": name, "type_name": "user", "data": "x" * 300} for name in names * 30]
    chance.shuffle(said)
    with store.engine.begin() as connection:
        connection.execute(insert(store.SQLEvent.__table__), said)
    for name in names[:30]:
        events.delete(store, name)
    traces.rewrite(store)
    assert found(tmp_path, *names[:30]) == set()
    assert all(found(tmp_path, name) for name in names[30:])


def test_a_log_that_is_being_read_is_emptied_later(
    store: ConversationStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_PATIENCE", 0.1)
    with store.engine.begin() as connection:
        row = {"sender_id": NAME, "type_name": "user", "data": MARK}
        connection.execute(insert(store.SQLEvent.__table__), [row])
    with closing(sqlite3.connect(tmp_path / "talks.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM events").fetchone()
        erasure.erase(store, NAME)
        assert "talks.db-wal" in found(tmp_path, MARK)
        traces.empty_left()
        assert "talks.db-wal" in found(tmp_path, MARK)
    traces.empty_left()
    assert found(tmp_path, MARK, NAME) == set()
    assert not traces._left


def test_a_file_that_is_too_large_stays_as_it_is(
    store: ConversationStore, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sqlite, "_LARGEST", 1000)
    traces.rewrite(store)
    assert "talks.db is not written anew" in caplog.text


def test_how_both_databases_are_opened(store: ConversationStore) -> None:
    """Of conversations a failure of power may take the last; of all else nothing."""
    for engine, synchronous in ((store.engine, 1), (database.engine(), 2)):
        with engine.connect() as connection:
            asked = ("journal_mode", "secure_delete", "synchronous")
            settings = [connection.exec_driver_sql(f"PRAGMA {each}").scalar() for each in asked]
        assert settings == ["wal", 1, synchronous]


def test_a_server_writes_the_files_anew_at_its_start(
    store: ConversationStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = asyncio.Event()
    monkeypatch.setattr(traces, "rewrite", lambda given: loop.call_soon_threadsafe(written.set))
    app = SimpleNamespace(ctx=SimpleNamespace(agent=SimpleNamespace(tracker_store=store)))
    loop = asyncio.new_event_loop()

    async def play() -> None:
        task = asyncio.create_task(retention.keep_deleting(app, Keeping()))
        await asyncio.wait_for(written.wait(), 20)
        task.cancel()

    loop.run_until_complete(play())
    loop.close()
