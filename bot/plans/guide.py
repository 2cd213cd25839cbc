"""`partneris plan new`: a plan made by questions in the terminal, and saved as YAML."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any, get_args

import questionary
from pydantic import TypeAdapter, ValidationError

from bot.plans.words import problem_lines, speaker_of
from bot.responses import Speaker
from core.call import Call, FieldId, ProjectType, StaffCategory, in_force, newest
from core.plan import Money, PlanError, country_code, plan_of
from core.plan_file import dump

WRONG_INPUT = 2
Entry = dict[str, Any]


def new(options: argparse.Namespace) -> int:
    """Ask for a plan, write it to a file and say what to do with it."""
    call = newest()
    guide = Guide(call, speaker_of(call, options.language, call.last_change))
    try:
        if options.output.exists() and not guide.yes("overwrite", name=str(options.output)):
            return WRONG_INPUT
        plan = plan_of(guide.content(), [call.id])
    except (KeyError, EOFError, OSError):  # what the library raises without a terminal
        print(guide.speaker.phrase("guide-no-terminal"), file=sys.stderr)
        return WRONG_INPUT
    except PlanError as error:
        print("\n".join(problem_lines(guide.speaker, error.problems)), file=sys.stderr)
        return WRONG_INPUT
    options.output.write_text(dump(plan), encoding="utf-8")
    print(guide.speaker.phrase("guide-saved", name=str(options.output)))
    return 0


class Guide:
    """Asks for the parts of a plan. A wrong answer is explained and asked again."""

    def __init__(self, call: Call, speaker: Speaker) -> None:
        self._call, self.speaker = call, speaker

    def content(self) -> Entry:
        """Return what was told, as a plan's file has it."""
        field = self._choice("field", get_args(FieldId), "field")
        kind = self._choice("type", get_args(ProjectType), "type")
        content: Entry = {
            "call": self._call.id,
            "field": field,
            "type": kind,
            "start": self._text("start", _day, self._first_start()),
            "months": self._number("months", 1, 120),
            "priorities": self._priorities(field),
            "partners": self._partners(),
            "meetings": self._entries("meeting", self._meeting),
        }
        if kind == "innovation":
            work = self._entries("work", self._work)
            content["intellectual_outputs"] = [{"work": work}] if work else []
            content["multiplier_events"] = self._entries("event", self._event) if work else []
        content["learning_activities"] = self._entries("activity", lambda: self._activity(field))
        content["exceptional_costs"] = self._entries("exceptional", self._cost)
        content["special_needs"] = self._entries("special", self._cost)
        return content

    def yes(self, key: str, **values: Any) -> bool:
        """Ask a question of yes or no."""
        words = self.speaker.phrase(f"guide-{key}", **values)
        return bool(questionary.confirm(words, default=False).unsafe_ask())

    def _entries(self, key: str, ask: Callable[[], Entry]) -> list[Entry]:
        found: list[Entry] = []
        while self.yes(f"{key}-more" if found else f"{key}-any"):
            found.append(ask())
        return found

    def _choice(self, key: str, ids: tuple[str, ...], name: str) -> str:
        choices = [questionary.Choice(self._name(name, each), each) for each in ids]
        words = self.speaker.phrase(f"guide-{key}")
        return str(questionary.select(words, choices=choices).unsafe_ask())

    def _name(self, kind: str, key: str) -> str:
        return self.speaker.phrase("guide-name", kind=kind, id=key)

    def _text(self, key: str, wrong: Callable[[str], str | None], default: str = "") -> str:
        """Ask for a text until it is right; `wrong` returns the code of what is wrong."""

        def check(text: str) -> bool | str:
            code = wrong(text.strip())
            return True if code is None else self.speaker.phrase(f"plan-error-{code}", given=text)

        words = self.speaker.phrase(f"guide-{key}")
        return str(questionary.text(words, default=default, validate=check).unsafe_ask()).strip()

    def _number(self, key: str, least: int, most: int) -> int:
        def check(text: str) -> bool | str:
            if not text.strip().isdecimal():
                return self.speaker.phrase("plan-error-whole-number")
            if not least <= int(text) <= most:
                limit = "at-least" if int(text) < least else "at-most"
                bound = str(least if int(text) < least else most)
                return self.speaker.phrase(f"plan-error-{limit}", limit=bound)
            return True

        words = self.speaker.phrase(f"guide-{key}")
        return int(questionary.text(words, validate=check).unsafe_ask())

    def _first_start(self) -> str:
        first = self._call.value("start_first", self._call.last_change).value
        return first.isoformat() if isinstance(first, dt.date) else ""

    def _priorities(self, field: str) -> list[str]:
        known = in_force(self._call.priorities, self._call.last_change)
        choices = [
            questionary.Choice(self._name("priority", each.id), each.id)
            for each in known
            if each.field in ("horizontal", field)
        ]
        words = self.speaker.phrase("guide-priorities")
        return list(questionary.checkbox(words, choices=choices).unsafe_ask())

    def _partners(self) -> list[Entry]:
        number = self._number("partners", 1, 100)
        home = self._call.agency_country
        partners: list[Entry] = []
        for index in range(number):
            key = "partner-country" if index else "coordinator-country"
            country = self._text(key, _country, "" if index else home).upper()
            partners.append({"country": country, **({} if index else {"role": "coordinator"})})
        return partners

    def _meeting(self) -> Entry:
        return {
            "participants": self._number("meeting-participants", 1, 10_000),
            "count": self._number("meeting-count", 1, 1_000),
            "distance_km": self._number("distance", 0, 20_040),
        }

    def _work(self) -> Entry:
        return {
            "country": self._text("work-country", _country).upper(),
            "staff": self._choice("work-staff", get_args(StaffCategory), "staff"),
            "days": self._number("work-days", 1, 400),
        }

    def _event(self) -> Entry:
        country = self._text("event-country", _country).upper()
        local = self._number("event-local", 0, 10_000)
        others = self._number("event-international", 0 if local else 1, 10_000)
        return {
            "country": country,
            "local_participants": local,
            "international_participants": others,
        }

    def _activity(self, field: str) -> Entry:
        kinds = in_force(self._call.learning.kinds, self._call.last_change)
        ids = tuple(kind.id for kind in kinds if field in kind.fields)
        group = {
            "participant": self._choice("group-participant", ("learner", "staff"), "participant"),
            "participants": self._number("group-participants", 1, 10_000),
            "accompanying": self._number("group-accompanying", 0, 10_000),
            "distance_km": self._number("distance", 0, 20_040),
        }
        return {
            "kind": self._choice("activity-kind", ids, "activity"),
            "country": self._text("activity-country", _country).upper(),
            "days": self._number("activity-days", 1, 400),
            "groups": [group],
        }

    def _cost(self) -> Entry:
        return {"amount": Decimal(self._text("amount", _money).replace(",", "."))}


def _country(text: str) -> str | None:
    return None if country_code(text) else "country"


def _day(text: str) -> str | None:
    try:
        dt.datetime.strptime(text, "%Y-%m-%d")
    except ValueError:
        return "day"
    return None


def _money(text: str) -> str | None:
    try:
        _MONEY.validate_python(Decimal(text.replace(",", ".")))
    except (InvalidOperation, ValidationError):
        return "number"
    return None


_MONEY: TypeAdapter[Decimal] = TypeAdapter(Money)
