"""A project as somebody tells it piece by piece, beside who is in it and what it costs."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from core.call import ProjectType, StaffCategory


class Work(NamedTuple):
    """Days that somebody works on an output; none as country: it was not named."""

    days: Decimal
    staff: StaffCategory | None
    country: str | None
    town: str | None = None


class Case(BaseModel):
    """What is known of a project; kept in the slot `case`, whatever is asked in between."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    months: int | None = None
    start: str | None = None
    """As it was named, also without a year: '10-01', '10' for October."""
    type: ProjectType | None = None
    priorities: tuple[str, ...] = ()
    works: tuple[Work, ...] = ()
    """Work on outputs as it was worked out last, each with its country."""
    points: dict[str, Decimal] = {}
    """Points by criterion, as they were told last."""
    spent_before: str = ""
    """The message that told of costs from before the project."""
