"""The README's `make run` as the tests use it: a real server, one for all of them."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bot.training import ROOT

_STARTS_WITHIN = 420
"""Seconds: a machine without a model trains first."""


class Server:
    """A started server with its address and the log of its connections."""

    def __init__(
        self,
        url: str,
        connections: Path,
        output: Path,
        friend: int,
        database: str,
        process: subprocess.Popen[bytes],
    ) -> None:
        self.url = url
        self.database = database
        self.conversations = output.parent / "conversations.db"
        self._process = process
        self.friend = friend
        """The port on this machine of another website that may show the widget."""
        self.connections = connections
        self.output = output

    def post(self, body: bytes) -> tuple[int, Any]:
        request = urllib.request.Request(
            f"{self.url}/webhooks/rest/webhook",
            data=body,
            headers={"Content-Type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, json.load(error)

    def kill(self) -> None:
        """Stop the server in the middle of whatever it does."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(timeout=30)

    def ask(self, sender: str, message: str) -> list[dict[str, Any]]:
        status, answer = self.post(json.dumps({"sender": sender, "message": message}).encode())
        assert status == 200
        return list(answer)


@contextmanager
def running(folder: Path, now: str, **variables: str) -> Iterator[Server]:
    """Start the server as the README says, as of a moment; stop it at the end.

    Args:
        folder: where its output goes, and its own database.
        now: the moment.
        variables: further variables of its environment.
    """
    port, friend = free_port(), free_port()
    connections, output = folder / "connections", folder / "output"
    database = f"sqlite:///{folder / 'partneris.db'}"
    environment = {
        **os.environ,
        "PARTNERIS_NOW": now,
        "PARTNERIS_DATABASE": database,
        "PARTNERIS_CONVERSATIONS": str(folder / "conversations.db"),
        # the root, too: the code of this folder, whichever one the environment has installed
        "PYTHONPATH": os.pathsep.join([str(ROOT / "tests" / "support"), str(ROOT)]),
        "PARTNERIS_ORIGINS": f"http://127.0.0.1:{friend}",
        "CONNECTIONS_LOG": str(connections),
        **variables,
    }
    with output.open("w") as log:
        process = subprocess.Popen(
            ["make", "--no-print-directory", "run", f"PORT={port}"],
            cwd=ROOT,
            start_new_session=True,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        deadline = time.monotonic() + _STARTS_WITHIN
        while "Partneris is ready" not in output.read_text():
            assert process.poll() is None, output.read_text()
            assert time.monotonic() < deadline, "the server did not start in time"
            time.sleep(0.5)
        url = f"http://127.0.0.1:{port}"
        yield Server(url, connections, output, friend, database, process)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=30)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
