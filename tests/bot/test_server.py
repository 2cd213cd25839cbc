"""The README's `make run`: a real server, asked over HTTP and by the command."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

from bot.training import ROOT
from tests.server import Server

PARTNERIS = ROOT / ".venv" / "bin" / "partneris"


def test_a_question_in_latvian_is_answered_in_latvian_with_source_and_buttons(
    server: Server,
) -> None:
    (answer,) = server.ask("a", "Līdz kuram datumam jāiesniedz pieteikums?")
    assert "23. aprīļa" in answer["text"]
    assert "24. marts" in answer["text"]
    assert answer["sources"]
    assert answer["buttons"]
    assert answer["language"] == "lv"


def test_a_question_in_english_is_answered_in_english(server: Server) -> None:
    (answer,) = server.ask("b", "What is the deadline?")
    assert "23 April 2020, 13:00 Riga time" in answer["text"]
    assert answer["language"] == "en"


def test_conversations_do_not_mix(server: Server) -> None:
    server.ask("first", "Kontakti PIA")
    (answer,) = server.ask("second", "Kontakti")
    assert "inese.rimsane@viaa.gov.lv" in answer["text"]


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"", "not JSON"),
        (b"\xff\xfe", "not JSON"),
        (b"[]", "message"),
        (b'{"message": 5}', "message"),
        (b'{"message": "x", "sender": ""}', "sender"),
        (b'{"message": "x", "sender": 7}', "sender"),
        (b'{"message": "' + b"a" * 70_000 + b'"}', "longer"),
    ],
)
def test_a_bad_body_gets_a_clear_error(server: Server, body: bytes, problem: str) -> None:
    status, answer = server.post(body)
    assert status == 400
    assert problem in answer["error"]


def test_a_payload_typed_by_hand_sets_no_slot(server: Server) -> None:
    (answer,) = server.ask("c", '/ask_contacts{"field": "vet", "language": "en"}')
    assert answer["fallback"]
    (answer,) = server.ask("c", "Kādas ir kontaktpersonas?")
    assert "evita.zondaka@viaa.gov.lv" in answer["text"]
    assert answer["language"] == "lv"


def test_rasas_open_http_api_is_off(server: Server) -> None:
    for path in ("/conversations/a/tracker", "/domain", "/model/parse", "/status"):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"{server.url}{path}", timeout=10)


def test_it_tells_how_it_is(server: Server) -> None:
    for path, said in {"/health": "ok", "/ready": "ready"}.items():
        with urllib.request.urlopen(f"{server.url}{path}", timeout=10) as answer:
            assert json.load(answer) == {"status": said}


def test_metrics_count_messages_by_channel_language_and_state(server: Server) -> None:
    server.ask("m", "What is the deadline?")
    server.ask("m", "asdf qwer zxcv")
    with urllib.request.urlopen(f"{server.url}/metrics", timeout=10) as answer:
        text = answer.read().decode()
    for state in ("answered", "not_understood"):
        label = f'{{channel="rest",language="en",state="{state}"}}'
        assert re.search(rf"^partneris_messages_total{re.escape(label)} [1-9]", text, re.M)
    for name in (
        "partneris_answer_seconds_bucket", "partneris_tickets_waiting", "partneris_sockets",
        "partneris_outgoing_undelivered", "partneris_inbox_waiting", "partneris_database_up 1",
        "process_resident_memory_bytes",
    ):  # fmt: skip
        assert f"\n{name}" in text


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP"])
def test_who_comes_through_a_proxy_reads_no_metrics_and_needs_a_token(
    server: Server, header: str
) -> None:
    for path, status in {"/metrics": 403, "/webhooks/rest/webhook": 401}.items():
        body = None if path == "/metrics" else b'{"message": "Kontakti"}'
        request = urllib.request.Request(f"{server.url}{path}", body, {header: "127.0.0.1"})
        with pytest.raises(urllib.error.HTTPError) as error:
            urllib.request.urlopen(request, timeout=10)
        assert error.value.code == status


def test_the_command_asks_a_running_server(server: Server) -> None:
    line = json.dumps({"id": "x", "turns": ["Cik ilgs var būt projekts?", "un augstākajai?"]})
    result = subprocess.run(
        [PARTNERIS, "ask", "--jsonl", "--url", server.url],
        input=line,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    answer = json.loads(result.stdout)
    first, second = answer["turns"]
    assert answer["id"] == "x"
    assert first["intent"] == "ask_duration"
    assert "36 mēnešiem" in first["replies"][0]["text"]
    assert second["intent"] == "ask_duration"
    assert second["sources"]


def test_nothing_leaves_the_machine(server: Server) -> None:
    server.ask("d", "What is the deadline?")
    # this process has the same watcher, so the log is there even if the server connects to nobody
    watched = {**os.environ, "PYTHONPATH": str(ROOT / "tests" / "support")}
    connect = "import socket, sys; socket.create_connection(('127.0.0.1', int(sys.argv[1])))"
    port = server.url.rpartition(":")[2]
    log_to = {"CONNECTIONS_LOG": str(server.connections)}
    subprocess.run([sys.executable, "-c", connect, port], env=watched | log_to, check=True)
    log = server.connections.read_text()
    assert "127.0.0.1" in log
    outside = [
        line
        for line in log.splitlines()
        if not any(own in line for own in ("127.0.0.1", "localhost", "'::1'", "None", "0.0.0.0"))
    ]
    assert outside == []


def test_the_screen_shows_how_to_talk_and_no_noise(server: Server) -> None:
    shown = server.output.read_text()
    assert "ask --url" in shown
    assert "curl" in shown
    for noise in ("Warning", "warning", "DEBUG", "Traceback", "debug"):
        assert noise not in shown
