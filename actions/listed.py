"""What a message lists: people by kind, journeys by who travels."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, NamedTuple

from actions.counts import CROWD, whole
from core.text import fold

_COUNTING = ("people", "we", "organisations", "number")
"""Entities that may count those who travel."""
_THE_SAME = {"these", "those", "the", "siem", "sie", "sim", "sis", "so"}
"""Folded words before people of whom was told before: 'these four trainers'."""
OF_EACH = "of_each"
"""Role of people of whom each of several has so many: 'pa diviem cilvēkiem'."""
_SENTENCE_END = re.compile(r"[.!?]\s")
_CLAUSE_END = re.compile(r"[,;()]|[.!?]\s")


class Journey(NamedTuple):
    """One of several journeys: a distance, or towns; none as number where it was not told."""

    people: Decimal | None
    kilometres: Decimal | None
    origin: str | None = None
    target: str | None = None
    times: Decimal | None = None


def without_crowds(entities: list[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    """Return the entities without crowds where another sentence counts fewer people, who travel.

    'Mums ir ap simts bērnu. Somi aicina piecus skolotājus.'
    """
    people = [each for each in entities if each.get("entity") == "people"]
    fewer = [each for each in people if each["value"] <= CROWD]
    crowds = [
        each
        for each in people
        if each["value"] > CROWD and fewer and all(_apart(each, other, text) for other in fewer)
    ]
    return [each for each in entities if each not in crowds]


def without_repeats(entities: list[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    """Return the entities without people of whom a sentence before told: they count once.

    'Four of our trainers go to Spain. What is the travel for these four trainers?'
    """
    people = [each for each in entities if each.get("entity") == "people"]
    kinds = [each for each in entities if each.get("entity") == "participant"]
    again = [
        later
        for number, later in enumerate(people)
        if any(
            each["value"] == later["value"]
            and _word_before(text, later) in _THE_SAME
            and _kind_of(each, kinds) == _kind_of(later, kinds)
            and _apart(each, later, text)
            for each in people[:number]
        )
    ]
    return [each for each in entities if each not in again]


def without_hosts(
    entities: list[dict[str, Any]], text: str, places: list[int]
) -> list[dict[str, Any]]:
    """Return the entities without people who are there already, where others are counted, too.

    'Divi cilvēki no Rīgas, portugāļi paši uz vietas trīs'

    Args:
        entities: of the message.
        text: the message.
        places: where words stand that say that somebody does not travel.
    """
    counted = [each for each in entities if each.get("entity") in _COUNTING]
    there = [e for e in counted if any(_of_one_clause(text, int(e["start"]), p) for p in places)]
    people = [e for e in counted if e not in there and e["entity"] in ("people", "we")]
    return [each for each in entities if each not in there] if people else entities


def _of_one_clause(text: str, first: int, second: int) -> bool:
    start, end = sorted((first, second))
    return _CLAUSE_END.search(text, start, end) is None


def _word_before(text: str, entity: dict[str, Any]) -> str:
    return fold(" ".join(text[: entity["start"]].split()[-1:]))


def _kind_of(counted: dict[str, Any], kinds: list[dict[str, Any]]) -> Any:
    """Return the kind of people that stands with their number, or right behind it."""
    # 'divi pavadošie skolotāji': the kind may stand right behind what was counted
    near = (k for k in kinds if counted["start"] <= k["start"] <= counted["end"] + 1)
    return next((kind["value"] for kind in near), None)


def _apart(first: dict[str, Any], second: dict[str, Any], text: str) -> bool:
    """Tell whether a sentence ends between two entities."""
    start, end = sorted((first, second), key=lambda each: int(each["start"]))
    return bool(_SENTENCE_END.search(text[start["end"] : end["start"]]))


def groups(entities: list[dict[str, Any]]) -> list[tuple[Any, Any]]:
    """Return kind and number of people where kinds are told apart.

    Of 'astoņi dalībnieki un viens pasniedzējs' the others are learners, of '12 pupils and 2
    accompanying persons' they are staff. 'Skolēnus pavadīs divi skolotāji' counts the teachers.
    """
    learners = any(each.get("value") == "learner" for each in entities)
    # 'twelve pupils and two of us'
    units = ("people", "we") if learners else ("people",)
    counted = [each for each in entities if each.get("entity") in units]
    kinds = [each for each in entities if each.get("entity") == "participant"]
    found = [(_kind_of(each, kinds), each["value"]) for each in counted]
    named = {kind for kind, _ in found if kind}
    if len(found) == 1:
        return found if named and len({kind["value"] for kind in kinds}) > 1 else []
    if len(found) == 2 and len(named) == 1:
        other = "staff" if named == {"learner"} else "learner"
        found = [(kind or other, number) for kind, number in found]
    return found if found and all(kind for kind, _ in found) else []


def journeys(entities: list[dict[str, Any]]) -> list[Journey]:
    """Return each of several journeys, by their kilometres or towns.

    Who tells a distance means that one, whatever towns are named with it.
    """
    measured = any(each.get("entity") == "kilometres" for each in entities)
    return _by_kilometres(entities) if measured else _by_towns(entities)


def _by_kilometres(entities: list[dict[str, Any]]) -> list[Journey]:
    """Return people and kilometres, where each of several distances stands behind its people.

    'Divi kolēģi no Portugāles (3100 km) un trīs no Igaunijas (280 km)'
    """
    numbers = [e for e in entities if e.get("entity") in ("people", "number", "kilometres")]
    counts, far = numbers[::2], numbers[1::2]
    measured = any(each["entity"] == "kilometres" for each in far)
    measured = measured and not any(each["entity"] == "people" for each in far)
    if measured and _are_counts(counts) and len(counts) == len(far) > 1:
        # 'three at 1,999 km, two at 2,000, one at 80'
        return [
            Journey(n["value"], km["value"], _origin(entities, n, km))
            for n, km in zip(counts, far, strict=True)
        ]
    people = [each for each in entities if each.get("entity") == "people"]
    distances = [each for each in numbers if each["entity"] == "kilometres"]
    if len(people) == 1 and people[0].get("role") == OF_EACH and len(distances) > 1:
        # 'pa 2 cilvēkiem no Viļņas (260 km) un Berlīnes (840 km)'
        return [Journey(people[0]["value"], each["value"]) for each in distances]
    found: list[Journey] = []
    count: Any = None
    for each in entities:
        name, value = each.get("entity"), each.get("value")
        if name in ("people", "organisations", "number") and value is not None and whole([value]):
            count = value
        elif name == "kilometres" and count is not None:
            found.append(Journey(count, value))
            count = None
    return found if len(found) > 1 else []


def _origin(
    entities: list[dict[str, Any]], people: dict[str, Any], far: dict[str, Any]
) -> str | None:
    """Return the town that is named between people and how far they go: 'two from Riga, 2700'."""
    towns = [e for e in entities if e.get("role") == "departure" and e.get("entity") == "town"]
    between = [e["value"] for e in towns if people["start"] < e["start"] < far["start"]]
    return between[0] if len(between) == 1 else None


def _are_counts(numbers: list[dict[str, Any]]) -> bool:
    """Tell whether all may count people, and none is a distance."""
    return all(
        each["entity"] != "kilometres" and whole([each["value"]]) and each["value"] <= CROWD
        for each in numbers
    )


def _by_towns(entities: list[dict[str, Any]]) -> list[Journey]:
    """Return the journeys from several towns to one, or to several towns.

    'Divi no Tartu un trīs no Viļņas uz Rīgu', 'twice to Tallinn and once to Madrid'
    """
    towns = [each for each in entities if each.get("entity") == "town"]
    leaving = [each for each in towns if each.get("role") == "departure"]
    going = [each for each in towns if each.get("role") == "destination"]
    nowhere = [each for each in towns if each not in leaving and each not in going]
    if leaving and len(nowhere) == 1 and not going:
        going = nowhere  # 'Trešā Tartu, divi no Rīgas, divi no Helsinkiem'
    if not leaving and len(towns) > 1 and None not in _of_each(entities, towns, _COUNTING):
        going = towns  # 'Helsinki ar diviem, Lisabona ar četriem'
    if len(leaving) + len(going) < len(towns) or len(towns) < 2:
        return []
    if leaving and len(going) == 1:  # 'divi no mums un divi no Tallinas'
        ours = [each | {"value": None} for each in entities if each.get("entity") == "we"]
        counted = [each for each in entities if each.get("entity") in _COUNTING]
        apart = len(counted) == len(leaving) + len(ours)  # not in '4 of us fly from Riga'
        leaving += ours if apart else []
        leaving.sort(key=lambda each: int(each["start"]))
    if len(leaving) > 1 and len(going) == 1:
        several, origins, targets = leaving, leaving, going * len(leaving)
    elif len(going) > 1 and len(leaving) < 2:
        several, origins, targets = going, leaving * len(going) or [{}] * len(going), going
    else:
        return []
    people = _of_each(entities, several, _COUNTING)
    times = _of_each(entities, several, ("times", "meetings"))
    return [
        Journey(who, None, origin.get("value"), target["value"], often)
        for origin, target, who, often in zip(origins, targets, people, times, strict=True)
    ]


def _of_each(
    entities: list[dict[str, Any]], several: list[dict[str, Any]], names: tuple[str, ...]
) -> list[Any]:
    """Return the number that stands with each of several: nothing where not each has one."""
    numbers = [each for each in entities if each.get("entity") in names]
    kind = next((name for name in names if any(e["entity"] == name for e in numbers)), None)
    # a bare number counts what the one before it does: 'trīs sanāksmes Tallinā un divas Madridē'
    found = [e["value"] for e in numbers if e["entity"] in (kind, "number")]
    found = found if len(found) == len(several) else [e["value"] for e in numbers]
    return found if len(found) == len(several) else [None] * len(several)
