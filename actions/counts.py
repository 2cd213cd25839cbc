"""What a number may count."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

_MOST = {"months": 120, "days": 400, "people": 200, "organisations": 99, "events": 12}
"""Above these a bare number counts something else, such as euros."""
_COUNTED_WHOLE = {"people", "organisations", "events"}
CROWD = 99
"""So many do not travel: above this a bare number is a distance or a sum, if one of these is."""
MONTHS_A_YEAR = 12
SHORTEST_PROJECT, LONGEST_STAY = 12, 12
"""Months; what is shorter than a project is a stay, what is longer than a stay is a project."""
A_COST = 1_000
"""EUR; a number from here is a cost where one is asked about."""
A_BUDGET = 10_000
"""EUR; a number from here is money, whatever it stands with."""


def may_count(unit: str, number: Decimal) -> bool:
    """Tell whether a bare number may be one of a unit's: nobody counts one and a half partners."""
    whole_ones = unit not in _COUNTED_WHOLE or number % 1 == 0
    return whole_ones and number <= _MOST.get(unit, number)


def whole(values: Iterable[Decimal | float], default: int | None = None) -> int | None:
    """Return the first number if it is a whole one above zero and below a million."""
    for each in values:
        value = Decimal(str(each))
        if value == value.to_integral() and 1 <= value < 1_000_000:
            return int(value)
    return default
