"""The last turns of a conversation, for what need not look at all of it."""

from __future__ import annotations

import copy
from collections import deque

from rasa.shared.core.events import UserUttered
from rasa.shared.core.trackers import DialogueStateTracker


def recent(tracker: DialogueStateTracker, turns: int) -> DialogueStateTracker:
    """Return a conversation with the events of its last turns only; all else is shared with it.

    Args:
        tracker: the conversation.
        turns: messages of the person, with what came after each.
    """
    left = turns
    for index in range(len(tracker.events) - 1, -1, -1):
        left -= isinstance(tracker.events[index], UserUttered)
        if not left:
            shorter = copy.copy(tracker)
            shorter.events = deque(list(tracker.events)[index:])
            return shorter
    return tracker
