"""The website's socket, with packets that no window sends."""

from __future__ import annotations

import itertools
import json
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
import websocket
from hypothesis import given, settings
from hypothesis import strategies as st

from bot import database
from tests.bot.helpdesk.console import Console, asked, end_all, officer
from tests.security.raw import request, traces
from tests.server import Server
from tests.window import Window

PATH = "/chat/socket/?EIO=4&transport=websocket"
GOOD = {"id": "a", "text": "Kāds ir termiņš?", "language": "lv"}
DEEP = "[" * 30_000


class Line:
    """A websocket, without a client that knows what may be said."""

    def __init__(self, server: Server, join: bool = True, source: str = "127.0.0.1") -> None:
        to = urlsplit(server.url)
        self._socket = websocket.create_connection(
            server.url.replace("http", "ws") + PATH,
            timeout=10,
            socket=socket.create_connection((to.hostname, to.port), 10, (source, 0)),
        )
        assert self.read().startswith("0")
        if join:
            self.send("40{}")
            self.until(lambda packet: packet.startswith("40"))

    def send(self, packet: str | bytes) -> None:
        if isinstance(packet, bytes):
            self._socket.send_binary(packet)
        else:
            self._socket.send(packet)

    def read(self) -> str:
        return str(self._socket.recv())

    def until(self, wanted: Callable[[str], bool]) -> str:
        while not wanted(packet := self.read()):
            assert packet
        return packet

    def ended(self) -> bool:
        """Tell whether the server ends the socket before it answers anything."""
        try:
            while packet := self.read():
                if packet.startswith("43"):
                    return False
        except (websocket.WebSocketException, ConnectionError):
            pass
        return True

    def close(self) -> None:
        self._socket.shutdown()


@pytest.fixture
def line(server: Server) -> Iterator[Callable[..., Line]]:
    opened: list[Line] = []

    def open_(**options: bool) -> Line:
        opened.append(Line(server, **options))
        return opened[-1]

    yield open_
    for each in opened:
        each.close()


@pytest.mark.parametrize(
    "packets",
    [
        ("",), ("x",), (f"4{DEEP}",), (f"420[{DEEP}",), (b"\x00\x01",),
        # the library keeps the parts until all have come: four thousand million of 64 KB
        ('459999999999-["message",{"_placeholder":true,"num":0}]', b"a" * 60_000),
        ('451-["message",{"_placeholder":true,"num":"x"}]', b"a"),
        # its own events are no client's: `connect` reads the request, `disconnect` ends the talk
        ('420["connect",{},{}]',), ('420["connect",{}]',), ('420["disconnect","x"]',),
        ('420{"a":1}',), ("420[]",), ("420[5]",), ('420[["message"],{}]',),
        ('420["message",{},{},{}]',), ('420["message",' + "9" * 5000 + "]",),
        ("42" + "9" * 500 + '["message",{}]',), ("44{}",), ("49",),
    ],
    ids=lambda packets: str(packets[0])[:30],
)  # fmt: skip
def test_a_packet_that_no_window_sends_ends_the_socket_and_leaves_no_trace(
    server: Server, line: Callable[..., Line], packets: tuple[str | bytes, ...]
) -> None:
    before = traces(server)
    made = line()
    for packet in packets:
        made.send(packet)
    assert made.ended()
    assert traces(server) == before
    assert requests.get(f"{server.url}/lv/", timeout=10).status_code == 200


@pytest.mark.parametrize(
    "token", ['"\\ud800"', '"ābols.ā.b"', "[[[]]]", "1e999", '".eJwrqQIABwAD"']
)
def test_a_token_that_cannot_be_one_begins_a_new_conversation(
    server: Server, line: Callable[..., Line], token: str
) -> None:
    before = traces(server)
    made = line(join=False)
    made.send(f'40{{"token":{token}}}')
    session = json.loads(made.until(lambda packet: packet.startswith('42["session"'))[2:])[1]
    assert session["entries"] == []
    assert traces(server) == before


def test_before_joining_and_after_leaving_nothing_is_heard(line: Callable[..., Line]) -> None:
    event = f"420{json.dumps(['message', GOOD])}"
    early, late = line(join=False), line()
    late.send("41")
    for each in (early, late):
        each.send(event)
        each.send("40{}")  # what joins then has a new conversation, in which nothing was said
        session = json.loads(each.until(lambda packet: packet.startswith('42["session"'))[2:])[1]
        assert session["entries"] == []


def test_one_address_does_not_get_all_sockets(server: Server) -> None:
    place, opened, answer = urlsplit(server.url), [], b""
    headers = [
        (b"Upgrade", b"websocket"), (b"Connection", b"Upgrade"),
        (b"Sec-WebSocket-Version", b"13"), (b"Sec-WebSocket-Key", b"dGhlIHNhbXBsZSBub25jZQ=="),
    ]  # fmt: skip
    asked = request(b"GET", PATH.encode(), headers).replace(b"Connection: close\r\n", b"", 1)
    try:
        while len(opened) < 450 and b"429" not in answer[:20]:
            one = socket.create_connection((place.hostname, place.port), timeout=10)
            opened.append(one)
            one.sendall(asked)
            answer = one.recv(1000)
    finally:
        for each in opened:
            with suppress(OSError):
                each.sendall(b"\x88\x80\0\0\0\0")  # a websocket's goodbye
            each.close()
    assert answer.startswith(b"HTTP/1.1 429 ")
    assert 350 <= len(opened) <= 401
    address, until = f"{server.url}/chat/socket/?EIO=4&transport=polling", time.monotonic() + 20
    while requests.get(address, timeout=10).status_code == 429:
        assert time.monotonic() < until, "those that were closed are still counted"
        time.sleep(0.2)


def test_a_socket_that_floods_is_ended(line: Callable[..., Line]) -> None:
    made = line()

    def flood() -> None:
        for number in range(400):
            made.send(f'42{number}["greet",{{"language":"lv"}}]')
            made.read()

    with pytest.raises((websocket.WebSocketException, ConnectionError)):
        flood()


def test_who_opens_and_does_not_ask_is_let_go(server: Server, line: Callable[..., Line]) -> None:
    """A socket that joins no conversation, and a request whose head comes letter by letter."""
    place, began = urlsplit(server.url), time.monotonic()
    unjoined = line(join=False)
    with socket.create_connection((place.hostname, place.port), timeout=0.5) as slow:
        slow.sendall(b"GET /lv/ HTTP/1.1\r\n")
        answer = b""
        while not answer and time.monotonic() - began < 20:
            slow.sendall(b"X-a: b\r\n")
            with suppress(TimeoutError):
                answer = slow.recv(1000)
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert unjoined.ended()
    assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    "body", [b"", b"\xff\xfe", b"x", b"4" + DEEP.encode(), b"\x1e" * 5000, b"42[\x1e" * 40]
)
def test_polling_takes_no_rubbish(server: Server, body: bytes) -> None:
    before = traces(server)
    address = f"{server.url}/chat/socket/?EIO=4&transport=polling"
    opened = json.loads(requests.get(address, timeout=10).text[1:])
    answer = requests.post(f"{address}&sid={opened['sid']}", data=body, timeout=10)
    assert answer.status_code in (200, 400)
    assert traces(server) == before


def test_signs_that_no_page_can_show_do_not_reach_the_console(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of a sign could not be sent to the officer's browser: the whole page was an error."""
    monkeypatch.setenv(database.VARIABLE, server.database)
    anna = Console(server, officer("anna@viaa.example", "Anna Bērziņa", "school", "adult"))
    one = Window(server.url)
    one.say("a", "\ud800\u0000\ufdd0 Kāds ir termiņš? \udfff")
    assert one.entries[0]["text"].strip() == "Kāds ir termiņš?"
    judged = {"message": "a.1", "helpful": False, "word": "\ud800slikti\u0000"}
    assert one.send("feedback", judged)["status"] == "ok"
    ticket = asked(one)
    page = anna.get(f"/tickets/{ticket.id}")
    one.close()
    end_all(anna.officer)
    assert page.status_code == 200
    assert "Kāds ir termiņš?" in page.text


def test_letters_are_counted_since_each_of_them_takes_time(server: Server) -> None:
    one = Window(server.url)
    for name, letters, reason in (("a", 4000, None), ("b", 1900, None), ("c", 200, "rate")):
        event = {"id": name, "text": ("kad nu " * 600)[:letters], "language": "lv"}
        assert one.send("message", event)["reason"] == reason
    one.close()


_PEOPLE = itertools.cycle(range(1, 255))
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=12,
)
NEARLY = st.fixed_dictionaries(
    {},
    optional={
        "id": st.sampled_from(["a", "a.1", "../a", "", 1]) | VALUES,
        "text": st.just("paldies") | VALUES,
        "language": st.sampled_from(["lv", "de"]) | VALUES,
        "message": st.sampled_from(["a.1", "b.99999999999"]) | VALUES,
        "helpful": st.booleans() | VALUES,
        "word": VALUES,
        "metadata": VALUES,
        "conversation": VALUES,
    },
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(name=st.sampled_from(["message", "feedback", "greet"]), data=VALUES | NEARLY)
def test_whatever_an_event_holds_it_is_answered(server: Server, name: str, data: Any) -> None:
    before = traces(server)
    made = Line(server, source=f"127.1.0.{next(_PEOPLE)}")  # one may not connect so often
    made.send(f"427{json.dumps([name, data])}")
    answer = json.loads(made.until(lambda packet: packet.startswith("437"))[3:])[0]
    made.close()
    assert answer.get("status") in ("ok", "duplicate", "refused", None)
    assert answer.get("reason") != "failed"
    assert traces(server) == before
