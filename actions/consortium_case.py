"""The consortium as it was told: what is said of it, whether it is enough, what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from actions.members import Consortium, Organisation
from actions.members.consortium import UNKNOWN
from actions.turn import Turn
from bot.responses import Speaker, country_name
from core import judgements
from core.judgements import Composition

_FEWEST = 3
"""Organisations of which it is worth saying that they are enough by number."""


def composition(turn: Turn, consortium: Consortium) -> Composition:
    """Judge who counts of a consortium, and whether that is enough."""
    codes = [each.country for each in consortium.members if each.country != UNKNOWN]
    unclear = len(consortium.members) - len(codes)
    return judgements.composition(turn.call, turn.day, codes, consortium.unplaced + unclear)


def names_of(turn: Turn, organisations: Iterable[Organisation]) -> str:
    """Return where organisations are, with their number where there are several: 'Latvia (2)'."""
    counted = Counter(each.country for each in organisations if each.country != UNKNOWN)
    return ", ".join(
        country_name(code, turn.language) + (f" ({number})" if number > 1 else "")
        for code, number in counted.items()
    )


def say_case(speaker: Speaker, turn: Turn) -> Composition:
    """Say whether the consortium is enough, with its reason, and who does not count."""
    now = turn.members.now
    judged = composition(turn, now)
    speaker.rest_on(*judged.rests_on)
    if _are_others_abroad(turn, now):
        speaker.say("consortium-enough-partners")
        return judged
    outside = any(code not in judged.countries for code in now.countries)
    if outside and judged.verdict != "refused" and turn.message.turns_on("hinders"):
        speaker.say("case-no-obstacle")
    _say_verdict(speaker, turn, now, judged)
    if judged.verdict == "refused":
        speaker.say("case-missing", missing=judged.missing)
    _say_apart(speaker, turn, now, judged)
    return judged


def _are_others_abroad(turn: Turn, now: Consortium) -> bool:
    """Tell whether some are abroad of whom no country is told: 'un vēl kādu citā valstī'."""
    message = turn.message
    abroad = message.turns_on("abroad") and not message.turns_on("no_foreigners")
    return abroad and len(now.countries) == 1 and now.count >= _FEWEST


def _say_verdict(speaker: Speaker, turn: Turn, now: Consortium, judged: Composition) -> None:
    values = {
        "organisations": now.count,
        "countries": len(now.countries),
        "names": names_of(turn, now.members),
    }
    if turn.members.assumed and _hangs_on_own(turn, now, judged):
        speaker.say("consortium-fits-with-own", country=turn.home)
        speaker.say("case-with-own", **values)
    elif turn.message.asks_how_many:
        speaker.say("case-count", **values)
        speaker.say(f"case-count-{judged.verdict}")
    else:
        speaker.say(f"case-{judged.verdict}", **values)
    if turn.members.assumed and not _hangs_on_own(turn, now, judged):
        speaker.say("case-own", country=turn.home)


def _hangs_on_own(turn: Turn, now: Consortium, judged: Composition) -> bool:
    """Tell whether it is enough only with the organisation of those who ask."""
    others = [each for each in now.organisations if not each.own]
    without = now.model_copy(update={"organisations": others})
    return judged.verdict == "fits" and composition(turn, without).verdict != "fits"


def _say_apart(speaker: Speaker, turn: Turn, now: Consortium, judged: Composition) -> None:
    """Say of whom of the consortium something else holds: from outside, associated, not sure."""
    outside = [code for code in now.countries if code not in judged.countries]
    if outside:
        speaker.say(
            "case-counted",
            organisations=judged.organisations,
            countries=len(judged.countries),
            names=_counted_names(turn, now, judged),
        )
    elif now.countries and judged.verdict == "fits" and not turn.message.asks_how_many:
        speaker.say("case-all-count")
    for code in outside:
        speaker.rest_on(*judgements.country(turn.call, turn.day, code).rests_on)
        speaker.say("consortium-not-counted", country=code)
    if outside:
        speaker.say("consortium-added-value")
    unclear = now.unplaced + sum(each.country == UNKNOWN for each in now.members)
    if unclear > 0:
        speaker.say("case-unplaced", number=unclear)
    if associated := now.having("associated"):
        speaker.say("case-associated", names=names_of(turn, associated) or "none")
        speaker.rest_on_facts(["associated_partners"])
    if waiting := now.having("waiting"):
        enough = _enough_with(turn, now, waiting) if judged.verdict == "refused" else "no"
        speaker.say("case-waiting", names=names_of(turn, waiting) or "–", enough=enough)


def _counted_names(turn: Turn, now: Consortium, judged: Composition) -> str:
    counted = [each for each in now.members if each.country in judged.countries]
    return names_of(turn, counted) or "none"


def _enough_with(turn: Turn, now: Consortium, waiting: list[Organisation]) -> str:
    """Return whether any one of those who have not agreed is enough, or all of them, or not."""

    def fits(*joining: Organisation) -> bool:
        with_them = now.plus(*(each.model_copy(update={"status": "in"}) for each in joining))
        return composition(turn, with_them).verdict == "fits"

    if all(fits(each) for each in waiting):
        return "one"
    return "all" if fits(*waiting) else "no"
