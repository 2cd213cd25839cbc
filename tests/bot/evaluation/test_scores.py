"""The measures, worked out by hand on a few outcomes; the report's files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot import quiet  # noqa: F401  (before Rasa)
from bot.evaluation import cases, report, scores
from bot.evaluation.cases import Case, Conversation, Turn
from bot.evaluation.scores import Outcome
from bot.partner import Reply, TurnResult
from core.yaml_file import DataError


def outcome(**values: Any) -> Outcome:
    right = {
        "case": 0, "language": "lv", "noise": "clean", "several_turns": False, "user": "kad?",
        "expected": ["ask_deadline"], "answered": ["ask_deadline"], "confidence": 0.9,
        "fallback": False, "topic_right": True, "words_right": True, "language_right": True,
        "milliseconds": 30, "reply": "23. aprīlis",
    }  # fmt: skip
    return Outcome.model_validate(right | values)


_ASKED_ALL: tuple[cases.SetName, ...] = ("dev", "test")
"""The sets that are asked through the whole assistant."""
OUTCOMES = [
    outcome(),
    outcome(user="<b>ko|`x`", topic_right=False, answered=["ask_grant"]),
    outcome(user="kas", topic_right=False, answered=["nlu_fallback"], fallback=True),
    outcome(user="weather", expected=["out_of_scope"], answered=["out_of_scope"], fallback=True),
    outcome(case=1, several_turns=True, language="en"),
    outcome(case=1, several_turns=True, language="en", words_right=False),
]


def judged(expected: dict[str, Any], result: dict[str, Any]) -> Outcome:
    turn = Turn.model_validate({"user": "x", **expected})
    case = Case(language="lv", conversation=Conversation(noise="clean", turns=[turn]))
    usual = {
        "user": "x", "language": "lv", "intent": None, "confidence": 1.0, "entities": [],
        "fallback": False, "answered": [], "sources": [], "milliseconds": 1,
        "replies": [Reply(text="Kopā 12 500 EUR", buttons=[])],
    }  # fmt: skip
    return scores.judge(0, case, turn, TurnResult.model_validate(usual | result))


def test_shares() -> None:
    found = scores.score(OUTCOMES)
    assert (found.right.share, found.right.of) == (2 / 5, 5)
    assert found.wrong.share == 2 / 5
    assert found.refused.share == 1 / 5
    assert (found.others_refused.share, found.others_refused.of) == (1, 1)
    assert found.refusal_precision.share == 1 / 2
    assert (found.conversations.share, found.conversations.of) == (0, 1)
    assert found.by_language["lv"].share == 1 / 3
    assert found.milliseconds_median == 30


def test_the_interval_is_wilsons() -> None:
    """8 of 10: 0.490 to 0.943 (Wilson 1927, as in Brown, Cai, DasGupta 2001)."""
    share = scores.share(range(10), lambda number: number < 8)
    assert (round(share.low, 3), round(share.high, 3)) == (0.490, 0.943)


def test_calibration_error_is_the_distance_of_confidence_from_the_share_right() -> None:
    right, wrong = outcome(confidence=0.9), outcome(confidence=0.9, topic_right=False)
    assert scores.calibration_error([right, wrong]) == pytest.approx(0.4)
    assert scores.calibration_error([outcome(confidence=1.0)]) == 0


@pytest.mark.parametrize(
    ("expected", "result", "right"),
    [
        ({"intents": ["ask_grant"]}, {"answered": ["ask_grant"]}, True),
        ({"intents": ["ask_grant"], "says": ["12500"]}, {"answered": ["ask_grant"]}, True),
        ({"intents": ["ask_grant"], "says": ["13000"]}, {"answered": ["ask_grant"]}, False),
        ({"intents": ["ask_grant"]}, {"answered": ["ask_grant"], "fallback": True}, False),
        ({"intents": ["ask_grant"], "lang": "en"}, {"answered": ["ask_grant"]}, False),
        ({"intents": ["ask_grant", "ask_travel"]}, {"answered": ["ask_grant"]}, False),
        (
            {"intents": ["ask_grant", "near_miss_youth"]},
            {"answered": ["near_miss_youth", "ask_grant"], "fallback": True},
            True,
        ),
        ({"intents": ["near_miss_youth"]}, {"answered": ["out_of_scope"], "fallback": True}, True),
        ({"intents": ["near_miss_youth"]}, {"answered": ["ask_grant"]}, False),
    ],
)
def test_what_is_right(expected: dict[str, Any], result: dict[str, Any], right: bool) -> None:
    assert judged(expected, result).right is right


def test_two_runs_are_compared_where_they_differ() -> None:
    """5 against 0: twice 1/32 (exact binomial)."""
    better, worse = [outcome()] * 6, [outcome()] + [outcome(topic_right=False)] * 5
    found = scores.compare(better, worse)
    assert (found.only_first_right, found.only_second_right) == (5, 0)
    assert found.p_value == pytest.approx(2 / 32)
    assert scores.compare(better, better).p_value == 1


def test_the_report_has_all_files_and_takes_no_markup_from_messages(tmp_path: Path) -> None:
    made = report.Report(
        set_name="dev", model="m", scores=scores.score(OUTCOMES), outcomes=OUTCOMES
    )
    page = report.write(made, tmp_path).read_text()
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {
        "report.json", "report.md", "report.html",
        "scores.png", "intents.png", "calibration.png", "confusion.png",
    }  # fmt: skip
    assert "<b>" not in page
    assert "&lt;b&gt;ko/'x'" in page
    assert report.Report.model_validate_json((tmp_path / "report.json").read_text()) == made


def test_mistakes_begin_with_the_surest() -> None:
    doubtful, sure = (outcome(topic_right=False, confidence=each) for each in (0.4, 0.9))
    assert report.mistakes([outcome(), doubtful, sure]) == [sure, doubtful]


def test_the_sets_are_large_enough() -> None:
    loaded = [case for name in _ASKED_ALL for case in cases.load(name)]
    turns = [turn for case in loaded for turn in case.conversation.turns]
    others = [turn for turn in turns if turn.intents[0].startswith(scores.NOT_OURS)]
    assert len(turns) >= 800
    assert len(others) >= 200
    assert len([case for case in loaded if len(case.conversation.turns) > 1]) >= 80


def test_a_broken_set_names_file_and_line(tmp_path: Path) -> None:
    folder = tmp_path / "dev"
    folder.mkdir()
    (folder / "lv.yml").write_text('- {intent: ask_grant, noise: loud, text: "x"}\n')
    (folder / "lv_conversations.yml").write_text("[]\n")
    with pytest.raises(DataError, match=r"lv\.yml:1: \[0\]\.noise"):
        cases.load("dev", tmp_path)
