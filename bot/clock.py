"""The present moment, or the one that `--now` or PARTNERIS_NOW sets for a demonstration."""

from __future__ import annotations

import datetime as dt
import os
from zoneinfo import ZoneInfo

VARIABLE = "PARTNERIS_NOW"


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
