"""Telegram's channel in the running assistant, against a Telegram that checks as Telegram does."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from aiohttp import web

from bot.channels.telegram import TelegramInput
from bot.demo.standins.telegram import (
    BOT,
    SECRET,
    TOKEN,
    WEBHOOK,
    Message,
    TelegramStandIn,
    too_many,
)
from tests.bot.channels.conftest import Chats

DEADLINE = "Kāds ir pieteikumu iesniegšanas termiņš?"
PLAN = (
    "Sarēķini mūsu projekta budžetu",
    "24 mēneši, 3 partneri no Latvijas, Igaunijas un Somijas, skolu sektors, inovāciju projekts,"
    " 4 sanāksmes pa 2 cilvēkiem, ap 900 km",
)


@pytest.fixture
def user(number: Callable[[], int]) -> int:
    return number()


@pytest.fixture
def group(telegram: TelegramStandIn, number: Callable[[], int]) -> int:
    return telegram.group(-1_000_000_000_000 - number())


def settled(telegram: TelegramStandIn, user: int) -> int:
    """Return how many messages there were when everything said so far was answered.

    A conversation is worked on in order: thanks that are answered end what was before them.
    """

    def thanked() -> list[Message]:
        found = [each for each in telegram.messages if each.chat == user]
        return (
            found if found and found[-1].text.startswith(("Lūdzu! Ja", "You are welcome")) else []
        )

    telegram.say(user, "Paldies!")
    return len(telegram.wait_for(thanked)) - 1


def tries(telegram: TelegramStandIn, user: int) -> int:
    """Return how often a message to a person came in, refused ones, too."""
    return len([each for each in telegram.called("sendMessage") if each["chat_id"] == str(user)])


# Who may speak


@pytest.mark.parametrize("secret", [None, "", "standin_secret-0123456788", SECRET[:-1], "\xe1"])
def test_without_the_secret_nothing_is_heard(
    telegram: TelegramStandIn, user: int, secret: str | None
) -> None:
    assert telegram.send(telegram.update(user, "Kontakti PIA"), secret)[0] == 401
    assert settled(telegram, user) == 0


@pytest.mark.parametrize("body", [b"[]", b"{}", b"7", b'{"update_id": 1, "message": {}}'])
def test_an_update_that_cannot_be_read_does_not_come_again(
    telegram: TelegramStandIn, body: bytes
) -> None:
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    assert telegram.post(WEBHOOK, body, headers)[0] == 200
    assert telegram.post(WEBHOOK, b"{", headers)[0] == 400


def test_nobody_can_change_the_webhook(telegram: TelegramStandIn) -> None:
    for path in ("/webhooks/telegram/set_webhook", "/webhooks/telegram/"):
        assert telegram.post(path, b"", {})[0] in (404, 405)


def test_updates_of_other_kinds_are_taken_and_left(telegram: TelegramStandIn, user: int) -> None:
    assert telegram.send({"update_id": 1, "something_new": {}})[0] == 200
    joined = telegram.update(user, new_chat_members=[telegram.user(user)])
    assert telegram.send(joined)[0] == 200
    channel = telegram.update(user, "x", kind="channel_post")
    del channel["channel_post"]["from"]
    assert telegram.send(channel)[0] == 200
    bot = telegram.update(user, "Kontakti PIA")
    bot["message"]["from"]["is_bot"] = True
    assert telegram.send(bot)[0] == 200
    assert settled(telegram, user) == 0


# Private chats


def test_a_question_is_answered_with_its_source_and_buttons(
    telegram: TelegramStandIn, user: int
) -> None:
    (answer,) = telegram.ask(user, DEADLINE)
    assert "23. aprīļa" in answer.text
    assert "<i>Avot" in answer.html
    assert answer.titles
    assert answer.reply_to is None
    assert [each["chat_id"] for each in telegram.called("sendChatAction")].count(str(user)) == 1


def test_the_language_is_that_of_the_message_and_not_of_the_device(
    telegram: TelegramStandIn, user: int
) -> None:
    (answer,) = telegram.ask(user, "What is the deadline?", language="lv")
    assert "23 April 2020" in answer.text
    (answer,) = telegram.ask(user, "Cik ilgs var būt projekts?", language="en")
    assert "mēne" in answer.text


def test_a_conversation_goes_on_and_none_mixes(
    telegram: TelegramStandIn, user: int, number: Callable[[], int]
) -> None:
    telegram.ask(user, "Cik ilgs var būt projekts?")
    telegram.ask(number(), "Kontakti PIA")
    (answer,) = telegram.ask(user, "un augstākajai izglītībai?")
    assert "36" in answer.text


def test_the_same_update_again_is_not_answered_again(telegram: TelegramStandIn, user: int) -> None:
    update = telegram.update(user, "Kontakti PIA")
    for _ in range(3):
        assert telegram.send(update)[0] == 200
    assert settled(telegram, user) == 1


def test_the_bots_name_is_asked_for_once(telegram: TelegramStandIn, user: int) -> None:
    telegram.ask(user, "Kontakti PIA")
    telegram.ask(user, "Kontakti PII")
    assert len(telegram.called("getMe")) == 1


@pytest.mark.parametrize("text", ['/greet{"x": 1}', '/ask_contacts{"field": "vet"}', "/restart"])
def test_a_payload_typed_by_hand_sets_nothing(
    telegram: TelegramStandIn, user: int, text: str
) -> None:
    telegram.ask(user, text)
    (answer,) = telegram.ask(user, "Kādas ir kontaktpersonas?")
    assert "evita.zondaka@viaa.gov.lv" in answer.text


def test_markup_stays_text(telegram: TelegramStandIn, user: int) -> None:
    (answer,) = telegram.ask(user, "<b>kontakti</b> &amp; <script>1</script> *PIA* [a](b)")
    assert "<script" not in answer.html
    assert "<b>" not in answer.html


def test_what_is_too_long_is_told(telegram: TelegramStandIn, user: int) -> None:
    (answer,) = telegram.ask(user, "kontakti " * 2_500, language="en")
    assert "up to 4 000" in answer.text
    assert "par garu" not in answer.text


# Commands


def test_commands_say_plain_sentences(telegram: TelegramStandIn, user: int) -> None:
    (answer,) = telegram.ask(user, "/start")
    assert "Esmu Partneris" in answer.text
    (answer,) = telegram.ask(user, "/help@PartnerisBot")
    assert "termiņi" in answer.text


def test_a_new_person_is_greeted_in_the_devices_language(
    telegram: TelegramStandIn, user: int
) -> None:
    (answer,) = telegram.ask(user, "/start", language="en-GB")
    assert "I am Partneris" in answer.text


def test_the_language_is_changed_by_a_button(telegram: TelegramStandIn, user: int) -> None:
    telegram.ask(user, DEADLINE)
    (question,) = telegram.ask(user, "/valoda")
    assert question.titles == ["Runā latviski, lūdzu", "Please speak English"]
    before = len(telegram.messages)
    telegram.press(user, question, "Please speak English")
    (answer,) = telegram.answers(user, 1, before)
    assert "English" in answer.text
    (answer,) = telegram.ask(user, "/help")
    assert "deadlines" in answer.text
    (again,) = telegram.ask(user, "/language")
    assert "Which language" in again.text
    before = len(telegram.messages)
    telegram.press(user, again, "Runā latviski, lūdzu")
    (answer,) = telegram.answers(user, 1, before)
    assert "latviski" in answer.text


def test_another_command_is_text(telegram: TelegramStandIn, user: int) -> None:
    (answer,) = telegram.ask(user, "/kontakti PIA")
    assert "@viaa.gov.lv" in answer.text


# Buttons


def test_a_press_says_the_buttons_title_once(telegram: TelegramStandIn, user: int) -> None:
    (answer,) = telegram.ask(user, DEADLINE)
    first, second = answer.titles[:2]
    held = json.loads(json.dumps(answer.keyboard))
    query = telegram.press(user, answer, first)
    assert query in telegram.answered
    telegram.wait_for(lambda: not answer.titles)
    answer.keyboard = held  # as a window that has not heard of the change
    query = telegram.press(user, answer, second)
    assert query in telegram.answered
    assert settled(telegram, user) == 2


@pytest.mark.parametrize("change", [{"data": "99"}, {"message": None}, {"data": "x" * 64}])
def test_a_press_that_no_button_has_is_answered_and_left(
    telegram: TelegramStandIn, user: int, change: dict[str, Any]
) -> None:
    (answer,) = telegram.ask(user, DEADLINE)
    query = {"id": "1", "from": telegram.user(user), "chat_instance": "1", "data": "0"}
    query["message"] = telegram._as_sent(answer)
    query = {key: value for key, value in (query | change).items() if value is not None}
    status, body = telegram.send({"update_id": 5, "callback_query": query})
    assert (status, json.loads(body)["method"]) == (200, "answerCallbackQuery")
    assert settled(telegram, user) == 1


# Other things than text


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ({"photo": [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]}, "Attēlus"),
        ({"voice": {"file_id": "1", "file_unique_id": "1", "duration": 3}}, "noklausīties"),
        ({"contact": {"phone_number": "+3711", "first_name": "A"}}, "Kontaktinformācija"),
        ({"location": {"latitude": 57.0, "longitude": 24.1}}, "Atrašanās"),
        ({"document": {"file_id": "1", "file_unique_id": "1"}}, "Failus"),
    ],
)  # fmt: skip
def test_only_text_is_read_and_that_is_said_once(
    telegram: TelegramStandIn, user: int, message: dict[str, Any], words: str
) -> None:
    telegram.say(user, **message)
    telegram.say(user, **message)
    (notice,) = telegram.answers(user, 1)
    assert words in notice.text
    assert settled(telegram, user) == 1


def test_a_caption_is_text(telegram: TelegramStandIn, user: int) -> None:
    photo = [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]
    telegram.say(user, photo=photo, caption=DEADLINE)
    (answer,) = telegram.answers(user, 1)
    assert "23. aprīļa" in answer.text


def test_an_edited_message_is_not_answered_again(telegram: TelegramStandIn, user: int) -> None:
    telegram.ask(user, DEADLINE, language="en")
    for _ in range(2):
        edited = telegram.update(user, "Kontakti PIA", kind="edited_message", language="en")
        assert telegram.send(edited)[0] == 200
    notice = telegram.answers(user, 2)[1]
    assert "Labotas ziņas" in notice.text
    assert settled(telegram, user) == 2


def test_where_the_language_is_not_known_both_are_spoken(
    telegram: TelegramStandIn, user: int
) -> None:
    sticker = {"file_id": "1", "file_unique_id": "1", "type": "regular", "width": 1, "height": 1}
    telegram.say(user, language="ru", sticker={**sticker, "is_animated": False, "is_video": False})
    (notice,) = telegram.answers(user, 1)
    assert "Uzlīmes" in notice.text
    assert "stickers" in notice.text


# Groups


def test_a_group_is_answered_where_it_asks_partneris(
    telegram: TelegramStandIn, user: int, group: int
) -> None:
    telegram.say(user, DEADLINE, chat=group)
    telegram.say(user, "/help", chat=group)
    telegram.say(user, "/help@OtherBot", chat=group)
    telegram.say(user, photo=[], chat=group)
    before = len(telegram.messages)
    asked = telegram.say(user, "@partnerisbot cik ilgs var būt projekts?", chat=group)
    (answer,) = telegram.answers(group, 1, before)
    assert answer.reply_to == asked
    (help_,) = telegram.ask(user, "/help@PartnerisBot", chat=group)
    assert "termiņi" in help_.text
    # somebody else goes on by replying
    (after,) = telegram.ask(
        user + 1, "Un kāds ir pieteikumu iesniegšanas termiņš?", chat=group, reply_to=answer
    )
    assert "23. aprīļa" in after.text
    assert len([each for each in telegram.messages if each.chat == group]) == 3


def test_a_press_in_a_group_is_answered_there(
    telegram: TelegramStandIn, user: int, group: int
) -> None:
    (answer,) = telegram.ask(user, f"@{BOT['username']} {DEADLINE}", chat=group)
    before = len(telegram.messages)
    telegram.press(user + 1, answer, answer.titles[0])
    (after,) = telegram.answers(group, 1, before)
    assert after.reply_to == answer.id


def test_a_topic_of_a_group_is_a_conversation_of_its_own(
    telegram: TelegramStandIn, user: int, group: int
) -> None:
    topic = {"message_thread_id": 77, "is_topic_message": True}
    (answer,) = telegram.ask(user, f"@{BOT['username']} {DEADLINE}", chat=group, **topic)
    assert answer.thread == 77


# Files


def test_a_plan_comes_with_its_table_files_and_chart(telegram: TelegramStandIn, user: int) -> None:
    for told in (*PLAN, "sarēķini budžetu", "atsūti excel failu", "atsūti diagrammu"):
        telegram.ask(user, told)
    telegram.wait_for(
        lambda: len([each for each in telegram.messages if each.chat == user and each.file]) >= 2
    )
    found = [each for each in telegram.messages if each.chat == user]
    (sheet, chart) = [each for each in found if each.file]
    assert sheet.file
    assert sheet.file.endswith(".xlsx")
    assert sheet.content.startswith(b"PK")
    assert chart.photo
    assert any("<pre>" in each.html for each in found)


# Trouble


def test_telegram_may_ask_to_wait(telegram: TelegramStandIn, user: int) -> None:
    telegram.refuse("sendMessage", too_many(1))
    (answer,) = telegram.ask(user, "Kontakti PIA")
    assert answer.titles
    assert tries(telegram, user) == 2


def test_a_failure_that_passes_is_outlived(telegram: TelegramStandIn, user: int) -> None:
    telegram.refuse("sendMessage", web.Response(status=502), web.Response(status=500, text="x"))
    assert telegram.ask(user, "Kontakti PIA")
    assert tries(telegram, user) == 3
    assert settled(telegram, user) == 1


def test_what_telegram_refuses_is_logged_without_text_and_token(
    chats: Chats, telegram: TelegramStandIn, user: int
) -> None:
    body = {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}
    telegram.refuse("sendMessage", web.json_response(body, status=403))
    telegram.say(user, "Kontakti PIA")
    log = chats.server.output
    telegram.wait_for(lambda: "telegram: an answer could not be sent: Forbidden" in log.read_text())
    assert settled(telegram, user) == 0
    assert "ontakt" not in log.read_text()
    assert TOKEN not in log.read_text()


def test_too_many_messages_are_told_about_once(telegram: TelegramStandIn, user: int) -> None:
    for _ in range(25):
        telegram.say(user, "Paldies")
    told = [each for each in telegram.answers(user, 21) if "Pārāk daudz" in each.text]
    assert len(told) == 1


def test_a_token_without_its_secret_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TELEGRAM_BOT_TOKEN", "TELEGRAM_WEBHOOK_SECRET"):
        monkeypatch.delenv(name, raising=False)
    assert TelegramInput.from_credentials(None).get_output_channel() is None
    monkeypatch.setenv("TELEGRAM_WEBHOOK_SECRET", SECRET)
    with pytest.raises(RuntimeError, match="TELEGRAM_BOT_TOKEN is not"):
        TelegramInput.from_credentials(None)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    assert TelegramInput.from_credentials(None).get_output_channel() is not None
    monkeypatch.setenv("TELEGRAM_WEBHOOK_SECRET", "short")
    with pytest.raises(RuntimeError, match="16 to 256"):
        TelegramInput.from_credentials(None)
