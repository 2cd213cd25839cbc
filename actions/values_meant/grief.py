"""Whether somebody tells of a death, which needs other words than a question does."""

from __future__ import annotations

from typing import Any

from actions.elsewhere import names_earlier_year
from actions.message import Message
from actions.topic_groups import (
    UNLIKELY,
)
from actions.turn import Turn

_NEAR = 40
"""Letters between a person and the word that tells of their death."""
_OWNING = ("'s", "’s")


def mourns(turn: Turn) -> bool:
    """Tell whether somebody tells of a death and does not clearly ask what to do about it."""
    message = turn.message
    asks = turn.intent.startswith("ask_") and turn.confidence >= UNLIKELY
    asks = asks or turn.intent.endswith("_slot")  # 'that morning is a funeral, another hour?'
    loss = message.turns_on("grief") or _somebody_died(message)
    return loss and not asks and not message.turns_on("device") and not names_earlier_year(turn)


def tells_of_a_loss(turn: Turn) -> bool:
    """Tell whether somebody who is at the end of their strength mourns, and asks for no help."""
    message = turn.message
    loss = message.turns_on("grief") or message.turns_on("died")
    of_somebody = _somebody_died(message) or not message.turns_on("device")
    return loss and not message.turns_on("despair") and of_somebody


def _somebody_died(message: Message) -> bool:
    """Tell whether who died is a person: not an idea, a printer or a language.

    'Our partner's server died' is about the server.
    """
    died = [each for each in message.marks if each["word"] == "died"]
    people = [each for each in message.marks if each["word"] == "somebody"]
    return any(_is_beside(message, one, other) for one in people for other in died)


def _is_beside(message: Message, somebody: dict[str, Any], died: dict[str, Any]) -> bool:
    start = min(somebody["end"], died["end"])
    end = max(somebody["start"], died["start"])
    owns = message.text[somebody["end"] :].startswith(_OWNING)
    return not owns and end - start <= _NEAR and not message.parted(start, end)
