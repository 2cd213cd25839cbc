"""What goes over a channel, typed: a person's messages and Partneris's rich ones."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from bot.channels.clean import visible
from bot.responses import Table
from core.call import Language

NewId = Annotated[str, Field(pattern=r"^[0-9A-Za-z-]{1,64}$")]
"""The id that a window gives a message; those of answers have a dot."""
MessageId = Annotated[str, Field(pattern=r"^[0-9A-Za-z.-]{1,80}$")]
LONGEST_WORD = 500
"""Letters of what a person may add to 'not helpful'."""


VisibleText = Annotated[str, AfterValidator(visible)]
"""Without signs that a database or a page of the console would stumble over."""


class Shown(BaseModel):
    """Base of what is sent to a person's window."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)


class Choice(Shown):
    """A button: pressed, it asks what its title says."""

    title: str


class File(Shown):
    """A file to fetch: `size` in bytes, `url` relative to the server, signed."""

    name: str
    media_type: str
    size: int
    url: str


class Feedback(BaseModel):
    """What a person thinks of an answer."""

    model_config = ConfigDict(frozen=True)

    helpful: bool
    word: Annotated[VisibleText, Field(max_length=LONGEST_WORD)] | None = None


class UserEntry(Shown):
    """What a person said."""

    id: str
    sender: Literal["user"] = Field("user", serialization_alias="from")
    time: dt.datetime
    text: str
    language: Language | None = None


class BotEntry(Shown):
    """What Partneris said; `text` without sources and without what `table` shows."""

    id: str
    sender: Literal["bot"] = Field("bot", serialization_alias="from")
    time: dt.datetime
    language: Language
    text: str
    sources: list[str] = []
    buttons: list[Choice] = []
    table: Table | None = None
    file: File | None = None
    fallback: bool = False
    feedback: Feedback | None = None
    answers: bool = False
    """Whether it answers a question, so that 'was this helpful?' makes sense."""
    officer: str | None = None
    """Who said it, where it was not Partneris."""
    notice: bool = False
    """Whether it tells of an officer who comes or goes."""


Entry = UserEntry | BotEntry


class Event(BaseModel):
    """Base of what a window sends; anything else in it is left out."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class Typed(Event):
    """A message that a person typed."""

    id: NewId
    text: VisibleText
    language: Language


class Judged(Event, Feedback):
    """Whether an answer was helpful."""

    message: MessageId


class Greeted(Event):
    """The greeting is wanted in a language."""

    language: Language


Reason = Literal["rate", "empty", "long", "unknown_message", "invalid", "session", "failed"]


class Ack(Shown):
    """What became of an event; `wait` in seconds."""

    status: Literal["ok", "duplicate", "refused"]
    reason: Reason | None = None
    wait: int | None = None
