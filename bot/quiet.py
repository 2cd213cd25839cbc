"""Keeps the noise of old dependencies off the person's screen. Imported before Rasa."""

from __future__ import annotations

import logging
import os
import warnings

import structlog


def hush() -> None:
    """Switch off telemetry, and warnings and debug lines that a user can do nothing about."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    os.environ["SQLALCHEMY_SILENCE_UBER_WARNING"] = "1"
    os.environ.setdefault("LOG_LEVEL", "ERROR")
    os.environ.setdefault("LOG_LEVEL_LIBRARIES", "ERROR")
    # The encoder's second thread sleeps at once when it has no work. Waiting awake halves the time
    # of a sentence on an idle machine (benchmarks/encoder.py), but two processes of Partneris on
    # two cores then take ten times as long.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    # dependencies set filters of their own when they are imported, so the printing itself is off
    warnings.showwarning = lambda *args, **kwargs: None
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    logging.getLogger("rasa_sdk").setLevel(logging.ERROR)


hush()
structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
