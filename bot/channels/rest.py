"""Rasa's REST channel (`/webhooks/rest/webhook`) with cleaned messages and richer answers.

Without a token only this machine may ask; with one (`token`, or PARTNERIS_REST_TOKEN), everybody
who sends `Authorization: Bearer …`. Request: `{"sender": "…", "message": "…"}`. Answer: a list of
`{"recipient_id", "text", "table", "buttons", "attachment", "sources", "language", "fallback",
"answered"}`; with `?debug=true` each
also has `understood`: language, intent, confidence and entities of the message.
"""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.channels.channel import InputChannel, UserMessage
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.addresses import has_token, is_own_machine
from bot.channels.clean import clean, visible
from bot.channels.collect import Collector
from bot.channels.names import RESERVED
from bot.partner import TOKEN

LOG = logging.getLogger(__name__)
SHORTEST_TOKEN = 32
LONGEST_BODY = 64 * 1024
_LONGEST_SENDER = 200


class CleanRestInput(InputChannel):
    """The REST channel."""

    def __init__(self, token: str = "") -> None:
        self._token = token

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> CleanRestInput:
        """Return the channel of credentials.yml and the variable.

        Raises:
            RuntimeError: the token is shorter than 32 characters.
        """
        token = str((credentials or {}).get("token") or os.environ.get(TOKEN, ""))
        if token and len(token) < SHORTEST_TOKEN:
            raise RuntimeError(f"the REST channel's token needs {SHORTEST_TOKEN} characters")
        return cls(token)

    @property
    def has_token(self) -> bool:
        """Whether only those may ask who know the token."""
        return bool(self._token)

    def _may_ask(self, request: Request) -> bool:
        return has_token(request, self._token) if self._token else is_own_machine(request)

    @classmethod
    def name(cls) -> str:
        """Return the name, which is part of the address."""
        return "rest"

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Return the routes."""
        routes = Blueprint("clean_rest", __name__)

        @routes.route("/", methods=["GET"])
        async def health(request: Request) -> HTTPResponse:
            return response.json({"status": "ok"})

        @routes.route("/webhook", methods=["POST"])
        async def receive(request: Request) -> HTTPResponse:
            if not self._may_ask(request):
                return response.json({"error": "the token is missing or wrong"}, status=401)
            problem, body = read_body(request.body)
            if problem:
                return response.json({"error": problem}, status=400)
            collector = Collector()
            message = UserMessage(
                clean(body["message"]), collector, body["sender"], input_channel=self.name()
            )
            try:
                await on_new_message(message)
            except Exception:  # the person gets no exception text; the log has it
                LOG.exception("a message over REST could not be answered")
                return response.json({"error": "internal error"}, status=500)
            if request.args.get("debug") == "true":
                await _add_understood(request, body["sender"], collector)
            return response.json(collector.messages)

        return routes


def read_body(raw: bytes) -> tuple[str | None, dict[str, str]]:
    """Return a problem in words, or the body with `sender` and `message`."""
    if len(raw) > LONGEST_BODY:
        return f"the body is longer than {LONGEST_BODY} bytes", {}
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError):
        return "the body is not JSON", {}
    if not isinstance(body, dict) or not isinstance(body.get("message"), str):
        return "the body needs a text `message`", {}
    sender = body.get("sender", "default")
    if not isinstance(sender, str) or not 1 <= len(sender) <= _LONGEST_SENDER:
        return f"`sender` must be a text of 1 to {_LONGEST_SENDER} characters", {}
    if visible(sender) != sender:  # not every database keeps what cannot be shown
        return "`sender` must have no invisible characters", {}
    if sender.startswith(RESERVED):  # a conversation of another channel is only reached there
        return f"`sender` must not begin with {', '.join(RESERVED)}", {}
    return None, {"message": body["message"], "sender": sender}


async def _add_understood(request: Request, sender: str, collector: Collector) -> None:
    tracker = await request.app.ctx.agent.tracker_store.retrieve(sender)
    if tracker is not None and tracker.latest_message is not None:
        for message in collector.messages:
            message["understood"] = understood(tracker.latest_message.parse_data)


def understood(parse_data: dict[str, Any]) -> dict[str, Any]:
    """Return what is worth telling of Rasa's parse of a message."""
    ranking = parse_data.get("intent_ranking") or []
    intent = parse_data.get("intent") or {}
    return {
        "language": (parse_data.get("language") or {}).get("name"),
        "intent": intent.get("name"),
        "confidence": round(float(intent.get("confidence") or 0), 4),
        "entities": [
            {key: entity[key] for key in ("entity", "value", "text") if key in entity}
            for entity in parse_data.get("entities") or []
        ],
        "ranking": [
            {"intent": entry["name"], "confidence": round(float(entry["confidence"]), 4)}
            for entry in ranking[:3]
        ],
    }
