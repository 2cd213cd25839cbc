"""Exceptional costs and special needs: what is paid of real costs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from actions.base import Reply, TopicAction, finish, plain_answer
from actions.sum_lines import amount_of, say_line
from actions.turn import Turn
from bot.responses import Answer, Speaker
from core import sums


class ActionExceptionalCosts(TopicAction):
    """Exceptional costs: the share, or what an amount brings back."""

    topic = "exceptional_costs"

    def reply(self, turn: Turn) -> Reply:
        """See base class; the costs are kept where only what is left of them was named."""
        reply, costs = super().reply(turn), self._costs(turn)
        if costs in (None, amount_of(turn)):
            return reply
        said = turn.said.model_copy(update={"euro": [costs]})
        return replace(reply, turn=replace(turn, said=said))

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        costs = self._costs(turn)
        self._say_wrong_share(speaker, turn, costs)
        if self._of_equipment(turn):
            speaker.say("equipment-ordinary")
        elif self._of_own_means(turn):
            speaker.say("exceptional-not-own")
        elif self._asks_for_most_costs(turn, costs):
            most = sums.most_exceptional_costs(turn.call, turn.day)
            speaker.say("exceptional-most-costs", amount=most.requested).rest_on(*most.rests_on)
        elif costs:
            if turn.last_topic == "equipment":
                speaker.say("exceptional-if-accepted")
            line = sums.exceptional_costs(turn.call, turn.day, costs)
            key = "exceptional-sum-capped" if line.capped_by else "exceptional-sum"
            of = "guarantee" if turn.message.turns_on("guarantee") else None  # beside the cap
            say_line(speaker, key, line, of, costs=costs, rest=costs - line.amount)
            speaker.rest_on_facts(["own_costs"])
        speaker.say("exceptional-costs")
        return finish(speaker, self.topic)

    def _say_wrong_share(self, speaker: Speaker, turn: Turn, costs: Decimal | None) -> None:
        """Say no to a share that somebody takes for right, or wants to have confirmed, and is not.

        'Are they paid in full?', 'just say that it is 100 %'
        """
        message = turn.message
        right = turn.call.number("exceptional_share", turn.day)
        asks = (message.whether and not message.open) or message.turns_on("orders")
        if costs or not asks or message.has("special") or right in message.percent:
            return
        if len(message.percent) == 1:
            speaker.say("exceptional-other-share", share=message.percent[0])
        elif message.turns_on("fully"):
            speaker.say("exceptional-not-in-full")

    def _of_equipment(self, turn: Turn) -> bool:
        """Tell whether it is asked if ordinary equipment may be such costs.

        Not of a firm's work beside it, nor of a participant with special needs.
        """
        message = turn.message
        others = message.has("special") or message.hangs_on("much") or message.denies
        others = others or "companies" in message.marked("who") or bool(message.marked("output"))
        asks = message.whether or message.hangs_on("may") or message.turns_on("orders")
        return asks and message.turns_on("device") and not others

    def _of_own_means(self, turn: Turn) -> bool:
        """Tell whether it is asked if others may be paid for what a partner can do itself.

        'Is subcontracting fine if our partner could do it?'; 'none of us can do it' is the rule.
        """
        message = turn.message
        cannot = message.denies or message.turns_on("forbidden")
        return message.asks and message.turns_on("own_means") and not (cannot or turn.said.euro)

    def _asks_for_most_costs(self, turn: Turn, costs: Decimal | None) -> bool:
        """Tell whether it is asked how much may be spent until the cap of a project is reached.

        'Cik lielus rēķinus plānot, lai nepārsniegtu 50 000 griestus?'
        """
        most = turn.message.turns_on("ceiling") or turn.message.turns_on("most")
        spends = most and turn.message.turns_on("spending")
        cap = turn.call.number("exceptional_cap", turn.day)
        asks = turn.message.hangs_on("much") or turn.message.hangs_on("open")
        return spends and asks and costs in (None, cap)

    def _costs(self, turn: Turn) -> Decimal | None:
        """Return the costs that were named; those before where it is asked about their rest.

        'And the other 4 000?'
        """
        costs = amount_of(turn)
        if costs == turn.call.number("exceptional_cap", turn.day) and turn.message.asks:
            of_cap = turn.message.turns_on("ceiling") and not turn.message.hangs_on("much")
            costs = None if of_cap else costs  # 'There is a limit of 50 000, for what?'
        before = next((each for each in turn.last_said.euro if each > 0), None)
        rest = turn.message.has("remains") or turn.message.turns_on("own_share")
        rest = rest and turn.last_topic == self.topic and not turn.message.has("supposes")
        # 'so we have to find 30 000 ourselves?'
        if costs and before and rest:
            paid = sums.exceptional_costs(turn.call, turn.day, before).amount
            return before if costs == before - paid else costs
        return costs


class ActionSpecialNeeds(TopicAction):
    """Special needs support."""

    topic = "special_needs"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        if self._judge(speaker, turn):
            return plain_answer(turn, self.topic, speaker)
        told = turn.names("euro") or turn.names("number")  # 'rēķins būs 1400, cik procentu?'
        asks_share = turn.message.turns_on("share") and not told
        if (costs := amount_of(turn)) and not asks_share:
            line = sums.special_needs(turn.call, turn.day, costs)
            say_line(speaker, "special-needs-sum", line, costs=costs)
        return plain_answer(turn, self.topic, speaker)

    def _judge(self, speaker: Speaker, turn: Turn) -> bool:
        """Say whether the support is within a cap, or 100 per cent; tell if anything was said."""
        message = turn.message
        amounts = [each for each in message.entities if each["entity"] == "euro"]
        if len(amounts) > 1:
            return False  # each kind of costs has its own
        beside, capped = message.has("exceptional"), message.turns_on("ceiling")
        share = bool(message.percent) or message.turns_on("fully")
        within = capped or message.turns_on("within")
        of_cap = amount_of(turn) == turn.call.number("exceptional_cap", turn.day)
        beside = beside or (of_cap and message.whether)  # 'Is it within the 50 000?'
        if (within and turn.last_topic == "exceptional_costs") or (
            beside and (within or (message.whether and not share))
        ):
            speaker.say("special-needs-not-in-cap")
            return True
        if capped:
            speaker.say("special-needs-no-cap")
            return True
        if message.whether and message.asks_with("own_share"):
            speaker.say("special-needs-no-own-share")
            return True
        if not share or not message.whether or turn.names("euro"):
            return False
        if others := self._wrong_shares(turn):
            speaker.say("special-needs-other-share", share=others[0])
        else:
            speaker.say("special-needs-all")
        return True

    def _wrong_shares(self, turn: Turn) -> list[Decimal]:
        """Return the numbers of per cent in the message, unless the right one is among them."""
        share = turn.call.number("special_needs_share", turn.day)
        return [] if share in turn.message.percent else turn.message.percent
