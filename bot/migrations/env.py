"""Runs alembic's migrations on the database that `bot.database.upgrade` hands over."""

from __future__ import annotations

from alembic import context

from bot.database import Base

_LOCK = 20201105
"""Any number that nothing else in the database locks."""

with context.config.attributes["engine"].begin() as connection:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,  # SQLite cannot change a table in place
        transactional_ddl=True,  # the transaction is that of this file, SQLite's too
    )
    context.run_migrations()
