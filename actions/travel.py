"""Travel to activities: unit costs by distance, how it is measured, and dear journeys."""

from __future__ import annotations

from decimal import Decimal

from actions import activity
from actions.base import TopicAction, finish, plain_answer
from actions.counts import CROWD
from actions.places import FARTHEST, Route, route
from actions.sum_lines import band_lines, say_line
from actions.turn import Turn
from bot.responses import Answer, Speaker
from core import judgements, sums
from core.call import Band, in_force


class ActionTravel(TopicAction):
    """Travel money by distance: all bands, or the sum for people and a journey."""

    topic = "travel"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        if distances := self._compared(turn):
            for kilometres in distances:  # 'travel for 1,999 km vs 2,000 km?'
                activity.say_distance(speaker, turn, kilometres)
            speaker.say("travel-rule")
            return finish(speaker, self.topic)
        travel = activity.say_journeys(speaker, turn)
        if travel is None:
            bands = in_force(turn.call.learning.travel, turn.day)
            speaker.say("travel", lines=band_lines(speaker, bands))
            return finish(speaker, self.topic)
        amounts: list[Decimal | None] = [travel]
        if days := activity.days(turn):
            amounts.append(activity.say_support(speaker, turn, days))
        activity.say_together(speaker, turn, *amounts)
        if days:
            activity.say_too_short(speaker, turn, days)
        speaker.say("travel-rule")
        return finish(speaker, self.topic)

    def _compared(self, turn: Turn) -> list[Decimal]:
        """Return the distances that are asked about one beside the other; none: it is a journey."""
        several = list(dict.fromkeys(turn.said.kilometres))
        alone = turn.said.journeys or turn.said.days or turn.corrects
        return several if len(several) > 1 and turn.message.asks and not alone else []


class ActionDistanceRule(TopicAction):
    """How distances are measured; between two named towns, the distance."""

    topic = "distance_rule"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        travelled = route(turn)
        travelled.say(speaker)
        return plain_answer(turn, self.topic, speaker)


class ActionExpensiveTravel(TopicAction):
    """Expensive travel: the share, or the sum for an amount; with a distance, whether it is so."""

    topic = "expensive_travel"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        if fares := self._fares(turn):
            for kilometres, fare in fares:
                if self._is_expensive(speaker, turn, fare, kilometres):
                    self._say_sum(speaker, turn, fare, counts=False)
            return plain_answer(turn, self.topic, speaker)
        band = self._band_named(turn)
        rate = band.amount if band else None
        costs = next((each for each in turn.said.euro if each > 0 and each != rate), None)
        if costs:
            people = turn.said.travellers or 1
            # a fare is a person's, unless it is said to be that of all
            each = "all" not in turn.said.scope or turn.message.has("each")
            together = costs * people if each else costs
            if self._is_expensive(speaker, turn, together / people):
                self._say_sum(speaker, turn, together)
        return plain_answer(turn, self.topic, speaker)

    def _say_sum(self, speaker: Speaker, turn: Turn, costs: Decimal, counts: bool = True) -> None:
        line = sums.expensive_travel(turn.call, turn.day, costs)
        say_line(speaker, "expensive-travel-sum", line, counts=counts, costs=costs)

    def _fares(self, turn: Turn) -> list[tuple[Decimal, Decimal]]:
        """Return the fare of one person for each of several distances; none: there is one.

        'A ticket of 690 EUR for 4,100 km, 610 for 2,900 km': unit costs that are named are none.
        """
        far = _values(turn, "kilometres")
        rates = {
            sums.travel(turn.call, turn.day, 1, each).amount for each in far if each <= FARTHEST
        }
        amounts = [each for each in _values(turn, "euro", "number") if each > CROWD]
        fares = [each for each in amounts if each not in rates]
        several = len(far) > 1 and len(fares) == len(far) and not turn.names("people")
        return list(zip(far, fares, strict=True)) if several else []

    def _band_named(self, turn: Turn) -> Band | None:
        """Return the band of distance whose unit cost is named beside the costs, now or before.

        'Tickets cost 600 EUR but the unit cost is only 360.'
        """
        named = {
            each for said in (turn.said, turn.last_said) for each in (*said.euro, *said.number)
        }
        bands = in_force(turn.call.learning.travel, turn.day)
        found = [band for band in bands if band.amount in named]
        return found[0] if len(found) == 1 and len(named) > 1 else None

    def _is_expensive(
        self, speaker: Speaker, turn: Turn, costs: Decimal, far: Decimal | None = None
    ) -> bool:
        """Say whether the unit cost covers too little of the costs of one; where not, the sum.

        Without a distance nothing is said: it may be so.
        """
        travelled = route(turn) if far is None else Route(kilometres=far)
        band = None if far else self._band_named(turn)
        kilometres = travelled.kilometres or (Decimal(band.first) if band else None)
        if kilometres is None:
            return True
        unit = sums.travel(turn.call, turn.day, 1, kilometres)
        verdict = judgements.expensive_travel(turn.call, turn.day, unit.amount, costs)
        key = verdict.code.replace("_", "-")
        travelled.say(speaker)
        distance = int(travelled.kilometres or 0)
        speaker.say(key, unit=unit.amount, kilometres=distance, costs=costs)
        speaker.rest_on(*unit.rests_on)
        travelled = Route(kilometres=kilometres)
        if not verdict.allowed and far is None:
            activity.say_travel(speaker, turn, travelled, activity.travellers(turn))
        return verdict.allowed


def _values(turn: Turn, *names: str) -> list[Decimal]:
    """Return the numbers of some units of the message itself, as they stand."""
    return [Decimal(str(e["value"])) for e in turn.message.entities if e["entity"] in names]
