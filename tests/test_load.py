"""What the load benchmark makes of what it measured."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.load import run, tables
from benchmarks.load.memory import Sample
from benchmarks.load.records import Exchange, Usage, read, write
from tests.production.services import Nginx


def _run(usages: list[Usage], minutes: int = 3) -> tables.Run:
    """Return a run of a message a second and channel that takes as many ms as seconds went by."""
    end = 1000.0 + minutes * 60
    exchanges = [
        Exchange(channel, "message", 1000.0 + second, second, None)
        for second in range(-10, minutes * 60)
        for channel in ("sockets", "REST")
    ]
    failed = [Exchange("REST", "message", 1001.0, 60_000, "status 500")] * 2
    samples = [
        Sample(990.0 + second, {"Partneris": 600 + second / 60})
        for second in range(0, minutes * 60 + 11, 5)
    ]
    return tables.Run(1000.0, end, exchanges + failed, usages, samples, 1024 * len(exchanges))


def test_messages_before_everybody_came_and_failures_are_not_in_the_latency() -> None:
    table = tables.exchanges(_run([]))
    assert "| messages | 180 | 180 | 360 |" in table
    assert "| messages a second | 1.0 | 1.0 | 2.0 |" in table
    assert "| errors | none | 2 status 500 (message) | 2 status 500 (message) |" in table
    assert re.search(r"\| median \| 90 ms \| 90 ms \| 90 ms \|", table)


def test_memory_that_grows_is_told_an_hour_and_by_minute() -> None:
    measured = _run([])
    assert "| Partneris | +60.0 MB an hour |" in tables.growth(measured)
    assert "| Partneris | 600 MB | 602 MB | 603 MB |" in tables.memory(measured)
    assert len(tables.by_minute(measured).splitlines()) == 2 + 3
    assert tables.store(measured) == "Store: 1.0 kB a message."


@pytest.mark.parametrize(("cpu", "warns"), [(89, False), (97, True)])
def test_a_load_generator_that_is_the_bottleneck_is_named(cpu: float, warns: bool) -> None:
    usages = [Usage(999, 0), Usage(1002, 40), Usage(1004, cpu)]
    assert ("WARNING" in tables.generator(_run(usages))) == warns


def test_records_are_read_as_they_were_written(tmp_path: Path) -> None:
    written = [Exchange("REST", "message", 1.5, 20.25, None), Exchange("REST", "open", 2, 3, "x")]
    with (tmp_path / "file").open("w") as file:
        for each in written:
            write(file, each)
    assert read(tmp_path / "file", Exchange) == written


def test_people_have_conversations_of_several_turns_in_both_languages() -> None:
    talks = run.talks()
    assert {talk["language"] for talk in talks} == {"lv", "en"}
    assert all(len(talk["turns"]) > 1 for talk in talks)


@pytest.mark.parametrize("ports", [(1,), (1, 2), (1, 2, 3, 4)])
def test_nginx_stands_before_as_many_processes_as_there_are(
    tmp_path: Path, ports: tuple[int, ...]
) -> None:
    Nginx(tmp_path, *ports)
    upstreams = (tmp_path / "nginx" / "upstreams.conf").read_text()
    servers = re.findall(r"server 127\.0\.0\.1:(\d+) max_fails", upstreams)
    assert servers == [str(port) for port in ports] * 2
