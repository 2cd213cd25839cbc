"""Limits of what people may send."""

from __future__ import annotations

import datetime as dt
import logging
from typing import Annotated

from limits import RateLimitItem, parse
from limits.errors import StorageError
from limits.strategies import MovingWindowRateLimiter
from pydantic import BeforeValidator

from bot import shared

LOG = logging.getLogger(__name__)


def _limit(given: object) -> RateLimitItem:
    if isinstance(given, RateLimitItem):
        return given
    try:
        return parse(str(given))
    except ValueError:
        raise ValueError(f"'{given}' is no limit; write one such as 20/minute") from None


Limit = Annotated[RateLimitItem, BeforeValidator(_limit)]


class Rates:
    """Counts events: of all processes together where they share a Redis.

    Args:
        kind: whose events; each kind is counted by itself.
    """

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._limiter = MovingWindowRateLimiter(shared.counts())
        self._alone = MovingWindowRateLimiter(shared.own_counts())

    async def beyond(self, limit: RateLimitItem, *names: str, cost: int = 1) -> int:
        """Count an event; return the seconds to wait where it is one too many, else 0.

        Redis is asked in place, as for the conversation's lock: were this message to step aside, a
        later one could overtake it.

        Args:
            limit: how many there may be.
            names: what the limit is for and whose events are counted.
            cost: as how many it counts.
        """
        try:
            return _beyond(self._limiter, limit, cost, self._kind, *names)
        except StorageError:  # without Redis each process counts by itself
            LOG.warning("limits cannot be counted together: Redis is away")
            return _beyond(self._alone, limit, cost, self._kind, *names)


def _beyond(limiter: MovingWindowRateLimiter, limit: RateLimitItem, cost: int, *names: str) -> int:
    if limiter.hit(limit, *names, cost=cost):
        return 0
    window = limiter.get_window_stats(limit, *names)
    return max(1, round(window.reset_time - dt.datetime.now(dt.UTC).timestamp()))
