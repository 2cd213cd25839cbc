"""Lets Rasa be imported where TensorFlow is not installed.

Rasa imports its TensorFlow components when it reads any pipeline or model, though ours uses none of
them. TensorFlow would be nearly half of the environment, of the time of a start and of the memory.
Where it is missing, the modules below are stood in for by classes of the same names: Rasa compares
with them, and says that it does not know them when a pipeline names one. Where it is installed
(benchmarks/stock), Rasa is left alone.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType

UNUSED = {
    "rasa.core.policies.ted_policy": "TEDPolicy",
    "rasa.core.policies.unexpected_intent_policy": "UnexpecTEDIntentPolicy",
    "rasa.nlu.classifiers.diet_classifier": "DIETClassifier",
    "rasa.nlu.featurizers.dense_featurizer.convert_featurizer": "ConveRTFeaturizer",
    "rasa.nlu.featurizers.dense_featurizer.lm_featurizer": "LanguageModelFeaturizer",
    "rasa.nlu.selectors.response_selector": "ResponseSelector",
    "rasa.utils.train_utils": None,
}
"""Rasa's modules that need TensorFlow and are imported, with the class that is asked of each."""


def install() -> None:
    """Stand in for what needs TensorFlow, if it is not installed. Before Rasa is imported."""
    if find_spec("tensorflow") is None:
        sys.meta_path.insert(0, _Finder())


class _Finder(MetaPathFinder):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        return ModuleSpec(fullname, _Loader()) if fullname in UNUSED else None


class _Loader(Loader):
    def exec_module(self, module: ModuleType) -> None:
        if name := UNUSED[module.__name__]:
            setattr(module, name, type(name, (), {"__module__": module.__name__}))
