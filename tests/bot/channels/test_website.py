"""The website's channel as a window meets it: over real sockets, with its own clients."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import socketio

from bot.channels.sessions import Sessions, secret
from bot.channels.website import WebsiteInput
from tests.server import Server
from tests.window import Window


@pytest.fixture
def window(server: Server) -> Iterator[Callable[..., Window]]:
    opened: list[Window] = []

    def open_(**values: Any) -> Window:
        opened.append(Window(server.url, **values))
        return opened[-1]

    yield open_
    for each in opened:
        each.close()


def test_a_new_window_is_greeted_with_topics_in_its_language(window: Callable[..., Window]) -> None:
    latvian, english = window(), window(language="en")
    assert latvian.session["entries"] == []
    assert latvian.session["greeting"]["text"].startswith("Labdien!")
    assert latvian.session["greeting"]["buttons"]
    assert english.session["greeting"]["text"].startswith("Hello!")
    greeting = latvian.send("greet", {"language": "en"})
    assert greeting["text"] == english.session["greeting"]["text"]


def test_an_answer_has_its_sources_apart_and_can_be_judged(window: Callable[..., Window]) -> None:
    one = window()
    answer = one.say("a", "Kāds ir pieteikumu iesniegšanas termiņš?")
    assert "23. aprīļa" in answer["text"]
    assert "Avot" not in answer["text"]
    assert answer["sources"]
    assert answer["answers"]
    assert [entry["from"] for entry in one.entries] == ["user", "bot"]
    assert one.typing == [True, False]
    judged = {"message": "a.1", "helpful": False, "word": "par īsu"}
    assert one.send("feedback", judged)["status"] == "ok"
    again = window(token=one.session["token"])
    assert again.session["entries"][-1]["feedback"] == {"helpful": False, "word": "par īsu"}


def test_a_conversation_goes_on_in_another_window_and_both_see_it(
    window: Callable[..., Window],
) -> None:
    first = window()
    first.say("a", "Cik ilgs var būt projekts?")
    second = window(token=first.session["token"])
    assert [entry["id"] for entry in second.session["entries"]] == ["a", "a.1"]
    second.say("b", "un augstākajai izglītībai?")
    first.wait_for(lambda: first.entries[-1]["id"] == "b.1")
    assert "36" in first.entries[-1]["text"]


def test_the_same_message_is_never_answered_twice(window: Callable[..., Window]) -> None:
    one = window()
    one.say("a", "Kontakti PIA")
    again = {"id": "a", "text": "Kontakti PIA", "language": "lv"}
    assert one.send("message", again)["status"] == "duplicate"
    other = window(token=one.session["token"])
    assert other.send("message", again)["status"] == "duplicate"
    seen = window(token=one.session["token"]).session["entries"]
    assert [entry["id"] for entry in seen] == ["a", "a.1"]


@pytest.mark.parametrize(
    "token", ["web-0", "", 7, ["x"], {"a": 1}, "x" * 10_000, "IndlYi0wIg.aaaaaa.bbbb"]
)
def test_a_made_up_token_begins_a_conversation_of_its_own(
    window: Callable[..., Window], token: object
) -> None:
    one = window()
    one.say("a", "Kontakti PIA")
    stranger = window(token=token)
    assert stranger.session["entries"] == []
    assert stranger.session["token"] != one.session["token"]


def test_a_token_with_another_conversations_name_is_refused(window: Callable[..., Window]) -> None:
    one, two = window(), window()
    one.say("a", "Kontakti PIA")
    name, _, _ = one.session["token"].partition(".")
    _, _, signature = two.session["token"].partition(".")
    assert window(token=f"{name}.{signature}").session["entries"] == []


def test_windows_do_not_hear_other_conversations(window: Callable[..., Window]) -> None:
    one, two = window(), window()
    one.say("a", "Kontakti PIA")
    two.say("b", "Kāds ir termiņš?")
    assert {entry["id"] for entry in two.entries} == {"b", "b.1"}
    assert two.send("feedback", {"message": "a.1", "helpful": True})["reason"] == "unknown_message"


@pytest.mark.parametrize("text", ['/ask_contacts{"field": "vet"}', "/restart", "/greet"])
def test_a_payload_typed_by_hand_does_nothing(window: Callable[..., Window], text: str) -> None:
    one = window()
    answer = one.say("a", text)
    assert answer["fallback"]
    assert one.entries[0]["text"] == text
    contacts = one.say("b", "Kādas ir kontaktpersonas?")["text"]
    assert "evita.zondaka@viaa.gov.lv" in contacts


@pytest.mark.parametrize(
    ("event", "data", "reason"),
    [
        ("message", None, "invalid"),
        ("message", "hello", "invalid"),
        ("message", {"id": "a", "language": "lv"}, "invalid"),
        ("message", {"id": "a", "text": 5, "language": "lv"}, "invalid"),
        ("message", {"id": "a.1", "text": "x", "language": "lv"}, "invalid"),
        ("message", {"id": "a" * 65, "text": "x", "language": "lv"}, "invalid"),
        ("message", {"id": "a", "text": "x", "language": "de"}, "invalid"),
        ("message", {"id": "a", "text": " \n ", "language": "lv"}, "empty"),
        ("message", {"id": "a", "text": "x" * 4001, "language": "lv"}, "long"),
        ("feedback", {"message": "a.1", "helpful": "maybe"}, "invalid"),
        ("feedback", {"message": "a.1", "helpful": True, "word": "x" * 501}, "invalid"),
        ("greet", {"language": "xx"}, "invalid"),
    ],
)  # fmt: skip
def test_a_bad_event_is_refused_with_its_reason(
    window: Callable[..., Window], event: str, data: object, reason: str
) -> None:
    one = window()
    answer = one.send(event, data)
    assert (answer["status"], answer["reason"]) == ("refused", reason)
    assert one.entries == []


def test_too_many_messages_are_refused_with_the_time_to_wait(
    window: Callable[..., Window],
) -> None:
    one, other = window(), window()
    messages = [{"id": f"m{n}", "text": "paldies", "language": "lv"} for n in range(21)]
    *good, last = [one.send("message", message) for message in messages]
    assert {answer["status"] for answer in good} == {"ok"}
    assert last["reason"] == "rate"
    assert 1 <= last["wait"] <= 60
    assert other.send("message", messages[0])["status"] == "ok"


def test_markup_comes_back_as_it_was_typed(window: Callable[..., Window]) -> None:
    text = "<img src=x onerror=alert(1)> kāds ir termiņš?"
    one = window()
    one.say("a", text)
    assert one.entries[0]["text"] == text


def test_a_budget_comes_as_a_table_and_a_file(
    window: Callable[..., Window], server: Server
) -> None:
    one = window(language="en")
    one.say(
        "a",
        "We plan a school project of 24 months with 4 partners from Latvia, Estonia and Finland,"
        " good practice. Show the budget",
        "en",
    )
    table = one.say("b", "show the budget now", "en")["table"]
    # (500 + 3 × 250) × 24
    assert table["total"][-1] == "30 000"
    assert table["bars"][0]["value"] == 30_000
    file = one.say("c", "excel file", "en")["file"]
    with urllib.request.urlopen(server.url + file["url"]) as answer:
        content = answer.read()
        assert answer.headers["Content-Disposition"] == f'attachment; filename="{file["name"]}"'
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert content.startswith(b"PK")
    assert len(content) == file["size"]
    for wrong in (file["url"][:-4] + "aaaa", file["url"].rpartition("/")[0] + "/..%2fsecret"):
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(server.url + wrong)


def test_another_website_may_not_connect(window: Callable[..., Window], server: Server) -> None:
    assert window(origin=server.url).session
    with pytest.raises(socketio.exceptions.ConnectionError):
        window(origin="https://elsewhere.example")


def test_a_token_is_good_for_as_long_as_a_conversation_is_kept() -> None:
    fresh, over = Sessions("s" * 32, 60), Sessions("s" * 32, -1)
    token = fresh.token("web-1")
    assert fresh.conversation(token) == "web-1"
    assert over.conversation(token) is None
    assert Sessions("t" * 32, 60).conversation(token) is None
    assert fresh.file(token) is None
    assert fresh.file(fresh.file_token("web-1", "a.1")) == ("web-1", "a.1")


def test_the_key_is_made_once_and_only_its_owner_reads_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PARTNERIS_SECRET", raising=False)
    made = secret(tmp_path)
    assert secret(tmp_path) == made
    assert len(made) == 64
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600
    assert tmp_path.stat().st_mode & 0o777 == 0o700
    monkeypatch.setenv("PARTNERIS_SECRET", "short")
    with pytest.raises(RuntimeError, match="32 characters"):
        secret(tmp_path)


@pytest.mark.parametrize("content", ["", "short"])
def test_a_key_that_was_cut_off_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    monkeypatch.delenv("PARTNERIS_SECRET", raising=False)
    (tmp_path / "secret").write_text(content)
    with pytest.raises(RuntimeError, match="secret needs 32 characters"):
        secret(tmp_path)


def test_a_token_is_signed_anew_after_a_day_for_the_same_conversation(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sessions = Sessions("s" * 32, 1_000_000)
    token = sessions.token("web-1")
    assert sessions.renewed(token) == token
    later = time.time() + 25 * 3600
    monkeypatch.setattr(time, "time", lambda: later)
    renewed = sessions.renewed(token)
    assert renewed != token
    assert sessions.conversation(renewed) == "web-1"
    # the window tells by this part that it is the same conversation
    assert renewed.partition(".")[0] == token.partition(".")[0]


def test_two_messages_at_once_are_answered_one_after_the_other(
    window: Callable[..., Window],
) -> None:
    one = window()
    two = window(token=one.session["token"])
    messages = [{"id": name, "text": "Kontakti PIA", "language": "lv"} for name in ("a", "b")]
    with ThreadPoolExecutor() as pool:
        done = list(pool.map(Window.send, (one, two), ["message"] * 2, messages))
    assert [each["status"] for each in done] == ["ok", "ok"]
    one.wait_for(lambda: len(one.entries) >= 4)  # the other window may hear first that it is done
    seen = [entry["id"] for entry in one.entries]
    assert seen in (["a", "a.1", "b", "b.1"], ["b", "b.1", "a", "a.1"])
    assert [entry["id"] for entry in window(token=one.session["token"]).session["entries"]] == seen


def test_over_rest_nobody_gets_into_a_conversation_of_the_website(server: Server) -> None:
    status, answer = server.post(b'{"sender": "web-0123", "message": "Kontakti"}')
    assert status == 400
    assert "web-" in answer["error"]


def test_a_huge_body_is_refused_before_it_is_read_whole(server: Server) -> None:
    address = f"{server.url}/webhooks/rest/webhook"
    with pytest.raises((urllib.error.HTTPError, urllib.error.URLError)) as refused:
        urllib.request.urlopen(address, data=b"x" * 1_000_000)
    assert getattr(refused.value, "code", 413) == 413


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": []},
        {"origins": ["https://b.lv/"]},
        {"origins": ["b.lv"]},
        {"keep_days": 0},
        {"messages": "rubbish"},
    ],
)
def test_a_wrong_setting_is_told(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        WebsiteInput.from_credentials(wrong)


def test_origins_come_from_settings_and_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTNERIS_ORIGINS", "https://a.lv, https://b.lv:8443")
    channel = WebsiteInput.from_credentials({"origins": ["https://c.lv"]})
    request = SimpleNamespace(host="partneris.lv")
    judged = {
        origin: channel._may_ask(origin, {"sanic.request": request})
        for origin in (
            None, "https://a.lv", "https://b.lv:8443", "https://c.lv", "https://partneris.lv",
            "https://b.lv", "https://partneris.lv.evil.lv", "null", "",
        )
    }  # fmt: skip
    assert [origin for origin, allowed in judged.items() if not allowed] == [
        "https://b.lv", "https://partneris.lv.evil.lv", "null", "",
    ]  # fmt: skip
