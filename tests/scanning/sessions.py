"""A scan session whose events a test can wait for."""

import threading
from collections.abc import Callable
from pathlib import Path

from scanning.drivers import ScanRequest
from scanning.events import Failed, Finished, PageRead, ScanEvent
from scanning.session import ScanSession

DEADLINE_S = 30


class Listener:
    """Collects events; `until` waits for the first that fits."""

    def __init__(self) -> None:
        self.events: list[ScanEvent] = []
        self._came = threading.Condition()

    def __call__(self, event: ScanEvent) -> None:
        with self._came:
            self.events.append(event)
            self._came.notify_all()

    def until(self, fits: Callable[[ScanEvent], bool]) -> ScanEvent:
        """The first event that fits, waited for."""
        with self._came:
            assert self._came.wait_for(lambda: any(map(fits, self.events)), DEADLINE_S), self.events
            return next(event for event in self.events if fits(event))

    def until_pages(self, count: int) -> None:
        """Wait until that many pages are announced."""
        with self._came:
            assert self._came.wait_for(lambda: len(self.pages) >= count, DEADLINE_S), self.events

    @property
    def pages(self) -> list[PageRead]:
        """Pages announced so far."""
        return [event for event in self.events if isinstance(event, PageRead)]


def run_session(request: ScanRequest, folder: Path, key: bytes) -> tuple[list[PageRead], Finished | Failed]:
    """A whole session: its pages and its end."""
    listener = Listener()
    with ScanSession(request, folder, key, listener) as session:
        assert session.wait(DEADLINE_S)
    end = listener.events[-1]
    assert isinstance(end, Finished | Failed)
    return listener.pages, end
