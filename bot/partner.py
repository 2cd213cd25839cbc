"""Somebody to talk to: what Partneris answers, and a running server as the command asks it.

Imports nothing of Rasa, which takes seconds that a client of a server need not pay.
"""

from __future__ import annotations

import os
import time
import uuid
from typing import Any, Protocol

import aiohttp
from pydantic import BaseModel, ConfigDict

from bot import responses

TOKEN = "PARTNERIS_REST_TOKEN"
"""Variable with the REST channel's token, for the server and for `partneris ask --url`."""


class Reply(BaseModel):
    """One message of the assistant."""

    model_config = ConfigDict(extra="ignore")

    text: str
    buttons: list[responses.Button]
    attachment: responses.Attachment | None = None


class TurnResult(BaseModel):
    """One message of a person and what came back."""

    user: str
    language: str | None
    intent: str | None
    confidence: float
    entities: list[dict[str, Any]]
    fallback: bool
    answered: list[str]
    """Intents that were answered, in order: of each question; for 'and …?' the last topic's."""
    replies: list[Reply]
    sources: list[str]
    milliseconds: int


class Partner(Protocol):
    """Somebody to talk to: Partneris in this process, or a running server."""

    async def send(self, conversation: str, text: str) -> TurnResult:
        """Send a message of a conversation and return what came back."""
        ...

    async def close(self) -> None:
        """Let go of what is held."""
        ...


class Remote:
    """A running server, over its REST channel, with its token where the variable is set."""

    def __init__(self, url: str) -> None:
        self._url = f"{url.rstrip('/')}/webhooks/rest/webhook?debug=true"
        token = os.environ.get(TOKEN)
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self._session = aiohttp.ClientSession(headers=headers)

    async def send(self, conversation: str, text: str) -> TurnResult:
        """See Partner.

        Raises:
            aiohttp.ClientError: the server does not answer, or not well.
        """
        start = time.perf_counter()
        body = {"sender": conversation, "message": text}
        async with self._session.post(self._url, json=body) as answer:
            answer.raise_for_status()
            messages = await answer.json()
        spent = time.perf_counter() - start
        return turn_result(text, messages[0]["understood"] if messages else {}, messages, spent)

    async def close(self) -> None:
        """See Partner."""
        await self._session.close()


def new_conversation() -> str:
    """Return an id that no other conversation has."""
    return uuid.uuid4().hex


def turn_result(
    text: str, parse: dict[str, Any], messages: list[dict[str, Any]], seconds: float
) -> TurnResult:
    """Return what came back for a message.

    Args:
        text: the message.
        parse: what was understood of it.
        messages: the answers as the REST channel gives them.
        seconds: how long they took.
    """
    first = messages[0] if messages else {}
    return TurnResult(
        user=text,
        language=first.get("language"),
        intent=parse.get("intent"),
        confidence=parse.get("confidence") or 0.0,
        entities=parse.get("entities") or [],
        fallback=any(message["fallback"] for message in messages),
        answered=[message["answered"] for message in messages if message.get("answered")],
        replies=[Reply.model_validate(message) for message in messages],
        sources=[source for message in messages for source in message["sources"]],
        milliseconds=round(seconds * 1000),
    )
