"""The USB card of the sync screen: out onto a stick, back from a stick, with the slip to print."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop.courier_asks import first_stick
from desktop.i18n import t
from desktop.screens.sync.courier_presenter import CourierPresenter
from desktop.screens.sync.courier_slips import CourierSlips
from desktop.screens.sync.news_page import NewsPage
from desktop.stage import Session
from desktop.theme.tokens import Tone
from desktop.widgets import Card, KeyHintButton, StatusChip, muted, text


class CourierCard(Card):
    """See `View` in the courier's presenter."""

    stepped = Signal(object)
    taken_in = Signal(object)
    """An answer was taken in, with its NewsPage: what waits and what is sent has changed."""

    def __init__(self, session: Session) -> None:
        super().__init__(t("Gói USB"))
        self._session = session
        self._presenter = CourierPresenter(
            session.jobs, session.stage, session.clock, self, self.stepped.emit, lambda: session.sync.closing
        )  # fmt: skip
        self._slips = CourierSlips(session)
        self._state, self._progress = StatusChip(), muted()
        self._fault = text(wrap=True)
        self._fault.setProperty("tone", Tone.BAD.value)
        self._out, self._back = KeyHintButton(t("Xuất ra USB…")), KeyHintButton(t("Nhận từ USB…"))
        self._cancel = KeyHintButton(t("Dừng"))
        self._written = QWidget()
        self._written_words = muted("", wrap=True)
        self._lay_out()
        self._wire()
        self.hide()

    def refresh(self) -> None:
        """Read how things stand."""
        self._presenter.refresh()

    def show_state(self, words: str, tone: Tone, *, enrolled: bool) -> None:
        """See `View`."""
        self.setVisible(enrolled)
        self._state.say(words, tone)

    def show_progress(self, words: str) -> None:
        """See `View`."""
        self._progress.setText(words)
        self._progress.setVisible(bool(words))
        self._cancel.setVisible(bool(words))
        for button in (self._out, self._back):
            button.setEnabled(not words)

    def show_fault(self, sentence: str) -> None:
        """See `View`."""
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))

    def show_written(self, words: str) -> None:
        """See `View`."""
        self._written_words.setText(words)
        self._written.setVisible(bool(words))

    def show_taken(self, page: NewsPage, *, shut: bool) -> None:
        """See `View`."""
        self.taken_in.emit(page)
        if shut:
            self._session.sync.stopped_by_province.emit()

    def choose_folder(self) -> None:
        """Ask where the stick is, then write."""
        chosen = QFileDialog.getExistingDirectory(self, t("Chọn USB để xuất"), str(first_stick()))
        if chosen:
            self._presenter.export(Path(chosen))

    def choose_files(self) -> None:
        """Ask for the answers, then take them in."""
        chosen, _ = QFileDialog.getOpenFileNames(self, t("Chọn tệp biên nhận"), str(first_stick()), "MCR (*.mcr)")
        self._presenter.take_in([Path(name) for name in chosen])

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for widget in (self._state, self._progress):
            top.addWidget(widget)
        top.addStretch()
        for button in (self._cancel, self._back, self._out):
            top.addWidget(button)
        self.body.addLayout(top)
        self.body.addWidget(self._fault)
        self.body.addWidget(self._written)
        self._lay_out_written()
        self.show_progress("")
        self.show_fault("")

    def _lay_out_written(self) -> None:
        row = QHBoxLayout(self._written)
        row.setContentsMargins(0, 0, 0, 0)
        again, slip = KeyHintButton(t("Kiểm tra lại USB")), KeyHintButton(t("In phiếu giao nhận"))
        again.clicked.connect(self._presenter.check)
        slip.clicked.connect(lambda: self._slips.print_slip(self._presenter.written))
        row.addWidget(self._written_words, 1)
        row.addWidget(again)
        row.addWidget(slip)
        self._written.hide()

    def _wire(self) -> None:
        self.stepped.connect(self._presenter.on_step)
        self._out.clicked.connect(self.choose_folder)
        self._back.clicked.connect(self.choose_files)
        self._cancel.clicked.connect(self._presenter.cancel)
