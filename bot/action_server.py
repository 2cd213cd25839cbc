"""Custom actions as a server of their own, and the way to it.

rasa-sdk's server, which would answer an exception with its words and the whole request, with
Partneris's answer instead. It has no token: whoever reaches it can run an action on a conversation
that they make up, so it listens on this machine only, unless told otherwise.
"""

from __future__ import annotations

import logging
from typing import Any

import aiohttp
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.endpoint import create_app
from sanic import Sanic, response
from sanic.exceptions import SanicException
from sanic.request import Request
from sanic.response import HTTPResponse

from bot import logs, serving
from bot.in_process import failed

LOG = logging.getLogger(__name__)
_MOST_BYTES = 16 * 1024 * 1024
"""A conversation with all its events."""
_WITHIN = 20
"""Seconds that an action may take."""


def serve(host: str, port: int) -> None:
    """Serve the actions until stopped."""
    logs.configure()
    serving.run(
        application(), host, port, lambda: print(f"Actions: http://{host}:{port}", flush=True)
    )


def application() -> Sanic:
    """Return rasa-sdk's application with Partneris's actions."""
    app = create_app("actions", cors_origins="")
    app.config.REQUEST_MAX_SIZE = _MOST_BYTES
    app.exception(Exception)(_failed)
    return app


async def _failed(request: Request, error: Exception) -> HTTPResponse:
    if isinstance(error, SanicException):
        return response.empty(status=error.status_code)
    LOG.error("an action failed", exc_info=error)
    return response.empty(status=500)


class RemoteActions(EndpointConfig):
    """An action server that may be slow or away; Rasa would leave the person without an answer."""

    @classmethod
    def of(cls, configured: EndpointConfig) -> RemoteActions:
        """Return the same endpoint, made patient with people."""
        given = dict(vars(configured))
        return cls(**given.pop("kwargs"), **given)

    async def request(self, *args: Any, **kwargs: Any) -> Any:
        """Let an action run; if it fails, say sorry and go on."""
        try:
            return await super().request(*args, **kwargs | {"timeout": _WITHIN})
        except (aiohttp.ClientError, TimeoutError):
            LOG.exception("the action server failed")
            return failed(kwargs["json"]["tracker"])
