"""The table of conversations that are to be deleted."""

from __future__ import annotations

from sqlalchemy import Column, String

from bot.database import Base, Moment


class ErasureRow(Base):
    """A conversation whose deletion was asked for; the row goes with the conversation."""

    __tablename__ = "erasures"

    conversation = Column(String(255), primary_key=True)
    requested_at = Column(Moment, nullable=False)
