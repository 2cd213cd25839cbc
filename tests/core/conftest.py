"""What the tests of the core share: the real call, and a day in the middle of it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import settings

from core.call import Call, load

settings.register_profile("steady", deadline=None)  # a busy machine must not fail a test
settings.load_profile("steady")


@pytest.fixture(scope="session")
def call() -> Call:
    """Return the call of 2020 as it stands in `data/calls/2020`."""
    return load("2020")


@pytest.fixture(scope="session")
def day() -> dt.date:
    """Return a day after the opening of the call on which nothing changes."""
    return dt.date(2020, 2, 3)
