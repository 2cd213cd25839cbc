"""A message with what was found in it: entities, and words that a plan or a verdict hangs on."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from actions.counts import CROWD
from actions.draft import Part
from core.call import Language
from core.text import fold

BREAK = re.compile(r"[,;.:\n](?=\s|$)")
"""Where a clause ends."""
_NEAR_DENIAL = 5
"""Letters before a country within which a word denies its partner: 'no Austrian partner'."""
_FEW_WORDS = 3
"""Words of a message up to which it is a short one."""
ITEMS = {
    "management", "meetings", "outputs", "events", "activities", "trip", "exceptional", "special",
}  # fmt: skip
"""Words of the group `plan` that name an item of a budget."""
_SIGN = re.compile(r"[,.;:!?]")
_SENTENCE_SIGN = re.compile(r"[.!?…]+(?=\s|$)")
_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d+)?)\s*(?:%|p\w+ ?cent)", re.IGNORECASE)
_BY = r"\s*[x×*]\s*"
_CALCULATION = re.compile(rf"(?:\d+(?:{_BY}\d+)*\s*\+\s*)*\d+{_BY}\d+(?:\s*\+\s*\d+(?:{_BY}\d+)*)*")
"""Numbers that are multiplied and added up: '500 + 13x250'."""
_AMOUNT = re.compile(r"(\d{1,3}(?:[\s.,]\d{3})+|\d+)\s?(?:\w{1,5}|€)?\s?$")
"""A sum of money, with its unit or without, at the end of a text."""
_NEAR = 25
"""Letters between a word that denies and what it denies."""
_NEAR_CLAIM = 12
"""Letters between a sum and the word before it that puts it forward: 'that makes about 3 200'."""
_NEXT = ("2", "3", "4", "5", "6")
"""Places in a row behind the first."""
_OF_OTHERS = {"question", "year", "jautajums", "gada"}
"""Folded words for what may be the second without anything to add."""
_FEW_ITEMS = 2
_AN_ITEM = 1_000
"""EUR; less is no item of a budget, but a rate or a count."""
_NEAR_BEGINNING = 12
"""Characters within which a word stands near the beginning of a message."""


@dataclass(frozen=True)
class Message:
    """A message's text with its entities and the words that name parts of a plan."""

    text: str
    language: Language = "lv"
    entities: Sequence[dict[str, Any]] = ()
    words: Sequence[dict[str, Any]] = ()
    """Of the vocabulary's group `plan`: word, start, end."""
    marks: Sequence[dict[str, Any]] = ()
    """Words on which a verdict hangs: group, word, start, end."""
    asks: bool = False
    """Whether it asks anything."""
    whether: bool = False
    """Whether it asks for a yes or a no."""
    bare: bool = False
    """Whether it holds nothing but values."""
    gibberish: bool = False
    """Whether most of its words are none that anybody knows."""
    asked: str | None = None
    """What the last sentence clearly asks, where the message tells of a project."""
    told_elsewhere: dict[str, Any] | None = None
    """The near miss that a sentence tells of at which the question points, with its place."""

    @property
    def has_numbers(self) -> bool:
        """Whether a number stands in it."""
        return has_numbers(self.entities)

    def has(self, word: str) -> bool:
        """Tell whether a word of the group `plan` stands in the message."""
        return any(each["word"] == word for each in self.words)

    def turns_on(self, word: str) -> bool:
        """Tell whether a word of the group `matter` stands in the message."""
        return word in self.marked("matter")

    def asks_with(self, word: str) -> bool:
        """Tell whether a word of the group `matter` stands in a sentence that asks.

        'We paid out of our own pocket then. Will anybody pay now?' does not ask about that pocket.
        """
        if "?" not in self.text:
            return self.turns_on(word)
        marks = (e for e in self.marks if e["group"] == "matter" and e["word"] == word)
        signs = (_SENTENCE_SIGN.search(self.text, each["end"]) for each in marks)
        return any(sign and "?" in sign[0] for sign in signs)

    @property
    def begins_adding(self) -> bool:
        """Whether it begins with a word that adds: 'plus 2 people', not '2 partners + us'."""
        return any(e["word"] == "adds" and e["start"] <= _NEAR_BEGINNING for e in self.words)

    def ends_with(self, word: str) -> bool:
        """Tell whether it ends with a word of the group `matter`: 'Is she wrong?'."""
        return any(e["word"] == word and e["end"] >= self._last for e in self.marks)

    @property
    def _last(self) -> int:
        """Where its last word ends."""
        return len(self.text.rstrip(" ?!."))

    @property
    def begins_with_ordinal(self) -> bool:
        """Whether it begins with another one in a row: 'A second one in Kaunas, 50 locals'."""
        ordinals = (e for e in self.marks if e["group"] == "ordinal" and e["word"] in _NEXT)
        near = [each for each in ordinals if each["start"] <= _NEAR_BEGINNING]
        behind = [fold(" ".join(self.text[e["end"] :].split()[:1])).strip(":") for e in near]
        clause = BREAK.search(self.text, near[-1]["end"]) if near else None
        denied = self.denies_within(0, clause.start() if clause else len(self.text))
        # 'Un otru Viļņā: 60 vietējie, neviens nav no partneriem' denies nothing of the second
        return any(word not in _OF_OTHERS for word in behind) and not denied

    @property
    def asks_why(self) -> bool:
        """Whether a word for 'why' begins it or ends it, not 'they see why we are needed'."""
        whys = [each for each in self.words if each["word"] == "why"]
        return any(e["start"] <= _NEAR_BEGINNING or e["end"] >= self._last for e in whys)

    @property
    def adds(self) -> bool:
        """Whether something comes to what was told: 'arī', 'add', 'another'."""
        return self.has("more") or self.has("adds")

    @property
    def adds_partners(self) -> bool:
        """Whether somebody joins those before: 'another', 'what if Tartu joins?'."""
        return self.adds or self.turns_on("comes_in")

    def marked(self, group: str) -> list[str]:
        """Return which words of a group on which verdicts hang stand in the message, each once."""
        words = (each["word"] for each in self.marks if each["group"] == group)
        return list(dict.fromkeys(word for word in words if word != "none"))

    @property
    def asked_of_members(self) -> set[str]:
        """What it asks of a consortium: words of `member_question` in its sentences that ask.

        In a story others may stand: 'mums ir ļoti labi kontakti', 'vadība prasa pamatojumu'.
        """
        asking = self.asking
        marks = (each for each in self.marks if each["group"] == "member_question")
        return {
            str(each["word"])
            for each in marks
            if any(start <= each["start"] < end for start, end in asking)
        }

    @property
    def asking(self) -> list[tuple[int, int]]:
        """Where its sentences with a question mark stand; where none has one, all of it."""
        found, start = [], 0
        for sign in _SENTENCE_SIGN.finditer(self.text):
            if "?" in sign[0]:
                found.append((start, sign.end()))
            start = sign.end()
        return found or [(0, len(self.text))]

    @property
    def asks_how_many(self) -> bool:
        """Whether it asks how many are in a consortium, and not only if that is enough."""
        asked = self.asked_of_members
        return "how_many" in asked and not ("enough" in asked and self.whether)

    def hangs_on(self, word: str) -> bool:
        """Tell whether a verdict on the message hangs on a word: 'before', 'enough'."""
        return word in self.marked("verdict")

    @property
    def open(self) -> bool:
        """Whether it asks what or who: not where that is told, as in 'an NGO, which teaches'."""
        marks = (each for each in self.marks if each["word"] == "open")
        return any(not self.text[: each["start"]].rstrip().endswith(",") for each in marks)

    @property
    def length(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @property
    def percent(self) -> list[Decimal]:
        """The numbers of per cent that stand in it."""
        return [Decimal(each.replace(",", ".")) for each in _PERCENT.findall(self.text)]

    def lacks(self, part: Part) -> bool:
        """Tell whether it says that there is nothing of a part: 'bez rezultātiem', 'no outputs'.

        The word that denies stands near the part's, and no number between them.
        """
        denials = [each for each in self.words if each["word"] in ("none", "no")]
        named = [each for each in self.words if each["word"] == part]
        return any(
            _near(self.text, *sorted((denial, word), key=lambda each: each["start"]))
            for denial in denials
            for word in named
        )

    @property
    def items_together(self) -> Decimal | None:
        """What the items of a budget come to, where sums stand behind their names.

        'Management 36 000, meetings 23 000, outputs 210 000.' Most of the names must be known;
        a sum that is all the others together is none of them.
        """
        named = [
            each
            for each in self.entities
            if each["entity"] in ("euro", "number") and each["value"] >= _AN_ITEM
        ]
        starts = [0, *(int(each["end"]) for each in named)]
        of_items = [
            each
            for each, start in zip(named, starts, strict=False)
            if any(w["word"] in ITEMS and start <= w["start"] < each["start"] for w in self.words)
        ]
        if len(of_items) < _FEW_ITEMS or 2 * len(of_items) <= len(named):
            return None
        between = {e["word"] for e in self.marks if starts[1] <= e["start"] < starts[-1]}
        if self.has("instead") or "or" in between:
            return None  # 'outputs 210 000 instead of 250 000', '210 000 or 250 000'
        amounts = [Decimal(str(each["value"])) for each in named]
        together = sum(amounts, Decimal(0))
        return together / 2 if together / 2 in amounts else together

    @property
    def claims(self) -> list[Decimal]:
        """The sums that somebody puts forward: '40 days, that's 3 200', 'sanāk 12 330'."""
        marks = [each["end"] for each in self.marks if each["word"] == "claims"]
        return [
            Decimal(str(each["value"]))
            for each in self.entities
            if each["entity"] in ("euro", "number") and each["value"] > CROWD
            if any(
                0 <= each["start"] - end <= _NEAR_CLAIM and not self.parted(end, each["start"])
                for end in marks
            )
        ]

    @property
    def worked_out(self) -> Decimal | None:
        """What a calculation comes to that is asked about: '500 + 13x250, correct?'."""
        found = _CALCULATION.search(self.text)
        if found is None or not self.asks_if_right:
            return None
        terms = re.split(r"\s*\+\s*", found[0])
        factors = ([Decimal(each) for each in re.split(_BY, term)] for term in terms)
        return sum((math.prod(each, start=Decimal(1)) for each in factors), Decimal(0))

    @property
    def asks_if_right(self) -> bool:
        """Whether it asks if something is so: 'correct?', 'vai pareizi?'."""
        return self.asks and (self.turns_on("is_right") or self.turns_on("true"))

    @property
    def lacks_partner(self) -> bool:
        """Whether it says that there is no partner from a place: 'no Austrian partner'."""
        if self.turns_on("without_partner"):
            return True
        partners = {
            e["start"] for e in self.marks if e["word"] in ("a_partner", "partnership_size")
        }
        countries = [each for each in self.entities if each["entity"] == "country"]
        named = [each for each in countries if each["end"] + 1 in partners]
        return any(self.denies_within(*self._around(each)) for each in named)

    def _around(self, country: dict[str, Any]) -> tuple[int, int]:
        """Return the stretch in which a country's partner is denied: 'itāļu partnera mums nav'."""
        clause = BREAK.search(self.text, country["end"])
        end = clause.start() if clause else len(self.text)
        return country["start"] - _NEAR_DENIAL, end

    @property
    def short(self) -> bool:
        """Whether it has few words."""
        return self.length <= _FEW_WORDS

    @property
    def denies(self) -> bool:
        """Whether it says that something is not or shall not be."""
        return self.denies_within(0, len(self.text))

    def denies_within(self, start: int, end: int) -> bool:
        """Tell whether a word that denies stands in a stretch of it."""
        # 'no' is an English word here, and a Latvian one for 'from'
        denying = ("none", "no") if self.language == "en" else ("none",)
        codes = {each["start"] for each in self.entities if each["entity"] == "country"}
        return any(
            each["word"] in denying and start <= each["start"] < end and each["start"] not in codes
            for each in self.words
        )

    @property
    def of_agencies(self) -> list[dict[str, Any]]:
        """The countries that it names as those of an agency: 'the Estonian agency'."""
        agencies = {each["start"] for each in self.marks if each["word"] == "agency"}
        countries = (each for each in self.entities if each["entity"] == "country")
        return [each for each in countries if each["end"] + 1 in agencies]

    def parted(self, start: int, end: int) -> bool:
        """Tell whether a sign stands in a stretch of it, so that it is not of one clause."""
        return _SIGN.search(self.text, start, end) is not None

    def names_taxes(self, start: int, end: int) -> bool:
        """Tell whether a stretch of it names taxes other than VAT."""
        named = [e for e in self.marks if start <= e["start"] < end]
        vat = [(e["start"], e["end"]) for e in named if e["word"] == "vat"]
        return any(
            each["word"] == "tax" and not any(first <= each["start"] < last for first, last in vat)
            for each in named
        )

    @property
    def monthly(self) -> list[Decimal]:
        """The sums of money that it names as those of a month: '750 mēnesī', '15 000 EUR a month'.

        A hundred or more; less counts something else.
        """
        ends = (each["start"] for each in self.marks if each["word"] == "a_month")
        found = (_AMOUNT.search(self.text[:end]) for end in ends)
        sums = [Decimal(re.sub(r"\D", "", each.group(1))) for each in found if each]
        return [each for each in sums if each > CROWD]


def _near(text: str, first: dict[str, Any], second: dict[str, Any]) -> bool:
    between = text[first["end"] : second["start"]]
    return len(between) <= _NEAR and not BREAK.search(between) and not re.search(r"\d", between)


def has_numbers(entities: Sequence[dict[str, Any]]) -> bool:
    """Tell whether a number is among entities."""
    return any(isinstance(each.get("value"), int | float) for each in entities)
