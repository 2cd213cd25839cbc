"""The call as data: models of the files in `data/calls/<id>/` and how to ask them.

Every value carries its unit, whom it is for, the days from which it holds, its references and how
sure it is. The code below knows no figure and no year.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import tempfile
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any, Generic, Literal, Self, TypeVar, get_args
from zoneinfo import ZoneInfo, available_timezones

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    TypeAdapter,
    ValidationInfo,
    field_validator,
    model_validator,
)

from core import yaml_file
from core.yaml_file import DataError, Strict

VARIABLE = "PARTNERIS_CALLS"
"""Names another folder of calls: for a demonstration, or a test."""
CACHE = Path(__file__).parent.parent / ".partneris" / "cache"
CALLS = Path(__file__).parent.parent / "data" / "calls"

Language = Literal["lv", "en"]
FieldId = Literal["school", "vet", "higher_education", "adult"]
ProjectType = Literal["innovation", "good_practice"]
StaffCategory = Literal["manager", "researcher", "technician", "administrative"]
Participant = Literal["staff", "learner"]
Mark = Literal["deck", "seen", "recalled"]
Unit = Literal[
    "EUR",
    "EUR/month",
    "EUR/day",
    "EUR/participant",
    "percent",
    "months",
    "days",
    "kilometres",
    "points",
    "organisations",
    "countries",
    "applications",
    "priorities",
    "date",
    "moment",
    "text",
    "list",
    "link",
]


def _not_blank(text: str) -> str:
    if not text.strip():
        raise ValueError("text is empty")
    return text


def _not_truth(value: Any) -> Any:
    if isinstance(value, bool):
        raise ValueError(f"{value} is not a number")
    return value


def _known_zone(name: str) -> str:
    if name not in available_timezones():
        raise ValueError(f"no time zone '{name}'")
    return name


def _day(value: Any) -> Any:
    """Take days as YAML gives them, or as they are kept in the cache."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value
    try:
        return dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        raise ValueError(f"'{value}' is not a day") from None


def _distinct(codes: list[str]) -> list[str]:
    twice = sorted({code for code in codes if codes.count(code) > 1})
    if twice:
        raise ValueError(f"'{twice[0]}' stands twice")
    return codes


Words = Annotated[str, AfterValidator(_not_blank)]
Number = Annotated[Decimal, BeforeValidator(_not_truth), Field(ge=0)]
Zone = Annotated[str, AfterValidator(_known_zone)]
CountryCode = Annotated[str, Field(pattern="^[A-Z]{2}$")]
Countries = Annotated[
    list[CountryCode],
    Field(min_length=1),
    AfterValidator(_distinct),
]
"""ISO 3166-1 alpha-2 codes."""


class Text(Strict):
    """The same words in both languages."""

    lv: Words
    en: Words


class Forms(Strict):
    """A Latvian name in the cases that sentences need."""

    nominative: Words
    genitive: Words
    dative: Words
    accusative: Words
    locative: Words


class Name(Strict):
    """A name with its Latvian case forms; English has one form."""

    lv: Forms
    en: Words

    def form(self, language: Language, case: str = "nominative") -> str:
        """Return the name in a language and, in Latvian, a case."""
        return self.en if language == "en" else str(getattr(self.lv, case))


class Document(Strict):
    """A document that references point to."""

    title: Text
    url: str | None = None
    slides: dict[int, Text] = {}
    """Headings of a deck's slides, counted from 1."""


class Reference(Strict):
    """Where a value stands: a slide, a page (of an edition) or a named section of a document."""

    document: str
    slide: int | None = None
    page: int | None = None
    edition: Language | None = None
    section: Text | None = None
    published: dt.date | None = None
    """Day on which it came out; none: before the call opened."""

    @model_validator(mode="after")
    def _one_place(self) -> Reference:
        if self.page is not None and not self.edition:
            raise ValueError("a page needs the language edition that it is counted in")
        return self


class Sourced(Strict):
    """Anything with a source: its references, how sure it is, and from when to when it holds."""

    mark: Mark
    references: Annotated[list[Reference], Field(min_length=1)]
    since: Annotated[dt.date | None, Field(alias="from")] = None
    """First day on which it holds; none: from the opening of the call."""
    until: Annotated[dt.date | None, Field(alias="to")] = None
    """Last day on which it holds; none: as long as the call."""

    @model_validator(mode="after")
    def _in_order(self) -> Sourced:
        if self.since and self.until and self.until < self.since:
            raise ValueError("`to` is before `from`")
        return self

    def references_on(self, day: dt.date) -> list[Reference]:
        """Return what could be read on a day; all, if nothing of it was out by then."""
        out = [each for each in self.references if not each.published or each.published <= day]
        return out or self.references

    def holds(self, day: dt.date) -> bool:
        """Tell whether it is in force on a day."""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )


SourcedT = TypeVar("SourcedT", bound=Sourced)


class ListItem(Strict):
    """One line of a list: words, and optionally a number with its unit or a link."""

    id: str
    name: Text
    value: Number | None = None
    unit: Unit | None = None
    url: str | None = None


class Moment(Strict):
    """A day and hour on the clocks of a time zone."""

    date: dt.date
    time: dt.time
    timezone: Zone

    @property
    def aware(self) -> dt.datetime:
        """The moment with its time zone."""
        return dt.datetime.combine(self.date, self.time, ZoneInfo(self.timezone))


class DatedValue(Sourced):
    """One value of a fact, in force from a day until the next value's day."""

    value: Moment | dt.date | Decimal | Text | list[ListItem] | str


ValueT = TypeVar("ValueT")


class _ValueOf(DatedValue, Generic[ValueT]):
    """A dated value of one type, so that no union has to guess and an error has its place."""

    value: ValueT  # type: ignore[assignment]


_NUMBERS: TypeAdapter[Any] = TypeAdapter(list[_ValueOf[Number]])
_VALUES_OF_UNIT: dict[str, TypeAdapter[Any]] = {
    "date": TypeAdapter(list[_ValueOf[Annotated[dt.date, BeforeValidator(_day)]]]),
    "moment": TypeAdapter(list[_ValueOf[Moment]]),
    "text": TypeAdapter(list[_ValueOf[Text]]),
    "list": TypeAdapter(list[_ValueOf[list[ListItem]]]),
    "link": TypeAdapter(list[_ValueOf[str]]),
}


class AppliesTo(Strict):
    """Whom a fact is for; an empty list means everybody."""

    fields: list[FieldId] = []
    project_types: list[ProjectType] = []
    participants: list[Participant] = []


class Fact(Strict):
    """A named value of the call, with all values that it had or has."""

    label: Text
    unit: Unit
    applies_to: AppliesTo = AppliesTo()
    overrides: str | None = None
    """Id of the general fact to which this one is an exception."""
    values: Annotated[list[DatedValue], Field(min_length=1)]

    @field_validator("values", mode="before")
    @classmethod
    def _typed_values(cls, values: Any, info: ValidationInfo) -> Any:
        if "unit" not in info.data:
            return values
        return _VALUES_OF_UNIT.get(info.data["unit"], _NUMBERS).validate_python(values)

    @model_validator(mode="after")
    def _one_value_a_day(self) -> Fact:
        starts = [value.since or dt.date.min for value in self.values]
        if len(set(starts)) != len(starts):
            raise ValueError("two values are in force on the same day; give each its own `from`")
        if starts != sorted(starts):
            raise ValueError("values are not in the order of their days; sort them by `from`")
        return self

    def on(self, day: dt.date) -> DatedValue:
        """Return the value in force on a day.

        Raises:
            LookupError: no value is in force on that day.
        """
        current = [value for value in self.values if value.holds(day)]
        if not current:
            raise LookupError(f"'{self.label.en}' has no value on {day}")
        return current[-1]

    def earlier(self, day: dt.date) -> list[DatedValue]:
        """Return the values that were in force before the one of `day`, oldest first."""
        current = self.on(day)
        return self.values[: self.values.index(current)]


class EducationField(Sourced):
    """A field of education with its action code."""

    id: FieldId
    code: str
    name: Name
    short: Text


class TypeOfProject(Sourced):
    """Support for innovation, or exchange of good practices."""

    id: ProjectType
    name: Name
    description: Text
    fields: list[FieldId]


class Priority(Sourced):
    """A priority: horizontal or of one field."""

    id: str
    field: FieldId | Literal["horizontal"]
    name: Text


class CountryGroup(Sourced):
    """Countries that share a rule; `rates` are EUR a day by staff category."""

    countries: Countries
    rates: dict[StaffCategory, Number]

    @field_validator("rates")
    @classmethod
    def _whole(cls, rates: dict[StaffCategory, Decimal]) -> dict[StaffCategory, Decimal]:
        for category in get_args(StaffCategory):
            if category not in rates:
                raise ValueError(f"no rate for '{category}'")
        return rates


class ProgrammeCountries(Sourced):
    """The Programme Countries, those of the EU (and the United Kingdom) first."""

    countries: Countries


class StaffKind(Sourced):
    """A staff category of intellectual outputs."""

    id: StaffCategory
    name: Name


class Band(Sourced):
    """An amount for a range of distances or days, both ends included; no `last`: and more."""

    first: Annotated[int, Field(ge=0)]
    last: int | None = None
    amount: Number

    @model_validator(mode="after")
    def _not_empty(self) -> Band:
        if self.last is not None and self.last < self.first:
            raise ValueError("`last` is less than `first`")
        return self


class DailyRate(Band):
    """Individual support in EUR a day, for the days from `first` to `last` of an activity."""

    participant: Participant


class BudgetCategory(Sourced):
    """A category of the budget."""

    id: str
    name: Name
    description: Text
    funding: Literal["unit_costs", "real_costs", "mixed"]
    share: Annotated[Number, Field(le=100)] | None = None
    """Per cent of real costs that are paid, where real costs are."""
    project_types: list[ProjectType]


class ActivityKind(Sourced):
    """A kind of learning, teaching or training activity with its length and fields."""

    id: str
    name: Name
    description: Text
    minimum: Annotated[int, Field(ge=1)]
    minimum_unit: Literal["days", "months"]
    maximum_months: Annotated[int, Field(ge=1)]
    fields: list[FieldId]
    participants: list[Participant]


class Contact(Sourced):
    """A person at the agency; `fields` empty: head of the unit."""

    person: Text
    email: str
    phone: str
    fields: list[FieldId]


class NearMiss(Sourced):
    """Something near to this call that is not this call: what it is and where to go."""

    id: str
    name: Text
    explanation: Text
    where: Text


Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)


class Hours(Strict):
    """Hours of the agency's clocks; `closes` is no longer open."""

    opens: dt.time
    closes: dt.time

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.opens >= self.closes:
            raise ValueError(f"closes at {self.closes:%H:%M}, not after it opens")
        return self


class WeekdayHours(Hours):
    """Hours that come back every week."""

    weekdays: Annotated[list[Weekday], Field(min_length=1), AfterValidator(_distinct)]


class Holiday(Strict):
    """A day on which nobody is at work."""

    day: Annotated[dt.date, BeforeValidator(_day)]
    name: Text


class ConsultationDay(Hours):
    """A day on which officers can be met, in parts of `slot_minutes`."""

    day: Annotated[dt.date, BeforeValidator(_day)]
    slot_minutes: Annotated[int, Field(ge=5, le=120)]
    place: Text


class Helpdesk(Strict):
    """When the agency's helpdesk answers: settings of the agency, without marks."""

    hours: list[WeekdayHours]
    holidays: list[Holiday]
    consultation_days: list[ConsultationDay]


EntryT = TypeVar("EntryT", bound=Strict)


class Items(Strict, Generic[EntryT]):
    """A file that is a list of entries."""

    items: Annotated[list[EntryT], Field(min_length=1)]


class _CallFile(Strict):
    id: str
    opens: dt.date
    agency_timezone: Zone
    agency_country: CountryCode
    agency_town: Text
    documents: dict[str, Document]


class _FactsFile(Strict):
    facts: dict[str, Fact]


class _CountriesFile(Strict):
    programme: list[ProgrammeCountries]
    rate_groups: list[CountryGroup]


class _LearningFile(Strict):
    kinds: list[ActivityKind]
    travel: list[Band]
    individual_support: list[DailyRate]


class Call(Strict):
    """One call, whole. Facts by id in `facts`; everything with a shape of its own beside it."""

    id: str
    opens: dt.date
    agency_timezone: Zone
    agency_country: CountryCode
    agency_town: Text
    documents: dict[str, Document]
    facts: dict[str, Fact]
    fields: list[EducationField]
    project_types: list[TypeOfProject]
    priorities: list[Priority]
    countries: _CountriesFile
    staff: list[StaffKind]
    meeting_bands: list[Band]
    learning: _LearningFile
    categories: list[BudgetCategory]
    contacts: list[Contact]
    near_misses: list[NearMiss]
    helpdesk: Helpdesk

    @cached_property
    def timezone(self) -> ZoneInfo:
        """The time zone of the agency's clocks."""
        return ZoneInfo(self.agency_timezone)

    @cached_property
    def last_change(self) -> dt.date:
        """The first day on which all of the call's rules stand as they do at its end."""
        return _days_of_change(self)[-1]

    def value(self, fact: str, day: dt.date) -> DatedValue:
        """Return the value of a fact in force on a day.

        Raises:
            LookupError: the fact is not known, or has no value on that day.
        """
        if fact not in self.facts:
            raise LookupError(f"the call {self.id} has no fact '{fact}'")
        return self.facts[fact].on(day)

    def deadline(self, day: dt.date) -> dt.datetime:
        """Return the deadline in force on a day, in the agency's time zone."""
        moment = self.value("deadline", day).value
        assert isinstance(moment, Moment)
        return moment.aware.astimezone(self.timezone)

    def number(self, fact: str, day: dt.date) -> Decimal:
        """Return the number that a fact has on a day.

        Raises:
            LookupError: there is none.
        """
        value = self.value(fact, day).value
        if not isinstance(value, Decimal):
            raise LookupError(f"'{fact}' is not a number")
        return value

    def added_priorities(self, day: dt.date) -> list[Priority]:
        """Return the priorities in force on a day that were added after the call had opened."""
        priorities = in_force(self.priorities, day)
        return [each for each in priorities if each.since and each.since > self.opens]

    def items(self, fact: str, day: dt.date) -> list[ListItem]:
        """Return the lines of a list that is in force on a day.

        Raises:
            LookupError: there is none.
        """
        value = self.value(fact, day).value
        if not isinstance(value, list):
            raise LookupError(f"'{fact}' is not a list")
        return value

    def field(self, field: str) -> EducationField:
        """Return a field of education by its id.

        Raises:
            LookupError: there is none.
        """
        return _by_id(self.fields, field)

    def project_type(self, kind: str) -> TypeOfProject:
        """Return a type of project by its id.

        Raises:
            LookupError: there is none.
        """
        return _by_id(self.project_types, kind)

    def fact_of_field(self, fact: str, field: str | None) -> str:
        """Return the id of the exception to `fact` that holds for a field, else `fact` itself."""
        for name, candidate in self.facts.items():
            if candidate.overrides == fact and field in candidate.applies_to.fields:
                return name
        return fact

    def programme_countries(self, day: dt.date) -> ProgrammeCountries:
        """Return the Programme Countries in force on a day."""
        return in_force(self.countries.programme, day)[-1]


WithIdT = TypeVar("WithIdT", EducationField, TypeOfProject)


def _by_id(items: Sequence[WithIdT], key: str) -> WithIdT:
    for item in items:
        if item.id == key:
            return item
    raise LookupError(f"no '{key}'; known: {', '.join(item.id for item in items)}")


def in_force(items: list[SourcedT], day: dt.date) -> list[SourcedT]:
    """Return the items that hold on a day, in their order."""
    return [item for item in items if item.holds(day)]


def known(folder: Path = CALLS) -> list[str]:
    """Return the ids of the calls in a folder, the newest last."""
    if not folder.is_dir():
        return []
    return sorted(path.name for path in folder.iterdir() if path.is_dir())


def load(call_id: str | None = None, folder: Path = CALLS) -> Call:
    """Load a call (default: the newest) and check it as a whole.

    Raises:
        DataError: a file is wrong; names file, line, place and remedy.
    """
    calls = known(folder)
    if not calls:
        raise yaml_file.at(folder, None, "there is no call here; add a folder with its files")
    chosen = call_id or calls[-1]
    if chosen not in calls:
        raise yaml_file.at(folder, None, f"there is no call '{chosen}'; known: {', '.join(calls)}")
    return _remembered(folder / chosen)


def _remembered(folder: Path) -> Call:
    """Return a call, from a file made once for its present files: reading YAML takes long."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for path in sorted(folder.iterdir()):
        digest.update(path.name.encode())
        digest.update(path.read_bytes() if path.is_file() else b"")
    path = CACHE / f"call-{folder.name}-{digest.hexdigest()[:16]}.json"
    if path.is_file():
        return Call.model_validate_json(path.read_bytes())
    call = _load_folder(folder)
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent) as scratch:
        partial = Path(scratch) / path.name
        partial.write_text(call.model_dump_json(by_alias=True), encoding="utf-8")
        partial.replace(path)
    return call


@cache
def newest() -> Call:
    """Return the newest call, loaded once a process.

    The calls are those of `data/calls/`, or of the folder that PARTNERIS_CALLS names.
    """
    return load(folder=Path(os.environ.get(VARIABLE) or CALLS))


_FACT_FILES = ("rules", "timing", "money", "costs", "applying", "documents", "content", "running")


def _load_folder(folder: Path) -> Call:
    _refuse_unknown_files(folder)
    call = yaml_file.load(folder / "call.yml", _CallFile)
    if call.id != folder.name:
        raise _wrong(folder, ("call", "id"), "differs from the folder's name; make them one")

    def items(name: str, model: type[EntryT]) -> list[EntryT]:
        return yaml_file.load(folder / f"{name}.yml", Items[model]).items  # type: ignore[valid-type]

    loaded = Call(
        **call.model_dump(),
        facts=_facts(folder),
        fields=items("fields", EducationField),
        project_types=items("project_types", TypeOfProject),
        priorities=items("priorities", Priority),
        countries=yaml_file.load(folder / "countries.yml", _CountriesFile),
        staff=items("staff", StaffKind),
        meeting_bands=items("meetings", Band),
        learning=yaml_file.load(folder / "learning.yml", _LearningFile),
        categories=items("categories", BudgetCategory),
        contacts=items("contacts", Contact),
        near_misses=items("near_misses", NearMiss),
        helpdesk=yaml_file.load(folder / "helpdesk.yml", Helpdesk),
    )
    _check(loaded, folder)
    return loaded


_OTHER_FILES = (
    "call",
    "fields",
    "project_types",
    "priorities",
    "countries",
    "staff",
    "meetings",
    "learning",
    "categories",
    "contacts",
    "near_misses",
    "helpdesk",
)


def _refuse_unknown_files(folder: Path) -> None:
    for path in sorted(folder.iterdir()):
        if path.suffix != ".yml" or path.stem not in _FACT_FILES + _OTHER_FILES:
            raise yaml_file.at(path, None, "unknown file; remove it or correct its name")


def _facts(folder: Path) -> dict[str, Fact]:
    facts: dict[str, Fact] = {}
    for name in _FACT_FILES:
        path = folder / f"{name}.yml"
        for key, fact in yaml_file.load(path, _FactsFile).facts.items():
            if key in facts:
                raise yaml_file.at(path, None, f"facts.{key}: id is used twice; rename one")
            facts[key] = fact
    return facts


Place = tuple[str | int, ...]
"""Where something stands: a file's name without ending (`facts` for any file of facts), keys."""


def _check(call: Call, folder: Path) -> None:
    """Check what no single file can: ids, references, overlaps."""
    for name, fact in call.facts.items():
        if fact.overrides and fact.overrides not in call.facts:
            where: Place = ("facts", name, "overrides")
            raise _wrong(folder, where, f"no fact '{fact.overrides}'; name an existing one")
    for place, sourced in walk(call):
        for index, reference in enumerate(sourced.references):
            _check_reference(call, folder, (*place, "references", index), reference)
    named: dict[tuple[str, str], Sequence[Any]] = {
        ("fields", "items"): call.fields,
        ("project_types", "items"): call.project_types,
        ("priorities", "items"): call.priorities,
        ("staff", "items"): call.staff,
        ("categories", "items"): call.categories,
        ("learning", "kinds"): call.learning.kinds,
        ("near_misses", "items"): call.near_misses,
    }
    for file, things in named.items():
        _check_distinct(folder, [((*file, index), thing.id) for index, thing in enumerate(things)])
    for day in _days_of_change(call):
        _check_day(call, folder, day)


def _days_of_change(call: Call) -> list[dt.date]:
    """Return the days on which some value begins to hold, the call's opening among them."""
    return sorted({call.opens, *(item.since for _, item in walk(call) if item.since)})


def _check_day(call: Call, folder: Path, day: dt.date) -> None:
    """Check what is in force on a day: no bands that overlap, no country in two groups."""

    def held(place: tuple[str, str], items: Sequence[SourcedT]) -> list[tuple[Place, SourcedT]]:
        return [((*place, index), item) for index, item in enumerate(items) if item.holds(day)]

    _check_bands(folder, held(("learning", "travel"), call.learning.travel))
    _check_bands(folder, held(("meetings", "items"), call.meeting_bands))
    rates = held(("learning", "individual_support"), call.learning.individual_support)
    for participant in get_args(Participant):
        _check_bands(folder, [each for each in rates if each[1].participant == participant])
    groups = held(("countries", "rate_groups"), call.countries.rate_groups)
    _check_distinct(folder, [(place, code) for place, group in groups for code in group.countries])


def _wrong(folder: Path, place: Place, message: str) -> DataError:
    """Return an error with the file and line of a place."""
    stem, *keys = place
    if stem == "facts":
        keys.insert(0, stem)
        stem = next(
            name
            for name in _FACT_FILES
            if keys[1] in yaml_file.read(folder / f"{name}.yml")["facts"]
        )
    path = folder / f"{stem}.yml"
    line = yaml_file.line_of(yaml_file.read(path), tuple(keys))
    return yaml_file.at(path, line, f"{yaml_file.place(tuple(keys))}: {message}")


def _check_reference(call: Call, folder: Path, place: Place, reference: Reference) -> None:
    document = call.documents.get(reference.document)
    if document is None:
        raise _wrong(folder, place, f"no document '{reference.document}'; add it to call.yml")
    if reference.slide is not None and reference.slide not in document.slides:
        raise _wrong(folder, place, f"no slide {reference.slide}; correct the number")


def _check_distinct(folder: Path, ids: list[tuple[Place, str]]) -> None:
    seen = set()
    for place, key in ids:
        if key in seen:
            raise _wrong(folder, place, f"'{key}' stands twice; remove one")
        seen.add(key)


def _check_bands(folder: Path, bands: Sequence[tuple[Place, Band]]) -> None:
    for (_, lower), (place, upper) in pairwise(bands):
        if lower.last is None or lower.last >= upper.first:
            message = f"bands from {lower.first} and {upper.first} overlap; part them"
            raise _wrong(folder, place, message)
        if lower.last + 1 != upper.first:
            raise _wrong(folder, place, f"nothing covers {lower.last + 1}; close the gap")


def walk(call: Call) -> list[tuple[Place, Sourced]]:
    """Return everything in the call that has a source, with its place."""
    found: list[tuple[Place, Sourced]] = [
        (("facts", name, "values", index), value)
        for name, fact in call.facts.items()
        for index, value in enumerate(fact.values)
    ]
    lists: dict[tuple[str, str], Sequence[Sourced]] = {
        ("fields", "items"): call.fields,
        ("project_types", "items"): call.project_types,
        ("priorities", "items"): call.priorities,
        ("countries", "programme"): call.countries.programme,
        ("countries", "rate_groups"): call.countries.rate_groups,
        ("staff", "items"): call.staff,
        ("meetings", "items"): call.meeting_bands,
        ("learning", "kinds"): call.learning.kinds,
        ("learning", "travel"): call.learning.travel,
        ("learning", "individual_support"): call.learning.individual_support,
        ("categories", "items"): call.categories,
        ("contacts", "items"): call.contacts,
        ("near_misses", "items"): call.near_misses,
    }
    for place, items in lists.items():
        found += [((*place, index), item) for index, item in enumerate(items)]
    return found
