"""The learning curve: how much a classifier with fewer training utterances understands."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
from pydantic import BaseModel

from bot.evaluation.cases import LANGUAGES, Case
from bot.evaluation.scores import NOT_OURS
from bot.nlu.intent_classifier import MarginIntentClassifier
from bot.nlu.margins import Margins
from bot.nlu.vectors import encode, remembered
from bot.training import training_utterances

STEPS = (5, 10, 20, 40)


class LearningCurve(BaseModel):
    """Shares of intents right, by how many utterances an intent and language were learned."""

    each: list[int]
    shares: list[dict[str, float]]


def learning_curve(cases: Sequence[Case], steps: Sequence[int] = STEPS) -> LearningCurve:
    """Train on a few utterances of each intent (the same ones and more at each step) and measure.

    Only single messages about one thing count; the classifier alone is measured, without bounds.
    """
    utterances = training_utterances()
    for (language, intent), texts in utterances.items():
        random.Random(f"{language} {intent}").shuffle(texts)
    asked = [
        (case.language, turn.user, turn.intents[0])
        for case in cases
        for turn in case.conversation.turns
        if len(case.conversation.turns) == len(turn.intents) == 1
        and not turn.intents[0].startswith(NOT_OURS)
    ]
    texts = [text for _, text, _ in asked]
    vectors = remembered(sorted({text for all_ in utterances.values() for text in all_}))
    asked_vectors = encode(texts)
    shares = []
    for step in steps:
        chosen = [
            (text, intent) for (_, intent), all_ in utterances.items() for text in all_[:step]
        ]
        model = Margins(MarginIntentClassifier.get_default_config()).fit(
            [text for text, _ in chosen],
            [intent for _, intent in chosen],
            np.vstack([vectors[text] for text, _ in chosen]),
        )
        margins = (model.of(*each) for each in zip(texts, asked_vectors, strict=True))
        best = [model.intents[int(each.argmax())] for each in margins]
        shares.append(_shares(best, asked))
    return LearningCurve(each=list(steps), shares=shares)


def _shares(best: list[str], asked: Sequence[tuple[str, str, str]]) -> dict[str, float]:
    right = np.array([found == want for found, (_, _, want) in zip(best, asked, strict=True)])
    languages = np.array([language for language, _, _ in asked])
    shares = {str(name): float(right[languages == name].mean()) for name in LANGUAGES}
    return {"all": float(right.mean()), **shares}
