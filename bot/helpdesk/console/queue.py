"""The queue as an officer sees it: own conversations, who waits, and what others hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from bot import database
from bot.channels.messages import Entry, UserEntry
from bot.helpdesk.console.talks import Talks
from bot.helpdesk.officers import Officer
from bot.helpdesk.tickets import Ticket
from core.call import FieldId

_FIRST = 140
"""Letters of a message that the queue shows."""
Writer = Literal["person", "bot", "officer"]


@dataclass(frozen=True)
class Card:
    """A ticket in the queue."""

    ticket: Ticket
    since: dt.datetime
    """From when on it waits for something."""
    minutes: int
    writer: Writer | None
    """Who said `words`; none: nothing was said."""
    words: str
    """The first words of what was last said; of who waits, their own."""
    new: bool
    """Whether the officer should look at it."""
    left: bool
    """Whether its holder's console is closed, so that this officer may take it over."""

    @property
    def key(self) -> str:
        """What tells a new event from one that was announced before."""
        moment = self.ticket.requested_at if self.ticket.waits else self.ticket.person_at
        return f"{self.ticket.id}-{self.ticket.state}-{moment.timestamp()}"


@dataclass(frozen=True)
class Queue:
    """The queue."""

    mine: list[Card]
    waiting: list[Card]
    """What this officer may take."""
    elsewhere: list[Card]
    """What waits for officers of other fields."""
    others: list[Card]
    """What other officers hold."""
    news: list[Card]
    """What the officer should look at, whatever field the queue is narrowed to."""


async def queue(
    officer: Officer,
    field: FieldId | None,
    talks: Talks,
    waiting: list[Ticket],
    held: list[Ticket],
    gone: set[int],
) -> Queue:
    """Return the queue.

    Args:
        officer: who looks.
        field: only tickets of this field and those without one; the officer's own always.
        talks: reads conversations.
        waiting: the tickets that nobody holds.
        held: those that somebody holds.
        gone: the officers whose consoles are closed.
    """

    async def cards(chosen: Iterable[Ticket]) -> list[Card]:
        return [await _card(ticket, officer, talks, gone) for ticket in chosen]

    def in_field(ticket: Ticket) -> bool:
        return field is None or ticket.field in (field, None)

    mine = await cards(each for each in held if each.officer_id == officer.id)
    own = await cards(each for each in waiting if officer.serves(each.field))
    others = (each for each in held if each.officer_id != officer.id and in_field(each))
    elsewhere = (each for each in waiting if not officer.serves(each.field) and in_field(each))
    return Queue(
        mine=sorted(mine, key=lambda card: (not card.new, card.since)),
        waiting=[card for card in own if in_field(card.ticket)],
        elsewhere=await cards(elsewhere),
        others=await cards(others),
        news=[card for card in [*mine, *own] if card.new],
    )


async def _card(ticket: Ticket, officer: Officer, talks: Talks, gone: set[int]) -> Card:
    entries = await talks.of(ticket)
    last = _last(entries, of_person=ticket.waits)
    since = ticket.requested_at if ticket.waits else _since(ticket, entries)
    own = ticket.officer_id == officer.id
    words = " ".join(last.text.split()) if last else ""
    return Card(
        ticket=ticket,
        since=since,
        minutes=int((database.now() - since).total_seconds() // 60),
        writer=writer(last) if last else None,
        words=words[:_FIRST] + "…" if len(words) > _FIRST else words,
        new=officer.serves(ticket.field) if ticket.waits else own and ticket.unread,
        left=ticket.officer_id in gone and officer.serves(ticket.field),
    )


def _last(entries: list[Entry], of_person: bool) -> Entry | None:
    """Return what was said last; while the bot still answers, what the person said tells more."""
    for entry in reversed(entries):
        if writer(entry) == "person" or not (of_person or _is_notice(entry)):
            return entry
    return None


def _since(ticket: Ticket, entries: list[Entry]) -> dt.datetime:
    """Return from when on a held conversation waits: for an answer, or for the person's next word.

    Several messages in a row wait from the first one on.
    """
    moment = ticket.person_at
    spoken = [each for each in entries if not _is_notice(each)]
    for entry in reversed(spoken):
        if writer(entry) != writer(spoken[-1]):
            break
        moment = entry.time
    return moment


def writer(entry: Entry) -> Writer:
    """Return who said something."""
    if isinstance(entry, UserEntry):
        return "person"
    return "officer" if entry.officer else "bot"


def _is_notice(entry: Entry) -> bool:
    return not isinstance(entry, UserEntry) and entry.notice
