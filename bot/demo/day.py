"""A consultation day played through: many people and a few officers, on all channels at once."""

from __future__ import annotations

import datetime as dt
import os
import statistics
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot import database
from bot.demo.officers import Officer
from bot.demo.people import Person, SlackPerson, TelegramPerson, WebPerson
from bot.demo.script import script
from bot.demo.standins.slack import SlackStandIn
from bot.demo.standins.telegram import TelegramStandIn
from bot.demo.system import System
from bot.helpdesk import officers as accounts
from bot.helpdesk import slots, tickets

_PASSWORD = "a played consultation day"
_CHANNELS = ("website", "website", "website", "slack", "telegram")
"""Of five people, three write on the website."""
_GOES_HOME_AFTER = 300
"""Seconds that officers stay for what is still held once everybody has left."""
_NOTED_WITHIN = 1
"""Seconds until the system has noted what a messenger took. What it could not note before it was
killed would come twice, as docs/slack.md says."""


@dataclass
class Played:
    """What came of a day."""

    people: list[Person]
    officers: list[Officer]
    seconds: float
    left_open: int
    """Tickets that nobody has ended."""
    restarts: int
    booked: int
    problems: list[str] = field(default_factory=list)

    def waits(self) -> list[float]:
        """Return the seconds to each of Partneris's answers."""
        return sorted(wait for person in self.people for wait in person.waits)

    def waits_for_officer(self) -> list[float]:
        """Return the seconds to each person's first answer of an officer."""
        found = (person.wait_for_officer for person in self.people)
        return sorted(wait for wait in found if wait is not None)

    def by_channel(self) -> Counter[str]:
        """Return how many people came over each channel."""
        return Counter(person.channel for person in self.people)

    def table(self) -> list[tuple[str, str]]:
        """Return the day's figures as label and value."""
        bot, human = self.waits(), self.waits_for_officer()
        channels = ", ".join(f"{name} {count}" for name, count in self.by_channel().items())
        return [
            ("people", f"{len(self.people)} ({channels})"),
            ("officers", str(len(self.officers))),
            ("seconds", f"{self.seconds:.0f}"),
            ("questions answered by Partneris", str(len(bot))),
            ("  seconds to the answer", _spread(bot)),
            ("people answered by an officer", str(len(human))),
            ("  seconds to the officer's answer", _spread(human)),
            ("officers' answers", str(sum(len(each.answered) for each in self.officers))),
            ("  two reached for the same", str(sum(each.beaten for each in self.officers))),
            ("times booked", str(self.booked)),
            ("kill -9 and start again", str(self.restarts)),
            ("left open", str(self.left_open)),
            ("problems", str(len(self.problems))),
        ]


@dataclass(frozen=True)
class Wish:
    """What day is to be played."""

    moment: dt.datetime
    """The moment of the system's clock."""
    people: int
    officers: int
    """How many are at the desk, at most those of the script."""
    pace: float
    """Seconds that a thought takes."""
    restarts: int = 0
    """How often the system is killed in the middle and started again."""


class Day:
    """A day that is being played.

    Args:
        wish: what day it is to be.
        folder: an empty folder for the system's databases and its log.
        tell: is told how far the day is.
    """

    def __init__(self, wish: Wish, folder: Path, tell: Callable[[str], None]) -> None:
        self._wish, self._folder, self._tell = wish, folder, tell
        self._script = script()
        self._restarted = 0

    def play(self) -> Played:
        """Play the day; return its figures and all that went wrong."""
        with SlackStandIn() as slack, TelegramStandIn() as telegram:
            environment = slack.environment | telegram.environment
            system = System(self._folder, environment, self._script.day, self._wish.moment)
            with _database_of(system):
                self._tell("Starting the system …")
                system.start()
                slack.connect(system.url)
                telegram.connect(system.url)
                try:
                    return self._play(system, slack, telegram)
                finally:
                    system.stop()

    def _play(self, system: System, slack: SlackStandIn, telegram: TelegramStandIn) -> Played:
        staff = self._staff(system)
        crowd = list(self._crowd(system, slack, telegram))
        start = time.monotonic()
        for each in staff:
            each.start()
        threads = self._let_in(crowd)
        told = ""
        while any(thread.is_alive() for thread in threads):
            time.sleep(1)
            gone = sum(not thread.is_alive() for thread in threads)
            now = f"{gone} of {len(crowd)} have left, {len(tickets.waiting())} wait for an officer"
            if now != told:
                self._tell(now)
            told = now
            self._restart_if_due(gone, system, slack, telegram)
        _send_home(staff)
        system.report(self._folder)
        for person in crowd:
            person.close()
        return Played(
            people=crowd,
            officers=staff,
            seconds=time.monotonic() - start,
            left_open=len(tickets.held()) + len(tickets.waiting()),
            restarts=self._restarted,
            booked=len(slots.day_list(None, self._wish.moment.date())),
            problems=[*problems(crowd, staff), *_errors(system.log())],
        )

    def _restart_if_due(
        self, gone: int, system: System, slack: SlackStandIn, telegram: TelegramStandIn
    ) -> None:
        wish = self._wish
        due = wish.people * (self._restarted + 1) / (wish.restarts + 1)
        if self._restarted < wish.restarts and gone >= due:
            self._restarted += 1
            self._tell("kill -9, and start again …")
            with slack.held("chat.postMessage"), telegram.held("sendMessage"):
                time.sleep(_NOTED_WITHIN)
                system.kill()
            system.start()

    def _let_in(self, crowd: list[Person]) -> list[threading.Thread]:
        """Let people come one after the other."""
        threads = [threading.Thread(target=person.live, daemon=True) for person in crowd]
        for thread in threads:
            thread.start()
            time.sleep(self._wish.pace / 5)
        return threads

    def _staff(self, system: System) -> list[Officer]:
        parts = self._script.staff(self._wish.officers)
        for part in parts:
            accounts.add(part.email, part.name, _PASSWORD, "officer", part.fields, "lv")
        return [
            Officer(part, system.url, _PASSWORD, self._script.answers, self._wish.pace)
            for part in parts
        ]

    def _crowd(
        self, system: System, slack: SlackStandIn, telegram: TelegramStandIn
    ) -> Iterator[Person]:
        parts, pace = self._script.people, self._wish.pace
        for number in range(self._wish.people):
            part = parts[number % len(parts)]
            person = (f"№{1000 + number}", part, self._script.phrases[part.language], pace)
            # the counts of channels and parts have no common divisor: all come over all channels
            match _CHANNELS[number % len(_CHANNELS)]:
                case "slack":
                    yield SlackPerson(*person, slack)
                case "telegram":
                    yield TelegramPerson(*person, telegram)
                case _:
                    yield WebPerson(*person, system.url)


def problems(people: Iterable[Person], officers: Iterable[Officer]) -> list[str]:
    """Return who was lost, answered twice or answered by mistake."""
    people, officers = list(people), list(officers)
    found = [each.problem for each in people if each.problem]
    found += [each.problem for each in officers if each.problem]
    said = Counter(answer for officer in officers for answer in officer.answered)
    arrived: Counter[tuple[str, str]] = Counter()
    for person in people:
        for mark, words in said:  # messengers add who says it
            if mark == person.code:
                arrived[mark, words] = sum(words in text for text in person.answers())
        found += [
            f"{person.code} ({person.channel}): somebody else's answer: {text}"
            for text in person.answers()
            if person.code not in text
        ]
        ids = [each.id for each in person.heard()]
        if len(ids) != len(set(ids)):
            found.append(f"{person.code} ({person.channel}): a message came twice")
    for mark, text in (said - arrived).elements():
        found.append(f"{mark}: an officer's answer did not arrive: {text}")
    for mark, text in (arrived - said).elements():
        found.append(f"{mark}: an officer's answer arrived twice: {text}")
    return found


def _errors(log: str) -> list[str]:
    return [line for line in log.splitlines() if "Traceback" in line or " ERROR " in line]


def _send_home(staff: list[Officer]) -> None:
    """Let officers leave once nothing is held and nobody waits."""
    deadline = time.monotonic() + _GOES_HOME_AFTER
    while (tickets.held() or tickets.waiting()) and time.monotonic() < deadline:
        time.sleep(0.5)
    for each in staff:
        each.go_home()
    for each in staff:
        each.join(60)


@contextmanager
def _database_of(system: System) -> Iterator[None]:
    """Let this process look into the system's database."""
    before = os.environ.get(database.VARIABLE)
    os.environ[database.VARIABLE] = system.environment[database.VARIABLE]
    database.upgrade()
    try:
        yield
    finally:
        if before is None:
            del os.environ[database.VARIABLE]
        else:
            os.environ[database.VARIABLE] = before


def _spread(seconds: list[float]) -> str:
    if not seconds:
        return "–"
    last = seconds[min(len(seconds) - 1, int(0.95 * len(seconds)))]
    middle = statistics.median(seconds)
    return f"median {middle:.1f}, 95th percentile {last:.1f}, longest {seconds[-1]:.1f}"
