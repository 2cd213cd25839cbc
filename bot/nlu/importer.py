"""Rasa's reader of training files, which reads them once: Rasa asks three times, 8 s each."""

from __future__ import annotations

from functools import cache

from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.training_data import TrainingData


class Importer(RasaFileImporter):
    """Reads the training files."""

    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """Return the training utterances (see parent class)."""
        return self._read(language)

    @cache  # noqa: B019  (there is one importer a training)
    def _read(self, language: str | None) -> TrainingData:
        return super().get_nlu_data(language)
