"""How a message after an answer is read: the classifier's weights `after_a_topic`.

    .venv/bin/python benchmarks/after_a_topic.py

Fitted on the follow-ups (data/eval/follow_ups) of one language and tried on the other's, each in
the light of the topic that is labelled before it; then on both, for the classifier's settings.
Slips of the keyboard are left as they are.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import log_softmax

sys.path.insert(0, str(Path(__file__).parent.parent))

from bot import quiet, training  # noqa: F401  (before anything that imports Rasa)
from bot.evaluation import cases
from bot.nlu import storage
from bot.nlu.context import before
from bot.nlu.conversations import topics_before
from bot.nlu.intent_classifier import MarginIntentClassifier, after_a_topic
from bot.nlu.margins import Margins
from bot.nlu.spacy_tokenizer import parse
from bot.nlu.vectors import Vectors, encode
from core.call import Language

SETTINGS = MarginIntentClassifier.get_default_config()
CLOSENESS = 0.0005
"""How strongly weights are kept small."""


@dataclass(frozen=True)
class FollowUp:
    """A message after a topic's answer."""

    language: Language
    parts: Vectors
    """What is summed up: a row for each intent, a column for each part."""
    right: npt.NDArray[np.bool_]
    """Which of the intents are right."""


def model() -> Margins:
    """Return what the present model learned."""
    from rasa.engine.storage.local_model_storage import LocalModelStorage

    with tempfile.TemporaryDirectory() as folder:
        LocalModelStorage.from_model_archive(Path(folder), training.current_model())
        file = next(Path(folder).glob(f"*{MarginIntentClassifier.__name__}*/intents.npz"))
        return Margins(SETTINGS).restore(storage.load(file))


def follow_ups(margins: Margins) -> Iterator[FollowUp]:
    """Yield the later messages of the set that come after a topic."""
    intents = np.array(margins.intents)
    for case in cases.load("follow_ups"):
        turns = case.conversation.turns
        labelled = [turn.intents[0] for turn in turns]
        for turn, expected, last in zip(turns, labelled, topics_before(labelled), strict=True):
            if last and (known := before(last, case.language)):
                alone, sense = encode([turn.user, known.in_sense(turn.user)])
                is_last = intents == f"ask_{last}"
                parts = after_a_topic(
                    margins.of(turn.user, alone),
                    margins.of(known.in_terms(turn.user), sense),
                    is_last,
                    parse(turn.user),
                )
                right = intents == expected
                if right[is_last].any():
                    right = right | (intents == "inform")  # it goes on from there
                yield FollowUp(case.language, np.stack(list(parts.values()), axis=1), right)


def fitted(found: list[FollowUp]) -> Vectors:
    """Return the weights under which the right intents are likeliest."""
    sharp = [(each.parts * SETTINGS["sharpness"], each.right) for each in found if any(each.right)]
    first = np.array([1.0, *[0.0] * (sharp[0][0].shape[1] - 1)])

    def loss(weights: Vectors) -> tuple[float, Vectors]:
        total, slope = 0.0, np.zeros_like(weights)
        for parts, right in sharp:
            shares = np.exp(log_softmax(parts @ weights))
            hit = shares[right].sum()
            total -= float(np.log(hit))
            slope -= parts.T @ (np.where(right, shares, 0) / hit - shares)
        change = weights - first
        total, slope = total / len(sharp), slope / len(sharp)
        return total + CLOSENESS * float(change @ change), slope + 2 * CLOSENESS * change

    return np.asarray(minimize(loss, first, jac=True, method="L-BFGS-B").x)


def share(found: list[FollowUp], weights: Any) -> float:
    """Return the share of messages whose likeliest intent is right."""
    return float(np.mean([each.right[np.argmax(each.parts @ weights)] for each in found]))


def main() -> None:
    """Print a table and the weights."""
    found = list(follow_ups(model()))
    by: dict[Language, list[FollowUp]] = {
        name: [each for each in found if each.language == name] for name in cases.LANGUAGES
    }
    names = list(SETTINGS["after_a_topic"])
    none = [0.0] * (len(names) - 2)
    readings: dict[str, Callable[[Language], Any]] = {
        "alone": lambda _: [1.0, 0.0, *none],
        "mean of alone and behind the topic": lambda _: [0.5, 0.5, *none],
        "fitted on the other language": lambda name: fitted(
            [each for each in found if each.language != name]
        ),
        "as set": lambda _: list(SETTINGS["after_a_topic"].values()),
    }
    print(f"| reading | {' | '.join(f'{name} ({len(by[name])})' for name in by)} |")
    print(f"| --- |{' --- |' * len(by)}")
    for reading, weights in readings.items():
        print(f"| {reading} | {' | '.join(f'{share(by[n], weights(n)):.3f}' for n in by)} |")
    print("\nfitted on both:", dict(zip(names, fitted(found).round(2).tolist(), strict=True)))


if __name__ == "__main__":
    main()
