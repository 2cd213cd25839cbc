"""Compares intent classifiers on the training data, side by side in one run.

    .venv/bin/python benchmarks/intents.py [--folds 3] [--each 24] [--diet]

Each intent keeps `--each` utterances a language, so that a run takes minutes. Linear models are
cross-validated; DIET (minutes a fold) is measured on the first fold, where the others' figures of
that fold stand beside it. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from pathlib import Path
from typing import Any

from bot import quiet  # noqa: F401  (before Rasa)

import numpy as np  # isort: skip
import yaml
from rasa.core.agent import Agent
from rasa.model_training import train_nlu
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.preprocessing import normalize
from sklearn.svm import LinearSVC

from bot.nlu.vectors import remembered
from bot.training import training_utterances
from core.text import fold

DIET_EPOCHS = 100


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


def ngrams(train: list[str], test: list[str]) -> tuple[Any, Any]:
    """Return the features of character n-grams over folded text."""
    made = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2)
    return made.fit_transform(map(fold, train)), made.transform(map(fold, test))


def words(train: list[str], test: list[str]) -> tuple[Any, Any]:
    """Return the features of words and pairs of words over folded text."""
    made = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"\w+")
    return made.fit_transform(map(fold, train)), made.transform(map(fold, test))


def linear(
    name: str, train: list[str], labels: Any, test: list[str], vectors: dict[str, Any]
) -> Any:
    """Train a linear classifier of a name and return its predictions."""
    dense_train = np.vstack([vectors[text] for text in train])
    dense_test = np.vstack([vectors[text] for text in test])
    mean = dense_train.mean(axis=0)
    weight = 5.0 if "svm" not in name else 0.8 if "words" in name else 0.5
    dense = [csr_matrix(normalize(part - mean) * weight) for part in (dense_train, dense_test)]
    parts = []
    if "n-grams" in name:
        parts.append(ngrams(train, test))
    if "words" in name:
        parts.append(words(train, test))
    if "encoder" in name:
        parts.append((dense[0], dense[1]))
    features = [hstack([part[side] for part in parts]).tocsr() for side in (0, 1)]
    machine = (
        LinearSVC(C=1.0 if "words" in name else 0.5, dual=True)
        if "svm" in name
        else LogisticRegression(C=10, max_iter=200)
    )
    return machine.fit(features[0], labels).predict(features[1])


def diet(with_encoder: bool, train: list[str], labels: Any, test: list[str]) -> list[str]:
    """Train Rasa's DIET in Rasa's default pipeline and return its predictions."""
    pipeline: list[dict[str, Any]] = [{"name": "bot.nlu.spacy_tokenizer.BilingualSpacyTokenizer"}]
    if with_encoder:
        pipeline.append({"name": "bot.nlu.encoder.SentenceEncoderFeaturizer"})
    pipeline += [
        {"name": "LexicalSyntacticFeaturizer"},
        {"name": "CountVectorsFeaturizer", "strip_accents": "unicode"},
        {
            "name": "CountVectorsFeaturizer",
            "analyzer": "char_wb",
            "min_ngram": 1,
            "max_ngram": 4,
            "strip_accents": "unicode",
        },
        {"name": "DIETClassifier", "epochs": DIET_EPOCHS, "entity_recognition": False},
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        by_intent: dict[str, list[str]] = {}
        for text, label in zip(train, labels, strict=True):
            by_intent.setdefault(str(label), []).append(f"- {text}\n")
        data = [{"intent": key, "examples": "".join(lines)} for key, lines in by_intent.items()]
        config = {"recipe": "default.v1", "language": "lv", "pipeline": pipeline}
        (folder / "nlu.yml").write_text(
            yaml.dump({"version": "3.1", "nlu": data}, allow_unicode=True)
        )
        (folder / "config.yml").write_text(yaml.dump(config | {"assistant_id": "benchmark"}))
        model = train_nlu(str(folder / "config.yml"), str(folder / "nlu.yml"), str(folder))
        agent = Agent.load(model)

        async def all_intents() -> list[str]:
            return [(await agent.parse_message(text))["intent"]["name"] for text in test]

        return asyncio.run(all_intents())


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
    names = (
        "svm on n-grams",
        "svm on encoder",
        "svm on encoder + n-grams",
        "svm on encoder + n-grams + words",
        "logistic regression on encoder + n-grams",
    )
    for name in names:
        right = np.zeros(len(texts), dtype=bool)
        start = time.perf_counter()
        for train, test in folds:
            chosen = [texts[i] for i in train]
            asked = [texts[i] for i in test]
            right[test] = linear(name, chosen, intents[train], asked, vectors) == intents[test]
        spent = (time.perf_counter() - start) / options.folds
        first = folds[0][1]
        print(row(name, right, languages, spent))
        print(row(f"{name}, first fold", right[first], languages[first], spent), flush=True)
    if options.diet:
        train, test = folds[0]
        for with_encoder in (False, True):
            start = time.perf_counter()
            said = diet(
                with_encoder, [texts[i] for i in train], intents[train], [texts[i] for i in test]
            )
            spent = time.perf_counter() - start
            name = f"DIET {'with' if with_encoder else 'without'} encoder, first fold"
            print(row(name, np.array(said) == intents[test], languages[test], spent), flush=True)


if __name__ == "__main__":
    main()
