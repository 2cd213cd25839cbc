"""The disk of the default set-up is full: people are told, nothing is lost, and all goes on."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from bot.demo.standins.slack import SlackStandIn
from tests import server as servers
from tests import small_disk
from tests.conftest import NOW
from tests.server import Server
from tests.small_disk import SmallDisk
from tests.window import Window

_MEGABYTES = 64


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SmallDisk]:
    with small_disk.mounted(tmp_path / "disk", _MEGABYTES) as made:
        if made is None:
            pytest.skip("this user may not mount a disk")
        yield made


def _ready(server: Server) -> tuple[int, list[str]]:
    answer = requests.get(f"{server.url}/ready", timeout=20)
    return answer.status_code, answer.json().get("missing", [])


def _ask(server: Server, sender: str, text: str) -> requests.Response:
    body = {"sender": sender, "message": text}
    return requests.post(f"{server.url}/webhooks/rest/webhook", json=body, timeout=60)


def _ids(window: Window) -> list[str]:
    return [entry["id"] for entry in window.session["entries"]]


def test_a_full_disk_loses_nothing_and_all_goes_on_when_there_is_room(
    disk: SmallDisk, tmp_path: Path
) -> None:
    user = f"U{secrets.randbelow(10**9) + 10**9}"
    places = {
        "PARTNERIS_DATABASE": f"sqlite:///{disk.folder / 'partneris.db'}",
        "PARTNERIS_CONVERSATIONS": str(disk.folder / "conversations.db"),
    }
    with SlackStandIn() as slack:
        variables = slack.environment | places
        with servers.running(tmp_path, NOW, **variables) as server:
            slack.connect(server.url)
            window = Window(server.url)
            window.say("first", "Kontakti PIA")
            slack.ask(user, "Kontakti PIA")
            assert _ask(server, "a", "Kontakti PIA").status_code == 200
            assert _ready(server) == (200, [])

            disk.fill()
            assert _ready(server) == (503, ["disk"])
            assert requests.get(f"{server.url}/health", timeout=10).status_code == 200
            second = {"id": "second", "text": "Kontakti PII", "language": "lv"}
            refusal = window.send("message", second)
            assert (refusal["status"], refusal["reason"]) == ("refused", "failed")
            assert "second.1" not in [entry["id"] for entry in window.entries]
            failed = _ask(server, "a", "Kontakti PII")
            assert (failed.status_code, failed.json()) == (500, {"error": "internal error"})
            event = slack.event(user, "Kontakti PII", slack.direct(user), slack.new_ts())
            envelope = slack.envelope(event)
            assert not slack.taken(envelope)
            again = Window(server.url, window.session["token"])  # what was kept can be read
            assert _ids(again) == ["first", "first.1"]

            disk.free()
            assert _ready(server) == (200, [])
            assert window.send("message", second)["status"] == "ok"
            assert _ask(server, "a", "Kontakti PII").status_code == 200
            assert slack.taken(envelope)
            slack.answers(slack.direct(user), 2)
            disk.fill()
            server.kill()
        disk.free()
        with servers.running(tmp_path, NOW, **variables) as server:
            later = Window(server.url, window.session["token"])
            assert _ids(later) == ["first", "first.1", "second", "second.1"]
            later.close()
        assert len([each for each in slack.messages if each.channel == slack.direct(user)]) == 2
