"""Consultation days: their slots, and who has booked which.

The days stand in the call's data; every officer of a field serves the whole day. That nobody gets a
slot twice is the database's own rule (two unique indexes over what is not cancelled), so it holds
for any number of processes: of two who want the same slot at once, one gets `TakenError`.
"""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Any

from pydantic import BaseModel, ConfigDict
from sqlalchemy import delete, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot import database
from bot.helpdesk import officers
from bot.helpdesk.officers import Officer
from bot.helpdesk.tables import BookingRow, OfficerRow
from core.call import Call, ConsultationDay, FieldId, Language

LONGEST_ABOUT, LONGEST_NAME, LONGEST_CONTACT = 500, 100, 200


class Slot(BaseModel):
    """A part of an officer's consultation day, in the agency's time zone."""

    model_config = ConfigDict(frozen=True)

    officer: Officer
    start: dt.datetime
    end: dt.datetime


class Request(BaseModel):
    """Who books, and for what."""

    model_config = ConfigDict(frozen=True)

    conversation: str
    channel: str
    field: FieldId
    language: Language


class Booking(BaseModel):
    """A booked slot; moments are in UTC."""

    model_config = ConfigDict(frozen=True, from_attributes=True)

    id: int
    uid: str
    conversation: str
    channel: str
    officer_id: int
    officer: str
    """The officer's name."""
    officer_email: str
    day: dt.date
    starts_at: dt.datetime
    ends_at: dt.datetime
    field: FieldId
    language: Language
    about: str | None
    name: str | None
    contact: str | None
    sequence: int
    created_at: dt.datetime
    changed_at: dt.datetime
    cancelled_at: dt.datetime | None


class TakenError(Exception):
    """Somebody else has the slot."""


class AlreadyBookedError(Exception):
    """The conversation has a slot on that day; it can be moved."""


def upcoming(call: Call, now: dt.datetime) -> list[ConsultationDay]:
    """Return the days that are not over, in order; `now` is in the agency's time zone."""
    days = sorted(call.helpdesk.consultation_days, key=lambda each: (each.day, each.opens))
    return [day for day in days if any(start > now for start, _ in _parts(call, day))]


def free(call: Call, day: ConsultationDay, field: FieldId | None, now: dt.datetime) -> list[Slot]:
    """Return the slots of a day that can be booked now, by time and officer.

    Args:
        call: the call.
        day: one of its consultation days.
        field: only officers of this field; none: of any.
        now: in the agency's time zone; what has begun is not free.
    """
    serving = [each for each in officers.everybody() if each.fields]
    if field is not None:
        serving = [each for each in serving if field in each.fields]
    with database.reading() as session:
        rows = session.execute(
            select(BookingRow.officer_id, BookingRow.starts_at).where(
                BookingRow.day == day.day, BookingRow.cancelled_at.is_(None)
            )
        )
        taken = {(officer_id, start) for officer_id, start in rows}
    return [
        Slot(officer=officer, start=start, end=end)
        for start, end in _parts(call, day)
        for officer in serving
        if start > now and (officer.id, start) not in taken
    ]


def _parts(call: Call, day: ConsultationDay) -> list[tuple[dt.datetime, dt.datetime]]:
    """Return when each slot of a day starts and ends; a rest that is too short is none."""
    length = dt.timedelta(minutes=day.slot_minutes)
    start = dt.datetime.combine(day.day, day.opens, call.timezone)
    closes = dt.datetime.combine(day.day, day.closes, call.timezone)
    return [
        (start + number * length, start + (number + 1) * length)
        for number in range((closes - start) // length)
    ]


def book(slot: Slot, wanted: Request) -> Booking:
    """Book a slot.

    Raises:
        TakenError: somebody else was faster.
        AlreadyBookedError: the conversation has one on that day.
    """
    moment = database.now()
    try:
        with database.session() as session:
            row = BookingRow(
                uid=str(uuid.uuid4()),
                **wanted.model_dump(),
                **_placed(slot),
                sequence=0,
                created_at=moment,
                changed_at=moment,
            )
            session.add(row)
            session.flush()
            return _booking(session, row)
    except IntegrityError:
        if any(each.day == slot.start.date() for each in of_conversation(wanted.conversation)):
            raise AlreadyBookedError from None
        raise TakenError from None


def move(conversation: str, booking_id: int, slot: Slot, field: FieldId) -> Booking:
    """Give a booking another slot of an officer of `field`; the old one is kept if it is gone.

    Raises:
        TakenError: somebody else was faster.
        AlreadyBookedError: the conversation has another one on the new day.
        LookupError: the conversation has no such booking.
    """
    try:
        return _change(
            conversation,
            booking_id,
            **_placed(slot),
            field=field,
            sequence=BookingRow.sequence + 1,
        )
    except IntegrityError:
        others = (each for each in of_conversation(conversation) if each.id != booking_id)
        if any(each.day == slot.start.date() for each in others):
            raise AlreadyBookedError from None
        raise TakenError from None


def cancel(conversation: str, booking_id: int) -> Booking:
    """Cancel a booking: its slot is free again, and who wanted it is forgotten.

    Raises:
        LookupError: the conversation has no such booking.
    """
    return _change(
        conversation,
        booking_id,
        cancelled_at=database.now(),
        name=None,
        contact=None,
        sequence=BookingRow.sequence + 1,
    )


def describe(
    conversation: str,
    booking_id: int,
    about: str | None,
    name: str | None = None,
    contact: str | None = None,
) -> Booking:
    """Keep what a consultation is about, and who comes, where that was told.

    Raises:
        LookupError: the conversation has no such booking.
    """
    told = {
        "about": about and about[:LONGEST_ABOUT],
        "name": name and name[:LONGEST_NAME],
        "contact": contact and contact[:LONGEST_CONTACT],
    }
    return _change(conversation, booking_id, **{key: value for key, value in told.items() if value})


def of_conversation(conversation: str, with_cancelled: bool = False) -> list[Booking]:
    """Return the bookings of a conversation that are not cancelled, in order; also past ones."""
    chosen = [BookingRow.conversation == conversation]
    if not with_cancelled:
        chosen.append(BookingRow.cancelled_at.is_(None))
    return _listed(*chosen)


def find(conversation: str, booking_id: int) -> Booking | None:
    """Return a booking of a conversation that is not cancelled."""
    return next((each for each in of_conversation(conversation) if each.id == booking_id), None)


def day_list(officer: Officer | None, day: dt.date, with_cancelled: bool = False) -> list[Booking]:
    """Return the bookings of a day, of an officer or of all, by time."""
    chosen = [BookingRow.day == day]
    if officer is not None:
        chosen.append(BookingRow.officer_id == officer.id)
    if not with_cancelled:
        chosen.append(BookingRow.cancelled_at.is_(None))
    return _listed(*chosen)


def delete_older(moment: dt.datetime) -> int:
    """Delete bookings whose time ended before a moment; return how many."""
    with database.session() as session:
        return int(session.execute(delete(BookingRow).where(BookingRow.ends_at < moment)).rowcount)


def _placed(slot: Slot) -> dict[str, Any]:
    return {
        "officer_id": slot.officer.id,
        "day": slot.start.date(),
        "starts_at": slot.start,
        "ends_at": slot.end,
    }


def _change(conversation: str, booking_id: int, **changes: Any) -> Booking:
    with database.session() as session:
        changed = session.execute(
            update(BookingRow)
            .where(
                BookingRow.id == booking_id,
                BookingRow.conversation == conversation,
                BookingRow.cancelled_at.is_(None),
            )
            .values(**changes, changed_at=database.now())
            .execution_options(synchronize_session=False)
        )
        if changed.rowcount != 1:
            raise LookupError(booking_id)
        return _booking(session, session.get(BookingRow, booking_id))


def _listed(*chosen: Any) -> list[Booking]:
    with database.reading() as session:
        rows = session.scalars(
            select(BookingRow)
            .where(*chosen)
            .order_by(BookingRow.starts_at, BookingRow.officer_id, BookingRow.id)
        )
        return [_booking(session, row) for row in rows]


def _booking(session: Session, row: BookingRow) -> Booking:
    officer = session.get(OfficerRow, row.officer_id)
    values = {name: getattr(row, name) for name in row.__table__.columns.keys()}  # noqa: SIM118
    return Booking(**values, officer=officer.name, officer_email=officer.email)
