"""The console: the web pages on which officers see who waits, and answer."""
