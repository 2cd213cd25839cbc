"""Support of those who take part: individual, linguistic, and of who goes along."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from actions import activity
from actions.base import TopicAction, finish, plain_answer
from actions.counts import whole
from actions.learning import kind_line
from actions.places import route
from actions.sum_lines import say_line
from actions.topic_groups import OF_AN_ACTIVITY, SENTENCE
from actions.turn import Turn
from bot.responses import Answer, Speaker
from core import sums
from core.activities import DAYS_A_MONTH
from core.call import Participant, in_force
from core.text import fold

_PROJECT, _BESIDE = "proje", 25
"""A word's beginning, and the characters within which it tells what months are of."""
_SHORTEST_LONG, _LONGEST_LONG = 2, 12
"""Months of a long activity (guide, part B)."""
_OF_A_STAY = ("learning_activities", "individual_support", "travel", "linguistic_support")
"""Topics whose months are those of a stay."""
_EVERYBODY: list[Participant] = ["staff", "learner"]


class ActionIndividualSupport(TopicAction):
    """Individual support: rates, or the sum for people and days."""

    topic = "individual_support"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker, days = turn.speaker(), activity.days(turn)
        if turn.message.turns_on("travel_days") and turn.message.length <= SENTENCE:
            speaker.say("support-travel-days-unknown")
        if self._of_hosts(turn):
            speaker.say("support-hosts-unknown").rest_on(
                *in_force(turn.call.learning.travel, turn.day)
            )
        elif self._is_long(turn) and (days or 0) < _SHORTEST_LONG * DAYS_A_MONTH:
            self._say_long_stay(speaker, turn)
        elif days is None:
            kinds = turn.said.participant or turn.background.participant or _EVERYBODY
            _say_rates(speaker, turn, "individual-support", kinds)
        elif turn.message.turns_on("after_days") and not self._stays(turn):  # 'after two weeks?'
            _say_rates(speaker, turn, "individual-support", turn.said.participant or _EVERYBODY)
        elif self._asks_if_enough(turn) and (too_short := activity.too_short_for(turn, days)):
            speaker.say("activity-too-short", unit="days", number=days)
            for kind in too_short:
                speaker.say("learning-activity", line=kind_line(speaker, kind)).rest_on(kind)
        else:
            self._say_sums(speaker, turn, days)
        return finish(speaker, self.topic)

    def _say_long_stay(self, speaker: Speaker, turn: Turn) -> None:
        """Say that no rate is known of a long stay, and what is paid beside it."""
        speaker.say("support-unknown-long")
        activity.say_journeys(speaker, turn)
        speaker.say("linguistic-support").rest_on_facts(["linguistic_support"])
        _say_linguistic_sum(speaker, turn, activity.travellers(turn), "linguistic_support")

    def _say_sums(self, speaker: Speaker, turn: Turn, days: int) -> None:
        """Say what so many days come to, with the journey where it is known."""
        support = activity.say_support(speaker, turn, days)
        kinds = turn.said.participant or _EVERYBODY
        asks_rate = turn.message.has("a_day") and not turn.names("days")  # 'and how much a day?'
        if asks_rate or _several_rates(turn, kinds, days):
            _say_rates(speaker, turn, "individual-support-rates", kinds)
        travel = activity.say_journeys(speaker, turn)
        amounts = [support] if travel is None else [support, travel]
        activity.say_together(speaker, turn, *amounts)
        activity.say_too_short(speaker, turn, days)
        if travel is None:
            speaker.say("support-travel-apart")
        speaker.say("support-rule")

    def _asks_if_enough(self, turn: Turn) -> bool:
        """Tell whether it is asked if so few days are allowed: 'Vai divas dienas der?'."""
        message = turn.message
        asks = message.has("fits") and not message.has("instead")
        return turn.names("days") and asks and not message.hangs_on("much")

    def _of_hosts(self, turn: Turn) -> bool:
        """Tell whether it is asked what the hosts get, who do not travel: 'and the hosts, 6?'."""
        travels = turn.names("kilometres") or turn.names("town") or turn.names("days")
        goes_on = turn.last_topic in OF_AN_ACTIVITY and turn.message.length <= SENTENCE
        return goes_on and turn.message.turns_on("host_people") and not travels

    def _stays(self, turn: Turn) -> bool:
        """Tell whether a stay is named beside the days after which the rate changes.

        '20 dienas: vai pēc divām nedēļām likme krīt?'
        """
        spans = [(e["start"], e["end"]) for e in turn.message.marks if e["word"] == "after_days"]
        return any(
            not any(start <= each["start"] < end for start, end in spans)
            for each in turn.message.entities
            if each["entity"] == "days"
        )

    def _is_long(self, turn: Turn) -> bool:
        """Tell whether the activity is a long one, by its kind or the months of the stay."""
        kinds = in_force(turn.call.learning.kinds, turn.day)
        named = [kind for kind in kinds if kind.id in turn.said.activity]
        if any(kind.minimum_unit == "months" for kind in named):
            return True
        told = turn.names("months") and not self._of_project(turn)
        months = whole(turn.said.months) if told or turn.last_topic in _OF_A_STAY else None
        return months is not None and _SHORTEST_LONG <= months <= _LONGEST_LONG

    def _of_project(self, turn: Turn) -> bool:
        """Tell whether the months are said to be the project's: 'our project lasts 12 months'."""
        named = (each for each in turn.message.entities if each["entity"] == "months")
        text = turn.message.text
        beside = (text[max(0, e["start"] - _BESIDE) : e["end"] + _BESIDE] for e in named)
        return any(_PROJECT in fold(words) for words in beside)


def _several_rates(turn: Turn, kinds: list[Participant], days: int) -> bool:
    """Tell whether the rate changes within so many days, which a sum alone does not explain."""
    rates = in_force(turn.call.learning.individual_support, turn.day)
    used = {rate.first for rate in rates if rate.participant in kinds and rate.first <= days}
    return len(used) > 1


def _say_rates(speaker: Speaker, turn: Turn, key: str, kinds: list[Participant]) -> None:
    """Say a sentence that lists the rates of kinds of participants."""
    rates = [
        rate
        for rate in in_force(turn.call.learning.individual_support, turn.day)
        if rate.participant in kinds
    ]
    lines = [
        speaker.phrase(
            f"support-rate-{rate.participant}", first=rate.first, last=rate.last, amount=rate.amount
        )
        for rate in rates
    ]
    speaker.say(key, lines="\n".join(lines)).rest_on(*rates)


class ActionLinguisticSupport(TopicAction):
    """Linguistic support: the rate, or the sum for people."""

    topic = "linguistic_support"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        if self._is_too_short(turn):
            speaker.say("linguistic-support-too-short")
        elif people := whole(turn.said.people):
            _say_linguistic_sum(speaker, turn, people)
        return plain_answer(turn, self.topic, speaker)

    def _is_too_short(self, turn: Turn) -> bool:
        """Tell whether the message names a stay that is no long one: 'and for six weeks?'."""
        if turn.names("months"):
            return max(turn.said.months, default=Decimal(0)) < _SHORTEST_LONG
        days = activity.days(turn) if turn.names("days") else None
        return days is not None and days < _SHORTEST_LONG * DAYS_A_MONTH


def _say_linguistic_sum(
    speaker: Speaker, turn: Turn, people: int, topic: str | None = None
) -> None:
    line = sums.linguistic_support(turn.call, turn.day, people)
    say_line(speaker, "linguistic-support-sum", line, topic, people=people)


class ActionAccompanyingPersons(TopicAction):
    """Accompanying persons: paid as staff; for people and days, the sum."""

    topic = "accompanying_persons"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        pupils = turn.last_topic == self.topic and turn.said.participant == ["learner"]
        if pupils or activity.groups(turn)[1:]:  # 'and the pupil they are with?'
            return ActionIndividualSupport().answer(turn)
        people, days = turn.said.travellers or 1, whole(turn.said.days)
        if days and self._of_all(turn):
            return self._with_pupils(speaker, turn, people, days)
        if days is None:
            speaker.say("accompanying-persons")
            _say_rates(speaker, turn, "accompanying-persons-rates", ["staff"])
            travelled = route(turn)
            if travelled.kilometres is not None:  # 'a skolotājam, kas brauc līdzi?'
                who = people if turn.names("people") or turn.names("we") else 1
                activity.say_travel(speaker, turn, travelled, who, self.topic)
            return finish(speaker, self.topic)
        try:
            line = sums.individual_support(turn.call, turn.day, "staff", people, days)
            say_line(
                speaker, "support-sum-accompanying", line, self.topic, people=people, days=days
            )
            travelled = route(turn)
            if travelled.kilometres is not None:
                travel = activity.say_travel(speaker, turn, travelled, people, self.topic)
                activity.say_together(speaker, turn, line.amount, travel)
            activity.say_too_short(speaker, turn, days)
        except sums.UnknownRateError:
            speaker.say("support-unknown", days=days)
        return plain_answer(turn, self.topic, speaker)

    def _of_all(self, turn: Turn) -> bool:
        """Tell whether the pupils are meant, too: another journey or length is that of all."""
        others = any(turn.names(each) for each in ("people", "we", "number", "participant"))
        return bool(turn.said.with_pupils) and turn.last_topic == self.topic and not others

    def _with_pupils(self, speaker: Speaker, turn: Turn, people: int, days: int) -> Answer:
        """Say the sums of the pupils and of those who go with them, and what all come to."""
        update = {
            "people": turn.said.with_pupils,
            "we": [],
            "groups": [],
            "participant": ["learner"],
        }
        of_pupils = replace(turn, said=turn.said.model_copy(update=update))
        support = activity.say_support(speaker, of_pupils, days)
        if support is None:
            return plain_answer(turn, self.topic, speaker)
        line = sums.individual_support(turn.call, turn.day, "staff", people, days)
        say_line(speaker, "support-sum-accompanying", line, self.topic, people=people, days=days)
        travelled = route(turn)
        if travelled.kilometres is None:
            speaker.say("support-together", amount=support + line.amount)
            return plain_answer(turn, self.topic, speaker)
        pupils = activity.travellers(of_pupils)
        travel = activity.say_travel(speaker, of_pupils, travelled, pupils)
        theirs = activity.say_travel(speaker, turn, travelled, people, self.topic)
        activity.say_together(speaker, turn, support, line.amount, travel, theirs)
        return plain_answer(turn, self.topic, speaker)
