"""Places as journeys have them: towns that are named, capitals where only a country is."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from actions.journeys.model import Town
from core import distance
from core.call import Call, Language
from core.text import fold


@dataclass(frozen=True)
class Places:
    """Finds places; those in Programme Countries rather than elsewhere."""

    call: Call
    programme: tuple[str, ...]
    language: Language

    def of(self, typed: str) -> Town | None:
        """Return the town of a name; none where it is not known or not clear."""
        place = distance.named(typed, among=self.programme)
        return Town(typed=typed, name=place.name, country=place.country) if place else None

    def capital(self, country: str) -> Town | None:
        """Return the capital of a country, taken where no town was named."""
        place = distance.capital(country)
        if place is None:
            return None
        return Town(typed=place.name, name=place.name, country=country, assumed="capital")

    def is_capital(self, town: Town) -> bool:
        """Tell whether a town is the capital of its country, whose name sentences know."""
        place = distance.capital(town.country)
        return place is not None and place.name == town.name and self.language == "lv"

    def agency(self) -> Town:
        """Return the agency's town, taken where those who ask did not say where they are."""
        town = self.of(getattr(self.call.agency_town, self.language))
        assert town is not None
        return town.model_copy(update={"assumed": "agency"})

    def kilometres(self, first: Town, second: Town) -> Decimal:
        """Return how far two places are from one another, in a straight line."""
        return _kilometres(first.name, first.country, second.name, second.country)

    def called(self, town: Town) -> str:
        """Return the name of a town as it is written in answers."""
        place = distance.of_name(town.name, town.country)
        if self.language == "lv":
            name = distance.called(place, town.typed)
            return name[:1].upper() + name[1:]
        typed = town.typed.title()
        if fold(typed) == fold(place.name):
            return place.name
        return typed if typed in place.names else place.name


@lru_cache(1000)
def _kilometres(first: str, its: str, second: str, others: str) -> Decimal:
    return distance.kilometres(distance.of_name(first, its), distance.of_name(second, others))
