"""A conversation that stands in every table, in Rasa's database and in Partneris's own."""

from __future__ import annotations

import asyncio
import datetime as dt
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from rasa.core.agent import Agent
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.shared.core.events import SlotSet

from bot import database
from bot.channels import inbox
from bot.channels.conversations import FEEDBACK
from bot.engine import Local
from bot.helpdesk import officers, slots, tickets
from bot.helpdesk.officers import Officer
from bot.helpdesk.report import collect
from bot.helpdesk.slots import Slot
from bot.privacy import events
from bot.tracker_store import ConversationStore

MARK = "zebrasvitra"
"""Stands in everything that the person writes and leaves."""


class Talker:
    """Talks with the trained assistant, whose conversations lie in a real database."""

    def __init__(
        self, local: Local, loop: asyncio.AbstractEventLoop, store: FailSafeTrackerStore
    ) -> None:
        self._local, self._loop = local, loop
        self.store = store

    def say(self, conversation: str, *texts: str) -> str:
        """Say something and return the last answer."""
        for text in texts:
            result = self._loop.run_until_complete(self._local.send(conversation, text))
        return "\n\n".join(reply.text for reply in result.replies)

    @property
    def agent(self) -> Agent:
        return self._local._agent

    def run(self, work: object) -> object:
        return self._loop.run_until_complete(work)

    def dump(self) -> str:
        """Return all that stands in all tables of both databases."""
        engines = (events.sql(self.store).engine, database.engine())
        return "\n".join({line for engine in engines for line in _lines(engine)})

    def judge(self, conversation: str) -> None:
        """Say of the last answer that it did not help, as the website's window does."""

        async def add() -> None:
            tracker = await self.store.retrieve(conversation)
            asked = f"{tracker.latest_message.message_id}.1"
            judgement = {"message": asked, "helpful": False, "word": MARK}
            tracker.update(SlotSet(FEEDBACK, judgement))
            await self.store.save(tracker)

        self.run(add())


def _lines(engine: sa.engine.Engine) -> Iterator[str]:
    tables = sa.MetaData()
    tables.reflect(engine)
    assert tables.tables
    with engine.connect() as connection:
        for table in tables.tables.values():
            for row in connection.execute(table.select()):
                yield f"{table.name}: {' | '.join(map(str, row))}"


@pytest.fixture
def talker(
    assistant: tuple[Local, asyncio.AbstractEventLoop],
    both: None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Talker]:
    """Yield the assistant on both kinds of database; Rasa's is as new as Partneris's own."""
    local, loop = assistant
    address = os.environ[database.VARIABLE]
    sqlite = address.startswith("sqlite")
    place = {"db": str(tmp_path / "talks.db")} if sqlite else {"host": address}
    kept = ConversationStore(local._agent.domain, "sqlite" if sqlite else "postgresql", **place)
    store = FailSafeTrackerStore(kept)
    for owner in (local._agent, local._agent.processor):
        monkeypatch.setattr(owner, "tracker_store", store)
    yield Talker(local, loop, store)
    kept.SQLEvent.__table__.drop(kept.engine)
    kept.engine.dispose()


@pytest.fixture
def officer(both: None) -> Officer:
    return officers.add("anna@viaa.example", "Anna Bērziņa", "a long password", "officer",
                        ["school"], "lv")  # fmt: skip


def book(conversation: str, officer: Officer, start: dt.datetime) -> slots.Booking:
    """Book a consultation, with everything that can be told."""
    slot = Slot(officer=officer, start=start, end=start + dt.timedelta(minutes=20))
    wanted = slots.Request(
        conversation=conversation, channel="website", field="school", language="lv"
    )
    booked = slots.book(slot, wanted)
    return slots.describe(conversation, booked.id, MARK, MARK, f"{MARK}@example.lv")


def ticket(conversation: str, contact: str | None = None) -> tickets.Ticket:
    """Ask for a person."""
    wanted = tickets.Request(
        conversation=conversation,
        channel="website",
        field="school",
        language="lv",
        topic=None,
        reason="asked",
        live=True,
    )
    if contact is None:
        return tickets.request(wanted)
    return tickets.leave_contact(wanted, contact, MARK)


@pytest.fixture
def everywhere(talker: Talker, officer: Officer) -> Callable[[str], None]:
    """Return what writes a conversation into every table that there is."""

    def fill(conversation: str) -> None:
        talker.say(conversation, "Kāds ir termiņš?", "Kontakti PIA", f"{MARK} {MARK}?")
        talker.judge(conversation)
        left = ticket(conversation, f"{MARK}@example.lv")
        tickets.claim(left.id, officer.id)
        tickets.answer(left.id, officer.id, f"key-{conversation}", {"text": MARK})
        tickets.end(left.id, officer.id, "solved")
        ticket(conversation)
        number = 1 + len(slots.day_list(None, dt.date(2020, 4, 1)))
        book(conversation, officer, dt.datetime(2020, 4, 1, 9 + number, tzinfo=dt.UTC))
        inbox.accept("slack", f"event-{conversation}", conversation, {"text": MARK})
        taken = inbox.take("slack", conversation)
        assert taken is not None
        inbox.done(taken.id)
        collect.collect(talker.store)

    return fill
