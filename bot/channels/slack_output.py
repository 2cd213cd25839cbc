"""What Partneris says in Slack: messages of Block Kit's blocks, and files."""

from __future__ import annotations

import base64
import re
from collections.abc import Awaitable
from http import HTTPStatus
from typing import Any

import aiohttp
from pydantic import BaseModel, ConfigDict
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.http_retry.builtin_async_handlers import (
    AsyncConnectionErrorRetryHandler,
    AsyncRateLimitErrorRetryHandler,
    AsyncServerErrorRetryHandler,
)
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.channels.live import LiveOutput, NotSentError, Place, Pressed, UnreachableError
from bot.channels.names import SLACK
from bot.channels.pieces import Message, Piece, packed, pieces, split
from bot.channels.slack_markup import escape
from bot.responses import Attachment, Button

_NAME = re.compile(SLACK + r"([A-Z0-9]+)-([A-Z0-9]+)(?:-(\d+\.\d+))?")
_LONGEST_BLOCK = 2_900
"""Slack takes 3 000 characters in a block; its marks stand around the text."""
_LONGEST_MESSAGE = 6_000
_LONGEST_TITLE = 75
_MOST_BUTTONS = 25
_RETRIES = 3
_PASSING = {
    "ratelimited",
    "internal_error",
    "fatal_error",
    "service_unavailable",
    "request_timeout",
}
"""Errors that Slack says will go away."""


class Post(BaseModel):
    """A message; `text` is what a notification and a screen reader say."""

    model_config = ConfigDict(frozen=True)

    text: str
    blocks: list[dict[str, Any]]


Part = Post | Attachment


class SlackOutput(LiveOutput[Part]):
    """Posts to a workspace."""

    def __init__(self, client: AsyncWebClient) -> None:
        self._client = client

    @classmethod
    def name(cls) -> str:
        """Return the channel's name."""
        return "slack"

    def place(self, conversation: str) -> Place:
        """See base class."""
        match = _NAME.fullmatch(conversation)
        if match is None:
            raise NotSentError(f"'{conversation}' is no conversation of Slack")
        return Place(chat=match[2], thread=match[3])

    def parts(self, conversation: str, message: Message) -> list[Part]:
        """See base class."""
        packs = packed(pieces(message, _LONGEST_BLOCK, _size), _LONGEST_MESSAGE, _size)
        posts = [_post(pack) for pack in packs]
        if message.buttons and posts:
            posts[-1].blocks.append(_actions(conversation, message.buttons))
        return [*posts, *([message.attachment] if message.attachment else [])]

    async def send(self, place: Place, part: Part) -> None:
        """See base class."""
        if isinstance(part, Attachment):
            upload = self._client.files_upload_v2(
                channel=place.chat,
                thread_ts=place.thread,
                filename=part.name,
                title=part.name,
                content=base64.b64decode(part.content),
            )
            await _called(upload)
            return
        post = self._client.chat_postMessage(
            channel=place.chat,
            thread_ts=place.thread,
            text=part.text,
            blocks=part.blocks,
            unfurl_links=False,
            unfurl_media=False,
        )
        await _called(post)

    async def take_buttons(self, pressed: Pressed) -> None:
        """See base class."""
        update = self._client.chat_update(
            channel=pressed.chat, ts=pressed.message, text=pressed.text, blocks=pressed.shown
        )
        await _called(update)

    async def own_user(self) -> str:
        """Return the bot's user.

        Raises:
            NotSentError: the token is wrong, or Slack cannot be reached.
        """
        return str((await _called(self._client.auth_test()))["user_id"])


def client(token: str, api: str) -> AsyncWebClient:
    """Return a client of Slack's API that waits and tries again by itself."""
    return AsyncWebClient(
        token,
        base_url=f"{api.rstrip('/')}/",
        retry_handlers=[
            AsyncRateLimitErrorRetryHandler(_RETRIES),
            AsyncConnectionErrorRetryHandler(_RETRIES),
            AsyncServerErrorRetryHandler(_RETRIES),
        ],
    )


async def _called(call: Awaitable[Any]) -> Any:
    """Return what Slack answers. The errors say no more than Slack's code: no text, no token."""
    try:
        return await call
    except SlackApiError as error:
        raise _refusal(error.response) from None
    except (TimeoutError, SlackClientError, aiohttp.ClientError, OSError) as error:
        raise UnreachableError(type(error).__name__) from None


def _refusal(answer: object) -> NotSentError:
    if not isinstance(answer, AsyncSlackResponse):
        return UnreachableError("the answer is not Slack's")
    code = str(answer.get("error") or answer.status_code)
    passing = code in _PASSING or answer.status_code >= HTTPStatus.TOO_MANY_REQUESTS
    return UnreachableError(code) if passing else NotSentError(code)


def _size(text: str) -> int:
    return len(escape(text))


def _post(pack: list[Piece]) -> Post:
    first = split("\n".join(piece.text for piece in pack), _LONGEST_BLOCK, _size)[0]
    return Post(text=escape(first), blocks=[_block(piece) for piece in pack])


def _block(piece: Piece) -> dict[str, Any]:
    if piece.kind == "sources":
        return {"type": "context", "elements": [_mrkdwn(escape(piece.text))]}
    return {"type": "section", "text": _mrkdwn(_marked(piece))}


def _marked(piece: Piece) -> str:
    text = escape(piece.text)
    if piece.kind == "table":
        return f"```{text.replace('`', chr(0x2019))}```"
    if piece.strong:
        strong = escape(piece.strong)
        return text.replace(strong, f"*{re.sub(r'[*_~`]', '', strong)}*", 1)
    return text


def _mrkdwn(text: str) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text}


def _actions(conversation: str, buttons: list[Button]) -> dict[str, Any]:
    """Return the buttons; the block keeps the conversation's name, the value the whole title."""
    elements = [
        {
            "type": "button",
            "action_id": f"say-{number}",
            "text": {"type": "plain_text", "text": _cut(button.title)},
            "value": button.title,
        }
        for number, button in enumerate(buttons[:_MOST_BUTTONS])
    ]
    return {"type": "actions", "block_id": conversation, "elements": elements}


def _cut(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"
