"""How the server is: /health, /ready and /metrics.

`/ready` names what is missing, never why: the log has that. A full disk lets databases be read for
a long time yet, so it is looked for by itself.
"""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from rasa.core.agent import Agent
from rasa.core.tracker_store import SQLTrackerStore
from sanic import Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse
from sqlalchemy import text
from sqlalchemy.engine import Engine

from bot import database, metrics
from bot.channels.addresses import has_token, is_own_machine
from bot.locks import SharedLocks

LOG = logging.getLogger(__name__)
TOKEN = "PARTNERIS_METRICS_TOKEN"
"""Variable with the token with which `/metrics` may be read from elsewhere."""
_WITHIN = 5.0
"""Seconds that a part may take to answer."""
_ROOM = 8 * 1024 * 1024
"""Bytes that must be free where SQLite's files are: its journals need room beside the messages."""
_SPILL = (
    "SELECT count(*) FROM (SELECT repeat(md5(n::text), 16) AS words"
    " FROM generate_series(1, 2000) AS n ORDER BY words) AS sorted"
)
"""Sorts a megabyte, which PostgreSQL with little memory does on its disk; nothing of it stays."""


def add_watch(app: Sanic) -> None:
    """Add the routes."""
    for path, handler in {"/health": _health, "/ready": _ready, "/metrics": _metrics}.items():
        app.add_route(handler, path, methods=["GET"], name=path.strip("/"))


async def _health(request: Request) -> HTTPResponse:
    return response.json({"status": "ok"})


async def _ready(request: Request) -> HTTPResponse:
    missing = await _missing(request.app)
    if missing:
        return response.json({"status": "not ready", "missing": missing}, status=503)
    return response.json({"status": "ready"})


async def _missing(app: Sanic) -> list[str]:
    """Return the names of the parts without which nobody is answered."""
    if app.ctx.stopping:
        return ["server"]
    agent: Agent = app.ctx.agent
    if not agent.is_ready():
        return ["model"]
    engines = {"database": database.engine()}
    store, locks = agent.tracker_store, agent.lock_store
    if isinstance(store, SQLTrackerStore):
        engines["conversations"] = store.engine
    checks: dict[str, Callable[[], None]] = {
        name: partial(_reach, engine) for name, engine in engines.items()
    }
    if isinstance(locks, SharedLocks):
        checks["locks"] = locks.ping
    missing = await _failing(checks)
    reached = {name: engine for name, engine in engines.items() if name not in missing}
    full = await _failing({name: partial(_find_room, each) for name, each in reached.items()})
    return sorted([*missing, *(["disk"] if full else [])])


async def _failing(checks: dict[str, Callable[[], None]]) -> list[str]:
    """Return the names of what does not work."""
    works = await asyncio.gather(*(_works(name, check) for name, check in checks.items()))
    return [name for name, good in zip(checks, works, strict=True) if not good]


def _find_room(engine: Engine) -> None:
    """Look whether a database can keep what will be said.

    Raises:
        OSError: SQLite's disk is full, or nearly.
        SQLAlchemyError: PostgreSQL cannot write.
    """
    if engine.dialect.name == "sqlite":
        folder = Path(engine.url.database).parent
        if shutil.disk_usage(folder).free < _ROOM:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL work_mem = '64kB'"))
        connection.execute(text(_SPILL))


def _reach(engine: Engine) -> None:
    with engine.connect().execution_options(reads=True) as connection:
        connection.execute(text("SELECT 1"))


async def _works(name: str, check: Callable[[], None]) -> bool:
    try:
        await asyncio.wait_for(asyncio.to_thread(check), _WITHIN)
    except Exception as error:  # whatever it is, people cannot be answered
        LOG.error("%s cannot be used: %s", name, type(error).__name__)
        return False
    return True


async def _metrics(request: Request) -> HTTPResponse:
    if not is_own_machine(request) and not has_token(request, os.environ.get(TOKEN, "")):
        return response.empty(status=403)
    broker = request.app.ctx.agent.tracker_store.event_broker
    metrics.BROKER.set(broker is None or broker.is_ready())
    body = await asyncio.to_thread(generate_latest)
    return response.raw(body, content_type=CONTENT_TYPE_LATEST)
