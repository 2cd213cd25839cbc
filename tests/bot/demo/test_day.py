"""A played consultation day: thirty people and two officers, with a kill -9 in the middle."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.demo.day import Day, Wish, problems
from bot.demo.officers import Officer
from bot.demo.people import Heard, Person
from bot.demo.script import script
from core.call import newest

CODES = ("№1000", "№1001")


class Listener(Person):
    """Somebody who only heard something."""

    channel = "website"

    def __init__(self, code: str, *texts: str) -> None:
        part = script().people[0]
        super().__init__(code, part, script().phrases[part.language], pace=0.01)
        self.given = [Heard(str(number), text) for number, text in enumerate(texts)]

    def heard(self) -> list[Heard]:
        return self.given

    def deliver(self, text: str) -> bool:
        return False

    def close(self) -> None:
        pass


def officer(*answered: tuple[str, str]) -> Officer:
    made = Officer(script().officers[0], "http://127.0.0.1:1", "", script().answers, pace=0.01)
    made.answered += answered
    return made


def test_a_good_day_has_no_problems() -> None:
    people = [Listener(CODES[0], "Termiņš", f"*Evita* (VIAA)\nPar {CODES[0]}: jā")]
    assert problems(people, [officer((CODES[0], f"Par {CODES[0]}: jā"))]) == []


@pytest.mark.parametrize(
    ("texts", "answered", "problem"),
    [
        ([], [f"Par {CODES[0]}: jā"], "did not arrive"),
        ([f"Par {CODES[0]}: jā"] * 2, [f"Par {CODES[0]}: jā"], "arrived twice"),
        ([f"Par {CODES[1]}: jā"], [], "somebody else's answer"),
    ],
)
def test_who_was_lost_or_answered_twice_or_by_mistake_is_told(
    texts: list[str], answered: list[str], problem: str
) -> None:
    told = problems(
        [Listener(CODES[0], *texts)], [officer(*((CODES[0], each) for each in answered))]
    )
    assert len(told) == 1
    assert problem in told[0]


def test_a_message_that_came_twice_and_who_gave_up_are_told() -> None:
    person = Listener(CODES[0], "Termiņš")
    person.given *= 2
    person.problem = "no answer"
    assert len(problems([person], [])) == 2


def test_with_few_officers_all_fields_are_served() -> None:
    for count in range(1, len(script().officers) + 1):
        staff = script().staff(count)
        served = {field for each in staff for field in each.fields}
        assert len(staff) == count
        assert served == {field.id for field in newest().fields}


def test_thirty_people_two_officers_and_a_failure_of_power(tmp_path: Path) -> None:
    moment = script().day.moment.replace(tzinfo=newest().timezone)
    wish = Wish(moment=moment, people=30, officers=2, pace=0.3, restarts=1)
    played = Day(wish, tmp_path, print).play()
    parts = [person.part for person in played.people]
    assert played.problems == []
    assert played.left_open == 0
    assert played.restarts == 1
    assert played.by_channel() == {"website": 18, "slack": 6, "telegram": 6}
    assert len(played.waits_for_officer()) == sum(part.human is not None for part in parts)
    assert played.booked == sum(part.slot for part in parts)
    assert "<html" in (tmp_path / "report.html").read_text(encoding="utf-8")
