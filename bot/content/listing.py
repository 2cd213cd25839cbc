"""All that people edit as one flat list, path → value, so that two states can be compared.

A path names a value as the messages about wrong data do: `facts.deadline.values[1].value`. Entries
of other lists go by what they are about and not by their number, which changes when one is put
before them: `contacts[adult].phone`. Words end in their language: `facts.deadline.label.lv`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from fluent.syntax import FluentParser, ast
from fluent.syntax.serializer import serialize_pattern
from pydantic import BaseModel

from bot import responses
from bot.nlu import vocabulary
from bot.training import training_utterances
from core.call import (
    Band,
    Call,
    ConsultationDay,
    Contact,
    CountryGroup,
    DailyRate,
    DatedValue,
    Holiday,
    Moment,
    ProgrammeCountries,
    Reference,
    WeekdayHours,
)

Listing = dict[str, str]


def listing(call: Call) -> Listing:
    """Return the call, the sentences, and how much there is to train the model on."""
    return {
        **dict(_flat(call, "")),
        **dict(_sentences()),
        **dict(_flat(responses.topics(), "topics")),
        **_training(),
    }


def _flat(node: Any, path: str) -> Iterator[tuple[str, str]]:
    match node:
        case None | False:
            return
        case Moment():
            yield path, f"{node.date} {node.time:%H:%M} {node.timezone}"
        case BaseModel():
            fields = type(node).model_fields
            for name, field in fields.items():
                yield from _flat(getattr(node, name), _under(path, field.alias or name))
        case dict():
            for key, value in node.items():
                yield from _flat(value, _under(path, str(key)))
        case [Reference(), *_]:
            yield from _references(node, path)
        case [BaseModel(), *_]:
            for key, item in _keyed(node):
                yield from _flat(item, f"{path}[{key}]")
        case list():
            if node:
                yield path, ", ".join(str(item) for item in node)
        case _:
            yield path, str(node)


def _under(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _references(references: Sequence[Reference], path: str) -> Iterator[tuple[str, str]]:
    """List where something stands: documents with their numbers, and words by language."""
    yield path, "; ".join(_place(reference) for reference in references)
    for language in responses.LANGUAGES:
        sections = [getattr(each.section, language) for each in references if each.section]
        if sections:
            yield f"{path}.{language}", "; ".join(sections)


def _place(reference: Reference) -> str:
    if reference.slide is not None:
        return f"{reference.document}, slide {reference.slide}"
    if reference.page is not None:
        return f"{reference.document}, page {reference.page} ({reference.edition})"
    return reference.document


def _keyed(items: Sequence[BaseModel]) -> Iterator[tuple[str, BaseModel]]:
    seen: dict[str, int] = {}
    for index, item in enumerate(items):
        key = _key(index, item)
        seen[key] = seen.get(key, 0) + 1
        yield key if seen[key] == 1 else f"{key} #{seen[key]}", item


def _key(index: int, item: Any) -> str:
    match item:
        case DatedValue() | ProgrammeCountries():
            return str(index)
        case Contact():
            return "+".join(item.fields) or "head"
        case DailyRate():
            return f"{item.participant} {item.first}"
        case Band():
            return str(item.first)
        case CountryGroup():
            return item.countries[0]
        case WeekdayHours():
            return f"{item.weekdays[0]} {item.opens:%H:%M}"
        case Holiday() | ConsultationDay():
            return item.day.isoformat()
        case _:
            return str(item.id)


def _sentences() -> Iterator[tuple[str, str]]:
    for path in sorted(responses.FOLDER.glob("*/*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            if isinstance(entry, ast.Message | ast.Term):
                folder = f"sentences.{path.parent.name}.{path.stem}"
                yield from _sentence(entry, f"{folder}.{entry.id.name}")


def _sentence(entry: ast.Message | ast.Term, path: str) -> Iterator[tuple[str, str]]:
    if entry.value:
        yield path, serialize_pattern(entry.value).strip()
    for attribute in entry.attributes:
        yield f"{path}.{attribute.id.name}", serialize_pattern(attribute.value).strip()


def _training() -> Listing:
    utterances = {
        f"training.{language}.{intent}": f"{len(lines)} utterances"
        for (language, intent), lines in training_utterances().items()
    }
    words = {
        f"training.vocabulary.{entity}": f"{sum(map(len, values.values()))} phrases"
        for entity, values in vocabulary.words().items()
    }
    return {**utterances, **words}
