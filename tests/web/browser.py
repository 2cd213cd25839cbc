"""What the tests of the website share: the widget as a person meets it, a line to cut, axe."""

from __future__ import annotations

import os
import re
import socket
import socketserver
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Locator, Page, expect

from bot.training import ROOT

WITHIN = 20_000
"""Milliseconds in which anything has to happen; the machine may be busy."""
NETWORK = r"WebSocket connection to .* failed|Failed to load resource: net::ERR_|blocked by CORS"
"""What the browser itself says of a connection that fails."""
SCREENSHOTS = os.environ.get("PARTNERIS_SCREENSHOTS")
"""The folder for pictures; without it none are made."""
_AXE = ROOT / "bot" / "web" / "node_modules" / "axe-core" / "axe.min.js"
_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]


@dataclass(frozen=True)
class Names:
    """What a person reads, in one language."""

    open: str
    close: str
    box: str
    log: str
    greeting: str
    question: str
    answer: str
    plan: str
    show: str
    menu: str
    copy: str
    download: str
    new: str
    begin: str
    cancel: str
    person: str
    privacy: str
    useful: str
    useless: str
    word: str
    thanks: str
    sources: str
    waiting: str
    lost: str
    back: str
    online: str
    too_long: str
    retry: str


NAMES = {
    "lv": Names(
        open="Atvērt sarunu ar Partneri",
        close="Aizvērt sarunu",
        box="Jūsu jautājums",
        log="Saruna",
        greeting="Labdien! Esmu Partneris",
        question="Kāds ir pieteikumu iesniegšanas termiņš?",
        answer="23. aprīļa",
        plan=(
            "Plānojam skolu projektu uz 24 mēnešiem ar 4 partneriem no Latvijas, Igaunijas un "
            "Somijas, labās prakses apmaiņa, 4 sanāksmes pa 2 cilvēkiem, 900 km"
        ),
        show="parādi budžetu tagad",
        menu="Citas iespējas",
        copy="Kopēt sarunu",
        download="Lejupielādēt sarunu",
        new="Sākt jaunu sarunu",
        begin="Sākt jaunu",
        cancel="Atcelt",
        person="Runāt ar cilvēku",
        privacy="Datu izmantošana",
        useful="Jā, noderēja",
        useless="Nē, nenoderēja",
        word="Ko varētu uzlabot? (Nav obligāti)",
        thanks="Paldies par atsauksmi!",
        sources="Avoti (2)",
        waiting="Nosūtīsim, tiklīdz būs savienojums",
        lost="Savienojums pārtrūka",
        back="Savienojums atjaunots.",
        online="Tiešsaistē",
        too_long="Jautājums ir par garu",
        retry="Mēģināt vēlreiz",
    ),
    "en": Names(
        open="Open the chat with Partneris",
        close="Close the chat",
        box="Your question",
        log="Conversation",
        greeting="Hello!",
        question="What is the application deadline?",
        answer="23 April 2020",
        plan=(
            "We plan a school project of 24 months with 4 partners from Latvia, Estonia and "
            "Finland, exchange of good practices, 4 meetings with 2 people each, 900 km"
        ),
        show="show the budget now",
        menu="More options",
        copy="Copy the conversation",
        download="Download the conversation",
        new="Begin a new conversation",
        begin="Begin anew",
        cancel="Cancel",
        person="Speak with a person",
        privacy="How we use your data",
        useful="Yes, it was helpful",
        useless="No, it was not helpful",
        word="What could be better? (Optional)",
        thanks="Thank you for your feedback!",
        sources="Sources (2)",
        waiting="Will be sent as soon as the connection is back",
        lost="The connection was lost",
        back="The connection is back.",
        online="Online",
        too_long="The question is too long",
        retry="Try again",
    ),
}
TOTAL = "34 600"
"""EUR of the plan: (500 + 3 × 250) × 24 + 8 × 575."""


class Widget:
    """The widget in a page, by the names that a person reads or hears."""

    def __init__(self, page: Page, language: str = "lv") -> None:
        self.page = page
        self.host = page.locator("partneris-chat")
        self.panel = page.get_by_role("dialog")
        self.launcher = self.host.locator("[aria-controls=panel]")
        self.questions = self.host.locator("[data-from=user]")
        self.answers = self.host.locator("[data-from=bot]")
        self.state = self.host.locator("[data-connection]")
        self.speak(language)

    def speak(self, language: str) -> None:
        """Look for the names of a language from now on."""
        self.names = names = NAMES[language]
        self.box = self.page.get_by_role("textbox", name=names.box)
        self.log = self.page.get_by_role("log", name=names.log)

    def open(self) -> Widget:
        self.page.get_by_role("button", name=self.names.open).click()
        return self.greeted()

    def greeted(self) -> Widget:
        expect(self.answers.first).to_contain_text(self.names.greeting)
        return self

    def type(self, text: str) -> None:
        self.box.fill(text)
        self.box.press("Enter")

    def ask(self, text: str) -> Locator:
        """Ask and return the answer, which is the only new one."""
        before = self.answers.count()
        self.type(text)
        return self.answered(before)

    def answered(self, before: int) -> Locator:
        expect(self.answers).to_have_count(before + 1)
        expect(self.host.locator("[data-typing]")).to_have_count(0)
        return self.answers.nth(before)

    def show_budget(self) -> Locator:
        self.ask(self.names.plan)
        return self.ask(self.names.show)

    def choose(self, item: str) -> None:
        self.panel.get_by_role("button", name=self.names.menu).click()
        self.page.get_by_role("menuitem", name=item).click()

    def button(self, name: str) -> Locator:
        return self.panel.get_by_role("button", name=name, exact=True)

    def try_again(self) -> None:
        """Presses the button at once: the widget may come back by itself and take the button away
        while a click waits for it to stand still."""
        self.button(self.names.retry).evaluate_all("found => found.forEach(one => one.click())")


class Visits:
    """Visits of the website, each page watched for what the browser complains of."""

    def __init__(self, browser: Browser, url: str) -> None:
        self._browser = browser
        self._contexts: list[BrowserContext] = []
        self._complaints: list[str] = []
        self._allowed: str | None = None
        self.url = url

    def __call__(
        self, path: str = "/lv/", *, at: str | None = None, with_: BrowserContext | None = None,
        **options: object,
    ) -> Page:  # fmt: skip
        """Open a page of the server (or of another address), in a browser of its own."""
        page = (with_ or self.context(**options)).new_page()
        page.goto((at or self.url) + path)
        return page

    def context(self, **options: object) -> BrowserContext:
        context = self._browser.new_context(**options)
        context.set_default_timeout(WITHIN)
        context.on("console", self._hear)
        context.on("weberror", lambda error: self._complaints.append(str(error.error)))
        context.on("dialog", lambda dialog: self._complaints.append(f"dialog: {dialog.message}"))
        self._contexts.append(context)
        return context

    def widget(self, language: str = "lv", **options: object) -> Widget:
        """Open the page and the widget in it."""
        return Widget(self(f"/{language}/", **options), language).open()

    def allow(self, pattern: str) -> None:
        """Let the browser complain of this."""
        self._allowed = pattern

    def close(self) -> None:
        for context in self._contexts:
            context.close()
        assert not self._complaints, self._complaints

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type not in ("error", "warning"):
            return
        if not (self._allowed and re.search(self._allowed, message.text)):
            self._complaints.append(f"{message.type}: {message.text}")


class Line:
    """A line between browser and server that can be cut, and on which answers can be held up."""

    def __init__(self, url: str) -> None:
        self._target = (urlsplit(url).hostname or "", urlsplit(url).port or 80)
        self._ends: list[socket.socket] = []
        self.barred: bytes | None = None
        """What must not stand in a request that comes through."""
        self._broken = False
        self._flowing = threading.Event()
        self._flowing.set()
        self._waiting = threading.Event()
        relay = self._relay

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                relay(self.request)

        self._listener = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._listener.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._listener.server_address[1]}"
        threading.Thread(target=self._listener.serve_forever, daemon=True).start()

    def cut(self) -> None:
        """End all connections and take no new ones."""
        self._broken = True
        self._flowing.set()
        for end in self._ends:
            _end(end)

    def mend(self) -> None:
        self._broken = False

    def hold(self) -> None:
        """Keep back what the server says."""
        self._waiting.clear()
        self._flowing.clear()

    def wait_for_answer(self) -> None:
        """Wait until the server has said something that is kept back."""
        assert self._waiting.wait(WITHIN / 1000), "the server said nothing"

    def let_go(self) -> None:
        self._flowing.set()

    def close(self) -> None:
        self.cut()
        self._listener.shutdown()
        self._listener.server_close()

    def _relay(self, browser: socket.socket) -> None:
        if self._broken:
            return
        with socket.create_connection(self._target) as server:
            self._ends += [browser, server]
            back = threading.Thread(target=self._pass, args=(server, browser, self._kept_back))
            back.start()
            self._pass(browser, server)
            back.join()

    def _pass(
        self, source: socket.socket, sink: socket.socket, gate: Callable[[], None] | None = None
    ) -> None:
        with suppress(OSError):
            while data := source.recv(65_536):
                if gate:
                    gate()
                if self._broken or (self.barred and self.barred in data):
                    break
                sink.sendall(data)
        _end(source)
        _end(sink)

    def _kept_back(self) -> None:
        if not self._flowing.is_set():
            self._waiting.set()
            self._flowing.wait()


def _end(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)


class Website:
    """Another website, with a page that shows the widget."""

    def __init__(self, script: str, attributes: str, port: int = 0) -> None:
        html = (
            '<!doctype html><html lang="en"><head><title>Another website</title>'
            '<link rel="icon" href="data:,"></head><body><main><h1>Another website</h1></main>'
            f'<script src="{script}" {attributes} defer></script></body></html>'
        )

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(html.encode())

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def barriers(page: Page, state: str) -> list[str]:
    """Return what axe finds to be against WCAG 2.1 AA in a page as it is now."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        """async tags => {
            const result = await axe.run(document, {runOnly: {type: 'tag', values: tags}});
            return {
                checked: result.passes.length,
                faults: result.violations.flatMap(rule => rule.nodes.map(
                    node => `${rule.id} at ${node.target.flat().join(' ')}: ${node.failureSummary}`
                )),
            };
        }""",
        _TAGS,
    )
    assert found["checked"] > 5
    print(f"axe: {state}: {found['checked']} rules hold, {len(found['faults'])} violations")
    return [f"{state}: {fault}" for fault in found["faults"]]


def picture(page: Page, name: str, *, full_page: bool = False) -> None:
    """Keep how a state looks, for people to look at."""
    if SCREENSHOTS:
        page.screenshot(path=Path(SCREENSHOTS) / f"{name}.png", full_page=full_page)
