"""Makes the websockets of sanic 21.12, which Rasa pins, work on Python 3.11.

Sanic hands a coroutine to `asyncio.wait`, which Python 3.11 refuses (sanic issue 2377, mended in
sanic 22): every websocket closed at its first message. With a task in its place it works. And it
forgets the connection of who vanished, to which an answer may still be on its way: instead of
letting the answer go it failed for want of a connection.
"""

from __future__ import annotations

import asyncio
from typing import Any

from sanic.server.protocols.base_protocol import SanicProtocol
from sanic.server.websockets.frame import WebsocketFrameAssembler


def mend() -> None:
    """Let sanic wait for a task and keep lost connections; a second time, it changes nothing."""
    read = WebsocketFrameAssembler.get
    if not asyncio.iscoroutinefunction(read):
        return

    def get(self: WebsocketFrameAssembler, timeout: float | None = None) -> asyncio.Task[Any]:
        task = asyncio.ensure_future(read(self, timeout))
        reader = asyncio.current_task()
        assert reader is not None

        def stop(_: object) -> None:
            task.cancel()

        # a reader that is stopped does not stop what it waits for
        reader.add_done_callback(stop)
        task.add_done_callback(lambda _: reader.remove_done_callback(stop))
        return task

    def abort(self: SanicProtocol) -> None:
        if self.transport:
            self.transport.abort()

    WebsocketFrameAssembler.get = get
    SanicProtocol.abort = abort
