"""Partneris's own database: inbox, tickets, officers, slots, reports.

SQLite in `.partneris/partneris.db`, or what PARTNERIS_DATABASE names
(`postgresql+psycopg2://user:password@host/name`). Rasa's conversations lie in its tracker store.

Each part has its tables in a `tables.py` of its own, on `Base`; each change of them is a file in
`bot/migrations/versions/` (alembic), and `upgrade` brings a database to the newest one.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from sqlalchemy import DateTime, create_engine, event
from sqlalchemy.engine import Engine, Row
from sqlalchemy.orm import Session, declarative_base
from sqlalchemy.pool import QueuePool
from sqlalchemy.types import TypeDecorator

from bot import sqlite

ROOT = Path(__file__).parent.parent
VARIABLE = "PARTNERIS_DATABASE"
_BUSY = 10
"""Seconds that a writer waits for another one."""

Base: Any = declarative_base()


class Moment(TypeDecorator):
    """A moment, kept in UTC; SQLite itself would forget the time zone."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Any) -> dt.datetime | None:
        """Return the moment as it is kept."""
        return value.astimezone(dt.UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: dt.datetime | None, dialect: Any) -> dt.datetime | None:
        """Return the moment with its time zone."""
        return value.replace(tzinfo=dt.UTC) if value else None


def url() -> str:
    """Return where the database is."""
    return os.environ.get(VARIABLE) or f"sqlite:///{ROOT / '.partneris' / 'partneris.db'}"


def engine() -> Engine:
    """Return the engine of the database, the same one for the whole process."""
    return _engine(url())


@cache
def _engine(address: str) -> Engine:
    if not address.startswith("sqlite"):
        return create_engine(
            address,
            pool_pre_ping=True,
            hide_parameters=True,  # what people write stays out of the log
            connect_args={"connect_timeout": _BUSY},
        )
    made = create_engine(
        address,
        hide_parameters=True,
        connect_args={"timeout": _BUSY, "check_same_thread": False},
        poolclass=QueuePool,  # to open a file anew for each question takes longer than to answer it
    )
    Path(made.url.database).parent.mkdir(parents=True, exist_ok=True)

    @event.listens_for(made, "connect")
    def prepare(connection: Any, record: object) -> None:
        connection.isolation_level = None  # `begin` below says when a transaction starts
        sqlite.prepare(connection)
        connection.execute("PRAGMA foreign_keys=ON")

    @event.listens_for(made, "begin")
    def begin(connection: Any) -> None:
        # at once for writing: a reader that turns writer would fail instead of wait
        reads = connection.get_execution_options().get("reads", False)
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return made


@contextmanager
def session() -> Iterator[Session]:
    """Yield a session in one transaction: all of it is kept, or nothing."""
    with Session(engine(), expire_on_commit=False) as opened, opened.begin():
        yield opened


@contextmanager
def reading() -> Iterator[Session]:
    """Yield a session that only reads: on SQLite it waits for no writer, and none waits for it."""
    with Session(engine().execution_options(reads=True), expire_on_commit=False) as opened:
        yield opened


def ask(statement: Any, **values: Any) -> list[Row]:
    """Return what a query finds that needs no transaction: nothing but it goes to the database.

    Args:
        statement: the query, made once: its text is then put together once, too.
        values: what it is asked with.
    """
    with _asking(url()).connect() as connection:
        return list(connection.execute(statement, values))


@cache
def _asking(address: str) -> Engine:
    return alone(_engine(address))


def alone(engine: Engine) -> Engine:
    """Return an engine for queries that stand alone, with the same connections."""
    if engine.dialect.name == "sqlite":
        return engine
    # psycopg2 would begin a transaction, and have it rolled back
    return engine.execution_options(isolation_level="AUTOCOMMIT")


def now() -> dt.datetime:
    """Return the present moment; never that of a demonstration, since waits are measured."""
    return dt.datetime.now(dt.UTC)


def upgrade() -> None:
    """Bring the database to the newest migrations; several processes may do so at once."""
    settings = Config()
    settings.set_main_option("script_location", str(ROOT / "bot" / "migrations"))
    settings.attributes["engine"] = engine()
    command.upgrade(settings, "head")
