"""The categories of the budget: which costs can be planned in which type of project."""

from __future__ import annotations

from actions.base import TopicAction, finish, say_contact
from actions.turn import Turn
from bot.responses import Answer, Speaker
from core.call import in_force


class ActionBudgetCategories(TopicAction):
    """Which costs can be planned."""

    topic = "budget_categories"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        kinds = turn.said.project_type
        categories = [
            each
            for each in in_force(turn.call.categories, turn.day)
            if not kinds or set(kinds) & set(each.project_types)
        ]
        lines = [
            speaker.phrase(
                "category-line",
                category=each.id,
                funding=each.funding,
                share=each.share,
                types="both" if len(each.project_types) > 1 else each.project_types[0],
            )
            for each in categories
        ]
        if turn.message.asks_with("vat") and turn.message.asks:
            speaker.say("budget-vat-unknown")
            say_contact(speaker, turn)
        speaker.say("budget-categories", lines="\n".join(lines)).rest_on(*categories)
        say_excluded(speaker, turn)
        return finish(speaker, self.topic)


def say_excluded(speaker: Speaker, turn: Turn) -> None:
    """Say which categories of costs the type of project that was named may not plan."""
    kinds = set(turn.said.project_type)
    excluded = [
        each
        for each in in_force(turn.call.categories, turn.day)
        if kinds and not kinds & set(each.project_types)
    ]
    if excluded:
        names = "; ".join(speaker.phrase("category-name", category=each.id) for each in excluded)
        speaker.say("budget-categories-excluded", names=names).rest_on(*excluded)
