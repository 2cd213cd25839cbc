"""Reads conversations, tickets and bookings into the report's tables before they are deleted.

A row a message of a person, a row a ticket, a row a booking. What names somebody stays behind:
the conversation's name becomes a keyed hash, and of texts only those that something can be learned
from are kept, masked.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import logging
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any, Literal

from rasa.core.tracker_store import TrackerStore
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.core.events import (
    BotUttered,
    ConversationPaused,
    ConversationResumed,
    SlotSet,
    UserUttered,
)
from sanic import Sanic
from sqlalchemy import and_, delete, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from actions.handover import HUMAN
from bot import clock, database
from bot.channels.clean import visible
from bot.channels.conversations import FEEDBACK
from bot.channels.sessions import pseudonym
from bot.helpdesk.report.masking import mask
from bot.helpdesk.report.tables import BookingFiguresRow, ReadRow, TicketFiguresRow, TurnRow
from bot.helpdesk.tables import BookingRow, TicketRow
from bot.nlu.language import OTHER
from bot.privacy import events as events_of
from bot.responses import LANGUAGES
from core import call as calls

State = Literal["answered", "asked_back", "refused", "not_understood", "small_talk", "with_officer"]
LOG = logging.getLogger(__name__)
_EVERY = dt.timedelta(hours=1)
_AT_ONCE = 200
"""Conversations that are read and written in one go."""
_OVERLAP = 200
"""Events that are read again: on PostgreSQL a number may show later than the one after it."""
_OF_TICKET = (
    "requested_at", "channel", "field", "language", "reason", "officer_id", "claimed_at",
    "answered_at", "ended_at", "end_reason",
)  # fmt: skip
_OFFERED = "offered_topic"
_TALK = ("insult", "distress")
_NOT_OURS = ("out_of_scope", "near_miss_")
_SPOKEN = (UserUttered.type_name, BotUttered.type_name)
_PAUSES = (ConversationPaused.type_name, ConversationResumed.type_name)


def collect(store: TrackerStore) -> int:
    """Bring the report's tables up to date.

    Conversations that had an event since the last time are read whole, so that a judgement that
    comes later changes the row of its message; read twice, nothing is doubled.

    Returns:
        How many messages were read; none where the store keeps nothing on disk.
    """
    _keep(TicketFiguresRow, _tickets())
    _keep(BookingFiguresRow, _bookings())
    database_store = events_of.sql(store)
    if database_store is None:
        return 0
    event = database_store.SQLEvent
    count = 0
    with database_store.session_scope() as events:
        last = events.query(event.id, event.timestamp).order_by(event.id.desc()).first()
        if last is None:
            return 0
        first = _unread(events, event)
        changed = events.query(event.sender_id).filter(event.id >= first, event.id <= last.id)
        names = [name for (name,) in changed.distinct()]
        for start in range(0, len(names), _AT_ONCE):
            some = names[start : start + _AT_ONCE]
            rows = [
                row
                for name in some
                for row in _rows(_hash(name), _turns(_data(events, event, name)))
            ]
            _keep(TurnRow, rows)
            count += len(rows)
            left = events.query(event.sender_id).filter(event.sender_id.in_(some)).distinct()
            for name in set(some) - {each for (each,) in left}:  # deleted while they were read
                _cut_turns(name)
        _keep(ReadRow, [{"id": 1, "event": last.id, "timestamp": last.timestamp}])
    return count


def cut(conversation: str) -> None:
    """Cut what is kept of a conversation loose from it: nobody can tell whose the rows are.

    Figures stay; texts, remarks, and what the rows could be found by go.
    """
    _cut_turns(conversation)
    with database.reading() as session:
        booked = select(BookingRow).where(BookingRow.conversation == conversation)
        bookings = list(session.scalars(booked))
        asked = select(TicketRow).where(TicketRow.conversation == conversation)
        asked_for = [_figures(row) for row in session.scalars(asked)]
    now = database.now()
    for each in asked_for:
        if each["ended_at"] is None:
            each |= {"ended_at": now, "end_reason": "cancelled"}
    _keep(TicketFiguresRow, asked_for)
    today = clock.now(calls.newest().timezone)  # which bookings go by
    uids = [row.uid for row in bookings]
    with database.session() as session:
        known = delete(BookingFiguresRow).where(BookingFiguresRow.uid.in_(uids))
        session.execute(known.execution_options(synchronize_session=False))
    _keep(
        BookingFiguresRow,
        [
            _booking_figures(row)
            | {"uid": _hash(row.uid)[:36], "cancelled": _is_cancelled(row, today)}
            for row in bookings
        ],
    )


def delete_older(moment: dt.datetime, booked: dt.datetime) -> int:
    """Delete the rows of what was before a moment.

    Args:
        moment: for messages and tickets.
        booked: the same moment on the clock that bookings go by.

    Returns:
        How many rows were deleted.
    """
    chosen = (
        (TurnRow, TurnRow.at < moment),
        (TicketFiguresRow, TicketFiguresRow.requested_at < moment),
        (BookingFiguresRow, BookingFiguresRow.starts_at < booked),
    )
    with database.session() as session:
        return sum(
            session.execute(
                delete(table).where(old).execution_options(synchronize_session=False)
            ).rowcount
            for table, old in chosen
        )


def of_conversation(name: str) -> list[dict[str, Any]]:
    """Return the rows of a conversation's messages, in order."""
    hashed = _hash(name)
    with database.reading() as session:
        found = select(TurnRow).where(TurnRow.conversation == hashed).order_by(TurnRow.at)
        columns = [column.name for column in TurnRow.__table__.columns]
        return [{each: getattr(row, each) for each in columns} for row in session.scalars(found)]


def _cut_turns(conversation: str) -> None:
    hashed = _hash(conversation)
    loose = update(TurnRow).where(TurnRow.conversation == hashed)
    loose = loose.values(conversation=secrets.token_hex(32), text=None, word=None)
    with database.session() as session:
        session.execute(loose.execution_options(synchronize_session=False))


def _is_cancelled(row: BookingRow, now: dt.datetime) -> bool:
    return row.cancelled_at is not None or row.starts_at > now


async def keep_collecting(app: Sanic) -> None:
    """Collect now and every hour, until the server stops."""
    while True:
        try:
            await asyncio.to_thread(collect, app.ctx.agent.tracker_store)
        except Exception:  # the next hour tries again; people must not notice
            LOG.exception("conversations could not be collected for the report")
        await asyncio.sleep(_EVERY.total_seconds())


def _unread(events: Session, event: Any) -> int:
    """Return the number of the first event to read.

    SQLite begins anew at 1 when all events are deleted. So where the last one that was read is
    gone, all are read again.
    """
    with database.reading() as session:
        read = session.get(ReadRow, 1)
    if read is None:
        return 0
    known = events.query(event.timestamp).filter(event.id == read.event).scalar()
    return read.event + 1 - _OVERLAP if known == read.timestamp else 0


def _data(events: Session, event: Any, name: str) -> Iterator[dict[str, Any]]:
    """Yield the events of a conversation that count, in order."""
    counts = or_(
        event.type_name.in_((*_SPOKEN, *_PAUSES)),
        and_(event.type_name == SlotSet.type_name, event.action_name.in_((FEEDBACK, _OFFERED))),
    )
    found = events.query(event.data).filter(event.sender_id == name, counts).order_by(event.id)
    for (data,) in found:
        yield json.loads(data)


@dataclass
class _Turn:
    """A message of a person with what followed it."""

    message: dict[str, Any]
    paused: bool
    replies: list[dict[str, Any]] = field(default_factory=list)
    offered: bool = False
    """Whether Partneris named topics that may have been meant."""
    feedback: dict[str, Any] | None = None


def _turns(events: Iterable[dict[str, Any]]) -> list[_Turn]:
    turns: list[_Turn] = []
    by_message: dict[str, _Turn] = {}
    paused = False
    for event in events:
        kind = event["event"]
        if kind in _PAUSES:
            paused = kind == ConversationPaused.type_name
        elif kind == UserUttered.type_name and event.get("text") is not None:
            turns.append(_Turn(event, paused))
            by_message[str(event.get("message_id"))] = turns[-1]
        elif kind == SlotSet.type_name and event["name"] == FEEDBACK:
            _judge(by_message, event["value"])
        elif turns and kind == SlotSet.type_name:
            turns[-1].offered = event["value"] not in (None, HUMAN)
        elif turns and kind == BotUttered.type_name:
            turns[-1].replies.append(event.get("metadata") or {})
    return turns


def _judge(turns: dict[str, _Turn], feedback: dict[str, Any] | None) -> None:
    """Note a judgement: that of the answer `a.1` is of the message `a`."""
    if not feedback:
        return
    message, _, _ = str(feedback["message"]).rpartition(".")
    if message in turns:
        turns[message].feedback = feedback


def _rows(conversation: str, turns: list[_Turn]) -> Iterator[dict[str, Any]]:
    states = [_state(turn) for turn in turns]
    for turn, state, following in zip_longest(turns, states, states[1:]):
        if state == "asked_back" and following != "answered":
            state = "not_understood"  # none of the topics that were named was meant
        yield {"conversation": conversation, **_row(turn, state)}


def _row(turn: _Turn, state: State) -> dict[str, Any]:
    parse = turn.message.get("parse_data") or {}
    intent = parse.get("intent") or {}
    feedback = turn.feedback or {}
    learns = state == "not_understood" or feedback.get("helpful") is False
    return {
        "at": dt.datetime.fromtimestamp(turn.message["timestamp"], dt.UTC),
        "channel": turn.message.get("input_channel") or "",
        "language": _language(turn, parse, state),
        "intent": intent.get("name") or "",
        "confidence": float(intent.get("confidence") or 0),
        "nearest": _nearest(parse.get("intent_ranking") or []),
        "topics": _topics(turn),
        "state": state,
        "helpful": feedback.get("helpful"),
        "word": _masked(feedback.get("word")),
        "text": _masked(turn.message["text"]) if learns else None,
    }


def _masked(text: str | None) -> str | None:
    return mask(visible(text)) if text else None


def _hash(name: str) -> str:
    return pseudonym("report", name)


def _state(turn: _Turn) -> State:
    """Tell what became of a message, of the best of its answers if there are several."""
    if turn.paused:
        return "with_officer"
    said = _answered(turn, fallback=False)
    if any(name.startswith("ask_") for name in said):
        return "answered"
    if said:
        return "small_talk"
    names = _answered(turn, fallback=True)
    if any(name.startswith(_NOT_OURS) for name in names):
        return "refused"
    if turn.offered:
        return "asked_back"
    talk = any(name in _TALK for name in names)
    return "small_talk" if talk else "not_understood"


def _answered(turn: _Turn, *, fallback: bool) -> list[str]:
    """Return what Partneris's answers are about; officers' ones have no such mark."""
    return [
        str(reply["answered"])
        for reply in turn.replies
        if reply.get("answered") and bool(reply.get("fallback")) == fallback
    ]


def _topics(turn: _Turn) -> list[str]:
    """Return the topics that were answered."""
    names = _answered(turn, fallback=False)
    return [name.removeprefix("ask_") for name in names if name.startswith("ask_")]


def _language(turn: _Turn, parse: dict[str, Any], state: State) -> str:
    """Return the language of a message: that of its answer, since short ones are easily both."""
    identified = (parse.get("language") or {}).get("name")
    if identified == OTHER and state == "refused":
        return OTHER
    spoken = [reply["language"] for reply in turn.replies if reply.get("language")]
    for name in (*spoken, identified):
        if name in LANGUAGES:
            return name
    return OTHER


def _nearest(ranking: list[dict[str, Any]]) -> str | None:
    names = [entry["name"] for entry in ranking]
    return next((name for name in names if name != DEFAULT_NLU_FALLBACK_INTENT_NAME), None)


def _tickets() -> list[dict[str, Any]]:
    """Return what is kept of each ticket that there is: nothing of what was said or left."""
    with database.reading() as session:
        return [_figures(row) for row in session.scalars(select(TicketRow))]


def _figures(row: TicketRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _OF_TICKET} | {
        "ticket": row.id,
        "contact_left": row.contact is not None,
    }


def _bookings() -> list[dict[str, Any]]:
    with database.reading() as session:
        return [_booking_figures(row) for row in session.scalars(select(BookingRow))]


def _booking_figures(row: BookingRow) -> dict[str, Any]:
    return {
        "uid": row.uid,
        "starts_at": row.starts_at,
        "field": row.field,
        "cancelled": row.cancelled_at is not None,
    }


def _keep(table: Any, rows: list[dict[str, Any]]) -> None:
    """Write rows over those of the same key; two processes may do so at once."""
    if not rows:
        return
    make = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
    keys = [column.name for column in table.__table__.primary_key]
    # PostgreSQL refuses two of the same key at once
    rows = list({tuple(row[key] for key in keys): row for row in rows}.values())
    with database.session() as session:
        insert = make[session.get_bind().dialect.name](table)
        new = {name: insert.excluded[name] for name in rows[0] if name not in keys}
        session.execute(insert.on_conflict_do_update(index_elements=keys, set_=new), rows)
