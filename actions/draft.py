"""The draft of a project plan as a conversation builds it, bit by bit and in any order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel

from actions.counts import MONTHS_A_YEAR
from core.call import Call, FieldId, ProjectType
from core.plan import MOST_PARTNERS, Plan, PlanError, Problem, plan_of

Part = Literal["meetings", "outputs", "events", "activities", "exceptional", "special"]
PARTS: tuple[Part, ...] = ("meetings", "outputs", "events", "activities", "exceptional", "special")
Entry = dict[str, Any]
"""An entry of a part: a meeting, a piece of work, an event, an activity, a cost."""
_KEYS: dict[Part, str] = {
    "meetings": "meetings",
    "outputs": "intellectual_outputs",
    "events": "multiplier_events",
    "activities": "learning_activities",
    "exceptional": "exceptional_costs",
    "special": "special_needs",
}
_NEEDS: dict[Part, tuple[str, ...]] = {
    "meetings": ("participants", "distance"),
    "outputs": ("staff", "days", "country"),
    "events": ("country", "local_participants"),
    "activities": ("kind", "country", "days", "participants", "distance"),
    "exceptional": ("amount",),
    "special": ("amount",),
}
"""What is asked for each entry of a part, in this order."""
MOST_TIMES = 50
"""How often an activity may be told to take place."""
_OF_DRAFTS = ("each", "yearly", "unclear", "times", "span", "least")
"""Keys of a draft's entries that a plan has not; what follows from them is worked out."""
_ONLY_INNOVATION = ("outputs", "events")


class Draft(BaseModel):
    """What is known of a plan; kept in the slot `plan`."""

    active: bool = False
    """Whether the conversation is about the plan now."""
    asked: str | None = None
    """What was asked last."""
    posed: list[str] = []
    """What was asked, as often as it was."""
    supposed: dict[str, Any] = {}
    """The plan as it would be with what was asked about last: 'un ja būtu 4 sanāksmes?'."""
    settled: list[Part] = []
    """Parts that were told of, or that the project has not; the latest last."""
    shown: bool = False
    """Whether the budget was said, so that changes are compared with it."""
    field: FieldId | None = None
    type: ProjectType | None = None
    start: dt.date | None = None
    months: int | None = None
    organisations: int | None = None
    countries: list[str] = []
    meetings: list[Entry] = []
    outputs: list[Entry] = []
    """Pieces of work: country, staff, days."""
    events: list[Entry] = []
    activities: list[Entry] = []
    exceptional: list[Entry] = []
    special: list[Entry] = []

    @property
    def started(self) -> bool:
        """Whether anything of a plan is known."""
        return (
            self.model_copy(update={"active": False, "asked": None, "posed": [], "supposed": {}})
            != Draft()
        )

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

    @property
    def _venues(self) -> list[str]:
        """The countries where work is done or something takes place; partners are there."""
        entries = [*self.outputs, *self.events, *self.activities]
        return list(dict.fromkeys(each["country"] for each in entries if "country" in each))

    def partners(self, call: Call) -> tuple[list[dict[str, Any]], list[str]]:
        """Return partners as a plan has them, and what was assumed of them.

        The applicant is taken to be of the agency's country; organisations of which no country is
        known to be of the last Programme Country that was named, or of the applicant's: what is
        assumed must not make a plan ineligible.
        """
        home, assumed = call.agency_country, []
        programme = call.programme_countries(call.last_change).countries
        told = self.countries or self._venues[: self.organisations]
        countries = [code for code in told if code != home]
        number = max(self.organisations or 0, len(self.countries))
        number = min(number, MOST_PARTNERS + 1)  # one too many is as wrong as a million
        if home not in told:
            assumed.append("coordinator")
            number = max(number, len(countries) + 1)
        named = [code for code in countries if code in programme]
        while len(countries) < number - 1:
            assumed.append("countries" if named else "home")
            countries.append(named[-1] if named else home)
        partners = [{"country": code} for code in countries]
        return [{"country": home, "role": "coordinator"}, *partners], list(dict.fromkeys(assumed))

    def plan(self, call: Call, day: dt.date, repeated: bool = True) -> tuple[Plan, list[str]]:
        """Return the plan with what had to be assumed.

        Args:
            call: the call.
            day: the day on which its rules are asked for.
            repeated: whether what takes place several times is several entries.

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
            **{key: _entries(getattr(self, part), repeated) for part, key in _KEYS.items()},
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
        whole.plan(call, day, repeated=False)
    except PlanError as error:
        found = (each for each in error.problems if each.code not in _LACKING)
        return next(found, None)
    return None


_TOGETHER = {
    "from": ("from", "to"),
    "to": ("from", "to"),
    "participants": ("participants", "each"),
    "count": ("count", "yearly"),
    "distance_km": ("distance_km", "span", "least"),
}
"""Keys of an entry that stand or fall together."""


def without(draft: Draft, problem: Problem, before: Draft) -> Draft:
    """Return the draft without the value that can't be; what it was before comes back.

    The rest of what was told stays: one wrong figure must not cost the others.
    """
    name, *rest = re.findall(r"\w+", problem.path)
    parts: dict[str, Part] = {key: part for part, key in _KEYS.items()}
    part = parts.get(name)
    numbers = [int(each) for each in rest if each.isdigit()]
    if part is None or not numbers or rest[-1].isdigit():
        names = ["organisations", "countries"] if name == "partners" else [part or name]
        return draft.model_copy(update={each: getattr(before, each) for each in names})
    # of an output, the piece of work; of an activity, its only group
    index, key = numbers[1] if part == "outputs" else numbers[0], rest[-1]
    earlier = getattr(before, part)[index : index + 1] or [{}]
    keys = _TOGETHER.get(key, (key,))
    entries = list(getattr(draft, part))
    entries[index] = _back(entries[index], earlier[0], keys)
    return draft.model_copy(update={part: entries})


def _back(entry: Entry, earlier: Entry, keys: Sequence[str]) -> Entry:
    """Return an entry with the values that some keys had earlier, or without them."""
    if "groups" in entry and not set(keys) & set(entry):
        groups = [*earlier.get("groups", []), {}]
        return {**entry, "groups": [_back(entry["groups"][0], groups[0], keys)]}
    kept = {key: value for key, value in entry.items() if key not in keys}
    return kept | {
        key: earlier[key] for key in keys if earlier.get(key) not in (None, entry.get(key))
    }


_LACKING = ("missing", "distance_missing", "event_empty", "one_of", "too_few")
"""Codes of what is not told yet."""


def _entries(entries: list[Entry], repeated: bool) -> list[Entry]:
    return [
        _planned(entry)
        for entry in entries
        for _ in range(entry.get("times", 1) if repeated else 1)
    ]


def _planned(entry: Entry) -> Entry:
    """Return an entry as a plan has it."""
    planned = {key: value for key, value in entry.items() if key not in _OF_DRAFTS}
    if "groups" in planned:
        planned["groups"] = [_planned(group) for group in planned["groups"]]
    return planned


def _decimals(value: Any) -> Any:
    """Return a slot's values as a plan takes them: money and kilometres came through JSON."""
    if isinstance(value, dict):
        return {key: _decimals(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_decimals(each) for each in value]
    return Decimal(str(value)) if isinstance(value, float) else value


def gaps(draft: Draft) -> list[tuple[Part, str]]:
    """Return what the told parts still lack: (part, what)."""
    return [
        (part, need)
        for part in PARTS
        for entry in getattr(draft, part)
        for need in lacks(part, entry)
    ]


def lacks(part: Part, entry: Entry) -> list[str]:
    """Return what an entry of a part still lacks."""
    flat = {**entry, **(entry.get("groups") or [{}])[0]}
    lacking = [need for need in _NEEDS[part] if not _has(flat, need)]
    unclear = "unclear" in entry
    if "span" in flat:
        lacking = ["band" if need == "distance" else need for need in lacking]
    return ["each" if unclear and need == "participants" else need for need in lacking]


def complete(draft: Draft) -> Draft:
    """Return the draft without the entries that lack something."""
    parts: dict[str, Any] = {}
    for part in PARTS:
        parts[part] = [
            entry
            for entry in getattr(draft, part)
            if not lacks(part, entry) and not waits_for_partners(entry)
        ]
    return draft.model_copy(update=parts)


def waits_for_partners(entry: Entry) -> bool:
    """Tell whether people were told for each partner while no partner is known."""
    return "each" in entry and "participants" not in entry


def _has(entry: Entry, need: str) -> bool:
    if need == "distance":
        return "distance_km" in entry or {"from", "to"} <= set(entry)
    if need == "participants" and "each" in entry:
        return True
    if need == "local_participants":
        return "local_participants" in entry or "international_participants" in entry
    return need in entry


def reckoned(draft: Draft, call: Call) -> Draft:
    """Return the draft with its meetings' figures that hang on the partners or on the length.

    'Two people from each partner' and 'two meetings a year' stay as they are, so that another
    partner or a longer project changes what comes of them.
    """
    meetings = []
    for entry in draft.meetings:
        told: Entry = {}
        if "each" in entry and (draft.organisations or draft.countries):
            told["participants"] = entry["each"] * len(draft.partners(call)[0])
        if "yearly" in entry and draft.months:
            told["count"] = max(round(entry["yearly"] * draft.months / MONTHS_A_YEAR), 1)
        meetings.append({**entry, **told})
    return draft.model_copy(update={"meetings": meetings})


def changes(before: Draft, after: Draft) -> list[str]:
    """Return the names of what differs between two drafts."""
    names = ("field", "type", "start", "months", "organisations", "countries", *PARTS)
    return [name for name in names if getattr(before, name) != getattr(after, name)]


def not_among(entries: list[Entry], others: list[Entry]) -> list[Entry]:
    """Return the entries that are not among others; of equal ones as many as there are more."""
    left, found = list(others), []
    for each in entries:
        if each in left:
            left.remove(each)
        else:
            found.append(each)
    return found
