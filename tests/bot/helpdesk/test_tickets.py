"""Tickets on SQLite and PostgreSQL, also with many who want the same one at once."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import select

from bot import database
from bot.helpdesk import officers, tickets
from bot.helpdesk.officers import Officer
from bot.helpdesk.tables import OfficerRow, OutgoingRow, TicketRow
from bot.helpdesk.tickets import Request, TakenError

pytestmark = pytest.mark.usefixtures("both")
PASSWORD = "a good long password"


def wanted(conversation: str = "web-1", **changes: Any) -> Request:
    known: dict[str, Any] = {
        "conversation": conversation,
        "channel": "website",
        "field": "school",
        "language": "lv",
        "topic": "travel",
        "reason": "asked",
        "live": True,
    }
    return Request.model_validate(known | changes)


def officer(name: str = "Anna", *fields: Any) -> Officer:
    chosen = list(fields) or ["school"]
    return officers.add(f"{name.lower()}@viaa.gov.lv", name, PASSWORD, "officer", chosen, "lv")


def outgoing() -> list[dict[str, Any]]:
    with database.session() as session:
        rows = session.scalars(select(OutgoingRow).order_by(OutgoingRow.id))
        return [row.message for row in rows if "notice" not in row.message]


def notices() -> list[tuple[str, str | None]]:
    """What the person is told, and what it does to the bot."""
    with database.session() as session:
        rows = session.scalars(select(OutgoingRow).order_by(OutgoingRow.id))
        return [(row.message["notice"], row.effect) for row in rows if "notice" in row.message]


def test_ticket_from_request_to_end() -> None:
    anna = officer()
    ticket = tickets.request(wanted())
    assert (ticket.state, ticket.officer, ticket.unread) == ("requested", None, True)
    assert [each.id for each in tickets.waiting()] == [ticket.id]

    claimed = tickets.claim(ticket.id, anna.id)
    assert (claimed.state, claimed.officer) == ("claimed", "Anna")
    assert tickets.waiting() == []
    answered = tickets.answer(ticket.id, anna.id, "k1", {"text": "Labdien!"})
    assert (answered.state, answered.unread) == ("answered", False)
    assert outgoing() == [{"text": "Labdien!"}]
    ended = tickets.end(ticket.id, anna.id, "solved")
    assert (ended.state, ended.end_reason) == ("ended", "solved")
    assert tickets.open_ticket("web-1") is None
    assert tickets.held(anna.id) == []
    what = [step.what for step in tickets.steps(ticket.id)]
    assert what == ["requested", "claimed", "answered", "ended"]
    assert notices() == [("claimed", "pause"), ("ended", "resume")]


def test_conversation_has_one_open_ticket() -> None:
    first = tickets.request(wanted())
    assert tickets.request(wanted(reason="anger")).id == first.id
    tickets.cancel("web-1")
    assert tickets.request(wanted()).id != first.id


def test_twenty_requests_at_once_are_one_ticket() -> None:
    with ThreadPoolExecutor(10) as pool:
        found = list(pool.map(lambda _: tickets.request(wanted()).id, range(20)))
    assert len(set(found)) == 1


def test_field_that_becomes_known_is_taken_over_while_it_waits() -> None:
    assert tickets.request(wanted(field=None)).field is None
    assert tickets.request(wanted(field="adult")).field == "adult"
    assert tickets.request(wanted(field="vet")).field == "adult"


def test_of_ten_who_claim_at_once_one_has_it() -> None:
    ticket = tickets.request(wanted())
    people = [officer(f"Officer{number}") for number in range(10)]

    def claim(someone: Officer) -> bool:
        try:
            tickets.claim(ticket.id, someone.id)
        except TakenError:
            return False
        return True

    with ThreadPoolExecutor(10) as pool:
        won = list(pool.map(claim, people))
    assert won.count(True) == 1
    found = tickets.find(ticket.id)
    assert found is not None
    assert found.officer_id == people[won.index(True)].id


def test_only_who_holds_a_ticket_may_change_it() -> None:
    anna, berta = officer("Anna"), officer("Berta")
    ticket = tickets.request(wanted())
    changes = (
        lambda: tickets.answer(ticket.id, berta.id, "k", {"text": "?"}),
        lambda: tickets.pass_on(ticket.id, berta.id, "vet"),
        lambda: tickets.end(ticket.id, berta.id, "solved"),
    )
    for change in changes:  # nobody holds it
        with pytest.raises(TakenError):
            change()
    tickets.claim(ticket.id, anna.id)
    for change in changes:  # somebody else holds it
        with pytest.raises(TakenError):
            change()
    tickets.end(ticket.id, anna.id, "solved")
    with pytest.raises(TakenError):
        tickets.claim(ticket.id, berta.id)
    assert outgoing() == []


def test_answer_pressed_twice_is_one_answer() -> None:
    anna = officer()
    ticket = tickets.claim(tickets.request(wanted()).id, anna.id)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: tickets.answer(ticket.id, anna.id, "k1", {"text": "A"}), range(4)))
    assert outgoing() == [{"text": "A"}]
    assert [step.what for step in tickets.steps(ticket.id)].count("answered") == 1


def test_passed_to_a_colleague_and_to_another_field() -> None:
    anna, berta = officer("Anna"), officer("Berta", "vet")
    ticket = tickets.claim(tickets.request(wanted()).id, anna.id)
    passed = tickets.pass_on(ticket.id, anna.id, berta.id)
    assert (passed.officer, passed.state, passed.unread) == ("Berta", "claimed", True)
    back = tickets.pass_on(ticket.id, berta.id, "vet")
    assert (back.officer, back.state, back.field) == (None, "requested", "vet")
    assert [each.id for each in tickets.waiting(["vet"])] == [ticket.id]
    assert tickets.waiting(["school"]) == []
    assert notices() == [
        ("claimed", "pause"),
        ("passed_to_officer", None),
        ("passed_to_field", "resume"),
    ]


def test_queue_is_by_waiting_time_and_without_field_is_everybodys() -> None:
    first = tickets.request(wanted("a", field="vet"))
    second = tickets.request(wanted("b", field=None))
    third = tickets.request(wanted("c", field="school"))
    assert [each.id for each in tickets.waiting()] == [first.id, second.id, third.id]
    assert [each.id for each in tickets.waiting(["school"])] == [second.id, third.id]
    assert [tickets.ahead(each) for each in (first, second, third)] == [0, 1, 1]


def test_contact_that_is_left_waits_too() -> None:
    anna = officer()
    left = tickets.leave_contact(wanted(), "ilze@skola.lv", "Vai varam ar Šveici?")
    assert (left.state, left.contact, left.note) == (
        "contact_left",
        "ilze@skola.lv",
        "Vai varam ar Šveici?",
    )
    assert [each.id for each in tickets.waiting()] == [left.id]
    assert tickets.claim(left.id, anna.id).contact == "ilze@skola.lv"


def test_contact_for_a_ticket_that_is_held_leaves_it_held() -> None:
    anna = officer()
    ticket = tickets.claim(tickets.request(wanted()).id, anna.id)
    left = tickets.leave_contact(wanted(), "26123456", "")
    assert (left.id, left.state, left.officer) == (ticket.id, "claimed", "Anna")


def test_person_cancels_what_waits_but_not_what_is_held() -> None:
    anna = officer()
    assert tickets.cancel("web-1") is None
    tickets.request(wanted())
    cancelled = tickets.cancel("web-1")
    assert cancelled is not None
    assert (cancelled.state, cancelled.end_reason) == ("ended", "cancelled")
    tickets.claim(tickets.request(wanted()).id, anna.id)
    assert tickets.cancel("web-1") is None
    assert len(tickets.held()) == 1


def test_unread_after_the_person_wrote() -> None:
    anna = officer()
    ticket = tickets.claim(tickets.request(wanted()).id, anna.id)
    tickets.looked_at(ticket.id, anna.id)
    assert not tickets.held()[0].unread
    tickets.person_wrote("web-1")
    assert tickets.held()[0].unread
    assert tickets.person_wrote("web-2") == (None, False)


def test_what_a_message_finds() -> None:
    anna = officer()
    assert tickets.person_wrote("web-1") == (None, False)
    ticket = tickets.request(wanted())
    heard = tickets.person_wrote("web-1")
    assert heard == (tickets.find(ticket.id), False)
    assert heard.ticket is not None
    assert heard.ticket.version == ticket.version + 1
    tickets.claim(ticket.id, anna.id)
    heard = tickets.person_wrote("web-1")
    assert heard == (tickets.open_ticket("web-1"), True)
    assert heard.ticket == tickets.find(ticket.id)
    assert heard.ticket is not None
    assert heard.ticket.officer == "Anna"
    tickets.end(ticket.id, anna.id, "solved")
    assert tickets.open_ticket("web-1") is None
    assert tickets.person_wrote("web-1") == (None, True)
    again = tickets.request(wanted())
    assert tickets.person_wrote("web-1") == (tickets.find(again.id), True)


def test_taken_over_only_where_the_officer_is_gone() -> None:
    anna, berta = officer("Anna"), officer("Berta")
    officers.seen(anna.id)
    ticket = tickets.claim(tickets.request(wanted()).id, anna.id)
    with pytest.raises(TakenError):
        tickets.take_over(ticket.id, berta.id, officers.absent_since())
    with database.session() as session:
        row = session.get(OfficerRow, anna.id)
        row.seen_at = database.now() - dt.timedelta(minutes=2)
    assert tickets.take_over(ticket.id, berta.id, officers.absent_since()).officer == "Berta"


def test_handling_times_of_a_field() -> None:
    anna = officer()
    for number, field in enumerate(["school", "vet", "school"]):
        ticket = tickets.request(wanted(f"c{number}", field=field))
        tickets.claim(ticket.id, anna.id)
        tickets.end(ticket.id, anna.id, "solved")
    tickets.request(wanted("c9"))
    tickets.cancel("c9")
    assert len(tickets.handling_times("school", 20)) == 2
    assert len(tickets.handling_times(None, 20)) == 3
    assert len(tickets.handling_times(None, 1)) == 1


def test_what_ended_long_ago_is_deleted_with_all_that_was_said() -> None:
    anna = officer()
    old = tickets.claim(tickets.request(wanted("old")).id, anna.id)
    tickets.answer(old.id, anna.id, "k", {"text": "A"})
    tickets.end(old.id, anna.id, "solved")
    moment = database.now()
    new = tickets.claim(tickets.request(wanted("new")).id, anna.id)
    tickets.end(new.id, anna.id, "solved")
    tickets.request(wanted("open"))
    assert tickets.delete_older(moment) == 1
    assert tickets.find(old.id) is None
    assert tickets.find(new.id) is not None
    assert outgoing() == []
    assert len(tickets.waiting()) == 1


def test_what_an_officer_left_behind_goes_back_to_the_queue() -> None:
    anna, berta = officer("Anna"), officer("Berta")
    for each in (anna, berta):
        officers.seen(each.id)
    left = tickets.claim(tickets.request(wanted("left")).id, anna.id)
    kept = tickets.claim(tickets.request(wanted("kept")).id, berta.id)
    assert tickets.release_abandoned() == 0
    with database.session() as session:
        long_ago = database.now() - tickets.ABANDONED * 2
        session.get(OfficerRow, anna.id).seen_at = long_ago
        session.get(TicketRow, left.id).claimed_at = long_ago
    assert tickets.release_abandoned() == 1
    assert [(each.id, each.state) for each in tickets.waiting()] == [(left.id, "requested")]
    assert [each.id for each in tickets.held()] == [kept.id]
    assert notices()[-1] == ("abandoned", "resume")


def test_who_left_an_address_can_wait_in_the_conversation_after_all() -> None:
    anna = officer()
    left = tickets.leave_contact(wanted(), "ilze@skola.lv", "?")
    again = tickets.wait_again(left.id)
    assert (again.state, again.contact) == ("requested", "ilze@skola.lv")
    tickets.claim(left.id, anna.id)
    with pytest.raises(TakenError):
        tickets.wait_again(left.id)


def test_a_ticket_that_nobody_ended_is_deleted_by_when_the_person_last_wrote() -> None:
    tickets.leave_contact(wanted(), "ilze@skola.lv", "?")
    assert tickets.delete_older(database.now() - dt.timedelta(minutes=1)) == 0
    assert tickets.delete_older(database.now()) == 1


def test_a_clock_that_is_put_back_an_hour_changes_nothing_for_officers_and_people(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    anna, first, second = officer(), tickets.request(wanted()), tickets.request(wanted("web-2"))
    tickets.claim(first.id, anna.id)
    tickets.looked_at(first.id, anna.id)
    officers.seen(anna.id)
    real = database.now
    monkeypatch.setattr(database, "now", lambda: real() - dt.timedelta(hours=1))

    assert officers.gone() == {anna.id}  # until the console asks again, two seconds later
    officers.seen(anna.id)
    assert officers.gone() == set()
    assert tickets.release_abandoned() == 0

    wrote = tickets.person_wrote("web-1").ticket
    assert wrote is not None
    assert wrote.unread
    tickets.looked_at(first.id, anna.id)
    read = tickets.find(first.id)
    assert read is not None
    assert not read.unread

    third = tickets.request(wanted("web-3"))
    assert [each.id for each in tickets.waiting()] == [second.id, third.id]
    assert tickets.ahead(third) == 1
    tickets.end(first.id, anna.id, "solved")
    assert tickets.handling_times("school", 1) == [dt.timedelta()]


def test_who_left_before_the_clock_was_put_back_holds_no_ticket_for_an_hour(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    anna, ticket = officer(), tickets.request(wanted())
    tickets.claim(ticket.id, anna.id)
    officers.seen(anna.id)
    real = database.now
    monkeypatch.setattr(database, "now", lambda: real() - dt.timedelta(hours=1))
    assert tickets.release_abandoned() == 1
    assert [each.id for each in tickets.waiting()] == [ticket.id]
