"""A person's own data: deleted after one question, or handed over as a file."""

from __future__ import annotations

from dataclasses import replace

from actions import data_question
from actions.base import PartnerisAction, Reply, finish
from actions.slots import booking_words, coming
from actions.turn import Turn
from bot.helpdesk import tickets
from bot.privacy import erasure, events, export, keeping
from bot.responses import Button, Speaker

_MESSENGERS = ("slack", "telegram")


class ActionDeleteData(PartnerisAction):
    """Says what is deleted and what ends with it, and asks whether it shall be done."""

    topic = "delete_data"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        speaker = turn.speaker().say("data-delete")
        _say_what_ends(speaker, turn)
        speaker.say("data-delete-report")
        if turn.channel in _MESSENGERS:
            speaker.say("data-delete-messenger", channel=turn.channel)
        speaker.say("data-delete-sure")
        buttons = [_button(speaker, each) for each in (data_question.YES, data_question.NO)]
        answer = finish(speaker, self.topic).model_copy(update={"buttons": buttons})
        asked = replace(turn, intent=data_question.DELETE, data_question=data_question.now())
        return Reply(asked, answer)


class ActionDeleteConfirmed(PartnerisAction):
    """Has everything deleted: Rasa still has to save the conversation (bot/privacy/erasure.py)."""

    topic = "delete_confirmed"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        erasure.request(turn.conversation)
        speaker = turn.speaker().say("data-deleted")
        for booking in coming(turn):
            speaker.say("data-deleted-booking", booking=booking_words(speaker, turn, booking))
        if turn.channel in _MESSENGERS:
            speaker.say("data-delete-messenger", channel=turn.channel)
        return Reply(replace(turn, intent=data_question.DELETE), speaker.answer())


class ActionDeleteKept(PartnerisAction):
    """Leaves everything as it is."""

    topic = "delete_kept"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        answer = finish(turn.speaker().say("data-kept"), "delete_data")
        return Reply(replace(turn, intent="deny"), answer)


class ActionExportData(PartnerisAction):
    """Hands over what is kept of the conversation, and says how long it is kept."""

    topic = "export_data"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        content = export.content(events.store(), turn.conversation, turn.language)
        export.add_message(content, turn.message.text)
        periods = keeping.configured()
        speaker = turn.speaker().say("data-export", name=export.NAME)
        speaker.say("data-kept-for", days=periods.keep_days, report=periods.keep_report_days)
        answer = finish(speaker, self.topic)
        file = export.attachment(content)
        turn = replace(turn, intent=data_question.EXPORT)
        return Reply(turn, answer.model_copy(update={"attachment": file}))


def _say_what_ends(speaker: Speaker, turn: Turn) -> None:
    if ticket := tickets.open_ticket(turn.conversation):
        state = "held" if ticket.held else ticket.state
        speaker.say("data-delete-ticket", state=state, officer=ticket.officer)
    for booking in coming(turn):
        speaker.say("data-delete-booking", booking=booking_words(speaker, turn, booking))


def _button(speaker: Speaker, key: str) -> Button:
    title = speaker.phrase(key)
    return Button(title=title, payload=title)
