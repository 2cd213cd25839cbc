"""Officers' accounts and sessions, on SQLite and PostgreSQL."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from bot import database
from bot.helpdesk import officers
from bot.helpdesk.tables import OfficerRow, SignInRow

pytestmark = pytest.mark.usefixtures("both")
EMAIL, PASSWORD = "Evita.Zondaka@viaa.gov.lv", "gara un laba parole"


def add() -> officers.Officer:
    return officers.add(EMAIL, "Evita Zondaka", PASSWORD, "officer", ["school"], "lv")


def test_passwords_are_kept_as_argon2_only() -> None:
    add()
    with database.session() as session:
        kept = session.scalar(select(OfficerRow.password))
    assert kept.startswith("$argon2id$")
    assert PASSWORD not in kept


def test_address_is_unique_whatever_its_case() -> None:
    add()
    with pytest.raises(ValueError, match="already"):
        officers.add(EMAIL.upper(), "Cita", PASSWORD, "officer", ["vet"], "lv")


def test_short_passwords_are_refused() -> None:
    with pytest.raises(ValueError, match="12 characters"):
        officers.add(EMAIL, "Evita", "short", "officer", ["school"], "lv")


def test_signing_in_and_out() -> None:
    add()
    signed = officers.sign_in(EMAIL.lower(), PASSWORD)
    assert signed is not None
    key, first = signed
    assert first.officer.name == "Evita Zondaka"
    assert first.officer.present
    found = officers.signed_in(key)
    assert found is not None
    assert found.csrf == first.csrf
    with database.session() as session:  # who reads the database cannot sign in with it
        assert key not in session.scalars(select(SignInRow.key_hash)).all()
    officers.sign_out(key)
    assert officers.signed_in(key) is None


@pytest.mark.parametrize(
    ("email", "password"),
    [(EMAIL, "wrong"), ("nobody@viaa.gov.lv", PASSWORD), ("", ""), (EMAIL, "")],
)
def test_wrong_sign_in(email: str, password: str) -> None:
    add()
    assert officers.sign_in(email, password) is None


@pytest.mark.parametrize("key", [None, "", "unknown"])
def test_unknown_key(key: str | None) -> None:
    assert officers.signed_in(key) is None


def test_session_ends_after_a_working_day() -> None:
    add()
    signed = officers.sign_in(EMAIL, PASSWORD)
    assert signed is not None
    with database.session() as session:
        row = session.scalar(select(SignInRow))
        row.created_at = database.now() - dt.timedelta(hours=officers.SESSION_HOURS, seconds=1)
    assert officers.signed_in(signed[0]) is None


def test_disabled_officer_is_out_at_once() -> None:
    add()
    signed = officers.sign_in(EMAIL, PASSWORD)
    assert signed is not None
    officers.disable(EMAIL)
    assert officers.signed_in(signed[0]) is None
    assert officers.sign_in(EMAIL, PASSWORD) is None
    assert officers.everybody() == []


def test_new_password_signs_out_everywhere() -> None:
    add()
    signed = officers.sign_in(EMAIL, PASSWORD)
    assert signed is not None
    officers.set_password(EMAIL, "cita gara parole")
    assert officers.signed_in(signed[0]) is None
    assert officers.sign_in(EMAIL, PASSWORD) is None
    assert officers.sign_in(EMAIL, "cita gara parole") is not None


def test_on_duty_is_who_is_there_and_serves_the_field() -> None:
    evita = add()
    assert officers.on_duty("school") == []
    officers.seen(evita.id)
    assert [each.name for each in officers.on_duty("school")] == ["Evita Zondaka"]
    assert officers.on_duty("vet") == []
    assert len(officers.on_duty(None)) == 1
    officers.set_away(evita.id, True)
    assert officers.on_duty("school") == []


def test_head_serves_all_fields() -> None:
    head = officers.add("jana@viaa.gov.lv", "Jana", PASSWORD, "head", [], "lv")
    officers.seen(head.id)
    assert [each.name for each in officers.on_duty("adult")] == ["Jana"]
