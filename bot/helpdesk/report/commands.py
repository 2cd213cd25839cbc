"""The command `partneris report`: what was learned, and what training may learn from it."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from pathlib import Path

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain

from bot import clock, database
from bot.engine import endpoints
from bot.helpdesk.report import contents, export, page, review
from bot.helpdesk.report.collect import collect
from bot.helpdesk.report.contents import Report
from bot.helpdesk.report.figures import Period, turns
from bot.responses import LANGUAGES, Speaker
from bot.training import ROOT
from core import call as calls
from core.call import Language

WRONG_INPUT = 2
"""Exit status."""


def write(options: argparse.Namespace) -> int:
    """Write the report of a period."""
    if (period := _period(options)) is None:
        return WRONG_INPUT
    _update()
    folder = options.output or ROOT / ".partneris" / "report"
    folder.mkdir(parents=True, exist_ok=True)
    for path in _WRITERS[options.format](period, folder, options.language):
        print(f"Report: {path}")
    return 0


def add(options: argparse.Namespace) -> int:
    """Write a group's messages into a file for review."""
    if (period := _period(options)) is None:
        return WRONG_INPUT
    _update()
    group = contents.group(period, options.group)
    if group is None:
        return _refused(f"the report of this period has no group {options.group}")
    spoken: Language | None = next((each for each in LANGUAGES if each == group.language), None)
    language: Language | None = options.spoken or spoken
    if language is None:
        return _refused("in which language are these messages? Add --language lv or --language en")
    day = clock.now(calls.newest().timezone).date()
    try:
        added = review.add(group, options.intent, language, day)
    except review.RefusedError as error:
        return _refused(str(error))
    for text in added.left_out:
        print(f"Left out, training or evaluation has it: {text}")
    print(f"{len(added.texts)} messages to review: {added.path}")
    return 0


def _period(options: argparse.Namespace) -> Period | None:
    """Return the days of the report; say what is wrong with them where something is."""
    first, last = options.first, options.last
    if first and last and first > last:
        _refused(f"--from {first} is after --to {last}")
        return None
    return Period(first=first, last=last)


def _update() -> None:
    database.upgrade()
    collect(TrackerStore.create(endpoints(persistent=True).tracker_store, Domain.empty()))


def _html(period: Period, folder: Path, language: Language) -> list[Path]:
    call = calls.newest()
    speaker = Speaker(call, language, dt.date.today(), page.SENTENCES)
    return [_written(folder / "report.html", page.html(contents.report(period), speaker))]


def _json(period: Period, folder: Path, language: Language) -> list[Path]:
    report: Report = contents.report(period)
    return [_written(folder / "report.json", report.model_dump_json(indent=1))]


def _csv(period: Period, folder: Path, language: Language) -> list[Path]:
    said = turns(period, calls.newest().timezone)
    return [
        _written(folder / "messages.csv", export.messages(said), export.ENCODING),
        _written(
            folder / "questions.csv",
            export.questions(contents.report(period).groups),
            export.ENCODING,
        ),
    ]


_WRITERS = {"html": _html, "csv": _csv, "json": _json}


def _written(path: Path, content: str, encoding: str = "utf-8") -> Path:
    path.write_text(content, encoding=encoding, newline="")
    return path


def _refused(reason: str) -> int:
    print(f"partneris: {reason}", file=sys.stderr)
    return WRONG_INPUT
