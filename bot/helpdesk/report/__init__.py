"""What was learned from the conversations: kept without personal data, reported, reviewed."""
