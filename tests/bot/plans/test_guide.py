"""`partneris plan new`: the questions are answered at a terminal as a person does."""

from __future__ import annotations

import contextlib
from decimal import Decimal
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from bot.cli import main
from core.budget import estimate
from core.call import newest
from core.plan_file import read

ENTER, DOWN = "\r", "\x1b[B"
BACK = "\x7f"


def answer(keys: str, *arguments: str) -> int:
    with (
        contextlib.closing(create_pipe_input()) as pipe,
        create_app_session(input=pipe, output=DummyOutput()),
    ):
        pipe.send_text(keys)
        return main(["plan", "new", *arguments])


ANSWERS = "".join(
    [
        ENTER,  # school education
        ENTER,  # support for innovation
        ENTER,  # the first day that the call allows
        "240" + ENTER + BACK + ENTER,  # too many months, then 24
        " " + ENTER,  # the first priority
        "3" + ENTER,
        ENTER,  # the applicant is from Latvia
        "XX" + ENTER + BACK + BACK + "ee" + ENTER,  # no such country, then Estonia
        "FI" + ENTER,
        "y" + "2" + ENTER + "4" + ENTER + "900" + ENTER + "n",  # 4 meetings of 2 people
        "y" + "LV" + ENTER + DOWN + ENTER + "40" + ENTER + "n",  # a researcher, 40 days
        "n",  # no event
        "n",  # no activity
        "y" + "10000,50" + ENTER + "n",
        "n",
    ]
)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_plan_is_asked_for_and_saved(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.yml"
    assert answer(ANSWERS, "--language", language, "--output", str(path)) == 0
    assert f"partneris budget {path}" in capsys.readouterr().out
    plan = read(path.read_bytes())
    assert (plan.field, plan.type, plan.months) == ("school", "innovation", 24)
    assert [partner.country for partner in plan.partners] == ["LV", "EE", "FI"]
    assert len(plan.priorities) == 1
    amounts = {line.category: line.amount for line in estimate(plan, newest()).lines}
    assert amounts == {
        "management": 24_000,  # (500 + 2 × 250) × 24
        "meetings": 4_600,  # 8 × 575
        "intellectual_outputs": 2_960,  # 40 × 74
        "exceptional_costs": Decimal("7500.38"),  # 10 000.50 × 75 %, half up
    }
    assert main(["check", str(path)]) == 0


def test_a_file_that_is_there_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "plan.yml"
    path.write_text("mine", encoding="utf-8")
    assert answer("n", "--output", str(path)) == 2
    assert path.read_text(encoding="utf-8") == "mine"
