"""A heartbeat of the window: how long it ever stood still while the day was played."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTimer

BEAT_MS = 5


class Heartbeat(QObject):
    """Beats every 5 ms in the window's thread and keeps the gaps between beats."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps_ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def percentile_ms(self, share: float) -> float:
        """The gap below which `share` (0–1) of all gaps lie, in milliseconds."""
        ordered = sorted(self.gaps_ms)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else 0.0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Count no gaps while the play itself holds the window up, as for a picture."""
        self._timer.stop()
        yield
        self._last = time.perf_counter()
        self._timer.start()

    @property
    def worst_ms(self) -> float:
        """The longest gap."""
        return max(self.gaps_ms, default=0.0)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps_ms.append((now - self._last) * 1000)
        self._last = now
