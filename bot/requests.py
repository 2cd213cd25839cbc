"""What is no request is refused shortly, without a word about the inside or a trace in the log.

Sanic 21.12, which Rasa pins, reads forever where a Content-Length is negative, so that one request
stopped the whole server. Of two lengths it believes one, and what it cannot read at all it leaves
without an answer and writes into the log with everything that led there.
"""

from __future__ import annotations

import logging
import re
from http import HTTPStatus
from typing import Any

from sanic import Sanic, response
from sanic.compat import Header
from sanic.exceptions import InvalidUsage, SanicException
from sanic.http import Http, Stage
from sanic.log import error_logger
from sanic.request import Request
from sanic.response import HTTPResponse
from sanic.server.protocols.http_protocol import HttpProtocol

LOG = logging.getLogger(__name__)
_LENGTH = re.compile(r"\d{1,18}", re.ASCII)


class CheckedRequest(Request):
    """A request whose body has one clear end; sanic makes it before it reads the body."""

    def __init__(self, url_bytes: bytes, headers: Header, *args: Any, **named: Any) -> None:
        _check_body(headers)
        super().__init__(url_bytes, headers, *args, **named)


def _check_body(headers: Header) -> None:
    """Let only bodies through whose end is told once.

    Raises:
        InvalidUsage: where the body ends is told wrongly, or twice.
    """
    lengths = headers.getall("content-length", [])
    encodings = headers.getall("transfer-encoding", [])
    if len(lengths) + len(encodings) > 1:
        raise InvalidUsage
    if not all(_LENGTH.fullmatch(each) for each in lengths) or set(encodings) - {"chunked"}:
        raise InvalidUsage


def add_refusals(app: Sanic) -> None:
    """Answer every error of the application with its status and nothing else."""
    app.exception(Exception)(_refuse)
    error_logger.addFilter(_is_own_failure)
    if Http.error_response.__module__ != __name__:  # once a process
        _answer_what_is_not_read()
        _time_from_first_byte()


def _answer_what_is_not_read() -> None:
    answer = Http.error_response

    async def error_response(self: Http, exception: Exception) -> None:
        if self.request is None and not isinstance(exception, SanicException):
            # the address is what could not be read, and sanic would try it again
            self.url, exception = None, InvalidUsage()
        await answer(self, exception)

    Http.error_response = error_response


def _time_from_first_byte() -> None:
    """Let the time that a request may take begin with its first byte, not with its newest.

    Who sent a letter now and then kept a connection for ever.
    """
    receive = HttpProtocol.data_received

    def data_received(self: HttpProtocol, data: bytes) -> None:
        began, http = self._time, getattr(self, "_http", None)  # not yet there at the first
        receive(self, data)
        if http is not None and http.stage is not Stage.IDLE:
            self._time = began

    HttpProtocol.data_received = data_received


def _refuse(request: Request, error: Exception) -> HTTPResponse:
    known = isinstance(error, SanicException)
    status = HTTPStatus(getattr(error, "status_code", 500) if known else 500)
    if status == HTTPStatus.INTERNAL_SERVER_ERROR:  # not what a client broke off
        place = request.route.path if request.route else ""  # an address may hold a token
        LOG.error("%s /%s failed", request.method, place, exc_info=error)
    if isinstance(error, InvalidUsage) and request.stream:
        # sanic would look for the rest of a body whose end it has not understood
        request.stream.request_body, request.stream.keep_alive = None, False
    headers = getattr(error, "headers", {})
    return response.text(status.phrase, status=status, headers=headers)


def _is_own_failure(record: logging.LogRecord) -> bool:
    """Leave out what sanic logs for a form that is none; whoever asks for its fields finds none."""
    return record.msg != "Failed when parsing form"
