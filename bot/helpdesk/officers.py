"""Officers: who may sign in to the console, and who is there now."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from typing import Literal

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError
from pydantic import BaseModel, ConfigDict
from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from bot import database
from bot.helpdesk.tables import OfficerRow, SignInRow
from bot.helpdesk.tickets import PRESENT
from core.call import FieldId, Language

Role = Literal["officer", "head"]
"""A head of unit also sees reports and every field's tickets as their own."""
SESSION_HOURS = 12
SHORTEST_PASSWORD = 12
_HASHER = PasswordHasher()
_NOBODY = _HASHER.hash(secrets.token_hex())


class Officer(BaseModel):
    """An officer."""

    model_config = ConfigDict(frozen=True, from_attributes=True)

    id: int
    email: str
    name: str
    role: Role
    fields: list[FieldId]
    language: Language
    seen_at: dt.datetime | None
    away: bool

    @property
    def present(self) -> bool:
        """Whether the console is open and the officer has not stepped away."""
        return not self.away and not self.gone

    @property
    def gone(self) -> bool:
        """Whether the console was not heard of for a while.

        One that was last heard of in the future was heard of before the clock was set back.
        """
        if self.seen_at is None:
            return True
        return not absent_since() <= self.seen_at <= database.now() + PRESENT

    def serves(self, field: FieldId | None) -> bool:
        """Whether tickets of this field are theirs; those without a field are everybody's."""
        return field is None or self.role == "head" or field in self.fields


class SignIn(BaseModel):
    """A signed-in browser."""

    model_config = ConfigDict(frozen=True)

    officer: Officer
    csrf: str


def absent_since() -> dt.datetime:
    """Return the moment before which a console that was last heard of then is closed."""
    return database.now() - PRESENT


def add(
    email: str, name: str, password: str, role: Role, fields: list[FieldId], language: Language
) -> Officer:
    """Add an officer.

    Raises:
        ValueError: the address has an officer already, or the password is too short.
    """
    hashed = _hashed(password)
    with database.session() as session:
        if _row(session, email):
            raise ValueError(f"{email} is an officer already")
        row = OfficerRow(
            email=email.strip().lower(),
            name=name.strip(),
            password=hashed,
            role=role,
            fields=list(fields),
            language=language,
            created_at=database.now(),
            away=False,
        )
        session.add(row)
        session.flush()
        return Officer.model_validate(row)


def set_password(email: str, password: str) -> None:
    """Set a new password; all browsers of the officer are signed out.

    Raises:
        LookupError: there is no such officer.
        ValueError: the password is too short.
    """
    _change(email, password=_hashed(password))


def disable(email: str) -> None:
    """Let an officer in no longer; what was answered stays.

    Raises:
        LookupError: there is no such officer.
    """
    _change(email, disabled_at=database.now())


def _change(email: str, **changes: object) -> None:
    with database.session() as session:
        row = _row(session, email)
        if row is None:
            raise LookupError(f"no officer {email}")
        for name, value in changes.items():
            setattr(row, name, value)
        session.execute(delete(SignInRow).where(SignInRow.officer_id == row.id))


def everybody() -> list[Officer]:
    """Return all officers who may sign in, by name."""
    with database.reading() as session:
        rows = session.scalars(
            select(OfficerRow).where(OfficerRow.disabled_at.is_(None)).order_by(OfficerRow.name)
        )
        return [Officer.model_validate(row) for row in rows]


def find(officer_id: int) -> Officer | None:
    """Return an officer."""
    with database.reading() as session:
        row = session.get(OfficerRow, officer_id)
        return Officer.model_validate(row) if row else None


def names() -> dict[int, str]:
    """Return the names of all officers, also of those who are let in no longer."""
    with database.reading() as session:
        return dict(tuple(row) for row in session.execute(select(OfficerRow.id, OfficerRow.name)))


def on_duty(field: FieldId | None) -> list[Officer]:
    """Return the officers who are there now and serve a field."""
    return [each for each in everybody() if each.present and each.serves(field)]


def gone() -> set[int]:
    """Return the ids of officers whose consoles are closed."""
    return {each.id for each in everybody() if each.gone}


def sign_in(email: str, password: str) -> tuple[str, SignIn] | None:
    """Return a new key for the browser's cookie and who is signed in; none where it is wrong.

    It takes as long for an unknown address as for a wrong password.
    """
    with database.reading() as session:
        row = _row(session, email)
        known = row if row and row.disabled_at is None else None
        hashed, officer_id = (known.password, known.id) if known else (_NOBODY, None)
    # outside of the transaction: it takes long, and others want to write
    try:
        _HASHER.verify(hashed, password)
    except VerificationError:
        return None
    return _signed_in_anew(officer_id) if officer_id else None


def _signed_in_anew(officer_id: int) -> tuple[str, SignIn]:
    key, csrf, moment = secrets.token_urlsafe(32), secrets.token_urlsafe(32), database.now()
    with database.session() as session:
        session.add(
            SignInRow(
                key_hash=_hash(key),
                officer_id=officer_id,
                csrf=csrf,
                created_at=moment,
            )
        )
        row = session.get(OfficerRow, officer_id)
        row.seen_at, row.away = moment, False
        session.flush()
        return key, SignIn(officer=Officer.model_validate(row), csrf=csrf)


def signed_in(key: str | None) -> SignIn | None:
    """Return who holds a cookie's key; none where it is unknown or too old."""
    if not key:
        return None
    with database.reading() as session:
        row = session.get(SignInRow, _hash(key))
        if row is None or row.created_at < _oldest():
            return None
        officer = session.get(OfficerRow, row.officer_id)
        if officer.disabled_at is not None:
            return None
        return SignIn(officer=Officer.model_validate(officer), csrf=row.csrf)


def sign_out(key: str) -> None:
    """Forget a cookie's key."""
    with database.session() as session:
        session.execute(delete(SignInRow).where(SignInRow.key_hash == _hash(key)))


def delete_old_sign_ins() -> None:
    """Forget the sign-ins that are no longer good."""
    with database.session() as session:
        session.execute(delete(SignInRow).where(SignInRow.created_at < _oldest()))


def seen(officer_id: int) -> None:
    """Note that the officer's console is open."""
    _update(officer_id, seen_at=database.now())


def set_away(officer_id: int, away: bool) -> None:
    """Note that the officer steps away from the desk, or is back."""
    _update(officer_id, away=away)


def set_language(officer_id: int, language: Language) -> None:
    """Note in which language the officer wants the console."""
    _update(officer_id, language=language)


def count() -> int:
    """Return how many officers may sign in."""
    with database.reading() as session:
        return int(
            session.scalar(
                select(func.count()).select_from(OfficerRow).where(OfficerRow.disabled_at.is_(None))
            )
        )


def _oldest() -> dt.datetime:
    """Return when a sign-in that is good until now began."""
    return database.now() - dt.timedelta(hours=SESSION_HOURS)


def _update(officer_id: int, **changes: object) -> None:
    with database.session() as session:
        session.execute(update(OfficerRow).where(OfficerRow.id == officer_id).values(**changes))


def _row(session: Session, email: str) -> OfficerRow | None:
    return session.scalar(select(OfficerRow).where(OfficerRow.email == email.strip().lower()))


def _hashed(password: str) -> str:
    if len(password) < SHORTEST_PASSWORD:
        raise ValueError(f"a password needs {SHORTEST_PASSWORD} characters or more")
    return _HASHER.hash(password)


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode(errors="replace")).hexdigest()
