"""Words that nobody wrote before: slips of the keyboard, and letters as on old phones."""

from __future__ import annotations

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.spacy_tokenizer import BilingualSpacyTokenizer, parse
from bot.nlu.spelling import CORRECTIONS, Speller, SpellingCorrector, as_on_phones, corrected

_KNOWN = {
    "partners": 9, "partner": 9, "months": 9, "teachers": 9, "budget": 9, "skoleni": 9,
    "izglitiba": 2, "projekts": 9, "sveiki": 9, "madonna": 9, "rates": 4, "rate": 3, "rare": 2,
    "the": 9, "of": 9,
}  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("partnrs", "partners"),  # a letter too few: 'partner' has another one too many
        ("teachrs", "teachers"),
        ("mnoths", "months"),  # two in the wrong order
        ("bugdet", "budget"),
        ("projektz", "projekts"),
        ("tezchres", "teachers"),  # two slips in a long word
        ("shkoleeni", "skoleni"),  # letters as on phones, however many
        ("izgliitiibaa", "izglitiba"),  # and however rare the word is
        ("ratex", "rates"),  # 'rate' is as near and less frequent
        ("teh", "the"),  # a short word whose letters stand in the wrong order
        ("rtae", "rate"),
    ],
)
def test_the_known_word_next_to_it_is_meant(typed: str, meant: str) -> None:
    assert Speller(_KNOWN).nearest(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "partners",  # known
        "rare",  # known, too, though others are more frequent
        "bugdte",  # two slips are too many in a short word
        "dudget",  # the first letter is hardly ever wrong
        "rata",  # too short
        "htd",  # the first letter is hardly ever wrong, in short words either
        "fo",  # two letters may be anything
        "p4rtners",  # no word
        "osmosis",
    ],
)
def test_what_is_known_or_far_off_stays(typed: str) -> None:
    assert Speller(_KNOWN).nearest(typed) is None


def test_a_known_word_is_a_slip_of_one_that_is_far_more_frequent() -> None:
    counts = {"months": 400, "mnths": 5, "moths": 30}
    speller = Speller(counts)
    assert speller.nearest("mnths") == "months"
    assert speller.nearest("moths") is None


def test_a_known_word_only_yields_to_one_of_the_vocabulary() -> None:
    counts = {"there": 400, "theme": 5, "months": 400, "mnths": 5}
    assert corrections_of("theme for 3 mnths", counts) == {"mnths": "months"}


def test_a_rare_word_is_never_meant() -> None:
    assert Speller(_KNOWN).nearest("izglitibx") is None


def corrections_of(text: str, counts: dict[str, int] = _KNOWN) -> dict[str, str]:
    message = Message({"text": text})
    tokenizer = BilingualSpacyTokenizer(BilingualSpacyTokenizer.get_default_config())
    tokenizer.process([message])
    corrector = SpellingCorrector(None, None, Speller(counts))  # type: ignore[arg-type]
    corrector.process([message])
    assert message.get("text") == text
    return dict(message.get(CORRECTIONS))


def test_a_message_keeps_its_text_and_tells_what_was_meant() -> None:
    found = corrections_of("Teachrs for 3 mnoths, shkoleeni!")
    assert found == {"teachrs": "teachers", "mnoths": "months", "shkoleeni": "skoleni"}
    assert as_on_phones(found) == {"shkoleeni": "skoleni"}
    assert corrected("Teachrs, TEACHRS!", found) == "teachers, teachers!"


def test_names_are_no_slips() -> None:
    assert corrections_of("Vai Šveici arī?") == {}  # a country, not 'sveiki'
    assert corrections_of("mēs no Madonas") == {}  # a town, not 'madonna'
    # known, but far less frequent than the number that it resembles
    assert corrections_of("training in Vienna", {"vienna": 2, "viena": 300}) == {}


def test_words_are_matched_by_what_was_meant() -> None:
    message = Message({"text": "4 teachrs"})
    doc = parse("4 teachrs")
    message.set("text_spacy_doc", doc)
    SpellingCorrector(None, None, Speller(_KNOWN)).process([message])  # type: ignore[arg-type]
    assert [token.norm_ for token in doc] == ["4", "teachers"]


def test_the_words_of_texts_are_counted_folded() -> None:
    assert Speller.of(["Skolēni un skolēni", "2 skolas"]).counts == {
        "skoleni": 2,
        "un": 1,
        "skolas": 1,
    }


def test_noise_is_told_from_words_by_letters_that_stand_together() -> None:
    speller = Speller({"grant": 9, "grants": 9, "partner": 9, "partners": 9, "art": 9, "arts": 9})
    assert speller.is_noise("hjkl")
    assert not speller.is_noise("grant")
    assert not speller.is_noise("parts")  # nobody wrote it, but others begin and end like it
