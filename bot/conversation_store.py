"""Rasa's conversations in PostgreSQL, made fit for a database that goes away and comes back."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from rasa.core.tracker_store import SQLTrackerStore, create_engine_kwargs


class ConversationStore(SQLTrackerStore):
    """Rasa's store with connections that are tried before use.

    After a restart of the database each connection of Rasa's own pool fails once, and the error's
    text has what the person wrote in it.
    """

    engine: Any

    def __init__(self, domain: Any = None, event_broker: Any = None, **settings: Any) -> None:
        super().__init__(domain=domain, event_broker=event_broker, **settings)
        first = self.engine
        first.dispose()
        self.engine = sa.create_engine(
            first.url, **create_engine_kwargs(first.url), pool_pre_ping=True, hide_parameters=True
        )
        self.sessionmaker = sa.orm.session.sessionmaker(bind=self.engine)
