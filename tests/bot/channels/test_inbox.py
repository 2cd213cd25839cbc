"""The inbox: nothing is lost, nothing is taken twice; on SQLite and PostgreSQL."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot import database
from bot.channels import inbox
from bot.clock import Watch
from tests import postgres

NONE = dt.timedelta()


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path_factory.mktemp('inbox') / 'inbox.db'}"
    elif not Path("/usr/lib/postgresql").exists():
        pytest.skip("PostgreSQL is not installed")
    else:
        with postgres.running() as url:
            yield url


@pytest.fixture(autouse=True)
def empty(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(database.VARIABLE, address)
    database.upgrade()
    inbox.delete_older(database.now() + dt.timedelta(days=1))


def test_an_event_is_accepted_once_by_whoever_is_first() -> None:
    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(lambda _: inbox.accept("slack", "e", "c", {"a": 1}), range(16)))
    assert taken.count(True) == 1
    assert inbox.known("slack", "e")
    assert not inbox.known("telegram", "e")
    assert inbox.accept("telegram", "e", "c", {})


def test_a_conversation_is_worked_on_in_order_and_by_one() -> None:
    for name in ("1", "2"):
        inbox.accept("slack", name, "c", {"text": name})
    with ThreadPoolExecutor(8) as pool:
        taken = [each for each in pool.map(lambda _: inbox.take("slack", "c"), range(8)) if each]
    assert [(each.event, each.taken) for each in taken] == [("1", 1)]
    assert inbox.take("slack", "c") is None
    assert inbox.waiting("slack") == ["c"]  # the second one; the first has to be done before
    inbox.done(taken[0].id)
    second = inbox.take("slack", "c")
    assert second is not None
    assert second.payload == {"text": "2"}
    assert inbox.take("slack", "other") is None


def test_what_was_put_off_comes_again_with_what_was_sent() -> None:
    inbox.accept("slack", "1", "c", {"text": "1"})
    first = inbox.take("slack", "c")
    assert first is not None
    inbox.sent(first.id, 3)
    inbox.postpone(first.id, dt.timedelta(minutes=5))
    assert inbox.take("slack", "c") is None
    inbox.postpone(first.id, NONE)
    again = inbox.take("slack", "c")
    assert again is not None
    assert (again.sent, again.taken) == (3, 2)


def test_what_waited_too_long_is_let_go_and_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    inbox.accept("slack", "1", "c", {"text": "secret"})
    assert inbox.give_up("slack") == 0
    later = database.now() + inbox.TOO_OLD
    monkeypatch.setattr(database, "now", lambda: later)
    assert inbox.take("slack", "c") is None
    assert inbox.waiting("slack") == []
    assert inbox.give_up("slack") == 1
    assert inbox.known("slack", "1")
    with database.session() as session:
        assert session.query(inbox.InboxRow).one().payload == {}


def test_what_is_done_is_forgotten_and_stays_known_until_it_is_deleted() -> None:
    inbox.accept("slack", "1", "c", {"text": "secret"})
    row = inbox.take("slack", "c")
    assert row is not None
    inbox.done(row.id)
    assert inbox.waiting("slack") == []
    with database.session() as session:
        assert session.query(inbox.InboxRow).one().payload == {}
    assert not inbox.accept("slack", "1", "c", {})
    inbox.delete_older(database.now())
    assert inbox.accept("slack", "1", "c", {})


class Hands:
    """A clock that a test sets; `passed` goes by for all clocks, `apart` is how far it was set."""

    def __init__(self) -> None:
        self.passed = self.apart = NONE
        self._start = database.now()

    def now(self) -> dt.datetime:
        return self._start + self.passed + self.apart

    def watch(self) -> Watch:
        return Watch(lambda: self.now().timestamp(), self.passed_seconds)

    def passed_seconds(self) -> float:
        return self.passed.total_seconds()


@pytest.fixture
def hands(monkeypatch: pytest.MonkeyPatch) -> Hands:
    made = Hands()
    monkeypatch.setattr(database, "now", made.now)
    monkeypatch.setattr(inbox, "_CLOCK", made.watch())
    return made


def test_who_is_at_work_keeps_a_message_when_the_clock_is_put_forward(hands: Hands) -> None:
    inbox.accept("slack", "1", "c", {"text": "1"})
    first = inbox.take("slack", "c")
    assert first is not None
    hands.apart = dt.timedelta(hours=1)
    assert inbox.take("slack", "c") is None  # its lease seems to be over
    inbox.postpone(first.id, inbox.LEASE)
    hands.passed += inbox.LEASE - dt.timedelta(seconds=1)
    assert inbox.take("slack", "c") is None
    assert inbox.holds(first)
    hands.passed += dt.timedelta(seconds=2)  # it has not been renewed since: who had it was killed
    second = inbox.take("slack", "c")
    assert second is not None
    assert second.taken == 2
    assert inbox.holds(second)
    assert not inbox.holds(first)


def test_nothing_waits_for_an_hour_when_the_clock_is_put_back(hands: Hands) -> None:
    for name in ("1", "2"):
        inbox.accept("slack", name, "c", {"text": name})
    first = inbox.take("slack", "c")
    assert first is not None
    inbox.postpone(first.id, dt.timedelta(days=1))  # more than a message is ever put off
    hands.apart = -dt.timedelta(hours=1)
    assert inbox.waiting("slack") == ["c"]
    assert inbox.take("slack", "c") is None
    hands.passed += inbox.LEASE
    again = inbox.take("slack", "c")
    assert again is not None
    assert again.event == "1"
    inbox.done(again.id)
    hands.apart -= dt.timedelta(hours=1)
    second = inbox.take("slack", "c")  # nobody has begun it: it waits for nobody
    assert second is not None
    assert second.event == "2"
