"""Custom actions in Rasa's own process: no second server, no history sent over HTTP at every turn."""

from __future__ import annotations

import logging
from typing import Any

from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor

LOG = logging.getLogger(__name__)


class InProcessActions(EndpointConfig):
    """An action endpoint that calls rasa-sdk's executor directly.

    The same actions run as a server of their own with `rasa run actions`; Rasa cannot tell.
    """

    def __init__(self) -> None:
        super().__init__()
        self._executor = ActionExecutor()
        self._executor.register_package("actions")

    async def request(self, *args: Any, **kwargs: Any) -> Any:
        """Run the action that Rasa asks for."""
        return await self._executor.run(kwargs["json"])
