"""The widget in a real browser, through nginx, while processes are restarted."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.production.conftest import Cluster
from tests.web.browser import NETWORK, WITHIN, Visits

pytestmark = pytest.mark.production
expect.set_options(timeout=WITHIN)


@pytest.fixture
def visit(cluster: Cluster) -> Iterator[Visits]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        visits = Visits(chromium, cluster.nginx.url)
        visits.allow(NETWORK)
        yield visits
        visits.close()
        chromium.close()


def test_a_conversation_outlives_the_restart_of_either_process(
    cluster: Cluster, visit: Visits
) -> None:
    widget = visit.widget()
    widget.ask("Kontakti PII")
    for process in (cluster.first, cluster.second):
        before = widget.answers.count()
        process.tell(signal.SIGTERM)
        assert process.ended() == 0
        widget.type("un PIA?")
        expect(widget.answered(before)).to_contain_text("atvars.sauss@viaa.gov.lv")
        process.start()
    expect(widget.questions).to_have_count(3)
