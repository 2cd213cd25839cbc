"""Asks for every fact of the call in both languages; what must be answered comes from the data.

Questions, expectations and judgement are those of `partneris call check`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from bot import clock
from bot.evaluation import facts
from bot.responses import LANGUAGES
from core import call as calls
from core.call import Language

if TYPE_CHECKING:
    from bot.engine import TurnResult

LEAST_QUESTIONS = 200
CALL = calls.load()
QUESTIONS = {asked.name: asked for asked in facts.load()}


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_answer_holds_what_was_asked(
    partner: Callable[..., list[TurnResult]], name: str
) -> None:
    asked = QUESTIONS[name]
    (result,) = partner(asked.question)
    outcome = facts.judge(CALL, clock.now(CALL.timezone).date(), asked, result)
    assert not outcome.expected, outcome


def test_everything_is_asked_for_in_both_languages() -> None:
    facts.check(CALL, QUESTIONS.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_has_200_questions(language: Language) -> None:
    assert len([each for each in QUESTIONS.values() if each.language == language]) >= (
        LEAST_QUESTIONS
    )
