"""Cautions, on the listing of the project's data with some values changed."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.content.cautions import cautions
from bot.content.listing import Listing, listing
from core import call as calls

DAY = dt.date(2020, 3, 20)


@pytest.fixture(scope="module")
def present() -> Listing:
    return listing(calls.load())


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (
            {
                "countries.rate_groups[DK].rates.manager": "300",
                "countries.rate_groups[DK].references": "agencies",
                "countries.rate_groups[DK].from": "2020-03-01",
            },
            [],
        ),
        (
            {"learning.travel[100].amount": "190", "learning.travel[100].from": "2020-03-01"},
            ["learning.travel[100]: the value changed, its references did not"],
        ),
        (
            {"learning.travel[100].from": "2020-04-01"},
            ["holds from 2020-04-01, not yet on 2020-03-20", "its references did not"],
        ),
        ({"contacts[adult].mark": "seen"}, []),
        ({"fields[adult].name.lv.genitive": "citas"}, ["name: changed in Latvian only"]),
        ({"topics.deadline.next": "contacts"}, []),
        ({"training.lv.ask_deadline": "1 utterances"}, []),
        (
            {
                "facts.award_criteria.values[0].value[impact].value": "40",
                "facts.award_criteria.values[0].references": "deck, slide 1",
            },
            ["facts.award_criteria.values[0]: the former value is overwritten"],
        ),
        (
            {
                "facts.start_first.values[1].value": "2020-10-01",
                "facts.start_first.values[1].from": "2020-03-01",
                "facts.start_first.values[1].references": "agencies",
            },
            ["the former value 2020-09-01 still stands in facts.latest_end_months.values[0].value"],
        ),
    ],
)
def test_cautions_of_changes(changed: Listing, said: list[str], present: Listing) -> None:
    found = cautions(present, {**present, **changed}, DAY)
    assert len(found) == len(said), found
    for line, piece in zip(found, said, strict=True):
        assert piece in line


def test_another_unit_is_no_stumbling_block(present: Listing) -> None:
    """The former value is looked for as what it was, a number of months and not a day."""
    new = {
        **present,
        "facts.duration_maximum.unit": "date",
        "facts.duration_maximum.values[0].value": "2023-08-31",
        "facts.duration_maximum.values[0].references": "agencies",
    }
    found = cautions(present, new, DAY)
    assert any(
        "the former value 36 still stands in" in line
        and "facts.latest_end_months.values[0].value" in line
        for line in found
    ), found
