"""A file of an answer as a download."""

from __future__ import annotations

import base64

from sanic import response
from sanic.response import HTTPResponse

from bot.responses import Attachment


def download(attachment: Attachment) -> HTTPResponse:
    """Return the response that a browser saves and never shows as a page."""
    return response.raw(
        base64.b64decode(attachment.content),
        content_type=attachment.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{attachment.name}"',
            "Cache-Control": "private, no-store",
        },
    )
