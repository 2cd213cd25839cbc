"""The clock of both processes is set while people write."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fake_clock import FakeClock
from tests.production import people
from tests.production.conftest import Cluster, Recovery
from tests.window import Window

pytestmark = pytest.mark.production
_LOOKS = 7
"""Seconds in which each process looks for what another one left behind."""


@pytest.fixture
def clock(cluster: Cluster, tmp_path: Path) -> Iterator[FakeClock]:
    """Both processes started anew with a clock that can be set."""
    tmp_path.chmod(0o755)
    made = FakeClock(tmp_path)
    cluster.environment |= made.environment
    _restart(cluster)
    yield made
    for name in made.environment:
        del cluster.environment[name]
    _restart(cluster)


def _restart(cluster: Cluster) -> None:
    for process in (cluster.first, cluster.second):
        process.stop()
        process.start()


def test_an_hour_forward_and_an_hour_back_lose_nothing_and_answer_nobody_twice(
    cluster: Cluster, clock: FakeClock, recovered: Recovery
) -> None:
    one = Window(cluster.first.url)
    two = Window(cluster.second.url, one.session["token"])
    wanted: list[str] = []
    with people.writing(cluster.nginx.url) as crowd:
        for seconds in (3600, 0, -3600, 0):
            if seconds:  # Slack's messages are signed with the time: the clock must still be right
                _answered_once(cluster, clock, seconds)
            clock.set(seconds)
            first = people.first_good_answer(cluster.nginx.url, time.monotonic())
            recovered(f"the clock set to {seconds:+d} s", first)
            for window, other in ((one, two), (two, one)):
                name = secrets.token_hex(4)
                window.say(name, "Kontakti PIA")
                message = {"id": name, "text": "Kontakti PIA", "language": "lv"}
                assert other.send("message", message)["status"] == "duplicate"
                wanted += [name, f"{name}.1"]
            for process in (cluster.first, cluster.second):
                assert process.ready() == (200, [])
            crowd.go_on()
    again = Window(cluster.second.url, one.session["token"])
    assert [entry["id"] for entry in again.session["entries"]] == wanted
    for window in (one, two, again):
        window.close()
    recovered("the clock set four times", None, crowd.longest)
    crowd.check(cluster)


def _answered_once(cluster: Cluster, clock: FakeClock, seconds: int) -> None:
    """Set the clock while an answer is on its way: the other process must not send it, too."""
    slack, user = cluster.slack, f"U{secrets.randbelow(10**9) + 10**9}"
    with slack.held("chat.postMessage"):
        event = slack.event(user, "Kontakti PIA", slack.direct(user), slack.new_ts())
        assert slack.taken(slack.envelope(event))
        time.sleep(1)
        clock.set(seconds)
        time.sleep(_LOOKS)
    slack.answers(slack.direct(user), 1)
    time.sleep(_LOOKS)
    assert len([each for each in slack.messages if each.channel == slack.direct(user)]) == 1
