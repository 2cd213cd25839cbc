"""All of the production set-up, once for these tests: two processes behind nginx."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg2
import pytest

from bot import clock, database
from bot.demo.standins.slack import SlackStandIn
from bot.training import ROOT
from tests.conftest import NOW
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

LOCK_SECONDS = 10
"""A killed process holds a conversation that long; shorter than in production."""


@dataclass
class Cluster:
    """What runs."""

    postgresql: PostgreSQL
    redis: Redis
    rabbitmq: RabbitMQ
    first: Partneris
    second: Partneris
    nginx: Nginx
    slack: SlackStandIn

    def events(self, conversation: str) -> list[dict[str, Any]]:
        """Return the events of a conversation, in order."""
        connection = psycopg2.connect(self.postgresql.address("conversations"))
        with connection, connection.cursor() as cursor:
            cursor.execute(
                "SELECT data FROM events WHERE sender_id = %s ORDER BY id", (conversation,)
            )
            found = [json.loads(data) for (data,) in cursor]
        connection.close()
        return found

    def said(self, conversation: str) -> list[tuple[str, str]]:
        """Return who said what."""
        return [
            (event["event"], event.get("text") or "")
            for event in self.events(conversation)
            if event["event"] in ("user", "bot") and event.get("text")
        ]


@pytest.fixture(scope="session")
def running() -> Iterator[Cluster]:
    """Yield the cluster, which ends with the tests."""
    with ExitStack() as stack, pytest.MonkeyPatch.context() as patch:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="production-")))
        folder.chmod(0o755)  # each service runs as its own user

        def started(service: Any) -> Any:
            assert isinstance(service, Service)
            stack.callback(service.stop)
            service.start()
            return service

        postgresql = started(PostgreSQL(folder))
        for name in ("partneris", "conversations"):
            postgresql.create(name)
        redis, rabbitmq = started(Redis(folder)), started(RabbitMQ(folder))
        slack = stack.enter_context(SlackStandIn())
        ports = free_port(), free_port()
        nginx = started(Nginx(folder, *ports))
        environment = {
            **os.environ,
            **slack.environment,
            "PYTHONPATH": str(ROOT),
            clock.VARIABLE: NOW,
            "PARTNERIS_SECRET": "the same secret for both processes",
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
            "TICKET_LOCK_LIFETIME": str(LOCK_SECONDS),
        }
        patch.setenv(database.VARIABLE, environment[database.VARIABLE])
        first, second = (
            started(Partneris(folder, number, port, environment))
            for number, port in enumerate(ports, start=1)
        )
        slack.connect(nginx.url)
        yield Cluster(postgresql, redis, rabbitmq, first, second, nginx, slack)


@pytest.fixture
def cluster(running: Cluster) -> Cluster:
    """Return the cluster with all its parts running, whatever the test before did."""
    parts = (
        running.postgresql, running.redis, running.rabbitmq, running.first, running.second,
        running.nginx,
    )  # fmt: skip
    for part in parts:
        if not part.running:
            part.start()
    return running
