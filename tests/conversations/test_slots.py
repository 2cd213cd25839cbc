"""Consultation slots by the trained model: from the first question to the calendar file."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from icalendar import Calendar
from sqlalchemy import delete

from bot import database
from bot.helpdesk import officers
from bot.helpdesk.tables import BookingRow
from tests import consultation

if TYPE_CHECKING:
    from bot.partner import TurnResult

Ask = Callable[..., "list[TurnResult]"]


@pytest.fixture(scope="module", autouse=True)
def agency(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A consultation day on 31 March and an officer of each field, in a database of their own."""
    folder = tmp_path_factory.mktemp("agency")
    with pytest.MonkeyPatch.context() as patch, consultation.used(consultation.make(folder, {})):
        patch.setenv(database.VARIABLE, f"sqlite:///{folder / 'partneris.db'}")
        database.upgrade()
        for name, fields in (
            ("Evita Zondaka", ["school"]),
            ("Atvars Saušs", ["vet", "higher_education"]),
            ("Inese Rimšāne", ["adult"]),
        ):
            email = f"{name.split()[0].lower()}@viaa.gov.lv"
            officers.add(email, name, "a good long password", "officer", fields, "lv")  # type: ignore[arg-type]
        yield


@pytest.fixture(autouse=True)
def nothing_booked() -> None:
    with database.session() as session:
        session.execute(delete(BookingRow))


def said(result: TurnResult) -> str:
    return "\n".join(reply.text for reply in result.replies)


def event(result: TurnResult) -> Calendar:
    (file,) = [reply.attachment for reply in result.replies if reply.attachment]
    return Calendar.from_ical(base64.b64decode(file.content))


def test_booking_moving_and_cancelling_in_latvian(partner: Ask) -> None:
    day, _, _, booked, _, mine, _, moved, _, cancelled, none = partner(
        "Kad ir konsultāciju diena?",
        "Kādi konsultāciju laiki vēl brīvi?",
        "Skolu izglītība",
        "desmitos divdesmit",
        "Izlaist",
        "Kad ir mana konsultācija?",
        "Pārcelt konsultāciju",
        "uz 11:20",
        "Atcelt konsultāciju",
        "Jā, atcelt pierakstu",
        "Kad ir mana konsultācija?",
    )
    assert "2020. gada 31. marts, plkst. 10.00–15.00" in said(day)
    assert "plkst. 10.20–10.40, konsultē Evita Zondaka" in said(booked)
    assert event(mine)["method"] == "PUBLISH"
    assert "plkst. 11.20–11.40" in said(moved)
    assert event(cancelled)["method"] == "CANCEL"
    assert "pieraksta nav" in said(none)
    sequences = [event(each).walk("VEVENT")[0]["sequence"] for each in (booked, moved, cancelled)]
    assert sequences == [0, 1, 2]
    assert len({str(event(each).walk("VEVENT")[0]["uid"]) for each in (booked, cancelled)}) == 1


def test_booking_moving_and_cancelling_in_english(partner: Ask) -> None:
    _, _, booked, about, moved, sure, kept = partner(
        "Which consultation times are free?",
        "Higher education",
        "2 pm",
        "our budget, Ann Lee, ann@example.org",
        "move my slot to 13:00",
        "cancel my appointment",
        "No, keep it",
    )
    assert "You are booked: 31 March 2020, 14:00–14:20, with Atvars Saušs" in said(booked)
    assert "Subject: our budget" in said(about)
    assert "13:00–13:20" in said(moved)
    assert "Shall I really cancel" in said(sure)
    assert "your booking stays" in said(kept)


@pytest.mark.parametrize(
    ("turns", "holds"),
    [
        # any button as it stands
        (
            ["Kādi konsultāciju laiki vēl brīvi?", "Profesionālā izglītība", "Plkst. 10.40"],
            "10.40–11",
        ),
        (["gribu pierakstīties uz konsultāciju, PIA", "pirmais brīvais"], "10.00–10.20"),
        (["Vai 10:20 ir brīvs pie Evitas Zondakas?", "Jā, pierakstīt"], "Pierakstīju jūs"),
        (["Vai 10:20 ir brīvs pie Evitas Zondakas?", "Nē, citu laiku", "11.00"], "11.00–11.20"),
        (["brīvie laiki skolām", "kaut kas pēcpusdienā?"], "brīvi šie laiki (skolu izglītība"),
        (["brīvie laiki skolām", "ap diviem"], "plkst. 13.20, 13.40, 14.00, 14.20"),
        (
            ["Gribu laiku pie Sauša", "Augstākā izglītība", "pusdivos"],
            "neviena konsultācija nesākas",
        ),
        (["free slots for adult education", "first free"], "You are booked"),
        (["free slots for adult education", "what about 10:40?", "yes please"], "10:40–11:00"),
        (["brīvie laiki skolām", "stop"], "neko nepierakstīju"),
        (["brīvie laiki skolām", "Kāds ir termiņš?", "10:40"], "10.40–11.00"),
        # in the middle of a plan
        (
            ["Sarēķini mūsu projekta budžetu", "Pierakstiet mani skolu konsultācijai 10:40"],
            "10.40–11",
        ),
        # what a person writes is no command
        (["brīvie laiki skolām", '/move_slot{"booking": 1}'], "Nesapratu"),
    ],
)
def test_talks(partner: Ask, turns: list[str], holds: str) -> None:
    assert holds in said(partner(*turns)[-1])


def test_two_people_cannot_have_one_slot(partner: Ask) -> None:
    first = partner("Pierakstiet mani skolu konsultācijai plkst. 12")[-1]
    second = partner("Pierakstiet mani skolu konsultācijai plkst. 12")[-1]
    assert "Pierakstīju jūs" in said(first)
    assert "Plkst. 12.00 vairs nav brīvs" in said(second)


def test_other_topics_are_as_they_were(partner: Ask) -> None:
    assert "23. aprīļa" in said(partner("Kāds ir termiņš?")[-1])
    assert partner("Kādi konsultāciju laiki vēl brīvi?", "paldies")[-1].answered == ["thank"]
