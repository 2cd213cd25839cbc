"""Simulated people, each on a channel of their own kind: website, Slack, Telegram.

They talk to the real system as those services do, wait for what comes back, and go on when the
system was restarted in between: a browser sends again what was not acknowledged, and so do Slack
and Telegram.
"""

from __future__ import annotations

import datetime as dt
import random
import threading
import time
import uuid
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import socketio
from socketio.exceptions import SocketIOError

from bot.demo.script import PersonPart, Phrases
from bot.demo.standins.slack import SlackStandIn
from bot.demo.standins.telegram import TelegramStandIn
from bot.responses import Speaker
from core import call as calls
from core.call import FieldId, Language

_PATIENCE = 240.0
"""Seconds after which a person gives up waiting: nobody should."""
_AGAIN = 1.0
"""Seconds until something that was not taken is sent again."""


@dataclass
class Heard:
    """Something that came back."""

    id: str
    text: str
    titles: list[str] = field(default_factory=list)


@cache
def field_name(field: FieldId, language: Language) -> str:
    """Return how Partneris names a field."""
    return Speaker(calls.newest(), language, dt.date.today()).phrase("field-name", field=field)


class GaveUpError(Exception):
    """Nothing came back in time: the person was lost."""


class Person(ABC):
    """Somebody with questions."""

    channel: str

    def __init__(self, code: str, part: PersonPart, phrases: Phrases, pace: float) -> None:
        self.code = code
        self.part = part
        self.waits: list[float] = []
        """Seconds to the answer of each question that Partneris answered."""
        self.wait_for_officer: float | None = None
        """Seconds from the question to the officer's answer."""
        self.problem: str | None = None
        self._phrases = phrases
        self._pace = pace
        self._random = random.Random(code)
        self._news = threading.Condition()

    @abstractmethod
    def heard(self) -> list[Heard]:
        """Return all that came back so far, in order."""

    @abstractmethod
    def deliver(self, text: str) -> bool:
        """Send a message; tell whether it was taken."""

    @abstractmethod
    def close(self) -> None:
        """Leave."""

    def answers(self) -> list[str]:
        """Return what officers said to this person: what carries a mark."""
        return [each.text for each in self.heard() if "№" in each.text]

    def live(self) -> None:
        """Come, ask, talk to an officer or book a time, and leave."""
        try:
            self._think(4)
            for question in self.part.ask:
                self._ask(question)
            if self.part.slot:
                self._book()
            if self.part.human:
                self._talk_to_officer(self.part.human)
        except GaveUpError as error:
            self.problem = f"{self.code} ({self.channel}): {error}"

    def _book(self) -> None:
        self._ask(self._phrases.slot)
        if title := self._field_title(self.heard()[-1]):
            self._ask(title)
        self._ask(self._phrases.first)
        self._ask(self._phrases.nothing)

    def _talk_to_officer(self, question: str) -> None:
        start = time.monotonic()
        self._ask(self._phrases.human)
        if title := self._field_title(self.heard()[-1]):
            self._ask(title)
        said = len(self.answers())
        self._say(question.format(code=self.code))
        self._wait(lambda: len(self.answers()) > said, "no officer answered")
        self.wait_for_officer = time.monotonic() - start
        if self.part.reply:
            self._think(2)
            self._say(self.part.reply.format(code=self.code))

    def _field_title(self, heard: Heard) -> str | None:
        """Return the button of the person's field, where the field is asked for."""
        name = field_name(self.part.field, self.part.language).casefold()
        return next((title for title in heard.titles if title.casefold() == name), None)

    def _ask(self, text: str) -> None:
        before, start = len(self.heard()), time.monotonic()
        self._say(text)
        self._wait(lambda: len(self.heard()) > before, f"no answer to '{text}'")
        self.waits.append(time.monotonic() - start)
        self._think(1)

    def _say(self, text: str) -> None:
        deadline = time.monotonic() + _PATIENCE
        while not self.deliver(text):
            if time.monotonic() > deadline:
                raise GaveUpError(f"could not send '{text}'")
            time.sleep(_AGAIN)

    def _wait(self, happened: Callable[[], bool], problem: str) -> None:
        deadline = time.monotonic() + _PATIENCE
        with self._news:
            while not happened():
                if time.monotonic() > deadline:
                    raise GaveUpError(problem)
                self._news.wait(0.2)

    def _think(self, weight: float) -> None:
        time.sleep(self._random.uniform(0.5, 1.5) * weight * self._pace)


class WebPerson(Person):
    """Somebody in the website's chat."""

    channel = "website"

    def __init__(
        self, code: str, part: PersonPart, phrases: Phrases, pace: float, url: str
    ) -> None:
        super().__init__(code, part, phrases, pace)
        self._entries: dict[str, Heard] = {}
        self._token: str | None = None
        self._unsent: tuple[str, str] | None = None
        self._client = socketio.Client(reconnection_delay=0.5, reconnection_delay_max=2)
        self._client.on("entry", self._on_entry)
        self._client.on("session", self._on_session)
        self._client.connect(
            url,
            socketio_path="/chat/socket",
            auth=lambda: {"token": self._token, "language": part.language},
            transports=["websocket"],
            wait_timeout=60,
            retry=True,
        )

    def heard(self) -> list[Heard]:
        """See Person."""
        return list(self._entries.values())

    def deliver(self, text: str) -> bool:
        """See Person."""
        if self._unsent is None or self._unsent[1] != text:
            self._unsent = uuid.uuid4().hex, text
        event = {"id": self._unsent[0], "text": text, "language": self.part.language}
        try:
            status = self._client.call("message", event, timeout=30)["status"]
        except (SocketIOError, OSError):
            return False
        if status not in ("ok", "duplicate"):
            return False
        self._unsent = None
        return True

    def close(self) -> None:
        """See Person."""
        self._client.disconnect()

    def _on_entry(self, entry: dict[str, Any]) -> None:
        if entry["from"] != "bot":
            return
        titles = [button["title"] for button in entry["buttons"]]
        with self._news:
            self._entries[entry["id"]] = Heard(entry["id"], entry["text"], titles)
            self._news.notify_all()

    def _on_session(self, session: dict[str, Any]) -> None:
        self._token = session["token"]
        for entry in session["entries"]:
            self._on_entry(entry)


class MessengerPerson(Person):
    """Somebody in a messenger, which sends the same event again until it is taken."""

    def __init__(
        self,
        code: str,
        part: PersonPart,
        phrases: Phrases,
        pace: float,
        messenger: SlackStandIn | TelegramStandIn,
    ) -> None:
        super().__init__(code, part, phrases, pace)
        self._messenger = messenger
        self._unsent: tuple[str, dict[str, Any]] | None = None

    @abstractmethod
    def event(self, text: str) -> dict[str, Any]:
        """Return how the messenger tells of a new message."""

    def deliver(self, text: str) -> bool:
        """See Person."""
        if self._unsent is None or self._unsent[0] != text:
            self._unsent = text, self.event(text)
        if not self._messenger.taken(self._unsent[1]):
            return False
        self._unsent = None
        return True

    def close(self) -> None:
        """See Person."""


class SlackPerson(MessengerPerson):
    """Somebody who writes to Partneris directly in Slack."""

    channel = "slack"

    def __init__(
        self, code: str, part: PersonPart, phrases: Phrases, pace: float, slack: SlackStandIn
    ) -> None:
        super().__init__(code, part, phrases, pace, slack)
        self._slack, self._user = slack, f"U{code.strip('№')}"
        self._place = slack.direct(self._user)

    def heard(self) -> list[Heard]:
        """See Person."""
        return [
            Heard(message.ts, message.shown or message.text, message.titles)
            for message in list(self._slack.messages)
            if message.channel == self._place
        ]

    def event(self, text: str) -> dict[str, Any]:
        """See MessengerPerson."""
        ts = self._slack.new_ts()
        self._slack.said[self._place].add(ts)
        return self._slack.envelope(self._slack.event(self._user, text, self._place, ts))


class TelegramPerson(MessengerPerson):
    """Somebody who writes to Partneris privately in Telegram."""

    channel = "telegram"

    def __init__(
        self, code: str, part: PersonPart, phrases: Phrases, pace: float, telegram: TelegramStandIn
    ) -> None:
        super().__init__(code, part, phrases, pace, telegram)
        self._telegram, self._user = telegram, 1_000_000 + int(code.strip("№"))

    def heard(self) -> list[Heard]:
        """See Person."""
        return [
            Heard(str(message.id), message.text, message.titles)
            for message in list(self._telegram.messages)
            if message.chat == self._user
        ]

    def event(self, text: str) -> dict[str, Any]:
        """See MessengerPerson."""
        return self._telegram.update(self._user, text, language=self.part.language)
