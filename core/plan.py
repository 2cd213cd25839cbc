"""The project plan: what an applicant intends, as read from a file or told in a conversation.

Keys, ids and bounds are laid down in docs/plan.md. Whatever does not fit is a `PlanError` that
names every wrong place with a code; the words for it stand in the sentence files.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import Annotated, Any, Literal, TypeVar

import pycountry
from babel import Locale
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from core import distance
from core.call import FieldId, Participant, ProjectType, StaffCategory
from core.text import fold
from core.yaml_file import place

PartnerKind = Literal[
    "school", "preschool", "vet_provider", "higher_education_institution", "adult_provider",
    "public_body", "company", "ngo", "other",
]  # fmt: skip
ActivityId = Literal[
    "blended_mobility", "short_pupil_exchange", "intensive_study", "long_pupil_mobility",
    "long_staff_assignment", "staff_training",
]  # fmt: skip

MOST_PARTNERS, MOST_ENTRIES, MOST_CENTS = 100, 1_000, 2
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ALIASES = {"UK": "GB", "EL": "GR"}
"""The Commission's own codes of two countries."""


class Problem(BaseModel):
    """One thing that is wrong: where, what (a code), and the values that its words need."""

    model_config = ConfigDict(frozen=True)

    path: str
    """As people write it: `learning_activities[0].days`; empty where it is the file as a whole."""
    code: str
    values: dict[str, str] = {}


class PlanError(Exception):
    """A plan can't be read; `problems` are all that is wrong with it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("; ".join(f"{each.path}: {each.code}" for each in problems))
        self.problems = list(problems)


def country_code(text: str) -> str | None:
    """Return the ISO 3166-1 code that a text is, `UK` and `el` among them; none if it is none."""
    upper = text.strip().upper()
    code = _ALIASES.get(upper, upper)
    return code if len(code) == 2 and pycountry.countries.get(alpha_2=code) else None


def _country(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    code = country_code(value)
    if code is None:
        raise PydanticCustomError("country", "unknown country", {"given": value})
    return code


def _call_id(value: Any) -> Any:
    return str(value) if type(value) is int else value


def _decimal(value: Any) -> Any:
    """Take numbers as they are written; text and truth values are no numbers."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise PydanticCustomError("number", "not a number")
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    if not number.is_finite():
        raise PydanticCustomError("number", "not a number")
    return number


def _cents(amount: Decimal) -> Decimal:
    exponent = amount.normalize().as_tuple().exponent
    if isinstance(exponent, int) and -exponent > MOST_CENTS:
        raise PydanticCustomError("cents", "too many decimals")
    return amount


def _day(value: Any) -> Any:
    if isinstance(value, dt.datetime) or not isinstance(value, str | dt.date):
        raise PydanticCustomError("day", "not a day")
    if not isinstance(value, str):
        return value
    try:
        if not _DAY.fullmatch(value):  # Python takes other spellings, too
            raise ValueError
        return dt.date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("day", "not a day") from None


Country = Annotated[str, BeforeValidator(_country), Field(strict=True)]
Words = Annotated[str, Field(strict=True)]
Months = Annotated[int, Field(strict=True, ge=1, le=120)]
Days = Annotated[int, Field(strict=True, ge=1, le=400)]
People = Annotated[int, Field(strict=True, ge=1, le=10_000)]
PeopleOrNobody = Annotated[int, Field(strict=True, ge=0, le=10_000)]
Count = Annotated[int, Field(strict=True, ge=1, le=10_000)]
Kilometres = Annotated[Decimal, BeforeValidator(_decimal), Field(ge=0, le=20_040)]
Money = Annotated[
    Decimal,
    BeforeValidator(_decimal),
    Field(ge=Decimal("0.01"), le=100_000_000),
    AfterValidator(_cents),
]
EntryT = TypeVar("EntryT")
Entries = Annotated[list[EntryT], Field(max_length=MOST_ENTRIES)]


class _Part(BaseModel):
    """Base of a plan's parts: unknown keys are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Partner(_Part):
    """An organisation of the consortium."""

    name: Words = ""
    country: Country
    role: Literal["coordinator"] | None = None
    kind: PartnerKind = "other"
    eche: Annotated[bool | None, Field(strict=True)] = None
    """Whether a higher education institution holds the Charter; none: not said."""


class _Travelling(_Part):
    """A part with a distance, or with two places between which it is measured."""

    distance_km: Kilometres | None = None
    origin: Annotated[Words | None, Field(alias="from")] = None
    target: Annotated[Words | None, Field(alias="to")] = None

    @model_validator(mode="after")
    def _one_way(self) -> _Travelling:
        named = self.origin is not None or self.target is not None
        if named and self.distance_km is not None:
            raise PydanticCustomError("distance_twice", "distance and places")
        if not named and self.distance_km is None:
            raise PydanticCustomError("distance_missing", "no distance")
        return self

    @property
    def kilometres(self) -> Decimal:
        """The distance one way in kilometres."""
        if self.distance_km is not None:
            return self.distance_km
        return _between(str(self.origin), str(self.target))

    @property
    def within_country(self) -> bool:
        """Whether both places are known and lie in one country."""
        if self.origin is None or self.target is None:
            return False
        return located(self.origin).country == located(self.target).country


class Meeting(_Travelling):
    """A transnational project meeting, `count` times."""

    participants: People
    count: Count = 1


class Work(_Part):
    """Days of work on an intellectual output."""

    country: Country
    staff: StaffCategory
    days: Days


class Output(_Part):
    """An intellectual output."""

    title: Words = ""
    work: Annotated[Entries[Work], Field(min_length=1)]


class Event(_Part):
    """A multiplier event."""

    country: Country
    local_participants: PeopleOrNobody = 0
    international_participants: PeopleOrNobody = 0

    @model_validator(mode="after")
    def _not_empty(self) -> Event:
        if self.local_participants + self.international_participants == 0:
            raise PydanticCustomError("event_empty", "nobody comes")
        return self


class Group(_Travelling):
    """People who travel to a learning activity together."""

    participants: People
    participant: Participant
    accompanying: PeopleOrNobody = 0
    travel_cost: Money | None = None
    """Real travel cost a person, EUR."""


class Activity(_Part):
    """A learning, teaching or training activity."""

    kind: ActivityId
    country: Country
    city: Words | None = None
    days: Days
    """Days without travel."""
    groups: Annotated[Entries[Group], Field(min_length=1)]


class ExceptionalCost(_Part):
    """A real cost of which the call pays a share."""

    description: Words = ""
    kind: Literal["goods_services", "financial_guarantee"] = "goods_services"
    amount: Money


class SpecialNeed(_Part):
    """A real cost for people with special needs."""

    description: Words = ""
    amount: Money


def _one_coordinator(partners: list[Partner]) -> list[Partner]:
    number = sum(partner.role == "coordinator" for partner in partners)
    if number != 1:
        code = "coordinator_missing" if number == 0 else "coordinators"
        raise PydanticCustomError(code, "not one coordinator")
    return partners


class Plan(_Part):
    """A whole plan."""

    call: Annotated[Words | None, BeforeValidator(_call_id)] = None
    """Id of a call; none: the newest."""
    field: FieldId
    type: ProjectType
    start: Annotated[dt.date, BeforeValidator(_day)]
    months: Months
    priorities: Entries[Words] = []
    applications: Count = 1
    partners: Annotated[
        list[Partner],
        Field(min_length=1, max_length=MOST_PARTNERS),
        AfterValidator(_one_coordinator),
    ]
    meetings: Entries[Meeting] = []
    intellectual_outputs: Entries[Output] = []
    multiplier_events: Entries[Event] = []
    learning_activities: Entries[Activity] = []
    exceptional_costs: Entries[ExceptionalCost] = []
    special_needs: Entries[SpecialNeed] = []

    @property
    def coordinator(self) -> Partner:
        """The applicant."""
        return next(partner for partner in self.partners if partner.role == "coordinator")


def plan_of(content: Any, calls: Collection[str]) -> Plan:
    """Return the plan of read content; `calls` are the ids of the calls that are known.

    Raises:
        PlanError: it does not fit; names every wrong place.
    """
    if not isinstance(content, dict):
        raise PlanError([Problem(path="", code="not_a_map")])
    try:
        plan = Plan.model_validate(content)
    except ValidationError as error:
        raise PlanError([_problem(each) for each in error.errors(include_url=False)]) from None
    problems = _unknown_places(plan)
    if plan.call is not None and plan.call not in calls:
        values = {"given": plan.call, "expected": ", ".join(calls)}
        problems.insert(0, Problem(path="call", code="call_unknown", values=values))
    if problems:
        raise PlanError(problems)
    return plan


def _unknown_places(plan: Plan) -> list[Problem]:
    """Return what is wrong with the plan's places: only now, since looking them up takes longer."""
    parts: list[tuple[str, _Travelling]] = [
        (f"meetings[{index}]", meeting) for index, meeting in enumerate(plan.meetings)
    ]
    for index, activity in enumerate(plan.learning_activities):
        parts += [
            (f"learning_activities[{index}].groups[{number}]", group)
            for number, group in enumerate(activity.groups)
        ]
    named = [
        (f"{path}.{key}", name)
        for path, part in parts
        if part.distance_km is None
        for key, name in (("from", part.origin), ("to", part.target))
    ]
    found = []
    for path, name in named:
        if name is None:
            found.append(Problem(path=path, code="missing"))
        elif problem := unknown_place(name):
            found.append(problem.model_copy(update={"path": path}))
    return found


@lru_cache(maxsize=1_000)
def unknown_place(name: str) -> Problem | None:
    """Return what is wrong with a place as `from` and `to` name it; none where it is clear."""
    try:
        located(name)
    except distance.UnclearPlaceError as unclear:
        names = [f"{each.name}, {each.country}" for each in unclear.candidates]
        values = {"given": name, "candidates": "; ".join(list(dict.fromkeys(names))[:5])}
        return Problem(path="", code="place_unclear", values=values)
    except LookupError as unknown:
        return Problem(path="", code=str(unknown.args[0]), values={"given": name})
    return None


@lru_cache(maxsize=1_000)
def located(name: str) -> distance.Place:
    """Return the place that 'city' or 'city, country' (a code or a name) means.

    Raises:
        UnclearPlaceError: several places may be meant.
        LookupError: 'place_unknown' or 'place_country'.
    """
    city, comma, country = name.rpartition(",")
    code = _country_named(country) if comma else None
    if comma and code is None:
        raise LookupError("place_country")
    try:
        return distance.find(city if comma else name, code)
    except distance.UnclearPlaceError:
        raise
    except LookupError:
        raise LookupError("place_unknown") from None


@lru_cache(maxsize=1_000)
def _between(origin: str, target: str) -> Decimal:
    return distance.kilometres(located(origin), located(target))


def _country_named(name: str) -> str | None:
    return country_code(name) or _country_names().get(fold(name))


@cache
def _country_names() -> dict[str, str]:
    """Return ISO codes by folded names in both languages."""
    return {
        fold(name): country.alpha_2
        for country in pycountry.countries
        for language in ("lv", "en")
        if (name := Locale(language).territories.get(country.alpha_2))
    }


_CODES = {
    "missing": "missing",
    "extra_forbidden": "unknown_key",
    "int_type": "whole_number",
    "int_from_float": "whole_number",
    "int_parsing": "whole_number",
    "string_type": "text",
    "bool_type": "truth",
    "list_type": "list",
    "model_type": "map",
    "model_attributes_type": "map",
    "dict_type": "map",
    "greater_than_equal": "at_least",
    "less_than_equal": "at_most",
    "literal_error": "one_of",
    "too_long": "too_many",
    "too_short": "too_few",
}
"""Pydantic's kinds of errors by the codes of the sentences."""
_OWN = (
    "country", "number", "cents", "day", "distance_twice", "distance_missing", "event_empty",
    "coordinator_missing", "coordinators",
)  # fmt: skip
"""Our own kinds, which are codes already."""


def _problem(error: ErrorDetails) -> Problem:
    path = place(error["loc"]) if any(error["loc"]) else ""
    code = _CODES.get(error["type"], error["type"] if error["type"] in _OWN else "value")
    context = error.get("ctx", {})
    values = {
        "limit": context.get("ge", context.get("le", context.get("max_length"))),
        "expected": str(context.get("expected", "")).replace("'", "").replace(" or ", ", "),
        "given": context.get("given"),
        "meant": _meant(error["loc"]) if code == "unknown_key" else None,
    }
    given = {
        key: re.sub(r"Decimal\('(.*)'\)", r"\1", str(value))
        for key, value in values.items()
        if value not in (None, "")
    }
    return Problem(path=path, code=code, values=given)


def _meant(location: tuple[int | str, ...]) -> str | None:
    """Return the known key that an unknown one resembles."""
    close = difflib.get_close_matches(str(location[-1]), sorted(_keys()), n=1, cutoff=0.7)
    return close[0] if close else None


@cache
def _keys() -> set[str]:
    models: list[type[BaseModel]] = [
        Plan, Partner, Meeting, Output, Work, Event, Activity, Group, ExceptionalCost, SpecialNeed,
    ]  # fmt: skip
    fields = [(name, field) for model in models for name, field in model.model_fields.items()]
    return {field.alias or name for name, field in fields}
