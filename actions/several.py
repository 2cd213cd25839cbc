"""One question that is asked of several values: a turn for each of them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from actions.counts import CROWD
from actions.topic_groups import OF_DATES, OF_LENGTH
from actions.turn import Turn

_SHORTEST, _LONGEST = 12, 60
"""Months that a number may count as a project's length, fitting or not."""
_BEFORE_A_LENGTH = "before_length"
"""Words behind which a number is a length: 'and over 30?'."""
_MOST = 3
"""Lengths that are answered one by one."""
_OF_A_SMALL_BUDGET = ("ask_management", "ask_meetings", "ask_total")
"""What it may sound like to ask for the budget of a project with management and meetings only."""
_KINDS = 2
"""Kinds of real costs that are told apart: exceptional ones, and those of special needs."""


def one_for_each(turn: Turn) -> list[Turn]:
    """Return a turn for each length or kind of cost that is asked about; none: it is one."""
    return _lengths(turn) or _real_costs(turn) or _management_and_meetings(turn)


def _management_and_meetings(turn: Turn) -> list[Turn]:
    """Return a turn for management, one for the meetings and one for what they come to.

    'Mēs un divi partneri, 18 mēneši, vadība un viena sanāksme … Kāds budžets kopā?'
    """
    said, message = turn.said, turn.message
    together = message.asks and "all" in said.scope and turn.intent in _OF_A_SMALL_BUDGET
    both = message.has("management") and message.has("meetings")
    of_management = said.months and said.organisations
    of_meetings = said.travellers and (said.kilometres or len(said.town) > 1)
    if not (together and both and of_management and of_meetings):
        return []
    topics = ("ask_management", "ask_meetings", "ask_total")
    return [replace(turn, intent=each) for each in topics]


def _lengths(turn: Turn) -> list[Turn]:
    """Return a turn for each length: 'How is it paid over 18 months? And over 30?'."""
    if turn.intent.removeprefix("ask_") not in OF_LENGTH - {"duration"} or turn.said.date:
        return []
    of_lengths = turn.names("months") or turn.last_topic in OF_DATES
    if not turn.message.asks or turn.said.euro or not of_lengths:
        return []
    named = [each for each in turn.message.entities if _counts_months(each, turn)]
    lengths = list(dict.fromkeys(Decimal(str(each["value"])) for each in named))
    others = len(turn.said.months) + len(turn.said.number) - len(named)
    if others or not 1 < len(lengths) <= _MOST or min(lengths) < _SHORTEST:
        return []
    return [
        replace(turn, said=turn.said.model_copy(update={"months": [each], "number": []}))
        for each in lengths
    ]


def _counts_months(entity: dict[str, Any], turn: Turn) -> bool:
    """Tell whether a number is a length: with its unit, or right behind a word that tells it."""
    if entity["entity"] == "months":
        return True
    words = [each for each in turn.message.marks if each["word"] == _BEFORE_A_LENGTH]
    behind = any(each["end"] + 1 == entity["start"] for each in words)
    return entity["entity"] == "number" and entity["value"] <= _LONGEST and behind


def _real_costs(turn: Turn) -> list[Turn]:
    """Return a turn for exceptional costs and one for special needs, each with what it costs.

    '80 000 for services that we buy in, 3 000 for a wheelchair user: how much of each is paid?'
    """
    words = {each["word"]: each["start"] for each in reversed(turn.message.words)}
    amounts = [each for each in turn.message.entities if _is_cost(each)]
    if not {"exceptional", "special"} <= words.keys() or len(amounts) != _KINDS:
        return []
    first, second = amounts
    crossed = _apart(words, first, second) > _apart(words, second, first)
    exceptional, special = (second, first) if crossed else (first, second)
    return [
        _with_amount(turn, "ask_exceptional_costs", exceptional),
        _with_amount(turn, "ask_special_needs", special),
    ]


def _is_cost(entity: dict[str, Any]) -> bool:
    return entity["entity"] == "euro" or (entity["entity"] == "number" and entity["value"] > CROWD)


def _apart(words: dict[str, int], exceptional: dict[str, Any], special: dict[str, Any]) -> int:
    """Return how far two amounts stand from the words for their kinds of costs."""
    return abs(words["exceptional"] - exceptional["start"]) + abs(
        words["special"] - special["start"]
    )


def _with_amount(turn: Turn, intent: str, amount: dict[str, Any]) -> Turn:
    euro = [Decimal(str(amount["value"]))]
    return replace(turn, intent=intent, said=turn.said.model_copy(update={"euro": euro}))
