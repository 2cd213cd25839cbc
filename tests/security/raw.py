"""HTTP as an attacker writes it: bytes over a socket, nothing added and nothing mended."""

from __future__ import annotations

import socket
from urllib.parse import urlsplit

from tests.server import Server

WITHIN = 10
"""Seconds: who is not answered until then has stopped the server."""


def send(server: Server, content: bytes) -> bytes:
    """Send bytes and return all that comes back until the server closes."""
    place = urlsplit(server.url)
    received = b""
    with socket.create_connection((place.hostname, place.port), timeout=WITHIN) as line:
        line.sendall(content)
        try:
            while part := line.recv(65536):
                received += part
        except ConnectionResetError:  # closed while there was more to read
            pass
    return received


def request(
    method: bytes, path: bytes, headers: list[tuple[bytes, bytes]] | None = None, body: bytes = b""
) -> bytes:
    """Return a request whose connection ends with its answer."""
    lines = [b"%s %s HTTP/1.1" % (method, path), b"Host: 127.0.0.1", b"Connection: close"]
    lines += [b"%s: %s" % each for each in headers or []]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def traces(server: Server) -> int:
    """Return how often a server has logged where in the code something failed."""
    return server.output.read_text().count("Traceback")
