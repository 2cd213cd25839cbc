"""All of the production set-up, once for these tests: two processes behind nginx.

At the end a table tells how long the system took to be well again after each fault; it is also
written to `.partneris/recovery.md`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

import psycopg2
import pytest

from bot import database
from bot.demo.standins.slack import SlackStandIn
from bot.training import ROOT
from tests import small_disk
from tests.conftest import NOW
from tests.production.services import Nginx, Partneris, PostgreSQL, RabbitMQ, Redis
from tests.production.setup import production
from tests.small_disk import SmallDisk

_RECOVERED: list[str] = []

_DISK_MEGABYTES = 400
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
    disk: SmallDisk | None
    """PostgreSQL's; none where this user may not mount one."""
    environment: dict[str, str]
    """That of both processes, from their next start on."""

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
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="disk-")))
        folder.chmod(0o755)  # PostgreSQL runs as its own user
        disk = stack.enter_context(small_disk.mounted(folder / "disk", _DISK_MEGABYTES))
        slack = stack.enter_context(SlackStandIn())
        lock = {"TICKET_LOCK_LIFETIME": str(LOCK_SECONDS)}
        made = stack.enter_context(
            production(2, NOW, databases=disk and disk.folder, **slack.environment, **lock)
        )
        patch.setenv(database.VARIABLE, made.environment[database.VARIABLE])
        slack.connect(made.nginx.url)
        first, second = made.processes
        parts = made.postgresql, made.redis, made.rabbitmq, first, second, made.nginx
        yield Cluster(*parts, slack, disk, made.environment)


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


class Recovery(Protocol):
    """Notes how long it took to be well again after a fault."""

    def __call__(self, fault: str, first: float | None, longest: float | None = None) -> None:
        """Note it.

        Args:
            fault: in words.
            first: seconds from the fault's end to the first good answer.
            longest: seconds that somebody at a window waited at most, the fault included.
        """


@pytest.fixture
def recovered() -> Recovery:
    """Return what notes how long it took to be well again."""

    def note(fault: str, first: float | None, longest: float | None = None) -> None:
        shown = ("–" if each is None else f"{each:.1f}" for each in (first, longest))
        _RECOVERED.append(f"| {' | '.join([fault, *shown])} |")

    return note


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Tell how long it took to be well again."""
    if not _RECOVERED:
        return
    heads = (
        "| fault | seconds from its end to the first good answer | longest wait at a window |",
        "| --- | --- | --- |",
    )
    table = "\n".join([*heads, *_RECOVERED])
    terminalreporter.section("recovery")
    terminalreporter.write_line(table)
    (ROOT / ".partneris" / "recovery.md").write_text(f"{table}\n", encoding="utf-8")
