"""A window of the website's chat: a real socket that keeps what it was told."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import engineio
import requests
import socketio


class _InOrder(engineio.Client):
    """Hands messages over as they come; the library starts a thread for each, and one overtakes."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._worker = ThreadPoolExecutor(1)

    def _trigger_event(self, event: str, *args: Any, **options: Any) -> Any:
        if event == "message":
            return self._worker.submit(self.handlers[event], *args)
        return super()._trigger_event(event, *args, **options)


class _Client(socketio.Client):
    def _engineio_client_class(self) -> type[_InOrder]:
        return _InOrder


class Window:
    """A client that keeps what it was told."""

    def __init__(
        self,
        url: str,
        token: object = None,
        language: str = "lv",
        origin: str | None = None,
        transports: Sequence[str] = ("websocket",),
        browser: str = "window",
        within: float = 30,
    ) -> None:
        self._within = within
        """Seconds that anything may take."""
        session = requests.Session()  # a header given to `connect` goes with its first request only
        session.headers["User-Agent"] = browser
        self._client = _Client(
            http_session=session,
            reconnection=False,
            websocket_extra_options={"origin": origin} if origin else {},
        )
        self.entries: list[dict[str, Any]] = []
        self.typing: list[bool] = []
        self.session: dict[str, Any] = {}
        self._client.on("entry", self.entries.append)
        self._client.on("typing", self.typing.append)
        self._client.on("session", self.session.update)
        self._client.connect(
            url,
            socketio_path="/chat/socket",
            auth={"token": token, "language": language},
            transports=list(transports),
            wait_timeout=10,
        )
        self.wait_for(lambda: bool(self.session))

    def send(self, event: str, data: object) -> dict[str, Any]:
        return dict(self._client.call(event, data, timeout=30))

    def say(self, name: str, text: str, language: str = "lv") -> dict[str, Any]:
        """Send a message and return the last answer."""
        status = self.send("message", {"id": name, "text": text, "language": language})
        assert status["status"] == "ok"
        self.wait_for(lambda: any(entry["id"] == f"{name}.1" for entry in self.entries))
        return self.entries[-1]

    def wait_for(self, happened: Callable[[], bool]) -> None:
        deadline = time.monotonic() + self._within
        while not happened():
            assert time.monotonic() < deadline, "it did not happen in time"
            time.sleep(0.01)

    @property
    def connected(self) -> bool:
        return bool(self._client.connected)

    def close(self) -> None:
        self._client.disconnect()
