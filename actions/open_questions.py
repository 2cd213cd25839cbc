"""Messages that answer what Partneris asked: on the way to a person, or for a plan."""

from __future__ import annotations

from dataclasses import replace

from actions.plan_reading import changes, told
from actions.said import contact_in, contacts_in
from actions.topic_groups import UNSURE
from actions.turn import PLAN, Handover, Turn

_TELLS_OF_PLAN = ("describe_project", "plan_correct")
_NEVER_OF_PLAN = (
    "greet", "thank", "goodbye", "insult", "distress", "change_language", "repeat",
    "ask_human", "ask_waiting_time", "cancel_human",
    "ask_slots", "move_slot", "cancel_slot", "ask_my_slot",
)  # fmt: skip
_NEVER_OF_HANDOVER = ("greet", "thank", "goodbye", "insult", "distress", "change_language")
_DROPS_HANDOVER = ("deny", "plan_stop", "cancel_human")
_ASKED_FOR = 3
"""Messages for which an address that was asked for is still taken."""
_TELLS_OFFICER = ("nlu_fallback", "out_of_scope", "inform", "affirm", "describe_project")
_QUALIFYING = (
    "adds", "each", "each_time", "question", "a_year", "remains", "missing", "left", "why", "a_day",
    "longer", "fits", "ours", "relevance", "quality", "team", "impact", "both", "among",
    "management", "at_home", "too_much", "supposes", "shortest", "same_country",
)  # fmt: skip
"""Words of the group `plan` that tell nothing by themselves."""


def in_handover(turn: Turn) -> Turn | None:
    """Return the turn of an answer to what was asked on the way to a person; none: it is none."""
    handover, told = turn.handover, turn.intent in _TELLS_OFFICER
    if handover.asked is None or turn.intent in _NEVER_OF_HANDOVER:
        return None
    if handover.asked == "contact":
        if _own_contact(turn):
            return replace(turn, intent="leave_contact")
        if handover.since or turn.plan.asked:
            return None
        if turn.intent in _DROPS_HANDOVER:
            return replace(turn, intent="cancel_human")
        return replace(turn, intent="ask_contact_again") if told else None
    if turn.said.field and (turn.message.bare or not turn.message.asks):
        return replace(turn, intent="ask_human")
    if turn.intent in _DROPS_HANDOVER:
        return replace(turn, intent="cancel_human")
    if told or turn.intent == "ask_human":  # the field is not known, or is not told
        any_field = handover.model_copy(update={"any_field": True})
        return replace(turn, intent="ask_human", handover=any_field)
    return None


def _own_contact(turn: Turn) -> bool:
    """Tell whether a message holds an address that is not the agency's."""
    text = turn.message.text
    return contact_in(text) is not None and not contacts_in(text, turn.call.contacts)


def without_old_question(turn: Turn) -> Turn:
    """Return the turn of a message that is about something else than a person.

    An address is still taken for a few messages more: many tell first what it is about.
    """
    handover = turn.handover
    since = handover.since + 1
    if handover.asked == "contact" and since < _ASKED_FOR:
        return replace(turn, handover=handover.model_copy(update={"since": since}))
    return replace(turn, handover=Handover())


def in_plan(turn: Turn) -> str | None:
    """Return what a message does to the plan; none where it is about something else."""
    message, plan = turn.message, turn.plan
    if not plan.active:
        if turn.intent in ("plan_correct", "plan_compare"):
            return "inform" if turn.last_topic else "plan_tell"
        return "plan_tell" if turn.intent == "describe_project" else None
    if turn.intent in _TELLS_OF_PLAN or _asks_what_is_missing(turn):
        return "plan_tell"
    if turn.intent.startswith("plan_") or turn.intent == f"ask_{PLAN}":
        return turn.intent
    if turn.intent == "ask_total" and not turn.sums:
        return f"ask_{PLAN}"
    if _tells(turn):
        return "plan_tell"
    if turn.said.named and message.asks and turn.follows and turn.last_topic == PLAN:
        return "plan_compare" if _changes_plan(turn) else None
    return None


def _changes_plan(turn: Turn) -> bool:
    """Tell whether a message names anything new: 'the ceiling for two years?' may not."""
    return bool(changes(turn.plan, told(turn.plan, turn.message, turn.call)))


def _asks_what_is_missing(turn: Turn) -> bool:
    """Tell whether it is asked what the plan still lacks: 'kas vēl trūkst?'."""
    return turn.message.has("missing") and not (turn.said.named or turn.message.has_numbers)


def _tells(turn: Turn) -> bool:
    """Tell whether a message tells of the plan: 'kontakti PIA' is a question, 'PIA' is none."""
    message = turn.message
    if message.asks or turn.intent in _NEVER_OF_PLAN:
        return False
    if turn.intent == "ask_management" and not (turn.said.named or message.has_numbers):
        return False  # 'Tagad arī vadību par visu laiku'
    words = [each for each in message.words if each["word"] not in _QUALIFYING]
    if turn.intent in ("affirm", "deny", "inform") or words or message.has_numbers:
        return True
    if turn.intent == "ask_start_window" and turn.said.date:
        return True  # 'the project starts on 1 October'
    return turn.said.named and (message.bare or turn.confidence < UNSURE)
