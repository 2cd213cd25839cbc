"""The console over HTTP, on the running system: who gets in, and what officers may do."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest
import requests
from sanic import response
from sanic_routing import Route

from bot import database
from bot.channels.clean import LONGEST
from bot.engine import endpoints
from bot.helpdesk import officers, tickets
from bot.helpdesk.console import gate
from bot.helpdesk.tables import OfficerRow
from bot.helpdesk.tickets import Ticket
from bot.server import application
from tests.bot.helpdesk.console import (
    HTMX,
    KEY,
    PASSWORD,
    Console,
    asked,
    end_all,
    officer,
    words,
)
from tests.server import Server
from tests.window import Window

Open = Callable[..., Window]


@pytest.fixture
def running(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """The running system, whose database this process shares."""
    monkeypatch.setenv(database.VARIABLE, server.database)
    yield server
    end_all(officer("anna@viaa.example", "Anna Bērziņa", "school", "adult"))


@pytest.fixture
def anna(running: Server) -> Console:
    """An officer for schools and adults."""
    return Console(running, officer("anna@viaa.example", "Anna Bērziņa", "school", "adult"))


@pytest.fixture
def juris(running: Server) -> Console:
    """An officer for vocational education."""
    return Console(running, officer("juris@viaa.example", "Juris Ozols", "vet"))


@pytest.fixture
def zane(running: Server) -> Console:
    """Another officer for schools."""
    return Console(running, officer("zane@viaa.example", "Zane Liepa", "school"))


@pytest.fixture
def window(running: Server) -> Iterator[Open]:
    opened: list[Window] = []

    def open_(**values: object) -> Window:
        opened.append(Window(running.url, **values))  # type: ignore[arg-type]
        return opened[-1]

    yield open_
    for each in opened:
        each.close()


@pytest.fixture
def one(window: Open) -> Window:
    """A person who has asked something."""
    made = window()
    made.say("first", "Kāds ir pieteikumu iesniegšanas termiņš?")
    return made


def absent(console: Console) -> None:
    """Let an officer's console be closed for a while."""
    with database.session() as session:
        row = session.get(OfficerRow, console.officer.id)
        row.seen_at = database.now() - officers.PRESENT - dt.timedelta(seconds=1)


def heard(window: Window, text: str) -> None:
    window.wait_for(lambda: any(text in entry["text"] for entry in window.entries))


def state(ticket: Ticket) -> str:
    found = tickets.find(ticket.id)
    assert found
    return found.state


# Who gets in


@pytest.fixture(scope="module")
def routes(tmp_path_factory: pytest.TempPathFactory) -> list[Route]:
    """All routes of the console that the application's router knows."""
    folder = tmp_path_factory.mktemp("routes")
    for name in ("partneris.js", "page.js", "console.js", "console-clock.js"):
        (folder / name).write_text("")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(database.VARIABLE, f"sqlite:///{folder / 'partneris.db'}")
        app = application(Path("none"), folder, endpoints(persistent=True))
    found = [each for each in app.router.routes if f"/{each.path}/".startswith("/console/")]
    assert len(found) > 15
    return [each for each in found if each.path != "console/sign-in"]


def addresses(routes: list[Route], ticket: Ticket) -> Iterator[tuple[str, str]]:
    """Yield method and path of each route, below `/console`."""
    for route in routes:
        path = re.sub(r"<ticket_id:.*?>", str(ticket.id), f"/{route.path}")
        path = re.sub(r"<.*?>", "first.1", path).removeprefix("/console")
        yield from ((method, path) for method in route.methods if method != "OPTIONS")


def test_no_page_and_no_call_without_sign_in(
    running: Server, routes: list[Route], one: Window
) -> None:
    ticket, checked = asked(one), 0
    for cookies in ({}, {"partneris_console": "made-up"}):
        for method, path in addresses(routes, ticket):
            for headers in ({}, HTMX):
                answer = requests.request(
                    method,
                    f"{running.url}/console{path}",
                    headers=headers,
                    cookies=cookies,
                    allow_redirects=False,
                    timeout=60,
                )
                if headers:
                    assert answer.status_code == 401, path
                    assert answer.headers["HX-Redirect"] == "/console/sign-in"
                else:
                    assert answer.status_code == 303, path
                    assert answer.headers["Location"] == "/console/sign-in"
                assert answer.text == ""
                checked += 1
    assert checked > 60
    assert state(ticket) == "requested"


def test_nothing_changes_without_the_pages_token(
    anna: Console, juris: Console, routes: list[Route], one: Window
) -> None:
    ticket = asked(one)
    changing = [each for each in addresses(routes, ticket) if each[0] not in ("GET", "HEAD")]
    assert len(changing) >= 8
    for method, path in changing:
        for token in ({}, {"X-CSRF-Token": "made-up"}, {"X-CSRF-Token": juris.csrf}):
            answer = anna.session.request(
                method, f"{anna.server.url}/console{path}", headers=HTMX | token, timeout=60
            )
            assert answer.status_code == 403, path
    assert state(ticket) == "requested"
    assert officers.signed_in(anna.key)


def test_only_the_console_shows_what_is_said_in_other_conversations(
    anna: Console, one: Window
) -> None:
    ticket = asked(one)
    assert anna.get(f"/tickets/{ticket.id}").status_code == 200
    for number in (ticket.id + 1000, 2**31, 10**30):
        for path in ("", "/said", "/known", "/suggestions", "/colleagues", "/files/a.1"):
            assert anna.get(f"/tickets/{number}{path}").status_code == 404
        assert anna.post(f"/tickets/{number}/claim").status_code == 404


def form_token(session: requests.Session, server: Server) -> str:
    page = session.get(f"{server.url}/console/sign-in", timeout=60).text
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    assert found
    return found[1]


def sign_in(
    session: requests.Session, server: Server, email: str, password: str, token: str | None = None
) -> requests.Response:
    data = {"csrf": token or form_token(session, server), "email": email, "password": password}
    return session.post(
        f"{server.url}/console/sign-in", data=data, allow_redirects=False, timeout=60
    )


def test_each_sign_in_has_a_new_key_in_a_cookie_that_no_script_reads(anna: Console) -> None:
    session = requests.Session()
    session.headers["Cookie"] = "partneris_console=chosen-by-somebody-else"
    token = form_token(session, anna.server)
    session.headers["Cookie"] += f"; partneris_entry={token}"
    entered = sign_in(session, anna.server, " Anna@viaa.example ", PASSWORD, token)
    assert (entered.status_code, entered.headers["Location"]) == (303, "/console")
    cookie = entered.headers["Set-Cookie"]
    assert "chosen-by-somebody-else" not in cookie
    parts = {part.strip() for part in cookie.split(";")}
    assert {"HttpOnly", "SameSite=Lax", "Path=/console"} <= parts
    assert not any(part.startswith("Secure") for part in parts)  # the tests' server has no https
    first = session.cookies["partneris_console"]
    assert officers.signed_in(first)

    session.headers["Cookie"] = f"partneris_console={first}; partneris_entry={token}"
    again = sign_in(session, anna.server, anna.officer.email, PASSWORD, token)
    assert first not in again.headers["Set-Cookie"]
    assert officers.signed_in(first) is None


def test_over_https_the_cookie_is_sent_over_https_only() -> None:
    answer = response.empty()
    gate.set_cookie(SimpleNamespace(scheme="https"), answer, gate.COOKIE, "key", 60)
    assert "Secure" in str(answer.cookies[gate.COOKIE]).split("; ")


def test_a_wrong_password_and_an_unknown_address_get_the_same_words(anna: Console) -> None:
    said = []
    for email, password in ((anna.officer.email, "wrong"), ("nobody@viaa.example", PASSWORD)):
        session = requests.Session()
        answer = sign_in(session, anna.server, email, password)
        assert answer.status_code == 403
        assert "partneris_console" not in session.cookies
        said.append(words(answer.text))
    assert said[0] == said[1]
    assert "E-pasta adrese vai parole nav pareiza." in said[0]


def test_a_form_from_elsewhere_signs_nobody_in(anna: Console) -> None:
    answer = sign_in(requests.Session(), anna.server, anna.officer.email, PASSWORD, "made-up")
    assert answer.status_code == 403
    assert "pārāk ilgi" in words(answer.text)


def test_guessing_a_password_ends_soon(running: Server) -> None:
    guessed = officer("guessed@viaa.example", "Guna Zīle", "adult")
    session = requests.Session()
    token = form_token(session, running)
    answers = [
        sign_in(session, running, email, f"guess {number}", token).status_code
        for number, email in enumerate([guessed.email, guessed.email.upper()] * 6)
    ]
    assert answers == [403] * 10 + [429] * 2
    right = sign_in(session, running, guessed.email, PASSWORD, token)
    assert right.status_code == 429
    assert "Pārāk daudz mēģinājumu" in words(right.text)
    other = officer("anna@viaa.example", "Anna Bērziņa", "school", "adult")
    assert sign_in(session, running, other.email, PASSWORD, token).status_code == 303


def test_signing_out_ends_the_key(anna: Console) -> None:
    assert anna.post("/sign-out").headers["Location"] == "/console/sign-in"
    assert officers.signed_in(anna.key) is None
    anna.session.cookies.set("partneris_console", anna.key, path="/console")
    assert anna.get().status_code == 303


def test_a_disabled_officer_is_out_at_once(running: Server) -> None:
    gone = Console(running, officer("gone@viaa.example", "Gatis Gads", "school"))
    assert gone.get().status_code == 200
    officers.disable(gone.officer.email)
    assert gone.get().status_code == 303


# Pages


def test_pages_run_no_foreign_script_and_are_kept_nowhere(anna: Console, one: Window) -> None:
    ticket = asked(one)
    anna.act(ticket, "claim")
    fragments = [f"/tickets/{ticket.id}{each}" for each in ("", "/said", "/known", "/suggestions")]
    for path in ("", "/queue", "/sign-in", *fragments):
        session = requests if path == "/sign-in" else anna.session
        answer = session.get(f"{anna.server.url}/console{path}", timeout=60)
        assert answer.status_code in (200, 204)
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        policy = answer.headers["Content-Security-Policy"]
        for rule in ("script-src 'self'", "frame-ancestors 'none'", "default-src 'none'"):
            assert rule in policy
        assert not re.search(r"<script(?![^>]* src=)|\sstyle=|\son\w+=|javascript:", answer.text)
        assert "http://" not in answer.text.replace("http://www.w3.org", "")


MARKUP = "<img src=x onerror=alert(1)> & \"'` {{ 7*7 }} VERSION"


def test_what_people_and_officers_type_is_text(running: Server, window: Open) -> None:
    evil = Console(running, officer("evil@viaa.example", f"Eva {MARKUP}", "school"))
    one = window()
    one.send("message", {"id": "a", "text": MARKUP, "language": "lv"})
    ticket = asked(one, topic="grant")
    tickets.leave_contact(
        tickets.Request(**ticket.model_dump(include=set(tickets.Request.model_fields))),
        f"a@b.lv {MARKUP}",
        f"note {MARKUP}",
    )
    evil.act(ticket, "claim")
    evil.act(ticket, "answer", text=f"answer {MARKUP}", key=KEY)
    heard(one, "answer <img")
    pages = [
        evil.get(path).text
        for path in ("", f"/tickets/{ticket.id}", f"/tickets/{ticket.id}/colleagues")
    ]
    for page in pages:
        assert "<img src=x" not in page
        assert "49" not in re.sub(r"\d{3,}", "", words(page).replace(str(ticket.id), ""))
    for shown in ("answer", "note", "a@b.lv", "Eva"):
        assert f"{shown} {MARKUP}" in words(pages[1]), shown
    evil.act(ticket, "end", reason="solved")
    officers.disable(evil.officer.email)


def test_the_language_is_changed_and_kept(anna: Console) -> None:
    assert "Gaida atbildi" in anna.words("")
    changed = anna.post("/language", language="en", **{"from": "/console"})
    assert changed.headers["Location"] == "/console"
    assert "Waiting for an answer" in anna.words("")
    again = Console(anna.server, anna.officer)
    assert "Waiting for an answer" in again.words("")
    for address in ("https://evil.example", "//evil.example", "/lv/", "/console\r\nX: y"):
        back = anna.post("/language", language="lv", **{"from": address})
        assert back.headers["Location"] == "/console"


# The queue


def group(page: str, name: str) -> str:
    """Return the words of a group of the queue."""
    found = re.search(rf'<section class="group {name}".*?</section>', page, re.S)
    return words(found[0]) if found else ""


def test_the_queue_has_own_fields_first_and_others_apart(anna: Console, window: Open) -> None:
    mine, others, anyones = window(), window(), window()
    mine.say("a", "Kas ir pieteikuma veidlapa?")
    asked(mine, "school", reason="anger")
    asked(others, "vet")
    asked(anyones, None)
    page = anna.get().text
    assert "Kas ir pieteikuma veidlapa?" in group(page, "waiting")
    for shown in ("skolas", "0 min", "LV", "tīmekļa vietne", "ir neapmierināts", "bez sektora"):
        assert shown in group(page, "waiting")
    assert "profesionālā" in group(page, "elsewhere")
    assert "profesionālā" not in group(page, "waiting")
    assert page.count("/claim") == 2  # what is others' can be read only
    assert "(2) Partneris" in page
    narrowed = anna.get("?field=adult").text
    assert "skolas" not in group(narrowed, "waiting")
    assert "bez sektora" in group(narrowed, "waiting")
    assert "(2) Partneris" in narrowed  # what waits is told of whatever is shown
    assert "skolas" in group(anna.get("?field=<made-up>").text, "waiting")


def version(page: str) -> str:
    found = re.search(r"have=([0-9a-f]{16})", page)
    assert found
    return found[1]


def test_a_poll_answers_only_when_something_is_new(anna: Console, one: Window) -> None:
    ticket = asked(one)
    first = anna.poll("/queue")
    assert first.status_code == 200
    same = anna.poll("/queue", have=version(first.text))
    assert (same.status_code, same.text) == (204, "")
    one.say("b", "Un cik ilgs var būt projekts?")
    new = anna.poll("/queue", have=version(first.text))
    assert "cik ilgs var būt projekts" in new.text

    anna.act(ticket, "claim")
    path = f"/tickets/{ticket.id}/said"
    heard(one, "Anna Bērziņa")
    said = anna.poll(path, mode="mine")
    assert anna.poll(path, mode="mine", have=version(said.text)).status_code == 204
    one.send("message", {"id": "c", "text": "Vai esat tur?", "language": "lv"})
    later = anna.poll(path, mode="mine", have=version(said.text))
    assert "Vai esat tur?" in later.text
    assert later.headers["HX-Trigger"] == "said"


def test_a_poll_says_that_the_officer_is_there(anna: Console) -> None:
    absent(anna)
    assert not officers.on_duty("school")
    anna.poll("/queue")
    assert [each.name for each in officers.on_duty("school")] == ["Anna Bērziņa"]
    anna.post("/away", away="yes")
    anna.poll("/queue")
    assert not officers.on_duty("school")
    assert 'aria-checked="true"' in anna.post("/away", away="no").text
    assert officers.on_duty("school")


def test_a_message_is_unread_until_the_officer_looks(anna: Console, one: Window) -> None:
    ticket = asked(one)
    anna.act(ticket, "claim")
    anna.get(f"/tickets/{ticket.id}")
    assert "Jauna ziņa" not in group(anna.get().text, "mine")
    one.send("message", {"id": "b", "text": "Esmu vēl šeit", "language": "lv"})
    assert "Jauna ziņa" in group(anna.get().text, "mine")
    assert "Esmu vēl šeit" in group(anna.get().text, "mine")
    path = f"/tickets/{ticket.id}/said"
    anna.poll(path, mode="mine", visible="no")  # in a tab in the background
    assert "Jauna ziņa" in group(anna.get().text, "mine")
    anna.poll(path, mode="mine", visible="yes")
    assert "Jauna ziņa" not in group(anna.get().text, "mine")


# Acts


def test_of_two_who_take_at_once_one_gets_it_and_the_other_kind_words(
    anna: Console, zane: Console, window: Open
) -> None:
    for number in range(5):
        one = window()
        ticket = asked(one)
        with ThreadPoolExecutor() as pool:
            tries = [pool.submit(each.act, ticket, "claim") for each in (anna, zane)]
        first, second = (each.result() for each in tries)
        won, lost = sorted((first, second), key=lambda answer: answer.status_code)
        assert won.headers["HX-Redirect"] == f"/console/tickets/{ticket.id}", number
        assert lost.status_code == 409
        winner = anna if won is first else zane
        held = tickets.find(ticket.id)
        assert held
        assert held.officer_id == winner.officer.id
        assert f"Kolēģis bija ātrāks: saruna tagad ir pie: {winner.officer.name}." in words(
            lost.text
        )


def test_another_fields_officer_only_reads(anna: Console, juris: Console, one: Window) -> None:
    ticket = asked(one)
    page = juris.words(f"/tickets/{ticket.id}")
    assert "Tikai lasīšanai" in page
    assert "Kāds ir pieteikumu iesniegšanas termiņš?" in page
    refused = juris.act(ticket, "claim")
    assert refused.status_code == 403
    assert state(ticket) == "requested"
    anna.act(ticket, "claim")
    assert "pie: Anna Bērziņa" in juris.words(f"/tickets/{ticket.id}")
    assert 'id="answer"' not in juris.get(f"/tickets/{ticket.id}").text
    for name, values in (
        ("answer", {"text": "No manis", "key": KEY}),
        ("pass", {"to": "field:vet"}),
        ("end", {"reason": "solved"}),
    ):
        lost = juris.act(ticket, name, **values)
        assert lost.status_code == 409, name
        assert "Anna Bērziņa" in words(lost.text)
    assert juris.act(ticket, "take-over").status_code == 403
    assert state(ticket) == "claimed"
    assert not any("No manis" in entry["text"] for entry in one.entries)


def test_an_answer_comes_once_however_often_it_is_pressed(anna: Console, one: Window) -> None:
    ticket = asked(one)
    anna.act(ticket, "claim")
    values = {"text": "Labdien!\r\nLīdz 23.\x07 aprīlim\u200b.", "key": KEY}
    with ThreadPoolExecutor() as pool:
        answers = list(pool.map(lambda _: anna.act(ticket, "answer", **values), range(3)))
    assert [each.status_code for each in answers] == [200] * 3
    assert all(each.headers["HX-Trigger"] == "answered" for each in answers)
    assert KEY not in answers[0].text  # the next answer has a key of its own
    heard(one, "Labdien!")
    # the same form again, with other words: both were meant
    anna.act(ticket, "answer", **(values | {"text": "Vēl kas"}))
    heard(one, "Vēl kas")
    said = [entry for entry in one.entries if entry.get("officer")]
    assert [entry["text"] for entry in said] == ["Labdien!\nLīdz 23. aprīlim\u200b.", "Vēl kas"]
    assert {entry["officer"] for entry in said} == {"Anna Bērziņa"}
    page = anna.words(f"/tickets/{ticket.id}")
    assert page.count("Līdz 23. aprīlim") == 1


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"text": "", "key": KEY}, "uzrakstiet atbildi"),
        ({"text": " \r\n\x00 ", "key": KEY}, "uzrakstiet atbildi"),
        ({"text": "a" * (LONGEST + 1), "key": KEY}, "pārāk gara|par garu"),
        ({"text": "a", "key": "short"}, "par garu|mēģiniet"),
    ],
)
def test_an_answer_that_cannot_be_sent_says_why(
    anna: Console, one: Window, values: dict[str, str], problem: str
) -> None:
    ticket = asked(one)
    anna.act(ticket, "claim")
    refused = anna.act(ticket, "answer", **values)
    assert refused.status_code == 422
    assert re.search(problem, words(refused.text))
    assert state(ticket) == "claimed"


def test_the_longest_answer_is_as_long_as_what_people_may_write(anna: Console, one: Window) -> None:
    ticket = asked(one)
    anna.act(ticket, "claim")
    lines = "\r\n".join(["ā" * 99] * (LONGEST // 100))
    assert anna.act(ticket, "answer", text=lines, key=KEY).status_code == 200
    heard(one, "ā" * 99)


def test_a_conversation_is_passed_to_a_colleague_who_is_there(
    anna: Console, zane: Console, juris: Console, one: Window
) -> None:
    ticket = asked(one)
    anna.act(ticket, "claim")
    absent(juris)
    zane.poll("/queue")
    shown = words(anna.get(f"/tickets/{ticket.id}/colleagues").text)
    assert "Zane Liepa klāt" in shown
    assert "Juris Ozols nav klāt" in shown
    for to in (f"officer:{juris.officer.id}", "officer:999999", "officer:x", "field:x", ""):
        refused = anna.act(ticket, "pass", to=to)
        assert refused.status_code == 422, to
    passed = anna.act(ticket, "pass", to=f"officer:{zane.officer.id}")
    assert passed.headers["HX-Redirect"] == "/console?done=passed"
    assert "Saruna nodota." in anna.words("?done=passed")
    heard(one, "Zane Liepa")
    assert "Jauna ziņa" in group(zane.get().text, "mine")
    assert anna.act(ticket, "answer", text="Vēl", key=KEY).status_code == 409
    assert "Anna Bērziņa nodod sarunu: Zane Liepa" in zane.words(f"/tickets/{ticket.id}")


def test_a_conversation_is_passed_to_another_fields_queue(
    anna: Console, juris: Console, one: Window
) -> None:
    ticket = asked(one)
    anna.act(ticket, "claim")
    anna.act(ticket, "pass", to="field:vet")
    heard(one, "profesionālā izglītība")
    assert f"/tickets/{ticket.id}/claim" in juris.get().text
    assert juris.act(ticket, "claim").headers["HX-Redirect"]
    assert "nodod sarunu rindai: profesionālā izglītība" in juris.words(f"/tickets/{ticket.id}")


def test_a_conversation_is_handed_back_to_the_bot(anna: Console, one: Window) -> None:
    ticket = asked(one)
    anna.act(ticket, "claim")
    heard(one, "Anna Bērziņa")
    back = anna.act(ticket, "end", reason="back_to_bot")
    assert back.headers["HX-Redirect"] == "/console?done=returned"
    heard(one, "atbildu es, Partneris")
    assert "36 mēnešiem" in one.say("b", "Cik ilgs var būt projekts?")["text"]
    assert "atdota Partnerim" in anna.words(f"/tickets/{ticket.id}")


def test_a_conversation_is_closed_with_a_reason(anna: Console, one: Window) -> None:
    ticket = asked(one)
    anna.act(ticket, "claim")
    for reason in ("cancelled", "made-up", ""):
        assert anna.act(ticket, "end", reason=reason).status_code == 422
    closed = anna.act(ticket, "end", reason="other_body")
    assert closed.headers["HX-Redirect"] == "/console?done=closed"
    found = tickets.find(ticket.id)
    assert found
    assert (found.state, found.end_reason) == ("ended", "other_body")
    again = anna.act(ticket, "end", reason="solved")
    assert again.status_code == 409
    assert "jau ir noslēgta" in words(again.text)


def test_who_is_gone_is_relieved_by_a_colleague(
    anna: Console, zane: Console, juris: Console, one: Window
) -> None:
    ticket = asked(one)
    anna.act(ticket, "claim")
    anna.poll("/queue")
    assert "Tikai lasīšanai" in zane.words(f"/tickets/{ticket.id}")
    assert zane.act(ticket, "take-over").status_code == 409
    absent(anna)
    assert "Pārņemt no kolēģa" in zane.words(f"/tickets/{ticket.id}")
    assert juris.act(ticket, "take-over").status_code == 403
    assert zane.act(ticket, "take-over").headers["HX-Redirect"] == f"/console/tickets/{ticket.id}"
    heard(one, "pārņem Zane Liepa")
    assert anna.act(ticket, "answer", text="Vēl", key=KEY).status_code == 409


def test_a_page_is_drawn_anew_when_other_buttons_are_needed(anna: Console, one: Window) -> None:
    ticket = asked(one)
    path = f"/tickets/{ticket.id}/said"
    assert "HX-Refresh" not in anna.poll(path, mode="open").headers
    tickets.cancel(ticket.conversation)
    assert anna.poll(path, mode="open").headers["HX-Refresh"] == "true"


# What is known


def test_answers_are_suggested_in_the_persons_language_with_sources(
    anna: Console, window: Open
) -> None:
    one = window(language="en")
    one.say("a", "How long can a project be?", "en")
    ticket = asked(one, language="en")
    path = f"/tickets/{ticket.id}/suggestions"
    assert "data-text" not in anna.get(path).text  # nobody answers yet
    anna.act(ticket, "claim")
    before = next(entry["text"] for entry in one.entries if entry["from"] == "bot")
    page = anna.get(path).text
    texts = re.findall(r'data-text="([^"]+)"', page)
    assert 2 <= len(texts) <= 4
    assert before.split("\n")[0] in words(texts[0])
    assert "Sources:" in texts[0] or "Source:" in texts[0]
    assert "How long may a project be?" in words(page)


def test_suggestions_follow_the_person_and_do_nothing_by_themselves(
    anna: Console, one: Window
) -> None:
    ticket = asked(one)
    anna.act(ticket, "claim")
    heard(one, "Anna Bērziņa")
    questions = (
        ("b", "Cik liela ir lielākā dotācija?", "dotācij"),
        ("c", "gribu runāt ar cilvēku", "termiņ|dotācij|jāiesniedz"),
        ("d", "nevajag vairs cilvēku", ""),
        ("e", "cik ilgi vēl jāgaida?", ""),
    )
    for name, text, expected in questions:
        one.send("message", {"id": name, "text": text, "language": "lv"})
        page = anna.get(f"/tickets/{ticket.id}/suggestions")
        assert page.status_code == 200
        assert re.search(expected, words(page.text)), text
        assert "Gribu runāt ar cilvēku" not in words(page.text)
    assert state(ticket) == "claimed"
    assert len([*tickets.waiting(), *tickets.held()]) == 1


def test_what_partneris_found_out_stands_beside_the_conversation(
    anna: Console, window: Open
) -> None:
    one = window()
    one.say(
        "a",
        "Plānojam skolu projektu uz 24 mēnešiem ar 4 partneriem no Latvijas, Igaunijas un Somijas, "
        "labās prakses apmaiņa, 4 sanāksmes pa 2 cilvēkiem, 900 km",
    )
    one.say("b", "parādi budžetu tagad")
    ticket = asked(one)
    known = words(anna.get(f"/tickets/{ticket.id}/known").text)
    for shown in (
        "skolu izglītība", "latviešu", "tīmekļa vietne", "lūdza cilvēku", "24 mēneši",
        "4 organizācijas", "valstis: Latvija, Igaunija, Somija", "34 600", "Plāns atbilst",
        "VIAA prezentācija", "lūgts cilvēks",
    ):  # fmt: skip
        assert shown in known, shown


def test_a_plan_that_breaks_a_rule_is_told_of(anna: Console, window: Open) -> None:
    one = window()
    one.say("a", "Plānojam skolu projektu uz 24 mēnešiem ar 2 partneriem no Latvijas un Igaunijas")
    ticket = asked(one)
    known = words(anna.get(f"/tickets/{ticket.id}/known").text)
    assert "Plāns neatbilst konkursa nosacījumiem." in known
    assert "kļūda:" in known


def test_a_left_address_is_shown_with_its_note(anna: Console, one: Window) -> None:
    ticket = asked(one)
    tickets.leave_contact(
        tickets.Request(**ticket.model_dump(include=set(tickets.Request.model_fields))),
        "ilze@skola.lv",
        "Lūdzu, piezvaniet!",
    )
    assert "atstāta adrese" in group(anna.get().text, "waiting")
    page = anna.words(f"/tickets/{ticket.id}")
    assert "ilze@skola.lv" in page
    assert "Lūdzu, piezvaniet!" in page


def test_the_bots_files_open_in_the_console(anna: Console, one: Window) -> None:
    one.say("a", "Plānojam skolu projektu uz 24 mēnešiem ar 4 partneriem no Latvijas un Igaunijas")
    one.say("b", "atsūti excel failu")
    ticket = asked(one)
    page = anna.get(f"/tickets/{ticket.id}").text
    found = re.search(r'href="/console(/tickets/\d+/files/[^"]+)"', page)
    assert found
    file = anna.get(found[1])
    assert file.content.startswith(b"PK")
    assert "attachment" in file.headers["Content-Disposition"]
    assert anna.get(f"/tickets/{ticket.id}/files/made.up").status_code == 404
