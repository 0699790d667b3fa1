"""What the wire's tests build on: a real province behind real HTTP, and desks enrolled with it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import uvicorn
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from dossiers.clock import Clock
from dossiers.dossier import Dossier
from dossiers.receive import receive
from dossiers.store import vault_slots as vaults
from dossiers.store.desk import Desk
from dossiers.store.vault import create_home
from sync.client import Client
from sync.engine import Engine
from sync.enrolment import enrol
from sync.progress import SyncReport
from sync.province import admin
from sync.province.app import create_app
from sync.province.blobs import BlobStore
from sync.province.database import Database
from sync.province.keys import intake_recipients, load_or_make
from sync.province.server import open_door
from sync.province.verify import verify
from tests.store.homes import CHIEF, OFFICE, SECRET, HandClock, intake, open_desk

T = TypeVar("T")
DEADLINE_S = 60.0
"""How long anything on a loaded machine may take; only a fault lasts longer."""



class Province:
    """A province server on a free port, of loopback unless told otherwise, in its own thread, which it ends."""

    def __init__(
        self, database_url: str, folder: Path, clock: Clock, tls: tuple[Path, Path] | None = None,
        wrap: Callable[[Any], Any] = lambda app: app, host: str = "127.0.0.1", scans: str = "",
    ) -> None:  # fmt: skip
        self.folder = folder
        self.database = Database(database_url)
        self.key: Ed25519PrivateKey = load_or_make(folder)
        self.blobs = BlobStore(folder / "blobs", self.database, clock)
        app = wrap(create_app(self.database, folder / "blobs", self.key, clock, intake_recipients(folder), scans))
        self._socket = open_door(host, 0)
        self.port = self._socket.getsockname()[1]
        cert, key = tls or (None, None)
        config = uvicorn.Config(
            app, log_config=None, lifespan="off", ws="none", timeout_keep_alive=120, ssl_certfile=cert,
            ssl_keyfile=key, timeout_graceful_shutdown=1,
        )  # fmt: skip
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, kwargs={"sockets": [self._socket]})
        self._thread.start()
        self.url = f"{'https' if tls else 'http'}://{host}:{self.port}"

    def close(self) -> None:
        """Stop serving."""
        self._server.should_exit = True
        self._thread.join(DEADLINE_S)
        self._socket.close()
        self.database.close()

    def count(self, query: str) -> int:
        """A figure straight from the database."""
        with self.database.reading() as connection:
            return int(connection.exec_driver_sql(query).scalar_one())

    def faults(self) -> tuple[str, ...]:
        """What the province finds wrong with itself."""
        return verify(self.database, self.blobs)


@contextmanager
def lone_desk(home: Path, clock: HandClock) -> Iterator[Desk]:
    """A desk that belongs to no province yet, in a vault that is quick to open."""
    usual = vaults.STRETCHING
    vaults.STRETCHING = vaults.Stretching(memory_kib=64, passes=1, lanes=1)
    try:
        desk = open_desk(home, clock, create_home(home, CHIEF, SECRET, clock))
    finally:
        vaults.STRETCHING = usual
    desk.set_office(OFFICE)
    try:
        yield desk
    finally:
        desk.close()


@contextmanager
def running(province: Province) -> Iterator[Province]:
    """A province that is closed in the end."""
    try:
        yield province
    finally:
        province.close()


@contextmanager
def office(
    folder: Path, clock: HandClock, wrap: Callable[[Any], Any] = lambda app: app
) -> Iterator[tuple[Desk, Province]]:
    """A desk and its province, on SQLite."""
    there = folder / "province"
    there.mkdir()
    with (
        running(Province(f"sqlite:///{there / 'province.db'}", there, clock, wrap=wrap)) as province,
        lone_desk(folder / "home", clock) as desk,
    ):
        join(desk, province, clock)
        yield desk, province


def asking(desk: Desk) -> Callable[[Callable[[Desk], T]], T]:
    """The direct way to the database, as the console goes."""
    return lambda question: question(desk)


def join(desk: Desk, province: Province, clock: Clock, url: str | None = None, slot: int = 1) -> None:
    """Enrol a desk."""
    code = admin.new_code(province.database, OFFICE.unit, slot, clock)
    client = Client(url or province.url)
    enrol(asking(desk), client, code, clock)
    client.close()


def synchronise(
    desk: Desk, url: str, clock: Clock, timeout_s: float = DEADLINE_S, stop: Callable[[], bool] | None = None
) -> SyncReport:
    """One run of the line."""
    client = Client(url, timeout_s=timeout_s)
    try:
        return Engine(asking(desk), client, clock).run(stop=stop)
    finally:
        client.close()


def take_in(desk: Desk, clock: HandClock, count: int, first: int = 0) -> list[Dossier]:
    """Receive some ordinary dossiers, a minute apart."""
    taken = []
    for n in range(first, first + count):
        clock.forward(minutes=1)
        taken.append(desk.do(receive, intake(name=f"Người Thử {n}", id_number=f"036199{n:06d}")))
    return taken
