"""Questions for every fact of the call; what must be answered comes from the data.

The questions stand in `data/eval/facts/lv.yml` and `en.yml`. Each names, as paths of the call's
data, what it asks for; `Expectation` says what a path means and when an answer holds it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_args

from babel import Locale
from pydantic import BaseModel, Field, RootModel

from bot.responses import LANGUAGES, country_name
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
    Words,
    in_force,
)
from core.yaml_file import DataError, Strict

if TYPE_CHECKING:
    from bot.partner import TurnResult

FOLDER = Path(__file__).parent.parent.parent / "data" / "eval" / "facts"

_UNITS = {
    "lv": {
        "months": "mēne",
        "days": "dien",
        "kilometres": "km",
        "points": "punkt",
        "organisations": "organizācij",
        "countries": r"(?:dažād\w+ Programmas )?valst",
        "applications": "pieteikum",
        "priorities": "prioritāt",
    },
    "en": {
        "months": "month",
        "days": "day",
        "kilometres": "km",
        "points": "point",
        "organisations": "organisation",
        "countries": r"(?:different Programme C|c)ountr",
        "applications": "application",
        "priorities": "priorit",
    },
}
"""How the noun of a unit begins in every case and number."""


class Question(Strict):
    """A question and the paths of the call's data for which it asks."""

    asks: Annotated[list[str], Field(min_length=1)]
    question: Words


class _Questions(RootModel[list[Question]]):
    pass


class Asked(Strict):
    """A question with its language and its place in the table."""

    language: Language
    number: int
    asks: list[str]
    question: str

    @property
    def name(self) -> str:
        """A name that no other question has."""
        return f"{self.language}-{self.asks[0]}-{self.number + 1}"


class Outcome(BaseModel):
    """What came back to a question."""

    language: Language
    asks: list[str]
    question: str
    answered: str
    heard_as: str | None
    confidence: float
    expected: list[str]
    """What an answer must have and this one has not; nothing: it is right."""


def load() -> list[Asked]:
    """Return the questions of both languages.

    Raises:
        DataError: a table is missing or wrong; names file and line.
    """
    return [
        Asked(language=language, number=number, **question.model_dump())
        for language in LANGUAGES
        for number, question in enumerate(yaml_file.load(_table(language), _Questions).root)
    ]


def check(call: Call, questions: Iterable[Asked]) -> None:
    """Compare the questions with the call.

    Raises:
        DataError: something in the call is not asked for, a question asks for what is not there,
            stands twice, or differs from its translation in what it asks for.
    """
    tables = {
        language: [each for each in questions if each.language == language]
        for language in LANGUAGES
    }
    known = paths(call)
    for language, table in tables.items():
        _check_table(table, known)
        if left_out := _left_out(call, {path for each in table for path in each.asks}):
            raise yaml_file.at(
                _table(language), None, f"no question asks for '{min(left_out)}'; add one"
            )
    latvian, english = tables.values()
    for one, other in zip(latvian, english, strict=False):
        if one.asks != other.asks:
            raise _wrong(other, "asks for something else than its Latvian one; keep their order")
    if len(latvian) != len(english):
        raise _wrong(max(tables.values(), key=len)[-1], "stands in one language only; add it")


def _check_table(table: list[Asked], known: set[str]) -> None:
    seen = set()
    for asked in table:
        for path in asked.asks:
            if path not in known:
                raise _wrong(asked, f"the call has no '{path}'; restore it or remove the question")
        if asked.question.casefold() in seen:
            raise _wrong(asked, f"'{asked.question}' stands twice; remove one")
        seen.add(asked.question.casefold())


def _left_out(call: Call, asked: set[str]) -> set[str]:
    """Return what nobody asks for; of day rates, each country and each staff category is enough."""
    left_out = {path for path in paths(call) - asked if not path.startswith("rates.")}
    rates = [path.split(".")[1:] for path in asked if path.startswith("rates.")]
    for group in call.countries.rate_groups:
        of_group = [(code, staff) for code, staff in rates if code in group.countries]
        codes = {code for code, _ in of_group}
        left_out |= {f"rates.{code}" for code in group.countries if code not in codes}
        kinds = {staff for _, staff in of_group}
        missing = set(get_args(StaffCategory)) - kinds
        left_out |= {f"rates.{group.countries[0]}.{staff}" for staff in missing}
    return left_out


def _table(language: Language) -> Path:
    return FOLDER / f"{language}.yml"


def _wrong(asked: Asked, message: str) -> DataError:
    path = _table(asked.language)
    line = yaml_file.line_of(yaml_file.read(path), (asked.number,))
    return yaml_file.at(path, line, message)


def judge(call: Call, day: dt.date, asked: Asked, result: TurnResult) -> Outcome:
    """Compare an answer with the call's data as of a day."""
    said = Said(result, asked.language)
    expectations = [Expectation(call, path, day) for path in asked.asks]
    expected = [what for each in expectations for what in each.missing(said)]
    if result.language != asked.language:
        expected.append(f"an answer in {Locale(asked.language).english_name}")
    refused = any(each.kind == "near_misses" for each in expectations)
    if result.fallback != refused:
        expected.append("a pointer to another programme" if refused else "an answer, no refusal")
    expected += [f"source: {title}" for title in _unnamed(call, asked, expectations, result)]
    return Outcome(
        language=asked.language,
        asks=asked.asks,
        question=asked.question,
        answered="\n\n".join(reply.text for reply in result.replies),
        heard_as=result.intent,
        confidence=result.confidence,
        expected=expected,
    )


def _unnamed(
    call: Call, asked: Asked, expectations: Iterable[Expectation], result: TurnResult
) -> list[str]:
    """Return the documents that the answer's sources should name and do not."""
    titles = {
        worded(call.documents[reference.document].title, asked.language): None
        for each in expectations
        for sourced in each.sourced()
        for reference in sourced.references_on(each.day)
    }
    return [title for title in titles if not any(each.startswith(title) for each in result.sources)]


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
        noun = rf" {_UNITS[language][unit]}"
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

    def __init__(self, call: Call, path: str, day: dt.date) -> None:
        self.call = call
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
                items = getattr(self.call, self.kind)
            case "kinds":
                items = self.call.learning.kinds
            case "priorities":
                return [
                    each for each in in_force(self.call.priorities, self.day) if each.field == key
                ]
            case "contacts":
                return [self._contact()]
            case "travel" | "meetings" | "support":
                return [self._band()]
            case "rates":
                groups = in_force(self.call.countries.rate_groups, self.day)
                return [group for group in groups if key in group.countries]
            case "countries":
                return in_force(self.call.countries.programme, self.day)[-1:]
            case unknown:
                raise LookupError(f"there are no '{unknown}' in the call")
        return [next(each for each in in_force(items, self.day) if each.id == key)]

    # facts

    def _value(self) -> DatedValue:
        return self.call.value(self.keys[0], self.day)

    def _facts(self, said: Said) -> Iterator[tuple[str, bool]]:
        fact = self.call.facts[self.keys[0]]
        yield from self._fact_value(said, fact, self._value())
        if fact.unit == "moment":  # a deadline that was moved: the day before it is named, too
            for value in fact.earlier(self.day)[-1:]:
                yield from self._fact_value(said, fact, value)

    def _fact_value(self, said: Said, fact: Fact, value: DatedValue) -> Iterator[tuple[str, bool]]:
        match value.value:
            case Moment() as moment:
                local = moment.aware.astimezone(self.call.timezone)
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
            name = country_name(code, said.language)
            yield name, re.search(rf"\b{re.escape(name)}\b", said.text) is not None

    def _near_misses(self, said: Said) -> Iterator[tuple[str, bool]]:
        (matter,) = self._items()
        for text in (matter.explanation, matter.where):
            yield worded(text, said.language), worded(text, said.language) in said.text

    def _contact(self) -> Contact:
        contacts = in_force(self.call.contacts, self.day)
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
                bands = self.call.learning.travel
            case "meetings":
                bands = self.call.meeting_bands
            case _:
                bands = [
                    rate
                    for rate in self.call.learning.individual_support
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
        name = has(country_name(code, said.language))
        kind = next(each for each in self.call.staff if each.id == staff)
        there = said.has_line(
            name, named(kind.name, said.language), counted(amount, "EUR", said.language)
        ) or self._in_table(said, name, staff, amount)
        yield f"{code}, {staff}: {amount} EUR", there

    def _in_table(
        self, said: Said, name: Callable[[str], bool], staff: str, amount: Decimal
    ) -> bool:
        """Tell whether a table has the amount: its head may have all staff or those asked for."""
        names = {kind.id: kind.name.form(said.language) for kind in self.call.staff}
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


def paths(call: Call) -> set[str]:
    """Return every path of the call's data."""
    found = {f"facts.{name}" for name in call.facts}
    found |= {f"{kind}.{each.id}" for kind, items in _by_id(call).items() for each in items}
    found |= {f"priorities.{each.field}" for each in call.priorities}
    found |= {f"contacts.{field}" for each in call.contacts for field in each.fields}
    found |= {"contacts.head" for each in call.contacts if not each.fields}
    found |= {f"travel.{band.first}" for band in call.learning.travel}
    found |= {f"meetings.{band.first}" for band in call.meeting_bands}
    found |= {
        f"support.{rate.participant}.{rate.first}" for rate in call.learning.individual_support
    }
    found |= {
        f"rates.{code}.{staff}"
        for group in call.countries.rate_groups
        for code in group.countries
        for staff in group.rates
    }
    return found | {"countries.programme"}


def _by_id(call: Call) -> dict[str, list[Any]]:
    return {
        "fields": list(call.fields),
        "kinds": list(call.learning.kinds),
        "staff": list(call.staff),
        "categories": list(call.categories),
        "near_misses": list(call.near_misses),
        "project_types": list(call.project_types),
    }
