"""The command `partneris officer`: who may sign in to the console."""

from __future__ import annotations

import argparse
import getpass
import sys

from bot import database
from bot.helpdesk import officers

WRONG_INPUT = 2
"""Exit status."""


def add(options: argparse.Namespace) -> int:
    """Add an officer; the password is asked for."""
    database.upgrade()
    if "@" not in options.email:
        return _refused(f"'{options.email}' is not an e-mail address")
    if options.role == "officer" and not options.field:
        return _refused("an officer needs a field: --field school")
    try:
        added = officers.add(
            options.email,
            options.name,
            _asked_password(options.password_stdin),
            options.role,
            list(dict.fromkeys(options.field)),
            options.language,
        )
    except ValueError as error:
        return _refused(str(error))
    print(f"{added.email} may sign in at /console.")
    return 0


def set_password(options: argparse.Namespace) -> int:
    """Set a new password; it is asked for."""
    database.upgrade()
    try:
        officers.set_password(options.email, _asked_password(options.password_stdin))
    except (LookupError, ValueError) as error:
        return _refused(str(error))
    print(f"{options.email} has a new password and is signed out everywhere.")
    return 0


def disable(options: argparse.Namespace) -> int:
    """Let an officer in no longer."""
    database.upgrade()
    try:
        officers.disable(options.email)
    except LookupError as error:
        return _refused(str(error))
    print(f"{options.email} may sign in no longer.")
    return 0


def show_all(options: argparse.Namespace) -> int:
    """List the officers who may sign in."""
    database.upgrade()
    for each in officers.everybody():
        fields = ", ".join(each.fields) or "-"
        print(f"{each.email}\t{each.name}\t{each.role}\t{fields}\t{each.language}")
    return 0


def _asked_password(from_input: bool) -> str:
    """Return the password: the first line of standard input, or asked for twice without echo.

    Raises:
        ValueError: the two are not the same.
    """
    if from_input:
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass.getpass("Password: ")
    if getpass.getpass("Again: ") != password:
        raise ValueError("the two passwords are not the same")
    return password


def _refused(reason: str) -> int:
    print(f"partneris: {reason}", file=sys.stderr)
    return WRONG_INPUT
