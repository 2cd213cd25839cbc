"""Asks for every fact of the call in both languages, as `partneris call check` does.

What must be answered comes from the data: see `bot/evaluation/facts.py`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from bot.content import releases
from bot.content.check import Check
from bot.evaluation import facts
from bot.responses import LANGUAGES
from core.call import Language

if TYPE_CHECKING:
    from bot.engine import Local

LEAST_QUESTIONS = 200
QUESTIONS = {asked.name: asked for asked in facts.load()}


@pytest.fixture(scope="module")  # no longer: other tests want the project's own releases
def checked(
    assistant: tuple[Local, asyncio.AbstractEventLoop], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Check]:
    """Yield the whole check, every question asked, before any release."""
    local, loop = assistant
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(releases, "FOLDER", tmp_path_factory.mktemp("data") / "releases")
        check = Check.begin()
        loop.run_until_complete(check.ask(local))
        yield check


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_answer_holds_what_was_asked(checked: Check, name: str) -> None:
    asked = QUESTIONS[name]
    failures = {(each.language, each.question): each for each in checked.result.failures}
    assert not failures.get((asked.language, asked.question))


def test_a_state_that_passes_can_be_released(checked: Check) -> None:
    assert sum(checked.result.asked.values()) == len(QUESTIONS)
    path = checked.release()
    assert path
    assert path == releases.newest()
    assert releases.read(path).questions == checked.result.asked
    assert Check.begin().result.changes == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_table_has_200_questions(language: Language) -> None:
    questions = [each for each in QUESTIONS.values() if each.language == language]
    assert len(questions) >= LEAST_QUESTIONS
