"""Who is mentioned in a sentence: by a country or town, as ours, or as those spoken of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from actions.members.consortium import UNKNOWN, Consortium
from actions.members.counts import numbers
from actions.members.sentence import (
    ADDING,
    SEPARATORS,
    Mention,
    Sentence,
    at,
    behind_signs,
    inside,
    listing,
    small,
)
from actions.message import Message
from bot.nlu import vocabulary
from bot.nlu.vocabulary import FROM
from core import distance
from core.text import fold

_NEAR_KIND, _FEW = 4, 6
"""Words up to a word for an organisation, and to others that tell what it is."""
_CITY, _LARGE, _AT_HOME = 200_000, 50_000, 4_000
"""People of a place that is known beside an organisation: elsewhere in small letters, and large
ones; at home in any."""
_MUCH_LARGER = 5
"""How many times the people of the next one a town has that is meant of several."""
_SHORTEST = 4
"""Letters of a town that may be written small."""
_DOING, _DONE = "ing", ("usi", "usas", "usies", "jusi")
"""Endings of what somebody is doing or has done: 'we are looking …', 'esam atraduši …'."""


def of_entities(sentence: Sentence, message: Message, among: Sequence[str]) -> list[Mention]:
    """Return those who are mentioned by a country or a town that was found in the message."""
    agencies = {each["start"] for each in message.of_agencies}
    found = []
    for each in message.entities:
        if each["entity"] not in ("country", "town") or not inside(each, sentence):
            continue
        if each["start"] in agencies:
            continue
        start, end = at(sentence, each["start"], each["end"])
        back = each.get("role") == "taken_back"
        if each["entity"] == "country":
            found.append(Mention(start, end, country=str(each["value"]), back=back))
            continue
        if any(start < e and s < end for s, e in sentence.spans("organisation", "others")):
            continue  # 'fonds' is a town somewhere, too
        country, town = _place(str(each["value"]), among)
        if country:
            found.append(Mention(start, end, country=country, town=town, back=back))
    return found


def _place(name: str, among: Sequence[str]) -> tuple[str | None, str]:
    """Return the country of a town and its name; of several towns the country is not known."""
    try:
        place = distance.find(name, among=among)
    except distance.UnclearPlaceError as unclear:
        first, second, *_ = unclear.candidates
        alike = len({each.country for each in unclear.candidates}) == 1
        clear = alike or first.population > max(_LARGE, _MUCH_LARGER * second.population)
        return first.country if clear else UNKNOWN, first.name
    except LookupError:
        return None, name
    return place.country, place.name


def of_known_towns(
    sentence: Sentence,
    mentions: list[Mention],
    known: Consortium,
    among: Sequence[str],
    home: str,
) -> list[Mention]:
    """Return towns that no journey tells: known ones, and those beside an organisation."""
    towns = {each.town for each in known.organisations if each.town}
    kinds = [start for start, _ in sentence.spans("organisation")]
    taken = {i for each in mentions for i in range(each.start, each.end)}
    taken |= {i for _, start, end in sentence.marks for i in range(start, end)}
    presented = {end for _, end in sentence.spans("presents")}
    countries = {each.end for each in mentions if each.country and not each.town}
    brackets = {i for i in countries if sentence.between(i, i + 1) == ["("]}
    found = []
    for i, (word, start, end) in enumerate(sentence.words):
        code = sentence.text[start - sentence.offset : end - sentence.offset]
        if i not in taken and code in among and code != sentence.text[: end - sentence.offset]:
            found.append(Mention(i, i + 1, country=code))
            continue
        if i in taken or len(word) < _SHORTEST or not word.isalpha():
            continue
        if word in vocabulary.SMALL_WORDS or word in numbers():
            continue
        beside = i + 1 in kinds
        from_there = (
            i > 0 and sentence.words[i - 1][0] in {*FROM, *small("within")} and i - 2 in kinds
        )
        from_there = from_there or i in presented or i - 1 in brackets
        written = sentence.text[start - sentence.offset : end - sentence.offset]
        if not (towns or beside or from_there):
            continue
        country, name = _place(written, among)
        if name in towns:
            found.append(Mention(i, i + 1, country=country, town=name))
            continue
        place = distance.named(written, among=among)
        if place is None:
            continue
        capital = written[0].isupper()
        at_home = place.country == home
        large = place.population >= (_AT_HOME if at_home else _LARGE if capital else _CITY)
        # 'Alūksnes bibliotēka', 'valmieras skola'
        genitive = at_home or (capital and (i > 0 or word != fold(place.name)))
        near = (beside and genitive) or from_there
        if near and (large or (capital and i == 0)):
            found.append(Mention(i, i + 1, country=place.country, town=place.name))
    return found


def of_places_at_home(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """Return organisations that are where those who ask are: 'another one in our own town'.

    And 'mūsu skola' beside 'mēs', which is another one.
    """
    found = []
    taken = {i for each in mentions for i in range(each.start, each.end)}
    kinds = sentence.spans("organisation")
    for start, end in sentence.spans("here"):
        near = any(abs(at - start) <= _NEAR_KIND for at, _ in kinds)
        # 'Ogres novadā', 'the local museum in Nida', but 'another in our town and one in Klaipėda'
        placed = any(
            0 <= start - each.end <= 1
            or (
                0 < each.start - end <= _FEW
                and {",", *ADDING, *small("joins")}.isdisjoint(sentence.between(end, each.start))
            )
            for each in mentions
        )
        if (near or sentence.has("another")) and start not in taken and not placed:
            kind = next((sentence.words[at][0] for at, _ in kinds), "")
            found.append(Mention(start, end, kind=kind, another=True))
    us = [end for _, end in sentence.spans("we", "us")]
    for start, end in sentence.spans("ours"):
        listed = any(_is_joined(sentence.between(end_, start)) for end_ in us)
        until = next((e for s, e in kinds if s == end), None)
        if listed and until:
            word = sentence.words[until - 1][0]
            found.append(Mention(start, until, kind=word, another=True))
    return found


def _is_joined(words: list[str]) -> bool:
    """Tell whether nothing but what joins a list stands between: 'mēs, mūsu skola'."""
    return len(words) == 1 and words[0] in {",", *ADDING, *small("joins")}


def of_pronouns(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """Return those spoken of before, and those who ask, where a small word means them."""
    taken = {i for each in mentions for i in range(each.start, each.end)}
    found = []
    for start, end in sentence.spans("them"):
        if start not in taken:
            found.append(Mention(start, end, them=True))
    for start, end in sentence.spans("we"):
        if start not in taken:
            found.append(Mention(start, end, we=True, own=True))
    return found


def merged(sentence: Sentence, mentions: list[Mention], among: Sequence[str]) -> list[Mention]:
    """Return the mentions with a country and its town as one: 'a Latvian NGO from Liepāja'."""
    result: list[Mention] = []
    for each in mentions:
        last = result[-1] if result else None
        if last and _are_one(sentence, last, each):
            town = last.town or each.town
            closed = sentence.between(each.end, each.end + 1) == [")"]
            merged = replace(last, end=each.end + closed, town=town, back=last.back or each.back)
            result[-1] = merged
            continue
        result.append(each)
    return result


def _are_one(sentence: Sentence, first: Mention, second: Mention) -> bool:
    if first.country is None or first.country != second.country:
        return False
    if (first.town is None) == (second.town is None):
        return False
    between = sentence.between(first.end, second.start)
    joined = {*ADDING, *small("joins")} & {*between}
    return not joined and len(between) <= _NEAR_KIND and between.count(",") <= (len(between) == 1)


def listed(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with whether they stand in a list of places."""
    result = []
    places = [each for each in mentions if each.country]
    kinds = {i for start, end in sentence.spans("organisation") for i in range(start, end)}
    for each in mentions:
        near = any(
            other is not each
            and all(
                i in kinds or sentence.words[i][0] in listing()
                for i in range(min(each.end, other.end), max(each.start, other.start))
            )
            for other in places
        )
        result.append(replace(each, listed=bool(each.country) and near))
    return result


def beside_us(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """Return the mentions with whether they are joined with those who ask: 'mēs un poļi'."""
    joins = {",", *ADDING, *small("joins")}
    ours = sentence.spans("we", "us")

    def joined(each: Mention) -> bool:
        gaps = (
            {*sentence.between(*((end, each.start) if end <= each.start else (each.end, start)))}
            for start, end in ours
        )
        return any(gap & joins and gap <= listing() for gap in gaps)

    return [replace(each, with_us=bool(each.country) and joined(each)) for each in mentions]


def described(sentence: Sentence, each: Mention, mentions: list[Mention]) -> Mention:
    """Return the mention with the words beside it that tell what it is."""
    if not each.country and not each.kind:
        return each
    before = max((o.end for o in mentions if o.end <= each.start), default=0)
    after = min((o.start for o in mentions if o.start >= each.end), default=len(sentence.words))
    before = behind_signs(sentence, before, each.start)

    def beside(*names: str) -> list[str]:
        return [
            sentence.words[end - 1][0]
            for start, end in sentence.spans(*names)
            if (before <= start < each.start and each.start - end <= _FEW)
            or (start < each.end and each.start < end)
            or (
                each.end <= start < after
                and start - each.end <= 2
                and not SEPARATORS & {*sentence.between(each.end, start)}
            )
        ]

    own = _is_own(sentence, each, mentions)
    return replace(
        each,
        kind=each.kind or next(iter(beside("organisation") or _one(sentence, each)), None),
        partner=bool(beside("others")),
        another=each.another or bool(beside("another")),
        own=own,
    )


def _one(sentence: Sentence, each: Mention) -> list[str]:
    """Return the word that stands for an organisation: 'a Bosnian one'."""
    return [word for word in sentence.between(each.end, each.end + 1) if word in small("one")]


def _is_own(sentence: Sentence, each: Mention, mentions: list[Mention]) -> bool:
    """Tell whether it is that of those who ask: 'esam muzejs Kuldīgā', 'our library in Kandava'."""
    earlier = max((o.end for o in mentions if o.country and o.end <= each.start), default=0)
    for start, end in sentence.spans("presents"):
        if earlier <= start < each.start and end <= each.start:
            between = sentence.between(end, each.start)
            apart = sentence.spans("others", "joins", "adds")
            others = any(end <= s < each.start for s, _ in apart)
            first = between[0] if between else ""
            doing = first.endswith(_DOING) and not sentence.has("organisation")
            if not (others or doing or first.endswith(_DONE) or "," in between):
                return True
    for start, end in sentence.spans("ours"):
        if not earlier <= start < each.start or each.start - end > _NEAR_KIND:
            continue
        kinds = [s for s, _ in sentence.spans("organisation") if end <= s <= each.end]
        others = any(end <= s < each.start for s, _ in sentence.spans("others"))
        parted = "," in sentence.between(end, each.start)
        if kinds and not (others or parted or each.another):
            return True
    us = [end for _, end in sentence.spans("we", "us") if end <= each.start]
    there = [[], *([word] for word in {*FROM, *small("within")})]
    if any(sentence.between(end, each.start) in there for end in us):
        return True  # 'mēs Valmierā', 'us in Latvia'
    within = sentence.between(max(0, each.start - _FEW), each.start)
    us = [end for _, end in sentence.spans("we") if 0 <= each.start - end <= _FEW]
    return bool(us) and "(" in within and ")" not in within
