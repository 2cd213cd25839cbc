"""What messages tell of a plan: entities and words are found as in the running system."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from actions.draft import Draft
from actions.message import Message
from actions.plan_reading import told
from bot import quiet  # noqa: F401  (before Rasa)
from bot.nlu import clauses
from bot.nlu.entities import entities
from bot.nlu.spacy_tokenizer import parse
from core.call import Language, newest


def tell(draft: Draft, text: str, language: Language = "lv") -> Draft:
    doc = parse(text)
    words = clauses.plan_words(doc)
    marks = clauses.verdict_words(doc)
    return told(draft, Message(text, language, entities(doc), words, marks), newest())


CASES = YAML(typ="safe", pure=True).load(
    (Path(__file__).parent / "told.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=[case["text"] for case in CASES])
def test_what_is_told(case: dict[str, Any]) -> None:
    draft = tell(Draft.model_validate(case["before"]), case["text"], case["language"])
    assert {name: getattr(draft, name) for name in case["after"]} == case["after"]
