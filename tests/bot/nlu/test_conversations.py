"""What people write after an answer is learned behind the topic before it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.nlu import conversations
from bot.nlu.context import before
from bot.nlu.conversations import Heard
from bot.nlu.importer import Importer
from core.yaml_file import DataError

_TALK = """\
- turns:
  - {user: "how many partners?", intent: ask_consortium}
  - {user: "thanks", intent: thank}
  - {user: "and at most?", intent: ask_largest_consortium}
"""


def _file(folder: Path, content: str, language: str = "en") -> Path:
    path = folder / "conversations" / f"{language}.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def test_a_message_is_learned_behind_the_last_topic(tmp_path: Path) -> None:
    topic = before("consortium", "en")
    assert topic is not None
    assert conversations.read(_file(tmp_path, _TALK)) == [
        Heard(text="how many partners?", intent="ask_consortium"),
        Heard(text="thanks", intent="thank", before=topic),
        # thanks are no topic
        Heard(text="and at most?", intent="ask_largest_consortium", before=topic),
    ]


def test_the_question_is_in_the_language_of_the_file(tmp_path: Path) -> None:
    *_, last = conversations.read(_file(tmp_path, _TALK, "lv"))
    assert last.before == before("consortium", "lv") != before("consortium", "en")


def test_sense_has_the_question_and_terms_the_topic(tmp_path: Path) -> None:
    *_, last = conversations.read(_file(tmp_path, _TALK))
    assert last.before is not None
    assert last.in_sense == f"{last.before.question} and at most?"
    assert last.in_terms == "xtopicconsortium and at most?"


def test_the_importer_has_the_messages_without_a_language(tmp_path: Path) -> None:
    _file(tmp_path, _TALK)
    data = Importer(None, None, [str(tmp_path)]).get_nlu_data()
    assert [each.get("intent") for each in data.training_examples] == [
        "ask_consortium", "thank", "ask_largest_consortium",
    ]  # fmt: skip
    behind = [conversations.is_behind_a_question(each) for each in data.training_examples]
    assert behind == [False, True, True]
    assert not any("language" in each.get("metadata")["intent"] for each in data.training_examples)


def test_a_wrong_file_is_named(tmp_path: Path) -> None:
    path = _file(tmp_path, '- turns:\n  - {user: "one", intent: thank}\n')
    with pytest.raises(DataError, match=r"en\.yml:1: \[0\]\.turns"):
        conversations.read(path)
