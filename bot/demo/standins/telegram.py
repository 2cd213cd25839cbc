"""Telegram as a bot meets it: the Bot API, and the updates that it sends to the webhook.

It refuses what Telegram refuses (core.telegram.org/bots/api), with its descriptions.
"""

from __future__ import annotations

import itertools
import json
import re
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from aiohttp import web

from bot.demo.standins.web import LONGEST, StandIn

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
SECRET = "standin_secret-0123456789"
BOT = {
    "id": 110201543,
    "is_bot": True,
    "first_name": "Partneris",
    "username": "PartnerisBot",
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
}
WEBHOOK = "/webhooks/telegram/webhook"
_TAGS = {"b", "strong", "i", "em", "u", "s", "code", "pre", "a", "blockquote"}
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass
class Message:
    """A message of Partneris as a person sees it."""

    chat: int
    id: int
    text: str = ""
    """Without its marks."""
    html: str = ""
    titles: list[str] = field(default_factory=list)
    keyboard: list[list[dict[str, Any]]] = field(default_factory=list)
    file: str | None = None
    content: bytes = b""
    photo: bool = False
    reply_to: int | None = None
    thread: int | None = None


@dataclass
class TelegramStandIn(StandIn):
    """Telegram with people, groups and Partneris's bot."""

    privacy: bool = False
    """Whether the bot's privacy mode is on: in groups only commands and replies reach it."""
    messages: list[Message] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)
    """Presses that were answered, so that the button stopped waiting."""
    chats: dict[int, dict[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()
        self._numbers = itertools.count(1)
        self._said: dict[int, set[int]] = {}

    @property
    def environment(self) -> dict[str, str]:
        return {
            "TELEGRAM_BOT_TOKEN": TOKEN,
            "TELEGRAM_WEBHOOK_SECRET": SECRET,
            "TELEGRAM_API": self.url,
        }

    # People

    def group(self, chat: int) -> int:
        """Return a group's id after it was made."""
        self._open(chat, {"id": chat, "type": "supergroup", "title": "Projekts"})
        return chat

    def _open(self, number: int, chat: dict[str, Any]) -> dict[str, Any]:
        self._said.setdefault(number, set())
        return self.chats.setdefault(number, chat)

    def say(
        self,
        user: int,
        text: str | None = None,
        chat: int | None = None,
        reply_to: Message | None = None,
        language: str | None = "lv",
        **more: Any,
    ) -> int:
        """Say something as a person, privately or in a group; return the message's id."""
        update = self.update(user, text, chat, reply_to, language, **more)
        message = update["message"]
        if chat is None or not self.privacy or _reaches_private_bot(message):
            status, _ = self.send(update)
            assert status == 200
        return int(message["message_id"])

    def ask(self, user: int, text: str, count: int = 1, **more: Any) -> list[Message]:
        """Say something as a person and return the next `count` messages of Partneris there."""
        before = len(self.messages)
        self.say(user, text, **more)
        return self.answers(more.get("chat") or user, count, before)

    def answers(self, chat: int, count: int, before: int = 0) -> list[Message]:
        """Wait for `count` messages in a chat after the first `before` of all."""

        def there() -> list[Message]:
            found = [message for message in self.messages[before:] if message.chat == chat]
            return found[:count] if len(found) >= count else []

        return self.wait_for(there, LONGEST)

    def press(self, user: int, message: Message, title: str) -> str:
        """Press a button of a message; return the press's id."""
        (button,) = [
            button for row in message.keyboard for button in row if button["text"] == title
        ]
        query = str(next(self._numbers))
        status, body = self.send(
            {
                "update_id": next(self._numbers),
                "callback_query": {
                    "id": query,
                    "from": self.user(user),
                    "chat_instance": "1",
                    "data": button["callback_data"],
                    "message": self._as_sent(message),
                },
            }
        )
        assert status == 200
        self._answer_in(body)
        return query

    def _answer_in(self, body: bytes) -> None:
        """Take the call that an answer to an update may hold."""
        call = json.loads(body) if body else {}
        if call.get("method") == "answerCallbackQuery":
            self.answered.append(call["callback_query_id"])

    # Updates

    def user(self, number: int, language: str | None = "lv") -> dict[str, Any]:
        user = {"id": number, "is_bot": False, "first_name": "Anna"}
        return user | ({"language_code": language} if language else {})

    def update(
        self,
        user: int,
        text: str | None = None,
        chat: int | None = None,
        reply_to: Message | None = None,
        language: str | None = "lv",
        kind: str = "message",
        **more: Any,
    ) -> dict[str, Any]:
        """Return a message as Telegram tells of it."""
        private = {"id": user, "type": "private", "first_name": "Anna"}
        place = self._open(chat or user, private)
        number = next(self._numbers)
        self._said[place["id"]].add(number)
        message = {
            "message_id": number,
            "from": self.user(user, language),
            "chat": place,
            "date": int(time.time()),
            **more,
        }
        if text is not None:
            message |= {"text": text, "entities": _entities(text)}
        if reply_to is not None:
            message["reply_to_message"] = self._as_sent(reply_to)
        return {"update_id": next(self._numbers), kind: message}

    def send(self, update: dict[str, Any], secret: str | None = SECRET) -> tuple[int, bytes]:
        """Send an update, with the secret or another one or none."""
        headers = {"Content-Type": "application/json"}
        if secret is not None:
            headers["X-Telegram-Bot-Api-Secret-Token"] = secret
        return self.post(WEBHOOK, json.dumps(update).encode(), headers)

    def taken(self, update: dict[str, Any]) -> bool:
        """Send an update; tell whether it was taken. Telegram sends it again where it was not."""
        return self.reached(lambda: self.send(update))

    # The API

    def routes(self, app: web.Application) -> None:
        app.router.add_post("/bot{token}/{method}", self._call)

    async def _call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        given: dict[str, Any] = dict(await request.post())
        trouble = await self._trouble(method, given)
        if trouble is not None:  # aiohttp's responses count as false
            return trouble
        if request.match_info["token"] != TOKEN:
            return _error(401, "Unauthorized")
        known = {
            "getMe": lambda _: _ok(BOT),
            "sendMessage": self._send_message,
            "sendDocument": self._send_document,
            "sendPhoto": self._send_photo,
            "sendChatAction": self._send_chat_action,
            "editMessageReplyMarkup": self._edit_markup,
            "answerCallbackQuery": self._answer_query,
        }
        if method not in known:
            return _error(404, "Not Found")
        answer = known[method](given)
        self.changed()
        return answer

    def _send_message(self, given: dict[str, Any]) -> web.Response:
        if given.get("parse_mode") not in (None, "HTML"):
            return _error(400, "Bad Request: unsupported parse_mode")
        reader = _Html()
        if problem := reader.read(given.get("text") or "", given.get("parse_mode")):
            return _error(400, f"Bad Request: can't parse entities: {problem}")
        text = reader.text.strip()
        if not text:
            return _error(400, "Bad Request: message text is empty")
        if len(text.encode("utf-16-le")) // 2 > 4096:
            return _error(400, "Bad Request: message is too long")
        return self._sent(given, text=text, html=given["text"])

    def _send_document(self, given: dict[str, Any]) -> web.Response:
        return self._send_file(given, "document", photo=False)

    def _send_photo(self, given: dict[str, Any]) -> web.Response:
        return self._send_file(given, "photo", photo=True)

    def _send_file(self, given: dict[str, Any], name: str, photo: bool) -> web.Response:
        part = given.get(name)
        if isinstance(part, str) and part.startswith("attach://"):
            part = given.get(part.removeprefix("attach://"))
        if not isinstance(part, web.FileField):
            return _error(400, f"Bad Request: there is no {name} in the request")
        content = part.file.read()
        if not content:
            return _error(400, "Bad Request: file must be non-empty")
        if photo and (len(content) > 10_000_000 or not content.startswith(_PNG)):
            return _error(400, "Bad Request: IMAGE_PROCESS_FAILED")
        if len(given.get("caption") or "") > 1024:
            return _error(400, "Bad Request: message caption is too long")
        return self._sent(given, file=part.filename, content=content, photo=photo)

    def _sent(self, given: dict[str, Any], **values: Any) -> web.Response:
        """Keep a message and return it as Telegram does."""
        chat = int(given.get("chat_id") or 0)
        if chat not in self.chats:
            return _error(400, "Bad Request: chat not found")
        keyboard = json.loads(given.get("reply_markup") or "{}").get("inline_keyboard") or []
        buttons = [button for row in keyboard for button in row]
        for button in buttons:
            if not button.get("text"):
                return _error(400, "Bad Request: text buttons are unallowed in the inline keyboard")
            if not 1 <= len(button.get("callback_data", "").encode()) <= 64:
                return _error(400, "Bad Request: BUTTON_DATA_INVALID")
        reply = json.loads(given.get("reply_parameters") or "{}")
        known = self._said[chat] | {each.id for each in self.messages if each.chat == chat}
        reply_to = reply.get("message_id")
        if reply_to and reply_to not in known and not reply.get("allow_sending_without_reply"):
            return _error(400, "Bad Request: message to be replied not found")
        thread = given.get("message_thread_id")
        message = Message(
            chat,
            next(self._numbers),
            titles=[button["text"] for button in buttons],
            keyboard=keyboard,
            reply_to=reply_to,
            thread=int(thread) if thread else None,
            **values,
        )
        self.messages.append(message)
        return _ok(self._as_sent(message))

    def _send_chat_action(self, given: dict[str, Any]) -> web.Response:
        if int(given.get("chat_id") or 0) not in self.chats:
            return _error(400, "Bad Request: chat not found")
        if given.get("action") != "typing":
            return _error(400, "Bad Request: wrong parameter action in request")
        return _ok(True)

    def _edit_markup(self, given: dict[str, Any]) -> web.Response:
        number = int(given.get("message_id") or 0)
        found = [each for each in self.messages if each.id == number]
        if not found or found[0].chat != int(given.get("chat_id") or 0):
            return _error(400, "Bad Request: message to edit not found")
        message = found[0]
        keyboard = json.loads(given.get("reply_markup") or "{}").get("inline_keyboard") or []
        if keyboard == message.keyboard:
            return _error(400, "Bad Request: message is not modified")
        message.keyboard = keyboard
        message.titles = [button["text"] for row in keyboard for button in row]
        return _ok(self._as_sent(message))

    def _answer_query(self, given: dict[str, Any]) -> web.Response:
        self.answered.append(str(given["callback_query_id"]))
        return _ok(True)

    def _as_sent(self, message: Message) -> dict[str, Any]:
        sent: dict[str, Any] = {
            "message_id": message.id,
            "from": {key: BOT[key] for key in ("id", "is_bot", "first_name", "username")},
            "chat": self.chats[message.chat],
            "date": int(time.time()),
        }
        if message.text:
            sent["text"] = message.text
        if message.keyboard:
            sent["reply_markup"] = {"inline_keyboard": message.keyboard}
        if message.file:
            sent["document"] = {"file_id": "1", "file_unique_id": "1", "file_name": message.file}
        return sent


class _Html(HTMLParser):
    """Reads Telegram's HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self._problem = "", ""
        self._open: list[str] = []

    def read(self, text: str, mode: str | None) -> str:
        """Read a text; return what is wrong with it."""
        if mode is None:
            self.text = text
            return ""
        self.feed(text)
        self.close()
        if self._open and not self._problem:
            self._problem = f'Can\'t find end tag corresponding to start tag "{self._open[-1]}"'
        return self._problem

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in _TAGS:
            self._problem = f'Unsupported start tag "{tag}"'
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self._problem = f'Unexpected end tag "{tag}"'

    def handle_data(self, data: str) -> None:
        self.text += data


def _entities(text: str) -> list[dict[str, Any]]:
    """Return commands and mentions with their places in units of UTF-16."""
    found = [("bot_command", each) for each in re.finditer(r"(?<!\S)/\w+(?:@\w+)?", text)]
    found += [("mention", each) for each in re.finditer(r"(?<!\S)@\w{4,}", text)]
    return [
        {
            "type": kind,
            "offset": len(text[: each.start()].encode("utf-16-le")) // 2,
            "length": len(each[0].encode("utf-16-le")) // 2,
        }
        for kind, each in found
    ]


def _reaches_private_bot(message: dict[str, Any]) -> bool:
    """Tell whether a group's message reaches a bot whose privacy mode is on."""
    to_bot = message.get("reply_to_message", {}).get("from", {}).get("id") == BOT["id"]
    return to_bot or any(each["type"] == "bot_command" for each in message.get("entities") or [])


def _ok(result: Any) -> web.Response:
    return web.json_response({"ok": True, "result": result})


def _error(code: int, description: str, **parameters: int) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": code, "description": description}
    return web.json_response(body | ({"parameters": parameters} if parameters else {}), status=code)


def too_many(seconds: int) -> web.Response:
    """Return Telegram's answer to too many messages."""
    description = f"Too Many Requests: retry after {seconds}"
    return _error(429, description, retry_after=seconds)
