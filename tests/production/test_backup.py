"""Both databases as docs/operations.md backs them up and restores them."""

from __future__ import annotations

import os
import re
import secrets
import subprocess
from pathlib import Path

import psycopg2
import pytest

from bot.training import ROOT
from tests.production.conftest import Cluster

pytestmark = pytest.mark.production


def _documented(heading: str) -> str:
    """Return the commands below a heading of the page."""
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    found = re.search(rf"### {heading}\n.*?```sh\n(.*?)```", page, re.S)
    assert found is not None, heading
    return found[1]


def _count(cluster: Cluster, database: str, table: str) -> int:
    connection = psycopg2.connect(cluster.postgresql.address(database))
    with connection, connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        (count,) = cursor.fetchone() or (0,)
    connection.close()
    return int(count)


def test_what_was_backed_up_is_there_again_and_talks_go_on(
    cluster: Cluster, tmp_path: Path
) -> None:
    name = f"person-{secrets.token_hex(8)}"
    cluster.first.ask(name, "Kontakti PII")
    before = {
        ("conversations", "events"): _count(cluster, "conversations", "events"),
        ("partneris", "alembic_version"): _count(cluster, "partneris", "alembic_version"),
    }
    environment = {
        **os.environ,
        "PGHOST": "127.0.0.1",
        "PGPORT": str(cluster.postgresql.port),
        "PGUSER": "postgres",
        "BACKUP": str(tmp_path),
    }

    def run(heading: str) -> None:
        commands = _documented(heading)
        subprocess.run(["sh", "-e", "-c", commands], env=environment, check=True, cwd=tmp_path)

    run("Back up")
    cluster.first.ask(name, "this one comes after the backup")
    for process in (cluster.first, cluster.second):
        process.stop()
    run("Restore")
    assert before == {where: _count(cluster, *where) for where in before}
    cluster.second.start()
    (answer,) = cluster.second.ask(name, "un PIA?").json()
    assert "atvars.sauss@viaa.gov.lv" in answer["text"]
