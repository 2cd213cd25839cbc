"""What is measured, for Prometheus, and one log line a message.

Nothing here holds a word that somebody wrote, nor a conversation's name: in logs stands a keyed
hash, the same one for all messages of a conversation.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Literal

import structlog
from prometheus_client import Counter, Gauge, Histogram, Info
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import REGISTRY, Collector
from rasa.core.channels.channel import OutputChannel
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from bot import database
from bot.channels.sessions import pseudonym
from bot.channels.tables import InboxRow
from bot.helpdesk import tickets
from bot.helpdesk.tables import OutgoingRow, TicketRow

State = Literal["answered", "not_understood", "with_officer", "repeated", "failed"]
LOG = structlog.get_logger(__name__)
_MESSAGES = Counter("partneris_messages", "Messages of people.", ["channel", "language", "state"])
_SECONDS = Histogram(
    "partneris_answer_seconds",
    "From a message's arrival to the end of its answer, the wait for its turn included.",
    ["channel"],
    buckets=(0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6),
)
SOCKETS = Gauge("partneris_sockets", "Open sockets of the website's chat.")
BROKER = Gauge("partneris_event_broker_up", "Whether the event broker is reached; 1 without one.")
MODEL = Info("partneris_model", "The model that answers.")
DATABASE = "partneris_database_up"
_SHOWN = 16
"""Letters of a conversation's hash that the log has."""


@dataclass
class Turn:
    """A message of a person while it is answered."""

    state: State = "answered"
    language: str = ""

    def heard(self, output: OutputChannel) -> OutputChannel:
        """Return the same way to the person, on which this turn listens."""
        return _Heard(output, self)


class _Heard(OutputChannel):
    """Passes answers on and notes their language and whether something was understood."""

    def __init__(self, output: OutputChannel, turn: Turn) -> None:
        self._output, self._turn = output, turn

    def name(self) -> str:
        return str(self._output.name())

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        self._turn.language = message.get("language") or self._turn.language
        if message.get("fallback"):
            self._turn.state = "not_understood"
        await self._output.send_response(recipient_id, message)


@contextmanager
def turn(channel: str, conversation: str) -> Iterator[Turn]:
    """Measure a message from its arrival until its answer is there."""
    made, start = Turn(), time.perf_counter()
    with structlog.contextvars.bound_contextvars(
        conversation=pseudonym("log", conversation)[:_SHOWN]
    ):
        try:
            yield made
        except BaseException:
            made.state = "failed"
            raise
        finally:
            spent = time.perf_counter() - start
            _MESSAGES.labels(channel, made.language, made.state).inc()
            _SECONDS.labels(channel).observe(spent)
            LOG.info(
                "message",
                channel=channel,
                language=made.language,
                state=made.state,
                seconds=round(spent, 3),
            )


class _Waiting(Collector):
    """What waits in the database, counted when Prometheus asks."""

    def collect(self) -> Iterable[Metric]:
        try:
            counts = _counts()
        except SQLAlchemyError:
            yield GaugeMetricFamily(DATABASE, "Whether the database is reached.", value=0)
            return
        yield GaugeMetricFamily(DATABASE, "Whether the database is reached.", value=1)
        for (name, text), count in zip(_TEXTS.items(), counts, strict=True):
            yield GaugeMetricFamily(f"partneris_{name}", text, value=count)


_TEXTS = {
    "tickets_waiting": "People who wait for an officer.",
    "outgoing_undelivered": "Words of officers that are not in their conversation yet.",
    "inbox_waiting": "Messages of Slack and Telegram that are not answered yet.",
}


def _counts() -> tuple[int, ...]:
    count = func.count()
    queries = (
        select(count).select_from(TicketRow).where(TicketRow.state.in_(tickets.WAITING)),
        select(count).select_from(OutgoingRow).where(OutgoingRow.delivered_at.is_(None)),
        select(count).select_from(InboxRow).where(InboxRow.done_at.is_(None)),
    )
    with database.reading() as session:
        return tuple(int(session.scalar(query)) for query in queries)


REGISTRY.register(_Waiting())
