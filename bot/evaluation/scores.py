"""What is right, and the measures over it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from statistics import median, quantiles
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel
from scipy.stats import binomtest
from sklearn.metrics import f1_score

from bot.evaluation.cases import Case, Turn
from core.call import Language

if TYPE_CHECKING:
    from bot.partner import Partner, TurnResult

T = TypeVar("T")
NOT_OURS = ("out_of_scope", "insult", "distress", "near_miss_")
"""What is refused: how its intents begin."""
_WITHOUT_LANGUAGE = {"out_of_scope", "insult", "distress", "change_language"}
_BLANK_IN_NUMBER = re.compile(r"(?<=\d)[\s\u00a0\u202f](?=\d)")
_BINS = 10


class Outcome(BaseModel):
    """One message, what was expected, what came back, and what of it is right."""

    case: int
    language: Language
    noise: str
    several_turns: bool
    user: str
    expected: list[str]
    answered: list[str]
    confidence: float
    fallback: bool
    topic_right: bool
    words_right: bool
    language_right: bool
    milliseconds: int
    reply: str

    @property
    def ours(self) -> bool:
        """Whether it is a question to be answered."""
        return not all(intent.startswith(NOT_OURS) for intent in self.expected)

    @property
    def right(self) -> bool:
        """Whether the answer is about the right thing, with the right facts and language."""
        return self.topic_right and self.words_right and self.language_right


class Share(BaseModel):
    """A share with its 95 % interval (Wilson) and how many it is of."""

    share: float
    low: float
    high: float
    of: int


class Scores(BaseModel):
    """All measures of a run."""

    right: Share
    wrong: Share
    """Questions of ours that got another answer."""
    refused: Share
    """Questions of ours that were refused or asked back."""
    others_refused: Share
    """Of what is not ours: recall of refusal."""
    refusal_precision: Share
    """Of all that was refused, what is not ours."""
    language: Share
    conversations: Share
    """Conversations of several turns that are right in every turn."""
    macro_f1: float
    calibration_error: float
    milliseconds_median: float
    milliseconds_p95: float
    by_language: dict[str, Share]
    by_noise: dict[str, Share]
    by_language_and_noise: dict[str, Share]
    by_intent: dict[str, Share]


async def run(partner: Partner, cases: Sequence[Case]) -> list[Outcome]:
    """Ask everything, each case in a conversation of its own."""
    from bot.partner import new_conversation

    outcomes = []
    for number, case in enumerate(cases):
        name = new_conversation()
        for turn in case.conversation.turns:
            result = await partner.send(name, turn.user)
            outcomes.append(judge(number, case, turn, result))
    return outcomes


def judge(number: int, case: Case, turn: Turn, result: TurnResult) -> Outcome:
    """Return what of a turn is right."""
    reply = "\n\n".join(each.text for each in result.replies)
    language = turn.lang or case.language
    return Outcome(
        case=number,
        language=case.language,
        noise=case.conversation.noise,
        several_turns=len(case.conversation.turns) > 1,
        user=turn.user,
        expected=turn.intents,
        answered=result.answered,
        confidence=result.confidence,
        fallback=result.fallback,
        topic_right=_topic_right(turn.intents, result),
        words_right=all(_plain(piece) in _plain(reply) for piece in turn.says),
        language_right=result.language == language
        or case.conversation.noise == "mixed"  # either language is fine then
        or bool(_WITHOUT_LANGUAGE & set(turn.intents)),
        milliseconds=result.milliseconds,
        reply=reply,
    )


def _topic_right(expected: list[str], result: TurnResult) -> bool:
    ours = [intent for intent in expected if not intent.startswith(NOT_OURS)]
    if not ours:
        return result.fallback
    if ours == ["inform"]:  # without a question before it there is nothing to answer
        return result.intent == "inform"
    refused = len(ours) < len(expected)
    return set(ours) <= set(result.answered) and (refused or not result.fallback)


def _plain(text: str) -> str:
    return _BLANK_IN_NUMBER.sub("", text).casefold()


def score(outcomes: Sequence[Outcome]) -> Scores:
    """Return the measures of a run."""
    ours = [each for each in outcomes if each.ours]
    others = [each for each in outcomes if not each.ours]
    talks = [list(turns) for _, turns in groupby(outcomes, key=lambda each: each.case)]
    spent = [each.milliseconds for each in outcomes]
    return Scores(
        right=share(ours, lambda each: each.right),
        wrong=share(ours, lambda each: not each.right and not each.fallback),
        refused=share(ours, lambda each: not each.right and each.fallback),
        others_refused=share(others, lambda each: each.fallback),
        refusal_precision=share([e for e in outcomes if e.fallback], lambda each: not each.ours),
        language=share(outcomes, lambda each: each.language_right),
        conversations=share(
            [turns for turns in talks if turns[0].several_turns],
            lambda turns: all(turn.right for turn in turns),
        ),
        macro_f1=_macro_f1(outcomes),
        calibration_error=calibration_error(ours),
        milliseconds_median=median(spent),
        milliseconds_p95=quantiles(spent, n=20)[-1],
        by_language=_by(ours, lambda each: each.language),
        by_noise=_by(ours, lambda each: each.noise),
        by_language_and_noise=_by(ours, lambda each: f"{each.language} {each.noise}"),
        by_intent=_by(outcomes, lambda each: each.expected[0]),
    )


def share(of: Sequence[T], what: Callable[[T], bool]) -> Share:
    """Return the share of those for which something holds, with its interval."""
    if not of:
        return Share(share=0, low=0, high=1, of=0)
    hits = sum(map(what, of))
    interval = binomtest(hits, len(of)).proportion_ci(0.95, method="wilson")
    return Share(share=hits / len(of), low=interval.low, high=interval.high, of=len(of))


def _by(outcomes: Iterable[Outcome], key: Callable[[Outcome], str]) -> dict[str, Share]:
    groups: dict[str, list[Outcome]] = {}
    for each in outcomes:
        groups.setdefault(key(each), []).append(each)
    return {name: share(of, lambda each: each.right) for name, of in sorted(groups.items())}


def _macro_f1(outcomes: Sequence[Outcome]) -> float:
    single = [each for each in outcomes if len(each.expected) == 1]
    return float(
        f1_score(
            [each.expected[0] for each in single],
            [understood(each) for each in single],
            labels=sorted({each.expected[0] for each in single}),
            average="macro",
            zero_division=0,
        )
    )


def understood(outcome: Outcome) -> str:
    """Return as what a message was taken: the intent answered, or that it was asked back."""
    if outcome.topic_right:
        return outcome.expected[0]
    return "asked back" if outcome.fallback else ", ".join(outcome.answered)


def bins(outcomes: Sequence[Outcome]) -> list[tuple[float, float, int]]:
    """Return (mean confidence, share right, number) of each tenth of confidence that is used."""
    found = []
    for number in range(_BINS):
        held = [
            each
            for each in outcomes
            if number <= min(each.confidence * _BINS, _BINS - 1e-9) < number + 1
        ]
        if held:
            confidence = sum(each.confidence for each in held) / len(held)
            found.append((confidence, sum(each.right for each in held) / len(held), len(held)))
    return found


def calibration_error(outcomes: Sequence[Outcome]) -> float:
    """Return the expected calibration error: how far confidence is from the share right."""
    if not outcomes:
        return 0.0
    distances = [abs(confidence - right) * number for confidence, right, number in bins(outcomes)]
    return sum(distances) / len(outcomes)


class Comparison(BaseModel):
    """Two runs over the same messages: McNemar's exact test on those where they differ."""

    only_first_right: int
    only_second_right: int
    p_value: float


def compare(first: Sequence[Outcome], second: Sequence[Outcome]) -> Comparison:
    """Compare two runs over the same messages."""
    pairs = [(one.right, two.right) for one, two in zip(first, second, strict=True)]
    only_first = sum(one and not two for one, two in pairs)
    only_second = sum(two and not one for one, two in pairs)
    differing = only_first + only_second
    return Comparison(
        only_first_right=only_first,
        only_second_right=only_second,
        p_value=binomtest(only_first, differing).pvalue if differing else 1.0,
    )
