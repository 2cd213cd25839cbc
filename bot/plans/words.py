"""The words for what is found in a plan, and for what is wrong with its file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.responses import Speaker
from core.call import Call, Language
from core.findings import Finding
from core.plan import Plan, Problem

FILES = ("format", "findings", "plan")
"""The sentence files that speak of plans."""


def speaker_of(call: Call, language: Language, day: dt.date) -> Speaker:
    """Return a speaker that knows the sentences about plans."""
    return Speaker(call, language, day, FILES)


def finding_words(speaker: Speaker, finding: Finding) -> str:
    """Return the sentence of a finding."""
    values = {key: _fluent(value) for key, value in finding.values}
    return speaker.phrase(f"finding-{finding.code.replace('_', '-')}", **values)


def problem_words(speaker: Speaker, problem: Problem) -> str:
    """Return what is wrong at a place of a plan's file, without the place."""
    values = dict.fromkeys(("given", "meant", "line"), None) | dict(problem.values)
    return speaker.phrase(f"plan-error-{problem.code.replace('_', '-')}", **values)


def problem_lines(speaker: Speaker, problems: Sequence[Problem]) -> list[str]:
    """Return a line an error: `path: message`."""
    whole = speaker.phrase("plan-error-whole-file")
    return [f"{each.path or whole}: {problem_words(speaker, each)}" for each in problems]


def _fluent(value: object) -> object:
    """Return a finding's value as sentences take it; an empty name is none."""
    return str(value) if isinstance(value, dt.date) else value if value != "" else None


def plan_words(speaker: Speaker, plan: Plan) -> str:
    """Return a plan in a line: field, type, length, start, number of organisations."""
    return speaker.phrase(
        "plan-project",
        field=plan.field,
        type=plan.type,
        months=plan.months,
        start=plan.start.isoformat(),
        partners=len(plan.partners),
    )
