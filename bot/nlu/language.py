"""Which language a message is in: Latvian, English, or one that Partneris does not speak.

A small classifier over letters, trained on the training data, tells Latvian from English also
without diacritics and in key words; py3langid knows the other languages, and takes less of what
mixes Latvian and English for a third one than lingua or fastText (docs/understanding.md).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from py3langid.langid import MODEL_FILE
from py3langid.langid import LanguageIdentifier as Langid
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.special import expit
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from spacy.lang.en.stop_words import STOP_WORDS as ENGLISH

from bot.nlu import storage
from bot.nlu.spelling import CORRECTIONS, as_on_phones, corrected
from bot.nlu.tfidf import Terms

LANGUAGE = "language"
OTHER = "other"
_DIGITS = re.compile(r"\d+")
_FILE = "language.npz"
_OWN = ("lv", "en")
_LATVIAN_LETTERS = set("āčēģīķļņšūž")
_SHORT = 8
"""Words up to which one with Latvian letters makes a message Latvian; longer ones mix both."""
_OTHERS = (
    "lt", "et", "ru", "uk", "be", "de", "fr", "es", "it", "pt", "pl", "fi", "sv", "nl", "tr", "da",
    "cs", "sk", "hu", "ro", "bg", "el", "sl", "hr", "ar",
)  # fmt: skip
"""What applicants' partners and neighbours speak."""


@cache
def identifier() -> Langid:
    """Return py3langid, which comes with what it has learned."""
    made = Langid.from_model_file(MODEL_FILE, norm_probs=True)
    made.set_languages([*_OWN, *_OTHERS])
    return made


def foreign_code(text: str, own: float, config: dict[str, Any]) -> tuple[str | None, bool]:
    """Return the code (ISO 639-1) of another language that a text may be in, and if it surely is.

    Args:
        text: as typed.
        own: how sure the own classifier is of its language, 0.5 to 1.
        config: the component's settings.
    """
    letters = [char for char in text if char.isalpha()]
    foreign = sum(not unicodedata.name(char, "").startswith("LATIN") for char in letters)
    other_script = bool(letters) and foreign > len(letters) / 2
    if not other_script and len(text.split()) < config["shortest_foreign"]:
        return None, False
    code, confidence = identifier().classify(text)
    if other_script:
        return code, True
    if code in _OWN or confidence < config["possible_confidence"]:
        return None, False
    return code, confidence >= config["foreign_confidence"] and own < config["own_confidence"]


class Letters:
    """The classifier of Latvian and English."""

    def __init__(self, vectorizer: TfidfVectorizer, regression: storage.Arrays) -> None:
        self._terms = Terms(vectorizer)
        self._weights, self._offset = regression["weights"][0], regression["offsets"][0]
        self._languages = regression["languages"].tolist()

    def likelier(self, text: str) -> tuple[str, float]:
        """Return the language of a text and how sure that is, 0.5 to 1."""
        margin = self._terms.times(_letters(text), self._weights) + self._offset
        return self._languages[int(margin > 0)], float(expit(abs(margin)))


def _letters(text: str) -> str:
    """Return a text without its digits, which are of no language: 'UK partner ok 2020?'."""
    return _DIGITS.sub("", text)


def _has_latvian_words(text: str) -> bool:
    """Tell whether a word of a short text has Latvian letters and is no name."""
    words = text.split()
    if not ENGLISH.isdisjoint(word.casefold() for word in words):
        return False
    latvian = (word for word in words if word[0].islower() and _LATVIAN_LETTERS & set(word))
    return len(words) <= _SHORT and any(latvian)


def _vectorizer() -> TfidfVectorizer:
    return TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 4), sublinear_tf=True, min_df=2)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class LanguageIdentifier(GraphComponent):
    """Sets `language` on each message: name (lv, en, other), confidence, code of another."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the default settings."""
        return {
            # fewest words of a message that may be taken for another language
            "shortest_foreign": 3,
            # from which a message is in another language
            "foreign_confidence": 0.8,
            # and from which it may be, which counts if it is about nothing that is known
            "possible_confidence": 0.5,
            # above this the own classifier's language stands, whatever the others say
            "own_confidence": 0.99,
        }

    def __init__(
        self,
        config: dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        letters: Letters | None = None,
    ) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._letters = letters

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LanguageIdentifier:
        """Create the untrained component (see parent class)."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn Latvian and English from the training data, whose files name their language."""
        examples = [
            (message.get(TEXT), message.get("metadata", {}).get("intent", {}).get(LANGUAGE))
            for message in training_data.intent_examples
            if message.get(INTENT) != "out_of_scope"
        ]
        named = ((_letters(text), name) for text, name in examples if name)
        texts, languages = zip(*named, strict=True)
        vectorizer, regression = _vectorizer(), LogisticRegression(C=10)
        regression.fit(vectorizer.fit_transform(texts), languages)
        learned = {
            "weights": regression.coef_,
            "offsets": regression.intercept_,
            "languages": regression.classes_,
        }
        self._letters = Letters(vectorizer, learned)
        state = {**storage.of_vectorizer("letters", vectorizer), **learned}
        with self._storage.write_to(self._resource) as folder:
            storage.save(state, folder / _FILE)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> LanguageIdentifier:
        """Load the trained component (see parent class)."""
        with model_storage.read_from(resource) as folder:
            state = storage.load(folder / _FILE)
        letters = Letters(storage.into_vectorizer("letters", _vectorizer(), state), state)
        identifier()
        return cls(config, model_storage, resource, letters)

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the language."""
        for message in messages:
            # 'Kaadi ir pasaakumi?' looks Estonian as it is typed
            meant = as_on_phones(message.get(CORRECTIONS) or {})
            text = corrected(message.get(TEXT) or "", meant)
            found = self._identify(text)
            if found["code"]:  # in another language words are not slips of our own
                message.set(CORRECTIONS, meant)
            message.set(LANGUAGE, found, add_to_output=True)
        return messages

    def _identify(self, text: str) -> dict[str, Any]:
        assert self._letters is not None, "the component is not trained"
        language, share = self._letters.likelier(text)
        if language == "en" and _has_latvian_words(text):
            language = "lv"  # '18 mēn., 3 org., vadība = ?'
        confidence = round(share, 3)
        code, sure = foreign_code(text, confidence, self._config)
        if sure:
            return {"name": OTHER, "confidence": 1.0, "code": code}
        return {"name": language, "confidence": confidence, "code": code}

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leave training data as it is."""
        return training_data
