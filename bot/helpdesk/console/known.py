"""What Partneris found out in a conversation, for the column beside it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import islice
from typing import Any

from actions.draft import Draft, changes, complete
from actions.plan import assumed_words, facts_words, findings, worked_out
from bot.channels.messages import BotEntry, Entry
from bot.plans.rich import as_table
from bot.plans.words import finding_words
from bot.responses import Speaker, Table
from core.call import Call
from core.plan import PlanError

_LAST = 3
"""Answers whose sources are shown."""


@dataclass(frozen=True)
class Found:
    """A finding about a plan in words, with how grave it is."""

    level: str
    words: str


@dataclass(frozen=True)
class KnownPlan:
    """What the person told of the project."""

    facts: list[str]
    table: Table | None
    """The budget; none where too little is known."""
    eligible: bool | None
    findings: list[Found]
    assumed: list[str]


def known_plan(slot: dict[str, Any] | None, call: Call, speaker: Speaker) -> KnownPlan | None:
    """Return what is known of the plan; none where nothing is."""
    draft = Draft.model_validate(slot or {})
    if not draft.started:
        return None
    facts = list(facts_words(speaker, draft, changes(Draft(), draft)))
    whole = complete(draft)
    if not whole.has_basics:
        return KnownPlan(facts, None, None, [], [])
    return _judged(whole, facts, call, speaker.day, speaker)


def _judged(
    draft: Draft, facts: list[str], call: Call, day: dt.date, speaker: Speaker
) -> KnownPlan:
    try:
        plan, budget, assumed = made = worked_out(draft, call, day)
    except PlanError:  # something told can't be; the facts say what
        return KnownPlan(facts, None, None, [], [])
    found = findings(plan, call, day)
    return KnownPlan(
        facts=facts,
        table=as_table(budget, speaker),
        eligible=not any(each.level == "error" for each in found),
        findings=[Found(each.level, finding_words(speaker, each)) for each in found],
        assumed=assumed_words(speaker, made) if assumed else [],
    )


def last_sources(entries: list[Entry]) -> list[str]:
    """Return the sources of the last answers, each once."""
    answers = (each for each in reversed(entries) if isinstance(each, BotEntry) and each.sources)
    named = [source for each in islice(answers, _LAST) for source in each.sources]
    return list(dict.fromkeys(named))
