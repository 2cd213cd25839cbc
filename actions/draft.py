"""The draft of a project plan as a conversation builds it, bit by bit and in any order."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel

from core.call import Call, FieldId, ProjectType
from core.plan import Plan, PlanError, Problem, plan_of

Part = Literal["meetings", "outputs", "events", "activities", "exceptional", "special"]
PARTS: tuple[Part, ...] = ("meetings", "outputs", "events", "activities", "exceptional", "special")
_KEYS: dict[Part, str] = {
    "meetings": "meetings",
    "outputs": "intellectual_outputs",
    "events": "multiplier_events",
    "activities": "learning_activities",
    "exceptional": "exceptional_costs",
    "special": "special_needs",
}
_ONLY_INNOVATION = ("outputs", "events")


class Draft(BaseModel):
    """What is known of a plan; kept in the slot `plan`."""

    active: bool = False
    """Whether the conversation is about the plan now."""
    asked: str | None = None
    """What was asked last."""
    settled: list[Part] = []
    """Parts that were told of, or that the project has not."""
    shown: bool = False
    """Whether the budget was said, so that changes are compared with it."""
    field: FieldId | None = None
    type: ProjectType | None = None
    start: dt.date | None = None
    months: int | None = None
    organisations: int | None = None
    countries: list[str] = []
    meetings: list[dict[str, Any]] = []
    outputs: list[dict[str, Any]] = []
    """Pieces of work: country, staff, days."""
    events: list[dict[str, Any]] = []
    activities: list[dict[str, Any]] = []
    exceptional: list[dict[str, Any]] = []
    special: list[dict[str, Any]] = []

    @property
    def started(self) -> bool:
        """Whether anything of a plan is known."""
        return self.model_copy(update={"active": False, "asked": None}) != Draft()

    @property
    def has_basics(self) -> bool:
        """Whether enough is known for a budget: length and partners."""
        return bool(self.months and (self.organisations or self.countries))

    def missing(self) -> list[str]:
        """Return what has not been told, in the order in which it is asked."""
        basics = {
            "field": self.field,
            "months": self.months,
            "partners": self.organisations or self.countries,
            "countries": self.countries or self.organisations is None,
            "type": self.type,
        }
        missing = [name for name, value in basics.items() if not value]
        return missing + [part for part in PARTS if part not in self.settled and self._may(part)]

    def _may(self, part: Part) -> bool:
        if part in _ONLY_INNOVATION and self.type == "good_practice":
            return False
        return part != "events" or "outputs" not in self.settled or bool(self.outputs)

    def partners(self, call: Call) -> tuple[list[dict[str, Any]], list[str]]:
        """Return partners as a plan has them, and what was assumed of them.

        The applicant is taken to be of the agency's country; organisations of which no country is
        known to be of the last country that was named, or of the applicant's.
        """
        home, assumed = call.agency_country, []
        countries = [code for code in self.countries if code != home]
        number = max(self.organisations or 0, len(self.countries))
        if home not in self.countries:
            assumed.append("coordinator")
            number = max(number, len(countries) + 1)
        while len(countries) < number - 1:
            assumed.append("countries" if countries else "home")
            countries.append(countries[-1] if countries else home)
        partners = [{"country": code} for code in countries]
        return [{"country": home, "role": "coordinator"}, *partners], list(dict.fromkeys(assumed))

    def plan(self, call: Call, day: dt.date) -> tuple[Plan, list[str]]:
        """Return the plan with what had to be assumed.

        Raises:
            PlanError: something told can't be, such as 500 days.
        """
        partners, assumed = self.partners(call)
        first = call.value("start_first", day).value
        outputs = [{"work": self.outputs}] if self.outputs else []
        content: dict[str, Any] = {
            "call": call.id,
            "field": self.field or "school",
            "type": self.type or "innovation",
            "start": self.start or first,
            "months": self.months,
            "partners": partners,
            **{key: getattr(self, part) for part, key in _KEYS.items()},
            "intellectual_outputs": outputs,
        }
        for name in ("field", "type", "start"):
            if getattr(self, name) is None:
                assumed.append(name)
        return plan_of(_decimals(content), [call.id]), assumed


def impossible(draft: Draft, call: Call, day: dt.date) -> Problem | None:
    """Return what of a draft can't be, whatever it still lacks: 500 months, a town nobody knows."""
    whole = draft.model_copy(
        update={"months": draft.months or 1, "organisations": draft.organisations or 1}
    )
    try:
        whole.plan(call, day)
    except PlanError as error:
        found = (each for each in error.problems if each.code not in _LACKING)
        return next(found, None)
    return None


_LACKING = ("missing", "distance_missing", "event_empty", "one_of", "too_few")
"""Codes of what is not told yet."""


def _decimals(value: Any) -> Any:
    """Return a slot's values as a plan takes them: money and kilometres came through JSON."""
    if isinstance(value, dict):
        return {key: _decimals(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_decimals(each) for each in value]
    return Decimal(str(value)) if isinstance(value, float) else value
