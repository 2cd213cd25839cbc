"""Budgets and verdicts as JSON, by docs/plan.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import simplejson

from bot.plans.words import finding_words, problem_words
from bot.responses import Speaker
from core.budget import Budget, BudgetLine
from core.call import Sourced
from core.eligibility import Verdict
from core.findings import Finding
from core.plan import Problem


def budget_json(budget: Budget, speakers: Sequence[Speaker]) -> dict[str, Any]:
    """Return a budget; the first speaker's language is that of the sources."""
    return {
        "call": budget.call,
        "currency": "EUR",
        "total": budget.total,
        "complete": budget.complete,
        "lines": [_line(line, speakers[0]) for line in budget.lines],
        "maximum": budget.maximum,
        "over_maximum": budget.over_maximum,
        "findings": [_finding(each, speakers) for each in budget.findings],
    }


def verdict_json(verdict: Verdict, speakers: Sequence[Speaker]) -> dict[str, Any]:
    """Return a verdict; the first speaker's language is that of the sources."""
    findings = [_finding(each, speakers) for each in verdict.findings]
    return {"eligible": verdict.eligible, "findings": findings}


def errors_json(problems: Iterable[Problem], speakers: Sequence[Speaker]) -> dict[str, Any]:
    """Return what is wrong with a plan's file."""
    return {
        "errors": [
            {
                "path": problem.path,
                "message": {each.language: problem_words(each, problem) for each in speakers},
            }
            for problem in problems
        ]
    }


def text(content: dict[str, Any]) -> str:
    """Return JSON as people can read it; amounts keep their two decimals."""
    return simplejson.dumps(content, ensure_ascii=False, indent=2, use_decimal=True)


def _line(line: BudgetLine, speaker: Speaker) -> dict[str, Any]:
    return {
        "category": line.category,
        "amount": line.amount,
        "requested": line.requested,
        "steps": [*line.steps, *line.beyond_cap],
        "capped_by": line.capped_by,
        "sources": _sources(line.rests_on, speaker),
    }


def _finding(finding: Finding, speakers: Sequence[Speaker]) -> dict[str, Any]:
    return {
        "code": finding.code,
        "level": finding.level,
        "message": {each.language: finding_words(each, finding) for each in speakers},
        "sources": _sources(finding.rests_on, speakers[0]),
    }


def _sources(rests_on: Iterable[Sourced], speaker: Speaker) -> list[dict[str, str]]:
    return [{"document": title, "place": place} for title, place in speaker.places(rests_on)]
