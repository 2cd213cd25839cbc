"""Days and months of the calendar, in a spaCy document."""

from __future__ import annotations

import calendar
import re

from spacy.tokens import Doc

from bot.nlu.vocabulary import Found, single_words

_PART_OF = {"no", "of"}
_WORDS_TO_YEAR = 3
"""Words after a month within which its year may stand: 'January 15, 2021'."""
_WORDS_FROM_YEAR = 4
"""Words before a month within which the word for its year may stand: '2020. gada 1. novembra'."""
_OF_YEAR = {"gada", "g", "g."}
_UNTIL = {"lidz", "until", "till", "to", "-", "–"}
_LAST_DAY = (["pedej", "diena"], ["pedej", "dienu"])
_COMMON_YEAR = 2021
_MIDDLE = 15
_WRITTEN_DAY = re.compile(
    r"(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"
    r"|(?P<day_>\d{1,2})\.(?P<month_>\d{1,2})\.(?:(?P<year_>20\d\d)|(?![\w.]))"
)
"""2020-09-01, 01.09.2020 and 1.9."""


def dates(doc: Doc, found: Found) -> list[tuple[str, int, int]]:
    """Return the days and months named in a text as (ISO form, start, end).

    '2020-09-15', '2021-01' (month and year), '09-15' or '09' where no year is named.
    """
    result = []
    for entity, month, span in found:
        if entity != "month":
            continue
        start, end = span.start, span.end
        before = start if doc[start].is_digit else start - 1  # '1 May' is one span: see en.yml
        end -= doc[end - 1].is_digit  # and so is 'May 2022'
        day = _number_at(doc, before, 31) or _day_after(doc, end)
        day = day or _day_of_part(doc, start, end, int(month))
        year = _year_of_month(doc, start) or _year_after(doc, end) or _year_before(doc, start)
        parts = [str(year) if year else "", f"{int(month):02}", f"{day:02}" if day else ""]
        result.append(("-".join(part for part in parts if part), start, end))
    return result + _written_days(doc)


def _day_of_part(doc: Doc, start: int, end: int, month: int) -> int | None:
    """Read 'the last day of December' and 'decembra pēdējā dienā'; none: it is not named.

    The end of a month is its last day, its middle the 15th: a later start leaves fewer months.
    """
    before = [token.norm_ for token in doc[max(0, start - 3) : start]]
    behind = [token.norm_ for token in doc[end : end + 2]]
    last = before == ["last", "day", "of"] or [word[:5] for word in behind] in _LAST_DAY
    if last or _is_part(doc, start, end, "end"):
        return calendar.monthrange(_COMMON_YEAR, month)[1]
    return _MIDDLE if _is_part(doc, start, end, "middle") else None


def _is_part(doc: Doc, start: int, end: int, part: str) -> bool:
    """Tell whether a month is named by a part of it: 'the end of October', 'oktobra beigās'."""
    named = single_words("part_of_month", part)
    start += doc[start].norm_ in _PART_OF  # 'of May' is one span: see en.yml
    before = [token.norm_ for token in doc[max(0, start - 2) : start]]
    if before and (before[-1] in _PART_OF or not before[-1].isalpha()):
        before = before[:-1]
    elif part == "end":
        before = []  # 'the project may end December 2022' names no part of it
    behind = doc[end].norm_ if end < len(doc) else ""
    return bool({*before[-1:], behind} & named)


def _written_days(doc: Doc) -> list[tuple[str, int, int]]:
    """Read days written in numbers: 2020-09-01 and 01.09.2020."""
    result = []
    for match in _WRITTEN_DAY.finditer(doc.text):
        span = doc.char_span(*match.span(), alignment_mode="expand")
        named = match.groupdict(default="")
        year, month, day = (named[key] or named[f"{key}_"] for key in ("year", "month", "day"))
        if span is not None and 1 <= int(month) <= 12 and 1 <= int(day) <= 31:
            written = f"{int(month):02}-{int(day):02}"
            result.append((f"{year}-{written}" if year else written, span.start, span.end))
    return result


def _number_at(doc: Doc, index: int, most: int) -> int | None:
    if index >= 0 and doc[index].text == "." and index > 0:
        index -= 1
    if index < 0 or index >= len(doc):
        return None
    match = re.fullmatch(r"(\d{1,2})(?:\.|st|nd|rd|th)?", doc[index].text)
    number = int(match.group(1)) if match else 0
    return number if 1 <= number <= most else None


def _day_after(doc: Doc, index: int) -> int | None:
    """Read the day of 'September 15'; '15' before a year is a day, '2020' is not."""
    return _number_at(doc, index, 31) if index < len(doc) else None


def _year_at(doc: Doc, index: int) -> int | None:
    if index < 0 or index >= len(doc):
        return None
    match = re.fullmatch(r"(20\d\d)\.?", doc[index].text)
    return int(match.group(1)) if match else None


def _year_after(doc: Doc, end: int) -> int | None:
    """Read the year of 'November 2020' and 'January 15, 2021'; another day's is not this one's."""
    for index in range(end, min(end + _WORDS_TO_YEAR, len(doc))):
        if doc[index].norm_ in _UNTIL:
            return None
        if year := _year_at(doc, index):
            return year
    return None


def _year_of_month(doc: Doc, start: int) -> int | None:
    """Read the year of '2020. gada 1. novembra', whatever year stands behind it."""
    for index in range(start - 1, max(0, start - _WORDS_FROM_YEAR) - 1, -1):
        if doc[index].norm_ in _OF_YEAR:
            return _year_at(doc, index - 1) or _year_at(doc, index - 2)
        if doc[index].is_alpha:
            return None
    return None


def _year_before(doc: Doc, start: int) -> int | None:
    """Read the year of '2021. gada janvārī' and '2021. gada 15. janvārī'."""
    for index in range(max(0, start - 6), start):
        if year := _year_at(doc, index):
            return year
    return None
