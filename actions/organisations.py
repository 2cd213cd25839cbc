"""Kinds of organisations that a message names: whether they take part, which field is theirs."""

from __future__ import annotations

from typing import Any

from babel.lists import format_list

from actions.places import countries_of
from actions.turn import Turn
from bot.responses import Speaker
from core.call import FieldId

_REFUSED = ("informal", "person")
"""Who is no organisation."""
_UNKNOWN = "sole_trader"
"""Whom the sources leave open."""
_DENYING = {"lv": ("none",), "en": ("none", "no")}
"""Words of the group `plan` that deny; 'no' is a Latvian word for 'from'."""
_BESIDE = 8
"""Letters behind such a word within which a kind is denied: 'without any company'."""
_STORY = 25
"""Words from which a message may name organisations beside the one that it asks about."""
_AN_ARTICLE = 4
"""Letters between 'we are' and what somebody is: 'we are an Estonian school'."""
_A_KIND = 25
"""Letters between 'we are' and the town of an organisation: 'esam biedrība Tartu'."""
_WITH_CHARTER = {"universities", "colleges"}
_MAY_TEACH_STUDENTS = ("vet_providers", "research_institutes")
"""Kinds of which some are higher education institutions."""
_FIELDS: dict[str, FieldId] = {
    "schools": "school",
    "preschools": "school",
    "vet_providers": "vet",
    "universities": "higher_education",
    "adult_centres": "adult",
}
"""Kinds of organisations whose work is in one field of education."""

ANY_FIELD = {
    "companies", "ministries", "municipalities", "authorities", "ngos", "foundations", "libraries",
    "museums", "cultural_organisations", "prisons", "hospitals", "religious_bodies", "sports_clubs",
    "trade_unions", "employers", "chambers", "research_institutes", "education_centres",
}  # fmt: skip
"""Kinds of organisations that may work in any field of education."""


def applies_from_abroad(turn: Turn) -> bool:
    """Tell whether those who say that they are from abroad want to apply to the agency here.

    'We're an Estonian NGO and would like to apply to VIAA. OK?', 'Esam biedrība Tartu …'
    """
    message, home = turn.message, turn.call.agency_country
    ours = message.turns_on("our_agency") or message.turns_on("to_us")
    ends = [each["end"] for each in message.marks if each["word"] == "presents"]
    reaches = {"country": _AN_ARTICLE, "town": _A_KIND}
    near = [
        each
        for each in message.entities
        if (reach := reaches.get(each["entity"]))
        and any(
            0 < each["start"] - end <= reach and not message.parted(end, each["start"])
            for end in ends
        )
    ]
    codes = [str(each["value"]) for each in near if each["entity"] == "country"]
    towns = [str(each["value"]) for each in near if each["entity"] == "town"]
    abroad = {*codes, *countries_of(towns, turn)} - {home}
    return ours and bool(abroad)


def kinds(turn: Turn) -> list[str]:
    """Return the kinds of organisations that a message names, and those who are none.

    'We are a group of mothers without an association' is about the group alone.
    """
    named = [each for each in turn.message.marked("who") if not _denied(each, turn)]
    apart = [each for each in named if each in (*_REFUSED, _UNKNOWN)]
    if apart and turn.message.denies:
        return apart
    # 'an NGO run by friends'
    return [each for each in named if each != "informal"] or named


def _denied(kind: str, turn: Turn) -> bool:
    """Tell whether a kind is named as what somebody is not: 'we have no company'."""
    message = turn.message
    if kind in (*_REFUSED, _UNKNOWN):
        return False
    ends = [each["end"] for each in message.words if each["word"] in _DENYING[message.language]]
    starts = [each["start"] for each in message.marks if each["word"] == kind]
    return all(any(0 < start - end <= _BESIDE for end in ends) for start in starts)


def fields_of(turn: Turn) -> list[FieldId]:
    """Return the fields in which the kinds that are named work: a kindergarten in school."""
    return list(dict.fromkeys(_FIELDS[each] for each in kinds(turn) if each in _FIELDS))


def is_code(entity: dict[str, Any], of: str = "field") -> bool:
    """Tell whether an entity is a field, or a near miss, that is named by its code: KA201."""
    return entity["entity"] == of and any(letter.isdigit() for letter in entity["text"])


def names_code(turn: Turn) -> bool:
    """Tell whether a message names a field of this call by its code."""
    return any(is_code(each) for each in turn.message.entities)


def _asks_yes_or_no(turn: Turn) -> bool:
    """Tell whether 'yes' is an answer: not to 'are companies shut out?', nor to a long story."""
    message = turn.message
    turned = message.hangs_on("doubtful") or message.open or message.denies
    return not turned and message.length <= _STORY


def _organisations(named: list[str]) -> list[str]:
    """Return the kinds that are organisations without doubt."""
    return [each for each in named if each not in (*_REFUSED, _UNKNOWN)]


def _listed(speaker: Speaker, named: list[str]) -> str:
    names = [speaker.phrase("who-kind", kind=each) for each in named]
    return format_list(names, locale=speaker.language)


def say_kinds(speaker: Speaker, turn: Turn, role: str, allowed: bool = True) -> None:
    """Say of each kind that a message names whether it can take part.

    Args:
        speaker: words the answer.
        turn: the message.
        role: 'applicant' or 'participant'.
        allowed: whether those who can are told so; not where a country was judged already.
    """
    named = kinds(turn)
    for each in _REFUSED:
        if each in named:
            speaker.say(f"who-{each}")
    organisations = _organisations(named)
    # 'Must there be a university among us?' asks for something else
    if turn.message.hangs_on("required"):
        organisations = _instead_of_required(turn, organisations)
    if organisations and allowed:
        key = "who-yes" if _asks_yes_or_no(turn) else "who-can"
        speaker.say(key, kinds=_listed(speaker, organisations), role=role)
    if _WITH_CHARTER & {*_organisations(named)}:
        speaker.say("eche")
    if _UNKNOWN in named:
        speaker.say("who-sole-trader")


def _instead_of_required(turn: Turn, organisations: list[str]) -> list[str]:
    """Return the kinds of which it is asked if they may, where another one is asked to be a must.

    'Can a company be the applicant, or must it be a school?'
    """
    marks = turn.message.marks
    must = next(each["start"] for each in marks if each["word"] == "required")
    asked = any(each["word"] == "may" and each["start"] < must for each in marks)
    who = [each for each in marks if each["word"] in organisations]
    before = {each["word"] for each in who if each["start"] < must}
    behind = {each["word"] for each in who if each["start"] > must}
    return [each for each in organisations if each in before - behind and asked and behind]


def say_charter(speaker: Speaker, turn: Turn) -> None:
    """Say that those who ask for themselves need the charter: 'We are a college. Do we need it?'.

    Not where they are in doubt, as in 'only if we lead?', or from a country where nobody has it.
    """
    message = turn.message
    named = [each for each in _organisations(kinds(turn)) if each in _WITH_CHARTER]
    if not (named and message.whether and message.turns_on("needs")):
        return
    if not (message.hangs_on("doubtful") or message.open or turn.gives_up("partner_role")):
        speaker.say("eche-yes", kind="colleges" if "colleges" in named else named[0])


def say_not_without_charter(speaker: Speaker, turn: Turn) -> bool:
    """Say that a university takes no part without the charter; tell if that was asked.

    'Vai bez hartas mūs laidīs klāt?', asked by those who say what they are.
    """
    named = {*_organisations(kinds(turn))} & _WITH_CHARTER
    message = turn.message
    lacks = message.turns_on("charter") and message.denies and message.hangs_on("may")
    asks = (message.whether and message.turns_on("without")) or (message.asks and lacks)
    if not (named and asks and message.hangs_on("we")):
        return False
    speaker.say("eche-not-without")
    return True


def say_without_charter(speaker: Speaker, turn: Turn) -> None:
    """Say that those whom a message names need no charter, where they teach no students."""
    named = _organisations(kinds(turn))
    if named and not {*_WITH_CHARTER, *_MAY_TEACH_STUDENTS} & {*named}:
        speaker.say("eche-not-for", kinds=_listed(speaker, named))
