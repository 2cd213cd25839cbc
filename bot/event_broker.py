"""Rasa's RabbitMQ event broker, fit for a process that is asked without a pause.

A message brings twenty events. Rasa's own waits for RabbitMQ to confirm each; for that the library
goes fourteen times through the event loop, since it sets a timeout for each piece that it reads. A
busy process went through it 400 times a second, so thirty events left it in a second, and what
waited took 6 kB an event, without a bound, and was lost when the process was killed. Here events
are handed over at once and not confirmed: one that is under way while RabbitMQ crashes may be lost
to other programs (the conversation has it, in the tracker store). What waits while RabbitMQ is away
has a bound.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import Any

import aio_pika
import aiormq
import rasa.shared.core.events  # noqa: F401  (which the parent class needs and does not import)
import structlog
from aio_pika.exchange import Exchange
from rasa.core.brokers.pika import PikaEventBroker

MOST_WAITING = 20_000
"""Events, about 120 MB: those of a thousand messages."""
aiormq.Connection.FRAME_BUFFER_SIZE = 1_000
"""Events that are handed over at once; of the library's ten all others would wait for a round."""
_PATIENCE = 5.0
"""Seconds at the end."""
_log = structlog.get_logger(__name__)


class _Exchange:
    """Publishes without waiting until the connection has written the message down."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    async def publish(self, message: aio_pika.Message, routing_key: str) -> None:
        """Hand a message over.

        Raises:
            Exception: there is no connection.
        """
        await self._channel.basic_publish(
            message.body,
            exchange=self._exchange.name,
            routing_key=routing_key,
            properties=message.properties,
            wait=False,
        )

    async def written(self) -> None:
        """Return when the connection has written down all that was handed over."""
        await self._channel.write_queue.join()

    @property
    def _channel(self) -> Any:
        """aiormq's, whose interface does not tell of `wait`; after a break it is another one."""
        return self._exchange.channel


class EventBroker(PikaEventBroker):
    """Publishes events to RabbitMQ; those that cannot go out wait, the newest of them only."""

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self._unpublished_events: deque[dict[str, Any]] = deque(maxlen=MOST_WAITING)

    def publish(self, event: dict[str, Any], headers: dict[str, str] | None = None) -> None:
        """See parent class. An event that would be one too many is left out."""
        if len(self._background_tasks) < MOST_WAITING:
            super().publish(event, headers)
        else:
            _log.error("event_broker.full", waiting=MOST_WAITING)

    async def close(self) -> None:
        """See parent class. What was handed over is written down before."""
        if self.is_ready() and self._exchange is not None:
            with suppress(TimeoutError):  # RabbitMQ may take nothing, as where its disk is full
                await asyncio.wait_for(self._exchange.written(), _PATIENCE)
        await super().close()

    async def _set_up_exchange(self, channel: aio_pika.RobustChannel) -> Any:
        unconfirmed = await self._connection.channel(publisher_confirms=False)
        await channel.close()
        return _Exchange(await super()._set_up_exchange(unconfirmed))
