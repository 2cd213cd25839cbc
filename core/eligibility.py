"""The verdict on a plan by the call's rules: whether it may be submitted, with every reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from core import judgements
from core.activities import kind_of
from core.budget import estimate
from core.call import Call, Priority, in_force
from core.findings import Finding, Level, finding, sorted_once
from core.plan import Partner, Plan

_CHARTERED = "higher_education_institution"


@dataclass(frozen=True)
class Verdict:
    """Whether a plan is eligible: there is no finding of level error."""

    eligible: bool
    findings: list[Finding]


def check(plan: Plan, call: Call, day: dt.date | None = None) -> Verdict:
    """Judge a plan by all rules; what limits its budget is among the findings.

    `day` is the day whose rules are asked for; none: the rules as they last stood.
    """
    day = day or call.last_change
    found = [
        *_consortium(plan, call, day),
        *_timing(plan, call, day),
        *_priorities(plan, call, day),
        *_type(plan, call, day),
        *_charters(plan, call, day),
        *_participants(plan, call, day),
        *estimate(plan, call, day).findings,
    ]
    findings = sorted_once(found)
    return Verdict(not any(each.level == "error" for each in findings), findings)


def _consortium(plan: Plan, call: Call, day: dt.date) -> Iterator[Finding]:
    """Source: VIAA presentation, slides 2 and 25; Programme Guide 2020, parts A and B."""
    programme = call.programme_countries(day)
    inside = [partner for partner in plan.partners if partner.country in programme.countries]
    least = call.value("consortium_organisations", day)
    if len(inside) < call.number("consortium_organisations", day):
        yield finding("too_few_partners", "error", least, number=len(inside))
    countries = {partner.country for partner in inside}
    least = call.value("consortium_countries", day)
    if len(countries) < call.number("consortium_countries", day):
        yield finding("too_few_countries", "error", least, number=len(countries))
    applicant = plan.coordinator
    if applicant not in inside:
        rules = call.value("applicant", day), programme
        code = "applicant_not_in_programme_country"
        yield finding(code, "error", *rules, country=applicant.country)
    if applicant.country != call.agency_country:
        agency = call.value("applicant_agency", day)
        yield finding("other_agency", "note", agency, country=applicant.country)
    for country in dict.fromkeys(p.country for p in plan.partners if p not in inside):
        value = call.value("partner_country_added_value", day)
        yield finding("partner_country_added_value", "note", value, country=country)
    if plan.applications > call.number("one_application", day):
        rule = call.value("one_application_rule", day)
        yield finding("consortium_applies_twice", "error", rule, number=plan.applications)


def _timing(plan: Plan, call: Call, day: dt.date) -> Iterator[Finding]:
    """Source: VIAA presentation, slide 3; latest end: Programme Guide 2020, part B."""
    length = judgements.duration(call, day, plan.months, plan.field)
    if not length.allowed:
        yield finding(length.code, "error", *length.rests_on, months=plan.months, field=plan.field)
    start = judgements.start(call, day, plan.start, plan.start)
    if not start.allowed:
        yield finding(start.code, "error", *start.rests_on, day=plan.start)
    rule = call.value("latest_end", day)
    if plan.months > judgements.latest_months(call, day, plan.start):
        yield finding("ends_too_late", "warning", rule, months=plan.months, day=plan.start)


def _priorities(plan: Plan, call: Call, day: dt.date) -> Iterator[Finding]:
    """Source: VIAA presentation, slides 4 and 6–10."""
    rule = call.value("priorities_minimum", day)
    if len(plan.priorities) < call.number("priorities_minimum", day):
        yield finding("no_priority", "error", rule)
    known = {each.id: each for each in in_force(call.priorities, day)}
    fits = any(name in known and _fits(known[name], plan) for name in plan.priorities)
    for name in plan.priorities:
        if name not in known:
            yield finding("unknown_priority", "error", rule, priority=name)
        elif not _fits(known[name], plan):
            level: Level = "note" if fits else "error"
            yield finding("priority_of_another_field", level, known[name], priority=name)


def _fits(priority: Priority, plan: Plan) -> bool:
    return priority.field in ("horizontal", plan.field)


def _type(plan: Plan, call: Call, day: dt.date) -> Iterator[Finding]:
    """Source: VIAA presentation, slide 12."""
    type_ = judgements.project_type(call, day, plan.type, plan.field)
    if not type_.allowed:
        yield finding(type_.code, "error", *type_.rests_on)


def _charters(plan: Plan, call: Call, day: dt.date) -> Iterator[Finding]:
    """Source: Programme Guide 2020, part B: institutions of Programme Countries need the ECHE."""
    rule = call.value("eche", day)
    for partner in plan.partners:
        if not _needs_charter(partner, call, day):
            continue
        if partner.eche is False:
            yield finding("eche_missing", "error", rule, name=partner.name, country=partner.country)
        elif partner.eche is None:
            yield finding(
                "eche_unknown", "warning", rule, name=partner.name, country=partner.country
            )


def _needs_charter(partner: Partner, call: Call, day: dt.date) -> bool:
    programme = call.programme_countries(day).countries
    return partner.kind == _CHARTERED and partner.country in programme


def _participants(plan: Plan, call: Call, day: dt.date) -> Iterator[Finding]:
    """Source: VIAA presentation, slide 21."""
    for activity in plan.learning_activities:
        kind = kind_of(call, day, activity.kind)
        for group in activity.groups:
            if group.participant not in kind.participants:
                yield finding(
                    "participant_of_wrong_kind",
                    "warning",
                    kind,
                    activity=kind.id,
                    participant=group.participant,
                )
