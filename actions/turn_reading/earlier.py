"""What a message leaves out is that of the messages before, where it goes on with their topic."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from actions.counts import whole
from actions.said import Said
from actions.topic_groups import (
    OF_AN_ACTIVITY,
    OF_LENGTH,
    OF_PRIORITIES,
    SENTENCE,
    SHARING,
)
from actions.turn import Turn
from actions.turn_reading.changes import with_changes
from actions.turn_reading.numbers import COUNTING_PARTNERS, with_numbers_counted
from core import judgements, sums
from core.activities import is_long
from core.call import in_force

_OF_STAYS = OF_AN_ACTIVITY | {"linguistic_support"}


def with_what_was_before(turn: Turn) -> Turn:
    """Return the turn of a message that may leave out what was said before it.

    Numbers get their units, partners who join or leave are counted with those before, and what is
    left out is that of the same topic before.
    """
    topic = turn.last_topic if turn.intent == "inform" else turn.intent.removeprefix("ask_")
    if topic != turn.last_topic and topic in OF_LENGTH:
        turn = _without_unfit_length(turn)
    same = topic == turn.last_topic or any({topic, turn.last_topic} <= each for each in SHARING)
    # 'un ja tie paši brauc nevis uz apmācībām, bet uz sanāksmi?'
    same = same or (turn.follows and {topic, turn.last_topic} <= OF_AN_ACTIVITY | {"meetings"})
    goes_on = same and (turn.follows or turn.message.length <= SENTENCE)
    earlier = turn.last_said if goes_on else Said()
    said = with_numbers_counted(turn, topic, earlier)
    if topic in OF_AN_ACTIVITY and _names_one_kind(turn):
        said = said.as_told(earlier)
    if topic in OF_AN_ACTIVITY and _is_of_all_told(turn, earlier):
        said = said.of_all_told(earlier)
    said = with_changes(turn, topic, said, earlier)
    counted = said.counted_units if topic in COUNTING_PARTNERS else []
    before = _before(turn, topic)
    if topic == "management" != turn.last_topic and said.organisations:
        before = before.model_copy(update={"own": []})  # of other partners than those counted now
    if turn.follows or goes_on:
        named = said.participant
        said = (said if turn.adds else said.among(earlier.groups)).over(before)
        if topic == "accompanying_persons":  # they go with the pupils before, and are none
            said = said.model_copy(update={"participant": named, **_without_pupils(turn, earlier)})
    counted = ["organisations"] if topic in COUNTING_PARTNERS and turn.said.we else counted
    counted = counted if len(counted) == 1 else []
    said = said.model_copy(update={"counted": counted})
    said = _with_others_meant(turn, topic, said)
    return replace(turn, said=said, last_said=before)


def _names_one_kind(turn: Turn) -> bool:
    """Tell whether something changes for one kind of those who go: '16 days, just the students'.

    'And if these were students?' does not: it makes others of them.
    """
    values = turn.names("days") or turn.names("kilometres") or turn.names("town")
    only = turn.message.turns_on("only_them") or values
    return bool(only) and not turn.gives_up("participant")


def _is_of_all_told(turn: Turn, earlier: Said) -> bool:
    """Tell whether a message is about all kinds of people who were told one after another.

    'everyone flies from 900 km', or a length that is corrected and was the same for all.
    """
    if len(earlier.told) <= 1 or turn.adds:
        return False
    named = turn.names("people") or turn.names("participant")
    if turn.message.turns_on("everybody") and not named:
        return True
    corrected = turn.message.turns_on("corrects") or turn.corrects
    only = turn.message.turns_on("only_them") and not _only_so_long(turn)
    return corrected and turn.names("days") and not only and _stayed_as_long(turn, earlier)


def _only_so_long(turn: Turn) -> bool:
    """Tell whether 'only' is said of days and of no people: '14 students and only 8 days'."""
    days = [each["start"] for each in turn.message.entities if each["entity"] == "days"]
    only = [each["end"] for each in turn.message.marks if each["word"] == "only_them"]
    return all(any(0 < at - end <= 1 for at in days) for end in only)


def _stayed_as_long(turn: Turn, earlier: Said) -> bool:
    """Tell whether the sums before were all worked out for the days that were told last."""
    days = whole(earlier.days)
    if days is None:
        return False
    lines = (
        sums.individual_support(turn.call, turn.day, kind, int(number), days)
        for kind, number in earlier.told
    )
    keys = [f"individual_support/{kind}" for kind, _ in earlier.told]
    pairs = zip(keys, lines, strict=True)
    return all(turn.sums.get(key) == line.amount for key, line in pairs)


def _without_pupils(turn: Turn, earlier: Said) -> dict[str, list[Decimal]]:
    """Return what is left of those counted before, who are no accompanying persons themselves."""
    counted = turn.names("people") or turn.names("we") or turn.names("number")
    pupils = earlier.participant == ["learner"] and turn.last_topic != "accompanying_persons"
    return {"people": [], "we": []} if pupils and not counted else {}


def _with_others_meant(turn: Turn, topic: str | None, said: Said) -> Said:
    """Return what is said with those before whom a later message may mean, too.

    Pupils, where accompanying persons came on top of them ('un ja brauc uz Porto?'), and countries
    that were asked about one after another ('which of those count?').
    """
    before = turn.last_said
    pupils = before.participant == ["learner"] and not before.groups
    if topic == "accompanying_persons" and turn.adds and pupils:
        said = said.model_copy(update={"with_pupils": before.people})
    kinds = said.participant
    if topic in OF_AN_ACTIVITY - {"accompanying_persons"} and len(kinds) == len(said.people) == 1:
        told = {**dict(said.told), kinds[0]: said.people[0]}
        said = said.model_copy(update={"told": [*told.items()]})
    if topic in OF_PRIORITIES and turn.message.turns_on("new_one"):
        new = (e for e in turn.call.added_priorities(turn.day) if e.field == turn.field)
        said = said.model_copy(update={"priority": [each.id for each in new]})
    if topic == "countries":
        earlier = before.asked_about if turn.last_topic == topic else []
        named = list(dict.fromkeys([*earlier, *said.country]))
        said = said.model_copy(update={"asked_about": named})
    return said


def _before(turn: Turn, topic: str | None) -> Said:
    """Return what was said before; another event has participants of its own."""
    said = turn.said
    if topic in _OF_STAYS | {"learning_activities"} and said.days and not said.months:
        # 'And for a 3-week one?' after three months
        short = [each for each in turn.last_said.activity if each not in _long_kinds(turn)]
        return turn.last_said.model_copy(update={"months": [], "activity": short})
    if topic in _OF_STAYS | {"learning_activities"} and said.months and not said.days:
        return turn.last_said.model_copy(update={"days": []})  # 'And their teachers for 3 months?'
    another = turn.adds and (said.local or said.international)
    if topic != "multiplier_events" or not another:
        return turn.last_said
    counted: dict[str, list[Decimal]] = {
        "local": [],
        "international": [],
        "people": [],
        "events": [],
    }
    return turn.last_said.model_copy(update=counted)


def _long_kinds(turn: Turn) -> set[str]:
    """Return the kinds of activities that last months."""
    kinds = in_force(turn.call.learning.kinds, turn.day)
    return {kind.id for kind in kinds if is_long(kind)}


def _without_unfit_length(turn: Turn) -> Turn:
    """Return the turn without a length that was refused: another topic is not about it."""
    months = whole(turn.last_said.months)
    if months is None or judgements.duration(turn.call, turn.day, months, turn.field).allowed:
        return turn
    return replace(turn, last_said=turn.last_said.model_copy(update={"months": []}))
