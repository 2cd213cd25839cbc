"""Telegram: private chats, and groups where Partneris is addressed. docs/telegram.md: the set-up.

Telegram tells in a header the secret that was given to it with the webhook's address; who does not
know it is not heard.
"""

from __future__ import annotations

import hmac
import json
import logging
import re
from typing import Annotated, Any

import telegram
from pydantic import StringConstraints
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse
from telegram import Bot, CallbackQuery, MessageEntity, Update
from telegram.error import TelegramError

from bot.channels import telegram_output
from bot.channels.live import (
    LiveInput,
    LiveSettings,
    Notice,
    Place,
    Pressed,
    Received,
    read_settings,
)
from bot.channels.names import TELEGRAM
from bot.channels.telegram_output import TelegramOutput
from bot.responses import LANGUAGES
from core.call import Language

LOG = logging.getLogger(__name__)
VARIABLES = {
    "token": "TELEGRAM_BOT_TOKEN",
    "secret": "TELEGRAM_WEBHOOK_SECRET",
    "api": "TELEGRAM_API",
}
_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_SECRET = re.compile(r"[0-9A-Za-z_-]{16,256}")
"""What Telegram takes as a secret, and long enough."""
_COMMANDS = {"/start": "messenger-hello", "/help": "question-what-can-you-do"}
"""The sentences that commands stand for."""
_LANGUAGE_COMMANDS = ("/valoda", "/language")
_NAMING: list[str | None] = [
    MessageEntity.MENTION,
    MessageEntity.BOT_COMMAND,
    MessageEntity.TEXT_MENTION,
]
"""What a bot is addressed with."""
_KINDS = {
    "photo": "photo", "video": "video", "video_note": "video", "voice": "voice", "audio": "voice",
    "sticker": "sticker", "animation": "sticker", "document": "document", "contact": "contact",
    "location": "location", "venue": "location", "poll": "poll",
}  # fmt: skip
"""Kinds of messages that people are told about, as the sentence knows them."""


class Settings(LiveSettings):
    """The channel's part of credentials.yml."""

    api: Annotated[str, StringConstraints(pattern=r"^https?://")] = "https://api.telegram.org"


class TelegramInput(LiveInput[telegram_output.Part]):
    """The channel of a Telegram bot."""

    def __init__(self, settings: Settings) -> None:
        self._secret = settings.secret.get_secret_value().encode()
        self._bot: Bot | None = None
        output = None
        if settings.active:
            base = f"{settings.api.rstrip('/')}/bot"
            self._bot = Bot(settings.token.get_secret_value(), base_url=base)
            output = TelegramOutput(self._bot)
        super().__init__(settings, output)

    @classmethod
    def name(cls) -> str:
        """Return the channel's name, which is part of the address."""
        return "telegram"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> TelegramInput:
        """Return the channel of credentials.yml and the variables; without a token it is off.

        Raises:
            RuntimeError: there is a token without its secret, or the other way round; or Telegram
                would not take the secret.
            ValidationError: a setting is not known or wrong.
        """
        given = read_settings(credentials, VARIABLES, "docs/telegram.md")
        if given and not _SECRET.fullmatch(given["secret"]):
            raise RuntimeError(f"{VARIABLES['secret']}: 16 to 256 of A-Z a-z 0-9 _ - are needed")
        return cls(Settings.model_validate(given))

    async def ready(self) -> None:
        """See base class."""
        assert self._bot is not None
        try:
            await self._bot.initialize()  # asks Telegram once for the bot's name
        except TelegramError as error:  # its text may hold the token
            kind = type(error).__name__
            LOG.error("Telegram does not accept TELEGRAM_BOT_TOKEN or is not reachable: %s", kind)

    def add_routes(self, routes: Blueprint) -> None:
        """See base class."""

        @routes.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            given = request.headers.get(_HEADER, "").encode(errors="replace")
            if not hmac.compare_digest(given, self._secret):
                return response.empty(status=401)
            try:
                body = json.loads(request.body)
            except (ValueError, RecursionError):
                return response.empty(status=400)
            try:
                update = Update.de_json(body, self._bot)
            except (TypeError, KeyError, AttributeError, ValueError):
                # refused, Telegram would send it again and again before anything else
                LOG.exception("an update of Telegram could not be read")
                return response.empty(status=200)
            try:
                return await self._take(update)
            except TelegramError:  # the bot's name is not known yet; Telegram sends it again
                return response.empty(status=503)

    async def _take(self, update: Update) -> HTTPResponse:
        if query := update.callback_query:
            await self._press(query)
            # answered here and now, so that the button stops to wait whatever comes later
            answer = {"method": "answerCallbackQuery", "callback_query_id": query.id}
            return response.json(answer)
        if message := update.message:
            await self._message(f"update-{update.update_id}", message)
        elif message := update.edited_message:
            await self._edited(f"update-{update.update_id}", message)
        return response.empty(status=200)

    async def _message(self, event: str, message: telegram.Message) -> None:
        user = message.from_user
        if user is None or user.is_bot:
            return
        private = message.chat.type == message.chat.PRIVATE
        text = message.text or message.caption or ""
        if not private:
            await self._know_own_name()
            if not self._is_addressed(message):
                return
            text = self._without_own_name(text)
        elif not text:
            await self._not_read(message, _kind(message))
            return
        place = _place(message, None if private else str(message.message_id))
        received = Received(place=place, text=text, language=_device(user))
        command = text.partition(" ")[0].partition("@")[0].lower() if text else "/start"
        if key := _COMMANDS.get(command):
            received = received.model_copy(update={"text": "", "key": key})
        if command in _LANGUAGE_COMMANDS:
            notice = Notice(key="messenger-language", button="messenger-speak")
            received = received.model_copy(update={"text": "", "notice": notice})
        await self.receive(event, _conversation(place), str(user.id), received)

    async def _edited(self, event: str, message: telegram.Message) -> None:
        """Bring a corrected message to the officer who has the conversation; Partneris answered."""
        if await self.is_held(_conversation(_place(message, None))):
            await self._message(event, message)
        else:
            await self._not_read(message, "edited")

    async def _not_read(self, message: telegram.Message, kind: str | None) -> None:
        """Say in a private chat that something of this kind is not read."""
        user = message.from_user
        if message.chat.type != message.chat.PRIVATE or user is None or kind is None:
            return
        place = _place(message, None)
        received = Received(place=place, language=_device(user))
        await self.receive_unreadable(kind, _conversation(place), str(user.id), received)

    async def _press(self, query: CallbackQuery) -> None:
        """Take a press: it says the button's title, and the first one of a message counts."""
        message = query.message
        if not isinstance(message, telegram.Message) or message.reply_markup is None:
            return
        titles = [
            button.text
            for row in message.reply_markup.inline_keyboard
            for button in row
            if button.callback_data == query.data
        ]
        if not titles:
            return
        private = message.chat.type == message.chat.PRIVATE
        place = _place(message, None if private else str(message.message_id))
        pressed = Pressed(chat=place.chat, message=str(message.message_id))
        received = Received(
            place=place, text=titles[0], pressed=pressed, language=_device(query.from_user)
        )
        event = f"press-{message.chat.id}-{message.message_id}"
        await self.receive(event, _conversation(place), str(query.from_user.id), received)

    async def _know_own_name(self) -> None:
        assert self._bot is not None
        await self._bot.initialize()  # asks nothing where the name is known

    def _is_addressed(self, message: telegram.Message) -> bool:
        """Tell whether a message in a group mentions the bot, or answers one of its messages."""
        assert self._bot is not None
        answered = message.reply_to_message
        if answered and answered.from_user and answered.from_user.id == self._bot.id:
            return True
        parse = message.parse_entities if message.text else message.parse_caption_entities
        named = parse(_NAMING) if message.text or message.caption else {}
        return any(
            (entity.user is not None and entity.user.id == self._bot.id)
            or text.lower().endswith(f"@{self._bot.username.lower()}")
            for entity, text in named.items()
        )

    def _without_own_name(self, text: str) -> str:
        assert self._bot is not None
        return re.sub(rf"@{re.escape(self._bot.username)}\b", "", text, flags=re.I).strip()


def _place(message: telegram.Message, reply_to: str | None) -> Place:
    """Return where a message is; a thread of its own is only that of a group's topic."""
    topic = message.message_thread_id if message.is_topic_message else None
    return Place(chat=str(message.chat.id), thread=str(topic) if topic else None, reply_to=reply_to)


def _conversation(place: Place) -> str:
    return f"{TELEGRAM}{place.chat}-{place.thread}" if place.thread else TELEGRAM + place.chat


def _device(user: telegram.User) -> Language | None:
    """Return the language of a person's device where Partneris speaks it."""
    code = (user.language_code or "").partition("-")[0]
    return next((language for language in LANGUAGES if language == code), None)


def _kind(message: telegram.Message) -> str | None:
    """Return the kind of a message without text; none for what tells of the chat itself."""
    return next((kind for name, kind in _KINDS.items() if getattr(message, name)), None)
