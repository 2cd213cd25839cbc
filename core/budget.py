"""The budget of a plan by the call's rules: a line a category, with its steps, caps and sources."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from core import sums
from core.activities import is_long, kind_of, objections
from core.call import Call, Sourced
from core.findings import Finding, finding, sorted_once
from core.plan import Activity, Event, Group, Plan, Work
from core.sums import UnknownRateError, cents, plain

ZERO = Decimal(0)


@dataclass
class BudgetLine:
    """What the call pays in one category, EUR."""

    category: str
    amount: Decimal = ZERO
    """After caps and shares."""
    requested: Decimal = ZERO
    """The sum by the call's rates before them; for real costs the costs themselves."""
    steps: list[str] = field(default_factory=list)
    beyond_cap: list[str] = field(default_factory=list)
    """Steps that the cap does not touch."""
    cap: Decimal | None = None
    """The most that `steps` bring together, EUR; none: nothing caps them."""
    capped_by: str | None = None
    """Id of the fact that cut the amount."""
    rests_on: list[Sourced] = field(default_factory=list)
    unknown: bool = False
    """Something that would be paid has no known rate, and is not counted."""

    def add(self, line: sums.Line, paid: bool = True) -> None:
        """Count a sum; one that is not paid counts as requested only."""
        self.requested += line.requested
        if paid:
            self.amount += line.amount
            self.steps += line.steps
            self.rests_on += line.rests_on


@dataclass(frozen=True)
class Budget:
    """A worked-out budget, EUR. `lines` are those of the categories that the plan asks for."""

    call: str
    lines: list[BudgetLine]
    total: Decimal
    """The lines' amounts together, cut at `maximum`."""
    complete: bool
    """False where something that would be paid is not known."""
    monthly: Decimal
    """The most that the call pays for a month of a project."""
    ceiling: Decimal
    """The most that it pays for a whole project."""
    maximum: Decimal
    """The largest grant of a project of the plan's length."""
    over_maximum: Decimal
    """What the cut took."""
    findings: list[Finding]

    @property
    def rests_on(self) -> list[Sourced]:
        """What all lines rest on."""
        return [sourced for line in self.lines for sourced in line.rests_on]


def estimate(plan: Plan, call: Call, day: dt.date | None = None) -> Budget:
    """Work out a plan's budget, whether or not the plan is eligible.

    `day` is the day whose rules are asked for; none: the rules as they last stood.
    Source: VIAA presentation, slides 2 and 19–24; Programme Guide 2020, part B.
    """
    return _Estimate(plan, call, day or call.last_change).budget()


class _Estimate:
    """Collects the lines and findings of one plan."""

    def __init__(self, plan: Plan, call: Call, day: dt.date) -> None:
        self._plan, self._call, self._day = plan, call, day
        self._countries = {partner.country for partner in plan.partners}
        self._findings: list[Finding] = []

    def budget(self) -> Budget:
        plan = self._plan
        lines = [self._management()]
        if plan.meetings:
            lines.append(self._meetings())
        if plan.intellectual_outputs:
            lines.append(self._outputs())
        if plan.multiplier_events:
            lines.append(self._events())
        if plan.exceptional_costs:
            lines.append(self._exceptional())
        if plan.special_needs:
            lines.append(self._special_needs())
        lines += self._learning()
        for line in lines:  # half up, once a line
            line.amount, line.requested = cents(line.amount), cents(line.requested)
        most = sums.maximum_grant(self._call, self._day, plan.months)
        together = sum((line.amount for line in lines), ZERO)
        over = cents(max(ZERO, together - most.amount))
        if over:
            values = {"amount": together, "most": most.amount, "over": over}
            self._find("over_maximum_grant", *most.rests_on, **values)
        return Budget(
            call=self._call.id,
            lines=lines,
            total=min(together, most.amount),
            complete=not any(line.unknown for line in lines),
            monthly=self._call.number("grant_per_month", self._day),
            ceiling=self._call.number("grant_maximum", self._day),
            maximum=most.amount,
            over_maximum=over,
            findings=sorted_once(self._findings),
        )

    def _find(self, code: str, *rests_on: Sourced, **values: object) -> None:
        self._findings.append(finding(code, "warning", *rests_on, **values))

    def _fact(self, name: str) -> Sourced:
        return self._call.value(name, self._day)

    def _management(self) -> BudgetLine:
        number = len(self._plan.partners)
        paid = sums.management(self._call, self._day, number, self._plan.months)
        line = BudgetLine("management", capped_by=paid.capped_by)
        line.add(paid)
        return line

    def _meetings(self) -> BudgetLine:
        line = BudgetLine("meetings")
        for each in self._plan.meetings:
            paid = sums.meeting(
                self._call, self._day, each.participants, each.kilometres, each.count
            )
            line.add(paid, paid=not each.within_country)
            if each.within_country:
                names = {"origin": each.origin, "target": each.target}
                self._find("meeting_within_country", self._fact("meetings_hosts"), **names)
        return line

    def _outputs(self) -> BudgetLine:
        line = BudgetLine("intellectual_outputs")
        allowed = self._plan.type == "innovation"
        if not allowed:
            self._find("outputs_only_for_innovation", self._fact("outputs_only_innovation"))
        for work in (work for output in self._plan.intellectual_outputs for work in output.work):
            self._work(line, work, allowed)
        return line

    def _work(self, line: BudgetLine, work: Work, allowed: bool) -> None:
        inside = self._is_inside(work)
        paid = allowed and inside
        try:
            sum_ = sums.output_work(self._call, self._day, work.country, work.staff, work.days)
        except UnknownRateError:
            if paid:
                line.unknown = True
                rule = self._fact("partner_country_rates")
                self._find("rate_unknown", rule, matter="output_work", country=work.country)
            return
        line.add(sum_, paid)
        if paid and work.staff in _JUSTIFIED:
            rule = self._fact("outputs_justified_staff")
            self._find("needs_justification", rule, staff=work.staff)

    def _is_inside(self, part: Work | Event) -> bool:
        inside = part.country in self._countries
        if not inside:
            self._find("outside_partner_countries", self._fact("venues"), country=part.country)
        return inside

    def _events(self) -> BudgetLine:
        line = BudgetLine("multiplier_events")
        allowed = self._plan.type == "innovation" and bool(self._plan.intellectual_outputs)
        if not allowed:
            self._find("event_without_output", self._fact("event_condition"))
        for event in self._plan.multiplier_events:
            local, international = event.local_participants, event.international_participants
            sum_ = sums.event_people(self._call, self._day, local, international)
            line.add(sum_, paid=self._is_inside(event) and allowed)
        self._cap(line, "event_cap")
        return line

    def _cap(self, line: BudgetLine, fact: str) -> None:
        line.cap = self._call.number(fact, self._day)
        if line.amount > line.cap:
            line.amount, line.capped_by = line.cap, fact
            line.rests_on.append(self._fact(fact))

    def _exceptional(self) -> BudgetLine:
        line = BudgetLine("exceptional_costs", rests_on=[self._fact("exceptional_share")])
        share = self._call.number("exceptional_share", self._day)
        costs = self._plan.exceptional_costs
        bought = [cost.amount for cost in costs if cost.kind == "goods_services"]
        guarantees = [cost.amount for cost in costs if cost.kind == "financial_guarantee"]
        line.requested = sum([*bought, *guarantees], ZERO)
        line.steps = _shares(bought, share)
        line.beyond_cap = _shares(guarantees, share)
        line.amount = sum(bought, ZERO) * share / 100
        self._cap(line, "exceptional_cap")
        if guarantees:
            line.amount += sum(guarantees, ZERO) * share / 100
            line.rests_on.append(self._fact("exceptional_guarantee"))
        return line

    def _special_needs(self) -> BudgetLine:
        line = BudgetLine("special_needs", rests_on=[self._fact("special_needs_share")])
        share = self._call.number("special_needs_share", self._day)
        costs = [need.amount for need in self._plan.special_needs]
        line.requested = sum(costs, ZERO)
        line.amount = line.requested * share / 100
        line.steps = _shares(costs, share)
        return line

    def _learning(self) -> Iterator[BudgetLine]:
        travel, support = BudgetLine("travel"), BudgetLine("individual_support")
        linguistic = BudgetLine("linguistic_support")
        kinds = set()
        for activity in self._plan.learning_activities:
            against = objections(self._plan, activity, self._call, self._day)
            self._findings += against
            for group in activity.groups:
                self._travel(travel, group, paid=not against)
            long = is_long(kind_of(self._call, self._day, activity.kind))
            kinds.add(long)
            if long:
                self._long(linguistic, activity, paid=not against)
            else:
                self._short(support, activity, paid=not against)
        if kinds:
            yield travel
        if False in kinds:
            yield support
        if True in kinds:
            yield linguistic

    def _travel(self, line: BudgetLine, group: Group, paid: bool) -> None:
        people = group.participants + group.accompanying
        by_unit = sums.travel(self._call, self._day, people, group.kilometres)
        if by_unit.amount == 0 or group.travel_cost is None:
            line.add(by_unit, paid)
            return
        threshold = self._call.number("expensive_travel_threshold", self._day)
        costs = group.travel_cost * people
        if by_unit.amount * 100 >= costs * threshold:
            line.add(by_unit, paid)
            return
        share = self._call.number("expensive_travel_share", self._day)
        facts = ("expensive_travel_share", "expensive_travel_threshold")
        real = sums.Line(
            amount=costs * share / 100,
            requested=costs,
            steps=[f"{people} × {plain(group.travel_cost)} EUR × {plain(share)} %"],
            rests_on=[self._fact(name) for name in facts],
        )
        line.add(real, paid)

    def _short(self, line: BudgetLine, activity: Activity, paid: bool) -> None:
        for group in activity.groups:
            people = [(group.participant, group.participants)]
            people += [("staff", group.accompanying)] if group.accompanying else []
            for participant, number in people:
                days = min(activity.days, sums.longest_support(self._call, self._day, participant))
                sum_ = sums.individual_support(self._call, self._day, participant, number, days)
                line.add(sum_, paid)

    def _long(self, line: BudgetLine, activity: Activity, paid: bool) -> None:
        for group in activity.groups:
            line.add(sums.linguistic_support(self._call, self._day, group.participants), paid)
        if paid:
            line.unknown = True
            rule = self._fact("long_activity_rates")
            self._find("rate_unknown", rule, matter="long_activity", country=activity.country)


def _shares(costs: list[Decimal], share: Decimal) -> list[str]:
    return [f"{plain(amount)} EUR × {plain(share)} %" for amount in costs]


_JUSTIFIED = ("manager", "administrative")
"""Staff whose work on outputs is paid only where it is justified (Programme Guide 2020, part B)."""
