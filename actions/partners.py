"""The consortium as somebody tells it piece by piece: where they are, who is with them by now."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from actions.places import countries_of
from actions.said import Said
from actions.turn import Turn
from bot.nlu.vocabulary import FROM

_NEAR = 30
"""Letters between 'we are' and the place of those who say it: 'we are a school in Leeds'."""
_A_CONSORTIUM = 2
_WITHIN = FROM | {"in", "at"}
_PLACES = ("country", "town")


def told_so_far(turn: Turn) -> Said:
    """Return what is known of the project with where they are who ask, without who left."""
    told = turn.background
    if home := _home_told(turn):
        told = told.model_copy(update={"home": [home]})
    if turn.message.has("supposes") or turn.last_topic is None:
        return told
    gone = turn.given_up("country") | {*countries_of(turn.given_up("town"), turn)}
    left = [code for code in told.country if code not in gone]
    if len(left) == len(told.country) or not left:
        return told
    fewer = (
        [sum(told.organisations) - (len(told.country) - len(left))] if told.organisations else []
    )
    return told.model_copy(update={"country": left, "organisations": fewer})


def with_consortium(turn: Turn, own: bool) -> Turn:
    """Return the turn of a consortium that is all right, which later questions may rest on.

    Args:
        turn: the turn as it was answered, with the countries of towns among those named.
        own: whether the organisation of those who ask comes beside those named.
    """
    countries = list(dict.fromkeys([*turn.said.country, *([turn.home] if own else [])]))
    if len(countries) < _A_CONSORTIUM:
        return turn
    counted = turn.said.organisation_count or 0
    count = Decimal(max(counted, members(turn, own)))
    update = {"country": countries, "organisations": [count], "own": []}
    return replace(turn, background=turn.background.model_copy(update=update))


def members(turn: Turn, own: bool) -> int:
    """Return how many organisations are named by their places: two may be in one country."""
    said = turn.said
    codes = countries_of(said.town, turn)
    apart = [code for code in said.country if code not in codes]
    return len(said.town) + len(apart) + (own and turn.home not in [*codes, *apart])


def _home_told(turn: Turn) -> str | None:
    """Return the country of those who say where they are: 'Hello from Leeds!', 'esam no Kauņas'.

    Not where they are going: 'we are travelling to Vienna'.
    """
    message = turn.message
    says = [e for e in message.marks if e["word"] in ("presents", "writes_from")]
    where = [e for e in message.entities if e["entity"] in _PLACES and not _is_gone(e)]
    for each in says:
        behind = (e for e in where if 0 < e["start"] - each["end"] <= _NEAR)
        if (place := next(behind, None)) and _is_ones_own(turn, each, place):
            return next(iter(_country_of(turn, place)), None)
    return None


def _is_ones_own(turn: Turn, says: dict[str, Any], place: dict[str, Any]) -> bool:
    """Tell whether a place behind 'we are' is where somebody is: at once, or with what they are."""
    message = turn.message
    start, end = int(says["end"]), int(place["start"])
    if message.parted(start, end):
        return False
    between = message.text[start:end]
    who = any(e["group"] == "who" and start <= e["start"] < end for e in message.marks)
    told = [word for word in between.split() if word not in _WITHIN]
    within = {*between.split()[-1:]} & _WITHIN or place.get("role") in ("destination", "venue")
    return says["word"] == "writes_from" or bool(within and (who or not told))


def _country_of(turn: Turn, place: dict[str, Any]) -> list[str]:
    if place["entity"] == "country":
        return [str(place["value"])]
    return countries_of([str(place["value"])], turn)


def _is_gone(entity: dict[str, Any]) -> bool:
    return entity.get("role") == "taken_back"
