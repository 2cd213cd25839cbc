"""Checks of everything that people edit, before anything starts: one clear message a mistake."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any, get_args

from actions import slot_times
from bot import responses
from bot.nlu import conversations, training_files, vocabulary
from bot.training import ROOT
from core import call, yaml_file
from core.call import Language
from core.yaml_file import Strict

_RASA = "3.6.21"


class WrongRasaError(RuntimeError):
    """Another Rasa than the one that Partneris was made for is installed."""


def check_rasa() -> None:
    """Refuse any other Rasa: on Python 3.11 an ordinary installer silently takes 1.10.2.

    Raises:
        WrongRasaError: another version is installed.
    """
    if (found := version("rasa")) != _RASA:
        raise WrongRasaError(f"Rasa {found} is installed instead of {_RASA}; run `make setup`")


def check_all() -> None:
    """Read everything that people edit.

    Raises:
        DataError: a file is wrong; names file, line, place and remedy.
    """
    check_data()
    check_training_files()


def check_data() -> None:
    """Read what answers are made of: the call's data, sentences, vocabulary and words of time.

    Raises:
        DataError: a file is wrong; names file, line, place and remedy.
    """
    responses.check(call.load())
    vocabulary.words()
    slot_times.words()


class RuleFile(Strict):
    """A file of `data/rules/`."""

    version: str
    rules: list[dict[str, Any]]


def check_training_files() -> None:
    """Read the training files, those of conversations, too.

    `partneris train` does: a model whose name has the hash of the present files was made from them,
    so that nobody need read them again who loads it.

    Raises:
        DataError: a file is wrong, or stands in one language only.
    """
    names = {language: _check_language(language) for language in get_args(Language)}
    for name in sorted(set.symmetric_difference(*names.values())):
        raise yaml_file.at(
            ROOT / "data" / "nlu" / name, None, "stands in one language only; add the other"
        )
    for path in conversations.files(ROOT):
        conversations.read(path)
    for path in sorted((ROOT / "data" / "rules").glob("*.yml")):
        yaml_file.load(path, RuleFile)
    for name in ("domain.yml", "config.yml"):
        yaml_file.read(ROOT / name)


def _check_language(language: str) -> set[str]:
    folder = ROOT / "data" / "nlu" / language
    for path in sorted(folder.glob("*.yml")):
        for entry in training_files.read(path):
            if entry.metadata.language != language:
                raise yaml_file.at(
                    path, None, f"{entry.intent}: language is not that of the folder"
                )
    return {path.name for path in folder.glob("*.yml")}
