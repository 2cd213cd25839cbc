"""PostgreSQL, Redis, RabbitMQ and nginx of Debian's packages, on loopback, in a temporary folder.

Never the system's own services: each has a free port and its files in the folder.
"""

from __future__ import annotations

import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psycopg2
import redis
import requests

from bot.training import ROOT
from tests.server import free_port

REST_TOKEN = "a token that is long enough for the tests"


class Service:
    """A program that can be stopped and started again with the same files and port."""

    def __init__(self, command: list[str], folder: Path, ready: Callable[[], bool]) -> None:
        self._command, self._folder, self._ready = command, folder, ready
        self._process: subprocess.Popen[bytes] | None = None
        self.environment: dict[str, str] = {}
        self.within = 60
        """Seconds that a start may take."""

    def start(self) -> None:
        with (self._folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                self._command,
                cwd=self._folder,
                env={**os.environ, **self.environment},
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        end = time.monotonic() + self.within
        while not self._ready():
            assert self._process.poll() is None, self.said()
            assert time.monotonic() < end, self.said()
            time.sleep(0.1)

    def __str__(self) -> str:
        return type(self).__name__

    @property
    def pid(self) -> int:
        """Return the process that was started; others may be below it."""
        assert self._process is not None
        return self._process.pid

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def tell(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        assert self._process is not None
        os.killpg(self._process.pid, number)

    def ended(self, within: float = 40) -> int:
        """Wait for the end; return the exit status."""
        assert self._process is not None
        return self._process.wait(timeout=within)

    def stop(self) -> None:
        if not self.running:
            return
        self.tell(signal.SIGTERM)
        try:
            self.ended()
        except subprocess.TimeoutExpired:
            self.tell(signal.SIGKILL)
            self.ended()

    def kill(self) -> None:
        """End the program in the middle of whatever it does."""
        self.tell(signal.SIGKILL)
        self.ended()

    def said(self) -> str:
        """Return what the program has written."""
        return (self._folder / "log").read_text(errors="replace")


def _folder(parent: Path, name: str, user: str | None = None) -> Path:
    made = parent / name
    made.mkdir()
    if user and os.geteuid() == 0:
        shutil.chown(made, user)
    return made


def _as(user: str) -> list[str]:
    """Return what runs a program as its own user: most refuse to run as root."""
    return ["setpriv", f"--reuid={user}", f"--regid={user}", "--clear-groups", "--"] * (
        os.geteuid() == 0
    )


def _children_of_data(data: Path) -> bool:
    """Tell whether a program works in a folder, as PostgreSQL's helpers do."""
    for place in Path("/proc").glob("[0-9]*/cwd"):
        with suppress(OSError):
            if place.readlink() == data:
                return True
    return False


def _accepts(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0


class PostgreSQL(Service):
    """A server of its own.

    Args:
        parent: where its folder is made.
        durable: whether it waits for the disk, as installed; tests need not.
    """

    def __init__(self, parent: Path, durable: bool = False) -> None:
        programs = max(
            Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parts[-2])
        )
        self.port = free_port()
        folder = _folder(parent, "postgresql", "postgres")
        self._data = data = folder / "data"
        subprocess.run(
            [*_as("postgres"), str(programs / "initdb"), "--auth=trust", "--username=postgres",
             "--encoding=UTF8", "--wal-segsize=1", "-D", str(data)],
            check=True, stdout=subprocess.DEVNULL, cwd=folder,
        )  # fmt: skip
        command = [
            *_as("postgres"), str(programs / "postgres"), "-D", str(data), "-p", str(self.port),
            "-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={folder}",
            "-c", f"fsync={'on' if durable else 'off'}", "-c", "max_connections=200",
            "-c", "min_wal_size=4MB", "-c", "max_wal_size=32MB",
        ]  # fmt: skip
        super().__init__(command, folder, self._answers)

    def stop(self) -> None:
        """Stop at once, whoever is connected."""
        if self.running:
            self.tell(signal.SIGINT)
            self.ended()

    def kill(self) -> None:
        """End all of it; its helpers, groups of their own, end when they miss it."""
        assert self._process is not None
        super().kill()
        end = time.monotonic() + self.within
        while _children_of_data(self._data):
            assert time.monotonic() < end, "PostgreSQL's helpers stay"
            time.sleep(0.05)

    def create(self, database: str) -> None:
        connection = psycopg2.connect(self.address("postgres"))
        connection.autocommit = True
        connection.cursor().execute(f"CREATE DATABASE {database}")
        connection.close()

    def address(self, database: str) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/{database}"

    def _answers(self) -> bool:
        try:
            psycopg2.connect(self.address("postgres")).close()
        except psycopg2.OperationalError:
            return False
        return True


class Redis(Service):
    """A server of its own.

    Args:
        parent: where its folder is made.
        durable: whether it keeps what it has over a restart, as docs/operations.md advises.
    """

    def __init__(self, parent: Path, durable: bool = False) -> None:
        self.port = free_port()
        self.url = f"redis://127.0.0.1:{self.port}/0"
        folder = _folder(parent, "redis")
        command = [
            "redis-server", "--bind", "127.0.0.1", "--port", str(self.port), "--dir", str(folder),
            "--save", "", "--appendonly", "yes" if durable else "no",
        ]  # fmt: skip
        super().__init__(command, folder, self._answers)

    def client(self) -> redis.Redis:
        return redis.Redis.from_url(self.url)

    def _answers(self) -> bool:
        try:
            return bool(self.client().ping())
        except redis.RedisError:
            return False


class RabbitMQ(Service):
    def __init__(self, parent: Path) -> None:
        self.port = free_port()
        folder = _folder(parent, "rabbitmq", "rabbitmq")
        (folder / "rabbitmq.conf").write_text(
            f"listeners.tcp.1 = 127.0.0.1:{self.port}\nloopback_users = none\n"
        )
        (folder / "enabled_plugins").write_text("[].\n")
        command = [*_as("rabbitmq"), "/usr/lib/rabbitmq/bin/rabbitmq-server"]
        super().__init__(command, folder, lambda: _accepts(self.port))
        self.environment = {
            "HOME": str(folder),
            "RABBITMQ_NODENAME": f"partneris{self.port}@localhost",
            "RABBITMQ_DIST_PORT": str(free_port()),
            "ERL_EPMD_PORT": str(free_port()),
            "ERL_EPMD_ADDRESS": "127.0.0.1",
            "RABBITMQ_CONF_ENV_FILE": str(folder / "none"),
            "RABBITMQ_CONFIG_FILE": str(folder / "rabbitmq.conf"),
            "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "enabled_plugins"),
            "RABBITMQ_MNESIA_BASE": str(folder),
            "RABBITMQ_LOG_BASE": str(folder),
            "RABBITMQ_PID_FILE": str(folder / "pid"),
            "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "-kernel inet_dist_use_interface {127,0,0,1}",
        }

    def stop(self) -> None:
        super().stop()
        # Erlang leaves its own name server behind, here on a port of its own
        subprocess.run(
            [*_as("rabbitmq"), "epmd", "-kill"],
            env={**os.environ, **self.environment},
            stdout=subprocess.DEVNULL,
            check=False,
        )


class Nginx(Service):
    """nginx with the configuration of deploy/, for other ports and without a certificate.

    Args:
        parent: where its folder is made.
        ports: those of the processes, as many as there are.
        workers: nginx's own processes; `auto`, as Debian sets it, is one a core.
    """

    def __init__(self, parent: Path, *ports: int, workers: str = "1") -> None:
        self.port = free_port()
        folder = _folder(parent, "nginx")
        for name in ("upstreams.conf", "partneris.conf"):
            written = (ROOT / "deploy" / "nginx" / name).read_text(encoding="utf-8")
            (folder / name).write_text(self._local(written, ports), encoding="utf-8")
        (folder / "nginx.conf").write_text(
            f"daemon off; pid {folder}/pid; error_log {folder}/log; worker_processes {workers};\n"
            + f"user {pwd.getpwuid(os.geteuid()).pw_name};\n" * (os.geteuid() == 0)
            + "events { worker_connections 768; }\nhttp {\naccess_log off;\n"  # as Debian sets it
            + "".join(
                f"{kind}_temp_path {folder}/{kind};\n"
                for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
            )
            + f"include {folder}/upstreams.conf;\ninclude {folder}/partneris.conf;\n}}\n"
        )
        command = ["nginx", "-e", f"{folder}/log", "-c", f"{folder}/nginx.conf", "-p", str(folder)]
        super().__init__(command, folder, lambda: _accepts(self.port))

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _local(self, written: str, ports: tuple[int, ...]) -> str:
        written = re.sub(
            r"(?:    server 127\.0\.0\.1:\d+(.*)\n)+",
            lambda found: "".join(f"    server 127.0.0.1:{port}{found[1]}\n" for port in ports),
            written,
        )
        written = re.sub(r"server \{\n    listen 80;.*?\n\}\n", "", written, flags=re.S)
        written = written.replace("listen 443 ssl;", f"listen 127.0.0.1:{self.port};")
        return re.sub(r"    ssl_.*\n|    add_header Strict.*\n", "", written)


class Partneris(Service):
    """One process, as the unit of deploy/systemd starts it."""

    def __init__(self, parent: Path, number: int, port: int, environment: dict[str, str]) -> None:
        self.port, self._number = port, number
        command = [sys.executable, "-m", "bot.cli", "serve", "--port", str(port)]
        super().__init__(command, _folder(parent, f"partneris-{number}"), lambda: _is_ready(port))
        self.environment = environment
        self.within = 240

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __str__(self) -> str:
        return f"Partneris {self._number}"

    def ready(self) -> tuple[int, list[str]]:
        """Return the status of /ready, and what is missing."""
        answer = requests.get(f"{self.url}/ready", timeout=20)
        return answer.status_code, answer.json().get("missing", [])

    def model(self) -> str:
        """Return the name of the model that answers."""
        told = requests.get(f"{self.url}/metrics", timeout=20).text
        return re.findall(r'^partneris_model_info\{name="([^"]*)"', told, re.M)[0]

    def ask(self, sender: str, text: str, **headers: str) -> requests.Response:
        return ask(self.url, sender, text, **headers)


def ask(url: str, sender: str, text: str, **headers: str) -> requests.Response:
    """Ask over REST, with the token."""
    return requests.post(
        f"{url}/webhooks/rest/webhook",
        json={"sender": sender, "message": text},
        headers={"Authorization": f"Bearer {REST_TOKEN}"} | headers,
        timeout=60,
    )


def _is_ready(port: int) -> bool:
    try:
        return requests.get(f"http://127.0.0.1:{port}/ready", timeout=10).status_code == 200
    except requests.ConnectionError:
        return False
