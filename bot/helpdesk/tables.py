"""The helpdesk's tables."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Index, Integer, String, Text

from bot.database import Base, Moment


class OfficerRow(Base):
    """Somebody who may sign in to the console."""

    __tablename__ = "officers"

    id = Column(Integer, primary_key=True)
    email = Column(String(200), nullable=False, unique=True)
    name = Column(String(200), nullable=False)
    password = Column(String(200), nullable=False)
    """argon2's text, with its parameters."""
    role = Column(String(20), nullable=False)
    fields = Column(JSON, nullable=False)
    """Ids of the fields whose tickets are theirs."""
    language = Column(String(2), nullable=False)
    created_at = Column(Moment, nullable=False)
    disabled_at = Column(Moment)
    seen_at = Column(Moment)
    """When their console was last heard of."""
    away = Column(Boolean, nullable=False, default=False)


class SignInRow(Base):
    """A signed-in browser; only the hash of its key is kept."""

    __tablename__ = "sign_ins"

    key_hash = Column(String(64), primary_key=True)
    officer_id = Column(ForeignKey("officers.id", ondelete="CASCADE"), nullable=False)
    csrf = Column(String(64), nullable=False)
    created_at = Column(Moment, nullable=False)


class TicketRow(Base):
    """A conversation that wants a person."""

    __tablename__ = "tickets"

    id = Column(Integer, primary_key=True)
    conversation = Column(String(255), nullable=False, index=True)
    open_conversation = Column(String(255), unique=True)
    """The conversation while the ticket is open, so that it has one open ticket at most."""
    channel = Column(String(40), nullable=False)
    field = Column(String(40))
    language = Column(String(2), nullable=False)
    topic = Column(String(80))
    reason = Column(String(40), nullable=False)
    live = Column(Boolean, nullable=False)
    """Whether the channel can bring the person an answer later."""
    state = Column(String(20), nullable=False, index=True)
    officer_id = Column(ForeignKey("officers.id"))
    requested_at = Column(Moment, nullable=False)
    claimed_at = Column(Moment)
    answered_at = Column(Moment)
    ended_at = Column(Moment)
    end_reason = Column(String(40))
    person_at = Column(Moment, nullable=False)
    """When the person last wrote."""
    read_at = Column(Moment)
    """When the officer last looked."""
    contact = Column(String(300))
    note = Column(Text)
    """The message that was left with the contact details."""
    version = Column(Integer, nullable=False, default=1)
    """Goes up by one with each change."""


class StepRow(Base):
    """What happened to a ticket."""

    __tablename__ = "ticket_steps"

    id = Column(Integer, primary_key=True)
    ticket_id = Column(ForeignKey("tickets.id", ondelete="CASCADE"), nullable=False, index=True)
    at = Column(Moment, nullable=False)
    what = Column(String(40), nullable=False)
    officer_id = Column(ForeignKey("officers.id"))
    detail = Column(String(300))


class OutgoingRow(Base):
    """What an officer or the helpdesk says to a person, kept until it is delivered."""

    __tablename__ = "outgoing"
    __table_args__ = (Index("outgoing_waiting", "delivered_at", "id"),)

    id = Column(Integer, primary_key=True)
    ticket_id = Column(ForeignKey("tickets.id", ondelete="CASCADE"), nullable=False)
    key = Column(String(80), nullable=False, unique=True)
    """The console's id of the message: sent twice, it is kept once."""
    message = Column(JSON, nullable=False)
    """As an action utters it: text, language, officer."""
    effect = Column(String(20))
    """What it does to the bot: `pause` or `resume`."""
    created_at = Column(Moment, nullable=False)
    delivered_at = Column(Moment)


class BookingRow(Base):
    """A booked part of a consultation day; it stays when it is cancelled."""

    __tablename__ = "bookings"

    id = Column(Integer, primary_key=True)
    uid = Column(String(36), nullable=False, unique=True)
    """What calendars know it by."""
    conversation = Column(String(255), nullable=False, index=True)
    channel = Column(String(40), nullable=False)
    officer_id = Column(ForeignKey("officers.id"), nullable=False)
    day = Column(Date, nullable=False)
    """The day on the agency's clocks."""
    starts_at = Column(Moment, nullable=False)
    ends_at = Column(Moment, nullable=False)
    field = Column(String(40), nullable=False)
    language = Column(String(2), nullable=False)
    about = Column(Text)
    name = Column(String(100))
    contact = Column(String(200))
    sequence = Column(Integer, nullable=False, default=0)
    """Goes up when calendars must change what they have."""
    created_at = Column(Moment, nullable=False)
    changed_at = Column(Moment, nullable=False)
    cancelled_at = Column(Moment)


_ACTIVE = BookingRow.cancelled_at.is_(None)
Index(
    "bookings_taken",
    BookingRow.officer_id,
    BookingRow.starts_at,
    unique=True,
    sqlite_where=_ACTIVE,
    postgresql_where=_ACTIVE,
)
Index(
    "bookings_own",
    BookingRow.conversation,
    BookingRow.day,
    unique=True,
    sqlite_where=_ACTIVE,
    postgresql_where=_ACTIVE,
)
