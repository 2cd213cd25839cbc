"""Messages that answer what Partneris asked: on the way to a person, or for a plan."""

from __future__ import annotations

from dataclasses import replace

from actions.draft import changes
from actions.plan_reading import tells_of_project, told
from actions.said import contact_in, contacts_in
from actions.topic_groups import NEAR_MISS, REFUSED, UNSURE
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
_ALONE = 3
"""Words of a message up to which 'un maksimums?' asks about the plan."""
_FEW_WORDS = 6
"""Words of a message up to which 'der?' asks about the plan."""
_SURE = 0.9
"""From here a question stays what it is, whatever single word of a limit stands in it."""
_OF_A_SUM = (
    f"ask_{PLAN}", "ask_grant", "ask_total", "ask_eligibility", "ask_consortium",
    "ask_management", "ask_largest_consortium",
)  # fmt: skip
"""What it may sound like to ask whether a plan's sum is not too much."""
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
        spoken_of = plan.started and turn.last_topic == PLAN  # 'beidzam', 'un maksimums?'
        if _begins_budget(turn) or (spoken_of and asks_whether_it_fits(turn)):
            return f"ask_{PLAN}"
        if turn.intent in ("plan_correct", "plan_compare"):
            return "inform" if turn.last_topic else "plan_tell"
        return "plan_tell" if turn.intent == "describe_project" else None
    if asks_whether_it_fits(turn):
        return f"ask_{PLAN}"
    if _asks_for_sum(turn):
        return f"ask_{PLAN}"
    removes = message.turns_on("removes") or message.turns_on("without")
    asks_for_sum = message.asks and message.hangs_on("much")
    if removes and (asks_for_sum or not message.asks) and _changes_plan(turn):
        return "plan_tell"  # 'leave out the manager'
    if plan.supposed and turn.agrees:
        return "plan_tell"
    if turn.intent in _TELLS_OF_PLAN or _asks_what_is_missing(turn):
        return "plan_tell"
    if turn.intent.startswith("plan_") or turn.intent == f"ask_{PLAN}":
        return turn.intent
    if turn.intent == "ask_total":
        return f"ask_{PLAN}"
    if _tells(turn):
        return "plan_tell"
    if turn.said.named and message.asks and turn.follows and turn.last_topic == PLAN:
        return "plan_compare" if _changes_plan(turn) else None
    return None


def asks_whether_it_fits(turn: Turn) -> bool:
    """Tell whether it is asked if the plan's sum is not too much: 'ietilpstam?', 'is it OK?'.

    A sum or a length of its own is no plan's.
    """
    message = turn.message
    if turn.intent.startswith(NEAR_MISS) or turn.names("euro") or turn.names("months"):
        return False
    if _asks_surely_of_others(turn):
        return False
    asks = message.asks or message.text.rstrip().endswith("?") or message.length <= _FEW_WORDS
    left = message.has("remains") and (
        message.turns_on("ceiling")
        or message.turns_on("within_limit")
        or message.turns_on("fits_in")
    )
    fine = message.has("fits") and message.length <= _FEW_WORDS and turn.last_topic == PLAN
    fine = fine and message.text.rstrip().endswith("?") and not _names_others(turn)
    return asks and (asks_of_limit(turn) or left or fine) and not message.has_numbers


def _begins_budget(turn: Turn) -> bool:
    """Tell whether a message tells of a project whose budget is to be worked out: 'rēķinam: …'."""
    if turn.intent.startswith(NEAR_MISS) or not turn.message.turns_on("a_budget"):
        return False
    return bool(turn.said.months and turn.said.country[1:]) and tells_of_project(turn.said)


def asks_of_limit(turn: Turn) -> bool:
    """Tell whether a message names the largest grant: 'under the ceiling?', 'un maksimums?'."""
    message = turn.message
    alone = message.turns_on("the_most") and message.length <= _ALONE
    # 'ietilpstam?' that is nothing else is of the plan, whatever was spoken of before
    unheard = turn.intent in (*REFUSED, f"ask_{PLAN}")
    fits = message.turns_on("fits_in") and (unheard or turn.last_topic == PLAN)
    of_plan = message.length <= _FEW_WORDS and not _names_others(turn)
    named = message.turns_on("within_limit") or message.has("too_much")
    return named or (of_plan and (fits or (alone and turn.last_topic == PLAN)))


def _names_others(turn: Turn) -> bool:
    """Tell whether what is named may fit elsewhere: 'Does Serbia fit?', 'which priority fits?'."""
    if turn.message.marked("output") or turn.message.turns_on("one_priority"):
        return True
    return turn.names("country") or turn.names("priority")


def _asks_surely_of_others(turn: Turn) -> bool:
    """Tell whether the classifier is sure of a question that is no matter of a plan's sum."""
    asks = turn.intent.startswith("ask_") and turn.intent not in _OF_A_SUM
    return asks and turn.confidence >= _SURE


def counts_meetings(turn: Turn) -> bool:
    """Tell whether a message within a plan is of partners' meetings, not of one with an officer."""
    travels = turn.names("people") or turn.names("kilometres")
    return turn.plan.active and turn.message.has("meetings") and travels


def _asks_for_sum(turn: Turn) -> bool:
    """Tell whether it is asked what the plan comes to in words that may ask anything: 'how much?'.

    Only where it was spoken of just before.
    """
    unsure = turn.intent in (*REFUSED, "ask_difference") and turn.confidence < UNSURE
    asks = turn.message.hangs_on("much") and turn.message.length <= _FEW_WORDS
    return unsure and asks and turn.last_topic == PLAN and not turn.said.named


def _changes_plan(turn: Turn) -> bool:
    """Tell whether a message names anything new: 'the ceiling for two years?' may not."""
    return bool(changes(turn.plan, told(turn.plan, turn.message, turn.call)))


def _asks_what_is_missing(turn: Turn) -> bool:
    """Tell whether it is asked what the plan still lacks: 'kas vēl trūkst?'."""
    return turn.message.has("missing") and not (turn.said.named or turn.message.has_numbers)


def _tells(turn: Turn) -> bool:
    """Tell whether a message tells of the plan: 'kontakti PIA' is a question, 'PIA' is none."""
    message = turn.message
    if message.asks or (turn.intent in _NEVER_OF_PLAN and not counts_meetings(turn)):
        return False
    if turn.intent == "ask_management" and not (turn.said.named or message.has_numbers):
        return False  # 'Tagad arī vadību par visu laiku'
    words = [each for each in message.words if each["word"] not in _QUALIFYING]
    if turn.intent in ("affirm", "deny", "inform") or words or message.has_numbers:
        return True
    if turn.intent == "ask_start_window" and turn.said.date:
        return True  # 'the project starts on 1 October'
    return turn.said.named and (message.bare or turn.confidence < UNSURE)
