"""Deletes a conversation on request, with all that belongs to it.

Rasa saves a conversation after its actions have run, so an action only writes down that it is to be
deleted. It is deleted when Rasa has saved it and the answer is sent, under the conversation's lock;
what was interrupted is taken up again (`keep_erasing`).
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any

from rasa.core.lock_store import LockStore
from rasa.core.tracker_store import TrackerStore
from sanic import Sanic
from sqlalchemy import bindparam, delete, select

from bot import database
from bot.channels import inbox
from bot.channels.conversations import LOCK_TURN
from bot.channels.tables import InboxRow
from bot.helpdesk.report import collect
from bot.helpdesk.tables import BookingRow, TicketRow
from bot.privacy import events, traces
from bot.privacy.tables import ErasureRow

LOG = logging.getLogger(__name__)
_EVERY = 5
"""Seconds between two looks for what was interrupted, or asked for by the command."""
_MARKS: Any = ErasureRow.__table__
_MARK = select(_MARKS.c.conversation).where(_MARKS.c.conversation == bindparam("conversation"))
"""Each message asks for it."""


def request(conversation: str) -> None:
    """Write down that a conversation is to be deleted."""
    with database.session() as session:
        session.merge(ErasureRow(conversation=conversation, requested_at=database.now()))


def requested() -> list[str]:
    """Return the conversations that are to be deleted."""
    with database.reading() as session:
        return list(session.scalars(select(ErasureRow.conversation)))


async def finish(store: TrackerStore, conversation: str) -> bool:
    """Delete a conversation if that was asked for and its last answer is sent.

    The caller holds the conversation's lock.

    Returns:
        Whether it was deleted.
    """
    if not _is_due(conversation):
        return False
    await asyncio.to_thread(erase, store, conversation)
    return True


async def finish_in_turn(locks: LockStore, store: TrackerStore, conversation: str) -> bool:
    """Do the same when it is the conversation's turn."""
    if not _is_due(conversation):
        return False
    async with locks.lock(conversation, wait_time_in_seconds=LOCK_TURN):
        return await finish(store, conversation)


async def keep_erasing(app: Sanic) -> None:
    """Delete what is still to be deleted, now and every few seconds, until the server stops."""
    while True:
        try:
            agent = app.ctx.agent
            for conversation in await asyncio.to_thread(requested):
                await finish_in_turn(agent.lock_store, agent.tracker_store, conversation)
            await asyncio.to_thread(traces.empty_left)
        except Exception:  # the next look tries again
            LOG.exception("what a person wants deleted could not be deleted")
        await asyncio.sleep(_EVERY)


def erase(store: TrackerStore, conversation: str) -> None:
    """Delete a conversation, with its tickets, bookings and messages; done again, it does no harm.

    The note that it was asked for goes last, so what breaks off is begun again.
    """
    events.delete(store, conversation)
    collect.cut(conversation)
    with database.session() as session:
        for table, chosen in (
            (TicketRow, TicketRow.conversation == conversation),
            (BookingRow, BookingRow.conversation == conversation),
            # what is not yet answered was written after the request: it begins a new conversation
            (InboxRow, (InboxRow.conversation == conversation) & InboxRow.done_at.is_not(None)),
            (ErasureRow, ErasureRow.conversation == conversation),
        ):
            rows = delete(table).where(chosen)
            session.execute(rows.execution_options(synchronize_session=False))
    traces.empty_logs(store)


def _is_due(conversation: str) -> bool:
    asked = database.ask(_MARK, conversation=conversation)
    return bool(asked) and not inbox.at_work(conversation)
