"""The turn as Rasa heard it: the message's entities that are meant, with what the slots keep."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Any

from rasa_sdk import Tracker

from actions.case import Case
from actions.counts import MONTHS_A_YEAR
from actions.draft import Draft
from actions.journeys.model import Journeys
from actions.listed import without_crowds, without_hosts, without_repeats
from actions.members import read
from actions.members.consortium import Memory
from actions.message import Message
from actions.organisations import is_code
from actions.said import Said
from actions.slot_question import SlotQuestion
from actions.turn import Change, Handover, Turn
from bot import clock
from core import call as calls
from core import judgements
from core.call import FieldId, Language
from core.text import fold

_SURE_OF_LANGUAGE = 0.75
"""Below this a message keeps the language of the conversation ('PIA', 'ok', '24')."""
_FEW_WORDS, _SURE_OF_FEW_WORDS = 2, 0.97
"""A word or two ('ok', 'PIA') are easily of both languages."""
_SHORTEST_PERIOD = 2
"""Months; dates nearer to one another are no project's first and last day."""
_YEARS_AND_MONTHS = 2
_OF_A_PARTNER = (["partner"], ["partneru"], ["partnera"], ["partners"])
"""Words before a school that is not one's own."""


def heard(tracker: Tracker) -> Turn:
    """Return the turn as Rasa heard it, with what the slots keep of before."""
    parsed, call, slot = tracker.latest_message, calls.newest(), tracker.get_slot
    now = clock.now(call.timezone)
    spoken = _language(parsed, _spoken(parsed, slot("language")))
    message = _message(parsed, spoken, slot("field"))
    said = with_length(Said.of(without_taken_back(message.entities)), call, now.date())
    before = Said.model_validate(slot("background") or {})
    return Turn(
        call=call,
        now=now,
        language=message.language,
        foreign=(parsed.get("language") or {}).get("code"),
        follows=bool(parsed.get("follows")),
        intent=(parsed.get("intent") or {}).get("name") or "",
        ranking=parsed.get("intent_ranking") or [],
        said=said,
        field=_project_field(without_taken_back(message.entities), said, slot("field")),
        field_before=slot("field"),
        last_topic=slot("last_topic"),
        last_said=Said.model_validate(slot("last_said") or {}),
        offered_topic=slot("offered_topic"),
        elsewhere=slot("elsewhere"),
        background=_told(parsed, call, now.date()).over(before),
        sums={name: Decimal(amount) for name, amount in (slot("sums") or {}).items()},
        change=Change.model_validate(change) if (change := slot("change_of_sums")) else None,
        plan=Draft.model_validate(slot("plan") or {}),
        journeys=Journeys.model_validate(slot("journeys") or {}),
        members=read(
            message,
            Memory.model_validate(slot("consortium") or {}),
            call.programme_countries(now.date()).countries,
            call.agency_country,
            slot("last_topic"),
        ),
        message=message,
        conversation=tracker.sender_id,
        channel=tracker.get_latest_input_channel() or "",
        live=bool((parsed.get("metadata") or {}).get("live")),
        handover=Handover.model_validate(slot("handover") or {}),
        misunderstood=int(slot("misunderstood") or 0),
        slots=SlotQuestion.model_validate(slot("slot_booking") or {}),
        case=Case.model_validate(slot("case") or {}),
    )


def _message(parsed: dict[str, Any], language: Language, field: FieldId | None) -> Message:
    """Return the message with those of its entities that are meant; `field` was named before."""
    text = parsed.get("text") or ""
    entities = without_repeats(without_crowds(parsed.get("entities") or [], text), text)
    entities = without_hosts(entities, text, _who_stays(parsed))
    entities = _without_told_lengths(entities, parsed.get("asking") or [])
    entities = _without_refused_dates(entities, parsed.get("marks") or [])
    entities = _without_weak_fields(entities, text, field)
    return Message(
        text=text,
        language=language,
        entities=entities,
        words=parsed.get("plan_words") or [],
        marks=parsed.get("marks") or [],
        asks=bool(parsed.get("asks")),
        whether=bool(parsed.get("whether")),
        bare=bool(parsed.get("bare")),
        gibberish=bool(parsed.get("gibberish")),
        asked=parsed.get("asked"),
        told_elsewhere=parsed.get("told_elsewhere"),
    )


def without_taken_back(entities: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
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


def with_length(said: Said, call: calls.Call, day: dt.date) -> Said:
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


def outside(entities: list[dict[str, Any]], parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the entities that stand in none of some parts of the message."""
    return [
        entity
        for entity in entities
        if not any(part["start"] <= entity["start"] < part["end"] for part in parts)
    ]


def _project_field(
    entities: list[dict[str, Any]], said: Said, before: FieldId | None
) -> FieldId | None:
    """Return the project's field: one that a priority's name holds does not change it.

    'We also tick early school leaving', of a project for adults
    """
    priorities = [each for each in entities if each["entity"] == "priority"]
    named = [each for each in entities if each["entity"] == "field"]
    within = [
        field
        for field in named
        if any(e["start"] < field["end"] and field["start"] < e["end"] for e in priorities)
    ]
    if before and named and len(within) == len(named):
        return before
    return said.field[0] if len(said.field) == 1 else before


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
    told = outside(lengths, asking)
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


def _without_weak_fields(
    entities: list[dict[str, Any]], text: str, before: FieldId | None
) -> list[dict[str, Any]]:
    """Return the entities without fields that words for others tell beside the field that is meant.

    Of 'vocational students' the first word tells the field, of 'KA202 studentiem' the code; a
    partner's school changes no field that was told before.
    """
    fields = [each for each in entities if each["entity"] == "field"]
    learners = {each["start"] for each in entities if each["entity"] == "participant"}
    strong = [each for each in fields if each["start"] not in learners]

    def is_weak(field: dict[str, Any]) -> bool:
        if before and fold(text[: field["start"]]).split()[-1:] in _OF_A_PARTNER:
            return True
        others = [each for each in strong if each["value"] != field["value"]]
        beside = any(is_code(e) or 0 <= field["start"] - e["end"] <= 1 for e in others)
        return field["start"] in learners and beside

    weak = [each for each in fields if is_weak(each)]
    return [each for each in entities if each not in weak]


def _joined_months(months: list[Decimal]) -> list[Decimal]:
    """Return years and months as one length: 'a year and six months'."""
    if len(months) != _YEARS_AND_MONTHS or months[0] % MONTHS_A_YEAR or months[1] >= MONTHS_A_YEAR:
        return months
    return [sum(months, Decimal(0))]


def _told(message: dict[str, Any], call: calls.Call, day: dt.date) -> Said:
    """Return what the sentences that do not ask say of the project."""
    asking = message.get("asking")
    if not asking:
        return Said()
    said = Said.of(outside(without_taken_back(message["entities"]), asking))
    return with_length(said, call, day).background


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
    bound = _SURE_OF_FEW_WORDS if few else _SURE_OF_LANGUAGE
    says = not few or any(letter.islower() for letter in text)  # 'KA204' is of no language
    sure = (identified.get("confidence") or 0) >= bound
    if not says or name not in ("lv", "en") or (spoken and not sure):
        name = spoken
    return "en" if name == "en" else "lv"
