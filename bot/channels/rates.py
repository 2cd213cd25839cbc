"""Limits of what people may send, counted in this process."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from limits import RateLimitItem, parse
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter
from pydantic import BeforeValidator


def _limit(given: object) -> RateLimitItem:
    if isinstance(given, RateLimitItem):
        return given
    try:
        return parse(str(given))
    except ValueError:
        raise ValueError(f"'{given}' is no limit; write one such as 20/minute") from None


Limit = Annotated[RateLimitItem, BeforeValidator(_limit)]


class Rates:
    """Counts events."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    async def beyond(self, limit: RateLimitItem, *names: str, cost: int = 1) -> int:
        """Count an event; return the seconds to wait where it is one too many, else 0.

        Args:
            limit: how many there may be.
            names: what the limit is for and whose events are counted.
            cost: as how many it counts.
        """
        if await self._limiter.hit(limit, *names, cost=cost):
            return 0
        window = await self._limiter.get_window_stats(limit, *names)
        return max(1, round(window.reset_time - dt.datetime.now(dt.UTC).timestamp()))
