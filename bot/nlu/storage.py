"""Models of scikit-learn on disk, without pickle: loading one can run no code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import skops.io

_TRUSTED = ["scipy.sparse._csr.csr_matrix"]
"""Types beyond skops' own list that our models hold: a matrix of numbers."""


def save(model: Any, path: Path) -> None:
    """Write a model."""
    skops.io.dump(model, path)


def load(path: Path) -> Any:
    """Read a model that `save` wrote.

    Raises:
        skops.io.exceptions.UntrustedTypesFoundException: the file holds anything else.
    """
    return skops.io.load(path, trusted=_TRUSTED)
