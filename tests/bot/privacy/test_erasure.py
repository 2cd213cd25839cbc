"""A conversation is deleted when its person wants it: nothing of it is left in any table."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy import select

from bot import database, metrics
from bot.channels import inbox
from bot.helpdesk import hold, slots, tickets
from bot.helpdesk.officers import Officer
from bot.helpdesk.report import collect
from bot.helpdesk.report.tables import BookingFiguresRow, TicketFiguresRow, TurnRow
from bot.privacy import erasure
from tests.bot.privacy.conftest import MARK, Talker, ticket

Fill = Callable[[str], None]


def rows(table: type) -> list:
    with database.reading() as session:
        return list(session.scalars(select(table)))


def test_after_a_yes_nothing_is_left_of_it_anywhere(talker: Talker, everywhere: Fill) -> None:
    everywhere("talk-one")
    everywhere("talk-two")
    before = talker.dump()
    for table in ("events", "tickets", "ticket_steps", "outgoing", "bookings", "inbox", "turns"):
        assert re.search(rf"^{table}: ", before, re.MULTILINE), table
    uid = slots.of_conversation("talk-one")[0].uid

    asked = talker.say("talk-one", "dzēs manus datus")
    assert "Vai tiešām dzēst?" in asked
    assert "Līdz ar dzēšanu jūsu lūgums pēc cilvēka beigsies." in asked
    assert "Atcelšu arī jūsu konsultāciju: " in asked
    assert "talk-one" in talker.dump()
    done = talker.say("talk-one", "Jā, dzēst visu")
    assert "Jūsu konsultācija ir atcelta" in done

    after = talker.dump()
    assert "talk-one" not in after
    assert uid not in after
    left = [line for line in after.splitlines() if MARK in line]
    assert left
    assert all("talk-two" in line or line.startswith(("outgoing", "turns")) for line in left)
    assert len([line for line in left if line.startswith("outgoing")]) == 1
    assert len([line for line in left if line.startswith("turns")]) == 1
    assert slots.of_conversation("talk-two")
    assert tickets.open_ticket("talk-two")


def test_the_report_keeps_figures_that_nobody_can_lead_back(
    talker: Talker, everywhere: Fill
) -> None:
    everywhere("talk-one")
    hashed = {row.conversation for row in rows(TurnRow)}
    assert any(row.text for row in rows(TurnRow))
    talker.say("talk-one", "delete my data", "yes")
    kept = rows(TurnRow)
    assert len(kept) == 3
    assert len({row.conversation for row in kept}) == 1
    assert not hashed & {row.conversation for row in kept}
    assert not [row for row in kept if row.text or row.word]
    assert {row.end_reason for row in rows(TicketFiguresRow)} == {"solved", "cancelled"}
    assert [row.cancelled for row in rows(BookingFiguresRow)] == [True]
    collect.collect(talker.store)
    assert len(rows(TurnRow)) == 3
    assert len(rows(BookingFiguresRow)) == 1


@pytest.mark.parametrize("answer", ["nē", "Nē, nedzēst", "pagaidi, nevajag"])
def test_a_no_keeps_everything(talker: Talker, answer: str) -> None:
    said = talker.say("talk", f"Kontakti {MARK}", "izdzēs šo sarunu", answer)
    assert "Vai tiešām" not in said
    assert MARK in talker.dump()
    talker.say("talk", "jā")
    assert MARK in talker.dump()


@pytest.mark.parametrize(
    "between", ["Kāds ir termiņš?", "jā, bet vispirms atsūti manus datus", "dzēs manus datus"]
)
def test_only_a_clear_yes_right_after_the_question_deletes(talker: Talker, between: str) -> None:
    talker.say("talk", f"Kontakti {MARK}", "dzēs manus datus", between)
    assert MARK in talker.dump()
    assert not erasure.requested()


def test_a_yes_after_a_long_time_deletes_nothing(
    talker: Talker, monkeypatch: pytest.MonkeyPatch
) -> None:
    from actions import data_question

    talker.say("talk", f"Kontakti {MARK}", "dzēs manus datus")
    monkeypatch.setattr(data_question, "_WITHIN", data_question._WITHIN * 0)
    talker.say("talk", "jā")
    assert MARK in talker.dump()


@pytest.mark.parametrize(
    "yes", ["jā", "Jā, dzēst visu", "yes", "jā, dzēs", "Yes, delete everything"]
)
def test_these_mean_yes(talker: Talker, yes: str) -> None:
    talker.say("talk", f"Kontakti {MARK}", "dzēs manus datus", yes)
    assert talker.dump().count(MARK) == 0


def test_what_comes_after_it_is_a_new_conversation(talker: Talker) -> None:
    talker.say("talk", "Cik ilgs ir projekts augstākajā izglītībā?", "dzēs manus datus", "jā")
    assert "36" not in talker.say("talk", "un cik tad tas bija?")
    assert "talk" in talker.dump()


def test_what_a_failing_store_kept_in_memory_goes_too(talker: Talker) -> None:
    async def fall_back() -> None:
        tracker = DialogueStateTracker("talk", [])
        tracker.update(UserUttered(MARK))
        await talker.store.fallback_tracker_store.save(tracker)

    talker.run(fall_back())
    talker.say("talk", "dzēs manus datus", "jā")
    assert talker.store.fallback_tracker_store.store == {}


def test_while_an_officer_has_it_the_question_is_answered_and_the_rest_kept(
    talker: Talker, officer: Officer
) -> None:
    opened = ticket("talk")
    tickets.claim(opened.id, officer.id)

    def say(text: str) -> list[str]:
        channel = CollectingOutputChannel()
        message = UserMessage(text, channel, "talk", input_channel="website")
        talker.run(hold.handle(talker.agent, message, metrics.Turn()))
        return [each["text"] for each in channel.messages if "text" in each]

    assert say("Kāds ir termiņš?") == []
    (handed,) = say("Kādus datus par mani glabājat?")
    assert "partneris.json" in handed
    (asked,) = say("Dzēs manus datus")
    assert "Jums tagad atbild Anna Bērziņa (VIAA)." in asked
    assert say("Man vēl ir jautājums par partneriem") == []
    assert say("jā") == []  # said to the officer
    assert not erasure.requested()
    say("Dzēs manus datus")
    (done,) = say("Jā, dzēst visu")
    assert "Tagad izdzēšu visu šo sarunu" in done
    assert talker.run(erasure.finish(talker.store, "talk"))
    assert "talk" not in talker.dump()
    assert tickets.held() == []


def test_an_answer_that_is_not_sent_yet_is_waited_for(talker: Talker) -> None:
    for number in (1, 2):
        inbox.accept("slack", f"event-{number}", "talk", {"text": MARK})
    taken = inbox.take("slack", "talk")
    assert taken is not None
    erasure.request("talk")
    assert not talker.run(erasure.finish(talker.store, "talk"))
    inbox.done(taken.id)
    assert talker.run(erasure.finish(talker.store, "talk"))
    assert inbox.waiting("slack") == ["talk"]  # written after the request: a new conversation


def test_a_conversation_deleted_while_it_is_read_for_the_report_is_cut_loose(
    talker: Talker, everywhere: Fill, monkeypatch: pytest.MonkeyPatch
) -> None:
    everywhere("talk")
    with database.session() as session:
        for row in session.scalars(select(TurnRow)):
            session.delete(row)
    talker.say("talk", f"{MARK} {MARK}?")
    talker.judge("talk")
    keep = collect._keep

    def then_erased(table: type, found: list) -> None:
        if table is TurnRow:
            erasure.erase(talker.store, "talk")
        keep(table, found)

    monkeypatch.setattr(collect, "_keep", then_erased)
    collect.collect(talker.store)
    assert rows(TurnRow)
    assert MARK not in talker.dump()
    assert collect.of_conversation("talk") == []
