"""Phrases: the same matches as spaCy's own matcher gives, in the same order."""

from __future__ import annotations

import pytest
from spacy.matcher import Matcher

from bot.nlu.spacy_tokenizer import parse, pipeline
from bot.nlu.vocabulary import Phrases
from core.text import ENDINGS

PHRASES = {
    "unit=month": ["mēnes*", "# mēnes*", "month*"],
    "date=month": ["mēnes~ $", "mēnes~"],
    "field=school": ["skol~", "skolu izglītīb~"],
    "sign=any": ["$", "#", "skola"],
    "unit=year": ["# gad~", "gad~"],
    "unit=people": ["*klasniek~"],
}
ANY = rf"(?:{'|'.join(ENDINGS)})?"
TOKENS = {
    "mēnes*": {"NORM": {"REGEX": r"^menes\w*$"}},
    "month*": {"NORM": {"REGEX": r"^month\w*$"}},
    "mēnes~": {"NORM": {"REGEX": rf"^menes{ANY}$"}},
    "skol~": {"NORM": {"REGEX": rf"^skol{ANY}$"}},
    "izglītīb~": {"NORM": {"REGEX": rf"^izglitib{ANY}$"}},
    "gad~": {"NORM": {"REGEX": rf"^gad{ANY}$"}},
    "*klasniek~": {"NORM": {"REGEX": rf"^[\w-]*klasniek{ANY}$"}},
    "skolu": {"NORM": "skolu"},
    "skola": {"NORM": "skola"},
    "$": {"IS_PUNCT": True},
    "#": {"IS_DIGIT": True},
}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nekas",
        "24 mēneši, 2 gadi!",
        "Skolu izglītība 18 mēnešos?",
        "skola skola SKOLAI 3 gadu mēnesis.",
        "$ # 1 $5 24months",
        "divi devītklasnieki, klasniekiem 3 klasnieciski",
    ],
)
def test_found_as_spacy_finds_them(text: str) -> None:
    """Rules, places and order are those of spaCy's matcher."""
    theirs, ours = Matcher(pipeline().vocab), Phrases()
    for rule, phrases in PHRASES.items():
        theirs.add(rule, [[TOKENS[word] for word in phrase.split()] for phrase in phrases])
        ours.add(rule, phrases)
    doc = parse(text)
    expected = [(doc.vocab.strings[rule], start, end) for rule, start, end in theirs(doc)]
    assert ours(doc) == expected
