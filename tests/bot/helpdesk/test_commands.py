"""The command `partneris officer`, as the web master runs it."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from bot import database
from bot.cli import main
from bot.helpdesk import officers
from bot.training import ROOT

PASSWORD = "gara un laba parole"
ANNA = ("anna@viaa.example", "--name", "Anna Bērziņa", "--field", "school", "--field", "vet")


@pytest.fixture(autouse=True)
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that does not exist yet."""
    monkeypatch.setenv(database.VARIABLE, f"sqlite:///{tmp_path / 'new' / 'partneris.db'}")


def officer(
    monkeypatch: pytest.MonkeyPatch, *arguments: str, password: str = f"{PASSWORD}\n"
) -> int:
    monkeypatch.setattr(sys, "stdin", io.StringIO(password))
    return main(["officer", *arguments])


def test_an_officer_is_added_listed_and_let_in_no_longer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert officer(monkeypatch, "add", *ANNA, "--password-stdin") == 0
    assert "/console" in capsys.readouterr().out
    entered = officers.sign_in("anna@viaa.example", PASSWORD)
    assert entered
    key, signed_in = entered
    assert signed_in.officer.name == "Anna Bērziņa"
    assert signed_in.officer.fields == ["school", "vet"]
    assert (signed_in.officer.role, signed_in.officer.language) == ("officer", "lv")

    assert officer(monkeypatch, "list") == 0
    shown = capsys.readouterr().out
    assert "anna@viaa.example\tAnna Bērziņa\tofficer\tschool, vet\tlv" in shown
    assert "argon2" not in shown

    other = "vēl garāka un labāka parole"
    changed = officer(
        monkeypatch, "password", "anna@viaa.example", "--password-stdin", password=other
    )
    assert changed == 0
    assert officers.signed_in(key) is None
    assert officers.sign_in("anna@viaa.example", PASSWORD) is None
    assert officers.sign_in("anna@viaa.example", other)

    assert officer(monkeypatch, "disable", "Anna@viaa.example") == 0
    assert officers.sign_in("anna@viaa.example", other) is None
    capsys.readouterr()
    assert officer(monkeypatch, "list") == 0
    assert capsys.readouterr().out == ""


def test_a_head_needs_no_field(monkeypatch: pytest.MonkeyPatch) -> None:
    head = ("ieva@viaa.example", "--name", "Ieva", "--role", "head", "--language", "en")
    assert officer(monkeypatch, "add", *head, "--password-stdin") == 0
    (ieva,) = officers.everybody()
    assert (ieva.role, ieva.language, ieva.fields) == ("head", "en", [])


@pytest.mark.parametrize(
    ("arguments", "password", "problem"),
    [
        (("add", *ANNA, "--password-stdin"), "short\n", "12 characters"),
        (("add", *ANNA, "--password-stdin"), "", "12 characters"),
        (("add", "anna", *ANNA[1:], "--password-stdin"), PASSWORD, "not an e-mail address"),
        (("add", *ANNA[:3], "--password-stdin"), PASSWORD, "--field"),
        (("password", "nobody@viaa.example", "--password-stdin"), PASSWORD, "no officer"),
        (("disable", "nobody@viaa.example"), "", "no officer"),
    ],
)
def test_what_cannot_be_done_is_said(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    password: str,
    problem: str,
) -> None:
    assert officer(monkeypatch, *arguments, password=password) == 2
    assert problem in capsys.readouterr().err
    assert officers.count() == 0


def test_an_address_has_one_officer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert officer(monkeypatch, "add", *ANNA, "--password-stdin") == 0
    assert officer(monkeypatch, "add", *ANNA, "--password-stdin") == 2
    assert "officer already" in capsys.readouterr().err


@pytest.mark.parametrize(("second", "status"), [(PASSWORD, 0), ("another long password", 2)])
def test_the_password_is_asked_for_twice_and_not_shown(second: str, status: int) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.cli", "officer", "add", *ANNA],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=lambda: os.close(os.open(os.ttyname(0), os.O_RDWR)),
    )
    os.close(theirs)
    shown = ""
    for prompt, answer in (("Password: ", PASSWORD), ("Again: ", second)):
        while not shown.endswith(prompt):
            shown += os.read(ours, 1000).decode()
        os.write(ours, f"{answer}\n".encode())
    assert process.wait(60) == status
    os.close(ours)
    assert PASSWORD not in shown
    assert officers.count() == (1 if status == 0 else 0)
