"""The evaluation sets: `data/eval/<set>/<language>.yml` and `<language>_conversations.yml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, RootModel

from core import yaml_file
from core.call import Language
from core.yaml_file import Strict

FOLDER = Path(__file__).parent.parent.parent / "data" / "eval"
LANGUAGES: tuple[Language, ...] = ("lv", "en")
SetName = Literal["dev", "test", "follow_ups"]
Noise = Literal[
    "clean", "no_diacritics", "typos", "colloquial", "terse", "phone", "upper", "story", "mixed",
    "conversation", "compound",
]  # fmt: skip


class Turn(Strict):
    """One message and what must come back."""

    user: str
    intents: Annotated[list[str], Field(min_length=1)]
    """What is answered, or the kind that is refused; several where several things are asked."""
    says: list[str] = []
    """Pieces that stand in any right answer; blanks within numbers do not count."""
    lang: Language | None = None
    """Language of the answer, where it is not the file's."""


class Conversation(Strict):
    """Messages of one person, one after the other."""

    noise: Noise
    turns: Annotated[list[Turn], Field(min_length=1)]


class Question(Strict):
    """A conversation of a single message about one thing."""

    intent: str
    noise: Noise
    text: str
    says: list[str] = []


class _Questions(RootModel[list[Question]]):
    pass


class _Conversations(RootModel[list[Conversation]]):
    pass


class Case(Strict):
    """A conversation of a set with the language of its file."""

    language: Language
    conversation: Conversation


@cache
def load(name: SetName, folder: Path = FOLDER) -> tuple[Case, ...]:
    """Return all cases of a set; read once, since that takes seconds.

    Raises:
        DataError: a file is missing or wrong; names file and line.
    """
    return tuple(case for language in LANGUAGES for case in _of_language(folder / name, language))


def _of_language(folder: Path, language: Language) -> list[Case]:
    single = folder / f"{language}.yml"  # a set of follow-ups has none
    questions = yaml_file.load(single, _Questions).root if single.exists() else []
    talks = yaml_file.load(folder / f"{language}_conversations.yml", _Conversations).root
    alone = [
        Conversation(
            noise=each.noise, turns=[Turn(user=each.text, intents=[each.intent], says=each.says)]
        )
        for each in questions
    ]
    return [Case(language=language, conversation=each) for each in [*alone, *talks]]
