"""What a message changes of what was said before: lengths, sums, work, journeys, partners."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from actions.counts import MONTHS_A_YEAR
from actions.said import Said
from actions.topic_groups import (
    OF_AN_ACTIVITY,
    OF_DATES,
    OF_LENGTH,
    OF_REAL_COSTS,
    SENTENCE,
)
from actions.turn import Turn
from actions.turn_reading.hearing import with_length
from actions.turn_reading.numbers import COUNTING_PARTNERS
from core import distance, judgements

_ONE_OF_THEM = ("organisation", "others")
"""Words for whoever leaves, where no number tells how many."""


def with_changes(turn: Turn, topic: str | None, said: Said, earlier: Said) -> Said:
    """Return what is said with what it changes of before: who joins or leaves, how much longer."""
    if topic in OF_AN_ACTIVITY | {"meetings"} and turn.names("town"):
        said = _with_journeys_before(said, earlier)
    if topic in OF_DATES:
        said = _since_earlier_start(turn, said, earlier)
    said = _with_length_meant(turn, topic, said)
    if turn.message.begins_adding and topic == turn.last_topic:
        said = _on_top(topic, said, earlier, turn.message.turns_on("guarantee"))
    if topic in OF_LENGTH and turn.message.has("longer"):
        said = said.longer_than(earlier)
    if topic in COUNTING_PARTNERS:
        return _with_partners_counted(turn, topic, said, earlier)
    return said.added_to(earlier)


def _with_length_meant(turn: Turn, topic: str | None, said: Said) -> Said:
    """Return what is said with the months that are meant, where none are named."""
    message = turn.message
    if said.months:
        return said
    if topic in OF_LENGTH - {"duration"} and message.has("shortest"):
        shortest = judgements.shortest_project(turn.call, turn.day, turn.field)
        return said.model_copy(update={"months": [Decimal(shortest)]})  # 'cik par īsāko?'
    yearly = message.has("a_year") or message.turns_on("for_a_year")
    if topic in ("grant", "payments", "management") and yearly:
        return said.model_copy(update={"months": [Decimal(MONTHS_A_YEAR)]})  # 'the yearly number'
    if _goes_on_with_length(turn, topic):
        return said.model_copy(update={"months": turn.last_said.months})
    return said


def _goes_on_with_length(turn: Turn, topic: str | None) -> bool:
    """Tell whether management and the grant are asked for one after the other.

    'and the ceiling?' after the money for management
    """
    if turn.background.months:
        return False
    if topic == "management":
        return turn.last_topic in OF_LENGTH
    of_grant = topic in ("grant", "payments") and turn.last_topic == "management"
    return of_grant and turn.message.length <= SENTENCE


def _with_partners_counted(turn: Turn, topic: str | None, said: Said, earlier: Said) -> Said:
    """Return what is said with how many partners there are when somebody joins or leaves."""
    message = turn.message
    said = said.as_nth(earlier)
    if topic == "management":
        said = _with_those_who_join(turn, said, earlier)
        if _leaves_out_countries(turn):  # 'un bez portugāļiem?'
            gone = Decimal(len(turn.said.country))
            return said.model_copy(update={"number": [gone]}).left_of(earlier)
    if not message.has("left"):
        return said.added_to(earlier)
    uncounted = not (said.organisations or said.number or said.country or message.has("remains"))
    one = any(e["group"] == "member" and e["word"] in _ONE_OF_THEM for e in message.marks)
    if topic == "management" and uncounted and (message.has("supposes") or one):
        # 'what if we drop one?', 'viena skola izstājas'
        said = said.model_copy(update={"number": [Decimal(1)]})
    nobody_counted = not (earlier.organisations or earlier.we) and not message.has("remains")
    if topic == "consortium" and nobody_counted:
        said = said.model_copy(update={"organisations": []})  # those who leave are not all
    return said.left_of(earlier)


def _with_those_who_join(turn: Turn, said: Said, earlier: Said) -> Said:
    """Return what is said with fewer partners than before as those who join them."""
    joins = turn.message.turns_on("comes_in") and not said.own
    if not joins or sum(said.organisations) >= sum(earlier.organisations or earlier.we):
        return said
    return said.model_copy(update={"added": said.organisations})  # 'viens partneris nāks klāt'


def _on_top(topic: str | None, said: Said, earlier: Said, guarantee: bool) -> Said:
    """Return what comes on top with what was before: costs, months; not a guarantee's beside."""
    if topic in OF_REAL_COSTS and said.euro and earlier.euro and not guarantee:
        return said.model_copy(update={"euro": [earlier.euro[0] + said.euro[0]]})
    if topic == "management" and said.months:
        return said.longer_than(earlier)
    return said


def _since_earlier_start(turn: Turn, said: Said, earlier: Said) -> Said:
    """Return what is said with the start told before, where it tells the end.

    'And end in May 2022'
    """
    ends = turn.message.turns_on("ends") and not turn.message.turns_on("starts")
    if not ends or len(said.date) != 1 or not earlier.date:
        return said
    since = said.model_copy(update={"date": [earlier.date[0], *said.date]})
    whole_period = with_length(since, turn.call, turn.day)
    return whole_period if whole_period.months else said


def _with_journeys_before(said: Said, earlier: Said) -> Said:
    """Return what is said as the journeys before with other people from one town.

    'Sorry, only one from Berlin.' names nothing else.
    """
    counted = said.people or said.we or said.number
    alone = len(said.town) == len(counted) == 1 and not (said.kilometres or said.journeys)
    if not alone or not {*said.town} <= {*said.departure}:
        return said
    from_there = [j for j in earlier.journeys if j.origin and _same_town(j.origin, {*said.town})]
    if len(from_there) != 1:
        return said
    journeys = [
        each._replace(people=counted[0]) if each in from_there else each
        for each in earlier.journeys
    ]
    update: dict[str, Any] = {"journeys": journeys, "people": [], "we": [], "number": []}
    update |= {name: getattr(earlier, name) for name in ("town", "departure", "kilometres")}
    return said.model_copy(update=update)


def _leaves_out_countries(turn: Turn) -> bool:
    """Tell whether of organisations that were only counted some countries' are left out."""
    message, said = turn.message, turn.said
    only = said == Said(country=said.country) and not turn.members.known
    return bool(message.bare and message.has("none") and said.country) and only


def _same_town(name: str, others: set[str]) -> bool:
    """Tell whether a town is one of others, in whatever case: 'Klaipēdā', 'Klaipēdas vietā'."""
    place = distance.named(name)
    return any(place and place == distance.named(other) for other in others)
