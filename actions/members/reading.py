"""Reads a message of organisations: who is in the consortium after it, and who if it were so."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from actions.members.consortium import Consortium, Memory, Organisation, Status
from actions.members.counts import number_of
from actions.members.sentence import ADDING, Count, Mention, Sentence, small
from actions.members.signs import sentences
from actions.message import Message

_STATUS: dict[str, Status] = {
    "joins": "in",
    "adds": "in",
    "full": "in",
    "leaves": "left",
    "drops": "left",
    "without": "left",
    "associated": "associated",
    "waits": "waiting",
}
"""What becomes of those of whom something is said."""
_OF_MEMBERS = {
    "consortium", "management", "largest_consortium", "eligibility", "partner_changes",
    "associated_partners", "applicant",
}  # fmt: skip
"""Topics after which a few words go on about who is in the consortium."""
_WHO_LEADS = "applicant"
_COMING = ("joins", "adds")
_GOING = ("leaves", "drops", "without")
_ELLIPTIC = 8
"""Words of a message up to which a place alone repeats the change before: 'un ja vēl ungāri?'."""
_NEAR = 3
"""Words from 'we are' to what somebody is."""
_BEGINNING = 3
"""Letters at the beginning of a message: 'Nē, …'."""
_TELLING = 2
"""Places from which a list tells of a consortium."""


@dataclass(frozen=True)
class Reading:
    """What a message makes of the consortium."""

    memory: Memory
    """What is kept after the message."""
    now: Consortium
    """The consortium of which the message asks: as it is, or as it supposes it to be."""
    changed: bool = False
    """Whether the message told or supposed anything of it."""
    supposes: bool = False
    assumed: bool = False
    """Whether the organisation of those who ask was taken to be among them."""
    named: list[Organisation] = field(default_factory=list)
    """Members of whom the message speaks without changing anything."""
    compared: Consortium | None = None
    """What it is compared with: as it was before the change."""
    leads: Organisation | None = None
    """Who the message says or supposes to lead."""
    without: bool = False
    """Whether it is asked how it would be without somebody."""

    @property
    def known(self) -> bool:
        """Whether there is a consortium to speak of."""
        return self.now.known


def read(
    message: Message,
    memory: Memory,
    programme: Sequence[str],
    agency: str,
    before: str | None,
) -> Reading:
    """Return what a message makes of the consortium that was told before.

    Args:
        message: the message.
        memory: what was kept.
        programme: the Programme Countries: their towns are meant rather than others.
        agency: the country of the agency, where those who ask are if they tell nothing else.
        before: the topic before it.
    """
    return _Reader(message, memory, programme, agency, before).read()


class _Reader:
    """Reads one message."""

    def __init__(
        self,
        message: Message,
        memory: Memory,
        programme: Sequence[str],
        agency: str,
        before: str | None,
    ) -> None:
        self._message, self._memory, self._programme = message, memory, programme
        self._agency, self._before = agency, before
        self._goes_on = before in _OF_MEMBERS
        known = memory.supposed or memory.told
        self._sentences = sentences(message, known, programme, agency)
        self._mentions = [each for s in self._sentences for each in s.mentions]
        self._home = self._told_home() or memory.home or agency
        self._base = Consortium() if self._lists_anew() else self._starting()
        self._now = self._base
        self._fresh: list[Organisation] = []
        self._named: list[Organisation] = []
        self._cues: list[str] = []
        self._leads: Organisation | None = None
        self._elliptic = False
        self._total: int | None = None
        self._others: int | None = None

    def read(self) -> Reading:
        """Return what the message makes of the consortium."""
        if "what_country" in self._message.asked_of_members and not self._tells_several():
            return self._unchanged()
        for sentence in self._sentences:
            self._read(sentence)
        self._count()
        if self._now == self._base:
            return self._unchanged()
        supposes = self._supposes()
        now = self._now
        assumed = now.known and not now.own and not now.complete
        with_own = now.with_own(self._home) if now.known else now
        assumed = assumed and len(with_own.organisations) > len(now.organisations)
        told = self._memory.told if supposes else with_own
        focus = self._fresh or self._named or self._memory.focus
        memory = self._memory.model_copy(
            update={
                "told": told,
                "supposed": with_own if supposes else None,
                "before": self._base if self._base.known else None,
                "focus": focus,
                "change": self._cues[-1] if self._cues else self._memory.change,
                "home": self._kept_home,
                "several": self._several,
            }
        )
        return Reading(
            memory=memory,
            now=with_own,
            changed=True,
            supposes=supposes,
            assumed=assumed,
            named=self._named,
            compared=self._base if self._base.known else None,
            leads=self._leads,
            without="without" in self._cues,
        )

    def _tells_several(self) -> bool:
        """Tell whether a consortium is told, and not only asked what countries are."""
        asks = {"enough", "how_many"} & self._message.asked_of_members
        return bool(asks) and len([one for one in self._mentions if one.country]) >= _TELLING

    def _unchanged(self) -> Reading:
        """Return that nothing changed; what was supposed just before is still spoken of."""
        memory = self._memory
        supposed = memory.supposed if self._goes_on and not self._is_with_them() else None
        now = supposed or memory.told
        if self._base != memory.told and self._base == memory.supposed:
            now = self._base
            if self._taken_up():
                memory = memory.model_copy(update={"told": self._base, "supposed": None})
        focus = self._named or memory.focus
        kept = memory.model_copy(
            update={
                "focus": focus,
                "supposed": memory.supposed if self._goes_on else None,
                "home": self._kept_home,
                "several": self._several,
            }
        )
        return Reading(
            memory=kept, now=now, named=self._named, compared=memory.before, leads=self._leads
        )

    @property
    def _kept_home(self) -> str | None:
        return self._home if self._home != self._agency else self._memory.home

    @property
    def _several(self) -> bool:
        others = any(each.has("another_project") for each in self._sentences)
        return self._memory.several or others

    def _is_with_them(self) -> bool:
        """Tell whether it is asked how it is with those who were left out: 'and with them?'."""
        return any(
            each.them and {*s.between(max(0, each.start - 1), each.start)} & small("with")
            for s in self._sentences
            for each in s.mentions
        )

    def _told_home(self) -> str | None:
        own = (each.country for each in self._mentions if each.own and each.country)
        return next(own, None)

    def _is_first(self) -> bool:
        return not self._memory.told.organisations

    def _lists_anew(self) -> bool:
        """Tell whether all are told again: 'Nē, Igaunija, Somija un Latvija.'."""
        bare = [one for one in self._mentions if one.country and not (one.cue or one.count)]
        all_ = len(bare) > _TELLING and all(one.listed for one in bare)
        begins = any(
            each["word"] in ("none", "no") and each["start"] < _BEGINNING
            for each in self._message.words
        )
        return all_ and begins and len(bare) == len([one for one in self._mentions if one.country])

    def _starting(self) -> Consortium:
        """Return what the message starts from: as told, or as supposed where it takes that up."""
        memory = self._memory
        if memory.supposed is None:
            return memory.told
        also = self._message.has("more") and any(each.cue in _GOING for each in self._mentions)
        return memory.supposed if also or self._taken_up() else memory.told

    def _taken_up(self) -> bool:
        """Tell whether somebody speaks of one only supposed to join: 'cik ar Melnkalni?'."""
        supposed = self._memory.supposed
        if supposed is None:
            return False
        new = [e for e in supposed.members if e not in self._memory.told.members]
        spoken_of = [each for each in self._mentions if each.country and not each.cue]
        return any(_is_meant(each)(one) for each in spoken_of for one in new)

    def _read(self, sentence: Sentence) -> None:
        if sentence.has("another_project"):
            return  # another consortium
        if sentence.has("invited"):
            self._now = self._now.model_copy(update={"invited": True})
        if sentence.has("in_place") and not any(each.back for each in sentence.mentions):
            self._take_them_out()
        for each in sentence.mentions:
            self._take(each, sentence)
        for count in sentence.counts:
            if count.us and self._is_distributed(sentence, count.at) and not sentence.asks:
                self._take_us_several(count.number)
            elif self._is_distributed(sentence, count.at):
                self._others = count.number if not count.total else self._others
                self._total = count.number if count.total else self._total
            else:
                self._take_uncounted(sentence, count)
        self._take_own(sentence)

    def _take_us_several(self, number: int) -> None:
        """Take several of ours beside others: 'the three of us, Sweden and Leeds'."""
        own = self._now.own or Organisation(country=self._home, own=True)
        ours = [own] + [own.model_copy(update={"own": False, "town": None})] * (number - 1)
        others = [one for one in self._now.organisations if one.country != own.country]
        self._now = self._now.model_copy(update={"organisations": [*ours, *others]})

    def _take_own(self, sentence: Sentence) -> None:
        """Take one's own organisation that is told without its place: 'esam vidusskola'."""
        if self._now.own:
            return
        kinds = [start for start, _ in sentence.spans("organisation")]
        counted = {count.at for count in sentence.counts}
        told = any(
            0 <= kind - end <= _NEAR and counted.isdisjoint(range(end, kind))
            for _, end in sentence.spans("presents")
            for kind in kinds
        )
        listed = any(
            {*sentence.between(max(0, start - 1), start), *sentence.between(end, end + 1)}
            & {",", *ADDING, *small("joins")}
            for start, end in sentence.spans("us", "we")
            if not any(
                word in small("including") for word in sentence.between(max(0, start - 1), end + 1)
            )
        )
        places = [one for one in self._now.organisations if one.status == "in"]
        with_us = any(each.with_us for each in sentence.mentions)
        if told or (listed and (len(places) >= _TELLING or (with_us and places))):
            own = Organisation(country=self._home, own=True)
            self._now = self._now.plus(own)

    def _is_distributed(self, sentence: Sentence, at: int) -> bool:
        """Tell whether places behind a number tell where those are: '5 partneri: 2 no …'."""
        return any(each.country and each.start >= at for each in sentence.mentions)

    def _take(self, each: Mention, sentence: Sentence) -> None:
        if each.them:
            self._take_them(each, sentence)
        elif each.we:
            self._take_us(each)
        elif (each.cue == "leads" or self._tells_who_leads(each)) and (each.country or each.kind):
            self._take_leader(each, sentence)
        elif self._is_elsewhere(each, sentence) and not (each.back or (each.cue and each.kind)):
            self._named += self._known(each)
        elif each.cue in _STATUS:
            self._change(each, sentence)
        elif each.cue == "stays" and self._known(each):
            self._named += self._known(each)
        else:
            self._mention(each, sentence)

    def _tells_who_leads(self, each: Mention) -> bool:
        """Tell whether the applicant is named who was asked about: 'no, Ogre will be'."""
        alone = not (each.cue or each.kind or each.count or each.listed)
        known = any(one.status == "in" for one in self._known(each))
        return self._before == _WHO_LEADS and alone and known and not self._asks_of(each)

    def _asks_of(self, each: Mention) -> bool:
        return any(each in s.mentions and s.asks for s in self._sentences)

    def _take_them(self, each: Mention, sentence: Sentence) -> None:
        focus = self._named or self._fresh or self._memory.focus
        if each.cue == "leads":
            self._leads = focus[0] if len({one.country for one in focus}) == 1 else None
            return
        others = [one for one in focus if not one.own]
        if not others and each.cue in _GOING and self._now.unplaced > 0:
            self._take_unplaced_out(each, sentence)
            return
        asked = each.cue == "associated" and sentence.asks and not sentence.supposes
        if each.cue not in (*_GOING, "associated", "full") or not focus or asked:
            return
        keys = {(one.country, one.town) for one in focus}
        self._set(lambda one: (one.country, one.town) in keys and not one.own, each.cue, None)

    def _take_unplaced_out(self, each: Mention, sentence: Sentence) -> None:
        """Take out some of those of whom no place was told: 'one of them backs out'."""
        number = number_of(sentence, each.start)
        if number is None or number > self._now.unplaced:
            return
        self._cues.append("leaves")
        unplaced = self._now.unplaced - number
        self._now = self._now.model_copy(update={"unplaced": unplaced})

    def _take_them_out(self) -> None:
        """Take out those spoken of, for whom another comes: 'un viņu vietā nāk Stokholma?'."""
        focus = self._fresh or self._named or self._memory.focus
        keys = {(one.country, one.town) for one in focus}
        self._set(lambda one: (one.country, one.town) in keys and not one.own, "leaves", None)

    def _take_us(self, each: Mention) -> None:
        own = self._now.own
        if each.cue == "leads" and own:
            self._leads = own
            if self._now.own_leads:
                return
            self._now = self._now.model_copy(update={"leader": own, "invited": False})
        elif each.cue in ("associated", "full") and own:
            self._set(lambda one: one.own, each.cue, None)

    def _take_leader(self, each: Mention, sentence: Sentence) -> None:
        known = self._known(each)
        fresh = sentence.asks and not self._memory.told.known
        told = not fresh and (self._tells_of_partners() or self._may_join(each, sentence))
        if not known and not each.own and each.country and told:
            self._add(each)
            known = self._fresh[-1:]
        if each.own and not known:
            self._mention(each, sentence)
            known = [one for one in self._now.organisations if one.own]
        if known:
            leader = known[-1].model_copy(update={"status": "in"})
            self._leads = leader
            self._now = self._now.model_copy(update={"leader": leader, "invited": not leader.own})

    def _change(self, each: Mention, sentence: Sentence) -> None:
        assert each.cue
        known = self._known(each)
        if each.cue in _COMING or each.cue == "full":
            waiting = [one for one in known if one.status != "in"]
            if waiting and not (each.another and each.cue in _COMING):
                self._set(_is_meant(each), each.cue, each.count)
            elif self._may_come(each, sentence, bool(known)):
                self._cues.append(each.cue)
                self._add(each)
            else:
                self._named += known
            return
        if each.kind and each.cue == "associated":
            known = [one for one in known if not one.own]  # 'Kuldīgas novada dome'
        if not known:
            self._change_unknown(each)
            return
        self._set(lambda one: _is_meant(each)(one) and not one.own, each.cue, each.count)

    def _may_come(self, each: Mention, sentence: Sentence, known: bool) -> bool:
        """Tell whether one who is said to join is a new one."""
        if not self._memory.told.known and not self._is_told(each, sentence):
            return False
        if sentence.elsewhere and not (each.kind or each.count):
            return False
        return not known or bool(each.count) or each.another

    def _change_unknown(self, each: Mention) -> None:
        """Take what is said of somebody of whom nothing was told: associated, waiting, leaving."""
        assert each.cue
        if not (each.country or each.kind):
            return
        if each.cue in ("associated", "waits") and (each.kind or each.listed or each.country):
            self._cues.append(each.cue)
            self._add(each, _STATUS[each.cue])
        elif self._now.unplaced > 0 and each.cue in _GOING:
            self._cues.append(each.cue)
            left = self._now.unplaced - (each.count or 1)
            self._now = self._now.model_copy(update={"unplaced": left})
        elif each.cue in _GOING and self._is_first():
            self._add(each, "left")  # 'Our Greek partner quit. Latvia, Lithuania and Greece was …'

    def _set(self, whom: Callable[[Organisation], bool], cue: str, most: int | None) -> None:
        changed = self._now.changed(whom, _STATUS[cue], most)
        pairs = zip(self._now.organisations, changed.organisations, strict=True)
        met = [after for before, after in pairs if before != after]
        self._fresh += met
        self._cues.append(cue)
        rest = (most or 0) - len(met)
        if rest > 0 and cue in _GOING and changed.unplaced > 0:  # of those without a place
            unplaced = max(0, changed.unplaced - rest)
            changed = changed.model_copy(update={"unplaced": unplaced})
        self._now = changed

    def _mention(self, each: Mention, sentence: Sentence) -> None:
        """Take somebody of whom nothing else is said: a member of a list, or one spoken of."""
        if each.own and each.country:
            self._set_own(each)
            return
        known = self._known(each)
        fresh = [one for one in known if one in self._fresh]
        if known and not fresh:
            self._take_known(each, known, sentence)
            return
        if fresh and all(one.status == "left" for one in fresh):
            return  # 'the Greeks quit. Latvia, Lithuania and Greece was the plan'
        if fresh and not (each.kind or each.count or each.another or self._lists_codes(sentence)):
            return  # 'Norway isn't in the EU' behind Tromsø
        if self._is_elliptic(each):
            self._cues.append("joins")
            self._elliptic = True
            self._add(each)
            return
        if self._may_join(each, sentence):
            self._swap_kind(each, sentence)
            self._add(each)

    def _swap_kind(self, each: Mention, sentence: Sentence) -> None:
        """Take out the one of its kind that was told: 'and if the hospital were in Lugano?'."""
        same = [one for one in self._now.members if one.kind and one.kind == each.kind]
        more = self._message.adds or each.another or bool(each.count)
        moves = sentence.supposes and (sentence.has("swaps") or not sentence.has(*_COMING))
        if sentence.has("in_place") or more:
            return
        if len(same) == 1 and moves and not same[0].own:
            self._set(lambda one: one == same[0], "leaves", 1)

    def _take_known(self, each: Mention, known: list[Organisation], sentence: Sentence) -> None:
        """Take one who was told of before, of whom only a number or nothing is said."""
        waiting = [one for one in known if one.status == "waiting"]
        if waiting and not sentence.supposes and self._message.has("more"):
            self._set(_is_meant(each), "joins", each.count)  # 'Lund too now.'
            return
        going = self._memory.change in _GOING and self._is_elliptic(each)
        if going and any(one.status == "in" for one in known):
            self._elliptic = True
            self._set(lambda one: _is_meant(each)(one) and not one.own, "leaves", each.count)
            return
        there = [one for one in known if one.status == "in"]
        if each.another and there and (each.kind or each.count) and not self._is_the_other(each):
            self._cues.append("adds")
            self._add(each)
            return
        if each.count and there and each.count != len(there) and not sentence.asks:
            self._correct(each, there)
            return
        self._named += there or known

    def _is_the_other(self, each: Mention) -> bool:
        return each.start == 0 and not each.kind

    def _correct(self, each: Mention, there: list[Organisation]) -> None:
        """Take another number of those from a place: 'there's only one Cypriot'."""
        assert each.count
        if each.count < len(there):
            self._set(
                lambda one: _is_meant(each)(one) and not one.own, "leaves", len(there) - each.count
            )
            return
        self._cues.append("adds")
        self._add(replace(each, count=each.count - len(there)))

    def _is_elliptic(self, each: Mention) -> bool:
        """Tell whether a place alone repeats what was asked before it: 'un no Norvēģijas?'."""
        short = self._message.length <= _ELLIPTIC and not each.kind
        return bool(self._goes_on and short and self._memory.told.known and each.country)

    def _may_join(self, each: Mention, sentence: Sentence) -> bool:
        """Tell whether somebody mentioned without a word of joining is one of the consortium."""
        if not each.country and not each.kind:
            return False
        if self._is_elsewhere(each, sentence):
            return False
        telling = self._tells_of_partners()
        if each.kind or (each.count and telling):
            return self._is_told(each, sentence)
        swapped = any(one.back for one in sentence.mentions)  # 'un ja Ukrainas vietā Serbija?'
        member = each.listed or each.partner or each.with_us or swapped
        return telling and (member or sentence.has("others", "each"))

    def _is_elsewhere(self, each: Mention, sentence: Sentence) -> bool:
        """Tell whether a place is that of a journey and the like, and of nobody who takes part."""
        ours = each.with_us and sentence.has("organisation")  # 'apmaiņa, 2 skolas – mēs un poļi'
        return bool(sentence.elsewhere and each.country) and not ours

    def _tells_of_partners(self) -> bool:
        marks = {word for s in self._sentences for word, _, _ in s.marks}
        asks = {"enough", "how_many"} & self._message.asked_of_members
        partners = {"others", "each", "organisation", "leads", "us", *_COMING} & marks
        consortium = self._message.turns_on("partnership_size") or self._message.has("management")
        with_us = any(one.with_us for one in self._mentions)
        return bool(partners or consortium or asks or with_us or self._memory.told.known)

    def _is_told(self, each: Mention, sentence: Sentence) -> bool:
        """Tell whether an organisation is told, and not only asked about: 'may a Swiss school?'."""
        places = [one for one in self._mentions if one.country]
        several = len(places) >= _TELLING or self._memory.told.known
        asks = sentence.asks and self._message.hangs_on("may")
        return bool(several or not asks)

    def _lists_codes(self, sentence: Sentence) -> bool:
        return any(each.listed for each in sentence.mentions)

    def _known(self, each: Mention) -> list[Organisation]:
        """Return those told of whom a mention may speak: of the town, else of the country."""
        meant = _is_meant(each)
        return [one for one in self._now.organisations if meant(one)]

    def _add(self, each: Mention, status: Status = "in") -> None:
        country = each.country or self._home
        own = self._now.own
        town = each.town or (own.town if not each.country and own else None)
        number = each.count or 1
        one = Organisation(country=country, town=town, kind=each.kind, status=status)
        new = [one] * number
        unplaced = self._now.unplaced
        joins = each.cue in _COMING or each.another
        if unplaced > 0 and not joins and status == "in" and not self._is_first():
            unplaced = max(0, unplaced - number)  # they were counted before their place was told
        self._fresh += new
        self._now = self._now.plus(*new).model_copy(update={"unplaced": unplaced})

    def _set_own(self, each: Mention) -> None:
        assert each.country
        own = Organisation(country=each.country, town=each.town, kind=each.kind, own=True)
        self._fresh.append(own)
        more = [own.model_copy(update={"own": False})] * ((each.count or 1) - 1)
        others = [one for one in self._now.organisations if not one.own]
        before = self._now.own
        if before and before.town and before.town != each.town and each.country == before.country:
            return  # another one of ours
        same = [one for one in others if one.country == own.country and one.town == own.town]
        others = [one for one in others if one not in same[:1]] if not before and same else others
        self._now = self._now.model_copy(update={"organisations": [own, *more, *others]})

    def _take_uncounted(self, sentence: Sentence, count: Count) -> None:
        """Take a number of organisations of which no place is told."""
        number, total = count.number, count.total
        cues = [name for name, start, end in sentence.marks if name in _STATUS]
        if sentence.elsewhere:
            return
        now = self._now
        placed = len(now.members)
        if now.known and {*cues} & {*_GOING}:
            self._cues.append("leaves")
            self._now = now.model_copy(update={"unplaced": now.unplaced - number})
        elif now.known and ({*cues} & {*_COMING} or (not total and self._adds())):
            self._cues.append("joins")
            self._now = now.model_copy(update={"unplaced": now.unplaced + number})
        elif number in (now.count, now.count - 1) and now.known:
            return  # 'each of the three'
        elif not total and (count.beside or now.known):
            self._others = number
        elif placed and total and (now.known or count.us) and not sentence.has("each"):
            self._total = number

    def _adds(self) -> bool:
        return self._message.has("more") or self._message.has("adds")

    def _count(self) -> None:
        """Take the number of all, or of the others, into account once all places are read."""
        now = self._now
        if not now.organisations:
            return
        own = bool(now.own)
        if self._total is not None:
            unplaced = self._total - len(now.members)
            if unplaced < 0 and not self._memory.told.known:
                return
            update = {"unplaced": unplaced, "complete": True}
            self._now = now.model_copy(update=update)
        elif self._others is not None:
            unplaced = self._others - (len(now.members) - own)
            if unplaced >= 0:
                self._now = now.model_copy(update={"unplaced": unplaced})

    def _supposes(self) -> bool:
        """Tell whether the message only supposes the change; what is told first is always told."""
        if not self._base.known:
            return False
        if any(s.supposes and s.mentions for s in self._sentences):
            return True
        asks = any(s.asks for s in self._sentences)
        if "without" in self._cues:
            return True
        may = any(s.asks and s.may and s.mentions for s in self._sentences)
        return asks and (may or self._elliptic)


def _is_meant(each: Mention) -> Callable[[Organisation], bool]:
    """Return what tells whether a mention speaks of an organisation."""

    def meant(one: Organisation) -> bool:
        if each.town and each.kind and one.own and not one.town and each.kind != one.kind:
            return False  # 'the chamber in Riga' is not our school
        if each.town and one.town:
            return each.town == one.town and each.country == one.country
        return each.country is not None and each.country == one.country

    return meant
