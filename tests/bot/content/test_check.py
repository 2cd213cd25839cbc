"""`partneris call check` and `call release`, on copies of the project's data that are edited."""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot import clock, responses, training
from bot.cli import main
from bot.content import releases
from bot.content.check import Check, NotReleasedError
from bot.content.listing import listing
from bot.content.releases import Release
from core import call as calls
from tests.conftest import NOW
from tests.server import Server

if TYPE_CHECKING:
    from bot.engine import Local

TODAY = "2020-03-20"
QUICK = ["call", "check", "--no-questions", "--now", TODAY]


class Data:
    """A copy of the call's data, the sentences and the releases."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a file of the copy as a person does in an editor."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        forget()

    def files(self) -> list[str]:
        return sorted(path.name for path in (self.folder / "releases").iterdir())


def forget() -> None:
    """Forget the sentences that were read, as a new start of the command does."""
    responses.topics.cache_clear()
    responses.resources.cache_clear()


@pytest.fixture(scope="module")
def present() -> Release:
    """Return the present state as a release."""
    return Release(
        model=training.fingerprint(),
        answers_of=dt.date(2020, 3, 19),
        questions={"lv": 1, "en": 1},
        listing=listing(calls.load()),
    )


@pytest.fixture
def data(present: Release, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Data]:
    """Yield a copy of the data whose present state is released."""
    monkeypatch.setenv(clock.VARIABLE, NOW)  # `--now` would be kept by the process
    # assistant and tests are one process here: it keeps the call that it answers from
    calls.newest()
    shutil.copytree(calls.CALLS, tmp_path / "calls")
    shutil.copytree(responses.FOLDER, tmp_path / "responses")
    monkeypatch.setattr(calls.load, "__defaults__", (None, tmp_path / "calls"))
    monkeypatch.setattr(calls, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(responses, "FOLDER", tmp_path / "responses")
    monkeypatch.setattr(releases, "FOLDER", tmp_path / "releases")
    forget()
    releases.write(present, dt.date(2020, 3, 19))
    yield Data(tmp_path)
    forget()


def rows(output: str) -> dict[str, list[str]]:
    """Return the rows of the table that was printed: path → old and new."""
    cells = [line.split("  ") for line in output.splitlines() if line.startswith("  ")]
    kept = [[cell.strip() for cell in row if cell.strip()] for row in cells]
    return {path: values for path, *values in kept}


# What changed


def test_nothing_changed(data: Data, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(QUICK) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Nothing changed since the release 2020-03-19-1.json.",
        "Data and sentences are right. No question was asked.",
    ]


def test_before_the_first_release_there_is_nothing_to_compare_with(
    data: Data, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(data.folder / "releases")
    assert main(QUICK) == 0
    assert "no release yet" in capsys.readouterr().out


def test_a_date_that_is_overwritten(data: Data, capsys: pytest.CaptureFixture[str]) -> None:
    data.edit("calls/2020/timing.yml", "value: 2020-12-31", "value: 2020-11-30")
    assert main(QUICK) == 0
    output = capsys.readouterr().out
    assert rows(output)["facts.start_last.values[0].value"] == ["2020-12-31", "2020-11-30"]
    cautions = [line for line in output.splitlines() if line.startswith("Caution: ")]
    assert len(cautions) == 3
    assert "values[0]: the value changed, its references did not" in cautions[0]
    assert "add one with `from`" in cautions[1]
    assert cautions[2] == (
        "Caution: facts.start_last.values: the former value 2020-12-31 still stands in"
        " facts.latest_end_months.values[0].value"
    )


def test_a_new_value_from_a_day(data: Data, capsys: pytest.CaptureFixture[str]) -> None:
    data.edit(
        "calls/2020/timing.yml",
        "  deadline_change:\n",
        '      - value: {date: 2020-05-07, time: "12:00", timezone: Europe/Brussels}\n'
        "        from: 2020-04-20\n"
        "        mark: seen\n"
        "        references: [{document: viaa_news}]\n\n"
        "  deadline_change:\n",
    )
    assert main(QUICK) == 0
    output = capsys.readouterr().out
    entry = "facts.deadline.values[2]"
    assert rows(output) == {
        "what": ["old", "new"],
        f"{entry}.from": ["–", "2020-04-20"],
        f"{entry}.mark": ["–", "seen"],
        f"{entry}.references": ["–", "viaa_news"],
        f"{entry}.value": [
            "(before: 2020-04-23 12:00 Europe/Brussels)",
            "2020-05-07 12:00 Europe/Brussels",
        ],
    }
    assert f"Caution: {entry}: holds from 2020-04-20, not yet on {TODAY}" in output
    assert main([*QUICK[:-1], "2020-04-20"]) == 0
    assert "Caution" not in capsys.readouterr().out


def test_a_contact(data: Data, capsys: pytest.CaptureFixture[str]) -> None:
    data.edit("calls/2020/contacts.yml", '"67814739"', '"67800000"')
    assert main(QUICK) == 0
    output = capsys.readouterr().out
    assert rows(output)["contacts[adult].phone"] == ["67814739", "67800000"]
    assert "Caution: contacts[adult]: the value changed, its references did not" in output


def test_a_new_contact_without_a_first_day(data: Data, capsys: pytest.CaptureFixture[str]) -> None:
    path = data.folder / "calls" / "2020" / "contacts.yml"
    path.write_text(
        path.read_text(encoding="utf-8")
        + '\n  - person: {lv: "Anna Ozola", en: "Anna Ozola"}\n    email: "anna@viaa.gov.lv"\n'
        '    phone: "67800000"\n    fields: [adult]\n    mark: seen\n'
        "    references: [{document: viaa_news}]\n",
        encoding="utf-8",
    )
    assert main(QUICK) == 0
    output = capsys.readouterr().out
    assert rows(output)["contacts[adult #2].person.lv"] == ["–", "Anna Ozola"]
    assert "Caution: contacts[adult #2]: is new without `from`" in output


def test_a_sentence_and_a_fact_in_one_language_only(
    data: Data, capsys: pytest.CaptureFixture[str]
) -> None:
    data.edit("responses/lv/dates.ftl", "Termiņš ir šodien.", "Šodien ir pēdējā diena.")
    data.edit("calls/2020/timing.yml", 'en: "consultation day"', 'en: "day of consultations"')
    assert main(QUICK) == 0
    output = capsys.readouterr().out
    assert rows(output)["sentences.lv.dates.deadline-today"] == [
        "Termiņš ir šodien.",
        "Šodien ir pēdējā diena.",
    ]
    cautions = [line for line in output.splitlines() if line.startswith("Caution: ")]
    assert cautions == [
        "Caution: facts.consultation_day.label: changed in English only; does Latvian need the"
        " same?",
        "Caution: dates.deadline-today: changed in Latvian only; does English need the same?",
    ]


def test_a_sentence_in_both_languages_needs_no_caution(
    data: Data, capsys: pytest.CaptureFixture[str]
) -> None:
    data.edit("responses/lv/dates.ftl", "Termiņš ir šodien.", "Šodien ir pēdējā diena.")
    data.edit("responses/en/dates.ftl", "The deadline is today.", "Today is the last day.")
    assert main(QUICK) == 0
    output = capsys.readouterr().out
    assert len(rows(output)) == 3
    assert "Caution" not in output


# Wrong data


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("calls/2020/timing.yml", "mark: deck", "mark: guessed", r"calls/2020/timing.yml:8: "),
        ("calls/2020/timing.yml", "2020-12-31", "2020-09-31", "day is out of range"),
        ("responses/en/dates.ftl", "deadline =", "deadline", r"responses/en/dates.ftl:1: "),
        ("responses/topics.yml", "{next: [how_to_apply", "{nxet: [how_to_apply", "topics.yml:8: "),
    ],
)
def test_a_broken_file_is_named_and_nothing_is_released(
    name: str,
    old: str,
    new: str,
    message: str,
    data: Data,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    data.edit(name, old, new)
    assert main([*QUICK, "--json", str(tmp_path / "result.json")]) == 2
    error = capsys.readouterr().err.strip()
    assert message in error
    assert "\n" not in error
    assert json.loads((tmp_path / "result.json").read_text())["wrong"] in error
    assert main(["call", "release"]) == 2
    assert data.files() == ["2020-03-19-1.json"]


def test_a_fact_that_is_removed_is_missed_by_its_sentence_and_then_by_its_questions(
    data: Data, capsys: pytest.CaptureFixture[str]
) -> None:
    path = data.folder / "calls" / "2020" / "timing.yml"
    text = path.read_text(encoding="utf-8")
    last = text.index("  consultation_day:")  # the last one of its file
    path.write_text(text[:last], encoding="utf-8")
    assert main(QUICK) == 2
    assert "dates.ftl:58: consultation-day: the call has no fact" in capsys.readouterr().err
    for language in responses.LANGUAGES:
        data.edit(f"responses/{language}/dates.ftl", '{ FACT("consultation_day") }', "–")
    assert main(QUICK) == 2
    assert "facts/lv.yml:22: the call has no 'facts.consultation_day'" in capsys.readouterr().err


def test_a_release_that_cannot_be_read(data: Data, capsys: pytest.CaptureFixture[str]) -> None:
    (data.folder / "releases" / "2020-03-19-2.json").write_text("{")
    assert main(QUICK) == 2
    assert "2020-03-19-2.json: is not a release" in capsys.readouterr().err


# Questions


@pytest.mark.parametrize(
    ("name", "nearest"), [("deadlin", "deadline"), ("contacts.adlt", "contacts.adult")]
)
def test_an_unknown_fact_is_refused_with_the_nearest(
    name: str, nearest: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["call", "check", "--fact", name]) == 2
    assert f"nearest: {nearest}" in capsys.readouterr().err


def test_facts_that_are_answered_well(
    data: Data,
    assistant: tuple[Local, asyncio.AbstractEventLoop],
    capsys: pytest.CaptureFixture[str],
) -> None:
    local, loop = assistant
    check = Check.begin("contacts")
    assert loop.run_until_complete(check.ask(local)) == 0
    check.show_answers()
    output, progress = capsys.readouterr()
    asked = sum(check.result.asked.values())
    assert asked >= 8
    assert f"{asked} of {asked} questions answered well as of 2020-03-20." in output
    assert "Asking" in progress
    with pytest.raises(NotReleasedError, match="not every question was asked"):
        check.release()
    assert data.files() == ["2020-03-19-1.json"]


def test_a_running_server_is_asked(
    server: Server, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(clock.VARIABLE, NOW)
    arguments = ["call", "check", "--fact", "latest_end", "--url", server.url]
    assert main(arguments) == 0
    assert "4 of 4 questions answered well" in capsys.readouterr().out


@pytest.mark.usefixtures("assistant")
def test_a_sentence_that_lost_its_date_fails_the_question(
    data: Data, capsys: pytest.CaptureFixture[str]
) -> None:
    data.edit(
        "responses/lv/dates.ftl",
        'vēlākais { FACT("latest_end", case: "locative") }',
        "vēlākais augustā",
    )
    result = data.folder / "result.json"
    assert main(["call", "check", "--fact", "latest_end", "--json", str(result)]) == 1
    output = capsys.readouterr().out
    question = "Līdz kuram datumam projekts visvēlākais ir jāpabeidz?"
    start = output.index(f"facts.latest_end (lv): {question}")
    assert "    2023-08-31\n" in output[start:]
    assert "Projektam jābeidzas vēlākais augustā" in output[start:]
    found = json.loads(result.read_text(encoding="utf-8"))
    assert found["wrong"] is None
    assert {each["language"] for each in found["failures"]} == {"lv"}
    first = found["failures"][0]
    assert (first["question"], first["heard_as"]) == (question, "ask_latest_end")
    assert first["expected"][0] == "2023-08-31"
    assert found["changes"][0]["path"] == "sentences.lv.dates.latest-end"


def test_a_state_with_a_failure_is_not_released(
    data: Data, assistant: tuple[Local, asyncio.AbstractEventLoop]
) -> None:
    data.edit("responses/en/dates.ftl", 'end by { FACT("latest_end") }', "end in August")
    local, loop = assistant
    check = Check.begin("latest_end")
    assert loop.run_until_complete(check.ask(local)) == 2
    with pytest.raises(NotReleasedError, match="questions not answered well: 2"):
        check.release()
    assert data.files() == ["2020-03-19-1.json"]


# Releases


@pytest.mark.usefixtures("data")
def test_releases_of_a_day_are_counted_and_the_newest_is_the_last(present: Release) -> None:
    for _ in range(10):
        newest = releases.write(present, dt.date(2020, 3, 19))
    assert newest.name == "2020-03-19-11.json"
    assert releases.newest() == newest
    assert releases.write(present, dt.date(2020, 3, 20)).name == "2020-03-20-1.json"


def test_the_project_has_a_release() -> None:
    path = releases.newest()
    assert path
    release = releases.read(path)
    assert min(release.questions.values()) > 200
    assert release.listing["facts.deadline.unit"] == "moment"
