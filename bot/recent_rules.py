"""Rasa's rules, decided by the last turns only.

Rasa describes the whole conversation as states for each decision, though no rule of ours looks
further back than the last message: none begins with `conversation_start`, and none asks for slots.
"""

from __future__ import annotations

from typing import Any

from rasa.core.policies.rule_policy import RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.trackers import DialogueStateTracker

from bot.recent import recent

_TURNS = 2
"""The present one, and what came just before it."""


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class RecentRulePolicy(RulePolicy):
    """Decides as Rasa's rules do, at a cost that does not grow with the conversation."""

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
