"""Every way in over HTTP, with what no browser sends: nothing stops, nothing is told."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import requests
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot import database
from tests.bot.helpdesk.console import Console, officer
from tests.security.raw import request, send, status, traces
from tests.server import Server

REST = b"/webhooks/rest/webhook"
RASA = (
    "/conversations/a/tracker", "/conversations/a/messages", "/conversations/a/execute", "/model",
    "/model/parse", "/model/train", "/model/test/stories", "/domain", "/status", "/version",
    "/webhooks/socketio", "/webhooks/callback/webhook", "/socket.io/?EIO=4&transport=polling",
    "/docs", "/metrics/../model", "/.env", "/.git/config", "/models/", "/.partneris/secret",
)  # fmt: skip
PATHS = (
    b"/", b"/lv/", b"/en/privacy", b"/partneris.js", b"/webhooks/rest/", REST,
    b"/webhooks/website/files/a", b"/chat/socket/?EIO=4&transport=polling",
    b"/chat/socket/?EIO=4&transport=polling&sid=a", b"/console", b"/console/sign-in",
    b"/console/queue", b"/console/tickets/1", b"/console/tickets/1/said",
    b"/console/tickets/1/answer", b"/console/tickets/1/pass", b"/console/tickets/1/end",
    b"/console/tickets/1/files/a.1", b"/console/language", b"/console/away", b"/console/report",
    b"/console/report/tables/messages.csv", b"/console/report/pictures/a", b"/console/slots",
    b"/console/slots/day.ics",
)  # fmt: skip
TRAVERSAL = (
    b"..", b"%2e%2e", b"%252e%252e", b"..%2f..%2fcredentials.yml", b"..\\..\\credentials.yml",
    b"%5c..%5c", b"....//", b"%00", b"a%00.csv", b"/etc/passwd", b"%2fetc%2fpasswd", b"%c0%ae%c0",
)  # fmt: skip


@pytest.fixture(scope="module")
def head(server: Server) -> Iterator[Console]:
    """A head of unit, who may see all pages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(database.VARIABLE, server.database)
        yield Console(server, officer("fuzz@viaa.example", "Inga Kalna", "school", role="head"))


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        # one such request stopped the whole server: sanic read until -1 bytes were left
        (request(b"POST", REST, [(b"Content-Length", b"-1")], b"x"), 400),
        (request(b"POST", REST, [(b"Content-Length", b"abc")], b"x"), 400),
        (request(b"POST", REST, [(b"Content-Length", b"+1")], b"x"), 400),
        (request(b"POST", REST, [(b"Content-Length", b"9" * 5000)], b"x"), 400),
        (request(b"POST", REST, [(b"Content-Length", b"9" * 11)], b"x"), 413),
        (request(b"POST", REST, [(b"Content-Length", b"1"), (b"Content-Length", b"2")], b"x"), 400),
        (
            request(
                b"POST", REST, [(b"Content-Length", b"4"), (b"Transfer-Encoding", b"chunked")], b"0"
            ),
            400,
        ),
        (request(b"POST", REST, [(b"Transfer-Encoding", b"gzip")], b"x"), 400),
        (request(b"POST", REST, [(b"Transfer-Encoding", b"chunked")], b"zz\r\n\r\n"), 400),
        (request(b"POST", REST, [(b"Transfer-Encoding", b"chunked")], b"-5\r\n\r\n"), 400),
        (request(b"POST", REST, [(b"Expect", b"fish"), (b"Content-Length", b"1")], b"x"), 417),
        (request(b"GET", b"/\xff\xfe"), 400),
        (request(b"GET", b"lv/"), 400),
        (request(b"GET", b"/lv/", [(b"X", b"a" * 20_000)]), 413),
        (request(b"GET", b"/lv/", [(b"bad", b"a\r\nno colon")]), 400),
        (b"GET /lv/\r\n\r\n", 400),
        (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
        (request(b"TRACE", b"/lv/"), 405),
        (request(b"CONNECT", b"127.0.0.1:22"), 400),
        (request(b"GET", b"/lv/", [(b"Cookie", b"partneris_console=\xff\xfe")]), 200),
        (request(b"GET", b"/console", [(b"Cookie", b"partneris_console=\xff\xfe")]), 303),
        (request(b"GET", b"/console/sign-in", [(b"Cookie", b"partneris_entry=\xff\xfe")]), 200),
        (request(b"GET", b"/console/tickets/" + b"9" * 5000), 404),
    ],
)  # fmt: skip
def test_what_is_no_request_is_refused_shortly_and_the_server_goes_on(
    server: Server, content: bytes, wanted: int
) -> None:
    before = traces(server)
    answer = send(server, content)
    assert status(answer) == wanted, answer
    head, _, body = answer.partition(b"\r\n\r\n")
    for told in (b"Traceback", b"anic", b"site-packages", b"0x"):
        assert told not in answer
    assert b"\r\nServer:" not in head
    if wanted >= 400 and wanted != 404:
        assert len(body) < 60
    assert requests.get(server.url + "/lv/", timeout=10).status_code == 200
    assert traces(server) == before


def test_of_rasas_own_ways_in_there_is_none(server: Server) -> None:
    model = {"model_file": "/etc/passwd", "model_server": {"url": "http://127.0.0.1:1/x"}}
    for path in RASA:
        for method in ("GET", "POST", "PUT", "DELETE"):
            answer = requests.request(method, server.url + path, json=model, timeout=10)
            assert answer.status_code == 404, (method, path)


def test_no_other_website_reads_an_answer(server: Server) -> None:
    foreign = {"Origin": "https://evil.example"}
    asked = {"Access-Control-Request-Method": "POST"} | foreign
    for path in PATHS:
        for method, headers in (("GET", foreign), ("POST", foreign), ("OPTIONS", asked)):
            answer = requests.request(
                method, server.url + path.decode(), headers=headers, timeout=10,
                allow_redirects=False,
            )  # fmt: skip
            assert "Access-Control-Allow-Origin" not in answer.headers
            assert "Access-Control-Allow-Credentials" not in answer.headers
    socket = f"{server.url}/chat/socket/?EIO=4&transport=polling"
    assert requests.get(socket, headers=foreign, timeout=10).status_code == 400
    friend = f"http://127.0.0.1:{server.friend}"
    shown = requests.get(socket, headers={"Origin": friend}, timeout=10)
    assert shown.headers["Access-Control-Allow-Origin"] == friend


@pytest.mark.parametrize("path", ["/lv/", "/lost", "/partneris.js", "/console", "/webhooks/rest/"])
@pytest.mark.parametrize("method", ["GET", "PATCH"])
def test_every_answer_forbids_foreign_scripts_and_frames(
    server: Server, path: str, method: str
) -> None:
    answer = requests.request(method, server.url + path, timeout=10, allow_redirects=False)
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


@pytest.mark.parametrize("step", TRAVERSAL)
@pytest.mark.parametrize(
    "folder", [b"/", b"/lv/", b"/webhooks/website/files/", b"/console/report/tables/",
               b"/console/tickets/1/files/", b"/partneris.js/"],
)  # fmt: skip
def test_no_path_leads_out_of_what_is_served(
    server: Server, head: Console, folder: bytes, step: bytes
) -> None:
    cookie = [(b"Cookie", b"partneris_console=" + head.key.encode())]
    answer = send(server, request(b"GET", folder + step, cookie))
    assert status(answer) in (302, 303, 404), answer
    assert b"root:" not in answer


def test_the_host_and_the_path_of_an_address_are_text_in_a_page(server: Server) -> None:
    evil = b'"><script>alert(1)</script>'
    for path in (b"/lv/", b"/lost", b"/lv/" + evil):
        answer = send(server, request(b"GET", path).replace(b"127.0.0.1", evil))
        assert b"<script>alert" not in answer


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"[" * 60_000, "not JSON"),
        (b'{"message":' * 5_000, "not JSON"),
        (b'{"message": "kad?", "sender": "\\ud800"}', "invisible"),
        (b'{"message": "kad?", "sender": "a\\u0000b"}', "invisible"),
        (b'{"message": "kad?", "sender": "' + b"9" * 201 + b'"}', "sender"),
        (b'{"message": "kad?", "sender": "slack-T1-C1"}', "begin with"),
    ],
)
def test_over_rest_rubbish_is_refused_in_words(server: Server, body: bytes, problem: str) -> None:
    before = traces(server)
    status_, answer = server.post(body)
    assert status_ == 400
    assert problem in answer["error"]
    assert traces(server) == before


def test_over_rest_nothing_but_words_is_taken(server: Server) -> None:
    """Metadata and slots of Rasa's own REST channel: a language, an officer, a field."""
    forged = {
        "sender": "forger", "message": "Kontakti", "input_channel": "website",
        "metadata": {"language": "en", "live": True, "typed": "x", "officer": {"name": "evil"}},
        "slots": {"field": "vet"}, "events": [{"event": "slot", "name": "field", "value": "vet"}],
    }  # fmt: skip
    (answer,) = requests.post(server.url + REST.decode(), json=forged, timeout=30).json()
    assert answer["language"] == "lv"
    assert "inese.rimsane@viaa.gov.lv" in answer["text"]  # all contacts, not those of one field


@pytest.mark.parametrize(
    "path",
    ["/queue?ticket=" + "9" * 5000, "/queue?ticket=²", "/slots?officer=" + "9" * 5000,
     "/slots/day.ics?day=9999-12-31", "/slots/day.ics?day=0001-01-01", "/report?from=9999-12-31",
     "/report?to=0001-01-01", "/report?file=2020-01-01-1.yml&number=" + "9" * 5000 + "&left_out=1",
     "/report/pictures/messages?from=0001-01-01&to=9999-12-31"],
)  # fmt: skip
def test_odd_values_in_the_consoles_addresses_do_not_fail(
    server: Server, head: Console, path: str
) -> None:
    before = traces(server)
    assert head.get(path).status_code in (200, 204, 404, 422)
    assert traces(server) == before


@pytest.mark.parametrize(
    "headers",
    [
        {}, {"X-CSRF-Token": b"\xff\xfe"}, {"Content-Type": "text/plain"},
        {"Content-Type": "application/json"}, {"Origin": "https://evil.example"},
    ],
)  # fmt: skip
def test_a_form_of_another_website_changes_nothing(
    server: Server, head: Console, headers: dict[str, str | bytes]
) -> None:
    before = traces(server)
    # as text/plain, a form of any website may be sent without asking; its fields are not read
    body = f"csrf={head.csrf}&away=yes" if "Content-Type" in headers else "away=yes"
    answer = head.session.post(
        f"{server.url}/console/away",
        data=body,
        headers=headers,
        timeout=30,  # type: ignore[arg-type]
    )
    assert answer.status_code == 403
    assert traces(server) == before


def test_guessing_passwords_is_not_hidden_by_a_made_up_address(
    server: Server, head: Console
) -> None:
    officer("hidden@viaa.example", "Guna Zīle", "adult")
    session, seen = requests.Session(), []
    page = session.get(f"{server.url}/console/sign-in", timeout=30).text
    token = page.partition('name="csrf" value="')[2].partition('"')[0]
    for number in range(12):
        made_up = f"198.51.100.{number}"
        headers = {
            "X-Forwarded-For": made_up, "X-Real-IP": made_up, "Client-IP": made_up,
            "Forwarded": f"for={made_up};secret=x", "True-Client-IP": made_up,
        }  # fmt: skip
        values = {"csrf": token, "email": "hidden@viaa.example", "password": f"guess {number}"}
        answer = session.post(
            f"{server.url}/console/sign-in", data=values, headers=headers, timeout=30
        )
        seen.append(answer.status_code)
    assert seen == [403] * 10 + [429] * 2


ODD = st.one_of(
    st.binary(max_size=60).filter(lambda each: not {10, 13} & set(each)),
    st.sampled_from([b"", b"0", b"-1", b"\xff", b"text/plain", b"application/json", b"a" * 3000]),
)
NAMES = (
    b"Cookie", b"Content-Type", b"Accept", b"Accept-Language", b"Accept-Encoding", b"Origin",
    b"Forwarded", b"X-Forwarded-For", b"X-Forwarded-Host", b"If-None-Match", b"HX-Request",
    b"X-CSRF-Token", b"Range", b"Upgrade", b"X-Request-ID", b"X-Telegram-Bot-Api-Secret-Token",
    b"Authorization", b"X-Slack-Signature", b"Sec-WebSocket-Key", b"Sec-WebSocket-Version",
)  # fmt: skip
BODIES = st.one_of(
    st.binary(max_size=200),
    st.sampled_from(
        [
            b"[" * 60_000,
            b'{"message": ' * 5_000,
            b'{"message": "kad?", "sender": "\\ud800"}',
            b'{"message": "kad?", "sender": "a\\u0000b"}',
            b'{"message": "\\udfff kad?", "sender": "fuzz"}',
            b'{"message": "kad?", "sender": ' + b"9" * 5000 + b"}",
            b"csrf=%ff&email=%00&password=" + b"a" * 9000,
            b"to=officer:" + b"9" * 5000,
            b"from=2020-13-45&to=0000-00-00&group=" + b"%f0" * 99,
            b"--x\r\nContent-Disposition: form-data; name=text; filename*=u''a\r\n\r\nb\r\n--x--",
        ]
    ),
)  # fmt: skip


@settings(
    max_examples=150, deadline=None, derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)  # fmt: skip
@given(
    method=st.sampled_from([b"GET", b"POST", b"POST", b"HEAD", b"PUT", b"DELETE", b"a", b"\xff"]),
    path=st.sampled_from(PATHS),
    query=st.just(b"") | st.from_regex(rb"[?&](a|have|ticket|from|day|field)=[!-~]{0,30}"),
    headers=st.lists(st.tuples(st.sampled_from(NAMES), ODD), max_size=4),
    body=BODIES,
    kind=st.sampled_from(
        [
            b"application/json",
            b"application/x-www-form-urlencoded",
            b"multipart/form-data; boundary=x",
        ]
    ),
    signed_in=st.booleans(),
)  # fmt: skip
def test_no_request_makes_the_server_fail(
    server: Server, head: Console, method: bytes, path: bytes, query: bytes,
    headers: list[tuple[bytes, bytes]], body: bytes, kind: bytes, signed_in: bool,
) -> None:  # fmt: skip
    before = traces(server)
    if signed_in and path != b"/console/sign-out":
        headers = [
            (b"Cookie", b"partneris_console=" + head.key.encode()),
            (b"X-CSRF-Token", head.csrf.encode()),
            *headers,
        ]
    named = {name for name, _ in headers}
    headers += [] if b"Content-Type" in named else [(b"Content-Type", kind)]
    headers += [(b"Content-Length", b"%d" % len(body))]
    answer = send(server, request(method, path + query.replace(b"\n", b""), headers, body))
    if b"Upgrade" not in named:
        assert status(answer) < 500, answer[:500]
    assert traces(server) == before
