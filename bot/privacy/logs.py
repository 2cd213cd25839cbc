"""Keeps what people write, their addresses and tokens out of the log.

The text of an exception may hold what broke it: a validation error the value, an error of a
client the address with its token. So the log says of which kind an exception was and where it came
from, and not its text.
"""

from __future__ import annotations

import logging
import traceback
from functools import cache
from types import TracebackType
from typing import Any

_HEAD = "Traceback (most recent call last):"
_CAUSES = 5
"""Exceptions behind an exception that are told of."""


@cache
def hide_texts() -> None:
    """Make all log records of this process without texts of exceptions."""
    made = logging.getLogRecordFactory()

    def without_texts(*args: Any, **kwargs: Any) -> logging.LogRecord:
        record = made(*args, **kwargs)
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = "\n".join(_told(record.exc_info[1]))
            record.exc_info = None
        return record

    logging.setLogRecordFactory(without_texts)


def _told(error: BaseException) -> list[str]:
    """Return kind and place of an exception and of what it came from, the last one first."""
    lines: list[str] = []
    each: BaseException | None = error
    for _ in range(_CAUSES):
        if each is None:
            break
        lines += [*(["Caused by:"] if lines else [_HEAD]), *_places(each.__traceback__)]
        lines.append(f"{type(each).__module__}.{type(each).__qualname__}")
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
    return lines


def _places(place: TracebackType | None) -> list[str]:
    return [line.rstrip("\n") for line in traceback.format_tb(place)]
