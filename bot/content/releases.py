"""Releases: states of the call's data and sentences that were checked, kept in `data/releases/`."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

from pydantic import Field, ValidationError

from bot.content.listing import Listing
from bot.training import ROOT
from core import yaml_file
from core.yaml_file import Strict

FOLDER = ROOT / "data" / "releases"
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})-(\d+)\.json")
_VALUE = re.compile(r"(?P<fact>facts\.\w+\.values)\[(?P<number>\d+)\](?P<rest>\.value.*)")


class Release(Strict):
    """A state that was checked."""

    model: str
    """Fingerprint of the model that answered."""
    answers_of: dt.date
    """Day as of which the questions were asked."""
    questions: dict[str, int] = Field(min_length=1)
    """How many were asked and answered well, by language."""
    listing: Listing


class Change(Strict):
    """A value that was added (no `old`), removed (no `new`) or changed."""

    path: str
    old: str | None
    new: str | None
    former: str | None = None
    """Of a value that was added to a fact: the one that is in force before it."""


def newest() -> Path | None:
    """Return the file of the newest release; none before the first."""
    return max(_files(), key=_age, default=None)


def read(path: Path) -> Release:
    """Return a release.

    Raises:
        DataError: the file is not a release.
    """
    try:
        return Release.model_validate_json(path.read_bytes())
    except ValidationError as error:
        problem = error.errors()[0]["msg"]
        raise yaml_file.at(
            path, None, f"is not a release ({problem}); restore the file or remove it"
        ) from None


def write(release: Release, day: dt.date) -> Path:
    """Write a release made on a day into a file of its own and return its path."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    numbers = [number for made, number in map(_age, _files()) if made == day.isoformat()]
    path = FOLDER / f"{day}-{max(numbers, default=0) + 1}.json"
    # keys in order: two releases can be compared line by line, too
    content = json.dumps(
        release.model_dump(mode="json"), ensure_ascii=False, indent=1, sort_keys=True
    )
    with path.open("x", encoding="utf-8") as file:  # never over another one
        file.write(content + "\n")
    return path


def changes(old: Listing, new: Listing) -> list[Change]:
    """Return what differs between two states, in the order of the paths."""
    return [
        Change(path=path, old=old.get(path), new=new.get(path), former=_former(path, old, new))
        for path in sorted(old.keys() | new.keys(), key=_order)
        if old.get(path) != new.get(path)
    ]


def _former(path: str, old: Listing, new: Listing) -> str | None:
    found = _VALUE.fullmatch(path)
    if path in old or not found:
        return None
    return new.get(f"{found['fact']}[{int(found['number']) - 1}]{found['rest']}")


def _files() -> list[Path]:
    return [path for path in FOLDER.glob("*.json") if _NAME.fullmatch(path.name)]


def _age(path: Path) -> tuple[str, int]:
    found = _NAME.fullmatch(path.name)
    assert found
    return found[1], int(found[2])


_LAST = ("sentences", "topics", "training")


def _order(path: str) -> tuple[int, str]:
    """Order paths: the call first, then sentences and what the model learns from."""
    first = path.partition(".")[0]
    return (_LAST.index(first) + 1 if first in _LAST else 0), path
