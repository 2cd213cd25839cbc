"""What a word means after the topic before: the same word may mean several things."""

from __future__ import annotations

from actions.counts import A_COST
from actions.topic_groups import (
    OF_AN_ACTIVITY,
    OF_PRIORITIES,
    REFUSED,
    SENTENCE,
    UNSURE,
)
from actions.turn import Turn
from actions.values_meant.partners import LIKE_PARTNERS_LATER

_LIKE_ONE_PRIORITY = ("ask_consortium", "ask_eligibility", *REFUSED)
"""What it may sound like to ask whether one priority is enough."""
_LIKE_PARTNERS_NOW = ("ask_change_application", "ask_how_to_apply", *LIKE_PARTNERS_LATER)
"""What it may sound like to ask after that about partners before the application is handed in."""
_LIKE_HOSTS = ("ask_meetings", "ask_travel", "describe_project", "plan_compare", *REFUSED)
"""What it may sound like to ask after an activity's sum what its hosts get."""
_OF_APPLICATIONS = ("several_applications", "one_application")
_AFTER_TYPES = ("project_types", "money_split", "budget_categories")
"""Topics after which 'both' means both types of project."""

_SUMMED = {
    "management": "management", "outputs": "output_rates", "meetings": "meetings",
    "events": "multiplier_events", "exceptional": "exceptional_costs", "special": "special_needs",
}  # fmt: skip
"""Words of the group `plan` that name what has a sum, with its topic."""
_FEW = 8
"""Words of a message up to which several of them are one sum."""


def of_what_was_before(turn: Turn) -> str | None:
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
    if not turn.said.named and _names_sums_before(turn):
        return "ask_total"  # 'So outputs plus management?'
    both = message.has("both") and message.has("activities") and not message.has("meetings")
    of_types = turn.intent in ("ask_several_applications", "ask_learning_activities", *REFUSED)
    if last in _AFTER_TYPES and of_types and both:
        return "ask_project_types"  # 'Training trips ok in both?'
    return _of_an_activity_before(turn)


def _names_sums_before(turn: Turn) -> bool:
    """Tell whether a few words name several things whose sums are known."""
    message = turn.message
    summed = {key.partition("/")[0] for key in turn.sums}
    named = {topic for word, topic in _SUMMED.items() if message.has(word)}
    few = message.length <= _FEW and (message.asks or message.adds)
    return few and len(named) > 1 and named <= summed


def _of_an_activity_before(turn: Turn) -> str | None:
    """Return the intent of what changes an activity: 'Could we make it 2 days instead?'."""
    changes = turn.said.days and turn.message.has("instead") and not turn.slots.asked
    if turn.last_topic in OF_AN_ACTIVITY and turn.intent == "move_slot" and changes:
        return "inform"
    one_alike = turn.message.turns_on("such") and turn.message.hangs_on("may")
    told = turn.said.people or turn.said.days or turn.said.kilometres or turn.said.months
    if turn.last_topic in OF_AN_ACTIVITY and one_alike and turn.names("field") and not told:
        return "ask_learning_activities"  # 'Vai tādu var rīkot arī pieaugušo sektorā?'
    hosts = turn.message.turns_on("host_people") and not turn.message.has("meetings")
    if turn.last_topic in OF_AN_ACTIVITY and hosts and turn.intent in _LIKE_HOSTS:
        return "ask_individual_support"  # 'and the Portuguese hosts who attend, 6 people?'
    return None


def of_a_partner_before(turn: Turn) -> str | None:
    """Return the intent where a firm that was to be hired, or its people, would be a partner's."""
    message, said = turn.message, turn.said
    costs = said.euro or said.numbers_from(A_COST) or message.has("exceptional")
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
