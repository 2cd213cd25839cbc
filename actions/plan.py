"""A project's budget in conversation: facts are poured in, what is missing is asked."""

from __future__ import annotations

import base64
import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from actions.base import PartnerisAction, Reply
from actions.draft import PARTS, Draft, impossible, without
from actions.plan_reading import changes, complete, gaps, reckoned, told
from actions.turn import PLAN, Turn
from bot.plans.files import KINDS, WorkedOut
from bot.plans.rich import as_table
from bot.plans.words import LONGEST_LIST, finding_words, problem_words, shortened, steps_words
from bot.responses import Answer, Attachment, Button, Speaker
from core import judgements
from core.budget import Budget, estimate
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
        draft = told(_with_known(turn), turn.message, turn.call)
        changed = changes(turn.plan, draft)
        wanted = turn.plan.active and not changed
        if wanted and draft.has_basics and gaps(draft):
            return _so_far(turn, draft)
        return _go_on(turn, draft, changed, show=wanted or turn.plan.shown)


class ActionPlanTell(PartnerisAction):
    """Takes in what a message tells of the plan: an answer, more facts, a correction."""

    topic = "plan_tell"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        draft = told(_with_known(turn), turn.message, turn.call)
        changed = changes(turn.plan, draft)
        if turn.plan.active and not changed and turn.plan.asked and _is_no(turn):
            draft = _settled(draft, turn.plan.asked)
        elif not changed and turn.message.has("missing"):
            return _missing(turn, draft)
        elif not changed and draft.settled == turn.plan.settled:
            return _not_taken(turn, draft)
        return _go_on(turn, draft, changed, show=turn.plan.shown)


class ActionPlanCompare(PartnerisAction):
    """'Kā būtu ar 36 mēnešiem?': the budget with a change, beside that without; nothing is kept."""

    topic = "plan_compare"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        other = told(turn.plan, turn.message, turn.call)
        changed = changes(turn.plan, other)
        if not turn.plan.has_basics or not changed:
            return ActionPlanTell().reply(turn)
        if impossible(other, turn.call, turn.day) or set(gaps(other)) - set(gaps(turn.plan)):
            return _go_on(turn, other, changed, show=True)
        now, then = (
            worked_out(complete(draft), turn.call, turn.day) for draft in (turn.plan, other)
        )
        speaker = turn.speaker()
        difference = then[1].total - now[1].total
        speaker.say(
            "planning-compare",
            items=shortened("; ".join(facts_words(speaker, other, changed)), LONGEST_LIST),
            before=now[1].total,
            after=then[1].total,
            difference=abs(difference),
            change="more" if difference > 0 else "less" if difference else "same",
        )
        before, after = (findings(made[0], turn.call, turn.day) for made in (now, then))
        _say_findings(speaker, [each for each in after if each not in before])
        speaker.rest_on(*then[1].rests_on)
        return _reply(turn, turn.plan, speaker.answer(), _result_buttons(speaker))


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
        draft = Draft(active=True, asked="basics")
        speaker = turn.speaker().say("planning-restarted")
        speaker.say("planning-ask-basics")
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
    return _ask(turn, draft, speaker)


def _missing(turn: Turn, draft: Draft) -> Reply:
    """Say all that is not told yet, and ask for the first thing of it."""
    names = [part for part, _ in gaps(draft)] + draft.missing()
    speaker = turn.speaker()
    if not names:
        speaker.say("planning-nothing-missing")
        return _reply(turn, draft, speaker.answer(), _result_buttons(speaker))
    words = [speaker.phrase(f"planning-name-{name}") for name in dict.fromkeys(names)]
    speaker.say("planning-missing", names=", ".join(words))
    return _ask(turn, draft, speaker)


def _go_on(turn: Turn, draft: Draft, changed: list[str], show: bool) -> Reply:
    """Say what was understood; then the budget, or the next question."""
    speaker = turn.speaker()
    tried = draft
    while problem := impossible(draft, turn.call, turn.day):
        thing = problem.path.rpartition(".")[2]
        speaker.say("planning-impossible", thing=thing, words=problem_words(speaker, problem))
        left = reckoned(without(draft, problem, turn.plan), turn.call)
        draft = turn.plan if left == draft else left
    if draft is not tried:
        changed = changes(turn.plan, draft)
    if changed:
        items = "; ".join(facts_words(speaker, draft, changed))
        speaker.say_text(f"{speaker.phrase('planning-noted')} {items}.")
    if gaps(draft) or not draft.has_basics or (draft.missing() and not show):
        _say_refusals(speaker, turn, draft, changed)
        return _ask(turn, draft, speaker)
    return _show(turn, draft, speaker)


def _so_far(turn: Turn, draft: Draft) -> Reply:
    """Say what the plan comes to without what still lacks something, and ask for that."""
    _, budget, _ = worked_out(complete(draft), turn.call, turn.day)
    speaker = turn.speaker().say("planning-so-far", total=budget.total)
    return _ask(turn, draft, speaker.rest_on(*budget.rests_on))


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


def _ask(turn: Turn, draft: Draft, speaker: Speaker) -> Reply:
    """Ask for the first thing that is missing; where little is known, for the basics at once."""
    if lacking := gaps(draft):
        part, need = lacking[0]
        speaker.say(f"planning-need-{need.replace('_', '-')}", part=part)
        draft = draft.model_copy(update={"active": True, "asked": part})
        names = ("each-partner", "in-all") if need == "each" else ()
        buttons = [_button(speaker, f"planning-button-{name}") for name in names]
        return _reply(turn, draft, speaker.answer(), buttons)
    missing = draft.missing()
    if not missing:
        return _show(turn, draft, speaker)
    basics = [name for name in missing if name not in PARTS]
    asked = "basics" if len(basics) > 2 else missing[0]
    speaker.say(f"planning-ask-{asked}")
    buttons = []
    if asked in PARTS:
        buttons = [
            _button(speaker, "planning-button-none"),
            _button(speaker, "planning-button-now"),
        ]
    draft = draft.model_copy(update={"active": True, "asked": asked})
    return _reply(turn, draft, speaker.answer(), buttons)


def _show(turn: Turn, draft: Draft, speaker: Speaker) -> Reply:
    plan, budget, assumed = made = worked_out(draft, turn.call, turn.day)
    lines = [
        speaker.phrase(
            "planning-line",
            category=line.category,
            amount=line.amount,
            steps=steps_words(line) or "0",
            capped=line.capped_by,
        )
        for line in budget.lines
    ]
    head = speaker.phrase("planning-result", total=budget.total)
    speaker.say_table(head, lines, as_table(budget, speaker))
    speaker.say("planning-maximum", months=plan.months, amount=budget.maximum)
    if assumed:
        names = "; ".join(assumed_words(speaker, made))
        speaker.say("planning-assumed", names=names)
    _say_findings(speaker, findings(plan, turn.call, turn.day))
    speaker.rest_on(*budget.rests_on)
    draft = draft.model_copy(update={"active": True, "asked": None, "shown": True})
    speaker.sum(budget.total)
    return _reply(turn, draft, speaker.answer(), _result_buttons(speaker))


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
            entries = getattr(draft, name)
            if not entries:
                yield speaker.phrase(f"planning-item-no-{name}")
            for entry in entries:
                yield speaker.phrase(f"planning-item-{name}", **_values(entry))
        else:
            value = getattr(draft, name)
            value = value.isoformat() if name == "start" else value
            yield speaker.phrase(f"planning-item-{name}", value=value)


_ITEM_KEYS = (
    "participants", "count", "distance_km", "from", "to", "staff", "days", "country",
    "local_participants", "international_participants", "kind", "participant", "accompanying",
    "amount", "each", "yearly", "times",
)  # fmt: skip


def _values(entry: dict[str, Any]) -> dict[str, Any]:
    """Return an entry's values as its sentence takes them; what is not known is none."""
    flat = {**entry, **(entry.get("groups") or [{}])[0]}
    values = {key: flat.get(key) for key in _ITEM_KEYS}
    return {
        key: Decimal(str(value)) if isinstance(value, int | float) else value
        for key, value in values.items()
    }
