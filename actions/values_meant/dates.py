"""Dates and lengths: of the project, of an activity, and what is before the start."""

from __future__ import annotations

from actions.said import Said
from actions.starting import before_start
from actions.topic_groups import (
    OF_AN_ACTIVITY,
    OF_DATES,
    REFUSED,
    SENTENCE,
    SHORT,
    UNLIKELY,
    UNSURE,
)
from actions.turn import Turn
from actions.values_meant.rule import first_match
from bot.responses import topics

_LIKE_THE_MOST = ("ask_duration", "ask_largest_consortium", *REFUSED)
"""What it may sound like to ask for the most money of a length after a project's dates."""
_LIKE_THE_SHORTEST = (
    "ask_difference", "plan_compare", "inform", "ask_project_types", "ask_latest_end",
    "ask_start_window", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask for the shortest project after its dates."""
_OF_COSTS = (
    "ask_meetings", "ask_travel", "ask_equipment", "ask_exceptional_costs", "ask_savings",
    "ask_budget_categories", "ask_grant", "ask_cofinancing", "ask_management_use",
    "ask_learning_activities", "ask_partner_search", "out_of_scope", "nlu_fallback",
)  # fmt: skip
"""What it may sound like to ask whether something before the start is paid."""


def of_dates(turn: Turn) -> str | None:
    """Return the intent where a day, a length, or the money of a length is asked for."""
    if _refuses_a_day(turn):
        # 'October is too early. February?'
        return "ask_start_window" if turn.message.asks else None
    if found := first_match((_of_payments, _of_the_length, _of_the_most), turn):
        return found
    money = turn.intent == "ask_money_available" and not turn.said.named
    if money and turn.last_topic in OF_DATES:
        return "ask_grant" if turn.confidence < UNSURE else None  # 'un naudas cik tad?'
    return first_match((_of_a_gain, _of_an_activity, _of_a_length_told, _of_days_before), turn)


def _refuses_a_day(turn: Turn) -> bool:
    """Tell whether an unclear message names a day and says that one is too early."""
    unsure = turn.intent in REFUSED or (turn.confidence < UNSURE and turn.intent != "ask_deadline")
    told = turn.said.months or turn.said.people or turn.plan.active
    return bool(turn.said.date) and turn.message.turns_on("too_early") and unsure and not told


def _of_payments(turn: Turn) -> str | None:
    message = turn.message
    if turn.last_topic != "payments":
        return None
    rest = message.has("remains") or message.turns_on("last_part")
    if rest and message.length <= SHORT and not turn.said.named:
        return "ask_payments"  # 'And the remaining bit?'
    goes_on = turn.follows and message.length <= SENTENCE
    if goes_on and message.turns_on("full_grant") and turn.intent == "ask_grant":
        return "ask_payments"  # 'so in euros, if we got the max?'
    return None


def _of_the_length(turn: Turn) -> str | None:
    """Return the intent where it is asked how long a project must be."""
    message = turn.message
    shortest = message.has("shortest") and turn.intent in _LIKE_THE_SHORTEST
    shortest = shortest and not message.turns_on("most")  # 'cik tad max par īsāko?'
    alone = turn.said.shared == Said() and message.length <= SENTENCE
    if shortest and alone and turn.last_topic in OF_DATES:
        return "ask_duration"  # 'Un īsākais variants? Esam skola.' after how much three years get
    if turn.intent == "ask_grant" and _asks_for_length(turn):
        return "ask_duration"  # 'What's the shortest you'd accept from us?'
    return None


def _of_the_most(turn: Turn) -> str | None:
    """Return the intent where the most money of a length is asked for."""
    message = turn.message
    sure = turn.intent == "ask_largest_consortium" and message.turns_on("length")
    most = turn.intent in _LIKE_THE_MOST and message.turns_on("most") and not sure
    of_length = turn.said.number or message.has("shortest")
    if most and of_length and turn.last_topic in OF_DATES:
        return "ask_grant"  # 'un cik max par 24 un cik par 36?', 'cik tad max par īsāko?'
    if _asks_for_most_of_length(turn):
        return "ask_grant"  # '18 months. max?' after the partners' countries
    return None


def _of_a_gain(turn: Turn) -> str | None:
    dated = turn.said.date or turn.said.months
    if turn.intent == "ask_latest_end" and turn.message.turns_on("gain") and not dated:
        return "ask_double_funding"  # 'could we end up with a profit in the end?'
    return None


def _of_an_activity(turn: Turn) -> str | None:
    """Return the intent where it is asked how long an activity is, and not the project."""
    message = turn.message
    if turn.intent == "ask_duration":
        of_last = turn.last_topic == "learning_activities" and message.length <= SHORT
        if of_last and not turn.said.named:
            return "ask_learning_activities"  # 'how short can that one be?'
        if message.turns_on("a_stay") and turn.said.participant and not turn.said.months:
            return "ask_learning_activities"  # 'I heard of long stays for teachers. How long?'
        if message.has("activities") and message.has("shortest"):
            return "ask_learning_activities"  # 'What is the shortest training?'
    fewest = message.turns_on("how_many_days") and message.hangs_on("least")
    if fewest and turn.last_topic in OF_AN_ACTIVITY | {"meetings"} and _may_be_of_days(turn):
        return "ask_learning_activities"  # 'cik dienas šādam braucienam ir mazākais?'
    return None


def _of_a_length_told(turn: Turn) -> str | None:
    """Return the intent of a length, or of a year, that goes on with the topic before."""
    message = turn.message
    counted = turn.last_topic == "largest_consortium" and turn.last_said.organisations
    unlikely = turn.intent == "ask_duration" and turn.confidence < UNLIKELY
    if counted and turn.said.months and unlikely and message.length <= SHORT:
        return "inform"  # '36 months, so that makes?' goes on with the money before
    yearly = message.has("a_year") or message.turns_on("for_a_year")
    if turn.intent == "repeat" and turn.last_topic == "grant" and yearly:
        return "ask_grant"  # 'sorry, say the yearly number again'
    fits = (message.has("fits") and turn.confidence < UNSURE) or not message.asks
    if turn.said.months and fits and turn.last_topic == "project_types":
        return "ask_duration"  # 'Labi, tad inovācijas. 18 mēneši der?', 'Pusotrs gads būtu labi.'
    return None


def _of_days_before(turn: Turn) -> str | None:
    held = turn.message.has("meetings") or turn.message.has("events")
    if turn.intent == "ask_start_window" and held and before_start(turn):
        return "ask_double_funding"  # 'Kick-off meeting on 25 August, start on 1 September, ok?'
    return None


def _asks_for_most_of_length(turn: Turn) -> bool:
    """Tell whether a few words name nothing but a length and ask for the most, of what else.

    Not after a topic that a length means something to: '18 months. max?' after management.
    """
    message, last = turn.message, topics().get(turn.last_topic or "")
    alone = turn.said.shared == Said(months=turn.said.months) and turn.said.months
    starts = [each["start"] for each in message.marks if each["word"] == "most"]
    ends = [each["end"] for each in message.entities if each["entity"] == "months"]
    # 'max 18 months?' asks how long it may be
    few = message.length <= SHORT and starts and ends and ends[-1] < starts[-1]
    takes = last is None or {"months", "days"} & {*last.values} or turn.last_topic in OF_DATES
    return bool(alone and few) and not takes


def _may_be_of_days(turn: Turn) -> bool:
    """Tell whether a message may ask how many days an activity must last, and counts nobody."""
    topic = turn.intent.removeprefix("ask_")
    like = topic in ("duration", "inform", *OF_AN_ACTIVITY, *REFUSED) or turn.confidence < UNLIKELY
    return like and not (turn.said.people or turn.said.kilometres or turn.message.has("meetings"))


def _asks_for_length(turn: Turn) -> bool:
    """Tell whether a length is asked for and no money: 'the shortest you'd accept?'."""
    message = turn.message
    if message.turns_on("money") or turn.said.euro or turn.said.number:
        return False
    return message.turns_on("how_long") or (
        message.has("shortest") and not message.turns_on("most")
    )


def of_costs_before(turn: Turn) -> str | None:
    """Return the intent where it is asked if something before the start is paid."""
    unsure = turn.intent == "ask_double_funding" and turn.confidence < UNSURE
    if unsure and turn.message.has("left"):
        return "ask_partner_changes"  # 'What if our museum drops out before the start?'
    early = turn.message.turns_on("before_september") and turn.message.hangs_on("cost")
    if turn.intent in ("ask_start_window", *_OF_COSTS) and early:
        return "ask_double_funding"  # 'so what we buy this summer can't be claimed?'
    if turn.intent in _OF_COSTS and _asks_before_start(turn):
        return "ask_double_funding"  # 'We start in October, is a meeting in June paid?'
    return None


def _asks_before_start(turn: Turn) -> bool:
    """Tell whether it is asked if something before the start is paid, and not how much it is."""
    said = turn.said
    counts = said.people or said.kilometres or said.days or said.number or said.meetings
    if counts or turn.message.hangs_on("much"):
        return False
    return before_start(turn) or says_before_start(turn)


def says_before_start(turn: Turn) -> bool:
    """Tell whether something is said to be before the start: 'laptops before it starts'."""
    message = turn.message
    return message.hangs_on("before") and message.hangs_on("starts") and message.hangs_on("cost")
