"""A message as the actions see it: Rasa's parse and slots, in the light of the message before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict
from rasa_sdk import Tracker

from actions import data_question
from actions.draft import Draft
from actions.plan_reading import Message
from actions.said import Said, contact_in, may_count, whole
from actions.slot_question import SlotQuestion, about_slots
from bot import clock
from bot.helpdesk.tickets import Reason
from bot.responses import Speaker, topics
from core import call as calls
from core import judgements
from core.call import Call, FieldId, Language, in_force

PLAN = "plan_budget"
"""The topic of a plan's budget."""
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
_OF_AN_ACTIVITY = {"travel", "individual_support", "accompanying_persons"}
"""Topics that share who goes, how far and for how long."""
_OF_DATES = {"start_window", "latest_end", "duration", "grant"}
_OF_COUNTRIES = {"countries", "applicant", "eche", "partner_country_role", "who_can_participate"}
_OF_LENGTH = {"duration", "grant", "payments"}
_OF_PRIORITIES = {"priorities", "priority_number"}
_SHARING = (
    _OF_AN_ACTIVITY | {"learning_activities"},
    _OF_DATES,
    _OF_LENGTH,
    _OF_COUNTRIES,
    _OF_PRIORITIES,
)
"""Topics that go on with what was told for one another."""
_NEXT_TO_AN_ACTIVITY = {"learning_activities", "output_rates", "total"}
"""What the sentences may sound like that tell of one."""
_SUMMED = _OF_AN_ACTIVITY | {
    "management", "meetings", "output_rates", "multiplier_events", "exceptional_costs",
    "special_needs", "expensive_travel", "linguistic_support", "grant",
}  # fmt: skip
"""Topics that work out a sum of what a message names."""
_UNLIKELY = 0.5
"""Below this a guess yields to a sum for which all is told."""
_OF_REAL_COSTS = {"exceptional_costs", "special_needs", "expensive_travel"}
_OF_INNOVATION = {
    "output_rates", "intellectual_output", "multiplier_events", "output_staff", "budget_categories",
}  # fmt: skip
"""Topics after which the type of project changes what is paid."""
_OF_MONEY = ("ask_grant", "ask_cofinancing", "ask_budget_categories")
_UNCLEAR_SUM = (
    "ask_learning_activities", "ask_total", "describe_project", "inform",
)  # fmt: skip
_QUALIFYING = (
    "each", "a_year", "missing", "left", "why", "a_day", "relevance", "quality", "team", "impact",
)  # fmt: skip
"""Words of the group `plan` that tell nothing by themselves."""
SURE_OF_LANGUAGE = 0.75
"""Below this a message keeps the language of the conversation ('PIA', 'ok', '24')."""

_FEW_WORDS, _SURE_OF_FEW_WORDS = 2, 0.97
"""A word or two ('ok', 'PIA') are easily of both languages."""
_SHORT = 6
"""Words of a message up to which what it leaves out is that of the same topic before."""
_SENTENCE = 15
"""The same where it only adds to what was told: 'Būsim tur 7 dienas, cik par uzturēšanos?'."""
_SURE_OF_TOPIC = 0.97
"""From here a short message has a topic of its own even if it only holds values."""
_LIKELY = 0.6
"""From here a message that seems to tell of a project does."""
_A_BUDGET = 10_000
"""EUR; a number from here is money, whatever it stands with."""
_UNSURE = 0.85
"""Below this a refusal yields to the last topic; chosen on the development set."""
_SURELY_A_RATE = 100
"""EUR from which a bare number that is one of a topic's rates counts neither people nor days."""
_SHORTEST_PROJECT = 12
"""Months; fewer count something else where a topic takes several."""
_OF_PARTNERS = {"management", "consortium", "largest_consortium"}
"""Topics that count organisations."""
_CHANGES_OF_PARTNERS = (
    "ask_partner_changes",
    "ask_partner_country_role",
    "ask_who_can_participate",
)
"""What a partner who joins or leaves sounds like, where the sum of management is worked out."""
_OF_RULES = {"consortium", "grant", "duration", "countries", "start_window", "management", "travel"}
"""Topics whose figures are this call's only, so that another programme by name gets none."""
_BESIDE_AN_ACTIVITY = {"distance_rule", "form_budget"}
"""What a story around an activity's sum may sound like: 'attālums pēc kalkulatora 2750 km'."""


class Change(BaseModel):
    """Sums of the topics that a message changed, EUR: before it, and now."""

    model_config = ConfigDict(frozen=True)

    before: Decimal
    now: Decimal

    @classmethod
    def of(cls, before: dict[str, Decimal], now: dict[str, Decimal]) -> Change | None:
        """Return the change of those topics that had a sum and have another one now, if any."""
        old, new = _by_topic(before), _by_topic(now)
        changed = [topic for topic in old if topic in new and old[topic] != new[topic]]
        if not changed:
            return None
        sums = (sum((each[topic] for topic in changed), Decimal(0)) for each in (old, new))
        return cls(**dict(zip(("before", "now"), sums, strict=True)))


def _by_topic(sums: dict[str, Decimal]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for key, amount in sums.items():
        topic = key.partition("/")[0]
        found[topic] = found.get(topic, Decimal(0)) + amount
    return found


class Handover(BaseModel):
    """How far it is from Partneris to a person."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    asked: Literal["field", "contact"] | None = None
    """What the last message asked."""
    offered: Reason | None = None
    """Why a person was offered."""
    any_field: bool = False
    """The person does not know the field."""
    note: str = ""
    """What they wrote for the officer so far."""
    since: int = 0
    """How many messages were about something else since the question."""


@dataclass(frozen=True)
class Turn:
    """One message with what is known from before."""

    call: Call
    now: dt.datetime
    language: Language
    foreign: str | None
    """ISO 639-1 code of the message's language if that may be one that Partneris does not speak."""
    follows: bool
    """Whether the message goes on from the one before: 'un trim cilvēkiem?', 'and by 2021?'."""
    intent: str
    ranking: list[dict[str, Any]]
    said: Said
    field: FieldId | None
    """The field that this message or an earlier one named."""
    last_topic: str | None
    last_said: Said
    offered_topic: str | None
    """The topic that was offered when asking back."""
    background: Said
    """What was told on the way, in this message or before: length, partners, countries."""
    sums: dict[str, Decimal]
    """The last sum of each topic, EUR."""
    change: Change | None
    """What the last message that changed sums made of them."""
    plan: Draft
    """What is known of the project plan."""
    message: Message
    """The message as it was typed, with what the plan needs of it."""
    conversation: str
    channel: str
    live: bool
    """Whether the channel can bring the person an answer later."""
    handover: Handover
    misunderstood: int
    """How many messages in a row before this one could not be answered."""
    slots: SlotQuestion
    """What was asked last about a consultation slot."""
    data_question: str | None = None
    """When it was asked whether everything shall be deleted; see data_question.py."""

    @property
    def known(self) -> Said:
        """What this message says, over what was told before."""
        return self.said.over(self.background)

    @property
    def corrects(self) -> bool:
        """Whether the message takes something back: 'nē, tie ir skolēni', 'not 600'."""
        return self.message.denies or self.message.has("instead")

    def names(self, entity: str) -> bool:
        """Tell whether the message itself names something, not one before."""
        return any(each["entity"] == entity for each in self.message.entities)

    @property
    def day(self) -> dt.date:
        """The day in the agency's time zone."""
        return self.now.date()

    @property
    def closed(self) -> bool:
        """Whether the deadline has passed."""
        return self.now > self.deadline

    @property
    def deadline(self) -> dt.datetime:
        """The deadline in force, in the agency's time zone."""
        return self.call.deadline(self.day)

    def speaker(self) -> Speaker:
        """Return a speaker of this turn's language and day."""
        return Speaker(self.call, self.language, self.day)


def read_turns(tracker: Tracker) -> list[Turn]:
    """Read the latest message and the slots: a turn for each question of the message."""
    message, call = tracker.latest_message, calls.newest()
    entities = message.get("entities") or []
    meant = [each for each in entities if each.get("role") != "taken_back"]
    said = Said.of(meant)
    change = tracker.get_slot("change_of_sums")
    identified = message.get("language") or {}
    language = _language(message, _spoken(message, tracker.get_slot("language")))
    turn = Turn(
        call=call,
        now=clock.now(call.timezone),
        language=language,
        foreign=identified.get("code"),
        follows=bool(message.get("follows")),
        intent=(message.get("intent") or {}).get("name") or "",
        ranking=message.get("intent_ranking") or [],
        said=said,
        field=said.field[0] if len(said.field) == 1 else tracker.get_slot("field"),
        last_topic=tracker.get_slot("last_topic"),
        last_said=Said.model_validate(tracker.get_slot("last_said") or {}),
        offered_topic=tracker.get_slot("offered_topic"),
        background=_told(message).over(Said.model_validate(tracker.get_slot("background") or {})),
        sums={name: Decimal(amount) for name, amount in (tracker.get_slot("sums") or {}).items()},
        change=Change.model_validate(change) if change else None,
        plan=Draft.model_validate(tracker.get_slot("plan") or {}),
        message=Message(
            text=message.get("text") or "",
            language=language,
            entities=entities,
            words=message.get("plan_words") or [],
            asks=bool(message.get("asks")),
            bare=bool(message.get("bare")),
        ),
        conversation=tracker.sender_id,
        channel=tracker.get_latest_input_channel() or "",
        live=bool((message.get("metadata") or {}).get("live")),
        handover=Handover.model_validate(tracker.get_slot("handover") or {}),
        misunderstood=int(tracker.get_slot("misunderstood") or 0),
        slots=SlotQuestion.model_validate(tracker.get_slot("slot_booking") or {}),
    )
    if own_data := data_question.about_data(turn, tracker.get_slot("data_question")):
        return [replace(turn, intent=own_data)]
    if to_person := _in_handover(turn):
        return [to_person]
    if turn.intent not in ("ask_human", "affirm"):
        turn = _without_old_question(turn)
    turn = replace(turn, intent=_adds_to_last(turn))
    turn = replace(turn, intent=_by_what_is_named(turn.intent, turn.said))
    turn = replace(turn, intent=_by_values(turn))
    turn = replace(turn, intent=_costs_of_an_activity(turn))
    if slot := about_slots(turn, several=bool(message.get("questions"))):
        return [replace(turn, intent=slot)]
    if about_plan := _in_plan(turn):
        return [replace(turn, intent=about_plan)]
    questions = message.get("questions") or []
    if questions and (one := _as_one(turn, questions)):
        turn, questions = replace(turn, intent=one), []
    if questions and not _asks_for_one_sum(turn, questions):
        return [_of_question(turn, each, questions, meant) for each in questions]
    words = len((message.get("text") or "").split())
    short = turn.follows or words <= _SHORT
    turn = replace(turn, intent=_in_context(turn, words, bool(message.get("bare"))))
    if questions:
        turn = replace(turn, intent="ask_individual_support")
    if turn.intent == "ask_total" and not (turn.sums or turn.plan.active) and turn.said.named:
        turn = replace(turn, intent=_first_sum(turn))
    topic = turn.last_topic if turn.intent == "inform" else turn.intent.removeprefix("ask_")
    units = topics()[topic].number if topic in topics() else []
    same = topic == turn.last_topic or any({topic, turn.last_topic} <= each for each in _SHARING)
    goes_on = same and (short or words <= _SENTENCE)
    if topic != turn.last_topic and topic in _OF_LENGTH:
        turn = _without_unfit_length(turn)
    earlier = turn.last_said if goes_on else Said()
    known = said.over(earlier).over(turn.background)
    said = said.without(_rates(turn, topic))
    said = said.counting(_counted(units, known, said.number), earlier)
    leaves = turn.message.has("left") and topic in _OF_PARTNERS
    joins = topic == "consortium" and turn.message.has("more") and earlier.country and said.country
    if joins:
        said = said.with_partners(earlier)
    if topic in _OF_LENGTH and turn.message.has("longer"):
        said = said.longer_than(earlier)
    said = said.left_of(earlier) if leaves else said.added_to(earlier)
    if turn.follows or goes_on:
        named = said.participant
        said = said.among(earlier.groups)
        said = said.over(turn.last_said)
        if topic == "accompanying_persons":  # they go with the pupils before, and are none
            said = said.model_copy(update={"participant": named})
    return [replace(turn, said=said)]


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
    return {each.amount for each in bands if each.amount >= _SURELY_A_RATE}


def _counted(units: list[str], known: Said, numbers: list[Decimal]) -> str | None:
    """Return what a bare number counts: the first of a topic's units that is not known yet."""
    units = [each for each in units if all(may_count(each, number) for number in numbers)]
    if known.local or known.international:
        units = [each for each in units if each != "people"]  # 'un ja tādas rīkojam piecas?'
    if len(units) > 1 and numbers and max(numbers) < _SHORTEST_PROJECT:
        units = [each for each in units if each != "months"]  # 'un ja paliek tikai pieci?'
    return next((each for each in units if not getattr(known, each)), units[-1] if units else None)


def _in_handover(turn: Turn) -> Turn | None:
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
    contact = contact_in(turn.message.text)
    agency = {each for known in turn.call.contacts for each in (known.email, known.phone)}
    return contact is not None and contact.casefold() not in agency


def _without_old_question(turn: Turn) -> Turn:
    """Return the turn of a message that is about something else than a person.

    An address is still taken for a few messages more: many tell first what it is about.
    """
    handover = turn.handover
    since = handover.since + 1
    if handover.asked == "contact" and since < _ASKED_FOR:
        return replace(turn, handover=handover.model_copy(update={"since": since}))
    return replace(turn, handover=Handover())


def _in_plan(turn: Turn) -> str | None:
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
        return "plan_compare"
    return None


def _asks_what_is_missing(turn: Turn) -> bool:
    """Tell whether it is asked what the plan still lacks: 'kas vēl trūkst?'."""
    return turn.message.has("missing") and not (turn.said.named or turn.message.has_numbers)


def _tells(turn: Turn) -> bool:
    """Tell whether a message tells of the plan: 'kontakti PIA' is a question, 'PIA' is none."""
    message = turn.message
    if message.asks or turn.intent in _NEVER_OF_PLAN:
        return False
    words = [each for each in message.words if each["word"] not in _QUALIFYING]
    if turn.intent in ("affirm", "deny", "inform") or words or message.has_numbers:
        return True
    if turn.intent == "ask_start_window" and turn.said.date:
        return True  # 'the project starts on 1 October'
    sure = turn.ranking and turn.ranking[0]["confidence"] >= _UNSURE
    return turn.said.named and (message.bare or not sure)


def _in_context(turn: Turn, words: int, bare: bool) -> str:
    """Return the intent of a message in the light of the one before it.

    Args:
        turn: the turn as the message alone has it.
        words: how many words it has.
        bare: whether it holds nothing but values: '36 months?', 'bet Vācijā?'.
    """
    if turn.intent == "change_language":
        return turn.intent
    if turn.intent == "deny" and turn.last_topic and turn.said.named and words <= _SENTENCE:
        return "inform"  # 'oh sorry, it is 2100 km, not 600'
    confidence = next((e["confidence"] for e in turn.ranking if e["name"] == turn.intent), 0.0)
    unclear = turn.intent in ("out_of_scope", "nlu_fallback")
    if unclear and confidence < _UNSURE and turn.said.target_language:
        return "change_language"  # 'my colleague reads along now: say that again in English?'
    named_elsewhere = turn.intent.startswith("near_miss_") and turn.said.near_miss
    if turn.last_topic is None or words > _SENTENCE or named_elsewhere:
        return turn.intent
    if turn.message.has("instead") and {turn.last_topic} <= _OF_AN_ACTIVITY:
        return "inform"  # 'and with students instead of teachers'
    same = turn.intent == f"ask_{turn.last_topic}"
    if turn.message.has("why") and (same or (unclear and confidence < _UNSURE)):
        return "ask_why"  # 'Kāpēc pēdējās divas dienas ir lētākas?' tells no number of days
    if _of_last_topic(turn, confidence):
        return "inform"
    if not (turn.follows or words <= _SHORT):
        return turn.intent
    accompanied = turn.intent == "ask_accompanying_persons" and confidence > _UNLIKELY
    bare = bare and not accompanied  # 'un divi pavadoņi?' counts others than those before
    doubtful = confidence < _SURE_OF_TOPIC or turn.intent == "ask_action_codes"
    of_type = turn.intent == "ask_project_types" and turn.said.project_type
    if bare and turn.said.named and not of_type and (turn.said.only_counts or doubtful):
        return "inform"  # '36 months?', 'KA204?'
    if turn.last_topic == "accompanying_persons" and turn.intent == "ask_individual_support":
        return turn.intent if turn.said.participant else "inform"  # 'at what daily rate?'
    if turn.last_topic == "meetings" and turn.intent == "ask_travel" and not turn.message.asks:
        return "inform"  # 'No Rīgas, kādi 850 km, un mēs esam divi.'
    if turn.intent == "ask_project_types" and turn.said.project_type:
        # 'Bet mums ir labas pieredzes apmaiņas projekts.'
        of_last = turn.follows and {turn.last_topic} <= _OF_INNOVATION
        return "inform" if of_last else turn.intent
    unclear = unclear and confidence < _UNSURE
    elsewhere = turn.intent.startswith("near_miss_") and confidence < _UNSURE
    if (unclear and (turn.said.named or turn.follows)) or (elsewhere and turn.follows):
        return "inform"
    return turn.intent


def _of_last_topic(turn: Turn, confidence: float) -> bool:
    """Tell whether a message only changes what the last topic was worked out from.

    'Pagarinām to līdz 16 dienām, kāds tad ir kopējais skaitlis?', 'Mēs bijām domājuši 18.'
    """
    topic = turn.last_topic or ""
    about = topics().get(topic)
    values = about.values if about else []
    if topic == "contacts" and turn.said.contact_detail and turn.follows:
        return True  # 'and does she have an email'
    heard = turn.ranking[0]["name"] if turn.ranking else turn.intent
    if turn.intent == "near_miss_other_year" and topic in _OF_DATES and turn.said.date:
        return True  # '2021 janv neder?'
    if topic == "payments" and turn.intent == "ask_grant" and confidence < _UNSURE:
        return bool(turn.said.number or turn.said.euro)
    if turn.intent != heard or not any(getattr(turn.said, each) for each in values):
        return False
    if topic == "management" and turn.intent in _CHANGES_OF_PARTNERS:
        joins = turn.said.organisations or turn.message.has("left") or turn.said.number
        return bool(joins and turn.last_said.organisation_count)
    elsewhere = turn.intent.startswith("near_miss_") and confidence < _UNSURE
    return elsewhere or confidence < _UNLIKELY


def _by_values(turn: Turn) -> str:
    """Return the intent; of one that is not clear, what the values that it names are asked for."""
    confidence = turn.ranking[0]["confidence"] if turn.ranking else 0.0
    said, asks = turn.said, turn.message.asks
    plan = turn.intent == "describe_project" and not turn.plan.active
    if plan and turn.message.has("fits") and asks and (said.months or len(said.country) > 1):
        return "ask_eligibility"  # 'LV+EE+FI, KA202, 12 mēn. Ok?'
    if plan and confidence < _LIKELY and (said.country or said.organisations) and not said.months:
        return "ask_consortium"  # 'We have one partner in Spain and one in Italy, is that enough'
    if turn.message.has("exceptional") and said.euro and turn.intent in _OF_MONEY:
        return "ask_exceptional_costs"  # 'pie izņēmuma izmaksām ir … kopā 80 000. Cik dabūsim?'
    if said.local and said.international and confidence < _UNSURE and asks:
        return "ask_multiplier_events"
    large = any(each >= _A_BUDGET for each in said.number)
    if turn.intent == "nlu_fallback" and said.months and large:
        return "ask_grant"  # 'agree with me that three years can get 600000'
    unclear = turn.intent in ("out_of_scope", "nlu_fallback") or confidence < _UNLIKELY
    if not unclear or turn.plan.active or turn.intent.startswith("near_miss_"):
        return turn.intent
    if said.country and said == Said(country=said.country) and turn.message.short:
        return "ask_countries"  # 'Norvēģija derīga?'
    if turn.last_topic or confidence >= _UNLIKELY or not asks:
        return turn.intent
    if said.partner_role:
        return "ask_applicant"
    if said.months and said.euro:
        return "ask_grant"
    if said.local or said.international:
        return "ask_multiplier_events"
    if said.town and said.shared == Said(town=said.town, destination=said.destination):
        return "ask_venues"  # 'My boss wants the training week in Dubai. No chance, right?'
    if said.months and turn.field and not (said.days or said.people or said.organisations):
        return "ask_duration"  # 'Rektorāts vēlas pusotra gada projektu KA203. Vai tas der?'
    return turn.intent


def _by_what_is_named(intent: str, said: Said) -> str:
    """Return the intent; the one beside it where a word of the message leaves no doubt."""
    if intent == "ask_application_form" and said.target_language:
        return "ask_application_language"
    if intent == "ask_travel" and said.euro:
        return "ask_expensive_travel"
    if intent == "ask_duration" and said.activity and not said.months:
        return "ask_learning_activities"
    if intent == "ask_management_use" and said.organisations:
        return "ask_management"
    if said.near_miss and intent.removeprefix("ask_") in _OF_RULES:
        return f"near_miss_{said.near_miss[0]}"  # never this call's figures
    if intent == "ask_output_rates" and "learner" in said.participant:
        return "ask_individual_support"  # learners are not paid for work on outputs
    if intent == "ask_who_can_participate" and said.partner_role:
        return "ask_applicant"
    return intent


def _costs_of_an_activity(turn: Turn) -> str:
    """Return the intent; of a message that tells who goes how far for how long, the one of its sum.

    'Trīs skolotājas brauks uz apmācībām, 1500 km, piecas dienas. Cik sanāk?' may sound like a
    question about the activities, or like nothing that is known.
    """
    if turn.intent.startswith("near_miss_") or turn.plan.active:
        return turn.intent  # another programme never gets this call's figures
    confidence = turn.ranking[0]["confidence"] if turn.ranking else 0
    doubtful = confidence < (_UNSURE if turn.intent == "out_of_scope" else _UNLIKELY)
    # who travels must be of those whom the call pays for, not a family on holiday
    unclear = bool(turn.said.participant) if doubtful else turn.intent in _UNCLEAR_SUM
    unclear = unclear or (turn.intent == "ask_meetings" and not turn.message.has("meetings"))
    unclear = unclear and turn.intent != "ask_total"
    told = turn.said
    if turn.intent == "ask_learning_activities" and confidence < _UNLIKELY:
        told = told.model_copy(update={"activity": []})
    if turn.intent == "ask_total" and (told.kilometres or told.days):
        known = turn.last_topic in _OF_AN_ACTIVITY | {"learning_activities"}
        told, unclear = told.over(turn.last_said) if known else told, True
        told = told.model_copy(update={"activity": []})  # it was asked about, and is of no plan
    return "ask_individual_support" if unclear and _tells_an_activity(told) else turn.intent


def _tells_an_activity(said: Said) -> bool:
    """Tell whether all is named that an activity's money depends on, and nothing of a plan."""
    travels = said.kilometres or len(said.town) > 1
    of_a_plan = said.months or said.organisations or said.euro or said.meetings or said.activity
    return bool(said.days and travels and (said.travellers or said.participant) and not of_a_plan)


def _asks_for_one_sum(turn: Turn, questions: list[dict[str, Any]]) -> bool:
    """Tell whether several sentences about an activity are one question for what it costs."""
    topics_asked = {each["intent"].removeprefix("ask_") for each in questions}
    astray = topics_asked & _NEXT_TO_AN_ACTIVITY
    others = topics_asked - _NEXT_TO_AN_ACTIVITY - _OF_AN_ACTIVITY - _BESIDE_AN_ACTIVITY
    several = bool(astray) or bool(topics_asked & _BESIDE_AN_ACTIVITY)
    return _tells_an_activity(turn.said) and several and not others


def _as_one(turn: Turn, questions: list[dict[str, Any]]) -> str | None:
    """Return the intent of several questions that are one; none where each is one of its own."""
    asked = {each["intent"].removeprefix("ask_") for each in questions}
    named = turn.said.model_copy(update={"scope": []}).named
    if asked <= set(turn.sums) | {"total"} and not named:
        return "ask_total"  # 'So management plus meetings is?'
    if asked == {"meetings", "travel"} and not turn.message.has("activities"):
        return "ask_meetings"  # who travels to a meeting gets nothing beside its sum
    if asked == {"individual_support", "output_rates"} and not turn.message.has("outputs"):
        return "ask_individual_support"
    shares = asked & _OF_REAL_COSTS
    if turn.message.has("exceptional") and turn.said.euro:
        shares |= {"exceptional_costs"}
    if len(shares) == 1 and turn.said.euro and asked - shares <= {"grant", "cofinancing"}:
        return f"ask_{shares.pop()}"  # 'cik no 80 000 dabūsim un cik paliek mums pašiem?'
    return None


def _adds_to_last(turn: Turn) -> str:
    """Return the intent; of what only adds to the sum before it, that it goes on from there.

    'Our own manager in Riga, 10 days as well.' tells nothing of a plan after a sum for outputs, and
    'make it 2 events and tell me the sum again' asks for the sum of these.
    """
    about = topics().get(turn.last_topic or "")
    named = about is not None and any(getattr(turn.said, each) for each in about.values)
    tells = turn.intent in ("describe_project", "ask_total") and not turn.plan.active
    of_a_plan = turn.said.project_type or turn.said.field
    if tells and named and not of_a_plan and {turn.last_topic} <= _SUMMED - _OF_AN_ACTIVITY:
        return "inform" if len(turn.message.text.split()) <= _SENTENCE else turn.intent
    return turn.intent


def _first_sum(turn: Turn) -> str:
    """Return the topic of a message that tells and asks for the sum: nothing is summed up yet.

    'Four meetings, three people each. What is that together?'
    """
    others = (each["name"] for each in turn.ranking)
    return next((each for each in others if each.removeprefix("ask_") in _SUMMED), turn.intent)


def _told(message: dict[str, Any]) -> Said:
    """Return what the sentences that do not ask say of the project."""
    asking = message.get("asking")
    return Said.of(_outside(message["entities"], asking)).background if asking else Said()


def _of_question(
    turn: Turn,
    question: dict[str, Any],
    questions: list[dict[str, Any]],
    entities: list[dict[str, Any]],
) -> Turn:
    """Return the turn of one of several questions: what it says itself or no other one says."""
    others = [each for each in questions if each is not question]
    said = Said.of(_outside(entities, others))
    if question["intent"].removeprefix("ask_") in _OF_DATES:
        said = said.model_copy(update={"date": turn.said.date})
    field = said.field[0] if len(said.field) == 1 else turn.field
    shared = said.beside(turn.said.shared)
    return replace(
        turn, intent=_by_what_is_named(question["intent"], said), said=shared, field=field
    )


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
