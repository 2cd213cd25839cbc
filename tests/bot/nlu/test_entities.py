"""Entities as people type them."""

from __future__ import annotations

from typing import Any

import pytest

from bot import quiet  # noqa: F401  (before Rasa)
from bot.nlu.entities import entities
from bot.nlu.spacy_tokenizer import parse


def found(text: str) -> list[tuple[str, Any]]:
    return [(each["entity"], each["value"]) for each in entities(parse(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24 mēneši", [("months", 24)]),
        ("24mēn projekts", [("months", 24)]),
        ("18-month project", [("months", 18)]),
        ("divdesmit četriem mēnešiem", [("months", 24)]),
        ("pusotru gadu", [("months", 18)]),
        ("2 years", [("months", 24)]),
        ("2021. gada budžets", []),
        ("1200km", [("kilometres", 1200)]),
        ("1 200 km", [("kilometres", 1200)]),
        ("1.200 km", [("kilometres", 1200)]),
        ("trīs simti kilometru", [("kilometres", 300)]),
        ("10 000 EUR", [("euro", 10000)]),
        ("€5000", [("euro", 5000)]),
        ("10 tūkstoši eiro", [("euro", 10000)]),
        ("15k euros", [("euro", 15000)]),
        ("99,90 eiro", [("euro", 99.9)]),
        ("5 partneri no 3 valstīm", [("organisations", 5), ("countries", 3)]),
        ("varam pieteikties divatā", [("we", "2")]),
        ("the two of us fly", [("we", "2")]),
        ("100 vai 200 eiro", [("euro", 100), ("euro", 200)]),
        ("5-7 organizācijām", [("number", 5), ("organisations", 7)]),
        ("partneru būtu divpadsmit", [("organisations", 12)]),
        ("275 a head", [("contact_detail", "head")]),
        ("2100 km, not 600", [("kilometres", 2100)]),
        ("160 a day", []),
        ("cik no 4000 atmaksās", [("number", 4000)]),
        ("kopš 2021. gada", []),
        ("40 vietējie un 20 ārvalstu dalībnieki", [("local", 40), ("international", 20)]),
        ("50 local and 10 foreign", [("local", 50), ("international", 10)]),
        ("trim cilvēkiem", [("people", 3)]),
        ("Desmit mūsu kolēģi", [("people", 10), ("participant", "staff")]),
        (
            "Four of our teachers",
            [("people", 4), ("participant", "staff"), ("staff", "researcher")],
        ),
        (
            "12 devītklasnieki",
            [("people", 12), ("field", "school"), ("participant", "learner")],
        ),
        (
            "12 devītās klases skolēni",
            [("people", 12), ("field", "school"), ("participant", "learner")],
        ),
        (
            "2 skolas pedagogi",
            [("people", 2), ("field", "school"), ("participant", "staff"), ("staff", "researcher")],
        ),
        ("8 cilvēki no Latvijas partnera", [("people", 8), ("country", "LV")]),
        ("4 foreign partners", [("organisations", 4)]),
        (
            "40 no Latvijas un 25 no citurienes",
            [("organisations", 40), ("country", "LV"), ("international", 25)],
        ),
        ("25 no citurienes", [("people", 25)]),
        (
            "8 pupils. One of the boys is deaf",
            [("people", 8), ("field", "school"), ("participant", "learner")],
        ),
        ("gads ar pusi", [("months", 18)]),
        ("~200 000", [("number", 200000)]),
        ("un 18?", [("number", 18)]),
        ("bet ja brauc trīs?", [("number", 3)]),
        ("12 000?", [("number", 12000)]),
        ("vienam projektam", []),
        ("un ja tikai vienu?", [("number", 1)]),
        ("vēl viena lieta", []),
        ("bring in one more", [("number", 1)]),
        ("we're ten", [("we", 10)]),
        ("ja mūs būtu divpadsmit?", [("we", 12)]),
        ("vietējo paliek 45", [("local", 45)]),
        ("foreign guests: 10", [("international", 10)]),
        ("vietējiem 100 un ārzemniekiem 200", [("number", 100), ("number", 200)]),
        ("divi igauņi, 300 km", [("number", 2), ("country", "EE"), ("kilometres", 300)]),
        ("now madrid as well", [("town", "madrid")]),
        ("would the website be one?", []),
        ("2021", []),
        ("vai 75% no tā", []),
        ("3 lietas", []),
        ("20 technician days", [("days", 20), ("staff", "technician")]),
        ("četrās tādās sanāksmēs", [("meetings", 4)]),
        ("ja rīkojam četras tādas?", [("such", 4)]),
        ("and 3 of them", [("such", 3)]),
        ("18 of them, plus two", [("number", 18), ("number", 2)]),
        ("3 of them stay at home", [("number", 3)]),
        ("we go there twice", [("times", 2)]),
        ("a year and a half", [("months", 18)]),
        ("mēs būtu 12 kopā ar mums", [("we", 12), ("scope", "all")]),
        ("64 punkti", [("points", 64)]),
        ("over a weekend", [("days", 2)]),
        ("pa nedēļas nogali", [("days", 2)]),
        ("divas nedēļas", [("days", 14)]),
        ("half a year", [("months", 6)]),
        ("kā 260 000 izmaksās", [("number", 260_000)]),
        ("in three parts", [("parts", 3)]),
    ],
)
def test_numbers_with_units(text: str, expected: list[tuple[str, Any]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("with students instead of teachers", "staff"),
        ("tehniķis, nevis pētnieks", "researcher"),
        ("Šveices vietā ņemam Poliju", "CH"),
        ("not the horizontal ones", "horizontal"),
    ],
)
def test_what_is_not_meant_is_told_apart(text: str, value: str) -> None:
    taken_back = [e["value"] for e in entities(parse(text)) if e.get("role") == "taken_back"]
    assert value in taken_back


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("janvārī", "01"),
        ("2021. gada janvārī", "2021-01"),
        ("in January 2021", "2021-01"),
        ("15. septembrī", "09-15"),
        ("15.septembrī", "09-15"),
        ("2020.gada 1.septembrī", "2020-09-01"),
        ("2020. gada 15. septembris", "2020-09-15"),
        ("January 15, 2021", "2021-01-15"),
        ("1 May", "05-01"),
        ("May 2022", "2022-05"),
        ("May 15, 2021", "2021-05-15"),
        ("15 May 2020", "2020-05-15"),
        ("01.09.2020", "2020-09-01"),
        ("2020-12-31", "2020-12-31"),
        ("no 2020. gada 1. oktobra līdz 2022. gada 30. septembrim", "2020-10-01"),
        ("no 2020. gada 1. oktobra līdz 2022. gada 30. septembrim", "2022-09-30"),
        ("sākam 2020. gada oktobrī, beidzam 2022. gadā", "2020-10"),
        ("from 1 October to 30 September 2022", "10-01"),
    ],
)
def test_days(text: str, date: str) -> None:
    assert ("date", date) in found(text)


def test_a_number_beside_a_day_that_is_no_part_of_it_stays() -> None:
    assert {("date", "09-01"), ("number", 36)} <= set(found("un ja 1.septembrī 36?"))


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("PIA", "vet"),
        ("pia", "vet"),
        ("profesionalajai izglitibai", "vet"),
        ("skolām", "school"),
        ("bērnudārzs", "school"),
        ("un augstākajai?", "higher_education"),
        ("mūsu universitātei", "higher_education"),
        ("pieaugušo izglītībā", "adult"),
        ("for adults", "adult"),
        ("KA203", "higher_education"),
    ],
)
def test_fields(text: str, field: str) -> None:
    assert ("field", field) in found(text)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Šveicē", "CH"),
        ("sveice", "CH"),
        ("no Igaunijas", "EE"),
        ("Lielbritānija", "GB"),
        ("the UK", "GB"),
        ("Ziemeļmaķedonijā", "MK"),
        ("norvēģu partneris", "NO"),
        ("Ukraine", "UA"),
        ("Turkey", "TR"),
    ],
)
def test_countries(text: str, country: str) -> None:
    assert ("country", country) in found(text)


@pytest.mark.parametrize(
    ("text", "towns"),
    [
        ("no Rīgas uz Lisabonu", ["Rīgas", "Lisabonu"]),
        ("no rigas uz lisabonu", ["rigas", "lisabonu"]),
        ("Rīga-Oslo", ["Rīga", "Oslo"]),
        ("brauksim uz lisabonu", ["lisabonu"]),
        ("ceļš 4 cilv. Lisabona", ["Lisabona"]),
        ("from Tartu to Porto", ["Tartu", "Porto"]),
        ("our friends in lviv", ["lviv"]),
        ("No mūsu puses", []),
        ("Līdz kuram laikam?", []),
        ("Kādas ir prioritātes?", []),
    ],
)
def test_towns(text: str, towns: list[str]) -> None:
    assert [value for entity, value in found(text) if entity == "town"] == towns


def test_where_somebody_sets_out_is_told_from_where_they_go() -> None:
    roles = [(each["value"], each.get("role")) for each in entities(parse("no Liepājas uz Porto"))]
    assert roles == [("Liepājas", "departure"), ("Porto", "destination")]


def test_positions_point_at_the_words() -> None:
    text = "Cik maksā ceļš 4 cilvēkiem?"
    (entity,) = entities(parse(text))
    assert text[entity["start"] : entity["end"]] == "4 cilvēkiem"


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("pa 2 cilvēkiem no Viļņas un Berlīnes", "people", 2),
        ("2 people each from Vilnius and Berlin", "people", 2),
        ("each of the 4 partners", "organisations", 4),
        ("katrs no 4 partneriem", "organisations", 4),
    ],
)
def test_so_many_of_each_are_told_apart(text: str, name: str, value: int) -> None:
    marked = [e for e in entities(parse(text)) if e.get("role") == "of_each"]
    assert [(each["entity"], each["value"]) for each in marked] == [(name, value)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("turku trenere", ("country", "TR")),
        ("kolēģi Tartu un Turku", ("town", "Turku")),
        ("mūsu partneris Turku universitātē", ("town", "Turku")),
    ],
)
def test_turks_are_told_from_turku(text: str, expected: tuple[str, str]) -> None:
    assert expected in found(text)


@pytest.mark.parametrize("text", ["", " ", "😀", "a" * 5000, "1" * 500, "..", "- - -", "\u200b"])
def test_odd_texts_have_no_entities(text: str) -> None:
    assert found(text) == []
