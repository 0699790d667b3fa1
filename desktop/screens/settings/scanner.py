"""Máy quét: which device, how fine, and a folder to watch where there is no driver."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from desktop.i18n import t
from desktop.screens.settings.panel import Panel
from desktop.stage import Session
from desktop.theme.tokens import Tone
from desktop.widgets import Card, Field, KeyHintButton, Line, muted, typed_into
from scanning.events import Device

RESOLUTIONS = (200, 300, 400, 600)
DRIVER = "sane"


class ScannerPanel(Panel):
    """Never under the legal 200 dpi; devices are asked in a child that may hang or crash."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._device, self._dpi, self._folder = QComboBox(), QComboBox(), Line()
        typed = typed_into(self._device)
        self._dpi.addItems([f"{dpi} dpi" for dpi in RESOLUTIONS])
        card = Card(t("Máy quét của quầy"))
        row = QHBoxLayout()
        row.addWidget(Field(t("Máy &quét"), self._device), 3)
        row.addWidget(Field(t("&Độ phân giải"), self._dpi, hint=t("300 dpi là vừa cho hầu hết giấy tờ")), 1)
        card.body.addLayout(row)
        watched = Field(t("T&hư mục theo dõi"), self._folder, hint=t("Cho máy quét tự lưu tệp vào thư mục"))
        card.body.addWidget(watched)
        test = KeyHintButton(t("&Thử: tìm máy quét"))
        test.clicked.connect(self._on_test)
        foot = QHBoxLayout()
        foot.addWidget(test)
        foot.addStretch()
        card.body.addLayout(foot)
        card.body.addWidget(
            muted(t("Trang đang quét được giữ lại dù máy quét hay chương trình của nó dừng."), wrap=True)
        )
        self.column.addWidget(card)
        self.add_answer()
        typed.editingFinished.connect(self._on_changed)
        self._folder.editingFinished.connect(self._on_changed)
        self._device.activated.connect(self._on_changed)
        self._dpi.activated.connect(self._on_changed)

    def refresh(self) -> None:
        """See `Panel`."""
        devices = self.session.here.devices
        self._device.setCurrentText(devices.scanner)
        self._dpi.setCurrentText(f"{devices.dpi} dpi")
        self._folder.setText(devices.watched_folder)

    def _on_changed(self) -> None:
        wanted = {
            "scanner": self._device.currentText().strip(),
            "dpi": RESOLUTIONS[max(0, self._dpi.currentIndex())],
            "watched_folder": self._folder.value(),
        }
        devices = self.session.here.devices
        if any(getattr(devices, name) != value for name, value in wanted.items()):
            self.keep(**wanted)

    def _on_test(self) -> None:
        from scanning.session import find_devices

        self.answer(t("Đang tìm máy quét…"), Tone.INFO)
        self.session.jobs.pool(lambda: find_devices((DRIVER,)), self._on_found, self.complain)

    def _on_found(self, devices: list[Device]) -> None:
        chosen = self._device.currentText()
        self._device.clear()
        self._device.addItems(["", *(device.name for device in devices)])
        self._device.setCurrentText(chosen or (devices[0].name if devices else ""))
        self._on_changed()
        if not devices:
            self.answer(t("Không tìm thấy máy quét. Bật máy, cắm lại dây rồi bấm Thử."), Tone.WARN)
        else:
            labels = ", ".join(device.label for device in devices)
            self.answer(t("Tìm thấy: {devices}.", devices=labels))


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return ScannerPanel(session)
