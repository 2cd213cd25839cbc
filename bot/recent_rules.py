"""Rasa's rules, decided by the last turns only.

Rasa describes the whole conversation as states for each decision, though no rule of ours looks
further back than the last message: none begins with `conversation_start`, and none asks for slots.
And it tries all rules at each decision, though few name what was heard and done last.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from rasa.core.policies.rule_policy import RULES, RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.constants import PREVIOUS_ACTION, SHOULD_NOT_BE_SET, USER
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ACTION_NAME, INTENT

from bot.recent import recent

_TURNS = 2
"""The present one, and what came just before it."""

_Last = tuple[str | None, str | None]
"""The action that a state comes after, and the intent that was heard in it."""


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class RecentRulePolicy(RulePolicy):
    """Decides as Rasa's rules do, at a cost that does not grow with the conversation."""

    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self._by_last: defaultdict[_Last, dict[str, str]] = defaultdict(dict)
        for rule, action in self.lookup.get(RULES, {}).items():  # there are none before training
            self._by_last[_last(json.loads(rule)[-1])][rule] = action

    def _get_possible_keys(self, lookup: dict[str, str], states: list[State]) -> set[str]:
        """Return the rules that apply (see parent class), which tries those alone that may."""
        loaded = bool(self._by_last) and lookup is self.lookup[RULES]
        if loaded and states and states[-1].get(PREVIOUS_ACTION):
            action, intent = _last(states[-1])
            kinds = {(a, i) for a in (action, None) for i in (intent, None)}
            likely = [self._by_last.get(kind, {}) for kind in kinds]
            lookup = {rule: action for rules in likely for rule, action in rules.items()}
        found: set[str] = super()._get_possible_keys(lookup, states)
        return found

    def _prediction_states(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        use_text_for_last_user_input: bool = False,
        rule_only_data: dict[str, Any] | None = None,
    ) -> list[State]:
        return super()._prediction_states(
            recent(tracker, _TURNS), domain, use_text_for_last_user_input, rule_only_data
        )


def _last(state: State) -> _Last:
    """Return what a state must have in common with a rule's; None where the rule does not say."""
    action = state.get(PREVIOUS_ACTION, {}).get(ACTION_NAME)
    intent = state.get(USER, {}).get(INTENT)
    named = [each if each and each != SHOULD_NOT_BE_SET else None for each in (action, intent)]
    return named[0], named[1]
