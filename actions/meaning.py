"""What a message asks about: the intent that was heard, in the light of its values and of before.

The classifier hears words. What a message names, and what was asked before it, tell the rest: a
distance and days are asked for their money, '36 months?' about what was asked last.
"""

from __future__ import annotations

import re
from typing import Any

from actions.counts import A_BUDGET
from actions.organisations import is_code
from actions.said import Said
from actions.starting import before_start
from actions.turn import Turn
from bot.responses import topics

OF_AN_ACTIVITY = {"travel", "individual_support", "accompanying_persons"}
"""Topics that share who goes, how far and for how long."""
OF_DATES = {"start_window", "latest_end", "duration", "grant"}
_OF_COUNTRIES = {"countries", "applicant", "eche", "partner_country_role", "who_can_participate"}
OF_LENGTH = {"duration", "grant", "payments"}
_OF_A_CEILING = (
    "ask_latest_end", "ask_start_window", "ask_duration", "ask_deadline", "ask_money_available",
    "ask_grant", "ask_difference", "inform",
)  # fmt: skip
"""What it may sound like to ask for the ceiling after a project's dates or length."""
_OF_TOLD_DATES = ("near_miss_other_year", "out_of_scope", "nlu_fallback", "inform")
"""What it may sound like to tell when a project starts and ends."""
_OF_THE_FORM = {"how_to_apply", "application_form", "annexes", "form_trouble", "signature"}
_OF_PRIORITIES = {"priorities", "priority_number"}
SHARING = (
    OF_AN_ACTIVITY | {"learning_activities", "linguistic_support"},
    OF_DATES,
    OF_LENGTH,
    _OF_COUNTRIES,
    _OF_PRIORITIES,
    {"management", "largest_consortium"},
)
"""Topics that go on with what was told for one another."""
_NEXT_TO_AN_ACTIVITY = {"learning_activities", "output_rates", "total"}
"""What the sentences may sound like that tell of one."""
_BESIDE_AN_ACTIVITY = {"distance_rule", "form_budget"}
"""What a story around an activity's sum may sound like: 'attālums pēc kalkulatora 2750 km'."""
_SUMMED = OF_AN_ACTIVITY | {
    "management", "meetings", "output_rates", "multiplier_events", "exceptional_costs",
    "special_needs", "expensive_travel", "linguistic_support", "grant",
}  # fmt: skip
"""Topics that work out a sum of what a message names."""
_OF_REAL_COSTS = {"exceptional_costs", "special_needs", "expensive_travel"}
_OF_INNOVATION = {
    "output_rates", "intellectual_output", "multiplier_events", "output_staff", "budget_categories",
}  # fmt: skip
"""Topics after which the type of project changes what is paid."""
_OF_MONEY = ("ask_grant", "ask_cofinancing", "ask_budget_categories")
_COUNTED = ("meetings", "kilometres", "days", "local", "international", "events", "points")
"""Values that only some topics work with."""
_TOLD_APART = ("participant", "staff", "kilometres", "country", "town", "field")
"""What a 'why' names that asks about something else: 'Why don't teachers get the same?'."""
_OF_WHAT_IS_LEFT = (
    "ask_grant", "ask_largest_consortium", "ask_total", "ask_difference", "ask_money_available",
    "out_of_scope", "nlu_fallback",
)  # fmt: skip
"""What it may sound like to ask how much of the grant is left after the sums so far."""
_YEAR = re.compile(r"\b20[012]\d\b")
_OF_A_YEAR = (
    "ask_money_available", "ask_money_split", "ask_deadline", "ask_grant", "ask_priorities",
    "ask_results_date",
)  # fmt: skip
"""What differs from year to year."""
_OF_COSTS = (
    "ask_meetings", "ask_travel", "ask_equipment", "ask_exceptional_costs", "ask_savings",
    "ask_budget_categories", "ask_grant", "ask_cofinancing", "ask_management_use",
    "ask_learning_activities", "out_of_scope", "nlu_fallback",
)  # fmt: skip
"""What it may sound like to ask whether something before the start is paid."""
_OF_PARTNERS = ("ask_consortium", "ask_largest_consortium", "ask_eligibility")
"""What it may sound like to ask whether one's organisation may take part."""
_BESIDE_BEFORE = {"double_funding", "budget_categories", "start_window"}
"""What the parts of such a question may sound like."""
_OF_POINTS = (
    "ask_consortium", "ask_largest_consortium", "ask_eligibility", "near_miss_own_application",
    "out_of_scope", "nlu_fallback", "inform",
)  # fmt: skip
"""What it may sound like to ask whether points are enough."""
_FEW = 8
"""Words of a message up to which several topics are one sum: 'management plus meetings is?'."""
_SURELY_OF_A_YEAR = 8
"""Words up to which a message that names an earlier year asks about that one's."""
_OF_RULES = {"consortium", "grant", "duration", "countries", "start_window", "management", "travel"}
"""Topics whose figures are this call's only, so that another programme by name gets none."""
_REFUSED = ("out_of_scope", "nlu_fallback")
_CHANGES_OF_PARTNERS = (
    "ask_partner_changes",
    "ask_partner_country_role",
    "ask_who_can_participate",
)
"""What a partner who joins or leaves sounds like, where the sum of management is worked out."""
_UNCLEAR_SUM = (
    "ask_learning_activities", "ask_total", "describe_project", "inform", "ask_grant",
    "ask_plan_budget",
)  # fmt: skip
SHORT = 6
"""Words of a message up to which what it leaves out is that of the same topic before."""
SENTENCE = 15
"""The same where it only adds to what was told: 'Būsim tur 7 dienas, cik par uzturēšanos?'."""
_SURE_OF_TOPIC = 0.97
"""From here a short message has a topic of its own even if it only holds values."""
UNSURE = 0.85
"""Below this a refusal yields to the last topic; chosen on the development set."""
_POSSIBLE = 0.02
"""From here a programme that is named may be what is asked about, and no background."""
_LIKELY = 0.6
"""From here a message that seems to tell of a project does."""
_UNLIKELY = 0.5
"""Below this a guess yields to a sum for which all is told."""
_ABOUT_PLANS = {"ask_plan_budget", "ask_total", "ask_eligibility", "ask_learning_activities"}
"""What asks about the project that a story tells of, so that it is a plan."""
_PARTS_OF_A_PLAN = {"management", "meetings", "outputs", "events", "activities", "exceptional"}


def by_what_is_named(intent: str, said: Said) -> str:
    """Return the intent; the one beside it where a word of the message leaves no doubt."""
    if intent == "ask_application_form" and said.target_language:
        return "ask_application_language"
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
    intent = _by_sure_values(turn) or _of_a_plan_or_verdict(turn)
    if intent:
        return intent
    unclear = turn.intent in _REFUSED or turn.confidence < _UNLIKELY
    if not unclear or turn.plan.active or turn.intent.startswith("near_miss_"):
        return turn.intent
    said = turn.said
    if said.country and turn.last_topic in _OF_COUNTRIES | {"consortium"}:
        return "ask_countries"  # 'Hmm, bet Šveice? Tur mums radi.'
    if "horizontal" in said.scope:
        return "ask_priorities"
    if said.country and said == Said(country=said.country, venue=said.venue) and turn.message.short:
        return "ask_countries"  # 'Norvēģija derīga?'
    itself = turn.intent == "ask_who_can_participate" and turn.message.marked("who")
    if itself or turn.last_topic or turn.confidence >= _UNLIKELY or not turn.message.asks:
        return turn.intent
    return _of_a_first_question(turn)


def _by_sure_values(turn: Turn) -> str | None:
    """Return the intent that a message's values leave no doubt of."""
    said, asks = turn.said, turn.message.asks
    for elsewhere in said.near_miss:
        named = f"near_miss_{elsewhere}"
        likely = any(e["name"] == named and e["confidence"] >= _POSSIBLE for e in turn.ranking)
        if likely and turn.intent.removeprefix("ask_") in _OF_RULES:
            return named  # 'Does the rule of three partners hold for a Jean Monnet module?'
    if turn.intent == "ask_terms" and said.priority and not asks:
        return "ask_priorities"  # 'Mūsu tēma ir matemātika.'
    if turn.intent in _REFUSED and said.months and "manager" in said.staff:
        return "ask_management"  # 'pieliec arī projekta vadītāju uz 24 mēnešiem'
    if said.points and asks and turn.intent in ("ask_successor", "nlu_fallback", "out_of_scope"):
        return "ask_award_criteria"  # 'we got 72 points but only 9 of 20 for the team'
    rate = turn.message.has("a_day") and said.euro and said.participant and not said.months
    if rate and turn.intent in ("ask_eligibility", "ask_grant", *_REFUSED):
        return "ask_individual_support"  # 'The staff rate is 160 euro a day. Is that right?'
    if turn.intent == "ask_budget_categories" and turn.message.has("special"):
        return "ask_special_needs"  # 'Which line pays for a sign language interpreter?'
    fits = turn.message.has("fits") and turn.confidence < UNSURE
    if said.months and fits and turn.last_topic == "project_types":
        return "ask_duration"  # 'Labi, tad inovācijas. 18 mēneši der?'
    if turn.last_topic == "equipment" and said.euro and turn.confidence < UNSURE:
        return "ask_exceptional_costs"  # 'bet video no firmas par 12 000 eiro?'
    if turn.last_topic == "multiplier_events" and turn.message.lacks("outputs"):
        return "ask_multiplier_events"  # 'var arī bez intelektuālā rezultāta?'
    across = len(said.field) > 1 and turn.message.hangs_on("may")
    if turn.intent == "ask_priority_number" and across:
        return "ask_priorities"  # 'Vai PIA projekts drīkst ņemt skolu prioritāti?'
    chooses = said.priority and turn.message.hangs_on("may")
    if turn.intent == "nlu_fallback" and chooses and (said.field or turn.message.marked("who")):
        return "ask_priorities"  # 'Kindergarten here: can we choose STEM?'
    held = turn.message.has("meetings") or turn.message.has("events")
    if turn.intent == "ask_start_window" and held and before_start(turn):
        return "ask_double_funding"  # 'Kick-off meeting on 25 August, start on 1 September, ok?'
    if turn.intent == "ask_management_use" and said.organisations and turn.confidence < UNSURE:
        return "ask_management"
    if turn.intent in _OF_A_YEAR and turn.message.length <= _SURELY_OF_A_YEAR and _earlier(turn):
        return "near_miss_other_year"  # '2018. g. konkursa nauda skolām?'
    others = len(turn.last_said.country) > 1 and turn.last_topic == "consortium"
    gone = any(each["entity"] == "country" for each in turn.taken_back)
    if others and (gone or (turn.message.has("instead") and said.country)):
        return "ask_consortium"  # 'Un ja Šveices vietā ņemam Norvēģiju?'
    joins = turn.follows and turn.message.adds and (said.organisations or said.country)
    if joins and turn.last_topic == "contacts" and turn.background.country:
        return "ask_consortium"  # 'un ja pierunājam vēl vienu skolu Igaunijā?'
    if turn.message.has("exceptional") and said.euro and turn.intent in _OF_MONEY:
        return "ask_exceptional_costs"  # 'pie izņēmuma izmaksām ir … kopā 80 000. Cik dabūsim?'
    if said.local and said.international and turn.confidence < UNSURE and asks:
        return "ask_multiplier_events"
    if turned := _by_what_a_verdict_turns_on(turn):
        return turned
    left = turn.message.has("remains") or turn.message.has("too_much")
    left = left and asks and not said.named
    of_last = turn.intent == f"ask_{turn.last_topic}" and turn.last_topic not in _OF_REAL_COSTS
    if left and turn.sums and (of_last or turn.intent in _OF_WHAT_IS_LEFT):
        return "ask_grant"  # 'Cik paliek līdz maksimumam?'
    if said.points and turn.message.hangs_on("enough") and turn.intent in _OF_POINTS:
        return "ask_award_criteria"  # 'Mums ir 57 punkti, vai pietiks?'
    nobody = {"person", "informal"} & set(turn.message.marked("who"))
    if turn.intent in _OF_PARTNERS and _asks_for_itself(turn):
        return "ask_who_can_participate"  # 'We are a library. Can we apply?'
    if nobody and turn.intent in ("ask_consortium", *_REFUSED) and turn.message.hangs_on("may"):
        return "ask_who_can_participate"  # 'Vai skolotājs var pieteikties viens pats, bez skolas?'
    unsure = turn.intent == "ask_double_funding" and turn.confidence < UNSURE
    if unsure and turn.message.has("left"):
        return "ask_partner_changes"  # 'What if our museum drops out before the start?'
    if turn.intent in _OF_COSTS and _asks_before_start(turn):
        return "ask_double_funding"  # 'We start in October, is a meeting in June paid?'
    if turn.intent in ("inform", "nlu_fallback") and turn.last_topic is None and _fits_code(turn):
        # 'Esam tehnikums. KA202?'; 'vai tehnikums drīkst būt KA201 projektā?' asks for the other
        may = turn.message.hangs_on("may")
        return "ask_who_can_participate" if may else "ask_action_codes"
    large = any(each >= A_BUDGET for each in said.number)
    if turn.intent == "nlu_fallback" and said.months and large:
        return "ask_grant"  # 'agree with me that three years can get 600000'
    return None


def _by_what_a_verdict_turns_on(turn: Turn) -> str | None:
    """Return the intent where a word on which a verdict turns tells it."""
    said, message, sure = turn.said, turn.message, turn.confidence >= UNSURE
    told = said.over(turn.last_said).over(turn.background)
    of_dates = turn.last_topic in OF_DATES - {"grant"} and bool(told.months or told.date)
    unclear = turn.intent in (*_OF_A_CEILING, *_REFUSED)
    ceiling = message.turns_on("ceiling") and not message.turns_on("length")
    if of_dates and unclear and ceiling and message.length <= SENTENCE:
        return "ask_grant"  # 'un griesti?' after the first and the last day of a project
    amount = said.euro or any(each >= A_BUDGET for each in said.number)
    lengthy = turn.intent in ("ask_duration", *_REFUSED) or not sure
    if amount and lengthy and message.turns_on("how_long") and not said.people:
        return "ask_grant"  # 'how many months for 300 000?'
    if dated := _of_dates_told(turn):
        return dated
    if _asks_for_a_start(turn):
        return "ask_start_window"  # 'the latest start for 34 months'
    if said.months and amount and message.whether and turn.intent == "ask_management" and not sure:
        return "ask_grant"  # 'Does 250 000 fit into 18 months?'
    parted = message.turns_on("first_part") or message.turns_on("last_part")
    if amount and parted and turn.intent == "ask_grant":
        return "ask_payments"  # '450 000: how much comes first?'
    named = message.turns_on("called") and said.participant
    if named and not sure and turn.intent in ("ask_duration", "ask_cross_sector", *_REFUSED):
        return "ask_learning_activities"  # 'Teachers teach abroad for 3 months: its name?'
    unlikely = turn.confidence < _UNLIKELY and turn.intent == "ask_who_can_participate"
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
    return message.asks and (turn.intent.startswith("plan_") or turn.intent in _REFUSED)


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
    return before_start(turn) or _says_before_start(turn)


def _says_before_start(turn: Turn) -> bool:
    """Tell whether something is said to be before the start: 'laptops before it starts'."""
    return turn.message.hangs_on("before") and turn.message.hangs_on("starts")


def _fits_code(turn: Turn) -> bool:
    """Tell whether it is asked if a code is the one of the organisation that is named."""
    code = any(is_code(each) for each in turn.message.entities)
    return code and bool(turn.message.marked("who")) and turn.message.asks


def _of_a_plan_or_verdict(turn: Turn) -> str | None:
    """Return the intent of what seems to tell of a project and asks whether it is all right."""
    said = turn.said
    if turn.intent != "describe_project" or turn.plan.active:
        return None
    if asked := _clearly_asked(turn) or _of_next_sum(turn):
        return asked
    several = said.months or len(said.country) > 1
    if turn.message.has("fits") and turn.message.asks and several:
        return "ask_eligibility"  # 'LV+EE+FI, KA202, 12 mēn. Ok?'
    partners = said.country or said.organisations
    if turn.confidence < _LIKELY and partners and not said.months:
        return "ask_consortium"  # 'We have one partner in Spain and one in Italy, is that enough'
    return None


def _clearly_asked(turn: Turn) -> str | None:
    """Return what the sentence asks that ends a story: the story itself tells of a project.

    'Esam skola Cēsīs … Direktore jautā, vai ar to pietiek.'; 'KA204, 12 months … management?'
    """
    asked = turn.message.asked
    if asked and asked.startswith("ask_"):
        return None if asked in _ABOUT_PLANS else asked
    parts = {each["word"] for each in turn.message.words} & _PARTS_OF_A_PLAN
    if turn.message.asks and turn.said.organisations and turn.said.months:
        return "ask_management" if parts - {"activities"} == {"management"} else None
    return None


def _of_next_sum(turn: Turn) -> str | None:
    """Return what sum is asked for next, where sums are being worked out and no plan is.

    'Plus 3 sanāksmes, katrā 6 braucēji, 850 km' after the sum of management.
    """
    said = turn.said
    if not turn.sums or said.months or said.organisations or said.field:
        return None
    if said.meetings and (said.people or said.we):
        return "ask_meetings"
    if said.local or said.international:
        return "ask_multiplier_events"
    if said.days and said.staff and turn.message.has("outputs"):
        return "ask_output_rates"
    activity = said.model_copy(update={"activity": []})
    return "ask_individual_support" if _tells_an_activity(activity) else None


def _of_a_first_question(turn: Turn) -> str:
    """Return the intent of an unclear question that nothing was asked before."""
    said = turn.said
    if said.partner_role:
        return "ask_applicant"
    if said.months and said.euro:
        return "ask_grant"
    if said.local or said.international:
        return "ask_multiplier_events"
    if said.town and said.shared == Said(town=said.town, destination=said.destination):
        return "ask_venues"  # 'My boss wants the training week in Dubai. No chance, right?'
    if said.months and said.participant and not said.organisations:
        return "ask_individual_support"  # 'cik saņems skolēns, kurš brauks uz 4 mēnešiem?'
    if said.months and turn.field and not (said.days or said.people or said.organisations):
        return "ask_duration"  # 'Rektorāts vēlas pusotra gada projektu KA203. Vai tas der?'
    return turn.intent


def _earlier(turn: Turn) -> bool:
    """Tell whether a message names a year before the call's, and not that one."""
    years = {int(year) for year in _YEAR.findall(turn.message.text)}
    return bool(years) and max(years) < turn.deadline.year


def costs_of_an_activity(turn: Turn) -> str:
    """Return the intent; of a message that tells who goes how far for how long, the one of its sum.

    'Trīs skolotājas brauks uz apmācībām, 1500 km, piecas dienas. Cik sanāk?' may sound like a
    question about the activities, or like nothing that is known.
    """
    if turn.intent.startswith("near_miss_") or turn.plan.active:
        return turn.intent  # another programme never gets this call's figures
    confidence = turn.confidence
    doubtful = confidence < (UNSURE if turn.intent == "out_of_scope" else _UNLIKELY)
    # who travels must be of those whom the call pays for, not a family on holiday
    unclear = bool(turn.said.participant) if doubtful else turn.intent in _UNCLEAR_SUM
    unclear = unclear or (turn.intent == "ask_meetings" and not turn.message.has("meetings"))
    works = turn.intent == "ask_output_rates" and not turn.message.has("outputs")
    unclear = unclear or (works and bool(turn.said.kilometres))  # nobody travels to work on them
    unclear = unclear and turn.intent != "ask_total"
    told = turn.said
    meets = turn.intent != "ask_meetings" or turn.message.has("meetings")
    if not meets and told.activity and told.days:
        return "ask_individual_support"  # a training of five days is no meeting
    if turn.intent == "describe_project" and turn.message.asks:
        told = told.model_copy(update={"activity": []})  # 'apmācības Portugālē, 5 dienas. Cik?'
    unclear = unclear or turn.intent == "ask_distance_rule"
    if turn.intent == "ask_learning_activities" and confidence < _UNLIKELY:
        told = told.model_copy(update={"activity": []})
    if turn.intent == "ask_total" and (told.kilometres or told.days):
        known = turn.last_topic in OF_AN_ACTIVITY | {"learning_activities"}
        told, unclear = told.over(turn.last_said) if known else told, True
        told = told.model_copy(update={"activity": []})  # it was asked about, and is of no plan
    return "ask_individual_support" if unclear and _tells_an_activity(told) else turn.intent


def _tells_an_activity(said: Said) -> bool:
    """Tell whether all is named that an activity's money depends on, and nothing of a plan."""
    travels = said.kilometres or len(said.town) > 1
    of_a_plan = said.months or said.organisations or said.euro or said.meetings or said.activity
    return bool(said.days and travels and (said.travellers or said.participant) and not of_a_plan)


def adds_to_last(turn: Turn) -> str:
    """Return the intent; of what only adds to the sum before it, that it goes on from there.

    'Our own manager in Riga, 10 days as well.' tells nothing of a plan after a sum for outputs, and
    'make it 2 events and tell me the sum again' asks for the sum of these.
    """
    about = topics().get(turn.last_topic or "")
    values = set(about.values if about else []) - {"number"}
    named = any(getattr(turn.said, each) for each in values)
    tells = turn.intent in ("describe_project", "ask_total") and not turn.plan.active
    of_a_plan = turn.said.project_type or turn.said.field
    if tells and named and not of_a_plan and {turn.last_topic} <= _SUMMED - OF_AN_ACTIVITY:
        return "inform" if turn.message.length <= SENTENCE else turn.intent
    return turn.intent


def as_one(turn: Turn, questions: list[dict[str, Any]]) -> str | None:
    """Return the intent of several questions that are one; none where each is one of its own."""
    asked = {each["intent"].removeprefix("ask_") for each in questions}
    if "double_funding" in asked and asked <= _BESIDE_BEFORE and _says_before_start(turn):
        return "ask_double_funding"  # 'pirms sākuma nopirkām projektoru, vai iekļaut izmaksās?'
    named = turn.said.model_copy(update={"scope": []}).named
    summed = {key.partition("/")[0] for key in turn.sums} | {"total"}
    if asked <= summed and not named and turn.message.length <= _FEW:
        return "ask_total"  # 'So management plus meetings is?'
    of_activity = turn.message.has("activities") or "learner" in turn.said.participant
    if asked == {"meetings", "travel"} and not of_activity:
        return "ask_meetings"  # who travels to a meeting gets nothing beside its sum
    if "multiplier_events" in asked <= {"multiplier_events", "travel", "total"}:
        return "ask_multiplier_events"  # who comes to an event gets nothing beside its sum
    if asked == {"individual_support", "output_rates"} and not turn.message.has("outputs"):
        return "ask_individual_support"
    if asked == {"special_needs", "exceptional_costs"} and not turn.message.has("exceptional"):
        return "ask_special_needs"  # 'Is it 75 % for special needs as well?'
    if len(asked) == 2 and "project_types" in asked and turn.said.project_type:
        other = next(iter(asked - {"project_types"}))  # 'Good practices, a seminar: how much?'
        return f"ask_{other}" if other in _OF_INNOVATION else None
    if turn.message.has("special") and asked <= {"budget_categories", "money_split"}:
        return "ask_special_needs"  # 'A participant is deaf: which line pays, and what share?'
    shares = asked & _OF_REAL_COSTS
    if turn.message.has("exceptional") and turn.said.euro:
        shares |= {"exceptional_costs"}
    if len(shares) == 1 and turn.said.euro and asked - shares <= {"grant", "cofinancing"}:
        return f"ask_{shares.pop()}"  # 'cik no 80 000 dabūsim un cik paliek mums pašiem?'
    return None


def asks_for_one_sum(turn: Turn, questions: list[dict[str, Any]]) -> bool:
    """Tell whether several sentences about an activity are one question for what it costs."""
    topics_asked = {each["intent"].removeprefix("ask_") for each in questions}
    astray = topics_asked & _NEXT_TO_AN_ACTIVITY
    others = topics_asked - _NEXT_TO_AN_ACTIVITY - OF_AN_ACTIVITY - _BESIDE_AN_ACTIVITY
    several = bool(astray) or bool(topics_asked & _BESIDE_AN_ACTIVITY)
    told = turn.said.model_copy(update={"activity": []})  # 'apmācības Spānijā, 4 dienas. Cik?'
    return _tells_an_activity(told) and several and not others


def first_sum(turn: Turn) -> str:
    """Return the topic of a message that tells and asks for the sum: nothing is summed up yet.

    'Four meetings, three people each. What is that together?'
    """
    others = (each["name"] for each in turn.ranking)
    return next((each for each in others if each.removeprefix("ask_") in _SUMMED), turn.intent)


def in_context(turn: Turn) -> str:
    """Return the intent of a message in the light of the one before it."""
    if turn.intent == "change_language":
        in_it = turn.said.target_language == [turn.language] and turn.message.asks
        of_form = turn.last_topic in _OF_THE_FORM
        return "ask_application_language" if in_it and of_form else turn.intent  # 'var latviski?'
    if turn.intent == "deny" and turn.last_topic and turn.said.named and _is_sentence(turn):
        return "inform"  # 'oh sorry, it is 2100 km, not 600'
    if _is_refused(turn) and turn.said.target_language:
        return "change_language"  # 'my colleague reads along now: say that again in English?'
    named_elsewhere = turn.intent.startswith("near_miss_") and turn.said.near_miss
    if turn.last_topic is None or not _is_sentence(turn) or named_elsewhere:
        return turn.intent
    return _after_a_topic(turn) or turn.intent


def _after_a_topic(turn: Turn) -> str | None:
    """Return the intent of a sentence that is about the last topic; none: it may be about others.

    It takes a value back, asks what the sums come to or why, or only changes a value.
    """
    if turn.intent == "ask_individual_support" and _tells_an_activity(turn.said):
        return None  # '20 students, 10 days, 700 km?' after what activities there are
    place = turn.message.marked("ordinal") and turn.message.length <= SHORT
    if turn.last_topic in _OF_PRIORITIES and place:
        return "inform" if turn.last_topic == "priorities" else "ask_priorities"  # 'un otrā?'
    if turn.taken_back and turn.message.has("instead") and {turn.last_topic} <= OF_AN_ACTIVITY:
        return "inform"  # 'and with students instead of teachers'
    same = turn.intent == f"ask_{turn.last_topic}"
    summed = turn.sums and turn.last_topic in _SUMMED - {"grant"}
    if (same or _is_refused(turn)) and summed and _names_only_all(turn):
        return "ask_total"  # 'So how much would we get for both?'
    same = same and not any(getattr(turn.said, each) for each in _TOLD_APART)
    unlikely = _is_refused(turn) or _confidence(turn) < _UNLIKELY
    if turn.message.has("why") and (same or unlikely):
        return "ask_why"  # 'Kāpēc pēdējās divas dienas ir lētākas?' tells no number of days
    if _of_last_topic(turn):
        return "inform"
    short = turn.follows or turn.message.length <= SHORT
    return _few_words_after_a_topic(turn) if short else None


def _names_only_all(turn: Turn) -> bool:
    """Tell whether nothing but all that was told before is named: 'abiem', 'par visām trim'."""
    entities = turn.message.entities
    ends = {each["end"] for each in entities if each["entity"] == "scope"}
    others = [
        each
        for each in entities
        if each["entity"] != "scope"
        and (each["entity"] != "number" or each["start"] - 1 not in ends)
    ]
    return "all" in turn.said.scope and not others


def _few_words_after_a_topic(turn: Turn) -> str | None:
    """Return the intent of a short message that goes on from the last topic; none: it may not."""
    if _holds_only_values(turn):
        return "inform"  # '36 months?', 'KA204?'
    if turn.last_topic == "accompanying_persons" and turn.intent == "ask_individual_support":
        return turn.intent if turn.said.participant else "inform"  # 'at what daily rate?'
    if turn.last_topic == "meetings" and turn.intent == "ask_travel" and not turn.message.asks:
        return "inform"  # 'No Rīgas, kādi 850 km, un mēs esam divi.'
    if turn.intent == "ask_project_types" and turn.said.project_type:
        # 'Bet mums ir labas pieredzes apmaiņas projekts.'
        return "inform" if turn.follows and {turn.last_topic} <= _OF_INNOVATION else None
    elsewhere = turn.intent.startswith("near_miss_") and _confidence(turn) < UNSURE
    refused = _is_refused(turn) and (turn.said.named or turn.follows)
    return "inform" if refused or (elsewhere and turn.follows) else None


def _holds_only_values(turn: Turn) -> bool:
    """Tell whether a message holds nothing but values, and none that others ask with.

    'Un divi pavadoņi?' counts others than those before, 'put those two together' is a total.
    """
    if not (turn.message.bare and turn.said.named):
        return False
    confidence = _confidence(turn)
    of_its_own = {
        "ask_accompanying_persons": confidence > _UNLIKELY,
        "ask_project_types": bool(turn.said.project_type),
        "ask_total": confidence > UNSURE,
    }
    if of_its_own.get(turn.intent) or (confidence > _UNLIKELY and _names_others(turn)):
        return False
    doubtful = confidence < _SURE_OF_TOPIC or turn.intent == "ask_action_codes"
    return turn.said.only_counts or doubtful


def _is_sentence(turn: Turn) -> bool:
    return turn.message.length <= SENTENCE


def _is_refused(turn: Turn) -> bool:
    """Tell whether a message would be refused though it is not surely another matter."""
    return turn.intent in _REFUSED and _confidence(turn) < UNSURE


def _confidence(turn: Turn) -> float:
    """Return how sure the turn's intent is, which need not be the one that was heard."""
    return next((e["confidence"] for e in turn.ranking if e["name"] == turn.intent), 0.0)


def _names_others(turn: Turn) -> bool:
    """Tell whether a message counts what the last topic does not: meetings after management."""
    about = topics().get(turn.last_topic or "")
    values = set(about.values if about else [])
    counted = {each for each in _COUNTED if getattr(turn.said, each)}
    return bool(values and counted - values)


def _of_last_topic(turn: Turn) -> bool:
    """Tell whether a message only changes what the last topic was worked out from.

    'Pagarinām to līdz 16 dienām, kāds tad ir kopējais skaitlis?', 'Mēs bijām domājuši 18.'
    """
    topic, confidence = turn.last_topic or "", _confidence(turn)
    about = topics().get(topic)
    values = about.values if about else []
    if topic == "contacts" and turn.said.contact_detail and turn.follows:
        return True  # 'and does she have an email'
    heard = turn.ranking[0]["name"] if turn.ranking else turn.intent
    large = any(each >= A_BUDGET for each in turn.said.number)
    if topic in ("grant", "payments") and large and turn.intent in _REFUSED:
        return True  # 'My draft comes to 240,000.'
    counted = any(getattr(turn.said, each) for each in values if each in _COUNTED)
    points = turn.said.points or turn.said.number
    if topic == "award_criteria" and points and turn.intent in _OF_POINTS and turn.follows:
        return True  # 'Un ja dabūjam 58?'
    if turn.intent == "near_miss_own_application" and counted and not turn.message.asks:
        return True  # 'Pieskaiti vēl 10 dienas mūsu projekta vadītājai.'
    if turn.intent == "near_miss_other_year" and topic in OF_DATES and turn.said.date:
        return True  # '2021 janv neder?'
    if topic == "payments" and turn.intent == "ask_grant" and confidence < UNSURE:
        return bool(turn.said.number or turn.said.euro)
    if turn.intent != heard or not any(getattr(turn.said, each) for each in values):
        return False
    if topic == "management" and turn.intent in _CHANGES_OF_PARTNERS:
        said = turn.said
        joins = said.organisations or said.nth or said.number or turn.message.has("left")
        return bool(joins and turn.last_said.organisation_count)
    elsewhere = turn.intent.startswith("near_miss_") and confidence < UNSURE
    return elsewhere or confidence < _UNLIKELY
