"""The files of deploy/ fit each other and the code. docker and helm are not run here."""

from __future__ import annotations

import configparser
import re
import shlex
from typing import Any

import yaml

from bot import shared
from bot.cli import _parser
from bot.partner import TOKEN as REST_TOKEN
from bot.training import ROOT
from bot.watch import TOKEN

DEPLOY = ROOT / "deploy"


def _yaml(name: str) -> Any:
    return yaml.safe_load((DEPLOY / name).read_text(encoding="utf-8"))


def _needed() -> set[str]:
    """Return the variables that the endpoints file names."""
    values = yaml.dump(_yaml("endpoints.yml"))
    return set(re.findall(r"\$\{(\w+)\}", values))


def _example() -> set[str]:
    lines = (DEPLOY / "example.env").read_text(encoding="utf-8").splitlines()
    return {line.partition("=")[0] for line in lines if line and not line.startswith("#")}


def test_the_example_names_all_variables() -> None:
    named = {"PARTNERIS_SECRET", "PARTNERIS_DATABASE", "PARTNERIS_ENDPOINTS", shared.VARIABLE}
    assert _needed() | named | {REST_TOKEN, TOKEN} <= _example()


def test_compose_starts_two_processes_with_all_variables() -> None:
    services = _yaml("compose.yml")["services"]
    processes = [name for name in services if name.startswith("partneris-")]
    assert len(processes) == 2
    for name in processes:
        assert _needed() | {"PARTNERIS_SECRET", REST_TOKEN} <= set(services[name]["environment"])
    upstreams = (DEPLOY / "nginx" / "upstreams-compose.conf").read_text(encoding="utf-8")
    assert set(re.findall(r"server (\S+):5005", upstreams)) == set(processes)


def test_compose_opens_nothing_but_nginx() -> None:
    services = _yaml("compose.yml")["services"]
    assert [name for name, service in services.items() if "ports" in service] == ["nginx"]
    for name in ("postgresql", "redis", "rabbitmq"):
        assert services[name]["networks"] == ["inside"]
    for service in services.values():
        for volume in service.get("volumes", []):
            source = volume.partition(":")[0]
            if source.startswith("./") and source != "./certificates":
                assert (DEPLOY / source).exists()


def test_helm_gives_the_variables_and_asks_how_it_is() -> None:
    values = _yaml("helm/values.yml")
    assert _needed() | {"PARTNERIS_SECRET", REST_TOKEN} <= {
        each["name"] for each in values["extraEnv"]
    }
    assert values["readinessProbe"]["httpGet"]["path"] == "/ready"
    assert values["livenessProbe"]["httpGet"]["path"] == "/health"
    assert values["applicationSettings"]["enableAPI"] is False
    _parser().parse_args(values["args"])


def test_the_dockerfile_copies_what_there_is_and_starts_the_command() -> None:
    lines = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", "").splitlines()
    copied = [
        source
        for line in lines
        if line.startswith("COPY ") and "--from" not in line
        for source in shlex.split(line)[1:-1]
    ]
    assert {"core", "actions", "bot", "data", "config.yml", "domain.yml"} <= set(copied)
    for source in copied:
        assert (ROOT / source).exists()
    (command,) = (yaml.safe_load(line[4:]) for line in lines if line.startswith("CMD "))
    _parser().parse_args(command[1:])


def test_the_unit_starts_the_command_and_lets_answers_be_finished() -> None:
    unit = configparser.ConfigParser(interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]
    unit.read(DEPLOY / "systemd" / "partneris@.service", encoding="utf-8")
    service = unit["Service"]
    _, *arguments = shlex.split(service["ExecStart"].replace("%i", "5005"))
    _parser().parse_args(arguments)
    assert int(service["TimeoutStopSec"]) > 45
    assert service["KillSignal"] == "SIGTERM"
