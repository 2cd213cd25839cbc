"""Rasa's conversations on a real PostgreSQL that loses its connections."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.utils.endpoints import EndpointConfig
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from bot.tracker_store import ConversationStore
from tests import postgres

_WORDS = "mans noslēpums"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    if not Path("/usr/lib/postgresql").exists():
        pytest.skip("PostgreSQL is not installed")
    with postgres.running() as url:
        yield url


def _store(address: str) -> ConversationStore:
    """Return the store as deploy/endpoints.yml names it."""
    config = EndpointConfig(address, type="bot.tracker_store.ConversationStore")
    store = TrackerStore.create(config, Domain.empty())
    assert isinstance(store, ConversationStore)
    return store


def _say(store: ConversationStore, conversation: str) -> None:
    async def say() -> None:
        tracker = await store.get_or_create_tracker(conversation)
        tracker.update(UserUttered(_WORDS))
        await store.save(tracker)

    asyncio.run(say())


def _said(store: ConversationStore, conversation: str) -> int:
    tracker = asyncio.run(store.retrieve_full_tracker(conversation))
    return sum(isinstance(event, UserUttered) for event in tracker.events) if tracker else 0


def test_two_processes_may_make_its_tables_at_once(address: str) -> None:
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(_store, [address] * 2)
    _say(one, "a")
    _say(other, "a")
    assert _said(one, "a") == _said(other, "a") == 2


def test_a_connection_that_was_cut_is_made_anew(address: str) -> None:
    store, other = _store(address), _store(address)
    _say(store, "b")
    with other.engine.begin() as connection:
        connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                 " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'")
        )  # fmt: skip
    _say(store, "b")
    assert _said(store, "b") == 2


def test_an_error_does_not_tell_what_was_written(address: str) -> None:
    store = _store(address)
    with pytest.raises(SQLAlchemyError) as error:
        _say(store, "c" * 300)  # too long a name
    assert _WORDS not in str(error.value)
