"""The work on outputs by now: what a message adds to it, changes or takes away."""

from __future__ import annotations

from actions.case import Work
from actions.places import countries_of
from actions.topic_groups import NEAR_MISS, SENTENCE, SHORT, SURE
from actions.turn import Turn
from actions.works import Change, changed, only_days, read, settled, taken_away, who_is_named
from core import judgements

_OF_OTHERS = (
    "kilometres", "people", "we", "organisations", "months", "euro", "local", "international",
    "meetings", "points", "activity",
)  # fmt: skip
"""Values that no work on outputs is told by."""
_BESIDE_ANOTHER_PROGRAMME = ("output_rates", "double_funding")
"""Topics after which another programme is named since it pays some of the days."""
_WHO = ("staff", "country", "town")


def of_turn(turn: Turn) -> Change:
    """Return the work on outputs by now, with what the message adds, changes or takes away."""

    def country_of(town: str) -> str | None:
        return next(iter(countries_of([town], turn)), None)

    message, home = turn.message, turn.home
    told = settled(read(message), home, country_of)
    before = list(turn.case.works) if _goes_on(turn, told) else []
    if before and not told:
        told = settled(read(message, goes_on=True), home, country_of)
    if not before and len(told) == 1 and not any(turn.names(each) for each in ("country", "town")):
        if len(turn.said.country) > 1:
            return Change([], [])  # 'for 20 days?' after the rates of several countries
        country = told[0].country or next(iter(turn.said.country), None)
        told = [told[0]._replace(country=country)]
    kinds = {each.staff for each in before} or {*turn.said.staff}
    if len(kinds) == 1 and not (before and only_days(told)):
        kind = kinds.pop()
        told = [each._replace(staff=each.staff or kind) for each in told]
    beside = message.turns_on("as_much") and message.has("ours") and len(told) == 1
    if beside and told[0].country != home:
        told = [*told, told[0]._replace(country=home)]  # 'a Czech 15 days, and ours as much?'
    named = who_is_named(message, country_of)
    change = changed(message, before, told, taken_away(message, country_of), named)
    again = _says_again(turn) and before
    if all(each.staff for each in change.works) and (told or again or change.works != before):
        return change
    return Change([], [])


def _says_again(turn: Turn) -> bool:
    """Tell whether the same work is meant, of another type of project or only said again."""
    named = any(turn.names(each) for each in (*_WHO, "days", "number"))
    other_type = turn.names("project_type") and turn.follows
    return not named and bool(other_type or not turn.message.asks) and not turn.message.asks_why


def has_rate(turn: Turn, work: Work) -> bool:
    """Tell whether the work's country has a day rate in the call."""
    country = work.country or turn.call.agency_country
    return not work.town and bool(judgements.country(turn.call, turn.day, country).allowed)


def _goes_on(turn: Turn, told: list[Work]) -> bool:
    """Tell whether a message goes on from the work before: it adds to it or changes some of it."""
    message = turn.message
    if message.adds or turn.follows or turn.corrects or message.length <= SHORT:
        return True
    takes = any(each["word"] in ("none", "no") for each in message.words)
    return len(told) < 2 and (takes or message.length <= SENTENCE)


def asks_for_works(turn: Turn) -> bool:
    """Tell whether a message adds to the work before or changes it, whatever came in between.

    'And if the Norwegian does 25 days?', 'the secretary is out: how much now?'
    """
    if not turn.case.works or turn.plan.outputs:
        return False
    message = turn.message
    if message.marked("output") or message.turns_on("within"):
        return False  # 'the web site as another output, 15 days of work. Counts?'
    rest = message.hangs_on("much") and turn.last_topic in _BESIDE_ANOTHER_PROGRAMME
    if turn.intent.startswith(NEAR_MISS):
        # 'then only the days that ESF does not pay, 20: how much?'
        return bool(rest and (turn.names("days") or turn.names("number")))
    surely = turn.intent.startswith("ask_") and turn.confidence >= SURE
    others = any(turn.names(each) for each in _OF_OTHERS)
    named = {each["entity"] for each in turn.message.entities}
    if others or (surely and turn.intent not in ("ask_output_rates", "ask_total")):
        return False
    if turn.intent == "ask_individual_support" and turn.last_topic != "output_rates":
        return False
    counts = named & {"days", "number"} and named & {*_WHO}
    change = of_turn(turn)
    other = bool(change.works) and change.works != [*turn.case.works]
    return other or (bool(change.works) and bool(counts))
