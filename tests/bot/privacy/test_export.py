"""What is kept of a conversation is handed over whole; a conversation is found by what was left."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from rasa.shared.core.trackers import DialogueStateTracker

from bot.helpdesk import tickets
from bot.helpdesk.officers import Officer
from bot.privacy import export, find, keeping
from bot.privacy.keeping import Keeping
from tests.bot.privacy.conftest import MARK, Talker, ticket

PLAN = (
    "Plānojam skolu projektu uz 24 mēnešiem ar 4 partneriem no Latvijas, Igaunijas un Somijas,"
    " labās prakses apmaiņa, 4 sanāksmes pa 2 cilvēkiem, 900 km"
)


def test_all_that_is_kept_is_in_it(talker: Talker, everywhere: Callable[[str], None]) -> None:
    everywhere("talk-one")
    everywhere("talk-two")
    talker.say("talk-one", PLAN)
    content = json.loads(export.text(export.content(talker.store, "talk-one", "lv")))
    assert "30 dienas pēc pēdējās ziņas" in content["about"]
    assert content["conversation"] == "talk-one"
    said = content["messages"]
    assert [each["text"] for each in said if each["from"] == "person"][-1] == PLAN
    assert {each["from"] for each in said} == {"person", "Partneris"}
    assert all(each["time"].startswith("20") for each in said)
    assert content["plan"]["months"] == 24
    assert [each["word"] for each in content["judgements"]] == [MARK]
    assert content["noted"]["field"] == "school"
    left, waiting = content["tickets"]
    assert left["contact"] == f"{MARK}@example.lv"
    assert left["officer"] == "Anna Bērziņa"
    assert [each["what"] for each in left["steps"]][-1] == "ended"
    assert waiting["state"] == "requested"
    (booking,) = content["bookings"]
    assert (booking["about"], booking["name"]) == (MARK, MARK)
    assert [row["text"] for row in content["report"] if row["text"]]
    assert "talk-two" not in export.text(content)


def test_earlier_sessions_are_in_it(talker: Talker) -> None:
    talker.say("talk", f"Kontakti {MARK}")

    async def later() -> None:
        tracker = await talker.store.retrieve("talk")
        for event in tracker.events:
            event.timestamp -= 2 * 3600
        from bot.privacy import events

        events.delete(talker.store, "talk")
        await talker.store.save(DialogueStateTracker.from_events("talk", tracker.events))

    talker.run(later())
    talker.say("talk", "Kāds ir termiņš?")
    people = [
        each["text"]
        for each in export.content(talker.store, "talk", "en")["messages"]
        if each["from"] == "person"
    ]
    assert people == [f"Kontakti {MARK}", "Kāds ir termiņš?"]


def test_of_nobody_nothing_is_kept(talker: Talker) -> None:
    assert export.is_empty(export.content(talker.store, "nobody", "lv"))


def test_a_conversation_is_found_by_ticket_and_address(talker: Talker, officer: Officer) -> None:
    left = ticket("by-mail", "Anna.Liepa@example.lv")
    ticket("by-phone", "+371 29 123 456")
    talker.say("by-word", "mans e-pasts ir anna.liepa@example.lv")
    talker.say("another", "Kontakti")
    assert find.of_ticket(left.id) == ["by-mail"]
    assert find.of_ticket(left.id + 100) == []
    assert find.of_contact(talker.store, " anna.liepa@EXAMPLE.lv") == ["by-mail", "by-word"]
    assert find.of_contact(talker.store, "29123456") == ["by-phone"]
    assert find.of_contact(talker.store, "anna_liepa@example.lv") == []
    assert tickets.open_ticket("by-mail")


def test_the_periods_are_those_of_the_settings() -> None:
    assert keeping.configured() == Keeping(keep_days=30, keep_report_days=730)
    with pytest.raises(ValueError, match="keep_report_days"):
        Keeping(keep_report_days=0)
