"""A budget as a spreadsheet whose formulas are alive: change a figure, and the sums follow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from bot.plans.words import finding_words, plan_words, steps_words
from bot.responses import Speaker
from core.budget import Budget, BudgetLine
from core.call import Sourced
from core.findings import Finding, sorted_once
from core.plan import Plan

_MONEY = "#,##0.00"
_ROW_HEIGHT, _LETTERS = 15.0, 36
"""Points of a line of text, and letters that surely fit into a cell of names or steps."""
_FIRST_LINE = 4
"""Row (from 0) of the first line on both sheets, below title, plan and heads."""


def workbook(
    plan: Plan,
    budget: Budget,
    speaker: Speaker,
    findings: Sequence[Finding] = (),
    assumed: Sequence[str] = (),
) -> bytes:
    """Return a budget as the bytes of an .xlsx file.

    Args:
        plan: the plan.
        budget: its budget.
        speaker: whose language and day the file has.
        findings: what is to be noted besides the budget's own findings.
        assumed: what was assumed, in words.
    """
    notes = sorted_once([*budget.findings, *findings])
    return _Workbook(plan, budget, speaker, notes, assumed).content()


class _Workbook:
    def __init__(
        self,
        plan: Plan,
        budget: Budget,
        speaker: Speaker,
        notes: Sequence[Finding],
        assumed: Sequence[str],
    ) -> None:
        self._plan, self._budget, self._speaker = plan, budget, speaker
        self._notes, self._assumed = notes, assumed
        self._file = BytesIO()
        # text that begins with '=' stays text: a plan's words must not become formulas
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = xlsxwriter.Workbook(self._file, options)
        bold = {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}
        self._head = self._book.add_format(bold)
        self._title = self._book.add_format({"bold": True, "font_size": 14})
        self._text = self._book.add_format({"text_wrap": True, "valign": "top"})
        self._money = self._book.add_format({"num_format": _MONEY, "valign": "top"})
        self._total = self._book.add_format({"num_format": _MONEY, "bold": True, "top": 1})
        self._count = self._book.add_format({"num_format": "0", "valign": "top"})
        self._share = self._book.add_format({"num_format": "0.0", "valign": "top"})
        self._budget_sheet = self._sheet("plan-sheet-budget")
        self._steps_sheet = self._sheet("plan-sheet-calculation")

    def content(self) -> bytes:
        formulas = self._calculation()
        self._lines(formulas)
        self._findings()
        self._book.close()
        return self._file.getvalue()

    def _say(self, key: str, **values: Any) -> str:
        return self._speaker.phrase(key, **values)

    def _sheet(self, key: str) -> Any:
        sheet = self._book.add_worksheet(self._say(key))
        sheet.write_string(0, 0, self._say("plan-title"), self._title)
        sheet.write_string(1, 0, plan_words(self._speaker, self._plan))
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        return sheet

    def _heads(self, sheet: Any, widths: dict[str, int]) -> None:
        for column, (key, width) in enumerate(widths.items()):
            sheet.write_string(_FIRST_LINE - 1, column, self._say(key), self._head)
            sheet.set_column(column, column, width)

    def _calculation(self) -> dict[str, str]:
        """Write every step as a formula; return a formula for each category's grant."""
        sheet = self._steps_sheet
        self._heads(sheet, {"plan-category": 34, "plan-steps": 40, "plan-amount": 18})
        row, formulas = _FIRST_LINE, {}
        for line in self._budget.lines:
            capped, row = self._steps(line, line.steps, row)
            beyond, row = self._steps(line, line.beyond_cap, row)
            within = f"MIN({capped},{line.cap})" if line.cap is not None else capped
            formulas[line.category] = f"=ROUND({within}+{beyond},2)"
        return formulas

    def _steps(self, line: BudgetLine, steps: Sequence[str], row: int) -> tuple[str, int]:
        """Write steps from a row on; return the formula of their sum, and the next row."""
        if not steps:
            return "0", row
        for number, step in enumerate(steps):
            at = row + number
            name = self._say("plan-line", category=line.category)
            self._steps_sheet.write_string(at, 0, name, self._text)
            self._steps_sheet.write_string(at, 1, step, self._text)
            formula = "=" + step.replace(" EUR", "").replace("×", "*").replace(" ", "")
            self._steps_sheet.write_formula(at, 2, formula, self._money, float(_value(step)))
        first, last = (xl_rowcol_to_cell(at, 2) for at in (row, row + len(steps) - 1))
        return f"SUM('{self._steps_sheet.name}'!{first}:{last})", row + len(steps)

    def _lines(self, formulas: dict[str, str]) -> None:
        sheet, lines = self._budget_sheet, self._budget.lines
        widths = {
            "plan-category": 40, "plan-steps": 40, "plan-requested": 16, "plan-amount": 16,
            "plan-share": 20,
        }  # fmt: skip
        self._heads(sheet, widths)
        total_row = _FIRST_LINE + len(lines)
        total = xl_rowcol_to_cell(total_row, 3)
        together = sum((line.amount for line in lines), Decimal(0))
        for row, line in enumerate(lines, start=_FIRST_LINE):
            name = self._say("plan-line", category=line.category)
            sheet.write_string(row, 0, name, self._text)
            steps = steps_words(line)
            sheet.write_string(row, 1, steps, self._text)
            # LibreOffice does not make rows higher for wrapped text by itself
            sheet.set_row(row, _ROW_HEIGHT * math.ceil(max(len(name), len(steps), 1) / _LETTERS))
            sheet.write_number(row, 2, float(line.requested), self._money)
            formula = formulas[line.category]
            sheet.write_formula(row, 3, formula, self._money, float(line.amount))
            cell = xl_rowcol_to_cell(row, 3)
            share = float(line.amount * 100 / together) if together else 0.0
            amounts = f"SUM({self._amounts()})"
            share_formula = f"=IF({amounts}=0,0,{cell}*100/{amounts})"
            sheet.write_formula(row, 4, share_formula, self._share, share)
        sheet.write_string(total_row, 0, self._say("plan-total"), self._head)
        maximum = self._maximum(total_row + 2)
        formula = f"=MIN(SUM({self._amounts()}),{maximum})"
        sheet.write_formula(total, formula, self._total, float(self._budget.total))
        self._over(total_row + 1, maximum)
        self._chart(total_row + 6)

    def _amounts(self) -> str:
        last = _FIRST_LINE + len(self._budget.lines) - 1
        first, last_cell = (xl_rowcol_to_cell(row, 3) for row in (_FIRST_LINE, last))
        return f"{first}:{last_cell}"

    def _over(self, row: int, maximum: str) -> None:
        sheet = self._budget_sheet
        sheet.write_string(row, 0, self._say("plan-over-maximum"), self._text)
        formula = f"=MAX(0,SUM({self._amounts()})-{maximum})"
        sheet.write_formula(row, 3, formula, self._money, float(self._budget.over_maximum))

    def _maximum(self, row: int) -> str:
        """Write the largest grant as months times a rate, up to a ceiling; return its cell."""
        sheet, plan, budget = self._budget_sheet, self._plan, self._budget
        sheet.write_string(row, 0, self._say("plan-maximum", months=plan.months), self._text)
        values = {
            "plan-months": float(plan.months),
            "plan-rate-cell": float(budget.monthly),
            "plan-ceiling": float(budget.ceiling),
        }
        for number, (key, value) in enumerate(values.items(), start=1):
            sheet.write_string(row + number, 0, self._say(key), self._text)
            sheet.write_number(row + number, 3, value, self._count if number == 1 else self._money)
        months, rate, ceiling = (xl_rowcol_to_cell(row + number, 3) for number in (1, 2, 3))
        formula = f"=MIN({months}*{rate},{ceiling})"
        sheet.write_formula(row, 3, formula, self._money, float(budget.maximum))
        return str(xl_rowcol_to_cell(row, 3))

    def _chart(self, row: int) -> None:
        name, last = self._budget_sheet.name, _FIRST_LINE + len(self._budget.lines) - 1
        chart = self._book.add_chart({"type": "bar"})
        chart.add_series(
            {
                "name": self._say("plan-amount"),
                "categories": [name, _FIRST_LINE, 0, last, 0],
                "values": [name, _FIRST_LINE, 3, last, 3],
            }
        )
        chart.set_legend({"none": True})
        chart.set_title({"name": self._say("plan-amount")})
        chart.set_y_axis({"reverse": True})
        self._budget_sheet.insert_chart(row, 0, chart, {"x_scale": 1.6})

    def _findings(self) -> None:
        sheet = self._sheet("plan-sheet-findings")
        sheet.set_column(0, 0, 16)
        sheet.set_column(1, 1, 100)
        row = _FIRST_LINE - 1
        for words in self._assumed:
            sheet.write_string(row, 0, self._say("plan-assumed"), self._text)
            sheet.write_string(row, 1, words, self._text)
            row += 1
        for each in self._notes:
            sheet.write_string(row, 0, self._say("plan-level", level=each.level), self._text)
            sheet.write_string(row, 1, finding_words(self._speaker, each), self._text)
            row += 1
        sheet.write_string(row + 1, 0, self._say("plan-sources"), self._head)
        for number, source in enumerate(self._speaker.sources(self._rests_on()), start=row + 2):
            sheet.write_string(number, 1, source, self._text)

    def _rests_on(self) -> list[Sourced]:
        return self._budget.rests_on + [each for note in self._notes for each in note.rests_on]


def _value(step: str) -> Decimal:
    """Work out a step such as `(500 + 2 × 250) EUR × 24` or `10000 EUR × 75 %`."""
    text = step.replace(" EUR", "")
    if text.startswith("("):
        inside, _, rest = text[1:].partition(")")
        return sum(map(_value, inside.split(" + ")), Decimal(0)) * _value(rest[len(" × ") :])
    factors = text.split(" × ")
    return math.prod(
        (Decimal(each.removesuffix(" %")) / (100 if each.endswith("%") else 1) for each in factors),
        start=Decimal(1),
    )
