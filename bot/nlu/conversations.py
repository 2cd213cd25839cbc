"""The training conversations: what people write after an answer, and what they mean by it.

'and at most?' says nothing by itself. So each later message is learned behind the last topic's own
question, as it is read when the assistant is asked ('How many partners are needed? and at most?').
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, get_args

from pydantic import Field, RootModel
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.context import Before, before
from bot.nlu.training_files import CONVERSATIONS
from bot.responses import topic_of, topics
from core import yaml_file
from core.call import Language
from core.yaml_file import Strict

TERMS = "terms"
"""Metadata of a message that is learned behind a topic's question: what its n-grams are of."""


class Turn(Strict):
    """A message of a person, with the intent of what is to be answered."""

    user: str
    intent: str


class Conversation(Strict):
    """Messages of one person, one after the other."""

    turns: Annotated[list[Turn], Field(min_length=2)]


class _Conversations(RootModel[list[Conversation]]):
    pass


class Heard(Strict):
    """A message as it is learned."""

    text: str
    intent: str
    before: Before | None = None
    """The topic before, behind whose question the message is learned."""

    @property
    def in_sense(self) -> str:
        """What the sentence encoder reads."""
        return self.before.in_sense(self.text) if self.before else self.text

    @property
    def in_terms(self) -> str | None:
        """What n-grams are taken of, where it is not the message itself."""
        return self.before.in_terms(self.text) if self.before else None


def files(root: Path) -> list[Path]:
    """Return the files of the conversations, one a language."""
    return [root / CONVERSATIONS / f"{language}.yml" for language in get_args(Language)]


def is_one(path: str) -> bool:
    """Tell whether a file of training data holds conversations."""
    return Path(path).parent.name == Path(CONVERSATIONS).name


def is_behind_a_question(message: Message) -> bool:
    """Tell whether a message to learn from has a topic's question before it."""
    return bool((message.get("metadata") or {}).get("intent", {}).get(TERMS))


def read(path: Path) -> list[Heard]:
    """Return the messages of a file, each behind the topic before it, if there was one.

    Raises:
        DataError: the file is wrong.
    """
    language: Language = "en" if path.stem == "en" else "lv"
    talks = yaml_file.load(path, _Conversations).root
    return [heard for each in talks for heard in _of(each, language)]


def _of(conversation: Conversation, language: Language) -> Iterator[Heard]:
    turns = conversation.turns
    for turn, last in zip(turns, topics_before(each.intent for each in turns), strict=True):
        known = before(last, language) if last else None
        yield Heard(text=turn.user, intent=turn.intent, before=known)


def topics_before(intents: Iterable[str]) -> Iterator[str | None]:
    """Yield the last topic before each intent of a conversation, as the assistant keeps it."""
    last: str | None = None
    for intent in intents:
        yield last
        topic = topic_of(intent)
        if topic and not topics()[topic].aside:
            last = topic
