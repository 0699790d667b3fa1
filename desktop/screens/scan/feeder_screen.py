"""What every screen over a feeder shares: the machine, what stopped it, what is said, the page looked at."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QFileDialog

from desktop import keys
from desktop.commands import Command
from desktop.i18n import t
from desktop.screen import Screen
from desktop.screens.scan.fault_strip import FaultStrip
from desktop.screens.scan.machine import Machine
from desktop.screens.scan.machine_row import MachineRow
from desktop.screens.scan.page_view import PageView
from desktop.screens.scan.state import FeederState
from desktop.widgets import Page, StatusChip
from scanning.events import ScanEvent

if TYPE_CHECKING:
    from desktop.bridges.scan import ScanBridge

FILES = "*.jpg *.jpeg *.png *.tif *.tiff *.pdf"


class FeederPresenter(Protocol):
    """What such a screen asks of its presenter."""

    machine: Machine

    def scan(self) -> None:
        """F7: start, or stop what runs."""
        ...

    def bring_in(self, files: tuple[str, ...]) -> None:
        """Import pictures and PDFs."""
        ...

    def on_event(self, event: ScanEvent) -> None:
        """Something the session said."""
        ...


class FeederScreen(Screen):
    """`feed_from` once the presenter is there; then the screen adds its own list and what stands beside the page."""

    def __init__(self) -> None:
        super().__init__()
        self.said, self.picture = StatusChip(), PageView()
        self._running = False

    def feed_from(self, presenter: FeederPresenter, scanner: "ScanBridge") -> Page:
        """Hear the scanner and lay out what stands above the pages."""
        self._feeding = presenter
        self.machine, self.fault = MachineRow(presenter.machine), FaultStrip(presenter.scan)
        page = Page(self, self.title(), scrolls=False)
        page.head.insertWidget(1, self.said)
        page.body.addWidget(self.machine)
        page.body.addWidget(self.fault)
        scanner.happened.connect(presenter.on_event)
        scanner.found.connect(self._on_found)
        return page

    def show_feeder(self, state: FeederState) -> None:
        """Everything of the machine anew."""
        self._running = state.running
        self.machine.show_state(state.machine, state.running)
        self.fault.show_fault(state.fault, state.refused)
        self.said.say(state.said, state.tone)

    def feeder_commands(self, room: str) -> tuple[Command, Command]:
        """Scan, and files; their slugs begin with the screen's."""
        words = t("Dừng quét") if self._running else t("Quét")
        return (
            Command(id=f"{room}.scan", title=words, key=keys.SCAN, icon="scan-line", run=self._feeding.scan),
            Command(
                id=f"{room}.files", title=t("Nhập tệp…"), run=self._choose_files, enabled=lambda: not self._running
            ),
        )

    def _on_found(self, event: ScanEvent) -> None:
        self._feeding.machine.on_found(event)

    def _choose_files(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(self, t("Nhập tệp"), "", t("Ảnh và PDF ({files})", files=FILES))
        self._feeding.bring_in(tuple(files))
