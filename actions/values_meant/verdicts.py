"""Words on which a verdict turns, with the values that it is about."""

from __future__ import annotations

from decimal import Decimal

from actions.counts import A_BUDGET
from actions.said import Said
from actions.topic_groups import (
    OF_AN_ACTIVITY,
    OF_DATES,
    REFUSED,
    SENTENCE,
    UNLIKELY,
    UNSURE,
)
from actions.turn import Turn
from actions.values_meant.rule import first_match

_OF_A_CEILING = (
    "ask_latest_end", "ask_start_window", "ask_duration", "ask_deadline", "ask_money_available",
    "ask_grant", "ask_difference", "inform",
)  # fmt: skip
"""What it may sound like to ask for the ceiling after a project's dates or length."""
_OF_TOLD_DATES = ("near_miss_other_year", "out_of_scope", "nlu_fallback", "inform")
"""What it may sound like to tell when a project starts and ends."""


def of_verdicts(turn: Turn) -> str | None:
    """Return the intent where a word on which a verdict turns tells it."""
    if found := _of_a_ceiling(turn) or _of_dates_told(turn):
        return found
    if _asks_for_a_start(turn):
        return "ask_start_window"  # 'the latest start for 34 months'
    return first_match((_of_a_sum_told, _of_an_activity, _of_special_needs), turn)


def _of_a_ceiling(turn: Turn) -> str | None:
    """Return the intent where a ceiling is asked for after dates, or a length for a sum."""
    said, message, sure = turn.said, turn.message, turn.confidence >= UNSURE
    told = said.over(turn.last_said).over(turn.background)
    of_dates = turn.last_topic in OF_DATES - {"grant"} and bool(told.months or told.date)
    unclear = turn.intent in (*_OF_A_CEILING, *REFUSED)
    ceiling = message.turns_on("ceiling") and not message.turns_on("length")
    if of_dates and unclear and ceiling and message.length <= SENTENCE:
        return "ask_grant"  # 'un griesti?' after the first and the last day of a project
    of_type = turn.intent == "ask_project_types" or (turn.intent == "ask_eligibility" and not sure)
    if of_type and said.months and message.turns_on("ceiling"):
        return "ask_grant"  # 'Ja pārtaisām uz inovāciju un 24 mēnešiem, kāds ir griests?'
    lengthy = turn.intent in ("ask_duration", *REFUSED) or not sure
    if _amount(said) and lengthy and message.turns_on("how_long") and not said.people:
        return "ask_grant"  # 'how many months for 300 000?'
    return None


def _amount(said: Said) -> list[Decimal]:
    """Return the sums that are named, which may be those of a whole grant."""
    return said.euro or said.numbers_from(A_BUDGET)


def _of_a_sum_told(turn: Turn) -> str | None:
    """Return the intent where it is asked whether a sum fits a length, or how it is paid."""
    said, message, amount = turn.said, turn.message, _amount(turn.said)
    alone = said.months and not said.organisations  # '36 months, 7 partners, 81 000' is management
    unsure = turn.intent == "ask_management" and turn.confidence < UNSURE
    if alone and amount and message.whether and unsure:
        return "ask_grant"  # 'Does 250 000 fit into 18 months?'
    parted = message.turns_on("first_part") or message.turns_on("last_part")
    largest = message.turns_on("full_grant") and turn.intent in REFUSED
    if parted and ((amount and turn.intent == "ask_grant") or (largest and said.months)):
        return "ask_payments"  # '450 000: how much comes first?'
    return None


def _of_an_activity(turn: Turn) -> str | None:
    """Return the intent where it is asked what an activity is called, or whether it may be."""
    said, message = turn.said, turn.message
    named = message.turns_on("called") and said.participant and turn.confidence < UNSURE
    if named and turn.intent in ("ask_duration", "ask_cross_sector", *REFUSED):
        return "ask_learning_activities"  # 'Teachers teach abroad for 3 months: its name?'
    of_activity = said.activity and message.hangs_on("may") and not message.open
    if turn.intent == "ask_action_codes" and of_activity:
        return "ask_learning_activities"  # 'Garā skolēnu mobilitāte: var KA202?'
    only = Said(days=said.days, months=said.months, years=said.years, works=said.works)
    length = said == only and bool(said.days or said.months)
    sum_before = turn.last_topic in OF_AN_ACTIVITY and turn.intent == "ask_individual_support"
    asks = message.whether and message.hangs_on("may") and not message.hangs_on("much")
    changes = message.turns_on("corrects") or message.has("instead")  # 'make it 2 days instead?'
    asks = asks and not changes
    if sum_before and length and asks:
        return "ask_learning_activities"  # 'Is 20 days still allowed?' after a sum
    unlikely = turn.confidence < UNLIKELY and turn.intent == "ask_who_can_participate"
    if said.activity and message.whether and unlikely:
        return "ask_learning_activities"  # 'Pirmsskola: vai drīkst skolēnu apmaiņu?'
    return None


def _of_special_needs(turn: Turn) -> str | None:
    message = turn.message
    both = message.has("special") and message.has("exceptional")
    asks = message.whether or message.turns_on("within")
    if both and asks and turn.intent in ("ask_exceptional_costs", "ask_special_needs"):
        return "ask_special_needs"  # 'Does a sign language interpreter count as exceptional?'
    return None


def _asks_for_a_start(turn: Turn) -> bool:
    """Tell whether a message that is unclear asks when a project of so many months must start."""
    said, message = turn.said, turn.message
    told = said.months and not said.date and not said.euro and not turn.plan.active
    if not told or turn.confidence >= UNSURE or not message.turns_on("starts"):
        return False
    if message.turns_on("latest") and turn.intent in ("ask_grant", "ask_duration"):
        return True
    return message.asks and (turn.intent.startswith("plan_") or turn.intent in REFUSED)


def _of_dates_told(turn: Turn) -> str | None:
    """Return the intent of what only tells when a project starts or ends, which may be unclear.

    'Mēs strādātu no 2020. gada oktobra līdz 2022. gada aprīlim.', 'and end 31 March 2022'
    """
    said, message = turn.said, turn.message
    ends, starts = message.turns_on("ends"), message.turns_on("starts")
    if turn.plan.active or not said.date:
        return None
    if turn.last_topic in OF_DATES and turn.intent in _OF_TOLD_DATES and ends and not starts:
        return "ask_latest_end"
    period = said.period(turn.deadline.year) is not None and bool(said.months)
    if turn.intent not in _OF_TOLD_DATES or (turn.confidence >= UNSURE and not period):
        return None
    if period and message.turns_on("ceiling"):
        return "ask_grant"
    if period:
        asked = (each["name"] for each in turn.ranking)
        return next((e for e in asked if e.removeprefix("ask_") in OF_DATES), "ask_latest_end")
    if starts or ends:
        return "ask_start_window" if starts else "ask_latest_end"
    return None
