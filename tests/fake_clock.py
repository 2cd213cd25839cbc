"""A clock that can be set while a program runs: Debian's libfaketime, loaded before it."""

from __future__ import annotations

from pathlib import Path

import pytest

_LIBRARY = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)


class FakeClock:
    """The clock that people set; the one that only goes forward stays as it is.

    Args:
        folder: where it keeps how far it was set.
    """

    def __init__(self, folder: Path) -> None:
        if _LIBRARY is None:
            pytest.skip("libfaketime is not installed")
        self.file = folder / "clock"
        self.set(0)
        self.environment = {
            "LD_PRELOAD": str(_LIBRARY),
            "FAKETIME_TIMESTAMP_FILE": str(self.file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "NO_FAKE_STAT": "1",
        }

    def set(self, seconds: int) -> None:
        """Set it so many seconds before or after the real one."""
        fresh = self.file.with_suffix(".new")
        fresh.write_text(f"{seconds:+d}\n")
        fresh.replace(self.file)
