"""What names a person is masked, in both languages and without diacritics; other things stay."""

from __future__ import annotations

import string
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.clean import LONGEST
from bot.helpdesk.report.masking import mask

MASKED = {
    # e-mail
    "Rakstiet uz anna.berzina@skola.lv, lūdzu": "Rakstiet uz <EMAIL>, lūdzu",
    "My address is john_smith+erasmus@uni.ac.uk.": "My address is <EMAIL>.",
    "mans epasts JANIS@GMAIL.COM": "mans epasts <EMAIL>",
    "jānis.kļaviņš@ģimnāzija.lv": "<EMAIL>",
    "anna (at) skola.lv vai anna [at] skola [dot] lv": "<EMAIL> vai <EMAIL>",
    # telephone numbers, Latvian
    "Zvaniet 29123456": "Zvaniet <PHONE>",
    "zvaniet 67 830 844, ja var": "zvaniet <PHONE>, ja var",
    "mans numurs ir 2912 3456.": "mans numurs ir <PHONE>.",
    "tel. 29-123-456": "tel. <PHONE>",
    "29 12 34 56 ir mans tālrunis": "<PHONE> ir mans tālrunis",
    "67830844 2 cilvēkiem": "<PHONE> 2 cilvēkiem",
    "67830844,29123456": "<PHONE>,<PHONE>",
    "tālr. +371 29123456": "tālr. <PHONE>",
    "call +371 6783 0844 please": "call <PHONE> please",
    "+37129123456": "<PHONE>",
    "00371 29 123 456": "<PHONE>",
    "(371) 29123456": "<PHONE>",
    "37129123456": "<PHONE>",
    # telephone numbers, of other countries
    "our office: +32 2 295 11 11": "our office: <PHONE>",
    "+44 (0)20 7946 0958": "<PHONE>",
    "0049 30 901820": "<PHONE>",
    "+370-612-34567": "<PHONE>",
    "phone 020 7946 0958": "phone <PHONE>",
    "talrunis: 63022222": "talrunis: <PHONE>",
    "tālruņa numurs 20200423": "tālruņa numurs <PHONE>",
    # personal codes
    "personas kods 150385-12345": "personas kods <PERSONAL_CODE>",
    "p.k. 010101-20015": "p.k. <PERSONAL_CODE>",
    "mans kods ir 15038512345": "mans kods ir <PERSONAL_CODE>",
    "320000-12345": "<PERSONAL_CODE>",
    "my personal code is 32012312345": "my personal code is <PERSONAL_CODE>",
    "150385 – 12345": "<PERSONAL_CODE>",
    # accounts
    "LV80BANK0000435195001": "<ACCOUNT>",
    "IBAN: LV80 BANK 0000 4351 9500 1": "IBAN: <ACCOUNT>",
    "konts lv80hana0000435195001, paldies": "konts <ACCOUNT>, paldies",
    "our account is DE89 3704 0044 0532 0130 00": "our account is <ACCOUNT>",
    "EE382200221020145685": "<ACCOUNT>",
    "konta numurs 123456789": "konta numurs <ACCOUNT>",
    "account number: 1234-5678-9012": "account number: <ACCOUNT>",
    # names
    "Mani sauc Anna.": "Mani sauc <PERSON>.",
    "mani sauc anna bērziņa, vai varu pieteikties": "mani sauc <PERSON>, vai varu pieteikties",
    "mani sauc janis un man ir jautajums": "mani sauc <PERSON> un man ir jautajums",
    "mani sauc anna berzina gribu jautat par naudu": "mani sauc <PERSON> gribu jautat par naudu",
    "MANI SAUC ANNA": "MANI SAUC <PERSON>",
    "Sveiki, es esmu Jānis Bērziņš no Rīgas": "Sveiki, es esmu <PERSON> no Rīgas",
    "Labdien! Esmu Anna-Marija Ozola-Kalniņa.": "Labdien! Esmu <PERSON>.",
    "es esmu Kristine un gribu zinat terminu": "es esmu <PERSON> un gribu zinat terminu",
    "Esmu skolas direktore Anna Bērziņa no Cēsīm": "Esmu skolas direktore <PERSON> no Cēsīm",
    "Mans vārds ir Juris Pētersons Kalns": "Mans vārds ir <PERSON>",
    "mans vards ir liga": "mans vards ir <PERSON>",
    "Vārds, uzvārds: Anna Bērziņa": "Vārds, uzvārds: <PERSON>",
    "My name is John Smith and I work at a school": "My name is <PERSON> and I work at a school",
    "my name is mary": "my name is <PERSON>",
    "my name's Siobhán O’Connor": "my name's <PERSON>",
    "I am Anna from Riga": "I am <PERSON> from Riga",
    "Hi, I'm Peter. When is the deadline?": "Hi, I'm <PERSON>. When is the deadline?",
    "I am the coordinator Mary Jane Watson": "I am the coordinator <PERSON>",
    "Paldies! Ar cieņu, Anna Bērziņa": "Paldies! Ar cieņu, <PERSON>",
    "mani sauc J. Bērziņš": "mani sauc <PERSON>",
    "I am John F. Kennedy, a teacher": "I am <PERSON>, a teacher",
    "Es esmu Anna skolotāja no Cēsīm": "Es esmu <PERSON> skolotāja no Cēsīm",
    "Best regards,\nJohn": "Best regards,\n<PERSON>",
    # links
    "https://example.org/form?user=anna&id=5 nestrādā": "<LINK> nestrādā",
    "see www.skola.lv/?token=abc.": "see <LINK>.",
    "https://anna:secret@host.lv/path": "<LINK>",
    "https://host.lv/page#session=12": "<LINK>",
    # several things
    "Esmu Anna, 29123456, anna@skola.lv": "Esmu <PERSON>, <PHONE>, <EMAIL>",
}

STAYS = [
    # amounts
    "Budžets ir 12 500 EUR",
    "12 500 EUR un 34 600 EUR",
    "450000 EUR",
    "27 500 000 EUR ir pieejami Latvijā",
    "EUR 25 100 300",
    "20 000 000",
    "4 055 430 EUR",
    "29123456 EUR",
    "32000000000 EUR",
    "15038512345 eiro",
    "29123456,50",
    "1 000 000 000 eiro",
    "500 + 1 250 000 EUR",
    "18 × 12500 + 999",
    "500+250 EUR mēnesī",
    "€ 25 000 000",
    # numbers with eleven digits that are no code
    "99999999999",
    "45678912345",
    # dates, years
    "2020. gada 24. marts",
    "24.03.2020 13:00",
    "20200324",
    "24 03 2020",
    "2014-2020",
    "2020 2021",
    "no 2020-09-01 līdz 2022-08-31",
    "01.09.2020-31.12.2022",
    "Termiņš ir 23. aprīlis plkst. 13.00",
    "the deadline is 23 April 2020, 12:00 Brussels time",
    "24 months, 36 months",
    # codes of the programme
    "2020-1-LV01-KA201-077505",
    "2019-1-DE02-KA202-006179",
    "KA201, KA202, KA203, KA204",
    "projekts KA201-077505",
    "PIC 999999999",
    "OID E10000001",
    # people who are not named
    "es esmu skolotāja",
    "Es esmu skolotaja un gribu pieteikties",
    "I am a teacher",
    "I am from Latvia",
    "I'm Latvian",
    "I am the Erasmus coordinator of our school",
    "Es esmu no Latvijas",
    "Es esmu Rīgas skolas skolotāja",
    "esmu skolotāja Latvijas Universitātē",
    "es esmu VIAA darbinieks",
    "mūsu skolu sauc Rīgas 49. vidusskola",
    "My name is on the list",
    "This is Latvia",
    # countries, places
    "Latvija, Igaunija un Somija",
    "partneri no Vācijas un Itālijas",
    "From Riga to Lisbon, 3 000 km",
    # addresses of pages
    "https://www.viaa.gov.lv/lat/ek_izgl_programmas_iniciativas/erasmusplus/",
    "Kas ir www.viaa.gov.lv? Un ec.europa.eu?",
    # plain questions
    "Kāds ir pieteikumu iesniegšanas termiņš?",
    "Cik partneru vajag un cik ilgs ir projekts?",
    "How many partners do we need?",
    "",
]


@pytest.mark.parametrize(("text", "masked"), MASKED.items())
def test_what_names_a_person_is_masked(text: str, masked: str) -> None:
    assert mask(text) == masked


@pytest.mark.parametrize("text", STAYS)
def test_what_names_nobody_stays(text: str) -> None:
    assert mask(text) == text


WORDS = st.lists(
    st.sampled_from(["kas", "termiņš", "budzets", "what", "the", "12", "500", "EUR", "2020", "."]),
    max_size=6,
).map(" ".join)
NAMES = st.from_regex(r"[A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zāčēģīķļņšūž]{3,10}", fullmatch=True)
DIGITS = st.text(string.digits, min_size=5, max_size=5)


@given(st.text(max_size=80))
def test_what_is_masked_stays_as_it_is(text: str) -> None:
    assert mask(mask(text)) == mask(text)


@given(
    WORDS,
    st.from_regex(r"[a-zā-ž0-9]{1,12}(\.[a-z]{2,8})?@[a-z]{2,9}\.(lv|com|ac\.uk)", fullmatch=True),
    WORDS,
)
def test_no_address_is_left(before: str, address: str, after: str) -> None:
    found = mask(f"{before} {address} {after}")
    assert address not in found
    assert "@" not in found


@given(WORDS, st.sampled_from(["", "+371", "+371 ", "00371 "]), st.integers(0, 9_999_999), WORDS)
def test_no_latvian_number_is_left(before: str, code: str, rest: int, after: str) -> None:
    number = f"tel. {code}2{rest:07}"
    assert f"2{rest:07}" not in mask(f"{before} {number} {after}")


@given(st.dates(), st.sampled_from("012"), DIGITS, st.sampled_from(["-", ""]))
def test_no_personal_code_is_left(day: object, century: str, tail: str, hyphen: str) -> None:
    code = f"{day:%d%m%y}{hyphen}{century}{tail[1:]}"
    assert mask(f"mans kods {code}.") == "mans kods <PERSONAL_CODE>."


@given(DIGITS, DIGITS, st.sampled_from(["-", ""]))
def test_no_new_personal_code_is_left(head: str, tail: str, hyphen: str) -> None:
    assert mask(f"32{head[1:]}{hyphen}{tail}") == "<PERSONAL_CODE>"


@given(
    st.sampled_from(["mani sauc", "es esmu", "mans vards ir", "My name is", "I'm"]), NAMES, NAMES
)
def test_no_name_behind_its_announcement_is_left(cue: str, first: str, last: str) -> None:
    found = mask(f"Sveiki, {cue} {first} {last}, kas ir termiņš?")
    assert first not in found.split() and last not in found.split()  # noqa: PT018


@given(st.integers(0, 10**12), st.sampled_from(["EUR", "€", "eiro"]))
def test_every_amount_stays(amount: int, unit: str) -> None:
    for text in (f"{amount} {unit}", f"{amount:,} {unit}".replace(",", " ")):
        assert mask(text) == text


@pytest.mark.parametrize(
    "piece", ["a", "1", "1 ", "es esmu ", "(", "a@", "mani sauc Anna ", "LV12 "]
)
def test_long_texts_take_little_time(piece: str) -> None:
    start = time.perf_counter()
    mask((piece * LONGEST)[:LONGEST])
    assert time.perf_counter() - start < 2
