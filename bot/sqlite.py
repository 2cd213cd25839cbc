"""SQLite's files: quick to write, and without what was deleted.

What is written goes into a log beside the file first (WAL): once instead of twice, and nobody who
reads waits for it. What is deleted then lies in three more places, and leaves each of them:

- in free pages and between rows: overwritten as it is deleted (`secure_delete`);
- in the log, until that is full and begun anew: it is emptied after deletions (`empty_log`);
- in pages from which SQLite moved a row to another one: the copy is nobody's and no deletion
  reaches it, so the whole file is written anew now and then (`rewrite`).
"""

from __future__ import annotations

import logging
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy.engine import Connection, Engine

LOG = logging.getLogger(__name__)
_PATIENCE = 1.0
"""Seconds that emptying waits for who reads an older state; who writes waits meanwhile."""
_TURN = 5.0
"""Seconds that rewriting waits for who writes."""
_LARGEST = 50 * 1024 * 1024
"""Bytes of a file that is written anew, in about half a second, in which messages wait."""


def prepare(connection: Any) -> None:
    """Set a new connection up."""
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA secure_delete=ON")


@contextmanager
def on_disk(connection: Connection) -> Iterator[None]:
    """Do what is in the block in a transaction that no failure of power takes back.

    Other writing does not wait for the disk (`synchronous=NORMAL` of the conversations).
    """
    of_sqlite = connection.dialect.name == "sqlite"
    if of_sqlite:
        connection.exec_driver_sql("PRAGMA synchronous=FULL")
    try:
        with connection.begin():
            yield
    finally:
        if of_sqlite:
            connection.exec_driver_sql("PRAGMA synchronous=NORMAL")


def empty_log(engine: Engine) -> bool:
    """Bring what is in the log into the file, and leave nothing in the log.

    Returns:
        Whether it is empty; not while somebody reads an older state, or the disk is full.
    """
    with (
        suppress(sqlite3.OperationalError),
        closing(sqlite3.connect(engine.url.database, timeout=_PATIENCE)) as connection,
    ):
        ((busy, *_),) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return not busy
    return False


def rewrite(engine: Engine) -> None:
    """Write the file anew, with nothing in it but what can be read; all of it is then in the log.

    Raises:
        sqlite3.OperationalError: somebody writes for too long.
    """
    path = Path(engine.url.database)
    room = shutil.disk_usage(path.parent).free // 3  # it is written twice
    if path.stat().st_size > min(_LARGEST, room):
        LOG.warning("%s is not written anew: it is too large, or the disk too full", path.name)
        return
    with closing(sqlite3.connect(path, timeout=_TURN)) as connection:
        connection.execute("VACUUM")
