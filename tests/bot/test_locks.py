"""What several processes share through a real Redis: turns in a conversation, and limits."""

from __future__ import annotations

import asyncio
import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest
from limits import parse
from rasa.core.lock_store import LockError
from rasa.utils.endpoints import EndpointConfig

from bot import shared
from bot.channels.rates import Rates
from bot.locks import SharedLocks
from bot.training import ROOT
from tests.production.services import Redis

_PROCESSES = 3
_TURNS = 30
_WORKER = """
import asyncio, sys, time
from bot import quiet
from bot.locks import SharedLocks
from rasa.utils.endpoints import EndpointConfig

locks = SharedLocks(EndpointConfig(sys.argv[1]))

async def turn(number):
    async with locks.lock("c", wait_time_in_seconds=0.01):
        print(f"{time.time():.6f} begins", flush=True)
        await asyncio.sleep(0.002)
        print(f"{time.time():.6f} ends", flush=True)

async def turns():
    await asyncio.gather(*map(turn, range(int(sys.argv[2]))))

input()
asyncio.run(turns())
"""


@pytest.fixture(scope="module")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Redis]:
    if shutil.which("redis-server") is None:
        pytest.skip("Redis is not installed")
    service = Redis(tmp_path_factory.mktemp("redis"))
    service.start()
    yield service
    service.stop()


@pytest.fixture
def locks(redis: Redis) -> SharedLocks:
    if not redis.running:
        redis.start()
    redis.client().flushall()
    return SharedLocks(EndpointConfig(redis.url))


def test_turns_of_several_processes_never_overlap_and_none_is_lost(
    redis: Redis, locks: SharedLocks
) -> None:
    command = [sys.executable, "-c", _WORKER, redis.url, str(_TURNS)]
    workers = [
        subprocess.Popen(
            command, cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for _ in range(_PROCESSES)
    ]
    for worker in workers:  # all have begun: now all at once
        assert worker.stdin is not None
        worker.stdin.write("\n")
        worker.stdin.flush()
    said = [worker.communicate(timeout=100)[0] for worker in workers]
    assert [worker.returncode for worker in workers] == [0] * _PROCESSES
    lines = sorted(line for text in said for line in text.splitlines())
    assert [line.split()[1] for line in lines] == ["begins", "ends"] * (_PROCESSES * _TURNS)
    assert locks.get_lock("c") is None


def test_tickets_are_served_in_order_and_the_last_one_takes_the_lock_away(
    locks: SharedLocks,
) -> None:
    numbers = [locks.issue_ticket("c") for _ in range(3)]
    assert numbers == [0, 1, 2]
    for number in numbers:
        lock = locks.get_lock("c")
        assert lock is not None
        assert not lock.is_locked(number)
        locks.cleanup("c", number)
    assert locks.get_lock("c") is None


def test_the_ticket_of_who_was_killed_expires(locks: SharedLocks) -> None:
    locks.issue_ticket("c", lock_lifetime=0.05)

    async def wait() -> None:
        async with asyncio.timeout(5):
            async with locks.lock("c", wait_time_in_seconds=0.02):
                pass

    asyncio.run(wait())


def test_without_redis_no_lock_is_had(redis: Redis, locks: SharedLocks) -> None:
    ticket = locks.issue_ticket("c")
    redis.stop()
    locks.cleanup("c", ticket)  # what was done stays done
    with pytest.raises(LockError):
        locks.issue_ticket("c")


def test_limits_are_shared_and_without_redis_each_counts_by_itself(
    redis: Redis, locks: SharedLocks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(shared.VARIABLE, redis.url)
    one, other, of_another_kind = Rates("a"), Rates("a"), Rates("b")
    limit = parse("3/minute")

    def count(rates: Rates) -> int:
        return asyncio.run(rates.beyond(limit, "person", "x"))

    assert [count(rates) for rates in (one, other, one)] == [0, 0, 0]
    assert 0 < count(other) <= 60
    assert count(of_another_kind) == 0
    redis.stop()
    assert [count(other) for _ in range(3)] == [0, 0, 0]
    assert 0 < count(other) <= 60
