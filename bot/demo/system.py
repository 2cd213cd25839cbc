"""The real system in a folder of its own: `partneris serve`, its databases, a call of the day."""

from __future__ import annotations

import datetime as dt
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import yaml

from bot import database
from bot.demo.script import Day
from core import call as calls

_STARTS_WITHIN = 420
"""Seconds: a machine without a model trains first."""
READY = "Partneris is ready"


class System:
    """The system, which can be started, killed and started again at the same address.

    Args:
        folder: where its databases and its log lie.
        environment: further variables, such as those of the stand-ins.
        day: the consultation day that its call gets.
        moment: the moment of its clock.
    """

    def __init__(
        self, folder: Path, environment: dict[str, str], day: Day, moment: dt.datetime
    ) -> None:
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = {
            database.VARIABLE: f"sqlite:///{folder / 'partneris.db'}",
            "PARTNERIS_CONVERSATIONS": str(folder / "conversations.db"),
            "PARTNERIS_SECRET": secrets.token_hex(32),
            "PARTNERIS_NOW": moment.isoformat(),
            calls.VARIABLE: str(_calls(folder, day, moment.date())),
            **environment,
        }
        self._log = folder / "log"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start and wait until it answers.

        Raises:
            RuntimeError: it did not start; the text is its log.
        """
        before = self._log.stat().st_size if self._log.exists() else 0
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot.cli", "serve", "--port", str(self.port)],
                cwd=database.ROOT,
                env=os.environ | self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        deadline = time.monotonic() + _STARTS_WITHIN
        while READY.encode() not in self._log.read_bytes()[before:]:
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(self._log.read_text(encoding="utf-8"))
            time.sleep(0.2)

    def kill(self) -> None:
        """End it at once, as a failure of power does."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it as Ctrl-C does."""
        self._end(signal.SIGINT)

    def report(self, folder: Path) -> None:
        """Write the report of what happened so far.

        Raises:
            subprocess.CalledProcessError: it could not be written.
        """
        subprocess.run(
            [sys.executable, "-m", "bot.cli", "report", "--output", str(folder)],
            cwd=database.ROOT,
            env=os.environ | self.environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )

    def log(self) -> str:
        """Return what it has written."""
        return self._log.read_text(encoding="utf-8")

    def _end(self, how: signal.Signals) -> None:
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(how)
            self._process.wait(timeout=60)


def _calls(folder: Path, day: Day, date: dt.date) -> Path:
    """Return a folder with a copy of the newest call that has a consultation day."""
    copied = folder / "calls"
    name = calls.known()[-1]
    shutil.copytree(calls.CALLS / name, copied / name)
    path = copied / name / "helpdesk.yml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    content["consultation_days"] = [
        {"day": date, **day.model_dump(mode="json", exclude={"moment"})}
    ]
    path.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
    return copied


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
