"""What a message has to do with journeys: it tells of them, changes them, or asks about them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from actions.counts import CROWD, SHORTEST_PROJECT
from actions.journeys.edits import Change, Edits, NobodyError, UnclearError, with_partners
from actions.journeys.items import KINDS, Items, Origin
from actions.journeys.model import Event, Group, Journeys, Kind, Town, Who
from actions.journeys.places import Places
from actions.journeys.reading import Reading
from actions.topic_groups import NEAR_MISS, REFUSED, SENTENCE, SHORT, SURE, UNSURE
from actions.turn import Turn
from core.activities import is_long, shortest
from core.call import in_force

Question = Literal[
    "hosts", "why", "per_head", "daily", "days_of_meeting", "online", "unclear", "within_country",
    "far", "difference", "too_short", "rates", "venue", "share", "who",
]  # fmt: skip
_OPEN = {
    "ask_meetings", "ask_travel", "ask_individual_support", "ask_total", "ask_learning_activities",
    "ask_accompanying_persons", "ask_distance_rule", "ask_plan_budget", "ask_grant", "inform",
    "describe_project", "plan_tell", "plan_correct", "plan_compare", "plan_restart", "ask_savings",
    "ask_money_available", "ask_funding_mechanism", "ask_venues", "repeat", "deny", "affirm",
    *REFUSED,
}  # fmt: skip
"""What it may sound like to tell who travels where."""
_BESIDE = {"ask_savings"}
"""What is open only after journeys were told."""
_OF_OTHERS = {
    "ask_expensive_travel", "ask_multiplier_events", "ask_exceptional_costs", "ask_special_needs",
    "ask_management", "ask_output_rates", "ask_linguistic_support",
}  # fmt: skip
"""Topics that have people, places or sums of their own."""
_TOTALS = {"ask_total", "ask_difference"}
_NEAR = {
    "ask_meetings", "ask_travel", "ask_individual_support", "ask_accompanying_persons", "ask_total",
    "ask_distance_rule", "ask_grant", "ask_plan_budget", "ask_budget_categories",
    "ask_funding_mechanism", "ask_money_available", "ask_difference", "ask_output_rates",
    "ask_venues", "ask_consortium", "ask_savings", "ask_double_funding", "ask_why",
}  # fmt: skip
"""What the parts of a message about journeys may sound like."""
_LIKELY = 0.5
_ASKED = {"ask_meetings": "meeting", "ask_travel": "training", "ask_individual_support": "training"}
_ENDS = 2
_LONG = 40
"""Words of a message up to which it may change what was told before."""


@dataclass(frozen=True)
class Heard:
    """What a message does to the journeys that are remembered."""

    journeys: Journeys
    change: Change | None = None
    question: Question | None = None
    group: Group | None = None
    """The group that a question is about."""
    towns: list[Town] = field(default_factory=list)
    """The ends of a journey that is asked about."""
    days: int = 0


def others_asked(turn: Turn, questions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the questions of a message that are about something else than what journeys cost."""
    near = {*_NEAR} if turn.message.turns_on("how_long") else {*_NEAR, "ask_learning_activities"}
    return [q for q in questions if q["intent"].startswith("ask_") and q["intent"] not in near]


def places_of(turn: Turn) -> Places:
    """Return what finds the places of a conversation."""
    programme = turn.call.programme_countries(turn.day).countries
    return Places(turn.call, tuple(programme), turn.language)


class Hearing:
    """Hears one message."""

    def __init__(self, turn: Turn) -> None:
        self._turn = turn
        self.places = places_of(turn)
        self._items = Items(turn, self.places)
        self._told = Reading(self._items, turn.journeys.own).told()
        self._intent = str(turn.ranking[0]["name"]) if turn.ranking else turn.intent

    def partners(self) -> Journeys:
        """Return the journeys with the partners that the message names."""
        return with_partners(self._turn.journeys, self._told, self.places)

    def heard(self) -> Heard | None:
        """Return what the message does; none where it is about something else."""
        if not self._may_be():
            return None
        journeys = self._turn.journeys
        if journeys.events and (asked := self._asked()):
            return asked
        if not self._tells():
            return None
        kind = self._kind()
        try:
            change = Edits(journeys, self._items, self.places, kind, self._told).apply()
        except NobodyError:
            return Heard(journeys, question="who") if journeys.current else None
        except UnclearError:
            return Heard(journeys, question="unclear") if journeys.current else None
        if change is None or not change.journeys.events:
            return None
        if self._only_hosts(change):
            return Heard(self._of_host(change), question="hosts")
        question = self._of_change(change)
        named = [g.origin for g in self._told.event.groups if g.origin and g.counts]
        towns = [each.town for each in named if each.town]
        return Heard(change.journeys, change, question, towns=towns)

    def _may_be(self) -> bool:
        turn, said = self._turn, self._turn.said
        if turn.plan.active or turn.slots.asked or turn.handover.asked:
            return False
        if self._intent.startswith(NEAR_MISS) and turn.confidence >= _LIKELY:
            return False
        if self._intent in _OF_OTHERS and turn.confidence >= _LIKELY:
            return False
        message = turn.message
        if message.has("outputs") or message.has("management"):
            return False
        guests = any(turn.names(each) for each in ("local", "international", "months"))
        project = bool(said.months) and max(said.months) >= SHORTEST_PROJECT
        return not guests and not project and not said.project_type

    def _tells(self) -> bool:
        """Tell whether the message tells of people who travel, or changes what was told."""
        turn, journeys = self._turn, self._turn.journeys
        if turn.names("kilometres"):
            return False
        sure = self._intent not in _OPEN and turn.confidence >= SURE and turn.message.asks
        if sure:
            return False
        if self._changes(journeys):
            return True
        events = self._told.events
        people = any(each.has_people for each in events)
        place = any(each.has_place for each in events) or self._told.rotates
        place = place or (len(self._told.partners) == 1 and bool(self._told.event.groups))
        open_ = self._intent in _OPEN - _BESIDE or turn.confidence < UNSURE
        if self._intent in _BESIDE and turn.confidence >= _LIKELY:
            return False  # 'our teachers went to Vilnius. May we keep what was saved?'
        return people and place and open_ and self._kind() is not None

    def _changes(self, journeys: Journeys) -> bool:
        """Tell whether the message may change the journeys that are remembered."""
        if not journeys.events or self._turn.message.length > _LONG:
            return False
        event = self._told.event
        told = bool(event.has_people or event.days or event.has_place or event.groups)
        telling = {"same_people", "longer", "shorter"} & self._items.words
        told = told or event.kind is not None or bool(telling)
        if journeys.current:
            return told
        known = [g.town for e in journeys.events for g in e.groups]
        known += [e.venue for e in journeys.events]
        named = [*event.venues, *(g.origin.town for g in event.groups if g.origin)]
        again = any(town and town.is_same(each) for town in named for each in known)
        return told and (again or event.ordinal is not None) and event.has_people

    def _kind(self) -> Kind | None:
        """Return the kind of event that is meant where none is called by its name."""
        words = self._items.words
        for kind in KINDS:
            if kind in words:
                return kind
        if self._intent == "ask_meetings":
            return "meeting"
        asked = self._intent in ("ask_travel", "ask_individual_support", "ask_learning_activities")
        told = self._told.event.days or any(c.who for c in self._items.clauses)
        return "training" if asked or told else None

    # questions

    def _asked(self) -> Heard | None:
        """Return what is asked of the journeys that are remembered; none: nothing."""
        journeys = self._turn.journeys
        event = journeys.event
        if event is None or not journeys.current or self._turn.message.length > 2 * SENTENCE:
            return None
        rules = (
            self._far, self._by_how_much, self._of_hosts, self._daily, self._why, self._per_head,
            self._days_of_meeting, self._too_short, self._online,
        )  # fmt: skip
        found = (rule(event) for rule in rules)
        return next((each for each in found if each), None)

    def _far(self, event: Event) -> Heard | None:
        """'And how many kilometres are there from Cēsis to Tartu?'."""
        towns = [each.town for each in self._origins() if each.town]
        counted = any(c.counts for c in self._items.clauses)
        if "far" not in self._items.words or len(towns) != _ENDS or counted:
            return None
        return Heard(self._turn.journeys, question="far", towns=towns)

    def _by_how_much(self, event: Event) -> Heard | None:
        """'How much did that add?'."""
        asks = "by_how_much" in self._items.words and self._turn.message.length <= SHORT
        if not asks or self._turn.change is None or self._told.event.has_people:
            return None
        return Heard(self._turn.journeys, question="difference")

    def _too_short(self, event: Event) -> Heard | None:
        """'The director says two days are enough, is that allowed?'."""
        told, message = self._told.event, self._turn.message
        allowed = message.hangs_on("may") or message.has("fits") or message.hangs_on("enough")
        if event.kind == "meeting" or not told.days or told.has_people or not allowed:
            return None
        if told.days[0] >= self._least(event):
            return None
        return Heard(self._turn.journeys, question="too_short", days=told.days[0])

    def _least(self, event: Event) -> int:
        kinds = in_force(self._turn.call.learning.kinds, self._turn.day)
        return min(shortest(k) for k in kinds if not is_long(k) and event.first in k.participants)

    def _of_hosts(self, event: Event) -> Heard | None:
        """'Do we get anything for hosting?', 'so our own staff in Vilnius get no travel?'."""
        words, asks = self._items.words, self._turn.message.asks
        told = self._told.event
        if not asks or told.ordinal:
            return None
        venues = [event.venue, *(e.venue for e in self._turn.journeys.events)]
        there = any(v.is_same(each) for v in told.venues for each in venues)
        counted = any(c.counts for c in self._items.clauses)
        origins = self._origins()
        if "at_home" in words and (there or not told.venues):
            return Heard(self._turn.journeys, question="hosts")
        ours_there = there and any(o.ours for o in origins) and not counted
        nation = [o for o in origins if o.town is None and o.country]
        theirs_there = there and any(o.nation for o in origins)
        theirs_there = theirs_there or any(
            "at_home" in words and o.country == event.venue.country for o in nation
        )
        own = self._turn.journeys.own
        class_here = told.here and own is not None and own.is_same(event.venue)
        class_here = class_here and any(o.ours for o in origins)
        if ours_there or (theirs_there and not counted) or class_here:
            return Heard(self._turn.journeys, question="hosts")
        return None

    def _origins(self) -> list[Origin]:
        return [each for clause in self._items.clauses for each in clause.origins]

    def _why(self, event: Event) -> Heard | None:
        """'Why so little?', 'nothing at all for our three?'."""
        words, message = self._items.words, self._turn.message
        asks = self._intent == "ask_why" or message.asks_why or "little" in words
        if not asks:
            return None
        days = self._told.event.days
        if any(o.country == event.venue.country and not o.town for o in self._origins()):
            return Heard(self._turn.journeys, question="hosts")
        if days and event.kind != "meeting" and message.asks_why:
            return Heard(self._turn.journeys, question="rates")
        return None if days else Heard(self._turn.journeys, question="why")

    def _per_head(self, event: Event) -> Heard | None:
        """'How much is that per pupil?'."""
        words = self._items.words
        if "per_head" not in words or not self._turn.message.asks or "less" in words:
            return None
        if any(o.town for o in self._origins()):
            return None
        return Heard(self._turn.journeys, question="per_head")

    def _daily(self, event: Event) -> Heard | None:
        """'Do my people get the daily amount at least?'."""
        if event.kind == "meeting" or "unit_sum" not in self._items.words:
            return None
        if not self._turn.message.whether or self._told.event.days:
            return None
        own = self._turn.journeys.own
        ours = any(o.ours for o in self._origins())
        groups = event.of(own) if ours and own else []
        return Heard(self._turn.journeys, question="daily", group=next(iter(groups), None))

    def _days_of_meeting(self, event: Event) -> Heard | None:
        """'And if the meeting lasts five days?'."""
        told = self._told.event
        others = bool(told.has_people or told.groups or told.has_place)
        others = others or told.kind not in (None, "meeting")
        longer = told.days or "longer" in self._items.words
        if event.kind != "meeting" or not longer or others:
            return None
        return Heard(self._turn.journeys, question="days_of_meeting")

    def _online(self, event: Event) -> Heard | None:
        """'And if she only joins online?'."""
        words = self._items.words
        counted = any(c.counts for c in self._items.clauses)
        if "online" not in words or counted or len(event.groups) != 1:
            return None
        group = event.groups[0]
        if group.count < 2 or event.times > 1:
            return None
        who: Who = "staff" if "staff" in group.people else "learner"
        people: dict[Who, int] = {**group.people, who: group.people[who] - 1}
        changed = event.with_group(group, group.model_copy(update={"people": people}))
        journeys = self._turn.journeys
        after = journeys.with_event(changed, journeys.last)
        return Heard(after, Change(after, [journeys.last]), "online")

    def _only_hosts(self, change: Change) -> bool:
        """Tell whether it is asked of nobody but those who are at home: 'and our four people?'."""
        event = change.journeys.event
        if event is None or not self._turn.message.asks:
            return False
        before = [group for each in self._turn.journeys.events for group in each.groups]
        new = [each for each in event.groups if each not in before]
        return bool(new) and all(each.town.is_same(event.venue) for each in new)

    def _of_host(self, change: Change) -> Journeys:
        """Return the journeys without those who are at home."""
        before = self._turn.journeys
        return before if before.events else change.journeys

    def _of_change(self, change: Change) -> Question | None:
        """Return what else is asked by who adds a group for which nothing is paid."""
        event = change.journeys.event
        asks = self._turn.message.whether or self._turn.message.asks
        if event is None or not asks:
            return None
        message = self._turn.message
        if message.whether and message.hangs_on("may") and self._told.event.venues:
            known = [*change.journeys.partners, *(g.town for g in event.groups if event.groups)]
            known = [each for each in known if each.country == event.venue.country]
            return "venue" if known else None
        if not self._turn.journeys.events:
            return None
        if change.journeys.events == self._turn.journeys.events:
            return "share" if self._told.event.has_people else None
        before = [group for each in self._turn.journeys.events for group in each.groups]
        new = [each for each in event.groups if each not in before]
        at_home = new and all(each.town.country == event.venue.country for each in new)
        return "within_country" if at_home and event.kind == "meeting" else None


def amounts_asked(turn: Turn) -> list[int]:
    """Return the sums that a message asks whether they are right: 'is that 1150?'."""
    named = [e for e in turn.message.entities if e["entity"] in ("euro", "number")]
    return [int(e["value"]) for e in named if e["value"] > CROWD] if turn.message.asks else []
