"""When the agency's helpdesk is open, by its hours and holidays."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import pairwise

from core.call import WEEKDAYS, Helpdesk, Holiday, Hours, Weekday

_LONGEST = 400
"""Days that are looked through for the next opening."""


def hours_of(helpdesk: Helpdesk, day: dt.date) -> list[Hours]:
    """Return the hours of a day in order; none on holidays and on weekdays without hours.

    A consultation day has its own hours beside those of its weekday.
    """
    if holiday(helpdesk, day):
        return []
    usual = [each for each in helpdesk.hours if WEEKDAYS[day.weekday()] in each.weekdays]
    special = [each for each in helpdesk.consultation_days if each.day == day]
    return sorted([*usual, *special], key=lambda each: each.opens)


def holiday(helpdesk: Helpdesk, day: dt.date) -> Holiday | None:
    """Return the holiday of a day, if it is one."""
    return next((each for each in helpdesk.holidays if each.day == day), None)


def is_open(helpdesk: Helpdesk, moment: dt.datetime) -> bool:
    """Tell whether the helpdesk is open at a moment of the agency's time zone."""
    time = moment.time()
    return any(each.opens <= time < each.closes for each in hours_of(helpdesk, moment.date()))


def next_opening(helpdesk: Helpdesk, moment: dt.datetime) -> dt.datetime | None:
    """Return when it opens next after a moment; none where it never does."""
    for days in range(_LONGEST):
        day = moment.date() + dt.timedelta(days=days)
        for hours in hours_of(helpdesk, day):
            opens = dt.datetime.combine(day, hours.opens, moment.tzinfo)
            if opens > moment:
                return opens
    return None


def in_a_row(days: Sequence[Weekday]) -> bool:
    """Tell whether weekdays follow each other, as Monday to Friday do."""
    places = [WEEKDAYS.index(day) for day in days]
    return all(later == earlier + 1 for earlier, later in pairwise(places))
