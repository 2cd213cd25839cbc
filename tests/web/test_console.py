"""The console in a real browser, with people in their widgets on the other side."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from bot import database
from bot.helpdesk import officers, tickets
from bot.helpdesk.officers import Officer
from bot.helpdesk.tickets import Ticket
from core.call import FieldId, Language
from tests.bot.helpdesk.console import PASSWORD, conversation_of, end_all, officer
from tests.server import Server
from tests.web.browser import NETWORK, Line, Visits, Widget, barriers, picture

LANGUAGES = pytest.mark.parametrize("language", ["lv", "en"])
LOST = rf"{NETWORK}|htmx:"
REFUSED = r"Failed to load resource: the server responded with a status of 4"
"""What the browser itself says of an answer that the page shows kindly."""
WIDE = {"viewport": {"width": 1440, "height": 900}}
QUESTION = "Cik maksā par starpvalstu sanāksmēm?"
_COUNT_NOTES = """
    window.notes = 0;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...all) {
        window.notes += 1;
        start.apply(this, all);
    };
"""


@pytest.fixture(autouse=True)
def shared_database(server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv(database.VARIABLE, server.database)
    for each in officers.everybody():  # signing in, an officer is back
        officers.set_away(each.id, True)
    yield
    end_all(officer("anna@viaa.example", "Anna Bērziņa", "school", "adult"))


@pytest.fixture
def anna() -> Officer:
    return officer("anna@viaa.example", "Anna Bērziņa", "school", "adult")


@pytest.fixture
def zane() -> Officer:
    return officer("zane@viaa.example", "Zane Liepa", "school")


@pytest.fixture
def ieva() -> Officer:
    return officer("ieva@viaa.example", "Ieva Kalniņa", role="head")


class Console:
    """A signed-in console in a page of its own."""

    def __init__(self, page: Page, key: str) -> None:
        self.page = page
        self.key = key
        self.text = page.locator("#text")
        self.log = page.locator("#said")
        self.mine = page.locator(".group.mine .card")
        self.waiting = page.locator(".group.waiting .card")
        self.notice = page.locator("#notice")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def open(self, ticket: Ticket) -> Console:
        self.page.goto(f"{self.page.url.partition('/console')[0]}/console/tickets/{ticket.id}")
        return self

    def take(self, ticket: Ticket) -> Console:
        self.open(ticket).button("Pārņemt").click()
        expect(self.text).to_be_visible()
        return self

    def menu(self, name: str) -> None:
        self.page.locator("summary", has_text=name).click()

    def wide(self) -> int:
        return int(self.page.evaluate("document.documentElement.scrollWidth"))


@pytest.fixture
def desk(visit: Visits) -> Callable[..., Console]:
    """Return `desk(officer)`, which opens the queue of an officer who is signed in."""

    def open_(who: Officer, **options: object) -> Console:
        entered = officers.sign_in(who.email, PASSWORD)
        assert entered
        context = visit.context(**(WIDE | options))
        context.add_cookies([_cookie(entered[0])])
        context.add_init_script(_COUNT_NOTES)
        return Console(visit("/console", with_=context), entered[0])

    return open_


def _cookie(key: str) -> dict[str, object]:
    return {
        "name": "partneris_console", "value": key, "domain": "127.0.0.1", "path": "/console",
        "httpOnly": True, "sameSite": "Lax",
    }  # fmt: skip


def asks(
    widget: Widget, field: FieldId | None = "school", language: Language = "lv", **values: object
) -> Ticket:
    """Return the ticket of the person in a widget."""
    token = widget.page.evaluate("localStorage.getItem('partneris.token')")
    wanted = {
        "conversation": conversation_of(token),
        "channel": "website",
        "field": field,
        "language": language,
        "topic": "meetings",
        "reason": "asked",
        "live": True,
    }
    return tickets.request(tickets.Request(**(wanted | values)))  # type: ignore[arg-type]


@pytest.fixture
def person(visit: Visits) -> Widget:
    """Somebody who has asked in the widget."""
    widget = visit.widget()
    widget.ask(QUESTION)
    return widget


# Signing in


@LANGUAGES
def test_an_officer_signs_in_with_the_keyboard(
    visit: Visits, anna: Officer, language: Language
) -> None:
    officers.set_language(anna.id, language)
    visit.allow(REFUSED)
    page = visit("/console", locale={"lv": "lv-LV", "en": "en-GB"}[language])
    expect(page).to_have_url(re.compile("/console/sign-in$"))
    assert barriers(page, "sign-in") == []
    picture(page, f"console-sign-in-{language}")
    page.keyboard.type(anna.email)
    page.keyboard.press("Tab")
    page.keyboard.type("wrong password")
    page.keyboard.press("Enter")
    wrong = {"lv": "nav pareiza", "en": "is wrong"}[language]
    expect(page.get_by_role("alert")).to_contain_text(wrong)
    assert barriers(page, "wrong password") == []
    picture(page, f"console-sign-in-wrong-{language}")
    page.keyboard.type(PASSWORD)  # the address is kept, and the password asked for again
    page.keyboard.press("Enter")
    queue = {"lv": "Rinda", "en": "Queue"}[language]
    expect(page.get_by_role("heading", level=1)).to_have_text(queue)
    page.get_by_role("button", name={"lv": "Iziet", "en": "Sign out"}[language]).click()
    expect(page).to_have_url(re.compile("/console/sign-in$"))
    page.goto(f"{visit.url}/console")
    expect(page).to_have_url(re.compile("/console/sign-in$"))


def test_a_console_whose_sign_in_has_ended_goes_to_the_sign_in_page(
    visit: Visits, desk: Callable[..., Console], anna: Officer
) -> None:
    visit.allow(REFUSED)
    console = desk(anna)
    officers.sign_out(console.key)
    expect(console.page).to_have_url(re.compile("/console/sign-in$"))


# The queue


def test_who_asks_appears_with_sound_word_and_number(
    desk: Callable[..., Console], anna: Officer, person: Widget, visit: Visits
) -> None:
    console = desk(anna)
    page = console.page
    expect(page).to_have_title("Partneris · Rinda")
    page.get_by_role("heading", level=1).click()  # browsers stay silent until a page is touched
    asks(person)
    expect(console.waiting).to_have_count(1)
    expect(console.waiting).to_contain_text(QUESTION)
    expect(page).to_have_title("(1) Partneris · Rinda")
    expect(page.locator("#announcer")).to_have_text("Jauns jautātājs gaida: skolu izglītība.")
    assert page.evaluate("notes") == 2

    sound = console.button("Skaņa ieslēgta")
    sound.click()
    expect(console.button("Skaņa izslēgta")).to_have_attribute("aria-pressed", "false")
    page.reload()
    expect(console.button("Skaņa izslēgta")).to_be_visible()
    other = visit.widget()
    other.ask("Kur ir veidlapa?")
    asks(other, None)
    expect(page).to_have_title("(2) Partneris · Rinda")
    assert page.evaluate("notes") == 0
    tickets.cancel(asks(person).conversation)
    expect(page).to_have_title("(1) Partneris · Rinda")


def test_news_are_told_on_every_page(
    desk: Callable[..., Console], ieva: Officer, person: Widget
) -> None:
    console = desk(ieva)
    console.page.get_by_role("link", name="Pārskats").click()
    asks(person, "vet")
    expect(console.page).to_have_title(re.compile(r"^\(1\) Partneris · "))
    expect(console.page.locator("#announcer")).to_have_text(
        "Jauns jautātājs gaida: profesionālā izglītība."
    )
    assert console.page.get_by_text("Gaida atbildi").is_hidden()
    assert ieva.id in [each.id for each in officers.on_duty("vet")]


def test_the_focus_stays_while_the_queue_changes(
    desk: Callable[..., Console], anna: Officer, person: Widget, visit: Visits
) -> None:
    first = asks(person)
    console = desk(anna)
    console.page.locator(f"#claim-{first.id}").focus()
    other = visit.widget()
    asks(other, "adult")
    expect(console.waiting).to_have_count(2)
    assert console.page.evaluate("document.activeElement.id") == f"claim-{first.id}"


def test_a_console_in_the_background_hears_at_once(
    desk: Callable[..., Console], anna: Officer
) -> None:
    console = desk(anna)
    polls: list[str] = []
    console.page.on("request", lambda request: polls.append(request.url))
    console.page.wait_for_timeout(5_000)
    assert 2 <= sum("/console/queue" in each for each in polls) <= 4


def test_the_switch_says_who_is_there(desk: Callable[..., Console], anna: Officer) -> None:
    console = desk(anna)
    switch = console.page.get_by_role("switch", name="Esmu klāt")
    expect(switch).to_be_checked()
    switch.click()
    expect(switch).not_to_be_checked()
    expect(switch).not_to_have_class(re.compile("htmx-"))  # a new button hears a little later
    assert not officers.on_duty("adult")
    switch.press("Space")
    expect(switch).to_be_checked()
    assert [each.id for each in officers.on_duty("adult")] == [anna.id]


def test_a_colleague_was_faster(
    desk: Callable[..., Console], anna: Officer, zane: Officer, person: Widget, visit: Visits
) -> None:
    visit.allow(f"{REFUSED}|{LOST}")
    ticket = asks(person)
    console = desk(anna)
    expect(console.waiting).to_have_count(1)
    console.page.route("**/console/queue*", lambda route: route.abort())
    tickets.claim(ticket.id, zane.id)
    console.waiting.get_by_role("button", name="Pārņemt").click()
    expect(console.notice.get_by_role("alert")).to_have_text(
        "Kolēģis bija ātrāks: saruna tagad ir pie: Zane Liepa."
    )
    picture(console.page, "console-faster")
    console.page.unroute("**/console/queue*")
    expect(console.waiting).to_have_count(0)
    expect(console.page.locator(".group.others .card")).to_contain_text("pie: Zane Liepa")


# Talking


def test_officer_and_person_talk(
    desk: Callable[..., Console], anna: Officer, person: Widget
) -> None:
    ticket = asks(person)
    console = desk(anna)
    console.waiting.get_by_role("button", name="Pārņemt").click()
    expect(console.page).to_have_url(re.compile(f"/console/tickets/{ticket.id}$"))
    expect(console.log).to_contain_text(QUESTION)
    expect(person.answers.last).to_contain_text("Anna Bērziņa")
    console.text.fill("Labdien! Jā, par sanāksmēm maksā.")
    console.text.press("Control+Enter")
    expect(person.answers.last).to_contain_text("Jā, par sanāksmēm maksā.")
    expect(console.log.locator("[data-from=officer]")).to_have_count(1)
    expect(console.text).to_have_value("")
    expect(console.text).to_be_focused()

    expect(console.page).to_have_title(f"Partneris · Saruna Nr. {ticket.id}")
    answers = person.answers.count()
    person.type("Paldies! Un par naktsmītnēm?")
    expect(console.log.locator("[data-from=user]").last).to_contain_text("par naktsmītnēm")
    expect(console.page.locator("#log")).to_be_in_viewport()
    expect(console.log.locator("[data-from=user]").last).to_be_in_viewport()
    expect(person.answers).to_have_count(answers)  # the bot is silent
    picture(console.page, "console-talk")
    picture(person.page, "console-person")

    console.page.goto(console.page.url.partition("/tickets")[0])  # the officer looks elsewhere
    person.type("Vai esat vēl tur?")
    expect(console.page).to_have_title("(1) Partneris · Rinda")
    expect(console.mine).to_contain_text("Jauna ziņa")
    expect(console.mine).to_contain_text("Jautātājs: Vai esat vēl tur?")
    console.mine.get_by_role("link").click()
    expect(console.page).to_have_title(f"Partneris · Saruna Nr. {ticket.id}")


def test_a_suggested_answer_is_edited_and_sent(
    desk: Callable[..., Console], anna: Officer, person: Widget
) -> None:
    console = desk(anna).take(asks(person))
    suggested = console.page.locator("#suggestions li")
    expect(suggested.first).to_contain_text("Cik maksā par starpvalstu sanāksmēm?")
    suggested.first.get_by_role("button").click()
    expect(console.text).to_be_focused()
    expect(console.text).to_have_value(re.compile("575 EUR.*Avoti: Erasmus", re.S))
    picture(console.page, "console-suggested")
    console.text.press("Control+Home")
    console.text.type("Labdien! ")
    console.text.press("Control+Enter")
    answer = person.answers.last
    expect(answer).to_contain_text("Labdien! Par starpvalstu sanāksmi")
    expect(answer).to_contain_text("Anna Bērziņa")
    person.type("Kad projekts var sākties?")
    expect(suggested.first).to_contain_text("Kad projekts var sākties?")


def test_a_draft_outlives_polls_reloads_and_a_lost_connection(
    line: Line, desk: Callable[..., Console], anna: Officer, visit: Visits
) -> None:
    visit.allow(LOST)
    person = visit.widget()
    person.ask(QUESTION)
    ticket = asks(person)
    console = desk(anna).take(ticket)
    page = console.page
    console.text.fill("Sāku rakstīt")
    tickets.person_wrote(ticket.conversation)
    person.type("Vēl kas")
    expect(console.log).to_contain_text("Vēl kas")
    expect(console.text).to_have_value("Sāku rakstīt")
    page.reload()
    expect(console.text).to_have_value("Sāku rakstīt")

    line.cut()
    console.text.press("Control+Enter")
    expect(page.locator("#lost")).to_contain_text("Melnraksts ir saglabāts")
    assert barriers(page, "lost connection") == []
    picture(page, "console-lost")
    expect(console.text).to_have_value("Sāku rakstīt")
    line.mend()
    expect(page.locator("#lost")).to_be_hidden()
    expect(page.locator("#announcer")).to_have_text("Savienojums atjaunots.")
    console.text.press("Control+Enter")
    expect(console.text).to_have_value("")
    expect(console.log.locator("[data-from=officer]")).to_have_count(1)


def test_an_answer_whose_receipt_was_lost_is_not_said_twice(
    line: Line, desk: Callable[..., Console], anna: Officer, visit: Visits
) -> None:
    visit.allow(LOST)
    person = visit.widget()
    ticket = asks(person)
    console = desk(anna).take(ticket)
    console.text.fill("Vienreiz")
    line.barred = b"HX-Trigger: answered"
    console.text.press("Control+Enter")
    expect(console.page.locator("#lost")).to_be_visible()
    expect(console.text).to_have_value("Vienreiz")
    line.barred = None
    expect(console.page.locator("#lost")).to_be_hidden()
    console.text.press("Control+Enter")
    expect(console.text).to_have_value("")
    expect(console.log.locator("[data-from=officer]")).to_have_count(1)


def test_who_reads_above_is_not_pulled_down(
    desk: Callable[..., Console], anna: Officer, person: Widget
) -> None:
    for question in ("Kādas ir prioritātes?", "Kas var būt pieteicējs?", "Kā vērtē pieteikumus?"):
        person.ask(question)
    console = desk(anna).take(asks(person))
    log = console.page.locator("#log")
    log.evaluate("log => { log.scrollTop = 30; }")
    person.type("Vai esat tur?")
    expect(console.log).to_contain_text("Vai esat tur?")
    assert log.evaluate("log => log.scrollTop") == 30


def test_a_conversation_is_passed_on_and_handed_back(
    desk: Callable[..., Console], anna: Officer, zane: Officer, person: Widget
) -> None:
    ticket = asks(person)
    console, colleague = desk(anna).take(ticket), desk(zane)
    console.menu("Nodot")
    choice = console.page.get_by_role("radio", name=re.compile("Zane Liepa klāt"))
    expect(choice).to_be_enabled()
    assert barriers(console.page, "passing on") == []
    picture(console.page, "console-pass")
    choice.check()
    console.button("Nodot sarunu").click()
    expect(console.notice).to_have_text("Saruna nodota.")
    expect(colleague.mine).to_contain_text("Jauna ziņa")
    expect(colleague.page).to_have_title("(1) Partneris · Rinda")
    expect(person.answers.last).to_contain_text("Zane Liepa")

    colleague.mine.get_by_role("link").click()
    colleague.button("Atdot Partnerim").click()
    expect(colleague.notice).to_have_text("Saruna atdota Partnerim.")
    expect(person.answers.last).to_contain_text("atbildu es, Partneris")
    answer = person.ask("Kāds ir pieteikumu iesniegšanas termiņš?")
    expect(answer).to_contain_text("23. aprīļa")


def test_what_is_new_does_not_overtake_passing_on(
    desk: Callable[..., Console], anna: Officer, zane: Officer, person: Widget
) -> None:
    """While the next page is on its way, this one hears that it has other buttons now."""
    console = desk(anna).take(asks(person))
    desk(zane)
    console.menu("Nodot")
    console.page.get_by_role("radio", name=re.compile("Zane Liepa klāt")).check()
    held: list[Route] = []
    console.page.route("**/console?done=passed", lambda route: held.append(route))
    with console.page.expect_response(lambda each: "hx-refresh" in each.headers):
        console.button("Nodot sarunu").click(no_wait_after=True)
    console.page.wait_for_timeout(200)  # for what the page makes of it
    held[0].continue_()
    expect(console.notice).to_have_text("Saruna nodota.")


def test_a_page_follows_when_a_colleague_takes_over(
    desk: Callable[..., Console], anna: Officer, zane: Officer, person: Widget
) -> None:
    ticket = asks(person)
    console = desk(anna).take(ticket)
    desk(zane)
    console.text.fill("Sāku rakstīt")
    tickets.pass_on(ticket.id, anna.id, zane.id)
    expect(console.notice).to_have_text("Tikai lasīšanai: saruna ir pie: Zane Liepa.")
    expect(console.text).to_have_count(0)
    tickets.pass_on(ticket.id, zane.id, anna.id)
    expect(console.text).to_have_value("Sāku rakstīt")


def test_the_queue_says_whose_console_is_closed(
    desk: Callable[..., Console], anna: Officer, person: Widget
) -> None:
    away = officer("liga@viaa.example", "Līga Kļava", "school")
    tickets.claim(asks(person).id, away.id)
    console = desk(anna)
    card = console.page.locator(".group.others .card")
    expect(card).to_contain_text("konsole aizvērta, varat pārņemt")
    picture(console.page, "console-closed-lv")
    console.button("English").click()
    expect(card).to_contain_text("console closed, you may take it over")
    assert barriers(console.page, "a closed console") == []
    picture(console.page, "console-closed-en")


# For everybody


def test_all_is_done_with_the_keyboard(
    desk: Callable[..., Console], anna: Officer, person: Widget
) -> None:
    ticket = asks(person)
    console = desk(anna)
    page = console.page
    expect(console.waiting).to_have_count(1)

    def tab_to(selector: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate("s => document.activeElement.matches(s)", selector):
                return
        raise AssertionError(f"the Tab key does not reach {selector}")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")  # skip to the content
    tab_to(f"#claim-{ticket.id}")
    page.keyboard.press("Enter")
    expect(console.text).to_be_visible()
    tab_to("#text")
    page.keyboard.type("Labdien!")
    page.keyboard.press("Control+Enter")
    expect(person.answers.last).to_contain_text("Labdien!")
    page.reload()
    tab_to("details:nth-of-type(2) > summary")
    page.keyboard.press("Enter")
    tab_to("input[type=radio]")
    page.keyboard.press("ArrowDown")
    tab_to("details[open] button")
    page.keyboard.press("Enter")
    expect(console.notice).to_have_text("Saruna noslēgta.")
    found = tickets.find(ticket.id)
    assert found
    assert found.end_reason == "no_reply"


def full_day(visit: Visits, anna: Officer, zane: Officer) -> list[Ticket]:
    """Return the tickets of a busy day: own, waiting, of other fields, with colleagues."""
    planner = visit.widget()
    planner.show_budget()
    planner.ask(QUESTION)
    fields: list[FieldId | None] = ["adult", None, "vet", "school"]
    people = [visit.widget() for _ in fields]
    for widget in people:
        widget.ask("Kas var būt pieteicējs?")
    mine = asks(planner, reason="misunderstood")
    tickets.claim(mine.id, anna.id)
    others = [asks(each, field) for each, field in zip(people, fields, strict=True)]
    tickets.claim(others[-1].id, zane.id)
    tickets.leave_contact(
        tickets.Request(**others[0].model_dump(include=set(tickets.Request.model_fields))),
        "ilze.kalnina@skola.example",
        "Lūdzu, piezvaniet pēcpusdienā: 29000000.",
    )
    planner.type("Un vai drīkst braukt ar vilcienu?")
    return [mine, *others]


STATES: dict[str, dict[str, object]] = {
    "wide": WIDE,
    "dark": WIDE | {"color_scheme": "dark"},
    "narrow": {"viewport": {"width": 320, "height": 640}},
    # a window of 1 280 by 800, enlarged to 200 %
    "enlarged": {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2},
    "laptop": {"viewport": {"width": 1280, "height": 720}},
}


def looked(console: Console, name: str, language: Language, state: str) -> list[str]:
    """Return what is wrong with how a state looks, and keep a picture of it."""
    size = console.page.viewport_size
    assert size
    assert console.wide() <= size["width"], (name, state)
    picture(console.page, f"console-{state}-{name}-{language}", full_page=size["width"] < 700)
    return barriers(console.page, f"{name} {state} {language}")


@LANGUAGES
def test_every_page_is_for_everybody(
    desk: Callable[..., Console], visit: Visits, anna: Officer, zane: Officer, language: Language
) -> None:
    mine, contact, waiting, elsewhere, held = full_day(visit, anna, zane)
    officers.set_language(anna.id, language)
    faults: list[str] = []
    for name, options in STATES.items():
        console = desk(anna, **options)
        look = partial(looked, console, name, language)

        expect(console.mine).to_have_count(1)
        faults += look("queue")
        console.open(mine)
        expect(console.page.locator("#suggestions li").first).to_be_visible()
        faults += look("mine")
        console.menu({"lv": "Noslēgt", "en": "Close"}[language])
        faults += look("close")
        for state, ticket in (
            ("waiting", waiting), ("contact", contact), ("elsewhere", elsewhere), ("held", held),
        ):  # fmt: skip
            console.open(ticket)
            expect(console.log).to_be_visible()
            faults += look(state)
        console.page.close()
    assert faults == []


def test_the_language_is_changed_on_every_page(
    desk: Callable[..., Console], anna: Officer, person: Widget
) -> None:
    ticket = asks(person)
    console = desk(anna).take(ticket)
    console.button("English").click()
    expect(console.page.get_by_role("heading", level=1)).to_contain_text("Conversation no.")
    expect(console.button("Hand back to Partneris")).to_be_visible()
    expect(console.page.locator("html")).to_have_attribute("lang", "en")
    console.button("Latviski").click()
    expect(console.button("Atdot Partnerim")).to_be_visible()
