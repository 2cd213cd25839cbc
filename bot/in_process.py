"""Custom actions in Rasa's own process: no second server, no history sent at every turn."""

from __future__ import annotations

import logging
from typing import Any

from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk.executor import ActionExecutor

from actions.base import failure
from core.call import Language

LOG = logging.getLogger(__name__)


class InProcessActions(EndpointConfig):
    """An action endpoint that calls rasa-sdk's executor directly.

    The same actions run as a server of their own (bot/action_server.py); Rasa cannot tell.
    """

    def __init__(self) -> None:
        super().__init__()
        # Rasa checks its own JSON schema anew at every answer of an action server: half of a
        # message's time, for answers that do not come from outside
        RemoteAction._validate_action_result = _accept
        self._executor = ActionExecutor()
        self._executor.register_package("actions")

    async def request(self, *args: Any, **kwargs: Any) -> Any:
        """Run the action that Rasa asks for; if it fails, say sorry and go on."""
        try:
            return await self._executor.run(kwargs["json"])
        except (
            Exception
        ):  # the person gets no exception text, and nothing of the conversation is lost
            LOG.exception("action %s failed", kwargs["json"].get("next_action"))
            return failed(kwargs["json"]["tracker"])


def failed(tracker: dict[str, Any]) -> dict[str, Any]:
    """Return what an action answers that failed: that it is sorry, in the person's language."""
    spoken = tracker["slots"].get("language")
    window = (tracker["latest_message"].get("metadata") or {}).get("language")
    language: Language = "en" if (spoken or window) == "en" else "lv"
    said = {"text": failure(language), "language": language, "fallback": True}
    return {"events": [], "responses": [said]}


def _accept(action: RemoteAction, result: dict[str, Any]) -> bool:
    return True
