"""Whom to ask at the agency."""

from __future__ import annotations

from dataclasses import replace

from actions.base import Reply, TopicAction, contact_line, finish
from actions.said import contacts_in
from actions.topic_groups import SHORT
from actions.turn import Turn
from bot.responses import Answer, Speaker
from core.call import Contact, in_force
from core.text import fold, nominatives

_WAYS = {"email", "phone"}
"""How somebody is reached."""
_BESIDE = 2
"""Letters between a head and whose head it is: 'the Riga head', 'our boss'."""


class ActionContacts(TopicAction):
    """Officers by field, the head of the unit, or the address."""

    topic = "contacts"

    def reply(self, turn: Turn) -> Reply:
        """See base class; that the head was named is kept: 'phone?', then 'and her email?'."""
        reply = super().reply(turn)
        wanted = _of_head_before(turn, turn.said.contact_detail)
        said = turn.said.model_copy(update={"contact_detail": wanted})
        return replace(reply, turn=replace(turn, said=said))

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        contacts = in_force(turn.call.contacts, turn.day)
        wanted = [each for each in turn.said.contact_detail if each != "head" or not _asks(turn)]
        wanted = _of_head_before(turn, wanted)
        if whose := contacts_in(turn.message.text, contacts):
            lines = "\n".join(contact_line(speaker, each) for each in whose)
            speaker.say("contact-of-number", lines=lines).rest_on(*whose)
            return finish(speaker, self.topic)
        if "address" in wanted:
            speaker.say("contact-address")
            if not {"head", "unit_head", "email"} & set(wanted):
                return finish(speaker, self.topic)
        named = turn.said.field
        if "unit_head" in wanted and (turn.field or named):  # 'kurš atbild par PIA un kas vada?'
            of = {*named, turn.field}
            chosen, key = [c for c in contacts if not c.fields or of & {*c.fields}], "contact-all"
        elif {"head", "unit_head"} & {*wanted} and not named:
            chosen = [contact for contact in contacts if not contact.fields]
            key = "contact-head"
        elif len(named) > 1:  # 'have schools the same telephone as universities?'
            chosen, key = [c for c in contacts if set(named) & set(c.fields)], "contact-all"
        elif turn.field:
            chosen = [contact for contact in contacts if turn.field in contact.fields]
            key = "contact-field"
        else:
            chosen, key = contacts, "contact-all"
        before = [each for each in contacts if turn.field_before in each.fields]
        theirs = turn.message.turns_on("theirs") and turn.message.has("more")
        same_person = turn.message.turns_on("same_person") or theirs  # 'is he for colleges, too?'
        if same_person and len(named) == 1 and before:  # 'Tas pats cilvēks arī par augstskolām?'
            same = [each.email for each in before] == [each.email for each in chosen]
            speaker.say("contact-same" if same else "contact-another")
        self._judge_person(speaker, turn, contacts)
        lines = "\n".join(contact_line(speaker, contact) for contact in chosen)
        speaker.say(key, lines=lines, field=turn.field).rest_on(*chosen)
        return finish(speaker, self.topic)

    def _judge_person(self, speaker: Speaker, turn: Turn, contacts: list[Contact]) -> None:
        """Say whether an officer who is named is that of the field: 'I wrote to Evita. Right?'."""
        words = [word.strip(".,;:!?") for word in turn.message.text.split()]
        names = {name for word in words for name in (fold(word), *nominatives(word))}
        named = [
            each
            for each in contacts
            if each.fields and names.intersection(fold(each.person.lv).split())
        ]
        if len(named) != 1 or not (turn.field and turn.message.asks):
            return
        [officer] = named
        fields = [speaker.phrase("field-name", field=field) for field in officer.fields]
        right = "yes" if turn.field in officer.fields else "no"
        person = getattr(officer.person, speaker.language)
        speaker.say("contact-person", person=person, fields=", ".join(fields), right=right)
        speaker.rest_on(officer)


def _of_head_before(turn: Turn, wanted: list[str]) -> list[str]:
    """Return what is wanted; of the head who was named before, where it is only how to reach her.

    'Who runs the unit?', then 'email?'
    """
    heads = {"head", "unit_head"} & {*turn.last_said.contact_detail}
    goes_on = turn.last_topic == ActionContacts.topic and turn.message.length <= SHORT
    others = turn.said.field or not {*wanted} or {*wanted} - _WAYS
    return wanted if others or not (heads and goes_on) else [*wanted, *heads]


def _asks(turn: Turn) -> bool:
    """Tell whether a head who is named is the one who asks: 'Whom should the Riga head ring?'."""
    heads = [e["start"] for e in turn.message.entities if e.get("value") == "head"]
    places = [e["end"] for e in turn.message.entities if e["entity"] in ("country", "town")]
    who = [e["end"] for e in turn.message.marks if e["group"] == "who"]
    ours = [e["end"] for e in turn.message.words if e["word"] == "ours"]
    ends = [*places, *who, *ours]
    return bool(heads) and all(any(0 < at - end <= _BESIDE for end in ends) for at in heads)
