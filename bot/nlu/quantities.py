"""Numbers with their units, and days of the calendar, in a spaCy document."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from spacy.tokens import Doc, Span

from bot.nlu.vocabulary import FROM, SMALL_WORDS, single_words

Found = list[tuple[str, str, Span]]
"""(entity, value, words) as `vocabulary.find` gives them."""

_JOINING = {"-", "–", "x", "gab", "gab.", "."}
_TIMES = {"x", "×", "*"}
_PART_OF = {"no", "of"}
_NOT = {"not", "nevis", "ne"}
_NO = "nē"
"""Begins a correction, 'nē skolotāji brauks', and is no 'ne' before what is not meant."""
_WHY = {"why", "kapec"}
_IN_PLACE = {("instead", "of"), ("rather", "than")}
_BEHIND_REPLACED = {"vieta"}
_ARTICLES = {"a", "an", "the", "our", "any", "these"}
_SUCH = {"tadas", "tadi", "tadus", "tadiem", "tadam"}
_OF_THEM = {("of", "them"), ("of", "those"), ("of", "these"), ("such",)}
_HAVE_ORDINALS = {"events", "meetings", "people", "organisations", "countries"}
UNITS = {"months", "days", "nth", "times"}
"""Entities of the vocabulary that hold a number by themselves: 'twice', 'a fourth partner'."""
_MOST_MONTHS = 120
"""Above this no number counts months, but what is paid in one."""
_IN_ONE = "ī"
"""Ending of what is paid in a month: 'mēnesī'."""
_THOUSAND = 1000
_SURELY_A_SUM = 10_000
"""From here a number without a unit is money, whatever stands behind it."""
_LISTING = {"and", "un", ",", "&", "plus", "+"}
_SHARING = {"or", "vai", "lidz", "to", "-", "–"}
_A_RATE = {
    "a day",
    "per day",
    "each day",
    "a month",
    "per month",
    "dienā",
    "diena",
    "mēnesī",
    "a head",
    "per head",
    "each",
    "per person",
    "a person",
    "per participant",
    "uz cilvēku",
}
_ADDED = {"vel", "another", "plus", "further", "+"}
_MORE = {"more"}
"""Behind what is added: 'what if we bring in one more?'."""
_REPLACED = ("replac", "swap", "apmaini", "apmaino", "apmainam", "nomain", "aizstaj")
"""Beginnings of words before what gives way: 'replace the Italian with a Croatian'.

Folded 'apmaiņa', an exchange, has the beginning of the verb, too.
"""
_DROPPED = ("izmet", "izlaiz", "drop", "ditch")
"""Beginnings of words before or behind who shall no longer take part: 'ukraiņus izmetam'."""
_LEFT, _OUT = ("leav", "left", "atstaj"), {"out", "aside", "ara", "mala", "arpuse"}
"""Beginnings of words around who shall no longer take part: 'leave Minsk out'."""
_FOR = {"for", "by", "with", "ar", "pret"}
_LEAVING = ("pull", "atteic", "atkri", "izstaj", "drop", "leav", "quit", "withdr")
"""Beginnings of words that tell of partners who leave: 'un ja divi atkrīt?'."""
INCLUDING = ("includ", "tostarp", "ieskait")
"""Beginnings of words before some of those that were counted."""
_OF_WHICH = {"of which", "of whom", "of them", "no kuram", "no kuriem", "no tam", "no tiem"}
_TOGETHER = {"kopa", "pavisam", "altogether", "total", "left", "together"}
_APIECE = "pa"
_ONE = {"one", "viens", "viena", "vienam", "vienai"}
_EACH = {"each", "every", "apiece", "katrs", "katra", "katram", "katrai", "katras"}
_JUST = {"exactly", "precisely", "sharp", "tiesi", "precizi", "flat"}
_AT = {"at"}
_LOCATIVE = ("ā", "ē")
_BY_PLACE = {"local", "international", "elsewhere"}
_PIECES = "gab"
_COMING = {"brauc", "brauks", "brauktu", "come", "go", "travel"}
"""Words behind a number that counts who was spoken of: '2 brauc līdzi'."""
_DATIVE = ("iem", "ām", "am")
"""Endings of whom something is paid for: 'vietējiem 100', which counts nobody."""
_PHONE_FOR = "4"
"""What people type on phones for a word: 'how much 4 mtg?'."""
_GUESTS = {"local", "international"}
_A_PARTNER = "partner"
_COUNTED_BEHIND = {"organisations", "people", "local", "international", "meetings"}
_OTHERS = ("other", "cit")
"""Beginnings of words for those beside one's own organisation: 'us plus two others'."""
_MONTHS_A_YEAR = 12
_DAYS_A_WEEK = 7
_CALENDAR_YEAR = 1000
_FIRST_YEAR, _LAST_YEAR = 2013, 2030
_MOST_FILLERS = 3
_PERCENT = ("procent", "percent")
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


@dataclass(frozen=True)
class Quantity:
    """A number with its unit, at tokens `start` to `end` (not included)."""

    unit: str
    value: Decimal
    start: int
    end: int
    added: bool = False
    """Whether it comes on top of others: 'un vēl divi partneri'."""
    each: bool = False
    """Whether there are so many of each, or each of so many: 'pa 2 cilvēkiem', 'each of the 4'."""
    in_years: bool = False
    """Whether months were told in years: 'divus gadus'."""
    from_country: bool = False
    """Whether a country alone tells what is counted: 'three from Cyprus' are people, too."""


def quantities(doc: Doc, found: Found) -> list[Quantity]:
    """Return the numbers of a text that have a unit.

    The unit stands behind the number ('4 cilvēki', '18-month', 'divdesmit četriem mēnešiem'), money
    also before it ('EUR 10 000'); '20 researcher days' are days. '2 no Igaunijas' counts
    organisations. Years are given in months, weeks in days. Others have the unit 'number'.
    """
    units = {span.start: (value, span.end) for entity, value, span in found if entity == "unit"}
    money_ends = {span.end for entity, value, span in found if (entity, value) == ("unit", "euro")}
    staff = {span.start: span.end for entity, _, span in found if entity == "staff"}
    countries = {span.start: span.end for entity, _, span in found if entity == "country"}
    ours = {span.end for entity, _, span in found if entity == "own"}
    result: list[Quantity] = []
    for start, end, number in _numbers(doc, found):
        after = _filled(doc, _skip(doc, end), units)
        after = _behind_plus(doc, end, units, after)
        after = staff[after] if staff.get(after) in units else after
        after = _behind_country(doc, after, units, countries)
        after = _behind_unknown(doc, after, units)
        if _multiplies_people(doc, end, units):
            result.append(Quantity("times", number, start, end))  # '4 × 6 people'
        elif _are_others(doc, start, end, ours) and end + 1 not in units:
            result.append(Quantity("organisations", number, start, end + 1))
        elif after in units:
            unit, stop = units[after]
            if unit in ("local", "international") and units.get(stop, ("",))[0] == "organisations":
                # '4 foreign partners', but '8 cilvēki no Latvijas partnera'
                unit = "people" if stop - after > 1 else units[stop][0]
                stop = units[stop][1]
            if unit == "organisations" and units.get(stop, ("",))[0] == "meetings":
                unit, stop = units[stop]  # 'četras partneru sanāksmes'
            if unit in ("meetings", "organisations") and units.get(stop, ("",))[0] == "people":
                unit, stop = units[stop]  # 'three kick-off participants', '6 skolas pedagogi'
            if unit == "elsewhere":  # 'sixty from Latvia and fifteen from elsewhere'
                unit = "international" if any(at < start for at in countries) else "people"
            if unit == "we" and any(each.unit in _GUESTS for each in result):
                continue  # '60 vietējie, 8 no mums pašiem': for them nothing is paid
            if unit in _HAVE_ORDINALS and "." in (doc[end - 1].text[-1], doc[end].text):
                continue  # '20. pasākuma dienā'
            if unit == "months" and number > _MOST_MONTHS and doc[stop - 1].text.endswith(_IN_ONE):
                continue  # '750 mēnesī' is money, '500 mēneši' is too long
            if unit == "years" and number >= _CALENDAR_YEAR:
                continue  # '2021. gada'
            if unit == "organisations" and _is_among(doc, start):
                continue  # 'five partners, including two universities'
            if unit == "people" and _is_one_of(doc, start, end, result):
                continue  # 'Eight pupils … One of the boys is deaf.'
            each = _is_of_each(doc, start, stop)
            added = _is_added(doc, start, end)
            result.append(_standard(Quantity(unit, number, start, stop, added, each)))
        elif start in money_ends:
            result.append(Quantity("euro", number, start - 1, end))
        elif (shared := _shared_unit(doc, end, units)) is not None:
            result.append(_standard(Quantity(shared, number, start, end)))
        elif by_country := _shared_behind_country(doc, end, units, countries):
            result.append(Quantity(by_country[0], number, start, by_country[1]))
        elif after + 1 in countries and doc[after].norm_ in FROM:
            guests = _are_guests(doc, countries[after + 1], result)
            elsewhere = guests and _is_another(found, after + 1)
            unit = "international" if elsewhere else "organisations"
            told = unit == "organisations"
            result.append(Quantity(unit, number, start, end, from_country=told))
        elif _is_of_such(doc, end):
            result.append(Quantity("such", number, start, end))
        elif (counted := _before(doc, start, end, found)) and _stands_alone(
            doc, start, end, number
        ):
            result.append(Quantity(counted, number, start, end, _is_added(doc, start, end)))
        elif _counts_us(doc, start) and _stands_alone(doc, start, end, number):
            result.append(Quantity("we", number, start, end))  # 'ja mūs būtu divpadsmit?'
        elif (
            _is_within(doc, end, countries)  # '30 dienas Latvijā, 20 Vācijā'
            or _counts_nation(doc, end, countries)
            or _stands_alone(doc, start, end, number)
        ):
            result.append(Quantity("number", number, start, end, _is_added(doc, start, end)))

    return result


def _are_others(doc: Doc, start: int, end: int, ours: set[int]) -> bool:
    """Tell whether a number counts the others beside one's own: 'us plus two others'."""
    beside = start in ours or (start - 1 in ours and doc[start - 1].norm_ in _ADDED)
    return beside and end < len(doc) and doc[end].norm_.startswith(_OTHERS)


def _behind_plus(doc: Doc, end: int, units: dict[int, tuple[str, int]], after: int) -> int:
    """Return the index of kilometres behind a plus: '8000+ km'."""
    if end >= len(doc) or doc[end].text != "+":
        return after
    return end + 1 if units.get(end + 1, ("",))[0] == "kilometres" else after


def _is_another(found: Found, index: int) -> bool:
    """Tell whether a country is none of those named before it.

    '70 people from Latvia, 15 from Estonia'
    """
    named = [(value, span.start) for entity, value, span in found if entity == "country"]
    before = {value for value, start in named if start < index}
    return any(start == index and value not in before for value, start in named)


def _are_guests(doc: Doc, end: int, counted: list[Quantity]) -> bool:
    """Tell whether a number counts guests from a country beside local ones, no partner's staff."""
    if not any(each.unit == "local" for each in counted):
        return False
    return end >= len(doc) or not doc[end].norm_.startswith(_A_PARTNER)


def _multiplies_people(doc: Doc, end: int, units: dict[int, tuple[str, int]]) -> bool:
    """Tell whether a number stands before a sign of multiplying and a number of people."""
    if end + 1 >= len(doc) or doc[end].norm_ not in _TIMES or not doc[end + 1].text.isdigit():
        return False
    return units.get(_filled(doc, end + 2, units), ("",))[0] == "people"


def is_taken_back(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a word stands for what is not meant: 'nevis pētnieks', 'instead of teachers'."""
    while start and doc[start - 1].norm_ in _ARTICLES:
        start -= 1
    before = tuple(token.norm_ for token in doc[max(0, start - 2) : start])
    behind = doc[end].norm_ if end < len(doc) else ""
    denied = bool(before) and before[-1] in _NOT and before[0] not in _WHY  # 'why not X?'
    denied = denied and doc[start - 1].lower_ != _NO
    denied = denied or (bool(before) and before[-1].startswith((*_REPLACED, *_DROPPED)))
    leave = any(token.norm_.startswith((*_LEAVING, *_DROPPED)) for token in doc[end : end + 2])
    denied = denied or leave  # 'if the French pull out', 'should the Croatian lot drop out'
    denied = denied or _gives_way(doc, end) or _is_left_out(doc, start, end)
    return denied or before in _IN_PLACE or behind in _BEHIND_REPLACED


def _gives_way(doc: Doc, end: int) -> bool:
    """Tell whether what stands before is given for something else: 'X is swapped for Y'."""
    swapped = (at for at in range(end, min(end + 3, len(doc) - 1)))
    return any(doc[at].norm_.startswith(_REPLACED) and doc[at + 1].norm_ in _FOR for at in swapped)


def _is_left_out(doc: Doc, start: int, end: int) -> bool:
    """Tell whether somebody is left out: 'leave Minsk out', 'Poļus atstājam malā'."""
    around = [token.norm_ for token in (*doc[max(0, start - 2) : start], *doc[end : end + 2])]
    return any(word.startswith(_LEFT) for word in around) and bool({*around} & _OUT)


def _is_within(doc: Doc, index: int, countries: dict[int, int]) -> bool:
    """Tell whether a country stands at a token in which something takes place: '20 Vācijā'."""
    return index in countries and doc[countries[index] - 1].text.endswith(_LOCATIVE)


def _counts_nation(doc: Doc, end: int, countries: dict[int, int]) -> bool:
    """Tell whether a number counts people by their country alone: 'divi igauņi, viņiem 3200 km'."""
    after = countries.get(end)
    if after is None:
        return False
    return after == len(doc) or not doc[after].is_alpha or doc[after].norm_ in SMALL_WORDS | _COMING


def _counts_us(doc: Doc, start: int) -> bool:
    """Tell whether a number counts who asks: 'esam pieci', "we're ten", 'ja mūs būtu desmit'."""
    being = start
    while being and doc[being - 1].norm_ in single_words("being"):
        being -= 1
    return bool(being) and doc[being - 1].norm_ in single_words("of_ourselves")


def _is_of_such(doc: Doc, end: int) -> bool:
    """Tell whether a number counts what was spoken of before: 'ja rīkojam četras tādas?'."""
    if end < len(doc) and doc[end].norm_ in _SUCH:
        return True
    for such in _OF_THEM:
        after = end + len(such)
        last = after == len(doc) or doc[after : after + 1].text in {"?", ".", "!"}
        if last and tuple(token.norm_ for token in doc[end:after]) == such:
            return True
    return False


def _is_added(doc: Doc, start: int, end: int) -> bool:
    if doc[start].text.startswith("+") or (end < len(doc) and doc[end].norm_ in _MORE):
        return True
    words = [doc[i].norm_ for i in range(max(0, start - 2), start)]
    return bool(words) and (
        words[-1] in _ADDED or (words[-1] in single_words("being") and words[0] in _ADDED)
    )


def _is_one_of(doc: Doc, start: int, end: int, counted: list[Quantity]) -> bool:
    """Tell whether a sentence begins with one of those who were counted before it."""
    begins = start > 0 and doc[start - 1].is_punct and not doc[start].text.isdigit()
    one = end < len(doc) and doc[end].norm_ in _PART_OF and doc[start].norm_ in _ONE
    return begins and one and any(each.unit == "people" for each in counted)


def _is_of_each(doc: Doc, start: int, end: int) -> bool:
    """Tell whether each of several has or is so many: 'pa 2 cilvēkiem', 'each of our 4'."""
    before = {token.norm_ for token in doc[max(0, start - 2) : start]}
    behind = [token.norm_ for token in doc[end : end + 2]]
    listed = start > 1 and doc[start - 2].norm_ in _EACH and doc[start - 1].norm_ in _PART_OF
    listed = listed or (start > 2 and doc[start - 3].norm_ in _EACH and bool(before & _PART_OF))
    distributed = start > 0 and doc[start - 1].norm_ == _APIECE
    apiece = bool(behind) and (behind[0] in _EACH or (behind[0] in FROM and behind[-1] in _EACH))
    return listed or distributed or apiece


def _is_among(doc: Doc, start: int) -> bool:
    """Tell whether a number counts some of those before: 'including two', 'tostarp divas'."""
    before = [token.norm_ for token in doc[max(0, start - 2) : start]]
    return " ".join(before[-1:]).startswith((*INCLUDING, "among")) or " ".join(before) in _OF_WHICH


def _shared_unit(doc: Doc, end: int, units: dict[int, tuple[str, int]]) -> str | None:
    """Return 'euro' where the next number has it: '100 vai 200 eiro'."""
    behind = end + 2
    if end >= len(doc) or doc[end].norm_ not in _SHARING or behind >= len(doc):
        return None
    if not doc[end + 1].text.isdigit():
        return None
    return "euro" if behind in units and units[behind][0] == "euro" else None


def _shared_behind_country(
    doc: Doc, end: int, units: dict[int, tuple[str, int]], countries: dict[int, int]
) -> tuple[str, int] | None:
    """Return unit and end of people told by country: '10 Spanish and 5 German teachers'."""
    joined = countries.get(end, len(doc))
    other = joined + 2
    if other >= len(doc) or doc[joined].norm_ not in _LISTING or not doc[joined + 1].text.isdigit():
        return None
    shared = units.get(countries.get(other, other))
    return shared if shared and shared[0] in _COUNTED_BEHIND else None  # not 'divi igauņi, 300 km'


def _before(doc: Doc, start: int, end: int, found: Found) -> str | None:
    """Return the unit that stands before a number: 'partneru būtu divpadsmit', 'pupils: 12'."""
    being = start
    while being and doc[being - 1].norm_ in single_words("being") | _ADDED:
        being -= 1
    pieces = end < len(doc) and doc[end].norm_.startswith(_PIECES)
    before = ((value, span) for name, value, span in found if name == "unit" and span.end == being)
    ends = {span.end: value for name, value, span in found if name == "unit"}
    for unit, span in before:
        if unit == "people" and ends.get(span.start) in _GUESTS:
            return ends[span.start]  # 'foreign guests: 10'
        guests = unit in _GUESTS and not span.text.endswith(_DATIVE)  # 'ārzemnieku 30?'
        guests = guests and not (span.start and doc[span.start - 1].is_digit)
        if unit in _COUNTED_BEHIND and (being < start or pieces or guests):  # 'sanāksmes 4 gab.'
            return unit
    return None


def _stands_alone(doc: Doc, start: int, end: int, number: Decimal) -> bool:
    """Tell whether a number counts nothing that is named: 'un 18?', but not 'vienam projektam'."""
    if _FIRST_YEAR <= number <= _LAST_YEAR or _is_ordinal(doc, end):
        return False
    if number >= _THOUSAND and start and doc[start - 1].norm_ in _PART_OF:
        return True  # 'cik no 4000 atmaksās?'
    if start and doc[start - 1].norm_ in _NOT:
        return False  # '2100 km, not 600'
    if number == 1 and not doc[start].text.isdigit():
        return _is_a_count(doc, start, end)
    if doc[end : end + 2].text.lower() in _A_RATE or doc[end : end + 1].text.lower() in _A_RATE:
        return False  # 'teachers get 160 a day'
    if end < len(doc) and (doc[end].text == "%" or doc[end].norm_.startswith(_PERCENT)):
        return False
    if number >= _SURELY_A_SUM:
        return True  # 'how is 240 000 paid out?'
    after = doc[end].norm_ if end < len(doc) else ""
    beside = after in SMALL_WORDS | _TOGETHER or after.startswith((*_LEAVING, _PIECES))
    behind = doc[end + 1].norm_ if end + 1 < len(doc) else ""
    beside = beside or behind in _TOGETHER  # 'esam seši kantori kopā'
    beside = beside or after in _COMING
    beside = beside or after in single_words("joining")  # 'if two join'
    of_a_sum = after in _JUST | single_words("being")  # 'and at 2000 exactly?', '7500 paliek mums'
    beside = beside or (number >= _THOUSAND and of_a_sum)
    return end == len(doc) or not doc[end].is_alpha or beside


def _is_a_count(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the word 'one' counts: 'un ja tikai vienu?', 'one at 80 km', 'if one leaves'.

    Not in 'is that one?' and 'vēl viena lieta'.
    """
    after = doc[end].norm_ if end < len(doc) else ""
    if after in _AT | _MORE | single_words("joining") or after.startswith(_LEAVING):
        return True
    alone = end == len(doc) or doc[end].is_punct or after in SMALL_WORDS
    return alone and start > 0 and doc[start - 1].norm_ in single_words("before_one")


def _is_ordinal(doc: Doc, end: int) -> bool:
    """Tell whether a number is one like '18. marts': a full stop behind it, and more to come."""
    return doc[end - 1].text.endswith(".") and end < len(doc)


def _behind_country(
    doc: Doc, index: int, units: dict[int, tuple[str, int]], countries: dict[int, int]
) -> int:
    """Return the index of the unit behind a country: '2 Swedish managers'."""
    behind = countries.get(index, index)
    return behind if index not in units and behind in units else index


def _behind_unknown(doc: Doc, index: int, units: dict[int, tuple[str, int]]) -> int:
    """Return the index of who comes from where behind one word: '20 guets from abroad'."""
    if index in units or index + 1 not in units or not doc[index].is_alpha:
        return index
    if doc[index].norm_ in SMALL_WORDS:
        return index  # 'vietējiem 100 un ārzemniekiem 200'
    return index + 1 if units[index + 1][0] in _BY_PLACE else index


def _filled(doc: Doc, index: int, units: dict[int, tuple[str, int]]) -> int:
    """Return the index of the unit behind words such as 'of our', where there is one."""
    for skipped in range(_MOST_FILLERS + 1):
        if index + skipped in units:
            return index + skipped
        if index + skipped >= len(doc) or doc[index + skipped].norm_ not in single_words("fillers"):
            break
    return index


def _standard(quantity: Quantity) -> Quantity:
    match quantity.unit:
        case "years":
            factor, unit = _MONTHS_A_YEAR, "months"
        case "weeks":
            factor, unit = _DAYS_A_WEEK, "days"
        case _:
            return quantity
    years = unit == "months"
    return replace(quantity, unit=unit, value=quantity.value * factor, in_years=years)


def _skip(doc: Doc, index: int) -> int:
    """Return the index of the next word, one hyphen or sign of count skipped."""
    return index + 1 if index < len(doc) and doc[index].norm_ in _JOINING else index


def _numbers(doc: Doc, found: Found) -> Iterator[tuple[int, int, Decimal]]:
    spelled = {
        span.start: (span.end, Decimal(value))
        for entity, value, span in found
        if entity == "number"
    }
    index = 0
    while index < len(doc):
        end, number = _digits(doc, index) or _spelled(spelled, index) or (index, None)
        if number is None or _is_word_on_phones(doc, index):
            index += 1
            continue
        end, number = _thousands(doc, end, number)
        yield index, end, number
        index = end


def _is_word_on_phones(doc: Doc, index: int) -> bool:
    """Tell whether a digit stands for a word: 'interpreter 4 a participant', 'much 4 mtg?'."""
    after = doc[index + 1].norm_ if index + 1 < len(doc) else ""
    before = doc[index - 1].norm_ if index else ""
    if doc[index].text == _PHONE_FOR and before in single_words("before_for"):
        behind = [
            token.norm_ for token in doc[index + 1 :] if token.norm_ not in single_words("fillers")
        ]
        if behind and behind[0] in single_words("for_one"):
            return True
    return doc[index].text in {"2", "4"} and after in {"a", "an", "the", "us", "me"}


def _digits(doc: Doc, index: int) -> tuple[int, Decimal] | None:
    """Read '1200', '1 200', '1.200', '10,5', '+2' at a token."""
    text = re.sub(r"^\+(?=\d{1,2}$)|^[~≈]", "", doc[index].text)
    if not re.fullmatch(r"\d{1,9}(?:[.,]\d{1,9})*\.?", text):
        return None
    text = text.rstrip(".")
    end = index + 1
    while (
        end < len(doc) and re.fullmatch(r"\d{3}", doc[end].text) and len(text) <= 3 * (end - index)
    ):
        text += doc[end].text
        end += 1
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", text):
        return end, Decimal(re.sub(r"[.,]", "", text))
    if text.count(",") + text.count(".") > 1:
        return None
    return end, Decimal(text.replace(",", "."))


def _spelled(spelled: dict[int, tuple[int, Decimal]], index: int) -> tuple[int, Decimal] | None:
    """Read number words in a row: 'divdesmit četri', 'trīs simti piecdesmit'."""
    if index not in spelled:
        return None
    total, last = Decimal(0), None
    while index in spelled:
        end, value = spelled[index]
        if last is None or value < last:
            total += value
        elif value in (100, 1000):
            total = total * value if value == 1000 else total - last + last * value
        else:
            break
        last, index = value, end
    return index, total


def _thousands(doc: Doc, end: int, number: Decimal) -> tuple[int, Decimal]:
    if end < len(doc) and re.fullmatch(r"k|tukst\w*\.?|thousand", doc[end].norm_):
        return end + 1, number * 1000
    return end, number


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
