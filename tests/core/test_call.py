"""The call as data: the real one, its values on their days, and what a broken one is told."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import BaseModel

from core import yaml_file
from core.call import (
    CALLS,
    BudgetCategory,
    Call,
    DatedValue,
    Fact,
    ListItem,
    Moment,
    Name,
    Sourced,
    Text,
    in_force,
    load,
    walk,
)
from core.yaml_file import DataError, read

REAL = CALLS / "2020"


def everything(node: Any) -> Iterator[BaseModel]:
    """Yield every model in the call, found by looking and not by a list of places."""
    if isinstance(node, BaseModel):
        yield node
        for name in type(node).model_fields:
            yield from everything(getattr(node, name))
    elif isinstance(node, dict):
        for value in node.values():
            yield from everything(value)
    elif isinstance(node, list):
        for value in node:
            yield from everything(value)


# The real call


def test_the_real_call_loads(call: Call) -> None:
    assert call.id == "2020"
    assert call.timezone == ZoneInfo("Europe/Riga")
    assert {field.code for field in call.fields} == {"KA201", "KA202", "KA203", "KA204"}
    assert [field.id for field in call.fields] == ["school", "vet", "higher_education", "adult"]


def test_the_call_is_the_newest(call: Call) -> None:
    assert load() == call


def test_walk_finds_everything_that_has_a_source(call: Call) -> None:
    found = {id(sourced) for _, sourced in walk(call)}
    assert found == {id(node) for node in everything(call) if isinstance(node, Sourced)}


def test_every_value_has_a_mark_and_references_to_known_places(call: Call) -> None:
    for place, sourced in walk(call):
        assert sourced.mark in {"deck", "seen", "recalled"}, place
        assert sourced.references, place
        for reference in sourced.references:
            document = call.documents[reference.document]
            assert reference.slide is None or reference.slide in document.slides, place
            assert reference.page is None or reference.edition is not None, place


def test_every_value_of_the_deck_names_its_slide(call: Call) -> None:
    for place, sourced in walk(call):
        if sourced.mark == "deck":
            assert any(reference.slide for reference in sourced.references), place


def test_every_recalled_value_names_part_and_section_of_the_guide(call: Call) -> None:
    """Such a value is spoken of with the guide as its source, or the grant agreement."""
    for place, sourced in walk(call):
        if sourced.mark == "recalled":
            assert any(
                (reference.document == "guide" and reference.section)
                or reference.document == "grant_agreement"
                for reference in sourced.references
            ), place


def test_every_page_is_of_the_latvian_edition(call: Call) -> None:
    """The pages of the deck are 99, 107, 290, 295 and 310 of the Latvian edition."""
    pages = [
        (reference.page, reference.edition)
        for _, sourced in walk(call)
        for reference in sourced.references
        if reference.page is not None
    ]
    assert set(pages) <= {(page, "lv") for page in (99, 107, 290, 295, 310)}


def test_every_name_and_text_is_in_both_languages(call: Call) -> None:
    texts = [node for node in everything(call) if isinstance(node, Text)]
    names = [node for node in everything(call) if isinstance(node, Name)]
    assert all(text.lv.strip() and text.en.strip() for text in texts)
    for name in names:
        assert name.en.strip()
        assert name.form("en", "genitive") == name.en
        for case in ("nominative", "genitive", "dative", "accusative", "locative"):
            assert name.form("lv", case).strip()
    assert len(texts) > 150
    assert len(names) > 20


def test_the_deck_has_32_slides(call: Call) -> None:
    assert list(call.documents["deck"].slides) == list(range(1, 33))


def test_every_value_is_of_the_type_that_its_unit_asks_for(call: Call) -> None:
    types: dict[str, type] = {
        "date": dt.date,
        "moment": Moment,
        "text": Text,
        "list": list,
        "link": str,
    }
    for name, fact in call.facts.items():
        for value in fact.values:
            assert isinstance(value.value, types.get(fact.unit, Decimal)), name


def test_every_country_of_the_programme_has_day_rates_for_every_category(
    call: Call, day: dt.date
) -> None:
    groups = in_force(call.countries.rate_groups, day)
    grouped = [code for group in groups for code in group.countries]
    assert sorted(grouped) == sorted(call.programme_countries(day).countries)
    for group in groups:
        assert set(group.rates) == {"manager", "researcher", "technician", "administrative"}


def test_money_for_latvia_is_7749777_together(call: Call, day: dt.date) -> None:
    # 4 055 430 + 1 198 817 + 1 126 100 + 1 369 430
    fields = ("school", "higher_education", "vet", "adult")
    parts = [call.number(f"money_{field}", day) for field in fields]
    assert parts == [4055430, 1198817, 1126100, 1369430]
    assert sum(parts) == call.number("money_together", day) == 7749777


def test_award_criteria_are_100_points_together(call: Call, day: dt.date) -> None:
    criteria = call.value("award_criteria", day).value
    assert isinstance(criteria, list)
    assert [item.value for item in criteria if isinstance(item, ListItem)] == [30, 20, 20, 30]


def test_shares_of_categories_are_those_of_the_facts(call: Call, day: dt.date) -> None:
    """The same share stands in two files; they must not part ways."""
    shares = {category.id: category.share for category in call.categories}
    assert shares["exceptional_costs"] == call.number("exceptional_share", day) == 75
    assert shares["special_needs"] == call.number("special_needs_share", day) == 100
    assert shares["learning_activities"] == call.number("expensive_travel_share", day) == 80


def test_outputs_and_events_are_for_innovation_only(call: Call) -> None:
    def types(category: BudgetCategory) -> list[str]:
        return list(category.project_types)

    only = {category.id for category in call.categories if types(category) == ["innovation"]}
    assert only == {"intellectual_outputs", "multiplier_events"}


@pytest.mark.parametrize(
    ("kind", "minimum", "unit", "maximum", "fields"),
    [
        ("blended_mobility", 5, "days", 2, {"higher_education", "vet", "school", "adult"}),
        ("short_pupil_exchange", 3, "days", 2, {"school", "vet"}),
        ("intensive_study", 5, "days", 2, {"higher_education"}),
        ("long_pupil_mobility", 2, "months", 12, {"school"}),
        ("long_staff_assignment", 2, "months", 12, {"higher_education", "vet", "school", "adult"}),
        ("staff_training", 3, "days", 2, {"higher_education", "vet", "school", "adult"}),
    ],
)
def test_kinds_of_learning_activities_are_those_of_slide_21(
    call: Call, kind: str, minimum: int, unit: str, maximum: int, fields: set[str]
) -> None:
    (found,) = [each for each in call.learning.kinds if each.id == kind]
    assert (found.minimum, found.minimum_unit, found.maximum_months) == (minimum, unit, maximum)
    assert set(found.fields) == fields
    assert [reference.slide for reference in found.references] == [21]


def test_each_field_has_one_officer_and_the_unit_a_head(call: Call) -> None:
    for field in call.fields:
        assert len([each for each in call.contacts if field.id in each.fields]) == 1
    assert len([each for each in call.contacts if not each.fields]) == 1


# Values on their days

EVE, CHANGE = dt.date(2020, 3, 16), dt.date(2020, 3, 17)


def deadline(call: Call, day: dt.date) -> Moment:
    """Return the deadline as of a day."""
    value = call.value("deadline", day).value
    assert isinstance(value, Moment)
    return value


def test_until_16_march_the_deadline_is_24_march(call: Call) -> None:
    assert deadline(call, call.opens).date == dt.date(2020, 3, 24)
    assert deadline(call, EVE).date == dt.date(2020, 3, 24)
    assert call.value("deadline", EVE).mark == "deck"
    assert call.facts["deadline"].earlier(EVE) == []


def test_from_17_march_the_deadline_is_23_april_and_the_earlier_one_is_kept(call: Call) -> None:
    assert deadline(call, CHANGE).date == dt.date(2020, 4, 23)
    assert deadline(call, dt.date(2026, 1, 1)).date == dt.date(2020, 4, 23)
    assert call.value("deadline", CHANGE).mark == "seen"
    (earlier,) = call.facts["deadline"].earlier(CHANGE)
    assert isinstance(earlier.value, Moment)
    assert earlier.value.date == dt.date(2020, 3, 24)


@pytest.mark.parametrize("day", [EVE, CHANGE])
def test_noon_in_brussels_is_13_00_in_riga(call: Call, day: dt.date) -> None:
    """On 24 March both clocks show winter time, on 23 April both summer time."""
    moment = deadline(call, day)
    assert (moment.time, moment.timezone) == (dt.time(12), "Europe/Brussels")
    in_riga = moment.aware.astimezone(call.timezone)
    assert in_riga.date() == moment.date
    assert in_riga.time() == dt.time(13)


def test_noon_of_the_deadline_is_10_00_utc_in_summer_and_11_00_in_winter(call: Call) -> None:
    assert deadline(call, EVE).aware.astimezone(dt.UTC).hour == 11
    assert deadline(call, CHANGE).aware.astimezone(dt.UTC).hour == 10


@pytest.mark.parametrize(
    ("day", "number"), [("2020-01-01", 5), ("2020-03-02", 5), ("2020-03-03", 6), ("2020-04-01", 6)]
)
def test_adult_education_has_a_sixth_priority_from_3_march(
    call: Call, day: str, number: int
) -> None:
    priorities = in_force(call.priorities, dt.date.fromisoformat(day))
    adult = [each.id for each in priorities if each.field == "adult"]
    assert len(adult) == number
    assert ("generations" in adult) == (number == 6)


@pytest.mark.parametrize(
    ("field", "number"), [("horizontal", 9), ("school", 8), ("vet", 7), ("higher_education", 9)]
)
def test_the_other_priorities_are_as_many_as_on_the_slides(
    call: Call, day: dt.date, field: str, number: int
) -> None:
    assert len([p for p in in_force(call.priorities, day) if p.field == field]) == number


def sourced_from(first: str | None, last: str | None = None) -> dict[str, Any]:
    """Return the keys of a source that holds between two days."""
    return {
        "mark": "seen",
        "references": [{"document": "agencies"}],
        "from": dt.date.fromisoformat(first) if first else None,
        "to": dt.date.fromisoformat(last) if last else None,
    }


def rate(*firsts: str | None) -> Fact:
    """Return a fact in EUR with the values 1, 2, 3 …, each from its day."""
    values = [{"value": n, **sourced_from(first)} for n, first in enumerate(firsts, 1)]
    label = {"lv": "likme", "en": "rate"}
    return Fact.model_validate({"label": label, "unit": "EUR", "values": values})


def test_a_value_holds_on_its_first_and_last_day_and_not_beside_them() -> None:
    value = DatedValue.model_validate(
        {"value": Decimal(1), **sourced_from("2020-03-01", "2020-03-31")}
    )
    held = [dt.date(2020, 3, 1), dt.date(2020, 3, 31)]
    beside = [dt.date(2020, 2, 29), dt.date(2020, 4, 1)]
    assert all(value.holds(day) for day in held)
    assert not any(value.holds(day) for day in beside)


def test_what_came_out_later_is_no_source_yet_unless_there_is_no_other() -> None:
    deck, news = {"document": "deck"}, {"document": "news", "published": dt.date(2020, 4, 9)}
    before, after = dt.date(2020, 4, 8), dt.date(2020, 4, 9)
    value = {"value": Decimal(1), "mark": "seen"}
    both = DatedValue.model_validate({**value, "references": [news, deck]})
    alone = DatedValue.model_validate({**value, "references": [news]})
    assert [each.document for each in both.references_on(before)] == ["deck"]
    assert [each.document for each in both.references_on(after)] == ["news", "deck"]
    assert [each.document for each in alone.references_on(before)] == ["news"]


def test_a_later_value_takes_the_place_of_an_earlier_one_from_its_day() -> None:
    rates = rate(None, "2020-02-01", "2020-03-01")
    assert [rates.on(dt.date(2020, month, 1)).value for month in (1, 2, 3, 4)] == [1, 2, 3, 3]
    assert rates.on(dt.date(2020, 2, 29)).value == 2
    assert [value.value for value in rates.earlier(dt.date(2020, 4, 1))] == [1, 2]


def test_a_fact_has_no_value_before_its_first_day() -> None:
    with pytest.raises(LookupError, match="'rate' has no value on 2020-01-31"):
        rate("2020-02-01").on(dt.date(2020, 1, 31))


def test_asking_for_an_unknown_fact_raises(call: Call, day: dt.date) -> None:
    with pytest.raises(LookupError, match="the call 2020 has no fact 'lunch'"):
        call.value("lunch", day)


def test_asking_for_the_number_of_a_text_raises(call: Call, day: dt.date) -> None:
    with pytest.raises(LookupError, match="'venues' is not a number"):
        call.number("venues", day)


# Exceptions by field


def test_higher_education_has_its_own_shortest_length(call: Call, day: dt.date) -> None:
    own = call.fact_of_field("duration_minimum", "higher_education")
    assert own == "duration_minimum_higher_education"
    assert call.facts[own].overrides == "duration_minimum"
    assert call.number(own, day) == 24


@pytest.mark.parametrize("field", ["school", "vet", "adult", None])
def test_the_other_fields_have_the_general_shortest_length(
    call: Call, day: dt.date, field: str | None
) -> None:
    assert call.fact_of_field("duration_minimum", field) == "duration_minimum"
    assert call.number("duration_minimum", day) == 12


def test_a_fact_without_exception_is_itself_in_every_field(call: Call) -> None:
    for field in ("school", "vet", "higher_education", "adult", None):
        assert call.fact_of_field("duration_maximum", field) == "duration_maximum"
        assert call.fact_of_field("venues", field) == "venues"  # an exception, but of no field


def test_a_field_is_found_by_its_id(call: Call) -> None:
    assert call.field("higher_education").code == "KA203"


def test_an_unknown_id_names_the_known_ones(call: Call) -> None:
    with pytest.raises(LookupError, match="no 'sport'; known: school, vet, higher_education"):
        call.field("sport")
    with pytest.raises(LookupError, match="no 'mobility'; known: innovation, good_practice"):
        call.project_type("mobility")


# Which call


def test_an_unknown_call_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(DataError, match=r"there is no call '1999'; known: .*2020"):
        load("1999")


def test_a_folder_without_calls_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="there is no call here; add a folder with its files"):
        load(folder=tmp_path)
    with pytest.raises(DataError, match="there is no call here"):
        load(folder=tmp_path / "missing")


def test_the_newest_of_two_calls_is_loaded(tmp_path: Path) -> None:
    for year in ("2020", "2021"):
        shutil.copytree(REAL, tmp_path / year)
    newer = tmp_path / "2021" / "call.yml"
    newer.write_text(newer.read_text().replace('id: "2020"', 'id: "2021"'))
    assert load(folder=tmp_path).id == "2021"
    assert load("2020", tmp_path).id == "2020"


# Broken calls

BROKEN = sorted((Path(__file__).parent / "broken_calls").glob("*.yml"))


def break_call(folder: Path, patch: dict[str, Any]) -> int:
    """Apply a patch to a copy of the call and return the line of the first change.

    `find` is replaced by `replace`; without `find` the whole file is, without both it is removed.
    """
    path = folder / str(patch["file"])
    before = path.read_text(encoding="utf-8") if path.is_file() else ""
    find, replacement = patch["find"], patch["replace"]
    if replacement is None:
        path.unlink()
        return 1
    if find is not None:
        assert before.count(find) == 1, f"`find` must stand once in {path.name}; mend the case"
    after = before.replace(find, replacement) if find is not None else str(replacement)
    path.write_text(after, encoding="utf-8")
    same = next(
        (index for index, (old, new) in enumerate(zip(before, after, strict=False)) if old != new),
        min(len(before), len(after)),
    )
    return after.count("\n", 0, same) + 1


@pytest.mark.parametrize("case", BROKEN, ids=lambda path: path.stem)
def test_a_broken_call_is_told_file_line_place_and_remedy(case: Path, tmp_path: Path) -> None:
    """`<line>` in `expect` is the line of the change, which moves when the call's data does."""
    patch = read(case)
    assert list(patch) == ["file", "find", "replace", "expect"]
    shutil.copytree(REAL, tmp_path / "2020")
    line = break_call(tmp_path / "2020", patch)
    with pytest.raises(DataError) as error:
        load("2020", tmp_path)
    message = str(error.value).removeprefix(f"{tmp_path}/")
    assert re.fullmatch(patch["expect"].replace("<line>", str(line)), message), message


def test_there_are_at_least_18_broken_calls() -> None:
    assert len(BROKEN) >= 18


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    shutil.copytree(REAL, tmp_path / "2020")
    (tmp_path / "2020" / "staff.yml").write_bytes("items: [vadītājs]".encode("cp1257"))
    with pytest.raises(DataError, match=r"staff\.yml: file is not UTF-8 text; save it as UTF-8"):
        load("2020", tmp_path)


def test_the_rate_of_a_band_can_change_from_a_day_on(tmp_path: Path) -> None:
    shutil.copytree(REAL, tmp_path / "2020")
    meetings = tmp_path / "2020" / "meetings.yml"
    later = """
  - first: 2000
    amount: 800
    from: 2020-03-17
    mark: seen
    references:
      - {document: agencies}
"""
    meetings.write_text(
        meetings.read_text().replace("    amount: 760\n", "    amount: 760\n    to: 2020-03-16\n")
        + later
    )
    changed = load("2020", tmp_path)
    amounts = [
        [band.amount for band in in_force(changed.meeting_bands, day)] for day in (EVE, CHANGE)
    ]
    assert amounts == [[575, 760], [575, 800]]


def test_a_wrong_value_of_a_fact_is_told_its_own_line(tmp_path: Path) -> None:
    shutil.copytree(REAL, tmp_path / "2020")
    patch = read(Path(__file__).parent / "broken_calls" / "missing_translation_of_a_value.yml")
    line = break_call(tmp_path / "2020", patch)
    with pytest.raises(DataError, match=r"facts\.cofinancing\.values\[0\]\.value\.en") as error:
        load("2020", tmp_path)
    told = int(str(error.value).split("money.yml:")[1].split(":")[0])
    assert line - 2 <= told <= line


def test_files_are_read_the_same_way_fast_and_with_lines() -> None:
    paths = [*CALLS.rglob("*.yml"), *(CALLS.parent / "vocabulary").glob("*.yml")]
    assert len(paths) > 15
    for path in paths:
        assert yaml_file._fast(path) == yaml_file.plain(yaml_file.read(path)), path
