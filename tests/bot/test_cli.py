"""The command: clear messages and exit statuses for wrong input and wrong data."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from bot import checks, responses, training
from bot.cli import main
from core import call as calls


def test_a_wrong_moment_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["call", "check", "--no-questions", "--now", "soon"]) == 2
    assert "'soon' is not a day or moment" in capsys.readouterr().err


def test_the_projects_own_data_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["call", "check", "--no-questions"]) == 0
    assert "right" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", r"standard input:1: Invalid JSON"),
        ("[]", r"standard input:1: Input should be an object"),
        ('{"id": "x"}', r"standard input:1: turns: Field required"),
        ('{"id": 5, "turns": ["a"]}', r"standard input:1: id: Input should be a valid string"),
        ('{"id": "x", "turns": []}', r"standard input:1: turns: List should have at least 1 item"),
        ('{"id": "x", "turns": [5]}', r"standard input:1: turns.0: Input should be a valid string"),
    ],
)
def test_wrong_lines_are_named(
    line: str,
    problem: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(line + "\n"))
    assert main(["ask", "--jsonl"]) == 2
    assert problem in capsys.readouterr().err


def test_a_missing_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--jsonl", "nowhere.jsonl"]) == 2
    assert "nowhere.jsonl: No such file" in capsys.readouterr().err


def test_a_server_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--url", "http://127.0.0.1:9", "Sveiki"]) == 1
    error = capsys.readouterr().err
    assert "http://127.0.0.1:9 does not answer" in error
    assert "Traceback" not in error


def test_a_broken_call_file_stops_with_file_and_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(calls.CALLS, tmp_path / "calls")
    monkeypatch.setattr(calls.load, "__defaults__", (None, tmp_path / "calls"))
    path = tmp_path / "calls" / "2020" / "timing.yml"
    path.write_text(path.read_text().replace("mark: deck", "mark: guessed", 1), encoding="utf-8")
    assert main(["call", "check", "--no-questions"]) == 2
    assert "timing.yml:" in capsys.readouterr().err


def test_a_broken_sentence_file_stops_with_file_and_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(responses.FOLDER, tmp_path / "responses")
    monkeypatch.setattr(responses, "FOLDER", tmp_path / "responses")
    path = tmp_path / "responses" / "en" / "running.ftl"
    path.write_text("broken = { $open\n", encoding="utf-8")
    responses.resources.cache_clear()
    assert main(["call", "check", "--no-questions"]) == 2
    assert "running.ftl" in capsys.readouterr().err
    responses.resources.cache_clear()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("version: '3.1'\nnlu:\n- intent: a\n  examples: |\n    - b\n", "metadata: is missing"),
        ("version: '3.1'\nnlu: [\n", "dates.yml:"),
        (
            "version: '3.1'\nnlu:\n- intent: a\n  metadata: {language: lv}\n  examples: |\n    b\n",
            "does not begin with '- '",
        ),
    ],
)
def test_a_broken_training_file_stops_with_its_place(
    text: str,
    problem: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shutil.copytree(training.ROOT / "data" / "nlu", tmp_path / "data" / "nlu")
    monkeypatch.setattr(checks, "ROOT", tmp_path)
    (tmp_path / "data" / "nlu" / "lv" / "dates.yml").write_text(text, encoding="utf-8")
    assert main(["call", "check", "--no-questions"]) == 2
    error = capsys.readouterr().err
    assert "dates.yml" in error
    assert problem in error


def test_training_files_are_checked_where_they_are_trained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(training.ROOT / "data" / "nlu", tmp_path / "data" / "nlu")
    monkeypatch.setattr(checks, "ROOT", tmp_path)
    conversations = tmp_path / "data" / "nlu" / "conversations" / "lv.yml"
    conversations.write_text('- turns:\n  - {user: "viens", intent: thank}\n', encoding="utf-8")
    checks.check_data()  # a model that was trained needs none of them
    assert main(["train", "--force"]) == 2
    error = capsys.readouterr().err
    assert "lv.yml:1: [0].turns" in error
    assert "Training" not in error


def test_another_rasa_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "version", lambda name: "1.10.2")
    with pytest.raises(checks.WrongRasaError, match=r"1\.10\.2 .*make setup"):
        checks.check_rasa()


def test_the_fingerprint_changes_with_the_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = training.fingerprint()
    shutil.copytree(training.ROOT / "data", tmp_path / "data")
    for name in ("config.yml", "domain.yml"):
        shutil.copy(training.ROOT / name, tmp_path / name)
    monkeypatch.setattr(training, "ROOT", tmp_path)
    first = training.fingerprint()
    with (tmp_path / "data" / "nlu" / "lv" / "dates.yml").open("a") as file:
        file.write("    - vēl viens jautājums\n")
    assert len({before, first, training.fingerprint()}) == 3
