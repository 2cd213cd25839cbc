"""Partneris loaded and ready: one code path for `serve`, `ask` and the tests."""

from __future__ import annotations

import os
import time
import uuid
from pathlib import Path
from typing import Any, Protocol

import aiohttp
from pydantic import BaseModel, ConfigDict
from rasa.core.agent import Agent, load_agent
from rasa.core.channels.channel import UserMessage
from rasa.core.utils import AvailableEndpoints
from rasa.shared.exceptions import RasaException

from bot import database, responses, training
from bot.action_server import RemoteActions
from bot.channels.clean import clean
from bot.channels.collect import Collector
from bot.channels.rest import TOKEN, understood
from bot.in_process import InProcessActions
from bot.privacy import erasure, events
from bot.training import ROOT

CONVERSATIONS = "PARTNERIS_CONVERSATIONS"
"""Variable with another file for the conversations, where they lie in SQLite."""
ENDPOINTS = "PARTNERIS_ENDPOINTS"
"""Variable with another endpoints file, such as deploy/endpoints.yml."""


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


def endpoints(persistent: bool) -> AvailableEndpoints:
    """Return Rasa's endpoints: actions in this process, talks in memory or as configured.

    Raises:
        RuntimeError: the file cannot be read, or a variable that it names is not set.
    """
    configured = _configured() if persistent else AvailableEndpoints()
    if configured.action is None:
        configured.action = InProcessActions()
    else:
        configured.action = RemoteActions.of(configured.action)
    store = configured.tracker_store
    if store is not None and store.kwargs.get("dialect") == "sqlite":
        path = Path(os.environ.get(CONVERSATIONS) or ROOT / store.kwargs["db"])
        path.parent.mkdir(parents=True, exist_ok=True)
        store.kwargs["db"] = str(path)
    return configured


def _configured() -> AvailableEndpoints:
    path = Path(os.environ.get(ENDPOINTS) or ROOT / "endpoints.yml")
    if not path.is_file():  # Rasa would serve without what the file should say
        raise RuntimeError(f"{path}: there is no such endpoints file")
    try:
        return AvailableEndpoints.read_endpoints(str(path))
    except RasaException as error:
        raise RuntimeError(f"{path}: {error}") from None


class Local:
    """Partneris in this process."""

    def __init__(self, agent: Agent) -> None:
        self._agent = agent

    @classmethod
    async def load(cls, model: Path) -> Local:
        """Load a trained model.

        Raises:
            BrokenModelError: the model could not be loaded, or is not the one that was trained.
        """
        training.check(model)
        database.upgrade()
        agent = await load_agent(str(model), endpoints=endpoints(persistent=False))
        if not agent.is_ready():
            raise training.BrokenModelError(f"the model {model.name} could not be loaded")
        events.use(lambda: agent.tracker_store)
        return cls(agent)

    async def send(self, conversation: str, text: str) -> TurnResult:
        """See Partner."""
        collector, start = Collector(), time.perf_counter()
        message = UserMessage(clean(text), collector, conversation, input_channel="ask")
        await self._agent.handle_message(message)
        spent = time.perf_counter() - start
        tracker = await self._agent.tracker_store.retrieve(conversation)
        latest = tracker.latest_message.parse_data if tracker and tracker.latest_message else {}
        await erasure.finish(self._agent.tracker_store, conversation)
        return _result(text, understood(dict(latest)), collector.messages, spent)

    async def close(self) -> None:
        """See Partner."""


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
        return _result(text, messages[0]["understood"] if messages else {}, messages, spent)

    async def close(self) -> None:
        """See Partner."""
        await self._session.close()


def new_conversation() -> str:
    """Return an id that no other conversation has."""
    return uuid.uuid4().hex


def _result(
    text: str, parse: dict[str, Any], messages: list[dict[str, Any]], seconds: float
) -> TurnResult:
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
