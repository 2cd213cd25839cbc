"""Priorities: horizontal, of a field, or the one that fits a theme."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Literal

from actions.base import Reply, TopicAction, finish
from actions.organisations import fields_of
from actions.turn import Turn
from bot.responses import Answer, Button, Speaker
from core.call import FieldId, Priority, in_force

PriorityField = FieldId | Literal["horizontal"]
_LAST = -1
_SEVERAL = 2
_FEW_WORDS = 8
"""Words of a message up to which it may ask for a place in a list without having seen it."""
_OF_PRESCHOOLS = "early_childhood"
_OTHER_THEME = "other"
"""A theme that no priority names."""
_CLAUSE_END = re.compile(r"[,;:.?!]")
_NEAR = 30
"""Letters between 'about' and the theme."""


class ActionPriorities(TopicAction):
    """Lists priorities; a theme gets the priorities that it fits."""

    topic = "priorities"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        priorities = in_force(turn.call.priorities, turn.day)
        if number := _place(turn):
            return self._one_of_list(turn, speaker, number, _shown(turn, priorities))
        if _names_no_priority(turn, priorities):
            key = "priority-none-named" if turn.message.open else "priority-not-named"
            speaker.say(key)
        elif fitting := _of_those_asked(turn, _fitting(turn, priorities)):
            return self._theme(turn, speaker, fitting)
        elif _asks_across_fields(turn):
            speaker.say("priority-across-fields")
        field = _listed_field(turn)
        if field == "horizontal":
            say_list(speaker, "priorities-horizontal", priorities, field)
            return finish(speaker, self.topic)
        if field:
            if "preschools" in turn.message.marked("who"):
                speaker.say("priority-preschools", field=field)
            say_list(speaker, "priorities-field", priorities, field)
            self._say_added(speaker, turn, priorities)
            return finish(speaker, self.topic)
        say_list(speaker, "priorities-all", priorities, "horizontal")
        return speaker.answer().model_copy(update={"buttons": field_buttons(turn, speaker)})

    def reply(self, turn: Turn) -> Reply:
        """See base class; what was asked about is kept: 'and for schools, would it count?'."""
        reply = super().reply(turn)
        priorities = in_force(turn.call.priorities, turn.day)
        asked = [each.id for each in _fitting(turn, priorities)]
        asked = asked or (turn.said.priority if turn.message.turns_on("new_one") else [])
        said = turn.said.model_copy(update={"priority": asked})
        own = [each.id for each in _fitting(turn, priorities) if self._is_own(turn, each)]
        case = turn.case
        if len(own) <= _SEVERAL and not turn.message.denies:
            names = dict.fromkeys([*case.priorities, *own])
            case = case.model_copy(update={"priorities": tuple(names)})
        return replace(reply, turn=replace(turn, said=said, case=case))

    def _is_own(self, turn: Turn, priority: Priority) -> bool:
        """Tell whether a priority that is asked about may be the project's."""
        return priority.field in ("horizontal", turn.field)

    def _one_of_list(
        self, turn: Turn, speaker: Speaker, number: int, shown: list[Priority]
    ) -> Answer:
        """Name one of the list that was shown: 'and the third?'."""
        number = len(shown) if number == _LAST else number
        if number > len(shown):
            speaker.say("priority-beyond", number=len(shown)).rest_on(*shown)
            return finish(speaker, self.topic)
        chosen = shown[number - 1]
        name = getattr(chosen.name, speaker.language)
        speaker.say("priority-nth", number=number, name=name, field=chosen.field).rest_on(chosen)
        return finish(speaker, self.topic)

    def _say_added(self, speaker: Speaker, turn: Turn, priorities: list[Priority]) -> None:
        """Say which of a field's priorities were added after the call had opened."""
        _say_since(speaker, [e for e in _added(turn, priorities) if e.field == turn.field])

    def _from_start(self, turn: Turn, speaker: Speaker, fitting: list[Priority]) -> Answer:
        """Say whether a priority was there when the call opened, or since when it is."""
        added = _added(turn, fitting)
        speaker.say("priority-not-from-start" if added else "priority-from-start")
        _say_since(speaker, added)
        speaker.rest_on(*fitting)
        return finish(speaker, self.topic)

    def _since(self, turn: Turn, speaker: Speaker, fitting: list[Priority]) -> Answer:
        """Say since when a priority is: 'kad to paziņoja?'."""
        added = _added(turn, fitting)
        if not added:
            speaker.say("priority-from-start")
        _say_since(speaker, added)
        speaker.rest_on(*(added or fitting))
        return finish(speaker, self.topic)

    def _theme(self, turn: Turn, speaker: Speaker, fitting: list[Priority]) -> Answer:
        if turn.message.hangs_on("from_start"):
            return self._from_start(turn, speaker, fitting)
        if turn.message.turns_on("announced"):
            return self._since(turn, speaker, fitting)
        project = _project_fields(turn, fitting)
        own = [each for each in fitting if each.field in ("horizontal", *project) or not project]
        elsewhere = bool(project) and not own and not turn.message.open
        own = own or fitting
        lines = [
            speaker.phrase("priority-line", priority=each.id, field=each.field) for each in own
        ]
        key = "priority-of-other-field" if elsewhere else "priority-fits"
        project_field = project[0] if elsewhere else None
        speaker.say(key, lines="\n".join(lines), field=project_field).rest_on(*own)
        if turn.message.open and turn.message.whether and turn.names("field") and turn.field:
            # 'Which priorities are there for schools, is science one of them?'
            say_list(
                speaker, "priorities-field", in_force(turn.call.priorities, turn.day), turn.field
            )
        return finish(speaker, self.topic)


def _added(turn: Turn, priorities: list[Priority]) -> list[Priority]:
    """Return those of the priorities that were added after the call had opened."""
    added = turn.call.added_priorities(turn.day)
    return [each for each in priorities if each in added]


def _say_since(speaker: Speaker, added: list[Priority]) -> None:
    for each in added:
        name = getattr(each.name, speaker.language)
        speaker.say("priority-added", name=name, day=str(each.since))


def _of_those_asked(turn: Turn, fitting: list[Priority]) -> list[Priority]:
    """Return those that fit, of the horizontal ones where these are asked about."""
    if not turn.names("scope") or "horizontal" not in turn.said.scope:
        return fitting
    return [each for each in fitting if each.field == "horizontal"]


def _place(turn: Turn) -> int | None:
    """Return which place of the list is asked about, `_LAST` for the last; none if none is."""
    places = turn.message.marked("ordinal")
    after_list = turn.last_topic == ActionPriorities.topic or turn.message.length <= _FEW_WORDS
    if len(places) != 1 or not after_list:
        return None
    return _LAST if places == ["last"] else int(places[0])


def _listed_field(turn: Turn) -> PriorityField | None:
    """Return the field whose list is asked for; none for all of them."""
    if "horizontal" in turn.said.scope and (turn.names("scope") or not turn.said.field):
        return "horizontal"
    return turn.field if len(turn.said.field) < _SEVERAL else None


def _shown(turn: Turn, priorities: list[Priority]) -> list[Priority]:
    """Return the list that is shown to who asks for it."""
    field = _listed_field(turn) or "horizontal"
    return [each for each in priorities if each.field == field]


def _names_no_priority(turn: Turn, priorities: list[Priority]) -> bool:
    """Tell whether the message names a theme that no priority names: 'is sport in the list?'."""
    other = _OTHER_THEME in turn.message.marked("theme")
    return other and not turn.names("priority") and not _by_theme(turn, priorities)


def _fitting(turn: Turn, priorities: list[Priority]) -> list[Priority]:
    """Return the priorities whose theme is named; not for a preschool that asks which there are."""
    if by_theme := _by_theme(turn, priorities):
        return by_theme
    others = turn.message.open or turn.message.has("remains")
    if not turn.names("priority") and others:
        return []  # 'and what are the priorities of schools?' after a theme, 'un pārējās?'
    fitting = [each for each in priorities if each.id in turn.said.priority]
    preschool = "preschools" in turn.message.marked("who") and turn.message.open
    return [] if preschool and [each.id for each in fitting] == [_OF_PRESCHOOLS] else fitting


def _by_theme(turn: Turn, priorities: list[Priority]) -> list[Priority]:
    """Return the priorities that a theme's words may mean: 'is there one about school leavers?'.

    Such words stand beside the question, too, as in 'we are teachers, is there one about STEM?', so
    that only those behind 'about' count where there are any, and none where the list is asked for.
    Of all that are meant those of the project's field are, else all of them.
    """
    message = turn.message
    themes = [each for each in message.marks if each["group"] == "theme"]
    places = [each["end"] for each in message.marks if each["word"] == "concerning"]
    about = [each for each in themes if any(_is_about(message.text, p, each) for p in places)]
    named = [each for each in message.entities if each["entity"] == "priority"]
    if named:  # a priority's own name leaves no doubt, but may be that of several
        about = [each for each in themes if any(_overlap(each, other) for other in named)]
    elif not about and not message.turns_on("one_priority") and _asks_for_list(turn):
        return []
    ids = {each["word"] for each in about or ([] if named else themes)} - {_OTHER_THEME}
    if not ids:
        return []
    ids |= {each["value"] for each in named}
    found = [each for each in priorities if each.id in ids]
    project = _project_fields(turn, found)
    own = [each for each in found if each.field in project]
    horizontal = [each for each in found if each.field == "horizontal"]
    if own:
        return [*own, *horizontal]
    return found if named or not project else horizontal


def _asks_for_list(turn: Turn) -> bool:
    """Tell whether it is asked which priorities there are, or nothing is asked."""
    return turn.message.hangs_on("open") or not turn.message.asks


def _is_about(text: str, place: int, theme: dict[str, Any]) -> bool:
    """Tell whether 'about' or the like, which ends at a place, stands before a theme's clause."""
    between = text[place : theme["start"]]
    near = 0 < theme["start"] - place <= _NEAR
    return near and not _CLAUSE_END.search(between)


def _overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def _project_fields(turn: Turn, fitting: list[Priority]) -> list[FieldId]:
    """Return the fields of a project that asks for priorities, beside those of the priorities.

    'Can we, a school, take the VET priority of work-based learning?' is about a school's project;
    a field that is named within a priority's name ('the student card') is none of a project's.
    """
    message = turn.message
    within = [each for each in message.entities if each["entity"] == "priority"]
    outside = [
        each["value"]
        for each in message.entities
        if each["entity"] == "field" and not any(_overlap(each, other) for other in within)
    ]
    named = list(dict.fromkeys(outside))
    if not named and turn.field_before:
        named = [turn.field_before]
    theirs = {each.field for each in fitting}
    told = fields_of(turn)[:1]  # 'I teach in a VET school. With a school in Kaunas we …'
    if len(named) > 1 and {*told} & theirs and not message.hangs_on("may"):
        return told
    ours = message.hangs_on("we") and message.hangs_on("may")
    if ours and turn.field_before and set(named) <= theirs:
        named = [turn.field_before]  # told before: 'may we take the VET priority of …?'
    return [each for each in named if each not in theirs] or named


def _asks_across_fields(turn: Turn) -> bool:
    """Tell whether a project of one field asks for another's priority."""
    return len(turn.said.field) == _SEVERAL and turn.message.hangs_on("may")


def say_list(speaker: Speaker, key: str, priorities: list[Priority], field: str) -> None:
    """Say the priorities of a field, or the horizontal ones, as a list."""
    chosen = [each for each in priorities if each.field == field]
    lines = "\n".join(f"• {getattr(each.name, speaker.language)}" for each in chosen)
    named = None if field == "horizontal" else field
    speaker.say(key, lines=lines, number=len(chosen), field=named).rest_on(*chosen)


def field_buttons(turn: Turn, speaker: Speaker) -> list[Button]:
    """Return one button a field that asks for its priorities."""
    return [
        speaker.button("priorities_of_field", field=field.id)
        for field in in_force(turn.call.fields, turn.day)
    ]
