"""Calendar files, read back as a calendar reads them."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from icalendar import Calendar, Component

from bot.helpdesk import calendar_file
from bot.helpdesk.slots import Booking
from bot.responses import Speaker
from core.call import Call, Language
from tests import consultation

DAY = dt.date(2020, 3, 20)
MADE = dt.datetime(2020, 3, 20, 8, 0, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def call(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Call]:
    folder = consultation.make(tmp_path_factory.mktemp("calls"), {}, {"day": "2020-10-26"})
    with consultation.used(folder) as call:
        yield call


def booking(**changes: Any) -> Booking:
    known: dict[str, Any] = {
        "id": 7,
        "uid": "5f0c6b9e-8a57-4a0e-9f5e-1f0f6a3f2b11",
        "conversation": "web-1",
        "channel": "website",
        "officer_id": 1,
        "officer": "Inese Rimšāne",
        "officer_email": "inese.rimsane@viaa.gov.lv",
        "day": dt.date(2020, 3, 31),
        "starts_at": dt.datetime(2020, 3, 31, 7, 20, tzinfo=dt.UTC),
        "ends_at": dt.datetime(2020, 3, 31, 7, 40, tzinfo=dt.UTC),
        "field": "adult",
        "language": "lv",
        "about": None,
        "name": None,
        "contact": None,
        "sequence": 0,
        "created_at": MADE,
        "changed_at": MADE,
        "cancelled_at": None,
    }
    return Booking.model_validate(known | changes)


def calendar(call: Call, language: Language = "lv", **changes: Any) -> Component:
    file = calendar_file.attachment(booking(**changes), call, Speaker(call, language, DAY))
    assert (file.name, file.media_type) == ("partneris.ics", "text/calendar")
    return Calendar.from_ical(base64.b64decode(file.content))


def event(read: Component) -> Component:
    (found,) = read.walk("VEVENT")
    return found


def test_booking_is_an_event_at_its_time_in_riga(call: Call) -> None:
    read = calendar(call)
    assert (read["version"], read["method"]) == ("2.0", "PUBLISH")
    found = event(read)
    assert found["uid"] == booking().uid
    assert found["sequence"] == 0
    assert found["status"] == "CONFIRMED"
    assert found["dtstart"].params["tzid"] == "Europe/Riga"
    assert found["dtstart"].dt == booking().starts_at
    assert f"{found['dtstart'].dt:%H:%M}" == "10:20"
    assert found["dtend"].dt - found["dtstart"].dt == dt.timedelta(minutes=20)
    assert found["dtstamp"].dt == MADE
    assert found["organizer"] == "mailto:inese.rimsane@viaa.gov.lv"
    assert found["organizer"].params["cn"] == "Inese Rimšāne"


def test_time_zone_stands_in_the_file_with_its_summer_time(call: Call) -> None:
    (zone,) = calendar(call).walk("VTIMEZONE")
    assert zone["tzid"] == "Europe/Riga"
    assert {each["tzoffsetto"].td.seconds // 3600 for each in zone.subcomponents} == {2, 3}
    riga = zone.to_tz()
    for moment, hours in ((dt.datetime(2020, 3, 31, 10), 3), (dt.datetime(2020, 3, 20, 10), 2)):
        assert riga.utcoffset(moment) == dt.timedelta(hours=hours)


def test_day_in_winter_time(call: Call) -> None:
    start = dt.datetime(2020, 10, 26, 8, 0, tzinfo=dt.UTC)
    found = event(calendar(call, day=start.date(), starts_at=start))
    assert f"{found['dtstart'].dt:%H:%M %z}" == "10:00 +0200"


@pytest.mark.parametrize(
    ("language", "summary", "location", "described"),
    [
        (
            "lv",
            "VIAA konsultācija: pieaugušo izglītība",
            "VIAA, Vaļņu iela 1, Rīga",
            "Konsultē Inese Rimšāne\ninese.rimsane@viaa.gov.lv\nTemats: budžets; „partneri”, 50 %",
        ),
        (
            "en",
            "VIAA consultation: adult education",
            "VIAA, Vaļņu iela 1, Riga",
            "Adviser: Inese Rimšāne\ninese.rimsane@viaa.gov.lv\nSubject: budžets; „partneri”, 50 %",
        ),
    ],
)
def test_words_are_of_the_language(
    call: Call, language: Language, summary: str, location: str, described: str
) -> None:
    found = event(calendar(call, language, about="budžets; „partneri”, 50 %"))
    assert (found["summary"], found["location"]) == (summary, location)
    assert found["description"] == described


def test_an_hour_before_it_reminds(call: Call) -> None:
    (alarm,) = event(calendar(call)).walk("VALARM")
    assert alarm["action"] == "DISPLAY"
    assert alarm["trigger"].dt == -dt.timedelta(hours=1)
    assert alarm["description"]


def test_cancelled_booking_takes_itself_out(call: Call) -> None:
    read = calendar(call, cancelled_at=MADE, sequence=3)
    found = event(read)
    assert (read["method"], found["status"], found["sequence"]) == ("CANCEL", "CANCELLED", 3)
    assert found["uid"] == booking().uid
    assert found.walk("VALARM") == []


@pytest.mark.parametrize("about", ["\r\nEND:VEVENT\r\nBEGIN:VEVENT", "a;b,c:d", "ā" * 500])
def test_what_a_person_wrote_stays_inside_its_line(call: Call, about: str) -> None:
    read = calendar(call, about=about)
    assert len(read.walk("VEVENT")) == 1
    content = base64.b64decode(
        calendar_file.attachment(booking(about=about), call, Speaker(call, "lv", DAY)).content
    )
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert about.splitlines()[-1] in event(read)["description"]


def test_day_of_an_officer_holds_all_bookings(call: Call) -> None:
    second = booking(
        uid="second",
        name="Jānis Kalns",
        about="partneri",
        contact="janis@skola.lv",
        starts_at=dt.datetime(2020, 3, 31, 8, 0, tzinfo=dt.UTC),
    )
    gone = booking(uid="third", cancelled_at=MADE)
    content = calendar_file.day_file([booking(), second, gone], call, Speaker(call, "lv", DAY))
    read = Calendar.from_ical(content)
    assert len(read.walk("VTIMEZONE")) == 1
    found = {each["uid"]: each for each in read.walk("VEVENT")}
    assert found["second"]["summary"] == "Konsultācija: Jānis Kalns, pieaugušo izglītība"
    assert found["second"]["description"] == "partneri\njanis@skola.lv"
    assert found[booking().uid]["summary"] == "Konsultācija: pieaugušo izglītība"
    assert found["third"]["status"] == "CANCELLED"


def test_day_without_bookings_is_an_empty_calendar(call: Call) -> None:
    read = Calendar.from_ical(calendar_file.day_file([], call, Speaker(call, "lv", DAY)))
    assert read.walk("VEVENT") == []
