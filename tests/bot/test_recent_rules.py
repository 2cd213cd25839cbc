"""Rules: the same ones apply as Rasa finds by trying all."""

from __future__ import annotations

import json
from itertools import product
from typing import Any, cast

from rasa.core.policies.rule_policy import RULES, RulePolicy
from rasa.engine.graph import ExecutionContext, GraphSchema
from rasa.shared.core.domain import State

from bot.recent_rules import RecentRulePolicy

INTENTS = ("ask_deadline", "thank", None)
ACTIONS = ("action_listen", "action_deadline", None)


def _state(action: str | None, intent: str | None) -> dict[str, Any]:
    before = {"prev_action": {"action_name": action}} if action else {}
    return before | ({"user": {"intent": intent}} if intent else {})


STATES = [_state(*each) for each in product(ACTIONS, INTENTS)]


def _policy(rules: dict[str, str]) -> RecentRulePolicy:
    nothing = cast(Any, None)
    context = ExecutionContext(GraphSchema({}))
    config = RulePolicy.get_default_config()
    return RecentRulePolicy(config, nothing, nothing, context, lookup={RULES: rules})


def test_same_rules_apply() -> None:
    """Whatever stands in a rule or in a conversation, with an action before it or none."""
    told = [[last] for last in STATES] + [list(each) for each in product(STATES, STATES)]
    rules = {json.dumps(states): "action_thank" for states in told}
    policy = _policy(rules)
    for states in cast(list[list[State]], [[], *told, [{"user": {"text": "paldies"}}]]):
        expected = RulePolicy._get_possible_keys(policy, rules, states)
        assert policy._get_possible_keys(rules, states) == expected
