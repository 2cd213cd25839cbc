"""What Slack and Telegram share: messages go through the inbox, answers to where they came from.

A message is written to the inbox before its sender is told that it has arrived, and is worked on by
a task of this process (`bot/channels/inbox.py`). Rasa works the answer out and keeps it in its
tracker; only then it is sent, part by part. So an answer that broke off, because the process was
stopped or the messenger was away, is read from the tracker again and goes on with the next part.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import itertools
import logging
import os
import time
from abc import abstractmethod
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from typing import Any, Generic, TypeVar

from limits import parse
from pydantic import BaseModel, ConfigDict, SecretStr
from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from rasa.shared.core.events import ActionExecuted, BotUttered, Event, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Blueprint, Sanic

from actions.base import failure
from bot.channels import inbox
from bot.channels.clean import LONGEST, clean
from bot.channels.collect import Collector
from bot.channels.conversations import KEY
from bot.channels.pieces import Message, speaker
from bot.channels.rates import Limit, Rates
from bot.helpdesk import tickets
from bot.privacy import erasure
from bot.responses import LANGUAGES, Button
from core.call import Language

LOG = logging.getLogger(__name__)
PartT = TypeVar("PartT")
_LOOK_EVERY = 5
"""Seconds between two looks for what another process or an outage left behind."""
_MOST_TRIES = 10
_MOST_FAILURES = 3
"""How often a message is begun again that nobody expected to fail."""
_FIRST_DELAY, _LONGEST_DELAY = 5, 600
"""Seconds until what could not be sent is tried again: doubled each time."""
_END_WITHIN = 10
"""Seconds that answers may take to be sent when the server stops."""
_AT_ONCE = 4
"""Messages that Rasa answers at once; one may wait until an officer's words are sent."""
_LISTEN = "action_listen"


class NotSentError(Exception):
    """The messenger does not take a message, and will not take it later."""


class UnreachableError(NotSentError):
    """The messenger is away, or wants to be asked later: after `delay` seconds, if it says so."""

    def __init__(self, reason: str, delay: float | None = None) -> None:
        super().__init__(reason)
        self.delay = delay


class TakenOverError(Exception):
    """Another process has the message by now; it sends what is still to be sent."""


class Place(BaseModel):
    """Where something is said: `reply_to` is the message that it answers."""

    model_config = ConfigDict(frozen=True)

    chat: str
    thread: str | None = None
    reply_to: str | None = None


class Pressed(BaseModel):
    """The message whose button was pressed; `shown` is what stays of it."""

    model_config = ConfigDict(frozen=True)

    chat: str
    message: str
    text: str = ""
    shown: list[dict[str, Any]] = []


class Notice(BaseModel):
    """Something that is told without asking Rasa: a sentence, and sentences as buttons."""

    model_config = ConfigDict(frozen=True)

    key: str
    values: dict[str, str | int] = {}
    button: str | None = None
    """The sentence of a button that each language has."""


class Received(BaseModel):
    """What came in."""

    model_config = ConfigDict(frozen=True)

    place: Place
    text: str = ""
    key: str | None = None
    """The sentence that takes the place of the text: what a command stands for, or what an officer
    is told of a message that cannot be shown."""
    values: dict[str, str | int] = {}
    notice: Notice | None = None
    language: Language | None = None
    """That of the person's device; it only counts while the conversation has none."""
    pressed: Pressed | None = None


class LiveSettings(BaseModel):
    """What the settings of both channels have."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, hide_input_in_errors=True
    )

    token: SecretStr = SecretStr("")
    secret: SecretStr = SecretStr("")
    messages: Limit = parse("20/minute")
    """Messages of a conversation."""
    messages_of_person: Limit = parse("30/minute")
    letters_of_person: Limit = parse("6000/minute")
    """Letters of a person's messages: understanding takes time for each of them."""

    @property
    def active(self) -> bool:
        """Whether the channel is set up."""
        return bool(self.token.get_secret_value())


def read_settings(
    credentials: dict[str, Any] | None, variables: dict[str, str], guide: str
) -> dict[str, Any]:
    """Return the settings of credentials.yml, completed by variables.

    Args:
        credentials: the channel's part of credentials.yml.
        variables: names of variables by the settings that they give.
        guide: the document that says how to set the channel up.

    Raises:
        RuntimeError: there is a token without its secret, or the other way round.
    """
    given = {field: os.environ.get(name) for field, name in variables.items()}
    given |= {field: value for field, value in (credentials or {}).items() if value is not None}
    if bool(given["token"]) != bool(given["secret"]):
        there, missing = ("token", "secret") if given["token"] else ("secret", "token")
        raise RuntimeError(
            f"{variables[there]} is set and {variables[missing]} is not; {guide} says where it is"
        )
    return {field: value for field, value in given.items() if value}


class LiveOutput(OutputChannel, Generic[PartT]):
    """Says something in conversations; their names tell where they are."""

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Say a message in a conversation, of whatever moment; what is refused is only logged.

        Raises:
            UnreachableError: it can be tried again later.
        """
        try:
            place = self.place(recipient_id)
            for part in self.parts(recipient_id, Message.model_validate(message)):
                await self.send(place, part)
        except UnreachableError:
            raise
        except NotSentError as error:  # a person who left: nobody need try that again
            LOG.error("%s: a message could not be sent: %s", self.name(), error)

    @abstractmethod
    def place(self, conversation: str) -> Place:
        """Return where a conversation is.

        Raises:
            NotSentError: it is none of this channel.
        """

    @abstractmethod
    def parts(self, conversation: str, message: Message) -> list[PartT]:
        """Return a message in parts that are sent one by one."""

    @abstractmethod
    async def send(self, place: Place, part: PartT) -> None:
        """Send a part.

        Raises:
            UnreachableError: it can be tried again later.
            NotSentError: it cannot be sent.
        """

    @abstractmethod
    async def take_buttons(self, pressed: Pressed) -> None:
        """Take the buttons off a message, of which one was pressed.

        Raises:
            NotSentError: the messenger did not do it.
        """

    @asynccontextmanager
    async def typing(self, place: Place) -> AsyncIterator[None]:
        """Show that an answer is being made, where the messenger can show it."""
        yield


class LiveInput(InputChannel, Generic[PartT]):
    """A messenger's channel: subclasses give the routes, which call `receive`."""

    def __init__(self, settings: LiveSettings, output: LiveOutput[PartT] | None) -> None:
        self._limits = settings
        self._output = output
        self._rates = Rates(self.name())
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._again: set[str] = set()
        """Conversations to which something was added while they were worked on."""
        # Rasa computes in the event loop: more messages at once would not be answered sooner, but
        # new ones would wait at the door until all of them are done
        self._turn = asyncio.Semaphore(_AT_ONCE)
        self._looking: asyncio.Task[None] | None = None
        self._app: Sanic | None = None
        self._on_new_message: Callable[[UserMessage], Awaitable[Any]] | None = None

    def get_output_channel(self) -> LiveOutput[PartT] | None:
        """Return what says something in the channel's conversations; none while not set up."""
        return self._output

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Return the routes; none while the channel is not set up."""
        routes = Blueprint(self.name(), __name__)
        if self._output is None:
            return routes
        self._on_new_message = on_new_message
        self.add_routes(routes)
        routes.listener("after_server_start")(self._begin)
        routes.listener("before_server_stop")(self._end)
        return routes

    @abstractmethod
    def add_routes(self, routes: Blueprint) -> None:
        """Add the routes that the messenger calls."""

    async def ready(self) -> None:
        """Look whether the messenger knows this bot; done once, at the start."""

    async def receive(self, event: str, conversation: str, person: str, received: Received) -> None:
        """Write down what came in, once, and have it worked on.

        Args:
            event: what makes it one of its kind.
            conversation: the conversation's name.
            person: who said it, for the limits.
            received: what it is.
        """
        channel = self.name()
        if await asyncio.to_thread(inbox.known, channel, event):
            return
        limits, letters = self._limits, min(max(len(received.text), 1), LONGEST)
        if wait := (
            await self._rates.beyond(limits.messages, "conversation", conversation)
            or await self._rates.beyond(limits.messages_of_person, "person", person)
            or await self._rates.beyond(limits.letters_of_person, "letter", person, cost=letters)
        ):
            event = f"rate-{conversation}-{int(time.time()) // 60}"
            notice = Notice(key="messenger-rate", values={"seconds": wait})
            received = Received(place=received.place, notice=notice, language=received.language)
        elif len(received.text) > LONGEST:
            notice = Notice(key="messenger-long", values={"longest": LONGEST})
            received = received.model_copy(update={"text": "", "notice": notice})
        payload = received.model_dump(mode="json", exclude_defaults=True)
        if await asyncio.to_thread(inbox.accept, channel, event, conversation, payload):
            self._wake(conversation)

    async def receive_unreadable(
        self, kind: str, conversation: str, person: str, at: Received
    ) -> None:
        """Tell a person that something of a kind is not read.

        It is told once in a conversation. While an officer has it, the officer is told of it, too,
        at most once a minute: ten pictures come as ten messages.
        """
        event, key = f"{kind}-{conversation}", "messenger-only-text"
        if await self.is_held(conversation):
            event, key = f"{event}-{int(time.time()) // 60}", "messenger-not-shown"
            at = at.model_copy(update={"key": "messenger-sent", "values": {"kind": kind}})
        notice = Notice(key=key, values={"kind": kind})
        await self.receive(event, conversation, person, at.model_copy(update={"notice": notice}))

    async def is_held(self, conversation: str) -> bool:
        """Tell whether an officer has a conversation."""
        ticket = await asyncio.to_thread(tickets.open_ticket, conversation)
        return ticket is not None and ticket.held

    async def _begin(self, app: Sanic, loop: asyncio.AbstractEventLoop) -> None:
        self._app = app
        self._looking = asyncio.create_task(self._look())
        app.add_task(self.ready())

    async def _end(self, app: Sanic, loop: asyncio.AbstractEventLoop) -> None:
        """Let the answers that are being made be sent."""
        if self._looking:
            self._looking.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks.values(), timeout=_END_WITHIN)

    async def _look(self) -> None:
        """Work on what was left behind, now and every few seconds."""
        while True:
            try:
                if count := await asyncio.to_thread(inbox.give_up, self.name()):
                    LOG.error("%s: %d messages waited too long for an answer", self.name(), count)
                for conversation in await asyncio.to_thread(inbox.waiting, self.name()):
                    self._wake(conversation)
            except Exception:  # the database may be back at the next look
                LOG.exception("%s: the inbox could not be read", self.name())
            await asyncio.sleep(_LOOK_EVERY)

    def _wake(self, conversation: str) -> None:
        if conversation in self._tasks:
            self._again.add(conversation)
        else:
            self._tasks[conversation] = asyncio.create_task(self._work_off(conversation))

    async def _work_off(self, conversation: str) -> None:
        """Work on a conversation's messages until none is left."""
        try:
            while True:
                self._again.discard(conversation)
                waiting = await asyncio.to_thread(inbox.take, self.name(), conversation)
                if waiting:
                    await self._work_on(conversation, waiting)
                elif conversation not in self._again:
                    return
        except Exception:  # the database is away; the next look takes up what is not done
            LOG.exception("%s: the inbox could not be used", self.name())
        finally:
            del self._tasks[conversation]

    async def _work_on(self, conversation: str, waiting: inbox.Waiting) -> None:
        """Answer a message; mark it as done, or put it off while the messenger is away."""
        try:
            async with _leased(waiting):
                await self._answer(conversation, waiting)
        except UnreachableError as error:
            if waiting.taken < _MOST_TRIES:
                asked = dt.timedelta(seconds=error.delay) if error.delay else None
                await asyncio.to_thread(inbox.postpone, waiting.id, asked or _delay(waiting))
                return
            LOG.error("%s: an answer could not be sent: %s", self.name(), error)
        except TakenOverError:
            LOG.warning("%s: another process has taken a message over", self.name())
            return
        except NotSentError as error:
            LOG.error("%s: an answer could not be sent: %s", self.name(), error)
        except Exception:  # the database may be back soon; a message that breaks us is let go
            LOG.exception("%s: a message could not be worked on", self.name())
            if waiting.taken < _MOST_FAILURES:
                await asyncio.to_thread(inbox.postpone, waiting.id, _delay(waiting))
                return
        except asyncio.CancelledError:  # the server stops: the next one need not wait
            inbox.postpone(waiting.id, dt.timedelta())
            raise
        await asyncio.to_thread(inbox.done, waiting.id)
        await self._erase_if_asked(conversation)

    async def _erase_if_asked(self, conversation: str) -> None:
        """Delete the conversation if that was asked for: the answer that said so is sent."""
        assert self._app is not None, "the server has not started"
        agent = self._app.ctx.agent
        await erasure.finish_in_turn(agent.lock_store, agent.tracker_store, conversation)

    async def _answer(self, conversation: str, waiting: inbox.Waiting) -> None:
        assert self._output is not None
        received = Received.model_validate(waiting.payload)
        if received.pressed and waiting.sent == 0:
            with suppress(NotSentError):  # the answer matters more
                await self._output.take_buttons(received.pressed)
        async with self._output.typing(received.place):
            answers = await self._answers(conversation, waiting, received)
        parts = [part for answer in answers for part in self._output.parts(conversation, answer)]
        for number, part in enumerate(parts[waiting.sent :], waiting.sent + 1):
            if not await asyncio.to_thread(inbox.holds, waiting):
                raise TakenOverError
            first = number == 1
            place = received.place
            await self._output.send(
                place if first else place.model_copy(update={"reply_to": None}), part
            )
            await asyncio.to_thread(inbox.sent, waiting.id, number)

    async def _answers(
        self, conversation: str, waiting: inbox.Waiting, received: Received
    ) -> list[Message]:
        """Return what is said to a message, from the tracker where Rasa answered it before."""
        tracker = await self._tracker(conversation)
        language = _language(tracker)
        known = language or received.language
        if received.notice and not received.key:
            return [_told(received.notice, known)]
        given = _given(tracker, waiting.event)
        if given is None:
            typed = received.text
            if received.key:
                typed = speaker(known or "lv").phrase(received.key, **received.values)
            try:
                given = await self._ask_rasa(conversation, waiting.event, typed)
            except Exception:  # the person gets no exception text; the log has it
                if waiting.taken < _MOST_FAILURES:
                    raise
                LOG.exception("%s: a message could not be answered", self.name())
                return [Message(text=failure(known or "lv"))]
        if received.notice:
            return [_told(received.notice, known)]
        return given

    async def _ask_rasa(self, conversation: str, event: str, typed: str) -> list[Message]:
        """Return what Rasa answers, as it is kept in its tracker.

        Raises:
            Exception: Rasa failed, or the conversation was deleted meanwhile: all of it can be done
                again.
        """
        assert self._on_new_message is not None
        text = clean(typed)
        metadata: dict[str, Any] = {"live": True}
        if text != typed:
            metadata["typed"] = typed
        message = UserMessage(
            text,
            Collector(),
            conversation,
            input_channel=self.name(),
            message_id=event,
            metadata=metadata,
        )
        async with self._turn:
            await self._on_new_message(message)
        given = _given(await self._tracker(conversation), event)
        if given is None:
            raise LookupError("the conversation was deleted while a message was answered")
        return given

    async def _tracker(self, conversation: str) -> DialogueStateTracker | None:
        assert self._app is not None, "the server has not started"
        return await self._app.ctx.agent.tracker_store.retrieve(conversation)


def _delay(waiting: inbox.Waiting) -> dt.timedelta:
    """Return how long a message that was begun so often waits until it is begun again."""
    return dt.timedelta(seconds=min(_FIRST_DELAY * 2**waiting.taken, _LONGEST_DELAY))


@asynccontextmanager
async def _leased(waiting: inbox.Waiting) -> AsyncIterator[None]:
    """Renew the lease of a message while it is worked on."""

    async def renew() -> None:
        while True:
            await asyncio.sleep(inbox.LEASE.total_seconds() / 3)
            await asyncio.to_thread(inbox.postpone, waiting.id, inbox.LEASE)

    async with background(renew()):
        yield


@asynccontextmanager
async def background(work: Awaitable[None]) -> AsyncIterator[None]:
    """Do something beside until the block ends."""
    task = asyncio.ensure_future(work)
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await task


def _language(tracker: DialogueStateTracker | None) -> Language | None:
    """Return the language of a conversation, if something was said in it."""
    spoken = tracker.get_slot("language") if tracker else None
    return spoken if spoken in LANGUAGES else None


def _given(tracker: DialogueStateTracker | None, message: str) -> list[Message] | None:
    """Return what Rasa answered to a message; none where it has not seen it.

    What the helpdesk added has a key; the helpdesk sends it by itself.
    """
    events: Iterable[Event] = tracker.events if tracker else []
    said = itertools.dropwhile(lambda event: not _is_message(event, message), events)
    if next(said, None) is None:
        return None
    turn = itertools.takewhile(lambda event: not _is_end_of_turn(event), said)
    uttered = (event for event in turn if isinstance(event, BotUttered) and KEY not in event.data)
    return [Message.model_validate(event.message()) for event in uttered]


def _is_message(event: Event, message: str) -> bool:
    return isinstance(event, UserUttered) and event.message_id == message


def _is_end_of_turn(event: Event) -> bool:
    listens = isinstance(event, ActionExecuted) and event.action_name == _LISTEN
    return listens or isinstance(event, UserUttered)


def _told(notice: Notice, language: Language | None) -> Message:
    """Return a notice in words: in both languages where the person's is not known."""
    languages = (language,) if language else LANGUAGES
    text = "\n\n".join(speaker(each).phrase(notice.key, **notice.values) for each in languages)
    titles = [speaker(each).phrase(notice.button) for each in LANGUAGES] if notice.button else []
    return Message(text=text, buttons=[Button(title=title, payload=title) for title in titles])
