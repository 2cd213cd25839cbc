"""What a message asks that seems to tell of a whole project, or of the next sum."""

from __future__ import annotations

from actions.counts import A_COST
from actions.plan_reading import tells_of_project
from actions.said import Said
from actions.topic_groups import (
    OF_AN_ACTIVITY,
    SENTENCE,
)
from actions.turn import Turn
from actions.values_meant.rule import LIKELY, PARTS_OF_A_PLAN

_ABOUT_PLANS = {"ask_plan_budget", "ask_total", "ask_eligibility", "ask_learning_activities"}
"""What asks about the project that a story tells of, so that it is a plan."""


def of_a_project(turn: Turn) -> str | None:
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
    parts = {each["word"] for each in turn.message.words} & PARTS_OF_A_PLAN
    travels = said.meetings and said.people and said.kilometres
    if parts == {"meetings"} and travels and turn.message.asks and not said.field:
        return "ask_meetings"  # 'Our meetings: 4, 2 from each of 4 partners, 1,800 km. Total?'
    several = said.months or len(said.country) > 1
    if turn.message.has("fits") and turn.message.asks and several:
        return "ask_eligibility"  # 'LV+EE+FI, KA202, 12 mēn. Ok?'
    partners = said.country or said.organisations
    if turn.confidence < LIKELY and partners and not said.months:
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
    parts = {each["word"] for each in turn.message.words} & PARTS_OF_A_PLAN
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
    large = said.euro or said.numbers_from(A_COST)
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


def tells_an_activity(said: Said) -> bool:
    """Tell whether all is named that an activity's money depends on, and nothing of a plan."""
    travels = said.kilometres or len(said.town) > 1
    of_a_plan = said.months or said.organisations or said.euro or said.meetings or said.activity
    return bool(said.days and travels and (said.travellers or said.participant) and not of_a_plan)
