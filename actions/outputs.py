"""Intellectual outputs: what they are, who is paid for work on them, and how much a day."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

from babel.lists import format_list

from actions import works_told
from actions.base import Reply, TopicAction, finish, plain_answer
from actions.case import Work
from actions.counts import whole
from actions.places import countries_of, say_unclear
from actions.sum_lines import say_line
from actions.topic_groups import SENTENCE, SHORT
from actions.turn import Turn
from actions.works import Change
from bot.responses import Answer, Speaker, country_name
from core import judgements, sums
from core.call import StaffCategory, in_force

_NUMBER = re.compile(r"\b\d+\b")


class ActionOutputRates(TopicAction):
    """Day rates of intellectual outputs by country and staff, and sums of days."""

    topic = "output_rates"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        if refuse_outputs(speaker, turn):
            return self._with_rules(speaker, turn)
        if (change := works_told.of_turn(turn)).works:
            return self._works(speaker, turn, change)
        days = self._days(turn)
        countries = self._countries(speaker, turn, days)
        if turn.message.asks_why and countries:
            turn, countries = self._compared(speaker, turn, countries)
            days = None  # '214 a day' is a rate
        for code in countries:
            self._country(speaker, turn, code, days)
        if not countries:
            self._all(speaker, turn)
        return self._with_rules(speaker, turn)

    def _countries(self, speaker: Speaker, turn: Turn, days: int | None) -> list[str]:
        """Return the countries whose rates are asked for; say so where it is the agency's."""
        home, countries = turn.call.agency_country, self._named_countries(turn)
        ours = turn.message.turns_on("own_staff") or turn.message.has("ours")
        own = ours and turn.said.staff and not (days or turn.message.asks_why)
        if own and not countries:
            countries = [turn.home]  # 'what does our own teacher get a day?'
        if days and turn.said.staff and not countries:
            countries = [home]
            speaker.say("output-rates-of-agency-country", country=home)
        return countries

    def _named_countries(self, turn: Turn) -> list[str]:
        """Return the countries that are named, or whose towns are: 'a trainer in Cork'."""
        # another place than the one before: 'our own manager', 'a trainer in Cork'
        elsewhere = turn.names("town") or turn.message.has("ours")
        elsewhere = elsewhere and not turn.names("country")
        countries = [] if elsewhere else turn.said.country
        return countries or countries_of(turn.said.town, turn) or self._ours_outside(turn)

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

    def _works(self, speaker: Speaker, turn: Turn, change: Change) -> Answer:
        """Say the sum of each who works, those that are new first, and what all come to."""
        home = turn.call.agency_country
        unclear = [each.town for each in change.works if each.town]
        for town in unclear:
            say_unclear(speaker, turn, town)
        if any(each.country is None and not each.town for each in change.works):
            alone = len(change.works) == 1
            key = "of-agency-country" if alone else "some-without-country"
            speaker.say(f"output-rates-{key}", country=home)
        if turn.said.near_miss and turn.message.hangs_on("cost"):
            speaker.say("output-rates-paid-elsewhere").rest_on_facts(["double_funding"])
        new, earlier = change.new, [each for each in change.works if each not in change.new]
        on_top = bool(new and earlier)
        amounts = [self._sum_of(speaker, turn, each) for each in (new if on_top else change.works)]
        amounts += [self._known_sum(speaker, turn, each) for each in (earlier if on_top else [])]
        several = len(amounts) > 1 or len(turn.case.works) > 1
        if None not in amounts and several:
            total = sum(filter(None, amounts), Decimal(0))
            speaker.say("together-with-before" if on_top else "output-rates-together", amount=total)
        return self._with_rules(speaker, turn, {each.staff for each in change.works})

    def _sum_of(self, speaker: Speaker, turn: Turn, work: Work) -> Decimal | None:
        """Say the sum of one who works; none where the country has no rate."""
        assert work.staff
        if work.town:
            return None
        country = work.country or turn.call.agency_country
        return self._sum(speaker, turn, country, work.staff, int(work.days))

    def _known_sum(self, speaker: Speaker, turn: Turn, work: Work) -> Decimal:
        """Return the sum of work that was said before, and remember it."""
        assert work.staff
        country = work.country or turn.call.agency_country
        line = sums.output_work(turn.call, turn.day, country, work.staff, int(work.days))
        speaker.sum(line.amount, f"{self.topic}/{country}/{work.staff}")
        return line.amount

    def reply(self, turn: Turn) -> Reply:
        """See base class; who works how long is kept, whatever is asked in between."""
        reply = super().reply(turn)
        now = works_told.of_turn(turn).works
        known = tuple(each for each in now if works_told.has_rate(turn, each))
        if not known:
            return reply
        case = turn.case.model_copy(update={"works": known})
        return replace(reply, turn=replace(reply.turn, case=case))

    def _with_rules(
        self, speaker: Speaker, turn: Turn, staff: Collection[StaffCategory | None] = ()
    ) -> Answer:
        speaker.say("output-rates-rule")
        if {"manager", "administrative"} & {*(staff or turn.said.staff)}:
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
        surely = days and bool(turn.said.staff or turn.message.has_numbers)
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
        counts = message.turns_on("within") and message.asks  # 'the web site, 15 days. Counts?'
        claimed = counts or message.turns_on(
            "true"
        )  # 'she says that our site is one. Who is right?'
        after = turn.last_topic == self.topic and message.length <= SENTENCE
        # 'We'd also send parents a questionnaire.' after whether another one is
        if not (message.whether or claimed or turn.follows or after or message.length <= SHORT):
            return
        named = message.marked("output")
        outputs = [e for e in turn.call.items("output_is", turn.day) if e.id in named]
        others = [e for e in turn.call.items("output_is_not", turn.day) if e.id in named]
        also_planned = outputs and others and not _asks_of_both(turn, {e.id for e in outputs})
        verdicts = (
            ("output_is_not", others if also_planned or not outputs else []),
            ("output_is", outputs),
        )
        for fact, kinds in verdicts:
            if kinds:
                names = [getattr(each.name, turn.language) for each in kinds]
                listed = format_list(names, locale=turn.language)
                asked = "doubted" if claimed and message.turns_on("doubts") else None
                asked = "planned" if also_planned and kinds is outputs else asked
                key = fact.replace("_", "-")
                speaker.say(key, kinds=listed, asked=asked).rest_on_facts([fact])
        if others and not outputs and message.has("a_day"):
            speaker.say("output-is-not-paid")


def _asks_of_both(turn: Turn, outputs: set[str]) -> bool:
    """Tell whether what may be an output stands in the sentence that asks.

    'Does a web site count? We plan one, and lesson plans.' asks of the web site first.
    """
    asking = turn.message.asking
    marks = (each for each in turn.message.marks if each["word"] in outputs)
    return any(start <= each["start"] < end for each in marks for start, end in asking)


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
    elif message.asks_if_right and (message.turns_on("forbidden") or message.denies):
        verdict = "right"  # 'So we cannot have any? Is that right?'
    elif message.turns_on("forbidden"):
        verdict = "rule"  # 'Is it true that we can't have any?'
    speaker.say("outputs-not-in-good-practice", verdict=verdict)
    return True
