"""A project's budget in conversation: facts are poured in, what is missing is asked."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from actions.base import PartnerisAction, Reply
from actions.case import Case
from actions.counts import SHORTEST_PROJECT
from actions.draft import (
    PARTS,
    Draft,
    Part,
    changes,
    complete,
    gaps,
    impossible,
    lacks,
    not_among,
    reckoned,
    waits_for_partners,
    without,
)
from actions.open_questions import asks_of_limit, asks_whether_it_fits
from actions.plan_reading import told
from actions.turn import PLAN, Turn
from bot.plans.files import KINDS, WorkedOut
from bot.plans.rich import as_table
from bot.plans.words import LONGEST_LIST, finding_words, problem_words, shortened, steps_words
from bot.responses import Answer, Attachment, Button, Speaker, grouped
from core import judgements, sums
from core.budget import Budget, BudgetLine, estimate
from core.call import Call
from core.eligibility import check
from core.findings import Finding
from core.plan import Plan

_NOT_ASKED = ("no_priority", "eche_unknown")
"""Findings about what the conversation does not ask."""
Made = tuple[Plan, Budget, list[str]]
"""A plan, its budget, and what was assumed."""


class ActionPlanBudget(PartnerisAction):
    """Works out the budget of the plan, or asks for what is missing."""

    topic = PLAN

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        draft = _told(turn, _with_known(turn))
        changed = changes(turn.plan, draft)
        if turn.plan.started and asks_whether_it_fits(turn):
            return _fit(turn, draft)
        return _go_on(turn, draft, changed, show=turn.plan.active and not changed)


class ActionPlanTell(PartnerisAction):
    """Takes in what a message tells of the plan: an answer, more facts, a correction."""

    topic = "plan_tell"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        draft = _told(turn, _with_known(turn))
        changed = changes(turn.plan, draft)
        if not changed and turn.plan.supposed and turn.agrees:  # 'jā, tā darām'
            draft = Draft.model_validate(turn.plan.supposed)
            changed = changes(turn.plan, draft)
        if turn.plan.active and not changed and turn.plan.asked and _is_no(turn):
            draft = _settled(draft, turn.plan.asked)
        elif not changed and turn.message.has("missing"):
            return _missing(turn, draft)
        elif not changed and draft.settled == turn.plan.settled:
            return (
                _not_taken(turn, draft) if not turn.agrees else _go_on(turn, draft, [], show=False)
            )
        return _go_on(turn, draft, changed, show=turn.plan.shown and not changed)


class ActionPlanCompare(PartnerisAction):
    """'Kā būtu ar 36 mēnešiem?': the budget with a change, beside that without; nothing is kept."""

    topic = "plan_compare"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        other = _told(turn, turn.plan)
        changed = changes(turn.plan, other)
        if not turn.plan.started or not changed:
            return ActionPlanTell().reply(turn)
        if impossible(other, turn.call, turn.day) or set(gaps(other)) - set(gaps(turn.plan)):
            return _go_on(turn, other, changed, show=True)
        now, then = (as_far_as_known(draft, turn) for draft in (turn.plan, other))
        speaker = turn.speaker()
        difference = then[1].total - now[1].total
        speaker.say(
            "planning-compare",
            items=shortened("; ".join(_changed_words(speaker, turn, other, changed)), LONGEST_LIST),
            before=now[1].total,
            after=then[1].total,
            difference=abs(difference),
            change="more" if difference > 0 else "less" if difference else "same",
        )
        before, after = (findings(made[0], turn.call, turn.day) for made in (now, then))
        _say_findings(speaker, [each for each in after if each not in before])
        speaker.rest_on(*then[1].rests_on)
        supposed = other.model_dump(mode="json", exclude_defaults=True)
        draft = turn.plan.model_copy(update={"supposed": supposed, "settled": other.settled})
        return _reply(turn, draft, speaker.answer(), _result_buttons(speaker))


class ActionPlanStop(PartnerisAction):
    """Leaves the plan; it is kept."""

    topic = "plan_stop"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        begun = turn.plan.active or turn.plan.started
        key = "planning-stopped" if begun else "planning-nothing"
        answer = turn.speaker().say(key).answer()
        return _reply(turn, turn.plan.model_copy(update={"active": False}), answer, [])


class ActionPlanRestart(PartnerisAction):
    """Begins the plan anew."""

    topic = "plan_restart"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        draft = Draft(active=True, asked="basics", posed=["basics"])
        speaker = turn.speaker().say("planning-restarted")
        speaker.say("planning-ask-basics")
        forgotten = turn.background.model_copy(update={"months": [], "project_type": []})
        turn = replace(turn, case=Case(), background=forgotten)
        return _reply(turn, draft, speaker.answer(), [])


class ActionPlanFile(PartnerisAction):
    """Hands over the budget as a spreadsheet, a PDF, a chart, or the plan as YAML."""

    topic = "plan_file"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        if not turn.plan.has_basics or gaps(turn.plan):
            return _go_on(turn, turn.plan, [], show=False)
        made = worked_out(turn.plan, turn.call, turn.day)
        kind = KINDS[next((each for each in KINDS if turn.message.has(each)), "xlsx")]
        words = tuple(assumed_words(turn.speaker(), made))
        done = WorkedOut(made[0], made[1], check(made[0], turn.call, turn.day), words)
        content = base64.b64encode(kind.make(done, turn.speaker())).decode("ascii")
        speaker = turn.speaker().say("planning-file", name=kind.name)
        file = Attachment(name=kind.name, media_type=kind.media_type, content=content)
        answer = speaker.answer().model_copy(update={"attachment": file})
        return _reply(turn, turn.plan, answer, _result_buttons(speaker))


def _told(turn: Turn, before: Draft) -> Draft:
    """Return the draft with what the message tells; who takes part, organisation by organisation.

    'Us in Latvia, a salon here too, a school in Lithuania' are three of two countries.
    """
    draft, members = told(before, turn.message, turn.call), turn.members
    partners = (draft.organisations, draft.countries) != (before.organisations, before.countries)
    told_all = members.changed and not members.assumed
    if not (partners and told_all and members.now.count >= (draft.organisations or 0)):
        return draft
    now = {"organisations": members.now.count, "countries": members.now.countries}
    return draft.model_copy(update=now)


def _with_known(turn: Turn) -> Draft:
    """Return the draft with what the conversation told before the plan was begun."""
    draft, told_before = turn.plan, turn.background
    if draft.started:
        return draft
    months = int(told_before.months[0]) if told_before.months else None
    kind = told_before.project_type
    return draft.model_copy(
        update={
            "field": turn.field,
            "months": months,
            "type": kind[0] if len(kind) == 1 else None,
            "organisations": told_before.organisation_count,
            "countries": told_before.country if told_before.organisations else [],
        }
    )


def _is_no(turn: Turn) -> bool:
    return turn.intent == "deny" or turn.message.denies


def _settled(draft: Draft, asked: str) -> Draft:
    parts = {"exceptional", "special"} if asked == "exceptional" else {asked}
    settled = [*draft.settled, *(part for part in PARTS if part in parts)]
    return draft.model_copy(update={"settled": list(dict.fromkeys(settled))})


def _not_taken(turn: Turn, draft: Draft) -> Reply:
    speaker = turn.speaker().say("planning-not-taken")
    return _ask(turn, draft, speaker, again=True)


def _missing(turn: Turn, draft: Draft) -> Reply:
    """Say all that is not told yet, and ask for the first thing of it."""
    speaker = turn.speaker()
    if not _say_missing(speaker, draft):
        speaker.say("planning-nothing-missing")
        return _reply(turn, draft, speaker.answer(), _result_buttons(speaker))
    return _ask(turn, draft, speaker, again=True)


def _say_missing(speaker: Speaker, draft: Draft) -> bool:
    """Say all that is not told yet; tell whether there is anything."""
    names = [part for part, _ in gaps(draft)] + draft.missing()
    words = [speaker.phrase(f"planning-name-{name}") for name in dict.fromkeys(names)]
    if words:
        speaker.say("planning-missing", names=", ".join(words))
    return bool(words)


def _go_on(turn: Turn, draft: Draft, changed: list[str], show: bool) -> Reply:
    """Say what was understood and what it comes to; then the whole budget, or the next question."""
    speaker = turn.speaker()
    tried = draft
    while problem := impossible(draft, turn.call, turn.day):
        thing = problem.path.rpartition(".")[2]
        speaker.say("planning-impossible", thing=thing, words=problem_words(speaker, problem))
        left = reckoned(without(draft, problem, turn.plan), turn.call)
        draft = turn.plan if left == draft else left
    if draft is not tried:
        changed = changes(turn.plan, draft)
    draft = draft.model_copy(update={"supposed": {}})
    if changed:
        items = "; ".join(_changed_words(speaker, turn, draft, changed))
        speaker.say_text(f"{speaker.phrase('planning-noted')} {items}.")
    told_all = not draft.missing() and not gaps(draft)
    asks = _open_gap(draft) or _next_question(draft, again=False)
    nothing_to_say = not changed and not asks
    if show or nothing_to_say or (told_all and not draft.shown):
        return _show(turn, draft, speaker)
    if changed:
        _say_refusals(speaker, turn, draft, changed)
        _say_so_far(speaker, turn, draft)
    return _ask(turn, draft, speaker)


def _say_so_far(speaker: Speaker, turn: Turn, draft: Draft) -> None:
    """Say what changes of management, what the plan comes to, and what the call makes of it."""
    before, (_, budget, _) = (as_far_as_known(each, turn) for each in (turn.plan, draft))
    managed = [line for line in budget.lines if line.category == _MANAGEMENT]
    if managed and managed[0].amount not in [line.amount for line in before[1].lines]:
        speaker.say_text(_line_words(speaker, managed[0]).removeprefix("• "))
        speaker.rest_on(*managed[0].rests_on)
    alone = budget.lines == managed and managed not in ([], before[1].lines)
    if budget.total != before[1].total and not alone:
        speaker.say("planning-so-far", total=budget.total, without=_unknown(draft))
    if budget.lines:
        _say_findings(speaker, [each for each in budget.findings if each not in before[1].findings])
    if budget.total:
        speaker.sum(budget.total)


def _unknown(draft: Draft) -> str | None:
    """Return whether management is left out of a plan's sum, as its length or partners are open."""
    return None if draft.has_basics else _MANAGEMENT


_MANAGEMENT = "management"
"""Category of a budget that hangs on the project, not on a part of the plan."""


def as_far_as_known(draft: Draft, turn: Turn) -> Made:
    """Return what is worked out of a draft without what still lacks something.

    Where length or partners are not known, without management; and without the cut at the largest
    grant where there is no length.
    """
    known = complete(draft)
    if known.has_basics:
        return worked_out(known, turn.call, turn.day)
    update = {"months": known.months or SHORTEST_PROJECT}
    plan, budget, assumed = worked_out(known.model_copy(update=update), turn.call, turn.day)
    lines = [line for line in budget.lines if line.category != _MANAGEMENT]
    total = sum((line.amount for line in lines), Decimal(0))
    return plan, replace(budget, lines=lines, total=total), assumed


def _fit(turn: Turn, draft: Draft) -> Reply:
    """Say whether the plan's sum is within the largest grant, and what is left of that."""
    plan, budget, _ = as_far_as_known(draft, turn)
    speaker = turn.speaker()
    if not draft.months:
        speaker.say("grant-left-needs-months", total=budget.total).say("grant-rule")
        return _ask(turn, draft, speaker)
    asked, most = (
        budget.total + budget.over_maximum,
        sums.maximum_grant(turn.call, turn.day, draft.months),
    )
    over = asked - most.amount
    found = findings(plan, turn.call, turn.day) if draft.has_basics else []
    errors = [each for each in found if each.level == "error"]
    if not asks_of_limit(turn):  # 'vai mēs der?' is no matter of money alone
        _say_findings(speaker, errors)
    whether = "over" if turn.message.turns_on("beyond") else "fits"
    key = "grant-too-high" if over > 0 else "grant-within"
    if asks_of_limit(turn) or not errors:
        speaker.say(key, asked=asked, over=over, months=draft.months, whether=whether)
    step = grouped(most.steps[0])
    speaker.say("grant-months", months=draft.months, amount=most.amount, step=step)
    if over <= 0:
        speaker.say("grant-left", total=asked, left=-over)
    if asks_of_limit(turn):
        _say_findings(speaker, errors)
    if gaps(draft) or not draft.has_basics:
        _say_missing(speaker, draft)
    speaker.rest_on(*most.rests_on, *budget.rests_on).sum(budget.total)
    return _reply(turn, draft, speaker.answer(), _result_buttons(speaker))


def _say_refusals(speaker: Speaker, turn: Turn, draft: Draft, changed: list[str]) -> None:
    """Say at once what of the project's length and type its field does not allow."""
    found: list[tuple[judgements.Judgement, dict[str, object]]] = []
    if draft.months and {"months", "field"} & {*changed}:
        verdict = judgements.duration(turn.call, turn.day, draft.months, draft.field)
        found.append((verdict, {"months": draft.months, "field": draft.field}))
    if draft.type and draft.field and {"type", "field"} & {*changed}:
        verdict = judgements.project_type(turn.call, turn.day, draft.type, draft.field)
        found.append((verdict, {"type": draft.type, "field": draft.field}))
    for verdict, values in found:
        if not verdict.allowed:
            speaker.say(f"finding-{verdict.code.replace('_', '-')}", **values)
            speaker.rest_on(*verdict.rests_on)


_MOST_POSED = 2
"""How often a question is put at most."""


def _ask(turn: Turn, draft: Draft, speaker: Speaker, again: bool = False) -> Reply:
    """Ask for the next thing that is missing, if it was not asked too often; `again`: the same."""
    draft = draft.model_copy(update={"active": True, "asked": None})
    if gap := _open_gap(draft):
        part, need = gap
        speaker.say(f"planning-need-{need.replace('_', '-')}", part=part)
        names = ("each-partner", "in-all") if need == "each" else ()
        buttons = [_button(speaker, f"planning-button-{name}") for name in names]
        return _reply(turn, _posed(draft, f"{part}/{need}", part), speaker.answer(), buttons)
    if asked := _next_question(draft, again):
        speaker.say(f"planning-ask-{asked}")
        names = ("none", "now") if asked in PARTS else ()
        buttons = [_button(speaker, f"planning-button-{name}") for name in names]
        return _reply(turn, _posed(draft, asked, asked), speaker.answer(), buttons)
    return _reply(turn, draft, speaker.answer(), _result_buttons(speaker))


def _open_gap(draft: Draft) -> tuple[Part, str] | None:
    """Return the first thing that a told part lacks and that was not asked for too often."""
    open_ = (gap for gap in gaps(draft) if draft.posed.count("/".join(gap)) < _MOST_POSED)
    return next(open_, None)


def _posed(draft: Draft, key: str, asked: str) -> Draft:
    return draft.model_copy(update={"asked": asked, "posed": [*draft.posed, key]})


def _next_question(draft: Draft, again: bool) -> str | None:
    """Return what is asked next; where little is known, the basics at once.

    What was asked last and answered with something else waits. Who has seen the budget is asked no
    more, but for what the budget needs.
    """
    missing = draft.missing()
    basics = [name for name in missing if name not in PARTS]
    if draft.shown:
        missing = [name for name in missing if name in ("months", "partners")]
    names = ["basics", *missing] if len(basics) > _FEW_BASICS else missing
    last = draft.posed[-1:]
    for name in names:
        most = 1 if name == "basics" and not again else _MOST_POSED
        if draft.posed.count(name) < most and (again or [name] != last):
            return name
    return None


_FEW_BASICS = 2
"""How many basics are asked one by one."""


def _show(turn: Turn, draft: Draft, speaker: Speaker) -> Reply:
    plan, budget, assumed = made = as_far_as_known(draft, turn)
    lines = [_line_words(speaker, line) for line in budget.lines]
    known = draft.has_basics and not gaps(draft)
    head = speaker.phrase("planning-result", total=budget.total)
    if not known:
        without = _unknown(draft)
        head = speaker.phrase("planning-so-far", total=budget.total, without=without)
    speaker.say_table(head, lines, as_table(budget, speaker))
    if draft.months:
        speaker.say("planning-maximum", months=plan.months, amount=budget.maximum)
    if assumed and draft.has_basics:
        names = "; ".join(assumed_words(speaker, made))
        speaker.say("planning-assumed", names=names)
    of_plan = draft.has_basics
    found = findings(plan, turn.call, turn.day) if of_plan else budget.findings
    _say_findings(speaker, found)
    speaker.rest_on(*budget.rests_on)
    if gaps(draft) or not draft.has_basics or _MISSING not in draft.posed:
        _say_missing(speaker, draft)
    posed = [*draft.posed, _MISSING]
    update = {"active": True, "asked": None, "shown": True, "posed": posed}
    draft = draft.model_copy(update=update)
    speaker.sum(budget.total)
    if gaps(draft):
        return _ask(turn, draft, speaker)
    return _reply(turn, draft, speaker.answer(), _result_buttons(speaker))


_MISSING = "missing"
"""What is posed when all that is missing was named."""


def _line_words(speaker: Speaker, line: BudgetLine) -> str:
    return speaker.phrase(
        "planning-line",
        category=line.category,
        amount=line.amount,
        steps=steps_words(line) or None,
        capped=line.capped_by,
    )


def worked_out(draft: Draft, call: Call, day: dt.date) -> Made:
    """Return the plan of a draft with its budget and what was assumed.

    Raises:
        PlanError: something told can't be.
    """
    plan, assumed = draft.plan(call, day)
    return plan, estimate(plan, call, day), assumed


def findings(plan: Plan, call: Call, day: dt.date) -> list[Finding]:
    """Return what the call's rules say of a plan, as far as the conversation asks about it."""
    found = check(plan, call, day).findings
    return [each for each in found if each.code not in _NOT_ASKED]


def assumed_words(speaker: Speaker, made: Made) -> list[str]:
    """Return what was assumed, in words."""
    plan, _, assumed = made
    last = plan.partners[-1].country
    return [speaker.phrase(f"planning-assumed-{name}", country=last) for name in assumed]


def _say_findings(speaker: Speaker, found: list[Finding]) -> None:
    if found:
        lines = [f"• {finding_words(speaker, each)}" for each in found]
        speaker.say_text("\n".join([speaker.phrase("planning-findings"), *lines]))


def _result_buttons(speaker: Speaker) -> list[Button]:
    return [_button(speaker, f"planning-button-{name}") for name in ("xlsx", "pdf", "stop")]


def _button(speaker: Speaker, key: str) -> Button:
    words = speaker.phrase(key)
    return Button(title=words, payload=words)


def _reply(turn: Turn, draft: Draft, answer: Answer, buttons: list[Button]) -> Reply:
    answer = answer.model_copy(update={"buttons": buttons})
    return Reply(replace(turn, plan=draft), answer, topic=PLAN)


def facts_words(speaker: Speaker, draft: Draft, names: list[str]) -> Iterator[str]:
    """Yield what is known of a plan in words, thing by thing."""
    for name in names:
        if name == "countries":
            countries = ", ".join(
                speaker.phrase("planning-country", code=c) for c in draft.countries
            )
            yield speaker.phrase("planning-item-countries", names=countries)
        elif name in PARTS:
            if not getattr(draft, name):
                yield speaker.phrase(f"planning-item-no-{name}")
            for entry in getattr(draft, name):
                yield _entry_words(speaker, name, entry)
        else:
            value = getattr(draft, name)
            value = value.isoformat() if name == "start" else value
            yield speaker.phrase(f"planning-item-{name}", value=value)


def _changed_words(speaker: Speaker, turn: Turn, draft: Draft, names: list[str]) -> Iterator[str]:
    """Yield what of a plan changed in words, each part with what it comes to."""
    for name in names:
        if name in PARTS:
            yield from _changed_entries(speaker, turn, draft, name)
        else:
            yield from facts_words(speaker, draft, [name])


def _changed_entries(speaker: Speaker, turn: Turn, draft: Draft, part: Part) -> Iterator[str]:
    """Yield the entries of a part that are new or other than before, else those that are gone."""
    before, after = getattr(turn.plan, part), getattr(draft, part)
    if not after:
        yield speaker.phrase(f"planning-item-no-{part}")
        return
    new = not_among(after, before)
    for entry in new:
        yield _with_sum(speaker, turn, draft, part, entry)
    for entry in [] if new else not_among(before, after):
        yield speaker.phrase("planning-item-removed", item=_entry_words(speaker, part, entry))


def _entry_words(speaker: Speaker, part: Part, entry: dict[str, Any]) -> str:
    return speaker.phrase(f"planning-item-{part}", **_values(speaker, entry))


def _with_sum(speaker: Speaker, turn: Turn, draft: Draft, part: Part, entry: dict[str, Any]) -> str:
    """Return an entry in words with the sum that is paid for it by itself."""
    item = _entry_words(speaker, part, entry)
    if lacks(part, entry) or waits_for_partners(entry):
        return item
    alone = draft.model_copy(update={each: [] for each in PARTS if each != part} | {part: [entry]})
    if part == "events":  # they are paid beside outputs, and their sum is told before those are
        country = {"country": turn.call.agency_country} | {
            key: entry[key] for key in ("country",) if key in entry
        }
        alone = alone.model_copy(update={"outputs": [{**_SOME_WORK, **country}]})
    lines = as_far_as_known(alone, turn)[1].lines
    own = [line for line in lines if line.category not in _BESIDE[part]]
    amount = sum((line.amount for line in own), Decimal(0))
    speaker.rest_on(*(sourced for line in own for sourced in line.rests_on))
    steps = " + ".join(steps_words(line) for line in own if line.steps)
    if not amount:
        return item
    return speaker.phrase("planning-item-sum", item=item, amount=amount, steps=steps)


_SOME_WORK = {"staff": "researcher", "days": 1}
"""Work on outputs, without which no event is paid."""
_BESIDE: dict[str, tuple[str, ...]] = {
    part: (_MANAGEMENT, "intellectual_outputs") if part == "events" else (_MANAGEMENT,)
    for part in PARTS
}
"""Categories of a plan with one entry of a part that are not this entry's."""


_ITEM_KEYS = (
    "participants", "count", "distance_km", "from", "to", "staff", "days", "country",
    "local_participants", "international_participants", "kind", "participant", "accompanying",
    "amount", "each", "yearly", "times",
)  # fmt: skip


def _values(speaker: Speaker, entry: dict[str, Any]) -> dict[str, Any]:
    """Return an entry's values as its sentence takes them; what is not known is none."""
    flat = {**entry, **(entry.get("groups") or [{}])[0]}
    values = {key: flat.get(key) for key in _ITEM_KEYS}
    numbers = {
        key: Decimal(str(value)) if isinstance(value, int | float) else value
        for key, value in values.items()
    }
    span = flat.get("span")
    ends = zip(("low", "high"), span or (), strict=False)
    far = {"least": flat.get("least"), **dict(ends)}
    far = {name: None if end is None else Decimal(str(end)) for name, end in far.items()}
    return numbers | {"span": speaker.phrase("planning-span", **far) if span else None}
