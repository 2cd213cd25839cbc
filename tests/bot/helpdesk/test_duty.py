"""Who is there and how long the wait is."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from bot import database
from bot.helpdesk import duty, officers, tickets
from bot.helpdesk.tables import OfficerRow, TicketRow
from bot.helpdesk.tickets import Request, Ticket
from core.call import FieldId, newest

pytestmark = pytest.mark.usefixtures("both")
MONDAY = dt.datetime(2020, 3, 23, 10, 0, tzinfo=ZoneInfo("Europe/Riga"))


def officer(*fields: FieldId, name: str = "Anna") -> officers.Officer:
    email = f"{name.lower()}@viaa.gov.lv"
    return officers.add(email, name, "a good long password", "officer", list(fields), "lv")


def request(conversation: str) -> Ticket:
    return tickets.request(
        Request(
            conversation=conversation,
            channel="website",
            field="school",
            language="lv",
            topic=None,
            reason="asked",
            live=True,
        )
    )


def ended(conversation: str, anna: int, minutes: int) -> None:
    """A ticket that was held for so many minutes."""
    ticket = tickets.claim(request(conversation).id, anna)
    tickets.end(ticket.id, anna, "solved")
    with database.session() as session:
        row = session.get(TicketRow, ticket.id)
        row.claimed_at = row.ended_at - dt.timedelta(minutes=minutes)


def test_nobody_is_there_though_it_is_open() -> None:
    officer("school")
    found = duty.duty(newest(), "school", MONDAY)
    assert (found.anybody, found.open_now, found.holiday) == (False, True, None)


def test_somebody_is_there_while_the_console_is_open() -> None:
    anna = officer("school")
    officers.seen(anna.id)
    assert [each.name for each in duty.duty(newest(), "school", MONDAY).officers] == ["Anna"]
    assert not duty.duty(newest(), "vet", MONDAY).anybody
    with database.session() as session:
        session.get(OfficerRow, anna.id).seen_at = database.now() - officers.PRESENT * 2
    assert not duty.duty(newest(), "school", MONDAY).anybody


def test_holiday_is_named_with_the_next_opening() -> None:
    easter = MONDAY.replace(month=4, day=13)
    found = duty.duty(newest(), "school", easter)
    assert found.holiday is not None
    assert not found.open_now
    assert found.opens == easter.replace(day=14, hour=9)


def test_wait_is_not_told_before_three_tickets_have_ended() -> None:
    anna = officer("school")
    officers.seen(anna.id)
    for number in range(2):
        ended(f"c{number}", anna.id, 10)
    assert duty.wait(request("mine")) == duty.Wait(ahead=0, minutes=None)


def test_wait_is_that_of_those_before_shared_among_officers() -> None:
    anna, berta = officer("school"), officer("school", "vet", name="Berta")
    for each in (anna, berta):
        officers.seen(each.id)
    for number, minutes in enumerate((5, 10, 15)):
        ended(f"c{number}", anna.id, minutes)
    request("before")
    # two at ten minutes each, two officers
    assert duty.wait(request("mine")) == duty.Wait(ahead=1, minutes=10)
    officers.set_away(berta.id, True)
    assert duty.wait(request("mine")) == duty.Wait(ahead=1, minutes=20)
    officers.set_away(anna.id, True)
    assert duty.wait(request("mine")) == duty.Wait(ahead=1, minutes=None)
