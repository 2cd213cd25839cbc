"""Custom actions, one file a topic: slots in, core called, response out."""
