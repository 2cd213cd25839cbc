"""Multiplier events: who is paid for, and the sums of those who come."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal

from actions import events
from actions.base import Reply, TopicAction, finish
from actions.counts import may_count, whole
from actions.project_types import names_outputs
from actions.said import Said
from actions.sum_lines import say_line
from actions.turn import Turn
from bot.responses import Answer, Speaker
from core import sums
from core.text import fold

_FROM = (" no", " from", " from the")
"""The words before a partner whose people are told of."""


class ActionMultiplierEvents(TopicAction):
    """Multiplier events: rates and conditions, or the sum for participants."""

    topic = "multiplier_events"

    def reply(self, turn: Turn) -> Reply:
        """See base class; those who are paid for are kept for what follows, without own staff."""
        reply = super().reply(turn)
        own_staff = turn.message.turns_on("own_staff") and not _without_own_staff(turn)
        counted = self._others_and_own(turn) if own_staff else None
        if counted is None:
            return reply
        local, international = ([Decimal(each)] for each in counted[:2])
        rest = {"local": local, "international": international, "number": []}
        rest |= {} if turn.names("events") else {"events": []}
        said = turn.said.model_copy(update=rest)
        return replace(reply, turn=replace(turn, said=said))

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        if not self._judge(speaker, turn):
            self._sums(speaker, turn)
        speaker.say("multiplier-events")
        return finish(speaker, self.topic)

    def _judge(self, speaker: Speaker, turn: Turn) -> bool:
        """Say whether what is asked about is paid; tell if it is not, so that no sum is due."""
        message = turn.message
        if turn.known.project_type == ["good_practice"] and turn.field != "higher_education":
            supposed = message.asks_if_right and (message.turns_on("forbidden") or message.denies)
            verdict = "right" if supposed else "no"  # 'So we cannot have any? Is that right?'
            speaker.say("event-not-in-good-practice", verdict=verdict)
            if message.has("outputs") or names_outputs(turn):
                speaker.say("outputs-not-in-good-practice", verdict="rule" if supposed else "no")
            return True
        if message.lacks("outputs"):
            speaker.say("event-without-outputs")
            return True
        others = turn.names("local") or turn.names("international")
        if message.turns_on("more_than_one") and not (others or turn.names("events")):
            speaker.say("event-number-open")
            return True
        own_staff = message.turns_on("own_staff") or self._from_a_partner(turn)
        own_staff = own_staff and not (self._of_learners(turn) or _without_own_staff(turn))
        if own_staff and self._without_own(speaker, turn):
            return True
        if own_staff and (message.whether or turn.follows or not others):
            speaker.say("event-not-for-own-staff")
            return not others or turn.follows  # 'and if 10 of the locals are our own staff?'
        if message.turns_on("online") and not message.turns_on("ceiling"):
            speaker.say("event-online-unknown")
            return not others
        if message.whether and message.has("outputs"):
            speaker.say("event-with-outputs")
        return False

    def _from_a_partner(self, turn: Turn) -> bool:
        """Tell whether people of a partner are named: 'four from the Polish partner'."""
        partners = {each["start"] for each in turn.message.marks if each["word"] == "a_partner"}
        return any(
            each["end"] + 1 in partners
            and f" {fold(turn.message.text[: each['start']])}".endswith(_FROM)
            for each in turn.message.entities
            if each["entity"] == "country"
        )

    def _of_learners(self, turn: Turn) -> bool:
        """Tell whether learners are named: of them the rule for own staff says nothing."""
        return any(each["value"] == "learner" for each in turn.message.entities)

    def _without_own(self, speaker: Speaker, turn: Turn) -> bool:
        """Say the sum without own staff, where they and all are counted; tell if so."""
        counted = self._others_and_own(turn)
        if counted is None:
            return False
        local, international, own = counted
        speaker.say("event-not-for-own-staff")
        if own:
            speaker.say("event-rest-without-own", people=own)
        if not turn.names("events"):  # '50 locals and 6 of our own team' counts no events
            turn = replace(turn, said=turn.said.model_copy(update={"events": []}))
        self._several(speaker, turn, local, international)
        return True

    def _others_and_own(self, turn: Turn) -> tuple[int, int, int] | None:
        """Return local and international participants that are not the partners' own, and those.

        'Un ja 10 no vietējiem ir mūsu darbinieki?'
        """
        said, before = turn.said, turn.last_said if turn.follows else Said()
        among_foreigners = turn.message.turns_on("of_foreigners")  # '13 of the foreigners are ours'
        abroad = bool(before.international) and turn.names("international")
        abroad = abroad or among_foreigners
        others, at_home = before.international, before.local
        if among_foreigners:
            others, at_home = others or said.international[:1], at_home or said.local
        all_of_them = others if abroad else before.local or said.local
        again = bool(before.local) and turn.names("local")
        counted = said.local if again else None
        if abroad and turn.names("international"):
            counted = said.international if before.international else said.international[1:]
        bare = [] if turn.names("events") else said.events  # '50 locals and 6 of our own team'
        own = whole(counted or said.number or said.such or said.people or bare)
        everybody = whole(all_of_them, 0) or 0
        if own is None or own >= everybody:
            return None
        if not (abroad or again or turn.message.has("among")):
            own = 0  # '40 locals and 10 of our own staff' counts them apart
        if abroad:
            return whole(at_home, 0) or 0, everybody - own, own
        return everybody - own, whole(said.international, 0) or 0, own

    def _sums(self, speaker: Speaker, turn: Turn) -> None:
        if apart := events.apart(turn):
            self._apart(speaker, turn, apart)
            return
        said = turn.said
        local, international = self._named(turn, "local"), self._named(turn, "international")
        people = whole(said.people) or (self._counted_alone(turn) if international else None)
        if people and said.country and not international:  # '10 guests from Germany'
            abroad = turn.call.agency_country not in said.country
            international, local = (people, local) if abroad else (international, people)
        elif people and international and not local:  # '60 people from here, 15 from abroad'
            among = turn.message.has("among") and not _without_own_staff(turn)
            local = people - international if among else people
        if people and not local and not international:
            speaker.say("event-people", people=people)
            self._several(speaker, turn, people, 0)
            self._several(speaker, turn, 0, people)
        elif local or international:
            self._several(speaker, turn, local, international)

    def _named(self, turn: Turn, kind: Literal["local", "international"]) -> int:
        """Return the people of a kind; several numbers of one event add up.

        '30 vietējie skolēni un 20 vietējie skolotāji', not '30 or 40 locals'.
        """
        numbers = turn.said.local if kind == "local" else turn.said.international
        first = whole(numbers, 0) or 0
        among = turn.message.has("among") and not _without_own_staff(turn)
        apart = turn.message.turns_on("or") or among or turn.corrects
        if not turn.names(kind) or turn.said.events or apart:
            return first
        return int(sum(numbers))

    def _apart(self, speaker: Speaker, turn: Turn, several: list[events.Event]) -> None:
        """Say what each of several events comes to, and all of them, up to the cap of a project."""
        local, international = (sum(each) for each in zip(*several, strict=True))
        line = sums.multiplier_event(turn.call, turn.day, local, international)
        self._say_whether_all(speaker, turn, line)
        for each in several:
            self._say_uncapped(speaker, turn, each)
        say_line(speaker, "event-sum-several", line, count=len(several))

    def _say_uncapped(self, speaker: Speaker, turn: Turn, event: events.Event) -> None:
        """Say one of several events' sum: the cap is for all of them together."""
        line = sums.event_people(turn.call, turn.day, *event)
        local, international = event
        say_line(speaker, "event-sum", line, counts=False, local=local, international=international)

    def _say_whether_all(self, speaker: Speaker, turn: Turn, line: sums.Line) -> None:
        """Say that the cap cuts a sum, where it is asked whether all of it is paid."""
        message = turn.message
        words = ("all_of_it", "fits_in", "within_limit", "conclusion", "beyond")
        named = any(message.turns_on(each) for each in words) or message.hangs_on("enough")
        if line.capped_by and message.asks and (named or message.whether):
            speaker.say("event-not-all")

    def _counted_alone(self, turn: Turn) -> int | None:
        """Return those of whom only a country is told: '40 no Latvijas, 15 no ārzemēm'."""
        alone = (
            each["value"]
            for each in turn.message.entities
            if each["entity"] == "organisations" and each["text"].isdigit()
        )
        at_home = turn.call.agency_country in turn.said.country
        return whole(alone) if at_home else None

    def _sum(
        self, speaker: Speaker, turn: Turn, local: int, international: int, counts: bool = True
    ) -> None:
        line = sums.multiplier_event(turn.call, turn.day, local, international)
        say_line(
            speaker, "event-sum", line, counts=counts, local=local, international=international
        )

    def _several(self, speaker: Speaker, turn: Turn, local: int, international: int) -> None:
        """Say what an event comes to, and several such events, up to the cap of a project."""
        count = whole(turn.said.events or turn.said.times or self._bare(turn)) or 1
        altogether = turn.names("scope") and "all" in turn.said.scope and turn.names("events")
        if altogether and not events.told_for_each(turn):
            count = 1  # '250 people in three conferences altogether'
        line = sums.multiplier_event(turn.call, turn.day, local, international, count)
        self._say_whether_all(speaker, turn, line)
        self._sum(speaker, turn, local, international, counts=count == 1)
        if count > 1:
            say_line(speaker, "event-sum-several", line, count=count)

    def _bare(self, turn: Turn) -> list[Decimal]:
        """Return a number without a unit where all participants are counted: 'and 3 of them'."""
        counts = turn.follows and turn.names("number") and not turn.adds
        few = all(may_count("events", each) for each in turn.said.number)
        return turn.said.number if counts and few else []


def _without_own_staff(turn: Turn) -> bool:
    """Tell whether those who come are said to be no partners' staff: 'none of them is ours'."""
    return turn.message.turns_on("none_of_them")
