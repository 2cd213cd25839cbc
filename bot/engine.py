"""Partneris loaded and ready: one code path for `serve`, `ask` and the tests."""

from __future__ import annotations

import os
import time
from functools import lru_cache
from pathlib import Path

from rasa.core.agent import Agent, load_agent
from rasa.core.channels.channel import UserMessage
from rasa.core.utils import AvailableEndpoints
from rasa.shared.core.events import Event
from rasa.shared.exceptions import RasaException

from bot import database, training
from bot.action_server import RemoteActions
from bot.channels.clean import clean
from bot.channels.collect import Collector
from bot.channels.rest import understood
from bot.in_process import InProcessActions
from bot.partner import TurnResult, turn_result
from bot.privacy import erasure, events
from bot.training import ROOT

CONVERSATIONS = "PARTNERIS_CONVERSATIONS"
"""Variable with another file for the conversations, where they lie in SQLite."""
ENDPOINTS = "PARTNERIS_ENDPOINTS"
"""Variable with another endpoints file, such as deploy/endpoints.yml."""
_KINDS_OF_EVENTS = 100
"""More than Rasa has."""


def endpoints(persistent: bool) -> AvailableEndpoints:
    """Return Rasa's endpoints: actions in this process, talks in memory or as configured.

    Raises:
        RuntimeError: the file cannot be read, or a variable that it names is not set.
    """
    _remember_kinds_of_events()
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


def _remember_kinds_of_events() -> None:
    """Let Rasa look once for the class of a kind of event, and not anew for each event.

    It walks through all subclasses for each slot that an action sets, and for each event of a
    conversation in memory.
    """
    if not hasattr(Event.resolve_by_type, "cache_info"):
        Event.resolve_by_type = staticmethod(lru_cache(_KINDS_OF_EVENTS)(Event.resolve_by_type))


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
        return turn_result(text, understood(dict(latest)), collector.messages, spent)

    async def close(self) -> None:
        """See Partner."""
