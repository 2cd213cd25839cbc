"""Writes messages that were not understood into a file for somebody to read.

Nothing is learned from `data/nlu/review/` by itself: who reviews a file moves its good lines into
`data/nlu/lv/` or `en/`, and they pass the same tests as any other change.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal, get_args

import yaml
from pydantic import BaseModel

from bot.evaluation import cases, copies
from bot.helpdesk.report.groups import Group
from bot.training import ROOT, training_utterances
from core import yaml_file
from core.call import Language

FOLDER = ROOT / "data" / "nlu" / "review"
_SETS: tuple[cases.SetName, ...] = get_args(cases.SetName)
_NO_MARKUP = str.maketrans("[]{}", "()()")
"""Rasa reads brackets in an utterance as entities."""


class RefusedError(ValueError):
    """Nothing was written; `reason` says why."""

    def __init__(self, reason: Literal["no_intent", "all_known"], text: str) -> None:
        super().__init__(text)
        self.reason = reason


class Added(BaseModel):
    """What was written for review."""

    path: Path
    texts: list[str]
    left_out: list[str]
    """Texts that training or evaluation has already, the same or nearly."""


@cache
def intents() -> list[str]:
    """Return the intents that may be chosen."""
    return sorted(next(iter(entry)) for entry in yaml_file.read(ROOT / "domain.yml")["intents"])


def add(
    group: Group, intent: str, language: Language, day: dt.date, folder: Path | None = None
) -> Added:
    """Write a group's messages into a new file for review.

    Args:
        group: the group.
        intent: what the messages ask.
        language: in which language they are written.
        day: today, for the file's name.
        folder: where to write (default: `data/nlu/review/`).

    Raises:
        RefusedError: there is no such intent, or training or evaluation has all messages already.
    """
    if intent not in intents():
        raise RefusedError("no_intent", f"there is no intent {intent}")
    texts = [" ".join(text.translate(_NO_MARKUP).split()) for text in group.texts]
    known = set(_known(texts))
    new = [text for text in texts if text not in known]
    if not new:
        raise RefusedError("all_known", "training or evaluation has all these messages already")
    path = _write(_training_file(new, intent, language), day, folder or FOLDER)
    return Added(path=path, texts=new, left_out=[text for text in texts if text in known])


def _known(texts: Sequence[str]) -> list[str]:
    learned = [text for lines in training_utterances().values() for text in lines]
    asked = [
        turn.user for name in _SETS for case in cases.load(name) for turn in case.conversation.turns
    ]
    known = [*learned, *asked]
    return [*copies.same(texts, known), *copies.alike(texts, known)]


class _Lines(str):
    """Text that YAML writes a line each, as the training files have it."""


class _Dumper(yaml.SafeDumper):
    pass


_Dumper.add_representer(
    _Lines, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|")
)


def _training_file(texts: Sequence[str], intent: str, language: Language) -> str:
    examples = _Lines("".join(f"- {text}\n" for text in texts))
    block = {"intent": intent, "metadata": {"language": language}, "examples": examples}
    return yaml.dump(
        {"version": "3.1", "nlu": [block]}, Dumper=_Dumper, allow_unicode=True, sort_keys=False
    )


def _write(content: str, day: dt.date, folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for number in itertools.count(1):
        path = folder / f"{day.isoformat()}-{number}.yml"
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(content)
        except FileExistsError:
            continue
        return path
    raise AssertionError("there is always a next number")
