"""What a busy process tells RabbitMQ gets there, in order, and what waits has a bound."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aio_pika
import pytest

from bot import event_broker
from bot.event_broker import EventBroker
from tests.production.services import RabbitMQ

pytestmark = pytest.mark.production

_QUEUE = "partneris_events"
_EVENTS = 200
_BUSY = 0.02
"""Seconds that each round of the event loop takes, as where messages are answered."""
_ROUNDS = 50
"""Rasa's own broker needs fourteen an event."""
_BOUND = 50


@pytest.fixture(scope="module")
def rabbitmq() -> Iterator[RabbitMQ]:
    """Yield a RabbitMQ of these tests."""
    with TemporaryDirectory(prefix="rabbitmq-") as name:
        Path(name).chmod(0o755)  # it runs as its own user
        service = RabbitMQ(Path(name))
        try:
            service.start()
            yield service
        finally:
            service.stop()


@asynccontextmanager
async def _broker(rabbitmq: RabbitMQ) -> AsyncIterator[EventBroker]:
    broker = EventBroker(
        "127.0.0.1",
        "guest",
        "guest",
        port=rabbitmq.port,
        queues=[_QUEUE],
        exchange_name="partneris",
    )
    await broker.connect()
    try:
        yield broker
    finally:
        await broker.close()


def _event(number: int) -> dict[str, Any]:
    return {"event": "slot", "name": "number", "value": number}


async def _received(rabbitmq: RabbitMQ) -> list[int]:
    """Take all that is in the queue."""
    connection = await aio_pika.connect(f"amqp://guest:guest@127.0.0.1:{rabbitmq.port}/")
    async with connection:
        queue = await (await connection.channel()).get_queue(_QUEUE)
        found = []
        while (message := await queue.get(no_ack=True, fail=False)) is not None:
            found.append(json.loads(message.body)["value"])
        return found


def test_a_busy_process_hands_its_events_over(rabbitmq: RabbitMQ) -> None:
    async def handed_over() -> int:
        async with _broker(rabbitmq) as broker:
            for number in range(_EVENTS):
                broker.publish(_event(number))
            rounds = 0
            while broker._background_tasks:
                time.sleep(_BUSY)
                await asyncio.sleep(0)
                rounds += 1
            return rounds

    async def run() -> tuple[int, list[int]]:
        return await handed_over(), await _received(rabbitmq)

    rounds, found = asyncio.run(asyncio.wait_for(run(), 60))
    assert found == list(range(_EVENTS))
    assert rounds < _ROUNDS


def test_what_waits_for_rabbitmq_has_a_bound_and_comes_later(
    rabbitmq: RabbitMQ, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_broker, "MOST_WAITING", _BOUND)

    async def run() -> list[int]:
        async with _broker(rabbitmq) as broker:
            rabbitmq.stop()
            await asyncio.sleep(1)  # the connection notices
            for number in range(_EVENTS):
                broker.publish(_event(number))
                await asyncio.sleep(0)
            waiting = len(broker._background_tasks) + len(broker._unpublished_events)
            assert _BOUND <= waiting <= 2 * _BOUND
            rabbitmq.start()
            found: list[int] = []
            while len(found) < _BOUND:
                await asyncio.sleep(0.5)
                found += await _received(rabbitmq)
            return found

    found = asyncio.run(asyncio.wait_for(run(), 120))
    assert len(found) <= 2 * _BOUND
