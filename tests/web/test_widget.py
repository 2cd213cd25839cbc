"""The chat widget in a real browser, with the real server behind it."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import openpyxl
import pypdf
import pytest
from playwright.sync_api import Download, Locator, Page, expect

from tests.server import Server
from tests.web.browser import (
    NAMES,
    NETWORK,
    TOTAL,
    Line,
    Visits,
    Website,
    Widget,
    barriers,
    picture,
)

PHONE = {"viewport": {"width": 390, "height": 780}, "is_mobile": True, "has_touch": True}
LANGUAGES = pytest.mark.parametrize("language", ["lv", "en"])


# Asking and being answered


@LANGUAGES
def test_a_question_is_answered_with_its_sources(visit: Visits, language: str) -> None:
    widget = visit.widget(language)
    answer = widget.ask(widget.names.question)
    expect(answer).to_contain_text(widget.names.answer)
    expect(answer).to_have_attribute("lang", language)
    expect(widget.questions).to_contain_text(widget.names.question)
    source = answer.get_by_role("listitem").first
    expect(source).to_be_hidden()
    answer.get_by_text(widget.names.sources, exact=True).click()
    expect(source).to_be_visible()


def test_a_topic_of_the_greeting_is_asked_by_its_button(visit: Visits) -> None:
    widget = visit.widget()
    topic = widget.button("Kādas ir prioritātes?")
    topic.click()
    expect(widget.questions).to_contain_text("Kādas ir prioritātes?")
    expect(widget.answered(1)).to_contain_text("prioritāt")
    expect(topic).to_have_count(0)


def test_only_the_last_answer_has_buttons(visit: Visits) -> None:
    widget = visit.widget()
    widget.ask("Cik liela ir lielākā dotācija?")
    widget.show_budget()
    expect(widget.panel.get_by_role("group", name="Ieteiktie jautājumi")).to_have_count(1)
    expect(widget.answers.last.get_by_role("button", name="Excel fails")).to_be_visible()


def test_the_whole_conversation_asks_nobody_but_the_server(visit: Visits, server: Server) -> None:
    context = visit.context()
    addresses: list[str] = []
    context.on("request", lambda request: addresses.append(request.url))
    page = context.new_page()
    page.on("websocket", lambda socket: addresses.append(socket.url))
    page.goto(f"{server.url}/lv/", wait_until="networkidle")
    paths = {urlsplit(each).path for each in addresses}
    assert paths == {"/lv/", "/style.css", "/page.js", "/partneris.js", "/icon.svg"}
    widget = Widget(page).open()
    widget.ask(widget.names.question)
    widget.show_budget()
    widget.button("Excel fails").click()
    expect(widget.answered(4)).to_contain_text("partneris.xlsx")
    assert any(urlsplit(each).scheme == "ws" for each in addresses)
    assert {urlsplit(each).netloc for each in addresses} == {urlsplit(server.url).netloc}


def test_a_person_can_be_asked_for_in_the_menu(visit: Visits) -> None:
    widget = visit.widget()
    widget.choose(widget.names.person)
    expect(widget.answered(1)).to_contain_text("VIAA")
    expect(widget.host.locator("[data-buttons] button")).to_have_count(5)  # four sectors, none


# Budgets


def opened(download: Download, folder: Path) -> bytes:
    path = folder / download.suggested_filename
    download.save_as(path)
    return path.read_bytes()


@LANGUAGES
def test_a_budget_is_a_table_with_bars_and_files(
    visit: Visits, language: str, tmp_path: Path
) -> None:
    widget = visit.widget(language)
    answer = widget.show_budget()
    rows = answer.get_by_role("table").get_by_role("row")
    assert [row.split("\t")[-1].strip() for row in rows.all_inner_texts()][1:] == [
        "30 000",
        "4 600",
        TOTAL,
    ]
    bars = answer.locator(".bar-value")
    lengths = [bar.bounding_box()["width"] for bar in bars.all()]
    assert lengths[1] / lengths[0] == pytest.approx(4_600 / 30_000, abs=0.01)

    with widget.page.expect_download() as book:
        widget.button({"lv": "Excel fails", "en": "Excel file"}[language]).click()
    content = opened(book.value, tmp_path)
    sheets = openpyxl.load_workbook(BytesIO(content), data_only=True).worksheets
    figures = {cell for row in sheets[0].iter_rows(values_only=True) for cell in row}
    assert {30_000, 4_600, 34_600} <= figures
    formulas = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    assert any(
        str(cell).startswith("=") for row in formulas.iter_rows(values_only=True) for cell in row
    )

    with widget.page.expect_download() as paper:
        widget.button({"lv": "PDF fails", "en": "PDF file"}[language]).click()
    pages = pypdf.PdfReader(BytesIO(opened(paper.value, tmp_path))).pages
    assert TOTAL in " ".join(page.extract_text() for page in pages).replace("\xa0", " ")


def test_a_file_can_be_fetched_again_from_its_message(visit: Visits, tmp_path: Path) -> None:
    widget = visit.widget()
    widget.show_budget()
    file = widget.ask("atsūti excel failu").get_by_role("link", name="partneris.xlsx")
    with widget.page.expect_download() as download:
        file.click()
    assert opened(download.value, tmp_path).startswith(b"PK")


# Feedback


def test_feedback_with_a_word_is_kept(visit: Visits) -> None:
    widget = visit.widget(viewport={"width": 1280, "height": 600}, reduced_motion="reduce")
    names = widget.names
    widget.ask(names.question).get_by_text(names.sources, exact=True).click()
    widget.button(names.useless).click()
    word = widget.page.get_by_role("textbox", name=names.word)
    expect(word).to_be_in_viewport(ratio=1)
    jump = widget.button("Pāriet uz jaunāko ziņu").bounding_box()
    field = word.bounding_box()
    assert jump
    assert field
    assert field["y"] + field["height"] <= jump["y"]
    word.fill("par īsu")
    word.press("Enter")
    expect(widget.answers.last).to_contain_text(names.thanks)
    expect(word).to_have_count(0)

    widget.page.reload()
    other = Widget(visit(with_=widget.page.context)).open()  # it has only what the server kept
    for each in (widget, other):
        expect(each.button(names.useless)).to_have_attribute("aria-pressed", "true")
        expect(each.button(names.useful)).to_have_attribute("aria-pressed", "false")
        expect(each.answers.last).to_contain_text(names.thanks)


# Languages


def test_the_language_is_switched(visit: Visits) -> None:
    widget = visit.widget()
    widget.panel.get_by_role("button", name="EN – English").click()
    widget.speak("en")
    expect(widget.box).to_be_visible()
    expect(widget.answers.first).to_contain_text("Hello!")
    expect(widget.state).to_have_text("Online")
    expect(widget.panel.get_by_role("button", name="EN – English")).to_have_attribute(
        "aria-pressed", "true"
    )
    expect(widget.host.locator(".root")).to_have_attribute("lang", "en")


def test_the_widget_follows_the_language_that_is_written(visit: Visits) -> None:
    widget = visit.widget()
    widget.ask(NAMES["en"].question)
    widget.speak("en")
    expect(widget.answers.last).to_contain_text("23 April 2020")
    expect(widget.answers.last).to_have_attribute("lang", "en")
    expect(widget.box).to_be_visible()


# Reload, tabs, a new conversation


def test_a_reload_loses_nothing(visit: Visits) -> None:
    widget = visit.widget()
    widget.ask(widget.names.question)
    widget.box.fill("vēl nepateikts")
    widget.page.reload()
    expect(widget.answers.last).to_contain_text(widget.names.answer)
    expect(widget.questions).to_have_count(1)
    expect(widget.box).to_have_value("vēl nepateikts")
    widget.button(widget.names.close).click()
    widget.page.reload()
    expect(widget.page.get_by_role("button", name=widget.names.open)).to_be_visible()
    expect(widget.panel).to_be_hidden()


def test_a_new_conversation_is_empty_and_the_old_one_gone(visit: Visits) -> None:
    widget = visit.widget()
    names = widget.names
    widget.ask(names.question)
    widget.choose(names.new)
    question = widget.page.get_by_role("alertdialog")
    question.get_by_role("button", name=names.cancel).click()
    expect(widget.answers).to_have_count(2)
    widget.choose(names.new)
    question.get_by_role("button", name=names.begin).click()
    expect(widget.answers).to_have_count(1)
    expect(widget.questions).to_have_count(0)
    widget.page.reload()
    expect(widget.greeted().answers).to_have_count(1)
    expect(widget.questions).to_have_count(0)
    expect(widget.ask("Cik ilgs var būt projekts?")).to_contain_text("mēneš")


def test_two_tabs_see_the_same_conversation(visit: Visits) -> None:
    first = visit.widget()
    first.ask(first.names.question)
    second = Widget(visit(with_=first.page.context)).open()
    expect(second.answers.last).to_contain_text(first.names.answer)
    second.ask("Cik ilgs var būt projekts?")
    expect(first.questions).to_have_text([re.compile("termiņš"), re.compile("Cik ilgs")])
    expect(first.answers).to_have_count(3)
    second.choose(second.names.new)
    second.button(second.names.begin).click()
    expect(first.questions).to_have_count(0)


# The connection


def test_a_message_written_while_the_line_is_cut_is_answered_once(
    visit: Visits, line: Line
) -> None:
    widget = visit.widget()
    names = widget.names
    widget.ask(names.question)
    line.cut()
    expect(widget.panel).to_contain_text(names.lost)
    widget.type("Cik ilgs var būt projekts?")
    expect(widget.questions.last).to_contain_text(names.waiting)
    line.mend()
    expect(widget.panel).to_contain_text(names.back)
    expect(widget.state).to_have_text(names.online)
    expect(widget.answered(2)).to_contain_text("mēneš")
    expect(widget.questions.last).not_to_contain_text(names.waiting)
    widget.ask("paldies")  # what comes twice would have come by now
    assert_each_once(widget, answers=4, questions=3)


def test_a_cut_while_the_answer_is_under_way_loses_and_doubles_nothing(
    visit: Visits, line: Line
) -> None:
    widget = visit.widget()
    line.hold()
    widget.type(widget.names.question)
    line.wait_for_answer()
    line.cut()
    expect(widget.questions.last).to_contain_text(widget.names.waiting)
    line.mend()
    expect(widget.answered(1)).to_contain_text(widget.names.answer)
    widget.ask("paldies")
    assert_each_once(widget, answers=3, questions=2)


def assert_each_once(widget: Widget, answers: int, questions: int) -> None:
    for _ in range(2):
        expect(widget.answers).to_have_count(answers)
        expect(widget.questions).to_have_count(questions)
        widget.page.reload()


def test_a_message_that_waits_outlives_a_reload(visit: Visits, line: Line) -> None:
    widget = visit.widget()
    line.barred = b"/chat/socket"  # the page comes, the conversation does not
    line.cut()
    expect(widget.panel).to_contain_text(widget.names.lost)
    widget.type(widget.names.question)
    line.mend()
    widget.page.reload()
    expect(widget.panel).to_contain_text("Partneris pašlaik nav sasniedzams")
    expect(widget.questions).to_contain_text(widget.names.waiting)
    expect(widget.button(widget.names.retry)).to_be_visible()
    line.barred = None
    widget.try_again()
    expect(widget.answered(1)).to_contain_text(widget.names.answer)
    expect(widget.questions).to_have_count(1)


def test_without_a_line_from_the_start_it_can_be_tried_again(visit: Visits, line: Line) -> None:
    widget = Widget(visit())
    line.cut()
    widget.launcher.click()
    expect(widget.panel).to_contain_text("Partneris pašlaik nav sasniedzams")
    expect(widget.button(widget.names.retry)).to_be_visible()
    line.mend()
    widget.try_again()
    widget.greeted()


def test_where_no_websockets_come_through_it_answers_all_the_same(
    visit: Visits, line: Line
) -> None:
    line.barred = b"Upgrade: websocket"
    widget = visit.widget()
    expect(widget.ask(widget.names.question)).to_contain_text(widget.names.answer)
    expect(widget.ask("Cik ilgs var būt projekts?")).to_contain_text("mēneš")
    assert_each_once(widget, answers=3, questions=2)


def test_an_answer_that_comes_while_it_is_closed_is_counted(visit: Visits, line: Line) -> None:
    widget = visit.widget()
    line.hold()
    widget.type(widget.names.question)
    widget.button(widget.names.close).click()
    line.let_go()
    expect(widget.launcher).to_have_accessible_name(f"{widget.names.open}, 1 nelasīta ziņa")
    widget.launcher.click()
    expect(widget.answers.last).to_contain_text(widget.names.answer)
    widget.button(widget.names.close).click()
    expect(widget.launcher).to_have_accessible_name(widget.names.open)


def test_too_many_messages_are_refused_with_the_time_to_wait(visit: Visits) -> None:
    widget = visit.widget(reduced_motion="reduce")
    for _ in range(21):
        widget.type("paldies")
    refused = widget.host.locator("[data-state=refused]").first
    expect(refused).to_contain_text(re.compile(r"mēģināt vēlreiz pēc \d+ sekun"))
    again = refused.get_by_role("button", name=widget.names.retry)
    expect(again).to_have_attribute("aria-disabled", "true")
    assert barriers(widget.page, "refused") == []


# What is typed stays text


@pytest.mark.parametrize(
    "text",
    [
        "<img src=x onerror=\"alert('ran')\"> kāds ir termiņš?",
        "<script>alert('ran')</script> kāds ir termiņš?",
        "[kāds ir termiņš?](javascript:alert('ran')) javascript:alert('ran')",
    ],
)
def test_hostile_text_is_only_text(visit: Visits, text: str) -> None:
    widget = visit.widget()
    widget.ask(text)
    expect(widget.questions.locator(".text")).to_have_text(text)
    widget.page.reload()
    expect(widget.questions.locator(".text")).to_have_text(text)
    expect(widget.host.locator("img, script, [href^=javascript]")).to_have_count(0)


def test_a_payload_typed_by_hand_is_refused(visit: Visits) -> None:
    widget = visit.widget()
    refusal = widget.ask('/ask_contacts{"field": "vet"}')
    expect(refusal).to_contain_text("Uz to droši atbildēt nevaru")
    expect(widget.ask("Kādas ir kontaktpersonas?")).to_contain_text("evita.zondaka@viaa.gov.lv")


def test_too_long_a_message_is_not_sent(visit: Visits) -> None:
    widget = visit.widget(reduced_motion="reduce")
    widget.type("x" * 4001)
    expect(widget.host.locator("[data-notice]")).to_contain_text(widget.names.too_long)
    expect(widget.panel).to_contain_text("1 rakstzīme par daudz")
    expect(widget.questions).to_have_count(0)
    expect(widget.box).to_have_value("x" * 4001)
    assert barriers(widget.page, "too long") == []
    widget.type("x" * 4000)
    expect(widget.questions).to_have_count(1)


# Keyboard and screen readers


def test_all_is_done_by_keyboard(visit: Visits) -> None:
    page = visit()
    widget = Widget(page)
    press = page.keyboard.press
    press_until(page, "Tab", widget.launcher)
    press("Enter")
    widget.greeted()
    expect(widget.box).to_be_focused()
    page.keyboard.type(widget.names.question)
    press("Enter")
    expect(widget.answered(1)).to_contain_text(widget.names.answer)
    button = widget.button(widget.names.menu)
    press_until(page, "Shift+Tab", button)
    press("ArrowDown")
    items = page.get_by_role("menuitem")
    expect(items.first).to_be_focused()
    press("ArrowDown")
    expect(items.nth(1)).to_be_focused()
    press("ArrowUp")
    press("ArrowUp")
    expect(items.last).to_be_focused()
    press("Home")
    expect(items.first).to_be_focused()
    press("Escape")
    expect(items).to_have_count(0)
    expect(button).to_be_focused()
    press("Escape")
    expect(widget.panel).to_be_hidden()
    expect(widget.launcher).to_be_focused()


def press_until(page: Page, key: str, wanted: Locator) -> None:
    for _ in range(80):
        page.keyboard.press(key)
        if wanted.evaluate("each => each.matches(':focus')"):
            return
    pytest.fail(f"{key} does not lead to {wanted}")


def test_the_confirmation_keeps_the_focus_and_gives_it_back(visit: Visits) -> None:
    widget = visit.widget()
    widget.choose(widget.names.new)
    cancel, begin = widget.button(widget.names.cancel), widget.button(widget.names.begin)
    expect(cancel).to_be_focused()
    widget.page.keyboard.press("Tab")
    expect(begin).to_be_focused()
    widget.page.keyboard.press("Tab")
    expect(cancel).to_be_focused()
    widget.page.keyboard.press("Escape")
    expect(cancel).to_have_count(0)
    expect(widget.button(widget.names.menu)).to_be_focused()


def test_each_answer_is_announced_also_when_it_says_the_same(visit: Visits) -> None:
    widget = visit.widget()
    regions = widget.host.locator("[aria-live=polite]")
    expect(regions).to_have_count(2)
    widget.host.evaluate(
        """host => {
            window.said = [];
            host.shadowRoot.querySelectorAll('[aria-live=polite]').forEach((region, place) =>
                new MutationObserver(() => window.said.push([place, region.textContent]))
                    .observe(region, {childList: true, characterData: true, subtree: true}));
        }"""
    )
    widget.ask(widget.names.question)
    widget.ask(widget.names.question)
    said = [(place, words) for place, words in widget.page.evaluate("said") if words]
    assert all(one[0] != other[0] for one, other in pairwise(said))
    assert [widget.names.answer in words for _, words in said] == [False, True, False, True]
    assert said[1][1] == said[3][1]


@pytest.mark.parametrize(("motion", "moves"), [("no-preference", True), ("reduce", False)])
def test_nothing_moves_for_those_who_want_no_motion(
    visit: Visits, motion: str, moves: bool
) -> None:
    widget = visit.widget(reduced_motion=motion)
    widget.host.evaluate(
        """host => {
            window.seen = [];
            const look = () => {  // at each change: an answer may come before the next frame
                if (host.shadowRoot.querySelector('[data-typing]'))
                    window.seen.push(host.shadowRoot.getAnimations().length);
            };
            new MutationObserver(look).observe(host.shadowRoot, {childList: true, subtree: true});
        }"""
    )
    widget.ask(widget.names.question)
    seen = widget.page.evaluate("seen")
    assert seen
    assert (max(seen) > 0) is moves


# Screens


def test_on_a_phone_it_takes_the_screen_and_keeps_the_focus(visit: Visits) -> None:
    widget = Widget(visit(**PHONE, reduced_motion="reduce"))
    widget.launcher.tap()
    widget.greeted()
    assert widget.panel.bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 780}
    expect(widget.panel).to_have_attribute("aria-modal", "true")
    for key in ["Tab"] * 15 + ["Shift+Tab"] * 15:
        widget.page.keyboard.press(key)
        assert widget.panel.evaluate(
            "panel => panel.contains(panel.getRootNode().activeElement)"
        ), f"{key} leaves the panel"
    widget.button(widget.names.close).tap()
    expect(widget.panel).to_be_hidden()
    expect(widget.launcher).to_be_focused()


@pytest.mark.parametrize(("width", "height"), [(320, 640), (640, 400)])
def test_small_windows_show_all(visit: Visits, width: int, height: int) -> None:
    page = visit(viewport={"width": width, "height": height})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    widget = Widget(page).open()
    widget.show_budget()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    sizes = widget.log.evaluate("log => [log.scrollWidth, log.clientWidth, log.clientHeight]")
    assert sizes[0] <= sizes[1]
    assert sizes[2] >= 0.4 * height
    for each in (widget.box, widget.button(widget.names.close), widget.button(widget.names.menu)):
        box = each.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= height
    picture(page, f"small-{width}x{height}")


# The conversation as text


def test_the_conversation_can_be_copied(visit: Visits) -> None:
    widget = visit.widget(permissions=["clipboard-read", "clipboard-write"])
    widget.ask(widget.names.question)
    widget.choose(widget.names.copy)
    expect(widget.host.locator("[data-notice]")).to_have_text("Saruna nokopēta.")
    text = widget.page.evaluate("navigator.clipboard.readText()")
    assert widget.names.question in text
    assert widget.names.answer in text


def test_the_conversation_can_be_downloaded(visit: Visits, tmp_path: Path) -> None:
    widget = visit.widget()
    widget.show_budget()
    with widget.page.expect_download() as download:
        widget.choose(widget.names.download)
    assert download.value.suggested_filename == "saruna-ar-partneri.txt"
    text = opened(download.value, tmp_path).decode("utf-8-sig")
    assert text.startswith("Saruna ar Partneri")
    assert widget.names.plan in text
    assert f"Kopā\t\t{TOTAL}" in text.replace("\xa0", " ")


# On another website


def test_a_website_that_is_not_named_gets_no_connection(
    visit: Visits, server: Server, website: Callable[..., Website]
) -> None:
    visit.allow(NETWORK)
    other = website(f"{server.url}/partneris.js", 'data-open="true"')
    page = visit("/", at=other.url, reduced_motion="reduce")
    widget = Widget(page, "en")
    expect(widget.panel).to_contain_text("This website is not among those on which Partneris may")
    expect(widget.answers).to_have_count(0)
    expect(widget.button(widget.names.retry)).to_have_count(0)
    assert barriers(page, "not named") == []


def test_a_website_that_is_named_gets_answers_and_files(
    visit: Visits, server: Server, website: Callable[..., Website], tmp_path: Path
) -> None:
    tag = 'data-open="true" data-language="lv" data-greeting="Sveiki mūsu skolā!"'
    other = website(f"{server.url}/partneris.js", tag, port=server.friend)
    page = visit("/", at=other.url)
    widget = Widget(page)
    expect(widget.panel).to_contain_text("Sveiki mūsu skolā!")
    widget.show_budget()
    with page.expect_download() as book:
        widget.button("Excel fails").click()
    assert opened(book.value, tmp_path).startswith(b"PK")


def test_the_tags_attributes_are_followed(
    visit: Visits, server: Server, website: Callable[..., Website]
) -> None:
    visit.allow(NETWORK)
    attributes = (
        'data-accent="#aa0055" data-position="left" data-title="Ask us" data-theme="dark" '
        'data-language="lv" data-privacy-url="/our-privacy"'
    )
    other = website(f"{server.url}/partneris.js", attributes)
    page = visit("/", at=other.url, viewport={"width": 1280, "height": 800})
    widget = Widget(page)
    page.get_by_role("button", name=widget.names.open).click()
    expect(widget.panel.get_by_role("heading", name="Ask us")).to_be_visible()
    expect(widget.launcher).to_have_css("background-color", "rgb(170, 0, 85)")
    expect(widget.panel).to_have_css("background-color", "rgb(20, 24, 31)")
    for each in (widget.launcher, widget.panel):
        box = each.bounding_box()
        assert box
        assert box["x"] + box["width"] < 640
    widget.panel.get_by_role("button", name=widget.names.menu).click()
    privacy = page.get_by_role("menuitem", name=widget.names.privacy)
    expect(privacy).to_have_attribute("href", f"{other.url}/our-privacy")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_accent_of_little_contrast_is_made_readable(
    visit: Visits, server: Server, website: Callable[..., Website], scheme: str
) -> None:
    visit.allow(NETWORK)
    accent = {"light": "#ffee33", "dark": "#001133"}[scheme]
    other = website(f"{server.url}/partneris.js", f'data-accent="{accent}" data-open="true"')
    page = visit("/", at=other.url, color_scheme=scheme, reduced_motion="reduce")
    expect(Widget(page, "en").panel).to_contain_text("not available on this page")
    assert barriers(page, f"accent {accent}") == []


# WCAG 2.1 AA, in every state


@LANGUAGES
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barriers_in_any_state(visit: Visits, language: str, scheme: str) -> None:
    page = visit(
        f"/{language}/",
        color_scheme=scheme,
        reduced_motion="reduce",
        viewport={"width": 1280, "height": 800},
    )
    widget = Widget(page, language)
    names = widget.names
    found: list[str] = []

    def look(state: str) -> None:
        picture(page, f"{language}-{scheme}-{state}")
        found.extend(barriers(page, f"{language} {scheme} {state}"))

    expect(widget.launcher).to_be_visible()
    look("closed")
    widget.open()
    look("greeting")
    widget.ask(names.question).get_by_text(names.sources, exact=True).click()
    look("answer")
    widget.button(names.useless).click()
    expect(page.get_by_role("textbox", name=names.word)).to_be_visible()
    look("feedback")
    widget.show_budget()
    look("table")
    widget.button({"lv": "Excel fails", "en": "Excel file"}[language]).click()
    widget.answered(4)
    look("file")
    widget.button(names.menu).click()
    look("menu")
    page.get_by_role("menuitem", name=names.new).click()
    expect(page.get_by_role("alertdialog")).to_be_visible()
    look("confirmation")
    assert found == []


@LANGUAGES
def test_no_barriers_on_a_phone(visit: Visits, language: str) -> None:
    widget = visit.widget(language, **PHONE, reduced_motion="reduce")
    widget.show_budget()
    picture(widget.page, f"{language}-phone")
    assert barriers(widget.page, f"{language} phone") == []


@LANGUAGES
def test_no_barriers_while_reconnecting(visit: Visits, line: Line, language: str) -> None:
    widget = visit.widget(language, reduced_motion="reduce")
    line.cut()
    widget.type(widget.names.question)
    expect(widget.panel).to_contain_text(widget.names.lost)
    picture(widget.page, f"{language}-reconnecting")
    assert barriers(widget.page, f"{language} reconnecting") == []
