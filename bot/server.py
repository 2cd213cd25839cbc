"""Serves the assistant with Rasa's server: one process, one port, without Rasa's HTTP API."""

from __future__ import annotations

from asyncio import AbstractEventLoop
from pathlib import Path

from rasa.core.run import serve_application
from sanic import Sanic

from bot.engine import endpoints
from bot.training import ROOT


def serve(model: Path, host: str, port: int) -> None:
    """Serve a trained model until stopped; print how to talk to it once it is ready."""

    async def ready(app: Sanic, loop: AbstractEventLoop) -> None:
        address = f"http://{host}:{port}"
        print(
            f"Partneris is ready at {address}\n\n"
            "Talk to it from another terminal:\n"
            f"  .venv/bin/partneris ask --url {address}\n"
            f"  .venv/bin/partneris ask --url {address} 'Kāds ir termiņš?'\n"
            f"  curl -s {address}/webhooks/rest/webhook -H 'Content-Type: application/json' \\\n"
            """    -d '{"sender": "me", "message": "What is the deadline?"}'\n\n"""
            "Stop it with Ctrl-C.",
            flush=True,
        )

    serve_application(
        model_path=str(model),
        interface=host,
        port=port,
        credentials=str(ROOT / "credentials.yml"),
        enable_api=False,
        endpoints=endpoints(persistent=True),
        server_listeners=[(ready, "after_server_start")],
    )
