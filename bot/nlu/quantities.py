"""Numbers with their units, in a spaCy document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import NamedTuple

from spacy.tokens import Doc

from bot.nlu.clauses import clause_rules
from bot.nlu.places import is_city
from bot.nlu.taken_back import LEAVING, NOT
from bot.nlu.vocabulary import FROM, SMALL_WORDS, Found, single_words

_JOINING = {"-", "–", "x", "gab", "gab.", "."}
_TIMES = {"x", "×", "*"}
_PART_OF = {"no", "of"}
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
_LOCATIVES = ("os", "ās", "ēs")
_BY_PLACE = {"local", "international", "elsewhere"}
_PIECES = "gab"
_COMING = {"brauc", "brauks", "brauktu", "come", "go", "travel", "coming", "visiting"}
"""Words behind a number that counts who was spoken of: '2 brauc līdzi'."""
_DATIVE = ("iem", "ām", "am")
"""Endings of whom something is paid for: 'vietējiem 100', which counts nobody."""
_PHONE_FOR = "4"
"""What people type on phones for a word: 'how much 4 mtg?'."""
_GUESTS = {"local", "international"}
_A_PARTNER = "partner"
_ALL_OF = ("all", "vis", "these", "those", "sie", "sais", "tiem", "tie")
"""Beginnings of words before those who were counted already: 'visiem trīspadsmit'."""
_CRITERIA = {"plan=relevance", "plan=quality", "plan=team", "plan=impact"}
"""Rules of the words that name an award criterion."""
_COUNTED_BEHIND = {"organisations", "people", "local", "international", "meetings"}
_OTHERS = ("other", "cit")
"""Beginnings of words for those beside one's own organisation: 'us plus two others'."""
_MONTHS_A_YEAR = 12
_DAYS_A_WEEK = 7
_CALENDAR_YEAR = 1000
_FIRST_YEAR, _LAST_YEAR = 2013, 2030
_MOST_FILLERS = 3
_APART_RATES = {"each", "apiece"}
_A_HANDFUL = 20
"""Up to here a number before 'each' counts people: 'two each from Riga'; above it is paid."""
_PERCENT = ("procent", "percent")


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


class _Number(NamedTuple):
    """A number, at tokens `start` to `end` (not included)."""

    start: int
    end: int
    value: Decimal


@dataclass(frozen=True)
class _Text:
    """A text with what is named in it that tells what its numbers count."""

    doc: Doc
    found: Found
    units: dict[int, tuple[str, int]]
    """Unit and end, by their start."""
    money_ends: set[int]
    staff: dict[int, int]
    """Ends by their start, as of the countries."""
    countries: dict[int, int]
    ours: set[int]
    """Ends of words for one's own organisation."""
    counted: list[Quantity] = field(default_factory=list)
    """What its numbers count, as far as they are read."""

    @classmethod
    def of(cls, doc: Doc, found: Found) -> _Text:
        """Return a text with what the vocabulary finds in it."""

        def spans(name: str) -> dict[int, int]:
            return {span.start: span.end for entity, _, span in found if entity == name}

        units = [(value, span) for entity, value, span in found if entity == "unit"]
        return cls(
            doc=doc,
            found=found,
            units={span.start: (value, span.end) for value, span in units},
            money_ends={span.end for value, span in units if value == "euro"},
            staff=spans("staff"),
            countries=spans("country"),
            ours={*spans("own").values()},
        )

    def unit_at(self, index: int) -> str | None:
        """Return the unit that begins at a token, if one does."""
        return self.units[index][0] if index in self.units else None


def quantities(doc: Doc, found: Found) -> list[Quantity]:
    """Return the numbers of a text that have a unit.

    The unit stands behind the number ('4 cilvēki', '18-month', 'divdesmit četriem mēnešiem'), money
    also before it ('EUR 10 000'); '20 researcher days' are days. '2 no Igaunijas' counts
    organisations. Years are given in months, weeks in days. Others have the unit 'number'.
    """
    text = _Text.of(doc, found)
    for number in _numbers(doc, found):
        quantity = _quantity(text, number)
        if quantity and not _is_repeated(text, quantity):
            text.counted.append(_standard(quantity))
    return text.counted


def _is_repeated(text: _Text, quantity: Quantity) -> bool:
    """Tell whether those are named again who were counted: '12 partneri … visiem 12 partneriem'."""
    if quantity.unit not in ("organisations", "number") or not quantity.start:
        return False
    same = any(
        each.unit == "organisations" and each.value == quantity.value for each in text.counted
    )
    return same and text.doc[quantity.start - 1].norm_.startswith(_ALL_OF)


def _quantity(text: _Text, number: _Number) -> Quantity | None:
    """Return what a number counts; none: it counts nothing."""
    start, end, value = number
    if _multiplies_people(text.doc, end, text.units):
        return Quantity("times", value, start, end)  # '4 × 6 people'
    if _are_others(text.doc, start, end, text.ours) and end + 1 not in text.units:
        return Quantity("organisations", value, start, end + 1)
    behind = _behind(text, end)
    if behind in text.units:
        return _of_unit_behind(text, number, behind)
    found = (read(text, number) for read in _WITHOUT_UNIT_BEHIND)
    return next((each for each in found if each), None)


def _behind(text: _Text, end: int) -> int:
    """Return the index behind a number at which its unit stands, if it has one."""
    doc, units = text.doc, text.units
    index = _filled(doc, _skip(doc, end), units)
    index = _behind_plus(doc, end, units, index)
    index = text.staff[index] if text.staff.get(index) in units else index
    index = _behind_country(doc, index, units, text.countries)
    return _behind_unknown(doc, index, units)


def _of_unit_behind(text: _Text, number: _Number, behind: int) -> Quantity | None:
    start, end, value = number
    unit, stop = _whole_unit(text, start, behind)
    if _counts_nothing(text, number, unit, stop):
        return None
    added, each = _is_added(text.doc, start, end), _is_of_each(text.doc, start, stop)
    return Quantity(unit, value, start, stop, added, each)


def _whole_unit(text: _Text, start: int, behind: int) -> tuple[str, int]:
    """Return the unit behind a number, and its end, where two words together are one."""
    unit, stop = text.units[behind]
    if unit in _GUESTS and text.unit_at(stop) == "organisations":
        # '4 foreign partners', but '8 cilvēki no Latvijas partnera'
        unit, stop = "people" if stop - behind > 1 else "organisations", text.units[stop][1]
    if unit in _GUESTS and (events := _events_behind(text, stop)):
        unit, stop = "events", events  # 'four national launch conferences'
    if unit == "organisations" and text.unit_at(stop) == "meetings":
        unit, stop = text.units[stop]  # 'četras partneru sanāksmes'
    if unit in ("meetings", "organisations") and text.unit_at(stop) == "people":
        unit, stop = text.units[stop]  # 'three kick-off participants', '6 skolas pedagogi'
    if unit == "elsewhere":  # 'sixty from Latvia and fifteen from elsewhere'
        unit = "international" if any(at < start for at in text.countries) else "people"
    return unit, stop


def _events_behind(text: _Text, index: int) -> int | None:
    """Return the end of a word for events that stands a word behind at most: 'local … events'."""
    for at in (index, index + 1):
        if text.unit_at(at) == "events":
            end = text.units[at][1]
            return None if _is_where(text.doc, end) else end
        unknown = at < len(text.doc) and text.doc[at].is_alpha and at not in text.units
        if not unknown or text.doc[at].norm_ in SMALL_WORDS:
            return None
    return None


def _is_where(doc: Doc, end: int) -> bool:
    """Tell whether a word says where people are: '40 vietējie izplatīšanas pasākumā'."""
    return doc[end - 1].text.endswith((*_LOCATIVE, *_LOCATIVES))


def _counts_nothing(text: _Text, number: _Number, unit: str, stop: int) -> bool:
    """Tell whether a number with a unit is a place or year, pays, or is part of another number."""
    doc, (start, end, value) = text.doc, number
    match unit:
        case "we":  # '60 vietējie, 8 no mums pašiem': for them nothing is paid
            return any(each.unit in _GUESTS for each in text.counted)
        case "months":  # '750 mēnesī' is money, '500 mēneši' is too long
            return value > _MOST_MONTHS and doc[stop - 1].text.endswith(_IN_ONE)
        case "years":  # '2021. gada'
            return value >= _CALENDAR_YEAR
    if unit in _HAVE_ORDINALS and "." in (doc[end - 1].text[-1], doc[end].text):
        return True  # '20. pasākuma dienā'
    if unit == "organisations":  # 'five partners, including two universities'
        return _is_among(doc, start)
    # 'Eight pupils … One of the boys is deaf.'
    return unit == "people" and _is_one_of(doc, start, end, text.counted)


def _of_money_before(text: _Text, number: _Number) -> Quantity | None:
    """'EUR 10 000'."""
    start, end, value = number
    return Quantity("euro", value, start - 1, end) if start in text.money_ends else None


def _of_shared_unit(text: _Text, number: _Number) -> Quantity | None:
    """'100 vai 200 eiro'."""
    start, end, value = number
    shared = _shared_unit(text.doc, end, text.units)
    return Quantity(shared, value, start, end) if shared else None


def _of_people_by_country(text: _Text, number: _Number) -> Quantity | None:
    """'10 Spanish and 5 German teachers'."""
    start, end, value = number
    shared = _shared_behind_country(text.doc, end, text.units, text.countries)
    return Quantity(shared[0], value, start, shared[1]) if shared else None


def _from_country(text: _Text, number: _Number) -> Quantity | None:
    """'2 no Igaunijas' are organisations; beside local people, guests."""
    start, end, value = number
    index = _behind(text, end) + 1
    if index not in text.countries or text.doc[index - 1].norm_ not in FROM:
        return None
    guests = _are_guests(text.doc, text.countries[index], text.counted)
    if guests and _is_another(text.found, index):
        return Quantity("international", value, start, end)
    return Quantity("organisations", value, start, end, from_country=True)


def _of_such(text: _Text, number: _Number) -> Quantity | None:
    """'ja rīkojam četras tādas?'."""
    start, end, value = number
    return Quantity("such", value, start, end) if _is_of_such(text.doc, end) else None


def _of_unit_before(text: _Text, number: _Number) -> Quantity | None:
    """'partneru būtu divpadsmit'."""
    start, end, value = number
    unit = _before(text.doc, start, end, text.found)
    if unit is None or not _stands_alone(text.doc, start, end, value):
        return None
    return Quantity(unit, value, start, end, _is_added(text.doc, start, end))


def _of_town(text: _Text, number: _Number) -> Quantity | None:
    """'2 Riga, 2 Patras'."""
    start, end, value = number
    behind = text.doc[end].text if end < len(text.doc) else ""
    few = value <= _A_HANDFUL and text.doc[start].is_digit
    return Quantity("number", value, start, end) if few and is_city(behind) else None


def _of_us(text: _Text, number: _Number) -> Quantity | None:
    """'ja mūs būtu divpadsmit?'."""
    start, end, value = number
    us = _counts_us(text.doc, start) and _stands_alone(text.doc, start, end, value)
    return Quantity("we", value, start, end) if us else None


def _alone(text: _Text, number: _Number) -> Quantity | None:
    """'un 18?', '30 dienas Latvijā, 20 Vācijā'."""
    start, end, value = number
    by_place = _is_within(text.doc, end, text.countries)
    by_place = by_place or _counts_nation(text.doc, end, text.countries)
    if not (by_place or _stands_alone(text.doc, start, end, value)):
        return None
    return Quantity("number", value, start, end, _is_added(text.doc, start, end))


_WITHOUT_UNIT_BEHIND = (
    _of_money_before,
    _of_shared_unit,
    _of_people_by_country,
    _from_country,
    _of_such,
    _of_unit_before,
    _of_us,
    _of_town,
    _alone,
)
"""How a number without a unit behind it is read; the first that knows it decides."""


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
    if start and doc[start - 1].norm_ in NOT:
        return False  # '2100 km, not 600'
    if number == 1 and not doc[start].text.isdigit():
        return _is_a_count(doc, start, end)
    apiece = end < len(doc) and doc[end].norm_ in _APART_RATES and number <= _A_HANDFUL
    paid = doc[end : end + 2].text.lower() in _A_RATE or doc[end : end + 1].text.lower() in _A_RATE
    if paid and not apiece:
        return False  # 'teachers get 160 a day'
    if end < len(doc) and (doc[end].text == "%" or doc[end].norm_.startswith(_PERCENT)):
        return False
    if number >= _SURELY_A_SUM:
        return True  # 'how is 240 000 paid out?'
    after = doc[end].norm_ if end < len(doc) else ""
    beside = apiece or after in SMALL_WORDS | _TOGETHER or after.startswith((*LEAVING, _PIECES))
    behind = doc[end + 1].norm_ if end + 1 < len(doc) else ""
    beside = beside or behind in _TOGETHER  # 'esam seši kantori kopā'
    beside = beside or after in _COMING or _is_of_criterion(doc, end)
    beside = beside or after in single_words("joining")  # 'if two join'
    of_a_sum = after in _JUST | single_words("being")  # 'and at 2000 exactly?', '7500 paliek mums'
    beside = beside or (number >= _THOUSAND and of_a_sum)
    return end == len(doc) or not doc[end].is_alpha or beside


def _is_of_criterion(doc: Doc, end: int) -> bool:
    """Tell whether an award criterion stands behind points: '16 team, 22 impact'."""
    last = end + 1 == len(doc) or not doc[end + 1 : end + 2].text.isalpha()
    return last and any(
        name in _CRITERIA and (start, stop) == (end, end + 1)
        for name, start, stop in clause_rules(doc)
    )


def _is_a_count(doc: Doc, start: int, end: int) -> bool:
    """Tell whether the word 'one' counts: 'un ja tikai vienu?', 'one at 80 km', 'if one leaves'.

    Not in 'is that one?' and 'vēl viena lieta'.
    """
    after = doc[end].norm_ if end < len(doc) else ""
    if after in FROM and doc[end + 1 : end + 2].text.istitle():
        return True  # 'two from Turin and one from Žilina'
    if after in _AT | _MORE | single_words("joining") or after.startswith(LEAVING):
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
    """Return the index of who comes from where behind one word: '20 guets from abroad'.

    Or of events: 'trīs nacionālas konferences'.
    """
    if index in units or index + 1 not in units or not doc[index].is_alpha:
        return index
    if doc[index].norm_ in SMALL_WORDS:
        return index  # 'vietējiem 100 un ārzemniekiem 200'
    unit, end = units[index + 1]
    events = unit == "events" and not _is_where(doc, end)
    return index + 1 if events or unit in _BY_PLACE else index


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


def _numbers(doc: Doc, found: Found) -> Iterator[_Number]:
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
        yield _Number(index, end, number)
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
