"""The giveback screen: one box, one card, one key; every decision is the presenter's."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QListWidget, QSizePolicy

from desktop import keys
from desktop.commands import Command
from desktop.dossier_asks import Opened
from desktop.i18n import t
from desktop.screen import Screen
from desktop.screens.dossier.forms.host import FormHost
from desktop.screens.giveback.presenter import GivebackPresenter
from desktop.screens.giveback.receiver_fields import ReceiverFields
from desktop.screens.giveback.state import GivebackState, Receiving
from desktop.slips import Slips
from desktop.stage import Session
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import Card, Field, Line, LinkButton, Page, StatusChip, muted, strong, text
from dossiers.citizen_card import looks_like_card
from dossiers.codes import parse_slip


class GivebackScreen(Screen):
    """Scan the slip, perhaps a card, press F10."""

    def __init__(self, session: Session, slips: Slips) -> None:
        super().__init__()
        self._state = GivebackState()
        self.box = Line(t("H55.242-261123-0007"), longest=80)
        self.fault, self.warning = QLabel(), QLabel()
        self.card, self.forms = Card(), FormHost()
        self.code, self.word, self.who = strong(), StatusChip(), text(wrap=True)
        self.reason, self.result, self.fee = strong(), text(wrap=True), text()
        self.receiver = ReceiverFields()
        self.today, self.done = strong(), QListWidget()
        self.presenter = GivebackPresenter(
            jobs=session.jobs, stage=session.stage, clock=session.clock, slips=slips, view=self
        )
        self.collect = LinkButton(t("Thu tiền…"), self._on_collect)
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
        if self.forms.form is not None:
            return self.forms.commands()
        presenter, state = self.presenter, self._state
        insist = Command(id="giveback.insist", title=t("Trả ngoài trình tự"), run=presenter.insist)
        apologise = Command(id="giveback.apologise", title=t("Xin lỗi và hẹn lại"), run=self._on_apologise)
        return (
            Command(
                id="giveback.aside", title=t("Hồ sơ khác"), key=keys.BACK, run=presenter.put_aside,
                enabled=lambda: self._state.found,
            ),
            Command(
                id="giveback.ready", title=t("Có kết quả"), key=keys.RESULT_HERE, run=presenter.make_ready,
                enabled=lambda: self._state.may_make_ready,
            ),
            *((apologise,) if state.may_apologise else ()),
            *((insist,) if state.may_insist else ()),
            Command(
                id="giveback.return", title=t("Trả kết quả"), key=keys.FINISH, run=presenter.hand_over, primary=True,
                enabled=lambda: self._state.may_hand_over,
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
        for label, words in ((self.fault, state.fault), (self.reason, state.reason), (self.warning, state.warning)):
            label.setText(words)
            label.setVisible(bool(words))
        self.card.setVisible(state.found)
        self.code.setText(state.code)
        self.word.say(state.word, state.tone)
        self.who.setText(state.who)
        self.result.setText(state.result)
        self.fee.setText(state.fee)
        self.collect.setVisible(state.owed)
        self._show_receiver()
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
        self.receiver.fill(receiving)

    def open_form(self, kind: str, opened: Opened, now: datetime, warning: str) -> None:
        """See `GivebackView.open_form`."""
        self.forms.open(kind, opened, now, warning)

    def close_form(self) -> None:
        """See `GivebackView.close_form`."""
        self.forms.put_away()

    def blame(self, field: str, sentence: str) -> bool:
        """See `GivebackView.blame`."""
        return self.forms.blame(field, sentence)

    # Wiring.

    def _on_entered(self) -> None:
        typed = self.box.value()
        self.box.clear()
        self.presenter.look_up(typed)

    def _on_form_changed(self) -> None:
        self._show_receiver()
        self.commands_changed.emit()

    def _show_receiver(self) -> None:
        """One thing at a time: an open form stands alone."""
        self.receiver.setVisible(self._state.may_hand_over and self.forms.form is None)

    def _on_collect(self) -> None:
        self.presenter.begin("fee_taken")

    def _on_apologise(self) -> None:
        self.presenter.begin("apologised")

    def _wire(self) -> None:
        self.box.returnPressed.connect(self._on_entered)
        self.receiver.filled.connect(self.presenter.choose)
        self.forms.agreed.connect(self.presenter.do)
        self.forms.slip_wanted.connect(self.presenter.print)
        self.forms.changed.connect(self._on_form_changed)

    def _lay_out(self) -> None:
        self.page = Page(self, self.title())
        for label, tone in ((self.fault, Tone.BAD), (self.warning, Tone.WARN)):
            label.setProperty("tone", tone.value)
            label.setWordWrap(True)
        self.page.body.addWidget(Field(t("Quét giấy hẹn hoặc gõ &mã"), self.box))
        self.page.body.addWidget(self.fault)
        self.page.body.addWidget(self.forms)
        head = QHBoxLayout()
        head.setSpacing(tokens.GAP * 2)
        head.addWidget(self.code)
        head.addWidget(self.word)
        head.addStretch()
        self.card.body.addLayout(head)
        self.card.body.addWidget(self.who)
        self.reason.setWordWrap(True)
        self.card.body.addWidget(self.reason)
        self.card.body.addWidget(self.warning)
        self.card.body.addLayout(self._facts())
        self.card.body.addWidget(self.receiver)
        self.page.body.addWidget(self.card)
        self.page.body.addWidget(self.today)
        self.done.setAccessibleName(t("Đã trả hôm nay"))
        self.done.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.done.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.done.setMinimumHeight(tokens.ROW_HEIGHT)
        self.page.body.addWidget(self.done, 1)

    def _facts(self) -> QGridLayout:
        money = QHBoxLayout()
        money.addWidget(self.fee)
        money.addWidget(self.collect)
        money.addStretch()
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.GAP * 2)
        grid.setVerticalSpacing(tokens.SMALL_GAP)
        grid.addWidget(muted(t("Kết quả")), 0, 0)
        grid.addWidget(self.result, 0, 1)
        grid.addWidget(muted(t("Phí, lệ phí")), 1, 0)
        grid.addLayout(money, 1, 1)
        grid.setColumnStretch(1, 1)
        return grid


def build(session: Session) -> GivebackScreen:
    """The screen with its presenter."""
    return GivebackScreen(session, Slips(session.jobs, session.stage, session.clock, session.printing.wake))
