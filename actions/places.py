"""The distance of a journey, as said in kilometres or by towns."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from actions.counts import whole
from actions.turn import Turn
from bot.responses import Speaker
from core import distance
from core.distance import Place, UnclearPlaceError

FARTHEST = 20_040
"""Kilometres: half of the Earth's circumference (the plan's bound)."""


class Trip(NamedTuple):
    """One of several journeys that a message names."""

    route: Route
    people: int | None
    """Who travels; none: all that were counted."""
    times: int | None

    def without_agency(self) -> Trip:
        """Return the same journey, which does not tell that it starts in the agency's town."""
        return self._replace(route=self.route.model_copy(update={"from_agency": False}))


class Route(BaseModel):
    """A journey: its kilometres, and the towns where they were named."""

    model_config = ConfigDict(frozen=True)

    kilometres: Decimal | None = None
    origin: str | None = None
    target: str | None = None
    unclear: list[Place] = []
    from_agency: bool = False
    """Reckoned from the agency's town, since none was named."""

    def say(self, speaker: Speaker) -> None:
        """Say the distance where it was worked out from towns, or that a town is not clear."""
        if self.unclear:
            names = "; ".join(f"{place.name} ({place.country})" for place in self.unclear)
            speaker.say("place-unclear", names=names)
        if self.origin and self.target and self.kilometres is not None:
            speaker.say(
                "distance-between",
                origin=self.origin,
                target=self.target,
                kilometres=int(self.kilometres),
            )
        if self.from_agency:
            speaker.say("distance-from-agency", origin=self.origin)


def place_named(name: str, turn: Turn) -> Place | None:
    """Return the place of a name, in a Programme Country rather than elsewhere; none: unclear.

    Of several the one in a country that the message names: 'Geneva? We have no Swiss partner.'
    """
    if place := distance.named(name, among=turn.call.programme_countries(turn.day).countries):
        return place
    there = (distance.named(name, country) for country in turn.said.country)
    return next((place for place in there if place), None)


def say_unclear(speaker: Speaker, turn: Turn, town: str) -> None:
    """Say which places a town's name may mean, or that none is known."""
    found = _between(None, town, turn).unclear
    names = "; ".join(f"{place.name} ({place.country})" for place in found)
    speaker.say("place-unclear", names=names or town)


def countries_of(towns: Iterable[str], turn: Turn) -> list[str]:
    """Return the countries in which towns lie, each once; without those that are unclear."""
    return distance.countries(towns, turn.call.programme_countries(turn.day).countries)


def _abroad(name: str, turn: Turn) -> bool:
    """Tell whether a town is in another country: at home it is the venue or one's own."""
    place = place_named(name, turn)
    return place is not None and place.country != turn.call.agency_country


def route(turn: Turn) -> Route:
    """Return the journey that the message names: kilometres, else from one town to another.

    Who names only a town abroad to which they go sets out from the agency's town, and is told so;
    so does who names another one after it: 'now Rome too'.
    """
    for kilometres in turn.said.kilometres:
        if 0 <= kilometres <= FARTHEST:
            return Route(kilometres=kilometres)
    towns = turn.said.town[:2]
    goes = turn.said.destination and towns != turn.said.departure
    if len(towns) == 1 and goes and _abroad(towns[0], turn):
        return _between(None, towns[0], turn)
    return _between(towns[0], towns[1], turn) if len(towns) == 2 else Route()


def trips(turn: Turn) -> list[Trip]:
    """Return the journeys of a message that names several, and of which each is clear.

    Only the last tells that it is reckoned from the agency's town: once is enough.
    """
    found = [
        Trip(
            Route(kilometres=each.kilometres)
            if each.kilometres is not None
            else _between(each.origin, str(each.target), turn),
            whole([each.people]) if each.people else None,
            whole([each.times]) if each.times else None,
        )
        for each in turn.said.journeys
    ]
    if any(each.route.kilometres is None for each in found):
        return []
    return [*(each.without_agency() for each in found[:-1]), *found[-1:]]


def _between(start: str | None, end: str, turn: Turn) -> Route:
    """Return the journey from one town to another, from the agency's where none is named."""
    towns = (start or getattr(turn.call.agency_town, turn.language), end)
    programme = turn.call.programme_countries(turn.day).countries
    try:
        origin, target = (distance.find(name, among=programme) for name in towns)
    except UnclearPlaceError as unclear:
        return Route(unclear=unclear.candidates[:4])
    except LookupError:
        return Route()
    return Route(
        kilometres=distance.kilometres(origin, target),
        origin=distance.called(origin, towns[0]),
        target=distance.called(target, towns[1]),
        from_agency=start is None,
    )
