"""The report as a page: one file that needs nothing else, or the inside of a console's page."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bot.helpdesk.report.contents import Report
from bot.helpdesk.report.figures import OPEN, Counts, Figures
from bot.helpdesk.report.plots import PlotName, plot
from bot.helpdesk.report.words import intent_words, share_words, wait_words
from bot.responses import Speaker
from bot.web.templates import environment
from core import call as calls

TEMPLATES = Path(__file__).parent / "templates"
SENTENCES = ("format", "report", "questions", "console", "dates")
_ENVIRONMENT = environment(TEMPLATES)


@dataclass(frozen=True)
class Counted:
    """A table of numbers by name."""

    name: str
    title: str
    head: str
    rows: list[tuple[str, int]]
    of: int | None = None
    """What the numbers are a share of."""
    picture: PlotName | None = None


def html(report: Report, speaker: Speaker) -> str:
    """Return the report as one file."""
    return _ENVIRONMENT.get_template("report.html").render(
        language=speaker.language,
        say=speaker.phrase,
        **values(report, speaker, partial(_inside, report, speaker)),
    )


def values(report: Report, speaker: Speaker, picture: Callable[[PlotName], str]) -> dict[str, Any]:
    """Return what the template `report_body.html` needs beside `say`.

    Args:
        report: the report.
        speaker: words it.
        picture: returns where a picture is.
    """
    return {
        "report": report,
        "figures": report.figures,
        "tables": {table.name: table for table in _tables(report.figures, speaker)},
        "picture": picture,
        "intent_words": partial(intent_words, speaker),
        "wait_words": partial(wait_words, speaker),
        "share_words": partial(share_words, speaker),
        "day": _day,
        "form": None,
    }


def _tables(figures: Figures, speaker: Speaker) -> Iterator[Counted]:
    say = speaker.phrase

    def rows(counts: Counts, words: Callable[[str], str]) -> list[tuple[str, int]]:
        return [(words(name), number) for name, number in counts.items()]

    def table(name: str, head: str, rows: list[tuple[str, int]], **more: Any) -> Counted:
        return Counted(name, say(f"report-{name}"), say(f"report-{head}"), rows, **more)

    states = rows(figures.states, lambda state: say("report-state", state=state))
    topics = rows(figures.topics, lambda topic: intent_words(speaker, f"ask_{topic}"))
    refused = rows(figures.refused, lambda intent: intent_words(speaker, intent))
    languages = rows(figures.languages, lambda name: say("report-language", language=name))
    channels = rows(figures.channels, lambda name: say("console-channel", channel=name))
    reasons = rows(figures.tickets.reasons, lambda name: say("console-reason", reason=name))
    ends = rows(figures.tickets.ends, lambda name: _end_words(speaker, name))
    yield table("states", "became", states, of=figures.messages, picture="states")
    yield table("topics", "topic", topics, picture="topics")
    yield table("refused", "about", refused)
    yield table("languages", "language-name", languages, of=figures.messages)
    yield table("channels", "channel", channels, of=figures.messages)
    yield table("reasons", "why", reasons, of=figures.tickets.number)
    yield table("ends", "became", ends, of=figures.tickets.number)


def _end_words(speaker: Speaker, reason: str) -> str:
    return speaker.phrase("report-open" if reason == OPEN else "console-end", reason=reason)


def _inside(report: Report, speaker: Speaker, name: PlotName) -> str:
    content = base64.b64encode(plot(name, report.figures, speaker)).decode()
    return f"data:image/png;base64,{content}"


def _day(moment: dt.datetime) -> str:
    return moment.astimezone(calls.newest().timezone).date().isoformat()
