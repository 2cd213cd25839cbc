"""What a message asks about: the intent that was heard, in the light of its values and of before.

The classifier hears words. What a message names, and what was asked before it, tell the rest: a
distance and days are asked for their money, '36 months?' about what was asked last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from actions.counts import A_BUDGET
from actions.one_question import Asked, topic_of_all
from actions.plan_reading import ITEMS, tells_of_project
from actions.said import Said
from actions.topic_groups import (
    BEFORE_THE_PROJECT,
    MAY_BE_MEANT,
    NEAR_MISS,
    OF_AN_ACTIVITY,
    OF_COUNTRIES,
    OF_DATES,
    OF_INNOVATION,
    OF_POINTS,
    OF_PRIORITIES,
    OF_REAL_COSTS,
    REFUSED,
    SENTENCE,
    SHORT,
    UNLIKELY,
    UNSURE,
)
from actions.turn import Turn
from actions.values_meant import takes_country, tells_an_activity
from bot.responses import topics

_OF_A_LIST = ("ask_priorities", "ask_priority_number", "inform")
"""What asks for one of a list of priorities, however sure it is."""
_OF_THE_FORM = {"how_to_apply", "application_form", "annexes", "form_trouble", "signature"}
_NEXT_TO_AN_ACTIVITY = {"learning_activities", "output_rates", "total"}
"""What the sentences may sound like that tell of one."""
_BESIDE_AN_ACTIVITY = {"distance_rule", "form_budget"}
"""What a story around an activity's sum may sound like: 'attālums pēc kalkulatora 2750 km'."""
_SUMMED = OF_AN_ACTIVITY | {
    "management", "meetings", "output_rates", "multiplier_events", "exceptional_costs",
    "special_needs", "expensive_travel", "linguistic_support", "grant",
}  # fmt: skip
"""Topics that work out a sum of what a message names."""
_OF_ONE_SUM = {"organisations", "staff", "euro", "local", "international"}
"""Values that few sums are worked out from."""
_CHAT = ("goodbye", "thank", "affirm", "greet")
_OF_WORK = {"staff", "days", "country", "town", "participant"}
"""Values that tell who works on an output for how long."""
_COUNTED = ("meetings", "kilometres", "days", "local", "international", "events", "points")
"""Values that only some topics work with."""
_TOLD_APART = ("participant", "staff", "kilometres", "country", "town", "field")
"""What a 'why' names that asks about something else: 'Why don't teachers get the same?'."""
_LIKE_A_WISH = ("ask_plan_budget", "describe_project", "plan_file", "ask_total", "repeat")
"""What it may sound like to ask for the last answer in the other language."""
_BEFORE_A_LANGUAGE = {"in", "into", "to", "uz", "speak"}
"""Words before a language in which somebody wants an answer: not 'we teach Latvian'."""
_A_FEW = 3
"""Words of a message that only asks for a language: 'var latviski?'."""
_NAMES_A_SUM = ITEMS | {"accompanying"}
"""Words of the group `plan` that name what a sum is for."""
_NAMES_A_GRANT = {"largest", "full_grant"}
"""Words of the group `matter` that name the sum of a whole project."""
_HALF = 0.5
"""Share of the best guess's confidence from which the last topic is as likely."""
_CHANGES_OF_PARTNERS = (
    "ask_change_application",
    "ask_partner_changes",
    "ask_partner_country_role",
    "ask_who_can_participate",
)
"""What a partner who joins or leaves sounds like, where the sum of management is worked out."""
_UNCLEAR_SUM = (
    "ask_learning_activities", "ask_total", "describe_project", "inform", "ask_grant",
    "ask_plan_budget", "ask_funding_mechanism",
)  # fmt: skip
_OF_PLANS = ("months", "organisations", "country", "project_type", "meetings")
"""Values that tell of a project."""
_SURE_OF_TOPIC = 0.97
"""From here a short message has a topic of its own even if it only holds values."""


def costs_of_an_activity(turn: Turn) -> str:
    """Return the intent; of a message that tells who goes how far for how long, the one of its sum.

    'Trīs skolotājas brauks uz apmācībām, 1500 km, piecas dienas. Cik sanāk?' may sound like a
    question about the activities, or like nothing that is known.
    """
    if turn.intent.startswith(NEAR_MISS) or turn.plan.active:
        return turn.intent  # another programme never gets this call's figures
    if tells_of_project(turn.said) and not turn.message.has("trip"):
        return turn.intent  # 'adult, 20 months, innovation, 3 meetings, a trainer 30 days'
    if _is_training(turn) or (_may_be_a_sum(turn) and tells_an_activity(_told_of_a_journey(turn))):
        return "ask_individual_support"
    return turn.intent


def _is_training(turn: Turn) -> bool:
    """Tell whether what sounds like a meeting is none: a training of five days."""
    meets = turn.intent != "ask_meetings" or turn.message.has("meetings")
    return bool(not meets and turn.said.activity and turn.said.days)


def _may_be_a_sum(turn: Turn) -> bool:
    """Tell whether what was heard leaves open that the sum of an activity is asked for."""
    intent, said = turn.intent, turn.said
    if intent == "ask_total":
        return bool(said.kilometres or said.days)
    if intent == "describe_project" or _of_no_plan(turn):
        return True
    if intent == "ask_meetings" and not turn.message.has("meetings"):
        return True
    if intent == "ask_output_rates" and not turn.message.has("outputs") and said.kilometres:
        return True  # nobody travels to work on them
    if turn.confidence < (UNSURE if intent == "out_of_scope" else UNLIKELY):
        # who travels must be of those whom the call pays for, not a family on holiday
        return bool(said.participant)
    return intent in _UNCLEAR_SUM


def _of_no_plan(turn: Turn) -> bool:
    """Tell whether something is asked that only sounds like a change of a plan."""
    like = turn.intent == "ask_distance_rule" or turn.intent.startswith("plan_")
    return like and turn.message.asks


def _told_of_a_journey(turn: Turn) -> Said:
    """Return what is told of who goes where; without an activity that is asked about.

    'apmācības Portugālē, 5 dienas. Cik?' tells of no plan.
    """
    said, intent = turn.said, turn.intent
    if intent == "ask_total" and turn.last_topic in OF_AN_ACTIVITY | {"learning_activities"}:
        said = said.over(turn.last_said)
    asked_about = intent in ("ask_total", "describe_project") or _of_no_plan(turn)
    if intent == "ask_learning_activities":
        money = turn.message.hangs_on("much") and not turn.message.turns_on("how_many_days")
        asked_about = turn.confidence < UNLIKELY or money
    return said.model_copy(update={"activity": []}) if asked_about else said


def without_plan(turn: Turn) -> str:
    """Return the intent; of what unsurely sounds like another plan where there is none, the next.

    'What about next year, if we don't manage in two weeks?' compares nothing.
    """
    compares = turn.intent in ("plan_compare", "plan_correct") and turn.confidence < UNSURE
    if not compares or turn.plan.active or turn.plan.started or not turn.message.asks:
        return turn.intent
    values = {*_values_of(turn.last_topic), "number", *_OF_PLANS}
    if _tells_any(turn, values):
        return turn.intent
    others = (each for each in turn.ranking if not each["name"].startswith("plan_"))
    likely = (each["name"] for each in others if each["confidence"] >= MAY_BE_MEANT)
    return next(likely, "nlu_fallback")


def adds_to_last(turn: Turn) -> str:
    """Return the intent; of what only adds to the sum before it, that it goes on from there.

    'Our own manager in Riga, 10 days as well.' tells nothing of a plan after a sum for outputs, and
    'make it 2 events and tell me the sum again' asks for the sum of these.
    """
    values = {*_values_of(turn.last_topic)} - {"number"}
    named = _tells_any(turn, values)
    tells = turn.intent in ("describe_project", "ask_total") and not turn.plan.active
    of_a_plan = turn.said.project_type or turn.said.field
    if tells and named and not of_a_plan and turn.last_topic in _SUMMED - OF_AN_ACTIVITY:
        return "inform" if turn.message.length <= SENTENCE else turn.intent
    return turn.intent


def without_beside(turn: Turn, questions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the questions without what only names the costs that were before the project.

    'Vai vajag kontu? Un tos izdevumus, kas bija februārī, arī atmaksās?'
    """
    asked = {each["intent"].removeprefix("ask_") for each in questions}
    if "double_funding" not in asked or not turn.said.date:
        return questions
    named = {f"ask_{each}" for each in BEFORE_THE_PROJECT - {"double_funding"}}
    rest = [each for each in questions if each["intent"] not in named]
    return rest if len(rest) > 1 else questions


def as_one(turn: Turn, questions: list[dict[str, Any]]) -> str | None:
    """Return the intent of several questions that are one; none where each is one of its own."""
    topic = topic_of_all(Asked(turn, questions))
    return f"ask_{topic}" if topic else None


def asks_for_one_sum(turn: Turn, questions: list[dict[str, Any]]) -> bool:
    """Tell whether several sentences about an activity are one question for what it costs."""
    topics_asked = {each["intent"].removeprefix("ask_") for each in questions}
    astray = topics_asked & _NEXT_TO_AN_ACTIVITY
    others = topics_asked - _NEXT_TO_AN_ACTIVITY - OF_AN_ACTIVITY - _BESIDE_AN_ACTIVITY
    others -= set() if turn.said.contact_detail else {"contacts"}  # 'Who is right?'
    several = bool(astray) or bool(topics_asked - OF_AN_ACTIVITY - _NEXT_TO_AN_ACTIVITY)
    told = turn.said.model_copy(update={"activity": []})  # 'apmācības Spānijā, 4 dienas. Cik?'
    return tells_an_activity(told) and several and not others


def first_sum(turn: Turn) -> str:
    """Return the topic of a message that tells and asks for the sum: nothing is summed up yet.

    'Four meetings, three people each. What is that together?'
    """
    others = (each["name"] for each in turn.ranking)
    return next((each for each in others if each.removeprefix("ask_") in _SUMMED), turn.intent)


def in_context(turn: Turn) -> str:
    """Return the intent of a message in the light of the one before it."""
    if turn.intent == "change_language":
        in_it = turn.said.target_language == [turn.language] and turn.message.length <= _A_FEW
        of_form = turn.last_topic in _OF_THE_FORM
        return "ask_application_language" if in_it and of_form else turn.intent  # 'var latviski?'
    if turn.intent == "deny" and turn.last_topic and turn.said.named and _is_sentence(turn):
        return "inform"  # 'oh sorry, it is 2100 km, not 600'
    unclear = _is_refused(turn) or (turn.intent in _LIKE_A_WISH and _confidence(turn) < UNSURE)
    if unclear and _names_language_to_speak(turn):
        return "change_language"  # 'my colleague reads along now: say that again in English?'
    named_elsewhere = turn.intent.startswith(NEAR_MISS) and turn.said.near_miss
    if _counts_behind_chat(turn):
        return "inform"
    if turn.last_topic is None or not _is_sentence(turn) or named_elsewhere:
        return turn.intent
    found = _after_a_topic(turn) or turn.intent
    return _earlier_sum(turn) or found if found == "inform" else found


def _counts_behind_chat(turn: Turn) -> bool:
    """Tell whether what sounds like chat counts those of the last sum: 'two quit, we'd be ten'."""
    counts = _tells_any(turn, _values_of(turn.last_topic))
    return turn.intent in _CHAT and turn.confidence < UNSURE and counts


def _earlier_sum(turn: Turn) -> str | None:
    """Return the topic of an earlier sum that is worked out from all that a follow-up names.

    'and if there are 5 partners?' behind a meeting's sum, where management was worked out before.
    """
    said = turn.message.entities
    named = {each["entity"] for each in said}
    summed = {key.partition("/")[0] for key in turn.sums} - {turn.last_topic}
    works = {"staff", "days"} <= named <= _OF_WORK and not summed & OF_AN_ACTIVITY
    if works and "output_rates" in summed:
        return "ask_output_rates"  # 'A secretary in Warsaw, 6 days?' after something in between
    if not named or not named <= _OF_ONE_SUM or named & {*_values_of(turn.last_topic)}:
        return None
    using = [each for each in summed if named <= {*_values_of(each)}]
    return f"ask_{using[0]}" if len(using) == 1 else None


def _names_language_to_speak(turn: Turn) -> bool:
    """Tell whether a language is named as one to answer in: 'in English', 'latviski'."""
    text = turn.message.text
    named = [each for each in turn.message.entities if each["entity"] == "target_language"]
    before = [text[: each["start"]].lower().split()[-1:] for each in named]
    adverb = any(text[each["start"] : each["end"]].lower().endswith("ski") for each in named)
    return adverb or any(word and word[0] in _BEFORE_A_LANGUAGE for word in before)


def _after_a_topic(turn: Turn) -> str | None:
    """Return the intent of a sentence that is about the last topic; none: it may be about others.

    It takes a value back, asks what the sums come to or why, or only changes a value.
    """
    if turn.intent == "ask_individual_support" and tells_an_activity(turn.said):
        return None  # '20 students, 10 days, 700 km?' after what activities there are
    found = (rule(turn) for rule in _AFTER_A_TOPIC)
    return next((intent for intent in found if intent), None)


def _of_a_party(turn: Turn) -> str | None:
    """'un ja visi brauc uz Porto, 3100 km?', of pupils and those who go with them."""
    party = turn.last_topic == "accompanying_persons" and turn.last_said.with_pupils
    others = any(turn.names(each) for each in ("people", "we", "number", "participant"))
    journey = turn.intent in ("ask_travel", "ask_individual_support")
    return "inform" if party and journey and not others else None


def _of_the_other_priorities(turn: Turn) -> str | None:
    """'Un pārējās piecas?' after something in between."""
    rest = turn.message.has("remains") and turn.said.number and turn.message.length <= SHORT
    return "ask_priorities" if rest and turn.last_said.priority else None


def _of_when_they_were_announced(turn: Turn) -> str | None:
    """'kad to paziņoja?', of the priorities."""
    since = turn.intent == "ask_results_date" and turn.message.turns_on("announced")
    return "inform" if turn.last_topic == "priorities" and since else None


def _of_a_place_in_the_list(turn: Turn) -> str | None:
    """'un otrā?', of the priorities."""
    place = turn.message.marked("ordinal") and turn.message.length <= SHORT
    likely = _confidence(turn) < UNSURE or turn.intent in _OF_A_LIST
    if turn.last_topic not in OF_PRIORITIES or not (place and likely):
        return None
    return "inform" if turn.last_topic == "priorities" else "ask_priorities"


def _of_others_instead(turn: Turn) -> str | None:
    """'and with students instead of teachers'."""
    instead = turn.taken_back and turn.message.has("instead")
    return "inform" if instead and turn.last_topic in OF_AN_ACTIVITY else None


def _of_all_sums(turn: Turn) -> str | None:
    """'So how much would we get for both?'."""
    summed = turn.sums and turn.last_topic in _SUMMED - {"grant"}
    likely = _sounds_like_last(turn) or _is_refused(turn) or turn.message.bare
    return "ask_total" if likely and summed and _names_only_all(turn) else None


def _of_the_sum_of_the_others(turn: Turn) -> str | None:
    """'So what's the total without the Swiss?'."""
    rest = turn.left_out and turn.sums and "all" in turn.said.scope
    return "ask_total" if rest and turn.message.asks else None


def _of_what_is_paid_oneself(turn: Turn) -> str | None:
    """'meaning that we ourselves pay 15 000?'."""
    of_share = turn.last_topic == "exceptional_costs" and turn.intent == "ask_cofinancing"
    return "inform" if of_share and (turn.said.euro or turn.said.number) else None


def _of_work_elsewhere(turn: Turn) -> str | None:
    """'And our Swiss partner, 10 days?', of work on outputs."""
    elsewhere = turn.said.days and (turn.said.country or turn.said.town)
    follows = turn.follows or turn.intent == "ask_partner_country_role"
    return "inform" if turn.last_topic == "output_rates" and follows and elsewhere else None


def _of_the_reason(turn: Turn) -> str | None:
    """'Kāpēc pēdējās divas dienas ir lētākas?' tells no number of days."""
    same = _sounds_like_last(turn) and not _tells_any(turn, _TOLD_APART)
    unlikely = _is_refused(turn) or _confidence(turn) < UNLIKELY
    return "ask_why" if turn.message.asks_why and (same or unlikely) else None


def _of_another_value(turn: Turn) -> str | None:
    """'Pagarinām to līdz 16 dienām, kāds tad ir kopējais skaitlis?'."""
    return "inform" if _of_last_topic(turn) else None


def _of_few_words(turn: Turn) -> str | None:
    """Return the intent of a short message that goes on from the last topic; none: it may not."""
    if not (turn.follows or turn.message.length <= SHORT):
        return None
    if _holds_only_values(turn):
        return "inform"  # '36 months?', 'KA204?'
    if turn.last_topic == "accompanying_persons" and turn.intent == "ask_individual_support":
        return turn.intent if turn.said.participant else "inform"  # 'at what daily rate?'
    if turn.last_topic == "meetings" and turn.intent == "ask_travel" and not turn.message.asks:
        return "inform"  # 'No Rīgas, kādi 850 km, un mēs esam divi.'
    if turn.intent == "ask_project_types" and turn.said.project_type:
        # 'Bet mums ir labas pieredzes apmaiņas projekts.'
        return "inform" if turn.follows and turn.last_topic in OF_INNOVATION else None
    elsewhere = turn.intent.startswith(NEAR_MISS) and _confidence(turn) < UNSURE
    refused = _is_refused(turn) and (turn.said.named or turn.follows)
    return "inform" if refused or (elsewhere and turn.follows) else None


_AFTER_A_TOPIC: tuple[Callable[[Turn], str | None], ...] = (
    _of_a_party,
    _of_the_other_priorities,
    _of_when_they_were_announced,
    _of_a_place_in_the_list,
    _of_others_instead,
    _of_all_sums,
    _of_the_sum_of_the_others,
    _of_what_is_paid_oneself,
    _of_work_elsewhere,
    _of_the_reason,
    _of_another_value,
    _of_few_words,
)
"""The first that knows a message decides."""


def _sounds_like_last(turn: Turn) -> bool:
    return turn.intent == f"ask_{turn.last_topic}"


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


def _holds_only_values(turn: Turn) -> bool:
    """Tell whether a message holds nothing but values, and none that others ask with.

    'Un divi pavadoņi?' counts others than those before, 'put those two together' is a total.
    """
    if not (turn.message.bare and turn.said.named):
        return False
    if turn.intent == "ask_consortium" != _heard(turn):
        return False  # 'So: Riga, us, and a school in Glasgow.' after a question about a country
    confidence = _confidence(turn)
    of_its_own = {
        "ask_accompanying_persons": confidence > UNLIKELY,
        "ask_project_types": bool(turn.said.project_type),
        "ask_total": confidence > UNSURE,
    }
    if turn.intent == "ask_countries" and not (turn.said.venue or takes_country(turn)):
        return False  # 'Ukraine?' after the annexes
    if of_its_own.get(turn.intent) or (confidence > UNLIKELY and _names_others(turn)):
        return False
    doubtful = confidence < _SURE_OF_TOPIC or turn.intent == "ask_action_codes"
    about = topics().get(turn.last_topic or "")
    counts_nothing = about is not None and not (about.values or about.number)
    # 'And are two partners enough?' after how many priorities there must be
    return doubtful or (turn.said.only_counts and not counts_nothing)


def _values_of(topic: str | None) -> list[str]:
    """Return what a topic is worked out from; nothing where there is none."""
    about = topics().get(topic or "")
    return about.values if about else []


def _tells_any(turn: Turn, values: Iterable[str]) -> bool:
    return any(getattr(turn.said, each) for each in values)


def _is_sentence(turn: Turn) -> bool:
    return turn.message.length <= SENTENCE


def _is_refused(turn: Turn) -> bool:
    """Tell whether a message would be refused though it is not surely another matter."""
    return turn.intent in REFUSED and _confidence(turn) < UNSURE


def _confidence(turn: Turn) -> float:
    """Return how sure the turn's intent is, which need not be the one that was heard."""
    return next((e["confidence"] for e in turn.ranking if e["name"] == turn.intent), 0.0)


def _is_as_likely(turn: Turn) -> bool:
    """Tell whether a guess that names nothing is hardly likelier than the last topic with a sum.

    'What's the correct amount then?'
    """
    parts = {each["word"] for each in turn.message.words} & _NAMES_A_SUM - {turn.last_topic}
    parts |= {each for each in _NAMES_A_GRANT if turn.message.turns_on(each)}
    unclear = turn.confidence < UNLIKELY and not (turn.said.named or parts)
    if not unclear or turn.last_topic not in _SUMMED:
        return False
    last = f"ask_{turn.last_topic}"
    likely = next((e["confidence"] for e in turn.ranking if e["name"] == last), 0.0)
    return bool(turn.sums) and likely >= _HALF * turn.confidence


def _names_others(turn: Turn) -> bool:
    """Tell whether a message counts what the last topic does not: meetings after management."""
    values = {*_values_of(turn.last_topic)}
    counted = {each for each in _COUNTED if getattr(turn.said, each)}
    return bool(values and counted - values)


def _of_last_topic(turn: Turn) -> bool:
    """Tell whether a message only changes what the last topic was worked out from.

    'Pagarinām to līdz 16 dienām, kāds tad ir kopējais skaitlis?', 'Mēs bijām domājuši 18.'
    """
    if _asks_for_another(turn):
        return False
    return any(rule(turn) for rule in _CHANGES_A_VALUE) or _names_its_values(turn)


def _asks_for_another(turn: Turn) -> bool:
    """Tell whether something else is asked of what was told for the last topic."""
    topic = turn.last_topic
    if topic in OF_DATES - {"grant"} and turn.intent == "ask_grant" and _asks_for_money(turn):
        return True  # '… un paņemam 24 mēn. Cik tad var prasīt?' after how long it may be
    if topic in OF_COUNTRIES and turn.intent == "ask_annexes" and turn.said.country:
        return True  # 'do the Icelanders sign anything?'
    return _tells_of_a_grant(turn) and not (turn.said.number or turn.said.euro)


def _asks_for_money(turn: Turn) -> bool:
    return turn.message.hangs_on("much") and not turn.message.turns_on("how_long")


def _tells_of_a_grant(turn: Turn) -> bool:
    """Tell whether a grant is told after how it is paid: 'projekts 28 men, grants 260 tukst'."""
    only_tells = _confidence(turn) < UNSURE or not turn.message.asks
    return turn.last_topic == "payments" and turn.intent == "ask_grant" and only_tells


def _asks_for_a_detail(turn: Turn) -> bool:
    """'and does she have an email'."""
    detail = bool(turn.said.contact_detail) and turn.follows
    return turn.last_topic == "contacts" and detail


def _tells_a_draft(turn: Turn) -> bool:
    """'My draft comes to 240,000.'."""
    of_money = turn.last_topic in ("grant", "payments") and turn.intent in REFUSED
    return of_money and bool(turn.said.numbers_from(A_BUDGET))


def _counts_what_is_refused(turn: Turn) -> bool:
    """'Viens dzīvo 80 km no tās vietas. Par viņu arī maksā?'."""
    return _counts_for_last(turn) and _is_refused(turn) and bool(turn.said.kilometres)


def _tells_points(turn: Turn) -> bool:
    """'Un ja dabūjam 58?'."""
    points = turn.last_topic == "award_criteria" and bool(turn.said.points or turn.said.number)
    return points and turn.intent in OF_POINTS and turn.follows


def _counts_in_the_own_project(turn: Turn) -> bool:
    """'Pieskaiti vēl 10 dienas mūsu projekta vadītājai.'."""
    own = turn.intent == "near_miss_own_application" and not turn.message.asks
    return own and _counts_for_last(turn)


def _tells_a_year(turn: Turn) -> bool:
    """'2021 janv neder?'."""
    other_year = turn.intent == "near_miss_other_year" and turn.last_topic in OF_DATES
    return other_year and bool(turn.said.date)


def _asks_again_for_the_sum(turn: Turn) -> bool:
    """'So what would we get?'."""
    few = turn.message.length <= SHORT and not turn.said.named
    sums = turn.last_topic in OF_REAL_COSTS and bool(turn.sums)
    return sums and few and _asks_for_money(turn) and turn.intent == "ask_activities"


def _is_heard_as_likely(turn: Turn) -> bool:
    return turn.intent == _heard(turn) and _is_as_likely(turn)


_CHANGES_A_VALUE: tuple[Callable[[Turn], bool], ...] = (
    _asks_for_a_detail,
    _tells_a_draft,
    _tells_of_a_grant,
    _counts_what_is_refused,
    _tells_points,
    _counts_in_the_own_project,
    _tells_a_year,
    _is_heard_as_likely,
    _asks_again_for_the_sum,
)
"""What is about the last topic whatever it sounds like."""


def _names_its_values(turn: Turn) -> bool:
    """Tell whether what the last topic is worked out from is named, and hardly for another one."""
    values = _values_of(turn.last_topic)
    if turn.intent != _heard(turn) or not _tells_any(turn, values):
        return False
    own = _values_of(turn.intent.removeprefix("ask_"))
    taken = _tells_any(turn, own)
    confidence = _confidence(turn)
    if _counts_for_last(turn) and not taken and confidence < UNSURE and turn.follows:
        return True  # 'what if it's exactly 2000 km?' names nothing of what it sounds like
    if turn.last_topic == "management" and turn.intent in _CHANGES_OF_PARTNERS:
        return _counts_partners_again(turn)
    of_consortium = turn.intent in ("ask_consortium", "ask_largest_consortium")
    corrects = of_consortium and turn.corrects and turn.said.organisations
    if turn.last_topic == "management" and corrects:
        return True  # 'nē, četri partneri un vēl mēs paši'
    elsewhere = turn.intent.startswith(NEAR_MISS) and confidence < UNSURE
    return elsewhere or confidence < UNLIKELY


def _counts_partners_again(turn: Turn) -> bool:
    """Tell whether partners join or leave of whom the sum of management was worked out."""
    said = turn.said
    joins = said.organisations or said.nth or said.number or turn.message.has("left")
    return bool(joins and turn.last_said.organisation_count)


def _counts_for_last(turn: Turn) -> bool:
    """Tell whether something is counted that the last topic is worked out from."""
    values = _values_of(turn.last_topic)
    return _tells_any(turn, [each for each in values if each in _COUNTED])


def _heard(turn: Turn) -> str:
    """Return what the classifier heard, whatever was made of it since."""
    return str(turn.ranking[0]["name"]) if turn.ranking else turn.intent
