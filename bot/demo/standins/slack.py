"""Slack as an app meets it: its Web API, and the events and presses that it sends, signed.

It refuses what Slack refuses (docs.slack.dev: limits of messages and of Block Kit, scopes aside).
"""

from __future__ import annotations

import itertools
import json
import re
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from aiohttp import web
from slack_sdk.signature import SignatureVerifier

from bot.demo.standins.web import LONGEST, StandIn

TOKEN = "xoxb-1111-2222-standin"
SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
TEAM, APP, BOT, BOT_USER = "T0VIAA", "A0PARTNERIS", "B0PARTNERIS", "U0PARTNERIS"
WEBHOOK = "/webhooks/slack/webhook"
_MARKUP = re.compile(r"<[^>]*>")


@dataclass
class Message:
    """A message of Partneris as a person sees it."""

    channel: str
    ts: str
    text: str
    blocks: list[dict[str, Any]]
    thread: str | None
    edited: bool = False

    @property
    def shown(self) -> str:
        """All text of the blocks, unescaped."""
        lines = [_text_of(block) for block in self.blocks]
        shown = "\n".join(line for line in lines if line)
        return shown.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")

    @property
    def titles(self) -> list[str]:
        return [button["text"]["text"] for button in self.buttons]

    @property
    def buttons(self) -> list[dict[str, Any]]:
        return [
            element
            for block in self.blocks
            if block["type"] == "actions"
            for element in block["elements"]
        ]


@dataclass
class File:
    """A file that Partneris shared."""

    name: str
    channel: str | None = None
    thread: str | None = None
    content: bytes = b""
    length: int = 0


@dataclass
class SlackStandIn(StandIn):
    """A workspace with Partneris's app in it."""

    reads_channels: bool = True
    """Whether the app also subscribed to messages of channels, not only to mentions."""
    messages: list[Message] = field(default_factory=list)
    files: dict[str, File] = field(default_factory=dict)
    channels: set[str] = field(default_factory=set)
    said: dict[str, set[str]] = field(default_factory=dict)
    """The ts of people's messages by channel."""

    def __post_init__(self) -> None:
        super().__init__()
        self._numbers = itertools.count(1)
        self._signatures = SignatureVerifier(SECRET)

    @property
    def environment(self) -> dict[str, str]:
        return {
            "SLACK_BOT_TOKEN": TOKEN,
            "SLACK_SIGNING_SECRET": SECRET,
            "SLACK_API": f"{self.url}/api",
        }

    # People

    def direct(self, user: str) -> str:
        """Return the channel of a person's direct messages with Partneris."""
        return self.channel(user.replace("U", "D", 1))

    def channel(self, name: str) -> str:
        self.channels.add(name)
        self.said.setdefault(name, set())
        return name

    def say(
        self, user: str, text: str, channel: str | None = None, thread: str | None = None
    ) -> str:
        """Say something as a person, in a direct message or a channel; return its ts.

        Slack tells of a mention in a channel twice: as a mention and, if wanted, as a message.
        """
        place = channel or self.direct(user)
        ts = self.new_ts()
        self.said[place].add(ts)
        event = self.event(user, text, place, ts, thread)
        kinds = ["message"]
        if channel is not None:
            mentioned = f"<@{BOT_USER}" in text
            kinds = ["app_mention"] * mentioned + ["message"] * self.reads_channels
        for kind in kinds:
            status, _ = self.send({**event, "type": kind})
            assert status == 200
        return ts

    def ask(self, user: str, text: str, count: int = 1, **where: Any) -> list[Message]:
        """Say something as a person and return the next `count` messages of Partneris there."""
        before = len(self.messages)
        ts = self.say(user, text, **where)
        place = where.get("channel")
        thread = (where.get("thread") or ts) if place else where.get("thread")
        return self.answers(place or self.direct(user), count, thread, before)

    def answers(
        self, channel: str, count: int, thread: str | None = None, before: int = 0
    ) -> list[Message]:
        """Wait for `count` messages in a channel (and thread) after the first `before` of all."""

        def there() -> list[Message]:
            found = [
                message
                for message in self.messages[before:]
                if (message.channel, message.thread) == (channel, thread)
            ]
            return found[:count] if len(found) >= count else []

        return self.wait_for(there, LONGEST)

    def press(self, user: str, message: Message, title: str) -> tuple[int, bytes]:
        """Press a button of a message."""
        (button,) = [each for each in message.buttons if each["text"]["text"] == title]
        (block,) = [each for each in message.blocks if each["type"] == "actions"]
        payload = {
            "type": "block_actions",
            "user": {"id": user, "username": "anna", "team_id": TEAM},
            "api_app_id": APP,
            "token": "old",
            "team": {"id": TEAM, "domain": "viaa"},
            "container": {
                "type": "message",
                "message_ts": message.ts,
                "channel_id": message.channel,
                "is_ephemeral": False,
            },
            "trigger_id": f"{next(self._numbers)}.trigger",
            "channel": {"id": message.channel, "name": "directmessage"},
            "message": self._as_sent(message),
            "response_url": f"{self.url}/respond",
            "actions": [
                {
                    **{key: button[key] for key in ("action_id", "text", "value", "type")},
                    "block_id": block["block_id"],
                    "action_ts": self.new_ts(),
                }
            ],
        }
        body = urlencode({"payload": json.dumps(payload)}).encode()
        return self.send_signed(body, content_type="application/x-www-form-urlencoded")

    # Events

    def new_ts(self) -> str:
        return f"{int(time.time())}.{next(self._numbers):06d}"

    def event(
        self, user: str, text: str, channel: str, ts: str, thread: str | None = None
    ) -> dict[str, Any]:
        """Return a message as Slack tells of it."""
        return {
            "type": "message",
            "user": user,
            "ts": ts,
            "client_msg_id": f"client-{ts}",
            "text": text,
            "team": TEAM,
            "channel": channel,
            "event_ts": ts,
            "channel_type": "im" if channel.startswith("D") else "channel",
            **({"thread_ts": thread} if thread else {}),
        }

    def envelope(self, event: dict[str, Any]) -> dict[str, Any]:
        if event["type"] == "app_mention":
            event = {key: value for key, value in event.items() if key != "channel_type"}
        return {
            "token": "old",
            "team_id": TEAM,
            "api_app_id": APP,
            "event": event,
            "type": "event_callback",
            "event_id": f"Ev{next(self._numbers):08d}",
            "event_time": int(time.time()),
            "authorizations": [
                {
                    "enterprise_id": None,
                    "team_id": TEAM,
                    "user_id": BOT_USER,
                    "is_bot": True,
                    "is_enterprise_install": False,
                }
            ],
            "is_ext_shared_channel": False,
            "event_context": "4-context",
        }

    def send(self, event: dict[str, Any], **headers: str) -> tuple[int, bytes]:
        """Send an event."""
        return self.send_signed(json.dumps(self.envelope(event)).encode(), headers=headers)

    def send_signed(
        self,
        body: bytes,
        content_type: str = "application/json",
        timestamp: str | None = None,
        signature: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> tuple[int, bytes]:
        """Send a body as Slack does, signed now, or at another time, or wrongly."""
        at = timestamp or str(int(time.time()))
        signed = signature or self._signatures.generate_signature(timestamp=at, body=body) or ""
        own = {
            "Content-Type": content_type,
            "X-Slack-Request-Timestamp": at,
            "X-Slack-Signature": signed,
        }
        return self.post(WEBHOOK, body, own | (headers or {}))

    def taken(self, envelope: dict[str, Any]) -> bool:
        """Send an event; tell whether it was taken. Slack sends it again where it was not."""
        return self.reached(lambda: self.send_signed(json.dumps(envelope).encode()))

    # The API

    def routes(self, app: web.Application) -> None:
        app.router.add_post("/api/{method}", self._call)
        app.router.add_post("/upload/{file}", self._upload)

    async def _call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        given = dict(request.query) | await _body(request)
        trouble = await self._trouble(method, given)
        if trouble is not None:  # aiohttp's responses count as false
            return trouble
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if token != TOKEN:
            return _error("invalid_auth" if token else "not_authed")
        known = {
            "auth.test": self._auth_test,
            "chat.postMessage": self._post_message,
            "chat.update": self._update,
            "files.getUploadURLExternal": self._upload_url,
            "files.completeUploadExternal": self._complete_upload,
        }
        if method not in known:
            return _error("unknown_method")
        answer = known[method](given)
        self.changed()
        return answer

    def _auth_test(self, given: dict[str, Any]) -> web.Response:
        return _ok(
            url="https://viaa.slack.com/", team="VIAA", user="partneris", team_id=TEAM,
            user_id=BOT_USER, bot_id=BOT, is_enterprise_install=False,
        )  # fmt: skip

    def _post_message(self, given: dict[str, Any]) -> web.Response:
        channel, thread = given.get("channel"), given.get("thread_ts")
        if channel not in self.channels:
            return _error("channel_not_found")
        known = self.said[channel] | {each.ts for each in self.messages if each.channel == channel}
        if thread and thread not in known:
            return _error("thread_not_found")
        if problem := _wrong_message(given):
            return _error(*problem)
        ts = self.new_ts()
        blocks = _with_ids(given.get("blocks") or [], ts)
        message = Message(channel, ts, given.get("text") or "", blocks, thread)
        self.messages.append(message)
        own = {**self._as_sent(message), "channel": channel, "channel_type": "im", "event_ts": ts}
        # Slack tells an app of its own messages, too
        self._loop.run_in_executor(None, self.reached, lambda: self.send(own))
        return _ok(channel=channel, ts=ts, message=self._as_sent(message))

    def _update(self, given: dict[str, Any]) -> web.Response:
        found = [each for each in self.messages if each.ts == given.get("ts")]
        if not found or found[0].channel != given.get("channel"):
            return _error("message_not_found")
        if problem := _wrong_message(given):
            return _error(*problem)
        message = found[0]
        message.text, message.edited = given.get("text") or "", True
        message.blocks = _with_ids(given.get("blocks") or [], message.ts)
        return _ok(channel=message.channel, ts=message.ts, text=message.text)

    def _upload_url(self, given: dict[str, Any]) -> web.Response:
        if not given.get("filename") or int(given.get("length") or 0) <= 0:
            return _error("invalid_arguments")
        name = f"F{next(self._numbers):08d}"
        self.files[name] = File(given["filename"], length=int(given["length"]))
        return _ok(upload_url=f"{self.url}/upload/{name}", file_id=name)

    async def _upload(self, request: web.Request) -> web.Response:
        file = self.files[request.match_info["file"]]
        file.content = await request.read()
        if len(file.content) != file.length:
            return web.Response(status=400, text="length")
        return web.Response(text=f"OK - {file.length}")

    def _complete_upload(self, given: dict[str, Any]) -> web.Response:
        wanted = given.get("files") or []
        wanted = json.loads(wanted) if isinstance(wanted, str) else wanted
        if not wanted or any(not self.files[each["id"]].content for each in wanted):
            return _error("file_not_found")
        channel = given.get("channel_id") or given.get("channels")
        if channel not in self.channels:
            return _error("channel_not_found")
        for each in wanted:
            self.files[each["id"]].channel = channel
            self.files[each["id"]].thread = given.get("thread_ts")
        return _ok(files=[{"id": each["id"], "title": each.get("title")} for each in wanted])

    def shared(self, channel: str) -> list[File]:
        """Return the files that are in a channel."""
        return [file for file in self.files.values() if file.channel == channel]

    def _as_sent(self, message: Message) -> dict[str, Any]:
        return {
            "type": "message",
            "user": BOT_USER,
            "bot_id": BOT,
            "app_id": APP,
            "team": TEAM,
            "ts": message.ts,
            "text": message.text,
            "blocks": message.blocks,
            **({"thread_ts": message.thread} if message.thread else {}),
        }


def _ok(**values: Any) -> web.Response:
    return web.json_response({"ok": True, **values})


def _error(code: str, *details: str) -> web.Response:
    metadata = {"response_metadata": {"messages": [f"[ERROR] {each}" for each in details]}}
    return web.json_response({"ok": False, "error": code, **(metadata if details else {})})


async def _body(request: web.Request) -> dict[str, Any]:
    if request.content_type == "application/json":
        return dict(await request.json())
    return dict(await request.post())


def _with_ids(blocks: list[dict[str, Any]], ts: str) -> list[dict[str, Any]]:
    return [{"block_id": f"{ts}-{number}", **block} for number, block in enumerate(blocks)]


def _text_of(block: dict[str, Any]) -> str:
    if block["type"] == "section":
        return str(block["text"]["text"])
    if block["type"] == "context":
        return "\n".join(element["text"] for element in block["elements"])
    return ""


def _wrong_message(given: dict[str, Any]) -> tuple[str, ...] | None:
    """Return Slack's error for a message that it would not take."""
    blocks = given.get("blocks") or []
    blocks = json.loads(blocks) if isinstance(blocks, str) else blocks
    if not given.get("text") and not blocks:
        return ("no_text",)
    if len(given.get("text") or "") > 40_000:
        return ("msg_too_long",)
    if len(blocks) > 50:
        return ("invalid_blocks", "no more than 50 items allowed [json-pointer:/blocks]")
    names = [block["block_id"] for block in blocks if "block_id" in block]
    if len(set(names)) < len(names) or any(len(name) > 255 for name in names):
        return ("invalid_blocks", "block_id")
    for number, block in enumerate(blocks):
        if problem := _wrong_block(block):
            return ("invalid_blocks", f"{problem} [json-pointer:/blocks/{number}]")
    if sum(len(_text_of(block)) for block in blocks) > 13_200:
        return ("msg_blocks_too_long",)
    return None


def _wrong_block(block: dict[str, Any]) -> str | None:
    match block["type"]:
        case "section":
            return _wrong_text(block.get("text"), 3_000, ("mrkdwn", "plain_text"))
        case "context":
            elements = block.get("elements") or []
            if not 1 <= len(elements) <= 10:
                return "must have 1 to 10 elements"
            wrong = (_wrong_text(each, 3_000, ("mrkdwn", "plain_text")) for each in elements)
            return next((each for each in wrong if each), None)
        case "actions":
            return _wrong_actions(block.get("elements") or [])
        case other:
            return f"unsupported block: {other}"


def _wrong_text(text: Any, longest: int, kinds: tuple[str, ...]) -> str | None:
    if not isinstance(text, dict) or text.get("type") not in kinds:
        return "unsupported type"
    if not isinstance(text.get("text"), str) or not text["text"]:
        return "must be more than 0 characters"
    if len(text["text"]) > longest:
        return f"must be less than {longest + 1} characters"
    if _MARKUP.search(text["text"]):  # Slack would read a mention or a link in it
        return "nothing of Partneris may hold markup"
    return None


def _wrong_actions(elements: list[dict[str, Any]]) -> str | None:
    if not 1 <= len(elements) <= 25:
        return "must have 1 to 25 elements"
    names = [element.get("action_id") for element in elements]
    if len(set(names)) < len(names) or any(not 1 <= len(str(name)) <= 255 for name in names):
        return "action_id"
    for element in elements:
        if element.get("type") != "button":
            return "unsupported element"
        if len(element.get("value") or "") > 2_000:
            return "value must be less than 2001 characters"
        if problem := _wrong_text(element.get("text"), 75, ("plain_text",)):
            return problem
    return None
