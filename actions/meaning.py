"""What a message asks about: the intent that was heard, in the light of its values and of before.

The classifier hears words. What a message names, and what was asked before it, tell the rest: a
distance and days are asked for their money, '36 months?' about what was asked last.
"""

from __future__ import annotations

from typing import Any

from actions.counts import A_BUDGET, LONGEST_STAY
from actions.plan_reading import ITEMS, tells_of_project
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
    UNLIKELY,
    UNSURE,
)
from actions.turn import Turn
from actions.values_meant import WITH_A_PAGE, says_before_start, takes_country, tells_an_activity
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
_OF_INNOVATION = {
    "output_rates", "intellectual_output", "multiplier_events", "output_staff", "budget_categories",
}  # fmt: skip
"""Topics after which the type of project changes what is paid."""
_BESIDE_A_PLAN = {"plan_budget", "consortium", "management", "duration", "total", "project_types"}
"""What the parts of a message may sound like that tells of a project whose budget it wants."""
_OF_ITEMS = {
    "management", "meetings", "output_rates", "intellectual_output", "multiplier_events", "travel",
    "individual_support", "exceptional_costs", "special_needs", "grant", "total", "duration",
    "learning_activities", "plan_budget",
}  # fmt: skip
"""What the parts of a budget that is told item by item may sound like."""
_COUNTED = ("meetings", "kilometres", "days", "local", "international", "events", "points")
"""Values that only some topics work with."""
_TOLD_APART = ("participant", "staff", "kilometres", "country", "town", "field")
"""What a 'why' names that asks about something else: 'Why don't teachers get the same?'."""
_BESIDE_SPECIAL = {
    "budget_categories", "money_split", "double_funding", "largest_consortium", "payments", "grant",
    "cofinancing",
}  # fmt: skip
"""What the parts may sound like of whether somebody's special needs are paid, and how much."""
_OF_CONSORTIUM = {"consortium", "partner_country_role", "countries", "partner_changes"}
"""What the parts of a question about partners who leave and join may sound like."""
_BESIDE_BEFORE = {"double_funding", "budget_categories", "start_window"}
"""What the parts of such a question may sound like."""
_LIKE_VENUES = {"venues", "travel", "meetings", "countries", "consortium", "learning_activities"}
"""What the parts may sound like of a question about a place where no partner is."""
_BESIDE_HOSTS = {
    "meetings", "payments", "partner_payments", "management", "grant", "cofinancing",
    "budget_categories", "savings", "travel",
}  # fmt: skip
"""What it may sound like to ask what the hosts of a meeting get for their own people."""
_LIKE_A_WISH = ("ask_plan_budget", "describe_project", "plan_file", "ask_total", "repeat")
"""What it may sound like to ask for the last answer in the other language."""
_BEFORE_A_LANGUAGE = {"in", "into", "to", "uz", "speak"}
"""Words before a language in which somebody wants an answer: not 'we teach Latvian'."""
_A_FEW = 3
"""Words of a message that only asks for a language: 'var latviski?'."""
_LIKE_OUTPUTS = {"intellectual_output", "output_staff"}
"""What it may sound like to name the sum of work on outputs: 'So outputs plus management?'."""
_NAMES_A_SUM = ITEMS | {"accompanying"}
"""Words of the group `plan` that name what a sum is for."""
_HALF = 0.5
"""Share of the best guess's confidence from which the last topic is as likely."""
_A_PAIR = 2
"""Countries; more are those of a consortium."""
_FEW = 8
"""Words of a message up to which several topics are one sum: 'management plus meetings is?'."""
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
    confidence = turn.confidence
    doubtful = confidence < (UNSURE if turn.intent == "out_of_scope" else UNLIKELY)
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
    if turn.intent == "describe_project":
        unclear = True
        told = told.model_copy(update={"activity": []})  # 'apmācības Portugālē, 5 dienas. Cik?'
    of_no_plan = turn.intent == "ask_distance_rule" or turn.intent.startswith("plan_")
    if of_no_plan and turn.message.asks:
        unclear, told = True, told.model_copy(update={"activity": []})
    money = turn.message.hangs_on("much") and not turn.message.turns_on("how_many_days")
    if turn.intent == "ask_learning_activities" and (confidence < UNLIKELY or money):
        told = told.model_copy(update={"activity": []})
    if turn.intent == "ask_total" and (told.kilometres or told.days):
        known = turn.last_topic in OF_AN_ACTIVITY | {"learning_activities"}
        told, unclear = told.over(turn.last_said) if known else told, True
        told = told.model_copy(update={"activity": []})  # it was asked about, and is of no plan
    return "ask_individual_support" if unclear and tells_an_activity(told) else turn.intent


def without_plan(turn: Turn) -> str:
    """Return the intent; of what unsurely sounds like another plan where there is none, the next.

    'What about next year, if we don't manage in two weeks?' compares nothing.
    """
    compares = turn.intent in ("plan_compare", "plan_correct") and turn.confidence < UNSURE
    if not compares or turn.plan.active or turn.plan.started or not turn.message.asks:
        return turn.intent
    about = topics().get(turn.last_topic or "")
    values = {*(about.values if about else []), "number", *_OF_PLANS}
    if any(getattr(turn.said, each) for each in values):
        return turn.intent
    others = (each for each in turn.ranking if not each["name"].startswith("plan_"))
    likely = (each["name"] for each in others if each["confidence"] >= MAY_BE_MEANT)
    return next(likely, "nlu_fallback")


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


def without_beside(turn: Turn, questions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the questions without what only names the costs that were before the project.

    'Vai vajag kontu? Un tos izdevumus, kas bija februārī, arī atmaksās?'
    """
    asked = {each["intent"].removeprefix("ask_") for each in questions}
    if "double_funding" not in asked or not turn.said.date:
        return questions
    named = {f"ask_{each}" for each in _BESIDE_BEFORE - {"double_funding"}}
    rest = [each for each in questions if each["intent"] not in named]
    return rest if len(rest) > 1 else questions


def as_one(turn: Turn, questions: list[dict[str, Any]]) -> str | None:
    """Return the intent of several questions that are one; none where each is one of its own."""
    asked = {each["intent"].removeprefix("ask_") for each in questions}
    if "double_funding" in asked and asked <= _BESIDE_BEFORE and says_before_start(turn):
        return "ask_double_funding"  # 'pirms sākuma nopirkām projektoru, vai iekļaut izmaksās?'
    told = turn.said.euro or turn.said.numbers_from(A_BUDGET)
    only_tells = told and not turn.message.asks and turn.last_topic == "payments"
    if asked <= {"duration", "grant", "payments"} and only_tells:
        return "ask_payments"  # 'projekts 28 mēneši, grants 260 tūkstoši'
    if "plan_budget" in asked <= _BESIDE_A_PLAN and turn.said.months:
        return "ask_plan_budget"  # 'palīdzi ar budžetu, mums ir 3 partneri un 24 mēneši'
    message = turn.message
    if "deadline" in asked <= {"deadline", "contacts", "how_to_apply"}:
        # 'Inese no aģentūras solīja, ka drīkst sūtīt līdz pusnaktij un pa e-pastu'
        late = message.turns_on("late_hour") or message.turns_on("on_paper")
        if late and message.turns_on("claimed"):
            return "ask_deadline"
    with_page = all(each["intent"] in WITH_A_PAGE for each in questions)
    if with_page and "guide" in asked and message.turns_on("page") and message.marked("chapter"):
        return "ask_guide"  # 'Vadlīnijas, kura lapa – prioritātes'
    most = message.turns_on("ceiling") or message.turns_on("most")
    of_size = asked <= {"consortium", "largest_consortium", "grant"} and most
    if of_size and message.turns_on("partnership_size") and message.length <= SHORT:
        return None if message.turns_on("money") else "ask_largest_consortium"  # 'skaits, griesti'
    to_day = asked <= {"consultation_day", "how_to_apply", "registration"}
    if "consultation_day" in asked and to_day and message.turns_on("signs_up"):
        return "ask_consultation_day"  # 'Kad tā ir, un vai jāpiesakās?'
    if "registration" in asked <= {"registration", "consortium"} and message.turns_on("pic"):
        return "ask_registration"  # 'We have a PIC from another project, will that do?'
    if asked == {"supporting_documents", "duration"} and not _of_the_project(turn, questions):
        return "ask_supporting_documents"  # 'Which receipts must we keep, and how long?'
    dear = {"expensive_travel", "learning_activities", "cofinancing"}
    if turn.intent == "ask_expensive_travel" and asked <= dear:
        return turn.intent  # 'Biļete 400, tabulā 275. Bail, ka nepietiks. Vai var dabūt vairāk?'
    named = turn.said.model_copy(update={"scope": []}).named
    summed = {key.partition("/")[0] for key in turn.sums} | {"total"}
    of_outputs = "output_rates" in summed and turn.message.has("outputs")
    like = _LIKE_OUTPUTS if of_outputs else set()
    sums_meant = {"output_rates" if each in like else each for each in asked}
    if sums_meant <= summed and not named and turn.message.length <= _FEW:
        return "ask_total"  # 'So management plus meetings is?'
    largest = any(turn.message.turns_on(each) for each in ("ceiling", "largest", "most"))
    if asked == {"payments", "grant"} and told and not largest:
        return "ask_payments"  # 'How is it paid if the grant is 184 000? How much at the start?'
    if asked == {"multiplier_events", "management"} and turn.message.monthly:
        return "ask_management"  # 'Kolēģe no semināra stāsta, ka koordinatoram ir 750 mēnesī'
    of_activity = turn.message.has("activities") or "learner" in turn.said.participant
    most = turn.message.has("remains") and turn.message.turns_on("most")
    if "slots" in asked and most and turn.sums:
        return "ask_grant"  # 'un cik no maksimuma vēl brīvs?'
    stays = tells_an_activity(turn.said) and not turn.message.has("meetings")
    if asked == {"meetings", "travel"} and stays:
        return "ask_individual_support"  # 'Apmācības Tartu: 6 skolotāji, 4 dienas, 220 km. Cik?'
    if asked == {"meetings", "travel"} and not of_activity:
        return "ask_meetings"  # who travels to a meeting gets nothing beside its sum
    of_meeting = turn.message.has("meetings") and "meetings" in asked <= _BESIDE_HOSTS
    travels = turn.said.people and turn.said.kilometres
    if of_meeting and travels and _asks_for_hosts(turn, questions):
        return "ask_meetings"  # '… Un cik saņem mēs, uzņēmēji, par saviem četriem?'
    items = turn.message.items_together and turn.said.months and not turn.plan.active
    if items and asked <= _OF_ITEMS and not turn.message.hangs_on("much"):
        return "ask_grant"  # 'Management 30 000, meetings 20 000, 24 months. Does it fit?'
    small = turn.message.turns_on("smallest_grant") and not turn.said.organisations
    if small and turn.said.euro and asked == {"grant", "consortium"}:
        return "ask_grant"  # '38 000 eiro, vai nav par maz? Vai ir kāds minimums?'
    of_trip = turn.said.kilometres or turn.message.has("trip") or turn.message.hangs_on("ticket")
    if {"exceptional_costs"} < asked <= {"exceptional_costs", "travel"} and not of_trip:
        return "ask_exceptional_costs"  # '74 000, izņēmuma izmaksas 75 %, tātad 55 500?'
    ticket = turn.said.euro and turn.said.kilometres
    if ticket and asked == {"expensive_travel", "budget_categories"}:
        return "ask_expensive_travel"  # 'Is the expensive travel thing for us, what would be paid?'
    if asked == {"multiplier_events", "meetings"} and not turn.message.has("meetings"):
        return "ask_multiplier_events"  # 'partneru darbinieku starp viņiem nav. Cik sanāk?'
    if "multiplier_events" in asked <= {"multiplier_events", "travel", "total"}:
        return "ask_multiplier_events"  # who comes to an event gets nothing beside its sum
    charter = turn.intent == "ask_eche" and asked == {"eche", "partner_country_role"}
    behind = questions[-1]["start"] if charter else 0
    places = [e for e in turn.message.entities if e["entity"] in ("country", "town")]
    if charter and not any(each["start"] >= behind for each in places):
        return "ask_eche"  # '… And our partner is a research institute?'
    long = turn.said.participant and turn.said.months and max(turn.said.months) <= LONGEST_STAY
    long = long or turn.message.turns_on("a_stay")
    if asked == {"learning_activities", "duration"} and long:
        return "ask_learning_activities"  # 'May a pupil stay half a year, and within what limits?'
    if asked == {"consortium", "partner_country_role"} and len(turn.said.country) > _A_PAIR:
        return "ask_consortium"  # 'Partneri no Latvijas, Igaunijas un Šveices. Der?'
    leaves = turn.last_topic == "consortium" and turn.gives_up("country")
    if leaves and "consortium" in asked <= _OF_CONSORTIUM:
        return "ask_consortium"  # 'if the Finns drop out and a Swiss school joins, are we fine?'
    right = message.turns_on("has_a_point") and not message.turns_on("assessment")
    if asked == {"consortium", "award_criteria"} and right and not turn.said.points:
        return "ask_consortium"  # 'Does she have a point, or is our group fine?'
    if asked == {"learning_activities", "who_can_participate"} and turn.said.activity:
        return "ask_learning_activities"  # 'Cik ilgi, un vai var iesaistīt arī skolas?'
    either = turn.message.hangs_on("may") and turn.message.hangs_on("required")
    if asked == {"applicant", "who_can_participate"} and either and turn.said.partner_role:
        return "ask_applicant"  # 'Can a company apply, or must it be a school?'
    if turn.intent == "ask_venues" and turn.message.lacks_partner and asked <= _LIKE_VENUES:
        return "ask_venues"  # 'Training in Dublin, no Irish partner though. Allowed?'
    informal = "informal" in turn.message.marked("who") and turn.message.hangs_on("may")
    if turn.intent == "ask_who_can_participate" and informal:
        return turn.intent  # 'no legal entity or anything, can we just jump in?'
    if asked == {"meetings", "output_rates"} and not turn.message.has("outputs"):
        return "ask_meetings"  # 'the 575 for meetings, is that per day?'
    go_along = turn.last_topic in OF_AN_ACTIVITY and (turn.said.people or turn.said.number)
    if "accompanying_persons" in asked <= OF_AN_ACTIVITY and go_along:
        return "ask_accompanying_persons"  # '2 brauc līdzi kā pavadoņi, cik par viņiem?'
    stay = turn.said.months and not turn.message.has("outputs")
    if asked == {"learning_activities", "output_rates"} and stay:
        return "ask_individual_support"  # 'skolotājs 3 mēn partnerskolā, dienas likme'
    if asked == {"output_rates", "intellectual_output"} and turn.said.staff:
        return "ask_output_rates"  # 'Cik maksā skolotāja diena (intelektuālais rezultāts)?'
    others = turn.said.country or turn.said.town
    if asked == {"countries", turn.last_topic} and not others:
        return f"ask_{turn.last_topic}"  # 'Tur skaitās arī mūsu pašu darbinieki?'
    if turn.intent == "ask_exceptional_costs" and turn.message.begins_adding:
        return turn.intent  # 'Pielieku vēl tulkošanu ārpakalpojumā, 4000.'
    if asked == {"individual_support", "output_rates"} and not turn.message.has("outputs"):
        return "ask_individual_support"
    real = asked == {"special_needs", "exceptional_costs"}
    if real and not turn.message.has("exceptional"):
        return "ask_special_needs"  # 'Is it 75 % for special needs as well?'
    if real and not turn.message.has("special"):
        return "ask_exceptional_costs"  # 'Ārpakalpojumā mājaslapa, 20 000, cik segs?'
    if len(asked) == 2 and "project_types" in asked and turn.said.project_type:
        other = next(iter(asked - {"project_types"}))  # 'Good practices, a seminar: how much?'
        return f"ask_{other}" if other in _OF_INNOVATION else None
    if turn.message.has("special") and asked <= _BESIDE_SPECIAL and not turn.said.months:
        return "ask_special_needs"  # 'A participant is deaf: which line pays, and what share?'
    shares = asked & OF_REAL_COSTS
    if turn.message.has("exceptional") and turn.said.euro:
        shares |= {"exceptional_costs"}
    if len(shares) == 1 and turn.said.euro and asked - shares <= {"grant", "cofinancing"}:
        return f"ask_{shares.pop()}"  # 'cik no 80 000 dabūsim un cik paliek mums pašiem?'
    return None


def _of_the_project(turn: Turn, questions: list[dict[str, Any]]) -> bool:
    """Tell whether the length of a project is asked for, and not how long papers must be kept."""
    starts = [*(each["start"] for each in questions[1:]), len(turn.message.text)]
    parts = [
        (each["start"], end)
        for each, end in zip(questions, starts, strict=True)
        if each["intent"] == "ask_duration"
    ]
    marks = [each["start"] for each in turn.message.marks if each["word"] == "a_project"]
    named = any(start <= mark < end for start, end in parts for mark in marks)
    return named or any(len(turn.message.text[slice(*each)].split()) > SHORT for each in parts)


def _asks_for_hosts(turn: Turn, questions: list[dict[str, Any]]) -> bool:
    """Tell whether each question is what a meeting costs or what its hosts get for their own.

    'Cik tas maksā?' names nothing and means what was told.
    """
    starts = [*(each["start"] for each in questions[1:]), len(turn.message.text)]
    matters = [each for each in turn.message.marks if each["group"] == "matter"]
    found = []
    for each, end in zip(questions, starts, strict=True):
        words = {m["word"] for m in matters if each["start"] <= m["start"] < end}
        named = any(each["start"] <= e["start"] < end for e in turn.message.entities)
        found.append({"hosts", "own_staff"} <= words or (not words and not named))
    return all(found) and turn.message.turns_on("hosts")


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
    about = topics().get(turn.last_topic or "")
    counts = about is not None and any(getattr(turn.said, each) for each in about.values)
    return turn.intent in _CHAT and turn.confidence < UNSURE and bool(counts)


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
    last = topics().get(turn.last_topic or "")
    if not named or not named <= _OF_ONE_SUM or (last and named & {*last.values}):
        return None
    using = [each for each in summed if each in topics() and named <= {*topics()[each].values}]
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
    party = turn.last_topic == "accompanying_persons" and turn.last_said.with_pupils
    others = any(turn.names(each) for each in ("people", "we", "number", "participant"))
    if party and not others and turn.intent in ("ask_travel", "ask_individual_support"):
        return "inform"  # 'un ja visi brauc uz Porto, 3100 km?'
    place = turn.message.marked("ordinal") and turn.message.length <= SHORT
    place = place and (_confidence(turn) < UNSURE or turn.intent in _OF_A_LIST)
    rest = turn.message.has("remains") and turn.said.number and turn.message.length <= SHORT
    if rest and turn.last_said.priority:
        return "ask_priorities"  # 'Un pārējās piecas?' after something in between
    since = turn.intent == "ask_results_date" and turn.message.turns_on("announced")
    if turn.last_topic == "priorities" and since:
        return "inform"  # 'kad to paziņoja?'
    if turn.last_topic in OF_PRIORITIES and place:
        return "inform" if turn.last_topic == "priorities" else "ask_priorities"  # 'un otrā?'
    if turn.taken_back and turn.message.has("instead") and {turn.last_topic} <= OF_AN_ACTIVITY:
        return "inform"  # 'and with students instead of teachers'
    same = turn.intent == f"ask_{turn.last_topic}"
    summed = turn.sums and turn.last_topic in _SUMMED - {"grant"}
    if (same or _is_refused(turn) or turn.message.bare) and summed and _names_only_all(turn):
        return "ask_total"  # 'So how much would we get for both?'
    same = same and not any(getattr(turn.said, each) for each in _TOLD_APART)
    unlikely = _is_refused(turn) or _confidence(turn) < UNLIKELY
    if turn.left_out and turn.sums and "all" in turn.said.scope and turn.message.asks:
        return "ask_total"  # 'So what's the total without the Swiss?'
    told = turn.said.euro or turn.said.number
    if turn.last_topic == "exceptional_costs" and turn.intent == "ask_cofinancing" and told:
        return "inform"  # 'meaning that we ourselves pay 15 000?'
    if _is_work_elsewhere(turn):
        return "inform"
    if turn.message.asks_why and (same or unlikely):
        return "ask_why"  # 'Kāpēc pēdējās divas dienas ir lētākas?' tells no number of days
    if _of_last_topic(turn):
        return "inform"
    short = turn.follows or turn.message.length <= SHORT
    return _few_words_after_a_topic(turn) if short else None


def _is_work_elsewhere(turn: Turn) -> bool:
    """Tell whether days of work elsewhere follow: 'And our Swiss partner, 10 days?'."""
    elsewhere = turn.said.days and (turn.said.country or turn.said.town)
    follows = turn.follows or turn.intent == "ask_partner_country_role"
    return bool(turn.last_topic == "output_rates" and follows and elsewhere)


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
    elsewhere = turn.intent.startswith(NEAR_MISS) and _confidence(turn) < UNSURE
    refused = _is_refused(turn) and (turn.said.named or turn.follows)
    return "inform" if refused or (elsewhere and turn.follows) else None


def _holds_only_values(turn: Turn) -> bool:
    """Tell whether a message holds nothing but values, and none that others ask with.

    'Un divi pavadoņi?' counts others than those before, 'put those two together' is a total.
    """
    if not (turn.message.bare and turn.said.named):
        return False
    heard = turn.ranking[0]["name"] if turn.ranking else turn.intent
    if turn.intent == "ask_consortium" != heard:
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
    unclear = turn.confidence < UNLIKELY and not (turn.said.named or parts)
    if not unclear or turn.last_topic not in _SUMMED:
        return False
    last = f"ask_{turn.last_topic}"
    likely = next((e["confidence"] for e in turn.ranking if e["name"] == last), 0.0)
    return bool(turn.sums) and likely >= _HALF * turn.confidence


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
    large = turn.said.numbers_from(A_BUDGET)
    if topic in ("grant", "payments") and large and turn.intent in REFUSED:
        return True  # 'My draft comes to 240,000.'
    counted = any(getattr(turn.said, each) for each in values if each in _COUNTED)
    money = turn.message.hangs_on("much") and not turn.message.turns_on("how_long")
    if topic in OF_DATES - {"grant"} and turn.intent == "ask_grant" and money:
        return False  # '… un paņemam 24 mēn. Cik tad var prasīt?' after how long it may be
    if counted and turn.intent in REFUSED and confidence < UNSURE and turn.said.kilometres:
        return True  # 'Viens dzīvo 80 km no tās vietas. Par viņu arī maksā?'
    points = turn.said.points or turn.said.number
    if topic == "award_criteria" and points and turn.intent in OF_POINTS and turn.follows:
        return True  # 'Un ja dabūjam 58?'
    if turn.intent == "near_miss_own_application" and counted and not turn.message.asks:
        return True  # 'Pieskaiti vēl 10 dienas mūsu projekta vadītājai.'
    if turn.intent == "near_miss_other_year" and topic in OF_DATES and turn.said.date:
        return True  # '2021 janv neder?'
    only_tells = confidence < UNSURE or not turn.message.asks  # 'projekts 28 men, grants 260 tukst'
    if topic == "payments" and turn.intent == "ask_grant" and only_tells:
        return bool(turn.said.number or turn.said.euro)
    if turn.intent == heard and _is_as_likely(turn):
        return True
    few = turn.message.length <= SHORT and not turn.said.named
    if topic in OF_REAL_COSTS and turn.sums and few and money and turn.intent == "ask_activities":
        return True  # 'So what would we get?'
    if topic in OF_COUNTRIES and turn.intent == "ask_annexes" and turn.said.country:
        return False  # 'do the Icelanders sign anything?'
    if turn.intent != heard or not any(getattr(turn.said, each) for each in values):
        return False
    own = topics().get(turn.intent.removeprefix("ask_"))
    taken = any(getattr(turn.said, each) for each in (own.values if own else []))
    if counted and not taken and confidence < UNSURE and turn.follows:
        return True  # 'what if it's exactly 2000 km?' names nothing of what it sounds like
    if topic == "management" and turn.intent in _CHANGES_OF_PARTNERS:
        said = turn.said
        joins = said.organisations or said.nth or said.number or turn.message.has("left")
        return bool(joins and turn.last_said.organisation_count)
    of_consortium = turn.intent in ("ask_consortium", "ask_largest_consortium")
    if topic == "management" and of_consortium and turn.corrects and turn.said.organisations:
        return True  # 'nē, četri partneri un vēl mēs paši'
    elsewhere = turn.intent.startswith(NEAR_MISS) and confidence < UNSURE
    return elsewhere or confidence < UNLIKELY
