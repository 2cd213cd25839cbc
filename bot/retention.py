"""Deletes conversations, tickets and bookings when their time is over. Rasa keeps all for ever."""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from functools import partial

from rasa.core.tracker_store import FailSafeTrackerStore, SQLTrackerStore, TrackerStore
from sanic import Sanic
from sqlalchemy import func

from bot import clock
from bot.channels import inbox
from bot.helpdesk import slots, tickets
from core import call as calls

LOG = logging.getLogger(__name__)
_EVERY = dt.timedelta(hours=1)


def delete_older(store: TrackerStore, moment: dt.datetime) -> int:
    """Delete the conversations whose last event is older than a moment.

    Returns:
        How many events were deleted; none where the store keeps nothing on disk.
    """
    if isinstance(store, FailSafeTrackerStore):
        store = store._tracker_store
    if not isinstance(store, SQLTrackerStore):
        return 0
    event = store.SQLEvent
    with store.session_scope() as session:
        old = (
            session.query(event.sender_id)
            .group_by(event.sender_id)
            .having(func.max(event.timestamp) < moment.timestamp())
        )
        found = session.query(event).filter(event.sender_id.in_(old.scalar_subquery()))
        count = int(found.delete(synchronize_session=False))
        session.commit()
    return count


async def keep_deleting(app: Sanic, keep: dt.timedelta) -> None:
    """Delete what is older than `keep`, now and every hour, until the server stops."""
    while True:
        moment = dt.datetime.now(dt.UTC) - keep
        # a slot's time is that of the call, which a demonstration's clock sets
        slots_moment = clock.now(calls.newest().timezone) - keep
        for delete in (
            partial(delete_older, app.ctx.agent.tracker_store, moment),
            partial(tickets.delete_older, moment),
            partial(slots.delete_older, slots_moment),
            partial(inbox.delete_older, moment),
        ):
            try:
                await asyncio.to_thread(delete)
            except Exception:  # the next hour tries again; people must not notice
                LOG.exception("what is old could not be deleted")
        await asyncio.sleep(_EVERY.total_seconds())
