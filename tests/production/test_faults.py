"""Parts of the set-up end while people write: nothing is lost, and nobody is answered twice."""

from __future__ import annotations

import asyncio
import json
import secrets
import shutil
import signal
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import aio_pika
import pytest
import requests

from bot import training
from tests.bot.helpdesk.console import conversation
from tests.production import people
from tests.production.conftest import Cluster, Recovery
from tests.production.services import Partneris, Service, ask
from tests.window import Window

pytestmark = pytest.mark.production
_WITHIN = 60
_MANY = 12
_MANY_MORE = 500
_AWAY = 3
"""Seconds that a killed part stays away: long enough for everybody to notice."""
_PATIENT = 10
"""Seconds: far more than windows need to come to the other process, and less than a start takes."""
_NGINX_FORGETS = 6
"""Seconds after which nginx tries a process again that was away (`fail_timeout`)."""


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
    cluster: Cluster,
    name: str,
    missing: list[str],
    recovered: Recovery,
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
    seconds = people.first_good_answer(cluster.nginx.url, time.monotonic())
    recovered(f"{part} away and back", seconds)
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


@pytest.mark.parametrize("name", ["first", "second", "nginx", "postgresql", "redis", "rabbitmq"])
def test_whatever_is_killed_while_people_write_each_message_is_answered_once(
    cluster: Cluster, name: str, recovered: Recovery
) -> None:
    part: Service = getattr(cluster, name)
    with people.writing(cluster.nginx.url) as crowd:
        part.kill()
        if isinstance(part, Partneris):  # the other one answers
            seconds = people.first_good_answer(cluster.nginx.url, time.monotonic())
            since = time.monotonic()
            part.start()
            recovered(f"{part} started anew, until it is ready", time.monotonic() - since)
        else:
            time.sleep(_AWAY)
            part.start()
            seconds = people.first_good_answer(cluster.nginx.url, time.monotonic())
        crowd.go_on()
        crowd.go_on()
    recovered(f"{part} killed (kill -9)", seconds, crowd.longest)
    crowd.check(cluster)


def test_people_notice_nothing_while_rabbitmq_is_away_and_its_events_come_later(
    cluster: Cluster, recovered: Recovery
) -> None:
    person = f"person-{secrets.token_hex(8)}"
    cluster.rabbitmq.stop()
    assert cluster.first.ask(person, "Kontakti PIA").status_code == 200
    assert cluster.first.ready() == (200, [])
    cluster.rabbitmq.start()
    since = time.monotonic()
    assert asyncio.run(asyncio.wait_for(_queued(cluster, person), 100)) == "Kontakti PIA"
    recovered(
        "RabbitMQ away and back: an event of meanwhile is in the queue", time.monotonic() - since
    )


async def _queued(cluster: Cluster, person: str) -> str:
    """Wait for a person's message in the queue."""
    address = f"amqp://guest:guest@127.0.0.1:{cluster.rabbitmq.port}/"
    connection = await aio_pika.connect(address)
    async with connection:
        queue = await (await connection.channel()).get_queue("partneris_events", ensure=True)
        while True:
            message = await queue.get(no_ack=True, fail=False)
            if message is None:
                await asyncio.sleep(0.1)
                continue
            event = json.loads(message.body)
            if event["sender_id"] == person and event["event"] == "user" and event["text"]:
                return str(event["text"])


def test_when_postgresqls_disk_is_full_people_are_told_and_all_goes_on_by_itself(
    cluster: Cluster, recovered: Recovery
) -> None:
    if cluster.disk is None:
        pytest.skip("this user may not mount a disk")
    person = f"person-{secrets.token_hex(8)}"
    window = Window(cluster.first.url)
    window.say("first", "Kontakti PIA")
    kept = 0
    cluster.disk.fill()
    for process in (cluster.first, cluster.second):
        assert _until(process, 503) == ["disk"]
    # what still has room in PostgreSQL's files is kept
    while (answer := cluster.first.ask(person, "Kontakti PIA")).status_code == 200:
        kept += 1
        assert kept < _MANY_MORE, "the disk does not fill"
    assert (answer.status_code, answer.json()) == (500, {"error": "internal error"})
    message = {"id": "second", "text": "Kontakti PII", "language": "lv"}
    assert window.send("message", message)["reason"] == "failed"
    cluster.disk.free()
    seconds = people.first_good_answer(cluster.nginx.url, time.monotonic())
    recovered("PostgreSQL's disk full, then room again", seconds)
    for process in (cluster.first, cluster.second):
        assert _until(process, 200) == []
    assert window.send("message", message)["status"] == "ok"
    again = Window(cluster.second.url, window.session["token"])
    shown = [entry["id"] for entry in again.session["entries"]]
    assert shown == ["first", "first.1", "second", "second.1"]
    assert [kind for kind, _ in cluster.said(person)] == ["user", "bot"] * kept
    again.close()
    window.close()


def test_a_new_model_goes_live_and_is_rolled_back_while_people_write(
    cluster: Cluster, tmp_path: Path, recovered: Recovery
) -> None:
    """As docs/operations.md says: one process after the other, the old model beside the new one."""
    old = training.current_model()
    new = tmp_path / "partneris-0123456789abcdef.tar.gz"
    shutil.copy(old, new)
    record = training.record_of(old).read_text().replace(old.name, new.name)
    training.record_of(new).write_text(record)
    with people.writing(cluster.nginx.url) as crowd:
        for model in (new, old):
            cluster.environment[training.VARIABLE] = str(model)
            for process in (cluster.first, cluster.second):
                process.tell(signal.SIGTERM)
                assert process.ended() == 0
                process.start()
                assert process.model() == model.name
                time.sleep(_NGINX_FORGETS)
            crowd.go_on()
    del cluster.environment[training.VARIABLE]
    recovered("a new model, then the old one: four restarts", None, crowd.longest)
    assert crowd.longest < _PATIENT, "windows wait for a process that was restarted"
    crowd.check(cluster)
    assert [person.failed for person in crowd.over_rest] == [[]] * len(crowd.over_rest)
