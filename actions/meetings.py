"""Transnational meetings: what they pay by distance, and who gets nothing for them."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from actions.base import TopicAction, finish
from actions.counts import whole
from actions.listed import OF_EACH
from actions.places import Route, Trip, countries_of, place_named, route, trips
from actions.sum_lines import band_lines, say_line
from actions.topic_groups import SHORT
from actions.turn import Turn
from bot.responses import Answer, Speaker
from core import sums
from core.call import in_force

_BESIDE = 12
"""Letters within which people stand beside the organisations that each send so many."""


class ActionMeetings(TopicAction):
    """Transnational meetings: by band, or for people and a distance."""

    topic = "meetings"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        people, several = self._people(speaker, turn), trips(turn)
        if not self._say_nothing_is_paid(speaker, turn, several):
            self._say_sums(speaker, turn, several, people)
        speaker.say(
            "meetings", lines=band_lines(speaker, in_force(turn.call.meeting_bands, turn.day))
        )
        return finish(speaker, self.topic)

    def _people(self, speaker: Speaker, turn: Turn) -> int | None:
        """Return how many travel to a meeting; where each hosts in turn, say that hosts do not."""
        people = turn.said.travellers
        if people and turn.said.organisations and self._from_each(turn):
            people *= self._senders(turn)
            if turn.message.turns_on("rotates"):  # who hosts sends nobody
                self._say_hosts_get_nothing(speaker)
        return self._from_several_towns(turn) or people

    def _say_nothing_is_paid(self, speaker: Speaker, turn: Turn, several: list[Trip]) -> bool:
        """Say that hosts and who stays at home get nothing, if it is asked; tell if it was said."""
        named_far = turn.names("kilometres") or turn.names("town")
        if (self._is_hosted(turn) and not several) or self._of_hosts(turn):
            speaker.say("meetings-host-own-staff")
        elif self._asks_for_hosts(turn) or self._host_ourselves(turn):
            self._say_hosts_get_nothing(speaker)
        elif turn.message.has("at_home") and not named_far:
            # nothing is paid, whatever was told before
            speaker.say("meetings-at-home").rest_on_facts(["meetings_hosts"])
        else:
            return False
        return True

    def _say_hosts_get_nothing(self, speaker: Speaker) -> None:
        speaker.say("meetings-host-gets-nothing").rest_on_facts(["meetings_hosts"])

    def _is_hosted(self, turn: Turn) -> bool:
        """Tell whether the hosts' own people are named."""
        return turn.message.turns_on("own_staff") and turn.message.turns_on("hosts")

    def _say_sums(
        self, speaker: Speaker, turn: Turn, several: list[Trip], people: int | None
    ) -> None:
        """Say what meetings pay for the journeys or distances that are named, or by band."""
        said, travelled = turn.said, route(turn)
        counted = said.times if turn.names("times") or not said.meetings else said.meetings
        count = whole(counted, 1) or 1
        if several:
            self._trips(speaker, turn, several, people or 1, count)
            if self._is_hosted(turn):  # 'un cik saņem mēs, uzņēmēji, par saviem četriem?'
                self._say_hosts_get_nothing(speaker)
        elif len(distances := dict.fromkeys(said.kilometres)) > 1 and turn.message.asks:
            for kilometres in distances:  # '800 km away? And what if it is 2 100 km?'
                self._sum_from(speaker, turn, kilometres, people or 1, count)
        elif travelled.kilometres is not None:
            self._sum(speaker, turn, travelled, people or 1, count)
        elif people:
            self._by_band(speaker, turn, people, count)

    def _of_hosts(self, turn: Turn) -> bool:
        """Tell whether it is asked what a meeting at one's own place brings for one's own people.

        'Un mūsu pašu trim cilvēkiem?' after a meeting in Riga
        """
        message = turn.message
        own = message.turns_on("own_staff") or (message.has("ours") and turn.names("people"))
        towns = [each for each in message.entities if each["entity"] == "town"]
        departs = any(each.get("role") == "departure" for each in towns)
        named = {place.name for each in towns if (place := place_named(each["value"], turn))}
        if departs and len(towns) > 1 and len(named) == 1:
            return True  # 'the people from Lisbon when it's in Lisbon'
        if not own or departs or turn.names("kilometres"):
            return False
        if message.turns_on("hosts") or message.has("at_home"):
            return True
        before = turn.last_said.destination[-1:] if turn.last_topic == self.topic else []
        at_home = countries_of(before, turn) == [turn.call.agency_country]
        return at_home and not turn.names("town")

    def _asks_for_hosts(self, turn: Turn) -> bool:
        """Tell whether a few words ask for a meeting's hosts: 'and those who host?'."""
        far = turn.names("kilometres") or turn.names("town")
        few = turn.last_topic == self.topic and turn.message.length <= SHORT
        return few and turn.message.turns_on("host_people") and not far

    def _host_ourselves(self, turn: Turn) -> bool:
        """Tell whether it is asked what those get who have the meeting at home: 'pie sevis'."""
        others = turn.names("kilometres") or turn.names("town") or turn.names("people")
        return turn.message.turns_on("hosts_ourselves") and turn.message.asks and not others

    def _from_each(self, turn: Turn) -> bool:
        """Tell whether people come from each organisation: 'each of the 4 partners sends two'."""
        if turn.message.has("each_partner"):
            return True
        named = [e for e in turn.message.entities if e["entity"] in ("organisations", "people")]
        of_each = [each for each in named if each.get("role") == OF_EACH]
        if any(each["entity"] == "organisations" for each in of_each):
            return True
        return any(  # '4 partneri sūta pa 2 cilvēkiem'
            before["entity"] == "organisations"
            and people in of_each
            and people["start"] - before["end"] <= _BESIDE
            for before, people in pairwise(named)
        )

    def _senders(self, turn: Turn) -> int:
        """Return how many organisations send people to a meeting; not the one that hosts in turn.

        'Two from each of the 4 partners, one partner always hosts'
        """
        named = [e for e in turn.message.entities if e["entity"] == "organisations"]
        of_each = [each["value"] for each in named if each.get("role") == OF_EACH]
        told = turn.said.organisation_count or 1
        count = int(of_each[0]) if len(of_each) == 1 and len(named) > 1 else told
        return count - 1 if turn.message.turns_on("rotates") and count > 1 else count

    def _from_several_towns(self, turn: Turn) -> int | None:
        """Return all who travel, where those of each of several towns are counted.

        'Two people from Riga, three people from Kaunas, 2 600 km.'
        """
        leaving = [e for e in turn.message.entities if e.get("role") == "departure"]
        counted = [e for e in turn.message.entities if e["entity"] == "people"]
        several = len(leaving) == len(counted) > 1 and turn.names("kilometres")
        return int(sum(each["value"] for each in counted)) if several else None

    def _sum(self, speaker: Speaker, turn: Turn, travelled: Route, people: int, count: int) -> None:
        assert travelled.kilometres is not None
        line = sums.meeting(turn.call, turn.day, people, travelled.kilometres, count)
        travelled.say(speaker)
        key = "meetings-sum" if line.amount else "meetings-too-near"
        say_line(speaker, key, line, people=people, count=count)

    def _trips(
        self, speaker: Speaker, turn: Turn, several: list[Trip], people: int, count: int
    ) -> None:
        """Say the sum of each journey, and what they come to."""
        total = Decimal(0)
        venues = {trip.route.target for trip in several}
        if count == len(several) == len(venues):
            count = 1  # 'three meetings: in Tartu, in Oslo and in Rome'
        for trip in several:
            kilometres = trip.route.kilometres or Decimal(0)
            who, often = trip.people or people, trip.times or count
            trip.route.say(speaker)
            total += self._sum_from(speaker, turn, kilometres, who, often)
        speaker.say("meetings-together", amount=total).sum(total)

    def _sum_from(
        self, speaker: Speaker, turn: Turn, kilometres: Decimal, people: int, count: int
    ) -> Decimal:
        """Say the sum of who come from so far; it counts only with others or in place of them."""
        line = sums.meeting(turn.call, turn.day, people, kilometres, count)
        key = "meetings-sum-from" if line.amount else "meetings-too-near"
        far = int(kilometres)
        say_line(speaker, key, line, counts=False, people=people, count=count, kilometres=far)
        return line.amount

    def _by_band(self, speaker: Speaker, turn: Turn, people: int, count: int) -> None:
        for band in in_force(turn.call.meeting_bands, turn.day):
            line = sums.meeting(turn.call, turn.day, people, Decimal(band.first), count)
            key = "meetings-sum-band" if band.last else "meetings-sum-last-band"
            say_line(
                speaker, key, line, people=people, count=count, first=band.first, last=band.last
            )
