"""A person's message on its way to Rasa: while an officer holds the conversation, it is only kept.

Rasa's own pause (`ConversationPaused`) is set, too, but ends with a session; the ticket decides.
Only what a person asks about their own data is answered then, too: it is their right.
"""

from __future__ import annotations

import asyncio
from contextlib import AbstractAsyncContextManager, nullcontext
from typing import Any
from weakref import WeakKeyDictionary

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.policies.policy import PolicyPrediction
from rasa.core.processor import MessageProcessor
from rasa.shared.core.events import ConversationResumed, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from actions import data_question
from bot.helpdesk import tickets
from bot.in_process import InProcessActions
from bot.metrics import Turn

_PAUSE = 0.002
"""Seconds between two messages where others wait."""


class InOrder(AbstractAsyncContextManager[None]):
    """Lets one after the other in; between two of them all else that is on its way gets on.

    To answer a message takes the event loop 20 ms without a break. A message of the website has
    dozens of steps before and behind that (limits, lock, windows, Redis), and each of them would
    wait for the answers to all others that have come.
    """

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._waiting = 0

    async def __aenter__(self) -> None:
        """Wait for one's turn."""
        self._waiting += 1
        try:
            await self._lock.acquire()
        finally:
            self._waiting -= 1
        try:
            await asyncio.sleep(0)  # who comes meanwhile finds the lock taken, and waits
        except BaseException:
            self._lock.release()
            raise

    async def __aexit__(self, *_: object) -> None:
        """Give the turn to the next one."""
        try:
            if self._waiting:
                await asyncio.sleep(_PAUSE)
        finally:
            self._lock.release()


_TURNS: WeakKeyDictionary[MessageProcessor, InOrder] = WeakKeyDictionary()
_SURE = 0.9
"""Below this a message is for the officer: it may only sound like a request about data."""
_ACTIONS = {
    data_question.EXPORT: "action_export_data",
    data_question.DELETE: "action_delete_data",
    # the action reads the answer itself (actions/turn_reading/), as after every message
    data_question.CONFIRMED: "action_delete_data",
    data_question.KEPT: "action_delete_data",
}


async def handle(agent: Agent, message: UserMessage, turn: Turn) -> None:
    """Let Rasa answer a message, or keep it for the officer who holds the conversation.

    The caller holds the conversation's lock.

    Args:
        agent: Rasa's agent.
        message: what came in.
        turn: is told what becomes of it.
    """
    processor = agent.processor
    assert processor is not None, "the model is not loaded"
    ticket, was_held = tickets.person_wrote(message.sender_id)
    if ticket is not None and ticket.held:
        turn.state, turn.language = "with_officer", ticket.language
        await _keep(processor, message)
        return
    # what ended the officer's turn may still be on its way to the conversation (desk.py)
    if was_held:
        await _resume(agent, message.sender_id)
    if message.output_channel:
        message.output_channel = turn.heard(message.output_channel)
    async with _in_turn(processor):
        await processor.handle_message(message)


def _in_turn(processor: MessageProcessor) -> AbstractAsyncContextManager[Any]:
    """Let messages be answered one by one, in the order in which they came.

    Nothing is lost by it while the actions run in this process, which is at work on one of them all
    the time. Without it whoever has to wait for something on the way, as the website's windows do,
    is overtaken by everybody who has not: under more load than there is room for that made seconds.
    """
    if not isinstance(processor.action_endpoint, InProcessActions):
        return nullcontext()
    return _TURNS.setdefault(processor, InOrder())


async def _keep(processor: MessageProcessor, message: UserMessage) -> None:
    """Keep a message for the officer; answer what is asked about the person's data."""
    tracker = await processor.log_message(message)
    name = _about_data(tracker)
    if name is None:
        if tracker.get_slot("data_question"):  # a later 'yes' is meant for the officer
            tracker.update(SlotSet("data_question", None), processor.domain)
            await processor.save_tracker(tracker)
        return
    prediction = PolicyPrediction.for_action_name(processor.domain, name)
    channel = message.output_channel
    await processor.execute_action(message.sender_id, name, channel, processor.nlg, prediction)


def _about_data(tracker: DialogueStateTracker) -> str | None:
    """Return the action that answers the latest message where it is about the person's data."""
    message = tracker.latest_message
    if message is None:
        return None
    intent = (message.intent or {}).get("name") or ""
    if data_question.is_open(tracker.get_slot("data_question")):
        answered = data_question.answer(message.text or "", intent)
        if answered:
            return _ACTIONS[answered]
    sure = float((message.intent or {}).get("confidence") or 0) >= _SURE
    return _ACTIONS.get(intent) if sure else None


async def _resume(agent: Agent, conversation: str) -> None:
    tracker = await agent.tracker_store.retrieve(conversation)
    if tracker is not None and tracker.is_paused():
        tracker.update(ConversationResumed(), agent.domain)
        await agent.tracker_store.save(tracker)
