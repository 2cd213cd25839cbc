"""Groups of topics, and bounds of what a message's words may mean, that several modules share."""

from __future__ import annotations

NEAR_MISS = "near_miss_"
"""What the intents of matters that are not this call's begin with."""
OF_AN_ACTIVITY = {"travel", "individual_support", "accompanying_persons"}
"""Topics that share who goes, how far and for how long."""
OF_DATES = {"start_window", "latest_end", "duration", "grant"}
OF_COUNTRIES = {"countries", "applicant", "eche", "partner_country_role", "who_can_participate"}
OF_LENGTH = {"duration", "grant", "payments"}
OF_PRIORITIES = {"priorities", "priority_number"}
SHARING = (
    OF_AN_ACTIVITY | {"learning_activities", "linguistic_support", "distance_rule"},
    OF_DATES,
    OF_LENGTH,
    OF_COUNTRIES,
    OF_PRIORITIES,
    {"management", "largest_consortium"},
)
"""Topics that go on with what was told for one another."""
OF_REAL_COSTS = {"exceptional_costs", "special_needs", "expensive_travel"}
OF_INNOVATION = {
    "output_rates", "intellectual_output", "multiplier_events", "output_staff", "budget_categories",
}  # fmt: skip
"""Topics after which the type of project changes what is paid."""
BEFORE_THE_PROJECT = {"double_funding", "budget_categories", "start_window"}
"""What it may sound like to ask for costs that were before the project."""
OF_POINTS = (
    "ask_consortium", "ask_largest_consortium", "ask_eligibility", "near_miss_own_application",
    "out_of_scope", "nlu_fallback", "inform",
)  # fmt: skip
"""What it may sound like to ask whether points are enough."""
REFUSED = ("out_of_scope", "nlu_fallback")
SHORT = 6
"""Words of a message up to which what it leaves out is that of the same topic before."""
SENTENCE = 15
"""The same where it only adds to what was told: 'Būsim tur 7 dienas, cik par uzturēšanos?'."""
UNSURE = 0.85
"""Below this a refusal yields to the last topic; chosen on the development set."""
MAY_BE_MEANT = 0.12
"""From here a topic may be meant, where the likelier one cannot be."""
SURE = 0.9
"""From here a question is not taken for another because of a single word of the vocabulary."""
UNLIKELY = 0.5
"""Below this a guess yields to a sum for which all is told."""
