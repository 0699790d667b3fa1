"""The statistics screen over 100 000 dossiers: how busy the window's thread is, and how soon each page stands.

Rows are written straight into the register's table, as tests/benchmarks/reports.py does; the window is the real one,
off screen. Run: python -m tests.benchmarks.statistics [--dossiers N] [--seed S]. Prints a table and one JSON line.
"""

import argparse
import json
import os
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication

from desktop.app import Reception
from desktop.screens.statistics.periods import Period
from desktop.screens.statistics.screen import StatisticsScreen
from desktop.screens.statistics.state import Tab
from dossiers.office import Office
from dossiers.store.desk import Desk
from dossiers.store.vault import create_home, unlock
from tests.benchmarks.filled import CHIEF
from tests.benchmarks.reports import NOW, fill
from tests.desktop.driving import Driver, settle, wait_for
from tests.desktop.test_heartbeat import Heartbeat

SECRET = "mật khẩu thử"


def main() -> None:
    """Fill a register, open the window on it, go through every page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dossiers", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with TemporaryDirectory(prefix="motcua-benchmark-") as folder:
        home = Path(folder) / "home"
        create_home(home, CHIEF, SECRET, lambda: NOW)
        desk = Desk.open(home, unlock(home, CHIEF.name, SECRET, lambda: NOW), lambda: NOW, "benchmark")
        desk.set_office(Office(unit="H99.001", name="ỦY BAN NHÂN DÂN XÃ THỬ NGHIỆM", desk_name="Quầy 1"))
        fill(desk, options.dossiers, Random(options.seed))
        desk.close()
        app = QApplication([])
        reception = Reception(app, home, lambda: NOW)
        reception.start()
        try:
            print(json.dumps({"dossiers": options.dossiers} | measure(reception)))
        finally:
            reception.close()


def measure(reception: Reception) -> dict[str, float]:
    """Milliseconds of the window's thread and of the clock, page by page, for a month and a year."""
    screen = enter(reception)
    busiest, slowest = 0.0, 0.0
    print(f"{'':<24}{'window busy ms':>16}{'until it stands ms':>20}")
    for period in (Period.MONTH, Period.YEAR):
        screen.presenter.choose(Period.DAY)
        ready(screen)
        for tab in Tab:
            heart, started = Heartbeat(), time.perf_counter()
            screen.tabs.setCurrentIndex(list(Tab).index(tab))
            screen.presenter.choose(period)
            ready(screen)
            whole = time.perf_counter() - started
            settle(40)
            busy = heart.stop()
            print(f"{period.value + ' ' + tab.value:<24}{busy * 1000:>16.1f}{whole * 1000:>20.1f}")
            busiest, slowest = max(busiest, busy), max(slowest, whole)
    return {"window_busy_ms": round(busiest * 1000, 1), "slowest_page_ms": round(slowest * 1000, 1)}


def enter(reception: Reception) -> StatisticsScreen:
    """Sign in, and bring the statistics to the front with every screen built."""
    clerk = Driver(reception.window)
    wait_for(lambda: CHIEF.name in clerk.names(), "the names")
    clerk.click(CHIEF.name)
    clerk.field("Mật khẩu hoặc mã PIN").type(SECRET)
    clerk.press("Return")
    wait_for(lambda: reception.sitting is not None, "the frame")
    assert reception.sitting is not None
    frame = reception.sitting.frame
    reception.window.resize(1366, 728)
    frame.open("statistics")
    screen = frame.front_screen
    assert isinstance(screen, StatisticsScreen)
    ready(screen)
    settle(5000)
    return screen


def ready(screen: StatisticsScreen) -> None:
    """Wait until nothing more is being counted."""
    wait_for(lambda: not screen.presenter.state.busy, "the figures", 60)


if __name__ == "__main__":
    main()
