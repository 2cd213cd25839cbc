"""Conversations come back as Rasa's own store gives them, whoever wrote last."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import SQLTrackerStore, TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    BotUttered,
    ConversationPaused,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig
from sqlalchemy import event as happening
from sqlalchemy import select, text
from sqlalchemy.exc import SQLAlchemyError

from bot import retention
from bot.privacy import events
from bot.tracker_store import ConversationStore
from bot.training import ROOT
from tests import postgres

_WORDS = "mans noslēpums"
Make = Callable[[type[SQLTrackerStore]], SQLTrackerStore]


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load(str(ROOT / "domain.yml"))


@pytest.fixture(scope="module")
def postgresql() -> Iterator[str]:
    """A server of its own: its connections are cut here."""
    with postgres.running() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path, domain: Domain) -> Make:
    """Return what opens the same new database, again and again."""

    def make(kind: type[SQLTrackerStore]) -> SQLTrackerStore:
        if request.param == "sqlite":
            return kind(domain, db=str(tmp_path / "talks.db"))
        address = request.getfixturevalue("postgresql")
        return kind(domain, dialect="postgresql+psycopg2", host=address)

    if request.param == "postgresql":
        with make(SQLTrackerStore).session_scope() as session:
            session.query(SQLTrackerStore.SQLEvent).delete()
            session.commit()
    return make


def run(work: Any) -> Any:
    return asyncio.run(work)


def begun() -> list[Event]:
    return [
        ActionExecuted("action_session_start"),
        SessionStarted(),
        ActionExecuted("action_listen"),
    ]


def said(number: int) -> list[Event]:
    intent = {"name": "ask_deadline", "confidence": 0.9}
    text, parsed = f"jautājums {number}", {"intent": intent}
    return [
        UserUttered(text, intent, parse_data=parsed, message_id=str(number)),
        SlotSet("field", "school" if number % 2 else "adult"),
        ActionExecuted("action_deadline"),
        BotUttered(f"atbilde {number}", {"sources": ["deck"]}),
        ActionExecuted("action_listen"),
    ]


async def add(store: SQLTrackerStore, events: list[Event], name: str = "a") -> None:
    tracker = await store.get_or_create_tracker(name, append_action_listen=False)
    for event in events:
        tracker.update(event, store.domain)
    await store.save(tracker)


def state(tracker: DialogueStateTracker | None) -> Any:
    assert tracker is not None
    return (
        [event.as_dict() for event in tracker.events],
        tracker.current_slot_values(),
        tracker.is_paused(),
        tracker.latest_action,
        tracker.latest_message and tracker.latest_message.text,
    )


def texts(tracker: DialogueStateTracker) -> list[str]:
    """Return what the person said."""
    return [event.text for event in tracker.events if isinstance(event, UserUttered)]


def same(store: Make, ours: ConversationStore, name: str = "a") -> None:
    """Compare with Rasa's own store on the same database, and with a new one of ours."""
    theirs = store(SQLTrackerStore)
    for read in ("retrieve", "retrieve_full_tracker"):
        wanted = state(run(getattr(theirs, read)(name)))
        assert state(run(getattr(ours, read)(name))) == wanted
        assert state(run(getattr(store(ConversationStore), read)(name))) == wanted


def test_a_conversation_is_that_of_rasas_store_after_each_message(store: Make) -> None:
    ours = store(ConversationStore)
    run(add(ours, begun()))
    for number in range(4):
        run(add(ours, said(number)))
        same(store, ours)
    run(add(ours, [ConversationPaused()]))
    same(store, ours)


def test_a_messages_events_go_in_one_statement_and_lie_there_as_rasas_own(store: Make) -> None:
    written: list[bool] = []

    def note(connection: object, cursor: object, statement: str, *rest: Any) -> None:
        if statement.startswith("INSERT"):
            written.append(rest[-1])

    ours, message = store(ConversationStore), [*begun(), *said(1), SlotSet("plan", {"months": [1]})]
    happening.listen(ours.engine, "before_cursor_execute", note)
    run(add(ours, message, "ours"))
    assert written == [True]
    run(add(store(SQLTrackerStore), message, "theirs"))
    columns = [each for each in ours.SQLEvent.__table__.c if each.name not in ("id", "sender_id")]
    with ours.engine.connect() as connection:
        one, other = (
            connection.execute(
                select(*columns).where(ours.SQLEvent.sender_id == name).order_by(ours.SQLEvent.id)
            ).all()
            for name in ("ours", "theirs")
        )
    assert len(one) == len(message)
    assert one == other


def test_what_another_process_added_is_there(store: Make) -> None:
    one, other = store(ConversationStore), store(ConversationStore)
    run(add(one, begun()))
    for number in range(6):
        run(add((one, other)[number % 2], said(number)))
        same(store, one)
        same(store, other)


def test_a_new_session_begins_anew_and_keeps_the_old_one(store: Make) -> None:
    ours = store(ConversationStore)
    run(add(ours, begun() + said(1)))
    run(add(ours, said(2)))
    time.sleep(0.01)  # sessions are told apart by their time
    run(add(ours, begun()))
    run(add(ours, said(3)))
    run(add(ours, said(4)))
    same(store, ours)
    whole = run(ours.retrieve_full_tracker("a"))
    assert texts(whole) == [f"jautājums {number}" for number in (1, 2, 3, 4)]


def test_what_is_not_saved_is_forgotten(store: Make) -> None:
    ours = store(ConversationStore)
    run(add(ours, begun() + said(1)))
    run(add(ours, [SlotSet("plan", {"months": [12]})]))
    for _ in range(2):
        tracker = run(ours.retrieve("a"))
        tracker.get_slot("plan")["months"].append(99)
        for event in said(2):
            tracker.update(event, ours.domain)
    same(store, ours)


def test_a_conversation_that_was_deleted_is_gone(store: Make) -> None:
    ours = store(ConversationStore)
    run(add(ours, begun() + said(1)))
    run(add(ours, said(2)))
    later = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=1)
    assert retention.delete_older(ours, later) > 0
    assert run(ours.retrieve("a")) is None
    run(add(ours, begun() + said(3)))
    same(store, ours)


def test_what_is_deleted_on_request_leaves_the_memory_too(store: Make) -> None:
    ours = store(ConversationStore)
    run(add(ours, begun()))
    run(add(ours, said(1)))
    assert "a" in ours._known
    events.delete(ours, "a")
    assert "a" not in ours._known
    assert run(ours.retrieve("a")) is None


def test_only_the_last_conversations_stay_in_memory(store: Make) -> None:
    ours = store(ConversationStore)
    for number in range(3):
        run(add(ours, begun(), f"b{number}"))
        run(add(ours, said(number), f"b{number}"))
        same(store, ours, f"b{number}")
    assert len(ours._known) == 3


class Broker(EventBroker):
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.told: list[dict[str, Any]] = []

    def publish(self, event: dict[str, Any]) -> None:
        self.told.append(event)


def test_of_a_long_conversation_the_last_turns_are_given_and_all_is_kept(store: Make) -> None:
    one, other = store(ConversationStore), store(ConversationStore)
    one.event_broker = other.event_broker = broker = Broker()
    run(add(one, begun()))
    run(add(one, [SlotSet("plan", {"months": [12]})]))
    for number in range(50):
        run(add((one, other)[number % 5 == 0], said(number)))  # both write in it
    wanted = [f"jautājums {number}" for number in range(50)]
    for ours in (one, other, store(ConversationStore)):
        tracker = run(ours.retrieve("a"))
        assert texts(tracker) == wanted[-20:]
        assert tracker.get_slot("plan") == {"months": [12]}
        assert tracker.latest_message.text == wanted[-1]
        assert texts(run(ours.retrieve_full_tracker("a"))) == wanted
    whole = [event.as_dict() for event in run(one.retrieve_full_tracker("a")).events]
    assert [{**event, "sender_id": "a"} for event in whole] == broker.told


def test_what_two_processes_add_at_once_is_all_kept(store: Make) -> None:
    one, other = store(ConversationStore), store(ConversationStore)
    run(add(one, begun() + said(1)))
    trackers = [run(each.retrieve("a")) for each in (one, other)]
    for number, (ours, tracker) in enumerate(zip((one, other), trackers, strict=True), start=2):
        for event in said(number):
            tracker.update(event, ours.domain)
        run(ours.save(tracker))
    wanted = ["jautājums 1", "jautājums 2", "jautājums 3"]
    assert [texts(run(each.retrieve("a"))) for each in (one, other)] == [wanted] * 2


_KILLED = """
import asyncio, os, signal, sys
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from bot.tracker_store import ConversationStore

async def say():
    for number in range(20):
        tracker = await store.get_or_create_tracker("a")
        tracker.update(UserUttered(str(number)))
        await store.save(tracker)
    os.kill(os.getpid(), signal.SIGKILL)

store = ConversationStore(Domain.empty(), db=sys.argv[1])
asyncio.run(say())
"""


def test_what_was_saved_is_there_when_the_process_is_killed(tmp_path: Path) -> None:
    path = str(tmp_path / "talks.db")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    killed = subprocess.run([sys.executable, "-c", _KILLED, path], env=environment, timeout=120)
    assert killed.returncode == -signal.SIGKILL
    tracker = run(ConversationStore(Domain.empty(), db=path).retrieve_full_tracker("a"))
    assert texts(tracker) == [str(number) for number in range(20)]


# A database that is away


def _opened(postgresql: str) -> ConversationStore:
    """Return the store as deploy/endpoints.yml names it."""
    config = EndpointConfig(postgresql, type="bot.tracker_store.ConversationStore")
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


def test_two_processes_may_make_its_tables_at_once(postgresql: str) -> None:
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(_opened, [postgresql] * 2)
    _say(one, "tables")
    _say(other, "tables")
    assert _said(one, "tables") == _said(other, "tables") == 2


def test_a_connection_that_was_cut_is_made_anew(postgresql: str) -> None:
    store, other = _opened(postgresql), _opened(postgresql)
    _say(store, "b")
    with other.engine.begin() as connection:
        connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                 " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'")
        )  # fmt: skip
    _say(store, "b")
    assert _said(store, "b") == 2


def test_an_error_does_not_tell_what_was_written(postgresql: str) -> None:
    store = _opened(postgresql)
    with pytest.raises(SQLAlchemyError) as error:
        _say(store, "c" * 300)  # too long a name
    assert _WORDS not in str(error.value)
