"""What a message says of organisations, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence

from actions.members.consortium import Consortium
from actions.members.counts import counted, of_whom
from actions.members.cues import with_cue, with_leader
from actions.members.mentions import (
    beside_us,
    described,
    listed,
    merged,
    of_entities,
    of_known_towns,
    of_places_at_home,
    of_pronouns,
)
from actions.members.sentence import Sentence, at, inside, marks_of, parts, words_of
from actions.message import Message

_ITEMS = {"outputs", "activities", "trip"}
"""Words of the group `plan` for what takes place somewhere or is worked on."""


def sentences(
    message: Message, known: Consortium, among: Sequence[str], home: str
) -> list[Sentence]:
    """Return the sentences of a message with those whom they mention.

    Args:
        message: the message.
        known: who was told before, whose towns are known in any spelling.
        among: the countries in which a town is meant rather than elsewhere.
        home: the country of which smaller towns are known, too.
    """
    found = []
    for text, offset in parts(message.text):
        words = words_of(text, offset)
        if words:
            asks = message.text[offset + len(text) :].lstrip().startswith("?")
            found.append(_read(Sentence(text, offset, asks, words), message, known, among, home))
    return found


def _read(
    sentence: Sentence, message: Message, known: Consortium, among: Sequence[str], home: str
) -> Sentence:
    sentence.marks = marks_of(sentence, message)
    sentence.supposes = any(
        each["word"] == "supposes" and inside(each, sentence) for each in message.words
    )
    sentence.may = any(
        each["group"] == "verdict" and each["word"] == "may" and inside(each, sentence)
        for each in message.marks
    )
    sentence.elsewhere = _is_elsewhere(sentence, message)
    mentions = of_entities(sentence, message, among)
    mentions += of_known_towns(sentence, mentions, known, among, home)
    mentions += of_places_at_home(sentence, mentions)
    mentions += of_pronouns(sentence, mentions)
    mentions = merged(sentence, sorted(mentions, key=lambda each: each.start), among)
    mentions = beside_us(sentence, listed(sentence, mentions))
    mentions, counts = counted(sentence, message, mentions)
    counts += [] if known.known else of_whom(sentence, mentions)
    mentions = [described(sentence, each, mentions) for each in mentions]
    mentions = [with_cue(sentence, each, mentions) for each in mentions]
    sentence.mentions = with_leader(sentence, mentions)
    sentence.counts = counts
    return sentence


def _is_elsewhere(sentence: Sentence, message: Message) -> bool:
    """Tell whether its places are those of journeys and the like; 'a training firm' is a firm."""
    kinds = {start for start, _ in sentence.spans("organisation")}
    items = any(
        each["word"] in _ITEMS
        and inside(each, sentence)
        and at(sentence, each["start"], each["end"])[1] not in kinds
        for each in message.words
    )
    away = items or any(end not in kinds for _, end in sentence.spans("elsewhere"))
    counted = any(
        each["entity"] in ("days", "kilometres", "local") and inside(each, sentence)
        for each in message.entities
    )
    return away or counted
