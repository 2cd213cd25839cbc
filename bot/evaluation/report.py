"""Writes a run as `report.json`, `report.md` and `report.html` with plots beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, select_autoescape
from markdown_it import MarkdownIt
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from pydantic import BaseModel

from bot.evaluation.learning import LearningCurve
from bot.evaluation.scores import Comparison, Outcome, Scores, Share, bins, understood

TEMPLATES = Path(__file__).parent
_CONFUSED = 25
"""Pairs of intents that the plot of confusions shows."""


class Report(BaseModel):
    """Everything that is measured of a run."""

    set_name: str
    model: str
    scores: Scores
    outcomes: list[Outcome]
    comparison: Comparison | None = None
    compared_with: str | None = None
    learning_curve: LearningCurve | None = None


def write(report: Report, folder: Path) -> Path:
    """Write the report's files into a folder and return the page's path."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.json").write_text(report.model_dump_json(indent=1), encoding="utf-8")
    _plot(folder / "scores.png", lambda axes: _draw_shares(axes, _groups(report.scores)))
    _plot(folder / "intents.png", lambda axes: _draw_shares(axes, _weakest(report.scores)))
    _plot(folder / "calibration.png", lambda axes: _draw_calibration(axes, report.outcomes))
    _plot(folder / "confusion.png", lambda axes: _draw_confusions(axes, report.outcomes))
    if curve := report.learning_curve:
        _plot(folder / "learning.png", lambda axes: _draw_learning(axes, curve))
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=select_autoescape(), trim_blocks=True
    )
    environment.filters["share"] = written
    text = environment.get_template("report.md.j2").render(
        report=report,
        scores=report.scores,
        mistakes=mistakes(report.outcomes),
        code=_code,
    )
    (folder / "report.md").write_text(text, encoding="utf-8")
    page = environment.get_template("report.html.j2").render(
        body=MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    )
    path = folder / "report.html"
    path.write_text(page, encoding="utf-8")
    return path


def written(share: Share) -> str:
    """Write a share with its interval: `0.971 (0.956–0.981), 600`."""
    return f"{share.share:.3f} ({share.low:.3f}–{share.high:.3f}), {share.of}"


def summary(scores: Scores) -> str:
    """Return the main shares, a line each."""
    shares = {
        "right": scores.right,
        "wrong": scores.wrong,
        "refused": scores.refused,
        "others refused": scores.others_refused,
        "language": scores.language,
        "conversations": scores.conversations,
        **scores.by_language,
        **scores.by_noise,
    }
    return "\n".join(f"{name:16}{written(share)}" for name, share in shares.items())


def mistakes(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Return what went wrong, the surest first."""
    wrong = [each for each in outcomes if not (each.right if each.ours else each.fallback)]
    return sorted(wrong, key=lambda each: -each.confidence)


def _code(text: str) -> str:
    """Return a person's text so that Markdown takes nothing in it for its own."""
    flat = " ".join(text.split())
    return f"`{flat.replace('`', chr(39)).replace('|', '/')}`"


def _groups(scores: Scores) -> dict[str, Share]:
    return {**scores.by_language, **scores.by_noise, **scores.by_language_and_noise}


def _weakest(scores: Scores) -> dict[str, Share]:
    weakest = sorted(scores.by_intent.items(), key=lambda item: item[1].share)
    return dict(weakest[:_CONFUSED])


def _plot(path: Path, draw: Callable[[Axes], None]) -> None:
    figure = Figure(figsize=(8, 6), layout="constrained")
    axes = figure.subplots()
    draw(axes)
    figure.savefig(path, dpi=110)


def _draw_shares(axes: Axes, shares: dict[str, Share]) -> None:
    names = list(shares)[::-1]
    values = [shares[name].share for name in names]
    below = [max(0, shares[name].share - shares[name].low) for name in names]
    above = [max(0, shares[name].high - shares[name].share) for name in names]
    axes.barh(names, values, xerr=(below, above), color="#4477aa", ecolor="#555555")
    axes.set_xlim(0, 1)
    axes.set_xlabel("share right, with 95 % interval")
    axes.tick_params(axis="y", labelsize=7)


def _draw_calibration(axes: Axes, outcomes: Sequence[Outcome]) -> None:
    points = bins([each for each in outcomes if each.ours])
    axes.plot([0, 1], [0, 1], color="#bbbbbb", linestyle="--")
    axes.plot(
        [confidence for confidence, _, _ in points], [right for _, right, _ in points], marker="o"
    )
    for confidence, right, number in points:
        axes.annotate(str(number), (confidence, right), textcoords="offset points", xytext=(6, -10))
    axes.set_xlabel("confidence")
    axes.set_ylabel("share right")


def _draw_confusions(axes: Axes, outcomes: Sequence[Outcome]) -> None:
    pairs = Counter(
        (each.expected[0], understood(each)) for each in outcomes if not each.topic_right
    ).most_common(_CONFUSED)
    names = [f"{expected} → {taken}" for (expected, taken), _ in pairs][::-1]
    axes.barh(names, [number for _, number in pairs][::-1], color="#cc6677")
    axes.set_xlabel("messages")
    axes.tick_params(axis="y", labelsize=7)


def _draw_learning(axes: Axes, curve: LearningCurve) -> None:
    for language in ("all", "lv", "en"):
        axes.plot(
            curve.each, [shares[language] for shares in curve.shares], marker="o", label=language
        )
    axes.set_xlabel("utterances an intent and language")
    axes.set_ylabel("share of intents right")
    axes.legend()
