"""What a message tells of journeys: where partners are, events with their venues, and groups."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import pairwise

from actions.journeys.items import KINDS, Clause, Count, Items, Origin
from actions.journeys.model import Kind, Town, Who

_OF_PARTNERS = {"partnership_size", "a_partner"}
_OF_ONESELF = {"who", "presents"}
_GOES_ON = {",", "joins", "-", "+", "&"}


@dataclass
class ToldGroup:
    """People of whom a message tells; no place where it names none."""

    origin: Origin | None
    counts: list[Count] = field(default_factory=list)
    days: int | None = None
    less: bool = False
    """Whether they are fewer by so many."""
    person: bool = False
    """Whether it is somebody who is named, and counted by no number."""

    @property
    def more(self) -> bool:
        """Whether they come on top of others."""
        return any(each.added for each in self.counts) and not self.less


@dataclass
class ToldEvent:
    """An event of which a message tells."""

    kind: Kind | None = None
    ordinal: int | None = None
    like: int | None = None
    """Place in the row of the event that it is like: 'the same as the first one'."""
    given_up: Town | None = None
    """Where it is not after all."""
    venues: list[Town] = field(default_factory=list)
    here: bool = False
    theirs: bool = False
    there: bool = False
    days: list[int] = field(default_factory=list)
    times: int | None = None
    meetings: int | None = None
    """How many meetings there are, which may be told one by one."""
    groups: list[ToldGroup] = field(default_factory=list)
    every: list[Count] = field(default_factory=list)
    """How many come from each partner, or in each group."""

    @property
    def has_place(self) -> bool:
        """Whether it is said where it is."""
        return bool(self.venues) or self.here or self.theirs or self.there

    @property
    def has_people(self) -> bool:
        """Whether it is said who comes, and how many."""
        return bool(self.every) or any(each.counts for each in self.groups)


@dataclass
class Told:
    """What a message tells of journeys."""

    own: Town | None = None
    partners: list[Town] = field(default_factory=list)
    events: list[ToldEvent] = field(default_factory=list)
    rotates: bool = False
    fewer: list[Count] = field(default_factory=list)
    """By how many there are fewer, where it is not told from where."""

    @property
    def event(self) -> ToldEvent:
        """The first event, which may be empty."""
        return self.events[0] if self.events else ToldEvent()


class Reading:
    """Reads one message."""

    def __init__(self, items: Items, own: Town | None) -> None:
        self._items = items
        self._told = Told(own=None)
        self._own = own
        self._pending: list[Count] = []
        self._waiting: list[Origin] = []
        self._chained = False
        self._sentence = 0

    def told(self) -> Told:
        """Return what the message tells."""
        told = self._told
        words = self._items.words
        told.rotates = bool(words & {"at_every", "in_turn"})
        for clause in self._of_journeys(self._items.clauses):
            self._take(clause)
        self._leave_waiting()
        for event in told.events:
            self._inherit(event)
        self._share_people(told.events)
        if len(told.events) == 1 and len(told.event.venues) < 2:
            told.event.times = told.event.times or told.event.meetings
        here = [v for event in told.events for v in event.venues if event.here]
        if here and self._own is None and told.own is None:
            told.own = here[0]  # 'we host the meeting in Sigulda'
        if told.fewer and not any(each.has_people for each in told.events):
            told.events = told.events or [ToldEvent()]
            told.events[-1].groups.append(ToldGroup(None, told.fewer, less=True))
        return told

    def _share_people(self, events: list[ToldEvent]) -> None:
        """Let the people of one event go to the next one: 'twice in Vilnius and once in Lisbon'."""
        for before, event in pairwise(events):
            elsewhere = bool(event.venues) or event.there
            if before.has_people and elsewhere and not event.has_people and not event.groups:
                event.groups, event.every = [*before.groups], [*before.every]

    # partners

    def _of_journeys(self, clauses: list[Clause]) -> list[Clause]:
        """Return the clauses that do not only tell where partners or those who ask are."""
        kept, context, sentence = [], "", -1
        for clause in clauses:
            if clause.sentence != sentence or (clause.counts and not clause.has("at_every")):
                context, sentence = "", clause.sentence
            towns = [each.town for each in clause.origins if each.town and not each.ours]
            of_event = clause.has(*KINDS) or (clause.has("at_home", "here") and not towns)
            if clause.counts or of_event or clause.days:
                self._place_of_partner(clause, towns)
                kept.append(clause)
                continue
            context = self._context(clause) or context
            if not context or not towns:
                kept.append(clause)
                continue
            says_more = context == "a partner" and clause.sign == "," and len(clause.marks) == 0
            if context == "own" and self._own is None and self._told.own is None:
                self._told.own = towns[0]
            if not says_more:  # 'our partner is in Funchal, Madeira'
                self._told.partners += towns
            if "a_partner" in clause.marks and len(towns) == 1:
                context = "a partner"
        return kept

    def _context(self, clause: Clause) -> str:
        """Tell of whom a clause says where they are."""
        if clause.marks & _OF_PARTNERS and (clause.has("at_every") or not clause.has("of_every")):
            return "partners"
        if clause.marks & _OF_ONESELF or clause.has("based"):
            return "own" if self._own is None and self._told.own is None else "partners"
        return ""

    def _place_of_partner(self, clause: Clause, towns: list[Town]) -> None:
        """Remember the place of a partner who hosts or sends: 'our partner in Jelgava hosts …'."""
        if clause.marks & _OF_PARTNERS and len(towns) == 1 and not clause.counts:
            self._told.partners += towns
        oneself = "who" in clause.marks and not clause.counts and not clause.marks & _OF_PARTNERS
        if oneself and towns and self._own is None and self._told.own is None:
            self._told.own = towns[0]

    # events and groups

    def _take(self, clause: Clause) -> None:
        if clause.sentence != self._sentence:
            self._sentence = clause.sentence
            self._keep_places()
        venues = self._venues(clause)
        event = self._event_for(clause, venues)
        if clause.has("at_home") and clause.has("cannot") and not clause.counts:
            # 'Pécs cannot host after all, so that one will be in Riga'
            event.given_up = next((each.town for each in clause.origins if each.town), None)
            return
        places = {each.start for each in venues}
        origins = [each for each in clause.origins if each.start not in places]
        self._take_event(event, clause, venues)
        if clause.has("of_every"):  # 'from each of our partners'
            origins = [each for each in origins if not each.ours]
        gone = [each for each in origins if each.gone]
        event.groups += [ToldGroup(each) for each in gone]
        origins = [each for each in origins if not each.gone]
        rest = bool(clause.counts) and clause.has("rest") and not any(o.town for o in origins)
        listed = clause.has("of_every") and any(o.town for o in origins)
        if (clause.has("of_every") or rest) and not listed:
            event.every = [*self._pending, *clause.counts] or event.every
            self._pending = []
            return
        if clause.has("one_person") and not clause.counts and clause.days:
            origin = next((o for o in origins if o.town), None)
            event.groups.append(ToldGroup(origin, [], clause.days[0], person=True))
            event.days = event.days or [*clause.days]
            return
        self._take_groups(event, clause, origins)

    def _venues(self, clause: Clause) -> list[Origin]:
        """Return the places of a clause where something takes place."""
        towns = [each for each in clause.origins if each.town and not each.ours and not each.gone]
        if clause.has("of_every") and clause.counts:
            return []  # 'six from each of our partners in Porto, Graz and Turku'
        going = [each for each in towns if each.role == "to"]
        if len(going) > 1 and clause.counts and clause.marks & _OF_PARTNERS:
            return going[-1:]  # 'the partner in Tallinn would send two people to Tartu'
        if going:
            return going
        bare = [each for each in towns if each.role is None]
        if not bare:
            return []
        told = clause.has(*KINDS, "change", "next_event") or bool(clause.ordinals)
        alone = told and not clause.counts
        hosts = clause.has("at_home") and len(bare) == 1 and not clause.has("cannot")
        return bare if alone or hosts else []

    def _event_for(self, clause: Clause, venues: list[Origin]) -> ToldEvent:
        """Return the event of which a clause tells: another one begins with its venue or place."""
        events = self._told.events
        if not events:
            events.append(ToldEvent())
        event = events[-1]
        known = any(v.town and v.town.is_same(each) for v in venues for each in event.venues)
        ordinal = clause.ordinals[0] if len(clause.ordinals) == 1 else None
        another = ordinal is not None and event.ordinal not in (None, ordinal)
        another = another and not clause.has("same_people")
        another = another or (bool(venues) and not known and event.has_place and event.has_people)
        kinds = [kind for kind in KINDS if clause.has(kind)]
        other = bool(kinds and event.kind) and kinds[0] != event.kind
        another = another or (other and event.has_people and clause.has("next_event", "there"))
        if another:
            self._leave_waiting()
            kind = event.kind
            event = ToldEvent(kind=kind)
            events.append(event)
        return event

    def _take_event(self, event: ToldEvent, clause: Clause, venues: list[Origin]) -> None:
        kinds = [kind for kind in KINDS if clause.has(kind)]
        event.kind = event.kind or (kinds[0] if kinds else None)
        if event.ordinal is None and clause.ordinals and not clause.has("same_people"):
            event.ordinal = clause.ordinals[0]
        if clause.ordinals and clause.has("same_people"):
            event.like = clause.ordinals[-1]
        for each in venues:
            if each.town and not any(each.town.is_same(known) for known in event.venues):
                event.venues.append(each.town)
        event.here |= clause.has("here")
        event.theirs |= clause.has("theirs")
        event.there |= clause.has("there")
        if clause.times:
            event.times = clause.times[0]
        if clause.meetings:
            event.meetings = clause.meetings[0]
        if clause.days:
            event.days += clause.days

    def _take_groups(self, event: ToldEvent, clause: Clause, origins: list[Origin]) -> None:
        if not origins and not clause.counts:
            return
        if clause.counts and not origins:
            self._take_counts(event, clause)
        elif origins and not clause.counts:
            self._take_origins(event, clause, origins)
        else:
            self._pair(event, clause, origins)

    def _take_counts(self, event: ToldEvent, clause: Clause) -> None:
        """Take people of whom no place is named in their clause."""
        counts = clause.counts
        if clause.has("without", "less") and not clause.has("apiece"):
            self._told.fewer += counts  # 'viens skolēns atkrita'
            return
        if clause.has("apiece") and event.groups and any(each.who for each in counts):
            for group in event.groups:  # '+ pa 2 skolotājiem katrai grupai'
                group.counts += counts
        elif self._waiting:  # 'no Rīgas un Viļņas, pa diviem'
            event.groups += [ToldGroup(each, [*counts]) for each in self._waiting]
            self._waiting = []
        elif clause.has("apiece") and not event.groups:
            event.every = counts
        elif event.groups and self._belongs_before(event, clause):
            event.groups[-1].counts += counts
        else:
            self._pending += counts
        self._chained = False

    def _belongs_before(self, event: ToldEvent, clause: Clause) -> bool:
        """Tell whether people are of the group before: '… and two teachers'."""
        last = event.groups[-1]
        same = any(each.who == other.who for each in clause.counts for other in last.counts)
        if same or not last.counts or clause.sign not in _GOES_ON:
            return False
        clauses = self._items.clauses
        behind = clauses[clauses.index(clause) + 1 :][:1]
        forward = any(
            each.sign == "joins" and each.first_is_count and each.origins for each in behind
        )
        return not forward

    def _take_origins(self, event: ToldEvent, clause: Clause, origins: list[Origin]) -> None:
        """Take places of which no people are counted in their clause."""
        last = event.groups[-1] if event.groups else None
        for each in origins:
            if self._pending and not each.ours:
                event.groups.append(ToldGroup(each, self._pending))
                self._pending, self._chained = [], True
            elif last and last.origin and last.counts and _refines(last.origin, each):
                last.origin = replace(last.origin, town=each.town)
            elif self._waiting and _refines(self._waiting[-1], each):
                self._waiting[-1] = each
            elif last and self._chained and clause.sign in _GOES_ON and not self._again(each):
                event.groups.append(ToldGroup(each, [*last.counts]))
            else:
                self._waiting.append(each)

    def _again(self, origin: Origin) -> bool:
        """Tell whether a place only says where those are of whom was told: 'reckoned from X'."""
        if origin.ours or origin.town is None:
            return origin.ours
        own = self._told.own or self._own
        ours = any(g.origin and g.origin.ours for e in self._told.events for g in e.groups)
        return ours and origin.town.is_same(own)

    def _pair(self, event: ToldEvent, clause: Clause, origins: list[Origin]) -> None:
        """Take people with the places that stand beside them."""
        found: list[ToldGroup] = []
        first_is_count = bool(self._pending) or clause.counts[0].start <= origins[0].start
        parts: list[Origin | Count] = [*origins, *clause.counts]
        parts.sort(key=lambda each: each.start)
        waiting = self._pending
        for part in parts:
            if isinstance(part, Origin):
                found.append(ToldGroup(part, waiting if first_is_count else []))
                waiting = []
            elif first_is_count:
                waiting = [*waiting, part]
            elif found:
                found[-1].counts.append(part)
        if waiting and found:
            found[-1].counts += waiting
        if not first_is_count and self._waiting:
            found = [ToldGroup(each, [*found[0].counts]) for each in self._waiting] + found
        elif self._waiting:
            self._leave_waiting()
        found = self._without_us(found)
        less = clause.has("less", "without")
        for each in found:
            each.less = less
            each.days = clause.days[0] if len(clause.days) == 1 else None
        event.groups += found
        self._pending, self._waiting = [], []
        self._chained = first_is_count

    def _without_us(self, groups: list[ToldGroup]) -> list[ToldGroup]:
        """Return groups without a word for us that counts nobody: 'mums brauc 2 no Tartu'."""
        counted = [each for each in groups if each.counts]
        return [g for g in groups if g.counts or not counted or not (g.origin and g.origin.ours)]

    def _leave_waiting(self) -> None:
        """Keep places without people, and people without places, as they are."""
        if not self._told.events:
            return
        self._keep_places()
        if self._pending:
            group = ToldGroup(None, self._pending, less="less" in self._items.words)
            self._told.events[-1].groups.append(group)
        self._pending = []

    def _keep_places(self) -> None:
        """Keep places of which no people are counted."""
        if self._told.events:
            places = [ToldGroup(each) for each in self._waiting if not each.ours]
            self._told.events[-1].groups += places
        self._waiting = []

    def _inherit(self, event: ToldEvent) -> None:
        """Give people whose kind is not named that of those before: '6 pupils …, 6 from Kaunas'."""
        who: Who | None = None
        for group in event.groups:
            if len(group.counts) == 1 and group.counts[0].who is None and who:
                group.counts = [replace(group.counts[0], who=who)]
            first = group.counts[0].who if group.counts else None
            who = who or first


def _refines(first: Origin, second: Origin) -> bool:
    """Tell whether a town says more of where those of a country come from: 'Italians, Palermo'."""
    return first.town is None and second.town is not None and first.country == second.country
