"""Which parts of a message are questions of their own."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from bot import quiet  # noqa: F401  (before Rasa)
from bot.nlu import questions
from bot.nlu.clauses import Part
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


def read(text: str) -> tuple[Doc, list[Part]]:
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
