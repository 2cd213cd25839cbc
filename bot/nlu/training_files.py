"""The training utterances as they stand in `data/nlu/`."""

from __future__ import annotations

from pathlib import Path

from pydantic import field_validator

from core import yaml_file
from core.call import Language
from core.yaml_file import Strict

CONVERSATIONS = "data/nlu/conversations"
"""Folder of the training conversations; `conversations.py` reads them."""
_ITEM = "- "


class ExamplesLanguage(Strict):
    """The language of the utterances."""

    language: Language


class Examples(Strict):
    """Utterances of one intent in one language."""

    intent: str
    metadata: ExamplesLanguage
    examples: str

    @field_validator("examples")
    @classmethod
    def _one_a_line(cls, text: str) -> str:
        for line in text.splitlines():
            if line.strip() and not line.startswith(_ITEM):
                raise ValueError(f"line '{line[:40]}' does not begin with '{_ITEM}'")
        return text

    @property
    def utterances(self) -> list[str]:
        """The utterances, in the order of the file."""
        lines = (line.removeprefix(_ITEM).strip() for line in self.examples.splitlines())
        return [line for line in lines if line]


class TrainingFile(Strict):
    """A file of `data/nlu/`."""

    version: str
    nlu: list[Examples]


def read(path: Path) -> list[Examples]:
    """Return the intents of a file with their utterances.

    Raises:
        DataError: the file is wrong.
    """
    return yaml_file.load(path, TrainingFile).nlu
