"""Answers who tells of journeys, changes them or asks about them."""

from __future__ import annotations

from decimal import Decimal

from actions.base import PartnerisAction, Reply, finish
from actions.journeys.costs import Pricing
from actions.journeys.hearing import Heard, Hearing, amounts_asked
from actions.journeys.model import Journeys
from actions.journeys.saying import Saying
from actions.turn import Change, Turn


class ActionJourneys(PartnerisAction):
    """Meetings and learning activities with their groups: sums group by group, and together."""

    topic = "journeys"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        hearing = Hearing(turn)
        heard = hearing.heard()
        assert heard is not None
        speaker = turn.speaker()
        pricing = Pricing(turn.call, turn.day, hearing.places)
        saying = Saying(speaker, turn, hearing.places, pricing)
        self._say(saying, turn, heard)
        journeys = heard.journeys.model_copy(update={"current": True})
        event = journeys.event
        assert event is not None
        topic = "meetings" if event.kind == "meeting" else "individual_support"
        if event.kind != "meeting" and event.days is None:
            topic = "travel"
        answer = finish(speaker, topic)
        answer = answer.model_copy(update={"amount": None, "sums": {}})
        return Reply(
            turn,
            answer,
            topic=topic,
            journeys=journeys,
            sums=sums_of(journeys, pricing),
            change=_change(turn, heard, pricing),
        )

    def _say(self, saying: Saying, turn: Turn, heard: Heard) -> None:
        event = heard.journeys.event
        assert event is not None
        match heard.question:
            case "unclear":
                saying.ask_which(event)
            case "who":
                saying.ask_who()
            case "hosts":
                saying.hosts(event)
            case "why":
                saying.why(event)
            case "per_head":
                saying.per_head(event)
            case "daily":
                saying.daily(event, heard.group)
            case "days_of_meeting":
                saying.days_of_meeting(event)
            case "far":
                saying.distance(*heard.towns)
            case "difference":
                saying.difference()
            case "too_short":
                saying.too_short(event, heard.days)
            case "rates":
                saying.rates(event)
            case _:
                assert heard.change is not None
                saying.change(heard, amounts_asked(turn))


def sums_of(journeys: Journeys, pricing: Pricing) -> dict[str, Decimal]:
    """Return the sums of all events by topic, EUR."""
    found: dict[str, Decimal] = {}
    for event in journeys.counted:
        for key, amount in pricing.cost(event).by_topic.items():
            found[key] = found.get(key, Decimal(0)) + amount
    return found


def _change(turn: Turn, heard: Heard, pricing: Pricing) -> Change | None:
    """Return by how much the message changed what all comes to; none: nothing was before."""
    before, now = turn.journeys.counted, heard.journeys.counted
    if not before or heard.change is None:
        return None
    sums = [pricing.total(before), pricing.total(now)]
    return Change(before=sums[0], now=sums[1]) if sums[0] != sums[1] else None
