"""What Partneris says in Telegram: messages in its HTML, photos and files, buttons below."""

from __future__ import annotations

import asyncio
import base64
import datetime as dt
import html
import logging
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

from pydantic import BaseModel, ConfigDict
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.constants import ChatAction, ParseMode
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError

from bot.channels.live import (
    LiveOutput,
    NotSentError,
    Place,
    Pressed,
    UnreachableError,
    background,
)
from bot.channels.names import TELEGRAM
from bot.channels.pieces import Message, Piece, packed, pieces
from bot.responses import Attachment

_NAME = re.compile(TELEGRAM + r"(-?\d+)(?:-(\d+))?")
_LONGEST_MESSAGE = 4_000
"""Telegram takes 4 096 units of UTF-16; between pieces stand blank lines."""
_TYPING_LASTS = 5
"""Seconds that Telegram shows it."""
_TYPING_WITHIN = 1
"""Seconds; the answer does not wait longer for it."""
_TRIES = 3
_LONGEST_WAIT = 60
"""Seconds; a longer wait is spent outside, so that the server can be stopped."""
_PHOTO = "image/png"
# httpx logs every address, and the token is part of Telegram's
logging.getLogger("httpx").setLevel(logging.WARNING)


class Part(BaseModel):
    """A message in HTML, or a file; `titles` are its buttons."""

    model_config = ConfigDict(frozen=True)

    html: str = ""
    file: Attachment | None = None
    titles: list[str] = []


class TelegramOutput(LiveOutput[Part]):
    """Writes as a bot."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    @classmethod
    def name(cls) -> str:
        """Return the channel's name."""
        return "telegram"

    def place(self, conversation: str) -> Place:
        """See base class."""
        match = _NAME.fullmatch(conversation)
        if match is None:
            raise NotSentError(f"'{conversation}' is no conversation of Telegram")
        return Place(chat=match[1], thread=match[2])

    def parts(self, conversation: str, message: Message) -> list[Part]:
        """See base class."""
        packs = packed(pieces(message, _LONGEST_MESSAGE, _units), _LONGEST_MESSAGE, _units)
        parts = [Part(html="\n\n".join(_marked(piece) for piece in pack)) for pack in packs]
        if message.attachment:
            parts.append(Part(file=message.attachment))
        if message.buttons and parts:
            titles = [button.title for button in message.buttons]
            parts[-1] = parts[-1].model_copy(update={"titles": titles})
        return parts

    async def send(self, place: Place, part: Part) -> None:
        """See base class."""
        common: dict[str, Any] = {
            "chat_id": int(place.chat),
            "message_thread_id": int(place.thread) if place.thread else None,
            "reply_parameters": _reply(place.reply_to),
            "reply_markup": _keyboard(part.titles),
        }
        await _called(lambda: self._sending(part, common))

    def _sending(self, part: Part, common: dict[str, Any]) -> Awaitable[Any]:
        if part.file is None:
            return self._bot.send_message(
                text=part.html,
                parse_mode=ParseMode.HTML,
                link_preview_options=LinkPreviewOptions(is_disabled=True),
                **common,
            )
        file = InputFile(base64.b64decode(part.file.content), filename=part.file.name)
        if part.file.media_type == _PHOTO:
            return self._bot.send_photo(photo=file, **common)
        return self._bot.send_document(document=file, disable_content_type_detection=True, **common)

    async def take_buttons(self, pressed: Pressed) -> None:
        """See base class."""
        await _called(
            lambda: self._bot.edit_message_reply_markup(
                chat_id=int(pressed.chat), message_id=int(pressed.message), reply_markup=None
            )
        )

    @asynccontextmanager
    async def typing(self, place: Place) -> AsyncIterator[None]:
        """See base class."""

        async def show() -> None:
            thread = int(place.thread) if place.thread else None
            await self._bot.send_chat_action(
                int(place.chat), ChatAction.TYPING, message_thread_id=thread
            )

        async def go_on() -> None:
            while True:
                await asyncio.sleep(_TYPING_LASTS)
                await show()

        # before Rasa computes: it leaves no time to send anything beside
        with suppress(TelegramError, TimeoutError):
            await asyncio.wait_for(show(), _TYPING_WITHIN)
        async with background(go_on()):
            yield


async def _called(call: Callable[[], Awaitable[Any]]) -> Any:
    """Return what Telegram answers; wait and try again where that helps.

    The errors that are raised say what kind of failure it was: some texts of the library's own hold
    the token, which is part of the address.
    """
    for number in range(1, _TRIES + 1):
        try:
            return await call()
        except RetryAfter as error:
            wait = _seconds(error.retry_after)
            if number == _TRIES or wait > _LONGEST_WAIT:
                raise UnreachableError("RetryAfter", wait) from None
        except BadRequest as error:  # a kind of NetworkError, but one that stays
            raise NotSentError(error.message) from None
        except NetworkError as error:
            wait = float(number)
            if number == _TRIES:
                raise UnreachableError(type(error).__name__) from None
        except TelegramError as error:
            raise NotSentError(type(error).__name__) from None
        await asyncio.sleep(wait)
    raise AssertionError("every try returns or raises")


def _seconds(given: int | dt.timedelta) -> float:
    return given.total_seconds() if isinstance(given, dt.timedelta) else float(given)


def _units(text: str) -> int:
    """Return a text's length as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2


def _marked(piece: Piece) -> str:
    text = html.escape(piece.text)
    if piece.kind == "table":
        return f"<pre>{text}</pre>"
    if piece.kind == "sources":
        return f"<i>{text}</i>"
    if piece.strong:
        strong = html.escape(piece.strong)
        return text.replace(strong, f"<b>{strong}</b>", 1)
    return text


def _reply(message: str | None) -> ReplyParameters | None:
    if message is None:
        return None
    return ReplyParameters(int(message), allow_sending_without_reply=True)


def _keyboard(titles: list[str]) -> InlineKeyboardMarkup | None:
    """Return a button a line; what a press sends is only its number in the message."""
    if not titles:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(title, callback_data=str(number))]
            for number, title in enumerate(titles)
        ]
    )
