"""Máy quét: which device, found or typed, how each kind of paper is scanned, and a folder to watch instead."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from desktop.i18n import t
from desktop.screens.scan.machine import Machine
from desktop.screens.settings.panel import Panel
from desktop.screens.settings.paper_reading import PaperReadingCard
from desktop.screens.settings.scan_profiles import ScanProfilesCard
from desktop.stage import Session
from desktop.theme.tokens import Tone
from desktop.widgets import Card, Count, Field, KeyHintButton, Line, muted, typed_into
from scanning.events import ScanEvent

_LARGEST_CEILING_MB = 1000


class ScannerPanel(Panel):
    """Never under the legal 200 dpi; devices are asked in a child that may hang or crash."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._machine = Machine(session.jobs, session.stage, session.here, session.scans, self.refresh)
        self._device, self._address, self._folder = QComboBox(), Line("192.168.1.20"), Line()
        self._ceiling = Count(0, _LARGEST_CEILING_MB)
        self._search, self._add = KeyHintButton(t("&Thử: tìm máy quét")), KeyHintButton(t("T&hêm theo địa chỉ"))
        self._remove = KeyHintButton(t("&Bỏ máy quét này"))
        typed = typed_into(self._device)
        self.column.addWidget(self._device_card())
        self.profiles = ScanProfilesCard(self._on_profiles)
        self.column.addWidget(self.profiles)
        self.reading = PaperReadingCard(session, self.keep)
        self.column.addWidget(self.reading)
        self.add_answer()
        typed.editingFinished.connect(self._on_typed)
        self._device.activated.connect(self._on_chosen)
        self._folder.editingFinished.connect(self._on_folder)
        self._ceiling.editingFinished.connect(self._on_ceiling)
        self._search.clicked.connect(self._on_search)
        self._add.clicked.connect(self._on_add)
        self._remove.clicked.connect(self._on_remove)
        self._address.returnPressed.connect(self._on_add)
        session.scans.found.connect(self._on_found)

    def refresh(self) -> None:
        """See `Panel`."""
        devices, state = self.session.here.devices, self._machine.state()
        self._device.clear()
        for name, label in state.scanners:
            if name:
                self._device.addItem(label, name)
        self._device.setCurrentText(devices.scanners.get(devices.scanner, devices.scanner))
        self._folder.setText(devices.watched_folder)
        self._ceiling.setValue(devices.scan_ceiling_mb)
        self.profiles.show_profiles(devices.scan_profiles)
        self.reading.show_devices(devices)
        self._search.set_words(t("Dừng &tìm") if state.finding else t("&Thử: tìm máy quét"))
        self._add.setEnabled(not state.finding)
        self._remove.setEnabled(bool(devices.scanner))
        if state.finding:
            self.answer(state.said, Tone.INFO)
        elif self._machine.said:
            self.answer(self._machine.said, Tone.OK if self._machine.found else Tone.WARN)

    def _device_card(self) -> Card:
        card = Card(t("Máy quét của quầy"))
        row = QHBoxLayout()
        row.addWidget(Field(t("Máy &quét"), self._device), 3)
        row.addWidget(Field(t("Đị&a chỉ mạng"), self._address, hint=t("Khi máy quét mạng không tự hiện ra")), 2)
        card.body.addLayout(row)
        row = QHBoxLayout()
        row.addWidget(Field(t("Thư mụ&c theo dõi"), self._folder, hint=t("Cho máy quét tự lưu tệp vào thư mục")), 3)
        row.addWidget(Field(t("Tệp &lớn nhất (MB)"), self._ceiling, hint=t("0 là không giới hạn")), 2)
        card.body.addLayout(row)
        foot = QHBoxLayout()
        foot.addWidget(self._search)
        foot.addWidget(self._add)
        foot.addWidget(self._remove)
        foot.addStretch()
        card.body.addLayout(foot)
        card.body.addWidget(
            muted(t("Trang đang quét được giữ lại dù máy quét hay chương trình của nó dừng."), wrap=True)
        )
        return card

    def _on_typed(self) -> None:
        """A name typed as the system calls it; the label of a known scanner is no such name."""
        name = self._device.currentText().strip()
        devices = self.session.here.devices
        if name not in (devices.scanner, *devices.scanners.values()):
            self.keep(scanner=name)

    def _on_chosen(self, index: int) -> None:
        self._machine.choose_scanner(self._device.itemData(index) or "")

    def _on_folder(self) -> None:
        if self._folder.value() != self.session.here.devices.watched_folder:
            self.keep(watched_folder=self._folder.value())

    def _on_ceiling(self) -> None:
        if self._ceiling.value() != self.session.here.devices.scan_ceiling_mb:
            self.keep(scan_ceiling_mb=self._ceiling.value())

    def _on_profiles(self) -> None:
        self.keep(scan_profiles=self.profiles.profiles)

    def _on_search(self) -> None:
        self._machine.find()

    def _on_add(self) -> None:
        if self._address.value():
            self._machine.find(self._address.value())

    def _on_remove(self) -> None:
        self._machine.forget_scanner(self.session.here.devices.scanner)

    def _on_found(self, event: ScanEvent) -> None:
        self._machine.on_found(event)


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return ScannerPanel(session)
