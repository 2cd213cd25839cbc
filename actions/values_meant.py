"""What a message asks about, by what it names: values leave no doubt where words do.

A distance and days are asked for their money, points for whether they are enough.
"""

from __future__ import annotations

from typing import Any

from actions.counts import A_BUDGET, CROWD, SHORTEST_PROJECT
from actions.elsewhere import names_earlier_year, of_other_calls
from actions.message import Message
from actions.organisations import names_code
from actions.places import countries_of
from actions.plan_reading import tells_of_project
from actions.project_types import asks_for_type, asks_of_learning, names_outputs
from actions.said import Said, contacts_in
from actions.starting import before_start
from actions.topic_groups import (
    MAY_BE_MEANT,
    NEAR_MISS,
    OF_AN_ACTIVITY,
    OF_COUNTRIES,
    OF_DATES,
    OF_POINTS,
    OF_PRIORITIES,
    OF_REAL_COSTS,
    REFUSED,
    SENTENCE,
    SHORT,
    SURE,
    UNLIKELY,
    UNSURE,
)
from actions.turn import Turn
from bot.responses import topics
from core.call import in_force

_OF_A_CEILING = (
    "ask_latest_end", "ask_start_window", "ask_duration", "ask_deadline", "ask_money_available",
    "ask_grant", "ask_difference", "inform",
)  # fmt: skip
"""What it may sound like to ask for the ceiling after a project's dates or length."""
_OF_TOLD_DATES = ("near_miss_other_year", "out_of_scope", "nlu_fallback", "inform")
"""What it may sound like to tell when a project starts and ends."""
_A_COST = 1000
"""EUR; a number from here is a cost where one is asked about."""
_OF_WORK = (
    "ask_intellectual_output", "ask_output_staff", "ask_total", "ask_plan_budget", "ask_grant",
    "out_of_scope", "nlu_fallback",
)  # fmt: skip
"""What it may sound like to ask what several people's work comes to."""
_OF_SUMS = (
    "ask_money_available", "ask_grant", "ask_budget_categories", "ask_money_split",
    "ask_funding_mechanism",
)  # fmt: skip
"""What it may sound like to ask what is paid for those who travel to a meeting."""
_LIKE_MEETINGS = ("ask_meetings", "inform", "out_of_scope", "nlu_fallback")
_OF_PEOPLE_AND_PLACES = OF_AN_ACTIVITY | {
    "learning_activities", "linguistic_support", "multiplier_events", "management",
    "partner_country_role", "who_can_participate", "largest_consortium", "eligibility",
}  # fmt: skip
"""Topics where a country may be that of partners or guests, or where somebody goes."""
_PAID_BY_UNITS = ("meetings", "travel", "individual_support", "management", "output_rates")
"""Topics whose sums are unit costs, whatever something really costs."""
_LIKE_THE_MOST = ("ask_duration", "ask_largest_consortium", *REFUSED)
"""What it may sound like to ask for the most money of a length after a project's dates."""
_LIKE_THE_SHORTEST = (
    "ask_difference", "plan_compare", "inform", "ask_project_types", "ask_latest_end",
    "ask_start_window", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask for the shortest project after its dates."""
_CHAT = ("affirm", "deny", "thank", "greet", "goodbye")
_LIKE_HANDING_IN = (
    "ask_contacts", "ask_website", "ask_consultation_day", "ask_change_application",
    "ask_deadline", "ask_form_trouble", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask whether one may hand in on paper."""
_OF_MONEY = ("ask_grant", "ask_cofinancing", "ask_budget_categories")
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
_OF_COSTS = (
    "ask_meetings", "ask_travel", "ask_equipment", "ask_exceptional_costs", "ask_savings",
    "ask_budget_categories", "ask_grant", "ask_cofinancing", "ask_management_use",
    "ask_learning_activities", "ask_partner_search", "out_of_scope", "nlu_fallback",
)  # fmt: skip
"""What it may sound like to ask whether something before the start is paid."""
_LIKE_ANOTHER_PARTNER = (
    "ask_countries", "ask_partner_country_role", "ask_consortium", "nlu_fallback",
)  # fmt: skip
"""What it may sound like to ask whether a partner more makes them enough."""
_LIKE_A_VENUE = (
    "ask_start_window", "ask_travel", "ask_meetings", "ask_countries", "ask_learning_activities",
    *REFUSED,
)  # fmt: skip
"""What it may sound like to ask whether something may take place where no partner is."""
_LIKE_A_LIST = (
    "ask_countries", "ask_cross_sector", "ask_partner_country_role", "inform", "ask_eligibility",
    "describe_project", "ask_who_can_participate",
)  # fmt: skip
"""What it may sound like to list the partners by their places."""
_LIKE_MORE_PARTNERS = (
    "ask_consortium", "ask_largest_consortium", "ask_partner_changes", "ask_how_to_apply",
    "plan_compare", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask whether the ceiling rises with the partners."""
_LIKE_ONE_PRIORITY = ("ask_consortium", "ask_eligibility", *REFUSED)
"""What it may sound like to ask whether one priority is enough."""
_OF_PARTNERS = ("ask_consortium", "ask_largest_consortium", "ask_eligibility")
"""What it may sound like to ask whether one's organisation may take part."""
_LIKE_A_SHARE = (
    "ask_grant", "ask_consortium", "ask_management", "ask_partner_payments",
    "ask_largest_consortium", "inform", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask what the ceiling is for each partner."""
_LIKE_PARTNERS_LATER = (
    "ask_partner_changes", "ask_partner_search", "ask_consortium", "ask_results_date", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask whether partners may be found after the approval."""
_LIKE_PARTNERS_NOW = ("ask_change_application", "ask_how_to_apply", *_LIKE_PARTNERS_LATER)
"""What it may sound like to ask after that about partners before the application is handed in."""
_OF_CHANGES = ("partner_changes", "change_application", "partner_search")
"""Topics after which somebody tells who would be left of the partners."""
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
_NEAR = 40
"""Letters between a person and the word that tells of their death."""
_OWNING = ("'s", "’s")
_LIKE_PAY = (
    "ask_output_staff", "ask_double_funding", "ask_management_use", "ask_budget_categories",
    "ask_grant", "ask_payments", "ask_partner_payments", "ask_cofinancing", "ask_bank_account",
    "ask_funding_mechanism", "ask_exceptional_costs", "ask_individual_support", "ask_savings",
    *REFUSED,
)  # fmt: skip
"""What it may sound like to ask whether volunteers may be paid."""
_LIKE_AN_AGE = (
    "ask_who_can_participate", "ask_registration", "ask_duration", "ask_eligibility",
    "ask_applicant", "ask_how_to_apply", "ask_several_applications", "inform", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask how old an organisation must be."""
WITH_A_PAGE = (
    "ask_guide", "ask_priorities", "ask_award_criteria", "ask_dissemination", "ask_examples",
    "ask_learning_activities", "ask_funding_mechanism", "ask_cross_sector", "ask_activities",
    "ask_website", "ask_source", "ask_budget_categories", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask on which page of the guide something stands."""
_TWO = 2
"""More countries than these are a list of partners'."""
_LIKELY = 0.6
"""From here a message that seems to tell of a project does."""
_LIKE_DEAR_TRAVEL = (
    "ask_cofinancing", "ask_travel", "ask_learning_activities", "ask_budget_categories",
    "ask_grant", "ask_individual_support", "ask_savings", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask for more than the unit cost of travel."""
_LIKE_HOSTS = ("ask_meetings", "ask_travel", "describe_project", "plan_compare", *REFUSED)
"""What it may sound like to ask after an activity's sum what its hosts get."""
_OF_APPLICATIONS = ("several_applications", "one_application")
_AFTER_TYPES = ("project_types", "money_split", "budget_categories")
"""Topics after which 'both' means both types of project."""
_ABOUT_PLANS = {"ask_plan_budget", "ask_total", "ask_eligibility", "ask_learning_activities"}
"""What asks about the project that a story tells of, so that it is a plan."""
_PARTS_OF_A_PLAN = {"management", "meetings", "outputs", "events", "activities", "exceptional"}


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
    intent = _by_sure_values(turn) or _of_a_plan_or_verdict(turn)
    if intent:
        return intent
    unclear = turn.intent in REFUSED or turn.confidence < UNLIKELY
    unclear = unclear or (turn.intent == "inform" and not turn.last_topic)
    if not unclear or turn.plan.active or turn.intent.startswith(NEAR_MISS):
        return turn.intent
    said = turn.said
    if said.country and turn.last_topic in OF_COUNTRIES | {"consortium"}:
        return "ask_countries"  # 'Hmm, bet Šveice? Tur mums radi.'
    if "horizontal" in said.scope:
        return "ask_priorities"
    if said.country and said == Said(country=said.country, venue=said.venue) and turn.message.short:
        return "ask_countries"  # 'Norvēģija derīga?'
    presents = turn.message.marked("who") and turn.message.hangs_on("presents")
    stays = said.months or said.days or said.people
    if presents and not turn.last_topic and not stays and said.shared == Said():
        return "ask_who_can_participate"  # 'Nezinu, ko prasīt. Mēs esam bērnudārzs.'
    itself = turn.intent == "ask_who_can_participate" and turn.message.marked("who")
    if itself or turn.last_topic or turn.confidence >= UNLIKELY or not turn.message.asks:
        return turn.intent
    return _of_a_first_question(turn)


def mourns(turn: Turn) -> bool:
    """Tell whether somebody tells of a death and does not clearly ask what to do about it."""
    message = turn.message
    asks = turn.intent.startswith("ask_") and turn.confidence >= UNLIKELY
    asks = asks or turn.intent.endswith("_slot")  # 'that morning is a funeral, another hour?'
    loss = message.turns_on("grief") or _somebody_died(message)
    return loss and not asks and not message.turns_on("device") and not names_earlier_year(turn)


def tells_of_a_loss(turn: Turn) -> bool:
    """Tell whether somebody who is at the end of their strength mourns, and asks for no help."""
    message = turn.message
    loss = message.turns_on("grief") or message.turns_on("died")
    of_somebody = _somebody_died(message) or not message.turns_on("device")
    return loss and not message.turns_on("despair") and of_somebody


def _somebody_died(message: Message) -> bool:
    """Tell whether who died is a person: not an idea, a printer or a language.

    'Our partner's server died' is about the server.
    """
    died = [each for each in message.marks if each["word"] == "died"]
    people = [each for each in message.marks if each["word"] == "somebody"]
    return any(_is_beside(message, one, other) for one in people for other in died)


def _is_beside(message: Message, somebody: dict[str, Any], died: dict[str, Any]) -> bool:
    start = min(somebody["end"], died["end"])
    end = max(somebody["start"], died["start"])
    owns = message.text[somebody["end"] :].startswith(_OWNING)
    return not owns and end - start <= _NEAR and not message.parted(start, end)


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


def _by_sure_values(turn: Turn) -> str | None:
    """Return the intent that a message's values leave no doubt of."""
    found = (rule(turn) for rule in _RULES)
    return next((intent for intent in found if intent), None)


def _of_taxes(turn: Turn) -> str | None:
    """Return the intent where it is asked what taxes are due on money that is paid."""
    message, said = turn.message, turn.said
    if turn.intent in REFUSED and message.turns_on("vat") and message.whether:
        return "ask_budget_categories"  # 'Is VAT covered?'
    # 'How do I file my tax return?' names no money of this call
    paid = bool(said.euro or message.monthly) or message.has("a_day") or message.turns_on("fee")
    asked = turn.intent.removeprefix("ask_") in _PAID or (turn.intent in REFUSED and paid)
    taxes = message.asks and message.names_taxes(0, len(message.text))
    charges = message.turns_on("vat") and message.turns_on("charges")
    return "ask_taxes" if asked and (taxes or charges) else None


def _of_what_no_source_says(turn: Turn) -> str | None:
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


def _of_contacts(turn: Turn) -> str | None:
    """Return the intent where the agency's own number or address is asked about."""
    of_people = turn.intent in ("ask_human", *REFUSED) and turn.last_topic in ("contacts", "human")
    if of_people and turn.said.field and turn.message.turns_on("same_person"):
        return "ask_contacts"  # 'tas pats cilvēks arī par augstskolām?'
    unclear = turn.intent in REFUSED or turn.confidence < UNSURE
    ours = unclear and contacts_in(turn.message.text, turn.call.contacts)
    return "ask_contacts" if ours else None


def _of_priorities(turn: Turn) -> str | None:
    said, message = turn.said, turn.message
    if turn.intent == "ask_terms" and said.priority and not message.asks:
        return "ask_priorities"  # 'Mūsu tēma ir matemātika.'
    if turn.intent == "ask_priority_number" and len(said.field) > 1 and message.hangs_on("may"):
        return "ask_priorities"  # 'Vai PIA projekts drīkst ņemt skolu prioritāti?'
    if _asks_of_priority_before(turn):
        return "ask_priorities"  # 'and for schools, would it count?'
    of_these = turn.intent == "ask_priority_number" and "horizontal" in said.scope
    if of_these and message.open and not (message.hangs_on("may") or message.hangs_on("much")):
        return "ask_priorities"  # 'Kuras no horizontālajām derētu?'
    named = said.priority and turn.names("priority") and turn.last_topic in OF_PRIORITIES
    if named and turn.intent in REFUSED and message.length <= SHORT:
        return "ask_priorities"  # 'Partneris iesaka STEM.'
    if turn.intent in WITH_A_PAGE and message.turns_on("page") and message.marked("chapter"):
        return "ask_guide"
    chooses = said.priority and message.hangs_on("may") and message.length <= SENTENCE
    if turn.intent == "nlu_fallback" and chooses and (said.field or message.marked("who")):
        return "ask_priorities"  # 'Kindergarten here: can we choose STEM?'
    return None


def _asks_of_priority_before(turn: Turn) -> bool:
    """Tell whether it is asked if the priority spoken of before is another field's, too."""
    said, message = turn.said, turn.message
    before = turn.last_topic in OF_PRIORITIES and bool(turn.last_said.priority)
    if not before or said.priority or not turn.names("field") or message.length > SENTENCE:
        return False
    told = said.months or said.organisations or said.country or said.euro or said.date
    holds = message.turns_on("within") or message.has("fits") or message.hangs_on("enough")
    return not told and holds and message.asks and not message.hangs_on("much")


def _of_what_was_before(turn: Turn) -> str | None:
    """Return the intent where a word may mean several things, and the last topic tells which."""
    message, last = turn.message, turn.last_topic
    if last is None or message.length > SENTENCE or turn.plan.active:
        return None
    partners = message.turns_on("partnership_size") or turn.said.organisations
    one = turn.intent in _LIKE_ONE_PRIORITY and message.asks and message.hangs_on("enough")
    if one and last in OF_PRIORITIES:
        said = turn.said
        named = partners or said.country or said.countries or said.town or said.months
        named = named or message.marked("who")
        return None if named else "ask_priority_number"  # 'And is that one enough?'
    if turn.intent == "ask_largest_consortium" and last in _OF_APPLICATIONS and not partners:
        return "ask_several_applications"  # 'is there a cap on how many we can be in?'
    now = last == "partner_changes" and message.turns_on("before_handing_in")
    if now and turn.intent in _LIKE_PARTNERS_NOW:
        return "ask_change_application"  # 'And now, before we submit?'
    if last == "supporting_documents" and turn.intent == "ask_duration" and not turn.said.named:
        return f"ask_{last}"  # 'Un cik gadus?'
    language = turn.intent == "ask_application_language" and turn.confidence < UNSURE
    if last == "contacts" and language and turn.names("field"):
        return "ask_contacts"  # 'Man vieglāk latviski. Un pieaugušie?'
    another = last == "associated_partners" and message.marked("who") and message.short
    if another and turn.intent == "inform":
        return "ask_who_can_participate"  # 'And a library?'
    both = message.has("both") and message.has("activities") and not message.has("meetings")
    of_types = turn.intent in ("ask_several_applications", "ask_learning_activities", *REFUSED)
    if last in _AFTER_TYPES and of_types and both:
        return "ask_project_types"  # 'Training trips ok in both?'
    return _of_an_activity_before(turn)


def _of_an_activity_before(turn: Turn) -> str | None:
    """Return the intent of what changes an activity: 'Could we make it 2 days instead?'."""
    changes = turn.said.days and turn.message.has("instead") and not turn.slots.asked
    if turn.last_topic in OF_AN_ACTIVITY and turn.intent == "move_slot" and changes:
        return "inform"
    such = turn.message.turns_on("such") and turn.names("field") and turn.message.hangs_on("may")
    told = turn.said.people or turn.said.days or turn.said.kilometres or turn.said.months
    if turn.last_topic in OF_AN_ACTIVITY and such and not told:
        return "ask_learning_activities"  # 'Vai tādu var rīkot arī pieaugušo sektorā?'
    hosts = turn.message.turns_on("host_people") and not turn.message.has("meetings")
    if turn.last_topic in OF_AN_ACTIVITY and hosts and turn.intent in _LIKE_HOSTS:
        return "ask_individual_support"  # 'and the Portuguese hosts who attend, 6 people?'
    return None


def _of_a_partner_before(turn: Turn) -> str | None:
    """Return the intent where a firm that was to be hired, or its people, would be a partner's."""
    message, said = turn.message, turn.said
    costs = said.euro or said.numbers_from(_A_COST) or message.has("exceptional")
    unsure = turn.intent == "ask_output_staff" and turn.confidence < UNSURE
    if not (unsure or turn.intent in ("ask_exceptional_costs", *REFUSED)) or costs:
        return None
    joins = message.turns_on("as_partner") and message.hangs_on("may") and message.marked("who")
    if joins and not message.denies:
        return "ask_who_can_participate"  # 'Could the firm be in the consortium as a partner?'
    works = said.staff and said.days and message.asks
    if turn.last_topic in ("exceptional_costs", "who_can_participate") and works:
        return "ask_output_rates"  # 'what would be paid, if their developer works 100 days?'
    return None


def _of_types(turn: Turn) -> str | None:
    """Return the intent where an unclear message names a type of project, or asks which pays."""
    pays = asks_for_type(turn) and names_outputs(turn) and turn.intent.startswith("ask_")
    if asks_of_learning(turn) or (pays and not turn.plan.active):
        return "ask_project_types"  # 'Which one lets me pay for a handbook?', 'And trainings?'
    allowed = turn.message.hangs_on("may") and turn.said.project_type
    money = turn.message.turns_on("money") or turn.message.hangs_on("much")
    if turn.intent == "ask_money_split" and allowed and turn.confidence < UNSURE and not money:
        return "ask_project_types"  # 'We only share practice between adult centres. Is it allowed?'
    ours = names_code(turn)
    elsewhere = turn.intent.startswith(NEAR_MISS) and ours and turn.confidence < UNSURE
    unclear = turn.intent in REFUSED or turn.confidence < UNLIKELY or elsewhere
    unclear = unclear and not turn.intent.startswith("plan_") and not turn.plan.active
    leads = turn.said.partner_role and turn.message.hangs_on("may") and turn.message.marked("who")
    if turn.intent == "ask_cross_sector" and leads and turn.confidence < UNSURE:
        return "ask_applicant"  # 'Can an adult education project be coordinated by a university?'
    asked = unclear and turn.said.project_type and turn.message.asks and turn.last_topic is None
    if asked and turn.said.months and turn.field and turn.message.whether:
        return "ask_eligibility"  # 'Labas prakses projekts ar Tartu, 12 mēneši. Vai ir šķēršļi?'
    if asked:
        return "ask_project_types"  # 'A pure exchange of experience under KA203: do you fund it?'
    return None


def _of_applying(turn: Turn) -> str | None:
    """Return the intent where it is asked how to hand in, or whether those named may."""
    said, message, sure = turn.said, turn.message, turn.confidence >= UNSURE
    abroad = any(code != turn.call.agency_country for code in said.country) or said.town
    of_agency = message.turns_on("agency") or message.turns_on("our_agency")
    of_agency = of_agency or message.turns_on("to_us")
    if turn.intent == "ask_how_to_apply" and said.partner_role and abroad and of_agency:
        return "ask_applicant"  # 'Koordinators ir centrs Hamburgā. Kurai aģentūrai jāsūta?'
    unlikely = turn.intent == "ask_consortium" and turn.confidence < UNLIKELY
    if unlikely and message.whether and message.turns_on("our_agency"):
        return "ask_applicant"  # 'Esam skola Rīgā, partneri no Igaunijas. Vai jāpiesakās VIAA?'
    if turn.intent in _LIKE_HANDING_IN and message.turns_on("on_paper") and not sure:
        return "ask_how_to_apply"  # 'can I just drop it off on paper at your office?'
    places = len({*said.town, *said.country})
    whether = turn.intent == "ask_how_to_apply" and message.whether and places > 1
    if whether and message.turns_on("agency") and not message.turns_on("of_partners"):
        return "ask_applicant"  # 'A Latvian school: may we apply to the Estonian agency?'
    each_applies = message.whether and message.turns_on("separately")
    if turn.intent == "ask_consortium" and each_applies and of_agency:
        return "ask_applicant"  # 'Vai katrs partneris piesakās savā aģentūrā?'
    if whether and not sure and not each_applies:
        return "ask_consortium"  # 'Kolēģi Klaipēdā un Kaliningradā … Vai tā varam pieteikties?'
    return None


def _of_points(turn: Turn) -> str | None:
    asks = turn.message.turns_on("points") and turn.message.hangs_on("least")
    if turn.intent == "near_miss_own_application" and asks and not turn.said.points:
        return "ask_award_criteria"  # 'Cik punktu vajag, lai projektu nenoraida?'
    named = turn.last_topic == "award_criteria" and turn.said.number and not turn.sums
    if named and turn.intent == "ask_total":
        return "ask_award_criteria"  # 'and 40 in total?'
    if not turn.said.points:
        return None
    if turn.message.asks and turn.intent in ("ask_successor", *REFUSED):
        return "ask_award_criteria"  # 'we got 72 points but only 9 of 20 for the team'
    if turn.message.hangs_on("enough") and turn.intent in OF_POINTS:
        return "ask_award_criteria"  # 'Mums ir 57 punkti, vai pietiks?'
    return None


def _of_unit_costs(turn: Turn) -> str | None:
    said, message = turn.said, turn.message
    unsure = turn.intent.startswith("ask_") and turn.confidence < UNLIKELY
    if unsure and said.partner_role and message.monthly:
        return "ask_management"  # 'koordinatoram esot 800 eiro mēnesī, uzraksti, ka tā ir'
    beside_us = said.own and said.organisations and said.months and message.asks
    if beside_us and turn.confidence < UNLIKELY and not (message.whether or said.euro):
        return "ask_management"  # 'us plus two others, one year. what do we get for running it?'
    if turn.intent in REFUSED and said.months and "manager" in said.staff:
        return "ask_management"  # 'pieliec arī projekta vadītāju uz 24 mēnešiem'
    of_outputs = message.has("outputs") and {"manager", "administrative"} & {*said.staff}
    if turn.intent == "ask_management_use" and of_outputs:
        return "ask_output_staff"  # 'May our manager's days be put under intellectual outputs?'
    dear = said.euro and said.kilometres and message.turns_on("gets_more")
    dear = dear and not (said.days or said.months or message.has("meetings"))
    if dear and turn.intent in _LIKE_DEAR_TRAVEL:
        return "ask_expensive_travel"  # 'A ticket is 400 EUR, the rate 275. Can we get more?'
    if turn.intent == "ask_management_use" and said.organisations and turn.confidence < UNSURE:
        return "ask_management"
    pupils = said.participant == ["learner"] and not message.has("accompanying")
    pupils = pupils and turn.confidence < UNSURE and bool(said.days or said.kilometres)
    if turn.intent == "ask_accompanying_persons" and pupils:
        return "ask_individual_support"  # 'Vedam 15 bērnus uz 5 dienām. Cik par visu sanāk?'
    rate = message.has("a_day") and said.euro and said.participant and not said.months
    if rate and turn.intent in ("ask_eligibility", "ask_grant", *REFUSED):
        return "ask_individual_support"  # 'The staff rate is 160 euro a day. Is that right?'
    trains = said.activity and said.days and message.has("a_day") and not message.has("outputs")
    if trains and turn.intent == "ask_output_rates":
        return "ask_individual_support"  # 'for staff training it is 160 a day: 6 teachers, 5 days'
    who = (said.people or said.we) and (said.kilometres or said.destination)
    if turn.intent in _OF_SUMS and message.has("meetings") and who:
        return "ask_meetings"  # 'Uz tikšanos brauks trīs kolēģi, 1450 km. Kāds finansējums?'
    trained = message.has("activities") and not message.has("meetings")
    if turn.last_topic == "meetings" and turn.intent in _LIKE_MEETINGS and trained:
        return "ask_travel" if said.kilometres else None  # 'and a training 40 km away?'
    far = turn.intent in ("ask_travel", "ask_distance_rule") and said.kilometres
    tells = far and not message.asks and "learner" not in said.participant
    tells = tells and message.length <= SENTENCE
    if turn.last_topic in OF_AN_ACTIVITY and tells and turn.intent == "ask_distance_rule":
        return "inform"  # 'attālums ir ap 2050 km'
    if turn.last_topic == "meetings" and tells and not said.activity:
        return "ask_meetings"  # 'distance Riga-Reykjavik is a bit over 2500 km'
    pays = message.turns_on("who_pays") and turn.confidence < UNSURE
    # 'Vai segs arī biļeti, kas maksā 450 eiro?' tells what it costs
    pays = (pays or message.ends_with("who_pays")) and not said.euro
    if pays and turn.sums and turn.last_topic in _PAID_BY_UNITS:
        return "ask_cofinancing"  # 'We are 140 short for each person. Who pays that?'
    learns = said.activity or message.has("activities") or "learner" in said.participant
    journey = said.kilometres or len(said.town) > 1
    to_meeting = message.has("meetings") and journey and not learns and not said.days
    if turn.intent == "ask_travel" and to_meeting and turn.last_topic is None:
        return "ask_meetings"  # 'Uz sanāksmi Valkā 85 km. Tiešām par ceļu neko?'
    trains = said.activity and not message.has("instead")
    travels = turn.intent in ("ask_travel", "ask_individual_support") and turn.confidence < UNSURE
    meets = message.has("meetings") and (turn.follows or said.meetings)
    if travels and meets and not trains:
        return "ask_meetings"  # 'un ja tie paši četri brauc uz projekta sanāksmi?'
    if len(said.works) > 1 and message.asks and turn.intent in _OF_WORK:
        return "ask_output_rates"  # 'skolotāja 40 dienas, somu pētnieks 20 dienas. Kas sanāk?'
    dated = turn.intent == "near_miss_other_year" and turn.confidence < UNSURE
    if dated and message.has("meetings") and said.kilometres:
        return "ask_meetings"  # a meeting in 2022 is one of this call's projects
    bands = {band.amount for band in in_force(turn.call.learning.travel, turn.day)}
    paid = {*said.euro, *said.numbers_from(CROWD)}
    if turn.intent == "ask_expensive_travel" and said.kilometres and paid <= bands:
        return "ask_travel"  # 'Is it right that 450 km pays 275 euros?' names no fare
    if turn.last_topic == "multiplier_events" and message.lacks("outputs"):
        return "ask_multiplier_events"  # 'var arī bez intelektuālā rezultāta?'
    if said.local and said.international and turn.confidence < UNSURE and message.asks:
        return "ask_multiplier_events"
    return None


def _of_real_costs(turn: Turn) -> str | None:
    said, message = turn.said, turn.message
    if turn.intent == "ask_budget_categories" and message.has("special"):
        return "ask_special_needs"  # 'Which line pays for a sign language interpreter?'
    share = message.percent or message.turns_on("fully")
    if turn.intent in REFUSED and share and message.has("exceptional"):
        return "ask_exceptional_costs"  # 'Just say yes: exceptional costs are paid at 100 %'
    large = said.euro or said.numbers_from(_A_COST)
    if turn.sums and large and message.has("exceptional") and turn.confidence < UNSURE:
        return "ask_exceptional_costs"  # 'pieskaiti 10000 par filmēšanas firmu'
    firm = message.has("exceptional") or "companies" in message.marked("who")
    special = message.has("special") and not firm
    if turn.intent == "ask_exceptional_costs" and special and large:
        return "ask_special_needs"  # 'Surdotulks, 900 eiro. Tas arī pēc tā paša procenta?'
    unnamed = turn.intent == "ask_special_needs" and not message.has("special")
    if unnamed and said.euro and turn.confidence < UNSURE and turn.last_topic is None:
        return "ask_exceptional_costs"  # 'Video ražošana maksās 10 000 eur. Cik segs?'
    rest = message.has("remains") and not said.named and turn.confidence < UNSURE
    if turn.last_topic in OF_REAL_COSTS and rest:
        return f"ask_{turn.last_topic}"  # 'un cik paliek mums?'
    gets_less = turn.intent == "ask_expensive_travel" and turn.last_topic == "double_funding"
    if gets_less and not (said.named or message.hangs_on("ticket")):
        return "ask_cofinancing"  # 'And if it ends up dearer than what you give?'
    fare = said.euro or said.numbers_from(CROWD)
    other = said.kilometres or said.months or said.days or message.has("meetings")
    dear = turn.last_topic == "expensive_travel" and fare and not other
    if dear and turn.intent in _LIKE_DEAR_TRAVEL and message.length <= SENTENCE:
        return "ask_expensive_travel"  # 'And if the ticket was only 350?'
    if turn.last_topic == "equipment" and said.euro and turn.confidence < UNSURE:
        return "ask_exceptional_costs"  # 'bet video no firmas par 12 000 eiro?'
    if message.has("exceptional") and said.euro and turn.intent in _OF_MONEY:
        return "ask_exceptional_costs"  # 'pie izņēmuma izmaksām ir … kopā 80 000. Cik dabūsim?'
    return None


def _of_dates(turn: Turn) -> str | None:
    message = turn.message
    unsure = turn.intent in REFUSED or (turn.confidence < UNSURE and turn.intent != "ask_deadline")
    told = turn.said.months or turn.said.people or turn.plan.active
    if turn.said.date and message.turns_on("too_early") and unsure and not told:
        return "ask_start_window" if message.asks else None  # 'October is too early. February?'
    rest = message.has("remains") or message.turns_on("last_part")
    if turn.last_topic == "payments" and rest and message.length <= SHORT and not turn.said.named:
        return "ask_payments"  # 'And the remaining bit?'
    parted = turn.last_topic == "payments" and message.turns_on("full_grant")
    if parted and turn.intent == "ask_grant" and turn.follows and message.length <= SENTENCE:
        return "ask_payments"  # 'so in euros, if we got the max?'
    of_dates = turn.last_topic in OF_DATES
    shortest = message.has("shortest") and turn.intent in _LIKE_THE_SHORTEST
    shortest = shortest and not message.turns_on("most")  # 'cik tad max par īsāko?'
    if of_dates and shortest and turn.said.shared == Said() and message.length <= SENTENCE:
        return "ask_duration"  # 'Un īsākais variants? Esam skola.' after how much three years get
    if turn.intent == "ask_grant" and _asks_for_length(turn):
        return "ask_duration"  # 'What's the shortest you'd accept from us?'
    sure = turn.intent == "ask_largest_consortium" and message.turns_on("length")
    most = of_dates and turn.intent in _LIKE_THE_MOST and message.turns_on("most") and not sure
    if most and (turn.said.number or message.has("shortest")):
        return "ask_grant"  # 'un cik max par 24 un cik par 36?', 'cik tad max par īsāko?'
    if _asks_for_most_of_length(turn):
        return "ask_grant"  # '18 months. max?' after the partners' countries
    if of_dates and turn.intent == "ask_money_available" and not turn.said.named:
        return "ask_grant" if turn.confidence < UNSURE else None  # 'un naudas cik tad?'
    that = turn.last_topic == "learning_activities" and message.length <= SHORT
    if turn.intent == "ask_duration" and that and not turn.said.named:
        return "ask_learning_activities"  # 'how short can that one be?'
    stays = message.turns_on("a_stay") and turn.said.participant
    if turn.intent == "ask_duration" and stays and not turn.said.months:
        return "ask_learning_activities"  # 'I heard of long stays for teachers. How long?'
    dated = turn.said.date or turn.said.months
    if turn.intent == "ask_latest_end" and message.turns_on("gain") and not dated:
        return "ask_double_funding"  # 'could we end up with a profit in the end?'
    if turn.intent == "ask_duration" and message.has("activities") and message.has("shortest"):
        return "ask_learning_activities"  # 'What is the shortest training?'
    fewest = message.turns_on("how_many_days") and message.hangs_on("least")
    if fewest and turn.last_topic in OF_AN_ACTIVITY | {"meetings"} and _may_be_of_days(turn):
        return "ask_learning_activities"  # 'cik dienas šādam braucienam ir mazākais?'
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
    held = message.has("meetings") or message.has("events")
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


def _of_partners(turn: Turn) -> str | None:
    said, message = turn.said, turn.message
    learners = "learner" in said.participant or said.people or said.kilometres
    if message.turns_on("how_old") and turn.intent in _LIKE_AN_AGE and not learners:
        itself = {*message.marked("who")} - {"informal", "person"} or message.turns_on("founds")
        if itself:
            return "ask_who_can_participate"  # 'Is our association too young?'
    before = {*turn.last_said.country, *turn.last_said.town}
    others = len(before) > 1 and turn.last_topic == "consortium"
    leaves = bool(message.has("left") and before & {*said.country})
    gone = leaves or turn.gives_up("country") or turn.gives_up("town")
    of_all = said.months or said.date or said.project_type  # 'Without Minsk, 12 months from 1 May.'
    if others and not of_all and (gone or (message.has("instead") and said.country)):
        return "ask_consortium"  # 'Un ja Šveices vietā ņemam Norvēģiju?'
    third = turn.intent == "ask_partner_country_role" and turn.confidence < UNSURE
    if third and said.nth and said.country and message.whether:
        return "ask_consortium"  # 'A school from Basel would be our third beside Finland. Ok?'
    exits = {each["value"] for each in turn.taken_back if each["entity"] == "country"}
    allowed = message.turns_on("forbidden") or message.hangs_on("may")
    back = exits and (exits == {"GB"} or exits & {*countries_of(said.town, turn)})
    if turn.intent == "ask_partner_changes" and back and allowed and not turn.last_topic:
        return "ask_countries"  # 'Partneris no Londonas. Briti izstājās, tad viņus nevar ņemt?'
    left = message.turns_on("only_them") or message.has("none")
    alone = turn.last_topic in _OF_CHANGES and turn.intent in (*_LIKE_PARTNERS_LATER, "inform")
    if alone and left and len({*said.country, *said.town}) > 1 and message.length <= SENTENCE:
        return "ask_consortium"  # 'without them there's only us in Latvia and a Danish school'
    if _lists_partners(turn):
        return "ask_consortium"  # 'So: Riga, us, and a school in Glasgow.'
    unclear = turn.intent in REFUSED or (turn.intent == "inform" and not turn.last_topic)
    like = turn.intent in ("ask_consortium", "describe_project") and not turn.plan.active
    unclear = unclear or (like and message.hangs_on("enough") and not said.months)
    listed = len(said.country) > _TWO and (message.hangs_on("enough") or message.has("fits"))
    if unclear and listed and not (said.months or said.field):
        return "ask_consortium"  # 'Esam LV, EE, FI. Pietiek?'
    partners = message.marked("who") or message.turns_on("of_partners")
    if unclear and len(said.town) > 1 and partners and not said.kilometres:
        return "ask_consortium"  # 'Three NGOs: Daugavpils, Vilnius, Białystok. Good to go?'
    later = message.turns_on("after_approval") and message.turns_on("finds") and message.asks
    of_them = message.turns_on("of_partners") or message.turns_on("partnership_size")
    like = turn.intent in _LIKE_PARTNERS_LATER
    if later and of_them and like and not message.turns_on("moved"):
        return "ask_consortium"  # 'Vai partnerus drīkst atrast pēc apstiprināšanas?'
    nowhere = message.lacks_partner and (said.town or said.venue) and not said.date
    if turn.intent in _LIKE_A_VENUE and nowhere and message.asks and not said.kilometres:
        return "ask_venues"  # 'May the kick-off be in Vienna? No Austrian partner.'
    if _asks_for_a_place(turn):
        return "ask_venues"
    if turn.last_topic == "venues" and said.country and turn.intent in _LIKE_ANOTHER_PARTNER:
        joins = message.turns_on("comes_in") and (turn.follows or message.length <= SHORT)
        return "ask_venues" if joins else None  # 'and if we take an Irish college on board?'
    within = turn.intent == "ask_countries" and message.turns_on("within")
    if within and len(said.country) > 1 and said.countries:
        return "ask_consortium"  # 'Latvija, Norvēģija un Islande: vai skaitās 3 valstis?'
    if turn.last_topic == "venues" and said.town and turn.intent == "describe_project":
        return "ask_venues"  # 'and Vienna, with partners from LV, AT and SI'
    from_there = message.turns_on("of_partners") and turn.last_topic != "venues"
    if turn.intent == "ask_venues" and turn.confidence < UNSURE and from_there:
        return "ask_countries"  # 'Are partners from all of those places permitted?'
    counted = message.turns_on("within") and (said.number or said.countries)
    if counted and turn.last_topic in OF_COUNTRIES and turn.confidence < UNSURE:
        return "ask_consortium"  # 'Do we count as one of the three?'
    if those := _asks_what_counts(turn):
        return those
    few = said.organisations or said.number or said.we
    remain = message.has("remains") or message.turns_on("stay")
    if turn.intent == "ask_partner_changes" and listed and message.hangs_on("presents"):
        return "ask_consortium"  # 'without the Italians we are LV, LT, LT, DE. still valid?'
    if turn.intent == "ask_partner_changes" and remain and few:
        # 'What if then we are only two left?'
        return "ask_consortium" if message.hangs_on("doubtful") else None
    theirs = said.country or message.turns_on("of_partners")
    signs = theirs and message.turns_on("signs") and message.whether and message.length <= SENTENCE
    if signs and turn.last_topic in OF_COUNTRIES | {"consortium"} and turn.confidence < UNSURE:
        return "ask_annexes"  # 'do the Icelanders need to sign something?'
    if _asks_of_another_country(turn):
        return "ask_countries"
    again = turn.last_topic == "consortium" and turn.intent == "ask_consortium"
    if again and message.turns_on("most") and not said.named:
        return "ask_largest_consortium"  # 'is there a maximum?'
    goes_on = turn.follows or message.length <= SENTENCE
    who = bool(said.organisations or said.country or said.town)
    joins = goes_on and message.adds_partners and who
    about_them = turn.intent in _LIKE_ANOTHER_PARTNER or _names_only_places(turn)
    if turn.intent == "ask_partner_country_role" and turn.confidence >= UNSURE:
        about_them = False  # 'Kāds risks ar Šveici, ja mums būtu arī Itālija?'
    if joins and turn.last_topic == "consortium" and about_them:
        return "ask_consortium"  # 'Tad ņemam klāt Norvēģiju. Tagad ir labi?'
    if joins and turn.last_topic == "contacts" and turn.background.country:
        return "ask_consortium"  # 'un ja pierunājam vēl vienu skolu Igaunijā?'
    return None


def _asks_for_a_place(turn: Turn) -> bool:
    """Tell whether it is asked if an activity may be in a town, the partners being told.

    'The children dream of Rome, our partners are Poland and Latvia. May the exchange be there?'
    """
    said = turn.said
    place = len(said.country) > 1 and bool(said.town) and bool(said.activity)
    counts = said.days or said.months or said.people or said.kilometres or said.meetings
    asks = turn.intent == "ask_learning_activities" and turn.message.hangs_on("may")
    return asks and place and not counts


def _names_only_places(turn: Turn) -> bool:
    """Tell whether a message of a few words names nothing but places, for no topic of its own."""
    said = turn.said
    only = said.shared == Said(town=said.town, destination=said.destination, country=said.country)
    parts = {each["word"] for each in turn.message.words} & _PARTS_OF_A_PLAN
    return turn.confidence < UNSURE and turn.message.length <= SHORT and only and not parts


def _lists_partners(turn: Turn) -> bool:
    """Tell whether a message lists where the partners of a consortium are, and asks nothing else.

    'So: Riga, us, and a school in Glasgow.' Who only asks of three countries whether they are
    Programme Countries lists no partners.
    """
    said, message = turn.said, turn.message
    ours = ("ask_distance_rule", "ask_venues") if turn.names("own") and not message.asks else ()
    like = turn.intent in (*_LIKE_A_LIST, *ours, *REFUSED)
    if not like or turn.plan.active or said.partner_role:
        return False
    places = {*said.town, *said.country}
    own = turn.names("own")
    who = bool(own) or (message.marked("who") and not message.turns_on("programme"))
    of_others = said.model_copy(
        update={"town": [], "destination": [], "country": [], "venue": [], "own": [], "field": []}
    )
    nothing_else = not (of_others.named or turn.message.has("meetings") or message.has("trip"))
    return len(places) + own > _TWO and bool(who) and nothing_else and message.length <= SENTENCE


def _of_a_ceiling(turn: Turn) -> str | None:
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
    figures = {*said.euro, *said.numbers_from(_A_COST)}
    unlikely = turn.intent.removeprefix("ask_") in _CAPS and turn.confidence < UNSURE
    unclear = turn.intent in REFUSED or unlikely
    if not unclear or len(figures) != 1 or said.months or said.people:
        return None
    caps = {turn.call.number(fact, turn.day): topic for topic, fact in _CAPS.items()}
    topic = caps.get(figures.pop())
    return f"ask_{topic}" if topic else None


def _asks_what_counts(turn: Turn) -> str | None:
    """Return the intent where it is asked whether those before count, or which of them do."""
    message = turn.message
    goes_on = turn.follows or message.length <= SENTENCE
    if not message.turns_on("within") or turn.said.country or not goes_on:
        return None
    like = turn.intent in ("ask_partner_country_role", "ask_consortium", "ask_countries")
    if turn.last_topic == "associated_partners" and like:
        return "ask_associated_partners"  # 'Do they count towards the three?'
    return "ask_consortium" if like and turn.asks_which_count else None  # 'Which of those count?'


def _asks_of_another_country(turn: Turn) -> bool:
    """Tell whether an unclear message names only a country that the last topic has no use for.

    'and Turkey? Same rules?'
    """
    said, message = turn.said, turn.message
    unclear = turn.intent in (*REFUSED, "inform") or turn.confidence < UNLIKELY
    if not unclear or turn.plan.active or message.length > SHORT or message.adds:
        return False
    alone = len(said.country) == 1 and said == Said(country=said.country)  # 'in Estonia?' is not
    return alone and not takes_country(turn)


def takes_country(turn: Turn) -> bool:
    """Tell whether a country that is named may change what the last topic said."""
    about = topics().get(turn.last_topic or "")
    places = about is None or {"country", "town"} & set(about.values)
    return bool(places) or turn.last_topic in _OF_PEOPLE_AND_PLACES


def _of_what_is_left(turn: Turn) -> str | None:
    message, said = turn.message, turn.said
    most = message.has("remains") and message.turns_on("most") and bool(turn.sums)
    if most and message.hangs_on("much") and turn.intent in _LIKE_FREE_TIMES:
        return "ask_grant"  # 'and how much of the max would still be free?'
    asks = message.has("remains") or message.has("too_much")
    asks = asks and message.asks and not said.named
    of_last = turn.intent == f"ask_{turn.last_topic}" and turn.last_topic not in OF_REAL_COSTS
    # 'Cik vēl paliek līdz griestiem?' may sound like the days that are left
    ceiling = message.turns_on("ceiling") and turn.confidence < UNSURE
    if asks and turn.sums and (of_last or ceiling or turn.intent in _OF_WHAT_IS_LEFT):
        return "ask_grant"  # 'Cik paliek līdz maksimumam?'
    return None


def _of_who_asks(turn: Turn) -> str | None:
    """Return the intent where somebody says what they are, or that they are no organisation."""
    message = turn.message
    short = turn.intent in REFUSED and message.length <= SENTENCE
    if (turn.intent in _OF_PARTNERS or short) and _asks_for_itself(turn):
        return "ask_who_can_participate"  # 'We are a library. Can we apply?'
    nobody = {"person", "informal"} & set(message.marked("who"))
    if nobody and turn.intent in ("ask_consortium", *REFUSED) and message.hangs_on("may"):
        return "ask_who_can_participate"  # 'Vai skolotājs var pieteikties viens pats, bez skolas?'
    code = names_code(turn)
    joins = message.hangs_on("may") and message.marked("who") and not code
    if turn.intent == "ask_action_codes" and joins and turn.confidence < UNSURE:
        return "ask_who_can_participate"  # 'un augstskolu drīkst pieņemt klāt?'
    if turn.intent in ("inform", "nlu_fallback") and turn.last_topic is None and _fits_code(turn):
        # 'Esam tehnikums. KA202?'; 'vai tehnikums drīkst būt KA201 projektā?' asks for the other
        return "ask_who_can_participate" if message.hangs_on("may") else "ask_action_codes"
    return None


def _of_costs_before(turn: Turn) -> str | None:
    unsure = turn.intent == "ask_double_funding" and turn.confidence < UNSURE
    if unsure and turn.message.has("left"):
        return "ask_partner_changes"  # 'What if our museum drops out before the start?'
    early = turn.message.turns_on("before_september") and turn.message.hangs_on("cost")
    if turn.intent in ("ask_start_window", *_OF_COSTS) and early:
        return "ask_double_funding"  # 'so what we buy this summer can't be claimed?'
    if turn.intent in _OF_COSTS and _asks_before_start(turn):
        return "ask_double_funding"  # 'We start in October, is a meeting in June paid?'
    return None


def _of_each_partner(turn: Turn) -> str | None:
    """Return the intent where the ceiling of the grant is asked for each partner."""
    few = turn.message.length <= SHORT and not turn.said.named and turn.intent in _LIKE_A_SHARE
    each = turn.last_topic == "grant" and turn.message.has("each_partner")
    return "ask_grant" if few and each else None  # 'and per partner?'


def _of_a_large_sum(turn: Turn) -> str | None:
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


def _by_what_a_verdict_turns_on(turn: Turn) -> str | None:
    """Return the intent where a word on which a verdict turns tells it."""
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
    amount = said.euro or said.numbers_from(A_BUDGET)
    lengthy = turn.intent in ("ask_duration", *REFUSED) or not sure
    if amount and lengthy and message.turns_on("how_long") and not said.people:
        return "ask_grant"  # 'how many months for 300 000?'
    if dated := _of_dates_told(turn):
        return dated
    if _asks_for_a_start(turn):
        return "ask_start_window"  # 'the latest start for 34 months'
    alone = said.months and not said.organisations  # '36 months, 7 partners, 81 000' is management
    if alone and amount and message.whether and turn.intent == "ask_management" and not sure:
        return "ask_grant"  # 'Does 250 000 fit into 18 months?'
    parted = message.turns_on("first_part") or message.turns_on("last_part")
    largest = message.turns_on("full_grant") and turn.intent in REFUSED
    if parted and ((amount and turn.intent == "ask_grant") or (largest and said.months)):
        return "ask_payments"  # '450 000: how much comes first?'
    named = message.turns_on("called") and said.participant
    if named and not sure and turn.intent in ("ask_duration", "ask_cross_sector", *REFUSED):
        return "ask_learning_activities"  # 'Teachers teach abroad for 3 months: its name?'
    of_activity = said.activity and message.hangs_on("may") and not message.open
    if turn.intent == "ask_action_codes" and of_activity:
        return "ask_learning_activities"  # 'Garā skolēnu mobilitāte: var KA202?'
    unlikely = turn.confidence < UNLIKELY and turn.intent == "ask_who_can_participate"
    if said.activity and message.whether and unlikely:
        return "ask_learning_activities"  # 'Pirmsskola: vai drīkst skolēnu apmaiņu?'
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


def _asks_for_itself(turn: Turn) -> bool:
    """Tell whether an organisation says what it is and asks whether it may, not with how many."""
    message, said = turn.message, turn.said
    how_many = turn.intent == "ask_largest_consortium"
    presents = message.hangs_on("presents") and not how_many
    presents = presents or turn.confidence < _LIKELY
    presents = presents and bool(message.marked("who"))
    partners = said.organisations or said.countries or said.country or said.number or said.own
    partners = partners or said.months or said.date or said.euro
    apart = message.hangs_on("alone") or message.denies or message.hangs_on("required")
    return presents and message.hangs_on("may") and not partners and not apart


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


def _fits_code(turn: Turn) -> bool:
    """Tell whether it is asked if a code is the one of the organisation that is named."""
    code = names_code(turn)
    return code and bool(turn.message.marked("who")) and turn.message.asks


def _of_a_plan_or_verdict(turn: Turn) -> str | None:
    """Return the intent of what seems to tell of a project and asks whether it is all right."""
    said = turn.said
    if turn.intent != "describe_project" or turn.plan.active:
        return None
    message = turn.message
    only = message.turns_on("claimed") and message.hangs_on("doubtful") and message.turns_on("true")
    if only and message.marked("who") and not said.months:
        return "ask_who_can_participate"  # 'Esam muzejs. … Teica, ka tikai skolām. Vai taisnība?'
    if asked := _clearly_asked(turn) or _of_next_sum(turn):
        return asked
    if said.euro and turn.message.asks and said.shared == Said():
        return "ask_exceptional_costs"  # 'Video ražošana maksās 10 000 eur. Cik segs?'
    parts = {each["word"] for each in turn.message.words} & _PARTS_OF_A_PLAN
    travels = said.meetings and said.people and said.kilometres
    if parts == {"meetings"} and travels and turn.message.asks and not said.field:
        return "ask_meetings"  # 'Our meetings: 4, 2 from each of 4 partners, 1,800 km. Total?'
    several = said.months or len(said.country) > 1
    if turn.message.has("fits") and turn.message.asks and several:
        return "ask_eligibility"  # 'LV+EE+FI, KA202, 12 mēn. Ok?'
    partners = said.country or said.organisations
    if turn.confidence < _LIKELY and partners and not said.months:
        return "ask_consortium"  # 'We have one partner in Spain and one in Italy, is that enough'
    in_towns = len(said.town) > 1 and turn.message.marked("who") and not turn.message.has("trip")
    if in_towns and not (said.months or said.days or said.kilometres or said.meetings):
        return "ask_consortium"  # 'muzejs Viļņā, bibliotēka Kijivā un skola Gdaņskā'
    return None


def _clearly_asked(turn: Turn) -> str | None:
    """Return what the sentence asks that ends a story: the story itself tells of a project.

    'Esam skola Cēsīs … Direktore jautā, vai ar to pietiek.'; 'KA204, 12 months … management?'
    """
    asked = turn.message.asked
    if asked and asked.startswith("ask_"):
        return None if asked in _ABOUT_PLANS else asked
    stays = turn.said.months and turn.said.participant and turn.said.kilometres
    stays_alone = stays and not turn.said.organisations and not tells_of_project(turn.said)
    if stays_alone and turn.message.asks:
        return "ask_individual_support"  # 'Four pupils spend three months … 1100 km away …'
    parts = {each["word"] for each in turn.message.words} & _PARTS_OF_A_PLAN
    partners = turn.said.organisations or len(turn.said.country) > 1
    if turn.message.asks and partners and turn.said.months:
        return "ask_management" if parts - {"activities"} == {"management"} else None
    return None


def _of_next_sum(turn: Turn) -> str | None:
    """Return what sum is asked for next, where sums are being worked out and no plan is.

    'Plus 3 sanāksmes, katrā 6 braucēji, 850 km' after the sum of management.
    """
    said = turn.said
    if not turn.sums or said.months or said.organisations or said.field:
        return None
    several = said.people or said.number or said.kilometres
    goes_on = turn.last_topic in OF_AN_ACTIVITY and turn.message.length <= SENTENCE
    if goes_on and several and not (said.meetings or said.project_type or said.country[1:]):
        return "inform"  # 'OK and the Estonians, 4 of them, also 3100-ish, 5 days'
    if said.meetings and (said.people or said.we):
        return "ask_meetings"
    large = said.euro or said.numbers_from(_A_COST)
    if large and turn.message.has("exceptional"):
        return "ask_exceptional_costs"  # 'and a video from an outside company, 10 000'
    if said.local or said.international:
        return "ask_multiplier_events"
    if said.days and said.staff and turn.message.has("outputs"):
        return "ask_output_rates"
    activity = said.model_copy(update={"activity": []})
    if turn.last_topic in OF_AN_ACTIVITY and turn.message.turns_on("same_distance"):
        # 'Pedagogi brauks 5 dienas, 6 cilvēki, tas pats attālums.'
        activity = activity.model_copy(update={"kilometres": turn.last_said.kilometres})
    return "ask_individual_support" if tells_an_activity(activity) else None


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


def tells_an_activity(said: Said) -> bool:
    """Tell whether all is named that an activity's money depends on, and nothing of a plan."""
    travels = said.kilometres or len(said.town) > 1
    of_a_plan = said.months or said.organisations or said.euro or said.meetings or said.activity
    return bool(said.days and travels and (said.travellers or said.participant) and not of_a_plan)


_RULES = (
    of_other_calls,
    _of_what_was_before,
    _of_a_partner_before,
    _of_taxes,
    _of_what_no_source_says,
    _of_contacts,
    _of_priorities,
    _of_types,
    _of_applying,
    _of_points,
    _of_unit_costs,
    _of_real_costs,
    _of_dates,
    _of_partners,
    _of_a_ceiling,
    _by_what_a_verdict_turns_on,
    _of_what_is_left,
    _of_who_asks,
    _of_costs_before,
    _of_a_large_sum,
    _of_each_partner,
)
"""By theme; the first that knows a message decides."""
