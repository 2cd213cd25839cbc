"""The grant, and the money available in Latvia."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from actions.base import Reply, TopicAction, finish, plain_answer
from actions.counts import A_BUDGET, whole
from actions.dates import fits_start, judge_length, say_duration, say_longest_from
from actions.said import day_span
from actions.spans import named_period, named_start
from actions.starting import before_start
from actions.sum_lines import amount_of
from actions.turn import PLAN, Turn
from bot.responses import Answer, Speaker, grouped
from core import judgements, sums
from core.call import in_force

Length = Literal["until", "over"]
_LENGTHS: tuple[Length, ...] = ("until", "over")
_SMALLEST_GRANT = 1_000
"""EUR; less is no grant: 'mums kontā ir pāris simti eiro'."""


class ActionGrant(TopicAction):
    """The largest grant, also for a number of months."""

    topic = "grant"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        amount = large_amount(turn)
        if amount is None and turn.message.turns_on("largest"):
            amount = turn.call.number("grant_maximum", turn.day)
        length = turn.message.turns_on("how_long") or turn.message.has("shortest")
        if amount and length and not turn.names("months"):
            self._say_months_needed(speaker, turn, amount)
            return finish(speaker, self.topic)
        asked = turn.message.has("remains") or turn.message.has("too_much")
        remains = bool(turn.sums) and asked
        months = whole(turn.known.months or (turn.last_said.months if remains else []))
        months = months or (turn.plan.months if remains else None)
        start = named_start(turn)
        if turn.message.has("each_partner") and not turn.said.organisations:
            speaker.say("grant-of-the-project")  # 'un katram partnerim?'
        if months is None and start and say_longest_from(speaker, turn):
            months = judgements.latest_months(turn.call, turn.day, start[0])
        elif months and start and not fits_start(turn, months):
            judge_length(speaker, turn, months)
            say_longest_from(speaker, turn)
            months = judgements.latest_months(turn.call, turn.day, start[0])
        elif months and turn.names("date") and turn.names("months"):
            judge_length(speaker, turn, months)
        if (period := named_period(turn)) and months == judgements.months_between(*period):
            first, last = (each.isoformat() for each in period)
            speaker.say("period-months", first=first, last=last, months=months)
        small = turn.message.turns_on("smallest_grant") and not turn.said.organisations
        if small and turn.message.asks:
            speaker.say("grant-no-minimum")
        fits = months and judgements.duration(turn.call, turn.day, months, turn.field).allowed
        if months is None and remains:
            speaker.say("grant-left-needs-months", total=sum(turn.sums.values(), Decimal(0)))
        monthly = _monthly(turn, months)
        self._judge_month(speaker, turn, monthly)
        if months is None or (not fits and (months == 1 or not turn.said.months)):
            speaker.say("grant")  # 'for one month' asks for the rate
            return finish(speaker, self.topic)
        if not fits:
            say_duration(speaker, turn, months)  # it gets no grant, whatever the months come to
            speaker.say("duration").say("grant-rule")
            return finish(speaker, self.topic)
        self._judge(speaker, turn, months, monthly)
        if self._asks_of_sums(turn) and not turn.names("euro"):
            self._say_whether_within(speaker, turn, _of_all_sums(turn), months)
        if _asks_of_more_partners(turn):
            speaker.say("grant-whoever-joins")
        line = sums.maximum_grant(turn.call, turn.day, months)
        speaker.say("grant-months", months=months, amount=line.amount, step=grouped(line.steps[0]))
        speaker.rest_on(*line.rests_on)
        if line.capped_by:
            speaker.say("grant-capped")
        if remains or self._asks_of_sums(turn):
            total = _of_all_sums(turn)
            key = "grant-left" if total <= line.amount else "grant-used-up"
            speaker.say(key, total=total, left=abs(line.amount - total))
        return finish(speaker, self.topic)

    def _say_months_needed(self, speaker: Speaker, turn: Turn, amount: Decimal) -> None:
        """Say how long a project must be to get a sum."""
        if not judgements.grant(turn.call, turn.day, amount, None).allowed:
            speaker.say("grant-above-maximum", asked=amount).say("grant-rule")
            return
        needed = judgements.months_needed(turn.call, turn.day, amount)
        shortest = judgements.shortest_project(turn.call, turn.day, turn.field)
        key = "grant-months-needed" if needed >= shortest else "grant-shortest-is-enough"
        speaker.say(key, asked=amount, months=max(needed, shortest)).say("grant-rule")
        speaker.rest_on_facts([turn.call.fact_of_field("duration_minimum", turn.field)])

    def _judge_month(self, speaker: Speaker, turn: Turn, monthly: list[Decimal]) -> None:
        """Say that a sum is too much for a month."""
        most = turn.call.number("grant_per_month", turn.day)
        if wrong := next((each for each in monthly if each > most), None):
            speaker.say("grant-month-too-high", asked=wrong)

    def _judge(self, speaker: Speaker, turn: Turn, months: int, monthly: list[Decimal]) -> None:
        """Say whether a sum that was named is too high for the length; `monthly` are of a month."""
        asked = max(
            (each for each in turn.said.euro if each > 0 and each not in monthly), default=None
        )
        if together := turn.message.items_together:
            speaker.say("grant-items-together", amount=together)
            asked = together
        if asked is None or asked <= turn.call.number("grant_per_month", turn.day):
            return  # 'is it 12 500 a month?'
        self._say_whether_within(speaker, turn, asked, months)

    def _asks_of_sums(self, turn: Turn) -> bool:
        """Tell whether it is asked if all that was worked out is within the ceiling."""
        message = turn.message
        named = ("fits_in", "within_limit", "beyond")
        return bool(turn.sums) and message.asks and any(message.turns_on(each) for each in named)

    def _say_whether_within(
        self, speaker: Speaker, turn: Turn, asked: Decimal, months: int
    ) -> None:
        """Say whether a sum is within the largest grant of so many months."""
        largest = judgements.largest_grant(turn.call, turn.day, months)
        key = "grant-too-high" if asked > largest else "grant-within"
        # 'is it over the limit?' wants a no, 'does it fit?' a yes
        whether = "over" if turn.message.turns_on("beyond") else "fits"
        speaker.say(key, asked=asked, over=asked - largest, months=months, whether=whether)


def _of_all_sums(turn: Turn) -> Decimal:
    """Return what all comes to that was worked out: the plan's budget, or the sums of topics."""
    return turn.sums.get(PLAN) or sum(turn.sums.values(), Decimal(0))


def _monthly(turn: Turn, months: int | None) -> list[Decimal]:
    """Return the sums that are named as those of a month, or that the months multiply to another.

    'So 36 months times 15 000 makes 540 000.'
    """
    named = [*turn.said.euro, *turn.said.numbers_from(A_BUDGET)]
    times = [each for each in named if months and months > 1 and each * months in named]
    return [*turn.message.monthly, *times]


def _asks_of_more_partners(turn: Turn) -> bool:
    """Tell whether it is asked if those who join or leave change the ceiling: 'griesti ceļas?'."""
    message = turn.message
    named = turn.names("country") or turn.names("organisations") or message.turns_on("of_partners")
    changes = message.adds or message.has("more") or message.has("left") or message.turns_on("stay")
    asks = message.asks and (message.whether or turn.follows)
    return bool(named and changes and asks) and not turn.names("months")


def large_amount(turn: Turn) -> Decimal | None:
    """Return the first sum of money that was named, also one without its unit."""
    return amount_of(turn) or next(iter(turn.said.numbers_from(A_BUDGET)), None)


class ActionPayments(TopicAction):
    """In which parts the grant is paid: by the length where it is known, with a sum in EUR."""

    topic = "payments"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        if several := self._lengths(turn):
            if turn.message.turns_on("when"):
                speaker.say("payments-day-unknown")
            for each in several:
                length: Length = "over" if each > self._limit(turn) else "until"
                self._say(speaker, turn, length, each, grant=None)
            return finish(speaker, self.topic)
        months = whole(turn.known.months)
        if months is None and turn.message.turns_on("largest"):  # only the longest can get it
            months = int(turn.call.number("duration_maximum", turn.day))
        self._judge(speaker, turn, months)
        grant = next((each for each in turn.said.euro if each >= _SMALLEST_GRANT), None)
        grant = grant or next(iter(turn.said.numbers_from(A_BUDGET)), None)
        if months and not judgements.duration(turn.call, turn.day, months, turn.field).allowed:
            say_duration(speaker, turn, months)
            return plain_answer(turn, self.topic, speaker)
        if grant and not judgements.grant(turn.call, turn.day, grant, months).allowed:
            speaker.say("grant-rule")
            return plain_answer(turn, self.topic, speaker)
        if months and turn.message.turns_on("when"):
            speaker.say("payments-day-unknown")
        limit = self._limit(turn)
        if months and grant is None and turn.sums and self._asks_how_much(turn):
            grant = _of_all_sums(turn)
            speaker.say("payments-of-sums", total=grant)
        if months and grant is None and self._is_full(turn):
            line = sums.maximum_grant(turn.call, turn.day, months)
            steps = grouped(line.steps[0])
            speaker.say("grant-months", months=months, amount=line.amount, step=steps)
            speaker.rest_on(*line.rests_on)
            grant = line.amount
        if months:
            self._say_bridged(speaker, turn, "until" if months <= limit else "over", grant)
        if months is None or months <= limit:
            self._say(speaker, turn, "until", months, grant)
        if months is None or months > limit:
            self._say(speaker, turn, "over", months, grant)
        return finish(speaker, self.topic)

    def reply(self, turn: Turn) -> Reply:
        """See base class; that it was the largest grant is kept: 'and with 24 months?'."""
        reply = super().reply(turn)
        if not self._is_full(turn):
            return reply
        said = turn.said.model_copy(update={"full_grant": ["full_grant"]})
        return replace(reply, turn=replace(turn, said=said))

    def _asks_how_much(self, turn: Turn) -> bool:
        """Tell whether it is asked how much is paid of what was worked out: 'cik pirmajā daļā?'."""
        much = turn.message.hangs_on("much") or turn.last_topic in ("total", PLAN)
        return much and not turn.message.turns_on("full_grant")

    def _lengths(self, turn: Turn) -> list[int]:
        """Return the lengths that are asked about, if the parts are not the same for them all.

        'The project would be 24 months. Same for a 30 month one?'
        """
        named = [e["value"] for e in turn.message.entities if e["entity"] == "months"]
        lengths = [int(each) for each in dict.fromkeys(named) if whole([each])]
        fit = all(
            judgements.duration(turn.call, turn.day, each, turn.field).allowed for each in lengths
        )
        differ = len({each > self._limit(turn) for each in lengths}) > 1
        sums_too = turn.said.euro or turn.corrects or turn.message.turns_on("full_grant")
        return lengths if fit and differ and not sums_too else []

    def _limit(self, turn: Turn) -> int:
        return int(turn.call.number("payments_limit", turn.day))

    def _is_full(self, turn: Turn) -> bool:
        """Tell whether the largest grant is asked about, now or in the message before."""
        now = turn.message.turns_on("full_grant") or turn.last_topic == "grant"
        return now or bool(turn.said.full_grant)

    def _judge(self, speaker: Speaker, turn: Turn, months: int | None) -> None:
        """Say what is asked besides the parts: whether all is paid at once, the interim report."""
        message = turn.message
        if message.whether and message.turns_on("at_once") and not message.percent:
            speaker.say("payments-not-at-once")
        if message.whether:
            self._judge_parts(speaker, turn, months)
        if not message.turns_on("interim"):
            return
        if months is None:
            speaker.say("payments-interim")
        else:
            key = "payments-interim-needed" if months > self._limit(turn) else "payments-no-interim"
            speaker.say(key, months=months, asked="whether" if message.whether else "when")
        if not message.whether and (months is None or months > self._limit(turn)):
            speaker.say("payments-interim-day")

    def _say_bridged(
        self, speaker: Speaker, turn: Turn, length: Length, grant: Decimal | None
    ) -> None:
        """Say how much organisations pay themselves until the last payment, if that is asked."""
        if grant is None or not turn.message.turns_on("bridges"):
            return
        last = turn.call.items(f"payments_{length}_24", turn.day)[-1].value or Decimal(0)
        [amount] = sums.instalments(grant, [last])
        speaker.say("payments-bridged", amount=amount, share=last)

    def _judge_parts(self, speaker: Speaker, turn: Turn, months: int | None) -> None:
        """Say whether a share or a number of parts that is named is right, as far as that is sure.

        Without a length it is so only where it is the same for all.
        """
        message, limit = turn.message, self._limit(turn)
        until, over = (turn.call.items(f"payments_{each}_24", turn.day) for each in _LENGTHS)
        both = [until, over] if months is None else [until if months <= limit else over]
        place = 0 if message.turns_on("first_part") else -1
        if message.percent and (message.turns_on("first_part") or message.turns_on("last_part")):
            shares = [parts[place].value for parts in both]
            named = [each for each in message.percent if each in shares] or message.percent
            key, value = "payments-share", named[0]
            right = {share == value for share in shares}
        elif number := whole(turn.said.parts):
            right, value = {len(parts) == number for parts in both}, Decimal(number)
            key = "payments-number"
        else:
            return
        if len(right) == 1:
            speaker.say(key if right == {True} else f"{key}-wrong", value=value)

    def _say(
        self,
        speaker: Speaker,
        turn: Turn,
        length: Length,
        months: int | None,
        grant: Decimal | None,
    ) -> None:
        rule = f"payments_{length}_24"
        parts = turn.call.items(rule, turn.day)
        amounts = sums.instalments(grant, [part.value or Decimal(0) for part in parts])
        lines = [
            speaker.phrase(
                "payment-line",
                name=getattr(part.name, speaker.language),
                share=part.value,
                amount=amount,
            )
            for part, amount in zip(parts, amounts, strict=True)
        ]
        speaker.say(
            "payments-by-length",
            length="named" if months else length,
            months=months,
            parts=len(parts),
            lines="\n".join(lines),
        )
        speaker.rest_on_facts([rule, "payments_limit"])


class ActionDoubleFunding(TopicAction):
    """No profit, no double funding, nothing retroactive; costs before the start get a verdict."""

    topic = "double_funding"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        message, speaker = turn.message, turn.speaker()
        both = message.turns_on("both_budgets") and turn.names("near_miss")
        if both or (turn.last_topic == "output_rates" and turn.last_said.near_miss):
            speaker.say("output-rates-paid-elsewhere-no")  # 'is this allowed or not?'
            return plain_answer(turn, self.topic, speaker)
        told = message.hangs_on("before") and message.hangs_on("cost")
        told = told or message.turns_on("before_september")  # 'what we buy this summer'
        before = told or before_start(turn) or self._spent_already(turn)
        before = before or self._spent_as_told(turn)
        now = message.turns_on("by_now") and message.hangs_on("cost")
        before = before or now  # 'Could I bill the work we're doing now, before approval?'
        agreement = message.hangs_on("before_agreement") and not now
        if not (before or agreement):
            return plain_answer(turn, self.topic, speaker)
        if agreement:
            speaker.say("retroactive-before-agreement")
        verdict = before and not message.open
        speaker.say("retroactive-not-covered", asked="verdict" if verdict else None)
        if message.hangs_on("ticket"):
            speaker.say("retroactive-bought-ahead")
        if message.hangs_on("profit"):  # 'and may we earn something?'
            return plain_answer(turn, self.topic, speaker)
        return finish(speaker, self.topic)

    def _spent_as_told(self, turn: Turn) -> bool:
        """Tell whether it is asked if what was told to be spent before the start is paid."""
        message, opens = turn.message, turn.call.value("start_first", turn.day).value
        assert isinstance(opens, dt.date)
        inside = [day_span(each, opens.year) for each in turn.said.date if turn.names("date")]
        later = any(span and span[0] >= opens for span in inside)
        asks = message.whether or message.turns_on("conclusion") or message.asks
        return bool(turn.case.spent_before and asks) and not (later or message.hangs_on("profit"))

    def _spent_already(self, turn: Turn) -> bool:
        """Tell whether money is spent while no project of the call can have started.

        'Decembrī bijām pie partneriem, iztērējām 1100. Vai to varam ielikt izmaksās?'
        """
        opens = turn.call.value("start_first", turn.day).value
        assert isinstance(opens, dt.date)
        asks = turn.message.whether or turn.message.hangs_on("may")
        spent = turn.message.turns_on("spent") or self._was_then(turn)
        return turn.day < opens and asks and spent

    def _was_then(self, turn: Turn) -> bool:
        """Tell whether costs are of a time that is over: 'par februāri, kad tikāmies'."""
        spans = (day_span(each, turn.day.year) for each in turn.said.date)
        past = any(span and span[1] < turn.day for span in spans)
        return past and (turn.message.hangs_on("cost") or bool(turn.said.euro))


class ActionMoneyAvailable(TopicAction):
    """Money planned for Latvia, by field and together."""

    topic = "money_available"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        every = "all" in turn.said.scope or turn.message.turns_on("which_fields")
        field = None if every and not turn.said.field else turn.field
        say_which_field(speaker, turn)
        if field:
            speaker.say(f"money-{field.replace('_', '-')}")
            if turn.said.project_type:
                say_splits(speaker, [field])
        else:
            speaker.say("money-available")
        return finish(speaker, self.topic)


def say_which_field(speaker: Speaker, turn: Turn) -> bool:
    """Say which field has the most or the least money, if that is asked: 'kuram vismazāk?'."""
    most, least = turn.message.turns_on("most"), turn.message.turns_on("fewest")
    if most == least or not turn.message.turns_on("which_fields"):
        return False
    fields = [field.id for field in in_force(turn.call.fields, turn.day)]
    amounts = {field: turn.call.number(f"money_{field}", turn.day) for field in fields}
    field = (max if most else min)(fields, key=amounts.__getitem__)
    which = "most" if most else "least"
    speaker.say("money-most-or-least", field=field, amount=amounts[field], which=which)
    return True


class ActionMoneySplit(TopicAction):
    """How a field's money is split between the types of project."""

    topic = "money_split"

    def answer(self, turn: Turn) -> Answer:
        """See base class."""
        speaker = turn.speaker()
        if turn.message.turns_on("which_fields") and not turn.said.field:
            turn = replace(turn, field=None)  # 'so which fields are?'
        if say_which_field(speaker, turn):
            speaker.say("money-available")
            return finish(speaker, self.topic)
        types = turn.said.project_type
        if types and turn.field and turn.message.hangs_on("may"):
            speaker.say("project-types-both", field=turn.field)  # 'Vai tā drīkst, un cik naudas?'
        if "all" in turn.said.scope and not turn.said.field:  # 'un visas četras jomas kopā?'
            speaker.say("money-available")
            say_splits(speaker, [str(field.id) for field in in_force(turn.call.fields, turn.day)])
            return finish(speaker, self.topic)
        fields = (
            [turn.field] if turn.field else [f.id for f in in_force(turn.call.fields, turn.day)]
        )
        if turn.field:
            speaker.say(f"money-{turn.field.replace('_', '-')}")
        say_splits(speaker, [str(field) for field in fields])
        return finish(speaker, self.topic)


def say_splits(speaker: Speaker, fields: list[str]) -> None:
    """Say the split of each field, a line each."""
    lines = [speaker.phrase(f"money-split-{field.replace('_', '-')}") for field in fields]
    speaker.say("money-split", lines="\n".join(lines))
