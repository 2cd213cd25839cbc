"""Budgets and verdicts as text for the terminal."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Sequence

from bot.plans.words import capped_steps_words, finding_words, plan_words
from bot.responses import Speaker
from core.budget import Budget, BudgetLine
from core.call import Sourced
from core.eligibility import Verdict
from core.findings import Finding
from core.plan import Plan

_CELL, _WIDTH = 44, 100


def budget_table(plan: Plan, budget: Budget, speaker: Speaker) -> str:
    """Return a budget as a table with its findings and sources."""
    heads = [
        speaker.phrase(f"plan-{name}") for name in ("category", "steps", "requested", "amount")
    ]
    rows = [_row(line, speaker) for line in budget.lines]
    rows.append([speaker.phrase("plan-total"), "", "", speaker.money(budget.total)])
    maximum = speaker.phrase("plan-maximum", months=plan.months)
    rows.append([maximum, "", "", speaker.money(budget.maximum)])
    if budget.over_maximum:
        over = speaker.phrase("plan-over-maximum")
        rows.append([over, "", "", speaker.money(budget.over_maximum)])
    table = _columns([heads, *rows])
    parts = [speaker.phrase("plan-title"), plan_words(speaker, plan), table]
    if not budget.complete:
        parts.append(speaker.phrase("plan-incomplete"))
    parts += _findings(budget.findings, speaker)
    return "\n\n".join([*parts, *_foot(speaker, budget.rests_on)])


def verdict_text(verdict: Verdict, speaker: Speaker) -> str:
    """Return a verdict with all its reasons and sources."""
    key = "plan-eligible" if verdict.eligible else "plan-not-eligible"
    rests_on = [sourced for each in verdict.findings for sourced in each.rests_on]
    parts = [speaker.phrase(key), *_findings(verdict.findings, speaker)]
    return "\n\n".join([*parts, *_foot(speaker, rests_on)])


def _columns(rows: Sequence[Sequence[str]]) -> str:
    """Return rows in columns, the first two wrapped and the others to the right.

    A library for tables takes a tenth of a second to import, a fifth of what the command may take.
    """
    wrapped = [[textwrap.wrap(cell, _CELL) or [""] for cell in row] for row in rows]
    widths = [max(len(line) for row in wrapped for line in row[column]) for column in range(4)]
    lines = []
    for number, row in enumerate(wrapped):
        for cells in itertools.zip_longest(*row, fillvalue=""):
            places = zip(cells, widths, "<<>>", strict=True)
            lines.append(
                "  ".join(f"{cell:{side}{width}}" for cell, width, side in places).rstrip()
            )
        if number == 0:
            lines.append("  ".join("-" * width for width in widths))
    return "\n".join(lines)


def _row(line: BudgetLine, speaker: Speaker) -> list[str]:
    return [
        speaker.phrase("plan-line", category=line.category),
        capped_steps_words(line, speaker),
        speaker.money(line.requested),
        speaker.money(line.amount),
    ]


def _findings(findings: Sequence[Finding], speaker: Speaker) -> list[str]:
    lines = [
        f"{speaker.phrase('plan-level', level=each.level)}: {finding_words(speaker, each)}"
        for each in findings
    ]
    return ["\n".join(_wrapped(line) for line in lines)] if lines else []


def _foot(speaker: Speaker, rests_on: Sequence[Sourced]) -> list[str]:
    caution = speaker.phrase("plan-recalled")
    recalled = any(each.mark == "recalled" for each in rests_on)
    sources = speaker.sources(rests_on)
    parts = [_wrapped(caution)] if recalled else []
    if sources:
        head = speaker.phrase("plan-sources")
        parts.append("\n".join([f"{head}:", *(_wrapped(f"• {each}") for each in sources)]))
    return parts


def _wrapped(text: str) -> str:
    lines = [textwrap.fill(line, _WIDTH, subsequent_indent="  ") for line in text.splitlines()]
    return "\n".join(lines)
