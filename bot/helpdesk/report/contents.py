"""All that a report holds, for a page, a table or JSON."""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel

from bot import database
from bot.helpdesk.report.figures import Figures, Period, Turn, figures, turns
from bot.helpdesk.report.groups import Group, groups
from core import call as calls


class Report(BaseModel):
    """What was learned in a period."""

    period: Period
    made_at: dt.datetime
    figures: Figures
    groups: list[Group]
    """Messages that were not understood."""
    unhelpful: list[Turn]
    """Messages whose answer was judged not helpful, the newest first."""


def report(period: Period) -> Report:
    """Return the report of a period, of what has been collected."""
    timezone = calls.newest().timezone
    said = turns(period, timezone)
    return Report(
        period=period,
        made_at=database.now(),
        figures=figures(said, period, timezone),
        groups=groups(said),
        unhelpful=[turn for turn in reversed(said) if turn.helpful is False],
    )


def group(period: Period, group_id: str) -> Group | None:
    """Return a group of a period's report; none where there is none of that name."""
    found = groups(turns(period, calls.newest().timezone))
    return next((each for each in found if each.id == group_id), None)
