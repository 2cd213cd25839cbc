"""What the rules of all themes share."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from actions.turn import Turn

Rule = Callable[[Turn], str | None]
"""Returns the intent of a message, where its values leave no doubt of it."""
LIKELY = 0.6
"""From here a message that seems to tell of a project does."""
PARTS_OF_A_PLAN = {"management", "meetings", "outputs", "events", "activities", "exceptional"}
"""Words of the group `plan` that name what a project pays for."""


def first_match(rules: Iterable[Rule], turn: Turn) -> str | None:
    """Return the intent that the first rule tells which knows the message."""
    found = (rule(turn) for rule in rules)
    return next((intent for intent in found if intent), None)
