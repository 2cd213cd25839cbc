"""From Partneris to a person and back, over a real socket of the running system."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from bot import database
from bot.helpdesk import officers, tickets
from bot.helpdesk.officers import Officer
from bot.helpdesk.tickets import Ticket
from tests.server import Server
from tests.window import Window

Open = Callable[..., Window]


@pytest.fixture
def helpdesk(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Officer]:
    """An officer for schools, at first away, on the running system's database."""
    monkeypatch.setenv(database.VARIABLE, server.database)
    email = "evita.zondaka@viaa.gov.lv"
    known = [each for each in officers.everybody() if each.email == email]
    evita = (
        known[0]
        if known
        else officers.add(
            email, "Evita Zondaka", "gara un laba parole", "officer", ["school"], "lv"
        )
    )
    for each in officers.everybody():  # other tests' officers share the system
        officers.set_away(each.id, True)
    yield evita
    for ticket in [*tickets.waiting(), *tickets.held()]:
        if ticket.state not in tickets.HELD:
            tickets.claim(ticket.id, evita.id)
        tickets.end(ticket.id, evita.id, "solved")


@pytest.fixture
def present(helpdesk: Officer) -> Officer:
    officers.set_away(helpdesk.id, False)
    officers.seen(helpdesk.id)
    return helpdesk


@pytest.fixture
def window(server: Server) -> Iterator[Open]:
    opened: list[Window] = []

    def open_(**values: object) -> Window:
        opened.append(Window(server.url, **values))  # type: ignore[arg-type]
        return opened[-1]

    yield open_
    for each in opened:
        each.close()


def only_ticket() -> Ticket:
    (ticket,) = tickets.waiting()
    return ticket


def waits_for_officer(one: Window, name: str) -> None:
    one.wait_for(lambda: one.entries[-1].get("officer") == name)


def answer(ticket: Ticket, officer: Officer, key: str, text: str) -> None:
    message = {"text": text, "words": text, "language": "lv", "officer": {"name": officer.name}}
    tickets.answer(ticket.id, officer.id, key, message)


def test_a_person_is_asked_for_found_talks_and_gives_back(window: Open, present: Officer) -> None:
    one = window()
    asked = one.say("a", "gribu runāt ar cilvēku")
    assert "sektorā" in asked["text"]
    assert "Skolu izglītība" in [button["title"] for button in asked["buttons"]]
    passed = one.say("b", "Skolu izglītība")
    assert "Evita Zondaka" in passed["text"]
    assert "nākamais rindā" in passed["text"]
    ticket = only_ticket()
    assert (ticket.field, ticket.channel, ticket.reason) == ("school", "website", "asked")

    waiting = one.say("c", "Kāds ir termiņš?")  # while nobody has it, Partneris answers
    assert "23. aprīļa" in waiting["text"]

    tickets.claim(ticket.id, present.id)
    one.wait_for(lambda: one.entries[-1].get("notice") is True)
    assert "Evita Zondaka" in one.entries[-1]["text"]
    answer(ticket, present, "test-1", "Labdien! Kā varu palīdzēt?")
    waits_for_officer(one, "Evita Zondaka")
    assert one.entries[-1]["text"] == "Labdien! Kā varu palīdzēt?"

    said = len(one.entries)
    typed = {"id": "d", "text": "Kāds ir termiņš?", "language": "lv"}
    assert one.send("message", typed)["status"] == "ok"
    assert [entry["from"] for entry in one.entries[said:]] == ["user"]  # Partneris is silent
    assert tickets.held()[0].unread

    tickets.end(ticket.id, present.id, "back_to_bot")
    one.wait_for(lambda: one.entries[-1].get("notice") is True)
    assert "Partneris" in one.entries[-1]["text"]
    again = one.say("e", "un vēlākais beigu datums?")
    assert again["officer"] is None
    assert again["text"]

    later = window(token=one.session["token"])
    seen = [(entry["from"], entry.get("officer")) for entry in later.session["entries"]]
    assert seen == [(entry["from"], entry.get("officer")) for entry in one.entries]
    ids = [entry["id"] for entry in later.session["entries"]]
    assert ids == [entry["id"] for entry in one.entries]
    assert len(ids) == len(set(ids))


def test_in_english_with_the_sector_known_before(window: Open, present: Officer) -> None:
    one = window(language="en")
    one.say("a", "How much money is there for schools?", "en")
    passed = one.say("b", "I want to talk to a real person", "en")
    assert "Evita Zondaka (VIAA) is at the desk now" in passed["text"]
    assert "You are next in the queue" in passed["text"]
    ticket = only_ticket()
    assert (ticket.field, ticket.language, ticket.topic) == ("school", "en", "money_available")
    wait = one.say("c", "how long do I have to wait?", "en")
    assert "next in the queue" in wait["text"]
    again = one.say("d", "give me a human please", "en")
    assert "next in the queue" in again["text"]
    assert len(tickets.waiting()) == 1
    cancelled = one.say("e", "I don't need the adviser any more", "en")
    assert "cancelled" in cancelled["text"]
    assert tickets.waiting() == []


@pytest.mark.usefixtures("helpdesk")
def test_nobody_is_there_so_a_message_is_left(window: Open) -> None:
    one = window()
    one.say("a", "Mūsu skola gatavo projektu, cik ir naudas skolu sektoram?")
    alone = one.say("b", "lūdzu, savienojiet ar darbinieku")
    assert "nav pie datora" in alone["text"]
    assert "evita.zondaka@viaa.gov.lv" in alone["text"]
    more = one.say("c", "Mani interesē, vai varam pieaicināt Šveices ekspertu kā lektoru")
    left = one.say("d", "ilze.berzina@skola.lv")
    assert "ilze.berzina@skola.lv" in left["text"], (more["text"], left["text"])
    ticket = only_ticket()
    assert (ticket.state, ticket.contact) == ("contact_left", "ilze.berzina@skola.lv")
    assert ticket.note is not None


@pytest.mark.usefixtures("helpdesk")
def test_a_message_need_not_be_left(window: Open) -> None:
    one = window()
    one.say("a", "Kontakti skolām")
    one.say("b", "gribu runāt ar cilvēku")
    dropped = one.say("c", "nevajag")
    assert "Jautājiet" in dropped["text"]
    assert tickets.waiting() == []
    # an address later on is no message any more
    one.say("d", "mans e-pasts ir ilze@skola.lv")
    assert tickets.waiting() == []


def test_a_person_is_offered_after_two_misunderstandings(window: Open, present: Officer) -> None:
    one = window()
    first = one.say("a", "blabla murkšķis zirnis")
    second = one.say("b", "zirnis blabla kūkū")
    assert "Gribu runāt ar cilvēku" not in [button["title"] for button in first["buttons"]]
    assert second["buttons"][0]["title"] == "Gribu runāt ar cilvēku"
    one.say("c", "Gribu runāt ar cilvēku")
    one.say("d", "Vēl nezinu")
    ticket = only_ticket()
    assert (ticket.field, ticket.reason) == (None, "misunderstood")


def test_anger_is_offered_a_person(window: Open, present: Officer) -> None:
    one = window()
    angry = one.say("a", "tu esi stulbs un nekam nederīgs")
    assert angry["buttons"][0]["title"] == "Gribu runāt ar cilvēku"
    one.say("b", "jā")
    one.say("c", "skolas")
    assert only_ticket().reason == "anger"


def test_over_rest_nobody_can_answer_later_so_contacts_are_named(server: Server) -> None:
    (reply,) = server.ask("rest-handover", "gribu runāt ar cilvēku")
    assert "evita.zondaka@viaa.gov.lv" in reply["text"]
