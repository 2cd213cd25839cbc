"""Over every channel: deletion and export on request, and no log that tells what was said."""

from __future__ import annotations

import base64
import json
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiohttp import web

from bot.demo.standins import slack as slack_standin
from bot.demo.standins import telegram as telegram_standin
from bot.demo.standins.slack import SlackStandIn
from bot.demo.standins.telegram import TelegramStandIn
from bot.training import ROOT
from tests import server as servers
from tests.conftest import NOW
from tests.window import Window

MARK, ADDRESS = "zebrasvitra", "zebra.svitra@example.lv"
QUESTION = f"Kontakti PIA, {MARK}"


@dataclass
class Running:
    """A running assistant with both messengers, and its two databases."""

    server: servers.Server
    slack: SlackStandIn
    telegram: TelegramStandIn
    own: Path
    talks: Path

    def dump(self) -> str:
        return "\n".join([*_lines(self.own), *_lines(self.talks)])

    def raw(self) -> bytes:
        """Return the bytes of the databases' files and their logs."""
        files = [*self.own.parent.glob(f"{self.own.name}*"), *self.talks.parent.glob("conv*.db*")]
        return b"".join(path.read_bytes() for path in files)

    def wait_until_gone(self, *words: str) -> None:
        deadline = time.monotonic() + 30
        while left := [line for line in self.dump().splitlines() if any(w in line for w in words)]:
            assert time.monotonic() < deadline, left
            time.sleep(0.2)


def _lines(path: Path) -> Iterator[str]:
    with closing(sqlite3.connect(path, timeout=30)) as base:
        names = base.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in names:
            for row in base.execute(f"SELECT * FROM {name}"):
                yield f"{name}: {row}"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    folder = tmp_path_factory.mktemp("privacy")
    talks = folder / "conversations.db"
    with SlackStandIn() as slack, TelegramStandIn() as telegram:
        variables = slack.environment | telegram.environment
        variables["PARTNERIS_CONVERSATIONS"] = str(talks)
        with servers.running(folder, NOW, **variables) as server:
            slack.connect(server.url)
            telegram.connect(server.url)
            yield Running(server, slack, telegram, folder / "partneris.db", talks)


def command(running: Running, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bot.cli", *arguments],
        cwd=ROOT,
        env={
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(ROOT),
            "PARTNERIS_DATABASE": running.server.database,
            "PARTNERIS_CONVERSATIONS": str(running.talks),
        },
        capture_output=True,
        text=True,
        timeout=120,
    )


def texts(content: bytes) -> list[str]:
    return [each["text"] for each in json.loads(content)["messages"]]


def test_over_rest(running: Running) -> None:
    ask = running.server.ask
    ask("rest-one", QUESTION)
    (answer,) = ask("rest-one", "Atsūti manus datus")
    assert "30 dienas" in answer["text"]
    assert answer["attachment"]["name"] == "partneris.json"
    content = base64.b64decode(answer["attachment"]["content"])
    assert texts(content)[0] == QUESTION
    assert texts(content)[-1] == "Atsūti manus datus"
    assert json.loads(content)["conversation"] == "rest-one"
    assert [each["title"] for each in ask("rest-one", "dzēs manus datus")[0]["buttons"]] == [
        "Jā, dzēst visu",
        "Nē, nedzēst",
    ]
    ask("rest-one", "Jā, dzēst visu")
    running.wait_until_gone("rest-one", MARK)


def test_on_the_website_the_windows_forget_the_key(running: Running) -> None:
    window = Window(running.server.url)
    erased: list[bool] = []
    window._client.on("erased", lambda: erased.append(True))
    window.say("a", QUESTION)
    handed = window.say("b", "kādus datus par mani glabājat?")
    with urllib.request.urlopen(running.server.url + handed["file"]["url"]) as file:
        content = file.read()
    assert QUESTION in texts(content)
    conversation = json.loads(content)["conversation"]
    assert conversation.startswith("web-")
    window.say("c", "izdzēs šo sarunu")
    assert not erased
    window.say("d", "Jā, dzēst visu")
    window.wait_for(lambda: bool(erased))
    running.wait_until_gone(conversation, MARK)
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(running.server.url + handed["file"]["url"])
    token = window.session["token"]
    window.close()
    again = Window(running.server.url, token)
    assert again.session["entries"] == []
    again.close()


def test_in_slack(running: Running) -> None:
    slack = running.slack
    slack.ask("U700", QUESTION)
    slack.ask("U700", "export my data")
    (file,) = slack.wait_for(lambda: slack.shared(slack.direct("U700")))
    assert file.name == "partneris.json"
    assert QUESTION in texts(file.content)
    (asked,) = slack.ask("U700", "Dzēs manus datus")
    assert "no turienes izdzēst nevaru" in asked.shown
    before = len(slack.messages)
    slack.press("U700", asked, "Jā, dzēst visu")
    (done,) = slack.answers(slack.direct("U700"), 1, before=before)
    assert "Tagad izdzēšu visu šo sarunu" in done.shown
    running.wait_until_gone(slack.direct("U700"), MARK)
    (answer,) = slack.ask("U700", "Kāds ir termiņš?")
    assert "23. aprīļa" in answer.shown


def test_in_telegram(running: Running) -> None:
    telegram = running.telegram
    telegram.ask(70_001, QUESTION)
    said = telegram.ask(70_001, "atsūti manus datus", 2)
    assert any("partneris.json" in str(each) for each in said)
    (asked,) = telegram.ask(70_001, "Dzēs manus datus")
    before = len(telegram.messages)
    telegram.press(70_001, asked, "Jā, dzēst visu")
    (done,) = telegram.answers(70_001, 1, before)
    assert "Tagad izdzēšu" in str(done)
    running.wait_until_gone("telegram-70001", MARK)


def test_by_the_command(running: Running, tmp_path: Path) -> None:
    running.server.ask("rest-two", f"Mans e-pasts ir {ADDRESS}")
    running.server.ask("rest-three", QUESTION)
    told = command(running, "export", "--contact", ADDRESS.upper())
    assert json.loads(told.stdout)["conversation"] == "rest-two"
    path = tmp_path / "data.json"
    assert command(running, "export", "rest-three", "--output", str(path)).returncode == 0
    assert path.stat().st_mode & 0o077 == 0
    assert QUESTION in texts(path.read_bytes())
    unsure = command(running, "forget", "--contact", ADDRESS)
    assert "rest-two: messages 2" in unsure.stdout
    assert "Nothing was deleted." in unsure.stdout
    assert ADDRESS in running.dump()
    sure = command(running, "forget", "--contact", ADDRESS, "--yes")
    assert sure.returncode == 0, sure.stderr
    assert ADDRESS not in running.dump()
    assert "rest-three" in running.dump()
    nobody = command(running, "forget", "rest-two-and-a-half", "--yes")
    assert nobody.returncode == 2
    assert "nothing is kept" in nobody.stderr
    command(running, "forget", "rest-three", "--yes")
    # the server looks once more, since it might have been at work on it
    running.wait_until_gone("rest-two", "rest-three", MARK)
    deadline = time.monotonic() + 30
    while any(text.encode() in running.raw() for text in (ADDRESS, "rest-two", "rest-three", MARK)):
        assert time.monotonic() < deadline, "it is still in the files"
        time.sleep(0.5)


def test_no_log_line_holds_what_was_said_or_a_token(running: Running) -> None:
    """Also where Rasa's database refuses to write, and where the messengers refuse to send."""
    text = f"{MARK} {ADDRESS} +371 29 123 456"
    secrets = [MARK, ADDRESS, "29 123 456", slack_standin.TOKEN, slack_standin.SECRET]
    secrets += [telegram_standin.TOKEN, telegram_standin.SECRET]
    slack, telegram = running.slack, running.telegram
    window = Window(running.server.url)

    def say_everywhere() -> None:
        status, _ = running.server.post(json.dumps({"sender": "l", "message": text}).encode())
        assert status in (200, 500)
        window.send("message", {"id": f"n{time.monotonic_ns()}", "text": text, "language": "lv"})

    say_everywhere()
    refusal = web.json_response({"ok": False, "error": "channel_not_found"})
    slack.refuse("chat.postMessage", refusal)
    slack.say("U800", text)
    broken = web.json_response({"ok": False, "error_code": 403, "description": text}, status=403)
    telegram.refuse("sendMessage", broken)
    telegram.say(80_001, text)
    running.server.post(f'{{"message": "{text}"'.encode())  # no JSON
    wait_for_log(running.server.output, "slack: an answer could not be sent: channel_not_found")
    wait_for_log(running.server.output, "telegram: an answer could not be sent")
    with closing(sqlite3.connect(running.talks, timeout=30)) as base:
        base.execute("BEGIN IMMEDIATE")  # Rasa waits five seconds to write and gives up
        say_everywhere()
    with closing(sqlite3.connect(running.own, timeout=30)) as base:
        base.execute("BEGIN IMMEDIATE")
        event = slack.event("U801", text, slack.direct("U801"), slack.new_ts())
        assert slack.send({**event, "type": "message"})[0] == 500
    window.close()
    written = wait_for_log(running.server.output, "OperationalError")
    for secret in [*secrets, window.session["token"]]:
        assert secret not in written


def wait_for_log(path: Path, word: str) -> str:
    """Return the log when it tells of something."""
    deadline = time.monotonic() + 30
    while word not in (written := path.read_text()):
        assert time.monotonic() < deadline, written[-2000:]
        time.sleep(0.2)
    return written
