"""Reads the latest message and the slots: a turn for each question of the message."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

from rasa_sdk import Tracker

from actions import data_question
from actions.counts import CROWD, SHORTEST_PROJECT, may_count, whole
from actions.draft import Draft
from actions.elsewhere import whole_elsewhere
from actions.listed import without_crowds, without_hosts, without_repeats
from actions.meaning import (
    adds_to_last,
    as_one,
    asks_for_one_sum,
    costs_of_an_activity,
    first_sum,
    in_context,
    without_beside,
    without_plan,
)
from actions.members import read
from actions.members.asking import asked_of_members
from actions.members.consortium import Memory
from actions.message import Message
from actions.open_questions import counts_meetings, in_handover, in_plan, without_old_question
from actions.said import Said
from actions.several import one_for_each
from actions.slot_question import SlotQuestion, about_slots
from actions.topic_groups import (
    OF_AN_ACTIVITY,
    OF_DATES,
    OF_LENGTH,
    OF_PRIORITIES,
    OF_REAL_COSTS,
    REFUSED,
    SENTENCE,
    SHARING,
)
from actions.turn import Change, Handover, Turn
from actions.values_meant import by_values, by_what_is_named, mourns
from bot import clock
from bot.responses import topics
from core import call as calls
from core import distance, judgements
from core.activities import is_long
from core.call import Language, in_force

SURE_OF_LANGUAGE = 0.75
"""Below this a message keeps the language of the conversation ('PIA', 'ok', '24')."""
_FEW_WORDS, _SURE_OF_FEW_WORDS = 2, 0.97
"""A word or two ('ok', 'PIA') are easily of both languages."""
_SHORTEST_PERIOD = 2
"""Months; dates nearer to one another are no project's first and last day."""
_YEARS_AND_MONTHS, _A_YEAR = 2, 12
_OF_STAYS = OF_AN_ACTIVITY | {"linguistic_support"}
_OF_PARTNERS = {"management", "consortium", "largest_consortium"}
"""Topics that count organisations."""


def read_turns(tracker: Tracker) -> list[Turn]:
    """Read the latest message and the slots: a turn for each question of the message."""
    turn = _with_members(_heard(tracker))
    if turn.message.turns_on("despair"):
        return [replace(turn, intent="distress")]  # whatever else the message tells
    if own_data := data_question.about_data(turn, tracker.get_slot("data_question")):
        return [replace(turn, intent=own_data)]
    if to_person := in_handover(turn):
        return [to_person]
    if turn.intent not in ("ask_human", "affirm"):
        turn = without_old_question(turn)
    noise = turn.message.gibberish and not turn.names("country")  # 'lv lt pl' is none
    if noise and turn.intent in REFUSED and turn.foreign is None:
        return [replace(turn, intent="nlu_fallback")]
    if mourns(turn):
        return [replace(turn, intent="distress")]
    turn = replace(turn, intent=without_plan(turn))
    turn = replace(turn, intent=adds_to_last(turn))
    turn = replace(turn, intent=by_what_is_named(turn.intent, turn.said))
    turn = replace(turn, intent=by_values(turn))
    turn = replace(turn, intent=costs_of_an_activity(turn))
    questions = tracker.latest_message.get("questions") or []
    slot = None if counts_meetings(turn) else about_slots(turn, several=bool(questions))
    if slot:
        return [replace(turn, intent=slot)]
    of_members = asked_of_members(turn, questions)
    if not of_members and (about_plan := in_plan(turn)):
        return [replace(turn, intent=about_plan)]
    if elsewhere := whole_elsewhere(turn, questions):
        return [replace(turn, intent=elsewhere)]
    if of_members:
        told = _without_members(turn)
        return [_with_what_was_before(replace(told, intent=each)) for each in of_members]
    if several := one_for_each(turn):
        return several
    questions = without_beside(turn, questions)
    if questions and (one := as_one(turn, questions)):
        turn, questions = replace(turn, intent=one), []
    if questions and not asks_for_one_sum(turn, questions):
        return [_of_question(turn, each, questions) for each in questions]
    turn = replace(turn, intent=in_context(turn))
    if questions:
        turn = replace(turn, intent="ask_individual_support")
    if turn.intent == "ask_total" and not (turn.sums or turn.plan.active) and turn.said.named:
        turn = replace(turn, intent=first_sum(turn))
    return [_with_what_was_before(turn)]


def _heard(tracker: Tracker) -> Turn:
    """Return the turn as Rasa heard it, with what the slots keep of before."""
    message, call, slot = tracker.latest_message, calls.newest(), tracker.get_slot
    text = message.get("text") or ""
    entities = without_repeats(without_crowds(message.get("entities") or [], text), text)
    entities = without_hosts(entities, text, _who_stays(message))
    entities = _without_told_lengths(entities, message.get("asking") or [])
    entities = _without_refused_dates(entities, message.get("marks") or [])
    now = clock.now(call.timezone)
    last_topic = slot("last_topic")
    said = _with_length(Said.of(_meant(entities)), call, now.date())
    language = _language(message, _spoken(message, slot("language")))
    heard = Message(
        text=text,
        language=language,
        entities=entities,
        words=message.get("plan_words") or [],
        marks=message.get("marks") or [],
        asks=bool(message.get("asks")),
        whether=bool(message.get("whether")),
        bare=bool(message.get("bare")),
        gibberish=bool(message.get("gibberish")),
        asked=message.get("asked"),
        told_elsewhere=message.get("told_elsewhere"),
    )
    return Turn(
        call=call,
        now=now,
        language=language,
        foreign=(message.get("language") or {}).get("code"),
        follows=bool(message.get("follows")),
        intent=(message.get("intent") or {}).get("name") or "",
        ranking=message.get("intent_ranking") or [],
        said=said,
        field=said.field[0] if len(said.field) == 1 else slot("field"),
        field_before=slot("field"),
        last_topic=last_topic,
        last_said=Said.model_validate(slot("last_said") or {}),
        offered_topic=slot("offered_topic"),
        elsewhere=slot("elsewhere"),
        background=_told(message, call, now.date()).over(
            Said.model_validate(slot("background") or {})
        ),
        sums={name: Decimal(amount) for name, amount in (slot("sums") or {}).items()},
        change=Change.model_validate(change) if (change := slot("change_of_sums")) else None,
        plan=Draft.model_validate(slot("plan") or {}),
        message=heard,
        members=read(
            heard,
            Memory.model_validate(slot("consortium") or {}),
            call.programme_countries(now.date()).countries,
            call.agency_country,
            last_topic,
        ),
        conversation=tracker.sender_id,
        channel=tracker.get_latest_input_channel() or "",
        live=bool((message.get("metadata") or {}).get("live")),
        handover=Handover.model_validate(slot("handover") or {}),
        misunderstood=int(slot("misunderstood") or 0),
        slots=SlotQuestion.model_validate(slot("slot_booking") or {}),
    )


def _with_members(turn: Turn) -> Turn:
    """Return the turn, whose background tells who is in the consortium."""
    members = turn.members
    home = members.memory.home
    update: dict[str, Any] = {"home": [home] if home else []}
    if members.known:
        now = members.now
        count = [Decimal(now.count)] if now.count > 0 else []
        update |= {"country": now.countries, "organisations": count, "own": []}
    return replace(turn, background=turn.background.model_copy(update=update))


def _without_members(turn: Turn) -> Turn:
    """Return the turn without numbers that count organisations, where the message tells of them."""
    if not turn.members.changed:
        return turn
    names = ("organisations", "number", "we", "added", "nth", "own")
    update: dict[str, Any] = {name: [] for name in names}
    return replace(turn, said=turn.said.model_copy(update=update))


def _who_stays(message: dict[str, Any]) -> list[int]:
    """Return where words stand that say that people of a meeting are there already.

    At a multiplier event those of the place are counted, too.
    """
    words = {each["word"] for each in message.get("plan_words") or []}
    if "meetings" not in words or "events" in words:
        return []
    return [e["start"] for e in message.get("marks") or [] if e["word"] == "on_site"]


def _without_told_lengths(
    entities: list[dict[str, Any]], asking: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the entities without lengths of a story, where another length is asked about.

    'Divus gadus lolojam ideju … Vai divpadsmit mēnešu projekts ir pieļaujams?'
    """
    lengths = [each for each in entities if each["entity"] == "months"]
    told = _outside(lengths, asking)
    if len(told) == len(lengths):
        return entities
    return [each for each in entities if each not in told]


def _without_refused_dates(
    entities: list[dict[str, Any]], marks: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Return the entities without a day that does not suit, where another one is named behind.

    'Oktobris mums ir par agru. Februāris?'
    """
    dates = [each for each in entities if each["entity"] == "date"]
    early = [each["start"] for each in marks if each["word"] == "too_early"]
    refused = [
        each
        for each, after in pairwise(dates)
        if any(each["end"] <= at < after["start"] for at in early)
    ]
    return [each for each in entities if each not in refused]


def _with_length(said: Said, call: calls.Call, day: dt.date) -> Said:
    """Return what is said with the months of a period that is named by its first and last day."""
    said = said.model_copy(update={"months": _joined_months(said.months)})
    if said.people or said.meetings or said.kilometres:
        return said  # its dates are of events
    opens = call.value("start_first", day).value
    assert isinstance(opens, dt.date)
    period = None if said.months else said.period(opens.year)
    months = judgements.months_between(*period) if period else 0
    if months < _SHORTEST_PERIOD:
        return said
    return said.model_copy(update={"months": [Decimal(months)]})


def _joined_months(months: list[Decimal]) -> list[Decimal]:
    """Return years and months as one length: 'a year and six months'."""
    if len(months) != _YEARS_AND_MONTHS or months[0] % _A_YEAR or months[1] >= _A_YEAR:
        return months
    return [sum(months, Decimal(0))]


def _meant(entities: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the entities without those that are taken back: 'instead of teachers'.

    A country that is taken back is gone wherever it stands: 'LV, LT and Greece; the Greeks quit'.
    """
    back = [each for each in entities if each.get("role") == "taken_back"]
    gone = {each["value"] for each in back if each["entity"] == "country"}
    return [
        each
        for each in entities
        if each not in back and not (each["entity"] == "country" and each["value"] in gone)
    ]


def _with_what_was_before(turn: Turn) -> Turn:
    """Return the turn of a message that may leave out what was said before it.

    Numbers get their units, partners who join or leave are counted with those before, and what is
    left out is that of the same topic before.
    """
    topic = turn.last_topic if turn.intent == "inform" else turn.intent.removeprefix("ask_")
    if topic != turn.last_topic and topic in OF_LENGTH:
        turn = _without_unfit_length(turn)
    same = topic == turn.last_topic or any({topic, turn.last_topic} <= each for each in SHARING)
    # 'un ja tie paši brauc nevis uz apmācībām, bet uz sanāksmi?'
    same = same or (turn.follows and {topic, turn.last_topic} <= OF_AN_ACTIVITY | {"meetings"})
    goes_on = same and (turn.follows or turn.message.length <= SENTENCE)
    earlier = turn.last_said if goes_on else Said()
    said = _counted(turn, topic, earlier)
    if topic in OF_AN_ACTIVITY and _names_one_kind(turn):
        said = said.as_told(earlier)
    said = _changed(turn, topic, said, earlier)
    counted = said.counted_units if topic in _OF_PARTNERS else []
    before = _before(turn, topic)
    if topic == "management" != turn.last_topic and said.organisations:
        before = before.model_copy(update={"own": []})  # of other partners than those counted now
    if turn.follows or goes_on:
        named = said.participant
        said = (said if turn.adds else said.among(earlier.groups)).over(before)
        if topic == "accompanying_persons":  # they go with the pupils before, and are none
            said = said.model_copy(update={"participant": named, **_without_pupils(turn, earlier)})
    counted = ["organisations"] if topic in _OF_PARTNERS and turn.said.we else counted
    counted = counted if len(counted) == 1 else []
    said = said.model_copy(update={"counted": counted})
    said = _with_others_meant(turn, topic, said)
    return replace(turn, said=said, last_said=before)


def _names_one_kind(turn: Turn) -> bool:
    """Tell whether something changes for one kind of those who go: '16 days, just the students'.

    'And if these were students?' does not: it makes others of them.
    """
    values = turn.names("days") or turn.names("kilometres") or turn.names("town")
    only = turn.message.turns_on("only_them") or values
    return bool(only) and not turn.gives_up("participant")


def _without_pupils(turn: Turn, earlier: Said) -> dict[str, list[Decimal]]:
    """Return what is left of those counted before, who are no accompanying persons themselves."""
    counted = turn.names("people") or turn.names("we") or turn.names("number")
    pupils = earlier.participant == ["learner"] and turn.last_topic != "accompanying_persons"
    return {"people": [], "we": []} if pupils and not counted else {}


def _with_others_meant(turn: Turn, topic: str | None, said: Said) -> Said:
    """Return what is said with those before whom a later message may mean, too.

    Pupils, where accompanying persons came on top of them ('un ja brauc uz Porto?'), and countries
    that were asked about one after another ('which of those count?').
    """
    before = turn.last_said
    pupils = before.participant == ["learner"] and not before.groups
    if topic == "accompanying_persons" and turn.adds and pupils:
        said = said.model_copy(update={"with_pupils": before.people})
    kinds = said.participant
    if topic in OF_AN_ACTIVITY - {"accompanying_persons"} and len(kinds) == len(said.people) == 1:
        told = {**dict(said.told), kinds[0]: said.people[0]}
        said = said.model_copy(update={"told": [*told.items()]})
    if topic in OF_PRIORITIES and turn.message.turns_on("new_one"):
        new = (e for e in turn.call.added_priorities(turn.day) if e.field == turn.field)
        said = said.model_copy(update={"priority": [each.id for each in new]})
    if topic == "countries":
        earlier = before.asked_about if turn.last_topic == topic else []
        named = list(dict.fromkeys([*earlier, *said.country]))
        said = said.model_copy(update={"asked_about": named})
    return said


def _before(turn: Turn, topic: str | None) -> Said:
    """Return what was said before; another event has participants of its own."""
    said = turn.said
    if topic in _OF_STAYS | {"learning_activities"} and said.days and not said.months:
        # 'And for a 3-week one?' after three months
        short = [each for each in turn.last_said.activity if each not in _long_kinds(turn)]
        return turn.last_said.model_copy(update={"months": [], "activity": short})
    if topic in _OF_STAYS | {"learning_activities"} and said.months and not said.days:
        return turn.last_said.model_copy(update={"days": []})  # 'And their teachers for 3 months?'
    another = turn.adds and (said.local or said.international)
    if topic != "multiplier_events" or not another:
        return turn.last_said
    counted: dict[str, list[Decimal]] = {
        "local": [],
        "international": [],
        "people": [],
        "events": [],
    }
    return turn.last_said.model_copy(update=counted)


def _long_kinds(turn: Turn) -> set[str]:
    """Return the kinds of activities that last months."""
    kinds = in_force(turn.call.learning.kinds, turn.day)
    return {kind.id for kind in kinds if is_long(kind)}


def _changed(turn: Turn, topic: str | None, said: Said, earlier: Said) -> Said:
    """Return what is said with what it changes of before: who joins or leaves, how much longer."""
    message = turn.message
    if topic in OF_AN_ACTIVITY | {"meetings"} and turn.names("town"):
        said = _with_journeys_before(said, earlier)
    if topic == "output_rates":
        said = said.with_staff_of(earlier)
        corrected = said if message.adds else said.with_days_of(earlier)
        given_up = _given_up(turn) if corrected is said else set()
        supposes = message.has("supposes") and not turn.said.days
        said = corrected.changing_works(earlier, given_up, supposes)
    if topic in OF_DATES:
        said = _since_earlier_start(turn, said, earlier)
    of_length = topic == "management" and turn.last_topic in OF_LENGTH
    if of_length and not (said.months or turn.background.months):
        said = said.model_copy(update={"months": turn.last_said.months})
    if topic in OF_LENGTH - {"duration"} and message.has("shortest") and not said.months:
        shortest = judgements.shortest_project(turn.call, turn.day, turn.field)
        said = said.model_copy(update={"months": [Decimal(shortest)]})  # 'cik par īsāko?'
    yearly = message.has("a_year") or message.turns_on("for_a_year")
    if topic in ("grant", "payments", "management") and yearly and not said.months:
        said = said.model_copy(update={"months": [Decimal(_A_YEAR)]})  # 'say the yearly number'
    told = turn.last_topic == "management" and topic in ("grant", "payments")
    if told and not (said.months or turn.background.months) and message.length <= SENTENCE:
        said = said.model_copy(update={"months": turn.last_said.months})  # 'and the ceiling?'
    if message.begins_adding and topic == turn.last_topic:
        said = _on_top(topic, said, earlier, message.turns_on("guarantee"))
    if topic in OF_LENGTH and message.has("longer"):
        said = said.longer_than(earlier)
    if topic in _OF_PARTNERS:
        said = said.as_nth(earlier)
    joins = message.turns_on("comes_in") and topic == "management" and not said.own
    if joins and sum(said.organisations) < sum(earlier.organisations or earlier.we):
        said = said.model_copy(update={"added": said.organisations})  # 'viens partneris nāks klāt'
    leaves = message.has("left") and topic in _OF_PARTNERS
    if topic == "management" and _leaves_out_countries(turn):  # 'un bez portugāļiem?'
        said = said.model_copy(update={"number": [Decimal(len(turn.said.country))]})
        return said.left_of(earlier)
    uncounted = not (said.organisations or said.number or said.country or message.has("remains"))
    if leaves and topic == "management" and uncounted and message.has("supposes"):
        said = said.model_copy(update={"number": [Decimal(1)]})  # 'what if we drop one?'
    nobody_counted = not (earlier.organisations or earlier.we) and not message.has("remains")
    if leaves and topic == "consortium" and nobody_counted:
        said = said.model_copy(update={"organisations": []})  # those who leave are not all
    return said.left_of(earlier) if leaves else said.added_to(earlier)


def _with_journeys_before(said: Said, earlier: Said) -> Said:
    """Return what is said as the journeys before with other people from one town.

    'Sorry, only one from Berlin.' names nothing else.
    """
    counted = said.people or said.we or said.number
    alone = len(said.town) == len(counted) == 1 and not (said.kilometres or said.journeys)
    if not alone or not {*said.town} <= {*said.departure}:
        return said
    from_there = [j for j in earlier.journeys if j.origin and _same_town(j.origin, {*said.town})]
    if len(from_there) != 1:
        return said
    journeys = [
        each._replace(people=counted[0]) if each in from_there else each
        for each in earlier.journeys
    ]
    update: dict[str, Any] = {"journeys": journeys, "people": [], "we": [], "number": []}
    update |= {name: getattr(earlier, name) for name in ("town", "departure", "kilometres")}
    return said.model_copy(update=update)


def _leaves_out_countries(turn: Turn) -> bool:
    """Tell whether of organisations that were only counted some countries' are left out."""
    message, said = turn.message, turn.said
    only = said == Said(country=said.country) and not turn.members.known
    return bool(message.bare and message.has("none") and said.country) and only


def _same_town(name: str, others: set[str]) -> bool:
    """Tell whether a town is one of others, in whatever case: 'Klaipēdā', 'Klaipēdas vietā'."""
    place = distance.named(name)
    return any(place and place == distance.named(other) for other in others)


def _on_top(topic: str | None, said: Said, earlier: Said, guarantee: bool) -> Said:
    """Return what comes on top with what was before: costs, months; not a guarantee's beside."""
    if topic in OF_REAL_COSTS and said.euro and earlier.euro and not guarantee:
        return said.model_copy(update={"euro": [earlier.euro[0] + said.euro[0]]})
    if topic == "management" and said.months:
        return said.longer_than(earlier)
    return said


def _given_up(turn: Turn) -> set[str]:
    """Return who no longer works: 'replace the Italian with a Croatian', 'bez vadītāja?'."""
    back = {str(each["value"]) for each in turn.taken_back}
    return back or ({*turn.said.staff, *turn.said.country} if turn.message.denies else set())


def _since_earlier_start(turn: Turn, said: Said, earlier: Said) -> Said:
    """Return what is said with the start told before, where it tells the end.

    'And end in May 2022'
    """
    ends = turn.message.turns_on("ends") and not turn.message.turns_on("starts")
    if not ends or len(said.date) != 1 or not earlier.date:
        return said
    since = said.model_copy(update={"date": [earlier.date[0], *said.date]})
    whole_period = _with_length(since, turn.call, turn.day)
    return whole_period if whole_period.months else said


def _counted(turn: Turn, topic: str | None, earlier: Said) -> Said:
    """Return what is said with its bare numbers read as what they count."""
    known = turn.said.over(earlier).over(turn.background)
    joined = sum(
        [*turn.said.organisations, *earlier.organisations], Decimal(0)
    )  # 'kopā divpadsmit'
    joins = turn.said.added and turn.said.organisations
    counts_nothing = {*_rates(turn, topic), *turn.sums.values()}
    counts_nothing |= {joined} if joins else set()
    if turn.said.we and turn.message.has("left"):  # 'two quit, so we'd be ten'
        counts_nothing |= {*turn.said.number}
    said = turn.said.without(counts_nothing).counting_such(people=topic in OF_AN_ACTIVITY)
    if topic in OF_AN_ACTIVITY:
        said = said.with_distance(earlier)
    if topic in OF_AN_ACTIVITY | {"meetings"}:
        said = said.with_people_from()
    units = topics()[topic].number if topic in topics() else []
    comes_or_goes = turn.message.has("left") or turn.message.turns_on("comes_in")
    if topic in _OF_PARTNERS and comes_or_goes and not (said.organisations or said.we):
        # 'and if one joins?' after a length
        return said.model_copy(update={"organisations": said.number, "number": []})
    lengths = turn.said.number and min(turn.said.number) >= SHORTEST_PROJECT
    if topic in OF_DATES - {"grant"} and (turn.names("date") or lengths):
        units = ["months"]  # 'un ja 1. septembrī 36?', 'Tad 36. Kad vēlākais varam sākt?'
    return said.counting(_unit(units, known, said.number), earlier)


def _without_unfit_length(turn: Turn) -> Turn:
    """Return the turn without a length that was refused: another topic is not about it."""
    months = whole(turn.last_said.months)
    if months is None or judgements.duration(turn.call, turn.day, months, turn.field).allowed:
        return turn
    return replace(turn, last_said=turn.last_said.model_copy(update={"months": []}))


def _rates(turn: Turn, topic: str | None) -> set[Decimal]:
    """Return the sums that a topic pays: who names one counts nothing: 'is that 180 or 275?'."""
    of_topic = {"meetings": turn.call.meeting_bands, "travel": turn.call.learning.travel}
    bands = in_force(of_topic.get(topic or "", []), turn.day)
    if topic == "multiplier_events":  # 'vai viņus arī skaita pa 100 un 200?'
        both = {turn.call.number(f"event_{who}", turn.day) for who in ("local", "international")}
        return both if both <= {*turn.said.number} else set()
    return {each.amount for each in bands if each.amount > CROWD}


def _unit(units: list[str], known: Said, numbers: list[Decimal]) -> str | None:
    """Return what a bare number counts: the first of a topic's units that is not known yet."""
    units = [each for each in units if all(may_count(each, number) for number in numbers)]
    if known.local or known.international:
        units = [each for each in units if each != "people"]  # 'un ja tādas rīkojam piecas?'
    if len(units) > 1 and numbers and max(numbers) < SHORTEST_PROJECT:
        units = [each for each in units if each != "months"]  # 'un ja paliek tikai pieci?'
    if {"months", "euro"} <= {*units} and numbers and max(numbers) < CROWD:
        return "months"  # 'and the same money over 24?'
    return next((each for each in units if not getattr(known, each)), units[-1] if units else None)


def _told(message: dict[str, Any], call: calls.Call, day: dt.date) -> Said:
    """Return what the sentences that do not ask say of the project."""
    asking = message.get("asking")
    if not asking:
        return Said()
    said = Said.of(_outside(_meant(message["entities"]), asking))
    return _with_length(said, call, day).background


def _of_question(
    turn: Turn,
    question: dict[str, Any],
    questions: list[dict[str, Any]],
) -> Turn:
    """Return the turn of one of several questions: what it says itself or no other one says."""
    others = [each for each in questions if each is not question]
    said = Said.of(_outside(_meant(turn.message.entities), others))
    if question["intent"].removeprefix("ask_") in OF_DATES:
        said = said.model_copy(update={"date": turn.said.date})
    of_length = question["intent"].removeprefix("ask_") in OF_LENGTH
    # 'the largest grant for 20 months, and is that fine for a university?'
    field = turn.field_before if of_length else turn.field
    field = said.field[0] if len(said.field) == 1 else field
    shared = said.beside(turn.said.shared)
    taxes = turn.message.names_taxes(question["start"], question["end"])
    intent = by_what_is_named(question["intent"], said)
    return replace(turn, intent="ask_taxes" if taxes else intent, said=shared, field=field)


def _outside(entities: list[dict[str, Any]], parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        entity
        for entity in entities
        if not any(part["start"] <= entity["start"] < part["end"] for part in parts)
    ]


def _spoken(message: dict[str, Any], before: str | None) -> str | None:
    """Return the language of the conversation: that of the person's window, if it tells one.

    A window has a language before anything was said: only a word or two go by it then.
    """
    window = (message.get("metadata") or {}).get("language")
    few = len((message.get("text") or "").split()) <= _FEW_WORDS
    return window if window and (before or few) else before


def _language(message: dict[str, Any], spoken: str | None) -> Language:
    identified = message.get("language") or {}
    name = identified.get("name")
    text = message.get("text") or ""
    few = len(text.split()) <= _FEW_WORDS
    bound = _SURE_OF_FEW_WORDS if few else SURE_OF_LANGUAGE
    says = not few or any(letter.islower() for letter in text)  # 'KA204' is of no language
    sure = (identified.get("confidence") or 0) >= bound
    if not says or name not in ("lv", "en") or (spoken and not sure):
        name = spoken
    return "en" if name == "en" else "lv"
