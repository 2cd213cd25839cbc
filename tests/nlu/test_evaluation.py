"""A fixed half of the development set through the trained model; bounds: thresholds.yml."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pytest
import yaml

from bot.evaluation import cases, scores
from bot.evaluation.scores import Outcome, Scores

if TYPE_CHECKING:
    from bot.partner import TurnResult


def ask(partner: Callable[..., list[TurnResult]], asked: Sequence[cases.Case]) -> list[Outcome]:
    return [
        scores.judge(number, case, turn, result)
        for number, case in enumerate(asked)
        for turn, result in zip(
            case.conversation.turns,
            partner(*(turn.user for turn in case.conversation.turns)),
            strict=True,
        )
    ]


@pytest.fixture(scope="module")
def outcomes(partner: Callable[..., list[TurnResult]]) -> list[Outcome]:
    return ask(partner, cases.load("dev")[::2])


@pytest.fixture(scope="module")
def reached(outcomes: list[Outcome]) -> Scores:
    return scores.score(outcomes)


@pytest.fixture(scope="module")
def thresholds() -> dict[str, float]:
    return dict(yaml.safe_load((cases.FOLDER / "thresholds.yml").read_text()))


@pytest.mark.parametrize("measure", ["right", "others_refused", "language", "conversations"])
def test_enough_is_right(reached: Scores, thresholds: dict[str, float], measure: str) -> None:
    assert getattr(reached, measure).share >= thresholds[measure]


@pytest.mark.parametrize("measure", ["wrong", "refused"])
def test_little_is_not(
    outcomes: list[Outcome], reached: Scores, thresholds: dict[str, float], measure: str
) -> None:
    listed = [(e.user, e.expected, e.answered) for e in outcomes if e.ours and not e.right]
    assert getattr(reached, measure).share <= thresholds[measure], listed


def test_latvian_and_english_are_understood_alike(
    reached: Scores, thresholds: dict[str, float]
) -> None:
    latvian, english = (reached.by_language[name].share for name in ("lv", "en"))
    assert abs(latvian - english) <= thresholds["language_gap"]


def test_several_questions_in_a_message_are_answered(
    reached: Scores, thresholds: dict[str, float]
) -> None:
    assert reached.by_noise["compound"].share >= thresholds["compound"]


def test_every_message_is_answered(outcomes: list[Outcome]) -> None:
    assert [each.user for each in outcomes if not each.reply] == []


def test_messages_after_an_answer_are_understood(
    partner: Callable[..., list[TurnResult]], thresholds: dict[str, float]
) -> None:
    reached = scores.score(ask(partner, cases.load("follow_ups")[::2]))
    assert reached.right.share >= thresholds["follow_ups"]
