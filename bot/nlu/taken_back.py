"""Words that stand for what is not meant, or no longer, in a spaCy document."""

from __future__ import annotations

from spacy.tokens import Doc

NOT = {"not", "nevis", "ne"}
_NO = "nē"
"""Begins a correction, 'nē skolotāji brauks', and is no 'ne' before what is not meant."""
_WHY = {"why", "kapec"}
_IN_PLACE = {("instead", "of"), ("rather", "than")}
_BEHIND_REPLACED = {"vieta"}
_ARTICLES = {"a", "an", "the", "our", "any", "these"}
_REPLACED = ("replac", "swap", "apmaini", "apmaino", "apmainam", "nomain", "aizstaj")
"""Beginnings of words before what gives way: 'replace the Italian with a Croatian'.

Folded 'apmaiņa', an exchange, has the beginning of the verb, too.
"""
_DROPPED = ("izmet", "izlaiz", "drop", "ditch")
"""Beginnings of words before or behind who shall no longer take part: 'ukraiņus izmetam'."""
_LEFT, _OUT = ("leav", "left", "atstaj"), {"out", "aside", "ara", "mala", "arpuse"}
"""Beginnings of words around who shall no longer take part: 'leave Minsk out'."""
_FOR = {"for", "by", "with", "ar", "pret"}
LEAVING = ("pull", "atteic", "atkri", "izstaj", "drop", "leav", "quit", "withdr")
"""Beginnings of words that tell of partners who leave: 'un ja divi atkrīt?'."""


def is_taken_back(doc: Doc, start: int, end: int) -> bool:
    """Tell whether a word stands for what is not meant: 'nevis pētnieks', 'instead of teachers'."""
    while start and doc[start - 1].norm_ in _ARTICLES:
        start -= 1
    before = tuple(token.norm_ for token in doc[max(0, start - 2) : start])
    behind = doc[end].norm_ if end < len(doc) else ""
    denied = bool(before) and before[-1] in NOT and before[0] not in _WHY  # 'why not X?'
    denied = denied and doc[start - 1].lower_ != _NO
    denied = denied or (bool(before) and before[-1].startswith((*_REPLACED, *_DROPPED)))
    leave = any(token.norm_.startswith((*LEAVING, *_DROPPED)) for token in doc[end : end + 2])
    denied = denied or leave  # 'if the French pull out', 'should the Croatian lot drop out'
    denied = denied or _gives_way(doc, end) or _is_left_out(doc, start, end)
    return denied or before in _IN_PLACE or behind in _BEHIND_REPLACED


def _gives_way(doc: Doc, end: int) -> bool:
    """Tell whether what stands before is given for something else: 'X is swapped for Y'."""
    swapped = (at for at in range(end, min(end + 3, len(doc) - 1)))
    return any(doc[at].norm_.startswith(_REPLACED) and doc[at + 1].norm_ in _FOR for at in swapped)


def _is_left_out(doc: Doc, start: int, end: int) -> bool:
    """Tell whether somebody is left out: 'leave Minsk out', 'Poļus atstājam malā'."""
    around = [token.norm_ for token in (*doc[max(0, start - 2) : start], *doc[end : end + 2])]
    return any(word.startswith(_LEFT) for word in around) and bool({*around} & _OUT)
