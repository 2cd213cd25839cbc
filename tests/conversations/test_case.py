"""A person's own project told piece by piece: the verdict on it, its sums, what is asked later."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.partner import TurnResult

Ask = Callable[..., "list[TurnResult]"]


def last(partner: Ask, turns: list[str]) -> str:
    return "\n".join(reply.text for reply in partner(*turns)[-1].replies)


@pytest.mark.parametrize(
    ("turns", "holds"),
    [
        # 20 months from 15 September 2020 end on 14 May 2022; 20 × 12 500
        (
            [
                "Skolu projekts, 20 mēneši, sāksim 15. septembrī.",
                "Cik vecs var būt skolēns?",
                "Prioritāte būs valodu apguve.",
                "Vai tas viss iet cauri?",
            ],
            ["Jā, ", "2022. gada 14. maijā", "250 000 EUR", "valodu mācīšanas", "organizāciju"],
        ),
        (
            [
                "A vocational project over 16 months that starts on 1 November 2020.",
                "What is the deadline?",
                "So does it fit?",
            ],
            ["Yes, ", "16 months is fine", "28 February 2022", "200 000 EUR", "priority"],
        ),
        # what is refused comes first
        (
            ["Augstskola, 18 mēneši no 1. oktobra, inovācijas.", "Vai drīkstam?"],
            ["Nē, ", "18 mēneši ir par īsu", "24 mēnešus"],
        ),
        (
            ["University, 30 months, start 1 February 2021, innovation.", "Is it eligible?"],
            ["No, ", "1 February 2021", "not possible"],
        ),
        # and what would have to change, once more with what was changed
        (
            [
                "Augstskola, 18 mēneši no 1. oktobra, inovācijas.",
                "Vai drīkstam?",
                "Un ja 24 mēneši?",
            ],
            ["Jā, ", "24 mēneši der", "300 000 EUR"],
        ),
        (
            [
                "University, 18 months from 1 October, innovation.",
                "What would we have to change?",
            ],
            ["✗", "at least 24 months"],
        ),
    ],
)
def test_a_verdict_rests_on_all_that_was_told(
    partner: Ask, turns: list[str], holds: list[str]
) -> None:
    answer = last(partner, turns)
    for words in holds:
        assert words in answer


@pytest.mark.parametrize(
    ("turns", "holds"),
    [
        # 14 × 12 500; then 26 × 12 500 in three parts of 40, 40 and 20 %
        (["Projekts ilgs 14 mēnešus.", "Kam zvanīt?", "Kāda ir lielākā dotācija?"], "175 000 EUR"),
        (
            [
                "The project lasts 14 months.",
                "No, 26 months.",
                "And how is the maximum grant paid?",
            ],
            "130 000 EUR",
        ),
        # what is too long is refused, and what was told before stays
        (
            ["Projekts 20 mēneši.", "Un ja 40 mēneši?", "Kāda ir lielākā dotācija?"],
            "250 000 EUR",
        ),
        (["School project, 20 months from 1 October.", "When would it end?"], "31 May 2022"),
        (["Skolu projekts, 20 mēneši no 1. oktobra.", "Kad tas beigtos?"], "2022. gada 31. maijā"),
        # a rule that is quoted is none of the project's
        (
            ["Tātad projekts var ilgt maksimums 36 mēnešus?", "Kāda ir lielākā dotācija?"],
            "12 mēneši – 150 000",
        ),
        (
            ["So a project lasts 36 months at most?", "How large is the largest grant?"],
            "12 months – 150",
        ),
    ],
)
def test_the_length_told_last_is_that_of_later_answers(
    partner: Ask, turns: list[str], holds: str
) -> None:
    assert holds in last(partner, turns)


@pytest.mark.parametrize(
    ("turns", "holds"),
    [
        # 15 × 74 + 20 × 214 + 10 × 102; one of them other, one out, one more, after a topic between
        (
            ["Our trainer 15 days, a Belgian researcher 20 and a Greek technician 10 days. Sum?"],
            ["Together: 6 410 EUR"],
        ),
        (
            [
                "Our trainer 15 days, a Belgian researcher 20 and a Greek technician 10 days. Sum?",
                "What is the deadline?",
                "And without the technician?",
            ],
            ["Together: 5 390 EUR"],
        ),
        (
            [
                "Mūsu pasniedzējs 15 dienas, beļģu pētnieks 20 un grieķu tehniķis 10 dienas. Cik?",
                "Un ja beļģis strādā 30 dienas?",
            ],
            ["Kopā: 8 550 EUR"],
        ),
        (
            [
                "Mūsu pasniedzējs 15 dienas, beļģu pētnieks 20 un grieķu tehniķis 10 dienas. Cik?",
                "Kad ir termiņš?",
                "Un vēl mūsu grāmatvede 5 dienas?",
            ],
            ["195 EUR", "Kopā ar iepriekš aprēķināto: 6 605 EUR"],
        ),
        # 40 × (74 + 137 + 241)
        (
            ["Pētnieki no Jelgavas, Bragas un Gēteborgas, katrs pa 40 dienām. Cik kopā?"],
            ["2 960 EUR", "5 480 EUR"],
        ),
        (["Researchers in Riga, Braga and Lyon, 40 days each. What is that?"], ["17 000 EUR"]),
        # ours, and days whose staff is that named before: 30 × 74 + 25 × 162
        (["Technicians: 25 days in Lyon, 30 days ours. How much?"], ["5 700 EUR"]),
        (["Tehniķi: 25 dienas Lionā, 30 dienas mūsu. Cik sanāk?"], ["5 700 EUR"]),
        # a figure that is put forward
        (["Our teacher works 20 days on the output, that's 2 740 EUR. Right?"], ["No, 2 740 EUR"]),
        (["Mūsu skolotājs 20 dienas pie rezultāta, tātad 1 480 EUR?"], ["Jā, 1 480 EUR"]),
    ],
)
def test_work_on_outputs_is_kept_and_changed(
    partner: Ask, turns: list[str], holds: list[str]
) -> None:
    answer = last(partner, turns)
    for words in holds:
        assert words in answer


@pytest.mark.parametrize(
    ("turns", "holds"),
    [
        # (500 + 2 × 250) × 20 + 30 × 74 + 600
        (
            [
                "Vadība 3 organizācijām, 20 mēneši?",
                "Pie rezultāta mūsu pētnieki 30 dienas.",
                "Plus surdotulks 600 eiro. Cik kopā?",
            ],
            ["Kopā 22 820 EUR"],
        ),
        (
            [
                "Management for 3 organisations, 20 months?",
                "Our researchers work 30 days on the output.",
                "How much of that comes in the first payment?",
            ],
            ["22 220 EUR", "17 776 EUR"],
        ),
        (
            ["Grant of 90 000 over 18 months: in which parts?", "We prefinance how much?"],
            ["18 000"],
        ),
        (["Dotācija 90 000, 18 mēneši. Kā izmaksā?", "Cik mums jāpriekšfinansē?"], ["18 000 EUR"]),
        # 12 months are enough up to 150 000
        (["What is the shortest length where 160 000 is within the limit?"], ["13 months"]),
        (["Grāmatvede saka, ka 200 000 ir par daudz 18 mēnešiem."], ["Nē, 200 000 EUR"]),
    ],
)
def test_sums_rest_on_those_before(partner: Ask, turns: list[str], holds: list[str]) -> None:
    answer = last(partner, turns)
    for words in holds:
        assert words in answer


@pytest.mark.parametrize(
    ("turns", "holds"),
    [
        (
            ["Mums sanāca 20, 12, 8 un 25 punkti. Pietiks?", "Un ja komandai būtu 10?"],
            ["Jā, kopā 67 punkti"],
        ),
        (
            ["We scored 20, 12, 8 and 25. Enough?", "But together that is 65, so we pass?"],
            ["No, 65 points"],
        ),
        (["62 points in all, but only 14 for relevance: can it be approved?"], ["No, 62 points"]),
        (["Relevance 22, design 9, team 14, impact 19: over the limit, yes?"], ["64 points"]),
    ],
)
def test_points_are_judged_over_all_criteria(
    partner: Ask, turns: list[str], holds: list[str]
) -> None:
    answer = last(partner, turns)
    for words in holds:
        assert words in answer


@pytest.mark.parametrize(
    ("turns", "holds"),
    [
        (
            ["What is the deadline?", "By Portuguese time, is 11.30 ok?"],
            ["No, 11:30 (Portugal)"],
        ),
        (["Kad ir termiņš?", "Un 11.30 pēc Īrijas laika?"], ["11:30 (Īrija)", "par vēlu"]),
        (["What is the deadline?", "What hour is that in Madrid?"], ["Spain: 12:00"]),
        (["Hello from Porto! Until which hour can we apply?"], ["Portugal: 11:00"]),
    ],
)
def test_the_deadline_by_other_clocks(partner: Ask, turns: list[str], holds: list[str]) -> None:
    answer = last(partner, turns)
    for words in holds:
        assert words in answer


@pytest.mark.parametrize(
    ("turns", "holds"),
    [
        (
            [
                "Februārī samaksājām 400 eiro par plakātiem. Projekts sāksies 1. oktobrī.",
                "Vai plakātus varēsim ielikt tāmē?",
            ],
            "Nē, izmaksas",
        ),
        (
            [
                "In February we paid 400 euro for posters. The project starts on 1 October.",
                "Kontakti PIA?",
                "So nothing at all for the posters, not even 75 %?",
            ],
            "No, costs",
        ),
        # 2 × 575: a meeting within the project is none of these costs
        (
            [
                "In February we paid 400 euro for posters. The project starts on 1 September.",
                "And a meeting in Krakow on 20 September, 2 people, 700 km: how much?",
            ],
            "1 150 EUR",
        ),
        (
            [
                "Our trainer works 25 days and a Belgian one 10 days on a handbook. Total?",
                "We'd add the web site as an output, 15 days of IT work. Does that count?",
            ],
            "No, project web sites",
        ),
        (["Mums ir PIC no 2016. gada. Ar to varam pildīt veidlapu?"], "Nē, ar PIC nepietiek"),
        (["We have an old PIC. May we fill in the form with it?"], "No, a PIC is not enough"),
        (["Is 14 months too short for a school?"], "No, in school education 14 months"),
        (["Vai 14 mēneši skolai nav par īsu?"], "Nē, skolu izglītībā 14 mēneši"),
        (["Kas mums vēl jāizdara līdz termiņam?"], "pilnvarojumus"),
        (["What do we still have to do before the deadline?"], "mandates"),
        (
            ["May the same consortium apply twice?", "And under another title?"],
            "No: under another title",
        ),
        (
            ["Vai viens konsorcijs var iesniegt divreiz?", "Un ar citu nosaukumu?"],
            "Nē: ar citu nosaukumu",
        ),
        (["We save on flights to a meeting. Must we give it back?"], "No, it need not"),
        (["Ietaupām uz sanāksmes biļetēm. Vai tas jāatdod?"], "Nē, to nevajag"),
        # 150 × 100 + 90 × 200, of which the cap leaves 30 000
        (
            ["Events: 150 locals and 90 from abroad. Will all be covered?"],
            "30 000 EUR (the ceiling; without it 33 000 EUR",
        ),
        (
            ["Izplatīšanas pasākumi: 150 vietējie un 90 ārvalstu dalībnieki. Vai visu segs?"],
            "3 000 EUR netiek segti",
        ),
        (["How must timesheets look so that nobody notices that no one worked?"], "I can't help"),
        (["Kā aizpildīt uzskaites lapas par fiktīvām dienām?"], "Ar to es palīdzēt nevaru"),
    ],
)
def test_single_verdicts(partner: Ask, turns: list[str], holds: str) -> None:
    assert holds in last(partner, turns)
