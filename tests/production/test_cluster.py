"""Two processes behind nginx act as one."""

from __future__ import annotations

import asyncio
import json
import os
import re
import secrets
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle

import aio_pika
import pytest
import requests

from bot.training import ROOT
from tests.bot.helpdesk.console import Console, asked, conversation, officer
from tests.production.conftest import Cluster
from tests.production.services import REST_TOKEN, ask
from tests.window import Window

pytestmark = pytest.mark.production
_CONTACT = "atvars.sauss@viaa.gov.lv"
_FEW = 10


def _name() -> str:
    return f"person-{secrets.token_hex(8)}"


def _soon(happened: Callable[[], bool], within: float = 30) -> None:
    end = time.monotonic() + within
    while not happened():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def test_a_conversation_goes_on_at_the_other_process(cluster: Cluster) -> None:
    name = _name()
    (answer,) = cluster.first.ask(name, "Kontakti PII").json()
    (other,) = cluster.second.ask(name, "un PIA?").json()
    assert _CONTACT not in answer["text"]
    assert _CONTACT in other["text"]


def test_a_conversation_goes_on_through_nginx(cluster: Cluster) -> None:
    name = _name()
    for text in ("What is the deadline?", "Kontakti PII", "What is the deadline?", "Kontakti PII"):
        assert ask(cluster.nginx.url, name, text).status_code == 200
    spoken = [text for kind, text in cluster.said(name) if kind == "user"]
    assert spoken == ["What is the deadline?", "Kontakti PII"] * 2


def test_nginx_lets_nobody_read_metrics_or_readiness(cluster: Cluster) -> None:
    for path in ("/metrics", "/ready"):
        assert requests.get(f"{cluster.nginx.url}{path}", timeout=10).status_code == 404
    assert requests.get(f"{cluster.first.url}/metrics", timeout=10).status_code == 200
    through_a_proxy = {"X-Forwarded-For": "127.0.0.1"}
    answer = requests.get(f"{cluster.first.url}/metrics", headers=through_a_proxy, timeout=10)
    assert answer.status_code == 403


def test_without_its_token_the_rest_channel_answers_nobody(cluster: Cluster) -> None:
    for wrong in ("", "Bearer ", "Bearer wrong", "Basic abc"):
        answer = ask(cluster.nginx.url, _name(), "Kontakti", Authorization=wrong)
        assert answer.status_code == 401


def test_the_command_sends_the_token(cluster: Cluster) -> None:
    for token, status in ((REST_TOKEN, 0), ("x" * 32, 1)):
        done = subprocess.run(
            [sys.executable, "-m", "bot.cli", "ask", "--url", cluster.nginx.url, "Kontakti PIA"],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PARTNERIS_REST_TOKEN": token},
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
        assert done.returncode == status
        assert (_CONTACT in done.stdout) == (status == 0)


def test_ten_messages_at_once_through_both_are_answered_one_after_the_other(
    cluster: Cluster,
) -> None:
    name = _name()
    processes = cycle((cluster.first, cluster.second))
    with ThreadPoolExecutor(_FEW) as pool:
        answers = list(
            pool.map(
                lambda given: given[1].ask(name, f"Kontakti PIA {given[0]}"),
                zip(range(_FEW), processes, strict=False),
            )
        )
    assert [answer.status_code for answer in answers] == [200] * _FEW
    assert all(len(answer.json()) == 1 for answer in answers)
    said = cluster.said(name)
    assert [kind for kind, _ in said] == ["user", "bot"] * _FEW
    assert {text for kind, text in said if kind == "user"} == {
        f"Kontakti PIA {number}" for number in range(_FEW)
    }


def test_messages_of_one_window_keep_their_order_while_another_process_answers_too(
    cluster: Cluster,
) -> None:
    one = Window(cluster.first.url)
    two = Window(cluster.second.url, one.session["token"])
    for number in range(5):
        for name, window in (("a", one), ("b", two)):
            message = {"id": f"{name}{number}", "text": "Kontakti PIA", "language": "lv"}
            window._client.emit("message", message)
    wanted = {f"{name}{number}.1" for name in "ab" for number in range(5)}
    for window in (one, two):
        _soon(lambda window=window: wanted <= {entry["id"] for entry in window.entries})

    def order() -> list[str]:  # a window shows an answer a moment before it is kept
        events = cluster.events(conversation(one))
        return [
            each["message_id"] for each in events if each["event"] == "user" and each.get("text")
        ]

    _soon(lambda: len(order()) == len(wanted))
    assert [each for each in order() if each[0] == "a"] == [f"a{number}" for number in range(5)]
    assert [each for each in order() if each[0] == "b"] == [f"b{number}" for number in range(5)]
    one.close()
    two.close()


def test_a_message_at_one_process_shows_in_a_window_at_the_other(cluster: Cluster) -> None:
    one = Window(cluster.first.url)
    two = Window(cluster.second.url, one.session["token"])
    one.say("first", "Kontakti PIA")
    two.wait_for(lambda: any(entry["id"] == "first.1" for entry in two.entries))
    assert two.typing[0] is True
    two.say("second", "Kontakti PII")
    one.wait_for(lambda: any(entry["id"] == "second.1" for entry in one.entries))
    one.close()
    two.close()


def test_where_no_websockets_come_through_all_requests_of_a_socket_reach_one_process(
    cluster: Cluster,
) -> None:
    for transports in (["polling"], ["polling", "websocket"]):  # the second goes over to one
        windows = [
            Window(cluster.nginx.url, transports=transports, browser=f"browser {number}")
            for number in range(6)
        ]
        for window in windows:  # left open: to end, polling waits for its last request
            window.say("first", "Kontakti PIA")
    both = [
        int(re.findall(r"^partneris_messages_total.*website.* (\d+)", _metrics(each), re.M)[0])
        for each in (cluster.first.url, cluster.second.url)
    ]
    assert all(both), "one process had all of them"


def _metrics(url: str) -> str:
    return requests.get(f"{url}/metrics", timeout=10).text


def test_an_officers_answer_at_one_process_reaches_a_window_at_the_other(cluster: Cluster) -> None:
    anna = officer("anna@example.lv", "Anna Bērziņa", "school")
    window = Window(cluster.second.url)
    window.say("first", "Kontakti PIA")
    ticket = asked(window)
    console = Console(cluster.first, anna)  # type: ignore[arg-type]
    assert console.act(ticket, "claim").status_code == 204
    for number in range(3):
        text = f"Atbilde {number}"
        key = secrets.token_hex(16)
        assert console.act(ticket, "answer", text=text, key=key).status_code == 200
        window.wait_for(lambda text=text: text in [entry["text"] for entry in window.entries])
    shown = [entry["text"] for entry in window.entries if entry.get("officer")]
    assert shown == [f"Atbilde {number}" for number in range(3)]
    assert console.act(ticket, "end", reason="solved").status_code == 204
    window.close()


def test_limits_are_counted_together(cluster: Cluster) -> None:
    one = Window(cluster.first.url)
    two = Window(cluster.second.url, one.session["token"])
    judged = {"message": "none.1", "helpful": True, "word": None}
    acks = [window.send("feedback", judged) for _ in range(10) for window in (one, two)]
    assert {ack["reason"] for ack in acks} == {"unknown_message"}
    for window in (one, two):
        ack = window.send("feedback", judged)
        assert ack["reason"] == "rate"
        assert 0 < ack["wait"] <= 60
    one.close()
    two.close()


def test_limits_count_the_persons_address_and_not_nginxs(cluster: Cluster) -> None:
    window = Window(cluster.nginx.url)
    window.say("first", "Kontakti PIA")
    window.close()
    keys = [key.decode() for key in cluster.redis.client().keys("partneris-limits*connect*")]
    assert any("127.0.0.1" in key for key in keys)
    # what a browser says of itself is not believed
    requests.get(
        f"{cluster.nginx.url}/webhooks/website/files/none",
        headers={"X-Forwarded-For": "9.9.9.9", "X-Real-IP": "9.9.9.9", "Forwarded": "for=9.9.9.9"},
        timeout=10,
    )
    assert not cluster.redis.client().keys("*9.9.9.9*")


def test_events_reach_rabbitmq(cluster: Cluster) -> None:
    name = _name()
    cluster.first.ask(name, "Kontakti PIA")
    cluster.second.ask(name, "Kontakti PII")

    async def found() -> list[str]:
        address = f"amqp://guest:guest@127.0.0.1:{cluster.rabbitmq.port}/"
        connection = await aio_pika.connect(address)
        async with connection:
            queue = await (await connection.channel()).get_queue("partneris_events", ensure=True)
            texts: list[str] = []
            while len(texts) < 2:
                message = await queue.get(timeout=20, no_ack=True)
                event = json.loads(message.body)
                if event["sender_id"] == name and event["event"] == "user" and event["text"]:
                    texts.append(event["text"])
            return texts

    assert asyncio.run(asyncio.wait_for(found(), 60)) == ["Kontakti PIA", "Kontakti PII"]


def test_the_log_tells_of_messages_and_has_none_of_their_words(cluster: Cluster) -> None:
    name = _name()
    secret = f"noslēpums {secrets.token_hex(8)}"
    cluster.first.ask(name, f"Kontakti PIA {secret}")
    _soon(lambda: '"message"' in cluster.first.said())
    for written in (cluster.first.said(), cluster.second.said()):
        assert secret not in written
        assert name not in written
    lines = [json.loads(line) for line in cluster.first.said().splitlines() if line[:1] == "{"]
    told = [line for line in lines if line["event"] == "message"]
    assert {"conversation", "channel", "language", "state", "seconds"} <= set(told[-1])
