"""Requests about a person's own data, and which messages answer 'shall everything be deleted?'."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from actions import slot_times
from bot import database
from bot.responses import LANGUAGES, Speaker
from core import call as calls
from core.text import fold

if TYPE_CHECKING:
    from actions.turn import Turn

DELETE, EXPORT = "ask_delete_data", "ask_export_data"
INTENTS = (DELETE, EXPORT)
CONFIRMED, KEPT = "delete_confirmed", "delete_kept"
"""What a message that answers the question is taken for."""
YES, NO = "data-button-delete", "data-button-keep"
"""The sentences of the buttons."""
_WITHIN = dt.timedelta(minutes=15)
"""An old 'yes' must not delete anything: the slot outlives a session."""


def now() -> str:
    """Return what the slot `data_question` holds: when it was asked."""
    return database.now().isoformat()


def about_data(turn: Turn, asked: str | None) -> str | None:
    """Return what a message does about the person's data; none where it is about something else.

    Args:
        turn: the turn as the message alone has it.
        asked: what the slot `data_question` holds.
    """
    answered = answer(turn.message.text, turn.intent) if is_open(asked) else None
    if answered is None and turn.intent in INTENTS:
        return turn.intent
    return answered


def is_open(asked: str | None) -> bool:
    """Tell whether the question was asked a moment ago."""
    return asked is not None and database.now() - dt.datetime.fromisoformat(asked) < _WITHIN


def answer(text: str, intent: str) -> str | None:
    """Return what an answer says: everything goes, or stays; none where it is no clear answer."""
    if _is_button(text, NO) or intent == "deny" or _is(text, "no") or _is(text, "stop"):
        return KEPT
    # a 'yes' with other words may go on to something else: 'jā, bet vispirms atsūti failu'
    alone = slot_times.reply(text, "yes", beside=0)
    again = intent == DELETE and _is(text, "yes")
    if _is_button(text, YES) or intent == "affirm" or alone or again:
        return CONFIRMED
    return None


def _is(text: str, kind: slot_times.Reply) -> bool:
    return slot_times.reply(text, kind)


def _is_button(text: str, key: str) -> bool:
    """Tell whether a message says a button's title, in either language."""
    call = calls.newest()
    speakers = (Speaker(call, each, dt.date.today(), ("privacy",)) for each in LANGUAGES)
    return fold(text) in {fold(speaker.phrase(key)) for speaker in speakers}
