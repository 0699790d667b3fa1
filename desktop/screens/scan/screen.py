"""The scan screen: pages on the left, the page in the middle, the papers it may belong to on the right."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget

from desktop import keys
from desktop.commands import Command
from desktop.i18n import t
from desktop.screens.scan.feeder_screen import FeederScreen
from desktop.screens.scan.pages_strip import PageStrip, say_keys
from desktop.screens.scan.pile import Page
from desktop.screens.scan.presenter import ScanPresenter
from desktop.screens.scan.state import ScanState
from desktop.stage import Session
from desktop.theme import tokens
from desktop.widgets import Card, caption, strong
from dossiers.codes import parse_slip

PAPERS_WIDTH = 300


class ScanScreen(FeederScreen):
    """1…9 give the page to a paper, R turns it, Del drops it, F10 saves all."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._stage = session.stage
        self._state: ScanState | None = None
        self.target, self.papers, self.total = strong(), QListWidget(), caption()
        self._how = caption(t("Bấm số để gán trang đang xem; bấm lần nữa để bỏ gán."), wrap=True)
        self.presenter = ScanPresenter(
            jobs=session.jobs, stage=session.stage, here=session.here, scanner=session.scans, view=self
        )
        self.strip = PageStrip(self.presenter.pages, self.presenter.retake)
        self._lay_out(session)
        self.strip.picture_changed.connect(self._show_picture)

    def title(self) -> str:
        """See `Screen.title`."""
        return t("Quét giấy tờ")

    def hint(self) -> str:
        """See `Screen.hint`."""
        return say_keys()

    def commands(self) -> tuple[Command, ...]:
        """See `Screen.commands`."""
        presenter = self.presenter
        return (
            *self.feeder_commands("scan"),
            Command(id="scan.stack", title=t("Quét cả chồng"), key=keys.STACK, run=self._open_stack),
            Command(
                id="scan.undo", title=t("Hoàn tác việc sửa trang"), key=keys.UNDO, run=presenter.pages.undo,
                enabled=lambda: presenter.pages.may_undo, in_bar=False,
            ),
            Command(
                id="scan.redo", title=t("Làm lại việc sửa trang"), key=keys.REDO, run=presenter.pages.redo,
                enabled=lambda: presenter.pages.may_redo, in_bar=False,
            ),
            Command(
                id="scan.save", title=t("Lưu vào hồ sơ"), key=keys.FINISH, run=presenter.save, primary=True,
                enabled=lambda: self._state is not None and self._state.may_save,
            ),
        )  # fmt: skip

    def enter(self, **what: Any) -> None:
        """See `Screen.enter`; `dossier_id` takes the pages (as its `result`), or the intake with these `papers`."""
        self.presenter.enter(what.get("dossier_id"), what.get("papers"), result=what.get("result", False))
        self.strip.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept_scan(self, text: str) -> bool:
        """See `Screen.accept_scan`: a slip chooses the dossier that takes the pages."""
        if parse_slip(text) is None:
            return False
        self.presenter.aim_at(text)
        return True

    # ScanView.

    def present(self, state: ScanState) -> None:
        """See `ScanView.present`."""
        self._state = state
        self.show_feeder(state.feeder)
        self.target.setText(
            t("Gán vào: {target}", target=state.target) if state.target else t("Quét biên nhận để chọn hồ sơ")
        )
        self.strip.show_pile(state.pile)
        self._show_papers(state)
        self.total.setText(t("{count} trang", count=len(state.pile.pages)))
        self.commands_changed.emit()

    def show_picture(self, page: Page, jpeg: bytes) -> None:
        """See `ScanView.show_picture`."""
        self.strip.show_picture(page, jpeg)

    # Wiring.

    def _open_stack(self) -> None:
        self._stage.open("scan.stack")

    def _show_papers(self, state: ScanState) -> None:
        self.papers.clear()
        for number, (name, count) in enumerate(state.papers, start=1):
            pages = t("{count} trang · ", count=count) if count else ""
            self.papers.addItem(f"{number} · {pages}{name}")
        for part in (self.papers, self._how):
            part.setVisible(bool(state.papers))

    def _show_picture(self) -> None:
        empty = self._state is None or self._state.pile.here is None
        words = t("Đặt giấy vào máy rồi bấm F7, hoặc nhập tệp có sẵn.") if empty else t("Đang mở trang…")
        self.picture.show_page(self.strip.picture(), words)

    def _lay_out(self, session: Session) -> None:
        page = self.feed_from(self.presenter, session.scans)
        row = QHBoxLayout()
        row.setSpacing(tokens.CARD_GAP)
        row.addWidget(self.strip)
        row.addWidget(self.picture, 1)
        row.addWidget(self._papers_card())
        page.body.addLayout(row, 1)

    def _papers_card(self) -> Card:
        beside = Card(t("Giấy tờ của hồ sơ"))
        beside.setFixedWidth(PAPERS_WIDTH)
        self.papers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.papers.setWordWrap(True)
        self.papers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.papers.setAccessibleName(t("Giấy tờ của hồ sơ"))
        beside.body.addWidget(self.target)
        beside.body.addWidget(self.papers, 1)
        beside.body.addWidget(self._how)
        beside.body.addStretch()
        beside.body.addWidget(self.total)
        return beside


def build(session: Session) -> ScanScreen:
    """The screen with its presenter."""
    return ScanScreen(session)
