"""`partneris slots list`: the day's list for officers, in a terminal, a spreadsheet, a calendar."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
from icalendar import Calendar

from bot import clock
from bot.cli import main
from bot.helpdesk import officers, slots
from bot.helpdesk.slots import Request
from core.call import Call
from tests import consultation


@pytest.fixture(scope="module")
def call(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Call]:
    folder = consultation.make(tmp_path_factory.mktemp("calls"), {"day": "2020-03-10"}, {})
    with consultation.used(folder) as call:
        yield call


@pytest.fixture(autouse=True)
def booked(both: None, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two bookings of Inese's and one of Evita's on 31 March, one of them described."""
    monkeypatch.setenv(clock.VARIABLE, "2020-03-20T10:00")
    for name, fields in (("Inese Rimšāne", ["adult"]), ("Evita Zondaka", ["school"])):
        email = f"{name.split()[0].lower()}@viaa.gov.lv"
        officers.add(email, name, "a good long password", "officer", fields, "lv")  # type: ignore[arg-type]
    day = slots.upcoming(call, clock.now(call.timezone))[0]
    for conversation, field, index in (("a", "adult", 3), ("b", "adult", 0), ("c", "school", 1)):
        slot = slots.free(call, day, field, clock.now(call.timezone))[index]  # type: ignore[arg-type]
        wanted: dict[str, Any] = {"conversation": conversation, "channel": "rest", "field": field}
        booking = slots.book(slot, Request(**wanted, language="lv"))
        if conversation == "b":
            slots.describe("b", booking.id, "=cmd|' /C calc'!A0\nbudžets", "Jānis", "+371 29123456")
        if conversation == "a":
            slots.cancel("a", booking.id)
            slots.book(slot, Request(**wanted, language="lv"))


def output(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["slots", "list", *arguments]) == 0
    return capsys.readouterr().out


def test_table_of_the_next_day(capsys: pytest.CaptureFixture[str]) -> None:
    lines = output(capsys).splitlines()
    assert lines[0].split() == ["Laiks", "Konsultants", "Sektors", "Vārds", "Saziņa", "Temats"]
    times = [line.split()[0] for line in lines[1:]]
    assert times == ["10.00–10.20", "10.20–10.40", "11.00–11.20"]
    assert "Jānis" in lines[1]
    assert "+371 29123456" in lines[1]


def test_list_of_one_officer_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("--officer", "Inese@viaa.gov.lv", "--language", "en")
    lines = output(capsys, *arguments).splitlines()
    assert [line.split()[0] for line in lines] == ["Time", "10:00–10:20", "11:00–11:20"]
    assert "adult education" in lines[1]


def test_spreadsheet_takes_nothing_for_a_formula(capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(csv.reader(io.StringIO(output(capsys, "--format", "csv"))))
    assert rows[1][3:] == ["Jānis", "+371 29123456", "'=cmd|' /C calc'!A0 budžets"]
    assert len(rows) == 4


def test_calendar_of_an_officer(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    arguments = ["--officer", "inese@viaa.gov.lv", "--format", "ics"]
    assert main(["slots", "list", *arguments]) == 0
    read = Calendar.from_ical(capfdbinary.readouterr().out)
    events = read.walk("VEVENT")
    assert [str(each["status"]) for each in events].count("CANCELLED") == 1
    assert {str(each["organizer"]) for each in events} == {"mailto:inese@viaa.gov.lv"}
    assert len(events) == 3


def test_day_without_bookings(capsys: pytest.CaptureFixture[str]) -> None:
    said = output(capsys, "--day", "2020-03-10")
    assert said == "2020. gada 10. martā neviena pieraksta nav.\n"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--day", "31.03.2020"], "'31.03.2020' is not a day"),
        (["--officer", "nobody@viaa.gov.lv"], "no officer nobody@viaa.gov.lv"),
    ],
)
def test_wrong_input_is_told(
    arguments: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["slots", "list", *arguments]) == 2
    assert complaint in capsys.readouterr().err
