"""The giveback screen: one box, one card, one key; every decision is the presenter's."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QRadioButton,
    QSizePolicy,
)

from desktop import keys
from desktop.commands import Command
from desktop.i18n import t
from desktop.screen import Screen
from desktop.screens.giveback.presenter import GivebackPresenter, GivebackState, Receiving
from desktop.stage import Session
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import Card, Field, Line, Page, StatusChip, muted, strong, text
from dossiers.citizen_card import looks_like_card
from dossiers.codes import parse_slip
from dossiers.dossier import Receiver


class GivebackScreen(Screen):
    """Scan the slip, perhaps a card, press F10."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._state = GivebackState()
        self.box = Line(t("H55.242-261123-0007"), longest=80)
        self.fault = QLabel()
        self.card = Card()
        self.code, self.word, self.who = strong(), StatusChip(), text(wrap=True)
        self.reason, self.result, self.fee = strong(), text(wrap=True), text()
        self.owner, self.delegate = QRadioButton(t("Chính chủ")), QRadioButton(t("Ủ&y quyền"))
        self.name, self.number = Line(), Line(longest=30)
        self.slip = QCheckBox(t("Đã thu &lại giấy hẹn"))
        self.today, self.done = strong(), QListWidget()
        self._group = QButtonGroup(self)
        self.presenter = GivebackPresenter(jobs=session.jobs, stage=session.stage, clock=session.clock, view=self)
        self._lay_out()
        self._wire()
        self.present(self._state)

    def title(self) -> str:
        """See `Screen.title`."""
        return t("Trả kết quả")

    def hint(self) -> str:
        """See `Screen.hint`."""
        return t("Quét giấy hẹn · quét thẻ người nhận · F10: trả")

    def commands(self) -> tuple[Command, ...]:
        """See `Screen.commands`."""
        presenter = self.presenter
        return (
            Command(
                id="giveback.aside", title=t("Hồ sơ khác"), key=keys.BACK, run=presenter.put_aside,
                enabled=lambda: self._state.found,
            ),
            Command(
                id="giveback.ready", title=t("Có kết quả"), key=keys.RESULT_HERE, run=presenter.make_ready,
                enabled=lambda: self._state.may_make_ready,
            ),
            Command(
                id="giveback.return", title=t("Trả kết quả"), key=keys.FINISH, run=presenter.hand_over, primary=True,
                enabled=lambda: self._state.may_return,
            ),
        )  # fmt: skip

    def enter(self, **what: Any) -> None:
        """See `Screen.enter`; `dossier_id` is a dossier whose slip was scanned."""
        self.presenter.enter(what.get("dossier_id"))

    def accept_scan(self, text: str) -> bool:
        """See `Screen.accept_scan`: slips always, cards once a dossier is here."""
        if parse_slip(text) is None and not (looks_like_card(text) and self._state.found):
            return False
        self.presenter.look_up(text)
        return True

    # GivebackView.

    def present(self, state: GivebackState) -> None:
        """See `GivebackView.present`."""
        listed, self._state = self._state.done, state
        self.fault.setText(state.fault)
        self.fault.setVisible(bool(state.fault))
        self.card.setVisible(state.found)
        self.code.setText(state.code)
        self.word.say(state.word, state.tone)
        self.who.setText(state.who)
        self.reason.setText(state.reason)
        self.reason.setVisible(bool(state.reason))
        self.result.setText(state.result)
        self.fee.setText(state.fee)
        for part in (self.owner, self.delegate, self.slip):
            part.setEnabled(state.may_return)
        asked = state.receiving.receiver is Receiver.DELEGATE
        self._name.setVisible(asked)
        self._number.setVisible(asked)
        self.today.setText(t("Đã trả hôm nay ({count})", count=len(state.done)))
        if listed != state.done:
            self.done.clear()
            self.done.addItems(state.done)
        self.commands_changed.emit()

    def ready_for_next(self) -> None:
        """See `GivebackView.ready_for_next`."""
        self.box.clear()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill_receiver(self, receiving: Receiving) -> None:
        """See `GivebackView.fill_receiver`."""
        (self.delegate if receiving.receiver is Receiver.DELEGATE else self.owner).setChecked(True)
        self.name.setText(receiving.name)
        self.number.setText(receiving.id_number)
        self.slip.setChecked(receiving.slip_taken_back)

    # Wiring.

    def _on_entered(self) -> None:
        typed = self.box.value()
        self.box.clear()
        self.presenter.look_up(typed)

    def _on_receiver(self, _: object = None) -> None:
        delegate = self.delegate.isChecked()
        self.presenter.choose(
            Receiving(
                receiver=Receiver.DELEGATE if delegate else Receiver.OWNER,
                name=self.name.value() if delegate else "", id_number=self.number.value() if delegate else "",
                slip_taken_back=self.slip.isChecked(),
            )
        )  # fmt: skip

    def _on_chosen(self, _: object) -> None:
        self._on_receiver()
        if self.delegate.isChecked():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wire(self) -> None:
        self.box.returnPressed.connect(self._on_entered)
        self._group.buttonClicked.connect(self._on_chosen)
        self.slip.clicked.connect(self._on_receiver)
        self.name.textEdited.connect(self._on_receiver)
        self.number.textEdited.connect(self._on_receiver)

    def _lay_out(self) -> None:
        self.page = Page(self, self.title())
        self.fault.setProperty("tone", Tone.BAD.value)
        self.fault.setWordWrap(True)
        self.page.body.addWidget(Field(t("Quét giấy hẹn hoặc gõ &mã"), self.box))
        self.page.body.addWidget(self.fault)
        head = QHBoxLayout()
        head.setSpacing(tokens.GAP * 2)
        head.addWidget(self.code)
        head.addWidget(self.word)
        head.addStretch()
        self.card.body.addLayout(head)
        self.card.body.addWidget(self.who)
        self.reason.setWordWrap(True)
        self.card.body.addWidget(self.reason)
        self.card.body.addLayout(self._facts())
        self.page.body.addWidget(self.card)
        self.page.body.addWidget(self.today)
        self.done.setAccessibleName(t("Đã trả hôm nay"))
        self.done.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.done.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.page.body.addWidget(self.done, 1)

    def _facts(self) -> QGridLayout:
        self._name = Field(t("&Họ tên người nhận"), self.name, required=True)
        self._number = Field(t("&Số giấy tờ đã xuất trình"), self.number, required=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.GAP * 2)
        grid.setVerticalSpacing(tokens.GAP)
        who = QHBoxLayout()
        for button in (self.owner, self.delegate):
            self._group.addButton(button)
            who.addWidget(button)
        who.addStretch()
        for row, (label, shown) in enumerate(((t("Kết quả"), self.result), (t("Phí, lệ phí"), self.fee))):
            grid.addWidget(muted(label), row, 0)
            grid.addWidget(shown, row, 1, 1, 2)
        grid.addWidget(muted(t("Người nhận")), 2, 0)
        grid.addLayout(who, 2, 1, 1, 2)
        grid.addWidget(self._name, 3, 1)
        grid.addWidget(self._number, 3, 2)
        grid.addWidget(self.slip, 4, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        return grid


def build(session: Session) -> GivebackScreen:
    """The screen with its presenter."""
    return GivebackScreen(session)
