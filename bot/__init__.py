"""Partneris around Rasa: understanding, sentences, channels and the command."""
