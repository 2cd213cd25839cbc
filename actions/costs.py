"""What each category of the budget pays, and small sums of it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from babel.lists import format_list

from actions import events
from actions.base import (
    PartnerisAction,
    Reply,
    TopicAction,
    finish,
    plain_answer,
    say_contact,
)
from actions.counts import may_count, whole
from actions.listed import OF_EACH, Work
from actions.places import Route, Trip, countries_of, place_named, route, trips
from actions.said import Said
from actions.topic_groups import SENTENCE, SHORT
from actions.turn import PLAN, Turn
from bot.responses import Answer, Speaker, country_name, grouped, without_ones
from core import judgements, sums
from core.call import Band, StaffCategory, in_force
from core.text import fold

_FROM = (" no", " from", " from the")
"""The words before a partner whose people are told of."""
_BESIDE = 12
"""Letters within which people stand beside the organisations that each send so many."""

_NUMBER = re.compile(r"\b\d+\b")


def say_line(
    speaker: Speaker,
    key: str,
    line: sums.Line,
    of: str | None = None,
    counts: bool = True,
    **values: object,
) -> None:
    """Say a sum with its steps, and whether a cap cut it.

    Args:
        speaker: says it.
        key: the sentence.
        line: the sum.
        of: its topic among several.
        counts: whether it is part of a total: a rate a day or month is none.
        values: of the sentence.
    """
    steps = " + ".join(line.steps)
    worked_out = _worked_out(speaker, line.amount, steps)
    speaker.say(key, amount=line.amount, sum=worked_out, **values).rest_on(*line.rests_on)
    if counts:
        speaker.sum(line.amount, of)
    if line.capped_by:
        capped = f"capped-{line.capped_by.replace('_', '-')}"
        speaker.say(capped, requested=line.requested, steps=grouped(steps))


def _worked_out(speaker: Speaker, amount: Decimal, steps: str) -> str:
    """Return a sum with its steps; alone where nothing was multiplied or added."""
    steps = without_ones(steps)
    alone = steps == f"{sums.plain(amount)} EUR"
    return speaker.phrase("worked-out", amount=amount, steps=None if alone else grouped(steps))


def band_lines(speaker: Speaker, bands: list[Band]) -> str:
    """Return the bands of distance with their amounts, a line each."""
    speaker.rest_on(*bands)
    return "\n".join(
        speaker.phrase(
            "travel-band" if band.last else "travel-last-band",
            first=band.first,
            last=band.last,
            amount=band.amount,
        )
        for band in bands
    )


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
        speaker.say("management")
        return finish(speaker, self.topic)

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


class ActionMeetings(TopicAction):
    """Transnational meetings: by band, or for people and a distance."""

    topic = "meetings"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        said = turn.said
        counted = said.times if turn.names("times") or not said.meetings else said.meetings
        people, count = said.travellers, whole(counted, 1) or 1
        if people and turn.said.organisations and self._from_each(turn):
            people *= self._senders(turn)
            if turn.message.turns_on("rotates"):  # who hosts sends nobody
                speaker.say("meetings-host-gets-nothing").rest_on_facts(["meetings_hosts"])
        people = self._from_several_towns(turn) or people
        travelled = route(turn)
        at_home = turn.message.has("at_home") and not (
            turn.names("kilometres") or turn.names("town")
        )
        several = trips(turn)
        hosted = turn.message.turns_on("own_staff") and turn.message.turns_on("hosts")
        if (hosted and not several) or self._of_hosts(turn):
            speaker.say("meetings-host-own-staff")
        elif self._asks_for_hosts(turn):
            speaker.say("meetings-host-gets-nothing").rest_on_facts(["meetings_hosts"])
        elif at_home:
            # nothing is paid, whatever was told before
            speaker.say("meetings-at-home").rest_on_facts(["meetings_hosts"])
        elif several:
            self._trips(speaker, turn, several, people or 1, count)
            if hosted:  # 'un cik saņem mēs, uzņēmēji, par saviem četriem?'
                speaker.say("meetings-host-gets-nothing").rest_on_facts(["meetings_hosts"])
        elif len(distances := dict.fromkeys(said.kilometres)) > 1 and turn.message.asks:
            for kilometres in distances:  # '800 km away? And what if it is 2 100 km?'
                self._sum_from(speaker, turn, kilometres, people or 1, count)
        elif travelled.kilometres is not None:
            self._sum(speaker, turn, travelled, people or 1, count)
        elif people:
            self._by_band(speaker, turn, people, count)
        speaker.say(
            "meetings", lines=band_lines(speaker, in_force(turn.call.meeting_bands, turn.day))
        )
        return finish(speaker, self.topic)

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


class ActionOutputRates(TopicAction):
    """Day rates of intellectual outputs by country and staff, and sums of days."""

    topic = "output_rates"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        if refuse_outputs(speaker, turn):
            return self._with_rules(speaker, turn)
        days = self._days(turn)
        if turn.said.works:
            return self._works(speaker, turn)
        # another place than the one before: 'our own manager', 'a trainer in Cork'
        elsewhere = turn.names("town") or turn.message.has("ours")
        elsewhere = elsewhere and not turn.names("country")
        countries = [] if elsewhere else turn.said.country
        # 'a trainer in Cork'
        countries = countries or countries_of(turn.said.town, turn) or self._ours_outside(turn)
        own = turn.message.turns_on("own_staff") and turn.said.staff and not days
        if own and not countries:
            countries = [turn.home]  # 'what does our own teacher get a day?'
        if days and turn.said.staff and not countries:
            countries = [turn.call.agency_country]
            speaker.say("output-rates-of-agency-country", country=turn.call.agency_country)
        home = turn.call.agency_country
        beside = turn.message.has("ours") and turn.message.turns_on("as_much")
        if beside and turn.names("country") and home not in countries:
            countries = [*countries, home]  # 'austriešu meistars 15 dienas, un mūsējam tikpat?'
        if turn.message.asks_why and countries:
            turn, countries = self._compared(speaker, turn, countries)
            days = None  # '214 a day' is a rate
        for code in countries:
            self._country(speaker, turn, code, days)
        if not countries:
            self._all(speaker, turn)
        return self._with_rules(speaker, turn)

    def _compared(
        self, speaker: Speaker, turn: Turn, countries: list[str]
    ) -> tuple[Turn, list[str]]:
        """Say why rates differ; return what is compared: one's own beside those that are named.

        'Why does an Austrian cost 241 a day and ours so much less?' is about the kind of staff
        whose rate is named.
        """
        speaker.say("output-rates-why")
        home = turn.call.agency_country
        ours = turn.message.has("ours") and home not in countries
        named = {Decimal(each) for each in _NUMBER.findall(turn.message.text)}
        kinds: list[StaffCategory] = [
            kind
            for group in in_force(turn.call.countries.rate_groups, turn.day)
            if {*group.countries} & {*countries, home}
            for kind, rate in group.rates.items()
            if rate in named
        ]
        staff = turn.said.staff or list(dict.fromkeys(kinds))
        said = turn.said.model_copy(update={"staff": staff})
        return replace(turn, said=said), [*countries, home] if ours else countries

    def _days(self, turn: Turn) -> int | None:
        """Return the days of work: those of each, where several of one kind were counted."""
        days, people = whole(turn.said.days), whole(turn.said.people) or 1
        each = days and turn.names("people") and len(turn.said.staff) == 1
        return days * people if each and days else days

    def _works(self, speaker: Speaker, turn: Turn) -> Answer:
        """Say the sum of each who works, and what they come to."""
        home, works = turn.call.agency_country, turn.said.works
        countries = [self._of_work(turn, work) for work in works]
        if not all(countries):
            speaker.say("output-rates-some-without-country", country=home)
        amounts = [
            self._sum(speaker, turn, country or home, work.staff, int(work.days))
            for country, work in zip(countries, works, strict=True)
            if work.staff
        ]
        if None not in amounts:
            speaker.say("output-rates-together", amount=sum(filter(None, amounts)))
        return self._with_rules(speaker, turn)

    def _of_work(self, turn: Turn, work: Work) -> str | None:
        """Return the country of one who works, by its name or a town's; none: not told."""
        place = place_named(work.town, turn) if work.town and not work.country else None
        return place.country if place else work.country

    def _with_rules(self, speaker: Speaker, turn: Turn) -> Answer:
        speaker.say("output-rates-rule")
        if {"manager", "administrative"} & set(turn.said.staff):
            speaker.say("output-rates-justified")
        return finish(speaker, self.topic)

    def _ours_outside(self, turn: Turn) -> list[str]:
        """Return the Partner Country that somebody told to be theirs, where it has no rate.

        'Esam skola Šveicē. … Un mūsu dienas likmes?'
        """
        told = turn.background.country
        outside = len(told) == 1 and not judgements.country(turn.call, turn.day, told[0]).allowed
        return told if outside and turn.message.has("ours") else []

    def _country(self, speaker: Speaker, turn: Turn, code: str, days: int | None) -> None:
        kinds = turn.said.staff or [kind.id for kind in turn.call.staff]
        for kind in kinds:
            if self._sum(speaker, turn, code, kind, days) is None:
                return

    def _sum(
        self, speaker: Speaker, turn: Turn, code: str, kind: StaffCategory, days: int | None
    ) -> Decimal | None:
        """Say the sum of one who works; none where the country has no rate."""
        try:
            line = sums.output_work(turn.call, turn.day, code, kind, days or 1)
        except sums.UnknownRateError:
            speaker.say("output-rates-unknown", country=code)
            return None
        key = "output-rates-sum" if days else "output-rates-day"
        # the work of one kind of staff of a country comes on top of others'
        surely = days and (turn.said.works or len(turn.said.staff) == 1)
        of = f"{self.topic}/{code}/{kind}" if surely else None
        say_line(speaker, key, line, of, bool(days), country=code, staff=kind, days=days)
        return line.amount

    def _all(self, speaker: Speaker, turn: Turn) -> None:
        kinds = turn.said.staff or [kind.id for kind in turn.call.staff]
        groups = in_force(turn.call.countries.rate_groups, turn.day)
        lines = []
        for group in groups:
            names = ", ".join(country_name(code, turn.language) for code in group.countries)
            rates = " / ".join(sums.plain(group.rates[kind]) for kind in kinds)
            lines.append(f"• {names}: {rates}")
        heads = " / ".join(speaker.phrase("staff-name", staff=kind) for kind in kinds)
        speaker.say("output-rates", heads=heads, lines="\n".join(lines)).rest_on(*groups)


class ActionIntellectualOutput(TopicAction):
    """What an intellectual output is, and in which type of project."""

    topic = "intellectual_output"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        if not refuse_outputs(speaker, turn):
            self._judge(speaker, turn)
        return plain_answer(turn, self.topic, speaker)

    def _judge(self, speaker: Speaker, turn: Turn) -> None:
        """Say of the kinds of results that are named whether they are intellectual outputs.

        Only where that is asked.
        """
        message = turn.message
        claimed = message.turns_on("true")  # 'she says that our site is one. Who is right?'
        after = turn.last_topic == self.topic and message.length <= SENTENCE
        # 'We'd also send parents a questionnaire.' after whether another one is
        if not (message.whether or claimed or turn.follows or after or message.length <= SHORT):
            return
        named = message.marked("output")
        outputs = [e for e in turn.call.items("output_is", turn.day) if e.id in named]
        others = [e for e in turn.call.items("output_is_not", turn.day) if e.id in named]
        for fact, kinds in (("output_is_not", [] if outputs else others), ("output_is", outputs)):
            if kinds:
                names = [getattr(each.name, turn.language) for each in kinds]
                listed = format_list(names, locale=turn.language)
                asked = "doubted" if claimed and message.turns_on("doubts") else None
                key = fact.replace("_", "-")
                speaker.say(key, kinds=listed, asked=asked).rest_on_facts([fact])
        if others and not outputs and message.has("a_day"):
            speaker.say("output-is-not-paid")


class ActionOutputStaff(TopicAction):
    """Who is paid for work on outputs, and in which type of project."""

    topic = "output_staff"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        refuse_outputs(speaker, turn)
        return plain_answer(turn, self.topic, speaker)


def refuse_outputs(speaker: Speaker, turn: Turn) -> bool:
    """Say that outputs are not paid in a project for good practices, if that is asked about."""
    if turn.known.project_type != ["good_practice"]:
        return False
    message = turn.message
    verdict = "no"
    if message.turns_on("taken_out") and message.asks:
        verdict = "out"  # 'Must we delete it?'
    elif message.turns_on("forbidden"):
        verdict = "rule"  # 'Is it true that we can't have any?'
    speaker.say("outputs-not-in-good-practice", verdict=verdict)
    return True


def _without_own_staff(turn: Turn) -> bool:
    """Tell whether those who come are said to be no partners' staff: 'none of them is ours'."""
    return turn.message.turns_on("none_of_them")


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
            speaker.say("event-not-in-good-practice")
            if message.has("outputs"):
                speaker.say("outputs-not-in-good-practice", verdict="no")
            return True
        if message.lacks("outputs"):
            speaker.say("event-without-outputs")
            return True
        others = turn.names("local") or turn.names("international")
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
        if line.capped_by and turn.message.whether and turn.message.turns_on("all_of_it"):
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
        total = sum((amount for _, amount in added), Decimal(0))
        speaker.say("total", amount=total, lines="\n".join(lines))
        if {key for key, _ in added} == {"multiplier_events"} and turn.message.turns_on("ceiling"):
            most = turn.call.number("event_cap", turn.day)
            speaker.say("total-within-event-cap" if total < most else "total-event-cap-reached")
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


def amount_of(turn: Turn) -> Decimal | None:
    """Return the first sum of money above zero that was named."""
    return next((amount for amount in turn.said.euro if amount > 0), None)


class ActionBudgetCategories(TopicAction):
    """Which costs can be planned."""

    topic = "budget_categories"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        kinds = turn.said.project_type
        categories = [
            each
            for each in in_force(turn.call.categories, turn.day)
            if not kinds or set(kinds) & set(each.project_types)
        ]
        lines = [
            speaker.phrase(
                "category-line",
                category=each.id,
                funding=each.funding,
                share=each.share,
                types="both" if len(each.project_types) > 1 else each.project_types[0],
            )
            for each in categories
        ]
        if turn.message.turns_on("vat") and turn.message.whether:
            speaker.say("budget-vat-unknown")
            say_contact(speaker, turn)
        speaker.say("budget-categories", lines="\n".join(lines)).rest_on(*categories)
        say_excluded(speaker, turn)
        return finish(speaker, self.topic)


def say_excluded(speaker: Speaker, turn: Turn) -> None:
    """Say which categories of costs the type of project that was named may not plan."""
    kinds = set(turn.said.project_type)
    excluded = [
        each
        for each in in_force(turn.call.categories, turn.day)
        if kinds and not kinds & set(each.project_types)
    ]
    if excluded:
        names = "; ".join(speaker.phrase("category-name", category=each.id) for each in excluded)
        speaker.say("budget-categories-excluded", names=names).rest_on(*excluded)
