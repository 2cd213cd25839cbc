"""What a person said in a message: Rasa's entities as typed values."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ConfigDict

from actions import listed
from actions.case import Work
from actions.counts import CROWD, may_count, whole
from actions.listed import Journey
from core.call import Contact, FieldId, Language, Participant, ProjectType, StaffCategory

_UNITS = (
    "months", "days", "people", "kilometres", "euro", "organisations", "countries", "meetings",
    "local", "international",
)  # fmt: skip
_A_YEAR, _MOST_YEARS = 12, 5
"""Months of a year, and up to how many a number means them: 'cik divus gadus?', 'un vienu?'."""
_OF_ONE_QUESTION = {
    "date",
    "scope",
    "priority",
    "contact_detail",
    "field",
    "euro",
    "near_miss",
    "journeys",
}
_OF_THE_PROJECT = {
    "months",
    "organisations",
    "own",
    "home",
    "countries",
    "country",
    "project_type",
    "participant",
}


_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w.+-])(?!\d{4}-\d\d-\d\d)(?!\d{4}-\d{4})"
    r"(?:\+\d(?:[ ()./-]?\d){7,14}|[26]\d(?:[ ./-]?\d){6})(?![\w-])"
)
"""Latvian numbers, or others with their country's code; no days and no years."""


def contact_in(text: str) -> str | None:
    """Return the e-mail address or telephone number in a text."""
    found = _EMAIL.search(text) or _PHONE.search(text)
    return found.group() if found else None


def contacts_in(text: str, contacts: Iterable[Contact]) -> list[Contact]:
    """Return those contacts whose e-mail address or telephone number stands in a text."""
    found = contact_in(text)
    return [each for each in contacts if found and found.casefold() in (each.email, each.phone)]


class Said(BaseModel):
    """Values named in a message; what is not named is None or empty."""

    model_config = ConfigDict(extra="ignore")

    field: list[FieldId] = []
    project_type: list[ProjectType] = []
    staff: list[StaffCategory] = []
    participant: list[Participant] = []
    activity: list[str] = []
    priority: list[str] = []
    scope: list[str] = []
    contact_detail: list[str] = []
    near_miss: list[str] = []
    target_language: list[Language] = []
    country: list[str] = []
    town: list[str] = []
    departure: list[str] = []
    """Those of the towns from which somebody sets out: 'no Liepājas'."""
    destination: list[str] = []
    """Those to which somebody goes: 'uz Porto'."""
    venue: list[str] = []
    """Those of the countries in which something takes place: 'Islandē', 'in Iceland'."""
    date: list[str] = []
    months: list[Decimal] = []
    years: list[Decimal] = []
    """Those of the months that were told in years: 'divus gadus'."""
    days: list[Decimal] = []
    people: list[Decimal] = []
    kilometres: list[Decimal] = []
    euro: list[Decimal] = []
    organisations: list[Decimal] = []
    countries: list[Decimal] = []
    meetings: list[Decimal] = []
    events: list[Decimal] = []
    such: list[Decimal] = []
    """How many of what was spoken of before: 'četras tādas', 'nine of them'."""
    points: list[Decimal] = []
    parts: list[Decimal] = []
    """In how many parts the grant is paid."""
    times: list[Decimal] = []
    """How often something takes place: 'divreiz', 'four of those'."""
    we: list[Decimal] = []
    """People or organisations, as the topic has it: 'divatā', 'the two of us'."""
    partner_role: list[str] = []
    added: list[Decimal] = []
    """Organisations that come on top of others: 'un vēl divi partneri', 'bring in one more'."""
    from_country: list[Decimal] = []
    """Organisations of which only a country is told, so that they may be people: '3 from Malta'."""
    nth: list[Decimal] = []
    """How many organisations there are with the one that joins: 'as the fourth partner'."""
    own: list[str] = []
    """Set where the asking organisation comes on top of those counted: 'mēs un divi partneri'."""
    full_grant: list[str] = []
    """Set where the largest grant was paid in parts: 'and with 24 months?'."""
    home: list[str] = []
    """The country of those who ask, where they told it: 'Hello from Leeds!'."""
    on_top: dict[str, Decimal] = {}
    """Sums that the message added to, EUR, as they were before."""
    counted: list[str] = []
    """The unit that the message before counted, where it was one only: 'un ja esam pieci?'."""
    number: list[Decimal] = []
    """Numbers without a unit: 'un 18?'."""
    local: list[Decimal] = []
    international: list[Decimal] = []
    with_pupils: list[Decimal] = []
    """How many pupils the accompanying persons go with, where these came on top of them."""
    asked_about: list[str] = []
    """Countries that were asked about one after another."""
    told: list[tuple[Participant, Decimal]] = []
    """People by kind as they were told one after another: 20 students, then 5 lecturers."""
    groups: list[tuple[Participant, Decimal]] = []
    """People by kind where several were counted: '12 skolēni un 2 skolotāji'."""
    journeys: list[Journey] = []
    """Where several distances were told, each with who comes from there."""
    works: list[Work] = []
    """Days of work that the message tells of: 'a trainer 20 days, a technician 15 days'."""

    @classmethod
    def of(cls, entities: Iterable[dict[str, Any]]) -> Said:
        """Read Rasa's entities; doubled values count once, but numbers as often as they stand."""
        entities = list(entities)
        values: dict[str, list[Any]] = {
            "groups": listed.groups(entities),
            "journeys": listed.journeys(entities),
        }
        for entity in entities:
            name, value = entity.get("entity", ""), entity.get("value")
            known = values.setdefault(name, [])
            if role := entity.get("role"):
                values.setdefault(role, []).append(value)
            if isinstance(value, (int, float)) or value not in known:
                known.append(value)
        if "own" in values:  # 'coordinator + 3 partners' adds nothing to what was before
            values.pop("added", None)
        return cls.model_validate(
            {name: v for name, v in values.items() if name in cls.model_fields}
        )

    def over(self, earlier: Said) -> Said:
        """Return what was said earlier with this in place of it, value by value.

        The field is not taken over: the conversation's slot holds it.
        """
        named: dict[str, Any] = {name: value for name, value in self if value}
        if towns := self._journey_over(earlier):
            named["town"] = towns
        if self.months:
            named["years"] = self.years
        if self.town and not self.kilometres:  # another journey
            named["kilometres"] = []
        if self.town or self.kilometres:
            named["journeys"] = self.journeys
        named["works"] = self.works
        if self.organisations and "all" in self.scope:  # 'sorry, five organisations in total'
            named["own"] = self.own
        if self.we:  # 'no, four of us in total'
            named |= {name: getattr(self, name) for name in ("people", "organisations", "own")}
        if not self.only_counts:
            named["partner_role"] = self.partner_role
        return earlier.model_copy(update={"field": self.field, **named})

    def _journey_over(self, earlier: Said) -> list[str]:
        """Return the towns of a journey of which only one end is told now."""
        if self.staff:  # who works there does not travel: 'a secretary in Warsaw, 6 days'
            return self.town
        if self.town and self.town == self.departure:  # 'un no Liepājas?' keeps where one goes
            return [*self.town, *earlier.town[-1:]]
        if len(self.town) == 1 and earlier.departure:  # and 'un uz Berlīni?' where from
            return [earlier.departure[-1], *self.town]
        if self.town and {*self.town} < {*earlier.town}:  # 'and the hosts in Madrid?'
            return earlier.town
        return self.town

    def beside(self, others: Said) -> Said:
        """Return what another question of the same message said, with this in place of it."""
        named: dict[str, Any] = {name: value for name, value in self if value}
        return others.model_copy(update={"field": self.field, **named})

    def numbers_from(self, least: int) -> list[Decimal]:
        """Return the bare numbers from `least` up: sums of money without their unit."""
        return [number for number in self.number if number >= least]

    def counting_such(self, people: bool) -> Said:
        """Return this with 'nine of them' read as people, or as how often something takes place."""
        if not self.such or (people and self.people):
            return self.model_copy(update={"such": []})  # 'the consultant has run twenty of these'
        return self.model_copy(update={"people" if people else "times": self.such, "such": []})

    def without(self, numbers: set[Decimal]) -> Said:
        """Return this without bare numbers that count nothing."""
        kept = [each for each in self.number if each not in numbers]
        return self.model_copy(update={"number": kept})

    def with_people_from(self) -> Said:
        """Return this with those of whom a country is told as people: 'and three from Cyprus'."""
        if not self.from_country or self.people or self.we:
            return self
        others = [*self.organisations]
        for each in self.from_country:
            others.remove(each)
        return self.model_copy(update={"people": self.from_country, "organisations": others})

    def with_distance(self, earlier: Said) -> Said:
        """Return this with the large one of its bare numbers as a distance, as one was before.

        'The Estonians, 4 of them, also 3100-ish'
        """
        large = [each for each in self.number if each > CROWD]
        if not earlier.kilometres or self.kilometres or len(large) != 1 or self.number == large:
            return self
        rest = [each for each in self.number if each not in large]
        people = rest if len(rest) == 1 and not self.people else self.people
        kept = [] if people is rest else rest
        return self.model_copy(update={"kilometres": large, "people": people, "number": kept})

    def as_told(self, earlier: Said) -> Said:
        """Return this with as many of its kind as were told some messages before.

        '20 students', 'add 5 lecturers', 'and if it ran 16 days? just the students'
        """
        counted = dict(earlier.told)
        kinds = self.participant
        if len(kinds) != 1 or self.people or self.we or kinds[0] not in counted or self.groups:
            return self
        return self.model_copy(update={"people": [counted[kinds[0]]]})

    def of_all_told(self, earlier: Said) -> Said:
        """Return this with all kinds of people that were told before, with what it tells anew."""
        kinds = dict(earlier.told)
        if len(self.participant) == len(self.people) == 1:
            kinds[self.participant[0]] = self.people[0]
        told = [*kinds.items()]
        update = {"groups": told, "told": told, "people": [*kinds.values()], "we": []}
        return self.model_copy(update=update | {"participant": [*kinds]})

    def among(self, groups: list[tuple[Participant, Decimal]]) -> Said:
        """Return this with its people in place of their kind's among groups told before.

        'Nē, skolēni būs 12': the teachers who go with them stay.
        """
        kinds = dict(groups)
        if len(kinds) < len(groups):
            return self
        if len(self.participant) != 1 or len(self.people) != 1 or self.participant[0] not in kinds:
            return self
        kinds[self.participant[0]] = self.people[0]
        update = {"groups": [*kinds.items()], "people": [*kinds.values()], "participant": [*kinds]}
        return self.model_copy(update=update)

    def added_to(self, earlier: Said) -> Said:
        """Return this with organisations that join counted with those before, or with one's own."""
        if not {*self.added} & {*self.organisations}:  # '14 organisations … 500 + 13 x 250'
            return self.model_copy(update={"added": []})  # 'un vēl divi' counts no organisations
        before = sum(earlier.organisations or earlier.we)  # whether with one's own stays as it was
        if not before:
            return self.model_copy(update={"added": [], "own": ["own"]})
        together = [before + sum(self.organisations)]
        return self.model_copy(update={"organisations": together, "added": [], "own": []})

    def with_countries(self, codes: Iterable[str]) -> Said:
        """Return this with more countries, each once: those of the towns that are named."""
        return self.model_copy(update={"country": list(dict.fromkeys([*self.country, *codes]))})

    def longer_than(self, earlier: Said) -> Said:
        """Return this with the months that a project gets longer by: 'un ja par vienu mēnesi?'."""
        if not (self.months and earlier.months) or self.months[0] >= earlier.months[0]:
            return self
        return self.model_copy(update={"months": [self.months[0] + earlier.months[0]]})

    def as_nth(self, earlier: Said) -> Said:
        """Return this with the organisations that there are with the one that joins those before.

        'And if a kindergarten joins as the fourth partner?'
        """
        if not self.nth or not (earlier.organisations or earlier.we):
            return self
        own = Decimal(bool(earlier.own))
        return self.model_copy(update={"organisations": [self.nth[0] - own], "nth": []})

    def left_of(self, earlier: Said) -> Said:
        """Return this with the organisations that are left when those that it names leave."""
        before = sum(earlier.organisations or earlier.we)
        leave = whole(self.organisations or self.number)
        if not leave or leave >= before:
            return self
        left = [before - leave]
        return self.model_copy(update={"organisations": left, "own": [], "added": [], "number": []})

    def counting(self, usual: str | None, earlier: Said) -> Said:
        """Return this with its bare numbers read as what the earlier message counted.

        Args:
            usual: what they count where that does not tell.
            earlier: what was said before.
        """
        counted = [
            unit
            for unit in _UNITS
            if getattr(earlier, unit)
            and all(may_count(unit, number) for number in self.number)
            and (unit != "euro" or usual == "euro")  # a rate that somebody names is no count
        ]
        if any(may_count(unit, number) for unit in earlier.counted for number in self.number):
            usual, counted = earlier.counted[0], []  # 'un ja esam pieci?', 'un 12?'
        if self.participant and not self.people and usual not in ("days", "euro"):
            usual, counted = "people", []  # 'nē, skolēni būs 12'
        unit = counted[0] if len(counted) == 1 and counted != ["kilometres"] else usual
        if earlier.kilometres and self.number and min(self.number) > CROWD and usual != "euro":
            unit = "kilometres"
        meant = [number for number in self.number if may_count(unit or "", number)]
        if unit == "months" and earlier.years and meant and max(meant) <= _MOST_YEARS:
            in_years = [number * _A_YEAR for number in meant]
            return self.model_copy(update={"months": in_years, "years": in_years, "number": []})
        if unit == "euro" and meant and max(meant) <= CROWD:
            return self  # 'how much for all five?'
        if not meant or unit is None or getattr(self, unit):
            return self
        return self.model_copy(update={unit: meant, "number": []})

    def period(self, year: int) -> tuple[dt.date, dt.date] | None:
        """Return first and last day, where two dates are named; `year` where the first has none.

        The second must have its year: 'no septembra līdz maijam' may end in any. What began before
        `year` is another call's.
        """
        if len(self.date) != 2 or not self.date[1].startswith("20"):
            return None
        first, last = (day_span(each, year) for each in self.date)
        if not first or not last or first[0].year < year:
            return None
        return (first[0], last[1]) if first[0] < last[0] else None

    @property
    def counted_units(self) -> list[str]:
        """What numbers count."""
        return [unit for unit in _UNITS if getattr(self, unit)]

    @property
    def named(self) -> bool:
        """Whether anything was named."""
        return any(value for _, value in self)

    @property
    def only_counts(self) -> bool:
        """Whether nothing but numbers was named."""
        counts = {*_UNITS, "number"}
        return self.named and not any(value for name, value in self if name not in counts)

    @property
    def background(self) -> Said:
        """What of this holds for the whole project, so that later questions may rest on it."""
        return Said.model_validate(self.model_dump(include=_OF_THE_PROJECT))

    @property
    def shared(self) -> Said:
        """What of this another question of the same message may rest on."""
        return Said.model_validate(self.model_dump(exclude=_OF_ONE_QUESTION))

    @property
    def organisation_count(self) -> int | None:
        """Organisations named: '2 no Latvijas un 1 no Igaunijas' is 3."""
        counted = self.organisations or self.we
        return int(sum(counted)) + bool(self.own) if counted else None

    @property
    def travellers(self) -> int | None:
        """People named."""
        return whole(self.people or self.we)

    @property
    def country_count(self) -> list[str] | int | None:
        """Countries of a consortium: by name, else how many."""
        if len(self.country) > 1 or (self.country and self.organisation_count):
            return self.country
        return int(min(self.countries)) if self.countries else None  # 'must it be 3, or will 2 do?'


def day_span(date: str, default_year: int) -> tuple[dt.date, dt.date] | None:
    """Return first and last day of a date entity: '2021-01-15', '2021-01', '01-15' or '01'."""
    parts = date.split("-")
    year = int(parts.pop(0)) if len(parts[0]) == 4 else default_year
    month = int(parts[0])
    last = calendar.monthrange(year, month)[1]
    if len(parts) == 1:
        return dt.date(year, month, 1), dt.date(year, month, last)
    day = int(parts[1])
    return (dt.date(year, month, day),) * 2 if 1 <= day <= last else None
