"""Around every request: its time, its size and its end, for the figures and for the log."""

import logging
import secrets
import time
from typing import TYPE_CHECKING

from sync.province.metrics import Metrics

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger("motcua.province.requests")

ABORTED = 499
"""The client went away before it was answered."""


class Watching:
    """ASGI middleware; a route is told by its pattern, since an address may name a person's file."""

    def __init__(self, app: "ASGIApp", metrics: Metrics) -> None:
        """Watch over `app`."""
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: "Scope", receive: "Receive", send: "Send") -> None:
        """Pass everything on, unchanged."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started, received, status = time.perf_counter(), 0, ABORTED

        async def counted() -> "Message":
            nonlocal received
            message = await receive()
            received += len(message.get("body", b""))
            return message

        async def noted(message: "Message") -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, counted, noted)
        except Exception:
            status = 500
            raise
        finally:
            took_s = time.perf_counter() - started
            route = getattr(scope.get("route"), "path", "other")
            self._metrics.answered(route, status, took_s, received)
            log.info(
                "answered",
                extra={
                    "method": scope["method"], "route": route, "status": status, "took_ms": round(took_s * 1000, 1),
                    "received_bytes": received, "request": secrets.token_hex(8),
                },
            )  # fmt: skip
