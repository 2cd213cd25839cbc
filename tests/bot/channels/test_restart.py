"""The server is killed while it has messages: after a new start each is answered, and once."""

from __future__ import annotations

import secrets
from pathlib import Path

from bot.demo.standins.slack import SlackStandIn
from bot.demo.standins.telegram import TelegramStandIn
from tests import server as servers
from tests.conftest import NOW

_PEOPLE = 6
_PLAN = (
    "Sarēķini mūsu projekta budžetu",
    "24 mēneši, 3 partneri no Latvijas, Igaunijas un Somijas, skolu sektors, inovāciju projekts,"
    " 4 sanāksmes pa 2 cilvēkiem, ap 900 km",
)


def test_what_was_taken_before_a_crash_is_answered_once_after_it(tmp_path: Path) -> None:
    first = secrets.randbelow(10**9) + 10**9
    people = range(first, first + _PEOPLE)
    planner = first - 1
    with SlackStandIn() as slack, TelegramStandIn() as telegram:
        variables = slack.environment | telegram.environment

        with servers.running(tmp_path, NOW, **variables) as server:
            slack.connect(server.url)
            telegram.connect(server.url)
            for told in _PLAN:
                telegram.ask(planner, told)
            with telegram.held("sendDocument"):
                (text,) = telegram.ask(planner, "atsūti excel failu")
                telegram.wait_for(lambda: telegram.called("sendDocument"))
                with slack.held("chat.postMessage"), telegram.held("sendMessage"):
                    for number in people:
                        slack.say(f"U{number}", "Kontakti PIA")
                        telegram.say(number, "Kontakti PIA")
                    server.kill()  # some are answered but not sent, some not yet read

        assert not slack.messages
        assert telegram.messages[-1] is text

        with servers.running(tmp_path, NOW, **variables) as server:
            slack.connect(server.url)
            telegram.connect(server.url)
            for number in people:
                slack.answers(slack.direct(f"U{number}"), 1)
                telegram.answers(number, 1)
            file = telegram.answers(planner, 4)[3]
            for number in people:  # and nothing comes twice
                slack.ask(f"U{number}", "Kontakti PII")
                telegram.ask(number, "Kontakti PII")
            telegram.ask(planner, "Kontakti PIA")

        assert file.content.startswith(b"PK")
        assert len(slack.messages) == 2 * _PEOPLE
        assert len([each for each in telegram.messages if each.chat == planner]) == 5
        assert len(telegram.messages) == 2 * _PEOPLE + 5
