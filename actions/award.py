"""How applications are assessed, and whether points are enough."""

from __future__ import annotations

from decimal import Decimal

from actions.base import TopicAction, plain_answer
from actions.turn import Turn
from bot.responses import Answer, Speaker
from core import judgements
from core.call import ListItem

_POINTS = ("points", "number")


class ActionAwardCriteria(TopicAction):
    """The criteria with their points; named points get a verdict, by criterion and in all."""

    topic = "award_criteria"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        criteria = turn.call.items("award_criteria", turn.day)
        points = _points(turn)
        named = _by_criterion(turn, criteria, points)
        for item in criteria:
            if item.id in named:
                self._say_criterion(speaker, turn, item, named[item.id])
        if len(named) == len(criteria):
            self._say_total(speaker, turn, sum(named.values(), Decimal(0)))
        elif total := _total(turn, criteria, named, points):
            self._say_total(speaker, turn, total)
        return plain_answer(turn, self.topic, speaker)

    def _say_criterion(self, speaker: Speaker, turn: Turn, item: ListItem, points: Decimal) -> None:
        verdict = judgements.award_criterion(turn.call, turn.day, item, points)
        speaker.say(
            verdict.code.replace("_", "-"),
            name=getattr(item.name, turn.language),
            points=points,
            most=item.value,
            least=judgements.half(item),
        )
        speaker.rest_on(*verdict.rests_on)

    def _say_total(self, speaker: Speaker, turn: Turn, points: Decimal) -> None:
        verdict = judgements.award_total(turn.call, turn.day, points)
        speaker.say(verdict.code.replace("_", "-"), points=points).rest_on(*verdict.rests_on)


def _points(turn: Turn) -> list[Decimal]:
    named = [each["value"] for each in turn.message.entities if each["entity"] in _POINTS]
    return [Decimal(str(each)) for each in named]


def _by_criterion(
    turn: Turn, criteria: list[ListItem], points: list[Decimal]
) -> dict[str, Decimal]:
    """Return the criteria that a message names with their points: '14 for impact'.

    As many points as criteria stand in the same order; a single criterion has the first points
    that are fewer than its most: 'ietekmei 14 no 30'.
    """
    most = {item.id: item.value or Decimal(0) for item in criteria}
    named = [each["word"] for each in turn.message.words if each["word"] in most]
    named = list(dict.fromkeys(named))
    if not named and len(points) == len(most):
        named = list(most)  # 'if I got 25, 12, 9 and 20?'
    paired = list(zip(named, points, strict=False))
    if len(named) == len(points) and all(each <= most[name] for name, each in paired):
        return dict(paired)
    fitting = [each for each in points if len(named) == 1 and each < most[named[0]]]
    return {named[0]: fitting[0]} if fitting else {}


def _total(
    turn: Turn, criteria: list[ListItem], named: dict[str, Decimal], points: list[Decimal]
) -> Decimal | None:
    """Return the points of all criteria together, if a message names them."""
    values = [item.value or Decimal(0) for item in criteria]
    others = [each for each in points if each not in named.values() and each <= sum(values)]
    of_criterion = any(turn.message.has(item.id) for item in criteria)
    totals = [each for each in others if not of_criterion or (named and each > max(values))]
    return totals[0] if len(totals) == 1 else None
