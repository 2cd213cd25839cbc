"""Consultation slots on the running system: over REST, by many at once, website, console."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.request import urlopen

import pytest
import requests
from icalendar import Calendar

from bot import database
from bot.helpdesk import slots
from tests import consultation
from tests import server as servers
from tests.bot.helpdesk.console import Console, officer
from tests.server import Server
from tests.window import Window

NOW = "2020-03-20T10:00"


@pytest.fixture(scope="module")
def agency(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of its own, whose call has a consultation day and whose agency has an officer."""
    folder = tmp_path_factory.mktemp("agency")
    days = consultation.make(folder, {})
    with (
        servers.running(
            folder,
            NOW,
            PARTNERIS_CALLS=str(days),
            PARTNERIS_CONVERSATIONS=str(folder / "conversations.db"),
        ) as started,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.setenv(database.VARIABLE, started.database)
        officer("evita@viaa.example", "Evita Zondaka", "school")
        yield started


def test_of_many_who_ask_for_a_slot_at_once_one_gets_it(agency: Server) -> None:
    def book(number: int) -> str:
        said = agency.ask(f"rest-{number}", "Pierakstiet mani skolu konsultācijai plkst. 12")
        return str(said[-1]["text"])

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(book, range(8)))
    booked = [answer for answer in answers if "Pierakstīju jūs" in answer]
    assert len(booked) == 1
    others = [answer for answer in answers if answer not in booked]
    told = [each for each in others if "vairs nav brīvs" in each or "nupat rezervēja" in each]
    assert told == others


def test_booking_over_rest_brings_its_file_and_is_the_senders_own(agency: Server) -> None:
    agency.ask("rest-a", "Kādi laiki vēl brīvi skolām?")
    (said,) = agency.ask("rest-a", "desmitos divdesmit")
    read = Calendar.from_ical(base64.b64decode(said["attachment"]["content"]))
    assert f"{read.walk('VEVENT')[0]['dtstart'].dt:%d.%m.%Y %H:%M}" == "31.03.2020 10:20"
    (mine,) = agency.ask("rest-a", "Kad ir mana konsultācija?")
    assert "10.20–10.40" in mine["text"]
    (other,) = agency.ask("rest-b", "Kad ir mana konsultācija?")
    assert "pieraksta nav" in other["text"]
    (booking,) = slots.of_conversation("rest-a")
    assert (booking.channel, booking.officer) == ("rest", "Evita Zondaka")


def test_website_hands_over_the_calendar_file(agency: Server) -> None:
    window = Window(agency.url)
    window.say("m1", "Kādi laiki vēl brīvi skolām?")
    entry = window.say("m2", "Plkst. 14.00")
    assert "14.00–14.20" in entry["text"]
    assert (entry["file"]["name"], entry["file"]["media_type"]) == (
        "partneris.ics",
        "text/calendar",
    )
    with urlopen(f"{agency.url}/{entry['file']['url'].lstrip('/')}", timeout=30) as answer:
        assert answer.headers["Content-Type"].startswith("text/calendar")
        read = Calendar.from_ical(answer.read())
    assert read["method"] == "PUBLISH"
    window.close()


def test_console_lists_who_comes_and_is_closed_to_others(agency: Server) -> None:
    url = f"{agency.url}/console/slots"
    for path in (url, f"{url}/day.ics"):
        assert requests.get(path, allow_redirects=False, timeout=30).status_code == 303
    agency.ask("rest-c", "Pierakstiet mani skolu konsultācijai plkst. 11")
    agency.ask("rest-c", "<script>alert(1)</script> budžets, Anna Bērziņa, anna@skola.lv")

    evita = Console(agency, officer("evita@viaa.example", "Evita Zondaka", "school"))
    page = evita.get("/slots").text
    assert "11.00–11.20" in page
    assert "Anna Bērziņa" in page
    assert "<script>alert" not in page
    assert "alert(1)" in page
    assert evita.get("/slots?day=2020-05-05").text.count("<td") == 0
    assert "11.00–11.20" in evita.get("/slots?day=nonsense&officer=nobody").text
    read = Calendar.from_ical(evita.get("/slots/day.ics").content)
    names = [str(each["summary"]) for each in read.walk("VEVENT")]
    assert "Konsultācija: Anna Bērziņa, skolu izglītība" in names

    juris = Console(agency, officer("juris@viaa.example", "Juris Ozols", "vet"))
    assert "11.00–11.20" not in juris.get("/slots").text
    assert "11.00–11.20" in juris.get("/slots?officer=all").text
    head = Console(agency, officer("jana@viaa.example", "Jana Meržvinska", role="head"))
    assert "11.00–11.20" in head.get("/slots").text
