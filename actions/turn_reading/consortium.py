"""Who of the partners told before stays, where others join them, leave or take their places."""

from __future__ import annotations

import re
from decimal import Decimal

from actions.places import countries_of
from actions.said import Said
from actions.topic_groups import SHORT
from actions.turn import Turn
from core import distance

_LONG_WORD = re.compile(r"[^\W\d_]{4}")


def with_consortium_before(turn: Turn, said: Said, earlier: Said) -> tuple[Said, Said]:
    """Return what is said of a consortium with those before who stay, and what they are now."""
    message = turn.message
    said = _without_denied(turn, said)
    changes = message.adds_partners or turn.gives_up("country") or turn.gives_up("town")
    if changes and not (earlier.country or earlier.town):
        earlier = turn.background  # told before other topics came between
    if leaving := _leaving(turn, earlier):
        left = _left(turn, earlier, leaving)
        said = said.model_copy(update={"country": left, "organisations": []})
    elif earlier.country and said.country:
        said, earlier = _with_countries_before(turn, said, earlier)
    gone = turn.given_up("town")
    if gone or (message.adds_partners and said.town):
        said = _with_towns_before(turn, said, earlier, gone)
    return said, earlier


def leaves_those_before(turn: Turn) -> bool:
    """Tell whether a partner told before leaves, in however long a sentence.

    'What if Norway drops out the day before we submit and we're left with a Bosnian one?'
    """
    gone = turn.given_up("country")
    return turn.last_topic == "consortium" and bool(gone & {*turn.last_said.country})


def same_town(name: str, others: set[str]) -> bool:
    """Tell whether a town is one of others, in whatever case: 'Klaipēdā', 'Klaipēdas vietā'."""
    place = distance.named(name)
    return any(place and place == distance.named(other) for other in others)


def _with_countries_before(turn: Turn, said: Said, earlier: Said) -> tuple[Said, Said]:
    """Return what is said with the countries before, if they go on; those that give way are gone.

    A country by itself takes the place of one that does not count: 'un ja no Norvēģijas?'.
    """
    message = turn.message
    alone = len(said.country) == 1 and not said.organisations
    alone = alone and (turn.follows or message.length <= SHORT)
    gives_way = message.has("instead") or turn.gives_up("country")
    if gives_way or (alone and not message.adds_partners):
        earlier = _without_those_who_leave(turn, earlier)
    leaves = message.has("left") and turn.gives_up("country")
    if message.has("instead") or message.adds_partners or alone or leaves:
        said = said.with_partners(earlier)
    return said, earlier


def _without_those_who_leave(turn: Turn, earlier: Said) -> Said:
    """Return what was said before without countries taken back; where none is, those that count."""
    gone = turn.given_up("country")
    programme = turn.call.programme_countries(turn.day).countries
    staying = [
        code for code in earlier.country if (code not in gone if gone else code in programme)
    ]
    fewer = Decimal(len(earlier.country) - len(staying) if gone else 0)
    counted = [max(each - fewer, Decimal(0)) for each in earlier.organisations[:1]]
    counted += earlier.organisations[1:]
    return earlier.model_copy(update={"country": staying, "organisations": counted})


def _with_towns_before(turn: Turn, said: Said, earlier: Said, gone: set[str]) -> Said:
    """Return what is said with the towns of those before whose partners stay.

    'What if Glasgow is swapped for Malmö?'; a country that was told by a town that goes, goes.
    """
    staying = [town for town in earlier.town if not same_town(town, gone)]
    towns = list(dict.fromkeys([*staying, *said.town]))
    left = {*countries_of(gone, turn)} - {*countries_of(staying, turn)}
    countries = said.country or [code for code in earlier.country if code not in left]
    return said.model_copy(update={"town": towns, "country": countries})


def _without_denied(turn: Turn, said: Said) -> Said:
    """Return what is said without a country that is left out of those listed.

    'Without the Italians we are LV, LT, LT, DE.'
    """
    left = [code for code in said.country if code not in turn.left_out]
    return said.model_copy(update={"country": left}) if len(left) > 1 else said


def _leaving(turn: Turn, earlier: Said) -> set[str]:
    """Return the countries told before whose partners leave: 'un ja poļi pēdējā brīdī atkrīt?'."""
    if not {*turn.said.country} <= {*earlier.country}:
        return set()  # 'Norway instead of Switzerland' brings another
    gone = turn.given_up("country") | turn.left_out  # 'bez igauņiem?'
    leave = [each["start"] for each in turn.message.words if each["word"] == "left"]
    if leave and not turn.message.adds:
        gone |= _listed_before(turn, leave[-1])
    return gone if gone < {*earlier.country} else set()


def _listed_before(turn: Turn, at: int) -> set[str]:
    """Return the countries that stand next before a place: 'lietuvieši paliek, igauņi izstājas'."""
    named = [e for e in turn.message.entities if e["entity"] == "country" and e["start"] < at]
    found: set[str] = set()
    start = at
    for each in reversed(named):
        if found and _LONG_WORD.search(turn.message.text[each["end"] : start]):
            break  # more than 'un' or a comma between them
        found.add(str(each["value"]))
        start = each["start"]
    return found


def _left(turn: Turn, earlier: Said, leaving: set[str]) -> list[str]:
    """Return the countries that are left, with one's own where only one of the others' is."""
    left = [code for code in earlier.country if code not in leaving]
    own = [] if len(left) > 1 or turn.home in left else [turn.home]
    return left + own
