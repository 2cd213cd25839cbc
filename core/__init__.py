"""The budget and eligibility core: knows nothing of Rasa, chat or the web."""
