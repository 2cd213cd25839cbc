"""`partneris budget`, `check`, `distance`, as a person at the terminal meets them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pypdf
import pytest

from bot.cli import main
from core import call as calls
from core.budget import estimate
from core.plan_file import read
from tests.core import plan_cases

# Two complete budgets, worked out by hand from facts_2020.md.
SCHOOLS = Path(__file__).parent / "schools.yml"
UNIVERSITIES = Path(__file__).parent / "universities.yml"

Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARTNERIS_NOW", "2020-04-01")


def as_json(capsys: Output, *arguments: str) -> tuple[int, dict[str, Any], str]:
    status = main([*arguments, "--format", "json"])
    out, err = capsys.readouterr()
    return status, json.loads(out), err


def amounts(budget: dict[str, Any]) -> dict[str, float]:
    return {line["category"]: line["amount"] for line in budget["lines"]}


def test_budget_of_schools(capsys: Output) -> None:
    status, budget, err = as_json(capsys, "budget", str(SCHOOLS))
    assert (status, err) == (0, "")
    assert amounts(budget) == {
        "management": 36_000,
        "meetings": 10_680,
        "special_needs": 1_200,
        "travel": 5_340,
        "individual_support": 6_504,
    }
    assert (budget["total"], budget["maximum"], budget["over_maximum"]) == (59_724, 300_000, 0)
    assert (budget["call"], budget["currency"], budget["complete"]) == ("2020", "EUR", True)
    assert budget["findings"] == []


def test_budget_of_universities(capsys: Output) -> None:
    status, budget, _ = as_json(capsys, "budget", str(UNIVERSITIES))
    assert status == 0
    assert amounts(budget) == {
        "management": 82_500,
        "intellectual_outputs": 27_640,
        "multiplier_events": 30_000,
        "exceptional_costs": 51_500,
        "travel": 8_995,
        "individual_support": 19_704,
        "linguistic_support": 150,
    }
    requested = {line["category"]: line["requested"] for line in budget["lines"]}
    assert requested["management"] == 97_500
    assert requested["multiplier_events"] == 33_000
    assert requested["exceptional_costs"] == 72_000
    assert requested["travel"] == 9_015
    capped = {line["category"]: line["capped_by"] for line in budget["lines"]}
    assert capped["management"] == "management_cap"
    assert capped["multiplier_events"] == "event_cap"
    assert capped["exceptional_costs"] == "exceptional_cap"
    assert capped["travel"] is None
    assert (budget["total"], budget["maximum"], budget["complete"]) == (220_489, 375_000, False)
    codes = [finding["code"] for finding in budget["findings"]]
    assert sorted(codes) == ["needs_justification", "rate_unknown"]


def test_amounts_have_two_decimals_and_steps_are_shown(capsys: Output) -> None:
    assert main(["budget", str(SCHOOLS), "--format", "json"]) == 0
    out = capsys.readouterr().out
    assert '"total": 59724.00' in out
    assert '"over_maximum": 0.00' in out
    assert "(500 + 4 × 250) EUR × 24" in out


def test_every_line_and_finding_has_sources_and_both_languages(capsys: Output) -> None:
    for language, document in (("lv", "VIAA prezentācija"), ("en", "VIAA presentation")):
        _, budget, _ = as_json(capsys, "budget", str(UNIVERSITIES), "--language", language)
        for part in [*budget["lines"], *budget["findings"]]:
            assert part["sources"], part
            assert all(set(source) == {"document", "place"} for source in part["sources"])
        assert document in json.dumps(budget, ensure_ascii=False)
        for finding in budget["findings"]:
            assert finding["message"]["lv"] != finding["message"]["en"]


@pytest.mark.parametrize(("plan", "eligible"), [(SCHOOLS, True), (UNIVERSITIES, True)])
def test_check(capsys: Output, plan: Path, eligible: bool) -> None:
    status, verdict, _ = as_json(capsys, "check", str(plan))
    assert verdict["eligible"] is eligible
    assert status == (0 if eligible else 1)


def test_check_names_every_reason(capsys: Output, tmp_path: Path) -> None:
    text = SCHOOLS.read_text(encoding="utf-8")
    text = text.replace("months: 24", "months: 48").replace("[digital]", "[]")
    text = text.replace("start: 2020-09-01", "start: 2021-01-01").replace(
        "country: PT", "country: US"
    )
    plan = tmp_path / "plan.yml"
    plan.write_text(text, encoding="utf-8")
    status, verdict, _ = as_json(capsys, "check", str(plan))
    assert status == 1
    errors = {each["code"] for each in verdict["findings"] if each["level"] == "error"}
    assert errors == {"duration_too_long", "start_outside_window", "no_priority"}
    notes = {each["code"] for each in verdict["findings"] if each["level"] == "note"}
    assert notes == {"partner_country_added_value"}
    assert main(["check", str(plan), "--language", "en"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("The plan does not meet the conditions of the call.")
    assert "48 months" in out


def test_table_in_both_languages(capsys: Output) -> None:
    assert main(["budget", str(SCHOOLS)]) == 0
    latvian = capsys.readouterr().out
    assert "projekta vadība un īstenošana" in latvian
    assert re.search(r"Kopā +59 724", latvian)
    assert main(["budget", str(UNIVERSITIES), "--language", "en"]) == 0
    english = " ".join(capsys.readouterr().out.split())
    assert re.search(r"Total +220 489", english)
    assert "30 000 EUR)" in english
    assert "The budget is not complete" in english


def test_bad_plan_is_told_with_its_places(capsys: Output, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yml"
    text = SCHOOLS.read_text(encoding="utf-8")
    plan.write_text(
        text.replace("days: 5", "days: 0").replace("field:", "feild:"), encoding="utf-8"
    )
    assert main(["budget", str(plan), "--language", "en"]) == 2
    err = capsys.readouterr().err.splitlines()
    assert "learning_activities[0].days: must be at least 1" in err
    assert "field: is missing; add it" in err
    assert "feild: unknown key; perhaps field is meant" in err
    status, errors, err_text = as_json(capsys, "check", str(plan))
    assert status == 2
    assert "learning_activities[0].days: jābūt vismaz 1" in err_text
    found = {each["path"]: each["message"] for each in errors["errors"]}
    assert found["learning_activities[0].days"]["lv"] == "jābūt vismaz 1"
    assert found["learning_activities[0].days"]["en"] == "must be at least 1"


BASE, *BAD = plan_cases.read("bad_plans.yml")


def test_every_bad_plan_has_words_in_both_languages(capsys: Output, tmp_path: Path) -> None:
    for case in BAD:
        plan = tmp_path / "plan"
        plan.write_bytes(plan_cases.saved(case, BASE["base"]))
        status, errors, _ = as_json(capsys, "budget", str(plan))
        assert status == 2, case["title"]
        assert errors["errors"], case["title"]
        for error in errors["errors"]:
            assert error["message"]["lv"], case["title"]
            assert error["message"]["lv"] != error["message"]["en"], case["title"]


def test_file_that_is_not_there(capsys: Output, tmp_path: Path) -> None:
    assert main(["budget", str(tmp_path / "none.yml"), "--language", "en"]) == 2
    assert "cannot be read" in capsys.readouterr().err
    assert main(["check", str(tmp_path)]) == 2
    assert "nevar nolasīt" in capsys.readouterr().err


def test_output_that_cannot_be_written(capsys: Output, tmp_path: Path) -> None:
    target = tmp_path / "no" / "such" / "folder.pdf"
    assert main(["budget", str(SCHOOLS), "--format", "pdf", "--output", str(target)]) == 2
    assert str(target) in capsys.readouterr().err


def test_output_over_the_plan_itself(capsys: Output, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yml"
    plan.write_bytes(SCHOOLS.read_bytes())
    assert main(["budget", str(plan), "--output", str(plan), "--language", "en"]) == 2
    assert "that is the plan itself" in capsys.readouterr().err
    assert plan.read_bytes() == SCHOOLS.read_bytes()


ODD_FILES = {
    "half of a sign in JSON": '{"field": "\\ud800", "months": 24}',
    "a key with a line break": '"a\\nb": 1\nmonths: 24',
    "a very long country": f"partners: [{{country: {'X' * 5_000}, role: coordinator}}]",
}


@pytest.mark.parametrize("text", ODD_FILES.values(), ids=ODD_FILES)
def test_odd_words_of_a_plan_are_told_on_one_line_each(
    text: str, capsys: Output, tmp_path: Path
) -> None:
    plan = tmp_path / "plan"
    plan.write_text(text, encoding="utf-8")
    status, errors, err = as_json(capsys, "check", str(plan))
    assert status == 2
    assert len(err.splitlines()) == len(errors["errors"])
    assert max(map(len, err.splitlines())) < 400


def test_a_plan_with_very_many_entries_fits_on_paper(capsys: Output, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yml"
    meetings = "\n".join("  - {participants: 2, distance_km: 900}" for _ in range(1_000))
    text = SCHOOLS.read_text(encoding="utf-8")
    plan.write_text(re.sub(r"meetings:\n(  - .*\n)+", f"meetings:\n{meetings}\n", text), "utf-8")
    for kind in ("pdf", "xlsx", "table"):
        target = tmp_path / kind
        assert main(["budget", str(plan), "--format", kind, "--output", str(target)]) == 0
        assert target.stat().st_size > 1_000


def test_a_very_long_unknown_priority_is_told_shortly(capsys: Output, tmp_path: Path) -> None:
    plan = tmp_path / "plan.yml"
    text = SCHOOLS.read_text(encoding="utf-8").replace("[digital]", f"[{'x' * 50_000}]")
    plan.write_text(text, encoding="utf-8")
    assert main(["check", str(plan)]) == 1
    assert len(capsys.readouterr().out) < 2_000


def test_standard_input_and_no_rasa() -> None:
    """The whole command as a process of its own; it must not import Rasa."""
    code = (
        "import sys; from bot.cli import main; status = main(sys.argv[1:]);"
        "print([m for m in ('rasa', 'spacy', 'tensorflow') if m in sys.modules], file=sys.stderr);"
        "sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "budget", "-", "--format", "json"],
        input=SCHOOLS.read_bytes(),
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout)["total"] == 59_724
    assert done.stderr.decode().strip() == "[]"


def spreadsheet(plan: Path, language: str, folder: Path) -> Path:
    path = folder / f"{language}.xlsx"
    arguments = ["budget", str(plan), "--format", "xlsx", "--language", language]
    assert main([*arguments, "--output", str(path)]) == 0
    return path


def numbers(path: Path) -> list[list[float]]:
    """Return the figures of every sheet, cell by cell."""
    book = openpyxl.load_workbook(path, data_only=True)
    return [
        [
            cell
            for row in sheet.iter_rows(values_only=True)
            for cell in row
            if isinstance(cell, int | float)
        ]
        for sheet in book
    ]


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.parametrize("plan", [SCHOOLS, UNIVERSITIES], ids=["schools", "universities"])
def test_spreadsheet_is_alive_and_right(plan: Path, language: str, tmp_path: Path) -> None:
    path = spreadsheet(plan, language, tmp_path)
    budget = estimate(read(plan.read_bytes()), calls.newest())
    sheet = openpyxl.load_workbook(path).worksheets[0]
    formulas = [
        cell
        for row in sheet.iter_rows(values_only=True)
        for cell in row
        if str(cell).startswith("=")
    ]
    assert len(formulas) == 2 * len(budget.lines) + 3
    recomputed = tmp_path / "again"
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
            "--convert-to", "xlsx", "--outdir", str(recomputed), str(changed(path, tmp_path)),
        ],
        check=True, capture_output=True,
    )  # fmt: skip
    for kept, worked_out in zip(numbers(path), numbers(recomputed / "blank.xlsx"), strict=True):
        assert worked_out == pytest.approx(kept)
    assert float(budget.total) in numbers(path)[0]
    for line in budget.lines:
        assert float(line.amount) in numbers(path)[0]


def changed(path: Path, folder: Path) -> Path:
    """Return a copy without the kept results, so that LibreOffice has to work them out."""
    book = openpyxl.load_workbook(path)
    book.save(folder / "blank.xlsx")
    return folder / "blank.xlsx"


def test_words_of_a_plan_never_become_formulas(tmp_path: Path) -> None:
    plan = tmp_path / "plan.yml"
    text = SCHOOLS.read_text(encoding="utf-8")
    plan.write_text(
        text.replace("[digital]", "['=1+1']").replace("Rīgas skola", "=2+2"), encoding="utf-8"
    )
    book = openpyxl.load_workbook(spreadsheet(plan, "lv", tmp_path))
    texts = [
        str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
    ]
    assert "=1+1" not in texts
    assert "=2+2" not in texts


@pytest.mark.parametrize(("language", "total"), [("lv", "Kopā"), ("en", "Total")])
def test_paper(language: str, total: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    arguments = ["budget", str(UNIVERSITIES), "--format", "pdf", "--language", language]
    assert main(arguments) == 0
    document = pypdf.PdfReader(BytesIO(capfdbinary.readouterr().out))
    words = " ".join(page.extract_text() for page in document.pages)
    assert total in words
    assert "220 489" in words
    assert "82 500" in words
    assert any(page.images for page in document.pages)


@pytest.mark.parametrize(
    ("places", "kilometres"),
    [
        (("Rīga", "Lisabona"), 3_156),
        (("no Rīgas"[3:], "Lisabonu"), 3_156),
        (("Kuldīga", "Oulu, FI"), 900),
        (("Tartu", "Oulu"), 740),
        (("Rīga, Latvija", "Paris, France"), 1_700),
    ],
)
def test_distance(capsys: Output, places: tuple[str, str], kilometres: int) -> None:
    assert main(["distance", *places]) == 0
    out = capsys.readouterr().out
    found = float(re.search(r"([\d ]+,?\d*) km", out)[1].replace(" ", "").replace(",", "."))
    assert found == pytest.approx(kilometres, rel=0.02)
    assert "EUR dalībniekam" in out


def test_distance_of_unclear_and_unknown_places(capsys: Output) -> None:
    assert main(["distance", "Rīga", "Valencia", "--language", "en"]) == 2
    assert "Valencia, ES" in capsys.readouterr().err
    assert main(["distance", "Rīga", "Nekurnekur"]) == 2
    assert "nav zināma" in capsys.readouterr().err
