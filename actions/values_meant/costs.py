"""What is paid for work, travel, meetings and events, and by a share of real costs."""

from __future__ import annotations

from actions.counts import A_COST, CROWD
from actions.topic_groups import (
    OF_AN_ACTIVITY,
    OF_REAL_COSTS,
    REFUSED,
    SENTENCE,
    UNLIKELY,
    UNSURE,
)
from actions.turn import Turn
from actions.values_meant.rule import first_match
from core.call import in_force

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
_LIKE_LIVING = (
    "describe_project", "plan_tell", "ask_plan_budget", "ask_accompanying_persons", "ask_travel",
    "ask_learning_activities", "ask_grant",
)  # fmt: skip
"""What it may sound like to ask for the living costs of those who are counted."""
_PAID_BY_UNITS = ("meetings", "travel", "individual_support", "management", "output_rates")
"""Topics whose sums are unit costs, whatever something really costs."""
_OF_MONEY = ("ask_grant", "ask_cofinancing", "ask_budget_categories")
_LIKE_DEAR_TRAVEL = (
    "ask_cofinancing", "ask_travel", "ask_learning_activities", "ask_budget_categories",
    "ask_grant", "ask_individual_support", "ask_savings", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask for more than the unit cost of travel."""


def of_unit_costs(turn: Turn) -> str | None:
    """Return the intent where a unit cost is asked for: of management, work, travel, events."""
    if found := first_match((_of_management, _of_those_who_go, _of_meetings_summed), turn):
        return found
    if _names_training_after_meetings(turn):
        return "ask_travel" if turn.said.kilometres else None  # 'and a training 40 km away?'
    rules = (_of_a_distance_told, _of_what_is_short, _of_meetings, _of_rates, _of_events)
    return first_match(rules, turn)


def _of_management(turn: Turn) -> str | None:
    said, message = turn.said, turn.message
    unsure = turn.intent.startswith("ask_") and turn.confidence < UNLIKELY
    if unsure and said.partner_role and message.monthly:
        return "ask_management"  # 'koordinatoram esot 800 eiro mēnesī, uzraksti, ka tā ir'
    beside_us = said.own and said.organisations and said.months and message.asks
    if beside_us and turn.confidence < UNLIKELY and not (message.whether or said.euro):
        return "ask_management"  # 'us plus two others, one year. what do we get for running it?'
    if turn.intent in REFUSED and said.months and "manager" in said.staff:
        return "ask_management"  # 'pieliec arī projekta vadītāju uz 24 mēnešiem'
    if turn.intent != "ask_management_use":
        return None
    if message.has("outputs") and {"manager", "administrative"} & {*said.staff}:
        return "ask_output_staff"  # 'May our manager's days be put under intellectual outputs?'
    return "ask_management" if said.organisations and turn.confidence < UNSURE else None


def _of_those_who_go(turn: Turn) -> str | None:
    """Return the intent where it is asked what is paid for those who go to an activity."""
    said, message = turn.said, turn.message
    dear = said.euro and said.kilometres and message.turns_on("gets_more")
    dear = dear and not (said.days or said.months or message.has("meetings"))
    if dear and turn.intent in _LIKE_DEAR_TRAVEL:
        return "ask_expensive_travel"  # 'A ticket is 400 EUR, the rate 275. Can we get more?'
    pupils = said.participant == ["learner"] and not message.has("accompanying")
    pupils = pupils and turn.confidence < UNSURE and bool(said.days or said.kilometres)
    if turn.intent == "ask_accompanying_persons" and pupils:
        return "ask_individual_support"  # 'Vedam 15 bērnus uz 5 dienām. Cik par visu sanāk?'
    if turn.intent == "ask_learning_activities" and said.days and _names_day_rate(turn):
        return "ask_individual_support"  # '20 days: is it 106 all the way through?'
    if turn.intent in _LIKE_LIVING and _asks_for_living(turn):
        return "ask_individual_support"  # '12 pupils, 7 days: how much for living costs?'
    rate = message.has("a_day") and said.euro and said.participant and not said.months
    if rate and turn.intent in ("ask_eligibility", "ask_grant", *REFUSED):
        return "ask_individual_support"  # 'The staff rate is 160 euro a day. Is that right?'
    trains = said.activity and said.days and message.has("a_day") and not message.has("outputs")
    if trains and turn.intent == "ask_output_rates":
        return "ask_individual_support"  # 'for staff training it is 160 a day: 6 teachers, 5 days'
    return None


def _names_day_rate(turn: Turn) -> bool:
    """Tell whether a sum is named that is paid a day for those who go to an activity."""
    rates = {each.amount for each in in_force(turn.call.learning.individual_support, turn.day)}
    return bool(rates & {*turn.said.euro, *turn.said.number})


def _asks_for_living(turn: Turn) -> bool:
    """Tell whether it is asked what people get for their stay, and of no project's length."""
    said, message = turn.said, turn.message
    counted = said.people and said.days and not (said.months or turn.plan.active)
    return bool(counted) and message.turns_on("living_costs") and message.hangs_on("much")


def _of_meetings_summed(turn: Turn) -> str | None:
    said = turn.said
    who = (said.people or said.we) and (said.kilometres or said.destination)
    if turn.intent in _OF_SUMS and turn.message.has("meetings") and who:
        return "ask_meetings"  # 'Uz tikšanos brauks trīs kolēģi, 1450 km. Kāds finansējums?'
    return None


def _names_training_after_meetings(turn: Turn) -> bool:
    trained = turn.message.has("activities") and not turn.message.has("meetings")
    return turn.last_topic == "meetings" and turn.intent in _LIKE_MEETINGS and trained


def _of_a_distance_told(turn: Turn) -> str | None:
    """Return the intent of a distance that is told and not asked about."""
    said, message = turn.said, turn.message
    far = turn.intent in ("ask_travel", "ask_distance_rule") and said.kilometres
    tells = far and not message.asks and "learner" not in said.participant
    if not tells or message.length > SENTENCE:
        return None
    if turn.last_topic in OF_AN_ACTIVITY and turn.intent == "ask_distance_rule":
        return "inform"  # 'attālums ir ap 2050 km'
    if turn.last_topic == "meetings" and not said.activity:
        return "ask_meetings"  # 'distance Riga-Reykjavik is a bit over 2500 km'
    return None


def _of_what_is_short(turn: Turn) -> str | None:
    """Return the intent where it is asked who pays what a unit cost leaves open."""
    message = turn.message
    pays = message.turns_on("who_pays") and turn.confidence < UNSURE
    # 'Vai segs arī biļeti, kas maksā 450 eiro?' tells what it costs
    pays = (pays or message.ends_with("who_pays")) and not turn.said.euro
    if pays and turn.sums and turn.last_topic in _PAID_BY_UNITS:
        return "ask_cofinancing"  # 'We are 140 short for each person. Who pays that?'
    return None


def _of_meetings(turn: Turn) -> str | None:
    """Return the intent where it is about meetings, however like a journey or a year it sounds."""
    said, message = turn.said, turn.message
    before = any(key.partition("/")[0] == "meetings" for key in turn.sums)
    hosts = message.turns_on("hosts_ourselves") and message.asks and turn.confidence < UNSURE
    if before and hosts and not (said.activity or message.has("activities")):
        return "ask_meetings"  # 'un nākamo rīkosim pie sevis, uz to mums neko nedod?'
    if not message.has("meetings"):
        return None
    learns = said.activity or message.has("activities") or "learner" in said.participant
    journey = said.kilometres or len(said.town) > 1
    to_meeting = journey and not learns and not said.days
    if turn.intent == "ask_travel" and to_meeting and turn.last_topic is None:
        return "ask_meetings"  # 'Uz sanāksmi Valkā 85 km. Tiešām par ceļu neko?'
    trains = said.activity and not message.has("instead")
    travels = turn.intent in ("ask_travel", "ask_individual_support") and turn.confidence < UNSURE
    meets = turn.follows or said.meetings
    if travels and meets and not trains:
        return "ask_meetings"  # 'un ja tie paši četri brauc uz projekta sanāksmi?'
    dated = turn.intent == "near_miss_other_year" and turn.confidence < UNSURE
    if dated and said.kilometres:
        return "ask_meetings"  # a meeting in 2022 is one of this call's projects
    return None


def _of_rates(turn: Turn) -> str | None:
    """Return the intent where several people's work, or the rate of a distance, is named."""
    said = turn.said
    if len(said.works) > 1 and turn.message.asks and turn.intent in _OF_WORK:
        return "ask_output_rates"  # 'skolotāja 40 dienas, somu pētnieks 20 dienas. Kas sanāk?'
    bands = {band.amount for band in in_force(turn.call.learning.travel, turn.day)}
    paid = {*said.euro, *said.numbers_from(CROWD)}
    if turn.intent == "ask_expensive_travel" and said.kilometres and paid <= bands:
        return "ask_travel"  # 'Is it right that 450 km pays 275 euros?' names no fare
    return None


def _of_events(turn: Turn) -> str | None:
    if turn.last_topic == "multiplier_events" and turn.message.lacks("outputs"):
        return "ask_multiplier_events"  # 'var arī bez intelektuālā rezultāta?'
    guests = turn.said.local and turn.said.international
    if guests and turn.confidence < UNSURE and turn.message.asks:
        return "ask_multiplier_events"
    return None


def of_real_costs(turn: Turn) -> str | None:
    """Return the intent where a share of real costs is asked for, or who pays the rest of it."""
    said, message = turn.said, turn.message
    if turn.intent == "ask_budget_categories" and message.has("special"):
        return "ask_special_needs"  # 'Which line pays for a sign language interpreter?'
    share = message.percent or message.turns_on("fully")
    if turn.intent in REFUSED and share and message.has("exceptional"):
        return "ask_exceptional_costs"  # 'Just say yes: exceptional costs are paid at 100 %'
    large = said.euro or said.numbers_from(A_COST)
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
    costs = said.euro or (message.hangs_on("much") and said.numbers_from(A_COST))
    if turn.last_topic == "equipment" and costs and turn.confidence < UNSURE:
        return "ask_exceptional_costs"  # 'bet video no firmas par 12 000 eiro?'
    bought = message.turns_on("a_purchase") and bool(said.euro or said.numbers_from(A_COST))
    if bought and turn.intent == "ask_cofinancing" and message.asks:
        return "ask_exceptional_costs"  # 'Vajag simulatoru, 20 000. Cik segs un cik pašiem?'
    if message.has("exceptional") and said.euro and turn.intent in _OF_MONEY:
        return "ask_exceptional_costs"  # 'pie izņēmuma izmaksām ir … kopā 80 000. Cik dabūsim?'
    return None
