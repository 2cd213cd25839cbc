"""Rasa's events of a conversation, read and deleted whole: Rasa's own stores can do neither.

Rasa reads the present session only, and has no way to delete a conversation.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from rasa.core.tracker_store import (
    FailSafeTrackerStore,
    InMemoryTrackerStore,
    SQLTrackerStore,
    TrackerStore,
)
from rasa.shared.core.domain import Domain
from sqlalchemy import delete as delete_from

from bot import sqlite
from bot.tracker_store import ConversationStore

_of_this_process: list[Callable[[], TrackerStore]] = []


class UnknownStoreError(RuntimeError):
    """Conversations lie in a kind of store that nothing can be deleted from."""


def use(store: Callable[[], TrackerStore]) -> None:
    """Remember where this process keeps its conversations."""
    _of_this_process[:] = [store]


def store() -> TrackerStore:
    """Return where this process keeps its conversations; else the store of endpoints.yml."""
    return _of_this_process[0]() if _of_this_process else configured()


@cache
def configured() -> TrackerStore:
    """Return the store of endpoints.yml."""
    from bot.engine import endpoints  # here, since the engine imports the actions

    return TrackerStore.create(endpoints(persistent=True).tracker_store, Domain.empty())


def sql(store: TrackerStore) -> SQLTrackerStore | None:
    """Return the database behind a store; none where it keeps nothing on disk."""
    return next((each for each in _all(store) if isinstance(each, SQLTrackerStore)), None)


def read(store: TrackerStore, conversation: str) -> list[dict[str, Any]]:
    """Return all events of a conversation, those of earlier sessions, too."""
    main = _main(store)
    if isinstance(main, SQLTrackerStore):
        event = main.SQLEvent
        with main.session_scope() as session:
            found = session.query(event.data).filter(event.sender_id == conversation)
            return [json.loads(data) for (data,) in found.order_by(event.id)]
    if isinstance(main, InMemoryTrackerStore):
        kept = main.store.get(conversation)
        return list(json.loads(kept)["events"]) if kept else []
    raise UnknownStoreError(f"{type(main).__name__}: conversations cannot be read whole")


def delete(store: TrackerStore, conversation: str) -> None:
    """Delete all events of a conversation.

    Rasa's fail-safe store writes to memory what its database refused; that goes, too.

    Raises:
        UnknownStoreError: the store is of another kind.
    """
    for each in _all(store):
        if isinstance(each, SQLTrackerStore):
            rows = delete_from(each.SQLEvent).where(each.SQLEvent.sender_id == conversation)
            with each.engine.connect() as connection, sqlite.on_disk(connection):
                connection.execute(rows.execution_options(synchronize_session=False))
            if isinstance(each, ConversationStore):
                each.forget(conversation)
        elif isinstance(each, InMemoryTrackerStore):
            each.store.pop(conversation, None)
        else:
            raise UnknownStoreError(f"{type(each).__name__}: nothing can be deleted from it")


def _main(store: TrackerStore) -> TrackerStore:
    return store._tracker_store if isinstance(store, FailSafeTrackerStore) else store


def _all(store: TrackerStore) -> Iterator[TrackerStore]:
    yield _main(store)
    if isinstance(store, FailSafeTrackerStore) and store._fallback_tracker_store is not None:
        yield store._fallback_tracker_store
