"""Opens the server, and closes it without cutting anybody off.

Sanic's own `run` takes new connections until its last listener has ended. Here the door is closed
first, then what is being answered is finished.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from collections.abc import Callable

from sanic import Sanic
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.server import AsyncioServer
from sanic.server.loop import try_use_uvloop

LOG = logging.getLogger(__name__)
_END_WITHIN = 15.0
"""Seconds that requests may take after the signal to stop, and what listeners do besides."""
_LAST_CALL = 0.2
"""Seconds in which connections are still taken that wait at the door when it is told to stop."""
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def run(app: Sanic, host: str, port: int, begun: Callable[[], None]) -> None:
    """Serve until the process is told to stop.

    Args:
        app: the application.
        host: the address to listen on.
        port: the port.
        begun: is called when everything is ready.

    Raises:
        RuntimeError: the address cannot be listened on.
    """
    try_use_uvloop()
    asyncio.run(_run(app, host, port, begun))


async def _run(app: Sanic, host: str, port: int, begun: Callable[[], None]) -> None:
    app.ctx.stopping = False
    server = await _bind(app, host, port)
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in _SIGNALS:
        loop.add_signal_handler(number, told.set)
    app.register_middleware(_part, "response")
    app.is_running = True
    await server.startup()
    await server.before_start()
    await server.start_serving()
    await server.after_start()
    begun()
    await told.wait()
    LOG.info("stopping: what is being answered is finished")
    app.ctx.stopping = True
    await asyncio.sleep(_LAST_CALL)
    server.close()
    await server.before_stop()
    await _finish(server)
    await server.after_stop()


async def _bind(app: Sanic, host: str, port: int) -> AsyncioServer:
    try:
        return await app.create_server(
            host,
            port,
            access_log=False,
            return_asyncio_server=True,
            asyncio_server_kwargs={"start_serving": False},
        )
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise RuntimeError(f"{host}:{port} cannot be listened on: {reason}") from None


def _part(request: Request, answer: HTTPResponse) -> None:
    """Let nobody keep a connection to a server that stops."""
    if request.app.ctx.stopping and request.stream:
        request.stream.keep_alive = False


async def _finish(server: AsyncioServer) -> None:
    """Let requests be answered; then close what is still open."""
    end = asyncio.get_running_loop().time() + _END_WITHIN
    while server.connections and asyncio.get_running_loop().time() < end:
        for connection in list(server.connections):
            connection.close_if_idle()
        await asyncio.sleep(0.05)
    for connection in list(server.connections):
        connection.abort()
