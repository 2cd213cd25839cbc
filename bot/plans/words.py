"""The words for what is found in a plan, and for what is wrong with its file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from bot.responses import Speaker, grouped
from core.budget import BudgetLine
from core.call import Call, Language
from core.findings import Finding
from core.plan import Plan, Problem

FILES = ("format", "findings", "plan")
"""The sentence files that speak of plans."""


def speaker_of(call: Call, language: Language, day: dt.date) -> Speaker:
    """Return a speaker that knows the sentences about plans."""
    return Speaker(call, language, day, FILES)


LONGEST_LIST = 500
"""Letters of a list that a sentence takes in."""
_LONGEST = 100
_MOST_STEPS = 12


def finding_words(speaker: Speaker, finding: Finding) -> str:
    """Return the sentence of a finding."""
    values = {key: _fluent(value) for key, value in finding.values}
    return speaker.phrase(f"finding-{finding.code.replace('_', '-')}", **values)


def problem_words(speaker: Speaker, problem: Problem) -> str:
    """Return what is wrong at a place of a plan's file, without the place."""
    values = {key: shortened(value, LONGEST_LIST) for key, value in problem.values.items()}
    values["given"] = shortened(problem.values.get("given", ""))
    known = {key: values.get(key) or None for key in ("given", "meant", "line")}
    return speaker.phrase(f"plan-error-{problem.code.replace('_', '-')}", **values | known)


def problem_lines(speaker: Speaker, problems: Sequence[Problem]) -> list[str]:
    """Return a line an error: `path: message`."""
    whole = speaker.phrase("plan-error-whole-file")
    return [f"{shortened(each.path) or whole}: {problem_words(speaker, each)}" for each in problems]


def steps_words(line: BudgetLine) -> str:
    """Return the steps of a line's sum; of very many only the first."""
    steps = [*line.steps, *line.beyond_cap]
    more = ["…"] if len(steps) > _MOST_STEPS else []
    return grouped(" + ".join([*steps[:_MOST_STEPS], *more]))


def capped_steps_words(line: BudgetLine, speaker: Speaker) -> str:
    """Return the steps of a line's sum with the cap that cut it, if one did."""
    steps = steps_words(line)
    if line.capped_by is None:
        return steps
    return f"{steps} ({speaker.phrase('plan-capped', fact=line.capped_by)})"


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return what a person wrote, not too long and without signs that move a terminal's cursor."""
    plain = "".join(char if char.isprintable() else repr(char)[1:-1] for char in text[:longest])
    return plain + "…" if len(text) > longest else plain


def _fluent(value: object) -> object:
    """Return a finding's value as sentences take it; an empty name is none."""
    if isinstance(value, dt.date):
        return str(value)
    return (shortened(value) or None) if isinstance(value, str) else value


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
