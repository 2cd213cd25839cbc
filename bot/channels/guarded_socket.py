"""socket.io for the public: what no window sends ends the socket and leaves no trace in the log.

python-socketio keeps parts of binary events until all have come, as many as a client announces;
hands `connect` and other names of its own to their handlers when a client sends them as events; and
logs every packet that it cannot read with everything that led there.
"""

from __future__ import annotations

import logging
from collections import Counter
from typing import Any

from engineio.payload import Payload  # type: ignore[import-untyped]
from limits import RateLimitItem, parse
from sanic import response
from sanic.exceptions import InvalidUsage
from sanic.request import Request
from sanic.response import HTTPResponse
from socketio import AsyncServer
from socketio.packet import ACK, CONNECT, DISCONNECT, EVENT, Packet

from bot.channels.addresses import address_of
from bot.channels.rates import Rates

JOIN_WITHIN = 10
"""Seconds."""
_PACKETS: RateLimitItem = parse("300/minute")
"""Of a socket; a person's window sends a few a minute."""
_UNREADABLE = (ValueError, LookupError, TypeError, RecursionError)
"""What the libraries raise for packets that are none."""


class _BadPacketError(Exception):
    """A packet that no window sends."""


class _TextPacket(Packet):
    """A packet without binary parts; an event has its name and at most one value."""

    def decode(self, encoded_packet: str) -> int:
        try:
            super().decode(encoded_packet)
        except _UNREADABLE:
            raise _BadPacketError from None
        if self.packet_type not in (CONNECT, DISCONNECT, EVENT, ACK):
            raise _BadPacketError
        if self.packet_type == EVENT and not self._is_event():
            raise _BadPacketError
        return 0

    def _is_event(self) -> bool:
        match self.data:
            case [str(name)] | [str(name), _]:
                return name not in ("connect", "disconnect")
        return False


class GuardedServer(AsyncServer):
    """A socket.io server with limits of its own.

    Args:
        most: sockets that an address may have open at once.
        options: as the library takes them.
    """

    def __init__(self, most: int, **options: Any) -> None:
        # no cookie is asked for, so no browser need send one to another website's server
        super().__init__(
            async_mode="sanic", serializer=_TextPacket, cors_credentials=False, **options
        )
        self.eio.logger.addFilter(_is_packet)
        self._most = most
        self._open: Counter[str] = Counter()
        """How many sockets are open, by address."""
        self._rates = Rates("socket")

    async def respond(self, request: Request) -> HTTPResponse:
        """Let socket.io have a request, unless its address has too many of them open.

        Raises:
            InvalidUsage: it is none of socket.io's.
        """
        address = address_of(request)
        if self._open[address] >= self._most:
            return response.empty(status=429, headers={"Retry-After": str(JOIN_WITHIN)})
        self._open[address] += 1
        try:
            return await self._checked(request)  # a socket is open for as long as this takes
        finally:
            self._open[address] -= 1
            if not self._open[address]:
                del self._open[address]

    async def _checked(self, request: Request) -> HTTPResponse:
        try:
            if request.method == "POST":
                Payload(encoded_payload=request.body.decode())
            return await self.handle_request(request)
        except _UNREADABLE:
            if request.headers.get("upgrade"):
                request.transport.abort()  # an answer would land in the middle of the socket
            raise InvalidUsage from None

    async def _handle_eio_connect(self, eio_sid: str, environ: dict[str, Any]) -> None:
        await super()._handle_eio_connect(eio_sid, environ)
        self.start_background_task(self._end_unless_joined, eio_sid)

    async def _end_unless_joined(self, eio_sid: str) -> None:
        """Let go of who opens a socket and joins no conversation: no other limit counts it."""
        await self.sleep(JOIN_WITHIN)
        if self.manager.sid_from_eio_sid(eio_sid, "/") is None:
            await self._end(eio_sid)

    async def _handle_eio_message(self, eio_sid: str, data: object) -> None:
        try:
            if not isinstance(data, str) or not data:
                raise _BadPacketError
            if await self._rates.beyond(_PACKETS, "packet", eio_sid):
                raise _BadPacketError
            await super()._handle_eio_message(eio_sid, data)
        except _BadPacketError:
            await self._end(eio_sid)

    async def _end(self, eio_sid: str) -> None:
        environ = self.environ.get(eio_sid)
        await self.eio.disconnect(eio_sid)
        request = environ and environ["sanic.request"]
        # the connection of a request that is over may belong to somebody else's by now
        if request and request.headers.get("upgrade"):
            request.transport.abort()


def _is_packet(record: logging.LogRecord) -> bool:
    """Leave out what the library logs for a number that no kind of packet has."""
    return record.msg != "Unknown receive error"
