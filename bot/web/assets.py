"""Scripts and styles, read once and served small."""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import dataclass
from pathlib import Path

from sanic import response
from sanic.request import Request
from sanic.response import HTTPResponse

_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}
_FRESH = "public, max-age=300, stale-while-revalidate=600"
"""Other websites name the widget's script by one address, so a new one must reach them soon."""


@dataclass(frozen=True)
class Asset:
    """A file with its compressed form and a tag that changes with its content."""

    plain: bytes
    small: bytes
    tag: str
    media_type: str

    @classmethod
    def read(cls, path: Path) -> Asset:
        """Read a file."""
        plain = path.read_bytes()
        tag = f'"{hashlib.sha256(plain).hexdigest()[:16]}"'
        return cls(plain, gzip.compress(plain, mtime=0), tag, _TYPES[path.suffix])

    def respond(self, request: Request) -> HTTPResponse:
        """Return the file, or that the browser's copy is still good."""
        headers = {
            "ETag": self.tag,
            "Cache-Control": _FRESH,
            "Vary": "Accept-Encoding",
            # another website's page may run the script whatever isolation it asks for
            "Cross-Origin-Resource-Policy": "cross-origin",
        }
        if request.headers.get("if-none-match") == self.tag:
            return response.empty(status=304, headers=headers)
        if "gzip" in request.headers.get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            return response.raw(self.small, content_type=self.media_type, headers=headers)
        return response.raw(self.plain, content_type=self.media_type, headers=headers)
