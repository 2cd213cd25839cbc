"""The server's log: who, where and what kind of trouble, and never what somebody wrote.

Lines are JSON where standard error is no terminal, or as PARTNERIS_LOGS says (`json`, `text`).
Partneris's own lines keep their words and the fields that are named here. Libraries put whole
requests and statements into theirs, so of those stays which line of which module wrote it. Of an
exception stay its kinds and the lines that it went through; its words only where they come from the
system or a database that is away.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import traceback
from types import TracebackType
from typing import Any

import redis
import structlog
from prometheus_client import Counter
from psycopg2 import OperationalError
from structlog.stdlib import ProcessorFormatter
from structlog.typing import EventDict, Processor

FORM = "PARTNERIS_LOGS"
LEVEL = "PARTNERIS_LOG_LEVEL"
LOG = logging.getLogger(__name__)
_ERRORS = Counter("partneris_errors", "Lines of the log that tell of an error.", ["part"])
_OWN = ("bot", "actions", "core")
_FIELDS = {
    "timestamp", "level", "logger", "event", "conversation", "channel", "language", "state",
    "seconds", "exc_info",
}  # fmt: skip
_SYSTEM = (OSError, redis.ConnectionError, redis.TimeoutError, OperationalError)
"""Exceptions that tell of no more than a file, an address or a refusal."""
_MOST_LINES = 20


def configure() -> None:
    """Write the log as described above, from now on, for this process."""
    as_json = os.environ.get(FORM, "text" if sys.stderr.isatty() else "json") == "json"
    level = os.environ.get(LEVEL, "INFO" if as_json else "ERROR").upper()
    renderer: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if as_json
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    first: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *first,
            ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        ProcessorFormatter(
            foreign_pre_chain=first,
            processors=[_safe, ProcessorFormatter.remove_processors_meta, _tell, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler, _CountErrors(logging.ERROR)]
    root.setLevel(logging.ERROR)
    for name in _OWN:
        logging.getLogger(name).setLevel(level)
    sys.excepthook = _uncaught
    threading.excepthook = lambda given: _uncaught(
        given.exc_type, given.exc_value or SystemExit(), given.exc_traceback
    )


class _CountErrors(logging.Handler):
    """Counts errors for Prometheus."""

    def emit(self, record: logging.LogRecord) -> None:
        _ERRORS.labels(record.name.partition(".")[0]).inc()


def _safe(logger: object, method: str, event: EventDict) -> EventDict:
    """Leave out what may hold words of a person."""
    record: logging.LogRecord = event["_record"]
    kept = {name: value for name, value in event.items() if name in _FIELDS or name[0] == "_"}
    if record.name.partition(".")[0] not in _OWN and not event["_from_structlog"]:
        kept["event"] = f"{record.name}:{record.lineno}"
    return kept


def _tell(logger: object, method: str, event: EventDict) -> EventDict:
    """Put an exception into words that are safe to keep."""
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["exception"] = [_kind(each) for each in _chain(error)]
        event["trace"] = _lines(error.__traceback__)
    return event


def _chain(error: BaseException) -> list[BaseException]:
    chain: list[BaseException] = []
    following: BaseException | None = error
    while following is not None and following not in chain:
        chain.append(following)
        following = following.__cause__ or following.__context__
    return chain


def _kind(error: BaseException) -> str:
    name = f"{type(error).__module__}.{type(error).__qualname__}"
    return f"{name}: {str(error).strip()}" if isinstance(error, _SYSTEM) else name


def _lines(trace: TracebackType | None) -> list[str]:
    lines = [
        f"{frame.f_globals.get('__name__')}:{number} {frame.f_code.co_name}"
        for frame, number in traceback.walk_tb(trace)
    ]
    return lines[-_MOST_LINES:]


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> Any:
    if issubclass(kind, KeyboardInterrupt):
        return
    LOG.critical("an exception that nobody caught", exc_info=(kind, error, trace))
