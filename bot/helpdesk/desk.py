"""Brings what officers say, and what people are told of it, to the people's channels.

An officer's act and what is to be said of it are one transaction (tickets.py). What is to be said
lies in the table `outgoing` until it is in the conversation and the channel has taken it, so a
restart loses nothing. Each row is worked on under Rasa's lock of its conversation and read again
there, so two servers never say it twice.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
import time
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, OutputChannel
from rasa.shared.core.events import BotUttered, ConversationPaused, ConversationResumed, Event
from rasa.shared.core.trackers import DialogueStateTracker
from sanic import Sanic
from sqlalchemy import select

from bot import clock, database
from bot.channels.conversations import KEY, LOCK_TURN, Address, Conversations
from bot.channels.messages import Entry
from bot.helpdesk import tickets
from bot.helpdesk.tables import OutgoingRow, TicketRow

LOG = logging.getLogger(__name__)
_EVERY = dt.timedelta(seconds=2)
"""How often is looked for what another process left, or a channel refused."""
_AFTER_FAILURE = 15
"""Seconds until a channel that refused is tried again."""
_EFFECTS: dict[str, type[Event]] = {"pause": ConversationPaused, "resume": ConversationResumed}


class Desk:
    """The helpdesk's way to conversations."""

    def __init__(self, app: Sanic, channels: Iterable[InputChannel]) -> None:
        self._app = app
        self._outputs: dict[str, OutputChannel] = {
            channel.name(): output
            for channel in channels
            if (output := channel.get_output_channel()) is not None
        }
        self._news = asyncio.Event()
        self._busy: set[str] = set()
        """Conversations to which something is being delivered."""
        self._later: dict[str, float] = {}
        """When a conversation whose channel refused is tried again."""

    @property
    def _agent(self) -> Agent:
        return self._app.ctx.agent

    def wake(self) -> None:
        """Deliver at once: an officer has said or done something."""
        self._news.set()

    async def conversation(self, name: str, address: Address) -> list[Entry]:
        """Return all that was said in a conversation.

        Args:
            name: the conversation.
            address: makes the addresses of files.
        """
        return await Conversations(self._agent).entries(name, address)

    async def tracker(self, name: str) -> DialogueStateTracker | None:
        """Return what Rasa knows of a conversation."""
        return await self._agent.tracker_store.retrieve_full_tracker(name)

    async def keep_delivering(self) -> None:
        """Deliver what waits, now and whenever something is said, until the server stops."""
        since, patience = time.monotonic(), tickets.ABANDONED.total_seconds()
        watch = clock.Watch()
        while True:
            try:
                self.deliver()
                # after a start, or when the clock was set, consoles must be heard of again first
                jumped = watch.jumped_within(patience)
                if time.monotonic() - since > patience and not jumped:
                    tickets.release_abandoned()
            except Exception:  # the database is away; the next round tries again
                LOG.exception("what officers said could not be read")
            try:
                await asyncio.wait_for(self._news.wait(), _EVERY.total_seconds())
            except TimeoutError:
                continue
            self._news.clear()

    def deliver(self) -> None:
        """Begin to deliver what waits: each conversation in order, none waits for another."""
        now = time.monotonic()
        for (conversation, channel), rows in groupby(sorted(_waiting()), key=lambda row: row[:2]):
            if conversation in self._busy or now < self._later.get(conversation, 0):
                continue
            self._busy.add(conversation)
            numbers = [number for *_, number in rows]
            self._app.add_task(self._deliver_all(conversation, channel, numbers))

    async def _deliver_all(self, conversation: str, channel: str, rows: Sequence[int]) -> None:
        try:
            for number in rows:
                await self._deliver(conversation, channel, number)
        except Exception:  # later ones must not come before it; a later round tries again
            LOG.exception("a message of the helpdesk could not be delivered")
            self._later[conversation] = time.monotonic() + _AFTER_FAILURE
        else:
            self._later.pop(conversation, None)
        finally:
            self._busy.discard(conversation)

    async def _deliver(self, conversation: str, channel: str, number: int) -> None:
        async with self._agent.lock_store.lock(conversation, wait_time_in_seconds=LOCK_TURN):
            row = _undelivered(number)
            if row is None:
                return
            message = {**row.message, KEY: row.key}
            await self._keep(conversation, message, row.effect)
            if output := self._outputs.get(channel):
                await output.send_response(conversation, message)
            _mark_delivered(number)

    async def _keep(self, conversation: str, message: dict[str, Any], effect: str | None) -> None:
        """Add a message and its effect to the conversation, unless it is there already."""
        store = self._agent.tracker_store
        whole = await store.retrieve_full_tracker(conversation)
        if whole is not None and _holds(whole.events, message[KEY]):
            return
        tracker = await store.get_or_create_tracker(conversation, append_action_listen=False)
        rest = {name: value for name, value in message.items() if name != "text"}
        events: list[Event] = [BotUttered(message["text"], rest)]
        if effect:
            events.append(_EFFECTS[effect]())
        for event in events:
            tracker.update(event, self._agent.domain)
        await store.save(tracker)


def _holds(events: Iterable[Event], key: str) -> bool:
    return any(isinstance(event, BotUttered) and event.data.get(KEY) == key for event in events)


def _waiting() -> list[tuple[str, str, int]]:
    """Return what waits as conversation, channel and row."""
    with database.reading() as session:
        rows = session.execute(
            select(TicketRow.conversation, TicketRow.channel, OutgoingRow.id)
            .join(TicketRow, TicketRow.id == OutgoingRow.ticket_id)
            .where(OutgoingRow.delivered_at.is_(None))
        )
        return [tuple(row) for row in rows]


def _undelivered(number: int) -> OutgoingRow | None:
    with database.reading() as session:
        row = session.get(OutgoingRow, number)
        return row if row is not None and row.delivered_at is None else None


def _mark_delivered(number: int) -> None:
    with database.session() as session:
        session.get(OutgoingRow, number).delivered_at = database.now()
