"""The console's report over HTTP, on the running system: for heads of unit only."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
import yaml

from bot import database
from bot.helpdesk.report import contents, review
from bot.helpdesk.report.figures import Period
from bot.helpdesk.report.tables import TurnRow
from tests.bot.helpdesk.console import Console, officer, words
from tests.server import Server


@pytest.fixture
def running(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The running system, whose database this process shares."""
    monkeypatch.setenv(database.VARIABLE, server.database)
    return server


@pytest.fixture
def head(running: Server) -> Console:
    return Console(running, officer("dace@viaa.example", "Dace Kalna", role="head"))


@pytest.fixture
def anna(running: Server) -> Console:
    return Console(running, officer("anna@viaa.example", "Anna Bērziņa", "school", "adult"))


@pytest.fixture
def before() -> Iterator[set[Path]]:
    """Yield the files that wait for review; those that the test adds are deleted."""
    found = set(review.FOLDER.glob("*.yml"))
    yield found
    for path in set(review.FOLDER.glob("*.yml")) - found:
        path.unlink()


PATHS = ["/report", "/report/pictures/hours", "/report/tables/messages.csv"]


@pytest.mark.parametrize("path", PATHS)
def test_officers_who_are_no_heads_are_kept_out(anna: Console, path: str) -> None:
    answer = anna.get(path)
    assert answer.status_code == 403
    assert "Pārskatu redz tikai nodaļu vadītāji." in words(answer.text)
    assert 'href="/console/report"' not in anna.get().text
    assert anna.post("/report", group="x", intent="ask_grant", language="lv").status_code == 403


@pytest.mark.parametrize("path", PATHS)
def test_nobody_comes_in_unsigned(head: Console, path: str) -> None:
    head.session.cookies.clear()
    assert head.get(path).headers["Location"] == "/console/sign-in"


def test_a_head_sees_what_was_asked(head: Console) -> None:
    head.server.ask("report-1", "Kāds ir termiņš?")
    assert 'href="/console/report"' in head.get().text
    page = head.words("/report")
    assert "Ko rāda sarunas" in page
    assert "Līdz kuram datumam jāiesniedz pieteikums?" in page
    for name in ("states", "topics", "hours"):
        picture = head.get(f"/report/pictures/{name}")
        assert picture.headers["Content-Type"] == "image/png"
        assert picture.content.startswith(b"\x89PNG")
    table = head.get("/report/tables/messages.csv")
    assert "attachment" in table.headers["Content-Disposition"]
    rows = list(csv.DictReader(table.content.decode("utf-8-sig").splitlines(True)))
    assert "deadline" in {row["topics"] for row in rows}
    assert head.get("/report/tables/questions.csv").status_code == 200


def test_the_period_is_chosen(head: Console) -> None:
    assert "Šajā laikā sarunu nav." in head.words("/report?from=2020-01-01&to=2020-01-31")
    assert "Visas sarunas." in head.words("/report?from=&to=")


@pytest.mark.parametrize("query", ["from=soon", "to=2020-13-01", "from=%3Cb%3E&to=x"])
def test_a_day_that_is_none_gets_kind_words(head: Console, query: str) -> None:
    answer = head.get(f"/report?{query}")
    assert answer.status_code == 422
    assert "Lūdzu, ierakstiet dienu tā: 2020-03-20." in words(answer.text)
    assert head.get(f"/report/pictures/hours?{query}").status_code == 404
    assert head.get(f"/report/tables/messages.csv?{query}").status_code == 404


@pytest.mark.parametrize("path", ["/report/pictures/x", "/report/tables/x.csv"])
def test_what_there_is_not_is_not_found(head: Console, path: str) -> None:
    assert head.get(path).status_code == 404


def test_a_group_is_given_to_be_reviewed(head: Console, before: set[Path]) -> None:
    text = f"vai zirgu drīkst ņemt līdzi {uuid4().hex}"
    with database.session() as session:
        session.add(
            TurnRow(
                conversation="0" * 64, at=database.now(), channel="website", language="lv",
                intent="nlu_fallback", confidence=0.3, nearest="ask_form_trouble", topics=[],
                state="not_understood", text=text,
            )
        )  # fmt: skip
    assert text in head.words("/report")
    group = next(each for each in contents.report(Period()).groups if text in each.texts)
    form = {"group": group.id, "language": "lv", "from": "", "to": ""}
    refused = head.post("/report", **form, intent="ask_nothing")
    assert refused.status_code == 422
    assert "Lūdzu, izvēlieties, ko cilvēks jautā." in words(refused.text)
    gone = head.post("/report", **form | {"group": "00000000"}, intent="ask_grant")
    assert gone.status_code == 409
    assert "Šādas grupas vairs nav" in words(gone.text)

    done = head.post("/report", **form, intent="ask_grant")
    assert done.status_code == 303
    path = done.headers["Location"].removeprefix("/console")
    (written,) = set(review.FOLDER.iterdir()) - before
    assert re.fullmatch(r"2020-03-20-\d+\.yml", written.name)
    assert f"{written.name} ierakstīta 1 ziņa." in head.words(path)
    (block,) = yaml.safe_load(written.read_text("utf-8"))["nlu"]
    assert (block["intent"], block["examples"]) == ("ask_grant", f"- {text}\n")


def test_a_form_needs_its_token(head: Console) -> None:
    head.csrf = "another"
    assert head.post("/report", group="x", intent="ask_grant", language="lv").status_code == 403


def test_an_address_cannot_make_the_page_say_something(head: Console) -> None:
    page = head.words("/report?from=&to=&file=Call+0900&number=1&left_out=0")
    assert "0900" not in page
