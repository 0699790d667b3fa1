"""What machines ask of the province: is it alive, is it ready, and its figures."""

import shutil
from collections.abc import Callable
from pathlib import Path
from secrets import compare_digest

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DBAPIError

from sync.province.admin_pages import LOOPBACK
from sync.province.database import Database
from sync.province.metrics import Metrics

LEAST_FREE_BYTES = 1 << 30
TEXT = "text/plain; version=0.0.4; charset=utf-8"


class Probes:
    """Three addresses; only the figures ask who is there."""

    def __init__(self, database: Database, files: Path, metrics: Metrics, token: str) -> None:
        """`token` opens the figures to other machines; without one they are for this machine only."""
        self._database = database
        self._files = files
        self._metrics = metrics
        self._token = token

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(include_in_schema=False)
        looks: dict[str, Callable[..., Response]] = {
            "/health": self.health, "/ready": self.ready, "/metrics": self.metrics
        }  # fmt: skip
        for path, look in looks.items():
            router.add_api_route(path, look)
        return router

    def health(self) -> Response:
        """The process answers; it asks nobody else, or a database at rest would have every worker restarted."""
        return JSONResponse({"ok": True})

    def ready(self) -> Response:
        """Whether a desk sent here would be served: the database answers and scans have room."""
        lacking = [name for name, there in (("database", self._reaches()), ("disk", self._has_room())) if not there]
        return JSONResponse({"ready": not lacking, "lacking": lacking}, 503 if lacking else 200)

    def metrics(self, request: Request) -> Response:
        """The figures."""
        near = request.client is not None and request.client.host in LOOPBACK
        said = request.headers.get("authorization", "").encode()
        known = bool(self._token) and compare_digest(said, f"Bearer {self._token}".encode())
        if not near and not known:
            return Response(status_code=401, headers={"WWW-Authenticate": "Bearer"})
        return Response(self._metrics.render(), media_type=TEXT)

    def _reaches(self) -> bool:
        try:
            with self._database.reading() as connection:
                self._database.history(connection)
        except DBAPIError:
            return False
        return True

    def _has_room(self) -> bool:
        return shutil.disk_usage(self._files).free >= LEAST_FREE_BYTES
