"""What a message asks of priorities, types of project and points."""

from __future__ import annotations

from actions.organisations import names_code
from actions.project_types import asks_for_type, asks_of_learning, names_outputs
from actions.topic_groups import (
    NEAR_MISS,
    OF_POINTS,
    OF_PRIORITIES,
    REFUSED,
    SENTENCE,
    SHORT,
    UNLIKELY,
    UNSURE,
)
from actions.turn import Turn

WITH_A_PAGE = (
    "ask_guide", "ask_priorities", "ask_award_criteria", "ask_dissemination", "ask_examples",
    "ask_learning_activities", "ask_funding_mechanism", "ask_cross_sector", "ask_activities",
    "ask_website", "ask_source", "ask_budget_categories", *REFUSED,
)  # fmt: skip
"""What it may sound like to ask on which page of the guide something stands."""


def of_priorities(turn: Turn) -> str | None:
    """Return the intent where it is about a priority, however it is asked about."""
    said, message = turn.said, turn.message
    if turn.intent == "ask_terms" and said.priority and not message.asks:
        return "ask_priorities"  # 'Mūsu tēma ir matemātika.'
    if turn.intent == "ask_priority_number" and len(said.field) > 1 and message.hangs_on("may"):
        return "ask_priorities"  # 'Vai PIA projekts drīkst ņemt skolu prioritāti?'
    if _asks_of_priority_before(turn):
        return "ask_priorities"  # 'and for schools, would it count?'
    of_these = turn.intent == "ask_priority_number" and "horizontal" in said.scope
    if of_these and message.open and not (message.hangs_on("may") or message.hangs_on("much")):
        return "ask_priorities"  # 'Kuras no horizontālajām derētu?'
    named = said.priority and turn.names("priority") and turn.last_topic in OF_PRIORITIES
    if named and turn.intent in REFUSED and message.length <= SHORT:
        return "ask_priorities"  # 'Partneris iesaka STEM.'
    if turn.intent in WITH_A_PAGE and message.turns_on("page") and message.marked("chapter"):
        return "ask_guide"
    chooses = said.priority and message.hangs_on("may") and message.length <= SENTENCE
    if turn.intent == "nlu_fallback" and chooses and (said.field or message.marked("who")):
        return "ask_priorities"  # 'Kindergarten here: can we choose STEM?'
    return None


def _asks_of_priority_before(turn: Turn) -> bool:
    """Tell whether it is asked if the priority spoken of before is another field's, too."""
    said, message = turn.said, turn.message
    before = turn.last_topic in OF_PRIORITIES and bool(turn.last_said.priority)
    if not before or said.priority or not turn.names("field") or message.length > SENTENCE:
        return False
    told = said.months or said.organisations or said.country or said.euro or said.date
    holds = message.turns_on("within") or message.has("fits") or message.hangs_on("enough")
    return not told and holds and message.asks and not message.hangs_on("much")


def of_types(turn: Turn) -> str | None:
    """Return the intent where an unclear message names a type of project, or asks which pays."""
    pays = asks_for_type(turn) and names_outputs(turn) and turn.intent.startswith("ask_")
    if asks_of_learning(turn) or (pays and not turn.plan.active):
        return "ask_project_types"  # 'Which one lets me pay for a handbook?', 'And trainings?'
    allowed = turn.message.hangs_on("may") and turn.said.project_type
    money = turn.message.turns_on("money") or turn.message.hangs_on("much")
    if turn.intent == "ask_money_split" and allowed and turn.confidence < UNSURE and not money:
        return "ask_project_types"  # 'We only share practice between adult centres. Is it allowed?'
    another = turn.last_topic == "intellectual_output" and turn.message.marked("output")
    counts = money or turn.said.euro or turn.said.local or turn.said.international
    if another and turn.follows and turn.confidence < UNSURE and not counts:
        return "ask_intellectual_output"  # 'And a survey of 300 teachers?'
    ours = names_code(turn)
    elsewhere = turn.intent.startswith(NEAR_MISS) and ours and turn.confidence < UNSURE
    unclear = turn.intent in REFUSED or turn.confidence < UNLIKELY or elsewhere
    unclear = unclear and not turn.intent.startswith("plan_") and not turn.plan.active
    leads = turn.said.partner_role and turn.message.hangs_on("may") and turn.message.marked("who")
    if turn.intent == "ask_cross_sector" and leads and turn.confidence < UNSURE:
        return "ask_applicant"  # 'Can an adult education project be coordinated by a university?'
    asked = unclear and turn.said.project_type and turn.message.asks and turn.last_topic is None
    if asked and turn.said.months and turn.field and turn.message.whether:
        return "ask_eligibility"  # 'Labas prakses projekts ar Tartu, 12 mēneši. Vai ir šķēršļi?'
    if asked:
        return "ask_project_types"  # 'A pure exchange of experience under KA203: do you fund it?'
    return None


def of_points(turn: Turn) -> str | None:
    """Return the intent where points of the assessment are named or asked for."""
    asks = turn.message.turns_on("points") and turn.message.hangs_on("least")
    if turn.intent == "near_miss_own_application" and asks and not turn.said.points:
        return "ask_award_criteria"  # 'Cik punktu vajag, lai projektu nenoraida?'
    named = turn.last_topic == "award_criteria" and turn.said.number and not turn.sums
    if named and turn.intent == "ask_total":
        return "ask_award_criteria"  # 'and 40 in total?'
    if not turn.said.points:
        return None
    if turn.message.asks and turn.intent in ("ask_successor", *REFUSED):
        return "ask_award_criteria"  # 'we got 72 points but only 9 of 20 for the team'
    if turn.message.hangs_on("enough") and turn.intent in OF_POINTS:
        return "ask_award_criteria"  # 'Mums ir 57 punkti, vai pietiks?'
    return None
