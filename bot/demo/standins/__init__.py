"""Slack and Telegram on this machine, for the demonstration and for tests."""
