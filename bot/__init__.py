"""Partneris around Rasa: understanding, sentences, channels and the command."""

from bot import without_tensorflow

without_tensorflow.install()
