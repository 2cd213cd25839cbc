"""Consultation slots in conversation: the actions on real trackers, with intents given by hand."""

from __future__ import annotations

import asyncio
import base64
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from rasa_sdk.executor import ActionExecutor
from ruamel.yaml import YAML
from sqlalchemy import delete, update

from bot import (
    clock,
    database,
    quiet,  # noqa: F401  (before Rasa)
)
from bot.helpdesk import officers, slots
from bot.helpdesk.slots import Request
from bot.helpdesk.tables import BookingRow, OfficerRow
from bot.nlu import clauses
from bot.nlu.entities import entities
from bot.nlu.spacy_tokenizer import parse
from bot.responses import Speaker
from bot.training import ROOT
from core.call import Call, newest
from tests import consultation

NOW = "2020-03-20T10:00"
LATER = {"day": "2020-04-02", "opens": "09:00", "closes": "10:00"}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    make = consultation.make
    return {
        "one": make(tmp_path_factory.mktemp("one"), {}),
        "two": make(tmp_path_factory.mktemp("two"), {}, LATER),
        "none": make(tmp_path_factory.mktemp("none")),
    }


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A database with three officers: their passwords take a while."""
    with pytest.MonkeyPatch.context() as patch:
        address = f"sqlite:///{tmp_path_factory.mktemp('database') / 'partneris.db'}"
        patch.setenv(database.VARIABLE, address)
        database.upgrade()
        for name, fields in (
            ("Evita Zondaka", ["school"]),
            ("Atvars Saušs", ["vet", "higher_education"]),
            ("Inese Rimšāne", ["adult", "school"]),
        ):
            email = f"{name.split()[0].lower()}@viaa.gov.lv"
            officers.add(email, name, "a good long password", "officer", fields, "lv")  # type: ignore[arg-type]
        yield address


@pytest.fixture
def call(
    request: pytest.FixtureRequest,
    folders: dict[str, Path],
    address: str,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Call]:
    """A call with one consultation day (or as many as `request.param` says), nothing booked."""
    monkeypatch.setenv(database.VARIABLE, address)
    monkeypatch.setenv(clock.VARIABLE, NOW)
    with database.session() as session:
        session.execute(delete(BookingRow))
        session.execute(update(OfficerRow).values(disabled_at=None))
    with consultation.used(folders[getattr(request, "param", "one")]) as call:
        yield call


def _rules() -> dict[str, str]:
    """Return which action each intent has."""
    found: dict[str, str] = {}
    for path in (ROOT / "data" / "rules").glob("*.yml"):
        for rule in YAML(typ="safe", pure=True).load(path)["rules"]:
            steps = {key: value for step in rule["steps"] for key, value in step.items()}
            found[steps["intent"]] = steps["action"]
    return found


RULES = _rules()
EXECUTOR = ActionExecutor()
EXECUTOR.register_package("actions")


@dataclass
class Said:
    """What came back."""

    text: str
    buttons: list[str]
    calendar: Any
    answers: bool


@dataclass
class Talk:
    """A conversation whose messages are understood as the test says."""

    name: str = "web-1"
    slots: dict[str, Any] = field(default_factory=dict)

    def say(self, text: str, intent: str, confidence: float = 0.99) -> Said:
        """Say something; `intent` is what Rasa would have understood."""
        doc = parse(text)
        found = entities(doc)
        message = {
            "text": text,
            "intent": {"name": intent, "confidence": confidence},
            "intent_ranking": [{"name": intent, "confidence": confidence}],
            "entities": found,
            "plan_words": clauses.plan_words(doc),
            "asks": clauses.asks(doc),
            "bare": clauses.is_bare(doc, found),
            "follows": clauses.follows(doc),
        }
        tracker = {
            "sender_id": self.name,
            "slots": dict(self.slots),
            "latest_message": message,
            "events": [{"event": "user", "input_channel": "rest"}],
        }
        wanted = {"next_action": RULES[intent], "tracker": tracker, "domain": {}}
        done = asyncio.run(EXECUTOR.run(wanted))
        assert done
        self.slots |= {event["name"]: event["value"] for event in done["events"]}
        last = done["responses"][-1]
        file = last["attachment"]
        return Said(
            text="\n".join(each["text"] for each in done["responses"]),
            buttons=[each["title"] for each in last["buttons"]],
            calendar=Calendar.from_ical(base64.b64decode(file["content"])) if file else None,
            answers=last["answers"],
        )

    @property
    def asked(self) -> str | None:
        """What is open."""
        return (self.slots.get("slot_booking") or {}).get("asked")

    def times(self) -> list[str]:
        """Return when the conversation's consultations begin."""
        zone = newest().timezone
        return [
            f"{each.starts_at.astimezone(zone):%d.%m. %H:%M}"
            for each in slots.of_conversation(self.name)
        ]


def taken(call: Call, *times: str, field: Any = "school", day: int = 0) -> None:
    """Let others book all slots of a field at these times; without times, all of the day."""
    now = dt.datetime.fromisoformat(NOW).replace(tzinfo=call.timezone)
    for slot in slots.free(call, call.helpdesk.consultation_days[day], field, now):
        if not times or f"{slot.start:%H:%M}" in times:
            name = f"other-{slot.officer.id}-{slot.start:%d%H%M}"
            slots.book(slot, Request(conversation=name, channel="rest", field=field, language="lv"))


def school() -> Talk:
    return Talk(slots={"field": "school", "language": "lv"})


# Asking


@pytest.mark.parametrize("call", ["none"], indirect=True)
def test_without_a_day_it_says_what_is_known_and_whom_to_ask(call: Call) -> None:
    known = Speaker(call, "lv", dt.date(2020, 3, 20)).phrase("consultation-day")
    for intent in ("ask_slots", "ask_consultation_day"):
        said = Talk().say("Kādi laiki vēl brīvi?", intent)
        assert known in said.text
    said = Talk(slots={"field": "adult"}).say("Kādi laiki vēl brīvi?", "ask_slots")
    assert "inese.rimsane@viaa.gov.lv" in said.text
    assert said.buttons == ["Kādas ir kontaktpersonas VIAA?"]


@pytest.mark.usefixtures("call")
def test_field_is_asked_with_buttons_and_the_wish_is_not_forgotten() -> None:
    talk = Talk()
    said = talk.say("gribu konsultāciju pēcpusdienā", "ask_slots")
    assert said.buttons == [
        "Skolu izglītība", "Profesionālā izglītība", "Augstākā izglītība", "Pieaugušo izglītība",
    ]  # fmt: skip
    assert (talk.asked, said.answers) == ("field", False)
    said = talk.say("Augstākā izglītība", "ask_priorities", 0.8)
    assert "plkst. 12.00, 12.20" in said.text
    assert "10.00" not in said.text
    assert "Atvars Saušs" in said.text
    assert said.buttons[0] == "Plkst. 12.00"


@pytest.mark.usefixtures("call")
def test_officer_who_is_named_is_met_and_tells_the_field() -> None:
    talk = Talk()
    said = talk.say("gribu tikties ar Evitu Zondaku", "ask_slots")
    assert "konsultē Evita Zondaka" in said.text
    assert "Rimšāne" not in said.text
    talk.say("desmitos", "inform")
    (booking,) = slots.of_conversation("web-1")
    assert (booking.officer, booking.field) == ("Evita Zondaka", "school")


@pytest.mark.usefixtures("call")
def test_officer_of_two_fields_is_asked_for_one_of_them() -> None:
    talk = Talk()
    said = talk.say("Vai Saušam ir kāds brīvs laiks?", "ask_slots")
    assert said.buttons == ["Profesionālā izglītība", "Augstākā izglītība"]
    assert "Atvars Saušs" in talk.say("PIA", "inform").text


def test_officer_who_is_full_is_told_and_colleagues_are_offered(call: Call) -> None:
    taken(call, field="adult")
    said = school().say("gribu laiku pie Rimšānes", "ask_slots")
    assert "Inese Rimšāne" in said.text
    assert "brīvu laiku vairs nav" in said.text
    assert "konsultē Evita Zondaka" in said.text


def test_day_that_is_full_or_served_by_nobody_is_told_with_a_contact(call: Call) -> None:
    taken(call)
    said = school().say("Kādi laiki vēl brīvi?", "ask_slots")
    assert "visi laiki ir aizņemti (skolu izglītība)" in said.text
    assert "evita.zondaka@viaa.gov.lv" in said.text
    officers.disable("atvars@viaa.gov.lv")
    said = Talk(slots={"field": "vet"}).say("Kādi laiki vēl brīvi?", "ask_slots")
    assert "rezervēt nevar" in said.text
    assert "atvars.sauss@viaa.gov.lv" in said.text


@pytest.mark.parametrize("call", ["two"], indirect=True)
def test_next_day_is_offered_where_the_first_is_full(call: Call) -> None:
    taken(call)
    talk = school()
    assert "2020. gada 2. aprīlī" in talk.say("Kādi laiki vēl brīvi?", "ask_slots").text
    talk.say("9.20", "inform")
    assert talk.times() == ["02.04. 09:20"]


@pytest.mark.parametrize("call", ["two"], indirect=True)
@pytest.mark.usefixtures("call")
def test_day_can_be_named() -> None:
    talk = school()
    said = talk.say("laiki 2. aprīlī", "ask_slots")
    assert "2020. gada 2. aprīlī" in said.text
    assert said.buttons == ["Plkst. 9.00", "Plkst. 9.20", "Plkst. 9.40"]
    said = talk.say("un 3. aprīlī?", "ask_slots")
    assert "Tajā dienā konsultāciju nav" in said.text
    assert "2020. gada 2. aprīlis" in said.text
    said = school().say("Pierakstiet mani 2. aprīlī plkst. 9.40", "ask_slots")
    assert "9.40–10.00" in said.text


@pytest.mark.parametrize("call", ["two"], indirect=True)
@pytest.mark.usefixtures("call")
def test_day_is_not_forgotten_while_the_field_is_asked() -> None:
    talk = Talk()
    talk.say("Pierakstiet mani 2. aprīlī plkst. 9.40", "ask_slots")
    talk.say("Skolu izglītība", "inform")
    assert talk.times() == ["02.04. 09:40"]


@pytest.mark.usefixtures("call")
def test_past_slots_are_not_offered_and_a_past_day_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(clock.VARIABLE, "2020-03-31T14:10")
    talk = school()
    assert talk.say("Kādi laiki vēl brīvi?", "ask_slots").buttons == [
        "Plkst. 14.20",
        "Plkst. 14.40",
    ]
    assert "Plkst. 10.20 jau ir pagājis" in talk.say("10:20", "inform").text
    monkeypatch.setenv(clock.VARIABLE, "2020-04-01")
    said = school().say("Kādi laiki vēl brīvi?", "ask_slots")
    assert "Konsultāciju diena bija 2020. gada 31. marts" in said.text
    assert "evita.zondaka@viaa.gov.lv" in said.text
    asked = Talk().say("Kad ir konsultāciju diena?", "ask_consultation_day")
    assert "plkst. 10.00" not in asked.text


@pytest.mark.usefixtures("call")
def test_consultation_day_is_told_with_its_hours_and_place() -> None:
    said = Talk().say("Kad ir konsultāciju diena?", "ask_consultation_day")
    assert "2020. gada 31. marts, plkst. 10.00–15.00. Vieta: VIAA" in said.text
    assert "20 minūtes" in said.text
    assert said.buttons == ["Kādi konsultāciju laiki vēl brīvi?"]


# Booking


@pytest.mark.usefixtures("call")
def test_booking_is_said_back_with_its_calendar_file_and_asks_what_it_is_about() -> None:
    talk = school()
    talk.say("Kādi laiki vēl brīvi?", "ask_slots")
    said = talk.say("desmitos divdesmit", "out_of_scope", 0.9)
    assert "2020. gada 31. martā plkst. 10.20–10.40" in said.text
    assert "vieta: VIAA, Vaļņu iela 1, Rīga" in said.text
    (event,) = said.calendar.walk("VEVENT")
    assert f"{event['dtstart'].dt:%H:%M}" == "10:20"
    assert (said.buttons, talk.asked, said.answers) == (["Izlaist"], "about", False)
    said = talk.say("budžets, Anna Bērziņa, anna@skola.lv", "ask_budget_categories", 0.6)
    assert "Temats: budžets" in said.text
    (booking,) = slots.of_conversation("web-1")
    assert (booking.about, booking.name, booking.contact) == (
        "budžets", "Anna Bērziņa", "anna@skola.lv",
    )  # fmt: skip
    assert (booking.channel, booking.language) == ("rest", "lv")
    assert "budžets" in said.calendar.walk("VEVENT")[0]["description"]
    assert talk.asked is None


@pytest.mark.parametrize("text", ["Izlaist", "nē, paldies", "jā", "stop", "nezinu"])
@pytest.mark.usefixtures("call")
def test_what_it_is_about_can_be_left_open(text: str) -> None:
    talk = school()
    talk.say("Pierakstiet mani plkst. 11", "ask_slots")
    assert talk.say(text, "out_of_scope", 0.9).text == "Labi. Uz tikšanos!"
    assert slots.of_conversation("web-1")[0].about is None


@pytest.mark.usefixtures("call")
def test_question_about_a_time_books_nothing_before_a_yes() -> None:
    talk = school()
    said = talk.say("Vai 10:20 ir brīvs?", "ask_slots")
    assert "plkst. 10.20 ir brīvs" in said.text
    assert said.buttons == ["Jā, pierakstīt", "Nē, citu laiku"]
    assert talk.times() == []
    said = talk.say("Nē, citu laiku", "deny")
    assert said.buttons[:2] == ["Plkst. 10.00", "Plkst. 10.20"]
    assert talk.times() == []
    talk.say("un 10.40 ir?", "ask_slots")
    talk.say("jā", "affirm")
    assert talk.times() == ["31.03. 10:40"]


@pytest.mark.usefixtures("call")
def test_yes_with_another_time_books_that_one() -> None:
    talk = school()
    talk.say("Vai 10:20 ir brīvs?", "ask_slots")
    talk.say("jā, bet 11:00", "affirm")
    assert talk.times() == ["31.03. 11:00"]


@pytest.mark.usefixtures("call")
def test_question_before_the_field_was_known_is_still_one() -> None:
    talk = Talk()
    talk.say("Vai 10:20 ir brīvs?", "ask_slots")
    said = talk.say("Skolu izglītība", "inform")
    assert said.buttons == ["Jā, pierakstīt", "Nē, citu laiku"]
    assert talk.times() == []


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("pirmais brīvais", "10:40"),
        ("first free", "10:40"),
        ("pēdējo, lūdzu", "14:40"),
        ("2 pm", "14:00"),
        ("Plkst. 13.20", "13:20"),
    ],
)
def test_time_is_chosen_in_many_ways(call: Call, text: str, time: str) -> None:
    taken(call, "10:00", "10:20")
    talk = school()
    talk.say("Kādi laiki vēl brīvi?", "ask_slots")
    talk.say(text, "nlu_fallback", 0.4)
    assert talk.times() == [f"31.03. {time}"]


def test_slot_that_was_taken_meanwhile_is_told_with_the_nearest_free_ones(call: Call) -> None:
    talk = school()
    talk.say("Vai 10:40 ir brīvs?", "ask_slots")
    taken(call, "10:40")
    said = talk.say("jā", "affirm")
    assert "nupat rezervēja kāds cits" in said.text
    assert said.buttons == ["Plkst. 10.00", "Plkst. 10.20", "Plkst. 11.00", "Plkst. 11.20"]
    talk.say("Plkst. 11.00", "inform")
    assert talk.times() == ["31.03. 11:00"]


def test_time_that_is_not_free_is_told_with_the_nearest_free_ones(call: Call) -> None:
    taken(call, "12:00")
    talk = school()
    said = talk.say("Pierakstiet mani plkst. 12", "ask_slots")
    assert "Plkst. 12.00 vairs nav brīvs" in said.text
    assert said.buttons == ["Plkst. 11.20", "Plkst. 11.40", "Plkst. 12.20", "Plkst. 12.40"]
    said = talk.say("12:10", "inform")
    assert "Plkst. 12.10 neviena konsultācija nesākas" in said.text
    assert talk.times() == []


def test_part_of_the_day_without_free_slots_is_told(call: Call) -> None:
    taken(call, "10:00", "10:20", "10:40", "11:00", "11:20", "11:40")
    said = school().say("vai no rīta kaut kas ir?", "ask_slots")
    assert "nekas vairs nav brīvs" in said.text
    assert said.buttons[0] == "Plkst. 12.00"


@pytest.mark.usefixtures("call")
def test_second_booking_of_a_day_is_moved_only_after_a_yes() -> None:
    talk = school()
    talk.say("Pierakstiet mani plkst. 10", "ask_slots")
    talk.say("Izlaist", "out_of_scope")
    said = talk.say("Pierakstiet mani plkst. 12", "ask_slots")
    assert "Jums jau ir pieraksts" in said.text
    assert said.buttons == ["Jā, pārcelt", "Nē, citu laiku"]
    assert talk.times() == ["31.03. 10:00"]
    said = talk.say("Jā, pārcelt", "affirm")
    assert talk.times() == ["31.03. 12:00"]
    assert talk.asked is None


# Moving, cancelling, one's own


def booked(time: str = "11:00") -> Talk:
    talk = school()
    talk.say(f"Pierakstiet mani {time}", "ask_slots")
    talk.say("Izlaist", "out_of_scope")
    assert talk.times() == [f"31.03. {time}"]
    return talk


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("pārceliet mani uz 14.00", "14:00"),
        ("no 11:00 uz 13:20", "13:20"),
        ("manu 11:00 uz 12:40", "12:40"),
        ("uz pirmo brīvo laiku", "10:00"),
        ("pārceliet uz pirmo pēcpusdienā", "12:00"),
    ],
)
@pytest.mark.usefixtures("call")
def test_move(text: str, time: str) -> None:
    talk = booked()
    said = talk.say(text, "move_slot")
    assert talk.times() == [f"31.03. {time}"]
    (event,) = said.calendar.walk("VEVENT")
    assert (event["sequence"], said.calendar["method"]) == (1, "PUBLISH")
    assert said.buttons == ["Pārcelt konsultāciju", "Atcelt konsultāciju"]


@pytest.mark.usefixtures("call")
def test_move_offers_what_is_earlier_or_later_than_the_booking() -> None:
    talk = booked()
    said = talk.say("Man ir pieraksts 11:00, bet netieku. Vai var vēlāk?", "move_slot")
    assert said.buttons[0] == "Plkst. 11.20"
    said = talk.say("Vai var agrāk?", "move_slot")
    assert said.buttons == ["Plkst. 10.00", "Plkst. 10.20", "Plkst. 10.40"]
    talk.say("10.40", "inform")
    assert talk.times() == ["31.03. 10:40"]


def test_move_to_a_taken_slot_keeps_the_old_one(call: Call) -> None:
    talk = booked()
    talk.say("vai var pārcelt uz 13:00?", "move_slot")
    taken(call, "13:00")
    said = talk.say("jā", "affirm")
    assert "nupat rezervēja kāds cits" in said.text
    assert talk.times() == ["31.03. 11:00"]
    talk.say("stop", "plan_stop")
    assert (talk.times(), talk.asked) == (["31.03. 11:00"], None)


@pytest.mark.usefixtures("call")
def test_move_keeps_the_officer_if_they_are_free() -> None:
    talk = Talk(slots={"field": "school"})
    talk.say("Pierakstiet mani 11:00 pie Rimšānes", "ask_slots")
    assert slots.of_conversation("web-1")[0].officer == "Inese Rimšāne"
    talk.say("Izlaist", "out_of_scope")
    talk.say("pārceliet mani uz 12:00", "move_slot")
    assert slots.of_conversation("web-1")[0].officer == "Inese Rimšāne"
    talk.say("pārceliet mani uz 12:00 pie Zondakas", "move_slot")
    assert slots.of_conversation("web-1")[0].officer == "Evita Zondaka"


@pytest.mark.usefixtures("call")
def test_move_to_the_same_time_changes_nothing() -> None:
    talk = booked()
    said = talk.say("pārceliet mani uz 11:00", "move_slot")
    assert "jau ir šajā laikā" in said.text
    assert slots.of_conversation("web-1")[0].sequence == 0


@pytest.mark.parametrize(
    ("text", "intent", "kept"),
    [
        ("jā", "affirm", False),
        ("Jā, atcelt pierakstu", "cancel_slot", False),
        ("atcelt", "deny", False),
        ("nē", "deny", True),
        ("Nē, paturēt", "cancel_slot", True),
        ("stop", "plan_stop", True),
    ],
)
@pytest.mark.usefixtures("call")
def test_cancelling_is_confirmed(text: str, intent: str, kept: bool) -> None:
    talk = booked()
    said = talk.say("atcelt pierakstu", "cancel_slot")
    assert said.buttons == ["Jā, atcelt pierakstu", "Nē, paturēt"]
    assert talk.times() == ["31.03. 11:00"]
    said = talk.say(text, intent)
    assert bool(talk.times()) is kept
    assert talk.asked is None
    if not kept:
        assert said.calendar["method"] == "CANCEL"


@pytest.mark.usefixtures("call")
def test_own_slot_is_told_with_the_file_again() -> None:
    talk = booked()
    said = talk.say("Kad ir mana konsultācija?", "ask_my_slot")
    assert "plkst. 11.00–11.20" in said.text
    assert said.calendar.walk("VEVENT")[0]["uid"] == slots.of_conversation("web-1")[0].uid


@pytest.mark.parametrize("intent", ["ask_my_slot", "move_slot", "cancel_slot"])
@pytest.mark.usefixtures("call")
def test_another_conversation_sees_and_changes_nothing(intent: str) -> None:
    booked()
    stranger = Talk("web-2", {"field": "school"})
    said = stranger.say("mans pieraksts 11:00", intent)
    assert "Šajā sarunā jums pieraksta nav" in said.text
    forged = {"asked": "cancel", "booking": slots.of_conversation("web-1")[0].id}
    said = Talk("web-2", {"slot_booking": forged}).say("jā", "affirm")
    assert "Šajā sarunā jums pieraksta nav" in said.text
    assert len(slots.of_conversation("web-1")) == 1


@pytest.mark.usefixtures("call")
def test_consultation_that_is_over_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    talk = booked()
    monkeypatch.setenv(clock.VARIABLE, "2020-04-01")
    for intent in ("ask_my_slot", "move_slot", "cancel_slot"):
        assert "Jūsu konsultācija jau ir bijusi" in talk.say("mans pieraksts", intent).text


# The open question


@pytest.mark.usefixtures("call")
def test_other_question_is_answered_and_reminds_once() -> None:
    talk = school()
    talk.say("Kādi laiki vēl brīvi?", "ask_slots")
    said = talk.say("Kāds ir termiņš?", "ask_deadline")
    assert "23. aprīļa" in said.text
    assert "Konsultācijas laiks vēl nav izvēlēts" in said.text
    assert talk.asked == "time"
    said = talk.say("Un kādi ir kontakti?", "ask_contacts")
    assert "Konsultācijas laiks" not in said.text
    assert talk.asked is None


@pytest.mark.usefixtures("call")
def test_open_question_can_be_answered_after_another_one() -> None:
    talk = school()
    talk.say("Kādi laiki vēl brīvi?", "ask_slots")
    talk.say("Kāds ir termiņš?", "ask_deadline")
    talk.say("10:40", "inform")
    assert talk.times() == ["31.03. 10:40"]


@pytest.mark.parametrize("text", ["stop", "atcelt", "never mind", "nē"])
@pytest.mark.usefixtures("call")
def test_stop_ends_it(text: str) -> None:
    talk = school()
    talk.say("Kādi laiki vēl brīvi?", "ask_slots")
    said = talk.say(text, "deny" if text == "nē" else "plan_stop")
    assert said.text in ("Labi, neko nepierakstīju.", "All right, I have booked nothing.")
    assert (talk.asked, talk.times()) == (None, [])


@pytest.mark.usefixtures("call")
def test_thanks_end_it_and_a_message_that_is_not_understood_asks_again_once() -> None:
    talk = school()
    talk.say("Kādi laiki vēl brīvi?", "ask_slots")
    said = talk.say("hm, jāpadomā vēl mazliet", "nlu_fallback", 0.3)
    assert "Nesapratu, kuru laiku vēlaties" in said.text
    talk.say("hm, jāpadomā vēl mazliet", "nlu_fallback", 0.3)
    assert talk.asked is None
    talk.say("Kādi laiki vēl brīvi?", "ask_slots")
    talk.say("paldies", "thank")
    assert talk.asked is None


@pytest.mark.usefixtures("call")
def test_question_is_not_taken_for_the_subject() -> None:
    talk = school()
    talk.say("Pierakstiet mani plkst. 10", "ask_slots")
    said = talk.say("Kāds ir termiņš?", "ask_deadline")
    assert "23. aprīļa" in said.text
    assert talk.asked == "about"
    assert "Jums jau ir pieraksts" in talk.say("parādi brīvos laikus", "ask_slots").text
    assert talk.asked == "time"


@pytest.mark.usefixtures("call")
def test_topic_that_is_only_named_is_the_subject() -> None:
    talk = school()
    talk.say("Pierakstiet mani plkst. 10", "ask_slots")
    talk.say("termiņš un partneri", "ask_deadline")
    assert slots.of_conversation("web-1")[0].about == "termiņš un partneri"


@pytest.mark.usefixtures("call")
def test_subject_of_a_booking_that_is_gone_is_not_waited_for() -> None:
    talk = school()
    talk.say("Pierakstiet mani plkst. 10", "ask_slots")
    slots.cancel("web-1", slots.of_conversation("web-1")[0].id)
    talk.say("Pierakstiet mani plkst. 11", "ask_slots")
    assert talk.times() == ["31.03. 11:00"]


@pytest.mark.usefixtures("call")
def test_english_talk() -> None:
    talk = Talk(slots={"language": "en"})
    said = talk.say("Which times are free?", "ask_slots")
    assert said.buttons[0] == "School education"
    said = talk.say("Higher education", "inform")
    assert said.buttons[0] == "10:00"
    said = talk.say("half past two", "inform")
    assert "No consultation starts at 14:30" in said.text
    said = talk.say("14:20", "inform")
    assert "You are booked: 31 March 2020, 14:20–14:40, with Atvars Saušs" in said.text
    assert said.calendar.walk("VEVENT")[0]["location"] == "VIAA, Vaļņu iela 1, Riga"
