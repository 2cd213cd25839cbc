"""The production set-up of docs/operations.md, with as many processes as are wanted."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from bot import clock, database
from bot.training import ROOT
from tests.production.services import (
    REST_TOKEN,
    Nginx,
    Partneris,
    PostgreSQL,
    RabbitMQ,
    Redis,
    Service,
)
from tests.server import free_port

ServiceT = TypeVar("ServiceT", bound=Service)
DATABASES = ("partneris", "conversations")


@dataclass
class SetUp:
    """What runs."""

    postgresql: PostgreSQL
    redis: Redis
    rabbitmq: RabbitMQ
    nginx: Nginx
    processes: list[Partneris]
    environment: dict[str, str]
    """That of the processes."""


@contextmanager
def production(
    processes: int,
    now: str,
    durable: bool = False,
    databases: Path | None = None,
    **variables: str,
) -> Iterator[SetUp]:
    """Start all of it; stop it at the end.

    Args:
        processes: how many of Partneris stand behind nginx.
        now: the moment as of which they answer.
        durable: whether PostgreSQL and Redis wait for the disk and nginx has a process a core, as
            they are installed; tests are quicker and kinder to the machine without.
        databases: folder of PostgreSQL's files; a temporary one if none is given.
        variables: further variables of the processes' environment.
    """
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="production-")))
        folder.chmod(0o755)  # each service runs as its own user

        def started(service: ServiceT) -> ServiceT:
            stack.callback(service.stop)
            service.start()
            return service

        postgresql = started(PostgreSQL(databases or folder, durable))
        for name in DATABASES:
            postgresql.create(name)
        redis, rabbitmq = started(Redis(folder, durable)), started(RabbitMQ(folder))
        ports = [free_port() for _ in range(processes)]
        nginx = started(Nginx(folder, *ports, workers="auto" if durable else "1"))
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            clock.VARIABLE: now,
            "PARTNERIS_SECRET": "the same secret for all processes",
            database.VARIABLE: postgresql.address("partneris"),
            "PARTNERIS_CONVERSATIONS": postgresql.address("conversations"),
            "PARTNERIS_REDIS": redis.url,
            "PARTNERIS_RABBITMQ_HOST": "127.0.0.1",
            "PARTNERIS_RABBITMQ_PORT": str(rabbitmq.port),
            "PARTNERIS_RABBITMQ_USER": "guest",
            "PARTNERIS_RABBITMQ_PASSWORD": "guest",
            "PARTNERIS_ENDPOINTS": str(ROOT / "deploy" / "endpoints.yml"),
            "PARTNERIS_REST_TOKEN": REST_TOKEN,
            "SANIC_PROXIES_COUNT": "1",
            **variables,
        }
        made = [
            started(Partneris(folder, number, port, environment))
            for number, port in enumerate(ports, start=1)
        ]
        yield SetUp(postgresql, redis, rabbitmq, nginx, made, environment)
