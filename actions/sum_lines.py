"""Sums as they are said: with their steps, and whether a cap cut them."""

from __future__ import annotations

from decimal import Decimal

from actions.turn import Turn
from bot.responses import Speaker, grouped, without_ones
from core import sums
from core.call import Band


def say_line(
    speaker: Speaker,
    key: str,
    line: sums.Line,
    of: str | None = None,
    counts: bool = True,
    **values: object,
) -> None:
    """Say a sum with its steps, and whether a cap cut it.

    Args:
        speaker: says it.
        key: the sentence.
        line: the sum.
        of: its topic among several.
        counts: whether it is part of a total: a rate a day or month is none.
        values: of the sentence.
    """
    steps = " + ".join(line.steps)
    worked_out = _worked_out(speaker, line.amount, steps)
    speaker.say(key, amount=line.amount, sum=worked_out, **values).rest_on(*line.rests_on)
    if counts:
        speaker.sum(line.amount, of)
    if line.capped_by:
        capped = f"capped-{line.capped_by.replace('_', '-')}"
        speaker.say(capped, requested=line.requested, steps=grouped(steps))


def _worked_out(speaker: Speaker, amount: Decimal, steps: str) -> str:
    """Return a sum with its steps; alone where nothing was multiplied or added."""
    steps = without_ones(steps)
    alone = steps == f"{sums.plain(amount)} EUR"
    return speaker.phrase("worked-out", amount=amount, steps=None if alone else grouped(steps))


def band_lines(speaker: Speaker, bands: list[Band]) -> str:
    """Return the bands of distance with their amounts, a line each."""
    speaker.rest_on(*bands)
    return "\n".join(
        speaker.phrase(
            "travel-band" if band.last else "travel-last-band",
            first=band.first,
            last=band.last,
            amount=band.amount,
        )
        for band in bands
    )


def amount_of(turn: Turn) -> Decimal | None:
    """Return the first sum of money above zero that was named."""
    return next((amount for amount in turn.said.euro if amount > 0), None)
