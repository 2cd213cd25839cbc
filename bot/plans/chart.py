"""The bar chart of a budget's categories, as PNG (Slack, Telegram, paper) or SVG (web)."""

from __future__ import annotations

import textwrap
from io import BytesIO
from typing import Literal

from matplotlib.figure import Figure

from bot.responses import Speaker
from core.budget import Budget

_COLOUR = "#1f5fa8"
_LABEL = 26


def chart(budget: Budget, speaker: Speaker, kind: Literal["png", "svg"]) -> bytes:
    """Return the chart of a budget's grant by category."""
    lines = [line for line in budget.lines if line.amount > 0]
    names = [speaker.phrase("plan-line", category=line.category) for line in lines]
    amounts = [float(line.amount) for line in lines]
    figure = Figure(figsize=(7, 0.6 + 0.5 * len(lines)), layout="constrained")
    axes = figure.add_subplot()
    bars = axes.barh([textwrap.fill(name, _LABEL) for name in names], amounts, color=_COLOUR)
    axes.bar_label(bars, [speaker.money(line.amount) for line in lines], padding=4)
    axes.invert_yaxis()
    axes.margins(x=0.18)
    axes.xaxis.set_visible(False)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.set_title(speaker.phrase("plan-amount"))
    content = BytesIO()
    figure.savefig(content, format=kind, dpi=150)
    return content.getvalue()
