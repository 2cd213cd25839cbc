"""Who works on outputs, where and for how many days, as a message tells it."""

from __future__ import annotations

import pytest

from actions.case import Work
from actions.message import Message
from actions.works import read
from bot import quiet  # noqa: F401  (before Rasa)
from bot.nlu.entities import entities
from bot.nlu.spacy_tokenizer import parse


def told(text: str, words: tuple[str, ...] = ()) -> list[Work]:
    """Return the work that is read; `words` are the vocabulary's that stand in the text."""
    marks = [
        {"word": name, "start": text.index(word), "end": text.index(word) + len(word)}
        for name, word in (each.split("=") for each in words)
    ]
    return read(Message(text, entities=entities(parse(text)), words=marks))


@pytest.mark.parametrize(
    ("text", "words", "works"),
    [
        (
            "A researcher in Aarhus works 18 days, a technician in Riga 25 days",
            (),
            [(18, "researcher", None, "Aarhus"), (25, "technician", None, "Riga")],
        ),
        (
            "30 days of our trainer, 12 days of the Lyon one",
            ("ours=our",),
            [(30, "researcher", "ours", None), (12, "researcher", None, "Lyon")],
        ),
        (
            "Pētnieki no Jelgavas un Lionas, katrs pa 40 dienām",
            ("each=katrs",),
            [(40, "researcher", None, "Jelgavas"), (40, "researcher", None, "Lionas")],
        ),
        (
            "mūsu skolotājs 15 dienas, somu pētnieks 20 un itāļu tehniķis 5 dienas",
            ("ours=mūsu",),
            [
                (15, "researcher", "ours", None),
                (20, "researcher", "FI", None),
                (5, "technician", "IT", None),
            ],
        ),
        ("3 Latvian researchers 25 days", (), [(75, "researcher", "LV", None)]),
    ],
)
def test_days_staff_and_places_that_belong_together(
    text: str, words: tuple[str, ...], works: list[tuple[object, ...]]
) -> None:
    assert [tuple(each) for each in told(text, words)] == works
