"""All of the production set-up, once for these tests: two processes behind nginx."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import psycopg2
import pytest

from bot import database
from bot.demo.standins.slack import SlackStandIn
from tests.conftest import NOW
from tests.production.services import Nginx, Partneris, PostgreSQL, RabbitMQ, Redis
from tests.production.setup import production

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
        slack = stack.enter_context(SlackStandIn())
        lock = {"TICKET_LOCK_LIFETIME": str(LOCK_SECONDS)}
        made = stack.enter_context(production(2, NOW, **slack.environment, **lock))
        patch.setenv(database.VARIABLE, made.environment[database.VARIABLE])
        slack.connect(made.nginx.url)
        first, second = made.processes
        yield Cluster(made.postgresql, made.redis, made.rabbitmq, first, second, made.nginx, slack)


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
