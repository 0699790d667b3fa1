"""The recovery screen: the sheets of the pile on the left, the page in the middle, the unknown key on the right."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout

from desktop import keys
from desktop.commands import Command
from desktop.i18n import t
from desktop.screens.recover.key_card import KeyCard
from desktop.screens.recover.presenter import RecoverPresenter
from desktop.screens.recover.sheet_list import SheetList
from desktop.screens.recover.state import RecoverState
from desktop.screens.scan.feeder_screen import FeederScreen
from desktop.stage import Session
from desktop.theme import tokens
from desktop.widgets import muted

if TYPE_CHECKING:
    from desktop.bridges.scan import ScanBridge

SIDE_WIDTH = 270


class RecoverScreen(FeederScreen):
    """F7 reads the pile, F10 puts into the register what is new, Ctrl+Z takes a wrong pile back."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._state: RecoverState | None = None
        self._jpegs: dict[str, bytes] = {}
        scanner = session.scans.within("recover")
        self.presenter = RecoverPresenter(
            jobs=session.jobs, stage=session.stage, here=session.here, scanner=scanner, view=self
        )
        self.sheets, self.counts = SheetList(), muted("", wrap=True)
        self.key = KeyCard(self._on_vouched)
        self._lay_out(scanner)
        self.sheets.currentItemChanged.connect(self._show_picture)

    def title(self) -> str:
        """See `Screen.title`."""
        return t("Khôi phục từ biên nhận")

    def hint(self) -> str:
        """See `Screen.hint`."""
        return t("Đặt chồng liên lưu vào khay, bấm F7; xem lại rồi bấm F10.")

    def commands(self) -> tuple[Command, ...]:
        """See `Screen.commands`."""
        presenter, state = self.presenter, self._state
        fresh = state.fresh if state else 0
        words = t("Khôi phục {count} hồ sơ", count=fresh) if fresh else t("Khôi phục")
        return (
            *self.feeder_commands("recover"),
            Command(
                id="recover.clear", title=t("Xong chồng này"), run=presenter.clear,
                enabled=lambda: bool(state and state.may_clear),
            ),
            Command(
                id="recover.undo", title=t("Hoàn tác"), key=keys.UNDO, run=presenter.undo, in_bar=False,
                enabled=lambda: bool(state and state.may_undo),
            ),
            Command(
                id="recover.recover", title=words, key=keys.FINISH, primary=True, run=presenter.recover,
                enabled=lambda: bool(state and state.may_recover),
            ),
        )  # fmt: skip

    def enter(self, **_: Any) -> None:
        """See `Screen.enter`."""
        self.presenter.enter()
        self.sheets.setFocus(Qt.FocusReason.OtherFocusReason)

    # RecoverView.

    def present(self, state: RecoverState) -> None:
        """See `RecoverView.present`."""
        self._state = state
        self.show_feeder(state.feeder)
        self.counts.setText(state.counts)
        self.key.show_question(state.asked)
        self.sheets.show_rows(state.rows)
        if not state.rows:
            self._jpegs.clear()
        self._show_picture()
        self.commands_changed.emit()

    def show_picture(self, key: str, jpeg: bytes) -> None:
        """See `RecoverView.show_picture`."""
        self._jpegs[key] = jpeg

    # Wiring.

    def _on_vouched(self) -> None:
        self.presenter.vouch()
        self.sheets.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_picture(self) -> None:
        chosen, picture = self.sheets.chosen, QPixmap()
        picture.loadFromData(self._jpegs.get(chosen, b""))
        self.picture.show_page(picture, t("Không mở được trang này.") if chosen else self._invitation())

    def _invitation(self) -> str:
        """What to do while no sheet is looked at."""
        if self._state is not None and self._state.rows:
            return t("Chọn một trang trong chồng để xem.")
        return t("Đặt cả chồng liên lưu của quầy cũ vào khay rồi bấm F7. Chưa có gì vào sổ trước khi bấm F10.")

    def _lay_out(self, scanner: "ScanBridge") -> None:
        page = self.feed_from(self.presenter, scanner)
        page.body.addWidget(self.counts)
        self.key.setFixedWidth(SIDE_WIDTH)
        row = QHBoxLayout()
        row.setSpacing(tokens.CARD_GAP)
        row.addWidget(self.sheets, 2)
        row.addWidget(self.picture, 2)
        row.addWidget(self.key, 0, Qt.AlignmentFlag.AlignTop)
        page.body.addLayout(row, 1)


def build(session: Session) -> RecoverScreen:
    """The screen with its presenter."""
    return RecoverScreen(session)
