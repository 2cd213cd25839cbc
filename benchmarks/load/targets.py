"""What is asked: Partneris as `make run` starts it, or the production set-up with its services."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg2

from bot import clock, database
from bot.training import ROOT
from tests.production.services import REST_TOKEN, Partneris, PostgreSQL, Service
from tests.production.setup import DATABASES, production
from tests.server import free_port

NOW = "2020-03-20T10:00"


@dataclass
class Target:
    """What runs and how it is watched."""

    title: str
    url: str
    token: str
    """Of the REST channel; empty where it needs none."""
    services: dict[str, Service]
    store: Callable[[], int]
    """Bytes of Partneris's database and of the conversations, without logs of their changes."""

    def processes(self) -> dict[str, int]:
        """Return the process of each part by its name."""
        return {name: service.pid for name, service in self.services.items()}


@contextmanager
def running(processes: int) -> Iterator[Target]:
    """Start what is asked; stop it at the end.

    Args:
        processes: how many of Partneris stand behind nginx; 0: one alone, with SQLite.
    """
    with _behind_nginx(processes) if processes else _alone() as target:
        yield target


@contextmanager
def _alone() -> Iterator[Target]:
    with TemporaryDirectory(prefix="load-") as name:
        folder = Path(name)
        files = [folder / "partneris.db", folder / "conversations.db"]
        environment = {
            "PYTHONPATH": str(ROOT),
            "PARTNERIS_SECRET": "a secret that is long enough for a run",
            clock.VARIABLE: NOW,
            database.VARIABLE: f"sqlite:///{files[0]}",
            "PARTNERIS_CONVERSATIONS": str(files[1]),
        }
        service = Partneris(folder, 1, free_port(), {**os.environ, **environment})
        try:
            service.start()
            yield Target(
                "one process with SQLite",
                service.url,
                "",
                {"Partneris": service},
                lambda: sum(_of_sqlite(file) for file in files),
            )
        finally:
            service.stop()


@contextmanager
def _behind_nginx(processes: int) -> Iterator[Target]:
    with production(processes, NOW, durable=True) as made:
        services = {
            f"Partneris {number}": process for number, process in enumerate(made.processes, start=1)
        }
        others = {
            "PostgreSQL": made.postgresql,
            "Redis": made.redis,
            "RabbitMQ": made.rabbitmq,
            "nginx": made.nginx,
        }
        yield Target(
            f"{'1 process' if processes == 1 else f'{processes} processes'} behind nginx",
            made.nginx.url,
            REST_TOKEN,
            services | others,
            lambda: _of_postgresql(made.postgresql),
        )


def _of_sqlite(file: Path) -> int:
    with closing(sqlite3.connect(file)) as connection:  # its files would count old pages, too
        ((pages,),) = connection.execute("PRAGMA page_count")
        ((size,),) = connection.execute("PRAGMA page_size")
    return int(pages) * int(size)


def _of_postgresql(server: PostgreSQL) -> int:
    with closing(psycopg2.connect(server.address("postgres"))) as connection:
        cursor = connection.cursor()
        cursor.execute(
            "SELECT sum(pg_database_size(datname)) FROM pg_database WHERE datname = ANY(%s)",
            (list(DATABASES),),
        )
        ((size,),) = cursor
    return int(size)
