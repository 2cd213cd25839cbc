"""A budget and the verdict on its plan as a PDF summary with sources and the day of the rules."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import matplotlib
from fpdf import FPDF
from fpdf.enums import TableBordersLayout
from fpdf.fonts import FontFace

from bot.plans.chart import chart
from bot.plans.words import finding_words, plan_words, steps_words
from bot.responses import Speaker
from core.budget import Budget
from core.eligibility import Verdict
from core.plan import Plan

FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
"""matplotlib brings DejaVu, which has all Latvian letters."""
_MARGIN, _LINE = 18.0, 5.5
_WIDTHS = (58, 56, 29, 29)


def paper(
    plan: Plan,
    budget: Budget,
    verdict: Verdict,
    speaker: Speaker,
    assumed: Sequence[str] = (),
) -> bytes:
    """Return the summary as the bytes of a PDF file."""
    page = _Page(speaker)
    page.heading(speaker.phrase("plan-title"), size=18)
    page.text(plan_words(speaker, plan))
    page.text(speaker.phrase("plan-rules-of", day=speaker.day.isoformat()))
    if assumed:
        page.text(f"{speaker.phrase('plan-assumed')} {'; '.join(assumed)}.")
    page.lines(plan, budget)
    page.chart(budget)
    page.heading(speaker.phrase("plan-eligible" if verdict.eligible else "plan-not-eligible"))
    for each in verdict.findings:
        level = speaker.phrase("plan-level", level=each.level)
        page.text(f"• {level}: {finding_words(speaker, each)}")
    rests_on = budget.rests_on + [sourced for each in verdict.findings for sourced in each.rests_on]
    if not budget.complete:
        page.text(speaker.phrase("plan-incomplete"))
    if any(sourced.mark == "recalled" for sourced in rests_on):
        page.text(speaker.phrase("plan-recalled"))
    page.heading(speaker.phrase("plan-sources"))
    for source in speaker.sources(rests_on):
        page.text(f"• {source}")
    return page.content()


class _Page(FPDF):
    def __init__(self, speaker: Speaker) -> None:
        super().__init__(format="A4")
        self._speaker = speaker
        self.set_margin(_MARGIN)
        self.set_auto_page_break(True, _MARGIN)
        self.add_font("DejaVu", "", FONTS / "DejaVuSans.ttf")
        self.add_font("DejaVu", "B", FONTS / "DejaVuSans-Bold.ttf")
        self.set_lang(speaker.language)
        self.set_title(speaker.phrase("plan-title"))
        self.add_page()

    def heading(self, words: str, size: int = 12) -> None:
        self.ln(2)
        self.set_font("DejaVu", "B", size)
        self.multi_cell(0, size * 0.5, words, new_x="LMARGIN", new_y="NEXT")
        self.ln(1)

    def text(self, words: str) -> None:
        self.set_font("DejaVu", "", 9)
        self.multi_cell(0, _LINE, words, align="L", new_x="LMARGIN", new_y="NEXT")

    def lines(self, plan: Plan, budget: Budget) -> None:
        say = self._speaker.phrase
        self.ln(2)
        self.set_font("DejaVu", "", 9)
        with self.table(
            col_widths=_WIDTHS,
            text_align=("LEFT", "LEFT", "RIGHT", "RIGHT"),
            borders_layout=TableBordersLayout.HORIZONTAL_LINES,
            headings_style=FontFace(emphasis="BOLD"),
            line_height=_LINE,
        ) as table:
            table.row([say(f"plan-{n}") for n in ("category", "steps", "requested", "amount")])
            for line in budget.lines:
                steps = steps_words(line)
                if line.capped_by:
                    steps += f" ({say('plan-capped', fact=line.capped_by)})"
                amounts = (self._speaker.money(each) for each in (line.requested, line.amount))
                table.row([say("plan-line", category=line.category), steps, *amounts])
            bold = FontFace(emphasis="BOLD")
            total = self._speaker.money(budget.total)
            table.row([say("plan-total"), "", "", total], style=bold)
            maximum = say("plan-maximum", months=plan.months)
            table.row([maximum, "", "", self._speaker.money(budget.maximum)])
            if budget.over_maximum:
                over = self._speaker.money(budget.over_maximum)
                table.row([say("plan-over-maximum"), "", "", over])
        self.ln(3)

    def chart(self, budget: Budget) -> None:
        if budget.total:
            self.image(BytesIO(chart(budget, self._speaker, "png")), w=self.epw * 0.85)

    def content(self) -> bytes:
        return bytes(self.output())
