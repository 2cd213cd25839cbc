"""Slips of the keyboard: a word that nobody wrote before becomes the known one next to it.

So does a word that is typed as on old phones: 'shkoleeni'.

Only words count that stand several times in the training data, so that names stay as they are
typed; docs/understanding.md has the measurement. The message itself stays untouched: what changes
is how a word is matched (`norm_`), and what encoder and classifier are given.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import SPACY_DOCS
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.tokens import Doc, Token

from bot.nlu import places, vocabulary
from bot.nlu.clauses import clause_words
from bot.nlu.conversations import is_behind_a_question
from bot.nlu.entities import matcher
from bot.nlu.vocabulary import words
from core.text import fold, without_digraphs

CORRECTIONS = "corrections"
"""Where a message keeps them: word as typed, folded → word that was meant."""
GIBBERISH = "gibberish"
"""Whether most words of a message are none."""
_OF_JOURNEYS = "journey="
"""Rules of small words such as 'there', which are meant no sooner than others."""
_FILE = "words.json"
_WORD = re.compile(r"[^\W\d_]+")
_OFTEN = 3
"""How often a word stands in the training data that others are corrected to."""
_WELL_KNOWN = 10
"""How often a word stands there that is one, whatever its letters: 'VIAA'."""
_SHORTEST, _LONG = 5, 8
"""Letters from which a word is corrected for any slip, and from which two slips may be in it."""
_SHORTEST_SWAPPED = 3
"""Letters from which a word is corrected whose letters stand in the wrong order: 'teh', 'cna'."""
_FAR_MORE = 15
"""How many times as frequent the word is that a known one is a slip of."""
_REMEMBERED = 5_000


class Speller:
    """Knows the words of the training data."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self.counts = dict(counts)
        self._often: defaultdict[str, list[str]] = defaultdict(list)
        for word, count in self.counts.items():
            if count >= _OFTEN:
                self._often[word[0]].append(word)
        self.nearest = lru_cache(_REMEMBERED)(self._nearest)
        often = (word for word, count in self.counts.items() if count >= _OFTEN)
        together = Counter(each for word in often for each in _letters_together(word))
        self._together = {each for each, words in together.items() if words > 1}

    @classmethod
    def of(cls, texts: Iterable[str]) -> Speller:
        """Return what knows the words of texts."""
        return cls(Counter(word for text in texts for word in _WORD.findall(fold(text))))

    def is_noise(self, word: str) -> bool:
        """Tell whether a folded word is none in any language: 'asdfgh', 'zzz'.

        Most of its groups of three letters stand in no word of the training data that others
        are corrected to, or in one alone.
        """
        groups = _letters_together(word)
        unknown = [each for each in groups if each not in self._together]
        rare = self.counts.get(word, 0) < _WELL_KNOWN
        return rare and 2 * len(unknown) > len(groups)

    def _nearest(self, word: str, counted: bool = False) -> str | None:
        """Return the word that was meant by a folded one; none where it is known or far off.

        The first letter is hardly ever wrong. One slip is a letter too many, too few, another or
        two in the wrong order; of equally near words the more frequent one is meant. Training data
        have slips, too: a known word is one where the word next to it is far more frequent. A word
        that is `counted` by a number before it may be one letter shorter: '12 dyas'.
        """
        known = self.counts.get(word, 0)
        if not known and (plain := without_digraphs(word)) in self.counts:
            return plain if word.isalpha() else None
        if not word.isalpha():
            return None
        if len(word) < _SHORTEST - counted:
            return None if known else self._unswapped(word)
        slips = 2 if len(word) >= _LONG and not known else 1
        near = process.extract(
            word, self._often[word[0]], scorer=OSA.distance, score_cutoff=slips, limit=None
        )
        likely = [each for each in near if self.counts[each[0]] >= known * _FAR_MORE]
        best = min(likely, key=lambda each: (each[1], -self.counts[each[0]]), default=None)
        return best[0] if best else None

    def _unswapped(self, word: str) -> str | None:
        """Return the word of which a short one has two letters in the wrong order, if any."""
        if len(word) < _SHORTEST_SWAPPED:
            return None
        swapped = (
            word[:place] + word[place + 1] + word[place] + word[place + 2 :]
            for place in range(1, len(word) - 1)
        )
        often = [each for each in swapped if self.counts.get(each, 0) >= _OFTEN]
        return max(often, key=lambda each: self.counts[each], default=None)


def _letters_together(word: str) -> list[str]:
    """Return the groups of three letters of a word, with its beginning and end."""
    marked = f"^{word}$"
    return [marked[place : place + 3] for place in range(len(marked) - 2)]


def as_on_phones(corrections: Mapping[str, str]) -> dict[str, str]:
    """Return those of the corrections that are no slips: 'pasaakumi' for 'pasakumi'."""
    return {word: meant for word, meant in corrections.items() if without_digraphs(word) == meant}


def corrected(text: str, corrections: Mapping[str, str]) -> str:
    """Return a text with the words that were meant."""
    return _WORD.sub(lambda word: corrections.get(fold(word[0]), word[0]), text)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class SpellingCorrector(GraphComponent):
    """Corrects the words of each message (see above)."""

    @classmethod
    def required_components(cls) -> list[type]:
        """Name the components that must come before (see parent class)."""
        return [Tokenizer]

    def __init__(
        self, storage: ModelStorage, resource: Resource, speller: Speller | None = None
    ) -> None:
        self._storage = storage
        self._resource = resource
        self._speller = speller

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SpellingCorrector:
        """Create the untrained component (see parent class)."""
        return cls(model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the words."""
        self._speller = Speller.of(
            each.get(TEXT) or ""
            for each in training_data.intent_examples
            if not is_behind_a_question(each)
        )
        with self._storage.write_to(self._resource) as folder:
            content = json.dumps(self._speller.counts, ensure_ascii=False)
            (folder / _FILE).write_text(content, encoding="utf-8")
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SpellingCorrector:
        """Load the trained component (see parent class)."""
        with model_storage.read_from(resource) as folder:
            counts = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        return cls(model_storage, resource, Speller(counts))

    def process(self, messages: list[Message]) -> list[Message]:
        """Correct the words."""
        for message in messages:
            if doc := message.get(SPACY_DOCS[TEXT]):
                noise = self._is_noise(doc)
                message.set(CORRECTIONS, self._correct(doc))
                message.set(GIBBERISH, noise, add_to_output=True)
        return messages

    def _is_noise(self, doc: Doc) -> bool:
        """Tell whether most words of a message are none that anybody could know."""
        assert self._speller is not None, "the component is not trained"
        words = {token.norm_ for token in doc if token.is_alpha and len(token) > 1}
        noise = [word for word in words if self._speller.is_noise(word)]
        return 2 * len(noise) > len(words)

    def _correct(self, doc: Doc) -> dict[str, str]:
        assert self._speller is not None, "the component is not trained"
        corrections = {}
        for token in doc:
            if shortened := _shortened().get(token.norm_):
                corrections[token.norm_] = shortened
                token.norm_ = shortened
                continue
            meant = self._speller.nearest(token.norm_, _follows_number(token))
            if meant and self._is_slip(token, meant):
                corrections[token.norm_] = meant
                token.norm_ = meant
        return corrections

    def _is_slip(self, token: Token, meant: str) -> bool:
        """Tell whether a word is none itself: 'Šveici' is no 'sveiki', and 'theme' no 'there'."""
        assert self._speller is not None, "the component is not trained"
        if _in_vocabulary(token, token.norm_):
            return False
        if token.text[0].isupper() and places.is_place(token.text):
            return False  # 'Vienna' is no 'viena'
        return token.norm_ not in self._speller.counts or _in_vocabulary(token, meant)

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leave training data as it is: it says which words there are."""
        return training_data


@cache
def _shortened() -> dict[str, str]:
    """Return the words that are hardly ever written out on phones: 'pls', 'hw', 'mtg'."""
    return {fold(short): word for word, written in words()["phones"].items() for short in written}


def _follows_number(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).like_num


def _in_vocabulary(token: Token, word: str) -> bool:
    alone = Doc(token.vocab, [token.text])
    alone[0].norm_ = word
    rules = [rule for rule, _, _ in clause_words()(alone) if not rule.startswith(_OF_JOURNEYS)]
    return bool(vocabulary.find(matcher(), alone) or rules)
