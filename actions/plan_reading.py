"""What a message tells of a plan: its entities, sorted by the part of the plan they stand in."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Any

from actions.counts import CROWD, LONGEST_STAY, MONTHS_A_YEAR, SHORTEST_PROJECT, may_count, whole
from actions.draft import MOST_TIMES, PARTS, Draft, Entry, Part, gaps, lacks, not_among, reckoned
from actions.message import BREAK, Message, has_numbers
from actions.message import ITEMS as ITEMS
from actions.said import Said, day_span
from core import distance, judgements
from core.call import Call, in_force
from core.distance import called
from core.sums import band

_DISTANCE = ("distance_km", "span", "least", "from", "to")
"""An entry has the kilometres or the towns, never both."""
_ROUGHLY = Decimal("0.05")
"""How far from the truth a distance may be that is told as 'about' so much."""
_BOUNDS = ("less_than", "up_to", "more_than", "at_least", "in_between", "about")
"""Words of the group `matter` before one end of a distance."""
_CORRECTING = (",", ".", ";", ":", "-", "–")
"""Signs behind the first word of a correction: 'nē, 4 partneri' takes none away."""
_HIGHER = "higher_education"
_DAYS_A_MONTH = 30
_UNITS_OF_NEEDS = {
    "each": "people",
    "distance": "kilometres",
    "band": "kilometres",
    "participants": "people",
    "days": "days",
    "local_participants": "local",
    "amount": "euro",
}
"""What a bare number counts, by what was asked for."""
_HOLDING = ("town", "country", "euro")
"""Entities that show that something is told, not denied."""
_NEAR_COUNT = 10
"""Letters between a word that takes away and the number of what goes: 'drop the last two'."""
_NEAR_WITHOUT = 5
"""Letters behind a 'without' within which stands what is left out."""


@dataclass
class Segment:
    """A stretch of a message that is about one part of the plan, or about the project itself."""

    part: Part | None
    named: bool
    """Whether the message names the part; else it is what was asked last."""
    start: int
    end: int
    text: str = ""
    """The whole message."""
    entities: list[dict[str, Any]] = field(default_factory=list)
    words: list[dict[str, Any]] = field(default_factory=list)
    marks: list[dict[str, Any]] = field(default_factory=list)
    denied: bool = False
    """Whether the stretch says that there is nothing of the part."""

    @property
    def said(self) -> Said:
        """The segment's values."""
        return Said.of(self.entities)

    def has(self, word: str) -> bool:
        """Tell whether a word of the group `plan` stands in the stretch."""
        return any(each["word"] == word for each in self.words)

    def turns_on(self, word: str) -> bool:
        """Tell whether a word of the group `matter` stands in the stretch."""
        return any(each["group"] == "matter" and each["word"] == word for each in self.marks)

    def numbers(self, name: str) -> list[dict[str, Any]]:
        """Return the entities of a unit whose numbers are whole."""
        return [e for e in self.entities if e["entity"] == name and whole([e["value"]])]

    @property
    def times(self) -> int | None:
        """How often something takes place: '2 reizes'."""
        found = self.numbers("times")
        return int(found[0]["value"]) if found and found[0]["value"] <= MOST_TIMES else None


def segments(message: Message, draft: Draft) -> list[Segment]:
    """Return the stretches of a message; without a word for a part, it is about what was asked."""
    named = _naming(message, draft.asked)
    first: Part | None = _unnamed(message, draft) if not named else None
    found = [Segment(first, False, 0, len(message.text), message.text)]
    for part, at in named:
        if part == found[-1].part:
            continue
        breaks = [match.end() for match in BREAK.finditer(message.text, 0, at)]
        start = max([each for each in breaks if each > found[-1].start], default=found[-1].start)
        found[-1].end = start
        found.append(Segment(part, True, start, len(message.text), message.text))
    found = [each for each in found if each.start < each.end]
    for segment in found:
        within = (e for e in message.entities if segment.start <= e["start"] < segment.end)
        segment.entities = list(within)
        if segment.part == "meetings":
            segment.entities = [_of_year(each, message) for each in segment.entities]
        segment.words = [w for w in message.words if segment.start <= w["start"] < segment.end]
        segment.marks = [m for m in message.marks if segment.start <= m["start"] < segment.end]
        told = has_numbers(segment.entities) or any(
            each["entity"] in _HOLDING for each in segment.entities
        )
        segment.denied = not told and message.denies_within(segment.start, segment.end)
    return found


def _of_year(entity: dict[str, Any], message: Message) -> dict[str, Any]:
    """Return an entity; in '2 gadā' it is two meetings, not two years."""
    a_year = any(
        each["word"] == "a_year" and entity["start"] <= each["start"] < entity["end"]
        for each in message.words
    )
    if entity["entity"] != "months" or not a_year:
        return entity
    return {**entity, "entity": "meetings", "value": entity["value"] // MONTHS_A_YEAR}


_VALUES: dict[Part, set[str]] = {
    "meetings": {"people", "number", "meetings", "times", "kilometres", "town"},
    "outputs": {"staff", "days", "number", "country"},
    "events": {"local", "international", "people", "number", "country", "town"},
    "activities": {
        "people",
        "participant",
        "days",
        "kilometres",
        "town",
        "country",
        "times",
        "activity",
        "number",
    },
    "exceptional": {"euro", "number"},
    "special": {"euro", "number"},
}
"""What the entries of each part are told by."""
_OF_PROJECT = {"months", "organisations", "field", "project_type", "date"}
"""What is told of the project itself."""


def _unnamed(message: Message, draft: Draft) -> Part | None:
    """Return the part that a message without a word for one is about.

    A correction is about what was told last, as far as its values may be of that. Guests of an
    event, days of staff and days of those who travel show their part by themselves, and so many
    people from each partner go to meetings, unless they answer a question about travelling.
    """
    told = {each["entity"] for each in message.entities}
    of_project = told & _OF_PROJECT - ({"field"} if "participant" in told else set())
    if _corrects_values(message) and not of_project:  # 'pupils' are of schools, too
        latest = (part for part in reversed(draft.settled) if getattr(draft, part))
        if "participant" in told and "staff" not in told and draft.activities:
            return "activities"  # 'no, pupils are 18'
        fit = (part for part in latest if told & _VALUES[part] - {"participant"})
        if part := next(fit, None):
            return part
    if told & {"local", "international"}:
        return "events"
    if message.turns_on("an_event") and draft.events and not told & {"participant", "days"}:
        return "events"
    countries = {each["value"] for each in message.entities if each["entity"] == "country"}
    if message.turns_on("that_one") and countries and told <= {"country", "days", "number"}:
        places = (
            part
            for part in reversed(draft.settled)
            if told & _VALUES[part] - {"country"}
            and any(entry.get("country") in countries for entry in getattr(draft, part))
        )
        if part := next(places, None):
            return part  # 'the Polish one is 70'
    travels = told & {"people", "participant", "town", "kilometres"} - {"staff"}
    if draft.asked != "activities":
        if {"staff", "days"} <= told and not told & {"people", "town", "kilometres"}:
            return "outputs"
        works = draft.outputs and {"staff", "number"} <= told and "people" not in told
        if works and not told & {"town", "kilometres"}:
            return "outputs"  # 'and a Norwegian technician 40'
        if message.has("each_partner") and told & {"people", "number"}:
            return "meetings"
    if {"days", "participant"} <= told and travels & {"people", "town", "kilometres"}:
        return "activities"
    asked = next((part for part in PARTS if part == draft.asked), None)
    joins = message.begins_adding and told == {"country"} and not gaps(draft)
    told -= {"scope"}
    of_asked = asked is not None and (not told or bool(told & _VALUES[asked]))
    return asked if of_asked and not joins else None


def _corrects_values(message: Message) -> bool:
    """Tell whether a message changes a value of what was told: 'nē, 50 dienas', 'make that 35'."""
    if message.turns_on("corrects") or message.has("instead"):
        return True
    first = next(iter(message.words), None)
    begins = first is not None and first["start"] == 0 and message.denies_within(0, first["end"])
    return begins and not (message.turns_on("removes") or message.turns_on("without"))


def _naming(message: Message, asked: str | None) -> list[tuple[Part, int]]:
    """Return the parts that a message names, with the places of their words.

    'Brauks' or 'fly' is of a learning activity where learners, staff or days are named behind it:
    people travel to meetings, too.
    """
    found: list[tuple[Part, int]] = []
    types = [each for each in message.entities if each["entity"] == "project_type"]
    words = [
        each
        for each in message.words
        if each["word"] in (*PARTS, "trip")
        # 'exchange of good practices' is no exchange of pupils
        and not any(e["start"] <= each["start"] < e["end"] for e in types)
    ]
    for index, word in enumerate(words):
        if word["word"] != "trip":
            found.append((word["word"], word["start"]))
            continue
        after = words[index + 1]["start"] if index + 1 < len(words) else len(message.text)
        start = max([m.end() for m in BREAK.finditer(message.text, 0, word["start"])], default=0)
        near = {e["entity"] for e in message.entities if start <= e["start"] < after}
        about_meetings = asked == "meetings" or any(part == "meetings" for part, _ in found)
        if near & {"participant", "days"} or not (about_meetings or asked == "activities"):
            found.append(("activities", word["start"]))
    return found if asked == "activities" else _with_work_told(message, found)


def _with_work_told(message: Message, named: list[tuple[Part, int]]) -> list[tuple[Part, int]]:
    """Return the parts that are named, with work and events that are told without a word for them.

    '3 meetings with 6 people, a Lithuanian trainer 30 days, a seminar in Kaunas.'
    """
    breaks = [0, *(match.end() for match in BREAK.finditer(message.text)), len(message.text)]
    found = list(named)
    if not named and not {each["entity"] for each in message.entities} & _OF_PROJECT:
        return found  # as a whole it is of one part
    for start, end in pairwise(breaks):
        told = {e["entity"] for e in message.entities if start <= e["start"] < end}
        before = [part for part, at in named if at < end]
        apart = not any(start <= at < end for _, at in named) and before[-1:] != ["activities"]
        at = next((e["start"] for e in message.entities if start <= e["start"] < end), start)
        if apart and {"staff", "days"} <= told and not told & {"people", "town", "kilometres"}:
            found.append(("outputs", at))
        elif apart and "local" in told and before[-1:] != ["events"]:
            words = [m["start"] for m in message.marks if m["word"] == "an_event"]
            found.append(("events", max([each for each in words if each < at], default=at)))
    return sorted(found, key=lambda each: each[1])


def tells_of_project(said: Said) -> bool:
    """Tell whether most of what a project is told by is named: length, partners, field, type."""
    length = (whole(said.months) or 0) >= SHORTEST_PROJECT
    partners = len(said.country) > 1 or bool(said.organisations)
    return sum((length, partners, bool(said.field), bool(said.project_type))) >= _MOST_OF_IT


_MOST_OF_IT = 3
"""How many of the four tell of a project."""


def told(draft: Draft, message: Message, call: Call) -> Draft:
    """Return the draft with what a message tells."""
    need, before = _need(draft, message), draft
    for segment in segments(message, draft):
        if need and not segment.named and need not in {e["entity"] for e in segment.entities}:
            segment.entities = [
                {**each, "entity": need} if _may_be(need, each) else each
                for each in segment.entities
            ]
        if (less := _taken_away(draft, segment, call)) is not None:
            draft = less
            continue
        draft = _project(draft, segment, call, message, before)
        if segment.part is not None:
            draft = _part(draft, segment, call, message.adds)
    return reckoned(draft, call)


def _may_be(unit: str, number: dict[str, Any]) -> bool:
    """Tell whether a bare number counts what was asked for: 2 100 are kilometres, not people."""
    if number["entity"] != "number":
        return False
    return unit not in ("people", "local") or may_count("people", Decimal(str(number["value"])))


def _taken_away(draft: Draft, segment: Segment, call: Call) -> Draft | None:
    """Return the draft without the entries that shall go: 'tehniķi izņem', 'drop one meeting'.

    None where the stretch takes away nothing of a part, or a part as a whole.
    """
    if not segment.turns_on("removes") and not _leaves_out(segment):
        return None
    said, country = segment.said, _country(segment.said, call)
    latest = [part for part in reversed(draft.settled) if getattr(draft, part)]
    values = bool(said.staff or said.activity or said.participant)
    # 'drop Finland' is of the partner, 'remove the Finnish one' of what takes place there
    meant = segment.named or segment.turns_on("that_one") or segment.turns_on("an_event")
    values = values or bool(country and meant)
    if segment.part and (segment.named or segment.turns_on("an_event")):
        parts = [segment.part]
    elif values:
        # 'the Estonian trainer' works there, whoever travels to Estonia
        works = bool(said.staff and country and not said.activity)
        parts = sorted(latest, key=lambda part: works and part != "outputs")
    elif segment.turns_on("that_one") and not said.named:
        return (
            draft.model_copy(update={latest[0]: getattr(draft, latest[0])[:-1]}) if latest else None
        )
    else:
        return None
    for part in parts:
        entries: list[Entry] = getattr(draft, part)
        fewer = _fewer(segment) if part == "meetings" else None
        if fewer and len(entries) == 1:
            left = entries[0].get("count", 1) - fewer
            kept = [{**entries[0], "count": left}] if left > 0 else []
            return draft.model_copy(update={part: kept})
        gone = [each for each in entries if values and _is_named(part, each, said, country)]
        if gone and all(each == gone[0] for each in gone) and not said.scope:
            gone = gone[:1]  # one of several that are alike
        if gone:
            return draft.model_copy(update={part: not_among(entries, gone)})
    return None


def _leaves_out(segment: Segment) -> bool:
    """Tell whether what is told stands right behind a 'without': 'without the Finnish seminar'.

    'Without hotels' leaves out nothing of a plan.
    """
    ends = [m["end"] for m in segment.marks if m["word"] == "without"]
    of_plan = (w for w in segment.words if w["word"] in PARTS)
    those = (m for m in segment.marks if m["word"] in ("that_one", "an_event"))
    starts = [each["start"] for each in (*segment.entities, *of_plan, *those)]
    return any(0 < start - end <= _NEAR_WITHOUT for end in ends for start in starts)


def _fewer(segment: Segment) -> int | None:
    """Return how many meetings shall go: 'drop one meeting', 'vienu sanāksmi izņem'.

    In '3 meetings of 6 people, without hotels' none.
    """
    said = segment.said
    if said.people or said.kilometres or said.town:
        return None
    counted = segment.numbers("meetings") or segment.numbers("number")
    taking = [m for m in segment.marks if m["word"] in ("removes", "without")]
    for each in counted:
        for mark in taking:
            first, second = sorted((mark, each), key=lambda one: int(one["start"]))
            between = segment.text[first["end"] : second["start"]]
            behind = first is each and mark["word"] == "without"
            if not behind and len(between) <= _NEAR_COUNT and not BREAK.search(between):
                return whole([each["value"]])
    return None


def _is_named(part: Part, entry: Entry, said: Said, country: str | None) -> bool:
    """Tell whether what is said of an entry holds for it: its staff, kind, people and country."""
    if country and entry.get("country") != country:
        return False
    works, travels = bool(said.staff), bool(said.activity or said.participant)
    # a trainer may do either
    if (works or travels) and not (
        (works and part == "outputs") or (travels and part == "activities")
    ):
        return False
    if part == "outputs" and said.staff:
        return entry.get("staff") in said.staff
    if part == "activities" and said.activity:
        return entry.get("kind") in said.activity
    if part == "activities" and said.participant:
        return _travellers(entry) in said.participant
    return bool(country)


def _need(draft: Draft, message: Message) -> str | None:
    """Return the unit of what was asked for; none where the message is more than an answer."""
    lacking = gaps(draft)
    if not lacking or lacking[0][0] != draft.asked:
        return None
    short = message.bare or message.short
    answers = short or message.has("each_partner") or message.has("each")
    return _UNITS_OF_NEEDS.get(lacking[0][1]) if answers else None


def _project(draft: Draft, segment: Segment, call: Call, message: Message, before: Draft) -> Draft:
    """Take in what is said of the project itself; `before` is the draft as before the message."""
    elsewhere = segment.named and segment.part is not None
    said = segment.said
    if not elsewhere:
        said = said.counting(_counted(draft, said), Said())
    update: dict[str, Any] = {}
    if len(said.project_type) == 1:
        update["type"] = said.project_type[0]
    if (months := whole(said.months)) and not _is_stay(segment, draft):
        update["months"] = months
    if elsewhere:
        apart = segment.part == "meetings" and not _of_each(segment)
        if apart and said.organisations and said.country:
            update |= _partners(draft, said, message, before, call)
        return draft.model_copy(update=update)
    if said.date and (span := day_span(said.date[0], call.opens.year + 1)):
        update["start"] = span[0]
    period = None if said.months else said.period(call.opens.year + 1)
    if period and segment.part is None:  # 'no 2020. gada oktobra līdz 2022. gada maijam'
        update["months"] = judgements.months_between(*period)
    if segment.part is None or (said.organisations and not _of_each(segment)):
        update |= _partners(draft, said, message, before, call)
    if segment.part is None and len(said.field) == 1:
        update["field"] = said.field[0]
    return draft.model_copy(update=update)


def _of_towns(said: Said, message: Message, call: Call) -> list[str]:
    """Return the countries of the towns that partners are said to be from."""
    words = ("of_partners", "partnership_size")
    of_partners = any(message.turns_on(each) for each in words) or bool(said.partner_role)
    if said.kilometres or not of_partners:
        return []
    places = (_place(typed, call) for typed in said.town)
    codes = dict.fromkeys(place.country for place in places if place)
    return [code for code in codes if code not in said.country]


def _partners(
    draft: Draft, said: Said, message: Message, before: Draft, call: Call
) -> dict[str, Any]:
    """Return how many partners and from where: set, added, taken away or swapped."""
    number, named = said.organisation_count, [*said.country, *_of_towns(said, message, call)]
    known = max(draft.organisations or 0, len(draft.countries))
    takes = message.denies and not _corrects(message)
    if takes and known and (number or named) and not _swapped(draft, said):
        left = [code for code in draft.countries if code not in named]
        return {"organisations": max(known - (number or len(named)), 1), "countries": left}
    if (message.denies or message.has("instead")) and (swap := _swapped(draft, said)):
        return swap
    added = message.adds and bool(before.organisations or before.countries)
    update: dict[str, Any] = {}
    if added and (number or named):
        update["organisations"] = known + (number or len(named))
    elif number:
        update["organisations"] = number
    if named:
        alone = len(named) == 1 and bool(draft.countries)
        update["countries"] = [*draft.countries, *named] if added or alone else named
    return update


def _corrects(message: Message) -> bool:
    """Tell whether a message begins with a 'no' that stands by itself."""
    return any(
        each["word"] in ("none", "no")
        and not message.text[: each["start"]].strip()
        and message.text[each["end"] :].lstrip().startswith(_CORRECTING)
        for each in message.words
    )


def _swapped(draft: Draft, said: Said) -> dict[str, Any]:
    """Return the countries with one in another's place: 'Zviedrija, nevis Somija'."""
    old = [code for code in said.country if code in draft.countries]
    new = [code for code in said.country if code not in draft.countries]
    if len(old) != 1 or len(new) != 1:
        return {}
    return {"countries": [new[0] if code == old[0] else code for code in draft.countries]}


def _is_stay(segment: Segment, draft: Draft) -> bool:
    """Tell whether the months that are named are those of a stay, not of the project."""
    said = segment.said
    if segment.part != "activities" or (whole(said.months) or 0) > LONGEST_STAY:
        return False
    return segment.named or gaps(draft)[:1] == [("activities", "days")] or bool(said.participant)


def _of_each(segment: Segment) -> bool:
    """Tell whether people are named by partner: '3 partneri brauc pa 2 cilvēkiem'."""
    if segment.has("each_partner"):
        return True
    people = segment.numbers("people")
    partners = [
        e for e in segment.numbers("organisations") if people and e["end"] <= people[0]["start"]
    ]
    return bool(partners) and segment.has("each")


def _counted(draft: Draft, said: Said) -> str | None:
    """Return what a bare number counts, by what was asked last."""
    if draft.asked == "basics":
        short = bool(said.number) and said.number[0] < MONTHS_A_YEAR
        return "organisations" if draft.months or said.months or short else "months"
    return {"months": "months", "partners": "organisations"}.get(draft.asked or "")


def _part(draft: Draft, segment: Segment, call: Call, more: bool) -> Draft:
    part = segment.part
    assert part is not None
    settled = [*(each for each in draft.settled if each != part), part]
    if segment.denied:
        left = _left(getattr(draft, part), segment.said)
        return draft.model_copy(update={part: left, "settled": settled})
    readers = {
        "meetings": _meetings,
        "outputs": _outputs,
        "events": _events,
        "activities": _activities,
        "exceptional": _costs,
        "special": _costs,
    }
    entries: list[Entry] = getattr(draft, part)
    index = None if more else _meant(part, entries, segment.said, call)
    found = readers[part](segment, draft, {} if index is None else entries[index], call)
    if not found:
        return draft
    if index is None:
        entries = [*entries, *found]
    elif part == "outputs":
        entries = _with_work(entries, index, found, segment)
    elif len(found) == 1:
        entries = [*entries[:index], *found, *entries[index + 1 :]]
    else:
        entries = found
    update: dict[str, Any] = {part: entries, "settled": settled}
    if part in ("outputs", "events") and draft.type is None:
        update["type"] = "innovation"
    return draft.model_copy(update=update)


def _left(entries: list[Entry], said: Said) -> list[Entry]:
    """Return what is left of a part when it, or some of it, is taken away.

    'Bez skolēnu apmaiņas' takes away that kind of activity, the teachers' training stays.
    """
    if not (said.activity or said.participant):
        return []
    return [
        entry
        for entry in entries
        if not (
            entry.get("kind") in said.activity
            or (not said.activity and _travellers(entry) in said.participant)
        )
    ]


def _travellers(entry: Entry) -> str | None:
    who = (entry.get("groups") or [{}])[0].get("participant")
    return str(who) if who else None


def _with_work(
    entries: list[Entry], index: int, found: list[Entry], segment: Segment
) -> list[Entry]:
    """Return pieces of work with those that a message tells of.

    A message that fills a gap or corrects is of the piece that is meant; work of other staff, or of
    the same staff in another country, comes on top.
    """
    result = list(entries)
    for number, piece in enumerate(found):
        if number == 0 and (lacks("outputs", result[index]) or not _is_whole(segment)):
            result[index] = piece
            continue
        same = [
            at
            for at, each in enumerate(result)
            if all(each.get(key) == piece.get(key) for key in ("staff", "country"))
        ]
        if same:
            result[same[0]] = piece
        else:
            result.append(piece)
    return result


def _is_whole(segment: Segment) -> bool:
    """Tell whether a message tells of work as a whole: who, how long and where."""
    named = {each["entity"] for each in segment.entities}
    long = bool(named & {"days", "number"})
    return long and {"staff", "country"} <= named and not segment.has("instead")


def _meant(part: Part, entries: list[Entry], said: Said, call: Call) -> int | None:
    """Return which entry a message is about; none: it tells of another one.

    The one that lacks something, else the one in the country that is named, else the last.
    """
    if not entries:
        return None
    lacking = [index for index, entry in enumerate(entries) if lacks(part, entry)]
    if lacking:
        return lacking[0]
    country = _country(said, call)
    if part == "outputs" and len(said.staff) == 1 and not country:
        same = [i for i, entry in enumerate(entries) if entry.get("staff") in said.staff]
        return (same or [len(entries) - 1])[-1]
    there = [index for index, entry in enumerate(entries) if entry.get("country") == country]
    if part == "activities" and country and not there and said.participant:
        return None
    return (there or [len(entries) - 1])[-1]


def _distance(segment: Segment, known: Entry, call: Call) -> Entry:
    """Return the distance that was told, or that known before."""
    said = segment.said
    if (span := _span(segment)) and (said.kilometres or segment.part in _TRAVELLING):
        return _within(span, segment.part, call)
    far = said.kilometres or [each for each in said.number if each > CROWD]
    if far and segment.part in _TRAVELLING:
        return {"distance_km": float(far[0])}
    if len(said.town) > 1:
        return {"from": _town(said.town[0], call), "to": _town(said.town[1], call)}
    return {key: known[key] for key in _DISTANCE if key in known}


_TRAVELLING: tuple[Part, ...] = ("meetings", "activities")
Span = tuple[Decimal | None, Decimal | None]
"""The ends of a distance, in kilometres; none: it is open there."""


def _span(segment: Segment) -> Span | None:
    """Return the ends of a distance that is told by them.

    'Zem 1000 km, bet virs 100', 'between 500 and 1999', '500–1999 km', 'about 2000'.
    """
    ends = [each for each in segment.entities if each["entity"] in ("kilometres", "number")]
    low = high = None
    for index, each in enumerate(ends):
        value, bound = Decimal(str(each["value"])), _bound(segment, each)
        behind = ends[index + 1] if index + 1 < len(ends) else None
        joined = behind and segment.text[each["end"] : behind["start"]].strip() in _TO
        match bound:
            case "less_than":
                high = value - 1
            case "up_to":
                high = value
            case "more_than":
                low = value + 1
            case "at_least":
                low = value
            case "in_between" if behind:
                low, high = value, Decimal(str(behind["value"]))
            case "about":
                low, high = (value * (1 - _ROUGHLY), value * (1 + _ROUGHLY))
        up_to = behind is not None and (joined or _bound(segment, behind) == "up_to")
        if bound is None and up_to and behind and value > CROWD:
            low, high = value, Decimal(str(behind["value"]))
    if (low is None and high is None) or max(low or 0, high or 0) <= CROWD:
        return None
    return low, high


_TO = ("-", "–", "..", "km -", "km –")
"""Signs between the two ends of a distance."""


def _bound(segment: Segment, number: dict[str, Any]) -> str | None:
    """Return the word before a number that makes it one end of a distance."""
    before = [
        each
        for each in segment.marks
        if each["word"] in _BOUNDS
        and each["end"] <= number["start"]
        and not segment.text[each["end"] : number["start"]].strip()
    ]
    # 'ne līdz' is more than 'līdz'
    return str(min(before, key=lambda each: each["start"])["word"]) if before else None


def _within(span: Span, part: Part | None, call: Call) -> Entry:
    """Return a distance between two ends: the rate's own where it is one for both.

    'Over 1500 km' may be any distance beyond; 'under 1000' is one for which anything is paid.
    """
    low, high = span
    known = [each for each in (low, high) if each is not None]
    all_bands = call.learning.travel if part == "activities" else call.meeting_bands
    bands = in_force(all_bands, call.last_change)
    nearest = min(Decimal(bands[0].first), known[-1]) if low is None else low
    farthest = max(Decimal(bands[-1].first), known[0]) if high is None else high
    found = [band(bands, each) for each in (nearest, farthest)]
    rates = {each.first if each else None for each in found}
    ends = [None if each is None else float(each) for each in span]
    if len(rates) > 1:
        return {"span": ends}
    middle = sum(known) / len(known) if None not in span and _is_rough(span) else known[-1]
    told: Entry = {"distance_km": float(middle)}
    if low is None:
        told["least"] = float(nearest)
    return told if middle != known[-1] else {**told, "span": ends}


def _is_rough(span: Span) -> bool:
    """Tell whether a distance was told as one number, with 'about' before it."""
    low, high = span
    if low is None or high is None:
        return False
    return low / (1 - _ROUGHLY) == high / (1 + _ROUGHLY)


def _place(typed: str, call: Call) -> distance.Place | None:
    """Return the town that was meant; one in a Programme Country rather than elsewhere."""
    return distance.named(typed, among=call.programme_countries(call.last_change).countries)


def _town(typed: str, call: Call) -> str:
    """Return a town's name as a plan has it: 'Berlīne, DE' for 'Berlīni'."""
    place = _place(typed, call)
    return f"{called(place, typed)}, {place.country}" if place else typed


def _host(said: Said, call: Call) -> Entry:
    """Return the country that was named, or town and country: the last one, abroad if any is."""
    if said.country:
        return {"country": said.country[-1]}
    towns = [(name, place) for name in said.town if (place := _place(name, call))]
    abroad = [each for each in towns if each[1].country != call.agency_country]
    for name, place in [*abroad[-1:], *towns[-1:]]:
        return {"country": place.country, "city": called(place, name)}
    return {}


def _country(said: Said, call: Call) -> str | None:
    country = _host(said, call).get("country")
    return str(country) if country else None


def _meetings(segment: Segment, draft: Draft, known: Entry, call: Call) -> list[Entry]:
    said, times = segment.said, segment.times
    of_each = _of_each(segment)
    partners = said.organisations if segment.named and not of_each else []
    counted = said.meetings or ([Decimal(times)] if times else []) or partners
    unclear = (said.scope and "unclear" in known) or of_each  # the answer to what was asked
    if not (said.people or counted or said.number or said.kilometres or said.town or unclear):
        return []
    small = (each for each in said.number if each <= CROWD)  # larger ones are distances
    bare = iter(number for each in small if (number := whole([each])))
    # '2 from each partner' is people, whatever else is told
    people = whole(said.people) or (next(bare, None) if of_each else None)
    count = whole(counted) or next(bare, None)
    people = people or next(bare, None)
    told: Entry = {key: known[key] for key in ("count", "yearly") if key in known}
    if count:
        told = {"yearly" if segment.has("a_year") else "count": count}
    if "yearly" not in told:
        told.setdefault("count", 1)
    return [{**_travelling(segment, people, known), **told, **_distance(segment, known, call)}]


def _travelling(segment: Segment, people: int | None, known: Entry) -> Entry:
    """Return how many people travel to a meeting: in all, from each partner, or either."""
    known_people = known.get("unclear")
    if _of_each(segment):
        each = people or known_people
        partners = whole([e["value"] for e in segment.numbers("organisations")])
        if each and partners:
            return {"participants": each * partners}
        return {"each": each} if each else {}
    if people and segment.has("each") and _stands_for_each(segment):
        return {"unclear": people} if segment.named else {"each": people}
    if people or (known_people and segment.said.scope):
        return {"participants": people or known_people}
    return {key: known[key] for key in ("participants", "each", "unclear") if key in known}


def _stands_for_each(segment: Segment) -> bool:
    """Tell whether 'each' may be each partner: '4 meetings, 2 people each'.

    In '4 meetings with 2 people each' it is each meeting, as 'pa' is in Latvian.
    """
    people = (segment.numbers("people") or segment.numbers("number"))[0]
    behind = any(
        each["word"] == "each"
        and each["start"] >= people["end"]
        and not segment.text[people["end"] : each["start"]].strip()
        for each in segment.words
    )
    meetings = [e["end"] for e in segment.entities if e["entity"] == "meetings"]
    joined = meetings and not BREAK.search(segment.text, meetings[0] - 1, people["start"])
    return behind and not joined


def _outputs(segment: Segment, draft: Draft, known: Entry, call: Call) -> list[Entry]:
    """Return pieces of work: who and how many days, with the country named beside them.

    'Two researchers for 30 days' are 60 days.
    """
    pieces: list[Entry] = []
    places: list[int] = []
    people = 1
    for entity in segment.entities:
        name, value = entity["entity"], entity["value"]
        if name == "number" and (pieces or known):
            name = "days"  # '100 days in Germany, 90 in Spain', 'the Polish one is 70'
        if name == "people":
            people = whole([value]) or 1
        if name not in ("staff", "days"):
            continue
        if not pieces or name in pieces[-1]:
            # days behind days are of the staff named last
            pieces.append(
                {"staff": pieces[-1]["staff"]}
                if pieces and name == "days" and "staff" in pieces[-1]
                else {}
            )
            places.append(entity["start"])
        pieces[-1][name] = (whole([value]) or 1) * people if name == "days" else value
        people = 1 if name == "days" else people
    countries = [each for each in segment.entities if each["entity"] == "country"]
    if not pieces and countries and known:
        pieces, places = [{}], [segment.start]
    if not pieces:
        return []
    behind = bool(countries) and countries[0]["start"] > places[0]
    if _others_behind(segment, places, countries):
        # 'mūsu treneris 60 dienas, zviedri 30, horvāti 45'
        home = call.agency_country if segment.has("ours") else None
        for piece, code in zip(pieces, [home, *(e["value"] for e in countries)], strict=True):
            piece |= {"country": code} if code else {}
        return pieces
    for piece, start in zip(pieces, places, strict=True):
        after = [each["value"] for each in countries if each["start"] >= start]
        before = [each["value"] for each in countries if each["start"] < start]
        # 'a researcher 40 days in Latvia, …' or 'in Latvia a researcher 40 days, …'
        near = (after[:1] or before[-1:]) if behind else (before[-1:] or after[:1])
        piece |= {"country": near[0]} if near else {}
        if not countries and "country" not in known and _at_home(segment):
            piece |= {"country": call.agency_country}
    return [{**known, **pieces[0]}] if len(pieces) == 1 else pieces


def _at_home(segment: Segment) -> bool:
    """Tell whether work is done by one's own people: 'pētnieks pie mums', 'our manager'."""
    return segment.has("at_home") or segment.has("ours")


def _others_behind(segment: Segment, places: list[int], countries: list[dict[str, Any]]) -> bool:
    """Tell whether each piece of work but the first begins with the country that stands before it.

    The first one is of somebody else's then: 'a trainer 60 days, the Swedes 30'.
    """
    if not countries or len(countries) != len(places) - 1 or countries[0]["start"] < places[0]:
        return False
    between = (
        segment.text[country["end"] : start].strip(" –-:")
        for country, start in zip(countries, places[1:], strict=True)
    )
    before = (c["start"] < at for c, at in zip(countries, places[1:], strict=True))
    return all(before) and not any(between)


def _events(segment: Segment, draft: Draft, known: Entry, call: Call) -> list[Entry]:
    said = segment.said
    local, others = whole(said.local), whole(said.international)
    people = whole(said.people)
    if people and local is None:
        local = people - (others or 0)  # 'sixty participants, ten of them from abroad'
    if local is None and others is None:
        local = whole(said.number)
    country = _country(said, call)
    if not (local or others or country):
        return []
    told = {"country": country, "local_participants": local, "international_participants": others}
    return [{**known, **_filled(told)}]


def _activities(segment: Segment, draft: Draft, known: Entry, call: Call) -> list[Entry]:
    said = segment.said
    counts = _people(segment)
    months = whole(said.months) if _is_stay(segment, draft) else None
    days = whole(said.days) or (months * _DAYS_A_MONTH if months else None)
    host = _host(said, call)
    if not (counts or days or host or said.kilometres or said.activity or segment.times):
        return []
    learners, staff = counts.get("learner"), counts.get("staff")
    before = (known.get("groups") or [{}])[0]
    kind = next(iter(said.activity), None) or known.get("kind") or _kind(draft, learners, staff)
    kept = {key: value for key, value in before.items() if key not in _DISTANCE}
    group: Entry = {**kept, **_distance(segment, before, call)}
    if learners:
        group |= {"participant": "learner", "participants": learners}
        group |= {"accompanying": staff} if staff else {}
    elif staff:
        group |= {"participant": "staff", "participants": staff}
    if accompanying := counts.get("accompanying"):
        group["accompanying"] = accompanying
    told = {"kind": kind, "days": days, **host, "groups": [group], "times": segment.times}
    return [{**known, **_filled(told)}]


def _people(segment: Segment) -> dict[str, int]:
    """Return how many learners and staff are named: '10 skolēni un 2 skolotāji'."""
    kinds = [each for each in segment.entities if each["entity"] == "participant"]
    counts: dict[str, int] = {}
    bare = segment.numbers("number")
    if len(kinds) == 1 and len(bare) == 1 and not segment.numbers("people"):
        return {str(kinds[0]["value"]): int(bare[0]["value"])}  # 'pupils are 18'
    for each in segment.entities:
        number = whole([each["value"]]) if each["entity"] == "people" else None
        if number is None:
            continue
        if any(
            w["word"] == "accompanying" and each["start"] <= w["start"] < each["end"]
            for w in segment.words
        ):
            counts["accompanying"] = counts.get("accompanying", 0) + number
            continue
        near = [k for k in kinds if each["start"] <= k["start"] < each["end"] + 1]
        kind = near[0]["value"] if near else kinds[0]["value"] if kinds else "staff"
        counts[kind] = counts.get(kind, 0) + number
    return counts


def _kind(draft: Draft, learners: int | None, staff: int | None) -> str | None:
    if learners:
        return "intensive_study" if draft.field == _HIGHER else "short_pupil_exchange"
    return "staff_training" if staff else None


def _costs(segment: Segment, draft: Draft, known: Entry, call: Call) -> list[Entry]:
    amounts = [float(each) for each in segment.said.euro or segment.said.number if each > 0]
    return [{"amount": amount} for amount in amounts]


def _filled(values: Entry) -> Entry:
    return {key: value for key, value in values.items() if value is not None}
