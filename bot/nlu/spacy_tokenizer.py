"""Tokens by spaCy's rules, split between digits and letters ('1200km'), with folded norms."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, cast

import spacy
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import SPACY_DOCS
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from spacy.language import Language
from spacy.tokenizer import Tokenizer as SpacyTokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex

from core.text import fold

_ORDINAL = re.compile(r"\d{1,4}\.[^\W\d_]{3,}")
"""A number with a point and a word behind it, no blank between: '1.septembrī', '2020.gada'."""
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->", re.DOTALL)


@cache
def pipeline() -> Language:
    """Return spaCy's blank Latvian pipeline: its rules serve English sentences as well."""
    nlp = spacy.blank("lv")
    infixes = [
        *(nlp.Defaults.infixes or []),
        r"(?<=[0-9])(?=[^\W\d_])",
        r"(?<=[0-9])\.(?=[^\W\d_]{3})",
        r"(?<=\w)[/–—](?=\w)",
        r"(?<=[^\W\d_])\+(?=[^\W\d_])",
        r"(?<=\w)-(?=[^\W\d_])",
    ]
    tokenizer = cast(SpacyTokenizer, nlp.tokenizer)
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    is_address = tokenizer.url_match
    tokenizer.url_match = lambda text: None if _ORDINAL.fullmatch(text) else is_address(text)
    return nlp


def parse(text: str) -> Doc:
    """Return the tokens of a text; `norm_` is the folded word."""
    doc = pipeline().make_doc(text)
    for token in doc:
        token.norm_ = fold(token.text) or token.text
    return doc


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class BilingualSpacyTokenizer(Tokenizer):
    """Gives each message its spaCy document and Rasa's tokens."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the settings that Rasa's base class reads (see parent class)."""
        return {
            "intent_tokenization_flag": False,
            "intent_split_symbol": "_",
            "token_pattern": None,
            "prefix_separator_symbol": None,
        }

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> BilingualSpacyTokenizer:
        """Create the component (see parent class)."""
        return cls(config)

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """Return the tokens of a message's attribute; keep the text's spaCy document.

        Markup in a message says nothing: blanks take its place, so that words stay where they are.
        """
        text = _MARKUP.sub(lambda tag: " " * len(tag[0]), str(message.get(attribute)))
        doc = parse(text)
        if attribute == TEXT:
            message.set(TEXT, text)
            message.set(SPACY_DOCS[TEXT], doc)
        return [Token(token.text, token.idx) for token in doc if token.text.strip()]
