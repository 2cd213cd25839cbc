"""A person's message on its way to Rasa: while an officer holds the conversation, it is only kept.

Rasa's own pause (`ConversationPaused`) is set, too, but ends with a session; the ticket decides.
"""

from __future__ import annotations

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage

from bot.helpdesk import tickets


async def handle(agent: Agent, message: UserMessage) -> None:
    """Let Rasa answer a message, or keep it for the officer who holds the conversation.

    The caller holds the conversation's lock.
    """
    processor = agent.processor
    assert processor is not None, "the model is not loaded"
    ticket = tickets.person_wrote(message.sender_id)
    if ticket is not None and ticket.state in tickets.HELD:
        await processor.log_message(message)
    else:
        await processor.handle_message(message)
