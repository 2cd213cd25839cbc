"""Finds conversations for whoever answers a request about somebody's data."""

from __future__ import annotations

import re

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.events import UserUttered
from sqlalchemy import func, or_, select

from bot import database
from bot.helpdesk.tables import BookingRow, TicketRow
from bot.privacy import events

_FEWEST_DIGITS = 6
"""Of a telephone number; fewer would find too many."""


def of_ticket(number: int) -> list[str]:
    """Return the conversation of a ticket."""
    with database.reading() as session:
        return list(session.scalars(select(TicketRow.conversation).where(TicketRow.id == number)))


def of_contact(store: TrackerStore, address: str) -> list[str]:
    """Return the conversations in which a person left or wrote an address or telephone number."""
    found = set(_left(address)) | set(_said(store, address))
    return sorted(found)


def _left(address: str) -> list[str]:
    wanted = address.strip().casefold()
    digits = _digits(address)
    with database.reading() as session:
        rows = [
            tuple(row)
            for table in (TicketRow, BookingRow)
            for row in session.execute(
                select(table.conversation, table.contact).where(table.contact.is_not(None))
            )
        ]
    return [
        conversation
        for conversation, contact in rows
        if wanted in contact.casefold()
        or (len(digits) >= _FEWEST_DIGITS and digits in _digits(contact))
    ]


def _said(store: TrackerStore, address: str) -> list[str]:
    """Return the conversations in which the address stands in a person's message."""
    kept = events.sql(store)
    if kept is None:
        return []
    event = kept.SQLEvent
    data = func.lower(event.data)
    with kept.session_scope() as session:
        found = session.query(event.sender_id).filter(
            event.type_name == UserUttered.type_name,
            or_(*(data.contains(each, autoescape=True) for each in _written(address))),
        )
        return [name for (name,) in found.distinct()]


def _written(address: str) -> list[str]:
    """Return an address as it may stand in the events, which are JSON."""
    small = address.strip().lower()
    return [small, small.encode("ascii", "backslashreplace").decode()]


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
