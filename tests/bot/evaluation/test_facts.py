"""The tables of questions: what is wrong in them is named; and what an answer lacks."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot.evaluation import facts
from core import call as calls
from core.call import Language
from core.yaml_file import DataError

if TYPE_CHECKING:
    from bot.partner import TurnResult

DAY = dt.date(2020, 3, 20)


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with copies of both tables."""
    shutil.copytree(facts.FOLDER, tmp_path / "facts")
    monkeypatch.setattr(facts, "FOLDER", tmp_path / "facts")
    return tmp_path / "facts"


def without(pattern: str) -> Callable[[str], str]:
    return lambda text: re.sub(pattern, "", text, count=1, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("change", "languages", "message"),
    [
        (without(r"^- .*facts\.signature\b.*\n"), ("lv", "en"), "no question asks for"),
        (without(r"^- .*facts\.signature\b.*\n"), ("en",), "en.yml: no question asks for 'facts.s"),
        (without(r"^- .*\n"), ("lv",), r"en.yml:\d+: asks for something else"),
        (without(r"question: "), ("lv",), r"lv.yml:\d+: "),
        (lambda text: text + "- {asks: [facts.no], question: A?}\n", ("lv",), "no 'facts.no'"),
        (lambda text: text + "- {asks: [facts.pic], question: A?}\n", ("en",), "in one language"),
        (lambda text: text + 2 * "- {asks: [facts.pic], question: A?}\n", ("lv",), "stands twice"),
        (lambda text: text + "- {asks: [], question: A?}\n", ("lv",), r"asks: .* at least 1 item"),
        (lambda text: text + '- {asks: [facts.pic], question: ""}\n', ("lv",), "text is empty"),
        (lambda text: text.replace("rates.NO.", "rates.DK."), ("lv",), "rates.NO'; add one"),
    ],
)
def test_a_wrong_table_is_named(
    change: Callable[[str], str], languages: tuple[Language, ...], message: str, tables: Path
) -> None:
    for language in languages:
        path = tables / f"{language}.yml"
        changed = change(path.read_text(encoding="utf-8"))
        assert changed != path.read_text(encoding="utf-8")
        path.write_text(changed, encoding="utf-8")
    with pytest.raises(DataError, match=message):
        facts.check(calls.load(), facts.load())


def test_the_projects_tables_are_right() -> None:
    facts.check(calls.load(), facts.load())


@pytest.mark.parametrize(
    ("asks", "text", "lacking"),
    [
        (
            "facts.deadline",
            "Who is the contact for schools?",
            [
                "2020-04-23 13:00",
                "2020-03-24 13:00",
                "source: explanations by Erasmus+ national agencies",
            ],
        ),
        ("facts.grant_per_month", "When is the deadline?", ["12500 EUR/month"]),
        (
            "contacts.adult",
            "Who is the contact for schools?",
            ["Inese Rimšāne, inese.rimsane@viaa.gov.lv, 67814739"],
        ),
        ("near_misses.mobility", "When is the deadline?", ["a pointer to another programme"]),
        ("facts.deadline", "What is the weather like?", ["an answer, no refusal"]),
        ("facts.deadline", "Kāds ir pieteikumu termiņš?", ["an answer in English"]),
        ("facts.deadline", "When is the deadline?", []),
    ],
)
def test_what_an_answer_lacks_is_said(
    asks: str, text: str, lacking: list[str], partner: Callable[..., list[TurnResult]]
) -> None:
    asked = facts.Asked(language="en", number=0, asks=[asks], question=text)
    outcome = facts.judge(calls.load(), DAY, asked, partner(text)[0])
    assert set(lacking) <= set(outcome.expected), outcome.expected
    assert bool(lacking) == bool(outcome.expected)
