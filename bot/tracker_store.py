"""Rasa's SQL tracker store, fit for long conversations and for a database that goes away.

After a restart of PostgreSQL each connection of Rasa's own pool fails once, and the error's text
has what the person wrote in it; so connections are tried first, and values stay out of errors.
For each message Rasa reads all events of the session, builds the conversation anew from them,
looking for each event's class among all subclasses, and copies, searches and writes down all of
them several times. Here a process remembers the conversations that it had last; one that another
process has added to since is read again. And Rasa gets the last turns only, with all slots: so a
message costs the same however long the conversation is. `retrieve_full_tracker` gives all. Of the
twenty events of a message Rasa makes an object and a statement each; here they go in one.
"""

from __future__ import annotations

import copy
import json
from collections import OrderedDict
from functools import cache
from typing import Any, NamedTuple

from rasa.core.tracker_store import SQLTrackerStore, create_engine_kwargs
from rasa.shared.core.events import Event, SessionStarted
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.utils.common import all_subclasses
from sqlalchemy import bindparam, create_engine, func, insert, select
from sqlalchemy.engine import URL, Connection, Engine
from sqlalchemy.event import listens_for
from sqlalchemy.orm import Query, Session, sessionmaker
from sqlalchemy.pool import QueuePool

from bot import database, sqlite
from bot.recent import recent

_REMEMBERED = 500
"""Conversations: about 20 MB with twenty messages each."""
_TURNS = 20
"""More than a window or messenger ever sends again, since what was said is looked for in them."""
_EVENTS: Any = SQLTrackerStore.SQLEvent.__table__
_NEWEST = (
    select(_EVENTS.c.id, _EVENTS.c.timestamp)
    .where(_EVENTS.c.sender_id == bindparam("conversation"))
    .order_by(_EVENTS.c.id.desc())
    .limit(1)
)
_KEEP = insert(_EVENTS).inline()


class _Known(NamedTuple):
    newest: tuple[int, float]
    """Number and time of the last event in the database."""
    tracker: DialogueStateTracker
    """The last turns."""


class ConversationStore(SQLTrackerStore):
    """Keeps conversations in SQLite or PostgreSQL, and the last ones in memory, too."""

    engine: Any

    def __init__(self, *args: Any, **values: Any) -> None:
        self._known: OrderedDict[str, _Known] = OrderedDict()
        super().__init__(*args, **values)
        first = self.engine
        first.dispose()
        self.engine = _engine(first.url)
        self._asking = database.alone(self.engine)
        self.sessionmaker = sessionmaker(bind=self.engine)

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Return the last turns of the conversation's last session (see parent class)."""
        with self._asking.connect() as connection:
            newest = _newest(connection, sender_id)
        known = self._known.get(sender_id)
        if known is None or known.newest != newest:
            self.forget(sender_id)
            tracker = await super().retrieve(sender_id)
            if tracker is None or newest is None:
                return tracker
            known = _Known(newest, recent(tracker, _TURNS))
        self._remember(sender_id, known)
        return _copy(known.tracker)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Write the events that are not there yet (see parent class)."""
        await self.stream_events(tracker)
        name, new = tracker.sender_id, _new(tracker)
        rows = [_row(name, event) for event in (self._missing(tracker) if new is None else new)]
        known = self._known.pop(name, None)
        if new is None or _begins_session(new):
            known = None  # the database tells best where a session begins
        before = newest = None
        with self.engine.begin() as connection:
            if known:
                before = _newest(connection, name)
            if rows:
                connection.execute(_KEEP, rows)
            if known:
                newest = _newest(connection, name)
        tracker.stored = len(tracker.events)
        if known and newest and known.newest == before:  # else another process has added to it
            self._remember(name, _Known(newest, _copy(recent(tracker, _TURNS))))

    def forget(self, sender_id: str) -> None:
        """Let go of a conversation that is another one in the database by now, or was deleted."""
        self._known.pop(sender_id, None)

    async def _retrieve(
        self, sender_id: str, fetch_events_from_all_sessions: bool
    ) -> DialogueStateTracker | None:
        with self.session_scope() as session:
            rows = self._event_query(session, sender_id, fetch_events_from_all_sessions)
            events = [
                _event(json.loads(data)) for (data,) in rows.with_entities(self.SQLEvent.data)
            ]
        if not events:
            return None
        return DialogueStateTracker.from_events(sender_id, events, self.domain.slots)

    async def stream_events(self, tracker: DialogueStateTracker) -> None:
        """Tell the event broker what is new (see parent class)."""
        new = _new(tracker)
        if new is None:
            await super().stream_events(tracker)
        elif self.event_broker is not None:
            await self._stream_new_events(self.event_broker, new, tracker.sender_id)

    def _event_query(
        self, session: Session, sender_id: str, fetch_events_from_all_sessions: bool
    ) -> Query:
        """Return the query of the events, of all sessions or of the last one.

        Rasa goes by the events' time: of what was said after the clock was set back it would read
        nothing, and answer again what is sent again.
        """
        event = self.SQLEvent
        found = session.query(event).filter(event.sender_id == sender_id)
        if not fetch_events_from_all_sessions:
            begun = (
                session.query(func.max(event.id))
                .filter(event.sender_id == sender_id)
                .filter(event.type_name == SessionStarted.type_name)
            )
            found = found.filter(event.id >= func.coalesce(begun.scalar_subquery(), 0))
        return found.order_by(event.id)

    def _missing(self, tracker: DialogueStateTracker) -> list[Event]:
        """Return what the database has not, of a conversation that Rasa made."""
        with self.session_scope() as session:
            return list(self._additional_events(session, tracker))

    def _remember(self, sender_id: str, known: _Known) -> None:
        self._known[sender_id] = known
        self._known.move_to_end(sender_id)
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(
            url, **create_engine_kwargs(url), pool_pre_ping=True, hide_parameters=True
        )
    made = create_engine(
        url,
        hide_parameters=True,
        poolclass=QueuePool,  # to open the file anew for each question takes longer than to read it
        connect_args={"check_same_thread": False},
    )

    @listens_for(made, "connect")
    def prepare(connection: Any, record: object) -> None:
        sqlite.prepare(connection)
        # What was saved is the system's, whoever kills this process; only a failure of power could
        # take what the system has not brought to the disk yet, and that is not waited for.
        connection.execute("PRAGMA synchronous=NORMAL")

    return made


def _newest(connection: Connection, conversation: str) -> tuple[int, float] | None:
    row = connection.execute(_NEWEST, {"conversation": conversation}).first()
    return tuple(row) if row else None


def _row(conversation: str, event: Event) -> dict[str, Any]:
    """Return an event as Rasa's own store keeps it."""
    data = event.as_dict()
    return {
        "sender_id": conversation,
        "type_name": event.type_name,
        "timestamp": data.get("timestamp"),
        "intent_name": data.get("parse_data", {}).get("intent", {}).get("name"),
        "action_name": data.get("name"),
        "data": json.dumps(data),
    }


def _copy(tracker: DialogueStateTracker) -> DialogueStateTracker:
    """Return a conversation that can go on without changing the remembered one.

    `stored` is how many of its events are in the database.
    """
    made = copy.copy(tracker)
    made.events = tracker.events.copy()
    made.stored = len(made.events)
    made.slots = copy.deepcopy(tracker.slots)
    made.active_loop = copy.copy(tracker.active_loop)
    return made


def _new(tracker: DialogueStateTracker) -> list[Event] | None:
    """Return the events that are not in the database; none where Rasa made the conversation."""
    stored = getattr(tracker, "stored", None)
    return None if stored is None else list(tracker.events)[stored:]


def _begins_session(events: list[Event]) -> bool:
    return any(isinstance(event, SessionStarted) for event in events)


@cache
def _kinds() -> dict[str, type[Event]]:
    return {kind.type_name: kind for kind in all_subclasses(Event)}


def _event(data: dict[str, Any]) -> Event:
    return _kinds()[data["event"]]._from_parameters(data)
