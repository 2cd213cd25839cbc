"""Rasa's reader of training files, without what takes it a quarter of a minute.

Rasa checks each file against a schema of its own, which `partneris train` has done already,
and merges file after file, copying and hashing all utterances read so far each time.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.data import get_data_files
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import conversations, training_files
from bot.nlu.conversations import TERMS


class Importer(RasaFileImporter):
    """Reads the training files, once however often Rasa asks."""

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
        **kwargs: Any,
    ) -> None:
        """Find the files (see parent class), the conversations among them."""
        super().__init__(config_file, domain_path, training_data_paths)
        self._conversations = get_data_files(training_data_paths, conversations.is_one)

    def get_domain(self) -> Domain:
        """Return the domain (see parent class)."""
        return self._domain

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """Return the rules (see parent class)."""
        return self._rules

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """Return the training utterances (see parent class) of both languages."""
        return self._utterances

    @cached_property
    def _domain(self) -> Domain:
        return super().get_domain()

    @cached_property
    def _rules(self) -> StoryGraph:
        return super().get_stories()

    @cached_property
    def _utterances(self) -> TrainingData:
        return TrainingData([*self._alone(), *self._in_conversation()])

    def _alone(self) -> Iterator[Message]:
        for path in self._nlu_files:
            for each in training_files.read(Path(path)):
                for text in each.utterances:
                    yield Message.build(
                        text, each.intent, intent_metadata=each.metadata.model_dump()
                    )

    def _in_conversation(self) -> Iterator[Message]:
        for path in self._conversations:
            for each in conversations.read(Path(path)):
                # without a language: a message may be in another one than the conversation
                metadata = {TERMS: each.in_terms}
                yield Message.build(each.in_sense, each.intent, intent_metadata=metadata)
