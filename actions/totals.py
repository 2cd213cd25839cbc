"""What the sums of several topics come to, and by how much the last one changed."""

from __future__ import annotations

from decimal import Decimal

from actions.base import OF_JOURNEYS, PartnerisAction, Reply, finish
from actions.journeys.together import event_line, journey_costs
from actions.turn import Turn
from bot.responses import Speaker


class ActionTotal(PartnerisAction):
    """Adds up the last sum of each topic; the topic before stays the one that is followed up."""

    topic = "total"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        speaker = turn.speaker()
        if not turn.sums:
            speaker.say("total-nothing")
            return Reply(turn, finish(speaker, self.topic))
        added = _asked_together(turn)
        lines = [_total_line(speaker, kind, amount) for kind, amount in added]
        if turn.journeys.events and not turn.left_out:
            beside = [each for each in added if each[0].partition("/")[0] not in OF_JOURNEYS]
            costs = journey_costs(turn)
            lines = [_total_line(speaker, *each) for each in beside]
            lines += [event_line(turn, speaker, each) for each in costs]
            added = beside + [("", each.amount) for each in costs]
        total = sum((amount for _, amount in added), Decimal(0))
        speaker.say("total", amount=total, lines="\n".join(lines))
        if {key for key, _ in added} == {"multiplier_events"} and turn.message.turns_on("ceiling"):
            most = turn.call.number("event_cap", turn.day)
            speaker.say("total-within-event-cap" if total < most else "total-event-cap-reached")
        return Reply(turn, finish(speaker, self.topic))


class ActionDifference(PartnerisAction):
    """By how much the last change made a sum larger or smaller."""

    topic = "difference"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        speaker, change = turn.speaker(), turn.change
        if change is None:
            speaker.say("difference-nothing")
            return Reply(turn, finish(speaker, self.topic))
        speaker.say(
            "difference",
            before=change.before,
            now=change.now,
            difference=abs(change.now - change.before),
            direction="more" if change.now > change.before else "less",
        )
        return Reply(turn, finish(speaker, self.topic))


def _asked_together(turn: Turn) -> list[tuple[str, Decimal]]:
    """Return the sums that are added up: the last of each topic, or both of the only one.

    'Un uz Romu?' puts another journey in place of the one before; 'Cik abiem?' means them both.
    """
    [*sums_of_topics] = turn.sums.items()
    if gone := turn.left_out:  # 'the total without the Spaniard'
        return [each for each in sums_of_topics if not gone & {*each[0].split("/")}]
    change, (last, amount) = turn.change, sums_of_topics[-1]
    both = turn.message.has("both") and change and change.now == amount and not change.corrected
    if both and change and len(sums_of_topics) == 1:
        topic = last.partition("/")[0]  # whom the sum before was for is not kept
        second = change.now - change.before if turn.last_said.on_top else change.now
        return [(topic, change.before), (last, second)]
    return sums_of_topics


def _total_line(speaker: Speaker, kind: str, amount: Decimal) -> str:
    """Word one line of the total; `kind` is a topic, with whom or what the sum is for behind it."""
    topic, *parts = kind.split("/")
    line = speaker.phrase("total-line", topic=topic, amount=amount)
    match parts:
        case [participant]:
            return speaker.phrase("total-line-participant", line=line, participant=participant)
        case [country, staff]:
            return speaker.phrase("total-line-work", line=line, country=country, staff=staff)
        case _:
            return line
