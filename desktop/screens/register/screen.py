"""The register screen: what is asked above, the table, and what stands beside it; every decision is the presenters'."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelection, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from desktop import keys
from desktop.commands import Command
from desktop.i18n import t
from desktop.register_asks import Listing, Page, Tallies
from desktop.screen import Screen
from desktop.screens.register.batch import Account
from desktop.screens.register.batch_forms import BatchForm
from desktop.screens.register.batches import Batches
from desktop.screens.register.deeds import Deed, take_all
from desktop.screens.register.list_head import ListHead
from desktop.screens.register.list_keys import ListKeys
from desktop.screens.register.output import Output
from desktop.screens.register.presenter import Choice, RegisterPresenter
from desktop.screens.register.progress import Progress
from desktop.screens.register.row_table import RowIcons, RowTable
from desktop.screens.register.rows import RegisterModel
from desktop.screens.register.side import Side
from desktop.screens.register.words import number_words
from desktop.slips import Slips
from desktop.stage import Session
from desktop.theme import tokens
from desktop.widgets import Page as PageLayout
from desktop.widgets import offer
from dossiers.clock import local_date
from dossiers.dossier import Dossier
from dossiers.people import Right
from dossiers.status import MOVES

if TYPE_CHECKING:
    from desktop.register_asks import Choices, Row

COUNT_EVERY_MS = 60_000


class RegisterScreen(Screen):
    """Letters filter on, the arrows choose, Enter opens, Space looks; Ctrl, Shift or Ins choose several."""

    def __init__(self, session: Session, slips: Slips) -> None:
        super().__init__()
        self._session = session
        jobs, stage, clock = session.jobs, session.stage, session.clock
        self.presenter = RegisterPresenter(jobs=jobs, stage=stage, clock=clock, view=self)
        self.batches = Batches(jobs=jobs, stage=stage, clock=clock, slips=slips, view=self)
        self.output = Output(jobs=jobs, stage=stage, clock=clock, slips=slips, view=self)
        self.head = ListHead(session.theme, self.presenter)
        self.line = self.head.line
        self.rows = RegisterModel(clock, self.presenter.fetch, RowIcons(session.theme))
        self.table, self.side = RowTable(session.theme, self.rows), Side(clock)
        self.beside = self.side.preview
        self._words = ""
        self._lay_out()
        self._wire()
        self._minute = QTimer(self)
        self._minute.setInterval(COUNT_EVERY_MS)
        self._minute.timeout.connect(self._on_minute)
        self._minute.start()

    def title(self) -> str:
        """See `Screen.title`."""
        return t("Tra cứu")

    def hint(self) -> str:
        """See `Screen.hint`."""
        if self.table.picking:
            return t("↑↓ đi · Space chọn hoặc bỏ · Esc thôi chọn nhiều")
        return t("↑↓ chọn · Enter mở · Space xem nhanh · gõ chữ để lọc tiếp")

    def commands(self) -> tuple[Command, ...]:
        """See `Screen.commands`; whoever only reads is offered no acts."""
        if form := self.side.form:
            return self.side.form_commands(form)
        rows = self._has_rows
        shown = (
            Command(id="register.open", title=t("Mở hồ sơ"), run=self._open, primary=True, enabled=rows),
            Command(id="register.reprint", title=t("In lại"), key=keys.REPRINT, run=self._reprint, enabled=rows),
            Command(id="register.pick", title=t("Chọn nhiều"), key=keys.SELECT, run=self._pick, enabled=rows),
        )
        acts = self._acts() if self._session.here.may_act else ()
        return (*shown, *acts, *self._quiet_commands())

    def enter(self, **what: Any) -> None:
        """See `Screen.enter`; `text` is looked for; `keys` and a `title` are a list, `words` stand on its papers."""
        if (listed := what.get("keys")) is not None:
            self.presenter.enter_with(listed, what["title"], what.get("words", ""))
        else:
            self.presenter.enter(what.get("text"))
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.selectAll()

    def leave(self) -> None:
        """See `Screen.leave`; widths are remembered for this desk while all columns are on show."""
        if self.side.isHidden():
            self.table.keep_widths(self._session.here.home)

    # RegisterView, BatchView and OutputView.

    def show_choice(self, choice: Choice) -> None:
        """See `RegisterView.show_choice`."""
        self.head.show_choice(choice)

    def show_listing(self, listing: Listing, words: str) -> None:
        """See `RegisterView.show_listing`."""
        self._words = words
        self.table.pick(picking=False)
        self.rows.show_listing(listing)
        if not self.beside.isHidden():
            self.side.put_away()
        self.table.choose(0)
        self._on_selection()

    def show_in_papers(self, count: int, words: str) -> None:
        """See `RegisterView.show_in_papers`."""
        self.head.show_in_papers(count, words)

    def show_page(self, number: int, page: Page) -> None:
        """See `RegisterView.show_page`."""
        self.rows.take_page(number, page)

    def show_tallies(self, tallies: Tallies) -> None:
        """See `RegisterView.show_tallies`."""
        self.head.show_tallies(tallies)

    def show_choices(self, choices: "Choices") -> None:
        """See `RegisterView.show_choices`."""
        self.head.filter.show_choices(choices)

    def preview(self, dossier: Dossier) -> None:
        """See `RegisterView.preview`."""
        self.side.look(dossier)

    def show_progress(self, progress: Progress, words: str) -> None:
        """See `BatchView.show_progress`."""
        self.head.strip.follow(progress, words)
        self._on_selection()

    def show_account(self, words: str, account: Account) -> None:
        """See `BatchView.show_account`."""
        self.head.strip.look()
        self.side.show_account(words, account)
        self.presenter.enter()

    # Commands.

    def _acts(self) -> tuple[Command, ...]:
        """What can be done with the chosen dossiers; each is offered where one of them is in a state for it."""
        give, results = partial(self._present, self.side.give), partial(self._present, self.side.results)
        offered = (
            ("handed_over", t(MOVES["handed_over"].words), give),
            ("taken_over", t(MOVES["taken_over"].words), self._take_all),
            ("result_ready", t("Nhận kết quả về"), results),
        )
        return tuple(
            Command(id=f"register.{kind}", title=words, run=run, enabled=partial(self._may, kind))
            for kind, words, run in offered
        )

    def _quiet_commands(self) -> tuple[Command, ...]:
        rows, head = self._may_write, self.head
        quiet: tuple[tuple[str, str, str, Callable[[], None], Callable[[], bool]], ...] = (
            ("print", t("In sổ theo dõi của danh sách này"), keys.PRINT, self._print_book, rows),
            ("export", t("Xuất danh sách này ra .xlsx"), "", self._export, self._may_export),
            ("filter", t("Lọc thêm"), keys.FILTER, head.narrow.click, head.narrow.isEnabled),
            ("refresh", t("Làm mới"), keys.REFRESH, self.presenter.enter, head.isEnabled),
            ("put_away", t("Thôi"), keys.BACK, self._step_back, self._may_step_back),
        )
        return tuple(
            Command(id=f"register.{name}", title=title, key=key, run=run, enabled=enabled, in_bar=False)
            for name, title, key, run, enabled in quiet
        )

    def _may(self, kind: str) -> bool:
        return not self.head.strip.busy and self.table.any_may(MOVES[kind].starts)

    def _present(self, form: BatchForm) -> None:
        self.side.present(form, self.table.count_chosen())

    def _take_all(self) -> None:
        self._run(take_all())

    def _run(self, deed: Deed) -> None:
        chosen = self.table.chosen_keys()
        self.side.put_away()
        self.table.setFocus()
        self.batches.run(chosen, deed)

    def _on_space(self) -> None:
        if self.table.picking:
            self.table.toggle()
        elif self.beside.isVisible():
            self.side.put_away()
        else:
            self.presenter.look(self._row())

    def _pick(self) -> None:
        self.table.pick(picking=not self.table.picking)
        self.table.setFocus()
        self._on_selection()

    def _may_step_back(self) -> bool:
        return not self.side.isHidden() or self.table.picking

    def _step_back(self) -> None:
        """Esc steps back one level: what stands beside the list, then the picking."""
        if not self.side.isHidden():
            self.side.put_away()
            self.table.setFocus()
        else:
            self._pick()

    def _open(self) -> None:
        self.presenter.open(self._row())

    def _reprint(self) -> None:
        self.batches.reprint(self.table.chosen_keys())

    def _print_book(self) -> None:
        self.output.print_register(self.rows.keys)

    def _export(self) -> None:
        name = f"so-ho-so-{local_date(self._session.clock()):%Y-%m-%d}.xlsx"
        chosen, _ = QFileDialog.getSaveFileName(self, t("Xuất .xlsx"), name, "Excel (*.xlsx)")
        if chosen:
            self.output.export(self.rows.keys, Path(chosen).with_suffix(".xlsx"))

    def _row(self) -> "Row | None":
        index = self.table.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None

    def _has_rows(self) -> bool:
        return self.rows.rowCount() > 0

    def _may_write(self) -> bool:
        """One long work at a time."""
        return self._has_rows() and not self.head.strip.busy

    def _may_export(self) -> bool:
        return self._may_write() and self._session.here.may(Right.EXPORT)

    def _on_activated(self, _: QModelIndex) -> None:
        self._open()

    def _on_current(self, _: QModelIndex, __: QModelIndex) -> None:
        if self.beside.isVisible():
            self.presenter.look(self._row())

    def _on_selection(self, _: QItemSelection | None = None, __: QItemSelection | None = None) -> None:
        chosen = self.table.count_chosen()
        several = t("{count} đang chọn", count=number_words(chosen)) if chosen > 1 or self.table.picking else ""
        self.page.aside.setText(" · ".join(filter(None, (self._words, several))))
        self.head.print_book.setEnabled(self._may_write())
        offer(self.head.export, self._session.here.why_not(Right.EXPORT), possible=self._may_write())
        self.commands_changed.emit()

    def _on_side(self) -> None:
        self.table.make_room(narrow=not self.side.isHidden())
        self.commands_changed.emit()

    def _on_minute(self) -> None:
        if self.isVisible():
            self.presenter.count()
            self.table.viewport().update()

    def _lay_out(self) -> None:
        self.page = PageLayout(self, self.title(), scrolls=False)
        both = QHBoxLayout()
        both.setSpacing(tokens.CARD_GAP)
        both.addWidget(self.table, 1)
        both.addWidget(self.side)
        self.page.body.setSpacing(tokens.GAP)
        self.page.body.addWidget(self.head)
        self.page.body.addLayout(both, 1)
        self.table.load_widths(self._session.here.home)

    def _wire(self) -> None:
        self.head.back.connect(self._session.stage.back)
        self.head.print_book.clicked.connect(self._print_book)
        self.head.export.clicked.connect(self._export)
        self.head.strip.ended.connect(self._on_selection)
        self.side.agreed.connect(self._run)
        self.side.changed.connect(self._on_side)
        ListKeys(self.line, self.table, self.head, opens=self._open, looks=self._on_space)
        self.table.doubleClicked.connect(self._on_activated)
        self.table.selectionModel().currentRowChanged.connect(self._on_current)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)


def build(session: Session) -> RegisterScreen:
    """The screen with its presenter."""
    return RegisterScreen(session, Slips(session.jobs, session.stage, session.clock, session.printing.wake))
