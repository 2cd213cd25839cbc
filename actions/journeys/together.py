"""What all events of a conversation come to."""

from __future__ import annotations

from actions.journeys.costs import Cost, Pricing
from actions.journeys.hearing import places_of
from actions.journeys.saying import head
from actions.turn import Turn
from bot.responses import Speaker

_A_PAIR = 2


def journey_costs(turn: Turn) -> list[Cost]:
    """Return what each event comes to.

    'Both' means an event and the one that was only supposed in its place, if there are no others.
    """
    journeys = turn.journeys
    pair = turn.message.has("both") and len(journeys.events) == _A_PAIR
    events = journeys.events if pair else journeys.counted
    pricing = Pricing(turn.call, turn.day, places_of(turn))
    return [pricing.cost(each) for each in events]


def event_line(turn: Turn, speaker: Speaker, cost: Cost) -> str:
    """Word one line of the total."""
    speaker.rest_on(*(rest for each in cost.groups for rest in each.rests_on))
    return f"• {head(speaker, places_of(turn), cost)}"
