"""What is kept of a conversation as a file that people and programs can read (JSON)."""

from __future__ import annotations

import base64
import datetime as dt
import json
from collections.abc import Iterable, Iterator
from typing import Any

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.events import BotUttered, SlotSet, UserUttered

from bot import database
from bot.channels.conversations import FEEDBACK
from bot.helpdesk import slots, tickets
from bot.helpdesk.report import collect
from bot.privacy import events, keeping
from bot.responses import Attachment, Speaker
from core import call as calls
from core.call import Language

NAME, MEDIA_TYPE = "partneris.json", "application/json"
_PERSON, _PARTNERIS = "person", "Partneris"
_NOT_OF_PERSON = {"data_question", FEEDBACK}
"""Slots that say nothing of the person, or that the messages show already."""


def content(store: TrackerStore, conversation: str, language: Language) -> dict[str, Any]:
    """Return what is kept of a conversation, in all tables."""
    said = events.read(store, conversation)
    periods = keeping.configured()
    speaker = Speaker(calls.newest(), language, dt.date.today(), ("format", "privacy"))
    about = speaker.phrase("data-kept-for", days=periods.keep_days, report=periods.keep_report_days)
    return {
        "about": about,
        "made_at": _written(database.now()),
        "conversation": conversation,
        "messages": list(_messages(said)),
        "judgements": [
            event["value"]
            for event in said
            if event["event"] == SlotSet.type_name and event["name"] == FEEDBACK and event["value"]
        ],
        **_remembered(said),
        "tickets": [_ticket(each) for each in tickets.of_conversation(conversation)],
        "bookings": [
            _plain(each.model_dump(exclude={"conversation", "officer_id"}))
            for each in slots.of_conversation(conversation, with_cancelled=True)
        ],
        "report": [
            _plain({name: value for name, value in row.items() if name != "conversation"})
            for row in collect.of_conversation(conversation)
        ],
    }


def add_message(content: dict[str, Any], text: str) -> None:
    """Add the person's message that is being answered, where Rasa has not saved it yet."""
    messages = content["messages"]
    last = messages[-1] if messages else {}
    if (last.get("from"), last.get("text")) != (_PERSON, text):
        messages.append({"time": _written(database.now()), "from": _PERSON, "text": text})


def is_empty(content: dict[str, Any]) -> bool:
    """Tell whether nothing is kept."""
    return not any(content[name] for name in ("messages", "tickets", "bookings", "report"))


def text(content: dict[str, Any]) -> str:
    """Return the file's text."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def attachment(content: dict[str, Any]) -> Attachment:
    """Return the file as it goes with an answer."""
    raw = base64.b64encode(text(content).encode()).decode("ascii")
    return Attachment(name=NAME, media_type=MEDIA_TYPE, content=raw)


def _messages(said: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for event in said:
        time = _written(dt.datetime.fromtimestamp(event["timestamp"], dt.UTC))
        if event["event"] == UserUttered.type_name and event.get("text") is not None:
            yield _of_person(time, event)
        elif event["event"] == BotUttered.type_name:
            yield _of_partneris(time, event)


def _of_person(time: str, event: dict[str, Any]) -> dict[str, Any]:
    typed = (event.get("metadata") or {}).get("typed")
    parse = event.get("parse_data") or {}
    return {
        "time": time,
        "from": _PERSON,
        "channel": event.get("input_channel"),
        "text": typed or event["text"],
        "understood_as": (parse.get("intent") or {}).get("name"),
    }


def _of_partneris(time: str, event: dict[str, Any]) -> dict[str, Any]:
    """Return an answer; of a file its name, since this file may be among them."""
    data = {**(event.get("data") or {}), **(event.get("metadata") or {})}
    officer = (data.get("officer") or {}).get("name")
    found = {"time": time, "from": officer or _PARTNERIS, "text": event.get("text")}
    file = data.get("attachment")
    return found | ({"file": file["name"]} if file else {})


def _remembered(said: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Return the plan and what else was noted down, as it is now."""
    noted: dict[str, Any] = {}
    for event in said:
        if event["event"] == SlotSet.type_name and event["name"] not in _NOT_OF_PERSON:
            noted[event["name"]] = event["value"]
    plan = noted.pop("plan", None) or None
    return {"plan": plan, "noted": {name: value for name, value in noted.items() if value}}


def _ticket(ticket: tickets.Ticket) -> dict[str, Any]:
    steps = [each.model_dump(exclude={"officer_id"}) for each in tickets.steps(ticket.id)]
    told = ticket.model_dump(exclude={"conversation", "officer_id", "version", "read_at", "live"})
    return _plain(told | {"steps": steps})


def _plain(value: Any) -> Any:
    """Return a value as JSON has it: moments as texts."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, dt.datetime):
        return _written(value)
    return value.isoformat() if isinstance(value, dt.date) else value


def _written(moment: dt.datetime) -> str:
    return moment.astimezone(calls.newest().timezone).isoformat(timespec="seconds")
