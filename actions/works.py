"""Work on outputs: who works where for how many days, as it is told, added to and changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from scipy.optimize import linear_sum_assignment

from actions.case import Work
from actions.counts import whole
from actions.message import Message
from bot.nlu.vocabulary import single_words
from core.text import fold

_WORD_OR_SIGN = re.compile(r"[^\W\d_]+|[,;.:](?=\s|$)")
_SENTENCE_END = re.compile(r"[.!?]\s")
_PARTED = 40
"""Letters as which a sign or an 'and' counts between days and who works them."""
_BESIDE = 25
"""Letters between what is taken away and the word that takes it away, within a clause."""
_AN_IN = 4
"""Letters between who works and where: 'our researcher in Vienna'."""
_IN_BRACKETS = 3
"""Letters between a word and what stands in brackets behind it."""
_MOST_DAYS = 400
_OURS = "ours"
_TAKEN_BACK = "taken_back"

Entity = dict[str, Any]


class Change(NamedTuple):
    """The work as it is by now, and which of it is new; none is new where it only changed."""

    works: list[Work]
    new: list[Work]


def read(message: Message, goes_on: bool = False) -> list[Work]:
    """Return the work that a message tells of, one's own as that of the country 'ours'.

    Days, staff and places belong to those that they stand nearest to: 'a trainer from Italy
    10 days, our technician 5'. Days without staff are those of the staff before: '40 days ours'.

    Args:
        message: the message.
        goes_on: whether work was told of before, so that a bare number is one of days.
    """
    told = [each for each in message.entities if each.get("role") != _TAKEN_BACK]
    staff = _named_once([each for each in told if each["entity"] == "staff"])
    places = _places(message, told, staff)
    counts = _counts(told, staff, places, goes_on)
    if not counts:
        return []
    if several := _of_each(message, counts, staff, places, told):
        return several
    who = _nearest(message, counts, staff)
    where = _nearest(message, counts, places)
    if len(counts) > 1 and len(places) == 1 and _leads(places[0], counts, staff):
        where = dict.fromkeys(range(len(counts)), places[0])  # 'in Spain a trainer 5 days, …'
    people = [each for each in told if each["entity"] == "people"]
    kinds = list(_carried([who.get(number) for number in range(len(counts))]))
    return [
        Work(
            Decimal(str(each["value"])) * _how_many(kind, people),
            kind["value"] if kind else None,
            *_place_of(where.get(number)),
        )
        for number, (each, kind) in enumerate(zip(counts, kinds, strict=True))
    ]


def _counts(
    told: list[Entity], staff: list[Entity], places: list[Entity], goes_on: bool
) -> list[Entity]:
    """Return the days, also those that leave out their unit behind the first: '30 days, 20'."""
    days = [each for each in told if each["entity"] == "days"]
    numbers = [e for e in told if e["entity"] == "number" and e["value"] <= _MOST_DAYS]
    together = sorted([*days, *numbers], key=lambda each: int(each["start"]))
    if numbers and (days or goes_on) and len(together) in (len(staff), len(places)):
        days = together
    if goes_on and not days:
        days = numbers  # 'un ja Porto tikai 40?'
    return [each for each in days if whole([each["value"]])]


def _places(message: Message, told: list[Entity], staff: list[Entity]) -> list[Entity]:
    """Return the places of work with one's own: a town with its country behind it is one place."""
    named = [each for each in told if each["entity"] in ("country", "town")]
    found: list[Entity] = []
    for each in named:
        if found and each["entity"] == "country" and each["start"] - found[-1]["end"] <= 2:
            found[-1] = each  # 'Novi Sad, Serbia'
        else:
            found.append(each)
    own = [
        {**each, "entity": _OURS, "value": _OURS} for each in message.words if each["word"] == _OURS
    ]
    apart = [each for each in own if not any(_is_there(message, each, e, staff) for e in found)]
    return sorted([*found, *apart], key=lambda each: int(each["start"]))


def _is_there(message: Message, own: Entity, place: Entity, staff: list[Entity]) -> bool:
    """Tell whether one's own are said to be in a place: 'our Finnish partner', 'ours in Vienna'."""
    start, end = sorted((own, place), key=lambda each: int(each["start"]))
    between = message.text[start["end"] : end["start"]]
    whom = [each["end"] for each in staff if own["end"] <= each["start"] < place["start"]]
    near = place["start"] - (whom[0] if whom else own["end"])
    return _parts(between) == 0 and (0 <= near <= _AN_IN or start["end"] + 1 >= end["start"])


def _of_each(
    message: Message,
    counts: list[Entity],
    staff: list[Entity],
    places: list[Entity],
    told: list[Entity],
) -> list[Work]:
    """Return the work of several who work so long each: 'no Rīgas un Porto, katrs pa 60 dienām'."""
    each_one = message.has("each") or message.turns_on("in_each") or message.turns_on("for_each")
    if len(counts) != 1 or not each_one:
        return []
    staff, places = (
        [each for each in things if _of_one_sentence(message, counts[0], each)]
        for things in (staff, places)
    )
    kinds: list[Any] = [each["value"] for each in staff] or [None]
    where = [_place_of(each) for each in places] or [(None, None)]
    if len(kinds) * len(where) < 2 or min(len(kinds), len(where)) > 1:
        return []
    people = [each for each in told if each["entity"] == "people"]
    if people and len(where) < 2:
        return []
    days = Decimal(str(counts[0]["value"]))
    return [Work(days, kind, *place) for kind in kinds for place in where]


def _of_one_sentence(message: Message, one: Entity, other: Entity) -> bool:
    first, second = sorted((one, other), key=lambda each: int(each["start"]))
    return _SENTENCE_END.search(message.text, first["end"], second["start"]) is None


def _leads(place: Entity, counts: list[Entity], staff: list[Entity]) -> bool:
    """Tell whether the only place stands before all who work, and is not that of the first."""
    first = min([*counts, *staff], key=lambda each: int(each["start"]))
    return bool(place["entity"] != _OURS and place["end"] + _AN_IN < first["start"])


def _nearest(
    message: Message, counts: Sequence[Entity], things: Sequence[Entity]
) -> dict[int, Entity]:
    """Return the thing that belongs to each number, so that all are as near as may be."""
    if not things:
        return {}
    apart = [[_apart(message, each, thing) for thing in things] for each in counts]
    pairs = zip(*linear_sum_assignment(apart), strict=True)
    return {int(number): things[at] for number, at in pairs}


def _apart(message: Message, count: Entity, thing: Entity) -> int:
    """Return how far a number and a thing are from one another; signs between them part them."""
    first, second = sorted((count, thing), key=lambda each: int(each["start"]))
    between = message.text[first["end"] : second["start"]]
    return len(between) + _PARTED * _parts(between)


def _parts(between: str) -> int:
    joins = single_words("joins")
    found = _WORD_OR_SIGN.findall(between)
    return sum(not each.isalpha() or fold(each) in joins for each in found)


def _carried(kinds: list[Entity | None]) -> Iterator[Entity | None]:
    """Yield who works, where none is named the one before, else the first."""
    last = next((each for each in kinds if each), None)
    for each in kinds:
        last = each or last
        yield last


def _named_once(staff: list[Entity]) -> list[Entity]:
    """Return who works without what only says once more who it is: 'a programmer (technician)'."""
    return [
        each
        for number, each in enumerate(staff)
        if not number
        or each["value"] != staff[number - 1]["value"]
        or each["start"] - staff[number - 1]["end"] > _IN_BRACKETS
    ]


def _place_of(place: Entity | None) -> tuple[str | None, str | None]:
    """Return a place as country and town, of which one is known at most."""
    if place is None:
        return None, None
    value = str(place["value"])
    return (None, value) if place["entity"] == "town" else (value, None)


def _how_many(person: Entity | None, counted: list[Entity]) -> int:
    """Return how many of a kind work so long each: '2 Swedish managers 10 days each'."""
    if person is None:
        return 1
    within = (n for n in counted if n["start"] <= person["start"] <= n["end"] + 1)
    return next((whole([n["value"]]) or 1 for n in within), 1)


def only_days(told: list[Work]) -> bool:
    """Tell whether nothing but a number of days is told: 'then only 20 days'."""
    return len(told) == 1 and told[0].staff is None and told[0].country is None


def settled(works: list[Work], home: str, country_of: Callable[[str], str | None]) -> list[Work]:
    """Return the work with the country of each town and of one's own."""
    found = []
    for each in works:
        country = home if each.country == _OURS else each.country
        country = country or (country_of(each.town) if each.town else None)
        found.append(each._replace(country=country, town=None if country else each.town))
    return found


def changed(
    message: Message, before: list[Work], told: list[Work], back: list[Entity], named: Entity
) -> Change:
    """Return the work before with what a message changes of it.

    Args:
        message: the message.
        before: the work so far, each with its country.
        told: what the message tells, each with its country.
        back: countries and staff that the message takes away, by clause: `taken_away`.
        named: the country and staff that it names beside these: `who_is_named`.
    """
    if not told and (others := _as_others(message, before, back, named)):
        return Change(others, [])
    left = [each for each in before if not any(_is_meant(each, gone) for gone in back)]
    gone = len(left) < len(before)
    if not told:
        return Change(_renamed(message, before, left) if gone else before, [])
    if only_days(told) and left:
        if len(left) == 1 or message.has("each"):  # 'then only 20 days'
            return Change([each._replace(days=told[0].days) for each in left], [])
        return Change([*left[:-1], left[-1]._replace(days=told[0].days)], [])
    new: list[Work] = []
    for each in told:
        meant = [other for other in left if _may_be(each, other)]
        if len(meant) == 1 and not message.adds:
            left[left.index(meant[0])] = meant[0]._replace(days=each.days)
        else:
            new.append(each)
    return Change([*left, *new], new)


def _as_others(
    message: Message, before: list[Work], back: list[Entity], named: Entity
) -> list[Work]:
    """Return the work with other staff in one country: 'the German is a technician, no researcher'.

    Nothing where no such change is told.
    """
    theirs = [each for each in before if each.country == named.get("country")]
    if len(theirs) != 1 or not named.get("staff"):
        return []
    gives_up = any(theirs[0].staff in gone.values() for gone in back)
    if not (gives_up or message.has("supposes")):
        return []
    return [each._replace(staff=named["staff"]) if each in theirs else each for each in before]


def who_is_named(message: Message, country_of: Callable[[str], str | None]) -> Entity:
    """Return the country and staff that a message names, without what it takes back."""
    return _who([e for e in message.entities if e.get("role") != _TAKEN_BACK], country_of)


def _renamed(message: Message, before: list[Work], left: list[Work]) -> list[Work]:
    """Return what is left, with another in the place of who is taken away: 'a Croat instead'."""
    named = [e for e in message.entities if e.get("role") != _TAKEN_BACK]
    country = [each["value"] for each in named if each["entity"] == "country"]
    staff = [each["value"] for each in named if each["entity"] == "staff"]
    if len(country) + len(staff) != 1 or not message.has("instead"):
        return left
    update: dict[str, Any] = {"country": country[0]} if country else {"staff": staff[0]}
    return [each if each in left else each._replace(**update) for each in before]


def taken_away(message: Message, country_of: Callable[[str], str | None]) -> list[Entity]:
    """Return who no longer works, a mapping of country and staff for each clause that says so.

    'itāļu vadītāju izmetam, bet somam 30 dienas', 'the new sum without Sarajevo'
    """
    words = [e for e in message.words if e["word"] in ("none", "no")]
    found: list[Entity] = []
    for word in words:
        near = [each for each in message.entities if _is_beside(message, each, word)]
        gone = _who(near, country_of)
        if gone:
            found.append(gone)
    back = _who([e for e in message.entities if e.get("role") == _TAKEN_BACK], country_of)
    return [*found, *([back] if back and back not in found else [])]


def _who(entities: list[Entity], country_of: Callable[[str], str | None]) -> Entity:
    found: Entity = {}
    for each in entities:
        if each["entity"] in ("country", "staff"):
            found[each["entity"]] = each["value"]
        elif each["entity"] == "town" and (country := country_of(each["value"])):
            found["country"] = country
    return found


def _is_beside(message: Message, named: Entity, word: Entity) -> bool:
    """Tell whether what is named stands in the clause of a word that takes something away."""
    first, second = sorted((named, word), key=lambda each: int(each["start"]))
    between = message.text[first["end"] : second["start"]]
    return len(between) <= _BESIDE and not _parts(between)


def _is_meant(work: Work, gone: Entity) -> bool:
    return all(getattr(work, name) == value for name, value in gone.items())


def _may_be(told: Work, work: Work) -> bool:
    """Tell whether work that is told of again may be this: what is left out of it is the same."""
    same_staff = told.staff in (None, work.staff)
    return same_staff and told.country in (None, work.country)
