"""What a message said, in the light of what was said before."""

from __future__ import annotations

import pytest

from actions.said import Said
from bot import quiet  # noqa: F401  (before Rasa)
from bot.nlu.entities import entities
from bot.nlu.spacy_tokenizer import parse
from bot.responses import topics


def said(text: str) -> Said:
    return Said.of(entities(parse(text)))


@pytest.mark.parametrize(
    ("text", "organisations"),
    [
        ("coordinator + 5 partners", 6),
        ("we coordinate, with six partners abroad", 7),
        ("mēs koordinējam, vēl četri partneri", 5),
        ("5 partneri, ieskaitot koordinatoru", 5),
        ("kopā ar koordinatoru esam 5 partneri", 5),
        ("5 partneri", 5),
    ],
)
def test_the_coordinator_counts_once(text: str, organisations: int) -> None:
    assert said(text).organisation_count == organisations


@pytest.mark.parametrize(
    ("before", "now", "organisations"),
    [
        ("3 partners", "+2 more partners", 5),
        ("coordinator + 3 partners", "+2 more partners", 6),
        ("mēs un divi partneri", "un vēl viens partneris", 4),
    ],
)
def test_partners_who_join_come_on_top(before: str, now: str, organisations: int) -> None:
    earlier = said(before)
    assert said(now).added_to(earlier).over(earlier).organisation_count == organisations


@pytest.mark.parametrize(
    ("before", "now", "organisations"),
    [
        ("3 organisations", "and if a kindergarten joins as the fourth partner?", 4),
        ("mēs un divi partneri", "ja Malta pievienojas kā ceturtais partneris", 4),
        ("nothing yet", "can our third partner be from Switzerland?", None),
    ],
)
def test_who_joins_as_the_nth_tells_how_many_there_are(
    before: str, now: str, organisations: int | None
) -> None:
    earlier = said(before)
    assert said(now).as_nth(earlier).over(earlier).organisation_count == organisations


@pytest.mark.parametrize(
    ("before", "now", "organisations"),
    [
        ("12 organizācijas", "un ja divi atkrīt?", 10),
        ("coordinator + 6 partners", "Two partners just dropped out.", 5),
        ("3 partners", "four drop out", 3),
    ],
)
def test_partners_who_leave_are_taken_away(before: str, now: str, organisations: int) -> None:
    earlier = said(before)
    assert said(now).left_of(earlier).over(earlier).organisation_count == organisations


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("12 skolēni un 2 skolotāji", [("learner", 12), ("staff", 2)]),
        ("astoņi dalībnieki un viens pasniedzējs", [("learner", 8), ("staff", 1)]),
        ("six pupils and two accompanying teachers", [("learner", 6), ("staff", 2)]),
        ("skolēniem līdzi brauks divi pavadošie skolotāji", [("staff", 2)]),
        ("12 skolēni", []),
    ],
)
def test_people_by_kind(text: str, groups: list[tuple[str, int]]) -> None:
    assert said(text).groups == groups


@pytest.mark.parametrize(
    ("text", "journeys"),
    [
        (
            "divi kolēģi no Portugāles (3100 km) un trīs no Igaunijas (ap 280 km)",
            [(2, 3100), (3, 280)],
        ),
        ("4 people fly 2100 km and 3 people 600 km", [(4, 2100), (3, 600)]),
        ("4 people fly 2100 km", []),
    ],
)
def test_several_distances_have_their_people(text: str, journeys: list[tuple[int, int]]) -> None:
    assert [(each.people, each.kilometres) for each in said(text).journeys] == journeys


@pytest.mark.parametrize(
    ("text", "journeys"),
    [
        (
            "once to Oslo and twice to Lisbon",
            [(None, None, "Oslo", 1), (None, None, "Lisbon", 2)],
        ),
        (
            "Divas sanāksmes Oslo un viena Parīzē, 3 cilvēki",
            [],  # 'Oslo' has no ending that tells it is the venue
        ),
        (
            "divi cilvēki no Viļņas, Varšavas un Berlīnes brauc uz Parīzi",
            [(None, origin, "Parīzi", None) for origin in ("Viļņas", "Varšavas", "Berlīnes")],
        ),
        (
            "3 people from Vilnius and 5 people from Warsaw travel to Riga",
            [(3, "Vilnius", "Riga", None), (5, "Warsaw", "Riga", None)],
        ),
        ("no Rīgas uz Parīzi", []),
        ("the distance between Riga and Paris", []),
    ],
)
def test_several_towns_are_journeys_of_their_own(
    text: str, journeys: list[tuple[int | None, str | None, str, int | None]]
) -> None:
    found = said(text).journeys
    assert [(each.people, each.origin, each.target, each.times) for each in found] == journeys


def test_another_question_of_the_same_message_keeps_its_kilometres() -> None:
    others = said("attālums ir 2750 km")
    assert said("no Valmieras uz Madridi").beside(others).kilometres == [2750]


def test_values_of_topics_are_what_messages_can_name() -> None:
    for topic in topics().values():
        assert set(topic.values) <= set(Said.model_fields)
