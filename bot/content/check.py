"""The check of the call: is the data right, what changed, is every question answered well."""

from __future__ import annotations

import datetime as dt
import difflib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel
from rich.progress import track

from bot import checks, clock, training
from bot.content import releases, table
from bot.content.cautions import cautions
from bot.content.listing import Listing, listing
from bot.content.releases import Change, Release
from bot.evaluation import facts
from bot.evaluation.facts import Asked, Outcome
from core import call as calls
from core.call import Call

if TYPE_CHECKING:
    from bot.partner import Partner


class NotReleasedError(RuntimeError):
    """A state is not good enough for a release; the text says why."""


class UnknownFactError(ValueError):
    """No question asks for what was named; the text names the nearest."""


class Result(BaseModel):
    """What a check found."""

    wrong: str | None = None
    """The mistake in the data, with file, line and remedy; then nothing else was checked."""
    answers_of: dt.date | None = None
    last_release: str | None = None
    changes: list[Change] = []
    cautions: list[str] = []
    asked: dict[str, int] = {}
    """How many questions were asked, by language."""
    failures: list[Outcome] = []


class Check:
    """A check of the present files, as of the present day or that of `--now`."""

    def __init__(self, call: Call, questions: list[Asked]) -> None:
        self._call = call
        self._questions = questions
        self._day = clock.now(call.timezone).date()
        self._listing: Listing = listing(call)
        path = releases.newest()
        self._last: Release | None = releases.read(path) if path else None
        self.result = Result(answers_of=self._day, last_release=path.name if path else None)
        if self._last:
            self.result.changes = releases.changes(self._last.listing, self._listing)
            self.result.cautions = cautions(self._last.listing, self._listing, self._day)

    @classmethod
    def begin(cls, fact: str | None = None) -> Check:
        """Read all files and compare them with the last release.

        `fact` leaves only the questions about it: `deadline`, `contacts.adult`, `contacts`.

        Raises:
            DataError: a file is wrong; names file, line and remedy.
            UnknownFactError: no question asks for `fact`.
        """
        checks.check_all()
        call, questions = calls.load(), facts.load()
        facts.check(call, questions)
        return cls(call, _about(fact, questions) if fact else questions)

    async def ask(self, partner: Partner) -> int:
        """Ask every question in a conversation of its own, with progress on standard error."""
        from bot.partner import new_conversation  # here: Rasa takes ten seconds to import

        progress = table.console(error=True)
        for asked in track(self._questions, "Asking", console=progress):
            result = await partner.send(new_conversation(), asked.question)
            self.judge(facts.judge(self._call, self._day, asked, result))
        return len(self.result.failures)

    def judge(self, outcome: Outcome) -> None:
        """Take in what came back to a question."""
        self.result.asked[outcome.language] = self.result.asked.get(outcome.language, 0) + 1
        if outcome.expected:
            self.result.failures.append(outcome)

    def show_changes(self) -> None:
        """Print what changed since the last release, and what is worth a look."""
        out = table.console()
        if not self.result.last_release:
            out.print("There is no release yet to compare with.")
            return
        if not self.result.changes:
            out.print(f"Nothing changed since the release {self.result.last_release}.")
            return
        out.print(f"Changed since the release {self.result.last_release}:")
        out.print(table.changes_table(self.result.changes))
        for caution in self.result.cautions:
            out.print(f"Caution: {caution}", soft_wrap=True)

    def show_answers(self) -> None:
        """Print which questions were not answered well."""
        out, asked = table.console(), sum(self.result.asked.values())
        for line in table.failure_lines(self.result.failures):
            out.print(line, soft_wrap=True)
        if not asked:
            out.print("Data and sentences are right. No question was asked.")
            return
        good = asked - len(self.result.failures)
        out.print(
            f"Data and sentences are right. {good} of {asked} questions answered well"
            f" as of {self._day}."
        )

    def release(self) -> Path | None:
        """Write the state that was checked as a release; return none where nothing is new.

        Raises:
            NotReleasedError: a question was not answered well, or not every one was asked.
        """
        asked = Counter(asked.language for asked in facts.load())
        if failures := len(self.result.failures):
            raise NotReleasedError(f"not released; questions not answered well: {failures}")
        if self.result.asked != asked:
            raise NotReleasedError("not released: not every question was asked")
        model = training.fingerprint()
        if self._last and self._last.model == model and not self.result.changes:
            return None
        release = Release(
            model=model,
            answers_of=self._day,
            questions=self.result.asked,
            listing=self._listing,
        )
        return releases.write(release, dt.datetime.now(self._call.timezone).date())


def _about(fact: str, questions: list[Asked]) -> list[Asked]:
    paths = {path for asked in questions for path in asked.asks}
    wanted = {
        path for path in paths if path in (fact, f"facts.{fact}") or path.startswith(f"{fact}.")
    }
    if not wanted:
        names = [path.removeprefix("facts.") for path in paths]
        nearest = ", ".join(difflib.get_close_matches(fact, names)) or "none"
        raise UnknownFactError(f"no question asks for '{fact}'; nearest: {nearest}")
    return [asked for asked in questions if wanted & set(asked.asks)]
