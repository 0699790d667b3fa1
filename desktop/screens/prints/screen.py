"""The print queue: what waits, what the printer took, and what a clerk holds in hand."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFileDialog

from desktop import keys
from desktop.commands import Command
from desktop.i18n import t
from desktop.print_room import CONFIRMED, RECENT
from desktop.screen import Screen
from desktop.screens.prints.rows import STATE_COLUMN, PrintRows
from desktop.stage import Session
from desktop.widgets import ChipDelegate, Page, Table, muted
from dossiers.people import Right
from printing.thermal.rolls import ROLLS

if TYPE_CHECKING:
    from desktop.print_room import PrintJob


class PrintsScreen(Screen):
    """Confirming paper is the clerk's word alone; from then on the same form prints as IN LẠI."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._rows = PrintRows()
        self._table = Table(self.title(), self._rows)
        self._table.set_widths(190, 330, 170, 150)
        self._chips = ChipDelegate(session.theme)
        self._table.setItemDelegateForColumn(STATE_COLUMN, self._chips)
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        page = Page(self, self.title(), scrolls=False)
        words = t("“Đã gửi máy in” chưa chắc là đã có giấy: cầm giấy trên tay rồi mới bấm Đã có giấy.")
        page.body.addWidget(self._table, 1)
        page.body.addWidget(muted(words, wrap=True))

    def title(self) -> str:
        """See `Screen`."""
        return t("Hàng đợi in")

    def commands(self) -> tuple[Command, ...]:
        """See `Screen`."""
        return (
            Command(id="prints.retry", title=t("In lại"), key=keys.REPRINT, run=self._retry, enabled=self._may_retry),
            Command(
                id="prints.pdf", title=t("Lưu ra PDF"), key=keys.PRINT, run=self._save, enabled=self._chosen,
                refusal=partial(self._session.here.why_not, Right.EXPORT),
            ),
            Command(id="prints.refresh", title=t("Làm mới"), key=keys.REFRESH, run=self.enter, in_bar=False),
            Command(
                id="prints.confirm", title=t("Đã có giấy"), key=keys.FINISH, primary=True, run=self._confirm,
                enabled=self._may_retry,
            ),
        )  # fmt: skip

    def enter(self, **_: object) -> None:
        """See `Screen`."""
        self._session.jobs.ask(lambda desk: desk.prints.recent(RECENT), self._show, self._session.stage.complain)
        self._table.setFocus()

    def _show(self, jobs: "tuple[PrintJob, ...]") -> None:
        row = max(0, self._table.currentIndex().row())
        self._rows.show(jobs)
        self._table.selectRow(min(row, len(jobs) - 1))
        self.commands_changed.emit()

    def _job(self) -> "PrintJob | None":
        return self._rows.job(self._table.currentIndex().row())

    def _chosen(self) -> bool:
        return self._job() is not None

    def _may_retry(self) -> bool:
        job = self._job()
        return job is not None and job.state != CONFIRMED

    def _on_row(self, _: QModelIndex) -> None:
        self.commands_changed.emit()

    def _retry(self) -> None:
        if job := self._job():
            self._session.printing.retry(job.id)
            self.enter()

    def _confirm(self) -> None:
        if job := self._job():
            self._session.printing.confirm(job, self.enter)

    def _save(self) -> None:
        job = self._job()
        if job is None:
            return
        kind = "png" if job.paper in ROLLS else "pdf"
        words = f"{kind.upper()} (*.{kind})"
        name, _ = QFileDialog.getSaveFileName(self, t("Lưu ra PDF"), f"{job.title}.{kind}", words)
        if name:
            self._session.printing.save(job.id, name, self._on_saved)

    def _on_saved(self) -> None:
        self._session.stage.toast(t("Đã lưu tệp PDF."))


def build(session: Session) -> Screen:
    """The print queue of this sitting."""
    return PrintsScreen(session)
