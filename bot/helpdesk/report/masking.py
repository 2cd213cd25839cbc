"""Takes what names a person out of a text: addresses, numbers, accounts, names, personal links.

Patterns of our own: the libraries for this (Presidio, scrubadub) know neither Latvian names nor
Latvian personal codes, and need a trained model for English ones. What the patterns do not know
stays, such as a name without any word before it that announces one; docs/report.md says so.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path
from typing import Annotated

import regex
from babel import Locale
from pydantic import BeforeValidator

from core import distance, yaml_file
from core.text import fold, nominatives
from core.yaml_file import Strict

EMAIL, PHONE, PERSON = "<EMAIL>", "<PHONE>", "<PERSON>"
PERSONAL_CODE, ACCOUNT, LINK = "<PERSONAL_CODE>", "<ACCOUNT>", "<LINK>"

_FLAGS = regex.IGNORECASE | regex.VERSION1
_FEWEST_ACCOUNT_DIGITS = 10
"""Of an IBAN; fewer have a code and four-letter words."""
_YEARS = range(1990, 2040)
"""Four digits that are rather a year than a part of a telephone number."""

_LINK = regex.compile(
    r"(?:https?://|www\.)[^\s<>]*(?:\?[^\s<>]*[\w=]|\#[^\s<>]*=[^\s<>]*\w)"  # a query
    r"|https?://[^\s/<>@]+@[^\s<>]*[\w/]",  # a name before the host
    _FLAGS,
)
_EMAIL = regex.compile(
    r"(?<![\w.+%'-])[\w.+%'-]++\s*+(?:@|[\[({]\s*(?:at|et)\s*[\])}])\s*[\w-]+"
    r"(?:\s*[\[({]\s*(?:dot|punkts)\s*[\])}]\s*[\w-]+|\.[\w-]+)+",
    _FLAGS,
)
_IBAN = regex.compile(
    r"(?<![\w-])(?:[A-Z]{2}|(?-i:[A-Z]{2})\s)\d{2}(?:[\s-]?[A-Z\d]{4}){2,7}(?:[\s-]?[A-Z\d]{1,3})?(?!\w)",
    _FLAGS,
)
_ACCOUNT = regex.compile(
    r"\b((?:kont[a-zāī]*|account)(?:\s+(?:numur[a-z]*|number|nr\.?|no\.?))?(?:\s+(?:ir|is))?"
    r"[\s:.#-]{1,3})\d(?:[\s-]?\d){6,}",
    _FLAGS,
)
_ALONE = r"(?<!\w|\w-|(?<!\d)\d{1,4}[.,])"
"""Neither part of a longer code ('KA201-077505') nor the decimals of a number."""
_ENDED = r"(?!\w|-\w|[.,]\d{1,2}(?!\d))"
_PERSONAL_CODE = regex.compile(rf"{_ALONE}(\d{{6}})(?:\s?[-–—]\s?|\s)?(\d{{5}}){_ENDED}")
_BETWEEN_DIGITS = r"(?:[\s.-]|\)\s?|\s?\()?"
_INTERNATIONAL = regex.compile(
    rf"(?<![\w+])(?<!\d\s)(?:\+|\+\s(?=371)|00\s?)\(?[1-9](?:{_BETWEEN_DIGITS}\d){{6,13}}(?!\d)"
    rf"|{_ALONE}\(?371\)?[\s-]?[2-9](?:[\s-]?\d){{7}}(?!\d)"
)
_GAP = r"[\s-]"
_NATIONAL = regex.compile(
    rf"{_ALONE}[268]\d{{7}}{_ENDED}"
    rf"|{_ALONE}(?<!\d\s)[268](?:"
    rf"\d{_GAP}\d{{3}}{_GAP}?\d{{3}}|\d(?:{_GAP}\d\d){{3}}|\d{_GAP}\d{{6}}|\d{{3}}{_GAP}\d{{4}}"
    rf"|\d\d{_GAP}\d\d{_GAP}\d{{3}}|\d\d{_GAP}\d{{3}}{_GAP}\d\d|\d{{4}}{_GAP}\d{{3}}"
    rf"){_ENDED}(?!\s\d)"
)
_ANNOUNCED = regex.compile(
    r"\b((?:t[āa]lr(?:u[nņ][a-zāī]*)?|tel(?:ef[oō]n[a-zāī]*|ephone)?|mob(?:il(?:ais|e))?|phone"
    r"|whatsapp)\b(?:\s+(?:numurs|number|nr))?(?:\s+(?:ir|is))?[\s:.#-]{1,3})"
    rf"\d(?:{_BETWEEN_DIGITS}\d){{5,13}}(?!\d)",
    _FLAGS,
)
_MONEY_BEFORE = regex.compile(r"(?:€|\bEUR|\beiro|\beuros?)\s*$", _FLAGS)
_MEASURE_AFTER = regex.compile(
    r"[.,]\d{1,2}\b|\s*(?:€|(?:EUR|eiro|euros?|t[ūu]kst\w*|milj\w*|thousand|million|km|kilom\w+)\b)",
    _FLAGS,
)

_WORD = r"\p{L}[\p{L}'’-]*"
_NAME_CUE = regex.compile(
    r"\b(?:mani\s+sauc(?:\s+par)?|sauc\s+mani|mans\s+v[āa]rds(?:\s+(?:un|,)\s+uzv[āa]rds)?(?:\s+ir)?"
    r"|v[āa]rds\s*,?\s*(?:un\s+)?uzv[āa]rds|my\s+(?:full\s+)?name(?:['’]s|\s+is)|i\s+am\s+called)"
    r"(?=\W)[\s:,–-]*",
    _FLAGS,
)
"""A name follows, however it is written."""
_PERSON_CUE = regex.compile(
    r"\b(?:(?:es\s+)?esmu|(?:te|šeit|seit)|i\s+am|i['’]m|this\s+is|ar\s+cie[ņn]u|regards|sincerely)"
    r"(?=\W)[\s:,–-]*",
    _FLAGS,
)
"""A name follows if it is written as one."""
_INITIAL = r"(?:\p{Lu}\.\s*)?"
_RUN = regex.compile(rf"{_INITIAL}{_WORD}(?:\s+{_INITIAL}{_WORD}){{0,2}}")
_ROLE = regex.compile(r"(?:\p{Ll}[\p{L}-]*\s+){1,3}(?=\p{Lu}\p{Ll}[\p{L}'’-]*\s+\p{Lu}\p{Ll})")
"""One to three words before a name and a surname: 'esmu skolas direktore Anna Bērziņa'."""
_LONGEST_NAME = 3
_UNENDED_NAME = 2
"""Words of a name in small letters after which nothing shows where it ends."""


class _Words(Strict):
    """The file `words.yml`."""

    ends: Annotated[frozenset[str], BeforeValidator(str.split)]
    """Words that end a name, or show that there is none."""
    not_people: Annotated[frozenset[str], BeforeValidator(str.split)]
    """Words that are written large though they name nobody."""


def mask(text: str) -> str:
    """Return the text with marks such as `<EMAIL>` in place of what names a person."""
    text = _LINK.sub(LINK, text)
    text = _EMAIL.sub(EMAIL, text)
    text = _IBAN.sub(_account, text)
    text = _ACCOUNT.sub(rf"\1{ACCOUNT}", text)
    text = _PERSONAL_CODE.sub(_personal_code, text)
    text = _INTERNATIONAL.sub(PHONE, text)
    text = _ANNOUNCED.sub(rf"\1{PHONE}", text)
    text = _NATIONAL.sub(_phone, text)
    text = _replaced(text, _NAME_CUE, _announced_name)
    return _replaced(text, _PERSON_CUE, _written_name)


def _account(found: regex.Match[str]) -> str:
    digits = sum(char.isdigit() for char in found[0])
    return ACCOUNT if digits >= _FEWEST_ACCOUNT_DIGITS else found[0]


def _personal_code(found: regex.Match[str]) -> str:
    """Mask a code: the new ones begin with 32, the old ones with the day of birth and the century.

    Other numbers have eleven digits, too.
    """
    head, tail = found[1], found[2]
    old = _is_day(head[:2], head[2:4]) and tail[0] in "012"
    return PERSONAL_CODE if (old or head.startswith("32")) and not _is_amount(found) else found[0]


def _phone(found: regex.Match[str]) -> str:
    digits = regex.sub(r"\D", "", found[0])
    grouped_amount = " " in found[0] and digits.endswith("000")
    if grouped_amount or _is_amount(found) or _is_date_or_years(digits):
        return found[0]
    return PHONE


def _is_amount(found: regex.Match[str]) -> bool:
    before, after = found.string[: found.start()], found.string[found.end() :]
    return bool(_MONEY_BEFORE.search(before[-8:]) or _MEASURE_AFTER.match(after))


def _is_date_or_years(digits: str) -> bool:
    first, second = digits[:4], digits[4:]
    if int(first) in _YEARS:
        return int(second) in _YEARS or _is_day(second[2:], second[:2])
    return int(second) in _YEARS and _is_day(first[:2], first[2:])


def _is_day(day: str, month: str) -> bool:
    try:
        dt.date(2000, int(month), int(day))  # a leap year: 29 February is a day
    except ValueError:
        return False
    return True


def _replaced(
    text: str, cue: regex.Pattern[str], name: Callable[[str, int], tuple[int, int] | None]
) -> str:
    """Put the mark in place of each name that stands behind a cue."""
    position = 0
    while found := cue.search(text, position):
        position = found.end()
        if place := name(text, found.end()):
            start, end = place
            text = text[:start] + PERSON + text[end:]
            position = start + len(PERSON)
    return text


def _announced_name(text: str, start: int) -> tuple[int, int] | None:
    """Return the place of the name that a cue announces, capitalised or not."""
    run = _RUN.match(text, start)
    if run is None:
        return None
    words = list(regex.finditer(_WORD, run[0]))
    names = _until_other_word(words)
    if not names:
        return None
    if names[0][0][0].isupper() and not text[start:].isupper():
        names = [names[0], *_capitalised(names[1:])]
    elif len(names) == len(words) == _LONGEST_NAME and text[run.end() :].strip()[:1].isalnum():
        names = names[:_UNENDED_NAME]
    return start, start + names[-1].end()


def _written_name(text: str, start: int) -> tuple[int, int] | None:
    """Return the place of the name behind a cue that need not announce one ('I am …')."""
    if role := _ROLE.match(text, start):
        start = role.end()
    run = _RUN.match(text, start)
    if run is None:
        return None
    words = list(regex.finditer(_WORD, run[0]))
    names = _capitalised(_until_other_word(words))
    if not names or fold(names[0][0]) in _words().not_people:
        return None
    if len(names) == 1 and _is_country(names[0][0]):
        return None
    alone = len(names) == 1 and len(words) > 1 and words[1][0][0].islower()
    if alone and fold(words[1][0]) not in _words().ends and _is_place(names[0][0]):
        return None  # 'Es esmu Rīgas skolotāja'
    if role and _is_place(names[0][0]):
        return None  # 'es esmu skolotāja Latvijas Universitātē'
    return start, start + names[-1].end()


def _until_other_word(words: list[regex.Match[str]]) -> list[regex.Match[str]]:
    names: list[regex.Match[str]] = []
    for word in words:
        if fold(word[0]) in _words().ends:
            break
        names.append(word)
    return names


def _capitalised(words: list[regex.Match[str]]) -> list[regex.Match[str]]:
    names: list[regex.Match[str]] = []
    for word in words:
        second = word[0][1:2]
        if not word[0][0].isupper() or second.isupper():
            break  # an abbreviation is no name, an initial may be
        names.append(word)
    return names


@cache
def _words() -> _Words:
    return yaml_file.load(Path(__file__).parent / "words.yml", _Words)


@lru_cache(1_000)
def _is_place(word: str) -> bool:
    """Tell whether a word is a country or a place in Latvia; abroad, places have people's names."""
    with contextlib.suppress(LookupError):
        return bool(distance.find(word, country="LV"))
    return _is_country(word)


def _is_country(word: str) -> bool:
    return any(name in _countries() for name in (fold(word), *nominatives(word)))


@cache
def _countries() -> set[str]:
    names = (Locale(language).territories for language in ("lv", "en"))
    return {fold(name) for territories in names for name in territories.values()}
