"""A PostgreSQL of Debian's package for the tests, on a socket in a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

_USER = "postgres"


@contextmanager
def running() -> Iterator[str]:
    """Yield the address of an empty database; the server ends with the block."""
    programs = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parts[-2]))
    folder = Path(mkdtemp(prefix="postgres-"))
    # PostgreSQL refuses to run as root
    as_user = ["runuser", "-u", _USER, "--"] if os.geteuid() == 0 else []
    if as_user:
        shutil.chown(folder, _USER)

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [*as_user, str(programs / program), *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
            cwd=folder,
        )

    data = folder / "data"
    run("initdb", "--auth=trust", f"--username={_USER}", "--encoding=UTF8", "-D", str(data))
    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    run("pg_ctl", "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        yield f"postgresql+psycopg2://{_USER}@/postgres?host={folder}"
    finally:
        run("pg_ctl", "-D", str(data), "-m", "fast", "-w", "stop")
        shutil.rmtree(folder)
