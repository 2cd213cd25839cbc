"""The website's pages in a real browser."""

from __future__ import annotations

import gzip
import urllib.error
import urllib.request
from http.client import HTTPMessage

import pytest
from playwright.sync_api import Request, expect

from tests.server import Server
from tests.web.browser import Visits, Widget, barriers, picture

MOST_BYTES = 120_000
MOST_REQUESTS = 8
LANGUAGES = pytest.mark.parametrize("language", ["lv", "en"])


def fetch(address: str, **headers: str) -> tuple[int, HTTPMessage, bytes]:
    """Return status, headers and body, as they come over the line."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=named)) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


@pytest.mark.parametrize(
    ("locale", "language"), [("lv-LV", "lv"), ("en-GB", "en"), ("de-DE", "en")]
)
def test_the_start_leads_to_the_browsers_language(
    visit: Visits, locale: str, language: str
) -> None:
    page = visit("/", locale=locale)
    expect(page).to_have_url(f"{visit.url}/{language}/")
    expect(page.locator("html")).to_have_attribute("lang", language)


def test_a_person_changes_the_pages_language(visit: Visits) -> None:
    page = visit("/lv/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("soli pa solim")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("question by question")
    expect(page.get_by_role("button", name="Open the chat with Partneris")).to_be_visible()
    page.get_by_role("link", name="How we use your data").click()
    page.get_by_role("link", name="Latviski").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Datu izmantošana")


@pytest.mark.parametrize(
    ("language", "state"),
    [
        ("lv", "Pieteikumus vēl pieņem. Līdz termiņam vēl 34 dienas."),
        ("en", "The call is open. 34 days left until the deadline."),
    ],
)
def test_the_page_says_how_the_call_stands(visit: Visits, language: str, state: str) -> None:
    expect(visit(f"/{language}/").get_by_role("main")).to_contain_text(state)


@pytest.mark.parametrize(
    ("language", "example", "answer"),
    [
        ("lv", "Līdz kuram datumam jāiesniedz pieteikums?", "23. aprīļa"),
        ("lv", "Vai varam pieteikties divatā?", "vismaz"),
        ("en", "What is the deadline?", "23 April 2020"),
    ],
)
def test_an_example_is_asked_when_it_is_chosen(
    visit: Visits, language: str, example: str, answer: str
) -> None:
    widget = Widget(visit(f"/{language}/"), language)
    widget.page.get_by_role("main").get_by_role("button", name=example).click()
    expect(widget.answered(1)).to_contain_text(answer)
    expect(widget.questions).to_contain_text(example)


def test_a_conversation_is_begun_from_the_page(visit: Visits) -> None:
    widget = Widget(visit())
    widget.page.get_by_role("button", name="Sākt sarunu").click()
    expect(widget.greeted().box).to_be_focused()


def test_the_code_for_other_websites_is_copied(visit: Visits) -> None:
    page = visit(permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopēt kodu").click()
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("Nokopēts.")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == (
        f'<script src="{visit.url}/partneris.js" data-language="auto" defer></script>'
    )


def test_the_privacy_page_says_how_long_a_conversation_is_kept(visit: Visits) -> None:
    page = visit("/lv/privacy")
    expect(page.get_by_role("main")).to_contain_text("30 dienas pēc pēdējās ziņas")
    with page.context.expect_page() as opened:
        Widget(page).open().panel.get_by_role("link", name="Datu izmantošana").click()
    expect(opened.value).to_have_url(f"{visit.url}/lv/privacy")


@pytest.mark.parametrize("path", ["/lv/", "/en/privacy"])
def test_pages_run_only_their_own_scripts(server: Server, path: str) -> None:
    _, headers, _ = fetch(server.url + path)
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["connect-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_the_script_travels_small_and_once(server: Server) -> None:
    address = f"{server.url}/partneris.js"
    status, headers, small = fetch(address, Accept_Encoding="gzip")
    assert (status, headers["Content-Encoding"]) == (200, "gzip")
    assert headers["Vary"] == "Accept-Encoding"
    assert headers["X-Content-Type-Options"] == "nosniff"
    _, plain_headers, plain = fetch(address)
    assert plain_headers["Content-Encoding"] is None
    assert gzip.decompress(small) == plain
    assert len(small) < len(plain) / 2
    status, _, body = fetch(address, If_None_Match=headers["ETag"])
    assert (status, body) == (304, b"")
    assert fetch(address, If_None_Match='"another"')[0] == 200


def test_the_first_page_is_light(visit: Visits) -> None:
    context = visit.context()
    requests: list[Request] = []
    context.on("requestfinished", lambda request: requests.append(request))
    page = context.new_page()
    page.goto(f"{visit.url}/lv/", wait_until="networkidle")
    sizes = {each.url: each.sizes() for each in requests}
    total = sum(size["responseHeadersSize"] + size["responseBodySize"] for size in sizes.values())
    print(f"first page: {total} bytes in {len(requests)} requests")
    assert f"{visit.url}/partneris.js" in sizes
    assert 10_000 < total < MOST_BYTES
    assert len(requests) <= MOST_REQUESTS


@LANGUAGES
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "privacy"])
def test_no_barriers_on_the_pages(visit: Visits, language: str, scheme: str, path: str) -> None:
    page = visit(f"/{language}/{path}", color_scheme=scheme, reduced_motion="reduce")
    expect(Widget(page, language).launcher).to_be_visible()
    name = f"page-{language}-{scheme}{path and '-'}{path}"
    picture(page, name, full_page=True)
    assert barriers(page, name) == []


def test_the_pages_content_can_be_skipped_to(visit: Visits) -> None:
    page = visit()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Pāriet uz saturu")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{visit.url}/lv/#main")


@pytest.mark.parametrize(
    ("path", "heading"), [("/en/nothing", "There is no such page"), ("/nothing", "Šādas lapas nav")]
)
def test_an_unknown_address_leads_home(visit: Visits, path: str, heading: str) -> None:
    visit.allow("404")
    page = visit(path)
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    page.get_by_role("main").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Erasmus+")
