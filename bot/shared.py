"""What several processes of Partneris share through Redis: PARTNERIS_REDIS names it.

Without the variable one process serves alone, and counts and remembers by itself.
"""

from __future__ import annotations

import os
import time
from typing import Any

from limits.storage import MemoryStorage, RedisStorage
from redis import Redis
from socketio import AsyncManager, AsyncRedisManager

VARIABLE = "PARTNERIS_REDIS"
"""The variable's name; its value is such as `redis://:password@host:6379/0`."""
WAIT = 3.0
"""Seconds after which Redis counts as away: people wait meanwhile."""
_PREFIX = "partneris"
# The library waits for ever by itself, and a pause of messages is no reason to begin anew.
_SOCKETS: dict[str, Any] = {"socket_connect_timeout": WAIT, "health_check_interval": 30}


class _OwnCounts(MemoryStorage):
    """Forgets what was counted before the clock was set back: people would wait for as long."""

    def acquire_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        """Count events, unless there are too many (see parent class); `expiry` is in seconds."""
        counted = self.events.get(key)
        if counted and counted[0].atime > time.time() + expiry:
            self.clear(key)
        return super().acquire_entry(key, limit, expiry, amount)


class _SharedCounts(RedisStorage):
    """Does the same on Redis, in one step with the counting.

    Clocks of several machines are never quite the same, so a window's length is let pass.
    """

    SCRIPT_ACQUIRE_MOVING_WINDOW = (
        b"local newest = redis.call('lindex', KEYS[1], 0)\n"
        b"if newest and tonumber(newest) > tonumber(ARGV[1]) + tonumber(ARGV[3]) then\n"
        b"    redis.call('del', KEYS[1])\n"
        b"end\n"
    ) + RedisStorage.SCRIPT_ACQUIRE_MOVING_WINDOW


def url() -> str | None:
    """Return where Redis is; none where nothing is shared."""
    return os.environ.get(VARIABLE) or None


def client(address: str) -> Redis[bytes]:
    """Return a client that soon gives up waiting."""
    return Redis.from_url(address, socket_timeout=WAIT, socket_connect_timeout=WAIT)


def own_counts() -> MemoryStorage:
    """Return where one process counts by itself."""
    return _OwnCounts()


def counts() -> RedisStorage | MemoryStorage:
    """Return where limits are counted."""
    address = url()
    if address is None:
        return _OwnCounts()
    return _SharedCounts(
        address,
        wrap_exceptions=True,
        key_prefix=f"{_PREFIX}-limits",
        socket_timeout=WAIT,
        socket_connect_timeout=WAIT,
    )


def sockets() -> AsyncManager:
    """Return what brings an event to the sockets of a conversation, whichever process has them."""
    address = url()
    if address is None:
        return AsyncManager()
    return AsyncRedisManager(address, channel=f"{_PREFIX}-sockets", redis_options=_SOCKETS)
