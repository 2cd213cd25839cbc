"""What a message asks of the two types of project: which of them pays for what."""

from __future__ import annotations

from actions.turn import Turn


def asks_for_type(turn: Turn) -> bool:
    """Tell whether it is asked which type of project: 'which one?' only after these."""
    message = turn.message
    one = turn.last_topic == "project_types" and message.turns_on("which_one")
    return message.turns_on("which_type") or one


def names_outputs(turn: Turn) -> bool:
    """Tell whether intellectual outputs are named, or what may be one: 'a handbook'."""
    if turn.message.lacks("outputs"):
        return False
    is_one = {each.id for each in turn.call.items("output_is", turn.day)}
    return turn.message.has("outputs") or bool(is_one & {*turn.message.marked("output")})


def asks_of_learning(turn: Turn) -> bool:
    """Tell whether a few words after the types ask of trainings alone: 'And trainings abroad?'."""
    message, said = turn.message, turn.said
    few = turn.last_topic == "project_types" and (turn.follows or message.short)
    trains = message.has("activities") or bool(said.activity)
    counts = said.days or said.people or said.kilometres or said.months or said.number
    return few and trains and not counts and not message.has("meetings")
