"""The money for one learning activity: travel by distance, individual support by days.

Who asks for one of the two and has told what the other needs is told both and what they come to:
'Astoņi skolotāji brauc uz 5 dienu apmācībām 1700 km attālumā.'
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from actions.counts import whole
from actions.places import Route, Trip, route, trips
from actions.sum_lines import say_line
from actions.turn import Turn
from bot.responses import Speaker
from core import sums
from core.activities import is_long, shortest
from core.call import ActivityKind, Participant, in_force

TRAVEL, SUPPORT = "travel", "individual_support"
_ACTIVITY = (TRAVEL, SUPPORT, "accompanying_persons")


class Group(NamedTuple):
    """People of one kind."""

    kind: Participant
    people: int


def groups(turn: Turn) -> list[Group]:
    """Return who travels, as far as their kind is known: '12 skolēni un 2 skolotāji'."""
    said = turn.said
    counted = [number for _, number in said.groups]
    if counted and counted in (said.people, [*said.people, *said.we]):  # no others since
        return [Group(kind, int(number)) for kind, number in said.groups]
    kinds = said.participant or _participants(turn) or turn.background.participant
    several = _of_journeys(turn) or said.travellers or 1
    return [Group(kinds[0], several)] if len(kinds) == 1 else []


def _of_journeys(turn: Turn) -> int:
    """Return how many travel on all journeys that were told: '4 no Latvijas, 3 no Īrijas'."""
    return sum(int(each.people) for each in turn.said.journeys if each.people)


def _participants(turn: Turn) -> list[Participant]:
    """Return whom the activities that were named are for: 'mācības personālam'."""
    kinds = in_force(turn.call.learning.kinds, turn.day)
    return [who for kind in kinds if kind.id in turn.said.activity for who in kind.participants]


def times(turn: Turn) -> int:
    """Return how often the activity takes place: 'twice during the project'."""
    return whole(turn.said.times) or 1


def days(turn: Turn) -> int | None:
    """Return how long the activity is: 'two weeks would be too little, the hosts say 18 days'."""
    return max((int(each) for each in turn.said.days if whole([each])), default=None)


def travellers(turn: Turn) -> int:
    """Return how many travel altogether; one where nobody is counted."""
    return sum(each.people for each in groups(turn)) or turn.said.travellers or 1


def say_travel(
    speaker: Speaker, turn: Turn, travelled: Route, people: int, topic: str = TRAVEL
) -> Decimal:
    """Say the travel money of `people`, a sum of `topic`; return it, EUR."""
    amount = _say_amount(speaker, turn, travelled, people)
    who = groups(turn) if topic == TRAVEL else []
    for group in who:  # each kind by itself: pupils come on top of teachers
        share = amount * group.people / people
        speaker.sum(share * times(turn), f"{topic}/{group.kind}")
    if not who:
        speaker.sum(amount * times(turn), topic)
    return amount


def _say_amount(speaker: Speaker, turn: Turn, travelled: Route, people: int) -> Decimal:
    """Say the travel money of `people` for a journey; return it, EUR."""
    assert travelled.kilometres is not None
    line = sums.travel(turn.call, turn.day, people, travelled.kilometres)
    key = "travel-sum" if line.amount else "travel-too-near"
    kilometres = int(travelled.kilometres)
    say_line(speaker, key, line, counts=False, people=people, kilometres=kilometres)
    return line.amount


def say_distance(speaker: Speaker, turn: Turn, kilometres: Decimal) -> None:
    """Say the travel money at one of several distances that are compared: no sum to go on with."""
    _say_amount(speaker, turn, Route(kilometres=kilometres), travellers(turn))


def say_journeys(speaker: Speaker, turn: Turn) -> Decimal | None:
    """Say the travel money of the journey or journeys that were named; none: no distance was."""
    if several := trips(turn):
        return _say_trips(speaker, turn, several)
    travelled = route(turn)
    travelled.say(speaker)
    if travelled.kilometres is None:
        return None
    return say_travel(speaker, turn, travelled, travellers(turn))


def _say_trips(speaker: Speaker, turn: Turn, several: list[Trip]) -> Decimal:
    """Say the travel money of each of several journeys; return what they come to, EUR."""
    amounts = []
    for trip in several:
        people = trip.people or travellers(turn)
        trip.route.say(speaker)
        amounts.append(_say_amount(speaker, turn, trip.route, people))
    total = sum(amounts, Decimal(0))
    kinds = {group.kind for group in groups(turn)}
    topic = f"{TRAVEL}/{kinds.pop()}" if len(kinds) == 1 else TRAVEL
    speaker.say("travel-together", amount=total).sum(total * times(turn), topic)
    return total


def say_support(speaker: Speaker, turn: Turn, days: int) -> Decimal | None:
    """Say the individual support of all who stay for `days`.

    Returns:
        The sum, EUR; none where the kind of participants or the rate is not known.
    """
    people = _of_journeys(turn) or turn.said.travellers or 1
    known = groups(turn)
    try:
        lines = [
            (each, sums.individual_support(turn.call, turn.day, each.kind, each.people, days))
            for each in known or [Group("staff", people), Group("learner", people)]
        ]
    except sums.UnknownRateError:
        speaker.say("support-unknown", days=days)
        return None
    if len(known) == 1 and known[0].people > 1 and turn.message.turns_on("for_each"):
        one = sums.individual_support(turn.call, turn.day, known[0].kind, 1, days)
        key = f"support-sum-{known[0].kind}"
        say_line(speaker, key, one, counts=False, people=1, days=days)
    for group, line in lines:
        # either of the two, not both; each kind by itself: pupils come on top of teachers
        topic = f"{SUPPORT}/{group.kind}" if known else None
        key, people = f"support-sum-{group.kind}", group.people
        say_line(speaker, key, line, counts=False, people=people, days=days)
        speaker.sum(line.amount * times(turn), topic)
    total = sum((line.amount for _, line in lines), Decimal(0))
    if known[1:]:
        speaker.say("support-together", amount=total)
    return total if known else None


def too_short_for(turn: Turn, days: int) -> list[ActivityKind]:
    """Return the kinds of activities that may be meant where none of them lasts so few days."""
    kinds = _possible(turn)
    return kinds if all(days < shortest(kind) for kind in kinds) else []


def say_too_short(speaker: Speaker, turn: Turn, days: int) -> None:
    """Say that no activity lasts so few days, where that is so for those who travel."""
    kinds = _possible(turn)
    least = min((shortest(kind) for kind in kinds), default=0)
    if days < least:
        speaker.say("activity-days-too-few", days=days, least=least)
        speaker.rest_on(*(kind for kind in kinds if shortest(kind) == least))


def _possible(turn: Turn) -> list[ActivityKind]:
    """Return the short kinds of activities that may be meant: those named, or of those who go.

    Teachers who go with pupils take part in an activity of pupils.
    """
    kinds = [kind for kind in in_force(turn.call.learning.kinds, turn.day) if not is_long(kind)]
    if named := [kind for kind in kinds if kind.id in turn.said.activity]:
        return named
    who = {group.kind for group in groups(turn)} or set(turn.said.participant)
    who = {"learner"} if "learner" in who else who
    return [
        kind
        for kind in kinds
        if (not who or who & set(kind.participants))
        and (not turn.field or turn.field in kind.fields)
    ]


def say_together(speaker: Speaker, turn: Turn, *amounts: Decimal | None) -> None:
    """Say what travel and support come to, if all asked for is known, and with others who go."""
    known = [amount for amount in amounts if amount is not None]
    if len(known) < len(amounts):
        return
    if len(known) > 1:
        speaker.say("activity-together", amount=sum(known))
    if (count := times(turn)) > 1:
        speaker.say("activity-several", count=count, amount=sum(known) * count)
    kinds = {group.kind for group in groups(turn)}
    more = turn.adds and any(key.partition("/")[2] in kinds for key in turn.sums)
    before = [amount for key, amount in turn.sums.items() if _of_others(key, kinds) and not more]
    if turn.last_topic in _ACTIVITY and turn.names("participant") and before and not turn.corrects:
        speaker.say("together-with-before", amount=sum(known) + sum(before))


def _of_others(key: str, kinds: set[Participant]) -> bool:
    topic, _, kind = key.partition("/")
    return topic in (TRAVEL, SUPPORT) and bool(kind) and kind not in kinds
