"""The commands about plans: `budget`, `check`, `distance`. They import nothing of Rasa."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from typing import get_args

from bot import clock
from bot.plans import as_json
from bot.plans.files import KINDS, WorkedOut
from bot.plans.table import budget_table, verdict_text
from bot.plans.words import problem_lines, speaker_of
from bot.responses import Speaker
from core import distance, sums
from core.budget import estimate
from core.call import Call, Language, load, newest
from core.eligibility import check
from core.plan import Plan, PlanError, Problem, located, unknown_place
from core.plan_file import LARGEST, read

WRONG_INPUT = 2
NOT_ELIGIBLE = 1


def budget(options: argparse.Namespace) -> int:
    """Work out the budget of a plan's file and print or write it."""

    def answer(plan: Plan, call: Call, day: dt.date) -> int:
        worked_out = estimate(plan, call, day)
        first = speaker_of(call, options.language, day)
        match options.format:
            case "json":
                speakers = _speakers(call, options.language, day)
                content = as_json.text(as_json.budget_json(worked_out, speakers)).encode()
            case "xlsx" | "pdf" as kind:
                done = WorkedOut(plan, worked_out, check(plan, call, day))
                content = KINDS[kind].make(done, first)
            case _:
                content = budget_table(plan, worked_out, first).encode()
        _put(content, options.output, binary=options.format in ("xlsx", "pdf"))
        return 0

    return _with_plan(options, answer)


def check_plan(options: argparse.Namespace) -> int:
    """Judge a plan's file and print the verdict; status 1 where it is not eligible."""

    def answer(plan: Plan, call: Call, day: dt.date) -> int:
        verdict = check(plan, call, day)
        if options.format == "json":
            speakers = _speakers(call, options.language, day)
            print(as_json.text(as_json.verdict_json(verdict, speakers)))
        else:
            print(verdict_text(verdict, speaker_of(call, options.language, day)))
        return 0 if verdict.eligible else NOT_ELIGIBLE

    return _with_plan(options, answer)


def between(options: argparse.Namespace) -> int:
    """Print the distance between two places and what the call pays for it."""
    call = newest()
    day = clock.now(call.timezone).date()
    speaker = speaker_of(call, options.language, day)
    problems = [
        problem.model_copy(update={"path": name})
        for name in (options.origin, options.target)
        if (problem := unknown_place(name))
    ]
    if problems:
        _complain(problems, [speaker], as_json_too=False)
        return WRONG_INPUT
    origin, target = located(options.origin), located(options.target)
    kilometres = distance.kilometres(origin, target)
    print(
        speaker.phrase(
            "plan-distance",
            origin=distance.called(origin, options.origin.split(",")[0]),
            origin_country=origin.country,
            target=distance.called(target, options.target.split(",")[0]),
            target_country=target.country,
            kilometres=int(kilometres),
        )
    )
    for key, line in {
        "meeting": sums.meeting(call, day, 1, kilometres),
        "travel": sums.travel(call, day, 1, kilometres),
    }.items():
        print(speaker.phrase(f"plan-distance-{key}", amount=line.amount))
    return 0


Answer = Callable[[Plan, Call, dt.date], int]


def _with_plan(options: argparse.Namespace, answer: Answer) -> int:
    try:
        _refuse_same_file(options)
        plan = read(_content(options.plan))
    except PlanError as error:
        call = newest()
        speakers = _speakers(call, options.language, call.last_change)
        _complain(error.problems, speakers, as_json_too=options.format == "json")
        return WRONG_INPUT
    call = load(plan.call) if plan.call else newest()
    return answer(plan, call, clock.now(call.timezone).date())


def _refuse_same_file(options: argparse.Namespace) -> None:
    output: Path | None = getattr(options, "output", None)
    if output and output.exists() and Path(options.plan).exists() and output.samefile(options.plan):
        raise PlanError([Problem(path=str(output), code="same_file")])


def _content(source: str) -> bytes:
    """Return a file's content (`-`: standard input), at most a byte more than is accepted."""
    if source == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    try:
        with open(source, "rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        values = {"given": source, "reason": error.strerror or ""}
        raise PlanError([Problem(path="", code="not_readable", values=values)]) from None


def _speakers(call: Call, language: Language, day: dt.date) -> list[Speaker]:
    """Return speakers of all languages, the wanted one first."""
    languages = sorted(get_args(Language), key=lambda each: each != language)
    return [speaker_of(call, each, day) for each in languages]


def _complain(problems: list[Problem], speakers: list[Speaker], as_json_too: bool) -> None:
    print("\n".join(problem_lines(speakers[0], problems)), file=sys.stderr)
    if as_json_too:
        print(as_json.text(as_json.errors_json(problems, speakers)))


def _put(content: bytes, output: Path | None, binary: bool) -> None:
    content = content if binary else content + b"\n"
    if output is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        output.write_bytes(content)
