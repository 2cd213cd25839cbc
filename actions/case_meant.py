"""What a message asks about a project of which something was told before.

The last topic alone does not tell it: an hour after the deadline, costs that were told to be from
before the start, work on outputs that was worked out some messages ago.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from actions import case_reading, slot_times, works_told
from actions.counts import A_BUDGET, CROWD
from actions.said import day_span
from actions.spans import case_start, first_start, named_start
from actions.topic_groups import (
    NEAR_MISS,
    OF_AN_ACTIVITY,
    OF_LENGTH,
    OF_PRIORITIES,
    REFUSED,
    SENTENCE,
    UNSURE,
)
from actions.turn import Turn
from core.call import Hours
from core.text import fold

_OF_A_DAY = Hours(opens=dt.time(8), closes=dt.time(20))
"""Hours among which a time is meant that may be of the morning or the afternoon."""
_LIKE_AN_HOUR = ("move_slot", "ask_slots", "ask_my_slot", "ask_signature", "ask_annexes", "inform")
"""What it may sound like to ask after the deadline whether an hour is too late."""
_PLACES_ABROAD = ("country", "town")
_OF_APPLICATIONS = ("one_application", "several_applications")
_OF_SOMETHING_DONE = {*OF_AN_ACTIVITY, "meetings", "learning_activities", "multiplier_events"}
"""Topics of what takes place within a project."""
_OF_COSTS = (
    "ask_exceptional_costs", "ask_budget_categories", "ask_equipment", "ask_double_funding",
    "ask_cofinancing", "ask_form_budget", "ask_plan_budget", "inform", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask whether costs that were told of are paid."""
_LIKE_A_CODE = (
    "ask_application_form", "ask_how_to_apply", "ask_form_trouble", "ask_change_application",
    "ask_form_budget", "ask_consortium", "near_miss_central", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask whether an old number is enough for the form."""
_LIKE_COUNTING = ("ask_action_codes", "ask_eligibility", "inform")
"""What it may sound like to ask whether a kind of organisation counts."""
_LIKE_COSTS = (
    "ask_multiplier_events", "ask_start_window", "ask_supporting_documents",
    "ask_budget_categories", "ask_exceptional_costs", "ask_double_funding",
    "ask_form_budget", "ask_plan_budget", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask whether a trip that is over is paid."""
_MOST_CRITERIA = 3
_LONG_WORD = 4
"""Letters of a word that may tell which costs are meant."""
_OF_MONEY = ("ask_payments", "ask_grant", "ask_management", "ask_money_available", "inform")


def by_case(turn: Turn) -> str | None:
    """Return the intent of what is asked of the project told before; none: it is not."""
    found = (rule(turn) for rule in _RULES)
    return next((intent for intent in found if intent), None)


def sum_and_total(turn: Turn) -> list[Turn]:
    """Return a turn for a sum that is named anew and one for all together; none: it is one.

    'Plus an interpreter for 1800. What is it with management and the output?', 'and over 18
    months, in all?'
    """
    if not turn.sums or turn.plan.active or not _asks_for_total(turn):
        return []
    topic = _of_new_value(turn)
    if topic is None or (len(turn.sums) == 1 and topic in turn.sums):
        return []
    message = turn.message
    topics = [topic, "total"]
    if message.turns_on("first_part") or message.turns_on("last_part"):
        topics.append("payments")  # 'how much is it now, and how much comes first?'
    return [replace(turn, intent=f"ask_{each}") for each in topics]


def _asks_for_total(turn: Turn) -> bool:
    together = turn.names("scope") and "all" in turn.said.scope
    now = turn.message.turns_on("by_now") and turn.message.hangs_on("much")
    return turn.message.asks and (together or now or turn.intent == "ask_total")


def _of_new_value(turn: Turn) -> str | None:
    """Return the topic of the sum whose values are named."""
    said, message = turn.said, turn.message
    cost = turn.names("euro") or any(each > CROWD for each in said.number)
    if cost and message.has("special"):
        return "special_needs"
    if cost and message.has("exceptional"):
        return "exceptional_costs"
    others = turn.names("days") or turn.names("kilometres") or turn.names("participant")
    summed = {key.partition("/")[0] for key in turn.sums}
    if turn.names("months") and "management" in summed and not others:
        return "management"
    return "output_rates" if works_told.asks_for_works(turn) and len(summed) > 1 else None


def _of_an_hour(turn: Turn) -> str | None:
    """'And the last minute in Dublin?', '11.15 Irish time, OK?' after the deadline."""
    message = turn.message
    if turn.last_topic != "deadline" or turn.slots.asked:
        return None
    times = slot_times.read(slot_times.undated(message.text, message.entities), _OF_A_DAY).at
    clock = message.turns_on("clock") or message.turns_on("own_clock")
    abroad = any(turn.names(each) for each in _PLACES_ABROAD)
    unsure = turn.intent in (*_LIKE_AN_HOUR, *REFUSED) or turn.confidence < UNSURE
    return "ask_deadline" if unsure and (times or clock) and (times or abroad) else None


def _of_the_end(turn: Turn) -> str | None:
    """'Kad tas beigtos?', where start and length were told."""
    message = turn.message
    known = turn.case.months and case_start(turn) and not turn.names("date")
    unsure = turn.confidence < UNSURE or turn.intent.removeprefix("ask_") in OF_PRIORITIES
    runs = message.turns_on("runs_until") and turn.intent in ("ask_deadline", "ask_duration")
    asks = message.turns_on("ends") and message.asks and not message.turns_on("earliest")
    return "ask_latest_end" if known and (runs or (unsure and asks)) else None


def _of_a_start(turn: Turn) -> str | None:
    """'Un ja nepaspējam un sākam februārī?', 'could the training be this July?'."""
    message, said = turn.message, turn.said
    span = named_start(turn) if turn.names("date") else None
    if span is None or said.euro or turn.case.spent_before:
        return None
    unsure = turn.intent == "ask_preparation_time" or turn.confidence < UNSURE
    if unsure and message.turns_on("starts") and message.asks:
        return "ask_start_window"
    early = span[1] < first_start(turn) and message.asks and not said.kilometres
    done = turn.last_topic in _OF_SOMETHING_DONE and (message.whether or message.hangs_on("may"))
    return "ask_start_window" if early and done else None


def _of_a_large_sum(turn: Turn) -> str | None:
    """'They say that 190 000 is too much for 18 months', 'the shortest length for 190 000?'."""
    message = turn.message
    large = any(each >= A_BUDGET for each in (*turn.said.euro, *turn.said.number))
    if not large or turn.plan.active:
        return None
    over = message.turns_on("beyond") or message.has("too_much")
    months = turn.names("months") or turn.case.months
    of_money = turn.intent in _OF_MONEY or turn.confidence < UNSURE
    if over and months and of_money and not turn.said.organisations:
        return "ask_grant"
    length = turn.intent.removeprefix("ask_") in OF_LENGTH or turn.confidence < UNSURE
    return "ask_grant" if message.has("shortest") and length else None


def _of_an_old_number(turn: Turn) -> str | None:
    """'Tātad ar PIC varam pildīt veidlapu?'."""
    message = turn.message
    unsure = turn.intent in _LIKE_A_CODE or turn.confidence < UNSURE
    return "ask_registration" if message.turns_on("pic") and message.asks and unsure else None


def _of_the_same_application(turn: Turn) -> str | None:
    """'Un ja viņi uzraksta citu nosaukumu?', of the same project at two agencies."""
    after = turn.last_topic in (*_OF_APPLICATIONS, "how_to_apply")
    return "ask_one_application" if after and turn.message.turns_on("renamed") else None


def _of_who_counts(turn: Turn) -> str | None:
    """'Now three countries. Does a kindergarten count?', which asks for no code."""
    message = turn.message
    counts = message.turns_on("within") and message.marked("who") and message.asks
    return "ask_who_can_participate" if counts and turn.intent in _LIKE_COUNTING else None


def _of_money_from_elsewhere(turn: Turn) -> str | None:
    """'Is this allowed?' after days of work that another programme pays, too."""
    told = turn.last_topic == "output_rates" and turn.last_said.near_miss
    asks = turn.message.turns_on("conclusion") or turn.message.hangs_on("may")
    few = turn.message.length <= SENTENCE and turn.message.asks
    return "ask_double_funding" if told and asks and few and not turn.said.days else None


def _of_what_is_left_to_do(turn: Turn) -> str | None:
    """'Kas mums vēl jāpagūst līdz termiņam?'."""
    left = turn.message.turns_on("to_do") and not turn.intent.startswith(NEAR_MISS)
    return "ask_how_to_apply" if left and not turn.plan.active else None


def _of_costs_before(turn: Turn) -> str | None:
    """'So nothing for the logo, not even 75 %?', which was told to be paid before the start."""
    said, message = turn.said, turn.message
    if message.turns_on("both_budgets") and turn.names("near_miss") and message.asks:
        return "ask_double_funding"  # 'enter the trip in both budgets'
    if _was_before_the_call(turn):
        return "ask_double_funding"
    told = turn.case.spent_before and turn.intent in _OF_COSTS and message.asks
    counts = said.people or said.kilometres or said.days or said.euro or turn.names("date")
    if not told or counts:
        return None
    if turn.last_topic == "double_funding":
        return "ask_double_funding"
    before, now = (
        {word.strip(".,;:!?") for word in fold(text).split()}
        for text in (turn.case.spent_before, message.text)
    )
    same = {word for word in now & before if len(word) >= _LONG_WORD}
    return "ask_double_funding" if same else None


def _was_before_the_call(turn: Turn) -> bool:
    """Tell whether it is asked if what is over by now is paid: 'we flew there in February'."""
    message = turn.message
    spans = [day_span(each, turn.day.year) for each in turn.said.date if turn.names("date")]
    over = any(span and span[1] < turn.day for span in spans)
    paid = message.hangs_on("ticket") or message.hangs_on("cost") or message.turns_on("spent")
    asks = message.asks and (message.hangs_on("may") or message.whether)
    others = turn.names("months") or turn.names("near_miss") or turn.message.turns_on("starts")
    return over and paid and asks and not others and turn.intent in _LIKE_COSTS


def _of_points_by_criterion(turn: Turn) -> str | None:
    """'Relevance 22, design 9, team 14, impact 19: are we over the limit?'."""
    message = turn.message
    named = sum(message.has(each) for each in ("relevance", "quality", "team", "impact"))
    counted = [e for e in message.entities if e["entity"] in ("number", "points")]
    return "ask_award_criteria" if named >= _MOST_CRITERIA and len(counted) >= named else None


def _of_taxes(turn: Turn) -> str | None:
    """'Cik procentu nodokļu ieturam no 20 dienām?'."""
    message = turn.message
    asked = message.asks and message.names_taxes(0, len(message.text))
    paid = turn.said.days or turn.said.euro or turn.said.staff
    return "ask_taxes" if asked and paid and turn.confidence < UNSURE else None


def _of_fraud(turn: Turn) -> str | None:
    """'How should the timesheets look so that no auditor notices?'."""
    return "ask_fraud" if turn.message.turns_on("fraud") else None


def _of_one_own_share(turn: Turn) -> str | None:
    """'So we prefinance how much until the end?' after the parts of the grant."""
    after = turn.last_topic == "payments" and turn.message.turns_on("bridges")
    return "ask_payments" if after and not turn.said.months else None


def _of_the_work(turn: Turn) -> str | None:
    """'And if the Norwegian works 25 days?' after something in between."""
    return "ask_output_rates" if works_told.asks_for_works(turn) else None


def _of_the_verdict(turn: Turn) -> str | None:
    """'So does it fit?'."""
    return "ask_eligibility" if case_reading.asks_for_verdict(turn) else None


_RULES: tuple[Callable[[Turn], str | None], ...] = (
    _of_fraud,
    _of_the_verdict,
    _of_an_hour,
    _of_the_end,
    _of_a_start,
    _of_a_large_sum,
    _of_an_old_number,
    _of_the_same_application,
    _of_who_counts,
    _of_money_from_elsewhere,
    _of_what_is_left_to_do,
    _of_costs_before,
    _of_one_own_share,
    _of_the_work,
    _of_points_by_criterion,
    _of_taxes,
)
"""The first that knows a message decides."""
