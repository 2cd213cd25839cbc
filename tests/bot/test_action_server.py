"""The custom actions as a server of their own, and what people are told while it is away."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
import requests

from bot.action_server import RemoteActions
from bot.training import ROOT
from tests.server import free_port

_TRACKER = {
    "sender_id": "c",
    "slots": {"language": "en"},
    "latest_message": {
        "text": "mans noslēpums",
        "intent": {"name": "ask_duration"},
        "entities": [],
    },
    "latest_event_time": 0,
    "events": [],
    "paused": False,
    "active_loop": {},
    "followup_action": None,
    "latest_action_name": None,
    "latest_input_channel": "rest",
}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.cli", "actions", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    url = f"http://127.0.0.1:{port}"
    end = time.monotonic() + 100
    while True:
        try:
            assert requests.get(f"{url}/health", timeout=5).json() == {"status": "ok"}
            break
        except requests.ConnectionError:
            assert process.poll() is None
            assert time.monotonic() < end
            time.sleep(0.2)
    yield url
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=30) == 0


def _call(action: str) -> dict[str, object]:
    return {"next_action": action, "sender_id": "c", "tracker": _TRACKER, "domain": {}}


def _ask(url: str, action: str) -> dict[str, list[dict[str, str]]]:
    endpoint = RemoteActions(f"{url}/webhook")
    return asyncio.run(endpoint.request(json=_call(action), method="post", timeout=300))


def test_an_action_answers(server: str) -> None:
    names = {each["name"] for each in requests.get(f"{server}/actions", timeout=5).json()}
    assert "action_duration" in names
    (answer,) = _ask(server, "action_duration")["responses"]
    assert "36" in answer["text"]


def test_it_listens_on_this_machine_only(server: str) -> None:
    port = int(server.rpartition(":")[2])
    with socket.socket() as probe:  # who listens everywhere listens there, too
        probe.settimeout(2)
        assert probe.connect_ex(("127.0.0.2", port)) != 0


@pytest.mark.parametrize(
    "body",
    [
        b"mans nosl\xc4\x93pums",
        b'{"next_action": "action_duration", "tracker": "mans noslepums"}',
        json.dumps(_call("action_none")).encode(),
    ],
)
def test_what_fails_gives_nothing_of_the_request_back(server: str, body: bytes) -> None:
    answer = requests.post(f"{server}/webhook", data=body, timeout=10)
    assert answer.status_code >= 400
    assert "nosl" not in answer.text
    assert "Error" not in answer.text


def test_people_are_told_kindly_while_it_is_away(server: str) -> None:
    gone = f"http://127.0.0.1:{free_port()}"
    for url, action in ((gone, "action_duration"), (server, "action_none")):
        answer = _ask(url, action)
        assert answer["events"] == []
        assert "sorry" in answer["responses"][0]["text"].lower()
