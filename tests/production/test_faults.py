"""Parts of the set-up end while people write: nothing is lost, and nobody is answered twice."""

from __future__ import annotations

import secrets
import signal
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from tests.bot.helpdesk.console import conversation
from tests.production.conftest import Cluster
from tests.production.services import Partneris, Service, ask
from tests.window import Window

pytestmark = pytest.mark.production
_WITHIN = 60
_MANY = 12


def _until(process: Partneris, status: int) -> list[str]:
    """Wait for a status of /ready; return what is missing."""
    end = time.monotonic() + _WITHIN
    while True:
        found, missing = process.ready()
        if found == status:
            return missing
        assert time.monotonic() < end, (found, missing)
        time.sleep(0.2)


@pytest.mark.parametrize(
    ("name", "missing"), [("postgresql", ["conversations", "database"]), ("redis", ["locks"])]
)
def test_readiness_tells_what_is_away_and_that_it_is_back(
    cluster: Cluster, name: str, missing: list[str]
) -> None:
    part: Service = getattr(cluster, name)
    person = f"person-{secrets.token_hex(8)}"
    assert cluster.first.ask(person, "Kontakti PIA").status_code == 200
    part.stop()
    for process in (cluster.first, cluster.second):
        assert _until(process, 503) == missing
        assert requests.get(f"{process.url}/health", timeout=10).status_code == 200
    failed = cluster.first.ask(person, "Kontakti PII")
    assert failed.status_code == 500
    assert failed.json() == {"error": "internal error"}
    part.start()
    for process in (cluster.first, cluster.second):
        assert _until(process, 200) == []
        assert process.ask(person, "Kontakti PII").status_code == 200
    spoken = [text for kind, text in cluster.said(person) if kind == "user"]
    assert spoken == ["Kontakti PIA", "Kontakti PII", "Kontakti PII"]


def test_what_is_being_answered_is_finished_before_the_end(cluster: Cluster) -> None:
    names = [f"person-{secrets.token_hex(8)}" for _ in range(_MANY)]
    window = Window(cluster.first.url)
    window.say("first", "Kontakti PIA")
    with ThreadPoolExecutor(_MANY) as pool:
        asked = [
            pool.submit(ask, cluster.nginx.url, name, "What is the deadline?") for name in names
        ]
        time.sleep(0.1)
        message = {"id": "second", "text": "Kontakti PII", "language": "lv"}
        answered = pool.submit(window.send, "message", message)
        time.sleep(0.05)
        cluster.first.tell(signal.SIGTERM)
        assert answered.result()["status"] == "ok"
        assert [each.result().status_code for each in asked] == [200] * _MANY
    assert cluster.first.ended() == 0
    window.wait_for(lambda: not window.connected)
    for name in names:
        assert [kind for kind, _ in cluster.said(name)] == ["user", "bot"]
    again = Window(cluster.nginx.url, window.session["token"])
    assert [entry["id"] for entry in again.session["entries"]] == [
        "first", "first.1", "second", "second.1",
    ]  # fmt: skip
    again.close()


def test_what_a_killed_process_had_is_answered_once(cluster: Cluster) -> None:
    """Over Slack the inbox keeps what came in; a window sends again what was not confirmed."""
    people = [f"U{secrets.randbelow(10**9) + 10**9}" for _ in range(_MANY)]
    slack = cluster.slack
    window = Window(cluster.first.url)
    message = {"id": "first", "text": "Kontakti PIA", "language": "lv"}
    with ThreadPoolExecutor(_MANY) as pool:
        envelopes = [
            slack.envelope(slack.event(user, "Kontakti PIA", slack.direct(user), slack.new_ts()))
            for user in people
        ]
        taken = [pool.submit(slack.taken, envelope) for envelope in envelopes]
        window._client.emit("message", message)
        time.sleep(0.15)
        cluster.first.tell(signal.SIGKILL)
        taken_first = [each.result() for each in taken]
    cluster.first.ended()
    for envelope, was_taken in zip(envelopes, taken_first, strict=True):
        if not was_taken:  # Slack sends again what was not taken
            assert slack.taken(envelope)
    again = Window(cluster.nginx.url, window.session["token"])
    status = again.send("message", message)
    assert status["status"] in ("ok", "duplicate")
    again.wait_for(
        lambda: "first.1" in [each["id"] for each in again.entries + again.session["entries"]]
    )
    texts = [text for kind, text in cluster.said(conversation(again)) if kind == "user"]
    assert texts == ["Kontakti PIA"]
    again.close()
    for user in people:
        slack.answers(slack.direct(user), 1)
    time.sleep(3)
    places = Counter(each.channel for each in slack.messages)
    assert all(places[slack.direct(user)] == 1 for user in people)
