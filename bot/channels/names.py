"""How names of conversations begin, by channel: over REST nobody may choose such a name."""

from __future__ import annotations

WEBSITE = "web-"
SLACK = "slack-"
TELEGRAM = "telegram-"
RESERVED = (WEBSITE, SLACK, TELEGRAM)
