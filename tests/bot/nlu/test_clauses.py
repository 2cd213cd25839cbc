"""How a message is built, and what its words tell without a model."""

from __future__ import annotations

import pytest

from bot import quiet  # noqa: F401  (before Rasa)
from bot.nlu import clauses
from bot.nlu.entities import entities
from bot.nlu.spacy_tokenizer import parse


@pytest.mark.parametrize(
    ("text", "follows"),
    [
        ("un trim cilvēkiem?", True),
        ("bet ja lido 3000 km?", True),
        ("and for VET?", True),
        ("no, I meant adults", True),
        ("Kad ir termiņš?", False),
        ("What is the deadline?", False),
        ("Un vispār mēs gribētu uzzināt, kāds šogad ir tas pieteikumu iesniegšanas termiņš", False),
        ("", False),
    ],
)
def test_what_goes_on_from_the_message_before(text: str, follows: bool) -> None:
    assert clauses.follows(parse(text)) is follows


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("36 months?", True),
        ("un Vācijā?", True),
        ("PIA", True),
        ("kontakti PIA", False),
        ("cik maksā ceļš 36 cilvēkiem", False),
    ],
)
def test_what_holds_nothing_but_values(text: str, bare: bool) -> None:
    doc = parse(text)
    assert clauses.is_bare(doc, entities(doc)) is bare


@pytest.mark.parametrize(
    ("text", "whether"),
    [
        ("Vai to drīkst?", True),
        ("Un vai tas der?", True),
        ("Mums ir divi, vai ar to pietiek?", True),
        ("and is it allowed", True),
        ("We have two outputs. Can we hold an event?", True),
        ("divas vai trīs dienas", False),
        ("How much is it?", False),
        ("What is the ceiling?", False),
        ("", False),
    ],
)
def test_questions_for_a_yes_or_a_no(text: str, whether: bool) -> None:
    assert clauses.asks_whether(parse(text)) is whether


def test_words_on_which_a_verdict_turns_stand_where_they_are() -> None:
    text = "Is our own staff paid at an online event?"
    found = {
        each["word"]: text[each["start"] : each["end"]]
        for each in clauses.verdict_words(parse(text))
        if each["group"] == "matter"
    }
    assert found == {"own_staff": "own staff", "online": "online", "an_event": "event"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("may a vocational school join", ["verdict=may", "who=vet_providers"]),
        ("Vai drīkstam pieteikties?", ["verdict=may", "verdict=we"]),
        ("a group of parents without an association", ["who=informal", "who=informal"]),
        ("We can't yet, before the agreement", ["verdict=we", "verdict=doubtful"]),
        ("un trešā?", ["ordinal=3"]),
        ("šī ir pirmā reize, pirmo reizi", ["ordinal=1", "ordinal=none"]),
        ("Kad ir termiņš?", ["matter=when"]),
        ("kontakti", []),
    ],
)
def test_the_words_on_which_a_verdict_hangs(text: str, words: list[str]) -> None:
    found = [f"{each['group']}={each['word']}" for each in clauses.verdict_words(parse(text))]
    assert sorted(each for each in found if each in words) == sorted(words)
    assert bool(found) is bool(words)


@pytest.mark.parametrize(
    "text",
    ["Vai tiesa, ka partneriem jābūt trim?", "Is it true, that we need three of them?"],
)
def test_whether_it_is_true_is_no_question_of_its_own(text: str) -> None:
    doc = parse(text)
    assert len(clauses.clauses(doc, clauses.Part(0, len(text)))) == 1
