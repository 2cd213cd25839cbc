"""Management: the money a month for coordinator and partners."""

from __future__ import annotations

from actions.base import TopicAction, finish
from actions.counts import may_count, whole
from actions.sum_lines import say_line
from actions.turn import PLAN, Turn
from bot.responses import Answer, Speaker
from core import sums


class ActionManagement(TopicAction):
    """Management money a month, and for a number of organisations and months."""

    topic = "management"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        organisations, months = turn.known.organisation_count, whole(turn.known.months)
        plan = turn.plan
        if plan.active and plan.has_basics and not turn.said.named:  # 'Tagad arī vadību.'
            organisations, months = len(plan.partners(turn.call)[0]), plan.months
        self._judge_month(speaker, turn)
        if self._of_coordinator(turn):
            line = sums.coordinator_management(turn.call, turn.day, months or 1)
            key = "management-coordinator-sum" if months else "management-coordinator-month"
            say_line(speaker, key, line, counts=False, months=months)
        elif self._of_partner(turn) or (organisations == 1 and months):
            line = sums.partner_management(turn.call, turn.day, months or 1)
            key = "management-partner-sum" if months else "management-partner-month"
            say_line(speaker, key, line, counts=False, months=months)
        elif organisations:
            self._say_sum(speaker, turn, organisations, months)
        speaker.say("management")
        return finish(speaker, self.topic)

    def _say_sum(
        self, speaker: Speaker, turn: Turn, organisations: int, months: int | None
    ) -> None:
        """Say what all organisations get, a month or altogether, and who gets how much of it."""
        line = sums.management(turn.call, turn.day, organisations, months or 1)
        key = "management-sum" if months else "management-month"
        say_line(
            speaker,
            key,
            line,
            counts=bool(months) and PLAN not in turn.sums,  # the plan's sum holds it
            organisations=organisations,
            months=months,
            monthly=line.amount / (months or 1),
        )
        if line.capped_by:  # more may take part all the same
            speaker.say("largest-consortium")
        elif months and organisations > 1 and self._asks_for_shares(turn):
            speaker.say(
                "management-shares",
                coordinator=sums.coordinator_management(turn.call, turn.day, months).amount,
                partner=sums.partner_management(turn.call, turn.day, months).amount,
            )

    def _judge_month(self, speaker: Speaker, turn: Turn) -> None:
        """Say that a sum a month is not right that was named for the coordinator or a partner."""
        each = turn.message.has("each_partner") and not turn.said.partner_role
        if each or self._of_partner(turn):
            line = sums.partner_management(turn.call, turn.day, 1)
        elif self._of_coordinator(turn):
            line = sums.coordinator_management(turn.call, turn.day, 1)
        else:
            return
        monthly = turn.message.monthly
        if monthly and line.amount not in monthly:
            speaker.say("management-not-a-month", asked=monthly[0])

    def _asks_for_shares(self, turn: Turn) -> bool:
        """Tell whether it is asked who gets how much of it: 'cik no tā katram partnerim?'."""
        return turn.message.has("each_partner") or (turn.follows and turn.names("partner_role"))

    def _of_partner(self, turn: Turn) -> bool:
        """Tell whether a partner's share is asked for: 'if we are not the coordinator'."""
        return turn.gives_up("partner_role") and not (
            turn.said.organisations or turn.said.partner_role
        )

    def _of_coordinator(self, turn: Turn) -> bool:
        """Tell whether only the coordinator's share is asked for, now or in the message before."""
        if self._of_partner(turn):
            return False
        if turn.names("partner_role"):
            counts = any(
                each["entity"] in ("organisations", "we")
                or (each["entity"] == "number" and may_count("organisations", each["value"]))
                for each in turn.message.entities
            )
            on_top = turn.names("own") and turn.message.adds and turn.said.organisations
            if on_top:  # 'did he count the coordinator on top?'
                return False
            return not counts and not (turn.names("country") or len(turn.said.town) > 1)
        return bool(turn.said.partner_role) and not turn.said.organisations
