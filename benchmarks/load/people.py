"""People who read, think and type: what locust runs (`run.py` starts it).

Assumed of them, with a word of six letters (five and a blank, as typing is measured):

- They type 40 words a minute, between the 36 of phones (Palin et al. 2019) and the 52 of keyboards
  (Dhakal et al. 2018).
- They read 238 words a minute (Brysbaert 2019), all of the answer before they go on.
- They think before they type, 5 s on average, exponentially distributed.
- A fast person and a slow one differ: each has a pace of its own that all three are multiplied by,
  lognormal around 1 (sigma 0.3).

Each person goes through a conversation of the development set turn by turn, closes it, and begins
another one. Each conversation comes from a loopback address of its own (127.0.0.0/8 has 16
million), as people come from different networks: so all limits of messages, letters and connections
are as people meet them, and none has to be raised.
"""

from __future__ import annotations

import itertools
import json
import os
import random
import socket
import time
import uuid
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, NamedTuple, Protocol
from urllib.parse import urlsplit

import gevent
import locust.runners
import requests
import socketio
from gevent.event import Event
from locust import User, events, task
from locust.env import Environment
from locust.exception import StopUser
from requests_toolbelt.adapters.source import SourceAddressAdapter
from socketio.exceptions import SocketIOError

from benchmarks.load import records

WORD = 6
"""Letters."""
TYPED = 40
"""Words a minute."""
READ = 238
"""Words a minute."""
THINKING = 5.0
"""Seconds."""
SPREAD = 0.3
_WITHIN = 60
"""Seconds after which a person gives up."""
_AFTER_FAILURE = 1.0
"""Seconds, even for those who do not think: what is refused at once would be asked without end."""
locust.runners.CPU_MONITOR_INTERVAL = 2.0
"""Seconds, instead of 10: short runs are to be judged, too."""
_STOPPING = Event()
_ADDRESSES = itertools.count(256)


class Failed(Exception):  # noqa: N818  (the end of a conversation, not a mistake of the program)
    """A message was not answered; the text is the kind of failure."""


class Answer(NamedTuple):
    """What came back."""

    seconds: float
    """Until its last part was there."""
    text: str


class Line(Protocol):
    """The connection of one conversation."""

    def ask(self, text: str) -> Answer:
        """Return the answer, when it is complete.

        Raises:
            Failed: there is none.
        """

    def close(self) -> None:
        """End the connection."""


class SocketLine:
    """The website's socket, as the widget uses it."""

    def __init__(self, url: str, address: str, language: str) -> None:
        place = urlsplit(url)
        opened = socket.create_connection((place.hostname, place.port), _WITHIN, (address, 0))
        self._language = language
        self._entries: list[tuple[float, dict[str, Any]]] = []
        self._shown = Event()
        self._client = socketio.Client(
            reconnection=False, handle_sigint=False, websocket_extra_options={"socket": opened}
        )
        self._client.on("entry", self._show)
        try:
            self._client.connect(
                url,
                socketio_path="/chat/socket",
                auth={"token": None, "language": language},
                transports=["websocket"],
                wait_timeout=_WITHIN,
            )
        except BaseException:
            opened.close()
            raise

    def _show(self, entry: dict[str, Any]) -> None:
        if entry["from"] == "bot":
            self._entries.append((time.perf_counter(), entry))
            self._shown.set()

    def ask(self, text: str) -> Answer:
        """See Line: the server confirms a message after the answer's last entry."""
        self._entries.clear()
        self._shown.clear()
        message = {"id": uuid.uuid4().hex, "text": text, "language": self._language}
        start = time.perf_counter()
        done = self._client.call("message", message, timeout=_WITHIN)
        if done["status"] != "ok":
            raise Failed(f"refused: {done['reason']}")
        if not self._shown.wait(1):  # it was sent before the confirmation
            raise Failed("no answer")
        return Answer(
            self._entries[-1][0] - start, " ".join(entry["text"] for _, entry in self._entries)
        )

    def close(self) -> None:
        """See Line."""
        self._client.disconnect()


class RestLine:
    """A program that asks over REST on behalf of a person, over one connection."""

    def __init__(self, url: str, address: str, language: str) -> None:
        self._url = f"{url}/webhooks/rest/webhook"
        self._name = uuid.uuid4().hex
        self._session = requests.Session()
        self._session.trust_env = False  # nobody's proxy stands between
        self._session.mount("http://", SourceAddressAdapter(address))
        if token := os.environ.get("PARTNERIS_REST_TOKEN"):
            self._session.headers["Authorization"] = f"Bearer {token}"

    def ask(self, text: str) -> Answer:
        """See Line: the answer is there with the end of the body."""
        start = time.perf_counter()
        body = {"sender": self._name, "message": text}
        answer = self._session.post(self._url, json=body, timeout=_WITHIN)
        seconds = time.perf_counter() - start
        if answer.status_code != requests.codes.ok:
            raise Failed(f"status {answer.status_code}")
        said = " ".join(message["text"] or "" for message in answer.json())
        if not said:
            raise Failed("no answer")
        return Answer(seconds, said)

    def close(self) -> None:
        """See Line."""
        self._session.close()


class Person(User):
    """Goes through one conversation after the other."""

    abstract = True
    channel = ""
    line: type[SocketLine | RestLine]

    def __init__(self, environment: Environment) -> None:
        super().__init__(environment)
        self._pace = random.lognormvariate(0, SPREAD)
        self._thinks = not environment.parsed_options.as_fast_as_possible

    @task
    def converse(self) -> None:
        """Have a conversation; give it up where an answer fails."""
        talk = random.choice(_talks(self.environment))
        try:
            self._converse(talk["language"], talk["turns"])
        except Failed:
            self._wait(_AFTER_FAILURE)

    def _converse(self, language: str, turns: list[str]) -> None:
        # the window is opened when there is something to ask
        self._pause(random.expovariate(1 / THINKING))
        line = self._opened(language)
        try:
            for text in turns:
                self._pause(_minutes(text, TYPED) * 60)
                answer = self._asked(line, text)
                self._pause(_minutes(answer, READ) * 60 + random.expovariate(1 / THINKING))
        finally:
            line.close()

    def _opened(self, language: str) -> Line:
        sent = time.time()
        try:
            line = self.line(self.host, _address(), language)
        except (OSError, SocketIOError) as error:
            self._note("open", sent, time.time() - sent, _kind(error))
            raise Failed from error
        self._note("open", sent, time.time() - sent)
        return line

    def _asked(self, line: Line, text: str) -> str:
        sent = time.time()
        try:
            answer = line.ask(text)
        except (Failed, OSError, SocketIOError) as error:
            self._note("message", sent, time.time() - sent, _kind(error))
            raise Failed from error
        self._note("message", sent, answer.seconds)
        return answer.text

    def _note(self, what: str, sent: float, seconds: float, error: str | None = None) -> None:
        self.environment.events.request.fire(
            request_type=self.channel,
            name=what,
            response_time=seconds * 1000,
            response_length=0,
            exception=Failed(error) if error else None,
            context={},
            start_time=sent,
        )

    def _pause(self, seconds: float) -> None:
        self._wait(seconds * self._pace if self._thinks else 0)

    def _wait(self, seconds: float) -> None:
        """Wait; leave at the end of the run. Who waits for an answer then stays until it comes."""
        if _STOPPING.wait(seconds):
            raise StopUser


class Website(Person):
    """Somebody at the widget."""

    channel = "sockets"
    line = SocketLine


class Rest(Person):
    """Somebody at a program that uses REST."""

    channel = "REST"
    line = RestLine


def _minutes(text: str, words: float) -> float:
    return len(text) / WORD / words


def _address() -> str:
    """Return the next loopback address."""
    number = next(_ADDRESSES)
    return f"127.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"


def _kind(error: Exception) -> str:
    if isinstance(error, Failed):
        return str(error)
    # of HTTP the class says it: its texts name objects, each another one
    return (isinstance(error, SocketIOError) and str(error)) or type(error).__name__


def _talks(environment: Environment) -> list[dict[str, Any]]:
    return environment.parsed_options.talks


def _read_talks(path: str) -> list[dict[str, Any]]:
    return list(json.loads(Path(path).read_text(encoding="utf-8")))


@events.init_command_line_parser.add_listener
def _add_options(parser: ArgumentParser) -> None:
    parser.add_argument("--talks", type=_read_talks, required=True, help="file with what is asked")
    parser.add_argument("--records", type=Path, required=True, help="folder to write to")
    parser.add_argument("--seconds", type=float, required=True, help="after everybody has come")
    parser.add_argument("--as-fast-as-possible", action="store_true")


@events.init.add_listener
def _write_records(environment: Environment, **_: object) -> None:
    folder = environment.parsed_options.records
    # a line at a time: what was measured is there even if the run is broken off
    exchanges = (folder / records.EXCHANGES).open("w", encoding="utf-8", buffering=1)
    generator = (folder / records.GENERATOR).open("w", encoding="utf-8", buffering=1)

    def note(
        request_type: str,
        name: str,
        response_time: float,
        exception: Exception | None,
        start_time: float,
        **_: object,
    ) -> None:
        error = str(exception) if exception else None
        records.write(
            exchanges, records.Exchange(request_type, name, start_time, response_time, error)
        )

    def note_usage(cpu_usage: float, **_: object) -> None:
        records.write(generator, records.Usage(time.time(), cpu_usage))

    environment.events.request.add_listener(note)
    environment.events.usage_monitor.add_listener(note_usage)


@events.init.add_listener
def _end_in_time(environment: Environment, **_: object) -> None:
    options = environment.parsed_options

    def everybody_has_come(**_: object) -> None:
        (options.records / records.STEADY).write_text(str(time.time()))
        gevent.spawn_later(options.seconds, environment.runner.quit)

    environment.events.spawning_complete.add_listener(everybody_has_come)


@events.test_stopping.add_listener
def _stop(**_: object) -> None:
    _STOPPING.set()
