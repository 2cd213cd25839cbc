"""The report's tables: what is left of conversations when they are deleted."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Index, Integer, String, Text

from bot.database import Base, Moment


class TurnRow(Base):
    """A person's message and what became of it, without anything that tells who wrote it."""

    __tablename__ = "turns"
    __table_args__ = (Index("turns_at", "at"),)

    conversation = Column(String(64), primary_key=True)
    """Keyed hash of the conversation's name."""
    at = Column(Moment, primary_key=True)
    channel = Column(String(40), nullable=False)
    language = Column(String(10), nullable=False)
    """`lv`, `en` or `other`."""
    intent = Column(String(80), nullable=False)
    confidence = Column(Float, nullable=False)
    nearest = Column(String(80))
    """The likeliest intent, also where it was too unlikely."""
    topics = Column(JSON, nullable=False)
    """Topics that were answered, in order."""
    state = Column(String(20), nullable=False)
    helpful = Column(Boolean)
    word = Column(Text)
    """What the person added to the judgement, masked."""
    text = Column(Text)
    """The message, masked; only where it was not understood or judged not helpful."""


class TicketFiguresRow(Base):
    """When a ticket was opened, answered and ended; the ticket itself is deleted in its time."""

    __tablename__ = "ticket_figures"

    ticket = Column(Integer, primary_key=True)
    requested_at = Column(Moment, primary_key=True)
    """Beside the number, which another ticket may get when this one is deleted."""
    channel = Column(String(40), nullable=False)
    field = Column(String(40))
    language = Column(String(2), nullable=False)
    reason = Column(String(40), nullable=False)
    officer_id = Column(ForeignKey("officers.id"))
    claimed_at = Column(Moment)
    answered_at = Column(Moment)
    ended_at = Column(Moment)
    end_reason = Column(String(40))
    contact_left = Column(Boolean, nullable=False)


class BookingFiguresRow(Base):
    """A booked consultation; the booking itself is deleted in its time."""

    __tablename__ = "booking_figures"

    uid = Column(String(36), primary_key=True)
    starts_at = Column(Moment, nullable=False)
    field = Column(String(40), nullable=False)
    cancelled = Column(Boolean, nullable=False)


class ReadRow(Base):
    """Up to where Rasa's events have been read; one row."""

    __tablename__ = "turns_read"

    id = Column(Integer, primary_key=True)
    event = Column(Integer, nullable=False)
    timestamp = Column(Float, nullable=False)
    """Of that event: another one may get its number when a store begins anew."""
