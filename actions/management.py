"""Management: the money a month for coordinator and partners."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from actions.base import Reply, TopicAction, finish
from actions.consortium_case import names_of
from actions.counts import CROWD, SHORTEST_PROJECT, may_count, whole
from actions.members import Consortium, Organisation
from actions.sum_lines import say_line
from actions.turn import PLAN, Turn
from actions.values_meant.grant import asks_for_own_part
from bot.responses import Answer, Speaker
from core import sums


class ActionManagement(TopicAction):
    """Management money a month, and for a number of organisations and months."""

    topic = "management"

    def reply(self, turn: Turn) -> Reply:
        """See base class; a length that was told is kept for later questions."""
        memory = turn.members.memory.model_copy(
            update={"money": True, "compares": self._compares(turn)}
        )
        reply = super().reply(turn)
        turn = replace(turn, members=replace(turn.members, memory=memory))
        reply = replace(reply, turn=turn)
        months = turn.said.months
        if not months or min(months) < SHORTEST_PROJECT:
            return reply
        told = turn.background.model_copy(update={"months": months[:1]})
        return replace(reply, turn=replace(reply.turn, background=told))

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        organisations, months = turn.known.organisation_count, whole(turn.known.months)
        plan = turn.plan
        told = turn.said.organisations or turn.said.months
        if plan.active and plan.has_basics and not told:  # 'Tagad arī vadību.'
            organisations, months = len(plan.partners(turn.call)[0]), plan.months
        self._judge_month(speaker, turn)
        if not plan.active and turn.members.known and turn.members.now.count > 0:
            self._say_case(speaker, turn, months)
        elif self._of_coordinator(turn):
            line = sums.coordinator_management(turn.call, turn.day, months or 1)
            key = "management-coordinator-sum" if months else "management-coordinator-month"
            say_line(speaker, key, line, counts=False, months=months)
        elif self._of_partner(turn) or (organisations == 1 and months):
            line = sums.partner_management(turn.call, turn.day, months or 1)
            key = "management-partner-sum" if months else "management-partner-month"
            say_line(speaker, key, line, counts=False, months=months)
        elif organisations and self._asks_for_own_part(turn):
            self._say_own(speaker, turn, months)
        elif organisations:
            self._say_sum(speaker, turn, organisations, months)
        speaker.say("management")
        return finish(speaker, self.topic)

    def _say_case(self, speaker: Speaker, turn: Turn, months: int | None) -> None:
        """Say what the consortium that was told gets: all of it, or whoever is asked about."""
        members, asked = turn.members, turn.message.asked_of_members
        months = None if months and self._asks_for_a_month(turn) else months
        before = members.compared
        moved = before is None or before.organisations != members.now.organisations
        changed = members.changed and before is not None and moved
        all_too = turn.names("scope") or changed
        ours = "our_share" in asked or asks_for_own_part(turn)
        if ours and not all_too and "each_share" not in asked:
            self._say_own(speaker, turn, months)
        elif members.named and "shares" in asked and not changed:
            self._say_theirs(speaker, turn, members.named, months)
        else:
            self._say_sum(speaker, turn, members.now.count, months)
            if ours and "each_share" not in asked:
                self._say_own(speaker, turn, months)
        if before and (changed or self._compares(turn)):
            self._say_compared(speaker, turn, before, months)
        if members.assumed:
            speaker.say("case-own", country=turn.home)

    def _asks_for_a_month(self, turn: Turn) -> bool:
        return turn.message.turns_on("a_month") and not turn.names("months")

    def _compares(self, turn: Turn) -> bool:
        """Tell whether it is asked how much more or less, now or just before: 'un 22 mēn.?'."""
        again = turn.members.memory.compares and bool(turn.said.months) and turn.message.short
        return "less" in turn.message.asked_of_members or again

    def _asks_for_own_part(self, turn: Turn) -> bool:
        """Tell whether of the sum before one's own part is asked for: 'un cik no tā mums?'."""
        others = turn.names("organisations") or turn.names("scope")
        return asks_for_own_part(turn) and turn.last_topic == self.topic and not others

    def _say_own(self, speaker: Speaker, turn: Turn, months: int | None) -> None:
        """Say what those who ask get themselves."""
        now = turn.members.now
        if now.own and now.own.status != "in":
            speaker.say("management-none-associated")
            return
        share = sums.coordinator_management if now.own_leads else sums.partner_management
        line = share(turn.call, turn.day, months or 1)
        role = "coordinator" if now.own_leads else "partner"
        say_line(speaker, "management-own", line, counts=False, role=role, months=months or 0)

    def _say_theirs(
        self, speaker: Speaker, turn: Turn, theirs: list[Organisation], months: int | None
    ) -> None:
        """Say what some of the organisations get together, each as the coordinator or a partner."""
        now, whether = turn.members.now, turn.message.whether
        paid = [each for each in theirs if each.status == "in"]
        if not paid:
            speaker.say("management-none-associated")
            return
        if whether:
            speaker.say("management-every-partner")
        leads = [each for each in paid if each == now.leader or (each.own and now.own_leads)][:1]
        line = sums.share(turn.call, turn.day, bool(leads), len(paid) - len(leads), months or 1)
        names = names_of(turn, paid)
        say_line(speaker, "management-theirs", line, counts=False, names=names, months=months or 0)

    def _say_compared(
        self, speaker: Speaker, turn: Turn, before: Consortium, months: int | None
    ) -> None:
        """Say how much more or less that is than before the change."""
        if before.count < 1:
            return
        old = sums.management(turn.call, turn.day, before.count, months or 1).amount
        new = sums.management(turn.call, turn.day, turn.members.now.count, months or 1).amount
        change = "less" if new < old else "more" if new > old else "same"
        speaker.say(
            "management-compared",
            change=change,
            organisations=before.count,
            before=old,
            difference=abs(new - old),
        )

    def _say_sum(
        self, speaker: Speaker, turn: Turn, organisations: int, months: int | None
    ) -> None:
        """Say what all organisations get, a month or altogether, and who gets how much of it."""
        line = sums.management(turn.call, turn.day, organisations, months or 1)
        self._judge_calculation(speaker, turn, line.amount / (months or 1))
        if line.capped_by and turn.message.asks and turn.message.turns_on("for_all"):
            speaker.say("management-not-for-all")
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
        elif organisations > 1 and self._asks_for_shares(turn):
            speaker.say(
                "management-shares" if months else "management-month-shares",
                coordinator=sums.coordinator_management(turn.call, turn.day, months or 1).amount,
                partner=sums.partner_management(turn.call, turn.day, months or 1).amount,
            )

    def _judge_calculation(self, speaker: Speaker, turn: Turn, monthly: Decimal) -> None:
        """Say whether a sum a month is right that is worked out: '500 + 13x250, correct?'."""
        said = turn.said
        named = {each for each in [*said.euro, *said.number] if each > CROWD}
        if turn.message.turns_on("true") and len(named) > 1 and monthly not in named:
            speaker.say("management-neither", amount=monthly)
            return
        amount = turn.message.worked_out
        if amount is not None and turn.message.turns_on("a_month"):
            speaker.say("claim-right" if amount == monthly else "claim-wrong", amount=amount)

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
        known = turn.members.known or turn.last_topic == self.topic
        each = "each_share" in turn.message.asked_of_members and known
        each = each or turn.message.has("each_partner")
        return each or (turn.follows and turn.names("partner_role"))

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
