"""Serves the assistant: Rasa's channels, the website and its chat in one process, on one port.

Rasa's own HTTP API stays off.
"""

from __future__ import annotations

import asyncio
from asyncio import AbstractEventLoop
from functools import partial
from pathlib import Path

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, UserMessage
from rasa.core.run import close_resources, create_http_input_channels, load_agent_on_start
from rasa.core.tracker_store import FailSafeTrackerStore
from rasa.core.utils import AvailableEndpoints
from rasa.shared.exceptions import RasaException
from sanic import Sanic
from sqlalchemy.exc import OperationalError

from bot import database, logs, metrics, openness, serving, training
from bot.channels.conversations import LOCK_TURN, was_said
from bot.channels.website import WebsiteInput
from bot.engine import endpoints
from bot.helpdesk import hold, officers
from bot.helpdesk.console.routes import add_console
from bot.helpdesk.desk import Desk
from bot.helpdesk.report.collect import keep_collecting
from bot.privacy import erasure, events, keeping
from bot.requests import CheckedRequest, add_refusals
from bot.retention import keep_deleting
from bot.training import ROOT
from bot.watch import add_watch
from bot.web.pages import add_pages

_MOST_BYTES = 128 * 1024
_SLOWEST = 10
"""Seconds in which a request's head must have come whole; for its body it has sanic's minute."""


def serve(model: Path, scripts: Path, host: str, port: int) -> None:
    """Serve a trained model and the built widget until stopped; say how to talk to it.

    Raises:
        BrokenModelError: the model is not the one that was trained, or cannot be loaded.
        RuntimeError: something else is missing; says what.
    """
    training.check(model)

    def begun() -> None:
        address = f"http://{host}:{port}"
        print(
            f"Partneris is ready: open {address} in a browser.\n"
            f"The model is {model.name}.\n\n"
            "Or talk to it from another terminal:\n"
            f"  .venv/bin/partneris ask --url {address}\n"
            f"  .venv/bin/partneris ask --url {address} 'Kāds ir termiņš?'\n"
            f"  curl -s {address}/webhooks/rest/webhook -H 'Content-Type: application/json' \\\n"
            """    -d '{"sender": "me", "message": "What is the deadline?"}'\n\n"""
            f"{_console(address)}\n\n"
            "Stop it with Ctrl-C.",
            flush=True,
        )

    logs.configure()
    try:
        configured = endpoints(persistent=True)
        app = application(model, scripts, configured)
        openness.check(host, app, app.ctx.channels, configured.action)
        serving.run(app, host, port, begun)
    except RasaException as error:
        raise RuntimeError(str(error)) from None
    except OperationalError as error:
        raise RuntimeError(f"the database cannot be reached: {error.orig}") from None


def _console(address: str) -> str:
    """Say where officers answer, or how to let one in."""
    if officers.count():
        return f"Officers answer at {address}/console."
    return (
        "Nobody may sign in to the officers' console yet; to let somebody in:\n"
        "  .venv/bin/partneris officer add anna@example.lv --name 'Anna Bērziņa' --field school"
    )


def application(model: Path, scripts: Path, configured: AvailableEndpoints) -> Sanic:
    """Return the application with all routes; it loads the model when it starts."""
    app = Sanic("partneris", configure_logging=False, request_class=CheckedRequest)
    # sanic reads a whole body before anybody can refuse it
    app.config.REQUEST_MAX_SIZE = app.config.WEBSOCKET_MAX_SIZE = _MOST_BYTES
    app.config.REQUEST_TIMEOUT = _SLOWEST
    add_refusals(app)
    channels = app.ctx.channels = create_http_input_channels(None, str(ROOT / "credentials.yml"))
    _register(channels, app)
    (website,) = (channel for channel in channels if isinstance(channel, WebsiteInput))
    website.attach(app)
    periods = keeping.configured()
    add_pages(app, scripts, periods)
    database.upgrade()
    desk = app.ctx.desk = Desk(app, channels)
    add_console(app, scripts)
    add_watch(app)
    events.use(lambda: app.ctx.agent.tracker_store)
    load = partial(load_agent_on_start, str(model), configured, None)
    app.register_listener(load, "before_server_start")
    app.register_listener(partial(_know_the_model, model), "before_server_start")
    app.register_listener(_trust_nothing_but_the_store, "before_server_start")
    app.register_listener(close_resources, "after_server_stop")

    async def begin_tasks(app: Sanic, loop: AbstractEventLoop) -> None:
        app.add_task(keep_collecting(app))
        app.add_task(keep_deleting(app, periods))
        app.add_task(erasure.keep_erasing(app))
        app.add_task(desk.keep_delivering())

    app.register_listener(begin_tasks, "after_server_start")
    app.register_listener(_end_tasks, "after_server_stop")
    return app


def _register(channels: list[InputChannel], app: Sanic) -> None:
    """Add the channels' routes; each message goes to Rasa, or to the officer who has it."""

    async def handle(message: UserMessage) -> None:
        agent = app.ctx.agent
        with metrics.turn(str(message.input_channel), message.sender_id) as turn:
            async with agent.lock_store.lock(message.sender_id, wait_time_in_seconds=LOCK_TURN):
                if await _was_answered(agent, message):
                    turn.state = "repeated"
                    return
                await hold.handle(agent, message, turn)
                await erasure.finish(agent.tracker_store, message.sender_id)

    for channel in channels:
        app.blueprint(channel.blueprint(handle), url_prefix=f"/webhooks/{channel.url_prefix()}")


async def _was_answered(agent: Agent, message: UserMessage) -> bool:
    """Tell whether another process was faster with a messenger's message, which has an id."""
    if not (message.metadata or {}).get("live"):
        return False
    return await was_said(agent, message.sender_id, message.message_id)


async def _know_the_model(model: Path, app: Sanic, loop: AbstractEventLoop) -> None:
    """Let nobody wait at a server that has no model: Rasa would start without one.

    Raises:
        BrokenModelError: the file is whole, but the program cannot load it; the log says why.
    """
    if not app.ctx.agent.is_ready():
        raise training.BrokenModelError(
            f"{model} cannot be loaded by this program; name another one, or make it anew with:"
            " partneris train --force"
        )
    metrics.MODEL.info({"name": model.name})


async def _trust_nothing_but_the_store(app: Sanic, loop: AbstractEventLoop) -> None:
    """Let a message fail while the conversations cannot be read or kept, so that it comes again.

    Rasa would take the conversation for a new one, and keep what is said until the next start.
    """
    agent = app.ctx.agent
    if isinstance(agent.tracker_store, FailSafeTrackerStore):
        agent.tracker_store = agent.tracker_store._tracker_store
    if agent.processor:
        agent.processor.tracker_store = agent.tracker_store


async def _end_tasks(app: Sanic, loop: AbstractEventLoop) -> None:
    """End what still waits (sockets' pings, the next deletion), so that nothing is reported."""
    tasks = asyncio.all_tasks(loop) - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
