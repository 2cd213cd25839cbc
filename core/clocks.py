"""What the clock shows in another country at a moment of the call."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

import pytz


def local(moment: dt.datetime, country: str, mainland: Collection[str]) -> dt.datetime | None:
    """Return a moment by a country's clock; none where it has several that differ.

    Args:
        moment: with its time zone.
        country: ISO code.
        mainland: countries whose first zone is meant, whatever their islands have.
    """
    zones = [pytz.timezone(name) for name in pytz.country_timezones.get(country, [])]
    times = [moment.astimezone(zone) for zone in zones]
    if not times:
        return None
    alike = len({each.utcoffset() for each in times}) == 1
    return times[0] if alike or country in mainland else None
