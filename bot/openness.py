"""What must be shut before the server listens where others can reach it."""

from __future__ import annotations

import socket
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from rasa.core.channels.channel import InputChannel
from rasa.utils.endpoints import EndpointConfig
from sanic import Sanic

from bot.channels import rest
from bot.channels.addresses import is_loopback
from bot.channels.rest import CleanRestInput
from bot.partner import TOKEN

_API = ("conversations", "model", "domain", "status", "version")
"""How the addresses of Rasa's HTTP API begin."""
_LISTENS = "0A"
"""How Linux writes the state of a socket that listens."""


def check(host: str, app: Sanic, channels: Iterable[InputChannel], actions: EndpointConfig) -> None:
    """Look whether a server may listen on an address.

    Args:
        host: the address.
        app: the application with all its routes.
        channels: the channels that are open.
        actions: where actions run.

    Raises:
        RuntimeError: others could do there what they must not; says what to do.
    """
    if is_loopback(host):
        return
    problems = [*_of_routes(app), *_of_channels(channels), *_of_actions(actions)]
    if problems:
        raise RuntimeError(
            f"{host} can be reached by others, so the server does not start:\n"
            + "\n".join(f"- {problem}" for problem in problems)
            + "\nOr leave --host at 127.0.0.1 and put nginx in front (docs/operations.md)."
        )


def _of_routes(app: Sanic) -> Iterator[str]:
    if any(route.path.partition("/")[0] in _API for route in app.router.routes):
        yield "Rasa's HTTP API is on: anybody can read conversations. Take it out."


def _of_channels(channels: Iterable[InputChannel]) -> Iterator[str]:
    for channel in channels:
        if isinstance(channel, CleanRestInput) and not channel.has_token:
            yield (
                f"the REST channel has no token. Set {TOKEN} ({rest.SHORTEST_TOKEN} characters"
                " or more), or take bot.channels.rest.CleanRestInput out of credentials.yml."
            )
        if type(channel).__module__.startswith("rasa."):
            yield (
                f"Rasa's own channel '{channel.name()}' takes part in any conversation that it is"
                " told of. Take it out of credentials.yml."
            )


def _of_actions(actions: EndpointConfig) -> Iterator[str]:
    if not actions.url:
        return
    address = urlsplit(actions.url)
    host, port = address.hostname or "", address.port or 80
    if not is_loopback(host):
        if not actions.kwargs.get("private_network"):
            yield (
                f"the action server at {host} is reached over the network. Run it on this machine"
                " with `partneris actions`, or, if nobody else is in that network, write"
                " `private_network: true` under action_endpoint."
            )
    elif any(not is_loopback(each) for each in _listening(port)):
        yield (
            f"the action server at port {port} can be reached by others. Start it with"
            " `partneris actions`, which listens on 127.0.0.1."
        )


def _listening(port: int) -> Iterator[str]:
    """Yield the addresses of this machine on which somebody listens at a port."""
    for path, family in (("/proc/net/tcp", socket.AF_INET), ("/proc/net/tcp6", socket.AF_INET6)):
        for line in Path(path).read_text(encoding="ascii").splitlines()[1:]:
            place, state = line.split()[1], line.split()[3]
            address, _, number = place.partition(":")
            if state == _LISTENS and int(number, 16) == port:
                yield _address(address, family)


def _address(written: str, family: socket.AddressFamily) -> str:
    """Return an address as people write it; Linux writes its words as numbers."""
    words = [int(written[start : start + 8], 16) for start in range(0, len(written), 8)]
    return socket.inet_ntop(family, struct.pack(f"={len(words)}I", *words))
