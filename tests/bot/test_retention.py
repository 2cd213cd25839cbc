"""Conversations are deleted when their time is over, others stay."""

from __future__ import annotations

import asyncio
import datetime as dt
from pathlib import Path
from types import SimpleNamespace

import pytest
from rasa.core.tracker_store import FailSafeTrackerStore, InMemoryTrackerStore, SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot import database
from bot.privacy.keeping import Keeping
from bot.retention import delete_older, keep_deleting

NOW = dt.datetime(2020, 3, 20, tzinfo=dt.UTC)


async def said(store: SQLTrackerStore, name: str, *days_ago: int) -> None:
    tracker = DialogueStateTracker(name, [])
    for days in days_ago:
        moment = (NOW - dt.timedelta(days=days)).timestamp()
        tracker.update(UserUttered("hello", timestamp=moment))
    await store.save(tracker)


@pytest.fixture(autouse=True)
def own_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(database.VARIABLE, f"sqlite:///{tmp_path / 'partneris.db'}")
    database.upgrade()


@pytest.mark.parametrize("wrapped", [False, True])
def test_what_was_last_said_too_long_ago_is_deleted_whole(tmp_path: Path, wrapped: bool) -> None:
    store = SQLTrackerStore(Domain.empty(), "sqlite", db=str(tmp_path / "talks.db"))

    async def play() -> set[str]:
        await said(store, "old", 40, 31)
        await said(store, "still going", 40, 29)
        await said(store, "new", 0)
        chosen = FailSafeTrackerStore(store) if wrapped else store
        assert delete_older(chosen, NOW - dt.timedelta(days=30)) == 2
        return set(await store.keys())

    assert asyncio.run(play()) == {"still going", "new"}


def test_a_server_deletes_from_its_start(tmp_path: Path) -> None:
    store = SQLTrackerStore(Domain.empty(), "sqlite", db=str(tmp_path / "talks.db"))
    app = SimpleNamespace(ctx=SimpleNamespace(agent=SimpleNamespace(tracker_store=store)))

    async def play() -> set[str]:
        await said(store, "old", 40)
        task = asyncio.create_task(keep_deleting(app, Keeping(keep_days=30)))
        for _ in range(100):
            await asyncio.sleep(0.1)
            if not (left := set(await store.keys())):
                break
        task.cancel()
        return left

    assert asyncio.run(play()) == set()


def test_a_store_in_memory_has_nothing_to_delete() -> None:
    assert delete_older(InMemoryTrackerStore(Domain.empty()), NOW) == 0
