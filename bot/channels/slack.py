"""Slack: direct messages, mentions in channels, and their threads. docs/slack.md has the set-up.

One address takes both events and presses of buttons. Every request is signed by Slack; the
signature is checked over the body as it came, and the time of signing must be that of now.
"""

from __future__ import annotations

import asyncio
import json
import logging
from typing import Any
from urllib.parse import parse_qs

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse
from slack_sdk.signature import SignatureVerifier

from bot.channels import inbox, slack_output
from bot.channels.live import (
    LiveInput,
    LiveSettings,
    NotSentError,
    Place,
    Pressed,
    Received,
    read_settings,
)
from bot.channels.names import SLACK
from bot.channels.slack_markup import escape, mentions, mentions_anybody, plain
from bot.channels.slack_output import SlackOutput

LOG = logging.getLogger(__name__)
VARIABLES = {"token": "SLACK_BOT_TOKEN", "secret": "SLACK_SIGNING_SECRET", "api": "SLACK_API"}
_READ_SUBTYPES = (None, "file_share", "thread_broadcast")
"""Messages of people; all other kinds tell of something else: edits, deletions, joins."""


class Settings(LiveSettings):
    """The channel's part of credentials.yml."""

    api: str = "https://slack.com/api"


class _Sent(BaseModel):
    """Base of what Slack sends; anything else in it is left out."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class _Event(_Sent):
    type: str
    channel: str
    user: str
    ts: str
    text: str = ""
    subtype: str | None = None
    bot_id: str | None = None
    channel_type: str | None = None
    thread_ts: str | None = None
    files: list[Any] = []


class _Authorization(_Sent):
    team_id: str
    user_id: str


class _Envelope(_Sent):
    event: _Event
    authorizations: list[_Authorization] = Field(min_length=1)


class _Named(_Sent):
    id: str


class _Action(_Sent):
    block_id: str
    value: str


class _Message(_Sent):
    ts: str
    text: str = ""
    thread_ts: str | None = None
    blocks: list[dict[str, Any]] = []


class _Press(_Sent):
    user: _Named
    channel: _Named
    message: _Message
    actions: list[_Action] = Field(min_length=1)


class SlackInput(LiveInput[slack_output.Part]):
    """The channel of a Slack workspace."""

    def __init__(self, settings: Settings) -> None:
        token, secret = settings.token.get_secret_value(), settings.secret.get_secret_value()
        self._slack = (
            SlackOutput(slack_output.client(token, settings.api)) if settings.active else None
        )
        self._signatures = SignatureVerifier(secret) if settings.active else None
        super().__init__(settings, self._slack)

    @classmethod
    def name(cls) -> str:
        """Return the channel's name, which is part of the address."""
        return "slack"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> SlackInput:
        """Return the channel of credentials.yml and the variables; without a token it is off.

        Raises:
            RuntimeError: there is a token without its secret, or the other way round.
            ValidationError: a setting is not known or wrong.
        """
        return cls(Settings.model_validate(read_settings(credentials, VARIABLES, "docs/slack.md")))

    async def ready(self) -> None:
        """See base class."""
        assert self._slack is not None
        try:
            await self._slack.own_user()
        except NotSentError as error:
            LOG.error("Slack does not accept SLACK_BOT_TOKEN, or is not reachable: %s", error)

    def add_routes(self, routes: Blueprint) -> None:
        """See base class."""

        @routes.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            if not self._is_signed(request):
                return response.empty(status=401)
            try:
                body = _body(request)
            except (ValueError, RecursionError):
                return response.empty(status=400)
            if body.get("type") == "url_verification":
                return response.text(str(body.get("challenge") or ""))
            await self._take(body)
            return response.empty(status=200)

    def _is_signed(self, request: Request) -> bool:
        assert self._signatures is not None
        try:
            return self._signatures.is_valid_request(request.body, dict(request.headers))
        except (ValueError, TypeError):  # a time that is no number, letters that no signature has
            return False

    async def _take(self, body: dict[str, Any]) -> None:
        """Take a message or a press; whatever else Slack tells is not for Partneris."""
        try:
            if body.get("type") == "block_actions":
                await self._press(_Press.model_validate(body))
            elif body.get("type") == "event_callback":
                await self._message(_Envelope.model_validate(body))
        except ValidationError:
            return

    async def _message(self, envelope: _Envelope) -> None:
        event, workspace = envelope.event, envelope.authorizations[0]
        if not _is_of_person(event, workspace.user_id):
            return
        key = f"{workspace.team_id}-{event.channel}"
        direct = event.channel_type == "im"
        if not direct and not await self._is_addressed(event, workspace.user_id, key):
            return
        thread = event.thread_ts if direct else event.thread_ts or event.ts
        text = plain(event.text, workspace.user_id)
        place = Place(chat=event.channel, thread=thread)
        conversation = SLACK + (key if direct else f"{key}-{thread}")
        received = Received(place=place, text=text)
        if not text and event.files:
            if direct:
                await self.receive_unreadable("document", conversation, event.user, received)
            return
        if not text:  # nothing but the mention
            received = Received(place=place, key="messenger-hello")
        await self.receive(f"{key}-{event.ts}", conversation, event.user, received)

    async def _is_addressed(self, event: _Event, own: str, key: str) -> bool:
        """Tell whether a message in a channel is for Partneris.

        It mentions Partneris, or stands in a thread that a mention began and mentions nobody else.
        """
        if event.type == "app_mention" or mentions(event.text, own):
            return True
        if event.thread_ts is None or mentions_anybody(event.text):
            return False
        return await asyncio.to_thread(inbox.known, self.name(), f"{key}-{event.thread_ts}")

    async def _press(self, press: _Press) -> None:
        """Take a press: it says the button's title, and the first one of a message counts."""
        assert self._slack is not None
        action, message, chat = press.actions[0], press.message, press.channel.id
        try:
            place = self._slack.place(action.block_id)
        except NotSentError:
            return
        if place.chat != chat:
            return
        said = {"type": "mrkdwn", "text": f"✓ {escape(action.value)}"}
        shown = [block for block in message.blocks if block.get("type") != "actions"]
        pressed = Pressed(
            chat=chat,
            message=message.ts,
            text=message.text,
            shown=[*shown, {"type": "context", "elements": [said]}],
        )
        thread = place.thread or message.thread_ts
        received = Received(
            place=Place(chat=chat, thread=thread), text=action.value, pressed=pressed
        )
        await self.receive(f"press-{chat}-{message.ts}", action.block_id, press.user.id, received)


def _body(request: Request) -> dict[str, Any]:
    """Return what Slack sent: events as JSON, presses as a form with JSON in it.

    Raises:
        ValueError: it is neither.
    """
    text = request.body.decode()
    if str(request.content_type).startswith("application/x-www-form-urlencoded"):
        text = parse_qs(text).get("payload", [""])[0]
    body = json.loads(text)
    if not isinstance(body, dict):
        raise ValueError("the body is no object")
    return body


def _is_of_person(event: _Event, own: str) -> bool:
    return (
        event.type in ("message", "app_mention")
        and event.subtype in _READ_SUBTYPES
        and event.bot_id is None
        and event.user != own
    )
