"""Reads the latest message and the slots into turns, for the actions to answer."""

from actions.turn_reading.reading import read_turns

__all__ = ["read_turns"]
