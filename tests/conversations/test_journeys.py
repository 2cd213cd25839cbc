"""Who travels from where to where: groups, further events, changes and questions about the sums."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bot.partner import TurnResult

Ask = Callable[..., "list[TurnResult]"]


def said(result: TurnResult) -> str:
    return "\n".join(reply.text for reply in result.replies)


def assert_each_holds(partner: Ask, turns: list[tuple[str, str]]) -> None:
    results = partner(*(text for text, _ in turns))
    for result, (text, holds) in zip(results, turns, strict=True):
        assert holds in said(result), text


@pytest.mark.parametrize(
    "turns",
    [
        [  # 3 × 575 (Sofia, 1 585 km) + 3 × 760 (Athens, 2 108 km) + 2 × 575 (Tallinn)
            (
                "3 come from Sofia, 3 from Athens, 2 from Tallinn, meeting in Riga. Sum?",
                "5 155 EUR",
            ),
            ("the Greeks will be four", "5 915 EUR"),
            ("drop the Bulgarians", "4 190 EUR"),
        ],
        [  # 3 × 575, nothing for 82 km; then 2 × 760 for Helsinki – Rome (2 203 km), too
            ("Sanāksme Tallinā, no Rīgas brauc 3, no Helsinkiem 2. Cik?", "1 725 EUR"),
            ("otrā sanāksme Romā, tie paši", "3 245 EUR"),
            ("cik kopā?", "4 970 EUR"),
        ],
        [  # 2 × 575 + 3 × 760; 4 × 575; 5 × 575
            ("Meeting in Vienna: 2 from Riga, 3 from Lisbon. How much?", "3 430 EUR"),
            ("and a second one in Sofia, 4 from Riga", "2 300 EUR"),
            ("both together", "5 730 EUR"),
            ("the second one: 5 from Riga", "6 305 EUR"),
        ],
        [  # 3 × (360 + 4 × 106) + 3 × (275 + 4 × 106), then one more from Kraków
            (
                "Mums Siguldā būs apmācības 4 dienas, atbrauks pa 3 skolotājiem no Porto un"
                " Krakovas. Cik paredzēts?",
                "4 449 EUR",
            ),
            ("No Krakovas būs četri", "5 148 EUR"),
        ],
        [  # 12 × 360 + 10 × 7 × 58 + 2 × 7 × 106, and 9 × 360 + 8 × 7 × 58 + 7 × 106
            (
                "Brauc 10 skolēni un 2 skolotāji no Rīgas un 8 skolēni un 1 skolotājs no Viļņas uz"
                " Madridi, 7 dienas. Cik?",
                "17 094 EUR",
            ),
            ("Vēl divi skolēni no Viļņas", "18 626 EUR"),  # 2 × (360 + 7 × 58)
            ("bez Viļņas", "9 864 EUR"),
        ],
        [  # 5 × (360 + 6 × 106); five days; 3 × (275 + 5 × 106)
            ("5 teachers from Riga go to a training in Barcelona for 6 days, sum?", "4 980 EUR"),
            ("make it five days", "4 450 EUR"),
            ("and 3 from Warsaw too", "6 865 EUR"),
            ("one fewer from Riga", "5 975 EUR"),
        ],
    ],
)
def test_groups_are_told_one_by_one_and_changed(partner: Ask, turns: list[tuple[str, str]]) -> None:
    assert_each_holds(partner, turns)


@pytest.mark.parametrize(
    "turns",
    [
        [  # Turku and Graz 575, Porto 760; then Jelgava too, and three of them to Porto
            (
                "Our partners are in Turku, Graz and Porto, we are in Jelgava. The first meeting is"
                " here, two from each.",
                "3 820 EUR",
            ),
            ("Next one in Graz, same numbers.", "3 820 EUR"),
            ("Third in Porto, three from us and two each from the others", "5 320 EUR"),
            ("Sum?", "12 960 EUR"),
        ],
        [  # to each of three two from both others, all within 2 000 km: 3 × 4 × 575
            (
                "Partneri ir Rīgā, Viļņā un Varšavā. Sanāksmes notiek pēc kārtas pie katra, pa"
                " diviem no pārējiem. Cik visas kopā?",
                "6 900 EUR",
            ),
            ("No Varšavas katru reizi viens", "5 750 EUR"),  # 2 × 575 less
        ],
        [  # Tartu and Rīga to Lisbon: 4 × 760, then 6 × 760
            (
                "Partneri ir Rīga, Tartu un Lisabona. Cik maksā sanāksme Lisabonā, ja no katra"
                " partnera brauc divi?",
                "3 040 EUR",
            ),
            ("Un ja brauc pa trim?", "4 560 EUR"),
        ],
    ],
)
def test_each_partner_sends_so_many(partner: Ask, turns: list[tuple[str, str]]) -> None:
    assert_each_holds(partner, turns)


@pytest.mark.parametrize(
    "turns",
    [
        [
            ("Meeting in Tallinn: 3 from Helsinki, 2 from Riga. How much?", "1 150 EUR"),
            ("Why so little?", "Helsinki, 3 people: 0 EUR, because it is only 82 km"),
            ("And in Tartu?", "2 875 EUR"),  # 5 × 575
        ],
        [
            ("Sanāksme Briselē, 2 no Rīgas un 2 no Gentes. Cik?", "1 150 EUR"),
            ("Kāpēc par Genti neko?", "sanāksme ir viņu pašu valstī"),
        ],
        [
            ("Sanāksme Prāgā, divi no Liepājas, cik?", "1 150 EUR"),
            ("Un ja tā ilgst trīs dienas?", "Dienu skaits neko nemaina"),
            ("Vai uzņēmējiem arī kaut ko maksā?", "Nē. Par sanāksmes rīkotāja pašu cilvēkiem"),
            ("Cik kilometru ir no Liepājas līdz Prāgai?", "837 km"),
        ],
        [  # 2 × 360 + 2 × 4 × 106; one of them
            ("Two trainers from Riga go to a training in Porto for 4 days, sum?", "1 568 EUR"),
            ("How much is that per person?", "784 EUR"),
            ("Would two days be allowed?", "No, 2 days is too short"),
            ("Would Rome be cheaper?", "Yes, it is 170 EUR less"),  # 275 instead of 360
            ("By how much is it less?", "170 EUR less"),
        ],
    ],
)
def test_what_was_worked_out_is_explained(partner: Ask, turns: list[tuple[str, str]]) -> None:
    assert_each_holds(partner, turns)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Sanāksme Rīgā, atbrauc 2 grieķi un 3 spāņi, cik?", "no galvaspilsētas (Atēnas, Madride)"),
        ("Meeting in Oslo for two people, how much?", "the distance is measured from Riga"),
        ("Is a meeting in Prague for 2 from Ogre worth 1150 euros?", "Yes, 1 150 EUR"),
        ("Vai par sanāksmi Prāgā diviem no Ogres ir 1200 eiro?", "Nē, summa ir 1 150 EUR"),
    ],
)
def test_what_is_taken_for_granted_is_said(partner: Ask, text: str, holds: str) -> None:
    assert_each_holds(partner, [(text, holds)])
