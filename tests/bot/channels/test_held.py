"""What messengers bring while an officer has the conversation."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable

import pytest

from bot import database
from bot.demo.standins.slack import SlackStandIn
from bot.demo.standins.telegram import TelegramStandIn
from bot.helpdesk import officers, tickets
from bot.helpdesk.officers import Officer
from tests.bot.channels.conftest import Chats

_ADDRESS = "anna.messengers@viaa.example"
_PHOTO = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]


@pytest.fixture
def anna(chats: Chats, monkeypatch: pytest.MonkeyPatch) -> Officer:
    monkeypatch.setenv(database.VARIABLE, chats.server.database)
    known = {each.email: each for each in officers.everybody()}
    if _ADDRESS not in known:
        officers.add(_ADDRESS, "Anna", "gara un laba parole", "head", [], "lv")
        known = {each.email: each for each in officers.everybody()}
    officers.seen(known[_ADDRESS].id)
    return known[_ADDRESS]


@pytest.fixture
def user(number: Callable[[], int]) -> int:
    return number()


def _claimed(conversation: str, officer: Officer) -> None:
    ticket = tickets.open_ticket(conversation)
    assert ticket
    tickets.claim(ticket.id, officer.id)


def _heard(chats: Chats, conversation: str) -> list[str]:
    """Return what the person said, as the officer sees it."""
    with sqlite3.connect(chats.server.conversations) as store:
        rows = store.execute(
            "SELECT data FROM events WHERE sender_id = ? AND type_name = 'user' ORDER BY id",
            [conversation],
        ).fetchall()
    return [json.loads(data)["text"] for (data,) in rows]


def test_in_telegram_an_officer_is_told_of_pictures_and_reads_corrections(
    chats: Chats, telegram: TelegramStandIn, user: int, anna: Officer
) -> None:
    conversation = f"telegram-{user}"
    telegram.ask(user, "Gribu runāt ar cilvēku, skolu sektors")
    _claimed(conversation, anna)
    assert "Anna" in telegram.answers(user, 2)[1].text

    telegram.say(user, photo=_PHOTO)
    telegram.say(user, photo=_PHOTO)  # of one album
    assert "Attēlu VIAA darbinieks šeit neredz." in telegram.answers(user, 3)[2].text
    telegram.send(telegram.update(user, "Labotais jautājums", kind="edited_message"))
    telegram.wait_for(lambda: "Labotais jautājums" in _heard(chats, conversation))
    heard = _heard(chats, conversation)[1:]
    assert heard == ["(Nosūtīts attēls, ko šeit nevar parādīt.)", "Labotais jautājums"]
    assert len([each for each in telegram.messages if each.chat == user]) == 3


def test_who_asks_and_wants_a_human_gets_both(
    telegram: TelegramStandIn, user: int, anna: Officer
) -> None:
    telegram.say(user, "Gribu runāt ar dzīvu cilvēku par skolu projektu. Kāds ir termiņš?")
    answer, handed_over = telegram.answers(user, 2)
    assert "23. aprīļa" in answer.text
    assert "Anna" in handed_over.text
    assert tickets.open_ticket(f"telegram-{user}")


def test_in_slack_an_officer_is_told_of_files(
    chats: Chats, slack: SlackStandIn, user: int, anna: Officer
) -> None:
    name = f"U{user}"
    slack.ask(name, "I want to talk to a human, school sector")
    (conversation,) = [
        each.conversation for each in tickets.waiting() if slack.direct(name) in each.conversation
    ]
    _claimed(conversation, anna)
    slack.answers(slack.direct(name), 2)
    place = slack.direct(name)
    event = slack.event(name, "", place, slack.new_ts(), None)
    slack.send({**event, "subtype": "file_share", "files": [{"id": "F1"}]})
    notice = slack.answers(slack.direct(name), 3)[2]
    assert "The VIAA officer cannot open files here." in notice.text
    assert _heard(chats, conversation)[1:] == ["(A file was sent, which cannot be opened here.)"]
