"""The grant, and the money available in Latvia."""

from __future__ import annotations

from actions.base import TopicAction, finish
from actions.content import say_duration
from actions.said import whole
from actions.turn import Turn
from bot.responses import Answer, Speaker, grouped
from core import judgements, sums
from core.call import in_force


class ActionGrant(TopicAction):
    """The largest grant, also for a number of months."""

    topic = "grant"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        months = whole(turn.known.months)
        if months is None:
            speaker.say("grant")
            return finish(speaker, self.topic)
        line = sums.maximum_grant(turn.call, turn.day, months)
        speaker.say("grant-months", months=months, amount=line.amount, step=grouped(line.steps[0]))
        speaker.rest_on(*line.rests_on)
        if line.capped_by:
            speaker.say("grant-capped")
        if not judgements.duration(turn.call, turn.day, months, turn.field).allowed:
            say_duration(speaker, turn, months)
        return finish(speaker, self.topic)


class ActionMoneyAvailable(TopicAction):
    """Money planned for Latvia, by field and together."""

    topic = "money_available"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        field = None if "all" in turn.said.scope and not turn.said.field else turn.field
        if field:
            speaker.say(f"money-{field.replace('_', '-')}")
        else:
            speaker.say("money-available")
        return finish(speaker, self.topic)


class ActionMoneySplit(TopicAction):
    """How a field's money is split between the types of project."""

    topic = "money_split"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        fields = (
            [turn.field] if turn.field else [f.id for f in in_force(turn.call.fields, turn.day)]
        )
        say_splits(speaker, [str(field) for field in fields])
        return finish(speaker, self.topic)


def say_splits(speaker: Speaker, fields: list[str]) -> None:
    """Say the split of each field, a line each."""
    lines = [speaker.phrase(f"money-split-{field.replace('_', '-')}") for field in fields]
    speaker.say("money-split", lines="\n".join(lines))
