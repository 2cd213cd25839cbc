"""Writes every address that this process connects to or looks up into the file of CONNECTIONS_LOG.

Python imports this at start where the folder is on PYTHONPATH; tests/bot/test_server.py uses it.
"""

import os
import sys

_LOG = os.environ.get("CONNECTIONS_LOG")


def _note(event: str, arguments: tuple) -> None:
    if event == "socket.connect":
        target = arguments[1]
    elif event == "socket.getaddrinfo":
        target = arguments[0]
    else:
        return
    with open(_LOG, "a", encoding="utf-8") as log:
        log.write(f"{event} {target!r}\n")


if _LOG:
    sys.addaudithook(_note)
