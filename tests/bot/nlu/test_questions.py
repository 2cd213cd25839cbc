"""How a message is parted, and what is said of it without a model."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from bot import quiet  # noqa: F401  (before Rasa)
from bot.nlu import questions
from bot.nlu.entities import entities
from bot.nlu.spacy_tokenizer import parse

TOPICS = {
    "termiņš": "ask_deadline",
    "deadline": "ask_deadline",
    "zvanīt": "ask_contacts",
    "kontakti": "ask_contacts",
    "grant": "ask_grant",
    "ka229": "near_miss_school_exchange",
    "apstiprin": "near_miss_own_application",
    "paziņos": "ask_results_date",
}


def by_words(text: str, after: str | None = None) -> tuple[str, float]:
    """Understand a text by the first topic word in it, 'there' by the question before it."""
    if after == "ask_deadline" and "there" in text:
        return "ask_how_to_apply", 0.9
    found = [(text.casefold().find(word), intent) for word, intent in TOPICS.items()]
    found = sorted(pair for pair in found if pair[0] >= 0)
    return (found[0][1], 0.95) if found else ("nlu_fallback", 0.3)


def read(text: str) -> tuple[Doc, list[questions.Part]]:
    """Return a message and its sentences that ask."""
    doc = parse(text)
    return doc, questions.told(doc, by_words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kad termiņš un kam zvanīt par PIA?", ["ask_deadline", "ask_contacts"]),
        ("termiņš, kontakti PIA, max grants", ["ask_deadline", "ask_contacts", "ask_grant"]),
        ("What's the deadline? And what is the largest grant?", ["ask_deadline", "ask_grant"]),
        ("Labdien! Esam skola. Kad ir termiņš? Kam zvanīt?", ["ask_deadline", "ask_contacts"]),
        # a question that means something only after the one before it
        ("What is the deadline? How there?", ["ask_deadline", "ask_how_to_apply"]),
        ("when is the deadline and how do I get there", ["ask_deadline", "ask_how_to_apply"]),
        # words that introduce, or a clause that is clear though nothing in it asks
        ("deadline, the grant - how much", ["ask_deadline", "ask_grant"]),
        ("the deadline of all our four fields + kontakti", ["ask_deadline", "ask_contacts"]),
        # one question
        ("Kad ir termiņš?", []),
        ("Kad un kam zvanīt?", []),
        ("Kad ir termiņš un vai termiņš tiks pārcelts?", []),
        ("Vai var zvanīt un rakstīt?", []),
        ("Mums ir kontakti. Kad ir termiņš?", []),
        ("Kad paziņos, vai mūsu projekts ir apstiprināts?", []),
        # another programme, whatever is asked about it
        ("With KA229 we swap pupils, right? What is the largest grant?", []),
    ],
)
def test_questions_of_a_message(text: str, expected: list[str]) -> None:
    assert [each.intent for each in questions.questions(*read(text), by_words)] == expected


def test_a_question_knows_its_place() -> None:
    text = "kad termiņš un kam zvanīt par PIA?"
    first, second = questions.questions(*read(text), by_words)
    assert first.of(text).strip() == "kad termiņš"
    assert second.of(text) == "kam zvanīt par PIA?"


@pytest.mark.parametrize(
    ("text", "asking"),
    [
        ("Esam skola. Cik naudas var saņemt?", ["Cik naudas var saņemt?"]),
        ("Our school is in Riga. Can we apply now", ["Can we apply now"]),
        ("Mums ir partneri. Gribu zināt visus datumus.", ["Gribu zināt visus datumus."]),
        # a question that only points takes what it points at
        ("Ir skola. Plānojam 18 mēnešus. Vai tas der?", ["Plānojam 18 mēnešus. Vai tas der?"]),
        ("Plānojam 18 mēnešus. Kad termiņš?", ["Kad termiņš?"]),
        ("Esam skola. Mums ir partneri.", ["Esam skola.", "Mums ir partneri."]),
    ],
)
def test_which_sentences_are_told(text: str, asking: list[str]) -> None:
    parts = questions.told(parse(text), by_words)
    assert [part.of(text) for part in parts] == asking


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
    assert questions.follows(parse(text)) is follows


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
    assert questions.is_bare(doc, entities(doc)) is bare


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
    assert questions.asks_whether(parse(text)) is whether


def test_words_on_which_a_verdict_turns_stand_where_they_are() -> None:
    text = "Is our own staff paid at an online event?"
    found = {
        each["word"]: text[each["start"] : each["end"]]
        for each in questions.verdict_words(parse(text))
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
    found = [f"{each['group']}={each['word']}" for each in questions.verdict_words(parse(text))]
    assert sorted(each for each in found if each in words) == sorted(words)
    assert bool(found) is bool(words)


@pytest.mark.parametrize(
    "text",
    ["Vai tiesa, ka partneriem jābūt trim?", "Is it true, that we need three of them?"],
)
def test_whether_it_is_true_is_no_question_of_its_own(text: str) -> None:
    doc = parse(text)
    assert len(questions.clauses(doc, questions.Part(0, len(text)))) == 1
