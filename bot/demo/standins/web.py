"""What the stand-ins share: a real HTTP server in a thread that tests and people can talk to."""

from __future__ import annotations

import asyncio
import threading
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from typing import Any, Self, TypeVar

from aiohttp import web

T = TypeVar("T")
LONGEST = 60.0
"""Seconds that an answer may take."""


class StandIn:
    """A service on this machine. Subclasses give `routes`; `url` is there while it runs."""

    def __init__(self) -> None:
        self.url = ""
        self.partneris = ""
        """The address of the assistant; `connect` sets it."""
        self.calls: list[tuple[str, dict[str, Any]]] = []
        """All calls of the API as they came in, refused ones, too."""
        self._refusals: dict[str, list[web.Response]] = defaultdict(list)
        self._held: set[str] = set()
        self._changed = threading.Condition()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._runner: web.AppRunner | None = None

    def routes(self, app: web.Application) -> None:
        raise NotImplementedError

    def __enter__(self) -> Self:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._start(), self._loop).result(10)
        return self

    def __exit__(self, *error: object) -> None:
        self._held.clear()
        assert self._runner is not None
        asyncio.run_coroutine_threadsafe(self._runner.cleanup(), self._loop).result(20)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    async def _start(self) -> None:
        app = web.Application(client_max_size=50 * 1024 * 1024)
        self.routes(app)
        self._runner = web.AppRunner(app, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    def connect(self, partneris: str) -> None:
        """Send events to the assistant at an address from now on."""
        self.partneris = partneris

    # What goes wrong

    def refuse(self, method: str, *answers: web.Response) -> None:
        """Answer the next calls of a method so."""
        self._refusals[method] += answers

    @contextmanager
    def held(self, *methods: str) -> Iterator[None]:
        """Take calls of methods and never answer them while the block lasts."""
        self._held.update(methods)
        try:
            yield
        finally:
            self._read_all()
            self._held.difference_update(methods)

    def _read_all(self) -> None:
        """Wait until what was sent before is read: calls are read in the order of their coming."""
        with suppress(urllib.error.HTTPError):
            urllib.request.urlopen(f"{self.url}/nothing", timeout=30)

    async def _trouble(self, method: str, given: dict[str, Any]) -> web.Response | None:
        """Note a call and return how it is refused, if it is."""
        with self._changed:
            self.calls.append((method, given))
            self._changed.notify_all()
        if method in self._held:
            while method in self._held:
                await asyncio.sleep(0.05)
            return web.Response(status=503)
        return self._refusals[method].pop(0) if self._refusals[method] else None

    def called(self, method: str) -> list[dict[str, Any]]:
        return [given for name, given in self.calls if name == method]

    # Waiting

    def changed(self) -> None:
        with self._changed:
            self._changed.notify_all()

    def wait_for(self, look: Callable[[], T], seconds: float = LONGEST) -> T:
        """Return what `look` finds as soon as it finds something."""
        deadline = time.monotonic() + seconds
        with self._changed:
            while not (found := look()):
                left = deadline - time.monotonic()
                assert left > 0, "it did not happen in time"
                self._changed.wait(min(left, 1.0))
        return found

    def post(self, path: str, body: bytes, headers: dict[str, str]) -> tuple[int, bytes]:
        """Send something to the assistant and return status and body of its answer."""
        request = urllib.request.Request(self.partneris + path, data=body, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def reached(self, send: Callable[[], tuple[int, bytes]]) -> bool:
        """Tell whether the assistant is there and takes something."""
        try:
            status, _ = send()
        except OSError:  # it is being started again
            return False
        return status == HTTPStatus.OK
