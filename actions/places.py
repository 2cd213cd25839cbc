"""The distance of a journey, as said in kilometres or by towns."""

from __future__ import annotations

from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from actions.turn import Turn
from bot.responses import Speaker
from core import distance
from core.distance import Place, UnclearPlaceError

_FARTHEST = 20_040
"""Kilometres: half of the Earth's circumference (the plan's bound)."""


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
    """Return the place of a name, in a Programme Country rather than elsewhere; none: unclear."""
    return distance.named(name, among=turn.call.programme_countries(turn.day).countries)


def _abroad(name: str, turn: Turn) -> bool:
    """Tell whether a town is in another country: at home it is the venue or one's own."""
    place = place_named(name, turn)
    return place is not None and place.country != turn.call.agency_country


def route(turn: Turn) -> Route:
    """Return the journey that the message names: kilometres, else from one town to another.

    Who names only a town abroad to which they go sets out from the agency's town, and is told so.
    """
    for kilometres in turn.said.kilometres:
        if 0 <= kilometres <= _FARTHEST:
            return Route(kilometres=kilometres)
    towns = turn.said.town[:2]
    from_agency = len(towns) == 1 and towns == turn.said.destination and _abroad(towns[0], turn)
    if from_agency:
        towns = [getattr(turn.call.agency_town, turn.language), *towns]
    if len(towns) < 2:
        return Route()
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
        from_agency=from_agency,
    )
