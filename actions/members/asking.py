"""What a message asks of the consortium that was told: its verdict, its money, its agency."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from actions.topic_groups import NEAR_MISS, REFUSED, UNLIKELY, UNSURE

if TYPE_CHECKING:
    from actions.turn import Turn

_OF_MEMBERS = {
    "consortium", "largest_consortium", "eligibility", "countries", "partner_country_role",
    "who_can_participate", "partner_changes", "change_application", "associated_partners",
    "applicant", "action_codes", "activities", "what_is_partnership", "how_to_apply",
    "several_applications", "one_application", "partner_search", "partner_contract", "management",
    "management_use", "total", "describe_project", "inform", "greet", "affirm", "deny", "thank",
    "partner_payments", "annexes", "plan_correct", "plan_compare", "cross_sector", "repeat",
    "difference", "why", *REFUSED,
}  # fmt: skip
"""What a message about the consortium may sound like."""
_OF_ITS_MONEY = {
    "grant", "duration", "payments", "cofinancing", "money_split", "plan_budget", "latest_end",
    "start_window", "funding_mechanism", "budget_categories", "money_available", "difference",
    "results_date", "deadline", "savings", "individual_support", "output_rates", "meetings",
}  # fmt: skip
"""What a message about its management money may sound like."""
_OF_THEIR_OWN = {
    "partner_country_role", "several_applications", "one_application", "who_can_participate",
    "applicant", "action_codes", "how_to_apply", "countries",
}  # fmt: skip
"""What is surely asked of its own, whoever else is named."""
_OF_A_VERDICT = {
    "consortium", "largest_consortium", "eligibility", "inform", "affirm", "deny", "thank",
    *REFUSED,
}  # fmt: skip
"""What it may sound like to ask whether the consortium is enough as it is."""
_TELLING_PLACES = {"distance_rule", "venues", "priorities", "learning_activities", "goodbye"}
"""What a list of the partners' places may sound like."""
_OF_A_LENGTH = ("ask_latest_end", "ask_duration", "ask_start_window", "ask_eligibility")
_OF_A_SUM = {"the_sum", "our_share", "each_share", "shares", "less"}
_LIKE_OURSELVES = ("ask_who_can_participate", "ask_countries")
"""What it may be taken for to ask whether those who are told may apply together."""
_OTHER_ITEMS = {"meetings", "outputs", "events", "activities", "trip", "exceptional", "special"}
_OTHER_MONEY = ("ceiling", "largest", "full_grant")
_SHORT = 8
"""Words of a message up to which a length alone is that of the last sum."""
_TELLING = 2
"""Places from which a message tells of a consortium of its own."""


def asked_of_members(turn: Turn, questions: Sequence[dict[str, Any]]) -> list[str]:
    """Return the intents of a message that is about the consortium that was told; else none.

    Args:
        turn: the message, with what it makes of the consortium.
        questions: the questions that were heard in it.
    """
    if turn.plan.active or not turn.members.known or turn.intent.startswith(NEAR_MISS):
        return []
    heard = {turn.intent, *(each["intent"] for each in questions)}
    if _asks_for_the_rule(turn) or (turn.last_topic == "venues" and turn.follows):
        return []
    found = _of_a_change(turn) if turn.members.changed else _of_what_was_told(turn)
    allowed = _OF_MEMBERS | (_OF_ITS_MONEY if "ask_management" in found else set())
    allowed |= _TELLING_PLACES if turn.members.changed and not _asks_apart(turn) else set()
    polite = turn.message.has("management") and turn.message.length <= _SHORT
    allowed |= {"human"} if polite else set()  # 'OK. Management in total, please.'
    others = {each.removeprefix("ask_") for each in heard} - allowed
    others = {each for each in others if _is_sure(turn, each) or questions}
    return [] if others else found


def _asks_apart(turn: Turn) -> bool:
    """Tell whether a sentence surely asks of something else than of those whom others tell.

    'Paņemsim klāt arī čehus. Tur skolēni drīkst braukt?'
    """
    asking = turn.message.asking
    places = [e["start"] for e in turn.message.entities if e["entity"] in ("country", "town")]
    told = all(not start <= at < end for at in places for start, end in asking)
    return "?" in turn.message.text and told and turn.confidence >= UNSURE


def _is_sure(turn: Turn, topic: str) -> bool:
    return turn.intent.removeprefix("ask_") == topic and turn.confidence >= UNSURE


def _asks_for_the_rule(turn: Turn) -> bool:
    """Tell whether it is asked what must be, and not whether that is so here."""
    message = turn.message
    if turn.intent == "ask_applicant" and message.turns_on("sends_application"):
        return True  # 'We're an Estonian NGO and want to send our application to VIAA.'
    rule = message.hangs_on("required") or message.hangs_on("least")
    nobody = {"informal", "person"} & {*message.marked("who")}
    apart = nobody or message.turns_on("after_approval") or "what_country" in _asked(turn)
    return bool(rule and not turn.members.changed) or bool(apart)


def _asked(turn: Turn) -> set[str]:
    return turn.message.asked_of_members


def _has_money_before(turn: Turn) -> bool:
    return turn.members.memory.money


def _asks_for_sum(turn: Turn) -> bool:
    """Tell whether its management money is asked for, now or since it was spoken of before."""
    message = turn.message
    others = _OTHER_ITEMS & {each["word"] for each in message.words}
    if others or any(message.turns_on(each) for each in _OTHER_MONEY):
        return False
    named = (each for each in message.words if each["word"] == "management")
    if any(start <= each["start"] < end for each in named for start, end in message.asking):
        return message.asks or bool(_asked(turn) & _OF_A_SUM)
    if turn.intent == "ask_management" and message.asks and not message.turns_on("hinders"):
        return True
    said = turn.said.months or turn.said.euro
    monthly = message.turns_on("a_month") and message.length <= _SHORT and not said
    only = {key.partition("/")[0] for key in turn.sums} <= {"management"}
    return monthly or (only and _has_money_before(turn) and bool(_asked(turn) & _OF_A_SUM))


def _of_a_change(turn: Turn) -> list[str]:
    """Return what is asked of a message that tells or supposes something of the consortium."""
    message, asked = turn.message, _asked(turn)
    first = turn.members.compared is None
    if first and not _tells_a_consortium(turn):
        return []
    if not _is_changed(turn) or (first and _tells_of_a_project(turn)):
        return []
    if _asks_who_may_lead(turn):
        return ["ask_applicant"]
    found = []
    if asked & {"enough", "how_many"} and not _only_of_lead(turn):
        found.append("ask_consortium")
    if _asks_for_sum(turn):
        found.append("ask_management")
    if turn.members.leads and "whose_agency" in asked:
        found.insert(0, "ask_applicant")
    if found:
        return found
    if first:
        unclear = turn.intent in ("ask_consortium", "describe_project", "inform", "greet", *REFUSED)
        unclear = unclear or (turn.intent in _LIKE_OURSELVES and _heard(turn) == "ask_consortium")
        return ["ask_consortium"] if unclear and message.asks else []
    own = turn.intent.removeprefix("ask_") in _OF_THEIR_OWN and turn.confidence >= UNSURE
    if (own and message.asks and not message.has("supposes")) or message.turns_on(
        "running_project"
    ):
        return []
    if _only_of_lead(turn):
        return ["ask_applicant"] if message.asks else []
    return ["ask_consortium", "ask_management"] if _has_money_before(turn) else ["ask_consortium"]


def _heard(turn: Turn) -> str:
    """Return what the classifier heard, whatever was made of it since."""
    return str(turn.ranking[0]["name"]) if turn.ranking else turn.intent


def _is_changed(turn: Turn) -> bool:
    """Tell whether other organisations take part, or another leads; not only who was invited."""
    members, before = turn.members, turn.members.compared
    if before is None or members.leads:
        return True
    told = (before.organisations, before.unplaced, before.leader)
    return told != (members.now.organisations, members.now.unplaced, members.now.leader)


def _tells_of_a_project(turn: Turn) -> bool:
    """Tell whether a whole project is told, of which a plan is made or all is judged."""
    if turn.intent == "describe_project" and not turn.message.asks:
        return True
    whole = turn.said.months and (turn.said.date or turn.said.field)
    like = turn.intent in ("describe_project", "ask_eligibility")
    return bool(like and whole and not _asks_for_sum(turn))


def _asks_who_may_lead(turn: Turn) -> bool:
    """Tell whether it is asked if somebody from abroad may lead: 'viņi būs pieteicēji. Der?'."""
    leads, programme = turn.members.leads, turn.call.programme_countries(turn.day).countries
    if leads is None or leads.own:
        return False
    sure = turn.intent == "ask_applicant" and leads.country != turn.call.agency_country
    return turn.message.asks and (sure or leads.country not in programme)


def _only_of_lead(turn: Turn) -> bool:
    """Tell whether nothing but who leads is told: 'Saaremaa now wants to lead.'."""
    members, before = turn.members, turn.members.compared
    return bool(members.leads and before and members.now.organisations == before.organisations)


def _tells_a_consortium(turn: Turn) -> bool:
    others = [each for each in turn.members.now.members if not each.own]
    return len(others) + max(turn.members.now.unplaced, 0) >= _TELLING or not turn.members.assumed


def _of_what_was_told(turn: Turn) -> list[str]:
    """Return what is asked of the consortium as it is."""
    message, asked = turn.message, _asked(turn)
    if turn.members.memory.several and "all" in turn.said.scope:
        return []  # 'from both projects'
    if "whose_agency" in asked and (turn.members.now.leader or turn.members.leads):
        return ["ask_applicant"]
    if turn.intent == "ask_associated_partners" and turn.confidence >= UNSURE:
        return []
    if _asks_for_sum(turn) and not _asks_of_one_outside(turn):
        too = turn.intent in _OF_A_LENGTH and ("enough" in asked or message.whether)
        return [turn.intent, "ask_management"] if too else ["ask_management"]
    if _names_a_length(turn):
        return ["ask_management"]
    own = turn.last_topic in ("consortium", "management", "partner_changes") or "how_many" in asked
    like = turn.intent.removeprefix("ask_") in _OF_A_VERDICT or turn.confidence < UNLIKELY
    of_case = asked & {"enough", "how_many"} and own and message.asks and like
    others = any(e["word"] in ("organisation", "leads") for e in message.marks)
    others = others or bool(turn.members.named or turn.said.months or turn.said.date)
    if of_case and not others:
        return ["ask_consortium"]
    return []


def _asks_of_one_outside(turn: Turn) -> bool:
    return turn.intent in ("ask_management_use",) and turn.confidence >= UNSURE


def _names_a_length(turn: Turn) -> bool:
    """Tell whether a length is told for the management money that was asked for before."""
    whether = turn.message.whether or turn.message.hangs_on("enough")
    few = turn.message.length <= _SHORT and turn.last_topic == "management"
    other = any(turn.message.turns_on(each) for each in _OTHER_MONEY)
    return bool(turn.said.months and few and not whether and not other)
