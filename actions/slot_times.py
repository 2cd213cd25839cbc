"""Times of day as people say them: 'desmitos divdesmit', '10.20', 'half past two', 'after lunch'.

The words stand in `data/times/`, those of both languages are read together since people mix them.
Hours of the afternoon are told by the day's own hours: 'divos' is 14.00 where the day is from 10 to
15.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, get_args

from pydantic import BaseModel

from actions.said import contact_in
from core import yaml_file
from core.call import Hours, Language
from core.text import fold
from core.yaml_file import Strict

FOLDER = Path(__file__).parent.parent / "data" / "times"
_WRITTEN = r"(?P<clock>\d{1,2}[:.,h]\d\d(?![\d.,:]*\d))"
_DIGITS = r"(?P<digits>\d+)"
_WORD = r"[^\W\d_]+(?:['’.-][^\W\d_]+)*"
_SIGN = r"[,;!?]"
_TOKEN = re.compile("|".join((_WRITTEN, _DIGITS, _WORD, _SIGN)))
_CLOCK = re.compile(r"(\d{1,2})\D(\d\d)")
_DAY_BEFORE = re.compile(r"\d{1,2}(?:\.|[a-z]{2})?(?: of)?\s*$")
_DAY_AFTER = re.compile(r"\s*\d{1,2}(?:[a-z]{2})?\b(?![:.,]\d)")
"""The day beside a month's name: '17. martā', 'March 17'."""
_FEW_WORDS = 2
"""Words beside bare digits up to which they are an hour: 'nu 10'; a word for it stands alone."""
_LONGEST_NAME = 4
"""Words."""
_NOON, _HALF, _QUARTER, _HOUR, _DAY = 12, 30, 15, 60, 24
_TENS = (20, 30, 40, 50)

Role = Literal["at", "after", "before", "near", "to"]
Reply = Literal["skip", "stop", "cancel", "yes", "no"]


class Part(Strict):
    """A part of the day."""

    words: list[str]
    since: dt.time | None = None
    until: dt.time | None = None


class Words(Strict):
    """A file of `data/times/`."""

    hours: dict[int, list[str]]
    numbers: dict[int, list[str]]
    half_to: list[str]
    half_past: list[str]
    quarter: list[str]
    past: list[str]
    to: list[str]
    less: list[str]
    minutes: list[str]
    and_: list[str]
    clock: list[str]
    am: list[str]
    pm: list[str]
    roles: dict[Role, list[str]]
    parts: list[Part]
    first: list[str]
    last: list[str]
    earlier: list[str]
    later: list[str]
    counted: list[str]
    skip: list[str]
    stop: list[str]
    cancel: list[str]
    yes: list[str]
    no: list[str]
    polite: list[str]
    name: list[str]
    contact: list[str]


class Wish(BaseModel):
    """Which slots are wanted."""

    at: list[dt.time] = []
    after: dt.time | None = None
    before: dt.time | None = None
    near: dt.time | None = None
    edge: Literal["first", "last"] | None = None
    change: Literal["earlier", "later"] | None = None
    """Against the slot that is booked."""

    @property
    def named(self) -> bool:
        """Whether anything was wished."""
        return self != Wish()


@dataclass
class _Token:
    text: str
    tags: dict[str, Any] = field(default_factory=dict)

    @property
    def number(self) -> int | None:
        """The number, of digits or words; the name of an hour is none."""
        return self.tags.get("digits", self.tags.get("numbers"))

    @property
    def hour(self) -> int | None:
        """The hour that it may be."""
        hour = self.tags.get("hours", self.number)
        return hour if hour is not None and hour <= _DAY else None

    @property
    def role(self) -> Role | None:
        """What it makes of a time behind it."""
        return self.tags.get("roles")


class _Named(NamedTuple):
    """A time at tokens up to `end`; `sure` where it can be nothing else."""

    minutes: int
    end: int
    sure: bool
    exact: bool = False
    """Whether morning or afternoon is told: '14', '2 pm'."""


@cache
def words() -> tuple[Words, ...]:
    """Return the words of all languages.

    Raises:
        DataError: a file is wrong.
    """
    return tuple(yaml_file.load(FOLDER / f"{each}.yml", Words) for each in get_args(Language))


def read(text: str, hours: Hours) -> Wish:
    """Return which slots a message wishes for on a day with these hours."""
    tokens = _tokens(text)
    found: dict[Role, list[dt.time]] = {role: [] for role in get_args(Role)}
    for role, time in _times(tokens, hours):
        found[role].append(time)
    after, before = _last(found["after"]), _last(found["before"])
    at = found["at"]
    if found["to"]:  # 'from 9:40 to 12:10' is a stretch or a change; the end tells in both
        at, before = (at, before or _last(found["to"])) if after else (at + found["to"], before)
    if not any(found.values()):
        after, before = _part(tokens)
    tags = {tag for token in tokens for tag in token.tags}
    return Wish(
        at=list(dict.fromkeys(at)),
        after=after,
        before=before,
        near=_last(found["near"]),
        edge="first" if "first" in tags else "last" if "last" in tags else None,
        change="earlier" if "earlier" in tags else "later" if "later" in tags else None,
    )


def undated(text: str, entities: Iterable[dict[str, Any]]) -> str:
    """Return a text without its days, which would be read as times: '17. martā plkst. 10'."""
    for entity in reversed([each for each in entities if each["entity"] == "date"]):
        before, after = text[: entity["start"]], text[entity["end"] :]
        shorter = _DAY_BEFORE.sub("", before)
        text = shorter + (_DAY_AFTER.sub("", after, 1) if shorter == before else after)
    return text


def reply(text: str, kind: Reply, beside: int | None = None) -> bool:
    """Tell whether a message is nothing but such a reply: 'stop', 'izlaist, lūdzu', 'nē, paldies'.

    Args:
        text: the message.
        kind: the kind of reply.
        beside: how many other words may stand beside it; usually a yes or no may have a few ('jā,
            pierakstiet mani'), the others none.
    """
    if beside is None:
        beside = _FEW_WORDS if kind in ("yes", "no") else 0
    tokens = [t for t in _tokens(text) if t.text not in ",;!?" and "polite" not in t.tags]
    if not tokens or kind not in tokens[0].tags:
        return False
    others = sum(not token.tags.keys() & set(get_args(Reply)) for token in tokens)
    return others <= beside


class About(NamedTuple):
    """What a person says a consultation is about, and who they are."""

    about: str | None
    name: str | None
    contact: str | None


def about(text: str) -> About:
    """Part what is told into subject, name and contact: 'budžets; Anna Bērziņa, anna@skola.lv'."""
    contact = contact_in(text)
    rest = text.replace(contact, "") if contact else text
    pieces = [piece.strip() for piece in re.split(r"[,;\n]|\.(?=\s|$)", rest)]
    kept: list[str] = []
    name: str | None = None
    for piece in pieces:
        bare = _without(piece, "contact").strip(" :-")
        if not bare:
            continue
        led = _without(bare, "name").strip(" :-")
        told = led != bare or (" " in led and bool(kept or contact))
        if name is None and told and _is_name(led):
            name = led
        else:
            kept.append(bare)
    return About(", ".join(kept) or None, name, contact)


def _is_name(text: str) -> bool:
    words = re.split(r"[ -]", text)
    return len(words) <= _LONGEST_NAME and all(w[:1].isupper() and w.isalpha() for w in words)


def _without(text: str, kind: str) -> str:
    """Return a text without the words of a kind at its start."""
    tokens = _tokens(text)
    if not tokens or kind not in tokens[0].tags:
        return text
    length = len(tokens[0].text.split())
    return " ".join(text.replace(":", " ").split()[length:])


def _last(times: Sequence[dt.time]) -> dt.time | None:
    return times[-1] if times else None


def _part(tokens: Iterable[_Token]) -> tuple[dt.time | None, dt.time | None]:
    """Return the part of the day that is named: from when and until when."""
    parts = [token.tags["parts"] for token in tokens if "parts" in token.tags]
    return (parts[-1].since, parts[-1].until) if parts else (None, None)


def _times(tokens: list[_Token], hours: Hours) -> Iterator[tuple[Role, dt.time]]:
    plain = sum(not token.tags for token in tokens)
    edge = any(token.tags.keys() & {"first", "last"} for token in tokens)
    index = 0
    while index < len(tokens):
        named = _named(tokens, index)
        role = _role_before(tokens, index)
        few = 0 if "numbers" in tokens[index].tags else _FEW_WORDS
        alone = plain <= few and not edge  # 'the first one' names no hour
        if named is None or not (named.sure or role or alone):
            index += 1
            continue
        if not named.sure and named.end < len(tokens) and _counts(tokens[named.end]):
            index = named.end
            continue
        yield role or "at", _of_day(named, hours)
        index = named.end


def _counts(token: _Token) -> bool:
    return "counted" in token.tags or "minutes" in token.tags


def _role_before(tokens: Sequence[_Token], index: int) -> Role | None:
    """Return the role that the word before gives; a word such as 'plkst.' may stand between."""
    while index and set(tokens[index - 1].tags) == {"clock"}:
        index -= 1
    return tokens[index - 1].role if index else None


def _of_day(named: _Named, hours: Hours) -> dt.time:
    """Return the time; morning or afternoon is that in which the day's hours lie."""
    half = _NOON * _HOUR
    choices = [named.minutes]
    if not named.exact and named.minutes < half + _HOUR:
        choices.append((named.minutes + half) % (_DAY * _HOUR))
    times = [dt.time(each // _HOUR, each % _HOUR) for each in choices]
    return min(times, key=lambda each: _outside(each, hours))


def _outside(time: dt.time, hours: Hours) -> int:
    """Return how many minutes a time lies outside of the day's hours."""
    at, opens, closes = (minutes_of(each) for each in (time, hours.opens, hours.closes))
    return max(opens - at, at - closes, 0)


def minutes_of(time: dt.time) -> int:
    """Return the minutes since midnight."""
    return time.hour * _HOUR + time.minute


def _named(tokens: Sequence[_Token], start: int) -> _Named | None:
    """Read a time at a token, in any of the ways of saying it."""
    for form in (_clock, _half, _quarter, _less, _past_or_to, _hour):
        if (found := form(tokens, start)) and 0 <= found.minutes < _DAY * _HOUR:
            return _with_half_of_day(tokens, start, found)
    return None


def _with_half_of_day(tokens: Sequence[_Token], start: int, found: _Named) -> _Named:
    """Add what stands around a time: 'plkst.', "o'clock", 'pm'."""
    minutes, end, sure, _ = found
    sure = sure or (start > 0 and "clock" in tokens[start - 1].tags)
    exact = minutes >= (_NOON + 1) * _HOUR
    while end < len(tokens) and (tags := tokens[end].tags.keys() & {"clock", "am", "pm"}):
        sure, end = True, end + 1
        if tags & {"am", "pm"}:
            exact = True
            minutes = minutes % (_NOON * _HOUR) + ("pm" in tags) * _NOON * _HOUR
    return _Named(minutes, end, sure, exact)


def _at(tokens: Sequence[_Token], index: int) -> _Token:
    return tokens[index] if index < len(tokens) else _Token("")


def _clock(tokens: Sequence[_Token], start: int) -> _Named | None:
    if (clock := tokens[start].tags.get("written")) is None:
        return None
    return _Named(clock, start + 1, True)


def _half(tokens: Sequence[_Token], start: int) -> _Named | None:
    """Read 'pus vienos' (12.30) and 'half past two' (2.30)."""
    tags, hour = tokens[start].tags, _at(tokens, start + 1).hour
    if hour is None:
        return None
    if "half_to" in tags:
        return _Named((hour * _HOUR - _HALF) % (_DAY * _HOUR), start + 2, True)
    return _Named(hour * _HOUR + _HALF, start + 2, True) if "half_past" in tags else None


def _quarter(tokens: Sequence[_Token], start: int) -> _Named | None:
    """Read 'ceturksnis pāri desmitiem' and 'quarter to two'."""
    hour, between = _at(tokens, start + 2).hour, _at(tokens, start + 1).tags
    if "quarter" not in tokens[start].tags or hour is None:
        return None
    if "past" in between:
        return _Named(hour * _HOUR + _QUARTER, start + 3, True)
    return _Named(hour * _HOUR - _QUARTER, start + 3, True) if "to" in between else None


def _less(tokens: Sequence[_Token], start: int) -> _Named | None:
    """Read 'bez divdesmit vienpadsmitos'."""
    if "less" not in tokens[start].tags:
        return None
    quarter = "quarter" in _at(tokens, start + 1).tags
    minutes, end = (_QUARTER, start + 2) if quarter else _minutes(tokens, start + 1)
    hour = _at(tokens, end).hour
    if minutes is None or hour is None:
        return None
    return _Named(hour * _HOUR - minutes, end + 1, True)


def _past_or_to(tokens: Sequence[_Token], start: int) -> _Named | None:
    """Read 'ten past two' and 'twenty to eleven'; '10 to 12' in digits is a stretch of time."""
    minutes, end = _minutes(tokens, start)
    between, hour = _at(tokens, end).tags, _at(tokens, end + 1).hour
    if minutes is None or hour is None:
        return None
    if "past" in between:
        return _Named(hour * _HOUR + minutes, end + 2, True)
    spoken = "digits" not in tokens[start].tags and _role_before(tokens, start) is None
    if "to" in between and (spoken or "minutes" in tokens[end - 1].tags):
        return _Named(hour * _HOUR - minutes, end + 2, True)
    return None


def _hour(tokens: Sequence[_Token], start: int) -> _Named | None:
    """Read 'desmitos', 'ten', '14', with minutes behind: 'desmitos un divdesmit minūtēs'."""
    token = tokens[start]
    if token.hour is None:
        return _packed(token, start)
    sure = "hours" in token.tags
    behind = start + 2 if "and_" in _at(tokens, start + 1).tags else start + 1
    minutes, end = _minutes(tokens, behind)
    two_digits = len(_at(tokens, behind).text) > 1
    if minutes is not None and two_digits and (sure or not _counts(_at(tokens, end))):
        return _Named(token.hour * _HOUR + minutes, end, True)
    return _Named(token.hour * _HOUR, start + 1, sure)


def _packed(token: _Token, start: int) -> _Named | None:
    """Read '1020' and '940'."""
    digits = token.text
    if not re.fullmatch(r"\d{3,4}", digits) or int(digits[-2:]) >= _HOUR:
        return None
    return _Named(int(digits[:-2]) * _HOUR + int(digits[-2:]), start + 1, False)


def _minutes(tokens: Sequence[_Token], start: int) -> tuple[int | None, int]:
    """Read minutes in digits or words ('divdesmit pieci'), and the word for them."""
    number, end = _at(tokens, start).number, start + 1
    if number is None or number >= _HOUR:
        return None, start
    unit = _at(tokens, end).tags.get("numbers")
    if number in _TENS and unit is not None and unit < _TENS[0] // 2:
        number, end = number + unit, end + 1
    return number, end + ("minutes" in _at(tokens, end).tags)


def _tokens(text: str) -> list[_Token]:
    """Return the words, numbers and signs of a text with what they may mean."""
    raw = [_Token(match.group(), _digits(match)) for match in _TOKEN.finditer(fold(text))]
    raw = [part for token in raw for part in _split_half(token)]
    found: list[_Token] = []
    index = 0
    while index < len(raw):
        length, tags = _longest(raw, index)
        joined = " ".join(token.text for token in raw[index : index + length])
        found.append(_Token(joined, raw[index].tags | tags))
        index += length
    return found


def _digits(match: re.Match[str]) -> dict[str, Any]:
    if match["clock"] and (clock := _CLOCK.fullmatch(match["clock"])):
        hour, minute = int(clock[1]), int(clock[2])
        if hour < _DAY and minute < _HOUR:
            return {"written": hour * _HOUR + minute}
    if match["digits"] and len(match["digits"]) <= len(str(_DAY)):
        return {"digits": int(match["digits"])}
    return {}


def _split_half(token: _Token) -> list[_Token]:
    """Part 'pusvienos' into its two words."""
    for half in (half for each in words() for half in each.half_to):
        rest = token.text.removeprefix(half)
        names = {tag for tag, _ in _phrases().get((rest,), ())}
        if rest != token.text and names & {"hours", "numbers"}:
            return [_Token(half), _Token(rest)]
    return [token]


def _longest(tokens: Sequence[_Token], start: int) -> tuple[int, dict[str, Any]]:
    """Return how many tokens the longest phrase at `start` has, and what it means."""
    for length in range(min(_longest_phrase(), len(tokens) - start), 0, -1):
        texts = tuple(token.text for token in tokens[start : start + length])
        tags = dict(_phrases().get(texts, ()))
        tags |= {tag: value for stems, tag, value in _stems() if _fits(texts, stems)}
        if tags:
            return length, tags
    return 1, {}


def _fits(texts: Sequence[str], stems: Sequence[str]) -> bool:
    return len(texts) == len(stems) and all(
        text.startswith(stem[:-1]) if stem.endswith("*") else text == stem
        for text, stem in zip(texts, stems, strict=True)
    )


Meaning = tuple[str, Any]


@cache
def _phrases() -> dict[tuple[str, ...], tuple[Meaning, ...]]:
    """Return the phrases without open endings, with all that each may mean."""
    found: dict[tuple[str, ...], tuple[Meaning, ...]] = {}
    for stems, tag, value in _all():
        if not any(stem.endswith("*") for stem in stems):
            found[stems] = (*found.get(stems, ()), (tag, value))
    return found


@cache
def _stems() -> tuple[tuple[tuple[str, ...], str, Any], ...]:
    return tuple(each for each in _all() if any(stem.endswith("*") for stem in each[0]))


@cache
def _longest_phrase() -> int:
    return max(len(stems) for stems, _, _ in _all())


@cache
def _all() -> tuple[tuple[tuple[str, ...], str, Any], ...]:
    return tuple(
        (tuple(_words_of(phrase)), tag, value)
        for each in words()
        for tag, value, phrases in _groups(each)
        for phrase in phrases
    )


def _words_of(phrase: str) -> list[str]:
    """Return a phrase's words as they are found in a text, `*` kept."""
    folded = [fold(word) for word in phrase.split()]
    return [
        (match.group() if (match := _TOKEN.match(word)) else word) + "*" * word.endswith("*")
        for word in folded
    ]


def _groups(words: Words) -> Iterator[tuple[str, Any, list[str]]]:
    for tag in ("hours", "numbers", "roles"):
        for value, phrases in getattr(words, tag).items():
            yield tag, value, phrases
    for part in words.parts:
        yield "parts", part, part.words
    for tag, phrases in words:
        if isinstance(phrases, list) and tag != "parts":
            yield tag, True, phrases
