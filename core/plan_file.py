"""Reading a plan from text, YAML 1.2 or JSON: nothing is guessed, nothing runs.

libyaml's parser gives the events, and values are made of them here: a file of 1 MiB takes a
fraction of a second, and every error has its path.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from core.call import CALLS, known
from core.plan import Plan, PlanError, Problem, plan_of

LARGEST = 1024 * 1024
"""Bytes of a file."""
_WHOLE = re.compile(r"[-+]?[0-9]+")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read(content: bytes, folder: Path = CALLS) -> Plan:
    """Return the plan of a file's content; `folder` holds the calls.

    Raises:
        PlanError: it can't be read; names every wrong place.
    """
    return plan_of(parse(content), known(folder))


def parse(content: bytes) -> Any:
    """Return the values of a file's content.

    Raises:
        PlanError: not UTF-8, too large, not YAML or JSON, a key twice, an anchor or a tag.
    """
    if len(content) > LARGEST:
        raise _wrong("", "too_large")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _wrong("", "not_utf8") from None
    if text.lstrip().startswith("{"):
        try:
            content = json.loads(text, object_pairs_hook=_map, parse_float=Decimal)
            json.dumps(content, ensure_ascii=False, default=str).encode()
        except UnicodeEncodeError:  # half of a sign that JSON writes in two, such as \\ud800
            raise _wrong("", "not_utf8") from None
        except (json.JSONDecodeError, RecursionError, _KeyTwiceError):
            pass  # YAML's flow style begins so, too, and its reader knows where a key stands
        except ValueError:  # an integer of thousands of digits
            raise _wrong("", "not_yaml") from None
        else:
            return content
    return _yaml(text)


class _KeyTwiceError(Exception):
    """A key of a JSON object stands twice."""


def _map(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _KeyTwiceError
        found[key] = value
    return found


def _yaml(text: str) -> Any:
    try:
        return _Reader(yaml.parse(text, Loader=yaml.CSafeLoader)).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        values = {"line": str(mark.line + 1)} if mark else {}
        raise PlanError([Problem(path="", code="not_yaml", values=values)]) from None
    except (yaml.YAMLError, RecursionError):
        raise _wrong("", "not_yaml") from None


class _Reader:
    """Makes values of the parser's events; what a plan has no use for is an error."""

    def __init__(self, events: Iterator[yaml.Event]) -> None:
        self._events = events

    def document(self) -> Any:
        next(self._events)  # the stream's start
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        value = self._value(next(self._events), "")
        next(self._events)  # the document's end
        if not isinstance(next(self._events), yaml.StreamEndEvent):
            raise _wrong("", "not_yaml")
        return value

    def _value(self, event: yaml.Event, path: str) -> Any:
        _refuse_marks(event, path)
        match event:
            case yaml.MappingStartEvent():
                return self._map(path)
            case yaml.SequenceStartEvent():
                return self._list(path)
            case yaml.ScalarEvent(value=text, style=style):
                return text if style else _plain(text)
        raise _wrong(path, "not_yaml")

    def _list(self, path: str) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            found.append(self._value(event, f"{path}[{len(found)}]"))
        return found

    def _map(self, path: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            _refuse_marks(event, path)
            if not isinstance(event, yaml.ScalarEvent):
                raise _wrong(path, "key")
            inside = f"{path}.{event.value}" if path else event.value
            if event.value in found:
                raise _wrong(inside, "key_twice")
            found[event.value] = self._value(next(self._events), inside)
        return found


def _refuse_marks(event: yaml.Event, path: str) -> None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise _wrong(path, "anchor")
    if getattr(event, "tag", None) is not None:
        raise _wrong(path, "tag")


def _plain(text: str) -> Any:
    """Return the value of a word without quotation marks, by YAML 1.2: `NO` is no truth value."""
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    try:
        if _WHOLE.fullmatch(text):
            return int(text)
        if _NUMBER.fullmatch(text):
            return Decimal(text)
        if _DAY.fullmatch(text):
            return dt.date.fromisoformat(text)
    except (ValueError, ArithmeticError):
        return text  # thousands of digits, 2020-02-30: the model says what should stand there
    return text


def _wrong(path: str, code: str) -> PlanError:
    return PlanError([Problem(path=path, code=code)])


def dump(plan: Plan) -> str:
    """Return a plan as YAML that `read` takes back; what has its default is left out."""
    content = plan.model_dump(by_alias=True, exclude_defaults=True)
    text = yaml.dump(content, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=100)
    return str(text)


class _Writer(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True  # anchors are not allowed in plans


def _write_text(writer: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = None if _plain(text) == text else "'"
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style)


def _write_number(writer: yaml.SafeDumper, number: Decimal) -> yaml.ScalarNode:
    kind = "int" if number == number.to_integral() else "float"
    return writer.represent_scalar(f"tag:yaml.org,2002:{kind}", format(number.normalize(), "f"))


_Writer.add_representer(str, _write_text)
_Writer.add_representer(Decimal, _write_number)
