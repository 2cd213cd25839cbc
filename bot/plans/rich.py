"""A budget as the table and chart of a conversation."""

from __future__ import annotations

import re

from bot.plans.words import capped_steps_words
from bot.responses import Bar, Column, Speaker, Table
from core.budget import Budget


def as_table(budget: Budget, speaker: Speaker) -> Table:
    """Return a budget's lines, total and bars."""
    names = [speaker.phrase("plan-line", category=line.category) for line in budget.lines]
    amounts = [speaker.money(line.amount) for line in budget.lines]
    lines = list(zip(budget.lines, names, amounts, strict=True))
    return Table(
        caption=speaker.phrase("plan-title"),
        columns=[
            Column(title=speaker.phrase("plan-category")),
            Column(title=speaker.phrase("plan-steps")),
            Column(title=speaker.phrase("plan-amount"), numeric=True),
        ],
        rows=[
            [name, _unbroken(capped_steps_words(line, speaker)), amount]
            for line, name, amount in lines
        ],
        total=[speaker.phrase("plan-total"), "", speaker.money(budget.total)],
        bars=[
            Bar(label=name, value=float(line.amount), text=amount)
            for line, name, amount in lines
            if line.amount > 0
        ],
    )


def _unbroken(steps: str) -> str:
    """Keep what stands in brackets on one line of a narrow column."""
    return re.sub(r"\([^()]*\)", lambda found: found.group().replace(" ", "\xa0"), steps)
