"""Ways in and out: messages are cleaned before Rasa sees them."""
