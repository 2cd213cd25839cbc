"""How applications are assessed, and whether points are enough."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from babel.lists import format_list

from actions.base import Reply, TopicAction, plain_answer
from actions.turn import Turn
from bot.responses import Answer, Speaker
from core import judgements
from core.call import ListItem

_POINTS = ("points", "number")
_OF = "/"
"""Sign before the most that a criterion can have: '15/30 on relevance'."""


class ActionAwardCriteria(TopicAction):
    """The criteria with their points; named points get a verdict, by criterion and in all."""

    topic = "award_criteria"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        criteria = turn.call.items("award_criteria", turn.day)
        points = _points(turn)
        named = self._by_now(turn, criteria, points)
        told = [each for each in criteria if each.id in named]
        if len(told) == len(criteria):
            self._say_all(speaker, turn, told, named)
            return plain_answer(turn, self.topic, speaker)
        asked = _asked(turn)
        total = _total(turn, criteria, named, points)
        missed = [each for each in told if not _is_enough(turn, each, named[each.id])]
        if total and missed and judgements.award_total(turn.call, turn.day, total).allowed:
            key = "enough" if turn.message.asks else None
            speaker.say("award-half-missing", points=total, asked=key)
            asked = total = None  # one 'no' is enough
        for each in told:
            self._say_criterion(speaker, turn, each, named[each.id], asked)
        if not points and turn.message.turns_on("heaviest"):
            _say_heaviest(speaker, turn, criteria)
        elif not points:
            self._say_least(speaker, turn, criteria)
        if total:
            self._say_total(speaker, turn, total, not missed, bool(told))
        return plain_answer(turn, self.topic, speaker)

    def reply(self, turn: Turn) -> Reply:
        """See base class; the points are kept: 'and with 14 for impact?'."""
        reply = super().reply(turn)
        criteria = turn.call.items("award_criteria", turn.day)
        named = self._by_now(turn, criteria, _points(turn))
        case = turn.case.model_copy(update={"points": turn.case.points | named})
        return replace(reply, turn=replace(reply.turn, case=case))

    def _by_now(
        self, turn: Turn, criteria: list[ListItem], points: list[Decimal]
    ) -> dict[str, Decimal]:
        """Return the points of the criteria that are named, with those of all others told before.

        'And if quality gets 10?', 'together it is 68: do we pass?'
        """
        named = _by_criterion(turn, criteria, points)
        before = turn.case.points
        if len(before) < len(criteria) or len(named) == len(criteria):
            return named
        total = sum(before.values(), Decimal(0))
        again = total in points or (not points and _asked(turn) is not None)
        return before | named if named or again else named

    def _say_all(
        self, speaker: Speaker, turn: Turn, told: list[ListItem], named: dict[str, Decimal]
    ) -> None:
        """Say of the points of all criteria whether they are enough, then where they are too few.

        '25, 9, 14 and 20: do we pass?' gets one no first, not four verdicts with a yes among them.
        """
        total = sum(named.values(), Decimal(0))
        reached = judgements.award_total(turn.call, turn.day, total)
        missed = [
            each
            for each in told
            if not judgements.award_criterion(turn.call, turn.day, each, named[each.id]).allowed
        ]
        key = "award-half-missing" if missed else "award-all-met"
        key = key if reached.allowed else reached.code.replace("_", "-")
        asked = None if turn.message.open else "enough"
        speaker.say(key, points=total, asked=asked).rest_on(*reached.rests_on)
        for item in missed:
            self._say_criterion(speaker, turn, item, named[item.id], asked=None)

    def _say_least(self, speaker: Speaker, turn: Turn, criteria: list[ListItem]) -> None:
        """Say first what was asked: the least of criteria that are named, of each, or in all."""
        if not turn.message.hangs_on("least"):
            return
        asked = [item for item in criteria if turn.message.has(item.id)]
        for item in asked:
            name, least = getattr(item.name, turn.language), judgements.half(item)
            speaker.say("award-least", name=name, least=least, most=item.value)
        if asked:
            return
        each = turn.message.hangs_on("criterion")
        speaker.say("award-least-each" if each else "award-least-total")

    def _say_criterion(
        self, speaker: Speaker, turn: Turn, item: ListItem, points: Decimal, asked: str | None
    ) -> bool:
        """Judge the points of a criterion; tell whether they are enough."""
        verdict = judgements.award_criterion(turn.call, turn.day, item, points)
        speaker.say(
            verdict.code.replace("_", "-"),
            name=getattr(item.name, turn.language),
            points=points,
            most=item.value,
            least=judgements.half(item),
            asked=asked,
        )
        speaker.rest_on(*verdict.rests_on)
        return verdict.allowed

    def _say_total(
        self, speaker: Speaker, turn: Turn, points: Decimal, enough: bool, told: bool
    ) -> None:
        """Judge the points of all criteria; no 'yes' where one of them has too few: `enough`.

        Where it is asked how so many can fail, and no criterion is told: by one of these.
        """
        verdict = judgements.award_total(turn.call, turn.day, points)
        message = turn.message
        fails = message.turns_on("may_fail") or message.turns_on("rejected")
        if verdict.allowed and fails and message.asks and not told:
            speaker.say("award-may-still-fail", points=points)
            speaker.rest_on_facts(["award_half", "award_threshold"])
            return
        asked = _asked(turn) if enough else None
        key = verdict.code.replace("_", "-")
        speaker.say(key, points=points, asked=asked).rest_on(*verdict.rests_on)


def _is_enough(turn: Turn, item: ListItem, points: Decimal) -> bool:
    return judgements.award_criterion(turn.call, turn.day, item, points).allowed


def _say_heaviest(speaker: Speaker, turn: Turn, criteria: list[ListItem]) -> None:
    """Say which criteria have the most points."""
    most = max(item.value or Decimal(0) for item in criteria)
    names = [getattr(item.name, turn.language) for item in criteria if item.value == most]
    names_listed = format_list(names, locale=turn.language)
    speaker.say("award-heaviest", names=names_listed, number=len(names), points=most)


def _asked(turn: Turn) -> str | None:
    """Return what is asked of points: 'enough' where a yes or no is the answer."""
    message = turn.message
    asks = message.hangs_on("enough") or message.turns_on("conclusion")
    return "enough" if asks else None


def _points(turn: Turn) -> list[Decimal]:
    """Return the points that are named, not the most there are: 'how many of a hundred?'."""
    text = turn.message.text
    named = [
        each["value"]
        for each in turn.message.entities
        if each["entity"] in _POINTS and text[each["start"] - 1 : each["start"]] != _OF
    ]
    points = [Decimal(str(each)) for each in named]
    criteria = turn.call.items("award_criteria", turn.day)
    most = sum((item.value or Decimal(0) for item in criteria), Decimal(0))
    while len(points) > len(criteria) and points[-1] > max(item.value or 0 for item in criteria):
        points = points[:-1]  # '27, 9, 15, 24. Kāpēc noraidīja, ja summa pāri 60?'
    return [] if points == [most] and turn.message.hangs_on("least") else points


def _by_criterion(
    turn: Turn, criteria: list[ListItem], points: list[Decimal]
) -> dict[str, Decimal]:
    """Return the criteria that a message names with their points: '14 for impact'.

    As many points as criteria stand in the same order; a single criterion has the first points
    that are fewer than its most: 'ietekmei 14 no 30'.
    """
    most = {item.id: item.value or Decimal(0) for item in criteria}
    named = [each["word"] for each in turn.message.words if each["word"] in most]
    named = list(dict.fromkeys(named)) or _by_place(turn, list(most))
    if len(named) == 1 and len(points) == len(most) and max(points) <= max(most.values()):
        # '15/30 on relevance and 18, 18, 26 elsewhere': the others as they stand in the list
        named = [*named, *(each for each in most if each not in named)]
    if not named and len(points) == len(most):
        named = list(most)  # 'if I got 25, 12, 9 and 20?'
    paired = list(zip(named, points, strict=False))
    if len(named) == len(points) and all(each <= most[name] for name, each in paired):
        return dict(paired)
    fitting = [each for each in points if len(named) == 1 and each < most[named[0]]]
    return {named[0]: fitting[0]} if fitting else {}


def _by_place(turn: Turn, listed: list[str]) -> list[str]:
    """Return the criterion that is named by its place in the list: 'and with 14 on the first?'."""
    places = [int(each) for each in turn.message.marked("ordinal") if each.isdigit()]
    after = turn.last_topic == "award_criteria"
    return [listed[each - 1] for each in places if each <= len(listed)] if after else []


def _total(
    turn: Turn, criteria: list[ListItem], named: dict[str, Decimal], points: list[Decimal]
) -> Decimal | None:
    """Return the points of all criteria together, if a message names them."""
    values = [item.value or Decimal(0) for item in criteria]
    others = [each for each in points if each not in named.values() and each <= sum(values)]
    others = [each for each in dict.fromkeys(others) if each < sum(values)] or others  # '58 of 100'
    threshold = turn.call.number("award_threshold", turn.day)
    others = [each for each in others if each != threshold] or others  # '68, slieksnis taču ir 60?'
    of_criterion = bool(named) or any(turn.message.has(item.id) for item in criteria)
    totals = [each for each in others if not of_criterion or (named and each > max(values))]
    return totals[0] if len(totals) == 1 else None
