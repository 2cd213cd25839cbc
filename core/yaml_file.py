"""Reading YAML files so that a mistake is reported with its file and line."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

ModelT = TypeVar("ModelT", bound=BaseModel)


class Strict(BaseModel):
    """Base of all models of files: unknown keys are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class DataError(Exception):
    """A file of the project's data is wrong; its text names file, line, place and remedy."""


def at(path: Path, line: int | None, message: str) -> DataError:
    """Return the error `file:line: message`; paths are shown relative to the working folder."""
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    return DataError(f"{shown}:{line}: {message}" if line else f"{shown}: {message}")


def read(path: Path) -> Any:
    """Return the content of a YAML 1.2 file.

    Raises:
        DataError: the file is missing, is not YAML, or has a key twice.
    """
    # here, since a call that was read before needs no YAML: it takes 80 ms
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return YAML(typ="rt").load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise at(path, None, "file is missing; restore it") from None
    except UnicodeDecodeError:
        raise at(path, None, "file is not UTF-8 text; save it as UTF-8") from None
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        problem = (error.problem or "not valid YAML").strip()
        raise at(path, line, f"{problem}; correct the YAML") from None
    except YAMLError as error:
        raise at(path, None, f"{error}; correct the YAML") from None
    except ValueError as error:  # a day that no calendar has, such as 2020-09-31
        raise at(path, None, f"{error}; correct the value") from None


def load(path: Path, model: type[ModelT]) -> ModelT:
    """Return the file's content as `model`.

    Raises:
        DataError: the content does not fit the model; names the first wrong place.
    """
    try:
        return model.model_validate(_fast(path))
    except (OSError, ValueError, MemoryError, yaml.YAMLError):
        return _with_lines(path, model)


def _fast(path: Path) -> Any:
    """Return a file's content as `read` does, fifteen times as fast, but without its lines."""
    return yaml.load(path.read_text(encoding="utf-8"), _FastLoader)


class _FastLoader(yaml.CSafeLoader):
    """Reads YAML 1.2: `NO` is Norway and not false."""

    yaml_implicit_resolvers = {}

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Refuse a key that stands twice; YAML's own loader takes the last one."""
        made = super().construct_mapping(node, deep=deep)
        if len(made) != len(node.value):
            raise yaml.constructor.ConstructorError(None, None, "a key stands twice")
        return made


for _kind, _form, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+0123456789."),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("timestamp", r"[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9:.]+)?", "0123456789"),
):
    _FastLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_kind}", re.compile(f"(?:{_form})$"), list(_first)
    )


def _with_lines(path: Path, model: type[ModelT]) -> ModelT:
    content = read(path)
    try:
        return model.model_validate(plain(content))
    except ValidationError as error:
        first = error.errors()[0]
        raise at(
            path, line_of(content, first["loc"]), f"{place(first['loc'])}: {remedy(first)}"
        ) from None


def plain(node: Any) -> Any:
    """Return ruamel's round-trip containers as plain dicts and lists."""
    if isinstance(node, dict):
        return {key: plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [plain(value) for value in node]
    return node


def line_of(node: Any, location: tuple[int | str, ...]) -> int | None:
    """Return the line (from 1) on which the place stands, or that of the nearest place above."""
    from ruamel.yaml.comments import CommentedBase

    line = None
    for step in location:
        if not isinstance(node, CommentedBase):
            break
        try:
            line = (node.lc.key(step)[0] if isinstance(node, dict) else node.lc.item(step)[0]) + 1
            node = node[step]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            break
    return line


def place(location: tuple[int | str, ...]) -> str:
    """Return a place as people write it: `facts.deadline.values[0].mark`."""
    text = ""
    for step in location:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text or "file"


def remedy(error: Any) -> str:
    """Return what is wrong and what to do, for one of pydantic's errors."""
    match error["type"]:
        case "missing":
            return "is missing; add it"
        case "extra_forbidden":
            return "unknown key; remove it or correct its spelling"
        case _:
            return f"{error['msg'].removeprefix('Value error, ')}; correct the value"
