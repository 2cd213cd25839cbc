"""The website's channel: Rasa behind socket.io, made fit for the public.

Rasa's own socket.io channel lets any client that names a session join it. Here the server gives out
the names of conversations, signed, and reads the signature again at every event; messages and
connections are counted for each conversation and address; a button sends what it says as a message,
so there is no payload that a window could forge. docs/website.md has the protocol.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import os
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Annotated, Any, TypeVar

from limits import parse
from pydantic import ConfigDict, Field, StringConstraints, ValidationError
from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from sanic import Blueprint, Sanic, response
from sanic.request import Request
from sanic.response import HTTPResponse
from socketio.exceptions import ConnectionRefusedError

from actions.base import finish
from bot import clock, shared
from bot.channels import sanic_websockets
from bot.channels.addresses import address_of
from bot.channels.clean import LONGEST
from bot.channels.conversations import KEY, Conversations
from bot.channels.files import download
from bot.channels.guarded_socket import GuardedServer
from bot.channels.messages import (
    Ack,
    BotEntry,
    Choice,
    Entry,
    Event,
    Greeted,
    Judged,
    Reason,
    Shown,
    Typed,
)
from bot.channels.rates import Limit, Rates
from bot.channels.sessions import Sessions, secret
from bot.metrics import SOCKETS
from bot.privacy import erasure
from bot.privacy.keeping import Keeping
from bot.responses import Speaker
from bot.training import ROOT
from core import call as calls
from core.call import Language

LOG = logging.getLogger(__name__)
SOCKET_PATH = "chat/socket"
GREETING = "greeting"
_ORIGINS = "PARTNERIS_ORIGINS"
"""Variable with further origins, parted by commas."""
_MOST_BYTES = 64 * 1024
_END_WITHIN = 20
"""Seconds that answers may take when the server stops."""
_QUIET = 0.5
_CLOSE_WITHIN = 2
_LOOK_EVERY = 0.05
EventT = TypeVar("EventT", bound=Event)


Origin = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=r"^https?://[0-9A-Za-z.:\[\]-]+$")
]
"""Scheme and host of a website, without a path."""


class Settings(Keeping):
    """The channel's part of credentials.yml."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    origins: list[Origin] = []
    """Other websites that may show the widget: https://www.viaa.gov.lv, without a path."""
    messages: Limit = parse("20/minute")
    """Messages of a conversation."""
    messages_of_address: Limit = parse("300/minute")
    """Messages from an address: a school is behind one."""
    letters: Limit = parse("6000/minute")
    """Letters of a conversation's messages: understanding takes time for each of them."""
    letters_of_address: Limit = parse("15000/minute")
    connections_of_address: Limit = parse("120/minute")
    sockets_of_address: Annotated[int, Field(gt=0)] = 400
    """Sockets that an address may have open at once."""
    files_of_address: Limit = parse("60/minute")


class _Greeting(Shown):
    token: str
    entries: list[dict[str, Any]]
    greeting: dict[str, Any]
    longest: int
    keep_days: int


class WebsiteInput(InputChannel):
    """The website's channel."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._sessions = Sessions(secret(ROOT / ".partneris"), settings.keep_days * 24 * 3600)
        self._rates = Rates(self.name())
        self._server = GuardedServer(
            settings.sockets_of_address,
            client_manager=shared.sockets(),
            cors_allowed_origins=self._may_ask,
            max_http_buffer_size=_MOST_BYTES,
        )
        self._answering: Counter[str] = Counter()
        """How many answers are being made, by conversation."""
        self._app: Sanic | None = None

    @classmethod
    def name(cls) -> str:
        """Return the channel's name."""
        return "website"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> WebsiteInput:
        """Return the channel of credentials.yml's settings.

        Raises:
            ValidationError: a setting is not known or wrong.
        """
        given = dict(credentials or {})
        if added := os.environ.get(_ORIGINS):
            given["origins"] = [*(given.get("origins") or []), *added.split(",")]
        return cls(Settings.model_validate(given))

    def _may_ask(self, origin: str | None, environ: dict[str, Any]) -> bool:
        """Tell whether a page of this origin may ask: Partneris's own ones and those named."""
        if origin is None:  # no browser, or one that asks on Partneris's own page
            return True
        # without the scheme: sanic calls that of a websocket ws, and a proxy may have spoken https
        host = origin.partition("://")[2]
        own = host != "" and host == environ["sanic.request"].host
        return own or origin in self._settings.origins

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Return the routes; the socket is opened by `attach`."""
        routes = Blueprint("website", __name__)
        routes.listener("before_server_stop")(self._end)

        @routes.route("/files/<token>", methods=["GET"])
        async def file(request: Request, token: str) -> HTTPResponse:
            limit = self._settings.files_of_address
            if wait := await self._rates.beyond(limit, "file", address_of(request)):
                return response.empty(status=429, headers={"Retry-After": str(wait)})
            named = self._sessions.file(token)
            found = await self._conversations.file(*named) if named else None
            return download(found) if found else response.empty(status=404)

        self._server.on("connect", self._connect)
        for name, handler in {
            "message": self._message,
            "feedback": self._feedback,
            "greet": self._greet,
        }.items():
            self._server.on(name, handler)
        return routes

    def get_output_channel(self) -> OutputChannel:
        """Return the way to a person who asked earlier: the windows that are open now.

        A window that opens later reads the whole conversation.
        """
        return _LaterChannel(self._show_added)

    async def _show_added(self, conversation: str, key: str) -> None:
        address = self._address_of(conversation)
        entry = await self._conversations.added(conversation, key, address)
        if entry is not None:
            await self._server.emit("entry", _sent(entry), room=conversation)

    def attach(self, app: Sanic) -> None:
        """Open the socket on the application."""
        self._app = app
        sanic_websockets.mend()
        methods = ["GET", "POST", "OPTIONS"]
        app.add_route(self._server.respond, f"/{SOCKET_PATH}/", methods=methods, name="socket")
        app.enable_websocket()
        SOCKETS.set_function(lambda: len(self._server.eio.sockets))

    async def _end(self, app: Sanic, loop: asyncio.AbstractEventLoop) -> None:
        """Let the answers that are being made be sent; then windows look for another server.

        Closed below socket.io, a window takes the connection for lost and comes back by itself.
        """
        end = loop.time() + _END_WITHIN
        quiet = loop.time() + _QUIET  # what has arrived may not have been read yet
        while loop.time() < min(quiet, end):
            await asyncio.sleep(_LOOK_EVERY)
            if self._answering:
                quiet = loop.time() + _QUIET
        closing = [self._server.eio.disconnect(each) for each in list(self._server.eio.sockets)]
        if closing:
            await asyncio.wait(map(asyncio.ensure_future, closing), timeout=_CLOSE_WITHIN)

    @property
    def _conversations(self) -> Conversations:
        assert self._app is not None, "the channel is not attached"
        return Conversations(self._app.ctx.agent)

    async def _connect(self, sid: str, environ: dict[str, Any], auth: object) -> None:
        address = address_of(environ["sanic.request"])
        wait = await self._rates.beyond(self._settings.connections_of_address, "connect", address)
        if wait:
            raise ConnectionRefusedError({"reason": "rate", "wait": wait})
        given = auth if isinstance(auth, dict) else {}
        conversation, token = self._opened(given.get("token"))
        await self._server.save_session(sid, {"token": token, "address": address})
        await self._server.enter_room(sid, conversation)
        entries = await self._conversations.entries(conversation, self._address_of(conversation))
        greeting = _Greeting(
            token=token,
            entries=[_sent(entry) for entry in entries],
            greeting=_sent(greeting_entry("en" if given.get("language") == "en" else "lv")),
            longest=LONGEST,
            keep_days=self._settings.keep_days,
        )
        await self._server.emit("session", greeting.model_dump(), to=sid)
        if self._answering[conversation]:
            await self._server.emit("typing", True, to=sid)

    def _opened(self, token: object) -> tuple[str, str]:
        """Return the conversation of a token and its token; a new one where the token is wrong."""
        conversation = self._sessions.conversation(token)
        if conversation is None:
            conversation = self._sessions.new()
            return conversation, self._sessions.token(conversation)
        return conversation, self._sessions.renewed(str(token))

    async def _message(self, sid: str, data: object = None) -> dict[str, Any]:
        event = _read(Typed, data)
        if event is None:
            return _refused("invalid")
        if len(event.text) > LONGEST:
            return _refused("long")
        if not event.text.strip():
            return _refused("empty")
        conversation, address = await self._session(sid)
        if conversation is None:
            return _refused("session")
        if wait := await self._wait(conversation, address, len(event.text)):
            return _refused("rate", wait)
        return await self._answer(conversation, event)

    async def _wait(self, conversation: str, address: str, letters: int) -> int:
        """Count a message; return the seconds to wait where it is one too many, else 0."""
        allowed = self._settings
        return (
            await self._rates.beyond(allowed.messages, "message", conversation)
            or await self._rates.beyond(allowed.messages_of_address, "message", address)
            or await self._rates.beyond(allowed.letters, "letter", conversation, cost=letters)
            or await self._rates.beyond(allowed.letters_of_address, "letter", address, cost=letters)
        )

    async def _answer(self, conversation: str, event: Typed) -> dict[str, Any]:
        """Answer a message in all windows of its conversation."""

        async def show(entry: Entry) -> None:
            await self._server.emit("entry", _sent(entry), room=conversation)

        address = self._address_of(conversation)
        try:
            await self._type(conversation, 1)
            new = await self._conversations.answer(conversation, event, show, address)
            await self._erase_if_asked(conversation)
        except Exception:  # the person gets no exception text; the log has it
            LOG.exception("a message of the website could not be answered")
            return _refused("failed")
        finally:
            await self._type(conversation, -1)
        return Ack(status="ok" if new else "duplicate").model_dump()

    async def _erase_if_asked(self, conversation: str) -> None:
        """Delete the conversation if that was asked for, and have its windows forget its key."""
        assert self._app is not None, "the channel is not attached"
        agent = self._app.ctx.agent
        if await erasure.finish_in_turn(agent.lock_store, agent.tracker_store, conversation):
            await self._server.emit("erased", room=conversation)

    async def _type(self, conversation: str, change: int) -> None:
        """Tell the windows whether an answer is being made."""
        self._answering[conversation] += change
        working = self._answering[conversation] > 0
        if not working:
            del self._answering[conversation]
        await self._server.emit("typing", working, room=conversation)

    async def _feedback(self, sid: str, data: object = None) -> dict[str, Any]:
        event = _read(Judged, data)
        if event is None:
            return _refused("invalid")
        conversation, _ = await self._session(sid)
        if conversation is None:
            return _refused("session")
        if wait := await self._rates.beyond(self._settings.messages, "feedback", conversation):
            return _refused("rate", wait)
        address = self._address_of(conversation)
        judged = await self._conversations.judge(conversation, event, address)
        if judged is None:
            return _refused("unknown_message")
        await self._server.emit("entry", _sent(judged), room=conversation)
        return Ack(status="ok").model_dump()

    async def _greet(self, sid: str, data: object = None) -> dict[str, Any]:
        event = _read(Greeted, data)
        return _sent(greeting_entry(event.language)) if event else _refused("invalid")

    async def _session(self, sid: str) -> tuple[str | None, str]:
        """Return the conversation (none: its token is too old by now) and the address."""
        kept = await self._server.get_session(sid)
        return self._sessions.conversation(kept.get("token")), kept.get("address", "")

    def _address_of(self, conversation: str) -> Callable[[str], str]:
        def address(message: str) -> str:
            token = self._sessions.file_token(conversation, message)
            return f"/webhooks/{self.name()}/files/{token}"

        return address


class _LaterChannel(OutputChannel):
    """Shows what the helpdesk added to a conversation in its windows."""

    def __init__(self, show: Callable[[str, str], Awaitable[None]]) -> None:
        self._show = show

    @classmethod
    def name(cls) -> str:
        return WebsiteInput.name()

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        await self._show(recipient_id, message[KEY])


def greeting_entry(language: Language) -> BotEntry:
    """Return the greeting as it stands above a conversation."""
    call = calls.newest()
    speaker = Speaker(call, language, clock.now(call.timezone).date())
    answer = finish(speaker.say("greet"), "greet")
    return BotEntry(
        id=GREETING,
        time=dt.datetime.now(dt.UTC),
        language=language,
        text=answer.words,
        buttons=[Choice(title=button.title) for button in answer.buttons],
    )


def _read(model: type[EventT], data: object) -> EventT | None:
    try:
        return model.model_validate(data)
    except ValidationError:
        return None


def _sent(entry: Shown) -> dict[str, Any]:
    return entry.model_dump(mode="json", by_alias=True)


def _refused(reason: Reason, wait: int | None = None) -> dict[str, Any]:
    return Ack(status="refused", reason=reason, wait=wait).model_dump()
