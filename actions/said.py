"""What a person said in a message: Rasa's entities as typed values."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from pydantic import BaseModel, ConfigDict

from core.call import FieldId, Language, Participant, ProjectType, StaffCategory

_UNITS = (
    "months", "days", "people", "kilometres", "euro", "organisations", "countries", "meetings",
    "local", "international",
)  # fmt: skip
_MOST = {"months": 120, "days": 400, "people": 200, "organisations": 99}
"""Above these a bare number counts something else, such as euros."""
CROWD = 99
"""So many do not travel: above this a bare number is a distance or a sum, if one of these is."""
A_BUDGET = 10_000
"""EUR; a number from here is money, whatever it stands with."""
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


def may_count(unit: str, number: Decimal) -> bool:
    """Tell whether a bare number may be one of a unit's."""
    return number <= _MOST.get(unit, number)


class Work(NamedTuple):
    """Days that somebody works on an output; none as country: it was not named."""

    days: Decimal
    staff: StaffCategory
    country: str | None
    town: str | None = None


class Journey(NamedTuple):
    """People who come from the same distance."""

    people: Decimal
    kilometres: Decimal


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
    date: list[str] = []
    months: list[Decimal] = []
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
    """Organisations that come on top of others: 'un vēl divi partneri'."""
    nth: list[Decimal] = []
    """How many organisations there are with the one that joins: 'as the fourth partner'."""
    own: list[str] = []
    """Set where the asking organisation comes on top of those counted: 'mēs un divi partneri'."""
    number: list[Decimal] = []
    """Numbers without a unit: 'un 18?'."""
    local: list[Decimal] = []
    international: list[Decimal] = []
    groups: list[tuple[Participant, Decimal]] = []
    """People by kind where several were counted: '12 skolēni un 2 skolotāji'."""
    journeys: list[Journey] = []
    """Where several distances were told, each with who comes from there."""
    works: list[Work] = []
    """Days of work where several people's were told: 'a trainer 20 days, a technician 15 days'."""

    @classmethod
    def of(cls, entities: Iterable[dict[str, Any]]) -> Said:
        """Read Rasa's entities; doubled values count once, but numbers as often as they stand."""
        entities = list(entities)
        values: dict[str, list[Any]] = {
            "groups": _groups(entities),
            "works": _works(entities),
            "journeys": _journeys(entities),
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
        if self.town and self.town == self.departure:  # 'un no Liepājas?' keeps where one goes
            named["town"] = [*self.town, *earlier.town[-1:]]
        elif len(self.town) == 1 and earlier.departure:  # and 'un uz Berlīni?' where from
            named["town"] = [earlier.departure[-1], *self.town]
        elif self.town and set(self.town) < set(earlier.town):  # 'and the hosts in Madrid?'
            named["town"] = earlier.town
        if self.town and not self.kilometres:  # another journey
            named["kilometres"] = []
        if earlier.works and (self.days or self.staff or self.country):  # another's work
            named |= {"works": self.works, "days": self.days, "country": self.country}
            named["staff"] = self.staff
        if not self.only_counts:
            named["partner_role"] = self.partner_role
        return earlier.model_copy(update={"field": self.field, **named})

    def beside(self, others: Said) -> Said:
        """Return what another question of the same message said, with this in place of it."""
        named: dict[str, Any] = {name: value for name, value in self if value}
        return others.model_copy(update={"field": self.field, **named})

    def counting_such(self, people: bool) -> Said:
        """Return this with 'nine of them' read as people, or as how often something takes place."""
        if not self.such:
            return self
        return self.model_copy(update={"people" if people else "times": self.such, "such": []})

    def without(self, numbers: set[Decimal]) -> Said:
        """Return this without bare numbers that count nothing."""
        kept = [each for each in self.number if each not in numbers]
        return self.model_copy(update={"number": kept})

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
        if not self.added:
            return self
        before = sum(earlier.organisations or earlier.we)  # whether with one's own stays as it was
        if not before:
            return self.model_copy(update={"added": [], "own": ["own"]})
        together = [before + sum(self.organisations)]
        return self.model_copy(update={"organisations": together, "added": [], "own": []})

    def with_partners(self, earlier: Said) -> Said:
        """Return this with the countries of those before: 'We'll add an Estonian school.'."""
        countries = list(dict.fromkeys([*earlier.country, *self.country]))
        joined = sum(self.organisations) or Decimal(1)
        counted = earlier.organisations
        more = [sum(counted) + joined] if counted else self.organisations
        return self.model_copy(update={"country": countries, "organisations": more, "added": []})

    def counting_countries(self, own: str) -> Said:
        """Return this with an organisation from each country named, and one's own beside them.

        'Esam skola Cēsīs, partneri būs no Somijas un Portugāles.'
        """
        if len(self.country) < 2 or self.added:
            return self
        others = [code for code in self.country if code != own]
        return self.model_copy(update={"organisations": [Decimal(len(others))], "own": ["own"]})

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
        if self.participant and not self.people:
            usual, counted = "people", []  # 'nē, skolēni būs 12'
        unit = counted[0] if len(counted) == 1 and counted != ["kilometres"] else usual
        if earlier.kilometres and self.number and min(self.number) > CROWD and usual != "euro":
            unit = "kilometres"
        meant = [number for number in self.number if may_count(unit or "", number)]
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
    def named(self) -> bool:
        """Whether anything was named."""
        return self != Said()

    @property
    def only_counts(self) -> bool:
        """Whether nothing but numbers was named."""
        return self.named and self.model_dump(exclude={*_UNITS, "number"}) == Said().model_dump(
            exclude={*_UNITS, "number"}
        )

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
        return int(self.countries[0]) if self.countries else None


def _groups(entities: list[dict[str, Any]]) -> list[tuple[Any, Any]]:
    """Return kind and number of people where kinds are told apart.

    Of 'astoņi dalībnieki un viens pasniedzējs' the others are learners, of '12 pupils and 2
    accompanying persons' they are staff. 'Skolēnus pavadīs divi skolotāji' counts the teachers.
    """
    counted = [each for each in entities if each.get("entity") == "people"]
    kinds = [each for each in entities if each.get("entity") == "participant"]
    found = [
        (
            # 'divi pavadošie skolotāji': the kind may stand right behind what was counted
            next((k["value"] for k in kinds if n["start"] <= k["start"] <= n["end"] + 1), None),
            n["value"],
        )
        for n in counted
    ]
    named = {kind for kind, _ in found if kind}
    if len(found) == 1:
        return found if named and len({kind["value"] for kind in kinds}) > 1 else []
    if len(found) == 2 and len(named) == 1:
        other = "staff" if named == {"learner"} else "learner"
        found = [(kind or other, number) for kind, number in found]
    return found if found and all(kind for kind, _ in found) else []


def _journeys(entities: list[dict[str, Any]]) -> list[tuple[Any, Any]]:
    """Return people and kilometres, where each of several distances stands behind its people.

    'Divi kolēģi no Portugāles (3100 km) un trīs no Igaunijas (280 km)'
    """
    found: list[tuple[Any, Any]] = []
    count = None
    for each in entities:
        name, value = each.get("entity"), each.get("value")
        if name in ("people", "organisations", "number") and value is not None and whole([value]):
            count = value
        elif name == "kilometres" and count is not None:
            found.append((count, value))
            count = None
    return found if len(found) > 1 else []


def _works(entities: list[dict[str, Any]]) -> list[tuple[Any, Any, Any, Any]]:
    """Return days, staff and country of each who works, where several are told.

    A country belongs to the person before whom it stands at once ('a Spanish technician'), else to
    the one before it ('pētniece no Somijas').
    """
    staff, days = (
        [each for each in entities if each.get("entity") == name] for name in ("staff", "days")
    )
    places = [each for each in entities if each.get("entity") in ("country", "town")]
    numbers = [each for each in entities if each.get("entity") == "number"]
    if days and len(staff) == len(days) + len(numbers):  # 'a trainer 30 days and a technician 20'
        days = sorted([*days, *numbers], key=lambda each: int(each["start"]))
    countries = [each for each in places if each["entity"] == "country"]
    if len(staff) == 1 and len(days) == len(countries) > 1:  # 'pētnieki no Latvijas un Somijas'
        kind = staff[0]["value"]
        return [
            (day["value"], kind, country["value"], None)
            for day, country in zip(days, countries, strict=True)
        ]
    staff = _workers(staff, days)
    if len(days) < 2 or len(staff) != len(days) or not all(whole([d["value"]]) for d in days):
        return []
    counted = [each for each in entities if each.get("entity") == "people"]
    at_once = {each["end"] + 1: each["start"] for each in places}
    starts = [
        min(at_once.get(person["start"], person["start"]), day["start"])
        for person, day in zip(staff, days, strict=True)
    ]
    named: dict[int, tuple[str, str]] = {}
    for place in places:
        number = sum(start <= place["start"] for start in starts) - 1
        named.setdefault(max(number, 0), (place["entity"], place["value"]))
    return [
        (
            day["value"] * _how_many(person, counted),
            person["value"],
            *_place_of(named.get(number)),
        )
        for number, (person, day) in enumerate(zip(staff, days, strict=True))
    ]


def _place_of(named: tuple[str, str] | None) -> tuple[str | None, str | None]:
    """Return a place as country and town, of which one is known at most."""
    kind, value = named or ("", None)
    return (value, None) if kind == "country" else (None, value)


def _workers(staff: list[dict[str, Any]], days: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return who works, one for each number of days: those nearest to it, where more are named."""
    if len(staff) <= len(days):
        return staff
    left, found = list(staff), []
    for day in days:
        nearest = min(left, key=lambda each: abs(each["start"] - day["start"]))
        left.remove(nearest)
        found.append(nearest)
    return found


def _how_many(person: dict[str, Any], counted: list[dict[str, Any]]) -> int:
    """Return how many of a kind work so long each: '2 Swedish managers 10 days each'."""
    within = (n for n in counted if n["start"] <= person["start"] <= n["end"])
    return next((whole([n["value"]]) or 1 for n in within), 1)


def whole(values: Iterable[Decimal | float], default: int | None = None) -> int | None:
    """Return the first number if it is a whole one above zero and below a million."""
    for each in values:
        value = Decimal(str(each))
        if value == value.to_integral() and 1 <= value < 1_000_000:
            return int(value)
    return default


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
