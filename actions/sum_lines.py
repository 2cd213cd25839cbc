"""Sums as they are said: with their steps, and whether a cap cut them."""

from __future__ import annotations

from decimal import Decimal

from actions.turn import Turn
from bot.responses import Speaker, grouped, without_ones
from core import sums
from core.call import Band

_CAPS_OF_SUMS = ("event_cap",)
"""Caps of what the steps come to; that of management is one of a month, and among the steps."""


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
    worked_out = _worked_out(speaker, line, steps)
    speaker.say(key, amount=line.amount, sum=worked_out, **values).rest_on(*line.rests_on)
    if counts:
        speaker.sum(line.amount, of)
    if line.capped_by:
        capped = f"capped-{line.capped_by.replace('_', '-')}"
        rest = line.requested - line.amount
        speaker.say(capped, requested=line.requested, rest=rest, steps=grouped(steps))


def _worked_out(speaker: Speaker, line: sums.Line, steps: str) -> str:
    """Return a sum with its steps; alone where nothing was multiplied or added.

    Steps that come to more than a cap allows are those of what it would be without it.
    """
    amount, steps = line.amount, without_ones(steps)
    if line.capped_by in _CAPS_OF_SUMS:
        values = {"requested": line.requested, "steps": grouped(steps)}
        return speaker.phrase("worked-out-capped", amount=amount, **values)
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
