"""What all tests share: the trained assistant, asked on a fixed day."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from bot import (
    clock,
    database,
    quiet,  # noqa: F401  (must come before anything that imports Rasa)
)
from tests import server as servers

if TYPE_CHECKING:
    from bot.engine import Local
    from bot.partner import TurnResult

_LONGEST = (
    "browser", "assistant", "server", "privacy/test_channels.py", "demo/test_day.py",
    "test_restart.py", "chats", "test_clock_jumps.py", "test_model.py", "content/test_check.py",
    "plans/test_commands.py", "web/test_report.py",
)  # fmt: skip
"""Groups of tests that take half a minute or more, the longest first."""
NOW = "2020-03-20T10:00"
"""After the deadline was moved and adult education got its sixth priority, before the deadline."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep tests together that share something costly: a process each for server and model.

    `make test` runs three processes (`pytest -n 3 --dist loadgroup --no-loadscope-reorder`; many
    tests wait for something), each of which takes the next group when it is done. The longest come
    first, so that none is left with one of them at the end.
    """
    groups = {item.nodeid: _group(item) for item in items}
    for item in items:
        item.add_marker(pytest.mark.xdist_group(groups[item.nodeid]))
    items.sort(key=lambda item: _rank(groups[item.nodeid]))


def _group(item: pytest.Item) -> str:
    fixtures = getattr(item, "fixturenames", ())
    shared = next((name for name in ("server", "assistant", "chats") if name in fixtures), None)
    if shared == "server" and "browser" in fixtures:
        return "browser"  # a server more costs less than to wait for one process
    return shared or str(item.path)


def _rank(group: str) -> int:
    return next((n for n, name in enumerate(_LONGEST) if group.endswith(name)), len(_LONGEST))


@pytest.fixture(scope="session")
def assistant(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Local, asyncio.AbstractEventLoop]]:
    """Yield the trained assistant and the loop that it runs in, on a fixed day and a new database.

    The model is trained first if that of the present files is missing.
    """
    from bot import training  # here and below: Rasa takes seconds that other tests need not pay
    from bot.engine import Local

    model = training.current_model()
    if not training.record_of(model).is_file():
        model = training.train()
    loop = asyncio.new_event_loop()
    with pytest.MonkeyPatch.context() as patch:
        address = f"sqlite:///{tmp_path_factory.mktemp('assistant') / 'partneris.db'}"
        patch.setenv(database.VARIABLE, address)
        patch.setenv(clock.VARIABLE, NOW)
        local = loop.run_until_complete(Local.load(model))
        yield local, loop
    loop.run_until_complete(local.close())
    loop.close()


@pytest.fixture(scope="session")
def partner(
    assistant: tuple[Local, asyncio.AbstractEventLoop],
) -> Callable[..., list[TurnResult]]:
    """Return `ask(text, *more_turns)`: a conversation of its own, and what came back by turns."""
    from bot.partner import new_conversation

    local, loop = assistant

    def ask(text: str, *more_turns: str) -> list[TurnResult]:
        name = new_conversation()
        return [loop.run_until_complete(local.send(name, turn)) for turn in (text, *more_turns)]

    return ask


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[servers.Server]:
    """Yield a running server."""
    with servers.running(tmp_path_factory.mktemp("server"), NOW) as started:
        yield started
