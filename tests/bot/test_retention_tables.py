"""Everything is deleted when its time is over, and nothing younger, on both databases."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

from bot import clock, database, retention
from bot.channels.tables import InboxRow
from bot.helpdesk import officers
from bot.helpdesk.report.tables import BookingFiguresRow, TicketFiguresRow, TurnRow
from bot.helpdesk.tables import BookingRow, OutgoingRow, SignInRow, StepRow, TicketRow
from bot.privacy.keeping import Keeping

CALL_NOW = dt.datetime(2020, 3, 20, 12, tzinfo=dt.UTC)
"""Of the clock that consultation days go by."""
PERIODS = Keeping(keep_days=30, keep_report_days=730)
OVER, NOT_YET = dt.timedelta(minutes=1), dt.timedelta(minutes=-1)
MONTH, REPORT = dt.timedelta(days=30), dt.timedelta(days=730)


@pytest.fixture
def store(both: None, tmp_path: Path) -> Iterator[SQLTrackerStore]:
    address = os.environ[database.VARIABLE]
    sqlite = address.startswith("sqlite")
    place = {"db": str(tmp_path / "talks.db")} if sqlite else {"host": address}
    made = SQLTrackerStore(Domain.empty(), "sqlite" if sqlite else "postgresql", **place)
    yield made
    made.SQLEvent.__table__.drop(made.engine)
    made.engine.dispose()


@pytest.fixture(autouse=True)
def at_a_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.VARIABLE, "2020-03-20T14:00")


def delete(store: SQLTrackerStore) -> None:
    asyncio.run(retention.delete_old(store, PERIODS))


def left(table: type) -> list:
    with database.reading() as session:
        return list(session.scalars(sa.select(table)))


def ticket(name: str, state: str, person: dt.datetime, ended: dt.datetime | None) -> None:
    with database.session() as session:
        row = TicketRow(
            conversation=name,
            open_conversation=None if ended else name,
            channel="website",
            language="lv",
            reason="asked",
            live=True,
            state=state,
            requested_at=person,
            person_at=person,
            ended_at=ended,
        )
        session.add(row)
        session.flush()
        session.add(StepRow(ticket_id=row.id, at=person, what=name))
        session.add(
            OutgoingRow(ticket_id=row.id, key=name, message={"text": name}, created_at=person)
        )


def booking(name: str, ends: dt.datetime, cancelled: bool = False) -> None:
    officer = officers.everybody()[0]
    with database.session() as session:
        session.add(
            BookingRow(
                uid=name,
                conversation=name,
                channel="website",
                officer_id=officer.id,
                day=ends.date(),
                starts_at=ends - dt.timedelta(minutes=20),
                ends_at=ends,
                field="school",
                language="lv",
                created_at=database.now(),
                changed_at=database.now(),
                cancelled_at=database.now() if cancelled else None,
            )
        )


def test_conversations(store: SQLTrackerStore) -> None:
    now = database.now()

    async def said(name: str, *ages: dt.timedelta) -> None:
        tracker = DialogueStateTracker(name, [])
        for age in ages:
            tracker.update(UserUttered("hello", timestamp=(now - age).timestamp()))
        await store.save(tracker)

    async def play() -> None:
        await said("old", MONTH * 2, MONTH + OVER)
        await said("going on", MONTH * 2, MONTH + NOT_YET)

    asyncio.run(play())
    delete(store)
    assert set(asyncio.run(store.keys())) == {"going on"}


def test_tickets_with_steps_and_messages(store: SQLTrackerStore) -> None:
    now = database.now()
    for name, age in (("over", MONTH + OVER), ("not yet", MONTH + NOT_YET)):
        ticket(f"ended {name}", "ended", now - MONTH * 2, now - age)
        ticket(f"open {name}", "contact_left", now - age, None)
    delete(store)
    expected = {"ended not yet", "open not yet"}
    assert {row.conversation for row in left(TicketRow)} == expected
    assert {row.what for row in left(StepRow)} == expected
    assert {row.key for row in left(OutgoingRow)} == expected


def test_bookings_by_the_clock_of_the_call(store: SQLTrackerStore) -> None:
    officers.add("a@viaa.example", "Anna", "a long password", "officer", ["school"], "lv")
    booking("over", CALL_NOW - MONTH - OVER)
    booking("cancelled over", CALL_NOW - MONTH - OVER * 30, cancelled=True)
    booking("not yet", CALL_NOW - MONTH - NOT_YET * 30)
    booking("coming", CALL_NOW + MONTH)
    delete(store)
    assert {row.uid for row in left(BookingRow)} == {"not yet", "coming"}


def test_the_inbox(store: SQLTrackerStore) -> None:
    now = database.now()
    with database.session() as session:
        for name, age in (("over", MONTH + OVER), ("not yet", MONTH + NOT_YET)):
            session.add(
                InboxRow(channel="slack", event=name, conversation=name, payload={},
                         received_at=now - age, due_at=now, taken=1, sent=0)
            )  # fmt: skip
    delete(store)
    assert {row.event for row in left(InboxRow)} == {"not yet"}


def test_sign_ins_when_they_are_no_longer_good(store: SQLTrackerStore) -> None:
    officer = officers.add("a@viaa.example", "Anna", "a long password", "officer", ["school"], "lv")
    good = dt.timedelta(hours=officers.SESSION_HOURS)
    with database.session() as session:
        for name, age in (("over", good + OVER), ("not yet", good + NOT_YET)):
            session.add(
                SignInRow(
                    key_hash=name, officer_id=officer.id, csrf="c", created_at=database.now() - age
                )
            )
    delete(store)
    assert {row.key_hash for row in left(SignInRow)} == {"not yet"}


def test_the_reports_rows(store: SQLTrackerStore) -> None:
    now = database.now()
    ages = (("over", REPORT + OVER), ("not yet", REPORT + NOT_YET), ("month", MONTH + OVER))
    with database.session() as session:
        for number, (name, age) in enumerate(ages):
            session.add(
                TurnRow(conversation=name, at=now - age, channel="rest", language="lv",
                        intent="", confidence=1, topics=[], state="answered", text="?")
            )  # fmt: skip
            session.add(
                TicketFiguresRow(ticket=number, requested_at=now - age, channel=name,
                                 language="lv", reason="asked", contact_left=False)
            )  # fmt: skip
            session.add(
                BookingFiguresRow(uid=name, starts_at=CALL_NOW - age, field="school",
                                  cancelled=False)
            )  # fmt: skip
    delete(store)
    expected = {"not yet", "month"}
    assert {row.conversation for row in left(TurnRow)} == expected
    assert {row.channel for row in left(TicketFiguresRow)} == expected
    assert {row.uid for row in left(BookingFiguresRow)} == expected


def test_no_table_is_forgotten() -> None:
    """Whoever adds a table says how long its rows are kept: here and in docs/privacy.md."""
    by_time = {
        "tickets", "ticket_steps", "outgoing", "bookings", "inbox", "sign_ins", "turns",
        "ticket_figures", "booking_figures",
    }  # fmt: skip
    others = {
        "officers",  # as long as they serve
        "turns_read",  # one row without anything of a person
        "erasures",  # goes with the conversation
    }
    assert set(database.Base.metadata.tables) == by_time | others
    for language in ("", "_lv"):
        page = (Path(__file__).parents[2] / "docs" / f"privacy{language}.md").read_text()
        assert [name for name in sorted(by_time | others) if f"`{name}`" not in page] == []
