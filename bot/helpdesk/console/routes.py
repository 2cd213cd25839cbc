"""The console's routes; those that htmx asks for answer with fragments."""

from __future__ import annotations

import asyncio
import hashlib
import re
import uuid
from collections.abc import Callable, Coroutine, Iterable
from functools import partial
from pathlib import Path
from typing import Any, Literal, get_args

from sanic import Sanic, response
from sanic.exceptions import NotFound
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.channels.clean import LONGEST, visible
from bot.channels.conversations import Conversations
from bot.channels.files import download
from bot.helpdesk import notices, officers, tickets
from bot.helpdesk.console import gate, report, slots
from bot.helpdesk.console.gate import signed_in
from bot.helpdesk.console.known import known_plan, last_sources
from bot.helpdesk.console.pages import (
    FOLDER,
    number_of,
    open_page,
    page,
    rendered,
    speaker_of,
    unless_known,
    versioned,
)
from bot.helpdesk.console.queue import Queue, queue
from bot.helpdesk.console.suggestions import suggestions
from bot.helpdesk.console.talks import Talks
from bot.helpdesk.desk import Desk
from bot.helpdesk.officers import Officer
from bot.helpdesk.tickets import EndReason, TakenError, Ticket
from bot.responses import LANGUAGES
from bot.web.assets import Asset
from bot.web.pages import language_of
from core import call as calls
from core.call import FieldId, Language

Handler = Callable[..., Coroutine[Any, Any, HTTPResponse]]
Mode = Literal["mine", "open", "gone", "others", "elsewhere", "ended"]
"""What a ticket is to an officer: to answer, to take, to take from somebody who has left; to read
only, since another one has it, since it is of another field, or since it has ended."""
_FIELDS = get_args(FieldId)
_REASONS = [each for each in get_args(EndReason) if each not in ("cancelled", "back_to_bot")]
"""Why an officer closes a conversation; handing it back has a button of its own."""
_DONE = ("passed", "returned", "closed")
_LARGEST_ID = 2**31 - 1
"""Databases refuse to look for larger ones."""
_KEY = re.compile(r"[0-9a-f]{32}")


def add_console(app: Sanic, scripts: Path) -> None:
    """Add the console: its routes, its gate, its script and its style.

    Args:
        app: the application, which has its desk already.
        scripts: the folder of the built scripts.
    """
    for file in (scripts / "console.js", scripts / "console-clock.js", FOLDER / "console.css"):
        serve = partial(_asset, asset=Asset.read(file))
        name = f"asset-{file.name.replace('.', '-')}"
        app.add_route(serve, f"/{file.name}", methods=["GET"], name=name)
    app.register_middleware(gate.guard, "request")
    app.register_middleware(gate.harden, "response")
    own = _Console(app.ctx.desk).routes()
    for method, path, handler in (*own, *report.ROUTES, *slots.ROUTES):
        address = f"{gate.HOME}{path}"
        app.add_route(handler, address, methods=[method], name=f"console-{handler.__name__}")


async def _asset(request: Request, asset: Asset) -> HTTPResponse:
    return asset.respond(request)


class _Console:
    """The handlers and what they share."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._talks = Talks(desk)
        self._attempts = gate.Attempts()

    def routes(self) -> Iterable[tuple[str, str, Handler]]:
        """Return method, path and handler of all routes."""
        ticket = "/tickets/<ticket_id:int>"
        return (
            ("GET", "/sign-in", self.sign_in_page),
            ("POST", "/sign-in", self.sign_in),
            ("POST", "/sign-out", self.sign_out),
            ("POST", "/away", self.away),
            ("POST", "/language", self.language),
            ("GET", "", self.queue_page),
            ("GET", "/queue", self.queue),
            ("GET", ticket, self.ticket_page),
            ("GET", f"{ticket}/said", self.said),
            ("GET", f"{ticket}/known", self.known),
            ("GET", f"{ticket}/suggestions", self.suggestions),
            ("GET", f"{ticket}/colleagues", self.colleagues),
            ("GET", f"{ticket}/files/<message>", self.file),
            ("POST", f"{ticket}/claim", self.claim),
            ("POST", f"{ticket}/take-over", self.take_over),
            ("POST", f"{ticket}/answer", self.answer),
            ("POST", f"{ticket}/pass", self.pass_on),
            ("POST", f"{ticket}/end", self.end),
        )

    # Coming and going

    async def sign_in_page(self, request: Request) -> HTTPResponse:
        """Ask for e-mail and password."""
        if request.ctx.signed_in:
            return response.redirect(gate.HOME, status=303)
        return self._sign_in_form(request, None, 200)

    async def sign_in(self, request: Request) -> HTTPResponse:
        """Let an officer in."""
        email, password = (str(request.form.get(name) or "") for name in ("email", "password"))
        if not gate.has_entry_token(request):
            return self._sign_in_form(request, "stale", 403, email)
        if await self._attempts.too_many(request, email):
            return self._sign_in_form(request, "too-many", 429, email)
        entered = await gate.enter(request, email, password)
        return entered or self._sign_in_form(request, "wrong", 403, email)

    def _sign_in_form(
        self, request: Request, problem: str | None, status: int, email: str = ""
    ) -> HTTPResponse:
        wanted = request.args.get("language")
        language = next((each for each in LANGUAGES if each == wanted), language_of(request))
        token = gate.entry_token(request)
        values = {"csrf": token, "problem": problem, "email": email}
        answer = open_page(language, "sign_in.html", values, status)
        gate.set_cookie(request, answer, gate.ENTRY_COOKIE, token, 3600)
        return answer

    async def sign_out(self, request: Request) -> HTTPResponse:
        """Let an officer go."""
        return await gate.leave(request)

    async def away(self, request: Request) -> HTTPResponse:
        """Step away from the desk, or come back to it."""
        officer, away = signed_in(request).officer, request.form.get("away") == "yes"
        await asyncio.to_thread(officers.set_away, officer.id, away)
        return page(request, "away.html", {"away": away})

    async def language(self, request: Request) -> HTTPResponse:
        """Go on in the other language."""
        wanted = request.form.get("language")
        found: Language | None = next((each for each in LANGUAGES if each == wanted), None)
        if found:
            await asyncio.to_thread(officers.set_language, signed_in(request).officer.id, found)
        return response.redirect(_back(request), status=303)

    # The queue

    async def queue_page(self, request: Request) -> HTTPResponse:
        """Show who waits."""
        html, seen = await self._queue(request, None)
        done = request.args.get("done")
        values = {"queue": versioned(html), "count": len(seen.news), "done": done in _DONE and done}
        return page(request, "queue_page.html", values)

    async def queue(self, request: Request) -> HTTPResponse:
        """Return the queue if it is another one than the browser shows; note who is there."""
        await asyncio.to_thread(officers.seen, signed_in(request).officer.id)
        html, _ = await self._queue(request, number_of(request.args.get("ticket")))
        return unless_known(request, html)

    async def _queue(self, request: Request, shown: int | None) -> tuple[str, Queue]:
        """Return the queue's HTML.

        Args:
            request: names the field, if it is narrowed to one.
            shown: the ticket whose page the queue stands beside.
        """
        field = _field(request.args.get("field"))
        waiting, held, gone = await asyncio.to_thread(
            lambda: (tickets.waiting(), tickets.held(), officers.gone())
        )
        seen = await queue(signed_in(request).officer, field, self._talks, waiting, held, gone)
        values = {"queue": seen, "field": field, "fields": _FIELDS, "shown": shown}
        return rendered(request, "queue.html", values), seen

    # A conversation

    async def ticket_page(self, request: Request, ticket_id: int) -> HTTPResponse:
        """Show a conversation."""
        ticket, mode = await self._ticket(request, ticket_id)
        if mode == "mine":
            await asyncio.to_thread(tickets.looked_at, ticket_id, signed_in(request).officer.id)
        side, seen = await self._queue(request, ticket_id)
        values = {
            "ticket": ticket,
            "mode": mode,
            "queue": versioned(side),
            "count": len(seen.news),
            "said": versioned(await self._said(request, ticket, mode)),
            "known": versioned(await self._known(request, ticket)),
            "key": uuid.uuid4().hex,
            "longest": LONGEST,
            "reasons": _REASONS,
        }
        return page(request, "ticket_page.html", values)

    async def said(self, request: Request, ticket_id: int) -> HTTPResponse:
        """Return what was said if there is more than the browser shows."""
        ticket, mode = await self._ticket(request, ticket_id)
        if request.args.get("mode") != mode:  # other buttons are needed
            return response.empty(status=204, headers={"HX-Refresh": "true"})
        if mode == "mine" and request.args.get("visible") == "yes":
            await asyncio.to_thread(tickets.looked_at, ticket_id, signed_in(request).officer.id)
        return unless_known(request, await self._said(request, ticket, mode), event="said")

    async def _said(self, request: Request, ticket: Ticket, mode: Mode) -> str:
        entries = await self._talks.of(ticket)
        late = await asyncio.to_thread(tickets.undelivered, ticket.id)
        values = {"ticket": ticket, "mode": mode, "entries": entries, "late": late}
        return rendered(request, "said.html", values)

    async def known(self, request: Request, ticket_id: int) -> HTTPResponse:
        """Return what is known if it is more than the browser shows."""
        ticket, _ = await self._ticket(request, ticket_id)
        return unless_known(request, await self._known(request, ticket))

    async def _known(self, request: Request, ticket: Ticket) -> str:
        call = calls.newest()
        tracker = await self._desk.tracker(ticket.conversation)
        speaker = speaker_of(signed_in(request).officer.language)
        steps, everybody = await asyncio.to_thread(
            lambda: (tickets.steps(ticket.id), officers.names())
        )
        values = {
            "ticket": ticket,
            "plan": known_plan(tracker.get_slot("plan") if tracker else None, call, speaker),
            "sources": last_sources(await self._talks.of(ticket)),
            "steps": steps,
            "names": everybody,
        }
        return rendered(request, "known.html", values)

    async def suggestions(self, request: Request, ticket_id: int) -> HTTPResponse:
        """Return answers to begin with."""
        ticket, mode = await self._ticket(request, ticket_id)
        tracker = await self._desk.tracker(ticket.conversation)
        found = []
        if tracker and mode == "mine":
            found = suggestions(tracker, ticket.language, ticket.field)
        values = {"ticket": ticket, "suggestions": found}
        return unless_known(request, rendered(request, "suggestions.html", values))

    async def colleagues(self, request: Request, ticket_id: int) -> HTTPResponse:
        """Return to whom a conversation can be passed, with who is there now."""
        ticket, _ = await self._ticket(request, ticket_id)
        everybody = await asyncio.to_thread(officers.everybody)
        others = [each for each in everybody if each.id != signed_in(request).officer.id]
        there = {
            field: [each for each in others if each.present and each.serves(field)]
            for field in _FIELDS
            if field != ticket.field
        }
        values = {"ticket": ticket, "others": others, "there": there}
        return page(request, "colleagues.html", values)

    async def file(self, request: Request, ticket_id: int, message: str) -> HTTPResponse:
        """Hand over a file that the bot made in the conversation."""
        ticket, _ = await self._ticket(request, ticket_id)
        conversations = Conversations(request.app.ctx.agent)
        found = await conversations.file(ticket.conversation, message)
        return download(found) if found else response.empty(status=404)

    # Acts

    async def claim(self, request: Request, ticket_id: int) -> HTTPResponse:
        """Take a conversation that nobody has."""
        officer = signed_in(request).officer
        ticket, _ = await self._ticket(request, ticket_id)
        if not officer.serves(ticket.field):
            return _refusal(request, "not-yours", 403)
        change = partial(tickets.claim, ticket_id, officer.id)
        return await self._act(request, ticket_id, change, _page_of(ticket_id))

    async def take_over(self, request: Request, ticket_id: int) -> HTTPResponse:
        """Take a conversation from somebody who has left."""
        officer = signed_in(request).officer
        ticket, _ = await self._ticket(request, ticket_id)
        if not officer.serves(ticket.field):
            return _refusal(request, "not-yours", 403)
        change = partial(tickets.take_over, ticket_id, officer.id, officers.absent_since())
        return await self._act(request, ticket_id, change, _page_of(ticket_id))

    async def answer(self, request: Request, ticket_id: int) -> HTTPResponse:
        """Answer the person."""
        officer = signed_in(request).officer
        ticket, _ = await self._ticket(request, ticket_id)
        text, key = _typed(request.form.get("text")), str(request.form.get("key") or "")
        if not text:
            return _refusal(request, "empty", 422)
        if len(text) > LONGEST or not _KEY.fullmatch(key):
            return _refusal(request, "too-long", 422, longest=LONGEST)
        # a second try with other words is another answer: the first one may have got through
        key = f"{key}-{hashlib.sha256(text.encode()).hexdigest()[:16]}"
        message = notices.answer(text, ticket.language, officer.name)
        change = partial(tickets.answer, ticket_id, officer.id, key, message)
        if refused := await self._change(request, ticket_id, change):
            return refused
        answer = page(request, "answered.html", {"key": uuid.uuid4().hex})
        answer.headers["HX-Trigger"] = "answered"
        return answer

    async def pass_on(self, request: Request, ticket_id: int) -> HTTPResponse:
        """Pass a conversation to a colleague who is there, or to the queue of another field."""
        kind, _, name = str(request.form.get("to") or "").partition(":")
        to: int | FieldId | None = _field(name) if kind == "field" else None
        if kind == "officer":
            there = await asyncio.to_thread(officers.everybody)
            wanted = number_of(name)
            to = next((each.id for each in there if each.id == wanted and each.present), None)
        if to is None:
            return _refusal(request, "nobody", 422)
        change = partial(tickets.pass_on, ticket_id, signed_in(request).officer.id, to)
        return await self._act(request, ticket_id, change, f"{gate.HOME}?done=passed")

    async def end(self, request: Request, ticket_id: int) -> HTTPResponse:
        """End a conversation, or hand it back to the bot."""
        wanted = request.form.get("reason")
        allowed: list[EndReason] = [*_REASONS, "back_to_bot"]
        reason = next((each for each in allowed if each == wanted), None)
        if reason is None:
            return _refusal(request, "no-reason", 422)
        change = partial(tickets.end, ticket_id, signed_in(request).officer.id, reason)
        done = "returned" if reason == "back_to_bot" else "closed"
        return await self._act(request, ticket_id, change, f"{gate.HOME}?done={done}")

    async def _act(
        self, request: Request, ticket_id: int, change: Callable[[], Ticket], then: str
    ) -> HTTPResponse:
        """Change a ticket and go to another page."""
        refused = await self._change(request, ticket_id, change)
        return refused or response.empty(headers={"HX-Redirect": then})

    async def _change(
        self, request: Request, ticket_id: int, change: Callable[[], Ticket]
    ) -> HTTPResponse | None:
        """Change a ticket; return kind words where somebody else was faster."""
        try:
            await asyncio.to_thread(change)
        except TakenError:
            ticket, _ = await self._ticket(request, ticket_id)
            return _refusal(request, "taken", 409, state=ticket.state, officer=ticket.officer)
        self._desk.wake()
        return None

    async def _ticket(self, request: Request, ticket_id: int) -> tuple[Ticket, Mode]:
        """Return a ticket and what it is to the officer.

        Raises:
            NotFound: there is no such ticket.
        """
        if ticket_id > _LARGEST_ID:
            raise NotFound(f"no ticket {ticket_id}")
        ticket, holder = await asyncio.to_thread(_with_holder, ticket_id)
        if ticket is None:
            raise NotFound(f"no ticket {ticket_id}")
        return ticket, _mode(ticket, holder, signed_in(request).officer)


def _with_holder(ticket_id: int) -> tuple[Ticket | None, Officer | None]:
    ticket = tickets.find(ticket_id)
    holder = officers.find(ticket.officer_id) if ticket and ticket.officer_id else None
    return ticket, holder


def _mode(ticket: Ticket, holder: Officer | None, officer: Officer) -> Mode:
    if ticket.state == "ended":
        return "ended"
    if ticket.waits:
        return "open" if officer.serves(ticket.field) else "elsewhere"
    if ticket.officer_id == officer.id:
        return "mine"
    gone = holder is None or holder.gone
    return "gone" if gone and officer.serves(ticket.field) else "others"


def _refusal(request: Request, name: str, status: int, **values: Any) -> HTTPResponse:
    """Return why something was not done, in words for the page."""
    words = speaker_of(signed_in(request).officer.language).phrase(f"console-no-{name}", **values)
    return page(request, "notice.html", {"words": words}, status=status)


def _field(name: str | None) -> FieldId | None:
    found: FieldId | None = next((each for each in _FIELDS if each == name), None)
    return found


def _typed(text: object) -> str:
    """Return what was typed; forms send a line break as two signs."""
    return visible(str(text or "").replace("\r\n", "\n")).strip()


def _page_of(ticket_id: int) -> str:
    return f"{gate.HOME}/tickets/{ticket_id}"


def _back(request: Request) -> str:
    """Return the page of the console from which a form came; no other address."""
    path = str(request.form.get("from") or "")
    return path if re.fullmatch(rf"{gate.HOME}[/\w-]*", path, re.ASCII) else gate.HOME
