"""The conversation itself: greetings, follow-ups, sources, what was not understood or not ours."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from actions.base import (
    PartnerisAction,
    Reply,
    TopicAction,
    action_for,
    finish,
    plain_answer,
    say_contact,
)
from actions.dates import say_month_of_results
from actions.handover import offer
from actions.organisations import names_code
from actions.places import countries_of
from actions.topic_groups import NEAR_MISS
from actions.turn import Turn
from actions.values_meant import tells_of_a_loss
from bot.helpdesk.tickets import Reason
from bot.responses import Answer, Speaker, topic_of, topics
from core import judgements

ASK_BACK_FROM = 0.12
"""Confidence from which a topic is offered when asking back; chosen on the development set."""
_OFFERED = 2
_TWO = 2
"""Countries, too few for this call and enough for the exchange of schools."""


def answer_topic(topic: str, turn: Turn) -> Answer:
    """Answer a topic by its own action, or by its plain sentence."""
    return action_for(f"ask_{topic}").reply(replace(turn, intent=f"ask_{topic}")).answer


class ActionAnswer(PartnerisAction):
    """Answers every topic whose sentence needs no values: the intent names the sentence."""

    topic = "answer"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        topic = topic_of(turn.intent)
        assert topic, f"intent {turn.intent} has no topic"
        speaker = turn.speaker()
        if topic == "results_date":
            say_month_of_results(speaker, turn)
        reply = Reply(turn, plain_answer(turn, topic, speaker), topic=topic)
        return offer(reply, "staff_only") if topics()[topic].pointer else reply


class ActionSmallTalk(PartnerisAction):
    """Greets, thanks, says goodbye: the intent names the sentence."""

    topic = "small_talk"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        return Reply(turn, plain_answer(turn, turn.intent))


class ActionFollowUp(PartnerisAction):
    """'Un augstākajai izglītībai?': the last topic again, the new value in place of the old."""

    topic = "follow_up"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        if topic := turn.last_topic:
            turn = replace(turn, said=turn.said.over(turn.last_said))
            if topic == "management_use" and turn.said.organisations:
                topic = "management"  # who names organisations asks what they get
            if topic == "largest_consortium" and turn.said.months and turn.names("months"):
                topic = "management"  # 'for 30 months then?'
            action = action_for(f"ask_{topic}")
            if isinstance(action, TopicAction) and action.topic == topic:
                # it keeps what later questions rest on
                reply = action.reply(replace(turn, intent=f"ask_{topic}"))
                return replace(reply, turn=replace(reply.turn, intent=turn.intent))
            return Reply(turn, answer_topic(topic, turn), topic=topic)
        if turn.said.participant and turn.said.days:  # 'staff 14 days'
            topic = "individual_support"
            return Reply(turn, answer_topic(topic, turn), topic=topic)
        speaker = turn.speaker()
        if turn.said.field:
            speaker.say("field-noted", field=turn.field)
            return Reply(turn, finish(speaker, "field_noted"))
        return Reply(turn, plain_answer(turn, "topic_missing"), fallback=True)


class ActionRepeat(PartnerisAction):
    """Says the last answer again."""

    topic = "repeat"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        topic = turn.last_topic
        if topic is None:
            return Reply(turn, plain_answer(turn, "nothing_yet"))
        again = replace(turn, said=turn.last_said)
        return Reply(again, answer_topic(topic, again), topic=topic)


class ActionWhy(ActionRepeat):
    """'Kāpēc?': the rule behind the last answer, which is that answer with its sources."""

    topic = "why"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        again = super().reply(turn)
        if again.topic is None:
            return again
        return replace(again, answer=again.answer.between(turn.speaker().phrase("why-rule")))


class ActionSource(PartnerisAction):
    """Says on what the last answer rests."""

    topic = "source"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        if turn.last_topic is None:
            return Reply(turn, plain_answer(turn, "about_sources"))
        last = answer_topic(turn.last_topic, replace(turn, said=turn.last_said))
        lines = "\n".join(f"• {source}" for source in last.sources)
        said = turn.speaker().say("last-source", lines=lines, number=len(last.sources)).answer()
        return Reply(turn, said.model_copy(update={"sources": last.sources}))


class ActionChangeLanguage(ActionRepeat):
    """Goes on in the language that was asked for, and says the last answer in it."""

    topic = "change_language"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        wanted = turn.said.target_language
        language = wanted[0] if len(wanted) == 1 else turn.language
        # 'the same for two years, in English please?'
        last_said = turn.said.over(turn.last_said)
        turn = replace(turn, language=language, last_said=last_said)
        again = super().reply(turn)
        if again.topic is None:
            return Reply(turn, plain_answer(turn, self.topic))
        return Reply(turn, again.answer.between(turn.speaker().phrase("language-changed")))


class ActionAffirm(PartnerisAction):
    """'Jā': the topic that was offered when asking back; else asks what is meant."""

    topic = "affirm"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        if turn.offered_topic is None:
            return Reply(turn, plain_answer(turn, self.topic))
        intent = f"ask_{turn.offered_topic}"
        return action_for(intent).reply(replace(turn, said=turn.last_said, intent=intent))


class ActionNotUnderstood(PartnerisAction):
    """Asks back with up to two titles, or says that it does not know and who does."""

    topic = "not_understood"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        speaker = turn.speaker()
        if turn.message.gibberish:
            return Reply(turn, plain_answer(turn, "topic_missing"), fallback=True)
        if offered := offered_topics(turn):
            answer = speaker.say("ask-back", number=len(offered)).answer(offered)
            reply = Reply(turn, answer, fallback=True, offered_topic=offered[0])
        else:
            speaker.say("not-understood")
            say_contact(speaker, turn)
            reply = Reply(turn, finish(speaker, self.topic), fallback=True)
        return _offer_after_another(reply)


def _offer_after_another(reply: Reply) -> Reply:
    """Offer a person where the message before could not be answered either."""
    return offer(reply, "misunderstood") if reply.turn.misunderstood else reply


def offered_topics(turn: Turn) -> list[str]:
    """Return the likeliest topics that may be offered."""
    likely = [
        topic_of(entry["name"]) for entry in turn.ranking if entry["confidence"] >= ASK_BACK_FROM
    ]
    return [topic for topic in likely if topic and not topics()[topic].never_offered][:_OFFERED]


class ActionOutOfScope(PartnerisAction):
    """Kindly refuses what is not about this call; says in other languages which two it speaks."""

    topic = "out_of_scope"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        if turn.foreign is None:
            refused = Reply(turn, plain_answer(turn, self.topic), fallback=True)
            return _offer_after_another(refused)
        speaker = turn.speaker()
        if speaker.phrase("other-language-in", code=turn.foreign):
            speaker.say("other-language-in", code=turn.foreign)
        return Reply(turn, plain_answer(turn, "other_language", speaker), fallback=True)


class ActionInsult(PartnerisAction):
    """Stays kind and offers a person."""

    topic = "insult"
    reason: ClassVar[Reason] = "anger"

    def sentence(self, turn: Turn) -> str:
        """Return the name of the sentence that is said."""
        return self.topic

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        sentence = self.sentence(turn)
        speaker = turn.speaker().say(sentence)
        if sentence == "grief" and turn.message.asks and not turn.closed:
            speaker.say("grief-deadline")
        say_contact(speaker, turn)
        return offer(Reply(turn, finish(speaker, self.topic), fallback=True), self.reason)


class ActionDistress(ActionInsult):
    """Somebody is at the end of their strength: kind words, emergency number, a person."""

    topic = "distress"
    reason = "distress"

    def sentence(self, turn: Turn) -> str:
        """See base class; who mourns is not asked whether they want to live."""
        return "grief" if tells_of_a_loss(turn) else self.topic


class ActionNearMiss(PartnerisAction):
    """Names what was asked about as another matter, and where to go with it."""

    topic = "near_miss"

    def reply(self, turn: Turn) -> Reply:
        """See base class."""
        key = turn.intent.removeprefix(NEAR_MISS)
        matter = next(each for each in turn.call.near_misses if each.id == key)
        speaker = turn.speaker().rest_on(matter)
        speaker.say(
            "near-miss",
            explanation=getattr(matter.explanation, turn.language),
            where=getattr(matter.where, turn.language),
        )
        if key == "school_exchange":
            self._say_ours_beside(speaker, turn)
            say_contact(speaker, replace(turn, field="school"))
        if key == "own_application":
            say_contact(speaker, turn)
        own = key == "own_application"
        leads_to = "contacts" if own and turn.field is None else None
        reply = Reply(turn, finish(speaker, self.topic), fallback=True, leads_to=leads_to)
        return offer(reply, "staff_only") if own else reply

    def _say_ours_beside(self, speaker: Speaker, turn: Turn) -> None:
        """Set this call's conditions beside those of the exchange of schools, if both are named.

        'How does KA229 differ from KA201? We have one school in Pärnu: which one?'
        """
        if not names_code(turn):
            return
        if turn.said.project_type == ["good_practice"]:
            speaker.say("near-miss-good-practice-here")
        speaker.say("near-miss-ours-beside")
        home = turn.call.agency_country
        named = {home, *turn.said.country, *countries_of(turn.said.town, turn)}
        allowed = (judgements.country(turn.call, turn.day, code).allowed for code in named)
        if len(named) == _TWO and all(allowed):
            other = next(iter(named - {home}))
            speaker.say("near-miss-of-two-countries", country=home, other=other)
