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


def route(turn: Turn) -> Route:
    """Return the journey that the message names: kilometres, else from one town to another."""
    for kilometres in turn.said.kilometres:
        if 0 <= kilometres <= _FARTHEST:
            return Route(kilometres=kilometres)
    towns = turn.said.town[:2]
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
    )
