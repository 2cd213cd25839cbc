"""The command `partneris demo consultation-day`."""

from __future__ import annotations

import argparse
import datetime as dt
import logging
import sys
from pathlib import Path

from bot.demo.day import Day, Played, Wish
from bot.demo.script import script
from core import call as calls


def consultation_day(options: argparse.Namespace) -> int:
    """Play a consultation day and report on it; return 1 where anything went wrong."""
    most = len(script().officers)
    if not 1 <= options.officers <= most or options.people < 1 or options.pace <= 0:
        print(f"partneris: 1 to {most} officers, people and a pace above 0", file=sys.stderr)
        return 2
    folder: Path = options.output.absolute()
    if folder.exists() and any(folder.iterdir()):
        print(f"partneris: {options.output} is not empty; name another folder", file=sys.stderr)
        return 2
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("engineio.client", "aiohttp.server"):  # that a side hangs up is part of the play
        logging.getLogger(name).setLevel(logging.CRITICAL)
    wish = Wish(
        moment=_moment(options.now),
        people=options.people,
        officers=options.officers,
        pace=options.pace,
        restarts=options.restarts,
    )
    played = Day(wish, folder, _tell).play()
    _show(played)
    print(f"Report: {options.output / 'report.html'}; the system's log: {options.output / 'log'}")
    return 1 if played.problems else 0


def _moment(now: str | None) -> dt.datetime:
    timezone = calls.newest().timezone
    moment = dt.datetime.fromisoformat(now) if now else script().day.moment
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone)


def _tell(words: str) -> None:
    print(f"{dt.datetime.now():%H:%M:%S}  {words}", file=sys.stderr, flush=True)


def _show(played: Played) -> None:
    rows = played.table()
    width = max(len(label) for label, _ in rows)
    print("\n".join(f"{label:<{width}}  {value}" for label, value in rows))
    for problem in played.problems:
        print(f"! {problem}")
