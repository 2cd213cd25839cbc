"""Signed names of conversations: only who was given one can take part in it."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import time
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from itsdangerous import BadData, URLSafeTimedSerializer

from bot.channels.names import WEBSITE
from bot.training import ROOT

_SECRET = "PARTNERIS_SECRET"  # the variable's name
_SHORTEST = 32
_FRESH = 24 * 3600
"""Seconds after which a token is signed anew."""


class Sessions:
    """Gives out tokens and reads them.

    Args:
        secret: the key; whoever has it can make tokens.
        seconds: how long a token is good.
    """

    def __init__(self, secret: str, seconds: int) -> None:
        self._tokens = URLSafeTimedSerializer(secret, salt="conversation")
        self._files = URLSafeTimedSerializer(secret, salt="file")
        self._seconds = seconds

    @staticmethod
    def new() -> str:
        """Return the name of a conversation that nobody can guess."""
        return WEBSITE + secrets.token_hex(16)

    def token(self, conversation: str) -> str:
        """Return a token of a conversation, signed now."""
        return self._tokens.dumps(conversation)

    def renewed(self, token: str) -> str:
        """Return the same token while it is fresh, else a new one of its conversation.

        All windows of a conversation hold the same token; each change makes the others follow.
        """
        conversation = _read(self._tokens, token, _FRESH)
        return token if conversation else self.token(str(self._tokens.loads(token)))

    def conversation(self, token: object) -> str | None:
        """Return the conversation of a token; none where it is wrong or too old."""
        return _read(self._tokens, token, self._seconds)

    def file_token(self, conversation: str, message: str) -> str:
        """Return a token of the file of a message."""
        return self._files.dumps(f"{conversation} {message}")

    def file(self, token: str) -> tuple[str, str] | None:
        """Return conversation and message of a file's token; none where it is wrong or too old."""
        named = _read(self._files, token, self._seconds) or ""
        conversation, _, message = named.partition(" ")
        return (conversation, message) if message else None


def _read(tokens: URLSafeTimedSerializer, token: object, seconds: int) -> str | None:
    """Return what a token names; none where it is wrong, or older than so many seconds.

    One from the future is good: the clock was set back, and nobody else can have signed it. The
    library takes it for expired, and people would lose their conversations.
    """
    if not isinstance(token, str) or not token.isascii():
        return None
    try:
        named, signed = tokens.loads(token, return_timestamp=True)
    except BadData:
        return None
    return str(named) if time.time() - signed.timestamp() <= seconds else None


def secret(folder: Path) -> str:
    """Return the key: PARTNERIS_SECRET, else the one kept in `folder`, made at the first use.

    Nobody else may read the folder: the conversations lie in it, too.

    Raises:
        RuntimeError: the key is shorter than 32 characters; names where it stands.
    """
    if given := os.environ.get(_SECRET):
        return _long_enough(given, _SECRET)
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    path = folder / "secret"
    if not path.exists():
        _write_once(path, secrets.token_hex(32))
    return _long_enough(path.read_text(encoding="ascii"), str(path))


def pseudonym(use: str, name: str) -> str:
    """Return what stands for a name where it must not show: a keyed hash, another for each use.

    Without the key nobody can tell from which name it was made.
    """
    key = secret(ROOT / ".partneris").encode()
    return hmac.new(key, f"{use} {name}".encode(), hashlib.sha256).hexdigest()


def _write_once(path: Path, text: str) -> None:
    """Write a whole file or none, whoever else does so at the same time."""
    with NamedTemporaryFile("w", dir=path.parent, encoding="ascii") as file:
        file.write(text)
        file.flush()
        with suppress(FileExistsError):
            os.link(file.name, path)


def _long_enough(key: str, place: str) -> str:
    if len(key) < _SHORTEST:
        raise RuntimeError(f"{place} needs {_SHORTEST} characters or more")
    return key
