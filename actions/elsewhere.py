"""What a message asks of another programme, year or agency, by the names that stand in it.

Whoever names one must not get this call's figures; who only tells what they did or do beside it
asks about this call all the same.
"""

from __future__ import annotations

import re
from typing import Any

from actions.message import Message
from actions.organisations import is_code, names_code
from actions.topic_groups import NEAR_MISS, REFUSED, UNSURE
from actions.turn import Turn

OTHER_AGENCY = "other_agency"
"""The topic of what only another country's agency can tell."""
_YEAR = re.compile(r"\b20[012]\d\b")
_OF_A_YEAR = (
    "ask_money_available", "ask_money_split", "ask_deadline", "ask_grant", "ask_priorities",
    "ask_results_date",
)  # fmt: skip
"""What differs from year to year."""
_SURELY_OF_A_YEAR = 8
"""Words up to which a message that names an earlier year asks about that one's."""
_SURELY_ELSEWHERE = 25
"""Words up to which it does not matter where the name of another programme stands."""
_POSSIBLE = 0.01
"""From here a topic may be what is asked beside a programme that is only told of."""
_UNCLEAR = ("ask_plan_budget", "ask_total", "ask_what_is_partnership")
"""What anything that tells of a project may sound like."""
_POINTING = 8
"""Words up to which 'that one' points at what the last answer was about."""
_BESIDE_OTHERS = {
    "double_funding", "several_applications", "one_application", "successor", "partner_search",
    "examples", "innovation", "what_is_partnership", "human", "waiting_time", "what_can_you_do",
    "who_are_you", "source", "why", "difference", "slots", "my_slot", "delete_data", "export_data",
}  # fmt: skip
"""Topics that are about this call, or about none, whatever programme is named beside them."""
_LIKE_A_POINTER = {"what_is_partnership", "who_are_you"}
"""What it may sound like to ask whether a partnership pays for something, or is the same."""
_PROGRAMMES = {
    "school_exchange", "mobility", "extra_call", "youth", "central", "other_programme",
}  # fmt: skip
"""Near misses that are actions and programmes of their own."""
_AGENCYS_OWN = {
    "signature", "contacts", "money_available", "money_split", "results_date", "consultation_day",
}  # fmt: skip
"""Topics that each country's agency has in its own way."""
_MONEY_OF_A_COUNTRY = {"money_available", "money_split"}
_OF_A_RUNNING_PROJECT = {
    "form_trouble", "meetings", "travel", "distance_rule", "registration", "supporting_documents",
    "application_form",
}  # fmt: skip
"""What trouble with the tool of running projects may sound like."""
_OWN_APPLICATION = "near_miss_own_application"
_WHOLE = {OTHER_AGENCY, "legal"}
"""Topics of which every question of a message is a part."""
_OF_EARLIER_PROJECTS = {
    "payments", "budget_changes", "partner_changes", "partner_payments", "grant_agreement",
    "supporting_documents", "change_application",
}  # fmt: skip
"""What is asked of a project that is running already."""
_OF_TWO_SCHOOLS = {
    "what_is_partnership", "project_types", "action_codes", "activities", "who_can_participate",
    "cross_sector",
}  # fmt: skip
"""What two schools that want to exchange pupils may sound like to ask."""
_ENOUGH_SCHOOLS = 2
"""For such an exchange, and too few for a strategic partnership."""
_QUOTING = ('"', ":", "“", "„", "«")
"""Signs with which a text of one's own is quoted."""
_NEAR_DENIAL = 20
"""Letters before a name within which a word denies it: 'we do not want a KA229'."""
_TELLING = ("describe_project", "inform")
"""What tells of a project, which may be another programme's."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?!\d)|\n+")
_BREAK = re.compile(r"[,;:?!()–]|\.\s|\s-\s")
"""Where a clause ends."""


def of_other_calls(turn: Turn) -> str | None:
    """Return the intent of what is about another programme, agency, year or a running project."""
    if named := by_name(turn) or _pointed_at(turn):
        return named
    if here := _asked_here(turn):
        return here
    if _of_a_running_project(turn):
        return _OWN_APPLICATION
    if turn.intent == "ask_contacts" and turn.message.turns_on("private"):
        return _OWN_APPLICATION  # 'Iedodiet Evitas mājas adresi'
    if _topic(turn) in _OF_A_RUNNING_PROJECT and turn.message.turns_on("running_tool"):
        return _OWN_APPLICATION  # 'Mobility Tool met ārā kļūdu'
    if agency_elsewhere(turn):
        return f"ask_{OTHER_AGENCY}"
    own = names_this_call(turn) or turn.message.denies
    that = turn.message.turns_on("that") and turn.message.length <= _POINTING and not own
    if turn.elsewhere and that and _is_of_this_call(turn):
        return turn.elsewhere  # 'When is that one due?'
    if _asks_to_translate(turn):
        return "out_of_scope"
    if _two_schools_exchange(turn):
        return "near_miss_school_exchange"
    if (
        turn.intent in _OF_A_YEAR
        and turn.message.length <= _SURELY_OF_A_YEAR
        and names_earlier_year(turn)
    ):
        return "near_miss_other_year"  # '2018. g. konkursa nauda skolām?'
    if turn.intent == "near_miss_other_year" and _names_only_this_year(turn):
        # 'UK partneri pēc Brexit vairs neņem. Tas tiesa 2020. gada konkursā?'
        return "ask_countries" if turn.said.country else None
    return None


def by_name(turn: Turn) -> str | None:
    """Return the intent of another programme that a message names and asks about.

    'Cik dienā dod KA101 kursos Maltā?', 'Nordplus Junior: are three partners needed?'
    """
    named = _named(turn.message)
    if named is None or turn.foreign:
        return None
    elsewhere = f"{NEAR_MISS}{named['value']}"
    if turn.intent == "ask_action_codes" and is_code(named, of="near_miss"):
        return elsewhere  # 'Vai KA229 ir tas pats, kas KA201?'
    if turn.plan.active and not turn.message.asks:
        return None
    if _topic(turn) == "registration" and turn.message.turns_on("organisation_id"):
        return None  # 'We have a PIC from a Horizon project, is that enough?'
    if names_this_call(turn, named) or _is_beside(turn.message, named):
        return None
    exchange = named["value"] == "school_exchange"
    if exchange and _topic(turn) in _MONEY_OF_A_COUNTRY:
        return None  # 'What percentage of the school money goes to KA229?' is of this call
    asked = _is_of_this_call(turn) or turn.intent in REFUSED
    tells = turn.intent in _TELLING and not (exchange and not is_code(named, of="near_miss"))
    return elsewhere if asked or tells else None


def _pointed_at(turn: Turn) -> str | None:
    """Return the intent of another programme that a sentence tells of, where 'that' means it.

    'We plan a tournament with two clubs abroad. Is that the same date?', 'Tikai divas skolas … Cik
    naudas tādai apmaiņai?'; not where it was only done before, or is surely no matter of a call's.
    """
    told, message = turn.message.told_elsewhere, turn.message
    if told is None or turn.plan.active or turn.foreign:
        return None
    words = {m["word"] for m in message.marks if told["start"] <= m["start"] < told["end"]}
    beside = _topic(turn) in _BESIDE_OTHERS - _LIKE_A_POINTER and turn.confidence >= UNSURE
    if "aside" in words or beside or names_code(turn):
        return None
    asked = turn.intent.startswith("ask_") or turn.intent in REFUSED
    return str(told["intent"]) if asked else None


def whole_elsewhere(turn: Turn, questions: list[dict[str, Any]]) -> str | None:
    """Return what a message with several questions is about as a whole, where not this call.

    That is what it names, or what its first question is about where nothing leads back from it:
    'Esmu studente, braukšu uz semestri. Cik liela ir stipendija, un vai 150 eiro arī pienākas?'
    """
    message, named = turn.message, _named(turn.message)
    if message.told_elsewhere and turn.intent == message.told_elsewhere["intent"]:
        return turn.intent
    if _topic(turn) in _WHOLE or message.turns_on("running_tool") or _of_a_running_project(turn):
        return turn.intent
    if named and (names_this_call(turn, named) or _is_beside(message, named)):
        return None
    if named and turn.intent == f"{NEAR_MISS}{named['value']}":
        return turn.intent
    first = questions[0]["intent"] if questions else ""
    led_back = names_this_call(turn) or first.removeprefix(NEAR_MISS) not in _PROGRAMMES
    return None if led_back else first


def names_this_call(turn: Turn, other: dict[str, Any] | None = None) -> bool:
    """Tell whether a message names this call, by a code, by a word, or as where one is.

    Args:
        turn: the message.
        other: the name of another programme in it; 'here' leads back from that one only where a
            clause ends between them: 'Mums ir KA1 projekts, vai drīkst pieteikties arī šeit?'.
    """
    message = turn.message
    if names_code(turn):
        return True
    # KA205 is called a strategic partnership, too
    words = [each for each in message.marks if each["word"] == "this_call"]
    if other:  # 'school exchange partnerships' are none of this call's
        words = [w for w in words if w["end"] <= other["start"] or other["end"] <= w["start"]]
    if words and not (other and other["value"] == "youth"):
        return True
    if other is None:
        return message.turns_on("here")
    return _leads_back(message, other)


def _leads_back(message: Message, other: dict[str, Any]) -> bool:
    """Tell whether 'here' stands in a clause behind the one that names another programme."""
    places = [each["start"] for each in message.marks if each["word"] == "here"]
    return any(_BREAK.search(message.text, other["end"], place) for place in places)


def agency_elsewhere(turn: Turn) -> bool:
    """Tell whether another country's agency is asked about, of which the sources say nothing.

    'Does Léargas accept scanned mandates?', 'Cik naudas ir Igaunijas aģentūrai?'
    """
    topic, message = _topic(turn), turn.message
    if topic not in _AGENCYS_OWN or message.turns_on("our_agency"):
        return False
    home = turn.call.agency_country
    abroad = [
        each for each in message.entities if each["entity"] == "country" and each["value"] != home
    ]
    theirs = any(each["value"] != home for each in message.of_agencies)
    if theirs or message.turns_on("their_agency"):
        return True
    # 'Our partner is in Estonia. How much money is there for schools?' asks for Latvia's
    there = bool(abroad) and all(_is_asked_of(message.text, each) for each in abroad)
    return topic in _MONEY_OF_A_COUNTRY and there and home not in turn.said.country


def _is_asked_of(text: str, country: dict[str, Any]) -> bool:
    """Tell whether a question is about what is in a country: 'How much is there in Estonia?'."""
    start, end = _sentence_of(text, country)
    return country.get("role") == "venue" and ("?" in text[start:end] or "?" not in text)


def _named(message: Message) -> dict[str, Any] | None:
    """Return the first name of another programme that is not taken back: 'not KA229'."""
    names = (e for e in message.entities if e["entity"] == "near_miss" and not e.get("role"))
    return next(names, None)


def _is_beside(message: Message, named: dict[str, Any]) -> bool:
    """Tell whether another programme is only told of beside what is asked.

    'We ran a Nordplus project last year. How many partners do we need?'
    """
    start, end = _sentence_of(message.text, named)
    near = max(start, named["start"] - _NEAR_DENIAL)
    cut = _BREAK.search(message.text, near, named["start"])
    if cut is None and message.denies_within(near, named["start"]):
        return True  # 'Tas nav KA229', 'we don't want Nordplus'
    told = (each["start"] for each in message.marks if each["word"] == "aside")
    if any(start <= each < end for each in told):
        return True
    asking = message.text.find("?")
    # a story may name others; what is asked about stands in a question or right before one
    between = [
        each
        for each in _ends(message.text)
        if end <= each.start() < asking
        and not message.text[each.end()].islower()  # an abbreviation
    ]
    return message.length > _SURELY_ELSEWHERE and len(between) > 1


def _ends(text: str) -> list[re.Match[str]]:
    return list(_SENTENCE_END.finditer(text))


def _sentence_of(text: str, named: dict[str, Any]) -> tuple[int, int]:
    """Return where the sentence begins and ends in which a name stands."""
    before = (each.end() for each in _ends(text) if each.end() <= named["start"])
    behind = (each.start() for each in _ends(text) if each.start() >= named["end"])
    return max(before, default=0), min(behind, default=len(text))


def _asked_here(turn: Turn) -> str | None:
    """Return what is asked of this call, where another programme is heard that is only told of.

    'Pērn bijām KA1 projektā. Cik partneru vajag?'
    """
    if turn.intent.removeprefix(NEAR_MISS) not in _PROGRAMMES:
        return None
    named = _named(turn.message)
    if named is None or f"{NEAR_MISS}{named['value']}" != turn.intent:
        return None
    either = turn.message.turns_on("or") and names_code(turn)
    if either and turn.said.months and turn.said.participant and not turn.said.days:
        return "ask_learning_activities"  # 'Pupils for 5 months: in KA201 or only in KA1?'
    if not (_is_beside(turn.message, named) or _leads_back(turn.message, named)):
        return None
    text, asked = turn.message.text, turn.message.asked
    _, end = _sentence_of(text, named)
    if asked and "?" in text[end + 1 :]:
        return asked if asked.startswith("ask_") else None
    clause = _BREAK.search(text, named["end"], end)
    if clause is None or clause.end() == len(text):
        return None  # 'Kāda ir atšķirība starp Nordplus un Erasmus?'
    likely = (each["name"] for each in turn.ranking if each["confidence"] >= _POSSIBLE)
    clear = (each for each in likely if each.startswith("ask_") and each not in _UNCLEAR)
    return next(clear, None)


def _of_a_running_project(turn: Turn) -> bool:
    """Tell whether a project of an earlier call is asked about, which its own agreement rules.

    'Our project is in its second year (approved in 2018). When is the interim report due?'
    """
    message = turn.message
    runs = message.turns_on("running_project") and names_earlier_year(turn) and message.asks
    # not an association's year, nor who applies anew or asks whether that one stands in the way
    apart = any(message.turns_on(each) for each in ("founded", "applies", "hinders"))
    runs = runs and message.turns_on("a_project") and not apart
    asked = _topic(turn) in _OF_EARLIER_PROJECTS or message.turns_on("report")
    asked = asked or message.turns_on("interim")
    return runs and asked and not names_this_call(turn)


def _asks_to_translate(turn: Turn) -> bool:
    """Tell whether a text of one's own is to be translated, whatever it is about.

    'Could you translate this for our KA204 summary: "Seniors gain confidence …"'
    """
    message = turn.message
    # 'translate it into English' is about the last answer
    quotes = message.length > _POINTING and any(sign in message.text for sign in _QUOTING)
    asked = turn.intent.startswith(("ask_", "describe_"))
    return quotes and asked and message.turns_on("translate")


def _two_schools_exchange(turn: Turn) -> bool:
    """Tell whether two schools want to exchange pupils and nothing else, which is KA229.

    'School exchange only between 2 schools, us and one in Slovenia. Is that what you do?'
    """
    said, message = turn.said, turn.message
    if _topic(turn) not in _OF_TWO_SCHOOLS or names_code(turn) or said.months:
        return False
    schools = message.marked("who") == ["schools"]
    two = schools and list(said.organisations) == [_ENOUGH_SCHOOLS]
    exchange = bool(said.activity) or message.has("activities")
    return two and exchange and "staff_training" not in said.activity


def _is_of_this_call(turn: Turn) -> bool:
    plans = turn.intent == "ask_plan_budget" and not turn.message.asks
    about = turn.intent.startswith("ask_") and not plans
    return about and _topic(turn) not in _BESIDE_OTHERS


def _topic(turn: Turn) -> str:
    return turn.intent.removeprefix("ask_")


def _years(turn: Turn) -> set[int]:
    return {int(year) for year in _YEAR.findall(turn.message.text)}


def names_earlier_year(turn: Turn) -> bool:
    """Tell whether a message names a year before the call's, and not that one."""
    years = _years(turn)
    return bool(years) and max(years) < turn.deadline.year


def _names_only_this_year(turn: Turn) -> bool:
    """Tell whether the call's year is the only one that is named, so that no other is meant."""
    return turn.confidence < UNSURE and _years(turn) == {turn.deadline.year}
