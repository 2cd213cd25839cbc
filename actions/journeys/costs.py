"""What an event comes to, group by group."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from actions.journeys.model import Event, Group, Who
from actions.journeys.places import Places
from core import sums
from core.call import Call, Sourced

Why = Literal["host", "within_country", "too_near"]


@dataclass
class Priced:
    """A group with what is paid for it."""

    group: Group
    kilometres: Decimal
    travel: sums.Line | None = None
    """Of a meeting: all that is paid."""
    support: dict[Who, sums.Line] = field(default_factory=dict)
    nothing: Why | None = None
    """Why nothing is paid for the journey."""

    @property
    def rests_on(self) -> list[Sourced]:
        """On what the sums rest."""
        lines = [*([self.travel] if self.travel else []), *self.support.values()]
        return [each for line in lines for each in line.rests_on]

    @property
    def amount(self) -> Decimal:
        """What it comes to, EUR."""
        travel = self.travel.amount if self.travel else Decimal(0)
        return travel + sum((line.amount for line in self.support.values()), Decimal(0))


@dataclass
class Cost:
    """What an event comes to."""

    event: Event
    groups: list[Priced]
    support_known: bool = True
    """Whether the days are told, and a rate is known for so many."""

    @property
    def once(self) -> Decimal:
        """What it comes to once, EUR."""
        return sum((each.amount for each in self.groups), Decimal(0))

    @property
    def amount(self) -> Decimal:
        """What it comes to, EUR, as often as it takes place."""
        return self.once * self.event.times

    @property
    def travel(self) -> Decimal:
        """What is paid for all journeys, EUR, as often as it takes place."""
        lines = (each.travel for each in self.groups if each.travel)
        return sum((line.amount for line in lines), Decimal(0)) * self.event.times

    @property
    def by_topic(self) -> dict[str, Decimal]:
        """The sums by topic, those of an activity by whom they are for, EUR."""
        if self.event.kind == "meeting":
            return {"meetings": self.amount}
        found: dict[str, Decimal] = {}
        for each in self.groups:
            for who, number in each.group.people.items():
                if each.travel:
                    share = each.travel.amount * number / each.group.count * self.event.times
                    found[f"travel/{who}"] = found.get(f"travel/{who}", Decimal(0)) + share
                if line := each.support.get(who):
                    key = f"individual_support/{who}"
                    found[key] = found.get(key, Decimal(0)) + line.amount * self.event.times
        return found


class Pricing:
    """Works out events by the rates of a day."""

    def __init__(self, call: Call, day: dt.date, places: Places) -> None:
        self._call = call
        self._day = day
        self._places = places

    def cost(self, event: Event) -> Cost:
        """Return what an event comes to."""
        if event.kind == "meeting":
            return Cost(event, [self._meeting(event, each) for each in event.groups])
        known = all((each.days or event.days) for each in event.groups)
        try:
            groups = [self._activity(event, each) for each in event.groups]
        except sums.UnknownRateError:
            bare = event.model_copy(update={"days": None})
            short = [g.model_copy(update={"days": None}) for g in event.groups]
            return Cost(event, [self._activity(bare, each) for each in short], False)
        return Cost(event, groups, known)

    def total(self, events: list[Event]) -> Decimal:
        """Return what several events come to, EUR."""
        return sum((self.cost(each).amount for each in events), Decimal(0))

    def _meeting(self, event: Event, group: Group) -> Priced:
        far = self._places.kilometres(group.town, event.venue)
        priced = Priced(group, far)
        if group.town.is_same(event.venue):
            priced.nothing = "host"
        elif group.town.country == event.venue.country:
            priced.nothing = "within_country"
        else:
            priced.travel = sums.meeting(self._call, self._day, group.count, far)
            priced.nothing = None if priced.travel.amount else "too_near"
        return priced

    def _activity(self, event: Event, group: Group) -> Priced:
        far = self._places.kilometres(group.town, event.venue)
        travel = sums.travel(self._call, self._day, group.count, far)
        priced = Priced(group, far, travel)
        if not travel.amount:
            priced.nothing = "host" if group.town.is_same(event.venue) else "too_near"
        days = group.days or event.days
        if days:
            for who, number in group.people.items():
                priced.support[who] = sums.individual_support(
                    self._call, self._day, who, number, days
                )
        return priced
