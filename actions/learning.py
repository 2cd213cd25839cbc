"""Learning, teaching and training activities: their kinds, lengths and fields."""

from __future__ import annotations

from dataclasses import replace

from actions.base import Reply, TopicAction, finish
from actions.counts import whole
from actions.turn import Turn
from bot.responses import Answer, Speaker
from core import judgements
from core.activities import DAYS_A_MONTH, is_long, longest
from core.call import ActivityKind, Participant, in_force


class ActionLearningActivities(TopicAction):
    """Kinds with length and fields: all, one, or those of a field."""

    topic = "learning_activities"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        kinds = in_force(turn.call.learning.kinds, turn.day)
        if such := self._of_length_before(turn, kinds):
            for kind in such:
                self._say_kind(speaker, kind)
            return finish(speaker, self.topic)
        if named := self._named(turn, kinds):
            for kind in named:
                self._judge(speaker, turn, kind)
                self._say_kind(speaker, kind)
            return finish(speaker, self.topic)
        if turn.message.turns_on("called") and (called := self._called(turn)):
            self._say_name(speaker, called)
            return finish(speaker, self.topic)
        if turn.field:
            kinds = [kind for kind in kinds if turn.field in kind.fields]
        tells_length = turn.names("days") or turn.names("months")
        tells_length = tells_length and bool(whole(turn.said.days) or whole(turn.said.months))
        if turn.message.asks and tells_length:
            return self._by_length(speaker, turn, kinds)
        self._list(speaker, turn, kinds)
        return finish(speaker, self.topic)

    def _list(self, speaker: Speaker, turn: Turn, kinds: list[ActivityKind]) -> None:
        """Say which kinds there are, for those who are asked about."""
        key = "learning-activities-field" if turn.field else "learning-activities"
        if whose := self._whose(turn):
            kinds = [kind for kind in kinds if whose in kind.participants]
            key = f"learning-activities-of-{whose}"
        lines = [kind_line(speaker, kind) for kind in kinds]
        speaker.say(key, lines="\n".join(lines), field=turn.field).rest_on(*kinds)

    def reply(self, turn: Turn) -> Reply:
        """See base class; long stays are kept: 'and pupils?'."""
        reply = super().reply(turn)
        kinds = self._named(turn, in_force(turn.call.learning.kinds, turn.day))
        said = turn.said.model_copy(update={"activity": [kind.id for kind in kinds]})
        return replace(reply, turn=replace(turn, said=said)) if kinds else reply

    def _named(self, turn: Turn, kinds: list[ActivityKind]) -> list[ActivityKind]:
        """Return the kinds that are named: also long stays, and those before for others.

        'I heard that long stays are possible for teachers.', then 'and pupils?'
        """
        if before := self._as_before(turn, kinds):
            return before
        named = [kind for kind in kinds if kind.id in turn.said.activity]
        who = {*turn.said.participant} if turn.names("participant") else set()
        if turn.names("activity") or not (named or turn.message.turns_on("long_stay")):
            return named
        others = not all(who <= {*kind.participants} for kind in named)
        if others and (turn.names("months") or turn.names("days")):
            return []  # 'but what about our teachers, three months?'
        if all(who <= {*kind.participants} for kind in named) and named:
            return named
        lengths = {is_long(kind) for kind in named} or {True}
        return [
            kind
            for kind in kinds
            if is_long(kind) in lengths and (not who or who & {*kind.participants})
        ]

    def _of_length_before(self, turn: Turn, kinds: list[ActivityKind]) -> list[ActivityKind]:
        """Return the kinds for the length before, where it is asked how short they may be.

        'Could our teachers go for three months?', then 'what's the shortest such stay?'
        """
        names = turn.names("days") or turn.names("months") or turn.names("activity")
        if names or turn.last_topic != self.topic or not turn.message.has("shortest"):
            return []
        days, months = whole(turn.last_said.days), whole(turn.last_said.months)
        fit = [each for each in kinds if self._fits(turn, each, days, months)]
        return self._of_those_named(turn, fit) if days or months else []

    def _as_before(self, turn: Turn, kinds: list[ActivityKind]) -> list[ActivityKind]:
        """Return the kind that the learners' journey before is of, which another field may ask for.

        '12 skolēni uz 5 dienām. Cik dabūs?', then 'vai tādu var rīkot arī pieaugušo sektorā?'
        """
        before = turn.last_said
        such = turn.message.turns_on("such") and turn.names("field") and not before.activity
        if not such or "learner" not in before.participant or not before.days:
            return []
        of_field = [kind for kind in kinds if turn.field_before in kind.fields]
        theirs = [k for k in of_field if "learner" in k.participants and not is_long(k)]
        return [min(theirs, key=lambda kind: len(kind.fields))] if theirs else []

    def _whose(self, turn: Turn) -> Participant | None:
        """Return for whom activities are asked about: 'for adult learners', 'skolotājiem'."""
        learners, staff = (turn.message.turns_on(f"for_{each}") for each in ("learners", "staff"))
        if learners == staff:
            return None
        return "learner" if learners else "staff"

    def _by_length(self, speaker: Speaker, turn: Turn, kinds: list[ActivityKind]) -> Answer:
        """Say which kinds may be so long; none: say so, and how long they may be."""
        kinds = self._of_those_named(turn, kinds)
        days, months = whole(turn.said.days), whole(turn.said.months)
        if days and months:  # 'Trīs mēnešus? Kaimiņiene teica, ka drīkst tikai uz nedēļu.'
            days = None
        length = {"unit": "months" if days is None else "days", "number": days or months}
        fit = [kind for kind in kinds if self._fits(turn, kind, days, months)]
        lines = "\n".join(kind_line(speaker, kind) for kind in fit or kinds)
        if fit:
            speaker.say("activities-of-length", lines=lines, asked=_asked(turn), **length)
        else:
            most = max(longest(kind) for kind in kinds)
            too_long = (days or (months or 0) * DAYS_A_MONTH) > most
            speaker.say("activity-too-long" if too_long else "activity-too-short", **length)
            key = "learning-activities-field" if turn.field else "learning-activities"
            speaker.say(key, lines=lines, field=turn.field)
        speaker.rest_on(*fit or kinds)
        return finish(speaker, self.topic)

    def _of_those_named(self, turn: Turn, kinds: list[ActivityKind]) -> list[ActivityKind]:
        """Return the kinds of those whom a message names; pupils of a VET school are of VET."""
        who = set(turn.said.participant)
        vocational = set(turn.said.field) == {"school", "vet"}
        return [
            kind
            for kind in kinds
            if (not who or who & set(kind.participants))
            and (not vocational or "vet" in kind.fields)
        ]

    def _called(self, turn: Turn) -> list[ActivityKind]:
        """Return the kinds that fit what is told of an activity; none where that is too little."""
        told = turn.said
        who, days, months = set(told.participant), whole(told.days), whole(told.months)
        if not who and not days and not months:
            return []
        found = [
            kind
            for kind in in_force(turn.call.learning.kinds, turn.day)
            if (not who or who & set(kind.participants))
            and (not turn.field or turn.field in kind.fields)
            and self._fits(turn, kind, days, months)
        ]
        # staff take part in learners' programmes too, but a course of their own is another thing
        just_so = [kind for kind in found if "staff" in who and set(kind.participants) == who]
        return just_so or found

    def _fits(self, turn: Turn, kind: ActivityKind, days: int | None, months: int | None) -> bool:
        if days is None and months is None:
            return True
        return judgements.activity_length(turn.call, turn.day, kind.id, days, months).allowed

    def _say_name(self, speaker: Speaker, kinds: list[ActivityKind]) -> None:
        if len(kinds) == 1:
            speaker.say("activity-called", activity=kinds[0].id)
            self._say_kind(speaker, kinds[0])
            return
        lines = "\n".join(kind_line(speaker, kind) for kind in kinds)
        speaker.say("activity-called-one-of", lines=lines).rest_on(*kinds)

    def _judge(self, speaker: Speaker, turn: Turn, kind: ActivityKind) -> None:
        if self._judge_field(speaker, turn, kind):
            self._judge_length(speaker, turn, kind)

    def _judge_field(self, speaker: Speaker, turn: Turn, kind: ActivityKind) -> bool:
        """Tell whether a kind is possible in the field; where it is not, say so, and what is."""
        fields = turn.said.field or ([turn.field] if turn.field else [])
        field = next((each for each in fields if each not in kind.fields), None)
        if field is None:
            asks = turn.message.whether and not (turn.said.days or turn.said.months)
            if fields and asks:
                only = fields[0] if len(fields) == 1 else None
                speaker.say("activity-in-field", activity=kind.id, field=only)
            return True
        speaker.say("activity-not-in-field", activity=kind.id, field=field)
        possible = in_force(turn.call.learning.kinds, turn.day)
        lines = [kind_line(speaker, each) for each in possible if field in each.fields]
        speaker.say("learning-activities-field", lines="\n".join(lines), field=field)
        return False

    def _judge_length(self, speaker: Speaker, turn: Turn, kind: ActivityKind) -> None:
        days, months = whole(turn.said.days), whole(turn.said.months)
        if days is None and months is None:
            return
        verdict = judgements.activity_length(turn.call, turn.day, kind.id, days, months)
        key = verdict.code.replace("_", "-")
        speaker.say(key, unit="days" if days is not None else "months", number=days or months)
        if verdict.code == "activity_too_long":
            self._say_longer(speaker, turn, kind)

    def _say_longer(self, speaker: Speaker, turn: Turn, kind: ActivityKind) -> None:
        """Say which kinds for the same people may be so long, in whatever field."""
        days, months = whole(turn.said.days), whole(turn.said.months)
        longer = [
            each
            for each in in_force(turn.call.learning.kinds, turn.day)
            if {*each.participants} & {*kind.participants} and self._fits(turn, each, days, months)
        ]
        if longer:
            lines = "\n".join(kind_line(speaker, each) for each in longer)
            speaker.say("activity-longer", lines=lines).rest_on(*longer)

    def _say_kind(self, speaker: Speaker, kind: ActivityKind) -> None:
        speaker.say("learning-activity", line=kind_line(speaker, kind))
        speaker.say("learning-activity-about", about=getattr(kind.description, speaker.language))
        speaker.rest_on(kind)


def _asked(turn: Turn) -> str | None:
    """Return what is asked of a length: 'verdict' for a yes: not to 'is that too long?'."""
    message = turn.message
    doubtful = message.hangs_on("doubtful") or message.turns_on("forbidden") or message.denies
    return "verdict" if message.whether and not doubtful else None


def kind_line(speaker: Speaker, kind: ActivityKind) -> str:
    """Word one kind of activity: its name, how long it lasts, in which fields."""
    return speaker.phrase(
        "activity-line",
        activity=kind.id,
        minimum=kind.minimum,
        unit=kind.minimum_unit,
        maximum=kind.maximum_months,
        fields=", ".join(speaker.phrase("field-name", field=field) for field in kind.fields),
    )
