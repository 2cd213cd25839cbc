"""The component that tells what a message asks: intents, and the questions of a message.

The margins of `margins.py` become confidences by a softmax whose temperature was fitted on the
development set.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any

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
from scipy.special import softmax
from spacy.tokens import Doc

from bot.nlu import storage
from bot.nlu.clauses import (
    Part,
    asking,
    asks,
    asks_whether,
    clauses,
    follows,
    is_bare,
    plan_words,
    points_back,
    sentences,
    verdict_words,
)
from bot.nlu.context import Before, before, topic_before
from bot.nlu.conversations import TERMS
from bot.nlu.language import LANGUAGE, OTHER
from bot.nlu.margins import Margins
from bot.nlu.questions import CONFIDENT, NEAR_MISS, Question, Rank, is_sure, questions, told
from bot.nlu.spacy_tokenizer import parse
from bot.nlu.spelling import CORRECTIONS, corrected
from bot.nlu.vectors import Vectors, encode
from core.call import Language

OUT_OF_SCOPE = "out_of_scope"
INSULT = "insult"
_SURE_INSULT = 0.6
"""Real ones of the development set have 0.9 and more."""
_UPSET = (INSULT, "distress")
_SURELY_UPSET, _ASKED_AT_ALL = 0.8, 0.02
"""From these a message as a whole tells of anger or despair, and is about a topic at all."""
_SURELY_ELSEWHERE = 0.95
"""From here a sentence that asks nothing tells of another programme."""
_RANKING = 10
_STORY = "describe_project"
_CLEAR_WORDS, _SURE_OF_QUESTION = 5, 0.8
"""From here the question that ends a story is what the message asks."""
_FILE = "intents.npz"
_OF_A_PLAN = ("plan_correct", "plan_compare")
_OF_WHAT_WAS_BEFORE = ("inform", *_OF_A_PLAN)
_CHAT = {
    "greet", "thank", "goodbye", "affirm", "deny", "change_language", "repeat", INSULT, "distress",
}  # fmt: skip
_SURE, _A_SENTENCE, _FEW_WORDS = 0.9, 7, 4
"""From these a message stands by itself (a confidence, tokens); tokens up to which it hardly does.
Chosen on the follow-ups: docs/understanding.md."""
_LONGEST = 4_000
"""Letters of a message that are read."""


@dataclass(frozen=True)
class Known:
    """What is known of a message: slips of the keyboard, and the margins of its parts so far."""

    language: Language
    corrections: dict[str, str]
    margins: dict[str, Vectors]


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
            # what a message after a topic's answer is read by: its margins alone and behind that
            # topic's question; what that topic gains where there are few words, and where they
            # ask nothing. Fitted by benchmarks/after_a_topic.py
            "after_a_topic": {"alone": 0.31, "behind": 0.5, "few_words": 0.33, "tells": 0.08},
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
            [_terms(message) for message in examples],
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
        last = topic_before(tracker)
        for message in messages:
            self._understand(message, last)
        return messages

    def _understand(self, message: Message, last: Before | None) -> None:
        doc = _read(message)
        if not any(char.isalnum() for char in doc.text):
            _set(message, doc, [_entry(DEFAULT_NLU_FALLBACK_INTENT_NAME, 1.0)], [])
            return
        known = self._known(message, doc)
        if (message.get(LANGUAGE) or {}).get("name") == OTHER:
            # a message in another language is refused, whatever it resembles
            others = self._ranking(known.margins[doc.text])
            _set(message, doc, [_entry(OUT_OF_SCOPE, 1.0), *_without(others, OUT_OF_SCOPE)], [])
            return
        likeliest = partial(self._likeliest, known)
        asked = told(doc, likeliest)
        upset = self._is_upset(doc, known, likeliest)
        several = [] if upset else questions(doc, asked, likeliest, message.get(ENTITIES) or [])
        if several:
            margins = self._margins(several[0].of(doc.text), known)
        else:
            whole = known.margins[doc.text]
            margins = whole if upset else self._of_story(doc, asked, known, likeliest)
            margins = self._after(last, doc, asked, margins, known) if last else margins
        ranking = _without_doubtful_insult(self._ranking(margins))
        _set(message, doc, ranking, several)
        self._set_asked(message, doc, asked, likeliest)
        self._set_elsewhere(message, doc, likeliest)

    def _known(self, message: Message, doc: Doc) -> Known:
        corrections = message.get(CORRECTIONS) or {}
        margins = self._margins_of(corrected(doc.text, corrections), _vector(message)[0])
        english = (message.get(LANGUAGE) or {}).get("name") == "en"
        return Known("en" if english else "lv", corrections, {doc.text: margins})

    def _likeliest(self, known: Known, text: str, after: str | None = None) -> tuple[str, float]:
        """Return the likeliest intent of a part of a message: see `Rank`."""
        margins = self._margins(text, known)
        if after and (earlier := before(after.removeprefix("ask_"), known.language)):
            margins = (margins + self._margins_behind(earlier, text, known)) / 2
        first = self._ranking(margins)[0]
        return first[INTENT_NAME_KEY], first[PREDICTED_CONFIDENCE_KEY]

    def _is_upset(self, doc: Doc, known: Known, likeliest: Rank) -> bool:
        """Tell whether a message as a whole tells of anger or despair and clearly asks nothing.

        'Tu esi idiots, tikai papīrus ražojat'; 'Gribas raudāt. … Kam man to vajadzēja' asks nothing
        that the whole is about.
        """
        ranking = self._ranking(known.margins[doc.text])
        likely = {entry[INTENT_NAME_KEY]: entry[PREDICTED_CONFIDENCE_KEY] for entry in ranking}
        first = ranking[0][INTENT_NAME_KEY]
        if first not in _UPSET or likely[first] < _SURELY_UPSET:
            return False
        parts = asking(doc, sentences(doc) or [Part(0, len(doc.text))])
        for part in (clause for each in parts for clause in clauses(doc, each)):
            intent, confidence = likeliest(part.of(doc.text))
            marked = "?" in part.of(doc.text) or likely.get(intent, 0) >= _ASKED_AT_ALL
            if marked and is_sure(intent, confidence):
                return False  # somebody angry who asks gets an answer
        return True

    def _set_elsewhere(self, message: Message, doc: Doc, likeliest: Rank) -> None:
        """Set what another programme a sentence tells of, where the question points back at it.

        'We plan a tournament with two clubs abroad. Is that the same date?'
        """
        parts = sentences(doc)
        asked = asking(doc, parts)
        if not asked or not points_back(doc, asked[-1]):
            return
        for part in (each for each in parts if each not in asked and each.end <= asked[-1].start):
            intent, confidence = likeliest(part.of(doc.text))
            if intent.startswith(NEAR_MISS) and confidence >= _SURELY_ELSEWHERE:
                told = {"intent": intent, "start": part.start, "end": part.end}
                message.set("told_elsewhere", told, add_to_output=True)

    def _set_asked(
        self, message: Message, doc: Doc, asked: Sequence[Part], likeliest: Rank
    ) -> None:
        """Set what is asked at the end of a message that tells of a project or another programme.

        Only where it is clear: 'What do we get?' says nothing by itself.
        """
        told_of = message.get(INTENT)[INTENT_NAME_KEY]
        if told_of != _STORY and not told_of.startswith(NEAR_MISS):
            return
        if not sentences(doc) or not asks(doc):
            return
        question = asked[-1].of(doc.text)
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
            sure = [part for part in asked if is_sure(*likeliest(part.of(doc.text)))]
            return self._margins(sure[0].of(doc.text), known) if sure else margins
        if self._ranking(margins)[0][PREDICTED_CONFIDENCE_KEY] >= CONFIDENT:
            return margins
        # 'Our university plans eighteen months. Is that acceptable?'
        return self._with_clearest(known.margins[doc.text], doc, parts, known)

    def _after(
        self,
        last: Before,
        doc: Doc,
        asked: list[Part],
        margins: Vectors,
        known: Known,
    ) -> Vectors:
        """Return the margins of a message that comes after a topic's answer.

        It is read alone and behind that topic's question, as the training conversations are. The
        last topic gains, most where few words or none that ask leave its name out.
        """
        assert self._model is not None, "the component is not trained"
        if self._stands_by_itself(doc, margins):
            return margins
        text = doc.text[asked[0].start : asked[-1].end] if asked else doc.text
        behind = self._margins_behind(last, text, known)
        intents = np.asarray(self._model.intents)
        parts = after_a_topic(margins, behind, intents == f"ask_{last.topic}", doc)
        together = sum(self._config["after_a_topic"][name] * part for name, part in parts.items())
        # where no plan is being made nothing of it can be changed
        return np.where(np.isin(intents, _OF_A_PLAN), -np.inf, together)

    def _stands_by_itself(self, doc: Doc, margins: Vectors) -> bool:
        """Tell whether a message is surely chat or another matter, whatever was asked before."""
        first = self._ranking(margins)[0]
        intent = first[INTENT_NAME_KEY]
        if first[PREDICTED_CONFIDENCE_KEY] < _SURE or intent in _OF_WHAT_WAS_BEFORE:
            return False
        if intent in _CHAT:
            return not asks(doc)
        return not intent.startswith("ask_") and len(doc) >= _A_SENTENCE and not follows(doc)

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

    def _margins_behind(self, last: Before, text: str, known: Known) -> Vectors:
        meant = corrected(text, known.corrections)
        vector = encode([last.in_sense(meant)])[0]
        return self._margins_of(last.in_terms(meant), vector)

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


def after_a_topic(
    alone: Vectors, behind: Vectors, is_last: npt.NDArray[np.bool_], doc: Doc
) -> dict[str, Vectors]:
    """Return the parts whose weighted sum are the margins of a message after a topic's answer.

    Args:
        alone: margins of the message.
        behind: margins of the message behind the topic's own question.
        is_last: which of the intents is that topic.
        doc: the message.
    """
    last = is_last.astype(np.float32)
    return {
        "alone": alone,
        "behind": behind,
        "few_words": last * (len(doc) <= _FEW_WORDS),
        "tells": last * (not asks(doc)),
    }


def _read(message: Message) -> Doc:
    """Return the text of a message, as much of it as is read."""
    doc = message.get(SPACY_DOCS[TEXT]) or parse(message.get(TEXT) or "")
    return doc if len(doc.text) <= _LONGEST else parse(doc.text[:_LONGEST])


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


def _terms(message: Message) -> str:
    """Return what the n-grams of a message to learn from are taken of."""
    terms = (message.get("metadata") or {}).get("intent", {}).get(TERMS)
    return str(terms or message.get(TEXT))


def _vector(message: Message) -> Vectors:
    _, features = message.get_dense_features(TEXT)
    assert features is not None, "the sentence encoder must come before the classifier"
    return np.asarray(features.features)
