"""Rasa without TensorFlow: what stands in for its components fits the installed Rasa."""

from __future__ import annotations

import ast
from importlib.machinery import PathFinder
from importlib.util import find_spec
from pathlib import Path

import pytest
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.shared.exceptions import InvalidConfigException

from bot.without_tensorflow import UNUSED

_RASA = Path(next(iter(PathFinder.find_spec("rasa").submodule_search_locations)))


def _source(module: str) -> ast.Module:
    path = _RASA.parent.joinpath(*module.split(".")).with_suffix(".py")
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("module", "name"), UNUSED.items())
def test_each_stands_in_for_what_rasa_has(module: str, name: str | None) -> None:
    classes = {node.name for node in _source(module).body if isinstance(node, ast.ClassDef)}
    assert (name in classes) if name else not classes


def test_tensorflow_is_not_there() -> None:
    assert find_spec("tensorflow") is None


@pytest.mark.parametrize("name", [name for name in UNUSED.values() if name])
def test_a_pipeline_that_names_one_is_refused(name: str) -> None:
    with pytest.raises(InvalidConfigException, match=name):
        DefaultV1Recipe().graph_config_for_recipe(
            {"language": "lv", "pipeline": [{"name": "WhitespaceTokenizer"}, {"name": name}]}, {}
        )
