"""Several questions that are one: what a message asks in parts and means as a whole.

The classifier parts 'cik no 80 000 dabūsim un cik paliek mums?' into two questions, though one
answer tells both. Each rule knows one such pair or group of topics, by what the message says beside
them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from actions.counts import A_BUDGET, LONGEST_STAY
from actions.topic_groups import (
    BEFORE_THE_PROJECT,
    OF_AN_ACTIVITY,
    OF_INNOVATION,
    OF_REAL_COSTS,
    SHORT,
)
from actions.turn import Turn
from actions.values_meant import WITH_A_PAGE, says_before_start, tells_an_activity

_BESIDE_A_PLAN = {"plan_budget", "consortium", "management", "duration", "total", "project_types"}
"""What the parts of a message may sound like that tells of a project whose budget it wants."""
_OF_ITEMS = {
    "management", "meetings", "output_rates", "intellectual_output", "multiplier_events", "travel",
    "individual_support", "exceptional_costs", "special_needs", "grant", "total", "duration",
    "learning_activities", "plan_budget",
}  # fmt: skip
"""What the parts of a budget that is told item by item may sound like."""
_BESIDE_SPECIAL = {
    "budget_categories", "money_split", "double_funding", "largest_consortium", "payments", "grant",
    "cofinancing",
}  # fmt: skip
"""What the parts may sound like of whether somebody's special needs are paid, and how much."""
_OF_CONSORTIUM = {"consortium", "partner_country_role", "countries", "partner_changes"}
"""What the parts of a question about partners who leave and join may sound like."""
_LIKE_VENUES = {"venues", "travel", "meetings", "countries", "consortium", "learning_activities"}
"""What the parts may sound like of a question about a place where no partner is."""
_BESIDE_HOSTS = {
    "meetings", "payments", "partner_payments", "management", "grant", "cofinancing",
    "budget_categories", "savings", "travel",
}  # fmt: skip
"""What it may sound like to ask what the hosts of a meeting get for their own people."""
_BESIDE_A_TICKET = {"expensive_travel", "learning_activities", "cofinancing"}
"""What the parts may sound like of whether more is paid for a dear ticket."""
_LIKE_OUTPUTS = {"intellectual_output", "output_staff"}
"""What it may sound like to name the sum of work on outputs: 'So outputs plus management?'."""
_A_PAIR = 2
"""Countries, or topics; more countries are those of a consortium."""
_FEW = 8
"""Words of a message up to which several topics are one sum: 'management plus meetings is?'."""
_APART = ""
"""What a rule returns where each question is one of its own, whatever later rules would say."""


class Span(NamedTuple):
    """Where a question stands, up to the next one."""

    topic: str
    start: int
    end: int


@dataclass(frozen=True)
class Asked:
    """A message with the questions that were heard in it."""

    turn: Turn
    questions: Sequence[dict[str, Any]]

    @cached_property
    def topics(self) -> set[str]:
        """What is asked about; the full intent where that is no topic."""
        return {span.topic for span in self.spans}

    @cached_property
    def spans(self) -> list[Span]:
        """The questions in order: what stands behind one, up to the next, is part of it."""
        starts = [each["start"] for each in self.questions]
        ends = [*starts[1:], len(self.turn.message.text)]
        names = (each["intent"].removeprefix("ask_") for each in self.questions)
        return [Span(*each) for each in zip(names, starts, ends, strict=True)]


Rule = Callable[[Asked], str | None]
"""Returns the topic that all questions are about; none where the rule does not know them."""


def topic_of_all(asked: Asked) -> str | None:
    """Return the one topic that several questions are about; none where each has its own."""
    found = (rule(asked) for rule in _RULES)
    topic = next((each for each in found if each is not None), _APART)
    return None if topic == _APART else topic


def _of_costs_before(asked: Asked) -> str | None:
    """'pirms sākuma nopirkām projektoru, vai iekļaut izmaksās?'."""
    turn = asked.turn
    among = "double_funding" in asked.topics <= BEFORE_THE_PROJECT
    if among and says_before_start(turn):
        return "double_funding"
    # 'it starts on 1 September; in February we paid 2 400' names no day of the deadline
    told = turn.case.spent_before == turn.message.text
    beside = "double_funding" in asked.topics <= BEFORE_THE_PROJECT | {"deadline", "latest_end"}
    return "double_funding" if told and beside else None


def _of_an_amount_paid(asked: Asked) -> str | None:
    """'projekts 28 mēneši, grants 260 tūkstoši', after how the grant is paid."""
    turn = asked.turn
    only_tells = _tells_a_budget(turn) and not turn.message.asks and turn.last_topic == "payments"
    return "payments" if only_tells and asked.topics <= {"duration", "grant", "payments"} else None


def _of_a_plan(asked: Asked) -> str | None:
    """'palīdzi ar budžetu, mums ir 3 partneri un 24 mēneši'."""
    among = "plan_budget" in asked.topics <= _BESIDE_A_PLAN
    return "plan_budget" if among and asked.turn.said.months else None


def _of_a_promise(asked: Asked) -> str | None:
    """'Inese no aģentūras solīja, ka drīkst sūtīt līdz pusnaktij un pa e-pastu'."""
    message = asked.turn.message
    among = "deadline" in asked.topics <= {"deadline", "contacts", "how_to_apply"}
    late = message.turns_on("late_hour") or message.turns_on("on_paper")
    return "deadline" if among and late and message.turns_on("claimed") else None


def _of_a_page(asked: Asked) -> str | None:
    """'Vadlīnijas, kura lapa – prioritātes'."""
    message = asked.turn.message
    if "guide" not in asked.topics or not all(q["intent"] in WITH_A_PAGE for q in asked.questions):
        return None
    return "guide" if message.turns_on("page") and message.marked("chapter") else None


def _of_the_size(asked: Asked) -> str | None:
    """'skaits, griesti': of partners, and of money where that is named, too."""
    message = asked.turn.message
    among = asked.topics <= {"consortium", "largest_consortium", "grant"}
    most = message.turns_on("ceiling") or message.turns_on("most")
    few = message.turns_on("partnership_size") and message.length <= SHORT
    if not (among and most and few):
        return None
    return _APART if message.turns_on("money") else "largest_consortium"


def _of_signing_up(asked: Asked) -> str | None:
    """'Kad tā ir, un vai jāpiesakās?', of the consultation day."""
    among = asked.topics <= {"consultation_day", "how_to_apply", "registration"}
    to_day = "consultation_day" in asked.topics and among
    return "consultation_day" if to_day and asked.turn.message.turns_on("signs_up") else None


def _of_an_old_number(asked: Asked) -> str | None:
    """'We have a PIC from another project, will that do?'."""
    among = "registration" in asked.topics <= {"registration", "consortium"}
    return "registration" if among and asked.turn.message.turns_on("pic") else None


def _of_keeping_papers(asked: Asked) -> str | None:
    """'Which receipts must we keep, and how long?'."""
    both = asked.topics == {"supporting_documents", "duration"}
    return "supporting_documents" if both and not _asks_for_length_of_project(asked) else None


def _asks_for_length_of_project(asked: Asked) -> bool:
    """Tell whether the length of a project is asked for, and not how long papers must be kept."""
    message = asked.turn.message
    marks = [each["start"] for each in message.marks if each["word"] == "a_project"]
    spans = [span for span in asked.spans if span.topic == "duration"]
    named = any(span.start <= mark < span.end for span in spans for mark in marks)
    long = (len(message.text[span.start : span.end].split()) > SHORT for span in spans)
    return named or any(long)


def _of_a_dear_ticket(asked: Asked) -> str | None:
    """'Biļete 400, tabulā 275. Bail, ka nepietiks. Vai var dabūt vairāk?'."""
    heard = asked.turn.intent == "ask_expensive_travel"
    return "expensive_travel" if heard and asked.topics <= _BESIDE_A_TICKET else None


def _of_a_total(asked: Asked) -> str | None:
    """'So management plus meetings is?', where both were worked out."""
    turn = asked.turn
    summed = {key.partition("/")[0] for key in turn.sums} | {"total"}
    of_outputs = "output_rates" in summed and turn.message.has("outputs")
    like = _LIKE_OUTPUTS if of_outputs else set()
    meant = {"output_rates" if each in like else each for each in asked.topics}
    named = turn.said.model_copy(update={"scope": []}).named
    few = turn.message.length <= _FEW
    return "total" if meant <= summed and not named and few else None


def _of_paying_a_grant(asked: Asked) -> str | None:
    """'How is it paid if the grant is 184 000? How much at the start?'."""
    turn = asked.turn
    most = any(turn.message.turns_on(each) for each in ("ceiling", "largest", "most"))
    told = asked.topics == {"payments", "grant"} and _tells_a_budget(turn)
    return "payments" if told and not most else None


def _of_a_monthly_sum(asked: Asked) -> str | None:
    """'Kolēģe no semināra stāsta, ka koordinatoram ir 750 mēnesī'."""
    both = asked.topics == {"multiplier_events", "management"}
    return "management" if both and asked.turn.message.monthly else None


def _of_the_rest(asked: Asked) -> str | None:
    """'un cik no maksimuma vēl brīvs?', which asks for no free slot."""
    turn = asked.turn
    of_most = turn.message.has("remains") and turn.message.turns_on("most")
    return "grant" if "slots" in asked.topics and of_most and turn.sums else None


def _of_a_stay(asked: Asked) -> str | None:
    """'Apmācības Tartu: 6 skolotāji, 4 dienas, 220 km. Cik?'."""
    turn = asked.turn
    stays = tells_an_activity(turn.said) and not turn.message.has("meetings")
    return "individual_support" if asked.topics == {"meetings", "travel"} and stays else None


def _of_travel_to_a_meeting(asked: Asked) -> str | None:
    """Who travels to a meeting gets nothing beside its sum."""
    turn = asked.turn
    of_activity = turn.message.has("activities") or "learner" in turn.said.participant
    return "meetings" if asked.topics == {"meetings", "travel"} and not of_activity else None


def _of_hosts(asked: Asked) -> str | None:
    """'… Un cik saņem mēs, uzņēmēji, par saviem četriem?'."""
    turn = asked.turn
    among = turn.message.has("meetings") and "meetings" in asked.topics <= _BESIDE_HOSTS
    travels = turn.said.people and turn.said.kilometres
    return "meetings" if among and travels and _asks_for_hosts(asked) else None


def _asks_for_hosts(asked: Asked) -> bool:
    """Tell whether each question is what a meeting costs or what its hosts get for their own.

    'Cik tas maksā?' names nothing and means what was told.
    """
    message = asked.turn.message
    return message.turns_on("hosts") and all(
        _names_hosts_or_nothing(asked.turn, span) for span in asked.spans
    )


def _names_hosts_or_nothing(turn: Turn, span: Span) -> bool:
    matters = (each for each in turn.message.marks if each["group"] == "matter")
    words = {each["word"] for each in matters if span.start <= each["start"] < span.end}
    named = any(span.start <= each["start"] < span.end for each in turn.message.entities)
    return {"hosts", "own_staff"} <= words or not (words or named)


def _of_items_of_a_budget(asked: Asked) -> str | None:
    """'Management 30 000, meetings 20 000, 24 months. Does it fit?'."""
    turn = asked.turn
    items = turn.message.items_together and turn.said.months and not turn.plan.active
    fits = items and not turn.message.hangs_on("much")
    return "grant" if fits and asked.topics <= _OF_ITEMS else None


def _of_a_small_grant(asked: Asked) -> str | None:
    """'38 000 eiro, vai nav par maz? Vai ir kāds minimums?'."""
    turn = asked.turn
    small = turn.message.turns_on("smallest_grant") and not turn.said.organisations
    both = asked.topics == {"grant", "consortium"}
    return "grant" if both and small and turn.said.euro else None


def _of_a_share_without_a_trip(asked: Asked) -> str | None:
    """'74 000, izņēmuma izmaksas 75 %, tātad 55 500?'."""
    turn = asked.turn
    travels = turn.said.kilometres or turn.message.has("trip") or turn.message.hangs_on("ticket")
    both = asked.topics == {"exceptional_costs", "travel"}
    return "exceptional_costs" if both and not travels else None


def _of_what_is_saved(asked: Asked) -> str | None:
    """'We save 300 each time, is that profit?'."""
    return "savings" if asked.topics == {"savings", "double_funding"} else None


def _of_one_application(asked: Asked) -> str | None:
    """'The Lithuanians offer to submit the same one at their agency, too.'."""
    both = asked.topics == {"one_application", "how_to_apply"}
    return "one_application" if both else None


def _of_a_ticket(asked: Asked) -> str | None:
    """'Is the expensive travel thing for us, what would be paid?'."""
    said = asked.turn.said
    both = asked.topics == {"expensive_travel", "budget_categories"}
    return "expensive_travel" if both and said.euro and said.kilometres else None


def _of_an_event_of_partners(asked: Asked) -> str | None:
    """'partneru darbinieku starp viņiem nav. Cik sanāk?'."""
    both = asked.topics == {"multiplier_events", "meetings"}
    return "multiplier_events" if both and not asked.turn.message.has("meetings") else None


def _of_travel_to_an_event(asked: Asked) -> str | None:
    """Who comes to an event gets nothing beside its sum."""
    among = "multiplier_events" in asked.topics <= {"multiplier_events", "travel", "total"}
    return "multiplier_events" if among else None


def _of_a_charter(asked: Asked) -> str | None:
    """'… And our partner is a research institute?', where the last question names no place."""
    turn = asked.turn
    if turn.intent != "ask_eche" or asked.topics != {"eche", "partner_country_role"}:
        return None
    places = (each for each in turn.message.entities if each["entity"] in ("country", "town"))
    return None if any(each["start"] >= asked.spans[-1].start for each in places) else "eche"


def _of_a_long_stay(asked: Asked) -> str | None:
    """'May a pupil stay half a year, and within what limits?'."""
    said = asked.turn.said
    long = said.participant and said.months and max(said.months) <= LONGEST_STAY
    long = long or asked.turn.message.turns_on("a_stay")
    both = asked.topics == {"learning_activities", "duration"}
    return "learning_activities" if both and long else None


def _of_partners_countries(asked: Asked) -> str | None:
    """'Partneri no Latvijas, Igaunijas un Šveices. Der?'."""
    both = asked.topics == {"consortium", "partner_country_role"}
    return "consortium" if both and len(asked.turn.said.country) > _A_PAIR else None


def _of_partners_who_leave(asked: Asked) -> str | None:
    """'if the Finns drop out and a Swiss school joins, are we fine?'."""
    turn = asked.turn
    leaves = turn.last_topic == "consortium" and turn.gives_up("country")
    among = "consortium" in asked.topics <= _OF_CONSORTIUM
    return "consortium" if among and leaves else None


def _of_who_is_right(asked: Asked) -> str | None:
    """'Does she have a point, or is our group fine?', which asks for no points."""
    message = asked.turn.message
    right = message.turns_on("has_a_point") and not message.turns_on("assessment")
    both = asked.topics == {"consortium", "award_criteria"}
    return "consortium" if both and right and not asked.turn.said.points else None


def _of_who_joins_an_activity(asked: Asked) -> str | None:
    """'Cik ilgi, un vai var iesaistīt arī skolas?'."""
    both = asked.topics == {"learning_activities", "who_can_participate"}
    return "learning_activities" if both and asked.turn.said.activity else None


def _of_who_applies(asked: Asked) -> str | None:
    """'Can a company apply, or must it be a school?'."""
    turn = asked.turn
    either = turn.message.hangs_on("may") and turn.message.hangs_on("required")
    both = asked.topics == {"applicant", "who_can_participate"}
    return "applicant" if both and either and turn.said.partner_role else None


def _of_a_venue(asked: Asked) -> str | None:
    """'Training in Dublin, no Irish partner though. Allowed?'."""
    turn = asked.turn
    lacks = turn.intent == "ask_venues" and turn.message.lacks_partner
    return "venues" if lacks and asked.topics <= _LIKE_VENUES else None


def _of_an_informal_group(asked: Asked) -> str | None:
    """'no legal entity or anything, can we just jump in?'."""
    message = asked.turn.message
    informal = "informal" in message.marked("who") and message.hangs_on("may")
    heard = asked.turn.intent == "ask_who_can_participate"
    return "who_can_participate" if heard and informal else None


def _of_rates_of_meetings(asked: Asked) -> str | None:
    """'the 575 for meetings, is that per day?'."""
    both = asked.topics == {"meetings", "output_rates"}
    return "meetings" if both and not asked.turn.message.has("outputs") else None


def _of_who_goes_along(asked: Asked) -> str | None:
    """'2 brauc līdzi kā pavadoņi, cik par viņiem?'."""
    turn = asked.turn
    goes_on = turn.last_topic in OF_AN_ACTIVITY and (turn.said.people or turn.said.number)
    among = "accompanying_persons" in asked.topics <= OF_AN_ACTIVITY
    return "accompanying_persons" if among and goes_on else None


def _of_rates_of_a_long_stay(asked: Asked) -> str | None:
    """'skolotājs 3 mēn partnerskolā, dienas likme'."""
    turn = asked.turn
    stay = turn.said.months and not turn.message.has("outputs")
    both = asked.topics == {"learning_activities", "output_rates"}
    return "individual_support" if both and stay else None


def _of_a_day_of_work(asked: Asked) -> str | None:
    """'Cik maksā skolotāja diena (intelektuālais rezultāts)?'."""
    both = asked.topics == {"output_rates", "intellectual_output"}
    return "output_rates" if both and asked.turn.said.staff else None


def _of_who_counts_there(asked: Asked) -> str | None:
    """'Tur skaitās arī mūsu pašu darbinieki?', which names no place."""
    turn = asked.turn
    places = turn.said.country or turn.said.town
    return (
        turn.last_topic if asked.topics == {"countries", turn.last_topic} and not places else None
    )


def _of_a_cost_that_is_added(asked: Asked) -> str | None:
    """'Pielieku vēl tulkošanu ārpakalpojumā, 4000.'."""
    turn = asked.turn
    adds = turn.intent == "ask_exceptional_costs" and turn.message.begins_adding
    return "exceptional_costs" if adds else None


def _of_rates_of_a_stay(asked: Asked) -> str | None:
    """What a day of a stay pays, where no outputs are named."""
    both = asked.topics == {"individual_support", "output_rates"}
    return "individual_support" if both and not asked.turn.message.has("outputs") else None


def _of_special_needs(asked: Asked) -> str | None:
    """'Is it 75 % for special needs as well?'."""
    both = asked.topics == {"special_needs", "exceptional_costs"}
    return "special_needs" if both and not asked.turn.message.has("exceptional") else None


def _of_exceptional_costs(asked: Asked) -> str | None:
    """'Ārpakalpojumā mājaslapa, 20 000, cik segs?'."""
    both = asked.topics == {"special_needs", "exceptional_costs"}
    return "exceptional_costs" if both and not asked.turn.message.has("special") else None


def _of_a_type_of_project(asked: Asked) -> str | None:
    """'Good practices, a seminar: how much?'."""
    pair = len(asked.topics) == _A_PAIR and "project_types" in asked.topics
    if not pair or not asked.turn.said.project_type:
        return None
    other = next(iter(asked.topics - {"project_types"}))
    return other if other in OF_INNOVATION else _APART


def _of_somebodys_needs(asked: Asked) -> str | None:
    """'A participant is deaf: which line pays, and what share?'."""
    turn = asked.turn
    special = turn.message.has("special") and not turn.said.months
    return "special_needs" if special and asked.topics <= _BESIDE_SPECIAL else None


def _of_a_share_of_costs(asked: Asked) -> str | None:
    """'cik no 80 000 dabūsim un cik paliek mums pašiem?'."""
    turn = asked.turn
    shares = asked.topics & OF_REAL_COSTS
    if turn.message.has("exceptional") and turn.said.euro:
        shares |= {"exceptional_costs"}
    among = len(shares) == 1 and asked.topics - shares <= {"grant", "cofinancing"}
    return shares.pop() if among and turn.said.euro else None


def _tells_a_budget(turn: Turn) -> bool:
    return bool(turn.said.euro or turn.said.numbers_from(A_BUDGET))


_RULES: tuple[Rule, ...] = (
    _of_costs_before,
    _of_an_amount_paid,
    _of_a_plan,
    _of_a_promise,
    _of_a_page,
    _of_the_size,
    _of_signing_up,
    _of_an_old_number,
    _of_keeping_papers,
    _of_a_dear_ticket,
    _of_a_total,
    _of_paying_a_grant,
    _of_a_monthly_sum,
    _of_the_rest,
    _of_a_stay,
    _of_travel_to_a_meeting,
    _of_hosts,
    _of_items_of_a_budget,
    _of_a_small_grant,
    _of_a_share_without_a_trip,
    _of_what_is_saved,
    _of_one_application,
    _of_a_ticket,
    _of_an_event_of_partners,
    _of_travel_to_an_event,
    _of_a_charter,
    _of_a_long_stay,
    _of_partners_countries,
    _of_partners_who_leave,
    _of_who_is_right,
    _of_who_joins_an_activity,
    _of_who_applies,
    _of_a_venue,
    _of_an_informal_group,
    _of_rates_of_meetings,
    _of_who_goes_along,
    _of_rates_of_a_long_stay,
    _of_a_day_of_work,
    _of_who_counts_there,
    _of_a_cost_that_is_added,
    _of_rates_of_a_stay,
    _of_special_needs,
    _of_exceptional_costs,
    _of_a_type_of_project,
    _of_somebodys_needs,
    _of_a_share_of_costs,
)
"""The first that knows the questions decides."""
