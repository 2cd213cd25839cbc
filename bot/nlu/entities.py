"""Entities of the closed classes, quantities, dates and towns: matched, not learned."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.constants import SPACY_DOCS
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import (
    ENTITIES,
    ENTITY_ATTRIBUTE_END,
    ENTITY_ATTRIBUTE_ROLE,
    ENTITY_ATTRIBUTE_START,
    ENTITY_ATTRIBUTE_TYPE,
    ENTITY_ATTRIBUTE_VALUE,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from spacy.tokens import Doc, Span, Token

from bot.nlu import action_codes, places, quantities, vocabulary
from bot.nlu.dates import dates
from bot.nlu.spacy_tokenizer import parse
from bot.nlu.taken_back import is_taken_back
from bot.nlu.vocabulary import SMALL_WORDS, Found, single_words
from core import call as calls
from core import distance

PARTS_OF_QUANTITIES = {"unit", "number", "month", "country_short"}
"""Words that are entities only together with others: '24' + 'mēneši', 'lat' + 'lit' + 'pol'."""
TAKEN_BACK = "taken_back"
"""Role of what somebody does not mean: 'students instead of teachers'."""
OF_EACH = "of_each"
"""Role of people of whom each of several has so many, and of organisations each of which has."""
IN_YEARS = "years"
"""Role of months that were told in years: 'divus gadus'."""
FROM_COUNTRY = "from_country"
"""Role of those of whom only a country is told: 'three from Cyprus'."""
OURS = "ours"
"""Role of staff that is told to be one's own: 'mans pētnieks'."""
_PARTNER = "partner"
_ABBREVIATIONS = {"IT", "ES"}
_UNION = "ES"
"""Spain's code, and what the European Union is called in Latvian for short."""
_NEAR_CODE = 2
"""Words up to another code beside it: 'LV, ES, PT'."""
_TOWNS_TOO = {"turku"}
"""Words for people of a country that are names of towns, too."""
_FEWEST_CODES = 2
_BETWEEN_CODES = {*places.JOINS_A_LIST, "-", "–", ";"}
"""What stands between the countries of a list."""
_LAST_DAY, _FIRST_YEAR = 31, 100
_WITH = {"ar", "with"}
_BESIDE_US = {("with", "us"), ("beside", "us"), ("besides", "us"), ("bez", "mums")}
_ARTICLES = {"the", "a"}
_OF_US = {*_ARTICLES, "us", "ourselves", "me", "as", "mus", "musu", "pasus", "ka"}
"""Words between 'including' and the coordinator: 'incl. us as the coordinator'."""
_LISTED = "listed"
"""What the vocabulary calls a word for us that only in a list means one's own organisation."""
_OTHERS_OF_A_LIST = 2
_NEXT_OF_A_LIST = 5
"""Words up to the next one of a list: 'us, and a school in Glasgow'."""
_INCLUDING = (*quantities.INCLUDING, "incl", "count", "skait")
"""Beginnings of words by which the coordinator is one of those counted."""


@cache
def matcher() -> vocabulary.Phrases:
    """Return what finds the vocabulary's entities."""
    return vocabulary.matcher()


@cache
def _happenings() -> vocabulary.Phrases:
    """Return what finds words behind which a town stands: 'seminārs varšavā'."""
    return vocabulary.happenings()


@cache
def _countries() -> list[str]:
    """Return all countries that were Programme Countries at some time: towns there come first."""
    return [code for entry in calls.newest().countries.programme for code in entry.countries]


def entities(doc: Doc) -> list[dict[str, Any]]:
    """Return the entities of a text in Rasa's form, in the order of the text."""
    found = [
        each
        for each in vocabulary.find(matcher(), doc)
        if not _counted_within(doc, *each) and not _is_a_town(doc, *each)
    ]
    ours = [span for entity, value, span in found if (entity, value) == ("own", _LISTED)]
    found = [each for each in found if each[1] != _LISTED]
    result = [
        _named(doc, entity, value, span)
        for entity, value, span in found
        if entity not in PARTS_OF_QUANTITIES
    ]
    rows = action_codes.codes(doc)
    result += [_entity(doc, "field", *each) for each in rows]
    of_codes = {index for each in rows for index in range(each.start, each.end)}
    result += _beside_coordinator(doc, found)
    dated = dates(doc, found)
    result += [_entity(doc, "date", *each) for each in dated]
    days = {index for _, start, end in dated for index in range(start - 2, end + 2)}
    result += [
        _quantity(doc, each)
        for each in quantities.quantities(doc, found)
        if each.unit != "number" or each.start not in days or _no_date(each.value)
        if each.start not in of_codes
    ]
    codes = _codes(doc, found)
    result += codes + _listed(doc, found, {each[ENTITY_ATTRIBUTE_START] for each in codes})
    meant = [each for each in found if each[0] != "country_short"]
    taken = {token.i for _, _, span in meant for token in span}
    happenings = {end for _, _, end in _happenings()(doc)}
    result += _towns(doc, list(places.towns(doc, taken, _countries(), happenings)))
    result += _own_of_a_list(doc, ours, result)
    return sorted(result, key=lambda entity: (entity[ENTITY_ATTRIBUTE_START], entity["entity"]))


def _no_date(number: Decimal) -> bool:
    """Tell whether a number beside a date is neither its day nor its year: '1. septembrī 36'."""
    return _LAST_DAY < number < _FIRST_YEAR


def _named(doc: Doc, entity: str, value: str, span: Span) -> dict[str, Any]:
    """Return an entity of the vocabulary, with its role where it is taken back or a venue."""
    number = int(value) if entity in quantities.UNITS and value.isdigit() else value
    named = _entity(doc, entity, number, span.start, span.end)
    if is_taken_back(doc, span.start, span.end):
        return named | {ENTITY_ATTRIBUTE_ROLE: TAKEN_BACK}
    if entity == "months":  # all of these are told in years: 'uz gadu', 'half a year'
        return named | {ENTITY_ATTRIBUTE_ROLE: IN_YEARS}
    possessive = span.start > 0 and doc[span.start - 1].norm_ in single_words("plan", "ours")
    if entity == "staff" and possessive:
        return named | {ENTITY_ATTRIBUTE_ROLE: OURS}
    within = entity == "country" and places.is_within(doc, span.start, span.end)
    return named | {ENTITY_ATTRIBUTE_ROLE: "venue"} if within else named


def _counted_within(doc: Doc, entity: str, _: str, span: Span) -> bool:
    """Tell whether one's own organisation is one of those counted.

    'Five of us, including the coordinator and ...', '3 partners incl. us as coordinator and …'
    """
    start = span.start
    while start and doc[start - 1].norm_ in _OF_US:
        start -= 1
    before = doc[max(0, start - 2) : span.start]
    within = any(token.norm_.startswith(_INCLUDING) for token in before)
    return entity == "own" and (within or _is_with(doc, span.start))


def _is_with(doc: Doc, start: int) -> bool:
    """Tell whether 'with' stands before a word: 'with the coordinator', 'kopā ar koordinatoru'."""
    while start and doc[start - 1].norm_ in _ARTICLES:
        start -= 1
    return start > 0 and doc[start - 1].norm_ in _WITH


def _own_of_a_list(doc: Doc, ours: list[Span], named: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return 'own' where somebody lists partners by place, themselves among them.

    'Riga, us, and a school in Glasgow'; not 'Riga told us, and …' with no other place beside it.
    """
    where = [each for each in named if each[ENTITY_ATTRIBUTE_TYPE] in ("country", "town")]
    if len(where) < _OTHERS_OF_A_LIST or any(e[ENTITY_ATTRIBUTE_TYPE] == "own" for e in named):
        return []
    listed = (span for span in ours if _is_listed(doc, span, where))
    return [_entity(doc, "own", "own", span.start, span.end) for span in listed][:1]


def _is_listed(doc: Doc, span: Span, where: list[dict[str, Any]]) -> bool:
    """Tell whether a sign or a word that joins parts a word from the next place of a list."""
    before = span.start > 0 and doc[span.start - 1].norm_ in places.JOINS_A_LIST
    behind = span.end < len(doc) and doc[span.end].norm_ in places.JOINS_A_LIST
    near = doc[max(0, span.start - _NEXT_OF_A_LIST) : span.start] if before else doc[0:0]
    next_ = doc[span.end : span.end + _NEXT_OF_A_LIST] if behind else doc[0:0]
    starts = {each[ENTITY_ATTRIBUTE_START] for each in where}
    return any(token.idx in starts for part in (near, next_) for token in part)


def _is_a_town(doc: Doc, entity: str, _: str, span: Span) -> bool:
    """Tell whether a word for people of a country is the name of a town here.

    'Kolēģi Turku' tells of a town, 'turku trenere' of a trainer from Turkey.
    """
    if entity != "country" or span.text.casefold() not in _TOWNS_TOO:
        return False
    after = doc[span.end] if span.end < len(doc) else None
    of_somebody = after is not None and after.is_alpha and after.norm_ not in SMALL_WORDS
    return span.text[0].isupper() or not of_somebody


def _beside_coordinator(doc: Doc, found: Found) -> list[dict[str, Any]]:
    """Return 'own' where partners are counted beside the coordinator: 'coordinator + 5 partners'.

    Not where the coordinator is said to be one of them: '5 partners, the coordinator included'.
    """
    named = [span for entity, _, span in found if entity == "partner_role"]
    counted = [
        each
        for each in quantities.quantities(doc, found)
        if each.unit == "organisations"
        and doc[each.end - 1].norm_.startswith(_PARTNER)
        and named
        and (named[0].start < each.start or _is_beside_us(doc, each.end))
    ]
    within = any(token.norm_.startswith(_INCLUDING) for token in doc)
    within = within or any(_is_with(doc, span.start) for span in named)
    if not counted or within or len(named) > 1:
        return []
    return [_entity(doc, "own", "own", named[0].start, named[0].end)]


def _is_beside_us(doc: Doc, index: int) -> bool:
    """Tell whether partners are said to be with those who ask: 'four partners with us'."""
    return tuple(token.norm_ for token in doc[index : index + 2]) in _BESIDE_US


def _quantity(doc: Doc, each: quantities.Quantity) -> dict[str, Any]:
    entity = _entity(doc, each.unit, _number(each.value), each.start, each.end)
    if each.added and each.unit in ("organisations", "number"):
        return entity | {ENTITY_ATTRIBUTE_ROLE: "added"}
    if each.in_years:
        return entity | {ENTITY_ATTRIBUTE_ROLE: IN_YEARS}
    if each.from_country:
        return entity | {ENTITY_ATTRIBUTE_ROLE: FROM_COUNTRY}
    of_each = each.each and each.unit in ("people", "organisations")
    return entity | {ENTITY_ATTRIBUTE_ROLE: OF_EACH} if of_each else entity


def _towns(doc: Doc, found: list[tuple[str, int, int]]) -> list[dict[str, Any]]:
    """Return the towns, each with its role where the words tell it."""
    towns = []
    for index, each in enumerate(found):
        _, start, end = found[places.of_a_list(doc, found, index)]
        back = is_taken_back(doc, each[1], each[2])  # 'Klaipēdas vietā Tartu'
        role = TAKEN_BACK if back else places.role(doc, start, end)
        towns.append(_entity(doc, "town", *each) | ({ENTITY_ATTRIBUTE_ROLE: role} if role else {}))
    return towns


def _codes(doc: Doc, found: Found) -> list[dict[str, Any]]:
    """Return countries named by their codes: 'LV, UK, UA'; one alone may be an abbreviation."""
    named = sum(entity == "country" for entity, _, _ in found)
    apart = [token for token in doc if token.is_upper and not _before_a_word(token)]
    codes = [token.i for token in apart if token.text in _countries()]
    codes = [i for i in codes if doc[i].text != _UNION or _beside_a_code(i, codes)]
    if not codes or len(codes) + named < _FEWEST_CODES:
        return []
    codes += [token.i for token in apart if token.text in _other_countries()]
    return [_entity(doc, "country", doc[i].text, i, i + 1) for i in codes]


def _listed(doc: Doc, found: Found, known: set[int]) -> list[dict[str, Any]]:
    """Return countries of a list in small letters or by short names: 'lv, lt un pl', 'lat lit pol'.

    `known` are the places of those that are found already. A code that is a word, too ('no', 'it',
    'es'), is one only between the others of a list of three or more.
    """
    named = {token.i for entity, _, span in found if entity == "country" for token in span}
    codes = {span.start: value for entity, value, span in found if entity == "country_short"}
    for token in doc:
        if token.text == _UNION:  # found by `_codes` where it is Spain's
            continue
        if token.text.upper() in _countries() or token.norm_.upper() in _other_countries():
            codes.setdefault(token.i, token.text.upper())
    codes = {i: code for i, code in codes.items() if i not in named}
    words = {i for i in codes if _is_a_word(doc[i])}
    prepositions = {i for i in words if i + 1 in named}  # 'no Īrijas un no Fēru salām'
    words -= prepositions
    codes = {i: code for i, code in codes.items() if i not in prepositions}
    while unfit := [i for i in words if not _within_list(doc, i, {*codes, *named})]:
        words -= {*unfit}
        codes = {i: code for i, code in codes.items() if i not in unfit}
    result = []
    for run in _runs(doc, sorted({*codes, *named})):
        clear = [i for i in run if i not in words]
        fewest = _FEWEST_CODES if clear == run else _FEWEST_CODES + 1
        if clear and len(run) >= fewest:
            result += [i for i in run if i in codes and doc[i].idx not in known]
    return [_entity(doc, "country", codes[i], i, i + 1) for i in result]


def _is_a_word(token: Token) -> bool:
    """Tell whether a code in small letters is a word, too: 'no', 'it', Latvian 'es'."""
    if token.is_upper:
        return False
    return token.norm_ in SMALL_WORDS or token.norm_.upper() in _ABBREVIATIONS


def _runs(doc: Doc, members: list[int]) -> list[list[int]]:
    """Return the members of each list: those with nothing, or one sign or word, between them."""
    runs: list[list[int]] = []
    for i in members:
        near = bool(runs) and i - runs[-1][-1] <= _NEAR_CODE
        if near and (i == runs[-1][-1] + 1 or doc[i - 1].norm_ in _BETWEEN_CODES):
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _within_list(doc: Doc, index: int, members: set[int]) -> bool:
    """Tell whether a word that may be a code stands between others of a list, or ends one."""
    before, after = doc[:index], doc[index + 1 :]
    joined = bool(before) and before[-1].norm_ in _BETWEEN_CODES
    begins = len(before) > 1 and before[-1].text == ":"  # 'partneri: it, lv, es'
    ends = not after or after[0].is_punct or after[0].norm_ in _BETWEEN_CODES
    behind = index - 1 in members or (joined and index - _NEAR_CODE in members)
    goes_on = index + 1 in members or ends or after[0].is_digit
    return goes_on and (behind or (begins and ends))


def _beside_a_code(index: int, codes: list[int]) -> bool:
    """Tell whether another code stands next to one: not in 'Norvēģija un Islande nav ES'."""
    return any(0 < abs(index - other) <= _NEAR_CODE for other in codes)


def _before_a_word(token: Token) -> bool:
    """Tell whether a word follows an abbreviation that is a code, too: 'our IT technician'."""
    if token.text not in _ABBREVIATIONS or token.i + 1 == len(token.doc):
        return False
    after = token.nbor()
    return after.is_alpha and after.norm_ not in SMALL_WORDS and not after.is_upper


@cache
def _other_countries() -> set[str]:
    """Return the codes of the countries that have words of their own, but Programme Countries."""
    return set(vocabulary.words()["country"]) - set(_countries())


def _entity(doc: Doc, entity: str, value: Any, start: int, end: int) -> dict[str, Any]:
    span = doc[start:end]
    return {
        ENTITY_ATTRIBUTE_TYPE: entity,
        ENTITY_ATTRIBUTE_VALUE: value,
        ENTITY_ATTRIBUTE_START: span.start_char,
        ENTITY_ATTRIBUTE_END: span.end_char,
        "text": span.text,
    }


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral() else float(value)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class CallEntityExtractor(GraphComponent, EntityExtractorMixin):
    """Adds the entities to each message."""

    @classmethod
    def required_components(cls) -> list[type]:
        """Name the components that must come before (see parent class)."""
        return [Tokenizer]

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> CallEntityExtractor:
        """Create the component (see parent class); all is read at once, not at first use."""
        matcher()
        distance.find("Riga", among=_countries())
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the entities."""
        for message in messages:
            doc = message.get(SPACY_DOCS[TEXT]) or parse(message.get(TEXT) or "")
            found = self.add_extractor_name(entities(doc))
            message.set(ENTITIES, message.get(ENTITIES, []) + found, add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Leave training data as it is: nothing is learned from entities."""
        return training_data
