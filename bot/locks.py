"""The lock of a conversation, shared by several processes through Redis.

Rasa's own RedisLockStore reads a lock, changes it and writes it back in three steps. Two processes
that do so at once give out the same ticket twice, or delete the lock that the other one has just
taken; a message is then answered beside another one, or not at all. Here each change is one
transaction, which Redis refuses if somebody else was faster and which is then done again.

Rasa's tickets expire by the clock that people set: put forward, it would take the lock away from
whoever answers just now; put back, it would leave the lock of a killed process for hours. Here they
expire by the clock that only goes forward, the same one for all processes of a machine; those of
another machine, or of before its restart, by the common one.
"""

from __future__ import annotations

import json
import logging
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from rasa.core.lock import Ticket, TicketLock
from rasa.core.lock_store import LOCK_LIFETIME, InMemoryLockStore, LockError, LockStore
from rasa.utils.endpoints import EndpointConfig
from redis import RedisError
from redis.client import Pipeline

from bot import shared

_PREFIX = "partneris-lock:"
_KEPT = 24 * 3600
"""Seconds until Redis, by its own clock, forgets the lock of those who were all killed; its tickets
expire long before."""
ResultT = TypeVar("ResultT")
LOG = logging.getLogger(__name__)


def _machine() -> str:
    """Return what names this machine since its start; nothing where Linux does not tell."""
    with suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    return ""


_MACHINE = _machine()


class SteadyTicket(Ticket):
    """A ticket whose time nobody can set.

    Args:
        number: its place in the queue.
        expires: when, in seconds since 1970; counts on other machines.
        machine: where it was issued.
        until: when, by the steady clock of that machine, in seconds.
    """

    def __init__(self, number: int, expires: float, machine: str = "", until: float = 0) -> None:
        super().__init__(number, expires)
        self.machine, self.until = machine, until

    def has_expired(self) -> bool:
        """Tell whether its time is over."""
        if self.machine and self.machine == _MACHINE:
            return time.monotonic() > self.until
        return bool(super().has_expired())

    def as_dict(self) -> dict[str, Any]:
        """Return it as it is kept."""
        return {**super().as_dict(), "machine": self.machine, "until": self.until}


class SteadyLock(TicketLock):
    """A lock with such tickets."""

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> SteadyLock:
        """Return the lock that was kept."""
        tickets = (SteadyTicket(**json.loads(each)) for each in data.get("tickets", []))
        return cls(data["conversation_id"], deque(tickets))

    def issue_ticket(self, lifetime: float) -> int:
        """Return a new ticket, the last of the queue; `lifetime` is in seconds."""
        number = int(self.last_issued) + 1
        until = time.monotonic() + lifetime
        self.tickets.append(SteadyTicket(number, time.time() + lifetime, _MACHINE, until))
        return number


class OwnLocks(InMemoryLockStore):
    """The lock store of a process that serves alone."""

    def __init__(self, endpoint_config: EndpointConfig | None = None) -> None:
        super().__init__()

    @staticmethod
    def create_lock(conversation_id: str) -> TicketLock:
        """Return a new lock."""
        return SteadyLock(conversation_id)


class SharedLocks(LockStore):
    """A lock store on Redis; `url` in the endpoints file says where it is."""

    def __init__(self, endpoint_config: EndpointConfig) -> None:
        self._redis = shared.client(endpoint_config.url)

    def ping(self) -> None:
        """Look whether Redis answers.

        Raises:
            RedisError: it does not.
        """
        self._redis.ping()

    def issue_ticket(self, conversation_id: str, lock_lifetime: float = LOCK_LIFETIME) -> int:
        """Return a new ticket, the last of the queue.

        Raises:
            LockError: Redis is away.
        """
        try:
            return self._change(conversation_id, lambda lock: lock.issue_ticket(lock_lifetime))
        except RedisError as error:
            raise LockError(f"no lock can be had: {type(error).__name__}") from error

    def update_lock(self, conversation_id: str) -> None:
        """Nothing to do: who reads a lock sees no expired ticket, and Redis forgets old locks."""

    def cleanup(self, conversation_id: str, ticket_number: int) -> None:
        """Give a ticket back; what was done under it stays done, also if Redis is away by now."""
        try:
            self._change(conversation_id, lambda lock: lock.remove_ticket_for(ticket_number))
        except RedisError as error:  # the ticket expires
            LOG.warning("a lock could not be given back: %s", type(error).__name__)

    def get_lock(self, conversation_id: str) -> TicketLock | None:
        """Return a conversation's lock; none where nobody holds it or waits for it."""
        return _read(conversation_id, self._redis.get(_PREFIX + conversation_id))

    def save_lock(self, lock: TicketLock) -> None:
        """Keep a lock, whatever there was before."""
        self._redis.set(_PREFIX + lock.conversation_id, lock.dumps(), ex=_KEPT)

    def delete_lock(self, conversation_id: str) -> None:
        """Forget a lock with all its tickets."""
        self._redis.delete(_PREFIX + conversation_id)

    def _change(self, conversation_id: str, change: Callable[[TicketLock], ResultT]) -> ResultT:
        key = _PREFIX + conversation_id

        def transaction(pipe: Pipeline[bytes]) -> ResultT:
            lock = _read(conversation_id, pipe.get(key)) or SteadyLock(conversation_id)
            result = change(lock)
            pipe.multi()
            if lock.tickets:
                pipe.set(key, lock.dumps(), ex=_KEPT)
            else:
                pipe.delete(key)
            return result

        return self._redis.transaction(transaction, key, value_from_callable=True)


def _read(conversation_id: str, kept: object) -> TicketLock | None:
    if not isinstance(kept, bytes):
        return None
    lock = SteadyLock.from_dict({"conversation_id": conversation_id, **json.loads(kept)})
    lock.remove_expired_tickets()
    return lock if lock.tickets else None
