"""Sentences of `data/responses/` filled from the call's data: here answers are worded.

Mozilla's Fluent holds the sentences. Functions in them reach the call's data, so that no figure and
no name stands twice; each use is remembered, and the answer names its sources by itself:

    FACT("grant_maximum")            a fact's value with its unit, in force today
    FACT("deadline", back: 1)        the value before that
    FACT("consortium_countries", unit: "different-countries")    its number with another noun
    ITEMS("annexes")                 a list of the call, a line each
    MONEY($sum)  NUMBER($n)          numbers as the language writes them
    COUNT($n, unit: "month", case: "genitive")    a number with its noun
    DATE($day, case: "genitive")     a day ('2020-09-01') or month ('2020-09')
    NAME("field", $field, case: "genitive")       a name from the call's data
    COUNTRY($code)                   a country's name
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from babel import Locale
from babel.numbers import format_decimal
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast, visitor
from pydantic import BaseModel, ConfigDict

from core import yaml_file
from core.call import Call, DatedValue, Language, ListItem, Moment, Reference, Sourced, Text
from core.yaml_file import DataError, Strict

FOLDER = Path(__file__).parent.parent / "data" / "responses"
LANGUAGES: tuple[Language, ...] = ("lv", "en")
_ASKS = "ask_"
"""What the intents begin with that ask about a topic."""


class Topic(Strict):
    """What is said of a topic beside its sentence."""

    facts: list[str] = []
    """Facts on which the sentence rests beside those that it names."""
    next: list[str] = []
    """Topics to offer as buttons."""
    pointer: bool = False
    """The answer says where to look, since the sources here do not hold it."""
    number: list[str] = []
    """What a number without a unit counts in a question about this topic: the first of these that
    is not known yet."""
    values: list[str] = []
    """What the topic is worked out from: who names one of these after it asks about it again."""
    aside: bool = False
    """Asked in between: what was asked before stays the last topic."""
    verdicts: dict[str, str] = {}
    """Words of the vocabulary's group `matter`, each with the sentence that is said first where a
    message turns on it."""
    never_offered: bool = False
    """Never named when asking back what was meant."""


class Topics(Strict):
    """The file `topics.yml`."""

    topics: dict[str, Topic]


class Button(BaseModel):
    """A suggested next message: `payload` is sent as if the person had typed it."""

    model_config = ConfigDict(frozen=True)

    title: str
    payload: str


class Attachment(BaseModel):
    """A file that goes with an answer; `content` is base64."""

    model_config = ConfigDict(frozen=True)

    name: str
    media_type: str
    content: str


class Column(BaseModel):
    """A column of a table; numeric ones stand to the right."""

    model_config = ConfigDict(frozen=True)

    title: str
    numeric: bool = False


class Bar(BaseModel):
    """A bar of a table's chart: `value` is its length, `text` what stands beside it."""

    model_config = ConfigDict(frozen=True)

    label: str
    value: float
    text: str


class Table(BaseModel):
    """A table that goes with an answer, every cell already in words."""

    model_config = ConfigDict(frozen=True)

    caption: str
    columns: list[Column]
    rows: list[list[str]]
    total: list[str] | None = None
    bars: list[Bar] = []


class Answer(BaseModel):
    """What is said in a turn."""

    model_config = ConfigDict(frozen=True)

    text: str
    words: str
    """The text for channels that show table and sources by themselves."""
    sources: list[str]
    buttons: list[Button]
    table: Table | None = None
    attachment: Attachment | None = None
    amount: Decimal | None = None
    """The sum that was worked out, EUR; none where there is none or several."""
    sums: dict[str, Decimal] = {}
    """Sums of several topics, EUR."""

    def between(self, before: str = "", after: str = "") -> Answer:
        """Return the answer with a paragraph before or after it."""

        def joined(text: str) -> str:
            return "\n\n".join(part for part in (before, text, after) if part)

        return self.model_copy(update={"text": joined(self.text), "words": joined(self.words)})


@cache
def topics() -> dict[str, Topic]:
    """Return the topics of `topics.yml`."""
    return yaml_file.load(FOLDER / "topics.yml", Topics).topics


def topic_of(intent: str) -> str | None:
    """Return the topic that an intent asks about, if it is one."""
    topic = intent.removeprefix(_ASKS)
    return topic if topic != intent and topic in topics() else None


@cache
def resources(language: Language, names: tuple[str, ...] = ("*",)) -> tuple[FluentResource, ...]:
    """Return the parsed sentence files of a language: all, or those of `names`.

    Raises:
        DataError: a file is missing or has a syntax error; names file and line.
    """
    folders = (FOLDER / language, FOLDER / "shared")
    paths = [path for name in names for folder in folders for path in folder.glob(f"{name}.ftl")]
    paths = sorted(paths) if (FOLDER / language).is_dir() else []
    if not paths:
        raise yaml_file.at(FOLDER / language, None, "there are no sentences; restore the files")
    return tuple(_parse(path) for path in paths)


def _parse(path: Path) -> FluentResource:
    text = path.read_text(encoding="utf-8")
    resource = FluentResource(text)
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            start = entry.span.start if entry.span else 0
            problem = entry.annotations[0].message if entry.annotations else "not Fluent"
            line = text.count("\n", 0, start) + 1
            raise yaml_file.at(path, line, f"{problem}; correct the sentence")
    return resource


def check(call: Call) -> None:
    """Read all sentences and topics.

    Raises:
        DataError: one of the files is wrong, a key stands in one language only, or a fact or
            sentence is named that there is not.
    """
    keys = {language: _check_sentences(call, language) for language in LANGUAGES}
    for key in sorted(keys["lv"] ^ keys["en"]):
        missing = "en" if key in keys["lv"] else "lv"
        raise yaml_file.at(FOLDER / missing, None, f"sentence '{key}' is missing; add it")
    _check_topics(call, keys["lv"])


def _check_topics(call: Call, sentences: set[str]) -> None:
    for name, topic in topics().items():
        wrong = [_no_fact(fact) for fact in topic.facts if fact not in call.facts]
        unsaid = (each for each in topic.verdicts.values() if each not in sentences)
        wrong += [f"there is no sentence '{each}'; add it or correct the name" for each in unsaid]
        if wrong:
            path = FOLDER / "topics.yml"
            line = yaml_file.line_of(yaml_file.read(path), ("topics", name))
            raise yaml_file.at(path, line, f"{name}: {wrong[0]}")


def _check_sentences(call: Call, language: Language) -> set[str]:
    """Return the keys of a language's sentences."""
    resources(language)
    keys = set()
    for path in sorted((FOLDER / language).glob("*.ftl")):
        text = path.read_text(encoding="utf-8")
        for entry in FluentParser().parse(text).body:
            if isinstance(entry, ast.Message):
                keys.add(entry.id.name)
                for fact, start in _facts_in(entry):
                    if fact not in call.facts:
                        line = text.count("\n", 0, start) + 1
                        raise yaml_file.at(path, line, f"{entry.id.name}: {_no_fact(fact)}")
    return keys


def _no_fact(fact: str) -> str:
    return f"the call has no fact '{fact}'; restore it or correct the name"


def _facts_in(message: ast.Message) -> list[tuple[str, int]]:
    """Return the facts that a sentence names, each with where it stands in the file."""
    found: list[tuple[str, int]] = []

    class Facts(visitor.Visitor):
        def visit_FunctionReference(self, node: ast.FunctionReference) -> None:  # noqa: N802
            if node.id.name in ("FACT", "ITEMS", "PART"):
                found.extend(
                    (each.value, each.span.start)
                    for each in node.arguments.positional
                    if isinstance(each, ast.StringLiteral)
                )

    Facts().visit(message)
    return found


class Speaker:
    """Words one answer in one language and remembers on what it rests.

    `files` are the sentence files that are needed; reading all takes longer than most commands.
    """

    def __init__(
        self, call: Call, language: Language, day: dt.date, files: tuple[str, ...] = ("*",)
    ) -> None:
        self.language: Language = language
        self._call = call
        self.day = day
        self._used: list[Sourced] = []
        self._parts: list[tuple[str, str]] = []
        self._table: Table | None = None
        self._amounts: list[Decimal] = []
        self._sums: dict[str, Decimal] = {}
        self._bundle = _bundle(language, resources(language, files))

    def say(self, key: str, **values: Any) -> Speaker:
        """Add the sentence `key`, on a paragraph of its own."""
        return self.say_text(self.phrase(key, **values))

    def say_text(self, words: str) -> Speaker:
        """Add a paragraph of words that come from sentences already.

        Lists are put together so: Fluent refuses to fill in a text of more than 2 500 letters.
        """
        words = words[:1].upper() + words[1:]
        self._parts.append((words, words))
        return self

    def say_table(self, head: str, lines: list[str], table: Table) -> Speaker:
        """Add a paragraph with a table; `lines` say the same where no table can be shown."""
        self._parts.append(("\n".join([head, *lines]), head))
        self._table = table
        return self

    def phrase(self, key: str, **values: Any) -> str:
        """Return the words of `key` without saying them.

        Raises:
            DataError: there is no such sentence, or one of its values is missing.
        """
        name, _, attribute = key.partition(".")
        if not self._bundle.has_message(name):
            raise DataError(f"data/responses/{self.language}: no sentence '{key}'; add it")
        message = self._bundle.get_message(name)
        pattern = message.attributes.get(attribute) if attribute else message.value
        if pattern is None:
            raise DataError(f"data/responses/{self.language}: no sentence '{key}'; add it")
        before = _SPEAKING.set(self)
        try:
            text, errors = self._bundle.format_pattern(pattern, _arguments(values))
        finally:
            _SPEAKING.reset(before)
        if errors:
            raise DataError(f"data/responses/{self.language}: sentence '{key}': {errors[0]}")
        return str(text).strip()

    def rest_on(self, *sourced: Sourced) -> Speaker:
        """Remember that the answer rests on these."""
        self._used += sourced
        return self

    def rest_on_facts(self, names: Iterable[str]) -> Speaker:
        """Remember that the answer rests on these facts of the call."""
        return self.rest_on(*(self._call.value(name, self.day) for name in names))

    def sum(self, amount: Decimal, topic: str | None = None) -> Speaker:
        """Remember a sum that was said, in EUR; of another topic than the answer's, with its name.

        Several sums of a topic that is named add up.
        """
        if topic is None:
            self._amounts.append(amount)
        else:
            self._sums[topic] = self._sums.get(topic, Decimal(0)) + amount
        return self

    def answer(self, next_topics: Iterable[str] = (), caution: bool = True) -> Answer:
        """Return what was said, with caution and sources at the end, and buttons."""
        recalled = any(sourced.mark == "recalled" for sourced in self._used)
        if recalled and caution:
            self.say("caution-recalled")
        paragraphs = [text for text, _ in self._parts]
        sources = self.sources(self._used)
        if sources:
            paragraphs.append(self.phrase("sources", list="; ".join(sources), number=len(sources)))
        return Answer(
            text="\n\n".join(paragraphs),
            words="\n\n".join(words for _, words in self._parts),
            sources=sources,
            buttons=[self.button(topic) for topic in next_topics],
            table=self._table,
            amount=self._amounts[0] if len(self._amounts) == 1 else None,
            sums=self._sums,
        )

    def button(self, topic: str, **values: Any) -> Button:
        """Return the button that asks about a topic."""
        question = self.phrase(f"question-{topic.replace('_', '-')}", **values)
        return Button(title=question, payload=question)

    def places(self, rests_on: Iterable[Sourced]) -> list[tuple[str, str]]:
        """Return the documents and places of what something rests on that day, each once."""
        found = []
        for sourced in rests_on:
            for reference in sourced.references_on(self.day):
                title = self._call.documents[reference.document].title
                found.append((getattr(title, self.language), self._place(reference)))
        return list(dict.fromkeys(found))

    def sources(self, rests_on: Iterable[Sourced]) -> list[str]:
        """Return the documents of what something rests on, each with its places."""
        documents: dict[str, list[str]] = {}
        for title, place in self.places(rests_on):
            documents.setdefault(title, []).extend([place] if place else [])
        return [", ".join([title, *places]) for title, places in documents.items()]

    def _place(self, reference: Reference) -> str:
        if reference.slide:
            heading = self._call.documents[reference.document].slides[reference.slide]
            return self.phrase(
                "place-slide",
                slide=str(reference.slide),
                heading=getattr(heading, self.language),
            )
        if reference.page:
            edition = (reference.edition or "").upper()
            return self.phrase("place-page", page=str(reference.page), edition=edition)
        return getattr(reference.section, self.language) if reference.section else ""

    def time(self, time: dt.time) -> str:
        """Return a time of day as the language writes it: 9.00, 9:00."""
        return self.phrase("time", hour=str(time.hour), minute=f"{time.minute:02}")

    def money(self, amount: Decimal) -> str:
        """Return an amount as the language writes numbers, without its currency."""
        return self._number(amount)

    # Functions of the sentences. Fluent hands over its own wrappers of text and numbers.

    def _fact(self, name: Any, case: Any = "nominative", back: Any = 0, unit: Any = None) -> str:
        fact = self._call.facts[str(name)]
        value = fact.on(self.day)
        if steps := int(_decimal(back)):
            value = fact.earlier(self.day)[-steps]
        self._used.append(value)
        return self._written(value, str(unit or fact.unit), str(case))

    def _part(self, amount: Any, share: Any) -> str:
        """Write what a share (a fact in per cent) is of an amount (a fact in EUR)."""
        whole = self._call.number(str(amount), self.day)
        return self._money(whole * self._call.number(str(share), self.day) / 100)

    def _written(self, value: DatedValue, unit: str, case: str) -> str:
        match value.value:
            case Moment() as moment:
                return self._moment(moment, case)
            case dt.date() as day:
                return self._date(day.isoformat(), case)
            case Decimal() as number:
                return self._with_unit(number, unit, case)
            case Text() as text:
                return str(getattr(text, self.language))
            case list() as items:
                return self._lines(items)
            case link:
                return str(link)

    def _with_unit(self, number: Decimal, unit: str, case: str = "nominative") -> str:
        if unit.startswith("EUR"):
            return self._money(number)
        if unit == "percent":
            return self.phrase("percent", number=self._number(number))
        return self._count(number, unit=unit, case=case)

    def _moment(self, moment: Moment, case: str) -> str:
        local = moment.aware.astimezone(self._call.timezone)
        return self.phrase(
            "moment",
            day=self._date(local.date().isoformat(), case),
            local=f"{local:%H:%M}",
            original=f"{moment.time:%H:%M}",
        )

    def _date(self, day: str, case: str) -> str:
        year, month, *rest = day.split("-")
        name = self.phrase(f"month-{int(month)}.{case}")
        if rest:
            return self.phrase("date-day", year=year, day=str(int(rest[0])), month=name)
        return self.phrase("date-month", year=year, month=name)

    def _items(self, name: Any) -> str:
        self._used.append(self._call.value(str(name), self.day))
        return self._lines(self._call.items(str(name), self.day))

    def _lines(self, items: list[ListItem]) -> str:
        return "\n".join(f"• {self._line(item)}" for item in items)

    def _line(self, item: ListItem) -> str:
        name = getattr(item.name, self.language)
        if item.value is None:
            return f"{name}: {item.url}" if item.url else str(name)
        value = self._with_unit(item.value, item.unit) if item.unit else self._number(item.value)
        return f"{name} – {value}"

    def _money(self, amount: Decimal) -> str:
        return f"{self._number(amount)} EUR"

    def _number(self, number: Decimal) -> str:
        pattern = "#,##0" if number == number.to_integral() else "#,##0.00"
        locale = Locale(self.language)
        written = format_decimal(number, format=pattern, locale=locale)
        if self.language == "en":  # as the Commission's English texts write numbers: 12 500
            written = written.replace(",", " ")
        return str(written).replace("\xa0", " ")

    def _count(self, number: Any, unit: Any, case: Any = "nominative") -> str:
        value = _decimal(number)
        noun = f"unit-{unit}" + ("" if str(case) == "nominative" else f".{case}")
        # Fluent takes a Decimal of 1 for more than one
        count = int(value) if value == value.to_integral() else float(value)
        return f"{self._number(value)} {self.phrase(noun, count=count)}"

    def _name(self, kind: Any, key: Any, case: Any = "nominative") -> str:
        groups: dict[str, list[Any]] = {
            "field": self._call.fields,
            "type": self._call.project_types,
            "staff": self._call.staff,
            "category": self._call.categories,
            "activity": self._call.learning.kinds,
            "priority": self._call.priorities,
        }
        item = next(each for each in groups[str(kind)] if each.id == str(key))
        if isinstance(item.name, Text):
            return str(getattr(item.name, self.language))
        return str(item.name.form(self.language, str(case)))


_FUNCTIONS: dict[str, Callable[..., str]] = {
    "FACT": Speaker._fact,
    "PART": Speaker._part,
    "ITEMS": Speaker._items,
    "MONEY": lambda speaker, amount: speaker._money(_decimal(amount)),
    "NUMBER": lambda speaker, number: speaker._number(_decimal(number)),
    "COUNT": Speaker._count,
    "DATE": lambda speaker, day, case="nominative": speaker._date(str(day), str(case)),
    "NAME": Speaker._name,
    "COUNTRY": lambda speaker, code: country_name(str(code), speaker.language),
}
_SPEAKING: ContextVar[Speaker] = ContextVar("speaking")
"""Whose sentence is being worded."""


def _of_speaker(function: Callable[..., str]) -> Callable[..., str]:
    return lambda *values, **named: function(_SPEAKING.get(), *values, **named)


@lru_cache(maxsize=64)
def _bundle(language: Language, sentences: tuple[FluentResource, ...]) -> FluentBundle:
    """Return sentences with their functions, one for all speakers: Fluent compiles each once."""
    functions = {name: _of_speaker(function) for name, function in _FUNCTIONS.items()}
    # isolating marks would stand invisibly around every figure
    bundle = FluentBundle([language], functions=functions, use_isolating=False)
    for resource in sentences:
        bundle.add_resource(resource)
    return bundle


def country_name(code: str, language: Language) -> str:
    """Return a country's name (CLDR, through babel)."""
    return str(Locale(language).territories[code])


def grouped(steps: str) -> str:
    """Return a sum's steps with the numbers grouped as in the rest of the answer."""
    return re.sub(r"\d{4,}", lambda digits: f"{int(digits.group()):,}".replace(",", " "), steps)


def without_ones(steps: str) -> str:
    """Return a sum's steps, not yet grouped, without the factors that are 1."""
    return re.sub(r"(?<![\d.])1 × | × 1(?![\d.])", "", steps)


def _decimal(value: Any) -> Decimal:
    return Decimal(str(getattr(value, "value", value)))


def _arguments(values: dict[str, Any]) -> dict[str, Any]:
    """Make values fit for Fluent: absent ones become 'none', on which sentences can select."""
    return {key: "none" if value is None else value for key, value in values.items()}
