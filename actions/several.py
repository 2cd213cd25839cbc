"""One question that is asked of several values: a turn for each of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from actions.topic_groups import OF_DATES, OF_LENGTH
from actions.turn import Turn

_SHORTEST, _LONGEST = 6, 60
"""Months that a number may count as a project's length, fitting or not."""
_MOST = 3
"""Lengths that are answered one by one."""
_KINDS = 2
"""Kinds of real costs that are told apart: exceptional ones, and those of special needs."""


def one_for_each(turn: Turn) -> list[Turn]:
    """Return a turn for each length or kind of cost that is asked about; none: it is one."""
    return _lengths(turn) or _real_costs(turn)


def _lengths(turn: Turn) -> list[Turn]:
    """Return a turn for each length: 'How is it paid over 18 months? And over 30?'."""
    if turn.intent.removeprefix("ask_") not in OF_LENGTH - {"duration"} or turn.said.date:
        return []
    of_lengths = turn.names("months") or turn.last_topic in OF_DATES
    if not turn.message.asks or turn.said.euro or not of_lengths:
        return []
    named = [*turn.said.months, *turn.said.number]
    lengths = list(dict.fromkeys(each for each in named if _SHORTEST <= each <= _LONGEST))
    if len(lengths) != len(named) or not 1 < len(lengths) <= _MOST:
        return []
    return [
        replace(turn, said=turn.said.model_copy(update={"months": [each], "number": []}))
        for each in lengths
    ]


def _real_costs(turn: Turn) -> list[Turn]:
    """Return a turn for exceptional costs and one for special needs, each with what it costs.

    '80 000 for services that we buy in, 3 000 for a wheelchair user: how much of each is paid?'
    """
    words = {each["word"]: each["start"] for each in reversed(turn.message.words)}
    amounts = [each for each in turn.message.entities if each["entity"] == "euro"]
    if not {"exceptional", "special"} <= words.keys() or len(amounts) != _KINDS:
        return []
    first, second = amounts
    crossed = _apart(words, first, second) > _apart(words, second, first)
    exceptional, special = (second, first) if crossed else (first, second)
    return [
        _with_amount(turn, "ask_exceptional_costs", exceptional),
        _with_amount(turn, "ask_special_needs", special),
    ]


def _apart(words: dict[str, int], exceptional: dict[str, Any], special: dict[str, Any]) -> int:
    """Return how far two amounts stand from the words for their kinds of costs."""
    return abs(words["exceptional"] - exceptional["start"]) + abs(
        words["special"] - special["start"]
    )


def _with_amount(turn: Turn, intent: str, amount: dict[str, Any]) -> Turn:
    euro = [Decimal(str(amount["value"]))]
    return replace(turn, intent=intent, said=turn.said.model_copy(update={"euro": euro}))
