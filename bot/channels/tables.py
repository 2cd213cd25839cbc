"""The table of messages that came in over Slack and Telegram."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Index, Integer, String, UniqueConstraint

from bot.database import Base, Moment


class InboxRow(Base):
    """A message of a person, from its arrival until its answer is sent."""

    __tablename__ = "inbox"
    __table_args__ = (
        UniqueConstraint("channel", "event"),
        Index("inbox_waiting", "channel", "done_at", "conversation"),
    )

    id = Column(Integer, primary_key=True)
    channel = Column(String(40), nullable=False)
    event = Column(String(200), nullable=False)
    """What makes it one of its kind: the same event delivered again has the same one."""
    conversation = Column(String(255), nullable=False)
    payload = Column(JSON, nullable=False)
    """What was said; emptied when it is done."""
    received_at = Column(Moment, nullable=False)
    due_at = Column(Moment, nullable=False)
    """When it may be worked on: later while a process has it, or after a failure."""
    taken = Column(Integer, nullable=False)
    """How often it was begun."""
    sent = Column(Integer, nullable=False)
    """Parts of the answer that were sent."""
    done_at = Column(Moment)
