"""Makes the websockets of sanic 21.12, which Rasa pins, work on Python 3.11.

Sanic hands a coroutine to `asyncio.wait`, which Python 3.11 refuses (sanic issue 2377, mended in
sanic 22): every websocket closed at its first message. With a task in its place it works.
"""

from __future__ import annotations

import asyncio
from typing import Any

from sanic.server.websockets.frame import WebsocketFrameAssembler


def mend() -> None:
    """Let sanic wait for a task; done a second time, it changes nothing."""
    read = WebsocketFrameAssembler.get
    if not asyncio.iscoroutinefunction(read):
        return

    def get(self: WebsocketFrameAssembler, timeout: float | None = None) -> asyncio.Task[Any]:
        return asyncio.ensure_future(read(self, timeout))

    WebsocketFrameAssembler.get = get
