"""Types of project, venues, lengths, action codes."""

from __future__ import annotations

from actions.base import TopicAction, finish, plain_answer
from actions.budget_categories import say_excluded
from actions.organisations import ANY_FIELD, fields_of, is_code, kinds
from actions.places import countries_of, place_named
from actions.project_types import asks_for_type, asks_of_learning, names_outputs
from actions.turn import Turn
from bot.responses import Answer, Speaker, country_name
from core.call import EducationField, FieldId, in_force
from core.distance import called
from core.text import fold, nominatives

_FEWEST = 2
"""Countries of a consortium that were told up to which others may be still to come."""


class ActionVenues(TopicAction):
    """Where activities may take place; named towns and countries get a verdict."""

    topic = "venues"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        named = [code for code in turn.said.country if code not in turn.said.venue]
        asked = turn.said.venue if _several(named) else turn.said.country
        partners = self._partners(turn, named if turn.said.town or turn.said.venue else [])
        for name in turn.said.town:
            self._judge_town(speaker, turn, name, partners)
        for code in [] if turn.said.town else asked:
            if not self._say_seat(speaker, turn, {fold(country_name(code, turn.language))}):
                self._judge(speaker, turn, country_name(code, turn.language), code, partners)
        return plain_answer(turn, self.topic, speaker)

    def _partners(self, turn: Turn, named: list[str]) -> set[str]:
        """Return the countries of the consortium, as far as they are told; one's own at least."""
        if turn.message.denies:  # 'but nobody is Danish'
            there = {*turn.said.venue, *countries_of(turn.said.town, turn)}
            told = _several([code for code in named if code not in there])
            return {turn.call.agency_country, *told}
        if turn.names("country") and turn.message.adds_partners:
            return {turn.home, *turn.said.country}  # 'un ja paņemam klāt austriešus?'
        told = _several(named) or _several(turn.background.country)
        return {turn.call.agency_country, *(told if turn.said.town or turn.said.venue else [])}

    def _judge(
        self, speaker: Speaker, turn: Turn, place: str, country: str, partners: set[str]
    ) -> None:
        if country in partners:
            key = "venue-partner"
        elif turn.message.lacks_partner:  # 'neviens partneris no Spānijas nav'
            key = "venue-no-partner"
        else:  # where all partners were told there is none
            key = "venue-not-partner" if len(partners) > _FEWEST else "venue-depends"
        speaker.say(key, place=place, country=country)

    def _judge_town(self, speaker: Speaker, turn: Turn, name: str, partners: set[str]) -> None:
        place = place_named(name, turn)
        if place is None:
            return
        if not self._say_seat(speaker, turn, {fold(place.name), fold(name), *nominatives(name)}):
            self._judge(speaker, turn, called(place, name), place.country, partners)

    def _say_seat(self, speaker: Speaker, turn: Turn, names: set[str]) -> bool:
        """Say that a town is a seat of the EU's institutions; tell if it is one."""
        for seat in turn.call.items("venues_exception", turn.day):
            if names & {fold(seat.name.lv), fold(seat.name.en)}:
                speaker.say("venue-seat", place=getattr(seat.name, turn.language))
                speaker.rest_on(turn.call.value("venues_exception", turn.day))
                return True
        return False


def _several(countries: list[str]) -> list[str]:
    """Return countries if they are those of a consortium; a single one may be any country.

    'Our partners are in Italy and Austria. Is Strasbourg possible?'
    """
    return countries if len(countries) > 1 else []


class ActionGuide(TopicAction):
    """The guide with its parts and pages; of one thing only its page, where that is asked."""

    topic = "guide"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        named = turn.message.marked("chapter")
        pages = [e for e in turn.call.items("guide_pages", turn.day) if e.id in named]
        places = {e["start"] for e in turn.message.marks if e["group"] == "chapter"}
        several = len(named) > 1 and len(places) > 1
        if not pages or several or not turn.message.turns_on("page"):
            return plain_answer(turn, self.topic)
        speaker = turn.speaker()
        lines = (f"• {getattr(e.name, turn.language)} – {e.value}" for e in pages)
        speaker.say("guide-page", lines="\n".join(lines)).rest_on_facts(["guide_pages"])
        return finish(speaker, self.topic)


class ActionProjectTypes(TopicAction):
    """The two types of project and their difference; good practices in higher education."""

    topic = "project_types"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        kinds = in_force(turn.call.project_types, turn.day)
        possible = [kind.id for kind in kinds if turn.field in kind.fields]
        named = turn.said.project_type
        if turn.field and len(named) == 1 and named[0] not in possible:
            values = {"named": named[0], "type": possible[0], "asked": self._asked(turn)}
            speaker.say("project-type-not-in-field", field=turn.field, **values)
            return plain_answer(turn, self.topic, speaker)
        if self._say_what_is_paid(speaker, turn):
            return finish(speaker, self.topic)
        if named == ["good_practice"]:
            say_excluded(speaker, turn)
        visits = turn.message.turns_on("visits_colleagues")
        if visits and turn.message.asks and turn.field != "higher_education":
            speaker.say("project-types-visits")
        if turn.field:
            key = "project-types-both" if len(possible) == len(kinds) else "project-types-one"
            speaker.say(key, field=turn.field, type=possible[0])
        return plain_answer(turn, self.topic, speaker)

    def _say_what_is_paid(self, speaker: Speaker, turn: Turn) -> bool:
        """Say which type pays for what is named; tell if that was asked.

        'Which one lets me pay for a handbook?', after the types 'and trainings abroad?'
        """
        asked = asks_for_type(turn)
        outputs = asked and names_outputs(turn)
        learning = asks_of_learning(turn) or (asked and turn.message.has("activities"))
        if outputs:
            speaker.say("project-types-outputs")
        if learning:
            speaker.say("project-types-learning")
        return outputs or learning

    def _asked(self, turn: Turn) -> str | None:
        """Return what is asked of a type: 'verdict' for a yes or no that 'no' does not turn round.

        'Universitāte grib tikai apmainīties pieredzē. Tā var?', not 'Is that barred?'.
        """
        message = turn.message
        asks = message.whether or (message.asks and message.hangs_on("may"))
        return "verdict" if asks and not message.turns_on("forbidden") else None


class ActionActionCodes(TopicAction):
    """KA201 to KA204."""

    topic = "action_codes"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        fields = in_force(turn.call.fields, turn.day)
        if turn.message.turns_on("youth_work") and not turn.said.field:
            youth = next(each for each in turn.call.near_misses if each.id == "youth")
            texts = (getattr(each, turn.language) for each in (youth.explanation, youth.where))
            explanation, where = texts
            speaker.say("near-miss", explanation=explanation, where=where).rest_on(youth)
            speaker.say("action-codes-otherwise")
        if verdict := _own_code(turn):
            say_code(speaker, fields, verdict, _codes_named(turn, fields))
            return finish(speaker, self.topic)
        if set(kinds(turn)) & ANY_FIELD and len(turn.said.field) != 1:
            speaker.say("action-code-any-field")
        named = [field for field in fields if field.id in turn.said.field] or fields
        if _is_across_fields(turn):
            speaker.say("cross-sector")
        if len(named) == 1:
            speaker.say("action-code", code=named[0].code, field=named[0].id).rest_on(*named)
            return finish(speaker, self.topic)
        lines = [
            speaker.phrase("action-code-line", code=field.code, field=field.id) for field in named
        ]
        speaker.say("action-codes", lines="\n".join(lines)).rest_on(*named)
        return finish(speaker, self.topic)


def _own_code(turn: Turn) -> FieldId | None:
    """Return the field of those who ask for their code, if what they say of themselves tells it.

    'We are a gymnasium, is it KA202?', 'KA203 or KA204? We teach adults.'
    """
    codes = {each["value"] for each in turn.message.entities if is_code(each)}
    told = [
        each["value"]
        for each in turn.message.entities
        if each["entity"] == "field" and not is_code(each)
    ]
    own = fields_of(turn) or list(dict.fromkeys(told))
    return own[0] if len(own) == 1 and (codes or turn.message.marked("who")) else None


def _is_across_fields(turn: Turn) -> bool:
    """Tell whether those of two fields ask which of their codes it is.

    'A VET school and a university together: KA202 or KA203?'
    """
    fields = [each for each in turn.message.entities if each["entity"] == "field"]
    codes = {each["value"] for each in fields if is_code(each)}
    theirs = {each["value"] for each in fields if not is_code(each)}
    return len(codes) > 1 and codes == theirs


def _codes_named(turn: Turn, fields: list[EducationField]) -> list[EducationField]:
    codes = {each["value"] for each in turn.message.entities if is_code(each)}
    return [field for field in fields if field.id in codes]


def say_code(
    speaker: Speaker, fields: list[EducationField], own: FieldId, named: list[EducationField]
) -> None:
    """Say which code is the one of a field; with a yes or no where just one was named."""
    field = next(each for each in fields if each.id == own)
    speaker.rest_on(field)
    if len(named) != 1:
        speaker.say("action-code-own", code=field.code, field=own)
    elif named[0].id == own:
        speaker.say("action-code-right", code=field.code, field=own)
    else:
        speaker.rest_on(named[0])
        other = {"other": named[0].code, "other_field": named[0].id}
        speaker.say("action-code-wrong", code=field.code, field=own, **other)
