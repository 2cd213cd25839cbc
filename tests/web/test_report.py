"""The report in a real browser: in the console, and as a file of its own."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bot import database
from bot.helpdesk.report import page as pages
from bot.helpdesk.report.contents import Report
from bot.helpdesk.report.figures import Period, Turn, figures
from bot.helpdesk.report.groups import groups
from bot.helpdesk.report.tables import TurnRow
from bot.helpdesk.tickets import Request, request
from bot.responses import LANGUAGES, Speaker
from core import call as calls
from core.call import Language
from tests.bot.helpdesk.console import PASSWORD, officer
from tests.server import Server
from tests.web.browser import Visits, barriers, picture

MOMENT = dt.datetime(2020, 3, 20, 8, 30, tzinfo=dt.UTC)


def turn(number: int, **changes: object) -> Turn:
    known: dict[str, object] = {
        "conversation": f"c{number}", "at": MOMENT + dt.timedelta(hours=number),
        "channel": "website", "language": "lv", "intent": "ask_grant", "confidence": 0.9,
        "nearest": "ask_grant", "topics": ["grant"], "state": "answered", "helpful": None,
        "word": None, "text": None,
    }  # fmt: skip
    return Turn.model_validate(known | changes)


def unknown(number: int, text: str) -> Turn:
    return turn(number, state="not_understood", topics=[], text=text)


def pictures_are_there(page: Page) -> None:
    for image in page.get_by_role("main").get_by_role("img").all():
        expect(image).not_to_have_js_property("naturalWidth", 0)


@pytest.fixture
def database_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(database.VARIABLE, f"sqlite:///{tmp_path / 'partneris.db'}")
    database.upgrade()


@pytest.mark.usefixtures("database_of_its_own")
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_barriers_in_the_file(browser: Browser, tmp_path: Path, language: Language) -> None:
    said = [
        turn(1), turn(2, helpful=False, text="cik?", word="par maz"), turn(3, state="small_talk"),
        turn(4, state="refused", intent="near_miss_youth", topics=[]),
        unknown(5, "ko rakstīt lauciņā G.1 veidlapā"), unknown(6, "kas jāraksta lauciņā G.1"),
    ]  # fmt: skip
    speaker = Speaker(calls.newest(), language, MOMENT.date(), pages.SENTENCES)
    made = Report(
        period=Period(first=MOMENT.date()),
        made_at=MOMENT,
        figures=figures(said, Period(), calls.newest().timezone),
        groups=groups(said),
        unhelpful=[said[1]],
    )
    path = tmp_path / "report.html"
    path.write_text(pages.html(made, speaker), encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text(speaker.phrase("report-title"))
    assert page.evaluate(
        "[...document.images].every(image => image.complete && image.naturalWidth)"
    )
    picture(page, f"report-file-{language}", full_page=True)
    assert barriers(page, f"report file {language}") == []
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barriers_in_the_console(
    visit: Visits,
    server: Server,
    monkeypatch: pytest.MonkeyPatch,
    language: Language,
    scheme: str,
) -> None:
    monkeypatch.setenv(database.VARIABLE, server.database)
    head = officer("dace@viaa.example", "Dace Kalna", role="head", language=language)
    server.ask("report-browser", "Kāds ir termiņš?")
    with database.session() as session:
        unclear = {"text": "ko rakstīt lauciņā G.1 veidlapā", "state": "not_understood"}
        moments = [database.now() - dt.timedelta(minutes=each) for each in (1, 2)]
        for at, more in zip(moments, (unclear, {"helpful": False, "text": "cik?"}), strict=True):
            session.merge(TurnRow(**turn(1, **more).model_dump() | {"at": at}))
    request(
        Request(
            conversation="report-browser", channel="website", field="vet", language="lv",
            topic=None, reason="asked", live=True,
        )
    )  # fmt: skip
    page = visit("/console/sign-in", color_scheme=scheme)
    page.get_by_role("textbox").first.fill(head.email)
    page.locator("input[type=password]").fill(PASSWORD)
    page.keyboard.press("Enter")
    page.locator('nav a[href="/console/report"]').click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for details in page.locator("details").all():
        details.evaluate("element => element.open = true")
    pictures_are_there(page)
    picture(page, f"report-{language}-{scheme}", full_page=True)
    assert barriers(page, f"report {language} {scheme}") == []
