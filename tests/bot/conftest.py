"""The helpdesk's database: SQLite as embedded, PostgreSQL as in production."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import database
from tests import postgres


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    with postgres.running() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def both(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Each test on both databases, empty and with all tables."""
    sqlite = request.param == "sqlite"
    address = (
        f"sqlite:///{tmp_path / 'partneris.db'}"
        if sqlite
        else request.getfixturevalue("postgresql")
    )
    monkeypatch.setenv(database.VARIABLE, address)
    database.upgrade()
    yield
    with database.engine().begin() as connection:
        for table in reversed(database.Base.metadata.sorted_tables):
            connection.execute(table.delete())
