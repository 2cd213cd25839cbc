"""Reads the latest message and the slots: a turn for each question of the message."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from rasa_sdk import Tracker

from actions import case_meant, case_reading, data_question, works
from actions.elsewhere import whole_elsewhere
from actions.journeys.hearing import Hearing, others_asked
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
from actions.members.asking import asked_of_members
from actions.open_questions import counts_meetings, in_handover, in_plan, without_old_question
from actions.said import Said
from actions.several import one_for_each
from actions.slot_question import about_slots
from actions.topic_groups import OF_DATES, OF_LENGTH, REFUSED
from actions.turn import Turn
from actions.turn_reading.earlier import with_what_was_before
from actions.turn_reading.hearing import heard, outside, without_taken_back
from actions.values_meant import by_values, by_what_is_named, mourns


def read_turns(tracker: Tracker) -> list[Turn]:
    """Read the latest message and the slots: a turn for each question of the message."""
    turn = heard(tracker)
    told = works.read(turn.message)
    turn = replace(turn, said=turn.said.model_copy(update={"works": told}))
    turn = _with_members(turn)
    turn = replace(turn, journeys=Hearing(turn).partners())
    turn = case_reading.told_so_far(turn)
    if answer := _before_any_question(turn, tracker):
        return [answer]
    if turn.intent not in ("ask_human", "affirm"):
        turn = without_old_question(turn)
    noise = turn.message.gibberish and not turn.names("country")  # 'lv lt pl' is none
    if noise and turn.intent in REFUSED and turn.foreign is None:
        return [replace(turn, intent="nlu_fallback")]
    if mourns(turn):
        return [replace(turn, intent="distress")]
    turn = _with_intent_by_values(turn)
    if parts := case_meant.sum_and_total(turn):
        return [with_what_was_before(parts[0]), *parts[1:]]
    if of_case := case_meant.by_case(turn):
        return [with_what_was_before(replace(turn, intent=of_case))]
    questions = tracker.latest_message.get("questions") or []
    if several := _of_all(turn, questions):
        return several
    if several := one_for_each(turn):
        return several
    return _of_questions(turn, without_beside(turn, questions))


def _before_any_question(turn: Turn, tracker: Tracker) -> Turn | None:
    """Return the turn of who despairs, or answers what was asked of their data or hand-over."""
    if turn.message.turns_on("despair"):
        return replace(turn, intent="distress")
    if own_data := data_question.about_data(turn, tracker.get_slot("data_question")):
        return replace(turn, intent=own_data)
    return in_handover(turn)


def _with_intent_by_values(turn: Turn) -> Turn:
    """Return the turn with the intent that its values tell, each rule over the one before."""
    turn = replace(turn, intent=without_plan(turn))
    turn = replace(turn, intent=adds_to_last(turn))
    turn = replace(turn, intent=by_what_is_named(turn.intent, turn.said))
    turn = replace(turn, intent=by_values(turn))
    return replace(turn, intent=costs_of_an_activity(turn))


def _of_all(turn: Turn, questions: list[dict[str, Any]]) -> list[Turn]:
    """Return the turn of what is as a whole about slots, journeys, members, a plan or else.

    What is asked beside journeys has a turn of its own.
    """
    slot = None if counts_meetings(turn) else about_slots(turn, several=bool(questions))
    if not slot and Hearing(turn).heard():
        beside = others_asked(turn, questions)
        others = [_of_question(turn, each, questions) for each in beside]
        return [replace(turn, intent="ask_journeys"), *others]
    of_members = [] if slot else asked_of_members(turn, questions)
    in_a_plan = None if of_members else in_plan(turn)
    if intent := slot or in_a_plan or whole_elsewhere(turn, questions):
        return [replace(turn, intent=intent)]
    told = _without_members(turn)
    return [with_what_was_before(replace(told, intent=each)) for each in of_members]


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


def _of_questions(turn: Turn, questions: list[dict[str, Any]]) -> list[Turn]:
    """Return a turn for each question of a message, or one where they come to one."""
    if questions and (one := as_one(turn, questions)):
        turn, questions = replace(turn, intent=one), []
    if questions and not asks_for_one_sum(turn, questions):
        return [_of_question(turn, each, questions) for each in questions]
    turn = replace(turn, intent=in_context(turn))
    if questions:
        turn = replace(turn, intent="ask_individual_support")
    if turn.intent == "ask_total" and not (turn.sums or turn.plan.active) and turn.said.named:
        turn = replace(turn, intent=first_sum(turn))
    return [with_what_was_before(turn)]


def _of_question(turn: Turn, question: dict[str, Any], questions: list[dict[str, Any]]) -> Turn:
    """Return the turn of one of several questions: what it says itself or no other one says."""
    others = [each for each in questions if each is not question]
    said = Said.of(outside(without_taken_back(turn.message.entities), others))
    topic = question["intent"].removeprefix("ask_")
    if topic in OF_DATES:
        said = said.model_copy(update={"date": turn.said.date})
    # 'the largest grant for 20 months, and is that fine for a university?'
    field = turn.field_before if topic in OF_LENGTH else turn.field
    field = said.field[0] if len(said.field) == 1 else field
    shared = said.beside(turn.said.shared)
    taxes = turn.message.names_taxes(question["start"], question["end"])
    intent = by_what_is_named(question["intent"], said)
    return replace(turn, intent="ask_taxes" if taxes else intent, said=shared, field=field)
