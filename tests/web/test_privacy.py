"""A person's data in a real browser: deleted, handed over, and never sent to anybody else."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.server import Server
from tests.web.browser import Visits, Widget

LANGUAGES = pytest.mark.parametrize("language", ["lv", "en"])
MENU = {
    "lv": ("Saņemt savus datus", "Dzēst savus datus", "Jā, dzēst visu", "Saruna ir izdzēsta."),
    "en": (
        "Get my data",
        "Delete my data",
        "Yes, delete everything",
        "The conversation is deleted.",
    ),
}
TOKEN = "() => localStorage.getItem('partneris.token')"


@LANGUAGES
def test_a_deleted_conversation_is_gone_from_all_windows(visit: Visits, language: str) -> None:
    _, erase, yes, said = MENU[language]
    first = visit.widget(language)
    second = Widget(visit(f"/{language}/", with_=first.page.context), language).open()
    first.ask(first.names.question)
    expect(second.questions).to_have_count(1)
    before = first.page.evaluate(TOKEN)
    first.choose(erase)
    first.box.fill("a draft")
    first.button(yes).click()
    expect(first.panel).to_contain_text(said)
    for widget in (first, second):
        expect(widget.questions).to_have_count(0)
        widget.greeted()
        expect(widget.box).to_have_value("")
    after = first.page.evaluate(TOKEN)
    assert after.split(".")[0] != before.split(".")[0]
    assert second.page.evaluate(TOKEN) == after
    first.page.reload()
    expect(first.questions).to_have_count(0)
    second.ask(second.names.question)
    expect(first.questions).to_have_count(1)


@LANGUAGES
def test_the_menu_hands_over_the_data_as_a_file(visit: Visits, language: str) -> None:
    widget = visit.widget(language)
    widget.ask(widget.names.question)
    with widget.page.expect_download() as download:
        widget.choose(MENU[language][0])
    assert download.value.suggested_filename == "partneris.json"
    content = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert content["messages"][0]["text"] == widget.names.question


@LANGUAGES
def test_no_page_asks_anything_of_another_host(
    visit: Visits, server: Server, language: str
) -> None:
    """Also while one talks, downloads and signs in; the server's own calls: test_server.py."""
    context = visit.context()
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("page", lambda page: page.on("websocket", lambda each: asked.append(each.url)))
    for path in (f"/{language}/privacy", "/console", f"/{language}/"):
        page = visit(path, with_=context)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    widget = Widget(page, language).open()
    widget.ask(widget.names.question)
    widget.show_budget()
    page.wait_for_load_state("networkidle")
    hosts = {urlsplit(url).netloc for url in asked if not url.startswith(("data:", "blob:"))}
    assert hosts == {urlsplit(server.url).netloc}
    assert any(url.startswith("ws") for url in asked)
    assert context.cookies() == [
        each for each in context.cookies() if each["name"].startswith("partneris_")
    ]
