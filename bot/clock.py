"""The present moment, or the one that `--now` or PARTNERIS_NOW sets for a demonstration.

What several processes must agree on, or what outlives a process, goes by the machine's clock, and
somebody may set that: `Watch` notices it.
"""

from __future__ import annotations

import datetime as dt
import math
import os
import time
from collections.abc import Callable
from zoneinfo import ZoneInfo

VARIABLE = "PARTNERIS_NOW"
_JUMP = 5.0
"""Seconds; a clock that is only put right a little moves less at once."""


class Watch:
    """Notices that the machine's clock was set, forward or back, since it was last asked.

    Args:
        wall: the clock that people set, in seconds.
        steady: the one that only goes forward, in seconds.
    """

    def __init__(
        self,
        wall: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
    ) -> None:
        self._wall, self._steady = wall, steady
        self._apart = wall() - steady()
        self._jumped = -math.inf

    def jumped_within(self, seconds: float) -> bool:
        """Tell whether the clock was set in the last seconds; ask at least that often."""
        now = self._steady()
        apart = self._wall() - now
        if abs(apart - self._apart) > _JUMP:
            self._jumped = now
        self._apart = apart
        return now - self._jumped < seconds


def read(text: str, timezone: ZoneInfo) -> dt.datetime:
    """Return the moment of an ISO text; without a time zone it is in `timezone`.

    Raises:
        ValueError: the text is not an ISO day or moment.
    """
    moment = dt.datetime.fromisoformat(text.strip())
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone)


def now(timezone: ZoneInfo) -> dt.datetime:
    """Return the present moment in a time zone.

    Raises:
        ValueError: PARTNERIS_NOW is set and is not an ISO day or moment.
    """
    if text := os.environ.get(VARIABLE):
        return read(text, timezone).astimezone(timezone)
    return dt.datetime.now(timezone)
