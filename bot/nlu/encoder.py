"""Sentence vectors of the folded text, by multilingual-e5-small (bot/nlu/e5.py).

Text is folded at training and at run time, so that a message without diacritics has the same
vector as one with them; docs/understanding.md has the measurement.
"""

from __future__ import annotations

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

from bot.nlu.spelling import CORRECTIONS, corrected
from bot.nlu.vectors import Vectors, encode, encoder, remembered


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
        """Create the component (see parent class); the encoder is read now, not at first use."""
        encoder()
        return cls(config, execution_context.node_name)

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the vectors."""
        asked = [message for message in messages if message.get(TEXT)]
        if asked:
            texts = [corrected(each.get(TEXT), each.get(CORRECTIONS) or {}) for each in asked]
            vectors = dict(zip((m.get(TEXT) for m in asked), encode(texts), strict=True))
            self._add(asked, vectors)
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
