"""What a message asks about, by what it names: values leave no doubt where words do.

A distance and days are asked for their money, points for whether they are enough. Each module has
the rules of a theme; `overruling` has their order.
"""

from actions.values_meant.content import WITH_A_PAGE
from actions.values_meant.dates import says_before_start
from actions.values_meant.grief import mourns, tells_of_a_loss
from actions.values_meant.overruling import by_values, by_what_is_named
from actions.values_meant.partners import takes_country
from actions.values_meant.projects import tells_an_activity

__all__ = [
    "WITH_A_PAGE",
    "by_values",
    "by_what_is_named",
    "mourns",
    "says_before_start",
    "takes_country",
    "tells_an_activity",
    "tells_of_a_loss",
]
