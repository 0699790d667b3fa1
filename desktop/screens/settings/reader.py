"""Đầu đọc mã: its ports, the sheet that sets it up, and a box that tells what it reads."""

from PySide6.QtWidgets import QHBoxLayout

from desktop.i18n import t
from desktop.screens.settings.panel import Panel
from desktop.screens.settings.reader_words import say_half, say_progress, say_scan
from desktop.stage import Session
from desktop.theme.tokens import Tone
from desktop.widgets import Card, Field, KeyHintButton, Line, caption, muted
from dossiers.clock import local_date
from dossiers.reader_trial import Sample, try_reading


class ReaderPanel(Panel):
    """While a try is on, scans are described here instead of being routed."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._trying = False
        self._done: frozenset[Sample] = frozenset()
        self._port, self._prefix = Line(), Line(longest=8)
        self._open, self._progress = caption(), caption()
        card = Card(t("Đầu đọc mã của quầy"))
        ports = QHBoxLayout()
        ports.addWidget(Field(t("&Cổng"), self._port, hint=t("Ví dụ COM3, COM7. Để trống: tự tìm đầu đọc USB")), 3)
        ports.addWidget(Field(t("Tiền tố &bàn phím"), self._prefix, hint=t("Ví dụ ~. Để trống: theo tốc độ gõ")), 2)
        card.body.addLayout(ports)
        card.body.addWidget(self._open)
        self._test, sheet = KeyHintButton(t("&Thử đầu đọc")), KeyHintButton(t("&In tờ cài đặt"))
        self._test.setCheckable(True)
        self._test.toggled.connect(self._on_test)
        sheet.clicked.connect(self._on_sheet)
        row = QHBoxLayout()
        row.addWidget(self._test)
        row.addWidget(sheet)
        row.addStretch()
        card.body.addLayout(row)
        card.body.addWidget(self._progress)
        words = t(
            "Nên đặt đầu đọc ở chế độ USB-COM: mã trên thẻ căn cước có chữ Việt, chế độ bàn phím làm hỏng chữ có dấu."
        )
        card.body.addWidget(muted(words, wrap=True))
        self.column.addWidget(card)
        self.add_answer()
        self._port.editingFinished.connect(self._on_changed)
        self._prefix.editingFinished.connect(self._on_changed)
        session.reader.ports_changed.connect(self._on_ports)
        session.reader.broke_off.connect(self._on_broke_off)

    def refresh(self) -> None:
        """See `Panel`."""
        self._port.setText(self.session.here.devices.reader_port)
        self._prefix.setText(self.session.here.devices.reader_prefix)
        self._progress.setVisible(self._trying)
        self._on_ports(self.session.reader.ports)

    def leave(self) -> None:
        """See `Panel`."""
        self._test.setChecked(False)

    def accept_scan(self, text: str) -> bool:
        """Say what kind of code came and how whole, never what is in a card."""
        if not self._trying:
            return False
        self.answer(*say_scan(text, self.session.reader.charset))
        trial = try_reading(text)
        if trial is not None and trial.fault is None:
            self._done |= {trial.sample}
            self._progress.setText(say_progress(self._done))
        return True

    def on_kept(self) -> None:
        """See `Panel`."""
        self.session.reader.listen(self.session.here.devices.reader_port)

    def _on_changed(self) -> None:
        devices = self.session.here.devices
        port, prefix = self._port.value(), self._prefix.value()
        if (port, prefix) != (devices.reader_port, devices.reader_prefix):
            self.keep(reader_port=port, reader_prefix=prefix)

    def _on_ports(self, ports: tuple[str, ...]) -> None:
        self._open.setText(
            t("Đang nghe: {ports}", ports=", ".join(ports)) if ports else t("Chưa thấy đầu đọc nào ở cổng nối tiếp.")
        )

    def _on_test(self, on: bool) -> None:
        self._trying, self._done = on, frozenset()
        self._progress.setText(say_progress(self._done))
        self._progress.setVisible(on)
        if not on:
            self.answer("")
            return
        self._on_changed()
        if self.session.reader.ports:
            self.answer(t("Đầu đọc đã cắm. Quét một mã bất kỳ, hoặc ba mã mẫu trên tờ cài đặt."), Tone.INFO)
        else:
            words = t("Chưa thấy đầu đọc ở cổng này. Đầu đọc kiểu bàn phím vẫn dùng được: quét một mã để thử.")
            self.answer(words, Tone.WARN)

    def _on_broke_off(self) -> None:
        if self._trying:
            self.answer(*say_half())

    def _on_sheet(self) -> None:
        """Drawn in the pool, then queued like every paper."""
        from printing.reader_sheet import render

        office, day = self.session.here.office, local_date(self.session.clock())
        self.session.jobs.pool(lambda: render(office, day), self._queue, self.complain)

    def _queue(self, pdf: bytes) -> None:
        title = t("Tờ cài đặt đầu đọc")
        self.session.jobs.ask(
            lambda desk: desk.prints.queue("reader_sheet", None, title, pdf), self._on_queued, self.complain
        )

    def _on_queued(self, _: object) -> None:
        self.session.printing.wake()
        self.session.stage.counts_changed()
        self.answer(t("Tờ cài đặt đã vào hàng đợi in."))


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return ReaderPanel(session)
