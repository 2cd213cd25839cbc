"""The clock is set an hour forward, back to right, an hour back, while the server runs."""

from __future__ import annotations

import secrets
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from bot.channels.sessions import Sessions
from bot.clock import Watch
from bot.demo.standins.telegram import TelegramStandIn
from bot.training import ROOT
from tests import server as servers
from tests.conftest import NOW
from tests.fake_clock import FakeClock
from tests.production.services import Redis
from tests.server import Server
from tests.window import Window

_SETTINGS = (3600, 0, -3600, 0)
_CONTACT = "atvars.sauss@viaa.gov.lv"


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> FakeClock:
    return FakeClock(tmp_path_factory.mktemp("clock"))


@pytest.fixture(scope="module")
def telegram() -> Iterator[TelegramStandIn]:
    with TelegramStandIn() as standin:
        yield standin


@pytest.fixture(scope="module")
def running(
    clock: FakeClock, telegram: TelegramStandIn, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    variables = clock.environment | telegram.environment
    with servers.running(tmp_path_factory.mktemp("server"), NOW, **variables) as started:
        telegram.connect(started.url)
        yield started


def _said(window: Window) -> list[str]:
    return [entry["id"] for entry in window.session["entries"]]


def _again(server: Server, window: Window) -> Window:
    return Window(server.url, window.session["token"])


def test_a_conversation_goes_on_and_nothing_is_answered_twice(
    running: Server, clock: FakeClock
) -> None:
    clock.set(0)
    window = Window(running.url)
    window.say("m", "Kontakti PII")
    wanted = ["m", "m.1"]
    for number, seconds in enumerate(_SETTINGS):
        clock.set(seconds)
        window = _again(running, window)  # the token was signed by the clock of before
        assert _said(window) == wanted
        for name, text in ((f"a{number}", "un PIA?"), (f"b{number}", "Kontakti PII")):
            answer = window.say(name, text)
            assert (_CONTACT in answer["text"]) == (text == "un PIA?")
            wanted += [name, f"{name}.1"]
            again = {"id": name, "text": text, "language": "lv"}
            assert window.send("message", again)["status"] == "duplicate"
        assert requests.get(f"{running.url}/ready", timeout=20).status_code == 200
    assert _said(_again(running, window)) == wanted


def test_who_had_to_wait_a_moment_waits_no_hour(running: Server, clock: FakeClock) -> None:
    clock.set(0)
    window = Window(running.url)
    judged = {"message": "none.1", "helpful": True, "word": None}
    for seconds in _SETTINGS:
        reasons = [window.send("feedback", judged)["reason"] for _ in range(21)]
        assert reasons[-1] == "rate"
        clock.set(seconds)
        # forward, the minute is over; back, what was counted in the future is forgotten
        assert window.send("feedback", judged)["reason"] == "unknown_message"


def test_messengers_are_answered_once_and_at_once(
    running: Server, clock: FakeClock, telegram: TelegramStandIn
) -> None:
    clock.set(0)
    person = secrets.randbelow(10**9) + 10**9
    for number, seconds in enumerate(_SETTINGS, start=1):
        with telegram.held("sendMessage"):  # the answer is on its way when the clock is set
            telegram.say(person, "Kontakti PIA")
            telegram.say(person, "Kontakti PII")
            time.sleep(1)
            clock.set(seconds)
        telegram.answers(person, 2 * number)
    time.sleep(6)  # the next look at the inbox finds nothing
    assert len([each for each in telegram.messages if each.chat == person]) == 8


_TURNS = """
import asyncio, sys, time
from pathlib import Path
from bot import quiet
from bot.locks import OwnLocks, SharedLocks
from rasa.utils.endpoints import EndpointConfig

async def jump(locks, clock, seconds):
    held = asyncio.Event()
    async def first():
        async with locks.lock("c", lock_lifetime=60):
            held.set()
            await asyncio.sleep(1)
            print("first ends", flush=True)
    async def second():
        await held.wait()
        async with locks.lock("c", lock_lifetime=60, wait_time_in_seconds=0.02):
            print("second", flush=True)
    async def set_clock():
        await held.wait()
        await asyncio.sleep(0.2)
        clock.write_text(f"{seconds:+d}\\n")
    await asyncio.gather(first(), second(), set_clock())
    clock.write_text("+0\\n")
    locks.issue_ticket("c", lock_lifetime=0.5)  # of who is killed
    clock.write_text(f"{seconds:+d}\\n")
    async with asyncio.timeout(10):
        async with locks.lock("c", lock_lifetime=60, wait_time_in_seconds=0.02):
            print("freed", flush=True)
    clock.write_text("+0\\n")

locks = SharedLocks(EndpointConfig(sys.argv[2])) if sys.argv[2:] else OwnLocks()
for seconds in (3600, -3600):
    asyncio.run(jump(locks, Path(sys.argv[1]), seconds))
"""


@pytest.mark.parametrize("shared", [False, True])
def test_a_turn_stays_a_turn_and_who_was_killed_holds_nobody_up(
    clock: FakeClock, tmp_path: Path, shared: bool
) -> None:
    place = []
    if shared:
        if shutil.which("redis-server") is None:
            pytest.skip("Redis is not installed")
        redis = Redis(tmp_path)
        redis.start()
        place = [redis.url]
    try:
        done = subprocess.run(
            [sys.executable, "-c", _TURNS, str(clock.file), *place],
            cwd=ROOT,
            env=clock.environment | {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
    finally:
        clock.set(0)
        if shared:
            redis.stop()
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["first ends", "second", "freed"] * 2


class _Hands:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.wall = self.steady = 1000.0

    def go(self, seconds: float) -> None:
        self.wall += seconds
        self.steady += seconds


@pytest.mark.parametrize("jump", [3600, -3600, 86400 * 40])
def test_it_is_noticed_that_the_clock_was_set(jump: float) -> None:
    hands = _Hands()
    watch = Watch(lambda: hands.wall, lambda: hands.steady)
    for _ in range(10):
        hands.go(1000)
        hands.wall += 1  # put right a little
        assert not watch.jumped_within(30)
    hands.wall += jump
    assert watch.jumped_within(30)
    hands.go(29)
    assert watch.jumped_within(30)
    hands.go(2)
    assert not watch.jumped_within(30)


def test_a_token_that_is_too_old_is_refused_all_the_same() -> None:
    sessions = Sessions("a secret that is long enough for it", seconds=1)
    token = sessions.token("web-1")
    assert sessions.conversation(token) == "web-1"
    assert sessions.renewed(token) == token
    time.sleep(2.5)
    assert sessions.conversation(token) is None
