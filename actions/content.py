"""Types of project, lengths, action codes."""

from __future__ import annotations

from actions.base import TopicAction, finish, plain_answer
from actions.dates import named_start, say_longest_from
from actions.said import whole
from actions.turn import Turn
from bot.responses import Answer, Speaker
from core import judgements
from core.call import in_force


class ActionDuration(TopicAction):
    """How long a project may be; named months get a verdict, by the field where it is known."""

    topic = "duration"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        if months := whole(turn.said.months):
            self._judge(speaker, turn, months)
        else:
            say_longest_from(speaker, turn)
        speaker.say("duration")
        return finish(speaker, self.topic)

    def _judge(self, speaker: Speaker, turn: Turn, months: int) -> None:
        """Say whether a length fits, with the start that was named: all end by the same day."""
        begins = named_start(turn)
        late = begins and not judgements.latest_end(turn.call, turn.day, begins[0], months).allowed
        if not late:
            say_duration(speaker, turn, months)
            return
        speaker.say("duration-ends-too-late", months=months)
        say_longest_from(speaker, turn)


def say_duration(speaker: Speaker, turn: Turn, months: int) -> None:
    """Say whether a length fits; where that depends on a field that is not known, say so."""
    verdict = judgements.duration(turn.call, turn.day, months, turn.field)
    speaker.say(f"{verdict.code.replace('_', '-')}", months=months, field=turn.field)
    speaker.rest_on(*verdict.rests_on)
    if turn.field or not verdict.allowed:
        return
    for field in in_force(turn.call.fields, turn.day):
        if not judgements.duration(turn.call, turn.day, months, field.id).allowed:
            speaker.say("duration-not-in-field", field=field.id)


class ActionProjectTypes(TopicAction):
    """The two types of project and their difference; good practices in higher education."""

    topic = "project_types"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        if turn.field:
            kinds = in_force(turn.call.project_types, turn.day)
            possible = [kind.id for kind in kinds if turn.field in kind.fields]
            key = "project-types-both" if len(possible) == len(kinds) else "project-types-one"
            speaker.say(key, field=turn.field, type=possible[0])
        return plain_answer(turn, self.topic, speaker)


class ActionActionCodes(TopicAction):
    """KA201 to KA204."""

    topic = "action_codes"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        fields = in_force(turn.call.fields, turn.day)
        named = [field for field in fields if field.id in turn.said.field] or fields
        if len(named) == 1:
            speaker.say("action-code", code=named[0].code, field=named[0].id).rest_on(*named)
            return finish(speaker, self.topic)
        lines = [
            speaker.phrase("action-code-line", code=field.code, field=field.id) for field in named
        ]
        speaker.say("action-codes", lines="\n".join(lines)).rest_on(*named)
        return finish(speaker, self.topic)
