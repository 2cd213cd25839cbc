"""Other languages are told from Latvian and English, mixed or alone."""

from __future__ import annotations

import pytest

from bot.nlu.language import LanguageIdentifier, foreign_code

_CONFIG = LanguageIdentifier.get_default_config()
_UNSURE = 0.8
"""What the own classifier thinks of a language that it was never shown."""

_FOREIGN = {
    "lt": "Kiek pinigų galima gauti projektui, jei esame keturi partneriai?",
    "et": "Kui palju raha saab projekti jaoks, kui oleme neli partnerit?",
    "ru": "Сколько денег можно получить на проект?",
    "uk": "Скільки грошей можна отримати на проєкт?",
    "de": "Bis wann muss der Antrag gestellt werden?",
    "fr": "Combien d'argent peut-on recevoir pour ce projet ?",
    "es": "Nuestra escuela quiere presentar una solicitud",
    "it": "La nostra scuola vuole presentare una candidatura",
    "pl": "Jaki jest termin składania wniosków?",
    "fi": "Kuinka paljon rahaa voimme saada hankkeeseen?",
    "el": "Ποια είναι η προθεσμία;",
}


@pytest.mark.parametrize(("code", "text"), _FOREIGN.items())
def test_another_language_is_named(code: str, text: str) -> None:
    assert foreign_code(text, _UNSURE, _CONFIG) == (code, True)


@pytest.mark.parametrize("text", [
    "Vai climate change un green skills skaitās horizontal priority šajā konkursā?",
    "Our Polish partneris has no OID yet, vai viņam jāreģistrējas before we apply?",
    "veidlapa jau stundu neveras valjaa ne chromee ne firefoxaa, ko dariit",
    "Viņu ceļš no Rīgas uz Helsinkiem?",
    "asociētais partneris, nauda, statuss",
])  # fmt: skip
def test_latvian_and_english_in_one_message_are_no_third_language(text: str) -> None:
    assert foreign_code(text, _UNSURE, _CONFIG) == (None, False)


def test_who_is_sure_of_latvian_is_not_talked_out_of_it() -> None:
    assert foreign_code(_FOREIGN["lt"], 0.999, _CONFIG) == ("lt", False)


def test_a_word_or_two_are_no_evidence() -> None:
    assert foreign_code("guten Tag", _UNSURE, _CONFIG) == (None, False)
