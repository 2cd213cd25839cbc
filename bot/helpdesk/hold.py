"""A person's message on its way to Rasa: while an officer holds the conversation, it is only kept.

Rasa's own pause (`ConversationPaused`) is set, too, but ends with a session; the ticket decides.
"""

from __future__ import annotations

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.events import ConversationResumed

from bot.helpdesk import tickets
from bot.metrics import Turn


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
    ticket = tickets.person_wrote(message.sender_id)
    if ticket is not None and ticket.state in tickets.HELD:
        turn.state, turn.language = "with_officer", ticket.language
        await processor.log_message(message)
        return
    # what ended the officer's turn may still be on its way to the conversation (desk.py)
    if tickets.was_held(message.sender_id):
        await _resume(agent, message.sender_id)
    if message.output_channel:
        message.output_channel = turn.heard(message.output_channel)
    await processor.handle_message(message)


async def _resume(agent: Agent, conversation: str) -> None:
    tracker = await agent.tracker_store.retrieve(conversation)
    if tracker is not None and tracker.is_paused():
        tracker.update(ConversationResumed(), agent.domain)
        await agent.tracker_store.save(tracker)
