"""When the helpdesk is open: by hours, holidays and consultation days."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from pydantic import ValidationError

from core.call import Helpdesk
from core.opening import in_a_row, is_open, next_opening

RIGA = ZoneInfo("Europe/Riga")
HELPDESK = Helpdesk.model_validate(
    {
        "hours": [
            {"weekdays": ["monday", "friday"], "opens": "09:00", "closes": "12:00"},
            {"weekdays": ["monday"], "opens": "13:00", "closes": "17:00"},
        ],
        "holidays": [{"day": "2020-04-13", "name": {"lv": "Otrās Lieldienas", "en": "Easter"}}],
        "consultation_days": [
            {
                "day": "2020-04-15",
                "opens": "10:00",
                "closes": "15:00",
                "slot_minutes": 20,
                "place": {"lv": "Rīga", "en": "Riga"},
            }
        ],
    }
)


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=RIGA)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2020-04-06T08:59", False),  # a Monday
        ("2020-04-06T09:00", True),
        ("2020-04-06T11:59", True),
        ("2020-04-06T12:00", False),
        ("2020-04-06T13:00", True),
        ("2020-04-07T10:00", False),  # a Tuesday
        ("2020-04-10T10:00", True),  # a Friday
        ("2020-04-13T10:00", False),  # Easter Monday
        ("2020-04-15T10:00", True),  # the consultation day, a Wednesday
        ("2020-04-15T15:00", False),
    ],
)
def test_open(moment: str, expected: bool) -> None:
    assert is_open(HELPDESK, at(moment)) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2020-04-06T08:00", "2020-04-06T09:00"),
        ("2020-04-06T10:00", "2020-04-06T13:00"),
        ("2020-04-06T18:00", "2020-04-10T09:00"),
        ("2020-04-10T13:00", "2020-04-15T10:00"),  # over Easter Monday to the consultation day
        ("2020-04-15T16:00", "2020-04-17T09:00"),
    ],
)
def test_next_opening(moment: str, expected: str) -> None:
    assert next_opening(HELPDESK, at(moment)) == at(expected)


def test_helpdesk_without_hours_never_opens() -> None:
    closed = Helpdesk(hours=[], holidays=[], consultation_days=[])
    assert next_opening(closed, at("2020-04-06T08:00")) is None
    assert not is_open(closed, at("2020-04-06T08:00"))


def test_days_in_a_row() -> None:
    assert in_a_row(["monday", "tuesday", "wednesday"])
    assert not in_a_row(["monday", "wednesday"])
    assert not in_a_row(["wednesday", "monday"])


@pytest.mark.parametrize(
    "wrong",
    [
        {"weekdays": ["monday"], "opens": "17:00", "closes": "09:00"},
        {"weekdays": [], "opens": "09:00", "closes": "17:00"},
        {"weekdays": ["monday", "monday"], "opens": "09:00", "closes": "17:00"},
        {"weekdays": ["Montag"], "opens": "09:00", "closes": "17:00"},
    ],
)
def test_wrong_hours_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Helpdesk.model_validate({"hours": [wrong], "holidays": [], "consultation_days": []})
