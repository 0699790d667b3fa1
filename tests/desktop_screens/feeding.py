"""Paper in a test's hands: a scanner it feeds over the real spool, and the desk of a screen that takes in a pile."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

import cv2
import numpy as np

from desktop.stage import Here
from dossiers.office import Devices
from scanning.drivers import ScannedPage, ScanRequest
from scanning.events import Finished, PageRead, ScanEvent
from scanning.originals import Originals
from scanning.spool import discard, open_page, recover, seal_page
from tests.desktop_screens.conftest import CLERK, OFFICE, Counter
from tests.scanning.paper import Picture

KEY = bytes(32)
DPI = 200
"""The archive takes nothing under it; small sheets are quick."""

State = TypeVar("State")


class Feeder:
    """A scanner whose paper the test feeds; its spool is the real one."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.running = folder, False
        self.originals = Originals(folder / "originals", KEY)
        self.requests: list[ScanRequest] = []
        self.searches: list[str] = []

    def start(self, request: ScanRequest) -> None:
        """See `Scanner.start`."""
        self.requests.append(request)
        self.running = True

    def stop(self) -> None:
        """See `Scanner.stop`."""
        self.running = False

    def find(self, address: str = "") -> None:
        """See `Scanner.find`."""
        self.searches.append(address)

    def stop_finding(self) -> None:
        """See `Scanner.stop_finding`."""
        self.searches.append("stop")

    def kept(self) -> list[PageRead]:
        """See `Scanner.kept`."""
        return recover(self.folder)

    def read_page(self, page: PageRead) -> bytes:
        """See `Scanner.read_page`."""
        return open_page(page.path, KEY)

    def put_by(self, pages: Iterable[PageRead], sha256: str) -> None:
        """See `Scanner.put_by`."""
        self.originals.put_by(pages, sha256)

    def forget(self, page: PageRead) -> None:
        """See `Scanner.forget`."""
        discard(page.path)

    def seal(self, sheet: Picture) -> PageRead:
        """One sheet sealed in the spool as the worker does it."""
        height, width = sheet.shape[:2]
        data = cv2.imencode(".png", sheet)[1].tobytes()
        page = seal_page(self.folder, ScannedPage(data, width, height, DPI), KEY)
        assert page is not None
        return page

    def page(self, shade: int) -> PageRead:
        """One grey page with a few strokes on it."""
        paper = np.full((1100, 850, 3), shade, np.uint8)
        for x in range(200, 400, 40):
            cv2.circle(paper, (x, 500), 15, (0, 0, 0), 4)
        return self.seal(paper)


def blank() -> Picture:
    """The back of a page."""
    return np.full((520, 400, 3), 250, np.uint8)


class PilePresenter(Protocol):
    """What the stack screen and the recovery screen both do."""

    def scan(self) -> None:
        """F7."""

    def on_event(self, event: ScanEvent) -> None:
        """Something the session said."""


class HeardPile(Generic[State]):
    """A screen that remembers what it was shown."""

    def __init__(self) -> None:
        self.state: State
        self.pictures: dict[str, bytes] = {}

    def present(self, state: State) -> None:
        """See `StackView.present`."""
        self.state = state

    def show_picture(self, key: str, jpeg: bytes) -> None:
        """See `StackView.show_picture`."""
        self.pictures[key] = jpeg


class PileDesk:
    """A desk with an empty feeder, and the screen over it; a test's own desk says which in `open`."""

    presenter: PilePresenter

    def __init__(self, counter: Counter, folder: Path) -> None:
        folder.mkdir()
        self.counter, self.feeder = counter, Feeder(folder)

    @property
    def services(self) -> dict[str, Any]:
        """What the presenter is handed besides its view."""
        here = Here(home=self.feeder.folder, clerk=CLERK, office=OFFICE, devices=Devices(scanner="test:0"))
        return {"jobs": self.counter.jobs, "stage": self.counter.stage, "here": here, "scanner": self.feeder}

    def feed(self, *sheets: Picture) -> None:
        """Sheets come out of the machine, and it stops."""
        self.presenter.scan()
        for sheet in sheets:
            self.presenter.on_event(self.feeder.seal(sheet))
        self.feeder.running = False
        self.presenter.on_event(Finished(len(sheets)))
