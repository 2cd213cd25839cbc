"""Who with whom: size of the consortium, countries, and the general check of eligibility."""

from __future__ import annotations

from dataclasses import replace

from actions.base import Reply, TopicAction, finish, plain_answer, say_contact
from actions.consortium_case import composition, say_case
from actions.counts import whole
from actions.organisations import (
    applies_from_abroad,
    kinds,
    say_charter,
    say_kinds,
    say_not_without_charter,
    say_without_charter,
)
from actions.places import countries_of
from actions.turn import Turn
from actions.verdict import REFUSED_LINE, Judged, judge_project, line_of, other_lines
from bot.responses import Answer, Speaker, country_name
from core import judgements

_FEWEST = 3
"""Organisations below which another action is named to schools."""
_SENTENCE = 15
"""Words of a message up to which a country that it names is asked about."""
_NEAR_ROLE = 12
"""Letters before a role within which somebody says that it is theirs."""
_NEAR = 25
"""Letters between organisations that are counted and where they all are."""
_AN_IN = 4
"""Letters between the agency and where it is: 'to you in Riga'."""
_ABOUT_COUNTRIES = ("countries", "applicant", "eche", "partner_country_role")
"""Topics after which 'and may it be the applicant?' is about the country that was named."""


class ActionConsortium(TopicAction):
    """Smallest number of organisations and countries; named numbers get a verdict."""

    topic = "consortium"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        if _asks_of_members(turn):
            judged = say_case(speaker, turn)
            if judged.verdict == "refused" and turn.members.now.count < _FEWEST:
                self._say_school_exchange(speaker, turn)
            speaker.say("consortium")
            return finish(speaker, self.topic)
        verdicts = judge_consortium(turn)
        outside = _outside_town(turn) or _outside_before(turn)
        if named := _asked_which_count(turn):
            self._say_which_count(speaker, turn, named)
            speaker.say("consortium")
            return finish(speaker, self.topic)
        if turn.message.turns_on("after_approval") and turn.message.turns_on("finds"):
            speaker.say("consortium-not-later").rest_on_facts(["mandates"])
        elif counted := _asked_if_counted(turn):
            say_countries(speaker, turn, [counted], rules=False)  # 'Does X count?'
        elif outside:
            speaker.say("consortium-not-counted", country=outside)
        elif self._all_of_one_town(turn) or _all_in_one_place(turn):
            speaker.say("consortium-too-few-countries")
        elif turn.message.has("same_country") and not turn.said.country:
            speaker.say("consortium-same-country")
        elif refused := next((each for each in verdicts if not each.allowed), None):
            speaker.say(f"consortium-{refused.code.replace('_', '-')}")
            self._say_school_exchange(speaker, turn)
        elif verdicts:
            key = (
                "consortium-fits"
                if len(verdicts) > 1
                else f"consortium-{verdicts[0].code.replace('_', '-')}"
            )
            speaker.say(key)
        say_not_counted(speaker, turn)
        speaker.say("consortium")
        return finish(speaker, self.topic)

    def _say_which_count(self, speaker: Speaker, turn: Turn, named: list[str]) -> None:
        """Say which of several countries count towards the smallest number, and which do not."""
        verdicts = [(code, judgements.country(turn.call, turn.day, code)) for code in named]
        counted = [country_name(code, turn.language) for code, each in verdicts if each.allowed]
        if counted:
            speaker.say("consortium-counted", names=", ".join(counted))
        for code, verdict in verdicts:
            speaker.rest_on(*verdict.rests_on)
            if not verdict.allowed:
                speaker.say("consortium-not-counted", country=code)

    def _all_of_one_town(self, turn: Turn) -> bool:
        """Tell whether all organisations are of one town: 'trīs skolas no Daugavpils'."""
        said = turn.said
        alone = len(said.town) == 1 and turn.names("town") and not said.country
        towns = [e["start"] for e in turn.message.entities if e["entity"] == "town"]
        marks = [e for e in turn.message.marks if e["word"] == "all_from"]
        all_there = any(each["end"] + 1 in towns for each in marks)  # 'all from Daugavpils'
        only = all_there or turn.message.turns_on("no_foreigners")
        return bool(alone and said.organisations and only and not said.countries)

    def _say_school_exchange(self, speaker: Speaker, turn: Turn) -> None:
        """Name the action for two schools, to those of the field that are too few."""
        alone = len(turn.said.country) == 1 and "all" not in turn.said.scope
        later = turn.last_topic == self.topic or turn.members.compared is not None
        if turn.field != "school" or later or alone:
            return
        matter = next(each for each in turn.call.near_misses if each.id == "school_exchange")
        explanation = getattr(matter.explanation, turn.language)
        speaker.say("consortium-other-action", explanation=explanation).rest_on(matter)


def _all_in_one_place(turn: Turn) -> bool:
    """Tell whether all organisations are of one town or municipality, with no other beside them.

    'Mums ir 4 skolas un bērnudārzs novadā'; not 'esam skola Ogres novadā, mums ir 2 partneri'.
    """
    said, message = turn.said, turn.message
    elsewhere = said.country or said.countries or message.turns_on("abroad")
    if elsewhere or len(said.organisations) != 1:
        return False
    places = [each["start"] for each in message.marks if each["word"] == "one_place"]
    counted = [each["end"] for each in message.entities if each["entity"] == "organisations"]
    return any(
        0 < at - end <= _NEAR and not message.parted(end, at) for end in counted for at in places
    )


def _asked_which_count(turn: Turn) -> list[str]:
    """Return the countries that were asked about one after another, where it is asked which count.

    'So which of those count towards the minimum?'
    """
    asks = turn.asks_which_count and not turn.names("country")
    return turn.last_said.asked_about if asks else []


def _asked_if_counted(turn: Turn) -> str | None:
    """Return the only country that is named; with others where it is asked whether it counts.

    'We are an NGO from Oslo, do we count as one of the three countries?'
    """
    said = turn.said
    if len(said.country) == 1 and not said.organisation_count and not said.own:
        return said.country[0]
    towns = said.town if turn.names("town") else []
    codes = {*countries_of(towns, turn)} - {turn.call.agency_country}
    asks = turn.message.turns_on("within") and len(codes) == 1 and not said.organisations
    return codes.pop() if asks else None


def _outside_town(turn: Turn) -> str | None:
    """Return the country of the only place that is named, a town outside the Programme Countries.

    'Could an institute in Zürich be one of the three?'
    """
    codes = countries_of(turn.said.town if turn.names("town") else [], turn)
    if len(codes) != 1 or turn.said.country:
        return None
    [code] = codes
    return None if judgements.country(turn.call, turn.day, code).allowed else code


def _outside_before(turn: Turn) -> str | None:
    """Return the country told before that counts for nothing, where it is asked if it counts.

    'Only as partner then. Do we count as one of the three?'
    """
    names = turn.names("country") or turn.names("organisations")
    if turn.last_topic not in _ABOUT_COUNTRIES or names or not turn.message.turns_on("within"):
        return None
    codes = countries_of(turn.last_said.town, turn)
    before = list(dict.fromkeys([*turn.last_said.country, *codes]))
    outside = (c for c in before if not judgements.country(turn.call, turn.day, c).allowed)
    return next(outside, None) if len(before) == 1 else None


def _asks_of_members(turn: Turn) -> bool:
    """Tell whether it is asked about the consortium as it was told."""
    members, message = turn.members, turn.message
    asked = {"enough", "how_many"} & message.asked_of_members
    rule = message.has("same_country") or message.turns_on("after_approval")
    return members.known and bool(members.changed or asked or turn.follows) and not rule


def judge_consortium(turn: Turn) -> list[judgements.Judgement]:
    """Judge what the message says of a consortium by numbers: 'are two partners enough?'."""
    said, organisations = turn.said, turn.said.organisation_count
    countries = said.country_count
    if countries is None and said.country and "all" in said.scope:
        countries = said.country  # 'all partners from Latvia'
    if said.own and isinstance(countries, list):
        countries = [*countries, turn.home]  # 'we and two partners from Estonia'
    if isinstance(countries, list) and organisations and len(set(countries)) > organisations:
        organisations = None  # 'we are in Latvia, with one partner in Iceland and one in Portugal'
    numbers = [whole([each]) for each in said.number]
    if numbers and organisations:
        return _of_either(turn, [organisations, *filter(None, numbers)], countries)
    return judgements.consortium(turn.call, turn.day, organisations, countries)


def _of_either(
    turn: Turn, numbers: list[int], countries: list[str] | int | None
) -> list[judgements.Judgement]:
    """Judge several numbers of organisations; not at all where they differ: 'three or two?'."""
    verdicts = [judgements.consortium(turn.call, turn.day, each, countries) for each in numbers]
    alike = {tuple(each.allowed for each in verdict) for verdict in verdicts}
    return verdicts[0] if len(alike) == 1 else []


def say_not_counted(speaker: Speaker, turn: Turn) -> None:
    """Add which of the named countries do not count, and on what terms they take part."""
    outside = False
    for code in turn.said.country:
        verdict = judgements.country(turn.call, turn.day, code)
        if not verdict.allowed:
            speaker.say("consortium-not-counted", country=code).rest_on(*verdict.rests_on)
            outside = True
    if outside:
        speaker.say("consortium-added-value")


class ActionApplicant(TopicAction):
    """Who may be the applicant (coordinator); named countries get a verdict."""

    topic = "applicant"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        if turn.message.whether and turn.message.turns_on("separately"):
            return plain_answer(turn, self.topic, speaker)  # 'does each partner apply, too?'
        if leading := self._of_who_leads(turn):
            return self._say_leading(speaker, turn, leading)
        if _leads_abroad(turn):
            speaker.say("applicant-own-agency")
            return plain_answer(turn, self.topic, speaker)
        if self._elsewhere(turn):
            speaker.say("applicant-own-agency")
        # 'we are an association in Cēsis with partners in Italy': it is asked about us, too
        codes = sorted(self._asked_about(turn), key=lambda code: self._allowed(turn, code))
        codes = codes or self._of_those_before(turn)
        if turn.message.turns_on("which_of_us") and not turn.names("country"):
            speaker.say("applicant-any-of-them")
            codes = []
        for code in codes:
            verdict = judgements.country(turn.call, turn.day, code)
            home = code == turn.call.agency_country
            place = "home" if home else "programme" if verdict.allowed else "outside"
            speaker.say(f"applicant-{place}", country=code).rest_on(*verdict.rests_on)
        say_kinds(speaker, turn, "applicant", allowed=not codes)
        return plain_answer(turn, self.topic, speaker)

    def _of_who_leads(self, turn: Turn) -> str | None:
        """Return the country of who leads the consortium, where it is asked about."""
        members = turn.members
        leader = members.leads or members.now.leader
        asks = "whose_agency" in turn.message.asked_of_members or members.leads
        return leader.country if leader and members.known and asks else None

    def _say_leading(self, speaker: Speaker, turn: Turn, code: str) -> Answer:
        """Say to which agency they apply who lead, or that they may not."""
        verdict = judgements.country(turn.call, turn.day, code)
        speaker.rest_on(*verdict.rests_on)
        home = code == turn.call.agency_country
        asked = "whose_agency" in turn.message.asked_of_members
        if asked and verdict.allowed and not home:
            speaker.say("applicant-own-agency")
        place = "home" if home else "programme" if verdict.allowed else "outside"
        speaker.say(f"applicant-{place}", country=code)
        return plain_answer(turn, self.topic, speaker)

    def _elsewhere(self, turn: Turn) -> bool:
        """Tell whether it is asked to apply to another country's agency than the applicant's."""
        where = {*_where(turn)}
        home, message = turn.call.agency_country, turn.message
        theirs = {each["value"] for each in message.of_agencies}
        if theirs:
            return bool(where or home in turn.said.country) and not theirs & (where or {home})
        if applies_from_abroad(turn):
            return True
        leads = bool(turn.said.partner_role) and bool(where)
        ours = message.turns_on("our_agency") or message.turns_on("to_us")
        return leads and ours and home not in where

    def _asked_about(self, turn: Turn) -> list[str]:
        """Return the countries named, without the agency's where somebody writes from abroad.

        'Vadu centru Dublinā, gribam būt koordinators ar Latvijas partneriem.'
        """
        where = _where(turn)
        if turn.message.length > _SENTENCE and kinds(turn):
            # in a story the partners' countries are no question
            leading = _leading(turn)
            return [leading] if leading else where
        named, home = countries_named(turn), turn.call.agency_country
        abroad = bool(where) and home not in where and bool(turn.said.partner_role)
        return [code for code in named if code != home] if abroad else named

    def _of_those_before(self, turn: Turn) -> list[str]:
        """Return where they are who asked before whether they take part: 'can we lead it?'."""
        message = turn.message
        asks = message.whether and message.hangs_on("may") and message.hangs_on("we")
        if turn.last_topic != "who_can_participate" or not asks or kinds(turn):
            return []
        return countries_of(turn.last_said.town, turn) or turn.background.home

    def _allowed(self, turn: Turn, code: str) -> bool:
        return judgements.country(turn.call, turn.day, code).allowed


def _where(turn: Turn) -> list[str]:
    """Return the countries of the towns named, without where the agency is: 'to you in Riga'."""
    ours = [e["end"] for e in turn.message.marks if e["word"] in ("to_us", "our_agency")]
    of_agency = [
        each["value"]
        for each in turn.message.entities
        if each["entity"] == "town" and any(0 < each["start"] - end <= _AN_IN for end in ours)
    ]
    return countries_of([each for each in turn.said.town if each not in of_agency], turn)


def _leading(turn: Turn) -> str | None:
    """Return the country of those who are said to lead, where a story names it beside others.

    'A Georgian university offers to be the applicant, we would be partners with Czechs.' It is the
    last country before the role in its sentence, if nobody says 'we' between; behind a comma only
    where 'they' does: 'Gruzijas universitāte piedāvā, ka viņi būs pieteicēji'.
    """
    text, message = turn.message.text, turn.message
    roles = [each for each in message.entities if each["entity"] == "partner_role"]
    if not roles or turn.gives_up("partner_role"):
        return None
    role = int(roles[0]["start"])
    begins = max(text.rfind(sign, 0, role) for sign in ".?!;")
    before = [
        each
        for each in message.entities
        if each["entity"] == "country" and begins < each["start"] < role
    ]
    if not before:
        return None
    between = (int(before[-1]["end"]), role)
    words = {e["word"] for e in message.marks if between[0] <= e["start"] < between[1]}
    behind = text[role:].split(",")[0]
    beside = any(
        each["entity"] == "country" and role < each["start"] < role + len(behind)
        for each in message.entities
    )  # 'partners from Georgia, the coordinator is from Lithuania'
    apart = "," in text[slice(*between)] and "theirs" not in words
    return None if "ourselves" in words or beside or apart else str(before[-1]["value"])


def _leads_abroad(turn: Turn) -> bool:
    """Tell whether it is asked to apply to our agency though who leads is established abroad.

    'Vai varam iesniegt VIAA, ja vadošais partneris ir reģistrēts Igaunijā?' The country stands
    behind the role in the same clause; 'esam koordinators ar partneri Igaunijā' is another's.
    """
    message, home = turn.message, turn.call.agency_country
    roles = [each for each in message.entities if each["entity"] == "partner_role"]
    if not message.whether or not roles or roles[0].get("role"):
        return False
    agencies = message.of_agencies
    ours = message.turns_on("our_agency") or any(each["value"] == home for each in agencies)
    end = int(roles[0]["end"])
    countries = [each for each in message.entities if each["entity"] == "country"]
    behind = [each for each in countries if each["start"] > end and each not in agencies]
    if not ours or not behind:
        return False
    clause = (max(message.text.rfind(sign, 0, end) for sign in ",.?!;:"), int(behind[0]["start"]))
    # 'esam koordinators', but not 'can we submit if the coordinator …'
    near = max(clause[0], int(roles[0]["start"]) - _NEAR_ROLE)
    words = {e["word"] for e in message.marks if near < e["start"] < clause[1]}
    partners = {e["word"] for e in message.marks if end < e["start"] < clause[1]}
    apart = message.parted(end, clause[1])
    others = {"ourselves", "presents", "we"} & words or {"a_partner", "partnership_size"} & partners
    return behind[0]["value"] != home and not apart and not others


class ActionWhoCanParticipate(TopicAction):
    """Which organisations take part; named countries get a verdict."""

    topic = "who_can_participate"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        if turn.message.turns_on("how_old") and not turn.said.participant:
            if turn.message.hangs_on("may"):
                say_kinds(speaker, turn, "participant")
            speaker.say("who-age")
            say_contact(speaker, turn)
            return finish(speaker, self.topic)
        named = [code for code in countries_named(turn) if code != turn.call.agency_country]
        if turn.message.length > _SENTENCE:  # in a story the partners' countries are no question
            allowed = [judgements.country(turn.call, turn.day, code).allowed for code in named]
            named = [code for code, fine in zip(named, allowed, strict=True) if not fine]
        say_countries(speaker, turn, named)
        say_kinds(speaker, turn, "participant", allowed=not named)
        return plain_answer(turn, self.topic, speaker)


class ActionEche(TopicAction):
    """Who needs the charter of higher education; named Partner Countries are told apart."""

    topic = "eche"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        named = countries_named(turn)
        judged = {code: judgements.country(turn.call, turn.day, code) for code in named}
        if all(each.allowed for each in judged.values()):
            say_charter(speaker, turn)
            if say_not_without_charter(speaker, turn):
                return plain_answer(turn, self.topic, speaker)
        for code, verdict in judged.items():
            key = "eche-needed" if verdict.allowed else "country-partner-country"
            speaker.say(key, country=code).rest_on(*verdict.rests_on)
        say_without_charter(speaker, turn)
        if turn.gives_up("partner_role"):
            speaker.say("eche-partners-too")
        return plain_answer(turn, self.topic, speaker)


def countries_named(turn: Turn) -> list[str]:
    """Return the countries that a message names, those of its towns among them."""
    codes = countries_of(turn.said.town if turn.names("town") else [], turn)
    goes_on = turn.last_topic in _ABOUT_COUNTRIES and not turn.names("town")
    named = turn.said.country if goes_on or turn.names("country") else []
    return list(dict.fromkeys([*named, *codes]))


class ActionCountries(TopicAction):
    """Which countries take part; named countries get a verdict."""

    topic = "countries"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        gone = [str(e["value"]) for e in turn.taken_back if e["entity"] == "country"]
        named = countries_named(turn) or turn.said.country or gone
        if not named:
            programme = turn.call.programme_countries(turn.day)
            names = ", ".join(country_name(code, turn.language) for code in programme.countries)
            speaker.say("countries", names=names, number=len(programme.countries))
            speaker.rest_on(programme)
            return finish(speaker, self.topic)
        say_countries(speaker, turn, named)
        return finish(speaker, self.topic)


class ActionPartnerCountryRole(TopicAction):
    """On what terms organisations from outside the Programme Countries take part."""

    topic = "partner_country_role"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        named = countries_named(turn)
        # 'people from Kyiv, with our Finnish partner': it is asked about those outside
        outside = [c for c in named if not judgements.country(turn.call, turn.day, c).allowed]
        say_countries(speaker, turn, outside or named, rules=False)
        return plain_answer(turn, self.topic, speaker)


def say_countries(speaker: Speaker, turn: Turn, countries: list[str], rules: bool = True) -> None:
    """Say of each named country what it is; once, what that means for a Partner Country."""
    outside = False
    for code in countries:
        verdict = judgements.country(turn.call, turn.day, code)
        outside = outside or not verdict.allowed
        # 'vai taisnība, ka Anglija vairs nedrīkst?': 'yes' would say the opposite
        turned = turn.message.asks and turn.message.turns_on("forbidden")
        asked = "forbidden" if turned else "allowed"
        speaker.say(f"country-{verdict.code.replace('_', '-')}", country=code, asked=asked)
        speaker.rest_on(*verdict.rests_on)
    if outside and rules:
        speaker.say("country-partner-rules")


class ActionEligibility(TopicAction):
    """The conditions, or a verdict on each value that was named."""

    topic = "eligibility"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        turn = replace(turn, said=turn.known)
        speaker = turn.speaker()
        lines = [*self._judged(turn, speaker)]
        if lines:
            refused = any(line.startswith(REFUSED_LINE) for line in lines)
            asked = "whether" if turn.message.asks else None
            lacks = turn.message.has("missing") or turn.message.turns_on("changes_needed")
            asked = "what" if lacks else asked
            key = "eligibility-refused" if refused else "eligibility-fits"
            speaker.say(key, lines="\n".join(lines), asked=asked)
            say_not_counted(speaker, turn)
        else:
            speaker.say("eligibility")
        if turn.closed:
            speaker.say("call-closed")
        return finish(speaker, self.topic)

    def reply(self, turn: Turn) -> Reply:
        """See base class; a length that fits is kept for later questions."""
        reply = super().reply(turn)
        months = whole(turn.known.months)
        if months and judgements.duration(turn.call, turn.day, months, turn.field).allowed:
            length = turn.background.model_copy(update={"months": turn.known.months})
            turn = replace(turn, background=length)
        return replace(reply, turn=turn)

    def _judged(self, turn: Turn, speaker: Speaker) -> list[str]:
        """Return a line for each condition, those that are not met first."""
        said, known = turn.said, turn.members.known
        found: list[Judged] = [(each, {}) for each in self._of_consortium(turn)]
        found += judge_project(turn)
        lines = [line_of(speaker, *each) for each in found]
        lines.sort(key=lambda line: not line.startswith(REFUSED_LINE))
        if not lines:
            return []
        if turn.members.assumed:
            lines.append(speaker.phrase("finding-with-own", country=turn.home))
        countries = said.country_count  # where these are told, there is an organisation in each
        told = {
            "organisations": said.organisation_count or countries or known,
            "countries": countries or known,
        }
        return [*lines, *other_lines(speaker, turn, told)]

    def _of_consortium(self, turn: Turn) -> list[judgements.Judgement]:
        """Return the verdicts on the consortium: as it was told, else by the numbers named."""
        now = turn.members.now
        if not turn.members.known:
            return judge_consortium(turn)
        judged = composition(turn, now)
        if judged.verdict == "open":
            return judgements.consortium(turn.call, turn.day, now.count, None)
        size = judged.organisations + max(now.unplaced, 0)
        return judgements.consortium(turn.call, turn.day, size, len(judged.countries))
