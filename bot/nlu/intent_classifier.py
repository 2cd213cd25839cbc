"""Intents by a linear support vector machine over n-grams of letters and words, sentence vectors.

Chosen by cross-validation against DIET and logistic regression: docs/understanding.md has the
comparison. Margins become confidences by a softmax whose temperature was fitted on the
development set.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.constants import SPACY_DOCS
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.sparse import csr_matrix, hstack
from scipy.special import softmax
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC
from spacy.tokens import Doc

from bot.nlu import storage
from bot.nlu.context import question_about, question_before
from bot.nlu.language import LANGUAGE, OTHER
from bot.nlu.questions import (
    CHAT,
    CONFIDENT,
    NEAR_MISS,
    Part,
    Question,
    Rank,
    asking,
    asks,
    asks_for_extent,
    asks_whether,
    follows,
    is_bare,
    is_sure,
    only_asks,
    plan_words,
    questions,
    sentences,
    told,
    verdict_words,
)
from bot.nlu.spacy_tokenizer import parse
from bot.nlu.spelling import CORRECTIONS, corrected
from bot.nlu.tfidf import Terms
from bot.nlu.vectors import Vectors, encode
from bot.responses import topics
from core.call import Language
from core.text import fold

OUT_OF_SCOPE = "out_of_scope"
INSULT = "insult"
_SURE_INSULT = 0.6
"""Real ones of the development set have 0.9 and more."""
_RANKING = 10
_STORY = "describe_project"
_CLEAR_WORDS, _SURE_OF_QUESTION = 5, 0.8
"""From here the question that ends a story is what the message asks."""
_FILE = "intents.npz"
_CHAT = {
    "greet", "thank", "goodbye", "affirm", "deny", "change_language", "repeat", INSULT, "distress",
}  # fmt: skip
_OF_A_PLAN = ("plan_correct", "plan_compare")
_OF_WHAT_WAS_BEFORE = ("inform", *_OF_A_PLAN)
_SURELY_OF_TOPIC, _SURELY_CHAT, _SURELY_NOT_OURS = 0.97, 0.5, 0.6
"""From these a message stands by itself, whatever was asked before: a question, one that asks
nothing, one about another matter. Chosen on conversations: docs/understanding.md."""
_LIKELY_OF_TOPIC = 0.7
"""The same where a message names a value that only its own topic is worked out from."""
_CLEAR_ALONE = 0.6
"""From here a message alone counts where both together are not half as clear."""
_LONGEST = 4_000
"""Letters of a message that are read."""


_TOLERANCE = 1e-3
"""Of the machines: with a tenth of it no confidence changes by more than 0.0001."""
_MOST_THREADS = 4
"""Each copies the features, 200 MB."""


class Separators(NamedTuple):
    """A column of weights, an offset and a name for each intent.

    The columns are those of one block in rows, from which a message takes those of its terms.
    """

    weights: npt.NDArray[Any]
    offsets: npt.NDArray[Any]
    intents: npt.NDArray[Any]


def separators(features: csr_matrix, intents: npt.NDArray[Any], closeness: float) -> Separators:
    """Return what a support vector machine learns of each intent against all others.

    Each core takes some of the intents; the others are one to it, which it forgets.
    """

    def learn(own: npt.NDArray[Any]) -> Separators:
        machine = LinearSVC(C=closeness, dual=True, tol=_TOLERANCE, random_state=0)
        machine.fit(features, np.where(np.isin(intents, own), intents, ""))
        kept = np.isin(machine.classes_, own)
        return Separators(machine.coef_[kept], machine.intercept_[kept], machine.classes_[kept])

    shares = np.array_split(np.unique(intents), min(os.cpu_count() or 1, _MOST_THREADS))
    with ThreadPoolExecutor() as pool:
        weights, offsets, names = zip(*pool.map(learn, shares), strict=True)
    # half the memory, and no margin changes that matters
    half = np.vstack(weights).astype(np.float32)
    columns = np.ascontiguousarray(half.T)
    return Separators(columns, np.concatenate(offsets), np.concatenate(names))


@dataclass(frozen=True)
class Known:
    """What is known of a message: slips of the keyboard, and the margins of its parts so far."""

    corrections: dict[str, str]
    margins: dict[str, Vectors]


class Margins:
    """The trained model: texts in, a margin for each intent out."""

    def __init__(self, config: dict[str, Any]) -> None:
        self._weight = config["encoder_weight"]
        self._ngrams = TfidfVectorizer(
            analyzer="char_wb",
            ngram_range=(2, 5),
            sublinear_tf=True,
            min_df=2,
            lowercase=False,
            dtype=np.float32,
        )
        self._words = TfidfVectorizer(
            ngram_range=(1, 2),
            sublinear_tf=True,
            lowercase=False,
            token_pattern=r"\w+",
            dtype=np.float32,
        )
        self._closeness = config["C"]
        self._separators = Separators(np.zeros((0, 0)), np.zeros(0), np.zeros(0, str))
        self._mean = np.zeros(0)
        self._terms: list[Terms] = []

    @property
    def intents(self) -> Sequence[str]:
        """The intents, in the order of the margins."""
        return list(self._separators.intents)

    def fit(self, texts: list[str], intents: list[str], vectors: Vectors) -> Margins:
        """Learn from texts with their intents and sentence vectors."""
        self._mean = vectors.mean(axis=0)
        folded = [fold(text) for text in texts]
        sparse = [each.fit_transform(folded) for each in (self._ngrams, self._words)]
        features = hstack([*sparse, csr_matrix(self._centred(vectors))]).tocsr()
        self._separators = separators(features, np.array(intents), self._closeness)
        return self._ready()

    def of(self, text: str, vector: Vectors) -> Vectors:
        """Return the margins of a text with its sentence vector."""
        folded = fold(text)
        margins, first = self._separators.offsets, 0
        for terms in self._terms:
            after = first + len(terms)
            margins = margins + terms.times(folded, self._separators.weights[first:after])
            first = after
        return np.asarray(margins + self._centred(vector) @ self._separators.weights[first:])

    def _centred(self, vectors: Vectors) -> Vectors:
        # the encoder's vectors share a large common part: without it they tell texts apart better
        centred = vectors - self._mean
        lengths = np.linalg.norm(centred, axis=-1, keepdims=True)
        return np.asarray(centred / np.where(lengths, lengths, 1) * self._weight)

    def _ready(self) -> Margins:
        self._terms = [Terms(self._ngrams), Terms(self._words)]
        return self

    def state(self) -> storage.Arrays:
        """Return what `restore` needs."""
        return {
            **storage.of_vectorizer("ngrams", self._ngrams),
            **storage.of_vectorizer("words", self._words),
            # half the file; no margin changes that matters
            "weights": self._separators.weights.astype(np.float16),
            "offsets": self._separators.offsets,
            "intents": self._separators.intents,
            "mean": self._mean,
        }

    def restore(self, state: storage.Arrays) -> Margins:
        """Take over a saved state."""
        storage.into_vectorizer("ngrams", self._ngrams, state)
        storage.into_vectorizer("words", self._words, state)
        weights = state["weights"].astype(np.float32)
        self._separators = Separators(weights, state["offsets"], state["intents"])
        self._mean = state["mean"]
        return self._ready()


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class MarginIntentClassifier(GraphComponent, IntentClassifier):
    """Sets intent and ranking on each message."""

    @classmethod
    def required_components(cls) -> list[type]:
        """Name the components that must come before (see parent class)."""
        return [Featurizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the default settings."""
        return {
            # weight of the sentence vector (length 1) beside the n-grams (length 1 each)
            "encoder_weight": 0.8,
            # how closely the machine follows the training data
            "C": 1.0,
            # margins times this are softmax's input; fitted on the development set
            "sharpness": 7.0,
        }

    def __init__(
        self,
        config: dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        model: Margins | None = None,
    ) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> MarginIntentClassifier:
        """Create the untrained component (see parent class)."""
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the intents."""
        examples = [m for m in training_data.intent_examples if m.get(TEXT)]
        vectors = np.vstack([_vector(message) for message in examples])
        self._model = Margins(self._config).fit(
            [message.get(TEXT) for message in examples],
            [message.get(INTENT) for message in examples],
            vectors,
        )
        with self._storage.write_to(self._resource) as folder:
            storage.save(self._model.state(), folder / _FILE)
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> MarginIntentClassifier:
        """Load the trained component (see parent class)."""
        with model_storage.read_from(resource) as folder:
            state = storage.load(folder / _FILE)
        return cls(config, model_storage, resource, Margins(config).restore(state))

    def process(self, messages: list[Message], tracker: DialogueStateTracker) -> list[Message]:
        """Set intent and ranking (the first question's), and the questions if there are several.

        Rasa hands the conversation to a component that asks for `tracker`.
        """
        before, topic = question_before(tracker), tracker.get_slot("last_topic")
        for message in messages:
            self._understand(message, before, topic)
        return messages

    def _understand(self, message: Message, before: str | None, topic: str | None) -> None:
        doc = message.get(SPACY_DOCS[TEXT]) or parse(message.get(TEXT) or "")
        doc = doc if len(doc.text) <= _LONGEST else parse(doc.text[:_LONGEST])
        if not any(char.isalnum() for char in doc.text):
            _set(message, doc, [_entry(DEFAULT_NLU_FALLBACK_INTENT_NAME, 1.0)], [])
            return
        corrections = message.get(CORRECTIONS) or {}
        first = self._margins_of(corrected(doc.text, corrections), _vector(message)[0])
        known = Known(corrections, {doc.text: first})

        language: Language = "en" if (message.get(LANGUAGE) or {}).get("name") == "en" else "lv"

        def likeliest(text: str, after: str | None = None) -> tuple[str, float]:
            margins = self._margins(text, known)
            if after and (earlier := question_about(after.removeprefix("ask_"), language)):
                margins = (margins + self._margins(f"{earlier} {text}", known)) / 2
            first = self._ranking(margins)[0]
            return first[INTENT_NAME_KEY], first[PREDICTED_CONFIDENCE_KEY]

        if (message.get(LANGUAGE) or {}).get("name") == OTHER:
            # a message in another language is refused, whatever it resembles
            others = self._ranking(known.margins[doc.text])
            _set(message, doc, [_entry(OUT_OF_SCOPE, 1.0), *_without(others, OUT_OF_SCOPE)], [])
            return
        asked = told(doc, likeliest)
        several = questions(doc, asked, likeliest, message.get(ENTITIES) or [])
        if several:
            margins = self._margins(several[0].of(doc.text), known)
        else:
            margins = self._of_story(doc, asked, known, likeliest)
            if before:
                margins = self._after(before, topic, message, doc, asked, margins, known)
        ranking = _without_doubtful_insult(self._ranking(margins))
        _set(message, doc, ranking, several)
        first_intent = ranking[0][INTENT_NAME_KEY]
        tells = first_intent == _STORY or first_intent.startswith(NEAR_MISS)
        if tells and sentences(doc) and asks(doc):
            self._set_asked(message, asked[-1].of(doc.text), likeliest)

    def _set_asked(self, message: Message, question: str, likeliest: Rank) -> None:
        """Set what is asked at the end of a message that tells of a project or another programme.

        Only where it is clear: 'What do we get?' says nothing by itself.
        """
        intent, confidence = likeliest(question)
        if len(question.split()) >= _CLEAR_WORDS and confidence >= _SURE_OF_QUESTION:
            message.set("asked", intent, add_to_output=True)

    def _of_story(self, doc: Doc, asked: list[Part], known: Known, likeliest: Rank) -> Vectors:
        """Return the margins of a message with one question, which may stand in a story.

        One sentence asks and the others tell: the clearest counts as much as all together.
        """
        parts = sentences(doc)
        if not parts:
            return known.margins[doc.text]
        margins = self._with_clearest(known.margins[doc.text], doc, asked, known)
        if self._ranking(margins)[0][INTENT_NAME_KEY] == INSULT:
            # somebody angry who asks gets an answer
            sure = [part for part in asked if is_sure(*likeliest(part.of(doc.text)))]
            return self._margins(sure[0].of(doc.text), known) if sure else margins
        if self._ranking(margins)[0][PREDICTED_CONFIDENCE_KEY] >= CONFIDENT:
            return margins
        # 'Our university plans eighteen months. Is that acceptable?'
        return self._with_clearest(known.margins[doc.text], doc, parts, known)

    def _after(
        self,
        before: str,
        topic: str | None,
        message: Message,
        doc: Doc,
        asked: list[Part],
        margins: Vectors,
        known: Known,
    ) -> Vectors:
        """Return the margins of a message that comes after a question.

        The mean of the message alone and of both together: what is of the same topic or of one
        near it gains, and a topic that the message names itself still wins. Who asks for the most
        of something unnamed means what the question before was about, whatever it resembles alone.
        """
        assert self._model is not None, "the component is not trained"
        entities = message.get(ENTITIES) or []
        extent = asks_for_extent(doc, entities)
        if not extent and self._stands_by_itself(doc, entities, margins):
            return margins
        if not extent and self._names_what_is_its_own(topic, doc, entities, margins):
            return margins
        text = doc.text[asked[0].start : asked[-1].end] if asked else doc.text
        together = self._margins(f"{before} {text}", known)
        other = self._margins(before, known) if extent else margins
        together = np.asarray((other + together) / 2)
        # where no plan is being made nothing of it can be changed
        of_a_plan = np.isin(self._model.intents, _OF_A_PLAN)
        together = np.where(of_a_plan, -np.inf, together)
        clearer = not extent and self._sure(margins) >= _CLEAR_ALONE > self._sure(together) * 2
        # 'Biedrība reģistrēta tikai pērn, tas netraucē?' after the priorities
        return np.where(of_a_plan, -np.inf, margins) if clearer else together

    def _sure(self, margins: Vectors) -> float:
        return float(self._ranking(margins)[0][PREDICTED_CONFIDENCE_KEY])

    def _stands_by_itself(self, doc: Doc, entities: list[dict[str, Any]], margins: Vectors) -> bool:
        """Tell whether a message means the same after any question."""
        first = self._ranking(margins)[0]
        intent, confidence = first[INTENT_NAME_KEY], first[PREDICTED_CONFIDENCE_KEY]
        if intent in _CHAT:
            return bool(confidence >= _SURELY_CHAT) and not asks(doc)
        if intent.startswith("ask_"):
            names = intent in CHAT or not only_asks(doc, entities)
            return names and bool(confidence >= _SURELY_OF_TOPIC)
        if intent in _OF_WHAT_WAS_BEFORE:
            return False
        return bool(confidence >= _SURELY_NOT_OURS) and not follows(doc)

    def _names_what_is_its_own(
        self, topic: str | None, doc: Doc, entities: list[dict[str, Any]], margins: Vectors
    ) -> bool:
        """Tell whether a message names what its own topic works with and the last one does not.

        'Cik gruzīnu pētniekam dienā liekam?' after partners from Georgia, 'teiksim, tas maksā 8000,
        cik sedz?' after equipment. What says that it goes on may change the last topic.
        """
        first = self._ranking(margins)[0]
        own = topics().get(first[INTENT_NAME_KEY].removeprefix("ask_"))
        last = topics().get(topic or "")
        likely = first[PREDICTED_CONFIDENCE_KEY] >= _LIKELY_OF_TOPIC
        if own is None or last is None or not likely or not asks(doc) or follows(doc):
            return False
        return any(each["entity"] in {*own.values} - {*last.values} for each in entities)

    def _with_clearest(
        self, margins: Vectors, doc: Doc, parts: Sequence[Part], known: Known
    ) -> Vectors:
        clearest = np.max([self._margins(part.of(doc.text), known) for part in parts], axis=0)
        return np.asarray((margins + clearest) / 2)

    def _margins(self, text: str, known: Known) -> Vectors:
        """Return the margins of a part of a message; `known` are those worked out before."""
        if text not in known.margins:
            meant = corrected(text, known.corrections)
            known.margins[text] = self._margins_of(meant, encode([meant])[0])
        return known.margins[text]

    def _margins_of(self, text: str, vector: Vectors) -> Vectors:
        assert self._model is not None, "the component is not trained"
        return self._model.of(text, vector)

    def _ranking(self, margins: Vectors) -> list[dict[str, Any]]:
        assert self._model is not None, "the component is not trained"
        shares = softmax(margins * self._config["sharpness"])
        order = np.argsort(-shares)[:_RANKING]
        intents = self._model.intents
        return [_entry(intents[index], float(shares[index])) for index in order]

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leave training data as it is."""
        return training_data


def _without_doubtful_insult(ranking: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the intents with an insult last where it is not sure: nobody is to be called rude."""
    first, *others = ranking
    doubtful = first[INTENT_NAME_KEY] == INSULT and first[PREDICTED_CONFIDENCE_KEY] < _SURE_INSULT
    return [*others, first] if doubtful else ranking


def _set(
    message: Message, doc: Doc, ranking: list[dict[str, Any]], several: Sequence[Question]
) -> None:
    asked = asking(doc, sentences(doc))
    values = {
        INTENT: ranking[0],
        INTENT_RANKING_KEY: ranking,
        "questions": [asdict(each) for each in several],
        "asking": [asdict(each) for each in asked],
        "asks": asks(doc),
        "plan_words": plan_words(doc),
        "marks": verdict_words(doc),
        "whether": asks_whether(doc),
        "follows": follows(doc),
        "bare": is_bare(doc, message.get(ENTITIES) or []),
    }
    for key, value in values.items():
        message.set(key, value, add_to_output=True)


def _without(ranking: list[dict[str, Any]], intent: str) -> list[dict[str, Any]]:
    return [entry for entry in ranking if entry[INTENT_NAME_KEY] != intent]


def _entry(intent: str, confidence: float) -> dict[str, Any]:
    return {INTENT_NAME_KEY: intent, PREDICTED_CONFIDENCE_KEY: confidence}


def _vector(message: Message) -> Vectors:
    _, features = message.get_dense_features(TEXT)
    assert features is not None, "the sentence encoder must come before the classifier"
    return np.asarray(features.features)
