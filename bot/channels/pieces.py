"""Answers cut to what messengers can show: pieces of text, tables of letters."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel, ConfigDict

from bot import clock
from bot.responses import Attachment, Button, Column, Speaker, Table
from core import call as calls
from core.call import Language

WIDTH = 32
"""Letters of a table's line: more would break on a telephone."""
_BREAKS = ("\n\n", "\n", " ")
_FILES = ("format", "messengers", "questions")
"""The files of sentences that are needed here."""


class Officer(BaseModel):
    """The human who says something."""

    model_config = ConfigDict(frozen=True)

    name: str


class Message(BaseModel):
    """What is said, as actions and officers utter it."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    text: str | None = None
    words: str | None = None
    """The text without what table and sources say."""
    table: Table | None = None
    sources: list[str] | None = None
    buttons: list[Button] | None = None
    attachment: Attachment | None = None
    language: Language | None = None
    officer: Officer | None = None


@dataclass(frozen=True)
class Piece:
    """A piece of a message that is shown in one way."""

    kind: Literal["text", "table", "sources"]
    text: str
    strong: str = ""
    """A part of the text that is shown in bold letters."""


def pieces(message: Message, longest: int, size: Callable[[str], int]) -> list[Piece]:
    """Return a message's pieces, none of them longer than `longest` as `size` measures."""
    found = []
    if message.officer:
        name = message.officer.name
        line = speaker(message.language or "lv").phrase("messenger-officer", name=name)
        found.append(Piece("text", line, strong=name))
    text = message.text if message.words is None else message.words
    found += [Piece("text", part) for part in split(text or "", longest, size)]
    if message.words is None:
        return found
    if message.table:
        lines = monospaced(message.table, WIDTH)
        found += [Piece("table", part) for part in split(lines, longest, size)]
    if sources := message.sources:
        line = speaker(message.language or "lv").phrase(
            "sources", list="; ".join(sources), number=len(sources)
        )
        found += [Piece("sources", part) for part in split(line, longest, size)]
    return found


def packed(found: list[Piece], longest: int, size: Callable[[str], int]) -> list[list[Piece]]:
    """Return the pieces put together to messages, none of them longer than `longest`."""
    packs: list[list[Piece]] = []
    room = 0
    for piece in found:
        needed = size(piece.text)
        if packs and needed <= room:
            packs[-1].append(piece)
            room -= needed
        else:
            packs.append([piece])
            room = longest - needed
    return packs


def speaker(language: Language) -> Speaker:
    """Return a speaker of the sentences that messengers need."""
    call = calls.newest()
    return Speaker(call, language, clock.now(call.timezone).date(), _FILES)


def split(text: str, longest: int, size: Callable[[str], int] = len) -> list[str]:
    """Return a text in parts of at most `longest`, cut between paragraphs, lines or words."""
    parts, rest = [], text.strip()
    while size(rest) > longest:
        fitting = _fitting(rest, longest, size)
        at = _break(rest[: fitting + 1]) or fitting
        parts.append(rest[:at].rstrip())
        rest = rest[at:].lstrip()
    return [*parts, rest] if rest else parts


def _fitting(text: str, longest: int, size: Callable[[str], int]) -> int:
    """Return how many letters of a text are not longer than `longest`."""
    low, high = 1, min(len(text), longest)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if size(text[:middle]) <= longest else (low, middle - 1)
    return low


def _break(text: str) -> int:
    """Return where a text is best cut, in its second half; 0 where it has no blank there."""
    places = (text.rfind(mark) for mark in _BREAKS)
    return next((place for place in places if place > len(text) // 2), 0)


def monospaced(table: Table, width: int) -> str:
    """Return a table in letters: in columns where they fit, else each row as a block of lines."""
    heads = [column.title for column in table.columns]
    rows = [heads, *table.rows, *([table.total] if table.total else [])]
    widths = [max(len(row[number]) for row in rows) for number in range(len(heads))]
    if sum(widths) + 2 * (len(widths) - 1) <= width:
        lines = [[_in_columns(row, widths, table.columns)] for row in rows]
        rule = "-" * (sum(widths) + 2 * (len(widths) - 1))
    else:
        lines = [_stacked(row, width) for row in rows]
        rule = "-" * width
    body, foot = (lines[1:-1], [rule, *lines[-1]]) if table.total else (lines[1:], [])
    return "\n".join([*lines[0], rule, *(line for block in body for line in block), *foot])


def _in_columns(row: list[str], widths: list[int], columns: list[Column]) -> str:
    cells = [
        cell.rjust(width) if column.numeric else cell.ljust(width)
        for cell, width, column in zip(row, widths, columns, strict=True)
    ]
    return "  ".join(cells).rstrip()


def _stacked(row: list[str], width: int) -> list[str]:
    """Return a row with its first and last cell on one line and the others below."""
    first, *between, last = row if len(row) > 1 else [*row, ""]
    lines = textwrap.wrap(first, width - len(last) - 1) if len(last) < width // 2 else []
    if lines:
        lines[-1] = lines[-1].ljust(width - len(last)) + last
    else:
        lines = [
            *textwrap.wrap(first, width),
            *(line.rjust(width) for line in textwrap.wrap(last, width)),
        ]
    for cell in between:
        lines += textwrap.wrap(cell, width, initial_indent="  ", subsequent_indent="  ")
    return lines
