"""Words for journeys: a sum first, then how it comes about, group by group."""

from __future__ import annotations

from decimal import Decimal

from actions.journeys.costs import Cost, Priced, Pricing
from actions.journeys.hearing import Heard
from actions.journeys.model import Event, Group, Town
from actions.journeys.places import Places
from actions.learning import kind_line
from actions.sum_lines import band_lines
from actions.turn import Turn
from bot.responses import Speaker, grouped, without_ones
from core import sums
from core.activities import is_long, shortest
from core.call import in_force

_KINDS = {
    "meeting": (),
    "training": ("staff_training",),
    "exchange": ("short_pupil_exchange", "blended_mobility", "intensive_study"),
}
"""Kinds of the call's short activities that may be meant."""

_MOST_IN_FULL = 6
"""Events that are said group by group; of more, what each comes to."""


class Saying:
    """Says what a message did to the journeys."""

    def __init__(self, speaker: Speaker, turn: Turn, places: Places, pricing: Pricing) -> None:
        self._speaker = speaker
        self._turn = turn
        self._places = places
        self._pricing = pricing

    # sums

    def change(self, heard: Heard, asked: list[int]) -> None:
        """Say the events that were told or changed, and what all come to."""
        change, journeys = heard.change, heard.journeys
        assert change is not None
        costs = [self._pricing.cost(journeys.events[place]) for place in _once(change.places)]
        total = self._pricing.total(journeys.counted)
        several = len(journeys.counted) > 1
        if heard.question == "within_country":
            self._speaker.say("journey-no-within-country")
        if heard.question == "venue":
            self._speaker.say("journey-venue-allowed").rest_on_facts(["venues"])
        if heard.question == "share" and self._share(costs[-1], heard.towns):
            return
        if heard.question == "online":
            self._speaker.say("journey-online")
        if asked:
            right = any(amount in (costs[-1].amount, total) for amount in asked)
            key = "journey-right" if right else "journey-wrong"
            self._speaker.say(key, amount=costs[-1].amount)
        if change.supposed and self._asks_whether_cheaper:
            self._cheaper(total)
        if len(costs) > 1 or self._asks_for_all:
            self._say_all(total, len(journeys.counted), several)
        beside = len(costs) == 1 and several and not self._asks_for_all and not change.supposed
        for cost in costs:
            self.event(cost, (total, len(journeys.counted)) if beside else None)
        if change.supposed:
            self._compare(heard)
        self._assumptions([cost.event for cost in costs])
        if not self._turn.journeys.current and all(c.event.kind == "meeting" for c in costs):
            bands = in_force(self._turn.call.meeting_bands, self._turn.day)
            self._speaker.say("journey-rule-meeting", lines=band_lines(self._speaker, bands))

    @property
    def _asks_whether_cheaper(self) -> bool:
        return any(e["word"] == "cheaper" for e in self._turn.message.marks)

    def _cheaper(self, total: Decimal) -> None:
        before = self._pricing.total(self._turn.journeys.counted)
        direction = "same" if total == before else "more" if total > before else "less"
        self._speaker.say("journey-cheaper", difference=abs(total - before), direction=direction)

    @property
    def _asks_for_all(self) -> bool:
        words = {e["word"] for e in self._turn.message.marks if e["group"] == "journey"}
        every = "all" in self._turn.said.scope or "all_of" in words
        return every and bool(self._turn.journeys.events)

    def _share(self, cost: Cost, towns: list[Town]) -> bool:
        """Say what those get who were asked about; return whether it was said."""
        meant = [p for p in cost.groups if any(p.group.town.is_same(town) for town in towns)]
        if len(meant) != 1:
            return False
        self._speaker.say_text(self._line(cost, meant[0]).lstrip("• "))
        return True

    def _say_all(self, total: Decimal, count: int, several: bool) -> None:
        if several:
            self._speaker.say("journey-all", count=count, amount=total)

    def _compare(self, heard: Heard) -> None:
        """Say what an event that is only supposed comes to beside the one before."""
        event = heard.journeys.event
        if event is None or event.replaces is None:
            return
        before = self._pricing.total(self._turn.journeys.counted)
        now = self._pricing.total(heard.journeys.counted)
        self._speaker.say(
            "journey-compared",
            before=before,
            difference=abs(now - before),
            direction="same" if now == before else "more" if now > before else "less",
        )

    def event(self, cost: Cost, together: tuple[Decimal, int] | None = None) -> None:
        """Say what an event comes to, and how; before that, what all of so many do."""
        event = cost.event
        lines = [self._line(cost, each) for each in cost.groups]
        first = [head(self._speaker, self._places, cost)]
        if together:
            amount, count = together
            first.append(self._speaker.phrase("journey-all", count=count, amount=amount))
        self._speaker.say_text("\n".join([*first, *lines]))
        if event.kind == "meeting":
            return
        if not cost.support_known:
            self._without_support(event)
        elif len(cost.groups) > 1:
            support = cost.amount - cost.travel
            self._speaker.say("journey-parts", travel=cost.travel, support=support)
        self._too_short(event)

    def _without_support(self, event: Event) -> None:
        if event.days:
            self._speaker.say("support-unknown", days=event.days)
        else:
            self._speaker.say("journey-days-missing")

    def _too_short(self, event: Event) -> None:
        """Say that no activity lasts so few days, if it is so."""
        who = "learner" if any("learner" in g.people for g in event.groups) else "staff"
        kinds = in_force(self._turn.call.learning.kinds, self._turn.day)
        short = [k for k in kinds if not is_long(k) and who in k.participants]
        least = min((shortest(kind) for kind in short), default=0)
        if event.days and event.days < least:
            self._speaker.say("activity-days-too-few", days=event.days, least=least)
            self._speaker.rest_on(*(kind for kind in short if shortest(kind) == least))

    def _line(self, cost: Cost, each: Priced) -> str:
        if cost.event.kind == "meeting":
            return self._meeting_line(each)
        return self._activity_line(cost.event, each)

    def _meeting_line(self, each: Priced) -> str:
        values = {
            "town": self._called(each.group.town),
            "kilometres": int(each.kilometres),
            "people": each.group.count,
        }
        if each.nothing:
            self._speaker.rest_on_facts(["meetings_hosts", "meetings_minimum_distance"])
            return self._speaker.phrase("journey-line-nothing", why=each.nothing, **values)
        assert each.travel is not None
        return self._speaker.phrase("journey-line-meeting", sum=self._sum(each.travel), **values)

    def _activity_line(self, event: Event, each: Priced) -> str:
        assert each.travel is not None
        self._speaker.rest_on(*each.travel.rests_on)
        travel = self._sum(each.travel) if each.travel.amount else None
        parts = [self._speaker.phrase("journey-part-travel", sum=travel)]
        for who, line in each.support.items():
            number = each.group.people[who]
            parts.append(
                self._speaker.phrase(f"journey-part-{who}", people=number, sum=self._sum(line))
            )
        return self._speaker.phrase(
            "journey-line-activity",
            town=self._called(each.group.town),
            kilometres=int(each.kilometres),
            people=each.group.count,
            days=each.group.days or 0,
            parts="; ".join(parts),
            amount=each.amount if each.support else None,
        )

    def _sum(self, line: sums.Line) -> str:
        self._speaker.rest_on(*line.rests_on)
        steps = without_ones(" + ".join(line.steps))
        alone = steps == f"{sums.plain(line.amount)} EUR"
        steps_said = None if alone else grouped(steps)
        return self._speaker.phrase("worked-out", amount=line.amount, steps=steps_said)

    def _called(self, town: Town) -> str:
        return called(self._speaker, self._places, town)

    def _assumptions(self, events: list[Event]) -> None:
        """Say which places were taken where none was named."""
        towns = [g.town for event in events for g in event.groups]
        towns += [event.venue for event in events]
        if agency := next((t for t in towns if t.assumed == "agency"), None):
            self._speaker.say("distance-from-agency", origin=self._called(agency))
        capitals = list(dict.fromkeys(self._called(t) for t in towns if t.assumed == "capital"))
        if capitals:
            self._speaker.say("journey-from-capitals", names=", ".join(capitals))

    # questions

    def ask_which(self, event: Event) -> None:
        """Ask which group is meant."""
        names = [self._called(group.town) for group in event.groups]
        self._speaker.say("journey-which", names=", ".join(names))

    def ask_who(self) -> None:
        """Ask who travels, since those before would be at home."""
        self._speaker.say("journey-who")

    def hosts(self, event: Event) -> None:
        """Say what who stays at home gets."""
        right = "yes" if self._turn.message.denies else "no"
        self._speaker.say("journey-hosts", kind=event.kind, right=right)
        if event.kind == "meeting":
            self._speaker.rest_on_facts(["meetings_hosts"])
        else:
            bands = in_force(self._turn.call.learning.travel, self._turn.day)
            self._speaker.rest_on(*bands)

    def why(self, event: Event) -> None:
        """Say why nothing is paid for a group, or how the sum comes about."""
        cost = self._pricing.cost(event)
        nothing = [each for each in cost.groups if each.nothing]
        if nothing:
            names = ", ".join(self._called(each.group.town) for each in nothing)
            self._speaker.say("journey-why-nothing", names=names)
        self.event(cost)

    def per_head(self, event: Event) -> None:
        """Say what is paid for one of each kind."""
        named = [who for who in ("learner", "staff") if who in self._turn.said.participant]
        for group in event.groups:
            for who in group.people:
                if named and who not in named:
                    continue
                one = Group(town=group.town, people={who: 1}, days=group.days)
                alone = event.model_copy(update={"groups": [one], "times": 1})
                cost = self._pricing.cost(alone)
                self._speaker.say("journey-per-head", who=who, kind=event.kind, amount=cost.amount)
                self._speaker.say_text(self._line(cost, cost.groups[0]))
            if len({self._one(event, g) for g in event.groups}) == 1:
                return  # the same from everywhere

    def _one(self, event: Event, group: Group) -> Decimal | None:
        travel = self._pricing.cost(event.model_copy(update={"groups": [group]})).travel
        return travel / group.count / event.times

    def daily(self, event: Event, group: Group | None) -> None:
        """Say that individual support is paid, whatever the distance."""
        cost = self._pricing.cost(event)
        meant = [each for each in cost.groups if group is None or each.group is group]
        lines = []
        for each in meant:
            lines += [
                self._speaker.phrase(
                    f"journey-part-{who}", people=each.group.people[who], sum=self._sum(line)
                )
                for who, line in each.support.items()
            ]
        self._speaker.say("journey-daily", parts="; ".join(dict.fromkeys(lines)))

    def distance(self, origin: Town, target: Town) -> None:
        """Say how far two places are from one another."""
        far = int(self._places.kilometres(origin, target))
        names = {"origin": self._called(origin), "target": self._called(target)}
        self._speaker.say("distance-between", kilometres=far, **names)
        self._speaker.rest_on_facts(["distance_rule"])

    def difference(self) -> None:
        """Say by how much the last message changed the sum."""
        change = self._turn.change
        assert change is not None
        self._speaker.say(
            "difference",
            before=change.before,
            now=change.now,
            difference=abs(change.now - change.before),
            direction="more" if change.now > change.before else "less",
        )

    def too_short(self, event: Event, days: int) -> None:
        """Say that no activity lasts so few days."""
        self._speaker.say("activity-too-short", unit="days", number=days)
        kinds = in_force(self._turn.call.learning.kinds, self._turn.day)
        for kind in kinds:
            if kind.id in _KINDS[event.kind]:
                self._speaker.say("learning-activity", line=kind_line(self._speaker, kind))
                self._speaker.rest_on(kind)

    def rates(self, event: Event) -> None:
        """Say the daily rates of those who take part, which change with the days."""
        who = {each for group in event.groups for each in group.people}
        rates = in_force(self._turn.call.learning.individual_support, self._turn.day)
        used = [rate for rate in rates if rate.participant in who]
        lines = [
            self._speaker.phrase(
                f"support-rate-{rate.participant}",
                first=rate.first,
                last=rate.last,
                amount=rate.amount,
            )
            for rate in used
        ]
        self._speaker.say("journey-rates", lines="\n".join(lines)).rest_on(*used)

    def days_of_meeting(self, event: Event) -> None:
        """Say that a meeting's days count nothing."""
        self._speaker.say("journey-days-of-meeting")
        self.event(self._pricing.cost(event))


def called(speaker: Speaker, places: Places, town: Town) -> str:
    """Return the name of a town."""
    if places.is_capital(town):
        return speaker.phrase("capital-name", country=town.country, name=town.name)
    return places.called(town)


def head(speaker: Speaker, places: Places, cost: Cost) -> str:
    """Word what an event comes to."""
    event = cost.event
    return speaker.phrase(
        "journey-sum",
        kind=event.kind,
        venue=called(speaker, places, event.venue),
        days=event.days if event.kind != "meeting" and event.days else 0,
        times=event.times,
        once=cost.once,
        amount=cost.amount,
    )


def _once(places: list[int]) -> list[int]:
    return list(dict.fromkeys(places))
