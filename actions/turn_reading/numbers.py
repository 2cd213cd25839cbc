"""What a message's bare numbers count, by the topic and by what was said before."""

from __future__ import annotations

from decimal import Decimal

from actions.counts import CROWD, SHORTEST_PROJECT, may_count
from actions.said import Said
from actions.topic_groups import OF_AN_ACTIVITY, OF_DATES
from actions.turn import Turn
from bot.responses import topics
from core.call import in_force

COUNTING_PARTNERS = {"management", "consortium", "largest_consortium"}
"""Topics that count organisations."""


def with_numbers_counted(turn: Turn, topic: str | None, earlier: Said) -> Said:
    """Return what is said with its bare numbers read as what they count."""
    told = turn.said.over(earlier).over(turn.background)
    said = turn.said.without(_counting_nothing(turn, topic, earlier)).counting_such(
        people=topic in OF_AN_ACTIVITY
    )
    if topic in OF_AN_ACTIVITY:
        said = said.with_distance(earlier)
    if topic in OF_AN_ACTIVITY | {"meetings"}:
        said = said.with_people_from()
    units = topics()[topic].number if topic in topics() else []
    comes_or_goes = turn.message.has("left") or turn.message.turns_on("comes_in")
    if topic in COUNTING_PARTNERS and comes_or_goes and not (said.organisations or said.we):
        # 'and if one joins?' after a length
        return said.model_copy(update={"organisations": said.number, "number": []})
    lengths = turn.said.number and min(turn.said.number) >= SHORTEST_PROJECT
    if topic in OF_DATES - {"grant"} and (turn.names("date") or lengths):
        units = ["months"]  # 'un ja 1. septembrī 36?', 'Tad 36. Kad vēlākais varam sākt?'
    return said.counting(_unit(units, told, said.number), earlier)


def _counting_nothing(turn: Turn, topic: str | None, earlier: Said) -> set[Decimal]:
    """Return the numbers that count nothing: rates, sums, and how many partners there are then."""
    said = turn.said
    numbers = {*_rates(turn, topic), *turn.sums.values()}
    if said.added and said.organisations:
        numbers.add(sum([*said.organisations, *earlier.organisations], Decimal(0)))  # 'kopā 12'
    if said.we and turn.message.has("left"):
        numbers |= {*said.number}  # 'two quit, so we'd be ten'
    return numbers


def _rates(turn: Turn, topic: str | None) -> set[Decimal]:
    """Return the sums that a topic pays: who names one counts nothing: 'is that 180 or 275?'."""
    of_topic = {"meetings": turn.call.meeting_bands, "travel": turn.call.learning.travel}
    if topic in OF_AN_ACTIVITY and turn.said.days:  # '20 days: is it 106 all the way through?'
        return {each.amount for each in in_force(turn.call.learning.individual_support, turn.day)}
    bands = in_force(of_topic.get(topic or "", []), turn.day)
    if topic == "multiplier_events":  # 'vai viņus arī skaita pa 100 un 200?'
        both = {turn.call.number(f"event_{who}", turn.day) for who in ("local", "international")}
        return both if both <= {*turn.said.number} else set()
    return {each.amount for each in bands if each.amount > CROWD}


def _unit(units: list[str], told: Said, numbers: list[Decimal]) -> str | None:
    """Return what a bare number counts: the first of a topic's units that is not told yet."""
    units = [each for each in units if all(may_count(each, number) for number in numbers)]
    if told.local or told.international:
        units = [each for each in units if each != "people"]  # 'un ja tādas rīkojam piecas?'
    if len(units) > 1 and numbers and max(numbers) < SHORTEST_PROJECT:
        units = [each for each in units if each != "months"]  # 'un ja paliek tikai pieci?'
    if {"months", "euro"} <= {*units} and numbers and max(numbers) < CROWD:
        return "months"  # 'and the same money over 24?'
    return next((each for each in units if not getattr(told, each)), units[-1] if units else None)
