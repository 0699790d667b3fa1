"""Đồng bộ: where the province is, and the way to the screen that shows the rest."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from desktop.i18n import said, t
from desktop.jobs import Failure
from desktop.line_asks import LineState, read_line
from desktop.screens.settings.enrol_by_file import EnrolByFile
from desktop.screens.settings.line_limits import LineLimits
from desktop.screens.settings.panel import Panel
from desktop.stage import Session
from desktop.theme.tokens import Tone
from desktop.widgets import Card, KeyHintButton, text

if TYPE_CHECKING:
    from desktop.line_asks import SyncReport


class LinePanel(Panel):
    """Thử is a real run: it sends what waits and says how that went."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._trying = False
        card = Card(t("Máy chủ tỉnh"))
        self._where = text(wrap=True)
        card.body.addWidget(self._where)
        row = QHBoxLayout()
        test, more = KeyHintButton(t("&Thử đường truyền")), KeyHintButton(t("Mở màn hình Đồng &bộ"))
        test.clicked.connect(self._on_test)
        more.clicked.connect(self._on_more)
        row.addWidget(test)
        row.addWidget(more)
        row.addStretch()
        card.body.addLayout(row)
        self.column.addWidget(card)
        self._limits = LineLimits(self)
        self.column.addWidget(self._limits)
        self.by_file = EnrolByFile(session, session.sync.enrolled.emit, self.complain)
        self.by_file.hide()
        self.column.addWidget(self.by_file)
        self.add_answer()
        session.sync.finished.connect(self._on_finished)
        session.sync.failed.connect(self._on_failed)
        session.sync.enrolled.connect(self.refresh)

    def refresh(self) -> None:
        """See `Panel`."""
        self.session.jobs.ask(read_line, self._on_state, self.complain)

    def _on_state(self, state: LineState) -> None:
        self._limits.setVisible(not state.training)
        self._limits.show_state(state)
        self.by_file.setVisible(not state.enrolled and not state.training)
        if state.training:
            self._where.setText(t("Bàn tập huấn không bao giờ ghi danh với tỉnh."))
        elif state.enrolled:
            self._where.setText(t("Đã ghi danh với {url}.", url=state.url))
        else:
            self._where.setText(t("Máy này chưa ghi danh với tỉnh."))

    def _on_test(self) -> None:
        self._trying = True
        self.answer(t("Đang thử đường truyền…"), Tone.INFO)
        self.session.sync.run_now()

    def _on_finished(self, report: "SyncReport") -> None:
        if not self._trying:
            return
        self._trying = False
        if report.fault:
            self.answer(said(report.fault), Tone.WARN)
        else:
            self.answer(t("Đường truyền tốt. Tỉnh đã ký nhận {count} việc lần này.", count=report.ops_sent))

    def _on_failed(self, failure: Failure) -> None:
        if self._trying:
            self._trying = False
            self.complain(failure)

    def _on_more(self) -> None:
        self.session.stage.open("sync")


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return LinePanel(session)
