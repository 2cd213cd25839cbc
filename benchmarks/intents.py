"""Compares intent classifiers on the training data, side by side in one run.

    .venv/bin/python benchmarks/intents.py [--folds 3] [--each 24] [--diet]

Each intent keeps `--each` utterances a language, so that a run takes minutes. All are
cross-validated, except DIET in Rasa's own pipeline (`--diet`, after `make benchmarks`; 20 minutes),
which is measured on the first fold, where the others' figures of that fold stand beside it. Prints
a Markdown table.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

import numpy as np
import simplemma
import yaml
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import normalize
from sklearn.svm import LinearSVC

from bot.nlu.vectors import remembered
from bot.training import ROOT, training_utterances
from core.text import fold

Features = tuple[Any, Any]
"""Of the training texts and of those that are asked."""
_NEIGHBOURS = 5


def examples(each: int) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Return texts, intents and languages of the training data, at most `each` a pair."""
    texts, intents, languages = [], [], []
    for (language, intent), lines in training_utterances().items():
        step = max(1, len(lines) // each)
        chosen = lines[::step][:each]
        texts += chosen
        intents += [intent] * len(chosen)
        languages += [language] * len(chosen)
    return texts, np.array(intents), np.array(languages)


def ngrams(train: list[str], test: list[str]) -> Features:
    """Return the features of character n-grams over folded text."""
    made = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2)
    return made.fit_transform(map(fold, train)), made.transform(map(fold, test))


def words(train: list[str], test: list[str]) -> Features:
    """Return the features of words and pairs of words over folded text."""
    made = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\w+")
    return made.fit_transform(map(fold, train)), made.transform(map(fold, test))


def lemmas(train: list[str], test: list[str]) -> Features:
    """Return the features of words in their ground form, folded afterwards."""

    def grounded(text: str) -> str:
        found = simplemma.simple_tokenizer(text)
        return fold(" ".join(simplemma.lemmatize(word, ("lv", "en")) for word in found))

    made = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\w+")
    return made.fit_transform(map(grounded, train)), made.transform(map(grounded, test))


class Encoder:
    """The features of the sentence encoder, without what all texts have in common."""

    def __init__(self, vectors: dict[str, Any]) -> None:
        self._vectors = vectors

    def __call__(self, train: list[str], test: list[str]) -> Features:
        """Return them for training texts and others."""
        rows = [np.vstack([self._vectors[text] for text in part]) for part in (train, test)]
        mean = rows[0].mean(axis=0)
        return csr_matrix(normalize(rows[0] - mean) * 0.8), csr_matrix(
            normalize(rows[1] - mean) * 0.8
        )


def margins(
    kinds: list[Callable[..., Features]], train: list[str], labels: Any, test: list[str]
) -> Any:
    """Return what a support vector machine on joined features says, a column an intent."""
    parts = [kind(train, test) for kind in kinds]
    features = [hstack([part[side] for part in parts]).tocsr() for side in (0, 1)]
    machine = LinearSVC(C=1.0, dual=True, random_state=0).fit(features[0], labels)
    return machine.decision_function(features[1])


Classifier = Callable[[list[str], Any, list[str]], Any]


def classifiers(encoder: Encoder) -> dict[str, Classifier]:
    """Return all by name: from training texts, their intents and other texts to these' intents."""

    def machine(*kinds: Callable[..., Features]) -> Classifier:
        return lambda train, labels, test: np.unique(labels)[
            margins(list(kinds), train, labels, test).argmax(axis=1)
        ]

    def neighbours(train: list[str], labels: Any, test: list[str]) -> Any:
        known, asked = encoder(train, test)
        near = KNeighborsClassifier(_NEIGHBOURS, metric="cosine", weights="distance")
        return near.fit(known, labels).predict(asked)

    def regression(train: list[str], labels: Any, test: list[str]) -> Any:
        parts = [encoder(train, test), ngrams(train, test)]
        features = [hstack([part[side] for part in parts]).tocsr() for side in (0, 1)]
        return LogisticRegression(C=10, max_iter=200).fit(features[0], labels).predict(features[1])

    def ensemble(train: list[str], labels: Any, test: list[str]) -> Any:
        kinds: list[list[Callable[..., Features]]] = [[ngrams, words], [encoder]]
        both = sum(margins(each, train, labels, test) for each in kinds)
        return np.unique(labels)[both.argmax(axis=1)]

    return {
        "SVM on letters": machine(ngrams),
        "SVM on encoder": machine(encoder),
        "SVM on encoder + letters": machine(encoder, ngrams),
        "SVM on encoder + letters + words": machine(encoder, ngrams, words),
        "SVM on encoder + letters + lemmas": machine(encoder, ngrams, lemmas),
        "SVM on encoder + letters + words + lemmas": machine(encoder, ngrams, words, lemmas),
        "sum of SVM on letters + words and SVM on encoder": ensemble,
        "five nearest neighbours over the encoder": neighbours,
        "logistic regression on encoder + letters": regression,
    }


def diet(train: list[str], labels: Any, test: list[str]) -> Any:
    """Train Rasa's own pipeline in its environment and return its predictions."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        by_intent: dict[str, list[str]] = {}
        for text, label in zip(train, labels, strict=True):
            by_intent.setdefault(str(label), []).append(f"- {text}\n")
        data = [{"intent": key, "examples": "".join(lines)} for key, lines in by_intent.items()]
        content = yaml.safe_dump({"version": "3.1", "nlu": data}, allow_unicode=True)
        (folder / "nlu.yml").write_text(content, encoding="utf-8")
        (folder / "texts.json").write_text(json.dumps(test), encoding="utf-8")
        here = ROOT / "benchmarks" / "stock"
        command = [str(ROOT / ".venv-benchmarks" / "bin" / "python"), str(here / "intents.py")]
        subprocess.run([*command, str(here / "config.yml"), name], check=True, stdout=sys.stderr)
        return np.array(json.loads((folder / "intents.json").read_text(encoding="utf-8")))


def row(name: str, right: np.ndarray, languages: np.ndarray, seconds: float) -> str:
    """Return a line of the table: all, Latvian, English, seconds a fold."""
    shares = [right.mean(), right[languages == "lv"].mean(), right[languages == "en"].mean()]
    return f"| {name} | {' | '.join(f'{share:.3f}' for share in shares)} | {seconds:.0f} |"


def main() -> None:
    """Run the comparison."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--each", type=int, default=24)
    parser.add_argument("--diet", action="store_true", help="measure DIET too, on the first fold")
    options = parser.parse_args()
    texts, intents, languages = examples(options.each)
    vectors = remembered(sorted(set(texts)))
    folds = list(StratifiedKFold(options.folds, shuffle=True, random_state=0).split(texts, intents))
    print(f"\n{len(texts)} utterances, {len(set(intents))} intents, {options.folds} folds\n")
    print(
        "| classifier | right | Latvian | English | seconds a fold |"
        "\n| --- | --- | --- | --- | --- |"
    )
    for name, predict in classifiers(Encoder(vectors)).items():
        right = np.zeros(len(texts), dtype=bool)
        start = time.perf_counter()
        for train, test in folds:
            said = predict([texts[i] for i in train], intents[train], [texts[i] for i in test])
            right[test] = said == intents[test]
        spent = (time.perf_counter() - start) / options.folds
        first = folds[0][1]
        print(row(name, right, languages, spent))
        print(row(f"{name}, first fold", right[first], languages[first], spent), flush=True)
    if options.diet:
        train, test = folds[0]
        start = time.perf_counter()
        said = diet([texts[i] for i in train], intents[train], [texts[i] for i in test])
        spent = time.perf_counter() - start
        print(row("Rasa's own pipeline, first fold", said == intents[test], languages[test], spent))


if __name__ == "__main__":
    main()
