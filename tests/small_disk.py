"""A disk of a few megabytes, which a test can fill: a file system of its own, in memory."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_PIECE = 64 * 1024


class SmallDisk:
    """A folder that is a disk of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filling = folder / "filling"

    def fill(self) -> None:
        """Leave no byte free."""
        with self._filling.open("wb", buffering=0) as file:
            for size in (_PIECE, 1):
                _write_until_full(file.fileno(), size)

    def free(self) -> None:
        """Make room again."""
        self._filling.unlink(missing_ok=True)


def _write_until_full(file: int, size: int) -> None:
    try:
        while os.write(file, bytes(size)) == size:
            pass
    except OSError:
        return


@contextmanager
def mounted(folder: Path, megabytes: int) -> Iterator[SmallDisk | None]:
    """Yield a small disk; none where this user may not mount one.

    Args:
        folder: where it is to be, made here.
        megabytes: how large it is.
    """
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=755", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        yield None
        return
    try:
        yield SmallDisk(folder)
    finally:
        # lazily: a program that was killed may hold its files for a moment yet
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
