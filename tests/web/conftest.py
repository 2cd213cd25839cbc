"""A browser for the tests of the website; whatever it complains of fails the test."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.server import Server
from tests.web.browser import NETWORK, WITHIN, Line, Visits, Website

expect.set_options(timeout=WITHIN)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Yield Debian's chromium.

    For a module: the event loop of Playwright must not outlive the tests that use it, others
    have loops of their own.
    """
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Visits]:
    """Yield `visit(path)`, which opens a page; fails the test for what the browser complains of."""
    visits = Visits(browser, server.url)
    yield visits
    visits.close()


@pytest.fixture
def line(server: Server, visit: Visits) -> Iterator[Line]:
    """Yield a line to the server, over which the pages of this test come."""
    made = Line(server.url)
    visit.url = made.url
    visit.allow(NETWORK)
    yield made
    made.close()


@pytest.fixture
def website() -> Iterator[Callable[..., Website]]:
    """Yield `website(script, attributes)`, another website; `port` gives it a port of its own."""
    made: list[Website] = []

    def make(script: str, attributes: str, port: int = 0) -> Website:
        made.append(Website(script, attributes, port))
        return made[-1]

    yield make
    for each in made:
        each.close()
