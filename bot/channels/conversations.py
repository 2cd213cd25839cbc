"""Conversations as windows show them, read from and written to Rasa's tracker store.

A message of Partneris has no id in Rasa. Here it is the id of the person's message before it with a
number: the first answer to message `a` is `a.1`. So the id is the same when the answer is sent and
when the conversation is read again.
"""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa.shared.core.events import BotUttered, SlotSet, UserUttered
from rasa.shared.core.events import Event as RasaEvent

from bot import metrics
from bot.channels.clean import clean
from bot.channels.messages import BotEntry, Choice, Entry, Feedback, File, Judged, Typed, UserEntry
from bot.helpdesk import hold
from bot.metrics import Turn
from bot.responses import Attachment, Table

FEEDBACK = "feedback"
"""The slot that keeps what a person thinks of an answer."""
KEY = "key"
"""Where a message that the helpdesk added has its key."""
Address = Callable[[str], str]
"""Message id to the address of its file."""
Window = Callable[[Entry], Awaitable[None]]
"""Shows an entry in all windows of a conversation."""
LOCK_TURN = 0.05
"""Seconds."""


class Conversations:
    """Reads and continues the conversations of an agent."""

    def __init__(self, agent: Agent) -> None:
        self._agent = agent

    async def entries(self, conversation: str, address: Address) -> list[Entry]:
        """Return all that was said, in order."""
        return list(_entries(await self._events(conversation), address))

    async def added(self, conversation: str, key: str, address: Address) -> BotEntry | None:
        """Return what the helpdesk added under a key."""
        for name, event in _with_ids(await self._events(conversation)):
            if isinstance(event, BotUttered) and event.data.get(KEY) == key:
                return _bot_entry(name, _moment(event), event.message(), None, address)
        return None

    async def file(self, conversation: str, message: str) -> Attachment | None:
        """Return the file of a message; none where there is none."""
        found = _bot_event(await self._events(conversation), message)
        return _attachment(found.data) if found else None

    async def answer(
        self, conversation: str, message: Typed, window: Window, address: Address
    ) -> bool:
        """Answer a message, unless it was answered before; tell whether it is new.

        Args:
            conversation: its name.
            message: what was typed, with the id that the person's window gave it.
            window: is told of the message at once, and of the answers when they are kept: what a
                person has read is there after a reload, too.
            address: makes the addresses of files.
        """
        with metrics.turn("website", conversation) as turn:
            return await self._answer(conversation, message, window, address, turn)

    async def _answer(
        self, conversation: str, message: Typed, window: Window, address: Address, turn: Turn
    ) -> bool:
        text = clean(message.text)
        metadata: dict[str, Any] = {"language": message.language, "live": True}
        if text != message.text:
            metadata["typed"] = message.text
        async with self._lock(conversation):
            if await was_said(self._agent, conversation, message.id):
                turn.state = "repeated"
                return False
            await window(UserEntry(id=message.id, time=dt.datetime.now(dt.UTC), text=message.text))
            channel = _WindowChannel(message.id, address)
            await hold.handle(
                self._agent,
                UserMessage(text, channel, conversation, None, "website", message.id, metadata),
                turn,
            )
            for entry in channel.entries:
                await window(entry)
        return True

    def _lock(self, conversation: str) -> AbstractAsyncContextManager[Any]:
        # Rasa looks once a second whether it is its turn; a person feels that
        return self._agent.lock_store.lock(conversation, wait_time_in_seconds=LOCK_TURN)

    async def judge(self, conversation: str, judged: Judged, address: Address) -> BotEntry | None:
        """Keep what a person thinks of an answer; return the answer, or none where it is none."""
        async with self._lock(conversation):
            found = _bot_event(await self._events(conversation), judged.message)
            if found is None:
                return None
            await self._add(conversation, SlotSet(FEEDBACK, judged.model_dump()))
        feedback = Feedback.model_validate(judged.model_dump())
        return _bot_entry(judged.message, _moment(found), found.message(), feedback, address)

    async def _add(self, conversation: str, event: RasaEvent) -> None:
        tracker = await self._agent.tracker_store.retrieve(conversation)
        assert tracker is not None, "only conversations that exist are added to"
        tracker.update(event, self._agent.domain)
        await self._agent.tracker_store.save(tracker)

    async def _events(self, conversation: str) -> Sequence[RasaEvent]:
        # all sessions: Rasa begins a new one after an hour's silence
        tracker = await self._agent.tracker_store.retrieve_full_tracker(conversation)
        return list(tracker.events) if tracker else []


async def was_said(agent: Agent, conversation: str, message: str) -> bool:
    """Tell whether a message is in the conversation already, by its id."""
    tracker = await agent.tracker_store.retrieve(conversation)
    return tracker is not None and any(
        isinstance(event, UserUttered) and name == message
        for name, event in _with_ids(tracker.events)
    )


class _WindowChannel(OutputChannel):
    """Collects the answers as entries."""

    def __init__(self, message: str, address: Address) -> None:
        self._message, self._address = message, address
        self.entries: list[Entry] = []

    @classmethod
    def name(cls) -> str:
        return "website"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        now = dt.datetime.now(dt.UTC)
        name = _bot_id(self._message, len(self.entries) + 1)
        self.entries.append(_bot_entry(name, now, message, None, self._address))


def _bot_id(message: str, number: int) -> str:
    return f"{message}.{number}"


def _with_ids(events: Sequence[RasaEvent]) -> Iterator[tuple[str, UserUttered | BotUttered]]:
    """Yield what was said with its ids."""
    message, count = "", 0
    for event in events:
        if isinstance(event, UserUttered) and event.text is not None:
            message, count = event.message_id or "", 0
            yield message, event
        elif isinstance(event, BotUttered):
            count += 1
            yield _bot_id(message, count), event


def _bot_event(events: Sequence[RasaEvent], message: str) -> BotUttered | None:
    for name, event in _with_ids(events):
        if name == message and isinstance(event, BotUttered):
            return event
    return None


def _entries(events: Sequence[RasaEvent], address: Address) -> Iterator[Entry]:
    judged = {
        event.value["message"]: Feedback.model_validate(event.value)
        for event in events
        if isinstance(event, SlotSet) and event.key == FEEDBACK and event.value
    }
    for name, event in _with_ids(events):
        time = _moment(event)
        if isinstance(event, UserUttered):
            yield _user_entry(name, time, event)
        else:
            yield _bot_entry(name, time, event.message(), judged.get(name), address)


def _moment(event: RasaEvent) -> dt.datetime:
    return dt.datetime.fromtimestamp(event.timestamp, dt.UTC)


def _user_entry(name: str, time: dt.datetime, event: UserUttered) -> UserEntry:
    language = ((event.parse_data or {}).get("language") or {}).get("name")
    text = (event.metadata or {}).get("typed") or event.text
    return UserEntry(
        id=name, time=time, text=text, language=language if language in ("lv", "en") else None
    )


def _bot_entry(
    name: str,
    time: dt.datetime,
    message: dict[str, Any],
    feedback: Feedback | None,
    address: Address,
) -> BotEntry:
    """Return an entry of a message as Rasa has it."""
    attachment = _attachment(message)
    return BotEntry(
        id=name,
        time=time,
        language="en" if message.get("language") == "en" else "lv",
        text=message.get("words") or message.get("text") or "",
        sources=message.get("sources") or [],
        buttons=[Choice(title=button["title"]) for button in message.get("buttons") or []],
        table=Table.model_validate(message["table"]) if message.get("table") else None,
        file=_file(attachment, address(name)) if attachment else None,
        fallback=bool(message.get("fallback")),
        feedback=feedback,
        answers=bool(message.get("answers")),
        officer=(message.get("officer") or {}).get("name"),
        notice=bool(message.get("notice")),
    )


def _attachment(message: dict[str, Any]) -> Attachment | None:
    given = message.get("attachment")
    return Attachment.model_validate(given) if given else None


def _file(attachment: Attachment, url: str) -> File:
    size = len(base64.b64decode(attachment.content))
    return File(name=attachment.name, media_type=attachment.media_type, size=size, url=url)
