"""Collects the answers of a turn with all that actions said about them."""

from __future__ import annotations

from typing import Any

from rasa.core.channels.channel import OutputChannel


class Collector(OutputChannel):
    """Keeps each answer: text, table, buttons, file, sources, language, whether a fallback."""

    def __init__(self) -> None:
        self.messages: list[dict[str, Any]] = []

    @classmethod
    def name(cls) -> str:
        """Return the channel's name."""
        return "collector"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Keep an answer."""
        self.messages.append(
            {
                "recipient_id": recipient_id,
                "text": message.get("text") or "",
                "table": message.get("table"),
                "buttons": message.get("buttons") or [],
                "attachment": message.get("attachment"),
                "sources": message.get("sources") or [],
                "language": message.get("language"),
                "fallback": bool(message.get("fallback")),
                "answered": message.get("answered"),
            }
        )
