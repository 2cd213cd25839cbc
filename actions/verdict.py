"""The verdict on a project as it was told: a line for each condition of the call, met or not.

Who is in it is judged by the consortium's topic.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from actions.counts import whole
from actions.spans import case_start, written
from actions.turn import PLAN, Turn
from bot.responses import Speaker
from core import judgements
from core.call import in_force

REFUSED_LINE, _FITTING_LINE = "✗", "✓"
Judged = tuple[judgements.Judgement, dict[str, object]]
"""A verdict with the values that its sentence names."""


def judge_project(turn: Turn) -> list[Judged]:
    """Judge length, start, grant, type and priorities, as far as they are told."""
    return [*_timing(turn), *_grant(turn), *_type(turn), *_priorities(turn)]


def line_of(speaker: Speaker, verdict: judgements.Judgement, values: dict[str, object]) -> str:
    """Return a condition in words, with the mark that shows whether it is met."""
    speaker.rest_on(*verdict.rests_on)
    words = speaker.phrase(f"finding-{verdict.code.replace('_', '-')}", **values)
    return f"{_FITTING_LINE if verdict.allowed else REFUSED_LINE} {words}"


def other_lines(speaker: Speaker, turn: Turn, told: Mapping[str, object]) -> Iterator[str]:
    """Yield what follows from the length, what else is needed, and what could not be checked."""
    months = _months(turn)
    if months and judgements.duration(turn.call, turn.day, months, turn.field).allowed:
        most = judgements.largest_grant(turn.call, turn.day, months)
        yield speaker.phrase("finding-largest-grant", amount=most, months=months)
        speaker.rest_on_facts(["grant_per_month", "grant_maximum"])
    if turn.field == "higher_education":
        yield speaker.phrase("finding-eche-needed")
        speaker.rest_on_facts(["eche"])
    given = {**told, "months": months, "start": case_start(turn), "priority": _named(turn)}
    if missing := [name for name, value in given.items() if not value]:
        names = ", ".join(speaker.phrase(f"unchecked-{name}") for name in missing)
        yield speaker.phrase("finding-unchecked", names=names)


def _months(turn: Turn) -> int | None:
    told = whole(turn.said.months) if turn.names("months") else None
    return told or turn.case.months or turn.plan.months


def _timing(turn: Turn) -> Iterator[Judged]:
    call, day, months = turn.call, turn.day, _months(turn)
    if months:
        verdict = judgements.duration(call, day, months, turn.field)
        yield verdict, {"months": months, "field": turn.field}
    span = case_start(turn)
    if span is None:
        return
    verdict = judgements.start(call, day, *span)
    yield verdict, {"day": written(span)}
    if months and verdict.allowed:
        most = judgements.latest_months(call, day, span[0])
        end = judgements.end(span[0], months).isoformat()
        values: dict[str, object] = {
            "months": months,
            "most": most,
            "day": end if span[0] == span[1] else None,
        }
        yield judgements.latest_end(call, day, span[0], months), values


def _grant(turn: Turn) -> Iterator[Judged]:
    months = _months(turn)
    sums = turn.sums.get(PLAN) or sum(turn.sums.values(), Decimal(0))
    amount = next(iter(turn.said.euro), None) or sums
    if not amount:
        return
    most = judgements.largest_grant(turn.call, turn.day, months)
    verdict = judgements.grant(turn.call, turn.day, amount, months)
    yield verdict, {"amount": amount, "most": most}


def _type(turn: Turn) -> Iterator[Judged]:
    kinds = turn.said.project_type
    kind = kinds[0] if len(kinds) == 1 else turn.case.type or turn.plan.type
    if kind and turn.field:
        verdict = judgements.project_type(turn.call, turn.day, kind, turn.field)
        yield verdict, {"type": kind, "field": turn.field}


def _named(turn: Turn) -> list[str]:
    return list(turn.case.priorities)


def _priorities(turn: Turn) -> Iterator[Judged]:
    """Yield the priorities: one that is another field's does no harm beside one that fits."""
    known = {each.id: each for each in in_force(turn.call.priorities, turn.day)}
    named = [known[name] for name in _named(turn) if name in known]
    own = [e for e in named if turn.field is None or e.field in ("horizontal", turn.field)]
    for each in own or named:
        code = "priority_fits" if own else "priority_of_another_field"
        verdict = judgements.Judgement(code=code, allowed=bool(own), rests_on=[each])
        yield verdict, {"priority": each.id}
