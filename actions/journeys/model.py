"""The journeys that a conversation is about: events, each with the groups that travel to it."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Kind = Literal["meeting", "training", "exchange"]
"""A transnational meeting, a training of staff, or an activity of learners."""
Who = Literal["staff", "learner"]
"""Who travels; those who accompany learners are paid as staff."""


class Town(BaseModel):
    """A place: as it was typed, and the name and country by which it is the same again."""

    model_config = ConfigDict(frozen=True)

    typed: str
    name: str
    country: str
    assumed: Literal["capital", "agency"] | None = None
    """Why this place was taken where none was named."""

    def is_same(self, other: Town | None) -> bool:
        """Tell whether both are the same place."""
        return other is not None and (self.name, self.country) == (other.name, other.country)


class Group(BaseModel):
    """People who travel from one place."""

    model_config = ConfigDict(frozen=True)

    town: Town
    people: dict[Who, int] = {}
    days: int | None = None
    """How long they stay, where it is not as long as the event."""

    @property
    def count(self) -> int:
        """How many they are."""
        return sum(self.people.values())


class Event(BaseModel):
    """A meeting or an activity."""

    model_config = ConfigDict(frozen=True)

    kind: Kind
    venue: Town
    days: int | None = None
    times: int = 1
    groups: list[Group] = []
    replaces: int | None = None
    """Place in the list of the event instead of which this one is only supposed."""

    @property
    def first(self) -> Who:
        """Who takes part, where it is not said."""
        return "learner" if self.kind == "exchange" else "staff"

    def of(self, town: Town) -> list[Group]:
        """Return the groups from a place."""
        return [each for each in self.groups if each.town.is_same(town)]

    def of_country(self, code: str) -> list[Group]:
        """Return the groups from a country."""
        return [each for each in self.groups if each.town.country == code]

    def without(self, gone: list[Group]) -> Event:
        """Return this without some groups."""
        kept = [each for each in self.groups if each not in gone]
        return self.model_copy(update={"groups": kept})

    def with_group(self, old: Group | None, new: Group) -> Event:
        """Return this with a group in place of another, or besides all."""
        if old is None:
            return self.model_copy(update={"groups": [*self.groups, new]})
        groups = [new if each is old else each for each in self.groups]
        return self.model_copy(update={"groups": [each for each in groups if each.count]})


class Journeys(BaseModel):
    """What is remembered of a conversation's journeys."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    own: Town | None = None
    """Where those are who ask."""
    partners: list[Town] = []
    """Where the partners are, those who ask among them."""
    events: list[Event] = []
    last: int = 0
    """Place in the list of the event that was spoken of last."""
    town: Town | None = None
    """From where those come who were spoken of last."""
    together: bool = False
    """Whether the last message told of several events at once, so that the next may mean all."""
    current: bool = False
    """Whether the last answer was about these."""

    @property
    def event(self) -> Event | None:
        """The event that was spoken of last."""
        return self.events[self.last] if self.events else None

    @property
    def counted(self) -> list[Event]:
        """The events that take place: without those that others are supposed to replace."""
        replaced = {each.replaces for each in self.events}
        return [each for place, each in enumerate(self.events) if place not in replaced]

    def with_event(self, event: Event, place: int | None = None) -> Journeys:
        """Return this with an event in its place in the list, or behind all."""
        events = [*self.events]
        if place is None:
            events.append(event)
        else:
            events[place] = event
        last = len(events) - 1 if place is None else place
        return self.model_copy(update={"events": events, "last": last})

    def with_partners(self, towns: list[Town]) -> Journeys:
        """Return this with more partners."""
        known = [*self.partners]
        known += [t for t in towns if not any(t.is_same(each) for each in known)]
        return self.model_copy(update={"partners": known})
