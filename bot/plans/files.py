"""A worked-out plan as a file of any kind, made when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.responses import Speaker
from core.budget import Budget
from core.eligibility import Verdict
from core.plan import Plan
from core.plan_file import dump


@dataclass(frozen=True)
class WorkedOut:
    """A plan with its budget and verdict; `assumed` is what a conversation did not tell."""

    plan: Plan
    budget: Budget
    verdict: Verdict
    assumed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of file: its name, its type on the web, and what makes it."""

    name: str
    media_type: str
    make: Callable[[WorkedOut, Speaker], bytes]


def _xlsx(done: WorkedOut, speaker: Speaker) -> bytes:
    from bot.plans.workbook import workbook  # here and below: they take long to import

    findings = done.verdict.findings
    return workbook(done.plan, done.budget, speaker, findings, done.assumed)


def _pdf(done: WorkedOut, speaker: Speaker) -> bytes:
    from bot.plans.paper import paper

    return paper(done.plan, done.budget, done.verdict, speaker, done.assumed)


def _chart(done: WorkedOut, speaker: Speaker) -> bytes:
    from bot.plans.chart import chart

    return chart(done.budget, speaker, "png")


def _yaml(done: WorkedOut, speaker: Speaker) -> bytes:
    return dump(done.plan).encode()


KINDS = {
    "xlsx": Kind(
        "partneris.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _xlsx,
    ),
    "pdf": Kind("partneris.pdf", "application/pdf", _pdf),
    "yaml": Kind("partneris.yml", "application/yaml", _yaml),
    "chart": Kind("partneris.png", "image/png", _chart),
}
"""Kinds of files by the words of the vocabulary's group `plan`."""
