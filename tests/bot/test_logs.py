"""The log in a process of its own: who and where, never what somebody wrote."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from bot.training import ROOT

_WORDS = "mans noslēpums"
_BEGIN = f"""
import logging, threading, structlog
from bot import quiet, logs
logs.configure()
WORDS = {_WORDS!r}
"""


def _lines(code: str, **variables: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in _written(code, **variables).splitlines()]


def _written(code: str, **variables: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    done = subprocess.run(
        [sys.executable, "-c", _BEGIN + code],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    return done.stderr


def test_own_lines_are_json_with_their_words() -> None:
    (line,) = _lines("logging.getLogger('bot.x').info('stopping %s', 'now')")
    assert line["event"] == "stopping now"
    assert line["level"] == "info"
    assert line["logger"] == "bot.x"
    assert line["timestamp"].endswith("Z")


def test_of_a_librarys_line_stays_where_it_was_written() -> None:
    (line,) = _lines("logging.getLogger('rasa.core').error(f'could not save {WORDS}')")
    assert line["event"].startswith("rasa.core:")
    assert _WORDS not in json.dumps(line, ensure_ascii=False)


def test_of_rasas_structured_lines_the_fields_go() -> None:
    (line,) = _lines(
        "structlog.get_logger('rasa.broker').error('pika.failed', rasa_event={'text': WORDS})"
    )
    assert line["event"] == "pika.failed"
    assert _WORDS not in json.dumps(line, ensure_ascii=False)


@pytest.mark.parametrize(
    "raising",
    [
        "raise ValueError(WORDS)",
        "def work():\n    raise ValueError(WORDS)\n"
        "thread = threading.Thread(target=work)\nthread.start()\nthread.join()",
        "try:\n    raise ValueError(WORDS)\n"
        "except ValueError:\n    logging.getLogger('bot.x').exception('it failed')",
        "from sqlalchemy import create_engine, text\n"
        "create_engine('sqlite://').connect().execute(text('SELECT :x FROM none'), {'x': WORDS})",
        "async def work():\n    raise ValueError(WORDS)\n"
        "async def main():\n    asyncio.get_running_loop().create_task(work())\n"
        "    await asyncio.sleep(0.01)\n    import gc; gc.collect()\n"
        "import asyncio\nasyncio.run(main())",
    ],
)
def test_an_exceptions_own_words_go_and_its_way_stays(raising: str) -> None:
    (line,) = _lines(raising)
    assert line["exception"][0].endswith("Error")
    assert line["trace"]
    assert line["level"] in ("error", "critical")
    assert _WORDS not in json.dumps(line, ensure_ascii=False)


def test_the_systems_words_stay() -> None:
    (line,) = _lines("open('/none/such')")
    assert "No such file" in line["exception"][0]


def test_a_message_is_told_with_a_hash_of_its_conversation() -> None:
    code = """
from bot import metrics
with metrics.turn('rest', WORDS) as turn:
    turn.language = 'lv'
    logging.getLogger('bot.y').warning('beside')
try:
    with metrics.turn('rest', WORDS):
        raise ValueError(WORDS)
except ValueError:
    pass
"""
    beside, good, bad = _lines(code, PARTNERIS_SECRET="s" * 32)
    assert beside["conversation"] == good["conversation"] == bad["conversation"]
    assert len(good["conversation"]) == 16
    assert (good["state"], bad["state"]) == ("answered", "failed")
    (other, *_) = _lines(code, PARTNERIS_SECRET="t" * 32)
    assert other["conversation"] != good["conversation"]


def test_on_a_terminal_lines_are_for_people_and_only_of_errors() -> None:
    code = "logging.getLogger('bot.x').info('quiet')\nlogging.getLogger('bot.x').error('loud')"
    written = _written(code, PARTNERIS_LOGS="text")
    assert "loud" in written
    assert "quiet" not in written
    assert not written.startswith("{")
