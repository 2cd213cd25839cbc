"""What must hold of the repository as a whole."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import get_args

import pytest

from bot.evaluation import cases, copies
from bot.training import ROOT, training_conversations, training_utterances

_LANGUAGES = ("lv", "en")


def test_the_lock_names_no_address_and_no_path() -> None:
    lock = (ROOT / "requirements.lock").read_text()
    assert "://" not in lock
    assert not re.search(r"(^|\s)/\w", lock)
    assert "--hash=sha256:" in lock


def test_training_and_evaluation_have_the_same_files_in_both_languages() -> None:
    for folder in ("nlu", "responses"):
        files = [
            {path.name for path in (ROOT / "data" / folder / each).iterdir()} for each in _LANGUAGES
        ]
        assert files[0] == files[1], folder


def utterances(language: str) -> dict[str, list[str]]:
    return {
        intent: lines for (name, intent), lines in training_utterances().items() if name == language
    }


_MOST_ASKED = {
    "ask_deadline", "ask_contacts", "ask_priorities", "ask_management", "ask_meetings",
    "ask_output_rates", "ask_multiplier_events", "ask_exceptional_costs", "ask_special_needs",
    "ask_travel", "ask_individual_support", "ask_budget_categories", "ask_consortium",
    "ask_duration", "ask_grant", "ask_money_available", "ask_how_to_apply",
}  # fmt: skip


@pytest.mark.parametrize("language", _LANGUAGES)
def test_there_are_enough_utterances_and_none_stands_under_two_intents(language: str) -> None:
    found = utterances(language)
    for intent, lines in found.items():
        assert len({line.casefold() for line in lines}) >= (40 if intent in _MOST_ASKED else 25)
    owner: dict[str, str] = {}
    for intent, lines in found.items():
        for line in lines:
            assert owner.setdefault(line.casefold(), intent) == intent, line


@pytest.mark.parametrize("name", get_args(cases.SetName))
def test_nothing_is_copied_between_training_and_evaluation(name: cases.SetName) -> None:
    """Short questions may be the same by chance ('kontakti PIA'), longer ones may not be alike."""
    trained = sorted(
        {line for each in _LANGUAGES for all_ in utterances(each).values() for line in all_}
        | {each.text for each in training_conversations()}
    )
    talks = [case.conversation for case in cases.load(name)]
    asked = [turn.user for talk in talks for turn in talk.turns]
    single = [talk.turns[0].user for talk in talks if len(talk.turns) == 1]
    assert copies.same(single, trained) == []
    assert copies.alike(asked, trained) == []


def _strings(path: Path) -> list[str]:
    """Return the texts in a Python file that are not documentation, errors or names."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped: set[int] = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        for statement in body if isinstance(body, list) else []:
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                skipped.add(id(statement.value))
        if isinstance(node, ast.Raise | ast.Assert):
            skipped |= {id(part) for part in ast.walk(node)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in skipped
    ]


@pytest.mark.parametrize(
    "path",
    sorted((ROOT / "actions").rglob("*.py")),
    ids=lambda path: str(path.relative_to(ROOT / "actions")),
)
def test_no_sentence_and_no_figure_stands_in_an_action(path: Path) -> None:
    for text in _strings(path):
        if re.fullmatch(r"[a-z0-9-]+", text):
            continue  # the key of a sentence
        assert len(re.findall(r"\w{2,}", text)) < 3, text
        assert not re.search(r"[āčēģīķļņšūž]", text), text
    numbers = [
        node.value
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, int)
    ]
    assert not [number for number in numbers if number in (75, 80, 100, 250, 500, 575, 760, 12_500)]
