"""What tests of the console share: signed-in officers, people who ask, HTTP as htmx speaks it."""

from __future__ import annotations

import base64
import html
import json
import re
from dataclasses import dataclass

import requests

from bot.helpdesk import officers, tickets
from bot.helpdesk.officers import Officer
from bot.helpdesk.tickets import Ticket
from core.call import FieldId, Language
from tests.server import Server
from tests.window import Window

PASSWORD = "gara un laba parole"
KEY = "0123456789abcdef0123456789abcdef"
HTMX = {"HX-Request": "true"}


def officer(
    email: str, name: str, *fields: FieldId, role: str = "officer", language: Language = "lv"
) -> Officer:
    """Return an officer, added where the address has none, and in the console's first state."""
    for each in officers.everybody():
        if each.email == email:
            officers.set_away(each.id, False)
            officers.set_language(each.id, language)
            return each
    return officers.add(email, name, PASSWORD, role, list(fields), language)  # type: ignore[arg-type]


@dataclass
class Console:
    """The console of one officer, without a browser."""

    server: Server
    officer: Officer

    def __post_init__(self) -> None:
        entered = officers.sign_in(self.officer.email, PASSWORD)
        assert entered is not None
        self.key, signed_in = entered
        self.csrf = signed_in.csrf
        self.session = requests.Session()
        self.session.cookies.set("partneris_console", self.key, path="/console")

    def get(self, path: str = "", **options: object) -> requests.Response:
        options = {"allow_redirects": False, "timeout": 60} | options
        return self.session.get(f"{self.server.url}/console{path}", **options)

    def poll(self, path: str, **values: str) -> requests.Response:
        return self.get(path, params=values, headers=HTMX)

    def post(self, path: str, **values: str) -> requests.Response:
        return self.session.post(
            f"{self.server.url}/console{path}",
            data=values,
            headers=HTMX | {"X-CSRF-Token": self.csrf},
            allow_redirects=False,
            timeout=60,
        )

    def act(self, ticket: Ticket, name: str, **values: str) -> requests.Response:
        return self.post(f"/tickets/{ticket.id}/{name}", **values)

    def words(self, path: str) -> str:
        """Return what stands in a page, without markup."""
        return words(self.get(path).text)


def words(page: str) -> str:
    """Return what a reader of some HTML reads."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page)).split())


def asked(
    window: Window, field: FieldId | None = "school", language: Language = "lv", **values: object
) -> Ticket:
    """Return the ticket of somebody who asks in a window."""
    wanted = {
        "conversation": conversation(window),
        "channel": "website",
        "field": field,
        "language": language,
        "topic": "deadline",
        "reason": "asked",
        "live": True,
    }
    return tickets.request(tickets.Request(**(wanted | values)))  # type: ignore[arg-type]


def conversation(window: Window) -> str:
    """Return the name of a window's conversation, as its token says."""
    return conversation_of(window.session["token"])


def conversation_of(token: str) -> str:
    payload = token.split(".")[0]
    return str(json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))))


def end_all(officer: Officer) -> None:
    """Leave no open ticket for the next test."""
    for ticket in [*tickets.waiting(), *tickets.held()]:
        if ticket.state in tickets.WAITING:
            tickets.claim(ticket.id, officer.id)
        tickets.end(ticket.id, tickets.find(ticket.id).officer_id, "solved")  # type: ignore[union-attr,arg-type]
