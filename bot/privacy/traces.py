"""Takes what was deleted out of the databases' files, too, where these are SQLite's.

What PostgreSQL does of itself, and when, stands in docs/privacy.md.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from rasa.core.tracker_store import TrackerStore
from sqlalchemy.engine import Engine

from bot import database, sqlite
from bot.privacy import events

_left: set[Engine] = set()
"""Those whose log was being read when it was to be emptied."""


def empty_logs(store: TrackerStore) -> None:
    """Empty the logs of both databases; one that is being read just now is left for later."""
    _empty(_of_sqlite(store))


def empty_left() -> None:
    """Empty the logs that were left."""
    _empty(tuple(_left))


def rewrite(store: TrackerStore) -> None:
    """Write both files anew: in them are copies that no deletion reaches.

    Raises:
        sqlite3.OperationalError: somebody writes for too long.
    """
    busy: sqlite3.OperationalError | None = None
    for engine in _of_sqlite(store):
        try:
            sqlite.rewrite(engine)
        except sqlite3.OperationalError as error:  # the other file can be written all the same
            busy = error
    empty_logs(store)
    if busy:
        raise busy


def _empty(engines: Iterable[Engine]) -> None:
    for engine in engines:
        if sqlite.empty_log(engine):
            _left.discard(engine)
        else:
            _left.add(engine)


def _of_sqlite(store: TrackerStore) -> list[Engine]:
    kept = events.sql(store)
    engines = [database.engine(), *([kept.engine] if kept else [])]
    return [engine for engine in engines if engine.dialect.name == "sqlite"]
