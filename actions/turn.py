"""A message as the actions see it: Rasa's parse and slots, with what was said before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from dataclasses import field as of_dataclass
from decimal import Decimal
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from actions.case import Case
from actions.counts import CROWD
from actions.draft import Draft
from actions.journeys.model import Journeys
from actions.members import Reading
from actions.message import Message
from actions.said import Said
from actions.slot_question import SlotQuestion
from bot.helpdesk.tickets import Reason
from bot.responses import Speaker
from core.call import Call, FieldId, Language

PLAN = "plan_budget"
"""The topic of a plan's budget."""


_NO_JOURNEYS = Journeys()
_AN_ARTICLE = 5
"""Letters within which a country is left out: 'without the Italians'."""
_SUMMED_BY_KIND = ("travel", "individual_support")
"""Topics whose sums are kept for each kind of participants."""
_COUNTED_ON = ("meetings", "multiplier_events")
"""Topics of which 'a second one' comes on top."""


class Change(BaseModel):
    """Sums of the topics that a message changed, EUR: before it, and now."""

    model_config = ConfigDict(frozen=True)

    before: Decimal
    now: Decimal
    corrected: bool = False
    """Whether the sum before was taken back."""

    @classmethod
    def of(
        cls, before: dict[str, Decimal], now: dict[str, Decimal], corrected: bool = False
    ) -> Change | None:
        """Return the change of those topics that had a sum and have another one now, if any."""
        old, new = _by_topic(before), _by_topic(now)
        changed = [topic for topic in old if topic in new and old[topic] != new[topic]]
        if not changed:
            return None
        sums = [sum((each[t] for t in changed), Decimal(0)) for each in (old, new)]
        if sums[0] == sums[1]:
            return None
        return cls(before=sums[0], now=sums[1], corrected=corrected)


def _by_topic(sums: dict[str, Decimal]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for key, amount in sums.items():
        topic = key.partition("/")[0]
        found[topic] = found.get(topic, Decimal(0)) + amount
    return found


class Handover(BaseModel):
    """How far it is from Partneris to a person."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    asked: Literal["field", "contact"] | None = None
    """What the last message asked."""
    offered: Reason | None = None
    """Why a person was offered."""
    any_field: bool = False
    """The person does not know the field."""
    note: str = ""
    """What they wrote for the officer so far."""
    since: int = 0
    """How many messages were about something else since the question."""


@dataclass(frozen=True)
class Turn:
    """One message with what is known from before."""

    call: Call
    now: dt.datetime
    language: Language
    foreign: str | None
    """ISO 639-1 code of the message's language if that may be one that Partneris does not speak."""
    follows: bool
    """Whether the message goes on from the one before: 'un trim cilvēkiem?', 'and by 2021?'."""
    intent: str
    ranking: list[dict[str, Any]]
    said: Said
    field: FieldId | None
    """The field that this message or an earlier one named."""
    field_before: FieldId | None
    """The field that an earlier message named."""
    last_topic: str | None
    last_said: Said
    offered_topic: str | None
    """The topic that was offered when asking back."""
    elsewhere: str | None
    """The near miss that the last answer was about, as its intent."""
    background: Said
    """What was told on the way, in this message or before: length, partners, countries."""
    sums: dict[str, Decimal]
    """The last sum of each topic, EUR."""
    change: Change | None
    """What the last message that changed sums made of them."""
    plan: Draft
    """What is known of the project plan."""
    message: Message
    """The message as it was typed, with what the plan needs of it."""
    members: Reading
    """Who is in the consortium, and what the message makes of it."""
    conversation: str
    channel: str
    live: bool
    """Whether the channel can bring the person an answer later."""
    handover: Handover
    misunderstood: int
    """How many messages in a row before this one could not be answered."""
    slots: SlotQuestion
    """What was asked last about a consultation slot."""
    journeys: Journeys = _NO_JOURNEYS
    """The meetings and activities that were told, with who travels to them."""
    data_question: str | None = None
    """When it was asked whether everything shall be deleted; see data_question.py."""
    case: Case = of_dataclass(default_factory=Case)
    """What is known of the project in question, in this message or before."""

    @property
    def known(self) -> Said:
        """What this message says, over what was told before."""
        return self.said.over(self.background)

    @property
    def home(self) -> str:
        """The country of those who ask: the agency's, unless they told another one."""
        return self.background.home[0] if self.background.home else self.call.agency_country

    @property
    def taken_back(self) -> list[dict[str, Any]]:
        """What the message names as not meant: 'nevis pētnieks', 'if the French pull out'."""
        return [each for each in self.message.entities if each.get("role") == "taken_back"]

    @property
    def left_out(self) -> set[str]:
        """The countries behind a word that leaves them out: 'without the Italians'.

        Not in 'Nē, Igaunija un Somija.'.
        """
        ends = [each["end"] for each in self.message.words if each["word"] == "none"]
        return {
            str(each["value"])
            for each in self.message.entities
            if each["entity"] == "country"
            and any(
                0 < each["start"] - end <= _AN_ARTICLE
                and not self.message.parted(end, each["start"])
                for end in ends
            )
        }

    def gives_up(self, entity: str) -> bool:
        """Tell whether something of a kind is named as not meant: 'not the coordinator'."""
        return bool(self.given_up(entity))

    def given_up(self, entity: str) -> set[str]:
        """Return what of a kind is named as not meant: 'if the French pull out'."""
        return {str(each["value"]) for each in self.taken_back if each["entity"] == entity}

    @property
    def corrects(self) -> bool:
        """Whether the message takes something back: 'nē, tie ir skolēni', 'not 600'."""
        others = self.names("participant") and not self.names("people") and not self.message.adds
        supposes = self.message.has("supposes") and others  # 'un ja tie būtu skolēni?'
        return self.says_wrong or supposes

    @property
    def says_wrong(self) -> bool:
        """Whether the message says that something was wrong.

        Who only supposes does not, nor who asks why: 'Kāpēc tā, tas nav godīgi?'.
        """
        denies = self.message.denies and not self.message.has("why") and not self._adds_next
        return denies or self.message.has("instead")

    @property
    def adds(self) -> bool:
        """Whether what is named comes on top of what was worked out: 'pieskaiti', 'plus'."""
        elsewhere = self.last_topic == "meetings" and self.names("town")
        more = self.message.has("more") and self.names("people") and not self._changes
        again = elsewhere and (self.names("times") or more)  # 'and once in Madrid', 'now Rome too'
        works = self.last_topic == "output_rates" and self.names("staff") and self.names("days")
        again = again or (works and self.message.has("more") and not self._changes)
        return self.message.begins_adding or again or self._adds_next or self._adds_others

    @property
    def _changes(self) -> bool:
        """Whether what is named takes the place of something, or is only supposed."""
        return any(self.message.has(each) for each in ("supposes", "instead", "none"))

    @property
    def asks_which_count(self) -> bool:
        """Whether it is asked which of several countries count that were asked about before."""
        asks = self.message.turns_on("within") and self.message.hangs_on("open")
        return asks and self.last_topic == "countries" and len(self.last_said.asked_about) > 1

    @property
    def _adds_others(self) -> bool:
        """Whether people of another country join those before: 'and the Estonians, 4 of them'."""
        of_activity = self.last_topic in (*_SUMMED_BY_KIND, "meetings") and bool(self.sums)
        people = any(e["entity"] == "country" and not e.get("role") for e in self.message.entities)
        counted = any(self.names(each) for each in ("people", "we", "organisations"))
        numbers = (e["value"] for e in self.message.entities if e["entity"] == "number")
        counted = counted or any(number <= CROWD for number in numbers)  # no distance
        changes = self._changes or self.message.turns_on("host_people")
        goes_on = self.follows or self.message.has("more")
        return of_activity and people and counted and goes_on and not changes

    @property
    def _adds_next(self) -> bool:
        """Whether it begins with another one in a row: 'Un otru Viļņā, 60 vietējie'."""
        next_one = self.last_topic in _COUNTED_ON and self.message.begins_with_ordinal
        return next_one and not self.message.turns_on("wrong")

    @property
    def confidence(self) -> float:
        """How sure the classifier is of what it heard, 0 to 1."""
        return float(self.ranking[0]["confidence"]) if self.ranking else 0.0

    @property
    def agrees(self) -> bool:
        """Whether it sounds like a yes: 'labi, tā darām'."""
        return bool(self.ranking) and self.ranking[0]["name"] == "affirm"

    def names(self, entity: str) -> bool:
        """Tell whether the message itself names something, not one before."""
        return any(each["entity"] == entity for each in self.message.entities)

    @property
    def day(self) -> dt.date:
        """The day in the agency's time zone."""
        return self.now.date()

    @property
    def closed(self) -> bool:
        """Whether the deadline has passed."""
        return self.now > self.deadline

    @property
    def deadline(self) -> dt.datetime:
        """The deadline in force, in the agency's time zone."""
        return self.call.deadline(self.day)

    def speaker(self) -> Speaker:
        """Return a speaker of this turn's language and day."""
        return Speaker(self.call, self.language, self.day)
