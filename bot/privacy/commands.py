"""The commands `partneris forget` and `partneris export`, for the data protection officer."""

from __future__ import annotations

import argparse
import sqlite3
import sys
from typing import Any

from bot import database
from bot.privacy import erasure, events, export, find, traces
from core.call import Language

WRONG_INPUT = 2
"""Exit status."""
_NOTHING = "nothing is kept of such a conversation"


def forget(options: argparse.Namespace) -> int:
    """Delete conversations with all that belongs to them."""
    database.upgrade()
    kept = _kept(options, "lv")
    if not kept:
        return _refused(_NOTHING)
    print("\n".join(_summary(content) for content in kept))
    if not options.yes and not _confirmed(f"Delete {len(kept)} conversation(s) for good?"):
        print("Nothing was deleted.")
        return 0
    for content in kept:
        erasure.erase(events.configured(), content["conversation"])
        # a server that is answering it right now would save it again: it deletes it once more
        erasure.request(content["conversation"])
    try:
        traces.rewrite(events.configured())
    except sqlite3.OperationalError as error:  # all is deleted; the server writes them anew daily
        print(f"partneris: the files were not written anew yet: {error}", file=sys.stderr)
    print(f"Deleted: {len(kept)} conversation(s), with tickets, bookings and messages.")
    return 0


def write(options: argparse.Namespace) -> int:
    """Write what is kept of a conversation as JSON."""
    database.upgrade()
    kept = _kept(options, options.language)
    if not kept:
        return _refused(_NOTHING)
    if len(kept) > 1:
        listed = "\n".join(_summary(content) for content in kept)
        return _refused(f"there are several; name one of them:\n{listed}")
    if options.output is None:
        print(export.text(kept[0]), end="")
        return 0
    options.output.touch(mode=0o600)
    options.output.write_text(export.text(kept[0]), encoding="utf-8")
    print(f"Written: {options.output}")
    return 0


def _kept(options: argparse.Namespace, language: Language) -> list[dict[str, Any]]:
    """Return what is kept of the conversations that are named, or found by ticket or address."""
    store = events.configured()
    if options.ticket is not None:
        names = find.of_ticket(options.ticket)
    elif options.contact is not None:
        names = find.of_contact(store, options.contact)
    else:
        names = [options.conversation]
    contents = (export.content(store, name, language) for name in names)
    return [content for content in contents if not export.is_empty(content)]


def _summary(content: dict[str, Any]) -> str:
    """Return a line that tells one conversation from another, without what was said."""
    counted = ("messages", "tickets", "bookings")
    counts = ", ".join(f"{name} {len(content[name])}" for name in counted)
    times = [each["time"] for each in content["messages"]]
    span = f", {times[0]} to {times[-1]}" if times else ""
    return f"{content['conversation']}: {counts}{span}"


def _confirmed(question: str) -> bool:
    if not sys.stdin.isatty():
        print(f"{question} (no answer is possible here; --yes confirms)")
        return False
    return input(f"{question} [y/N] ").strip().lower() in ("y", "yes")


def _refused(reason: str) -> int:
    print(f"partneris: {reason}", file=sys.stderr)
    return WRONG_INPUT
