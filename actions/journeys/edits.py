"""Applies what a message tells to the journeys that are remembered: new events, and changes."""

from __future__ import annotations

from dataclasses import dataclass, field

from actions.journeys.items import Count, Items, Origin
from actions.journeys.model import Event, Group, Journeys, Kind, Town, Who
from actions.journeys.places import Places
from actions.journeys.reading import Told, ToldEvent, ToldGroup
from core.call import Participant

_TAKES_PLACE = ("change", "online")


class UnclearError(Exception):
    """It is not clear which group is meant."""


class NobodyError(UnclearError):
    """Nobody of those who were told would travel."""


@dataclass
class Change:
    """The journeys after a message, and which events it told of."""

    journeys: Journeys
    places: list[int] = field(default_factory=list)
    """Of the events that were told or changed, in the list of all."""
    supposed: bool = False
    """Whether an event is only supposed in place of another."""
    added: bool = False
    """Whether an event came on top of others."""


class Edits:
    """Changes journeys by what one message tells."""

    def __init__(
        self, journeys: Journeys, items: Items, places: Places, kind: Kind | None, told: Told
    ) -> None:
        self._items = items
        self._places = places
        self._kind = kind
        self._told = told
        self.change = Change(with_partners(journeys, told, places))

    @property
    def _journeys(self) -> Journeys:
        return self.change.journeys

    def apply(self) -> Change | None:
        """Return the change; none where the message tells nothing of journeys.

        Raises:
            UnclearError: it is not clear which group is meant.
        """
        several = any(each.every and len(each.venues) > 1 for each in self._told.events)
        if (self._told.rotates or several) and self._rotate():
            self._set(self._journeys.model_copy(update={"together": True}))
            return self.change
        if "joins_in" in self._items.words and self._join():
            return self.change
        for told in self._told.events:
            if not self._apply(told) and not self.change.places:
                return None
        if not self.change.places:
            return None
        several = len({*self.change.places}) > 1
        self._set(self._journeys.model_copy(update={"together": several}))
        return self.change

    # events

    def _rotate(self) -> bool:
        """Add a meeting at each partner, to which the others come."""
        told = next((each for each in self._told.events if each.has_people), None)
        venues = [town for each in self._told.events for town in each.venues]
        hosts = venues if len(venues) > 1 else self._journeys.partners
        counts = told.every or [c for g in told.groups for c in g.counts] if told else []
        if len(hosts) < 2 or not counts:
            return False
        kind = self._kind_of(told) if told else None
        if kind is None:
            return False
        journeys = self._journeys.with_partners(hosts)
        if self._told.rotates:
            journeys = journeys.model_copy(update={"events": []})
        self._set(journeys)
        days = next((each.days[0] for each in self._told.events if each.days), None)
        for host in hosts:
            groups = [
                self._group(town, counts, kind)
                for town in self._journeys.partners
                if not town.is_same(host)
            ]
            self._add(Event(kind=kind, venue=host, days=days, groups=groups))
        return True

    def _join(self) -> bool:
        """Let a new partner take part in all events, and host one if it is said to."""
        new = self._told.partners[-1:] or [
            group.origin.town
            for event in self._told.events
            for group in event.groups
            if group.origin and group.origin.town
        ]
        counts = [c for e in self._told.events for c in (*e.every, *_counts(e))]
        if not self._journeys.events or not new or not counts:
            return False
        newcomer = new[-1]
        assert newcomer is not None
        before = len(self._journeys.events)
        for place, event in enumerate(self._journeys.events):
            group = self._group(newcomer, counts[:1], event.kind)
            self._put(event.with_group(next(iter(event.of(newcomer)), None), group), place)
        ordinals = [e.ordinal for e in self._told.events if e.ordinal]
        if "at_home" in self._items.words or any(n == before + 1 for n in ordinals if n):
            kind = self._journeys.events[-1].kind
            others = [t for t in self._journeys.partners if not t.is_same(newcomer)]
            groups = [self._usual(each, counts[:1], kind) for each in others]
            last = self._journeys.events[-1]
            self._add(Event(kind=kind, venue=newcomer, days=last.days, groups=groups))
        return True

    def _usual(self, town: Town, counts: list[Count], kind: Kind) -> Group:
        """Return as many from a place as come from there to other events."""
        known = [group for event in self._journeys.events for group in event.of(town)]
        return known[0] if known else self._group(town, counts, kind)

    def _apply(self, told: ToldEvent) -> bool:
        """Apply one event of the message; return whether it told anything that is clear."""
        venues = self._venues(told)
        if len(venues) == 1 and venues[0] and self._all_moved(told, venues[0]):
            return True
        for venue in venues or [None]:
            place = self._target(told, venue)
            if place is None:
                if not self._new(told, venue):
                    return False
            elif not self._change_event(told, venue, place):
                return False
        return True

    def _all_moved(self, told: ToldEvent, venue: Town) -> bool:
        """Suppose all events in another place: 'Would Lisbon be cheaper? Both events.'."""
        turn = self._items.turn
        every = "all" in turn.said.scope and turn.message.asks and not told.has_people
        events = self._journeys.events
        if not every or len(self._journeys.counted) < 2 or told.ordinal:
            return False
        replaced = {each.replaces for each in events}
        for place, event in enumerate(events):
            if place not in replaced:
                groups = [g for g in event.groups if not g.town.is_same(venue)]
                moved = {"venue": venue, "groups": groups, "replaces": place}
                self._add(event.model_copy(update=moved))
        self.change.supposed, self.change.added = True, False
        return True

    def _venues(self, told: ToldEvent) -> list[Town | None]:
        """Return where the event is, as far as the message says it."""
        if told.venues:
            return [*told.venues]
        if told.here:
            return [self._own()]
        partners = [t for t in self._journeys.partners if not t.is_same(self._journeys.own)]
        if told.theirs and partners:
            return [partners[-1]]
        if told.there and self._told.partners:
            return [self._told.partners[-1]]
        event = self._journeys.event
        if told.there and event:
            return [event.venue]
        partners = [t for t in self._told.partners if not t.is_same(self._journeys.own)]
        if event is None and told.has_people and len(partners) == 1 and not told.every:
            return [partners[0]]  # 'we visit our partners Porto: three from Ventspils, …'
        last = self._items.turn.last_said.town[-1:]
        there = self._places.of(last[0]) if told.there and last else None
        return [there] if there else []

    def _target(self, told: ToldEvent, venue: Town | None) -> int | None:
        """Return the place of the event that is changed; none: it is another one."""
        events, words = self._journeys.events, self._items.words
        if not events:
            return None
        if told.given_up:
            there = [n for n, each in enumerate(events) if each.venue.is_same(told.given_up)]
            return there[-1] if there else None
        if told.ordinal is not None and not (venue and "next_event" in words):
            return told.ordinal - 1 if told.ordinal <= len(events) else None
        if "next_event" in words and (venue or told.kind or told.has_people):
            return None
        if venue:
            there = [n for n, each in enumerate(events) if each.venue.is_same(venue)]
            of_kind = [n for n in there if told.kind in (None, events[n].kind)]
            if of_kind:
                return of_kind[-1]
        last = self._journeys.last
        if told.kind and told.kind != events[last].kind and "change" not in words:
            of_kind = [n for n, each in enumerate(events) if each.kind == told.kind]
            same = "same_people" in words
            return last if same else of_kind[-1] if of_kind and not told.has_place else None
        takes_place = any(word in words for word in _TAKES_PLACE) or self._only_asks(told)
        return None if venue and told.has_people and not takes_place else last

    def _only_asks(self, told: ToldEvent) -> bool:
        """Tell whether only another venue is asked about: 'And in Tartu?'."""
        return not told.has_people and self._items.turn.message.asks

    def _new(self, told: ToldEvent, venue: Town | None) -> bool:
        """Add an event."""
        before, words = self._journeys.event, self._items.words
        if venue is None and before and (told.has_people or "same_people" in words):
            same = "same_people" in words or "next_event" in words or told.kind
            venue = before.venue if same else None
        kind = self._kind_of(told)
        if venue is None or kind is None:
            return False
        events = self._journeys.events
        if told.like and told.like <= len(events) and not told.has_people:
            before = events[told.like - 1]
        groups = self._groups(told, venue, kind)
        if not groups and before and "same_people" in words:
            groups = self._as_before(before, venue, kind)
        if not groups:
            return False
        alike = next((e for e in reversed(self._journeys.events) if e.kind == kind), None)
        days = self._days(told, groups) or (alike.days if alike else None)
        groups = [g.model_copy(update={"days": None}) if g.days == days else g for g in groups]
        times = told.times if told.times and len(self._venues(told)) == 1 else 1
        self._add(Event(kind=kind, venue=venue, days=days, groups=groups, times=times))
        return True

    def _as_before(self, before: Event, venue: Town, kind: Kind) -> list[Group]:
        """Return the same people as before; or the same numbers from each who does not host."""
        counts = [each.people for each in before.groups]
        alike = "same_numbers" in self._items.words and counts.count(counts[0]) == len(counts)
        partners = any(before.venue.is_same(each) for each in self._journeys.partners)
        if alike and partners and not before.venue.is_same(venue):
            senders = self._senders(venue)
            return [Group(town=each, people=counts[0]) for each in senders]
        return [each for each in before.groups if not each.town.is_same(venue)]

    def _days(self, told: ToldEvent, groups: list[Group]) -> int | None:
        lengths = [each.days for each in groups if each.days]
        return max([*told.days, *lengths], default=None)

    def _kind_of(self, told: ToldEvent | None) -> Kind | None:
        """Return the kind of an event: as it is called, or by who takes part and how long."""
        if told is None:
            return None
        learners = any(each.who == "learner" for each in [*_counts(told), *told.every])
        learners = learners or any("learner" in clause.who for clause in self._items.clauses)
        if learners and told.kind != "meeting":
            return "exchange"
        if told.kind:
            return "training" if told.kind == "exchange" and self._only_staff() else told.kind
        before = self._journeys.event
        if before:
            return before.kind
        return "training" if told.days and self._kind != "meeting" else self._kind

    def _only_staff(self) -> bool:
        who = {each for clause in self._items.clauses for each in clause.who}
        return who == {"staff"}

    def _groups(self, told: ToldEvent, venue: Town, kind: Kind) -> list[Group]:
        """Return who comes to an event."""
        every = [self._group(each, told.every, kind) for each in self._senders(venue)]
        found: list[Group] = []
        for each in told.groups:
            town = self._town(each.origin) if each.origin else None
            town = town or (found[-1].town if found and each.person else self._own())
            counts = each.counts or ([_ONE] if each.person else [])
            if counts:
                group = self._group(town, counts, kind)
                days = each.days if each.days != max(told.days, default=None) else None
                group = group.model_copy(update={"days": days})
                found = self._joined(found, group)
        if not told.every:
            return found
        rest = [g for g in every if not any(g.town.is_same(each.town) for each in found)]
        return [*found, *rest]

    def _joined(self, groups: list[Group], new: Group) -> list[Group]:
        """Return groups with another one, which may be of those from the same place."""
        same = [g for g in groups if g.town.is_same(new.town) and g.days == new.days]
        if not same:
            return [*groups, new]
        people = {**same[0].people}
        for who, number in new.people.items():
            people[who] = people.get(who, 0) + number
        both = same[0].model_copy(update={"people": people})
        return [both if each is same[0] else each for each in groups]

    def _senders(self, venue: Town) -> list[Town]:
        """Return the places from each of which people come to an event."""
        before = self._journeys.event
        known = [*self._journeys.partners]
        if before:
            known += [before.venue, *(group.town for group in before.groups)]
        senders: list[Town] = []
        for town in known:
            if not town.is_same(venue) and not any(town.is_same(each) for each in senders):
                senders.append(town)
        return senders

    def _group(self, town: Town, counts: list[Count], kind: Kind) -> Group:
        first: Who = "learner" if kind == "exchange" else "staff"
        people: dict[Participant, int] = {}
        for each in counts:
            who = each.who or first
            who = "staff" if kind == "meeting" else who
            people[who] = people.get(who, 0) + each.number
        return Group(town=town, people=people)

    # changes

    def _change_event(self, told: ToldEvent, venue: Town | None, place: int) -> bool:
        """Change an event, or suppose another one in its place."""
        event = self._journeys.events[place]
        moved = venue is not None and not venue.is_same(event.venue)
        kind = told.kind if told.kind and told.kind != event.kind else None
        changed = event
        if moved and venue:
            groups = [g for g in event.groups if not g.town.is_same(venue)]
            changed = changed.model_copy(update={"venue": venue, "groups": groups})
        if kind:
            changed = changed.model_copy(update={"kind": kind, "groups": _as(kind, changed.groups)})
        changed = self._with_days(told, changed)
        changed = self._with_people(told, changed, anew=moved and bool(_counts(told)))
        everywhere = "every_time" in self._items.words or self._journeys.together
        everywhere = everywhere and not (moved or told.has_place or told.ordinal or told.given_up)
        if everywhere and len(self._journeys.events) > 1 and (told.has_people or told.days):
            return self._change_all(told)
        if moved and venue and not changed.groups:
            raise NobodyError
        if changed == event and not (told.has_people or told.days or moved):
            return False
        self._place(changed, place, supposed=(moved or kind is not None) and self._supposes)
        return True

    @property
    def _supposes(self) -> bool:
        message = self._items.turn.message
        return message.asks or message.has("supposes")

    def _place(self, event: Event, place: int, supposed: bool) -> None:
        if not supposed:
            self._put(event.model_copy(update={"replaces": event.replaces}), place)
            return
        self._add(event.model_copy(update={"replaces": place}))
        self.change.supposed, self.change.added = True, False

    def _change_all(self, told: ToldEvent) -> bool:
        for place, event in enumerate(self._journeys.events):
            hosts = [g for g in told.groups if g.origin and self._is_at(g.origin, event.venue)]
            rest = [g for g in told.groups if g not in hosts]
            part = ToldEvent(groups=rest, every=told.every, days=told.days)
            changed = self._with_people(part, self._with_days(part, event), anew=False)
            self._put(changed, place)
        return True

    def _is_at(self, origin: Origin, venue: Town) -> bool:
        town = self._town(origin)
        return town.is_same(venue)

    def _with_days(self, told: ToldEvent, event: Event) -> Event:
        words, person = self._items.words, any(each.person for each in told.groups)
        if words & {"longer", "shorter"} and event.days:
            by = told.days[0] if told.days else 1
            days = event.days + by if "longer" in words else event.days - by
            return event.model_copy(update={"days": days})
        if not told.days or person or any(g.days and g.counts for g in told.groups):
            return event
        return event.model_copy(update={"days": told.days[0]})

    def _with_people(self, told: ToldEvent, event: Event, anew: bool) -> Event:
        """Return an event with other people, as the message tells them."""
        if told.every:
            return self._with_each(told.every, event)
        if anew:
            groups = self._groups(told, event.venue, event.kind)
            kept = [] if len(groups) > 1 else event.groups
            event = event.model_copy(update={"groups": kept})
            for group in groups:
                event = event.with_group(next(iter(event.of(group.town)), None), group)
            return event
        for each in told.groups:
            event = self._with_told(each, event)
        return event

    def _with_each(self, counts: list[Count], event: Event) -> Event:
        """Return an event with as many from each place."""
        senders = [g.town for g in event.groups] or self._senders(event.venue)
        if "of_every" in self._items.words:
            senders = self._senders(event.venue)
        added = any(each.added for each in counts)
        groups = []
        for town in senders:
            new = self._group(town, counts, event.kind)
            old = next(iter(event.of(town)), None)
            if old and added:
                new = _plus(old, new.people, -1 if "less" in self._items.words else 1)
            elif old and counts[0].who:
                new = old.model_copy(update={"people": {**old.people, **new.people}})
            groups.append(new)
        return event.model_copy(update={"groups": groups})

    def _with_told(self, told: ToldGroup, event: Event) -> Event:
        """Return an event with one group changed, added or gone."""
        if told.origin is None:
            return self._without_place(told, event)
        origin = told.origin
        old = self._meant(origin, event)
        if origin.gone and old:
            return event.without([old])
        if told.person:
            return self._with_person(told, event, old)
        if not told.counts:
            return self._moved_group(origin, event, old)
        town = self._town(origin) if old is None or origin.town else old.town
        self._set(self._journeys.model_copy(update={"town": town}))
        new = self._group(town, self._of_kind(told.counts, old, event), event.kind)
        days = told.days if told.days != event.days else None
        if old is None:
            return event.with_group(None, new.model_copy(update={"days": days}))
        changed = self._counted(old, new, told)
        update = {"town": town, "days": days or old.days}
        return event.with_group(old, changed.model_copy(update=update))

    def _counted(self, old: Group, new: Group, told: ToldGroup) -> Group:
        """Return a group with another number, or with so many more or fewer."""
        if told.less:
            return _plus(old, new.people, -1)
        if told.more and "joins_in" not in self._items.words:
            return _plus(old, new.people, 1)
        return old.model_copy(update={"people": {**old.people, **new.people}})

    def _of_kind(self, counts: list[Count], old: Group | None, event: Event) -> list[Count]:
        """Return people of whom no kind is told as of the only kind that the group has."""
        if old is None or len(old.people) != 1:
            return counts
        (who,) = old.people
        return [Count(c.number, c.who or who, c.start, c.end, c.ours, c.added) for c in counts]

    def _without_place(self, told: ToldGroup, event: Event) -> Event:
        """Return an event with another number of people where no place is told for them."""
        if told.person:
            return self._with_person(told, event, None)
        if "online" in self._items.words and event.times > 1 and told.counts:
            return event.model_copy(update={"times": told.counts[0].number})
        old = self._only_group(told, event)
        counts = self._of_kind(told.counts, old, event)
        new = self._group(old.town, counts, event.kind)
        return event.with_group(old, self._counted(old, new, told))

    def _only_group(self, told: ToldGroup, event: Event) -> Group:
        """Return the group that is meant where no place is told.

        Raises:
            UnclearError: it may be one of several.
        """
        groups = [each for each in event.groups if each.days is None] or event.groups
        who = {each.who for each in told.counts} - {None}
        of_kind = [g for g in groups if who & {*g.people}]
        for candidates in (groups, of_kind):
            if len(candidates) == 1:
                return candidates[0]
        last = [g for g in groups if g.town.is_same(self._journeys.town)]
        if len(last) == 1 and (told.less or told.more or "change" in self._items.words):
            return last[0]
        raise UnclearError

    def _with_person(self, told: ToldGroup, event: Event, old: Group | None) -> Event:
        """Return an event with another length for one who is named: 'the head stays five days'."""
        single = [g for g in event.groups if g.days and g.count == 1]
        if len(single) != 1 or not told.days:
            raise UnclearError
        return event.with_group(single[0], single[0].model_copy(update={"days": told.days}))

    def _moved_group(self, origin: Origin, event: Event, old: Group | None) -> Event:
        """Return an event of which a group comes from another place: 'the Greeks are from …'."""
        if origin.town is None or old is None:
            return event
        self._set(self._journeys.model_copy(update={"town": origin.town}))
        return event.with_group(old, old.model_copy(update={"town": origin.town}))

    def _meant(self, origin: Origin, event: Event) -> Group | None:
        """Return the group of an event that a place means; none: none of them."""
        if origin.ours and origin.town is None:
            return next(iter(event.of(self._own())), None)
        if origin.town:
            exact = event.of(origin.town)
            if exact:
                return exact[0]
            near = event.of_country(origin.town.country)
            assumed = [g for g in near if g.town.assumed]
            last = [g for g in event.groups if g.town.is_same(self._journeys.town)]
            last = [g for g in last if g in near]
            named = [g for g in near if origin.country and g in last]
            found = assumed or named or (event.groups if len(event.groups) == 1 else [])
            takes = not any(each.counts for each in self._groups_of(origin))
            return found[0] if found and (assumed or takes) else None
        return next(iter(event.of_country(origin.country or "")), None)

    def _groups_of(self, origin: Origin) -> list[ToldGroup]:
        return [g for e in self._told.events for g in e.groups if g.origin == origin]

    # places

    def _own(self) -> Town:
        own = self._journeys.own
        if own is None:
            own = self._places.agency()
        return own

    def _town(self, origin: Origin) -> Town:
        """Return the place from which people come.

        Raises:
            UnclearError: only a country is told whose capital is not known.
        """
        if origin.town:
            return origin.town
        if origin.ours:
            return self._own()
        known = [*self._journeys.partners]
        known += [g.town for event in self._journeys.events for g in event.groups]
        known += [event.venue for event in self._journeys.events]
        there = [town for town in known if town.country == origin.country]
        town = there[0] if there else self._places.capital(origin.country or "")
        if town is None:
            raise UnclearError
        return town

    # the memory

    def _set(self, journeys: Journeys) -> None:
        self.change.journeys = journeys

    def _add(self, event: Event) -> None:
        self.change.added = bool(self._journeys.events)
        self._set(self._journeys.with_event(event))
        self.change.places.append(self._journeys.last)

    def _put(self, event: Event, place: int) -> None:
        self._set(self._journeys.with_event(event, place))
        self.change.places.append(place)


_ONE = Count(1, None, 0, 0)


def _counts(told: ToldEvent) -> list[Count]:
    return [count for group in told.groups for count in group.counts]


def _plus(group: Group, people: dict[Who, int], sign: int) -> Group:
    """Return a group with so many more or fewer people."""
    counted = {**group.people}
    for who, number in people.items():
        known = who if who in counted else next(iter(counted), who)
        known = who if sign > 0 and who != known else known
        counted[known] = max(counted.get(known, 0) + sign * number, 0)
    return group.model_copy(update={"people": {w: n for w, n in counted.items() if n}})


def _as(kind: Kind, groups: list[Group]) -> list[Group]:
    """Return groups as they take part in another kind of event."""
    if kind != "meeting":
        return groups
    return [g.model_copy(update={"people": {"staff": g.count}, "days": None}) for g in groups]


def with_partners(journeys: Journeys, told: Told, places: Places) -> Journeys:
    """Return journeys with the partners of a message, and where those who ask are."""
    own = told.own or journeys.own
    towns = [*([told.own] if told.own else []), *told.partners]
    found = journeys.with_partners(towns)
    agency = places.agency()
    if own is None:  # who lists the partners is one of them
        own = next((town for town in found.partners if town.is_same(agency)), None)
    return found.model_copy(update={"own": own})
