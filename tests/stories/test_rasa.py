"""Rasa's own checks: its data validation without warnings, and `rasa test` on the stories."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from bot import training

_ENVIRONMENT = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "PYTHONPATH": str(training.ROOT)}

_RASA = "import bot; from rasa.__main__ import main; main()"
"""Rasa's command, which needs TensorFlow unless something of ours is imported first."""


def rasa(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _RASA, *arguments],
        cwd=training.ROOT,
        env=_ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_rasas_data_validation_has_no_complaint() -> None:
    folders = ("data/nlu/lv", "data/nlu/en", "data/rules")
    result = rasa("data", "validate", "--data", *folders, "--fail-on-warnings")
    assert result.returncode == 0, result.stdout + result.stderr


def test_stories_are_predicted_as_written(tmp_path: Path) -> None:
    model = training.current_model()
    assert model.is_file(), "make test trains the model first"
    result = rasa(
        "test", "core",
        "--model", str(model),
        "--stories", "tests/stories",
        "--out", str(tmp_path),
        "--no-plot",
        "--fail-on-prediction-errors",
    )  # fmt: skip
    assert result.returncode == 0, result.stdout + result.stderr
    report = (tmp_path / "story_report.json").read_text()
    assert '"accuracy": 1.0' in report
