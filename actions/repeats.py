"""Several answers to one message: what one of them said is not said again by the next."""

from __future__ import annotations

from collections.abc import Sequence

from bot.responses import Answer

_BETWEEN = "\n\n"
"""What stands between the paragraphs of an answer."""


def without_repeats(answers: Sequence[Answer]) -> list[Answer | None]:
    """Return the answers without the paragraphs of those before; none where nothing is left.

    'How much is there for universities, and how is it split?': both answers begin with the sum.
    """
    said: set[str] = set()
    kept: list[Answer | None] = []
    for answer in answers:
        paragraphs = answer.words.split(_BETWEEN)
        again = said.intersection(paragraphs)
        said.update(paragraphs)
        left = [each for each in paragraphs if each not in again]
        shown = left or answer.table or answer.attachment
        kept.append(_without(answer, again) if shown else None)
    return kept


def _without(answer: Answer, again: set[str]) -> Answer:
    if not again:
        return answer
    texts = {
        name: _BETWEEN.join(p for p in text.split(_BETWEEN) if p not in again)
        for name, text in (("text", answer.text), ("words", answer.words))
    }
    return answer.model_copy(update=texts)
