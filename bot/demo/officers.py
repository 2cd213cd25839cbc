"""Simulated officers, who work in the console as a browser does, with cookie and token."""

from __future__ import annotations

import random
import re
import threading
import time
from html.parser import HTMLParser

import requests

from bot.demo.script import OfficerPart
from core.call import Language

_HOME = "/console"
_PATIENCE = 120.0
"""Seconds that the system may be away."""
_MARK = re.compile(r"№\d+")
_THANKS = re.compile(r"paldies|sapratu|labi|thank|good to know", re.IGNORECASE)


class Page(HTMLParser):
    """What an officer takes from a page: forms' hidden values, tickets and what was said."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.hidden: dict[str, str] = {}
        self.tickets: list[tuple[str, int]] = []
        """The group ('waiting', 'mine' …) and number of each ticket."""
        self.said: list[tuple[str, str]] = []
        """Who said something and what."""
        self.language: Language = "lv"
        """The language to answer in."""
        self._group = ""
        self._in_text = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """See base class."""
        given = {name: value or "" for name, value in attrs}
        classes = given.get("class", "").split()
        if tag == "input" and given.get("type") == "hidden":
            self.hidden[given.get("name", "")] = given.get("value", "")
        if tag == "textarea" and given.get("lang") == "en":
            self.language = "en"
        if tag == "section" and "group" in classes:
            self._group = next((each for each in classes if each != "group"), "")
        if tag == "a" and (found := re.fullmatch(r"ticket-(\d+)", given.get("id", ""))):
            self.tickets.append((self._group, int(found.group(1))))
        if tag == "article":
            self.said.append((given.get("data-from", ""), ""))
        self._in_text = tag == "div" and "text" in classes

    def handle_endtag(self, tag: str) -> None:
        """See base class."""
        if tag == "div":
            self._in_text = False

    def handle_data(self, data: str) -> None:
        """See base class."""
        if self._in_text and self.said:
            sender, text = self.said[-1]
            self.said[-1] = sender, text + data


class Officer(threading.Thread):
    """An officer at the desk until told to go home.

    Args:
        part: who it is.
        url: the system.
        password: the officer's.
        answers: sentences to answer with; `{code}` is the person's mark.
        pace: seconds that a thought takes.
    """

    def __init__(
        self, part: OfficerPart, url: str, password: str, answers: dict[Language, list[str]],
        pace: float,
    ) -> None:  # fmt: skip
        super().__init__(name=part.name, daemon=True)
        self.part = part
        self.answered: list[tuple[str, str]] = []
        """The mark and the words of each answer that was taken."""
        self.beaten = 0
        """How often a colleague was faster."""
        self.problem: str | None = None
        self._url, self._password, self._pace = url, password, pace
        self._answers = answers
        self._random = random.Random(part.email)
        self._home = threading.Event()
        self._browser = requests.Session()
        self._token = ""

    def go_home(self) -> None:
        """Leave when what is held has been answered."""
        self._home.set()

    def run(self) -> None:
        """Work; what goes wrong is noted, and the work goes on."""
        while not self._home.is_set():
            try:
                self._work()
            except Exception as error:
                self.problem = f"{self.part.name}: {error!r}"
            self._think()

    def _work(self) -> None:
        if not self._token:
            self._sign_in()
        for ticket in self._queue("mine"):
            self._go_on(ticket)
        for ticket in self._queue("waiting")[:1]:
            self._take(ticket)

    def _sign_in(self) -> None:
        page = Page(self._get("/sign-in"))
        form = {**page.hidden, "email": self.part.email, "password": self._password}
        answer = self._send("/sign-in", form)
        assert answer.status_code == 200, f"not let in: {answer.status_code}"
        self._token = Page(answer.text).hidden["csrf"]

    def _queue(self, group: str) -> list[int]:
        page = Page(self._get("/queue?have=&field=&ticket="))
        return [ticket for kind, ticket in page.tickets if kind == group]

    def _take(self, ticket: int) -> None:
        self._think()
        taken = self._send(f"/tickets/{ticket}/claim", {})
        if taken.status_code == 409:
            self.beaten += 1
        elif taken.ok:
            self._go_on(ticket)

    def _go_on(self, ticket: int) -> None:
        """Answer what the person said last, or end what was thanked for."""
        page = Page(self._get(f"/tickets/{ticket}"))
        answered = [number for number, (who, _) in enumerate(page.said) if who == "officer"]
        since = page.said[answered[-1] + 1 :] if answered else page.said
        said = [text for who, text in since if who == "user"]
        marks = [mark for text in said for mark in _MARK.findall(text)]
        if answered and (not said or _THANKS.search(said[-1])):
            self._end(ticket, thanked=bool(said))
        elif marks:
            self._answer(ticket, marks[-1], page)

    def _answer(self, ticket: int, mark: str, page: Page) -> None:
        text = self._random.choice(self._answers[page.language]).format(code=mark)
        self._think()
        answer = self._send(f"/tickets/{ticket}/answer", {"text": text, "key": page.hidden["key"]})
        assert answer.ok, f"answer refused: {answer.status_code}"
        self.answered.append((mark, text))

    def _end(self, ticket: int, thanked: bool) -> None:
        if not thanked:  # there may be more to come
            self._think(3)
            page = Page(self._get(f"/tickets/{ticket}"))
            if page.said and page.said[-1][0] == "user":
                return
        self._send(f"/tickets/{ticket}/end", {"reason": "solved"})

    def _get(self, path: str) -> str:
        return self._ask("GET", path).text

    def _send(self, path: str, form: dict[str, str]) -> requests.Response:
        return self._ask("POST", path, form)

    def _ask(self, method: str, path: str, form: dict[str, str] | None = None) -> requests.Response:
        """Ask the console; where the system is away, try again as people do."""
        headers = {"X-CSRF-Token": self._token, "HX-Request": "true"} if self._token else {}
        deadline = time.monotonic() + _PATIENCE
        while True:
            try:
                return self._browser.request(
                    method, f"{self._url}{_HOME}{path}", data=form, headers=headers, timeout=30
                )
            except requests.RequestException:
                if time.monotonic() > deadline:
                    raise
                time.sleep(1)

    def _think(self, weight: float = 1) -> None:
        time.sleep(self._random.uniform(0.5, 1.5) * weight * self._pace)
