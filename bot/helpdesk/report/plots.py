"""The report's pictures, as PNG."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from typing import Literal, get_args

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from bot.helpdesk.report.figures import Figures
from bot.helpdesk.report.words import intent_words
from bot.responses import Speaker

PlotName = Literal["states", "topics", "hours"]
PLOTS: tuple[PlotName, ...] = get_args(PlotName)
_MOST = 25
"""Bars of a picture."""
_LONGEST_NAME = 60
_COLOUR = "#4477aa"


def plot(name: PlotName, counted: Figures, speaker: Speaker) -> bytes:
    """Return a picture."""
    draw: dict[PlotName, Callable[[Axes], None]] = {
        "states": lambda axes: _bars(
            axes, {_state(speaker, state): n for state, n in counted.states.items()}
        ),
        "topics": lambda axes: _bars(
            axes, {intent_words(speaker, f"ask_{each}"): n for each, n in counted.topics.items()}
        ),
        "hours": lambda axes: _hours(axes, counted.hours, speaker),
    }
    figure = Figure(figsize=(8, _height(name, counted)), layout="constrained")
    axes = figure.subplots()
    draw[name](axes)
    axis = axes.yaxis if name == "hours" else axes.xaxis
    axis.set_major_locator(MaxNLocator(integer=True))
    axis.set_label_text(speaker.phrase("report-messages"))
    picture = io.BytesIO()
    figure.savefig(picture, dpi=110)
    return picture.getvalue()


def _height(name: PlotName, counted: Figures) -> float:
    bars = {"states": len(counted.states), "topics": min(_MOST, len(counted.topics)), "hours": 8}
    return 1.2 + 0.3 * bars[name]


def _state(speaker: Speaker, state: str) -> str:
    return speaker.phrase("report-state", state=state)


def _bars(axes: Axes, counts: Mapping[str, int]) -> None:
    names = list(counts)[:_MOST][::-1]
    axes.barh([_short(name) for name in names], [counts[name] for name in names], color=_COLOUR)
    axes.tick_params(axis="y", labelsize=8)


def _hours(axes: Axes, hours: list[int], speaker: Speaker) -> None:
    axes.bar(range(len(hours)), hours, color=_COLOUR)
    axes.set_xticks(range(0, len(hours), 2))
    axes.set_xlabel(speaker.phrase("report-hour"))


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
