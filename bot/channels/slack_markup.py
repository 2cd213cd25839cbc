"""Slack's markup: what people wrote as plain text, and our text so that it stays text."""

from __future__ import annotations

import re

_MARKED = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
"""`<@U1>`, `<#C1|general>`, `<!here>`, `<https://viaa.gov.lv|viaa.gov.lv>`; `&lt;` was typed."""
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


def mentions(text: str, user: str) -> bool:
    """Tell whether a message mentions a user."""
    return any(match[1] == f"@{user}" for match in _MARKED.finditer(text))


def mentions_anybody(text: str) -> bool:
    """Tell whether a message mentions a user, a group or everybody."""
    return any(match[1].startswith(("@", "!")) for match in _MARKED.finditer(text))


def plain(text: str, own: str | None) -> str:
    """Return what a person sees of a message, without the mention of Partneris (user `own`)."""
    shown = _MARKED.sub(lambda match: "" if match[1] == f"@{own}" else _shown(match), text)
    for entity, character in _ENTITIES:
        shown = shown.replace(entity, character)
    return shown.strip()


def _shown(match: re.Match[str]) -> str:
    target, label = match[1], match[2]
    if label:
        return f"#{label}" if target.startswith("#") else label
    return target.removeprefix("mailto:").lstrip("!")


def escape(text: str) -> str:
    """Return a text that Slack shows as it is and reads no mention or link in."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
