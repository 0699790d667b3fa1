"""A scanner session in its child process: what it says becomes one signal in the window's thread."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from scanning.drivers import ScanRequest
from scanning.events import Failed, Finished, PageRead, ScanEvent
from scanning.originals import Originals
from scanning.session import ScanSession, WorkerSession, drivers_here
from scanning.spool import discard, open_page, recover
from scanning.worker import FindOrder


class ScanBridge(QObject):
    """One session at a time; `happened` carries the events of `scanning.events` in order.

    `folder` and `key` are where sealed pages wait and what seals them, the same for the whole sitting.
    """

    happened = Signal(object)
    found = Signal(object)
    """What a search for scanners says: each device, how far it is, its end."""

    def __init__(self, folder: Path, key: bytes, originals: Originals | None = None) -> None:
        super().__init__()
        self.folder = folder
        self._key = key
        self._originals = originals or Originals(folder / "originals", key)
        self._session: ScanSession | None = None
        self._search: WorkerSession | None = None
        self._within: list[ScanBridge] = []
        self.happened.connect(self._on_happened)

    @property
    def running(self) -> bool:
        """Whether pages may still come."""
        return self._session is not None

    def within(self, name: str) -> "ScanBridge":
        """A bridge of its own over a folder within this one's, whose pages wait apart; it is closed with this one."""
        bridge = ScanBridge(self.folder / name, self._key, self._originals)
        self._within.append(bridge)
        return bridge

    def start(self, request: ScanRequest) -> None:
        """Begin to scan; a session still running is ended first."""
        self._end()
        self._session = ScanSession(request, self.folder, self._key, self.happened.emit)
        self._session.start()

    def stop(self) -> None:
        """Ask the session to end; its last event follows within a second."""
        if self._session is not None:
            self._session.cancel()

    def close(self) -> None:
        """End the session and the search, those of the bridges within too, and wait for their ends."""
        for bridge in self._within:
            bridge.close()
        self._end()

    def _end(self) -> None:
        if self._search is not None:
            self._search.close()
            self._search = None
        if self._session is not None:
            self._session.close()
            self._session = None

    def find(self, address: str = "") -> None:
        """Look for scanners in a child that may hang or crash; with a typed `address`, for the one there."""
        self.stop_finding()
        drivers = ("escl",) if address else drivers_here()
        self._search = WorkerSession(FindOrder(drivers, address), self.found.emit)
        self._search.start()

    def stop_finding(self) -> None:
        """Ask the search to end; its last event follows within a second."""
        if self._search is not None:
            self._search.cancel()

    def read_page(self, page: PageRead) -> bytes:
        """The encoded picture of a page that lies sealed in the folder; raises ScanError where it was altered."""
        return open_page(page.path, self._key)

    def kept(self) -> list[PageRead]:
        """Pages that lie in the folder, oldest first, whoever brought them in."""
        return recover(self.folder)

    def put_by(self, pages: Iterable[PageRead], sha256: str) -> None:
        """Keep the scanned sides behind a kept file until its dossier is closed."""
        self._originals.put_by(pages, sha256)

    def sides_behind(self, sha256: str) -> list[PageRead]:
        """The sides a kept file was made of, as the scanner gave them; none where they were let go of."""
        return self._originals.of(sha256)

    def let_go(self, needed: frozenset[str], now: datetime) -> None:
        """Let go of scanned sides behind files that no open dossier `needs` (hashes)."""
        self._originals.let_go(needed, now)

    def forget(self, page: PageRead) -> None:
        """Let go of a page that is safe in a dossier or was put aside."""
        discard(page.path)

    def _on_happened(self, event: ScanEvent) -> None:
        if isinstance(event, Finished | Failed):
            self._session = None
