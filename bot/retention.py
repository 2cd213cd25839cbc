"""Deletes conversations, tickets and bookings when their time is over. Rasa keeps all for ever."""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import logging
from collections.abc import Callable
from functools import partial

from rasa.core.tracker_store import TrackerStore
from sanic import Sanic
from sqlalchemy import func

from bot import clock
from bot.channels import inbox
from bot.helpdesk import officers, slots, tickets
from bot.helpdesk.report import collect
from bot.privacy import events, traces
from bot.privacy.keeping import Keeping
from core import call as calls

LOG = logging.getLogger(__name__)
_EVERY = dt.timedelta(hours=1)
_ANEW = 24
"""Rounds after which SQLite's files are written anew."""


def delete_older(store: TrackerStore, moment: dt.datetime) -> int:
    """Delete the conversations whose last event is older than a moment.

    Returns:
        How many events were deleted; none where the store keeps nothing on disk.
    """
    kept = events.sql(store)
    if kept is None:
        return 0
    event = kept.SQLEvent
    with kept.session_scope() as session:
        old = (
            session.query(event.sender_id)
            .group_by(event.sender_id)
            .having(func.max(event.timestamp) < moment.timestamp())
        )
        found = session.query(event).filter(event.sender_id.in_(old.scalar_subquery()))
        count = int(found.delete(synchronize_session=False))
        session.commit()
    return count


async def keep_deleting(app: Sanic, periods: Keeping) -> None:
    """Delete what was kept long enough, now and every hour, until the server stops.

    Not in the hour in which the clock was set: a wrong one may be put right before all is deleted.
    """
    watch = clock.Watch()
    for number in itertools.count():
        if watch.jumped_within(_EVERY.total_seconds()):
            LOG.warning("the clock was set: what is old is deleted an hour later")
        else:
            store = app.ctx.agent.tracker_store
            await delete_old(store, periods)
            if number % _ANEW == 0:
                await _in_thread(partial(traces.rewrite, store))
        await asyncio.sleep(_EVERY.total_seconds())


async def delete_old(store: TrackerStore, periods: Keeping) -> None:
    """Delete what was kept long enough, in all tables; one that fails does not stop the others."""
    keep = dt.timedelta(days=periods.keep_days)
    keep_report = dt.timedelta(days=periods.keep_report_days)
    # a slot's time is that of the call, which a demonstration's clock sets
    moment, slots_moment = dt.datetime.now(dt.UTC), clock.now(calls.newest().timezone)
    for delete in (
        partial(delete_older, store, moment - keep),
        partial(tickets.delete_older, moment - keep),
        partial(slots.delete_older, slots_moment - keep),
        partial(inbox.delete_older, moment - keep),
        partial(collect.delete_older, moment - keep_report, slots_moment - keep_report),
        officers.delete_old_sign_ins,
        partial(traces.empty_logs, store),
    ):
        await _in_thread(delete)


async def _in_thread(delete: Callable[[], object]) -> None:
    try:
        await asyncio.to_thread(delete)
    except Exception:  # the next hour tries again; people must not notice
        LOG.exception("what is old could not be deleted")
