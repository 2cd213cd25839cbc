"""What simulated people and officers say: `data/demo/consultation_day.yml`."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Annotated

from pydantic import Field

from bot.database import ROOT
from core import yaml_file
from core.call import FieldId, Language, Text
from core.yaml_file import Strict

PATH = ROOT / "data" / "demo" / "consultation_day.yml"


class Day(Strict):
    """The consultation day's hours and place."""

    moment: dt.datetime
    """The moment at which the system's clock stands, in the agency's time zone."""
    opens: dt.time
    closes: dt.time
    slot_minutes: int
    place: Text


class OfficerPart(Strict):
    """An officer who takes part."""

    name: str
    email: str
    fields: list[FieldId]


class PersonPart(Strict):
    """What a person comes for. `{code}` in a sentence is the person's own mark."""

    language: Language
    field: FieldId
    ask: Annotated[list[str], Field(min_length=1)]
    human: str | None = None
    reply: str | None = None
    slot: bool = False


class Phrases(Strict):
    """What everybody says on the way to an officer or a time."""

    human: str
    slot: str
    first: str
    nothing: str


class Script(Strict):
    """A whole day."""

    day: Day
    officers: list[OfficerPart]
    answers: dict[Language, list[str]]
    phrases: dict[Language, Phrases]
    people: list[PersonPart]

    def staff(self, count: int) -> list[OfficerPart]:
        """Return the first officers, with the fields of those who are not there."""
        there = self.officers[:count]
        for number, absent in enumerate(self.officers[count:]):
            kept = there[number % count]
            fields = list(dict.fromkeys([*kept.fields, *absent.fields]))
            there[number % count] = kept.model_copy(update={"fields": fields})
        return there


@cache
def script() -> Script:
    """Return the script.

    Raises:
        DataError: the file is wrong; names line and place.
    """
    return yaml_file.load(PATH, Script)
