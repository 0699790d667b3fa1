"""Run the province's server until it is told to stop."""

import gc
import signal
import socket
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn
from sqlalchemy.exc import ArgumentError, DBAPIError

from dossiers.clock import Clock, system_clock
from dossiers.errors import KnownError
from dossiers.logs import log_to_stderr
from sync.province.admin_pages import LOOPBACK
from sync.province.app import create_app
from sync.province.database import Database
from sync.province.keys import intake_recipients, load_or_make

KEEP_ALIVE_S = 120
"""Longer than a desk's pause between two requests; uvicorn's 5 s cuts a 600 ms line in the act (SYNC 2.4)."""

DEFAULT_DATABASE = "province.db"


def open_database(database_url: str | None, folder: Path) -> Database:
    """The database at a URL, or the one in the server's folder; raises KnownError where it does not open."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        return Database(database_url or f"sqlite:///{folder / DEFAULT_DATABASE}")
    except (ArgumentError, DBAPIError) as error:
        raise KnownError("Không mở được cơ sở dữ liệu của tỉnh. Xem lại địa chỉ và máy chủ cơ sở dữ liệu.") from error


class _Server(uvicorn.Server):
    """Tells its port once it answers; only then can an interruption end it in good order."""

    def __init__(self, config: uvicorn.Config, listening: Callable[[int], None]) -> None:
        super().__init__(config)
        self._listening = listening
        self.interrupted = False

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Remember Ctrl+C: what uvicorn raises again at its end may come too late for anybody to see."""
        self.interrupted = sig == signal.SIGINT
        super().handle_exit(sig, frame)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for door in sockets or ():
            self._listening(door.getsockname()[1])


def open_door(host: str, port: int) -> socket.socket:
    """A listening socket; raises KnownError where the system gives none."""
    try:
        door = socket.create_server((host, port))
        # asyncio leaves this out for such a socket, and every answer would wait 40 ms for a delayed acknowledgement.
        door.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return door
    except OSError as error:
        raise KnownError(
            "Không mở được cổng {port} ở {host} ({reason}). Chọn cổng hoặc địa chỉ khác.",
            port=port, host=host, reason=error.strerror,
        ) from error  # fmt: skip


def _collect_seldom() -> None:
    """A batch makes many objects and no cycles: to look through them at each 700 cost a tenth of its time."""
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def run(
    host: str, port: int, database_url: str | None, folder: Path, tls_cert: Path | None = None,
    tls_key: Path | None = None, listening: Callable[[int], None] = lambda _port: None, scans: str = "",
    metrics_token: str = "", clock: Clock = system_clock,
) -> None:  # fmt: skip
    """Serve until interrupted; `listening` is told the port once desks can connect to it.

    Several processes may serve one database and folder. `scans` is the URL of an S3 store, `metrics_token` what
    opens the figures to other machines. The log goes to standard error as JSON lines.
    Raises KnownError when asked to serve without TLS beyond this machine.
    """
    if tls_cert is None and host not in LOOPBACK:
        raise KnownError("Không mở máy chủ ra mạng khi chưa có chứng chỉ TLS. Thêm chứng chỉ, hoặc dùng 127.0.0.1.")
    database = open_database(database_url, folder)
    try:
        app = create_app(
            database, folder / "blobs", load_or_make(folder), clock, intake_keys=intake_recipients(folder),
            scans=scans, metrics_token=metrics_token,
        )  # fmt: skip
        log_to_stderr()
        _collect_seldom()
        config = uvicorn.Config(
            app, host=host, port=port, timeout_keep_alive=KEEP_ALIVE_S, log_config=None, log_level="warning",
            access_log=False, server_header=False, ssl_certfile=tls_cert, ssl_keyfile=tls_key,
        )  # fmt: skip
        server = _Server(config, listening)
        server.run(sockets=[open_door(host, port)])
        if server.interrupted:
            raise KeyboardInterrupt
    finally:
        database.close()
