"""What several processes of Partneris share through Redis: PARTNERIS_REDIS names it.

Without the variable one process serves alone, and counts and remembers by itself.
"""

from __future__ import annotations

import os
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


def url() -> str | None:
    """Return where Redis is; none where nothing is shared."""
    return os.environ.get(VARIABLE) or None


def client(address: str) -> Redis[bytes]:
    """Return a client that soon gives up waiting."""
    return Redis.from_url(address, socket_timeout=WAIT, socket_connect_timeout=WAIT)


def counts() -> RedisStorage | MemoryStorage:
    """Return where limits are counted."""
    address = url()
    if address is None:
        return MemoryStorage()
    return RedisStorage(
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
