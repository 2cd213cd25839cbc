"""The development set through the trained model, end to end, against data/eval/thresholds.yml."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import pytest
import yaml

from bot.training import ROOT

if TYPE_CHECKING:
    from bot.engine import TurnResult

EVALUATION = ROOT / "data" / "eval"


class Asked(NamedTuple):
    language: str
    intent: str
    result: TurnResult

    @property
    def ours(self) -> bool:
        return not self.intent.startswith(("near_miss", "out_of_scope", "insult"))

    @property
    def right(self) -> bool:
        return self.result.intent == self.intent


@pytest.fixture(scope="module")
def asked(partner: Callable[..., list[TurnResult]]) -> list[Asked]:
    return [
        Asked(language, entry["intent"], partner(entry["text"])[0])
        for language in ("lv", "en")
        for entry in yaml.safe_load((EVALUATION / "dev" / f"{language}.yml").read_text())
    ]


@pytest.fixture(scope="module")
def thresholds() -> dict[str, float]:
    return dict(yaml.safe_load((EVALUATION / "thresholds.yml").read_text()))


def share(of: list[Asked], what: Callable[[Asked], bool]) -> float:
    return sum(map(what, of)) / len(of)


def test_questions_about_the_call(asked: list[Asked], thresholds: dict[str, float]) -> None:
    ours = [each for each in asked if each.ours]
    wrong = [each for each in ours if not each.right and not each.result.fallback]
    listed = [(each.result.user, each.intent, each.result.intent) for each in wrong]
    assert share(ours, lambda each: each.right) >= thresholds["answered_right"]
    assert len(wrong) / len(ours) <= thresholds["answered_wrong"], listed
    refused = share(ours, lambda each: not each.right and each.result.fallback)
    assert refused <= thresholds["refused"]


def test_what_is_not_about_the_call(asked: list[Asked], thresholds: dict[str, float]) -> None:
    others = [each for each in asked if not each.ours]
    answered = [each.result.user for each in others if not each.result.fallback]
    assert 1 - len(answered) / len(others) >= thresholds["out_of_scope_refused"], answered


def test_answers_are_in_the_language_of_the_question(
    asked: list[Asked], thresholds: dict[str, float]
) -> None:
    spoken = [each for each in asked if each.intent not in ("out_of_scope", "change_language")]
    right = share(spoken, lambda each: each.result.language == each.language)
    assert right >= thresholds["language"]


def test_latvian_and_english_are_understood_alike(
    asked: list[Asked], thresholds: dict[str, float]
) -> None:
    by_language = [
        share([e for e in asked if e.ours and e.language == name], lambda e: e.right)
        for name in ("lv", "en")
    ]
    assert abs(by_language[0] - by_language[1]) <= thresholds["language_gap"], by_language


def test_every_message_is_answered(asked: list[Asked]) -> None:
    assert [each.result.user for each in asked if not each.result.replies] == []
