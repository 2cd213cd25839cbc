"""A budget in conversation, in both languages, through the trained model to a file."""

from __future__ import annotations

import base64
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from itertools import pairwise

import openpyxl
import pypdf
import pytest

from bot.partner import TurnResult
from core import call as calls
from core.budget import estimate
from core.plan_file import read

Ask = Callable[..., list[TurnResult]]

LATVIAN = (
    "Cik mēs varam dabūt?",
    "Sarēķini mūsu projekta budžetu",
    "24 mēneši, 3 partneri no Latvijas, Igaunijas un Somijas, skolu sektors, inovāciju projekts,"
    " 4 sanāksmes pa 2 cilvēkiem, ap 900 km",
    "pētnieks 40 dienas Latvijā, vadītājs 5 dienas Somijā",
    "viens pasākums Latvijā, 50 vietējie un 10 no citām valstīm",
    "brauks 10 skolēni un 2 skolotāji uz Somiju uz 5 dienām, 450 km",
    "izņēmuma izmaksas 10000 eiro",
    "surdotulks 1200 eiro",
)
ENGLISH = (
    "How much can we get?",
    "Work out our project's budget",
    "24 months, 3 partners from Latvia, Estonia and Finland, schools, innovation project,"
    " 4 meetings with 2 people each, about 900 km",
    "a researcher 40 days in Latvia, a manager 5 days in Finland",
    "one event in Latvia, 50 local participants and 10 from other countries",
    "10 pupils and 2 teachers go to Finland for 5 days, 450 km",
    "exceptional costs 10000 euros",
    "sign language interpreter 1200 euros",
)
# (500 + 2 × 250) × 24 = 24 000; 8 × 575 = 4 600; 40 × 74 + 5 × 280 = 4 360; 50 × 100 + 10 × 200
# = 7 000; 12 × 180 = 2 160; 10 × 5 × 58 + 2 × 5 × 106 = 3 960; 7 500; 1 200
TOTAL = "54 780 EUR"


def text(turn: TurnResult) -> str:
    return "\n\n".join(reply.text for reply in turn.replies)


def file_of(turn: TurnResult) -> tuple[str, bytes]:
    (file,) = [reply.attachment for reply in turn.replies if reply.attachment]
    return file.name, base64.b64decode(file.content)


@pytest.mark.parametrize(
    ("turns", "file"), [(LATVIAN, "atsūti excel failu"), (ENGLISH, "send me the excel file")]
)
def test_from_a_question_to_a_spreadsheet_in_ten_messages(
    partner: Ask, turns: tuple[str, ...], file: str
) -> None:
    *_, result, sent = partner(*turns, file)
    assert TOTAL in text(result)
    assert not any(turn.fallback for turn in (result, sent))
    name, content = file_of(sent)
    assert name == "partneris.xlsx"
    cells = [
        cell
        for row in openpyxl.load_workbook(BytesIO(content), data_only=True)
        .worksheets[0]
        .iter_rows(values_only=True)
        for cell in row
    ]
    assert 54_780 in cells


def test_each_answer_says_what_was_understood_and_asks_for_the_next_thing(partner: Ask) -> None:
    results = partner(*LATVIAN)
    assert "Pierakstīju: skolu izglītība; inovāciju atbalsts; 24 mēneši" in text(results[2])
    assert "sanāksmes: 4, cilvēku skaits katrā: 2, 900 km" in text(results[2])
    questions = ["intelektuālie rezultāti?", "izplatīšanas pasākumi?", "mācību braucieni?"]
    for question, result in zip(questions, results[2:], strict=False):
        assert question in text(result)
    assert results[3].replies[-1].buttons[0].title == "Nē, nebūs"
    assert "Pieņēmu: projekts sākas 2020. gada 1. septembrī." in text(results[-1])
    assert results[-1].sources


def test_files_hold_the_same_plan(partner: Ask) -> None:
    *_, pdf, chart, plan = partner(*ENGLISH, "a pdf please", "and the chart", "save it as yaml")
    name, content = file_of(pdf)
    words = "".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages)
    assert (name, "54 780" in words, "Total" in words) == ("partneris.pdf", True, True)
    name, content = file_of(chart)
    assert (name, content[:4]) == ("partneris.png", b"\x89PNG")
    name, content = file_of(plan)
    assert name == "partneris.yml"
    assert estimate(read(content), calls.newest()).total == Decimal(54_780)


@pytest.mark.parametrize(
    ("turns", "correction", "total"),
    [
        (LATVIAN, "nē, 30 mēneši", "60 780 EUR"),  # (500 + 2 × 250) × 6 more
        (ENGLISH, "no, 30 months", "60 780 EUR"),
        (LATVIAN, "noņem sanāksmes", "50 180 EUR"),  # 8 × 575 less
        (ENGLISH, "drop the meetings", "50 180 EUR"),
        (LATVIAN, "pieliec vēl vienu partneri no Lietuvas", "60 780 EUR"),  # 250 × 24 more
        (ENGLISH, "add another partner from Lithuania", "60 780 EUR"),
        (LATVIAN, "sanāksmes tomēr būs 6", "57 080 EUR"),  # 4 × 575 more
        (ENGLISH, "the meetings will be 6 after all", "57 080 EUR"),
    ],
)
def test_corrections(partner: Ask, turns: tuple[str, ...], correction: str, total: str) -> None:
    *_, corrected = partner(*turns, correction)
    assert total in text(corrected)


@pytest.mark.parametrize(
    ("turns", "question", "again"),
    [
        (LATVIAN, "kā būtu ar 36 mēnešiem?", "parādi budžetu vēlreiz"),
        (ENGLISH, "what about 36 months?", "show me the budget again"),
    ],
)
def test_comparing_changes_nothing(
    partner: Ask, turns: tuple[str, ...], question: str, again: str
) -> None:
    *_, compared, shown = partner(*turns, question, again)
    assert "66 780 EUR" in text(compared)
    assert TOTAL in text(compared)
    assert "12 000 EUR" in text(compared)
    assert TOTAL in text(shown)


@pytest.mark.parametrize(
    ("turns", "why"), [(LATVIAN, "kāpēc?"), (ENGLISH, "why?")], ids=["lv", "en"]
)
def test_why_shows_the_steps(partner: Ask, turns: tuple[str, ...], why: str) -> None:
    *_, explained = partner(*turns, why)
    assert "(500 + 2 × 250) EUR × 24" in text(explained)
    assert explained.sources


@pytest.mark.parametrize(
    ("turns", "other", "answer", "back", "next_question"),
    [
        (LATVIAN[1:3], "kāds ir termiņš?", "23. aprīļa", "nē", "mācību braucieni?"),
        (ENGLISH[1:3], "when is the deadline?", "23 April", "none", "travel to learn?"),
        (LATVIAN[1:3], "kontakti PIA", "atvars.sauss@viaa.gov.lv", "nē", "mācību braucieni?"),
        (ENGLISH[1:3], "contacts VET", "atvars.sauss@viaa.gov.lv", "no", "travel to learn?"),
    ],
)
def test_another_question_interrupts_and_the_plan_goes_on(
    partner: Ask, turns: tuple[str, ...], other: str, answer: str, back: str, next_question: str
) -> None:
    *_, interrupted, gone_on = partner(*turns, other, back)
    assert answer in text(interrupted)
    assert "beidzam" in text(interrupted) or "stop" in text(interrupted)
    assert next_question in text(gone_on)


@pytest.mark.parametrize(
    ("turns", "stop", "other", "back"),
    [
        (LATVIAN, "beidzam", "cik mēnešu var ilgt projekts?", "turpinām budžetu"),
        (ENGLISH, "let's stop", "how long may a project last?", "back to the budget"),
    ],
)
def test_stopping_keeps_the_plan(
    partner: Ask, turns: tuple[str, ...], stop: str, other: str, back: str
) -> None:
    *_, _, answered, again = partner(*turns, stop, other, back)
    assert "36" in text(answered)
    assert TOTAL in text(again)


@pytest.mark.parametrize(
    ("turns", "restart", "told", "asked"),
    [
        (LATVIAN, "sākam no sākuma", "18 mēneši, 2 partneri no Vācijas", "Vai tas ir inovāciju"),
        (ENGLISH, "start over", "18 months, 2 partners from Germany", "supporting innovation or"),
    ],
)
def test_starting_over_forgets(
    partner: Ask, turns: tuple[str, ...], restart: str, told: str, asked: str
) -> None:
    *_, _, fresh = partner(*turns, restart, told)
    assert asked in text(fresh)
    assert "900 km" not in text(fresh)


@pytest.mark.parametrize(
    ("turns", "wrong", "right"),
    [
        (("sarēķini mūsu budžetu",), "500 mēneši", "24 mēneši"),
        (("work out our budget",), "500 months", "24 months"),
    ],
)
def test_impossible_values_are_explained_and_nothing_is_lost(
    partner: Ask, turns: tuple[str, ...], wrong: str, right: str
) -> None:
    *_, refused, taken = partner(*turns, wrong, right)
    assert "120" in text(refused)
    assert right in text(taken)


def test_what_was_assumed_and_what_is_not_eligible_is_said(partner: Ask) -> None:
    *_, result = partner(
        "sarēķini budžetu",
        "augstākā izglītība, labas prakses apmaiņa, 18 mēneši, 2 partneri no Latvijas un Vācijas",
        "sarēķini ar to, kas ir",
    )
    assert "Par maz organizāciju" in text(result)
    assert "18 mēneši ir par īsu" in text(result)
    assert "labas pieredzes apmaiņas projekti nav iespējami" in text(result)


def test_everything_in_one_message(partner: Ask) -> None:
    """(500 + 2 × 250) × 18; 12 × 575 (Rīga–Berlin); 6 × 360 and 6 × 5 × 106 (Rīga–Madrid)."""
    *_, result = partner(
        "Labdien! Gribam sarēķināt budžetu: PIA, labas prakses apmaiņa, 18 mēneši, mēs un divi"
        " partneri no Vācijas un Spānijas, 3 sanāksmes pa 4 cilvēkiem no Rīgas uz Berlīni, brauks"
        " 6 skolotāji uz 5 dienām no Rīgas uz Madridi",
        "vairāk nekā nebūs, sarēķini",
    )
    assert "30 240 EUR" in text(result)
    assert "pieteicējs ir no Latvijas" in text(result)


WITH_BASICS = (
    "Sarēķini budžetu",
    "24 mēneši, 3 partneri no Latvijas, Igaunijas un Somijas, skolu sektors, inovāciju projekts",
)


def test_a_gap_in_the_plan_stops_nothing(partner: Ask) -> None:
    """3 × 2 × 575 = 3 450 for meetings; 4 × 180 and 4 × 3 × 106 for the teachers."""
    *_, compared, fewer, whole, without = partner(
        *LATVIAN,
        "skolotāji arī brauks uz Tallinu mācīties 3 dienas, 4 cilvēki",
        "kā būtu ar 36 mēnešiem?",
        "samazini sanāksmju skaitu uz 3",
        "280 km",
        "bez skolēnu apmaiņas",
    )
    assert "66 780 EUR" in text(compared)
    assert "Pierakstīju: sanāksmes: 3" in text(fewer)
    assert "Cik tālu jābrauc" in text(fewer)
    assert "55 622 EUR" in text(whole)  # 54 780 − 1 150 + 720 + 1 272
    assert "49 502 EUR" in text(without)  # − 2 160 − 3 960
    assert "izņemts: skolēnu grupu īstermiņa apmaiņas, 10 dalībnieki" in text(without)


def test_people_each_are_asked_about(partner: Ask) -> None:
    """2 from each of 3 partners are 6: 4 × 6 × 575 EUR, and 24 000 for management."""
    *_, asked, told, result = partner(
        "Work out our budget",
        "24 months, 3 partners from Latvia, Estonia and Finland, schools, innovation project",
        "4 meetings, 2 people each, 900 km",
        "From each partner",
        "calculate now",
    )
    assert "in all, or that many from each partner?" in text(asked)
    assert [button.title for button in asked.replies[-1].buttons] == [
        "From each partner",
        "In total",
    ]
    assert "people at each: 6, from each partner: 2" in text(told)
    assert "37 800 EUR" in text(result)  # 24 000 + 24 × 575


def test_one_impossible_value_does_not_cost_the_others(partner: Ask) -> None:
    *_, refused, taken = partner(
        "Sarēķini budžetu",
        "500 mēneši, 3 partneri no Latvijas, Igaunijas un Somijas, pieaugušo izglītība,"
        " 4 sanāksmes pa 2 cilvēkiem, 90000 km",
        "450",
    )
    assert "mēneši: jābūt ne vairāk kā 120" in text(refused)
    assert "attālums: jābūt ne vairāk kā 20040" in text(refused)
    assert "Pierakstīju: pieaugušo izglītība; 3 organizācijas" in text(refused)
    assert "sanāksmes: 4, cilvēku skaits katrā: 2, 450 km" in text(taken)


def test_a_whole_project_in_an_english_sentence(partner: Ask) -> None:
    (result,) = partner(
        "We plan a school project of 24 months with 4 partners from Latvia, Estonia and Finland,"
        " exchange of good practices, 4 meetings with 2 people each, 900 km"
    )
    assert "Noted: school education; exchange of good practices; 24 months" in text(result)
    assert "meetings: 4, people at each: 2, 900 km" in text(result)


def test_an_exchange_that_takes_place_twice_counts_twice(partner: Ask) -> None:
    """2 × 12 people: 24 × 180, 2 × 10 × 5 × 58 and 2 × 2 × 5 × 106; management 24 000."""
    *_, noted, result = partner(
        *WITH_BASICS,
        "skolēnu apmaiņas: 2 reizes, katrā 10 skolēni un 2 skolotāji, 5 dienas, 450 km uz Somiju",
        "sarēķini ar to, kas ir",
    )
    assert "2 × skolēnu grupu īstermiņa apmaiņas, 10 dalībnieki, pavadošās personas: 2" in text(
        noted
    )
    assert "36 240 EUR" in text(result)


@pytest.mark.parametrize("said", ["projekts sākas 1. oktobrī", "projekts sāksies oktobrī"])
def test_the_start_is_taken(partner: Ask, said: str) -> None:
    *_, taken = partner(*WITH_BASICS, said)
    assert "Pierakstīju: sākums 2020. gada 1. oktobris" in text(taken)


def test_organisations_of_unknown_country_are_of_the_last_programme_country(partner: Ask) -> None:
    *_, result = partner(
        "Sarēķini budžetu",
        "skolu projekts, 24 mēneši, 5 partneri no Latvijas, Igaunijas, Somijas un Šveices,"
        " labas prakses apmaiņa",
        "sarēķini ar to, kas ir",
    )
    assert "pārējie partneri arī ir no šīs valsts: Somija" in text(result)


@pytest.mark.parametrize(
    ("turns", "question", "named"),
    [
        (WITH_BASICS, "kas vēl trūkst?", "Vēl jāpasaka: sanāksmes, intelektuālie rezultāti"),
        (ENGLISH, "what is missing?", "Nothing is missing."),
    ],
)
def test_what_is_missing_is_said(
    partner: Ask, turns: tuple[str, ...], question: str, named: str
) -> None:
    *_, answered = partner(*turns, question)
    assert named in text(answered)


def test_the_spreadsheet_notes_what_was_assumed_and_found(partner: Ask) -> None:
    *_, sent = partner(
        "sarēķini budžetu",
        "skolu projekts, labas prakses apmaiņa, 24 mēneši, 2 partneri no Igaunijas un Somijas",
        "sarēķini ar to, kas ir",
        "atsūti excel failu",
    )
    _, content = file_of(sent)
    notes = openpyxl.load_workbook(BytesIO(content)).worksheets[-1]
    cells = [str(cell) for row in notes.iter_rows(values_only=True) for cell in row if cell]
    assert "pieteicējs ir no Latvijas" in cells
    assert any("2020. gada 1. septembrī" in cell for cell in cells)
    assert any("prioritāt" in cell for cell in cells)


@pytest.mark.parametrize(
    ("project", "refused"),
    [
        ("Augstskolas projekts, 12 mēneši, partneri no Polijas un Čehijas", "12 mēneši ir par īsu"),
        ("A university project of 12 months with Poland and Czechia", "12 months is too short"),
        ("Plānojam KA203 labas prakses projektu, 24 mēneši", "Augstākās izglītības sektorā"),
    ],
)
def test_what_the_field_does_not_allow_is_said_at_once(
    partner: Ask, project: str, refused: str
) -> None:
    assert refused in text(partner("Sarēķini budžetu", project)[-1])


@pytest.mark.parametrize(
    ("turns", "total"),
    [
        # (500 + 4 × 250) × 24 + 3 × 8 × 575
        (
            (
                "Budget help please. 24 months, we coordinate, 4 partners besides us.",
                "add 3 meetings, each time 8 people travelling, all under 1500 km",
                "what's it so far",
            ),
            "49 800 EUR",
        ),
        # (500 + 2 × 250) × 24; how far the meetings are is not told
        (
            ("Plāno budžetu: 24 mēneši, 3 partneri", "2 sanāksmes, 4 cilvēki", "Cik tas kopā?"),
            "24 000 EUR",
        ),
    ],
)
def test_the_sum_so_far(partner: Ask, turns: tuple[str, ...], total: str) -> None:
    assert total in text(partner(*turns)[-1])


def test_the_ceiling_of_the_plans_own_length_is_no_change_of_it(partner: Ask) -> None:
    last = partner("Plan my budget: 24 months, 4 partners", "And the ceiling for two years?")[-1]
    assert last.answered == ["ask_grant"]
    assert "300 000 EUR" in text(last)


@pytest.mark.parametrize(
    ("turns", "holds"),
    [
        # (500 + 2 × 250) × 24 and 60 × 74 + 30 × 241 + 45 × 74; 24 × 12 500 less these
        (("Cik tas sanāk kopā?",), ("39 000 EUR", "15 000 EUR")),
        (("Cik tas sanāk kopā?", "Tagad arī vadību par visu laiku"), ("24 000 EUR",)),
        (("Cik tas sanāk kopā?", "Cik vēl paliek līdz griestiem?"), ("261 000 EUR",)),
    ],
)
def test_the_sum_what_is_left_and_management_within_a_plan(
    partner: Ask, turns: tuple[str, ...], holds: tuple[str, ...]
) -> None:
    plan = (
        "Bibliotēka, pieaugušajiem. Latvija, Zviedrija, Horvātija, 24 mēneši.",
        "Inovācija. Katrs raksta moduli: mūsu treneris 60 dienas, zviedri 30, horvāti 45.",
    )
    last = text(partner(*plan, *turns)[-1])
    for words in holds:
        assert words in last


BY_PIECES_LV = (
    "rēķinam budžetu. pieaugušo izglītība, lv ee un fi, 18 mēneši, inovācijas",
    "sanāksmes: 2 reizes, katru reizi brauc 5 cilvēki, tālāk par 100 km, bet ne līdz 2000",
    "vēl igauņu pētnieks 30 dienas",
    "nē, ne 30, bet 40 dienas",
    "un seminārs tallinā, 20 vietējie 10 ārzemnieki",
)
BY_PIECES_EN = (
    "let's do a budget: adult education, lv ee and fi, 18 months, innovation",
    "meetings: 2 times, 5 people each time, all under 2000 km but over 100",
    "plus an Estonian researcher, 30 days",
    "no, not 30, 40 days",
    "and a seminar in tallinn, 20 locals 10 foreigners",
)


@pytest.mark.parametrize("turns", [BY_PIECES_LV, BY_PIECES_EN], ids=["lv", "en"])
def test_each_piece_is_acknowledged_with_its_sum_and_the_total(
    partner: Ask, turns: tuple[str, ...]
) -> None:
    """18 000; 10 × 575; 30 and 40 × 74; 20 × 100 + 10 × 200."""
    own = ("18 000 EUR", "5 750 EUR", "2 220 EUR", "2 960 EUR", "4 000 EUR")
    totals = ("18 000 EUR", "23 750 EUR", "25 970 EUR", "26 710 EUR", "30 710 EUR")
    for result, amount, total in zip(partner(*turns), own, totals, strict=True):
        assert amount in text(result)
        assert total in text(result)


@pytest.mark.parametrize(
    ("turns", "question", "holds"),
    [
        (BY_PIECES_LV, "ietilpstam maksimumā?", ("Jā, 30 710 EUR", "225 000 EUR", "194 290 EUR")),
        (BY_PIECES_LV, "un maksimums?", ("Jā, 30 710 EUR", "225 000 EUR")),
        (BY_PIECES_EN, "does it fit?", ("Yes", "30 710 EUR", "225 000 EUR")),
        (BY_PIECES_EN, "are we over the limit?", ("No, 30 710 EUR", "225 000 EUR")),
        (("Sarēķini budžetu: 12 mēneši, LV un EE",), "vai mēs der?", ("Par maz organizāciju",)),
    ],
)
def test_whether_a_plan_fits(
    partner: Ask, turns: tuple[str, ...], question: str, holds: tuple[str, ...]
) -> None:
    last = text(partner(*turns, question)[-1])
    for words in holds:
        assert words in last


def test_a_question_that_is_answered_with_something_else_waits(partner: Ask) -> None:
    results = partner(
        "Work out our budget",
        "3 meetings of 4 people, 800 km",
        "18 months",
        "innovation",
        "a Latvian researcher 20 days",
        "an Estonian technician 10 days",
    )
    asked = [text(result).rpartition("\n\n")[2] for result in results]
    questions = [each for each in asked if each.endswith("?")]
    assert all(first != second for first, second in pairwise(questions))
    assert all(questions.count(each) <= 2 for each in questions)


@pytest.mark.parametrize(
    ("turns", "supposed", "agreed", "total"),
    [
        (BY_PIECES_LV, "un ja būtu 24 mēneši?", "labi, tā darām", "36 710 EUR"),
        (BY_PIECES_EN, "what if 24 months?", "ok, do that", "36 710 EUR"),
    ],
)
def test_what_was_supposed_is_taken_when_it_is_agreed(
    partner: Ask, turns: tuple[str, ...], supposed: str, agreed: str, total: str
) -> None:
    *_, unchanged = partner(*turns, supposed, "kopā?" if turns is BY_PIECES_LV else "total?")
    assert "30 710 EUR" in text(unchanged)
    *_, taken = partner(*turns, supposed, agreed)
    assert total in text(taken)


SCHOOLS_EN = "Plan my budget: 24 months, partners from LV, EE and PL, schools, innovation"
SCHOOLS_LV = "Sarēķini budžetu: 24 mēneši, partneri no LV, EE un PL, skolas, inovācijas"


@pytest.mark.parametrize(
    ("turns", "topic"),
    [
        ((SCHOOLS_EN, "Does Serbia fit as a partner?"), "ask_countries"),
        ((SCHOOLS_EN, "does an app fit as an output?"), "ask_intellectual_output"),
        ((SCHOOLS_EN, "which of the priorities fits?"), "ask_priorities"),
        ((SCHOOLS_LV, "Vai Šveice ietilpst programmas valstīs?"), "ask_countries"),
        ((SCHOOLS_LV, "vai lietotne iekļaujas rezultātos?"), "ask_intellectual_output"),
        (
            (SCHOOLS_EN, "what is the maximum number of partners?", "limit?"),
            "ask_largest_consortium",
        ),
        ((SCHOOLS_LV, "Vai Šveice ietilpst programmas valstīs?", "ietilpstam?"), "ask_plan_budget"),
        ((SCHOOLS_EN, "do we exceed the ceiling?"), "ask_plan_budget"),
    ],
)
def test_what_fits_elsewhere_is_not_answered_with_the_grant(
    partner: Ask, turns: tuple[str, ...], topic: str
) -> None:
    assert partner(*turns)[-1].answered == [topic]


@pytest.mark.parametrize(
    ("turns", "holds", "lacks"),
    [
        # 4 × 5 × 575 and 10 × 575
        ((SCHOOLS_EN, "4 meetings of 5 people, 700 km, without catering"), "11 500 EUR", "no meet"),
        (
            (SCHOOLS_EN, "2 meetings, 5 people each time, under 400 km"),
            "up to 399 km (taken as 100 km or more) – 5 750 EUR",
            "one way",
        ),
        (
            (SCHOOLS_LV, "2 sanāksmes, katrā 5 cilvēki, zem 400 km"),
            "līdz 399 km (pieņemot, ka vismaz 100 km) – 5 750 EUR",
            "vienā virzienā",
        ),
        (
            (SCHOOLS_EN, "2 meetings, 5 people each time, over 1200 km"),
            "how many kilometres one way is it exactly?",
            "575 EUR",
        ),
        (
            (SCHOOLS_EN, "an event in Latvia, 50 locals", "another event in Latvia, 50 locals"),
            "Noted: multiplier event, Latvia, local: 50",
            "Noted: .",
        ),
    ],
)
def test_what_is_noted_of_a_piece(
    partner: Ask, turns: tuple[str, ...], holds: str, lacks: str
) -> None:
    last = text(partner(*turns)[-1])
    assert holds in last
    assert lacks not in last
