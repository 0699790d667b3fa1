"""The signing screen: papers with ticks on the left, the token and its PIN on the right, F10 signs."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QSizePolicy

from desktop import keys
from desktop.commands import Command
from desktop.i18n import t
from desktop.screen import Screen
from desktop.screens.sign.presenter import SignPresenter
from desktop.screens.sign.rows import CHIP, PaperRows
from desktop.screens.sign.state import SignState
from desktop.signature_words import say_checked, tone_of
from desktop.stage import Session
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import Card, ChipDelegate, Field, KeyHintButton, Page, StatusChip, Table, muted, strong
from dossiers.people import Right

SIDE_WIDTH = 340
LONGEST_PIN = 64


class SignScreen(Screen):
    """See `SignView`; the PIN leaves its field with the key that signs."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._state: SignState | None = None
        self._rows = PaperRows()
        self.table, self._chips = Table(self.title(), self._rows), ChipDelegate(session.theme)
        self.certificates, self.pin = QComboBox(), QLineEdit()
        self.counts, self.said = strong(), StatusChip()
        self.presenter = SignPresenter(
            jobs=session.jobs, stage=session.stage, here=session.here, clock=session.clock, signing=session.signing,
            view=self,
        )  # fmt: skip
        self._lay_out()
        self.table.installEventFilter(self)
        self.table.clicked.connect(self._on_clicked)
        self.certificates.activated.connect(self.presenter.choose)
        self.pin.installEventFilter(self)

    def title(self) -> str:
        """See `Screen`."""
        return t("Ký số")

    def hint(self) -> str:
        """See `Screen`."""
        return t("Phím cách: chọn giấy · một mã PIN cho cả loạt")

    def commands(self) -> tuple[Command, ...]:
        """See `Screen`."""
        presenter = self.presenter
        return (
            Command(id="sign.find", title=t("Tìm token"), key=keys.REFRESH, run=self._refresh, enabled=self._idle),
            Command(
                id="sign.all", title=t("Chọn hết, bỏ hết"), key=keys.SELECT, run=presenter.tick_all, enabled=self._idle
            ),
            Command(id="sign.check", title=t("Kiểm tra tệp có chữ ký…"), key=keys.PRINT, run=self._check_file),
            Command(
                id="sign.stop", title=t("Dừng ký"), key=keys.BACK, run=presenter.stop, enabled=self._busy
            ),
            Command(
                id="sign.sign", title=t("Ký số"), key=keys.FINISH, run=self._sign, primary=True, enabled=self._may_sign,
                refusal=lambda: self._session.here.why_not(Right.ACT),
            ),
        )  # fmt: skip

    def enter(self, **what: Any) -> None:
        """See `Screen`; `dossier_id` is the dossier whose papers are ticked."""
        self.presenter.enter(what.get("dossier_id"))
        self.table.setFocus()

    def leave(self) -> None:
        """A PIN half typed is nobody's to find."""
        self.pin.setText("")

    # SignView.

    def present(self, state: SignState) -> None:
        """See `SignView`."""
        self._state = state
        row = self.table.currentIndex().row()
        self._rows.show(state.rows)
        if state.rows and self.table.currentIndex().row() < 0:
            self.table.selectRow(max(0, min(row, len(state.rows) - 1)))
        if [self.certificates.itemText(n) for n in range(self.certificates.count())] != list(state.certificates):
            self.certificates.clear()
            self.certificates.addItems(list(state.certificates))
        self.certificates.setCurrentIndex(state.chosen)
        for part in (self.certificates, self.pin):
            part.setEnabled(bool(state.certificates) and not state.busy)
        words = t("{ticked} giấy sẽ ký, trong {all} giấy chưa ký", ticked=state.ticked, all=state.unsigned)
        self.counts.setText(words if state.unsigned else t("Không còn giấy nào chờ ký ở máy này."))
        self.said.say(state.said, state.tone)
        self.commands_changed.emit()

    def ask_pin(self) -> None:
        """See `SignView`."""
        self.pin.setText("")
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    # Wiring.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space in the list ticks a paper; Enter after the PIN signs, and is no "next" besides."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if watched is self.table and event.key() == Qt.Key.Key_Space:
            self.presenter.toggle(self.table.currentIndex().row())
            return True
        if watched is self.pin and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._sign()
            return True
        return super().eventFilter(watched, event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.presenter.toggle(index.row())

    def _sign(self) -> None:
        pin = self.pin.text()
        self.pin.setText("")
        self.table.setFocus()
        self.presenter.sign(pin)

    def _refresh(self) -> None:
        self.presenter.enter()
        self.presenter.find()

    def _idle(self) -> bool:
        return self._state is not None and not self._state.busy

    def _busy(self) -> bool:
        return self._state is not None and self._state.busy

    def _may_sign(self) -> bool:
        return self._state is not None and self._state.may_sign

    def _check_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, t("Tệp PDF cần kiểm tra"), "", "PDF (*.pdf)")
        if name:
            self.check_file(Path(name))

    def check_file(self, file: Path) -> None:
        """Say who signed a file that a citizen brought, and whether it holds; it is opened by a child."""
        from desktop.scan_asks import check_file

        folder, at = self._session.here.devices.trust_folder, self._session.clock()
        self._session.jobs.pool(
            lambda: check_file(file, folder, at),
            lambda checked: self.said.say(f"{file.name}: {say_checked(checked)}", tone_of(checked)),
            self._session.stage.complain,
        )  # fmt: skip

    def _lay_out(self) -> None:
        page = Page(self, self.title(), scrolls=False)
        row = QHBoxLayout()
        row.setSpacing(tokens.CARD_GAP)
        self.table.setItemDelegateForColumn(CHIP, self._chips)
        self.table.set_widths(230, 170, 160, 85)
        row.addWidget(self.table, 1)
        row.addWidget(self._side())
        page.body.addLayout(row, 1)
        self.said.setWordWrap(True)
        page.body.addWidget(self.said)
        self.said.say("", Tone.IDLE)

    def _side(self) -> Card:
        side = Card(t("USB token"))
        side.setFixedWidth(SIDE_WIDTH)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setMaxLength(LONGEST_PIN)
        hint = t("Gõ sai nhiều lần thì token tự khóa. Phần mềm không lưu mã này.")
        for field in (Field(t("&Chứng thư số"), self.certificates), Field(t("Mã &PIN của token"), self.pin, hint=hint)):
            field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            side.body.addWidget(field)
        side.body.addWidget(self.counts)
        self.counts.setWordWrap(True)
        library = KeyHintButton(t("&Thư viện của token…"))
        library.clicked.connect(self._open_settings)
        side.body.addWidget(library)
        side.body.addStretch()
        words = t("Bản đã ký thay bản quét trong hồ sơ. Bản chưa ký vẫn giữ. Chưa có dấu thời gian của máy chủ.")
        side.body.addWidget(muted(words, wrap=True))
        return side

    def _open_settings(self) -> None:
        self._session.stage.open("settings", panel="signing")


def build(session: Session) -> SignScreen:
    """The screen with its presenter."""
    return SignScreen(session)
