"""What was said in the conversations of tickets, for pages that ask every two seconds."""

from __future__ import annotations

import datetime as dt
import time
from collections import OrderedDict
from dataclasses import dataclass

from bot.channels.messages import Entry
from bot.helpdesk.desk import Desk
from bot.helpdesk.tickets import Ticket

_KEPT = 200
"""Conversations; more than an agency has open."""
_READ_AGAIN = 1.0
"""Seconds after which a conversation is read again while it may still change."""
_SETTLED = 120.0
"""Seconds after the last change of a ticket from when on nothing more of it is on its way."""


@dataclass
class _Read:
    version: int
    changed: float
    read: float
    entries: list[Entry]


class Talks:
    """Reads conversations from Rasa's tracker store, and not again while nothing can be new.

    A ticket's version goes up when the person writes and when an officer acts, a little before the
    words are in the store; so a conversation is read again for a while after each change.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        # a deleted ticket's number may be given anew: the moment of the request tells them apart
        self._kept: OrderedDict[tuple[int, dt.datetime], _Read] = OrderedDict()

    async def of(self, ticket: Ticket) -> list[Entry]:
        """Return all that was said in a ticket's conversation."""
        now = time.monotonic()
        name = (ticket.id, ticket.requested_at)
        kept = self._kept.get(name)
        fresh = kept is not None and kept.version == ticket.version
        if kept is None or not fresh:
            entries = await self._read(ticket)
            kept = self._kept[name] = _Read(ticket.version, now, now, entries)
        elif kept.read - kept.changed < _SETTLED and now - kept.read >= _READ_AGAIN:
            kept.entries = await self._read(ticket)
            kept.read = now
        self._kept[name] = self._kept.pop(name, kept)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return kept.entries

    async def _read(self, ticket: Ticket) -> list[Entry]:
        return await self._desk.conversation(
            ticket.conversation, lambda message: f"/console/tickets/{ticket.id}/files/{message}"
        )
