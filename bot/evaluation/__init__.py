"""How well Partneris answers questions that it was not trained on, measured end to end."""
