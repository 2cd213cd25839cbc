"""Learning, teaching and training activities: kinds, travel, support."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from actions import activity
from actions.base import Reply, TopicAction, finish, plain_answer
from actions.costs import band_lines, say_line
from actions.counts import CROWD, whole
from actions.places import FARTHEST, Route, route
from actions.topic_groups import OF_AN_ACTIVITY, SENTENCE
from actions.turn import Turn
from bot.responses import Answer, Speaker
from core import judgements, sums
from core.activities import DAYS_A_MONTH, is_long, longest
from core.call import ActivityKind, Band, Participant, in_force
from core.text import fold

_PROJECT, _BESIDE = "proje", 25
"""A word's beginning, and the characters within which it tells what months are of."""
_SHORTEST_LONG, _LONGEST_LONG = 2, 12
"""Months of a long activity (guide, part B)."""
_OF_A_STAY = ("learning_activities", "individual_support", "travel", "linguistic_support")
"""Topics whose months are those of a stay."""


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
                if self._judge_field(speaker, turn, kind):
                    self._judge_length(speaker, turn, kind)
                self._say_kind(speaker, kind)
            return finish(speaker, self.topic)
        if turn.message.turns_on("called") and (called := self._called(turn)):
            self._say_name(speaker, called)
            return finish(speaker, self.topic)
        if turn.field:
            kinds = [kind for kind in kinds if turn.field in kind.fields]
        tells_length = turn.names("days") or turn.names("months")
        if (
            turn.message.asks
            and tells_length
            and (whole(turn.said.days) or whole(turn.said.months))
        ):
            return self._by_length(speaker, turn, kinds)
        whose = self._whose(turn)
        if whose:
            kinds = [kind for kind in kinds if whose in kind.participants]
        lines = [_kind_line(speaker, kind) for kind in kinds]
        key = "learning-activities-field" if turn.field else "learning-activities"
        key = f"learning-activities-of-{whose}" if whose else key
        speaker.say(key, lines="\n".join(lines), field=turn.field).rest_on(*kinds)
        return finish(speaker, self.topic)

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
        lines = "\n".join(_kind_line(speaker, kind) for kind in fit or kinds)
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
        lines = "\n".join(_kind_line(speaker, kind) for kind in kinds)
        speaker.say("activity-called-one-of", lines=lines).rest_on(*kinds)

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
        lines = [_kind_line(speaker, each) for each in possible if field in each.fields]
        speaker.say("learning-activities-field", lines="\n".join(lines), field=field)
        return False

    def _judge_length(self, speaker: Speaker, turn: Turn, kind: ActivityKind) -> None:
        days, months = whole(turn.said.days), whole(turn.said.months)
        if days is None and months is None:
            return
        verdict = judgements.activity_length(turn.call, turn.day, kind.id, days, months)
        key = verdict.code.replace("_", "-")
        speaker.say(key, unit="days" if days is not None else "months", number=days or months)

    def _say_kind(self, speaker: Speaker, kind: ActivityKind) -> None:
        speaker.say("learning-activity", line=_kind_line(speaker, kind))
        speaker.say("learning-activity-about", about=getattr(kind.description, speaker.language))
        speaker.rest_on(kind)


def _asked(turn: Turn) -> str | None:
    """Return what is asked of a length: 'verdict' for a yes: not to 'is that too long?'."""
    message = turn.message
    doubtful = message.hangs_on("doubtful") or message.turns_on("forbidden") or message.denies
    return "verdict" if message.whether and not doubtful else None


def _kind_line(speaker: Speaker, kind: ActivityKind) -> str:
    return speaker.phrase(
        "activity-line",
        activity=kind.id,
        minimum=kind.minimum,
        unit=kind.minimum_unit,
        maximum=kind.maximum_months,
        fields=", ".join(speaker.phrase("field-name", field=field) for field in kind.fields),
    )


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


class ActionIndividualSupport(TopicAction):
    """Individual support: rates, or the sum for people and days."""

    topic = "individual_support"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        if turn.message.turns_on("travel_days") and turn.message.length <= SENTENCE:
            speaker.say("support-travel-days-unknown")
        if self._of_hosts(turn):
            speaker.say("support-hosts-unknown").rest_on(
                *in_force(turn.call.learning.travel, turn.day)
            )
            return finish(speaker, self.topic)
        days = activity.days(turn)
        if self._is_long(turn) and (days or 0) < _SHORTEST_LONG * DAYS_A_MONTH:
            speaker.say("support-unknown-long")
            activity.say_journeys(speaker, turn)
            speaker.say("linguistic-support").rest_on_facts(["linguistic_support"])
            _say_linguistic_sum(speaker, turn, activity.travellers(turn), "linguistic_support")
            return finish(speaker, self.topic)
        if days is None:
            kinds: list[Participant] = (
                turn.said.participant or turn.background.participant or ["staff", "learner"]
            )
            _say_rates(speaker, turn, "individual-support", kinds)
            return finish(speaker, self.topic)
        if turn.message.turns_on("after_days") and not self._stays(turn):  # 'after two weeks?'
            kinds = turn.said.participant or ["staff", "learner"]
            _say_rates(speaker, turn, "individual-support", kinds)
            return finish(speaker, self.topic)
        if self._asks_if_enough(turn) and (kinds_meant := activity.too_short_for(turn, days)):
            speaker.say("activity-too-short", unit="days", number=days)
            for kind in kinds_meant:
                speaker.say("learning-activity", line=_kind_line(speaker, kind)).rest_on(kind)
            return finish(speaker, self.topic)
        support = activity.say_support(speaker, turn, days)
        kinds = turn.said.participant or ["staff", "learner"]
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
        return finish(speaker, self.topic)

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


def _values(turn: Turn, *names: str) -> list[Decimal]:
    """Return the numbers of some units of the message itself, as they stand."""
    return [Decimal(str(e["value"])) for e in turn.message.entities if e["entity"] in names]


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
