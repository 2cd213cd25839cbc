"""What a message tells of a project, whatever it asks, and whether it wants the verdict on it all.

A length, a start, a type or a priority counts for the project where nothing says that it is of
something else: of a stay abroad, of a rule that is quoted, of another programme.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from actions.case import Case
from actions.counts import SHORTEST_PROJECT, whole
from actions.said import day_span
from actions.spans import first_start, named_start
from actions.starting import before_start
from actions.topic_groups import NEAR_MISS, OF_DATES, OF_LENGTH, OF_PRIORITIES, REFUSED, UNSURE
from actions.turn import PLAN, Turn
from core import judgements
from core.call import in_force

_SHORTEST_STORY = 6
"""Months; what is shorter is a stay or the time that is left, not a project's length."""
_OF_A_PROJECT = {
    *OF_DATES, *OF_LENGTH, *OF_PRIORITIES, PLAN, "eligibility", "consortium", "management",
    "project_types", "total", "who_can_participate", "action_codes", "countries",
}  # fmt: skip
"""Topics of a project as a whole: lengths and dates in their messages are its own."""
_TELLS = ("describe_project", "plan_tell", "plan_correct", "plan_compare", "inform", "greet")
_LIKE_A_VERDICT = (
    "ask_eligibility", "ask_consortium", "ask_who_can_participate", "ask_applicant",
    "ask_project_types", "ask_action_codes", f"ask_{PLAN}", "ask_cross_sector", *_TELLS,
    "affirm", "deny", *REFUSED,
)  # fmt: skip
"""What it may sound like, however sure, to ask for the verdict on a project."""
_OWN_VERDICT = (
    "award_criteria", "several_applications", "one_application", "double_funding", "venues",
    "learning_activities", "expensive_travel", "registration", "intellectual_output",
    "exceptional_costs", "equipment", "special_needs", "travel", "individual_support", "meetings",
    "multiplier_events", "change_application", "associated_partners", "eche", "output_staff",
)  # fmt: skip
"""Topics of which 'is that allowed?' asks for a verdict of their own."""
_FEWEST_TOLD = 2
"""What must be told of a project for a verdict on it."""
_MOST_OF_IT = 4
"""Told so much, who asks of one thing more asks whether it is all right now."""


def told_so_far(turn: Turn) -> Turn:
    """Return the turn with what is known of the project by now."""
    case = _case_of(turn)
    known: dict[str, Any] = {}
    if case.months and _fits(turn, case.months):
        known |= {"months": [Decimal(case.months)], "years": []}
    if case.type:
        known["project_type"] = [case.type]
    background = turn.background.model_copy(update=known)
    return replace(turn, case=case, background=background)


def asks_for_verdict(turn: Turn) -> bool:
    """Tell whether a message asks if all that was told of the project is all right.

    'Vai tas iet cauri?', 'so does it fit?', 'what would we have to change?'
    """
    message = turn.message
    if not message.turns_on("conclusion") or turn.intent.startswith(NEAR_MISS):
        return False
    if turn.names("near_miss") or turn.names("euro") or turn.names("points"):
        return False
    of_partners = any(turn.names(each) for each in ("country", "town", "organisations"))
    tells = _of_message(turn)
    if of_partners and not tells:
        return False  # it is judged who is in it
    if turn.last_topic in _OWN_VERDICT and not tells:
        return False
    if turn.plan.active and turn.last_topic == PLAN and message.has("missing"):
        return False  # what is missing of a budget is asked
    told = _told(turn)
    sounds = turn.intent in _LIKE_A_VERDICT or turn.confidence < UNSURE
    of_project = turn.intent.removeprefix("ask_") in _OF_A_PROJECT
    # 'do nine months fit?' asks of the length alone
    of_project = of_project and (len(tells) != 1 or told >= _MOST_OF_IT)
    sounds = sounds and len(tells) != 1
    return told >= _FEWEST_TOLD and (sounds or of_project)


def _told(turn: Turn) -> int:
    """Return how much is told of the project."""
    case, plan = turn.case, turn.plan
    told = turn.background.country or turn.background.organisations
    partners = bool(told or plan.countries or plan.organisations)
    known = (case.months, case.start, case.type, case.priorities, turn.field, partners)
    return sum(bool(each) for each in known)


def _case_of(turn: Turn) -> Case:
    """Return what is known of the project with what the message changes."""
    update = _of_message(turn)
    if _tells_of_costs_before(turn):
        update["spent_before"] = turn.message.text
    named = update.pop("priorities", ())
    priorities = named if turn.message.has("instead") else (*turn.case.priorities, *named)
    update["priorities"] = tuple(dict.fromkeys(priorities))
    return turn.case.model_copy(update=update)


def _of_message(turn: Turn) -> dict[str, Any]:
    """Return what the message tells of the project."""
    if turn.intent.startswith(NEAR_MISS) or turn.names("near_miss"):
        return {}
    found = {
        "months": _length(turn),
        "start": _start(turn),
        "type": _type(turn),
        "priorities": _priorities(turn),
    }
    return {name: value for name, value in found.items() if value}


def _tells_of_costs_before(turn: Turn) -> bool:
    """Tell whether money is told to be spent on a day before the project can have started."""
    message, opens = turn.message, first_start(turn)
    spans = [day_span(each, turn.day.year) for each in turn.said.date]
    early = any(span and span[1] < opens for span in spans)
    spent = message.turns_on("spent") or before_start(turn)
    return bool(early and spent) or (before_start(turn) and message.hangs_on("cost"))


def _is_of_project(turn: Turn) -> bool:
    topic = turn.intent.removeprefix("ask_")
    return topic in _OF_A_PROJECT or turn.intent in _TELLS or turn.message.turns_on("conclusion")


def _length(turn: Turn) -> int | None:
    """Return the project's length: the one that is named, if it is no stay's and no rule's."""
    said, message = turn.said, turn.message
    months = whole(said.months)
    if months is None or len(said.months) > 1 or months < _SHORTEST_STORY:
        return None
    of_stays = bool(said.participant or said.activity) and months <= SHORTEST_PROJECT
    if (
        of_stays
        or said.days
        or said.kilometres
        or message.turns_on("most")
        or message.hangs_on("least")
    ):
        return None  # 'is 36 months the most?' quotes a rule
    before = turn.case.months
    if message.asks and before not in (None, months) and not _fits(turn, months):
        return None  # 'and if it were 40 months?' is refused, and what was told before stays
    if said.years and not _is_of_project(turn):
        return None  # 'our club is two years old', 'papers are kept for five years'
    return months


def _start(turn: Turn) -> str | None:
    """Return the day or month that is named as the project's start."""
    said, message = turn.said, turn.message
    span = named_start(turn)
    if not said.date or span is None or said.people or said.meetings or said.kilometres:
        return None
    starts = message.turns_on("starts") or message.hangs_on("starts")
    inside = judgements.start(turn.call, turn.day, *span).allowed
    with_length = bool(said.months) and len(said.date) == 1
    if not (starts or with_length or (inside and _is_of_project(turn))):
        return None
    if not inside and (message.has("supposes") or message.whether):
        return None  # 'un ja sāktu februārī?' is refused, and what was told before stays
    return span[0].isoformat() if span[0] == span[1] else f"{span[0]:%Y-%m}"


def _type(turn: Turn) -> str | None:
    """Return the project's type, if its field has it or it is told and not asked about."""
    kinds = turn.said.project_type
    if len(kinds) != 1:
        return None
    possible = turn.field is None or judgements.project_type(
        turn.call, turn.day, kinds[0], turn.field
    )
    allowed = possible is True or getattr(possible, "allowed", False)
    return kinds[0] if allowed or not turn.message.asks else None


def _priorities(turn: Turn) -> tuple[str, ...]:
    """Return the priorities that are named as the project's own; of those asked about what fits.

    'Prioritāte būs kultūras mantojums', not 'mums ir bēgļi'.
    """
    said, message = turn.said, turn.message
    of_priorities = turn.intent.removeprefix("ask_") in OF_PRIORITIES
    named = message.turns_on("one_priority") or message.turns_on("own_priority")
    if not said.priority or message.denies or not (of_priorities or named):
        return ()
    known = {each.id: each.field for each in in_force(turn.call.priorities, turn.day)}
    fields = ("horizontal", turn.field) if turn.field else tuple(set(known.values()))
    fitting = tuple(each for each in said.priority if known.get(each) in fields)
    return fitting or (() if message.asks else tuple(said.priority))


def _fits(turn: Turn, months: int) -> bool:
    """Tell whether a length is one that a project may have: of no other is any sum told."""
    return judgements.duration(turn.call, turn.day, months, turn.field).allowed
