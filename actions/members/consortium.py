"""The consortium as somebody tells it piece by piece: its organisations, and how many more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Literal

from pydantic import BaseModel, ConfigDict

Status = Literal["in", "associated", "waiting", "left"]
"""Whether an organisation takes part, only supports, has not agreed yet, or is gone."""


UNKNOWN = "ZZ"
"""The country of a town of which there are several."""


class Organisation(BaseModel):
    """One organisation that was told of."""

    model_config = ConfigDict(frozen=True)

    country: str
    """ISO code."""
    town: str | None = None
    kind: str | None = None
    """What it was called, folded: 'hospital'."""
    own: bool = False
    """Whether it is that of those who ask."""
    status: Status = "in"


class Consortium(BaseModel):
    """Organisations with their places, and those of which only the number is known."""

    model_config = ConfigDict(frozen=True)

    organisations: list[Organisation] = []
    unplaced: int = 0
    """Organisations of which no country was told; below zero: so many left, nobody said which."""
    complete: bool = False
    """Whether all were counted, so that one's own is among them."""
    leader: Organisation | None = None
    """Who coordinates, where it was told."""
    invited: bool = False
    """Whether those who ask are partners of another's project."""

    @property
    def members(self) -> list[Organisation]:
        """Those who take part with money."""
        return [each for each in self.organisations if each.status == "in"]

    def having(self, status: Status) -> list[Organisation]:
        """Return the organisations of a status."""
        return [each for each in self.organisations if each.status == status]

    @property
    def count(self) -> int:
        """How many take part."""
        return len(self.members) + self.unplaced

    @property
    def countries(self) -> list[str]:
        """The countries of those who take part, each once."""
        placed = (each.country for each in self.members if each.country != UNKNOWN)
        return list(dict.fromkeys(placed))

    @property
    def by_country(self) -> Counter[str]:
        """How many take part from each country."""
        return Counter(each.country for each in self.members)

    @property
    def own(self) -> Organisation | None:
        """The organisation of those who ask, if it was told."""
        return next((each for each in self.organisations if each.own), None)

    @property
    def known(self) -> bool:
        """Whether enough was told to speak of a consortium: others beside one's own."""
        others = [each for each in self.members if not each.own]
        return bool(others) or (self.own is not None and self.unplaced > 0)

    @property
    def own_leads(self) -> bool:
        """Whether those who ask coordinate; so they do unless another one was told."""
        own, leader = self.own, self.leader
        if own is not None and own.status != "in":
            return False
        if leader is None:
            return not self.invited
        return leader.own or (own is not None and _place(own) == _place(leader))

    def with_own(self, home: str) -> Consortium:
        """Return it with the organisation of those who ask, where it is among none of those told.

        Who names an organisation at home and none as their own is taken to mean theirs.
        """
        if self.own or self.complete:
            return self
        at_home = (i for i, each in enumerate(self.organisations) if each.country == home)
        index = next(at_home, None)
        if index is not None:
            own = self.organisations[index].model_copy(update={"own": True})
            found = [*self.organisations[:index], own, *self.organisations[index + 1 :]]
            return self.model_copy(update={"organisations": found})
        return self.plus(Organisation(country=home, own=True))

    def plus(self, *more: Organisation) -> Consortium:
        """Return it with other organisations behind those before."""
        return self.model_copy(update={"organisations": [*self.organisations, *more]})

    def changed(
        self, whom: Callable[[Organisation], bool], status: Status, most: int | None = None
    ) -> Consortium:
        """Return it with another status of those meant, the last told first where not of all."""
        left = len(self.organisations) if most is None else most
        found: list[Organisation] = []
        for each in reversed(self.organisations):
            meant = left > 0 and each.status != status and whom(each)
            found.insert(0, each.model_copy(update={"status": status}) if meant else each)
            left -= meant
        return self.model_copy(update={"organisations": found})


def _place(organisation: Organisation) -> tuple[str, str | None]:
    return organisation.country, organisation.town


class Memory(BaseModel):
    """What a conversation keeps of the consortium."""

    model_config = ConfigDict(frozen=True)

    told: Consortium = Consortium()
    supposed: Consortium | None = None
    """As the last message supposed it to be: 'un ja serbu vietā ņemam Melnkalni?'."""
    before: Consortium | None = None
    """As it was before the last change."""
    focus: list[Organisation] = []
    """Those who were spoken of last: 'and without them?'."""
    change: str | None = None
    """What the last message said of them: 'joins', 'leaves' …"""
    home: str | None = None
    """The country of those who ask, where they told it."""
    money: bool = False
    """Whether its management money was spoken of."""
    compares: bool = False
    """Whether it was asked how much more or less that is than before."""
    several: bool = False
    """Whether another project with other partners was spoken of."""
