"""Every finding can be said, in both languages, of every worked plan."""

from __future__ import annotations

import re

import pytest

from bot.plans.chart import chart
from bot.plans.table import budget_table, verdict_text
from bot.plans.words import finding_words, speaker_of
from core.budget import estimate
from core.call import Call, Language, newest
from core.eligibility import check
from core.plan_file import read
from tests.core import plan_cases

PLANS = [
    read(plan_cases.written(case["plan"]))
    for path in sorted((plan_cases.HERE / "plans").glob("*.yml"))
    for case in plan_cases.read(f"plans/{path.name}")
]
CODES = {
    "too_few_partners", "too_few_countries", "applicant_not_in_programme_country",
    "duration_too_short", "duration_too_long", "start_outside_window", "no_priority",
    "unknown_priority", "priority_of_another_field", "good_practice_not_in_higher_education",
    "activity_outside_partner_countries", "activity_wrong_field", "activity_duration",
    "consortium_applies_twice", "eche_missing", "over_maximum_grant",
    "outputs_only_for_innovation", "event_without_output", "eche_unknown", "ends_too_late",
    "needs_justification", "participant_of_wrong_kind", "meeting_within_country",
    "outside_partner_countries", "rate_unknown", "other_agency", "partner_country_added_value",
}  # fmt: skip
"""All codes of docs/plan.md."""


@pytest.fixture(scope="module")
def call() -> Call:
    return newest()


@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_finding_has_words_and_a_source(call: Call, language: Language) -> None:
    speaker = speaker_of(call, language, call.last_change)
    findings = {each for plan in PLANS for each in check(plan, call).findings}
    assert {each.code for each in findings} == CODES
    for each in findings:
        words = finding_words(speaker, each)
        assert re.fullmatch(r"[^{}]+", words), words
        assert words.rstrip(")").endswith("."), words
        assert speaker.places(each.rests_on), each.code


@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_plan_has_a_table_and_a_verdict(call: Call, language: Language) -> None:
    speaker = speaker_of(call, language, call.last_change)
    for plan in PLANS:
        assert speaker.phrase("plan-total") in budget_table(plan, estimate(plan, call), speaker)
        assert verdict_text(check(plan, call), speaker)


@pytest.mark.parametrize(("kind", "begins"), [("png", b"\x89PNG"), ("svg", b"<?xml")])
def test_chart(call: Call, kind: str, begins: bytes) -> None:
    speaker = speaker_of(call, "lv", call.last_change)
    made = chart(estimate(PLANS[0], call), speaker, kind)
    assert made.startswith(begins)
