"""Keeps the noise of old dependencies off the person's screen. Imported before Rasa."""

from __future__ import annotations

import logging
import os
import warnings

import structlog


def hush() -> None:
    """Switch off telemetry, and warnings and debug lines that a user can do nothing about."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ["SQLALCHEMY_SILENCE_UBER_WARNING"] = "1"
    os.environ.setdefault("LOG_LEVEL", "ERROR")
    os.environ.setdefault("LOG_LEVEL_LIBRARIES", "ERROR")
    # NumPy's second thread gains nothing for one message, and takes the core of another process.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    # dependencies set filters of their own when they are imported, so the printing itself is off
    warnings.showwarning = lambda *args, **kwargs: None
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    logging.getLogger("rasa_sdk").setLevel(logging.ERROR)


hush()
structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
