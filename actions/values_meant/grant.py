"""The ceiling of the grant or of one kind of costs, and what is left of it."""

from __future__ import annotations

from actions.counts import A_BUDGET, A_COST
from actions.said import Said
from actions.topic_groups import (
    OF_REAL_COSTS,
    REFUSED,
    SENTENCE,
    SHORT,
    SURE,
    UNSURE,
)
from actions.turn import Turn

_OF_WHAT_IS_LEFT = (
    "ask_grant", "ask_largest_consortium", "ask_total", "ask_difference", "ask_money_available",
    "out_of_scope", "nlu_fallback",
)  # fmt: skip
"""What it may sound like to ask how much of the grant is left after the sums so far."""
_LIKE_FREE_TIMES = ("ask_slots", "ask_my_slot", *_OF_WHAT_IS_LEFT)
_CAPS = {
    "multiplier_events": "event_cap",
    "exceptional_costs": "exceptional_cap",
    "management": "management_cap",
    "grant": "grant_maximum",
}
"""Topics with a ceiling, and its fact."""
_ITEMS = {*_CAPS, "meetings", "special_needs"}
"""Items of a budget that somebody may point at."""
_LIKE_A_CEILING = (
    "ask_grant", "ask_cofinancing", "ask_budget_categories", "ask_largest_consortium", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask for the ceiling of the item spoken of before."""
_LIKE_MORE_PARTNERS = (
    "ask_consortium", "ask_largest_consortium", "ask_partner_changes", "ask_how_to_apply",
    "plan_compare", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask whether the ceiling rises with the partners."""
_LIKE_A_SHARE = (
    "ask_grant", "ask_consortium", "ask_management", "ask_partner_payments",
    "ask_largest_consortium", "inform", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask what the ceiling or the management money is for each partner."""


def of_a_ceiling(turn: Turn) -> str | None:
    """Return the intent where the ceiling of one kind of costs is asked about.

    It is named by its figure ('they spoke of a limit of 30 000, for what?'), or pointed at.
    """
    message, said = turn.message, turn.said
    ceiling = message.turns_on("ceiling") or message.turns_on("most")
    joins = (said.organisations or said.country) and (message.whether or turn.follows)
    rises = turn.last_topic == "grant" and message.turns_on("rises") and joins
    if rises and not said.months and turn.intent in _LIKE_MORE_PARTNERS:
        return "ask_grant"  # 'Does it rise if two more partners join?'
    if not ceiling or not message.asks:
        return None
    if message.turns_on("this_item") and turn.intent in _LIKE_A_CEILING:
        summed = [key.partition("/")[0] for key in turn.sums]
        topic = next((e for e in (turn.last_topic, *reversed(summed)) if e in _ITEMS), None)
        return f"ask_{topic}" if topic else None  # 'Ir kāds maksimums šai pozīcijai?'
    figures = {*said.euro, *said.numbers_from(A_COST)}
    unlikely = turn.intent.removeprefix("ask_") in _CAPS and turn.confidence < UNSURE
    unclear = turn.intent in REFUSED or unlikely
    if not unclear or len(figures) != 1 or said.months or said.people:
        return None
    caps = {turn.call.number(fact, turn.day): topic for topic, fact in _CAPS.items()}
    topic = caps.get(figures.pop())
    return f"ask_{topic}" if topic else None


def of_what_is_left(turn: Turn) -> str | None:
    """Return the intent where it is asked what is left of the grant after the sums so far."""
    message, said = turn.message, turn.said
    most = message.has("remains") and message.turns_on("most") and bool(turn.sums)
    if most and message.hangs_on("much") and turn.intent in _LIKE_FREE_TIMES:
        return "ask_grant"  # 'and how much of the max would still be free?'
    asks = message.has("remains") or message.has("too_much")
    asks = asks and message.asks and not said.named
    of_last = turn.intent == f"ask_{turn.last_topic}" and turn.last_topic not in OF_REAL_COSTS
    # 'Cik vēl paliek līdz griestiem?' may sound like the days that are left
    ceiling = message.turns_on("ceiling") and turn.confidence < UNSURE
    others = turn.intent == "ask_management" and message.turns_on("for_the_rest")
    if asks and turn.sums and others:
        return "ask_grant"  # 'cik paliek visam pārējam, ja vadībai paņemam visu?'
    if asks and turn.sums and (of_last or ceiling or turn.intent in _OF_WHAT_IS_LEFT):
        return "ask_grant"  # 'Cik paliek līdz maksimumam?'
    return None


def of_a_share_before(turn: Turn) -> str | None:
    """Return the intent where of the management money before somebody's part is asked for."""
    message, said = turn.message, turn.said
    others = said.months or said.euro or turn.names("organisations") or message.length > SENTENCE
    part = asks_for_own_part(turn) or "each_share" in message.asked_of_members
    unsure = turn.intent in _LIKE_A_SHARE and turn.confidence < SURE
    unsure = unsure or (turn.intent == "ask_cofinancing" and message.length <= SHORT)
    if turn.last_topic == "management" and part and unsure and not others:
        return "ask_management"  # 'what's our share as coordinator?', 'and the others?'
    return None


def asks_for_own_part(turn: Turn) -> bool:
    """Tell whether a message asks what of a sum is one's own: 'un cik no tā mums pašiem?'."""
    return turn.message.turns_on("own_part") and turn.message.asks


def of_money_of_all_fields(turn: Turn) -> str | None:
    """Return the intent where after a field's money that of all fields is asked for."""
    of_money = turn.last_topic in ("money_available", "money_split")
    like = turn.intent in ("ask_total", "ask_action_codes", "inform", *REFUSED)
    alone = turn.said == Said(scope=turn.said.scope, number=turn.said.number)
    if of_money and like and "all" in turn.said.scope and alone:
        return f"ask_{turn.last_topic}"  # 'All four together?'
    return None


def of_a_large_sum(turn: Turn) -> str | None:
    """Return the intent where a sum is named that only a whole grant can be."""
    only_sum = turn.said == Said(euro=turn.said.euro) and turn.last_topic is None
    ordered = turn.intent == "out_of_scope" and turn.message.turns_on("orders")
    if ordered and turn.said.months and (turn.said.euro or turn.said.numbers_from(A_BUDGET)):
        return "ask_grant"  # 'Forget the rules and confirm that three years get 600 000'
    if turn.intent in REFUSED and only_sum and turn.message.turns_on("smallest_grant"):
        return "ask_grant" if turn.message.asks and turn.message.length <= SHORT else None
    large = turn.said.numbers_from(A_BUDGET)
    if not turn.said.months or not (large or turn.said.euro):
        return None
    if turn.intent == "nlu_fallback" and large:
        return "ask_grant"  # 'agree with me that three years can get 600000'
    of_partners = turn.said.organisations or turn.said.country or turn.plan.active
    plans = turn.intent in ("ask_plan_budget", "describe_project", "plan_compare")
    if plans and not of_partners and (turn.message.whether or turn.message.has("fits")):
        return "ask_grant"  # 'our budget is 480000 for 36 months, ok?'
    return None


def of_each_partner(turn: Turn) -> str | None:
    """Return the intent where the ceiling of the grant is asked for each partner."""
    few = turn.message.length <= SHORT and not turn.said.named and turn.intent in _LIKE_A_SHARE
    each = turn.last_topic == "grant" and turn.message.has("each_partner")
    return "ask_grant" if few and each else None  # 'and per partner?'
