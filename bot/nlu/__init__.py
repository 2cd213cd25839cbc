"""Graph components: language identification, spaCy tokenizer and entities, encoder, classifier."""
