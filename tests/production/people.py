"""People who write the whole time while something is done to the system."""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import requests
from socketio.exceptions import SocketIOError

from tests.bot.helpdesk.console import conversation
from tests.production.conftest import Cluster
from tests.production.services import ask
from tests.window import Window

_PAUSE = 3.5
"""Seconds between two messages of a person: no faster than the limits allow."""
_AGAIN = 0.3
"""Seconds until somebody tries again."""
_WITHIN = 10
_SOCKETS, _REST = 5, 3


class _Person(threading.Thread):
    """Writes numbered messages, one after the other."""

    def __init__(self, url: str) -> None:
        super().__init__(daemon=True)
        self._url, self._end = url, threading.Event()
        self.good: list[int] = []
        """The messages that were answered, as the person was told."""
        self.failed: list[int] = []
        """Those of which it was said that they failed, and that were not sent again."""
        self.longest = 0.0
        """Seconds that an answer took at most."""

    def run(self) -> None:
        number = 0
        while not self._end.is_set():
            since = time.monotonic()
            self.say(number)
            self.longest = max(self.longest, time.monotonic() - since)
            number += 1
            self._end.wait(_PAUSE)

    def end(self) -> None:
        self._end.set()
        self.join(timeout=120)
        assert not self.is_alive(), "a person still waits for an answer"

    def say(self, number: int) -> None:
        raise NotImplementedError

    def name(self) -> str:
        """Return the conversation's name."""
        raise NotImplementedError


class _AtAWindow(_Person):
    """As the widget does it: comes back by itself, and sends again what was not confirmed."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self._window: Window | None = None
        self._token: Any = None

    def say(self, number: int) -> None:
        message = {"id": f"m{number}", "text": text(number), "language": "lv"}
        while True:
            try:
                ack = self._sent(message)
            except (SocketIOError, OSError, AssertionError):
                self._leave()
                time.sleep(_AGAIN)
                continue
            if ack["status"] in ("ok", "duplicate"):
                self.good.append(number)
                return
            assert ack["reason"] in ("failed", "rate"), ack
            time.sleep(max(ack.get("wait") or 0, _AGAIN))

    def _sent(self, message: dict[str, Any]) -> dict[str, Any]:
        if self._window is None or not self._window.connected:
            self._window = Window(self._url, self._token, within=_WITHIN)
            self._token = self._window.session["token"]
        window, acks = self._window, list[dict[str, Any]]()
        window._client.emit("message", message, callback=acks.append)
        window.wait_for(lambda: bool(acks) or not window.connected)
        if not acks:
            raise ConnectionError
        return acks[0]

    def _leave(self) -> None:
        if self._window is not None:
            with suppress(SocketIOError, OSError):
                self._window.close()
        self._window = None

    def end(self) -> None:
        super().end()
        self._leave()

    def name(self) -> str:
        window = Window(self._url, self._token)
        found = conversation(window)
        window.close()
        return found


class _OverRest(_Person):
    """A program that asks: what failed it does not send again, since REST knows no ids."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self._name = f"person-{secrets.token_hex(8)}"

    def say(self, number: int) -> None:
        try:
            good = ask(self._url, self._name, text(number)).status_code == 200
        except requests.RequestException:
            good = False
        (self.good if good else self.failed).append(number)

    def name(self) -> str:
        return self._name


def text(number: int) -> str:
    return f"Kontakti PIA {number}"


class Crowd:
    """All of them."""

    def __init__(self, url: str) -> None:
        self.at_windows = [_AtAWindow(url) for _ in range(_SOCKETS)]
        self.over_rest = [_OverRest(url) for _ in range(_REST)]
        self._all: list[_Person] = [*self.at_windows, *self.over_rest]

    def begin(self) -> None:
        for person in self._all:
            person.start()
            time.sleep(_PAUSE / len(self._all))
        self.go_on()

    def go_on(self, within: float = 120) -> None:
        """Wait until everybody was answered once more."""
        before = [len(person.good) for person in self._all]
        end = time.monotonic() + within
        while not all(
            len(person.good) > count for person, count in zip(self._all, before, strict=True)
        ):
            assert time.monotonic() < end, "somebody was not answered"
            time.sleep(0.05)

    def end(self) -> None:
        for person in self._all:
            person.end()

    @property
    def longest(self) -> float:
        """Seconds that somebody at a window waited at most, from writing to the answer."""
        return max(person.longest for person in self.at_windows)

    def check(self, cluster: Cluster) -> None:
        """Look whether each message was answered, once, and in order."""
        for person in self._all:
            said = cluster.said(person.name())
            assert [kind for kind, _ in said] == ["user", "bot"] * (len(said) // 2)
            numbers = [int(words.split()[-1]) for kind, words in said if kind == "user"]
            assert numbers == sorted(set(numbers))
            assert set(person.good) <= set(numbers) <= {*person.good, *person.failed}


@contextmanager
def writing(url: str) -> Iterator[Crowd]:
    """Let people write to an address while the block lasts."""
    crowd = Crowd(url)
    crowd.begin()
    yield crowd
    crowd.end()


def first_good_answer(url: str, since: float) -> float:
    """Return the seconds from a moment (of the steady clock) until somebody is answered."""
    while True:
        with suppress(requests.RequestException):
            answer = ask(url, f"person-{secrets.token_hex(8)}", "Kontakti PIA")
            if answer.status_code == 200 and answer.json():
                return time.monotonic() - since
        assert time.monotonic() - since < 120, "nobody is answered"
        time.sleep(0.05)
