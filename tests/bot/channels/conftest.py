"""A server with stand-ins for Slack and Telegram, and people who are new to it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from bot.demo.standins.slack import SlackStandIn
from bot.demo.standins.telegram import TelegramStandIn
from tests import server as servers
from tests.conftest import NOW


@dataclass
class Chats:
    """A running assistant with both messengers."""

    server: servers.Server
    slack: SlackStandIn
    telegram: TelegramStandIn


@pytest.fixture(scope="session")
def chats(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chats]:
    with SlackStandIn() as slack, TelegramStandIn() as telegram:
        variables = slack.environment | telegram.environment
        with servers.running(tmp_path_factory.mktemp("chats"), NOW, **variables) as server:
            slack.connect(server.url)
            telegram.connect(server.url)
            yield Chats(server, slack, telegram)


@pytest.fixture
def slack(chats: Chats) -> SlackStandIn:
    return chats.slack


@pytest.fixture
def telegram(chats: Chats) -> TelegramStandIn:
    return chats.telegram


_NUMBERS = itertools.count(10**9)


@pytest.fixture
def number() -> Callable[[], int]:
    """Return numbers that no other person has."""
    return lambda: next(_NUMBERS)
