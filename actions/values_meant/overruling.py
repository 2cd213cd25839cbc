"""The intent of a message by its values: the rules of all themes, in their order."""

from __future__ import annotations

from actions.counts import SHORTEST_PROJECT
from actions.elsewhere import of_other_calls
from actions.said import Said
from actions.topic_groups import (
    MAY_BE_MEANT,
    NEAR_MISS,
    OF_COUNTRIES,
    REFUSED,
    SENTENCE,
    UNLIKELY,
    UNSURE,
)
from actions.turn import Turn
from actions.values_meant.applying import of_applying, of_who_asks
from actions.values_meant.content import of_points, of_priorities, of_types
from actions.values_meant.costs import of_real_costs, of_unit_costs
from actions.values_meant.dates import of_costs_before, of_dates
from actions.values_meant.earlier import of_a_partner_before, of_what_was_before
from actions.values_meant.grant import (
    of_a_ceiling,
    of_a_large_sum,
    of_a_share_before,
    of_each_partner,
    of_money_of_all_fields,
    of_what_is_left,
)
from actions.values_meant.partners import of_partners
from actions.values_meant.projects import of_a_project
from actions.values_meant.rule import first_match
from actions.values_meant.sources import of_contacts, of_taxes, of_what_no_source_says
from actions.values_meant.verdicts import of_verdicts

_RULES = (
    of_other_calls,
    of_what_was_before,
    of_a_partner_before,
    of_taxes,
    of_what_no_source_says,
    of_contacts,
    of_priorities,
    of_types,
    of_applying,
    of_points,
    of_unit_costs,
    of_real_costs,
    of_dates,
    of_partners,
    of_a_ceiling,
    of_verdicts,
    of_what_is_left,
    of_who_asks,
    of_costs_before,
    of_a_large_sum,
    of_a_share_before,
    of_each_partner,
    of_money_of_all_fields,
    of_a_project,
)
"""By theme; the first that knows a message decides."""
_CHAT = ("affirm", "deny", "thank", "greet", "goodbye")


def by_what_is_named(intent: str, said: Said) -> str:
    """Return the intent; the one beside it where a word of the message leaves no doubt."""
    if intent == "ask_application_form" and said.target_language:
        return "ask_application_language"
    if intent == "ask_linguistic_support" and said.kilometres:
        return "ask_individual_support"  # all that a long stay gets
    if intent == "ask_travel" and said.euro:
        return "ask_expensive_travel"
    if intent == "ask_duration" and said.activity and not said.months:
        return "ask_learning_activities"
    if intent == "ask_output_rates" and said.participant == ["learner"] and not said.staff:
        return "ask_individual_support"  # learners are not paid for work on outputs
    if intent == "ask_who_can_participate" and said.partner_role:
        return "ask_applicant"
    return intent


def by_values(turn: Turn) -> str:
    """Return the intent; of one that the words leave open, what its values are asked for."""
    if _is_no_chat(turn):
        return "ask_countries"
    if turn.intent == "greet" and (asked := _asked_behind_greeting(turn)):
        return asked
    if intent := first_match(_RULES, turn):
        return intent
    unclear = turn.intent in REFUSED or turn.confidence < UNLIKELY
    unclear = unclear or (turn.intent == "inform" and not turn.last_topic)
    if not unclear or turn.plan.active or turn.intent.startswith(NEAR_MISS):
        return turn.intent
    return _of_an_unclear_message(turn)


def _of_an_unclear_message(turn: Turn) -> str:
    """Return the intent of what is about nothing clear, by what alone is named."""
    said, message = turn.said, turn.message
    if said.country and turn.last_topic in OF_COUNTRIES | {"consortium"}:
        return "ask_countries"  # 'Hmm, bet Šveice? Tur mums radi.'
    if "horizontal" in said.scope:
        return "ask_priorities"
    if said.country and said == Said(country=said.country, venue=said.venue) and message.short:
        return "ask_countries"  # 'Norvēģija derīga?'
    presents = message.marked("who") and message.hangs_on("presents")
    stays = said.months or said.days or said.people
    if presents and not turn.last_topic and not stays and said.shared == Said():
        return "ask_who_can_participate"  # 'Nezinu, ko prasīt. Mēs esam bērnudārzs.'
    itself = turn.intent == "ask_who_can_participate" and message.marked("who")
    if itself or turn.last_topic or turn.confidence >= UNLIKELY or not message.asks:
        return turn.intent
    return _of_a_first_question(turn)


def _is_no_chat(turn: Turn) -> bool:
    """Tell whether what sounds like chat asks about a place: 'Norway is fine, yeah?'."""
    named = turn.said.country
    open_question = turn.offered_topic or turn.plan.active
    asks = turn.message.asks and turn.confidence < UNLIKELY and not open_question
    return turn.intent in _CHAT and bool(named) and asks


def _asked_behind_greeting(turn: Turn) -> str | None:
    """Return the likeliest topic of a long message that greets and asks: nobody only greets so."""
    if not turn.message.asks or turn.message.length <= SENTENCE or turn.confidence >= UNSURE:
        return None
    others = (e["name"] for e in turn.ranking if e["confidence"] >= MAY_BE_MEANT)
    return next((name for name in others if name.startswith("ask_")), None)


def _of_a_first_question(turn: Turn) -> str:
    """Return the intent of an unclear question that nothing was asked before."""
    said = turn.said
    if said.partner_role:
        return "ask_applicant"
    if said.months and max(said.months) < SHORTEST_PROJECT and turn.field:
        return "ask_learning_activities"  # 'Skola grib sūtīt meitu uz pusgadu. Vai tā var?'
    if said.months and said.euro:
        return "ask_grant"
    if said.local or said.international:
        return "ask_multiplier_events"
    if turn.message.marked("who") and turn.message.hangs_on("may"):
        return "ask_who_can_participate"  # 'Our chess club in Cēsis wants to take part. Possible?'
    if said.town and said.shared == Said(town=said.town, destination=said.destination):
        return "ask_venues"  # 'My boss wants the training week in Dubai. No chance, right?'
    if said.months and said.participant and not said.organisations:
        return "ask_individual_support"  # 'cik saņems skolēns, kurš brauks uz 4 mēnešiem?'
    if said.months and turn.field and not (said.days or said.people or said.organisations):
        return "ask_duration"  # 'Rektorāts vēlas pusotra gada projektu KA203. Vai tas der?'
    return turn.intent
