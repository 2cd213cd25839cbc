"""The inbox: nothing that came in is lost, nothing is answered twice.

A message is written down before its sender is told that it has arrived. It is then worked on, in
order within its conversation, by one process at a time: who takes it has it for `LEASE` and renews
that while at work; of a process that was stopped, the next one takes over. What was sent is counted
part by part, so that an answer that broke off goes on where it was.

Somebody may set the clock meanwhile. Then nothing is taken over for as long as those at work may
need to renew what they have by the new clock, what seems to be due in the far future is due, and
who has a message no longer learns it before the next part is sent.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from pydantic import BaseModel, ConfigDict
from sqlalchemy import delete, exists, or_, select, update
from sqlalchemy.exc import IntegrityError

from bot import clock, database
from bot.channels.tables import InboxRow

LEASE = dt.timedelta(seconds=30)
TOO_OLD = dt.timedelta(hours=6)
"""An answer to what was asked before that would only surprise."""
FURTHEST = dt.timedelta(minutes=30)
"""No message is put off for longer."""
_CLOCK = clock.Watch()


class Waiting(BaseModel):
    """A message that is being worked on."""

    model_config = ConfigDict(frozen=True, from_attributes=True)

    id: int
    event: str
    payload: dict[str, Any]
    taken: int
    sent: int


def accept(channel: str, event: str, conversation: str, payload: dict[str, Any]) -> bool:
    """Write a message down; tell whether it is new."""
    now = database.now()
    row = InboxRow(
        channel=channel,
        event=event,
        conversation=conversation,
        payload=payload,
        received_at=now,
        due_at=now,
        taken=0,
        sent=0,
    )
    try:
        with database.session() as session:
            session.add(row)
    except IntegrityError:
        return False
    return True


def known(channel: str, event: str) -> bool:
    """Tell whether a message was written down."""
    query = select(exists().where(InboxRow.channel == channel, InboxRow.event == event))
    with database.reading() as session:
        return bool(session.scalar(query))


def waiting(channel: str) -> list[str]:
    """Return the conversations with a message that may be worked on."""
    now = database.now()
    query = (
        select(InboxRow.conversation)
        .where(InboxRow.channel == channel, InboxRow.done_at.is_(None), _due(now))
        .where(InboxRow.received_at > now - TOO_OLD)
        .distinct()
    )
    with database.reading() as session:
        return list(session.scalars(query))


def take(channel: str, conversation: str) -> Waiting | None:
    """Take the oldest message of a conversation; none where none is left or another has it."""
    now = database.now()
    query = (
        select(InboxRow)
        .where(InboxRow.channel == channel, InboxRow.conversation == conversation)
        .where(InboxRow.done_at.is_(None), InboxRow.received_at > now - TOO_OLD)
        .order_by(InboxRow.id)
        .limit(1)
        .with_for_update()
    )
    unsettled = _CLOCK.jumped_within(LEASE.total_seconds())
    with database.session() as session:
        row = session.scalar(query)
        if row is None or (row.taken and (unsettled or now < row.due_at <= now + FURTHEST)):
            return None
        row.due_at = now + LEASE
        row.taken += 1
        return Waiting.model_validate(row)


def holds(waiting: Waiting) -> bool:
    """Tell whether nobody else has taken a message over."""
    query = select(InboxRow.taken).where(InboxRow.id == waiting.id, InboxRow.done_at.is_(None))
    with database.reading() as session:
        return bool(session.scalar(query) == waiting.taken)


def at_work(conversation: str) -> bool:
    """Tell whether a message of a conversation was begun and its answer is not yet sent."""
    query = select(
        exists().where(
            InboxRow.conversation == conversation,
            InboxRow.taken > 0,
            InboxRow.done_at.is_(None),
        )
    )
    with database.reading() as session:
        return bool(session.scalar(query))


def postpone(number: int, delay: dt.timedelta) -> None:
    """Let nobody take a message before a while has passed, at most `FURTHEST`."""
    _change(number, due_at=database.now() + min(delay, FURTHEST))


def sent(number: int, parts: int) -> None:
    """Remember how many parts of an answer were sent."""
    _change(number, sent=parts)


def done(number: int) -> None:
    """Remember that a message needs nothing more, and forget what was said."""
    _change(number, done_at=database.now(), payload={})


def give_up(channel: str) -> int:
    """Let go of what waited too long; return how many messages these were."""
    now = database.now()
    old = (
        update(InboxRow)
        .where(InboxRow.channel == channel, InboxRow.done_at.is_(None))
        .where(InboxRow.received_at <= now - TOO_OLD)
        .values(done_at=now, payload={})
    )
    with database.session() as session:
        return int(session.execute(old).rowcount)


def delete_older(moment: dt.datetime) -> None:
    """Delete what came in before a moment."""
    with database.session() as session:
        session.execute(delete(InboxRow).where(InboxRow.received_at < moment))


def _due(now: dt.datetime) -> Any:
    """Return the condition that a message may be worked on: it is new, or its time has come."""
    return or_(InboxRow.taken == 0, InboxRow.due_at <= now, InboxRow.due_at > now + FURTHEST)


def _change(number: int, **values: Any) -> None:
    with database.session() as session:
        session.execute(update(InboxRow).where(InboxRow.id == number).values(**values))
