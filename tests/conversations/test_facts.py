"""Asks for every fact of the call in both languages; what must be answered comes from the data.

The questions stand in `facts/lv.yml` and `facts/en.yml`. Each names, as paths of the call's data,
what it asks for; `Expectation` says what a path means and when an answer holds it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
from babel import Locale
from pydantic import BaseModel, ConfigDict, TypeAdapter

from bot import clock
from core import call as calls
from core import yaml_file
from core.call import (
    Band,
    Call,
    Contact,
    DatedValue,
    Fact,
    Forms,
    Language,
    ListItem,
    Moment,
    Name,
    Sourced,
    StaffCategory,
    Text,
    in_force,
)

if TYPE_CHECKING:
    from bot.engine import TurnResult

TABLES = Path(__file__).parent / "facts"
LEAST_QUESTIONS = 200
CALL: Call = calls.load()

UNITS = {
    "lv": {
        "months": "mēne",
        "days": "dien",
        "kilometres": "km",
        "points": "punkt",
        "organisations": "organizācij",
        "countries": "valst",
        "applications": "pieteikum",
        "priorities": "prioritāt",
    },
    "en": {
        "months": "month",
        "days": "day",
        "kilometres": "km",
        "points": "point",
        "organisations": "organisation",
        "countries": "countr",
        "applications": "application",
        "priorities": "priorit",
    },
}
"""How the noun of a unit begins in every case and number."""


class Question(BaseModel):
    """A question and the paths of the call's data for which it asks."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    asks: list[str]
    question: str


def table(language: Language) -> list[Question]:
    """Return the questions of a language."""
    content = yaml_file.plain(yaml_file.read(TABLES / f"{language}.yml"))
    return TypeAdapter(list[Question]).validate_python(content)


QUESTIONS: dict[str, tuple[Language, Question]] = {
    f"{language}-{question.asks[0]}-{number}": (language, question)
    for language in get_args(Language)
    for number, question in enumerate(table(language), start=1)
}


# What must stand in an answer


class Said:
    """The words of an answer without its sources, so that no slide's number passes for a figure."""

    def __init__(self, result: TurnResult, language: Language) -> None:
        self.language = language
        paragraphs = "\n".join(reply.text for reply in result.replies).split("\n\n")
        if result.sources and "; ".join(result.sources) in paragraphs[-1]:
            paragraphs.pop()
        self.text = "\n\n".join(paragraphs)
        self.lines = self.text.splitlines()

    def has_line(self, *conditions: Callable[[str], bool]) -> bool:
        """Tell whether one line meets all conditions."""
        return any(all(condition(line) for condition in conditions) for line in self.lines)


def written(number: Decimal, language: Language) -> str:
    """Write a number as the assistant does: blanks between thousands."""
    if number == number.to_integral():
        return f"{number:,.0f}".replace(",", " ")
    text = f"{number:,.2f}".replace(",", " ")
    return text.replace(".", ",") if language == "lv" else text


def counted(number: Decimal, unit: str, language: Language) -> Callable[[str], bool]:
    """Return whether a text has a number with its unit, and not as a part of a longer number."""
    if unit.startswith("EUR"):
        noun = r" EUR\b"
    elif unit == "percent":
        noun = r" %"
    else:
        noun = rf" {UNITS[language][unit]}"
    pattern = rf"(?<!\d)(?<!\d[ .,]){re.escape(written(number, language))}{noun}"
    return lambda text: re.search(pattern, text) is not None


def bare(number: Decimal, language: Language) -> Callable[[str], bool]:
    """Return whether a text has a number, and not as a part of a longer one."""
    pattern = rf"(?<!\d)(?<!\d[ .,]){re.escape(written(number, language))}(?![ .,]?\d)"
    return lambda text: re.search(pattern, text) is not None


def dated(day: dt.date, language: Language) -> Callable[[str], bool]:
    """Return whether a text has a day; in Latvian the month may stand in any case."""
    month = Locale(language).months["format"]["wide"][day.month]
    if language == "en":
        pattern = rf"(?<!\d){day.day} {month} {day.year}\b"
    else:  # aprīlis, aprīļa; septembris, septembra
        stem = re.sub(r"l?(is|s)$", "", month)
        pattern = rf"(?<!\d){day.year}\. gada {day.day}\. {stem}"
    return lambda text: re.search(pattern, text) is not None


def named(name: Name, language: Language) -> Callable[[str], bool]:
    """Return whether a text has a name, in Latvian in any of its cases."""
    forms = list(name.lv.model_dump().values()) if language == "lv" else [name.en]
    assert isinstance(name.lv, Forms)
    return lambda text: any(form.casefold() in text.casefold() for form in forms)


def has(words: str) -> Callable[[str], bool]:
    """Return whether a text has these words."""
    return lambda text: words in text


def worded(text: Text, language: Language) -> str:
    """Return the words of a language."""
    return str(getattr(text, language))


class Expectation:
    """What a path of the call's data means: `missing` words of an answer, and `sourced` items."""

    def __init__(self, path: str, day: dt.date) -> None:
        self.kind, *self.keys = path.split(".")
        self.day = day

    def missing(self, said: Said) -> list[str]:
        """Return what the answer lacks."""
        check: Callable[[Said], Iterator[tuple[str, bool]]] = getattr(self, f"_{self.kind}")
        return [what for what, there in check(said) if not there]

    def sourced(self) -> list[Sourced]:
        """Return the items of the call whose documents the sources must name."""
        return self._items()

    def _items(self) -> list[Any]:
        key = self.keys[0]
        match self.kind:
            case "facts":
                return [self._value()]
            case "fields" | "staff" | "categories" | "project_types" | "near_misses":
                items = getattr(CALL, self.kind)
            case "kinds":
                items = CALL.learning.kinds
            case "priorities":
                return [each for each in in_force(CALL.priorities, self.day) if each.field == key]
            case "contacts":
                return [self._contact()]
            case "travel" | "meetings" | "support":
                return [self._band()]
            case "rates":
                groups = in_force(CALL.countries.rate_groups, self.day)
                return [group for group in groups if key in group.countries]
            case "countries":
                return in_force(CALL.countries.programme, self.day)[-1:]
            case unknown:
                raise LookupError(f"there are no '{unknown}' in the call")
        return [next(each for each in in_force(items, self.day) if each.id == key)]

    # facts

    def _value(self) -> DatedValue:
        return CALL.value(self.keys[0], self.day)

    def _facts(self, said: Said) -> Iterator[tuple[str, bool]]:
        fact = CALL.facts[self.keys[0]]
        yield from self._fact_value(said, fact, self._value())
        if fact.unit == "moment":  # a deadline that was moved: both days are named
            for value in fact.earlier(self.day):
                yield from self._fact_value(said, fact, value)

    def _fact_value(self, said: Said, fact: Fact, value: DatedValue) -> Iterator[tuple[str, bool]]:
        match value.value:
            case Moment() as moment:
                local = moment.aware.astimezone(CALL.timezone)
                clock_time = f"{local:%H:%M}"
                is_day = dated(local.date(), said.language)
                yield f"{local:%Y-%m-%d %H:%M}", said.has_line(is_day, has(clock_time))
            case dt.date() as day:
                yield day.isoformat(), dated(day, said.language)(said.text)
            case Decimal() as number:
                there = counted(number, fact.unit, said.language)(said.text)
                yield f"{number} {fact.unit}", there
            case Text() as text:
                yield worded(text, said.language), worded(text, said.language) in said.text
            case list() as items:
                for item in items:
                    yield self._item(said, item)
            case link:
                yield str(link), has(str(link))(said.text)

    def _item(self, said: Said, item: ListItem) -> tuple[str, bool]:
        name = worded(item.name, said.language)
        conditions = [has(name)]
        if item.url:
            conditions.append(has(item.url))
        if item.value is not None:
            conditions.append(
                counted(item.value, item.unit, said.language)
                if item.unit
                else lambda line: bare(Decimal(item.value or 0), said.language)(
                    line.replace(name, "")
                )
            )
        return f"{name}: {item.value} {item.unit}", said.has_line(*conditions)

    # names

    def _fields(self, said: Said) -> Iterator[tuple[str, bool]]:
        (field,) = self._items()
        yield field.code, said.has_line(has(field.code), named(field.name, said.language))

    def _just_named(self, said: Said) -> Iterator[tuple[str, bool]]:
        (item,) = self._items()
        yield item.name.form(said.language), named(item.name, said.language)(said.text)

    _staff = _project_types = _just_named

    def _categories(self, said: Said) -> Iterator[tuple[str, bool]]:
        """The name stands on a line with the share of real costs, where one is paid."""
        (category,) = self._items()
        conditions = [named(category.name, said.language)]
        if category.share is not None:
            conditions.append(counted(category.share, "percent", said.language))
        yield f"{category.id}: {category.share} %", said.has_line(*conditions)

    def _priorities(self, said: Said) -> Iterator[tuple[str, bool]]:
        names = [worded(each.name, said.language) for each in self._items()]
        for name in names:
            yield name, said.has_line(has(name))

    def _countries(self, said: Said) -> Iterator[tuple[str, bool]]:
        (programme,) = self._items()
        for code in programme.countries:
            name = country(code, said.language)
            yield name, re.search(rf"\b{re.escape(name)}\b", said.text) is not None

    def _near_misses(self, said: Said) -> Iterator[tuple[str, bool]]:
        (matter,) = self._items()
        for text in (matter.explanation, matter.where):
            yield worded(text, said.language), worded(text, said.language) in said.text

    def _contact(self) -> Contact:
        contacts = in_force(CALL.contacts, self.day)
        head = self.keys[0] == "head"
        return next(
            each for each in contacts if (not each.fields if head else self.keys[0] in each.fields)
        )

    def _contacts(self, said: Said) -> Iterator[tuple[str, bool]]:
        contact = self._contact()
        person = worded(contact.person, said.language)
        there = said.has_line(has(person), has(contact.email), has(contact.phone))
        yield f"{person}, {contact.email}, {contact.phone}", there

    # learning activities and meetings

    def _kinds(self, said: Said) -> Iterator[tuple[str, bool]]:
        (kind,) = self._items()
        there = said.has_line(
            named(kind.name, said.language),
            counted(Decimal(kind.minimum), kind.minimum_unit, said.language),
            counted(Decimal(kind.maximum_months), "months", said.language),
        )
        yield f"{kind.id}: {kind.minimum} {kind.minimum_unit} to {kind.maximum_months}", there

    def _band(self) -> Band:
        bands: Iterable[Band]
        match self.kind:
            case "travel":
                bands = CALL.learning.travel
            case "meetings":
                bands = CALL.meeting_bands
            case _:
                bands = [
                    rate
                    for rate in CALL.learning.individual_support
                    if rate.participant == self.keys[0]
                ]
        return next(
            each for each in in_force(list(bands), self.day) if each.first == int(self.keys[-1])
        )

    def _distance(self, said: Said) -> Iterator[tuple[str, bool]]:
        """The amount stands on a line with kilometres that the band holds."""
        band = self._band()

        def in_band(line: str) -> bool:
            found = re.findall(r"(\d[\d ]*) km", line)
            kilometres = [int(each.replace(" ", "")) for each in found]
            return any(
                band.first <= each and (band.last is None or each <= band.last)
                for each in kilometres
            )

        there = said.has_line(in_band, counted(band.amount, "EUR", said.language))
        yield f"{band.amount} EUR from {band.first} km", there

    _travel = _meetings = _distance

    def _support(self, said: Said) -> Iterator[tuple[str, bool]]:
        """The rate stands on a line with its first day; both rates may be on the same day."""
        band = self._band()
        assert band.last is not None
        days = rf"(?<!\d){band.first}\.?–{band.last}\b"
        there = said.has_line(
            lambda line: re.search(days, line) is not None,
            counted(band.amount, "EUR", said.language),
        )
        yield f"{band.amount} EUR, days {band.first} to {band.last}", there

    def _rates(self, said: Said) -> Iterator[tuple[str, bool]]:
        """Country, staff and amount stand on one line, or in a table with the staff as its head."""
        code, staff = self.keys
        (group,) = self._items()
        amount = group.rates[staff]
        name = has(country(code, said.language))
        kind = next(each for each in CALL.staff if each.id == staff)
        there = said.has_line(
            name, named(kind.name, said.language), counted(amount, "EUR", said.language)
        ) or self._in_table(said, name, staff, amount)
        yield f"{code}, {staff}: {amount} EUR", there

    def _in_table(
        self, said: Said, name: Callable[[str], bool], staff: str, amount: Decimal
    ) -> bool:
        """Tell whether a table has the amount: its head may have all staff or those asked for."""
        names = {kind.id: kind.name.form(said.language) for kind in CALL.staff}
        rows = [line.rpartition(": ")[2].split(" / ") for line in said.lines if name(line)]
        for head in said.lines:
            heads = sorted(
                (kind for kind in names if names[kind] in head),
                key=lambda kind: head.index(names[kind]),
            )
            if staff in heads:
                column = heads.index(staff)
                if any(
                    len(row) == len(heads) and row[column] == written(amount, said.language)
                    for row in rows
                ):
                    return True
        return False


def country(code: str, language: Language) -> str:
    """Return a country's name."""
    return str(Locale(language).territories[code])


# The tests


@pytest.fixture(scope="session")
def answers(partner: Callable[..., list[TurnResult]]) -> dict[str, TurnResult]:
    """Return the answer to every question, each asked in a conversation of its own."""
    return {name: partner(asked.question)[0] for name, (_, asked) in QUESTIONS.items()}


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_answer_holds_what_was_asked(answers: dict[str, TurnResult], name: str) -> None:
    language, asked = QUESTIONS[name]
    result = answers[name]
    said = Said(result, language)
    expectations = [Expectation(path, clock.now(CALL.timezone).date()) for path in asked.asks]
    shown = f"{asked.question!r} was heard as {result.intent} ({result.confidence}):\n{said.text}"

    missing = [what for each in expectations for what in each.missing(said)]
    assert not missing, f"not said: {missing}\n{shown}"
    assert result.language == language, shown
    near_miss = any(each.kind == "near_misses" for each in expectations)
    assert result.fallback == near_miss, shown

    assert result.sources, f"no source is named\n{shown}"
    titles = {
        worded(CALL.documents[reference.document].title, language)
        for each in expectations
        for sourced in each.sourced()
        for reference in sourced.references
    }
    unnamed = {
        title for title in titles if not any(each.startswith(title) for each in result.sources)
    }
    assert not unnamed, f"the sources {result.sources} do not name {unnamed}\n{shown}"


@pytest.mark.parametrize("language", get_args(Language))
def test_every_path_of_the_call_is_asked_for(language: Language) -> None:
    asked = {path for question in table(language) for path in question.asks}
    left_out = paths() - asked - {path for path in paths() if path.startswith("rates.")}
    assert not left_out
    for number, group in enumerate(CALL.countries.rate_groups):
        rates = {path for path in asked if path.split(".")[1] in group.countries} & paths()
        assert {path.split(".")[1] for path in rates} == set(group.countries), f"group {number}"
        assert {path.split(".")[2] for path in rates} == set(get_args(StaffCategory)), (
            f"group {number}"
        )


@pytest.mark.parametrize("language", get_args(Language))
def test_every_path_that_is_asked_for_is_in_the_call(language: Language) -> None:
    asked = {path for question in table(language) for path in question.asks}
    assert not asked - paths()


@pytest.mark.parametrize("language", get_args(Language))
def test_a_table_has_200_questions_and_none_twice(language: Language) -> None:
    questions = [question.question.casefold() for question in table(language)]
    assert len(questions) >= LEAST_QUESTIONS
    assert len(set(questions)) == len(questions)


def test_both_tables_ask_for_the_same_in_the_same_order() -> None:
    lv, en = ([question.asks for question in table(language)] for language in ("lv", "en"))
    assert lv == en


def paths() -> set[str]:
    """Return every path of the call's data."""
    found = {f"facts.{name}" for name in CALL.facts}
    found |= {f"{kind}.{each.id}" for kind, items in _by_id().items() for each in items}
    found |= {f"priorities.{each.field}" for each in CALL.priorities}
    found |= {f"contacts.{field}" for each in CALL.contacts for field in each.fields}
    found |= {"contacts.head" for each in CALL.contacts if not each.fields}
    found |= {f"travel.{band.first}" for band in CALL.learning.travel}
    found |= {f"meetings.{band.first}" for band in CALL.meeting_bands}
    found |= {
        f"support.{rate.participant}.{rate.first}" for rate in CALL.learning.individual_support
    }
    found |= {
        f"rates.{code}.{staff}"
        for group in CALL.countries.rate_groups
        for code in group.countries
        for staff in group.rates
    }
    return found | {"countries.programme"}


def _by_id() -> dict[str, list[Any]]:
    return {
        "fields": list(CALL.fields),
        "kinds": list(CALL.learning.kinds),
        "staff": list(CALL.staff),
        "categories": list(CALL.categories),
        "near_misses": list(CALL.near_misses),
        "project_types": list(CALL.project_types),
    }
