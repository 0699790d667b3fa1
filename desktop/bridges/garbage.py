"""Python's garbage is collected in the window's thread only: Qt objects among it must die where they were made.

A collection that happens to start in a worker thread would destroy widgets there; their timers then fire into
freed memory (seen as SIGSEGV in QTimerInfoList::activateTimers).
"""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 500


class WindowGarbage(QObject):
    """Takes over from the automatic collector until `close`; its own thresholds decide when, as ever."""

    def __init__(self) -> None:
        super().__init__()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def close(self) -> None:
        """Collect what is left and let the automatic collector go on."""
        self._timer.stop()
        gc.collect()
        gc.enable()

    def _look(self) -> None:
        limits = gc.get_threshold()
        due = [generation for generation, count in enumerate(gc.get_count()) if count > limits[generation]]
        if due:
            gc.collect(max(due))
