"""Before others can reach the server, what they must not reach is shut."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from rasa.core.channels import RestInput
from rasa.utils.endpoints import EndpointConfig
from sanic import Sanic

from bot import openness
from bot.channels.addresses import is_loopback
from bot.channels.rest import CleanRestInput
from bot.training import ROOT

_HERE = EndpointConfig()
_TOKEN = "x" * 32
_ELSEWHERE = ("0.0.0.0", "::", "192.168.1.5", "10.0.0.1", "partneris.example.lv")


@pytest.fixture
def app() -> Sanic:
    return Sanic("partneris_open", register=False)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.0.1", "::1", "localhost", "[::1]"])
def test_on_this_machine_nothing_is_asked(app: Sanic, host: str) -> None:
    assert is_loopback(host)
    openness.check(host, app, [CleanRestInput(), RestInput()], _HERE)


@pytest.mark.parametrize("host", _ELSEWHERE)
def test_the_rest_channel_needs_a_token_elsewhere(app: Sanic, host: str) -> None:
    with pytest.raises(RuntimeError, match="PARTNERIS_REST_TOKEN"):
        openness.check(host, app, [CleanRestInput()], _HERE)
    openness.check(host, app, [CleanRestInput(_TOKEN)], _HERE)


def test_rasas_own_channels_are_not_for_others(app: Sanic) -> None:
    with pytest.raises(RuntimeError, match="Rasa's own channel 'rest'"):
        openness.check("0.0.0.0", app, [RestInput()], _HERE)


def test_rasas_http_api_is_not_for_others() -> None:
    from rasa.server import create_app

    with pytest.raises(RuntimeError, match="HTTP API is on"):
        openness.check("0.0.0.0", create_app(), [], _HERE)


def test_an_action_server_elsewhere_needs_a_word_that_its_network_is_private(app: Sanic) -> None:
    url = "http://actions.example.lv:5055/webhook"
    with pytest.raises(RuntimeError, match="private_network"):
        openness.check("0.0.0.0", app, [], EndpointConfig(url))
    openness.check("0.0.0.0", app, [], EndpointConfig(url, private_network=True))


@contextmanager
def _listening(family: socket.AddressFamily, host: str) -> Iterator[str]:
    with socket.socket(family) as listener:
        listener.bind((host, 0))
        listener.listen()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/webhook"


@pytest.mark.parametrize(("family", "host"), [(socket.AF_INET, "0.0.0.0"), (socket.AF_INET6, "::")])
def test_an_action_server_that_others_reach_is_found(
    app: Sanic, family: socket.AddressFamily, host: str
) -> None:
    with (
        _listening(family, host) as url,
        pytest.raises(RuntimeError, match="action server at port"),
    ):
        openness.check("0.0.0.0", app, [], EndpointConfig(url))


def test_an_action_server_on_loopback_is_good(app: Sanic) -> None:
    with _listening(socket.AF_INET, "127.0.0.1") as url:
        openness.check("0.0.0.0", app, [], EndpointConfig(url))


def test_the_command_refuses_and_says_what_to_do(tmp_path: object) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "PARTNERIS_DATABASE": f"sqlite:///{tmp_path}/partneris.db",
    }
    environment.pop("PARTNERIS_REST_TOKEN", None)
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.cli", "serve", "--host", "0.0.0.0", "--port", "0"],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        _, said = process.communicate(timeout=120)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
    assert process.returncode == 1
    assert "PARTNERIS_REST_TOKEN" in said
    assert "docs/operations.md" in said
    assert "Traceback" not in said
