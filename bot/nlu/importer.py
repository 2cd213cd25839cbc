"""Rasa's reader of training files, without what takes it a quarter of a minute.

Rasa checks each file against a schema of its own, which `partneris check-data` has done already,
and merges file after file, copying and hashing all utterances read so far each time.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.nlu import training_files


class Importer(RasaFileImporter):
    """Reads the training files, once however often Rasa asks."""

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
        return TrainingData(
            [
                Message.build(text, each.intent, intent_metadata=each.metadata.model_dump())
                for path in self._nlu_files
                for each in training_files.read(Path(path))
                for text in each.utterances
            ]
        )
