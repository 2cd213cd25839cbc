"""A consultation day played through: many people and a few officers, on all channels at once."""

from __future__ import annotations

import datetime as dt
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
from bot.demo.script import Script, script
from bot.demo.standins.slack import SlackStandIn
from bot.demo.standins.telegram import TelegramStandIn
from bot.demo.system import System
from bot.helpdesk import officers as accounts
from bot.helpdesk import tickets

_PASSWORD = "a played consultation day"
_CHANNELS = ("website", "website", "website", "slack", "telegram")
"""Of five people, three write on the website."""
_GOES_HOME_AFTER = 300
"""Seconds that officers stay for what is still held once everybody has left."""
Tell = Callable[[str], None]


@dataclass
class Played:
    """What came of a day."""

    people: list[Person]
    officers: list[Officer]
    seconds: float
    left_open: int
    """Tickets that nobody has ended."""
    restarts: int
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
            ("times booked", str(sum(person.booked for person in self.people))),
            ("kill -9 and start again", str(self.restarts)),
            ("left open", str(self.left_open)),
            ("problems", str(len(self.problems))),
        ]


def play(
    folder: Path,
    moment: dt.datetime,
    people: int,
    officers: int,
    pace: float,
    restarts: int = 0,
    tell: Tell = print,
) -> Played:
    """Play a day.

    Args:
        folder: an empty folder for the system's databases and its log.
        moment: the moment of the system's clock.
        people: how many come.
        officers: how many are at the desk, at most those of the script.
        pace: seconds that a thought takes.
        restarts: how often the system is killed in the middle and started again.
        tell: is told how far the day is.

    Returns:
        The day's figures and all that went wrong.
    """
    written = script()
    with SlackStandIn() as slack, TelegramStandIn() as telegram:
        environment = slack.environment | telegram.environment
        system = System(folder, environment, written.day, moment)
        with _database_of(system):
            tell("Starting the system …")
            system.start()
            slack.connect(system.url)
            telegram.connect(system.url)
            try:
                return _play(system, written, slack, telegram, people, officers, pace, restarts, tell)
            finally:
                system.stop()


def _play(
    system: System,
    written: Script,
    slack: SlackStandIn,
    telegram: TelegramStandIn,
    people: int,
    officers: int,
    pace: float,
    restarts: int,
    tell: Tell,
) -> Played:
    staff = _staff(system, written, officers, pace)
    crowd = list(_crowd(system, written, slack, telegram, people, pace))
    start = time.monotonic()
    threads = [threading.Thread(target=person.live, daemon=True) for person in crowd]
    for each in staff:
        each.start()
    for thread in threads:
        thread.start()
        time.sleep(pace / 5)
    restarted = 0
    while any(thread.is_alive() for thread in threads):
        time.sleep(1)
        gone = sum(not thread.is_alive() for thread in threads)
        held, waiting = len(tickets.held()), len(tickets.waiting())
        tell(f"{gone} of {people} have left, {waiting} wait, {held} talk to an officer")
        if restarted < restarts and gone >= people * (restarted + 1) / (restarts + 1):
            restarted += 1
            tell("kill -9, and start again …")
            system.kill()
            system.start()
    _go_home(staff)
    for person in crowd:
        person.close()
    return Played(
        people=crowd,
        officers=staff,
        seconds=time.monotonic() - start,
        left_open=len(tickets.held()) + len(tickets.waiting()),
        restarts=restarted,
        problems=[*problems(crowd, staff), *_errors(system.log())],
    )


def problems(people: Iterable[Person], officers: Iterable[Officer]) -> list[str]:
    """Return who was lost, answered twice or answered by mistake."""
    people, officers = list(people), list(officers)
    found = [each.problem for each in [*people, *officers] if each.problem]
    said = Counter(answer for officer in officers for answer in officer.answered)
    heard = Counter(
        (person.code, text) for person in people for text in map(_plain, person.answers())
    )
    for person in people:
        found += [
            f"{person.code} ({person.channel}): somebody else's answer: {text}"
            for text in person.answers()
            if person.code not in text
        ]
        ids = [each.id for each in person.heard()]
        if len(ids) != len(set(ids)):
            found.append(f"{person.code} ({person.channel}): a message came twice")
    for mark, text in (said - _known(heard, said)).elements():
        found.append(f"{mark}: an officer's answer did not arrive: {text}")
    for mark, text in (_known(heard, said) - said).elements():
        found.append(f"{mark}: an officer's answer arrived twice: {text}")
    return found


def _known(heard: Counter[tuple[str, str]], said: Counter[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """Return what was heard as it was said: messengers add who says it."""
    known: Counter[tuple[str, str]] = Counter()
    for (mark, text), count in heard.items():
        for wanted, words in said:
            if wanted == mark and words in text:
                known[wanted, words] += count
    return known


def _plain(text: str) -> str:
    return text.strip()


def _errors(log: str) -> list[str]:
    return [line for line in log.splitlines() if "Traceback" in line or " ERROR " in line]


def _staff(system: System, written: Script, count: int, pace: float) -> list[Officer]:
    for part in written.officers[:count]:
        accounts.add(part.email, part.name, _PASSWORD, "officer", part.fields, "lv")
    return [
        Officer(part, system.url, _PASSWORD, written.answers, pace)
        for part in written.officers[:count]
    ]


def _crowd(
    system: System,
    written: Script,
    slack: SlackStandIn,
    telegram: TelegramStandIn,
    count: int,
    pace: float,
) -> Iterator[Person]:
    for number in range(count):
        part = written.people[number % len(written.people)]
        phrases = written.phrases[part.language]
        code = f"№{1000 + number}"
        # a number that has no common divisor with the script's length: all on all channels
        match _CHANNELS[number % len(_CHANNELS)]:
            case "slack":
                yield SlackPerson(code, part, phrases, pace, slack)
            case "telegram":
                yield TelegramPerson(code, part, phrases, pace, telegram)
            case _:
                yield WebPerson(code, part, phrases, pace, system.url)


def _go_home(staff: list[Officer]) -> None:
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
    import os

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
    return f"median {statistics.median(seconds):.1f}, 95th percentile {last:.1f}, longest {seconds[-1]:.1f}"
