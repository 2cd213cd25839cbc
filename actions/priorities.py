"""Priorities: horizontal, of a field, or the one that fits a theme."""

from __future__ import annotations

from actions.base import TopicAction, finish
from actions.turn import Turn
from bot.responses import Answer, Button, Speaker
from core.call import Priority, in_force


class ActionPriorities(TopicAction):
    """Lists priorities; a theme gets the priorities that it fits."""

    topic = "priorities"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        priorities = in_force(turn.call.priorities, turn.day)
        if fitting := [each for each in priorities if each.id in turn.said.priority]:
            return self._theme(turn, speaker, fitting)
        horizontal = "horizontal" in turn.said.scope
        if horizontal and (turn.names("scope") or not turn.said.field):
            say_list(speaker, "priorities-horizontal", priorities, "horizontal")
            return finish(speaker, self.topic)
        if turn.field:
            say_list(speaker, "priorities-field", priorities, turn.field)
            self._say_added(speaker, turn, priorities)
            return finish(speaker, self.topic)
        say_list(speaker, "priorities-all", priorities, "horizontal")
        return speaker.answer().model_copy(update={"buttons": field_buttons(turn, speaker)})

    def _say_added(self, speaker: Speaker, turn: Turn, priorities: list[Priority]) -> None:
        """Say which of a field's priorities were added after the call had opened."""
        for each in priorities:
            if each.field == turn.field and each.since and each.since > turn.call.opens:
                name = getattr(each.name, speaker.language)
                speaker.say("priority-added", name=name, day=each.since.isoformat())

    def _theme(self, turn: Turn, speaker: Speaker, fitting: list[Priority]) -> Answer:
        own = [each for each in fitting if each.field in ("horizontal", turn.field)] or fitting
        lines = [
            speaker.phrase("priority-line", priority=each.id, field=each.field) for each in own
        ]
        speaker.say("priority-fits", lines="\n".join(lines)).rest_on(*own)
        return finish(speaker, self.topic)


def say_list(speaker: Speaker, key: str, priorities: list[Priority], field: str) -> None:
    """Say the priorities of a field, or the horizontal ones, as a list."""
    chosen = [each for each in priorities if each.field == field]
    lines = "\n".join(f"• {getattr(each.name, speaker.language)}" for each in chosen)
    named = None if field == "horizontal" else field
    speaker.say(key, lines=lines, number=len(chosen), field=named).rest_on(*chosen)


def field_buttons(turn: Turn, speaker: Speaker) -> list[Button]:
    """Return one button a field that asks for its priorities."""
    return [
        speaker.button("priorities_of_field", field=field.id)
        for field in in_force(turn.call.fields, turn.day)
    ]
