"""What is allowed in a change and yet worth a second look."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from bot.content.listing import Listing
from bot.content.releases import Change, changes
from bot.evaluation.facts import counted, dated
from bot.responses import LANGUAGES
from core.call import Language

_SENTENCE = re.compile(r"sentences\.(?P<language>lv|en)\.(?P<subject>[\w-]+\.[\w-]+)")
_WORDS = re.compile(r"(?P<subject>.+?)\.(?P<language>lv|en)(?=\.|$)")
_FACT_VALUE = re.compile(r"facts\.(?P<fact>\w+)\.values\[\d+\]\.value")
_ABOUT_THE_VALUE = ("mark", "references", "from", "to", "id")
_WORDING = ("label", "name", "short", "description")
_NAMES: dict[Language, str] = {"lv": "Latvian", "en": "English"}


def cautions(old: Listing, new: Listing, day: dt.date) -> list[str]:
    """Return what somebody should look at before releasing `new` after `old`, a line each."""
    changed = changes(old, new)
    return [
        *_one_language_only(changed),
        *_entries(old, new, changed, day),
        *_former_values(old, new, changed),
    ]


def _words_of(path: str) -> tuple[str, Language] | None:
    """Return what a path words and in which language; none where it is no words."""
    if path.startswith("training."):
        return None
    found = _SENTENCE.match(path) or _WORDS.match(path)
    if not found or found["language"] not in LANGUAGES:
        return None
    return found["subject"], "lv" if found["language"] == "lv" else "en"


def _one_language_only(changed: Iterable[Change]) -> Iterator[str]:
    languages: dict[str, set[Language]] = {}
    for change in changed:
        if words := _words_of(change.path):
            languages.setdefault(words[0], set()).add(words[1])
    for subject, found in languages.items():
        if len(found) == 1:
            (one,) = found
            other = _NAMES["en" if one == "lv" else "lv"]
            yield f"{subject}: changed in {_NAMES[one]} only; does {other} need the same?"


def _entries(old: Listing, new: Listing, changed: Iterable[Change], day: dt.date) -> Iterator[str]:
    """Look at the sources and days of all entries with a source whose values changed."""
    entries: dict[str, list[str]] = {}
    for change in changed:
        if entry := _entry(change.path, new):
            entries.setdefault(entry, []).append(change.path.removeprefix(f"{entry}."))
    for entry, parts in entries.items():
        first_words = {re.split(r"[.\[]", part)[0] for part in parts}
        if not first_words - {*_ABOUT_THE_VALUE, *_WORDING} and "from" not in first_words:
            continue
        since = new.get(f"{entry}.from")
        if since and dt.date.fromisoformat(since) > day:
            yield f"{entry}: holds from {since}, not yet on {day}; ask again with --now {since}"
        if f"{entry}.references" not in old:
            if not since:
                yield f"{entry}: is new without `from`, so it holds from the opening of the call"
            continue
        if "references" not in first_words:
            yield f"{entry}: the value changed, its references did not; are they still right?"
        if "from" not in first_words:
            yield (
                f"{entry}: the former value is overwritten, also for the days before; if it changed"
                " on a day, keep the old entry and add one with `from`"
            )


def _entry(path: str, new: Listing) -> str | None:
    """Return the path of the nearest entry with a source that holds a path."""
    while path:
        path = path.rpartition(".")[0]
        if f"{path}.references" in new:
            return path
    return None


def _former_values(old: Listing, new: Listing, changed: Iterable[Change]) -> Iterator[str]:
    """Find the former dates and numbers of facts in the words of others."""
    for change in changed:
        found = _FACT_VALUE.fullmatch(change.path)
        former = change.old or change.former
        if not found or not former or change.new is None:
            continue
        own = f"facts.{found['fact']}."
        unit = (old if change.old else new)[f"{own}unit"]
        places = {
            words[0]: None
            for path, text in new.items()
            if (words := _words_of(path))
            and not path.startswith(own)
            and _holds(text, former, unit, words[1])
        }
        if places:
            yield f"{own}values: the former value {former} still stands in {', '.join(places)}"


def _holds(text: str, value: str, unit: str, language: Language) -> bool:
    if unit in ("date", "moment"):
        return dated(dt.date.fromisoformat(value[:10]), language)(text)
    if unit == "link":
        return value in text
    return counted(Decimal(value), unit, language)(text)
