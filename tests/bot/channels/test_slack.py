"""Slack's channel in the running assistant, against a Slack that checks as Slack does."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest
from aiohttp import web

from bot.channels.slack import SlackInput
from bot.channels.slack_markup import escape, mentions, mentions_anybody, plain
from bot.demo.standins.slack import BOT_USER, WEBHOOK, Message, SlackStandIn
from tests.bot.channels.conftest import Chats

MENTION = f"<@{BOT_USER}>"
PLAN = (
    "Sarēķini mūsu projekta budžetu",
    "24 mēneši, 3 partneri no Latvijas, Igaunijas un Somijas, skolu sektors, inovāciju projekts,"
    " 4 sanāksmes pa 2 cilvēkiem, ap 900 km",
)


@pytest.fixture
def user(number: Callable[[], int]) -> str:
    return f"U{number()}"


@pytest.fixture
def channel(slack: SlackStandIn, number: Callable[[], int]) -> str:
    return slack.channel(f"C{number()}")


def settled(slack: SlackStandIn, user: str) -> int:
    """Return how many messages there were when everything said so far was answered.

    A conversation is worked on in order: thanks that are answered end what was before them.
    """
    place = slack.direct(user)

    def thanked() -> list[Message]:
        found = [each for each in slack.messages if each.channel == place]
        return found if found and found[-1].shown.startswith(("Lūdzu! Ja", "You are")) else []

    slack.say(user, "Paldies!")
    return len(slack.wait_for(thanked)) - 1


def tries(slack: SlackStandIn, user: str) -> int:
    """Return how often a message to a person came in, refused ones, too."""
    place = slack.direct(user)
    return len([each for each in slack.called("chat.postMessage") if each["channel"] == place])


# Who may speak


def test_a_request_for_the_address_is_answered(slack: SlackStandIn) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "3eZbrw1aB"}).encode()
    assert slack.send_signed(body) == (200, b"3eZbrw1aB")
    assert slack.send_signed(body, signature="v0=00")[0] == 401


@pytest.mark.parametrize(
    "header",
    [
        {"X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Signature": "v0=\xe1"},
        {"X-Slack-Request-Timestamp": "soon"},
    ],
)
def test_what_slack_has_not_signed_is_refused(
    slack: SlackStandIn, user: str, header: dict[str, str]
) -> None:
    event = slack.event(user, "Kontakti PIA", slack.direct(user), slack.new_ts())
    assert slack.send(event, **header)[0] == 401
    assert settled(slack, user) == 0


@pytest.mark.parametrize("minutes", [-6, 6])
def test_what_was_signed_at_another_time_is_refused(
    slack: SlackStandIn, user: str, minutes: int
) -> None:
    event = slack.event(user, "Kontakti PIA", slack.direct(user), slack.new_ts())
    body = json.dumps(slack.envelope(event)).encode()
    assert slack.send_signed(body, timestamp=str(int(time.time()) + minutes * 60))[0] == 401
    assert settled(slack, user) == 0


def test_without_a_signature_nothing_is_heard(slack: SlackStandIn) -> None:
    assert slack.post(WEBHOOK, b"{}", {})[0] == 401


@pytest.mark.parametrize("body", [b"", b"[]", b"payload=7", b"\xff"])
def test_a_signed_body_that_is_none_is_refused(slack: SlackStandIn, body: bytes) -> None:
    if body != b"\xff":  # slack's own code signs text only
        assert slack.send_signed(body)[0] == 400
    assert slack.post(WEBHOOK, body, {})[0] == 401


@pytest.mark.parametrize(
    "event", [{"type": "app_home_opened"}, {"type": "message", "channel": {"id": "C1"}}, {}]
)
def test_events_of_other_kinds_are_taken_and_left(slack: SlackStandIn, event: dict) -> None:
    assert slack.send({"type": "?", **event})[0] == 200


# Direct messages


def test_a_question_is_answered_with_its_source_and_buttons(slack: SlackStandIn, user: str) -> None:
    (answer,) = slack.ask(user, "Kāds ir pieteikumu iesniegšanas termiņš?")
    assert "23. aprīļa" in answer.shown
    assert answer.titles
    context = [block for block in answer.blocks if block["type"] == "context"]
    assert "Avot" in context[0]["elements"][0]["text"]
    assert "Avot" not in answer.blocks[0]["text"]["text"]
    assert "23. aprīļa" in answer.text
    assert answer.thread is None


def test_the_language_is_that_of_the_message(slack: SlackStandIn, user: str) -> None:
    (answer,) = slack.ask(user, "What is the deadline?")
    assert "23 April 2020" in answer.shown
    (answer,) = slack.ask(user, "Cik ilgs var būt projekts?")
    assert "mēne" in answer.shown


def test_a_conversation_goes_on(slack: SlackStandIn, user: str) -> None:
    slack.ask(user, "Cik ilgs var būt projekts?")
    (answer,) = slack.ask(user, "un augstākajai izglītībai?")
    assert "36" in answer.shown


def test_conversations_do_not_mix(slack: SlackStandIn, number: Callable[[], int]) -> None:
    slack.ask(f"U{number()}", "Kontakti PIA")
    (answer,) = slack.ask(f"U{number()}", "Kontakti")
    assert "inese.rimsane@viaa.gov.lv" in answer.shown


def test_the_same_event_again_is_not_answered_again(slack: SlackStandIn, user: str) -> None:
    place, ts = slack.direct(user), slack.new_ts()
    event = slack.event(user, "Kontakti PIA", place, ts)
    body = json.dumps(slack.envelope(event)).encode()
    retry = {"X-Slack-Retry-Num": "1", "X-Slack-Retry-Reason": "http_timeout"}
    for headers in ({}, retry, {}):
        assert slack.send_signed(body, headers=headers)[0] == 200
    assert slack.send(event)[0] == 200  # with an id of its own
    assert settled(slack, user) == 1


def test_an_event_is_taken_at_once(slack: SlackStandIn, user: str) -> None:
    start = time.monotonic()
    slack.say(user, "Kontakti PIA")
    assert time.monotonic() - start < 3


@pytest.mark.parametrize("text", ['/greet{"x": 1}', '/ask_contacts{"field": "vet"}', "/restart"])
def test_a_payload_typed_by_hand_sets_nothing(slack: SlackStandIn, user: str, text: str) -> None:
    slack.ask(user, text)
    (answer,) = slack.ask(user, "Kādas ir kontaktpersonas?")
    assert "evita.zondaka@viaa.gov.lv" in answer.shown


def test_markup_stays_text(slack: SlackStandIn, user: str) -> None:
    (answer,) = slack.ask(user, "&lt;!channel&gt; &amp; *kontakti* &lt;b&gt; <!here> <@U999> PIA")
    assert "<!" not in json.dumps(answer.blocks)


def test_what_is_too_long_is_told(slack: SlackStandIn, user: str) -> None:
    (answer,) = slack.ask(user, "kontakti " * 2_500)
    assert "4 000" in answer.shown
    assert "too long" in answer.shown
    assert "par garu" in answer.shown


def test_a_file_alone_is_not_read_and_that_is_said_once(slack: SlackStandIn, user: str) -> None:
    place = slack.direct(user)
    file = {"subtype": "file_share", "files": [{"id": "F1", "name": "a.pdf"}]}
    for _ in range(2):
        slack.send({**slack.event(user, "", place, slack.new_ts()), **file})
    (notice,) = slack.answers(place, 1)
    assert "Failus diemžēl nevaru" in notice.shown
    slack.send({**slack.event(user, "Kontakti PIA", place, slack.new_ts()), **file})
    answer = slack.answers(place, 2)[1]
    assert "inese.rimsane" not in answer.shown
    assert answer.titles
    assert settled(slack, user) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"subtype": "message_changed", "message": {"text": "x"}},
        {"subtype": "message_deleted"},
        {"subtype": "channel_join"},
        {"subtype": "bot_message", "bot_id": "B1"},
        {"bot_id": "B2"},
        {"user": BOT_USER},
    ],
)
def test_edits_joins_and_bots_are_not_answered(
    slack: SlackStandIn, user: str, change: dict
) -> None:
    event = slack.event(user, "Kontakti PIA", slack.direct(user), slack.new_ts())
    assert slack.send({**event, **change})[0] == 200
    assert settled(slack, user) == 0


# Channels


def test_a_mention_is_answered_once_in_its_thread(
    slack: SlackStandIn, user: str, channel: str
) -> None:
    ts = slack.say(user, f"{MENTION} kontakti PIA", channel)
    (answer,) = slack.answers(channel, 1, ts)
    assert answer.titles
    slack.ask(user, "un termiņš?", channel=channel, thread=ts)
    assert [each.thread for each in slack.messages if each.channel == channel] == [ts, ts]


def test_a_channel_is_not_listened_to(slack: SlackStandIn, user: str, channel: str) -> None:
    ts = slack.say(user, "Kurš zina, kāds ir termiņš?", channel)
    slack.say(user, "23. aprīlis", channel, ts)
    slack.say(user, "<@U999> vai tiešām?", channel)
    own = slack.say(user, f"{MENTION} termiņš?", channel)
    slack.answers(channel, 1, own)
    assert len([each for each in slack.messages if each.channel == channel]) == 1


def test_in_a_thread_that_a_mention_began_no_mention_is_needed(
    slack: SlackStandIn, user: str, channel: str
) -> None:
    ts = slack.say(user, f"{MENTION} cik ilgs var būt projekts?", channel)
    slack.answers(channel, 1, ts)
    (answer,) = slack.ask("U999", "un augstākajai izglītībai?", channel=channel, thread=ts)
    assert "36" in answer.shown
    slack.say(user, "<@U999> paldies, tas ir skaidrs", channel, ts)
    slack.ask(user, "Kontakti PIA", channel=channel, thread=ts)
    assert len([each for each in slack.messages if each.channel == channel]) == 3


def test_in_another_thread_only_mentions_are_answered(
    slack: SlackStandIn, user: str, channel: str
) -> None:
    ts = slack.say(user, "Sveiki visi!", channel)
    slack.ask(user, f"{MENTION} Kontakti PIA", channel=channel, thread=ts)
    slack.say(user, "Kāds ir termiņš?", channel, ts)
    slack.ask(user, f"{MENTION} Kontakti", channel=channel, thread=ts)
    assert len([each for each in slack.messages if each.channel == channel]) == 2


def test_nothing_but_a_mention_is_a_greeting(slack: SlackStandIn, user: str, channel: str) -> None:
    ts = slack.say(user, MENTION, channel)
    (answer,) = slack.answers(channel, 1, ts)
    assert "Esmu Partneris" in answer.shown


# Buttons


def test_a_press_says_the_buttons_title_once(slack: SlackStandIn, user: str) -> None:
    (answer,) = slack.ask(user, "Kāds ir pieteikumu iesniegšanas termiņš?")
    first = answer.titles[0]
    before = len(slack.messages)
    assert slack.press(user, answer, first)[0] == 200
    slack.answers(answer.channel, 1, None, before)
    assert answer.titles == []
    assert answer.shown.endswith(f"✓ {first}")


def test_only_the_first_press_of_a_message_counts(slack: SlackStandIn, user: str) -> None:
    (answer,) = slack.ask(user, "Kāds ir pieteikumu iesniegšanas termiņš?")
    first, second = answer.titles[:2]
    held = [json.loads(json.dumps(block)) for block in answer.blocks]
    slack.press(user, answer, first)
    slack.wait_for(lambda: answer.edited)
    answer.blocks = held  # as a window that has not heard of the change
    assert slack.press(user, answer, second)[0] == 200
    assert settled(slack, user) == 2


def test_a_press_in_a_thread_is_answered_there(
    slack: SlackStandIn, user: str, channel: str
) -> None:
    ts = slack.say(user, f"{MENTION} Kāds ir pieteikumu iesniegšanas termiņš?", channel)
    (answer,) = slack.answers(channel, 1, ts)
    slack.press("U998", answer, answer.titles[0])
    assert len(slack.answers(channel, 2, ts)) == 2


# Long answers, tables, files


def test_a_plan_comes_with_a_narrow_table_and_its_file(slack: SlackStandIn, user: str) -> None:
    before = len(slack.messages)
    place = slack.direct(user)
    for told in (*PLAN, "sarēķini budžetu", "atsūti excel failu"):
        slack.ask(user, told)
    slack.wait_for(lambda: slack.shared(place))
    (file,) = slack.shared(place)
    assert file.name.endswith(".xlsx")
    assert file.content.startswith(b"PK")
    tables = [
        block["text"]["text"]
        for message in slack.messages[before:]
        if message.channel == place
        for block in message.blocks
        if block["type"] == "section" and "```" in block["text"]["text"]
    ]
    assert tables
    for line in "\n".join(tables).replace("```", "").splitlines():
        assert len(line) <= 32


# Trouble


def test_too_many_messages_are_told_about_once(slack: SlackStandIn, user: str) -> None:
    for _ in range(25):
        slack.say(user, "Paldies")
    place = slack.direct(user)
    answers = slack.answers(place, 21)
    told = [each for each in answers if "Pārāk daudz" in each.shown]
    assert len(told) == 1


def test_slack_may_ask_to_wait(slack: SlackStandIn, user: str) -> None:
    wait = web.json_response(
        {"ok": False, "error": "ratelimited"}, status=429, headers={"Retry-After": "1"}
    )
    slack.refuse("chat.postMessage", wait)
    start = time.monotonic()
    (answer,) = slack.ask(user, "Kontakti PIA")
    assert answer.titles
    assert time.monotonic() - start >= 1
    assert tries(slack, user) == 2


def test_a_failure_that_passes_is_outlived(slack: SlackStandIn, user: str) -> None:
    slack.refuse("chat.postMessage", web.Response(status=503), web.Response(status=502))
    assert slack.ask(user, "Kontakti PIA")
    assert tries(slack, user) == 3
    assert settled(slack, user) == 1


def test_what_slack_refuses_is_logged_without_its_text(
    chats: Chats, slack: SlackStandIn, user: str
) -> None:
    refused = web.json_response({"ok": False, "error": "channel_not_found"})
    slack.refuse("chat.postMessage", refused)
    slack.say(user, "Kontakti PIA")
    log = chats.server.output
    slack.wait_for(lambda: "could not be sent: channel_not_found" in log.read_text())
    assert settled(slack, user) == 0
    assert "ontakt" not in log.read_text()


def test_over_rest_nobody_gets_into_a_conversation_of_a_messenger(chats: Chats) -> None:
    for name in ("slack-T0VIAA-D1", "telegram-1"):
        status, answer = chats.server.post(json.dumps({"sender": name, "message": "x"}).encode())
        assert status == 400
        assert "slack-" in answer["error"]


# Markup and settings


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (f"{MENTION} Kāds ir termiņš?", "Kāds ir termiņš?"),
        (f"Sveiki, {MENTION}!", "Sveiki, !"),
        ("<mailto:a@viaa.lv|a@viaa.lv> un <https://viaa.lv>", "a@viaa.lv un https://viaa.lv"),
        ("<https://viaa.lv/x?a=1&amp;b=2|viaa.lv>", "viaa.lv"),
        ("<#C1|general> <!here> <!subteam^S1|@visi> <@U2>", "#general here @visi @U2"),
        ("1 &lt; 2 &amp;&amp; &amp;lt; 3", "1 < 2 && &lt; 3"),
    ],
)
def test_markup_becomes_what_a_person_sees(text: str, shown: str) -> None:
    assert plain(text, BOT_USER) == shown


def test_mentions_are_told_apart() -> None:
    assert mentions(f"a {MENTION}", BOT_USER)
    assert mentions(f"a <@{BOT_USER}|partneris>", BOT_USER)
    assert not mentions(f"a &lt;@{BOT_USER}&gt;", BOT_USER)
    assert mentions_anybody("<!channel> nu?")
    assert not mentions_anybody("<https://viaa.lv> &lt;@U1&gt;")
    assert escape("<@U1> & <b>") == "&lt;@U1&gt; &amp; &lt;b&gt;"


def test_a_token_without_its_secret_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"):
        monkeypatch.delenv(name, raising=False)
    assert SlackInput.from_credentials(None).get_output_channel() is None
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1")
    with pytest.raises(RuntimeError, match="SLACK_SIGNING_SECRET is not"):
        SlackInput.from_credentials(None)
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "s")
    assert SlackInput.from_credentials(None).get_output_channel() is not None
    with pytest.raises(ValueError, match="mesages"):
        SlackInput.from_credentials({"mesages": "1/minute"})
