"""How the server is: /health, /ready and /metrics.

`/ready` names what is missing, never why: the log has that.
"""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable

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
    parts: dict[str, Callable[[], None]] = {"database": lambda: _reach(database.engine())}
    store, locks = agent.tracker_store, agent.lock_store
    if isinstance(store, SQLTrackerStore):
        parts["conversations"] = lambda: _reach(store.engine)
    if isinstance(locks, SharedLocks):
        parts["locks"] = locks.ping
    works = await asyncio.gather(*(_works(name, check) for name, check in parts.items()))
    return sorted(name for name, good in zip(parts, works, strict=True) if not good)


def _reach(engine: Engine) -> None:
    with engine.connect().execution_options(reads=True) as connection:
        connection.execute(text("SELECT 1"))


async def _works(name: str, check: Callable[[], None]) -> bool:
    try:
        await asyncio.wait_for(asyncio.to_thread(check), _WITHIN)
    except Exception as error:  # whatever it is, people cannot be answered
        LOG.error("%s cannot be reached: %s", name, type(error).__name__)
        return False
    return True


async def _metrics(request: Request) -> HTTPResponse:
    if not is_own_machine(request) and not has_token(request, os.environ.get(TOKEN, "")):
        return response.empty(status=403)
    broker = request.app.ctx.agent.tracker_store.event_broker
    metrics.BROKER.set(broker is None or broker.is_ready())
    body = await asyncio.to_thread(generate_latest)
    return response.raw(body, content_type=CONTENT_TYPE_LATEST)
