"""What no source of the call says, and contacts: they are known by a word or a number."""

from __future__ import annotations

from actions.said import contacts_in
from actions.topic_groups import (
    NEAR_MISS,
    REFUSED,
    SURE,
    UNSURE,
)
from actions.turn import Turn

_PAID = {
    "individual_support", "travel", "accompanying_persons", "linguistic_support", "meetings",
    "management", "management_use", "output_rates", "output_staff", "multiplier_events", "grant",
    "exceptional_costs", "budget_categories", "funding_mechanism", "supporting_documents",
    "double_funding", "cofinancing", "partner_payments", "bank_account", "learning_activities",
    "payments", "equipment", "special_needs", "partner_contract",
}  # fmt: skip
"""Topics of money on which taxes may be asked about."""
_LIKE_WRITING = (
    "ask_what_can_you_do", "ask_plan_budget", "ask_application_form", "near_miss_own_application",
    "describe_project", "plan_tell", *REFUSED,
)  # fmt: skip
"""What it may sound like to want the application written."""
_LIKE_A_DISPUTE = (
    "ask_partner_contract", "ask_partner_changes", "ask_partner_payments", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask how to go to law against a partner."""
_LIKE_PAY = (
    "ask_output_staff", "ask_double_funding", "ask_management_use", "ask_budget_categories",
    "ask_grant", "ask_payments", "ask_partner_payments", "ask_cofinancing", "ask_bank_account",
    "ask_funding_mechanism", "ask_exceptional_costs", "ask_individual_support", "ask_savings",
    *REFUSED,
)  # fmt: skip
"""What it may sound like to ask whether volunteers may be paid."""


def of_taxes(turn: Turn) -> str | None:
    """Return the intent where it is asked what taxes are due on money that is paid."""
    message, said = turn.message, turn.said
    covered = message.whether or (message.asks and message.hangs_on("may"))
    ours = turn.intent.startswith("ask_") or turn.intent in REFUSED
    if ours and covered and message.asks_with("vat") and not message.turns_on("charges"):
        return "ask_budget_categories"  # 'Is VAT eligible if our institute can't reclaim it?'
    # 'How do I file my tax return?' names no money of this call
    paid = bool(said.euro or message.monthly) or message.has("a_day") or message.turns_on("fee")
    asked = turn.intent.removeprefix("ask_") in _PAID or (turn.intent in REFUSED and paid)
    taxes = message.asks and message.names_taxes(0, len(message.text))
    charges = message.turns_on("vat") and message.turns_on("charges")
    return "ask_taxes" if asked and (taxes or charges) else None


def of_what_no_source_says(turn: Turn) -> str | None:
    """Return the intent where legal advice is asked for, or pay for those who work for nothing."""
    message, said = turn.message, turn.said
    ours = turn.intent.startswith(("ask_", NEAR_MISS)) or turn.intent in REFUSED
    disputes = ours and not _surely_asks(turn, beside=_LIKE_A_DISPUTE)
    if message.turns_on("legal") and message.asks and disputes:
        return "ask_legal"  # 'Can we take our partner to court?'
    a_text = message.turns_on("own_text")
    wants_text = a_text and message.turns_on("writes") and turn.intent == "ask_what_can_you_do"
    for_us = a_text and message.turns_on("asks_to_write")
    if wants_text or (for_us and turn.intent in _LIKE_WRITING and not message.open):
        return "ask_writing"  # 'Write us the summary of our application'
    pays = message.turns_on("volunteers") and message.hangs_on("cost") and message.asks
    counted = said.kilometres or said.days or message.has("outputs") or message.turns_on("hosts")
    if pays and message.hangs_on("may") and not counted and turn.intent in _LIKE_PAY:
        return "ask_volunteers"  # 'May we give our volunteers some cash from the grant?'
    return None


def _surely_asks(turn: Turn, beside: tuple[str, ...]) -> bool:
    """Tell whether a question is too sure to be taken for another because of a single word.

    Args:
        turn: the message.
        beside: what the other question may sound like, however sure.
    """
    asks = turn.intent.startswith("ask_") and turn.confidence >= SURE
    return asks and turn.intent not in beside


def of_contacts(turn: Turn) -> str | None:
    """Return the intent where the agency's own number or address is asked about."""
    of_people = turn.intent in ("ask_human", *REFUSED) and turn.last_topic in ("contacts", "human")
    if of_people and turn.said.field and turn.message.turns_on("same_person"):
        return "ask_contacts"  # 'tas pats cilvēks arī par augstskolām?'
    unclear = turn.intent in REFUSED or turn.confidence < UNSURE
    ours = unclear and contacts_in(turn.message.text, turn.call.contacts)
    return "ask_contacts" if ours else None
