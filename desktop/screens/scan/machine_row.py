"""The row of the machine: which scanner, how this paper is scanned, where it lies, and the search for scanners."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from desktop.i18n import t
from desktop.screens.scan.machine import Machine
from desktop.screens.scan.state import MachineState
from desktop.theme import tokens
from desktop.widgets import KeyHintButton, muted
from scanning.drivers import Source

SOURCES = {Source.FEEDER: "Khay nạp", Source.FLATBED: "Mặt kính"}
SCANNER_WIDTH = 260


class MachineRow(QWidget):
    """Speaks to the `Machine` of the presenter; shows what it is told."""

    def __init__(self, machine: Machine) -> None:
        super().__init__()
        self._machine = machine
        self.scanner, self.profile, self.source = QComboBox(), QComboBox(), QComboBox()
        self.search, self._said = KeyHintButton(t("&Tìm máy quét")), muted()
        self.scanner.setMinimumWidth(SCANNER_WIDTH)
        for box, name in (
            (self.scanner, t("Máy quét")), (self.profile, t("Kiểu quét")), (self.source, t("Lấy giấy từ")),
        ):  # fmt: skip
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for source, words in SOURCES.items():
            self.source.addItem(t(words), source)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.GAP)
        for part in (self.scanner, self.profile, self.source):
            row.addWidget(part)
        row.addWidget(self._said, 1)
        row.addWidget(self.search)
        self.scanner.activated.connect(self._on_scanner)
        self.profile.activated.connect(machine.choose_profile)
        self.source.activated.connect(self._on_source)
        self.search.clicked.connect(self._on_search)

    def show_state(self, state: MachineState, running: bool) -> None:
        """Everything anew; nothing can be chosen while paper moves."""
        _fill(self.scanner, [(label, name) for name, label in state.scanners] or [(t("Chưa có máy quét"), "")])
        self.scanner.setCurrentIndex(max(0, self.scanner.findData(state.scanner)))
        _fill(self.profile, [(purpose, number) for number, purpose in enumerate(state.profiles)])
        self.profile.setCurrentIndex(state.profile_index)
        self.source.setCurrentIndex(self.source.findData(state.source))
        self.search.set_words(t("Dừng &tìm") if state.finding else t("&Tìm máy quét"))
        self._said.setText(state.said)
        for part in (self.scanner, self.profile, self.source, self.search):
            part.setEnabled(not running)

    def _on_scanner(self, index: int) -> None:
        self._machine.choose_scanner(self.scanner.itemData(index))

    def _on_source(self, index: int) -> None:
        self._machine.choose_source(Source(self.source.itemData(index)))

    def _on_search(self) -> None:
        self._machine.find()


def _fill(box: QComboBox, items: list[tuple[str, object]]) -> None:
    """Put the items in only where they differ, so that an open list stays open."""
    if [(box.itemText(number), box.itemData(number)) for number in range(box.count())] != items:
        box.clear()
        for words, data in items:
            box.addItem(words, data)
