"""Names of towns in a text: behind 'no', 'uz', 'from', 'to', around a dash, or written large."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import Literal

from spacy.tokens import Doc, Span

from bot.nlu.vocabulary import FROM, SMALL_WORDS, single_words
from core import call as calls
from core import distance
from core.text import ENDINGS, fold

_BEFORE_A_PLACE = {"no", "uz", "lidz", "from", "to", "in", "between", "starp", "and", "un", "via"}
_OF_A_JOURNEY = _BEFORE_A_PLACE - {"and", "un", "in"}
"""Those that stand before hardly anything else: 'un radās' is no town."""
_DASHES = {"-", "–", "—"}
JOINS_A_LIST = {",", "un", "and", "&", "+", "plus", "/"}
"""Signs and words between the members of a list: 'LV, LT un PL'."""
_SENTENCE_ENDS = {"?", "!", "."}
_LAST_OF_A_LIST = {"un", "and", "&"}
_TOWARDS = {"uz", "lidz", "to", "in"}
_WITHIN = {"in", "on"}
"""Words before a country in which something takes place."""
_LOCATIVE = ("ā", "ē", "ī", "ū", "ās", "ēs", "īs", "os")
_SIGNS = {"paldies", "cienu", "sveicieniem", "thanks", "thank", "regards", "yours", "cheers"}
"""Words behind which the last one of a message is who wrote it."""
_NAMES_BEFORE = {("name", "is"), ("i", "am")}
_NAMED = {"esmu", "sauc"}
"""Words behind which somebody's name stands."""
_FEW = 10
"""Words of a message that may begin with a city in small letters."""
_LONGEST, _SHORTEST = 3, 3
"""Words of a town's name; its letters."""
_LARGE = 50_000
"""People of a town that is known without a word before it."""
_NO_PERSON = 100_000
"""People of a city whose name at the beginning of a clause is hardly somebody's: 'Martin here'."""
_HOME, _TOWN_AT_HOME = "LV", 5_000
_FEW_BEHIND = 4
"""Words of a message behind which 'no rīgas' tells where somebody comes from."""
_CITY = 300_000
"""The same where its name is written small and nothing else tells of a journey."""


def towns(
    doc: Doc, taken: set[int], among: list[str], happenings: Collection[int] = ()
) -> Iterator[tuple[str, int, int]]:
    """Yield (name, start, end) of each town; words in `taken` mean something else already.

    Behind what takes place (`happenings` are where its words end) a city may be written small.
    """
    found = []
    index = 0
    while index < len(doc):
        end = _town_at(doc, index, taken, among, index in happenings)
        if end is not None:
            found.append((doc[index:end].text, index, end))
        index = end or index + 1
    journey = len(found) > 1
    # a single word in small letters is rather a word ('līdz kuram') than a town
    yield from (
        town
        for town in found
        if town[0][0].isupper()
        or _known(doc, *town)
        or town[1] in happenings
        or _begins(doc, *town)
        or _sends(doc, town[1], town[2], journey)
        or (journey and _between(doc, *town))
    )


def role(doc: Doc, start: int, end: int) -> Literal["departure", "destination"] | None:
    """Tell whether somebody sets out from a town ('no Liepājas') or goes there ('uz Porto')."""
    before = doc[start - 1].norm_ if start else ""
    if before in FROM:
        return "departure"
    towards = before in _TOWARDS or doc[end - 1].text.endswith(_LOCATIVE)
    # 'ceļš 4 cilv. Lisabona'
    last = start > 0 and all(token.is_punct for token in doc[end:])
    return "destination" if towards or last else None


def is_locative(word: str) -> bool:
    """Tell whether a Latvian name stands where something takes place: 'Siguldā'."""
    return word.endswith(_LOCATIVE)


def is_within(doc: Doc, start: int, end: int) -> bool:
    """Tell whether something takes place in a country: 'Islandē', 'in Iceland', 'on Malta'."""
    before = doc[start - 1].norm_ if start else ""
    return doc[end - 1].text.endswith(_LOCATIVE) or before in _WITHIN


def of_a_list(doc: Doc, found: list[tuple[str, int, int]], index: int) -> int:
    """Return which town the words before the list tell of: the first one of 'no A, B un C'."""
    first, last = index, index
    while first and _listed(doc, found[first - 1], found[first]):
        first -= 1
    while last + 1 < len(found) and _listed(doc, found[last], found[last + 1]):
        last += 1
    return first if doc[found[last][1] - 1].norm_ in _LAST_OF_A_LIST else index


def _listed(doc: Doc, town: tuple[str, int, int], other: tuple[str, int, int]) -> bool:
    between = doc[town[2] : other[1]]
    return len(between) == 1 and between[0].norm_ in {",", *_LAST_OF_A_LIST}


def _between(doc: Doc, name: str, start: int, end: int) -> bool:
    """Tell whether a name in small letters stands as that of a journey: 'no rigas uz lisabonu'."""
    before = doc[start - 1].norm_ if start else ""
    after = doc[end].norm_ if end < len(doc) else ""
    place = _place(name, [])
    large = place is not None and place.population >= _CITY
    if place is None or not _is_its_name(place, name):
        return False
    return before in _OF_A_JOURNEY or bool({before, after} & _DASHES) or large


def _known(doc: Doc, name: str, start: int, end: int) -> bool:
    """Tell whether a name in small letters is that of a city that one goes to: 'uz lisabonu'."""
    place = _place(name, [])
    going = start > 0 and doc[start - 1].norm_ in _TOWARDS
    if place is None:
        return False
    return going and place.population >= _CITY and _is_its_name(place, name)


def _begins(doc: Doc, name: str, start: int, _: int) -> bool:
    """Tell whether a message begins with a city in small letters: 'now madrid as well, 2 ppl'."""
    place = _place(name, [])
    if place is None or fold(place.name) != fold(name):
        return False
    small = SMALL_WORDS | single_words("sounds")
    first = all(token.is_punct or token.norm_ in small for token in doc[:start])
    return first and len(doc) <= _FEW and place.population >= _CITY


def _sends(doc: Doc, start: int, end: int, journey: bool) -> bool:
    """Tell whether a city in small letters is one from which people come.

    '2 from varna', 'no kaunas vienu mazāk', '2 riga, 2 patras', 'riga 4 ppl to athens'
    """
    if not is_city(doc[start:end].text):
        return False
    before = doc[start - 1] if start else None
    if before is None:
        return journey
    if before.norm_ in FROM:
        near = doc[max(0, start - _FEW_BEHIND) : start]
        words = single_words("before_from")
        counted = any(token.like_num or token.norm_ in words for token in near)
        return counted or len(doc) <= _FEW_BEHIND + 2
    beside = before.is_lower and is_city(before.text)
    beside = beside or (end < len(doc) and doc[end].is_lower and is_city(doc[end].text))
    return before.is_digit or (beside and len(doc) <= _FEW)


def _names_city(word: str) -> bool:
    """Tell whether a word at the beginning of a clause is a city's own name: 'Zagreb sends one'."""
    if not word.istitle() or not is_city(word):
        return False
    place = _place(word, _programme())
    own = place is not None and fold(place.name) == fold(word)
    return own and place is not None and place.population >= _NO_PERSON


def _is_its_name(place: distance.Place, name: str) -> bool:
    """Tell whether a short word is a town's own name: 'lviv', but 'citu' is not Chita's."""
    return len(name) > 4 or fold(place.name) == fold(name)


def _town_at(doc: Doc, start: int, taken: set[int], among: list[str], happens: bool) -> int | None:
    for end in range(min(len(doc), start + _LONGEST), start, -1):
        words = doc[start:end]
        if any(
            token.i in taken or not token.is_alpha or token.norm_ in SMALL_WORDS for token in words
        ):
            continue
        place = _place(words.text, among)
        if place and happens and place.population >= _CITY and _is_its_name(place, words.text):
            return end
        if place and _meant(doc, start, place):
            return end
    return None


def is_city(name: str) -> bool:
    """Tell whether a word is surely the name of a city, in whatever case and letters."""
    place = _place(name, _programme())
    if place is None or fold(name) in SMALL_WORDS or not _is_its_name(place, name):
        return False
    if place.country not in _programme() and place.population < _CITY:
        return False
    return place.population >= (_TOWN_AT_HOME if place.country == _HOME else _LARGE)


@cache
def _programme() -> list[str]:
    """Return the countries in which a place is meant rather than elsewhere."""
    return [code for entry in calls.newest().countries.programme for code in entry.countries]


def is_place(name: str) -> bool:
    """Tell whether a town somewhere has a name, in any case."""
    return _place(name, []) is not None


def _is_a_word(name: str) -> bool:
    """Tell whether a name is rather an ordinary word: 'darba' is no Derby, 'viens' no Vienna."""
    folded = fold(name)
    return folded in single_words("no_town", "never") or (
        not name.istitle() and folded in _words_too()
    )


@cache
def _words_too() -> set[str]:
    stems = single_words("no_town", "stem")
    inflected = {stem + ending for stem in stems for ending in ("", *ENDINGS)}
    return inflected | single_words("no_town")


def _place(name: str, among: list[str]) -> distance.Place | None:
    abbreviation = name.isupper() and len(name) <= _SHORTEST  # the ILO is not Ilo in Peru
    if len(name) < _SHORTEST or abbreviation or _is_a_word(name):
        return None
    try:
        return distance.find(name, among=among)
    except distance.UnclearPlaceError as unclear:
        return unclear.candidates[0]
    except LookupError:
        return None


def _meant(doc: Doc, start: int, place: distance.Place) -> bool:
    before = doc[start - 1].norm_ if start else ""
    after = doc[start + 1].norm_ if start + 1 < len(doc) else ""
    if tuple(token.norm_ for token in doc[max(0, start - 2) : start])[-2:] in _NAMES_BEFORE:
        return False  # 'my name is Dace'
    if before in _NAMED and not doc[start].text.endswith(_LOCATIVE):
        return False  # 'esmu Inga no Valmieras', but 'esmu Rīgā'
    if start + 1 == len(doc) and {token.norm_ for token in doc[max(0, start - 4) : start]} & _SIGNS:
        return False  # 'Paldies, Andris'
    if before in _DASHES or after in _DASHES:
        return True
    bracket = start > 1 and before == "(" and doc[start].text[0].isupper()
    if bracket and place.population >= _LARGE:
        return True  # 'no Kipras (Limasola)'
    # at the beginning of a sentence every word is written large
    inside = start > 0 and not doc[start - 1].is_punct
    alone = all(token.is_punct or token.norm_ in SMALL_WORDS for token in _first_question(doc)[1:])
    if start == 0 and (alone or doc[1].text == ","):
        return doc[0].text[0].isupper() and place.population >= _LARGE  # 'Strasbourg?'
    if not inside and start and start + 1 == len(doc) and place.population >= _LARGE:
        return doc[start].text[0].isupper()  # 'ceļš 4 cilv. Lisabona'
    listed = start > 1 and doc[start - 1].text == "," and is_place(doc[start - 2].text)
    # 'So: Riga, us, and a school in Glasgow', 'us, Jelgava and a college'
    lists = start and doc[start - 1].text in {",", ":"} and after in JOINS_A_LIST
    listed = listed or (bool(lists) and place.population >= _LARGE)
    if (inside or listed) and doc[start].text[0].isupper():
        return True
    begins = _begins(doc, doc[start].text, start, start + 1)
    counts = start + 1 < len(doc) and doc[start + 1].like_num
    begins = begins or _sends(doc, start, start + 1, journey=start == 0 and counts)
    begins = begins or (not inside and _names_city(doc[start].text))
    return begins or (before in _BEFORE_A_PLACE and place.population >= _LARGE)


def _first_question(doc: Doc) -> Span:
    """Return the words of a question that begins the text: 'Brussels then? No partner there'.

    Not those of another sentence: 'Nice. And the deadline?' names no town.
    """
    ends = [token for token in doc if token.text in _SENTENCE_ENDS]
    return doc[: ends[0].i] if ends and ends[0].text == "?" else doc[:]
