"""The stack screen: the pile on the left, the page in the middle, question and component lines on the right."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QTreeWidgetItem, QWidget

from desktop import keys
from desktop.commands import Command
from desktop.i18n import t
from desktop.screens.scan.feeder_screen import FeederScreen
from desktop.screens.scan.pages_strip import PageStrip, say_keys
from desktop.screens.scan.pile import Page, Pile
from desktop.screens.scan.stack.presenter import StackPresenter
from desktop.screens.scan.stack.question_card import QuestionCard
from desktop.screens.scan.stack.separators import Separators
from desktop.screens.scan.stack.side import StackSide
from desktop.screens.scan.stack.state import StackState
from desktop.screens.scan.stack.tree import PileTree, dossier_of
from desktop.slips import Slips
from desktop.stage import Session
from desktop.theme import tokens
from dossiers.codes import parse_slip
from dossiers.filing import Plain

if TYPE_CHECKING:
    from desktop.bridges.scan import ScanBridge

TREE_WIDTH = 315


class StackScreen(FeederScreen):
    """1…9 give a page to a paper, T says it is a page, K puts it into the tray, Del sets it aside, F10 saves all.

    Enter opens a page in the page editor, with the keys of the scan screen; Esc or F10 comes back to the pile.
    """

    def __init__(self, session: Session, separators: Separators) -> None:
        super().__init__()
        self._state: StackState | None = None
        self._separators, self._stage = separators, session.stage
        self._jpegs: dict[str, bytes] = {}
        self._asked = ""
        scanner = session.scans.within("stack")
        self.presenter = StackPresenter(
            jobs=session.jobs, stage=session.stage, here=session.here, scanner=scanner, view=self
        )
        self.tree = PileTree()
        self.strip = PageStrip(self.presenter.editing, self.presenter.retake)
        self.question = QuestionCard(self._plain, self._tray, self._aside)
        self.side = StackSide(self.question)
        self._lay_out(scanner)
        self.tree.looked_at.connect(self._on_looked_at)
        self.tree.put.connect(self.presenter.put)
        self.tree.itemDoubleClicked.connect(self._on_double_clicked)
        self.strip.picture_changed.connect(self._show_picture)
        self.tree.installEventFilter(self)
        self.side.code.returnPressed.connect(self._on_code)
        self.side.dossier.clicked.connect(self._open_dossier)
        self.side.laid_in.valueChanged.connect(self.presenter.lay_in)
        self._show_picture()

    def title(self) -> str:
        """See `Screen.title`."""
        return t("Quét cả chồng")

    def hint(self) -> str:
        """See `Screen.hint`."""
        if self._pile:
            return say_keys()
        return t("1…9 gán · Enter sửa trang · T trang thường · K khay · Del để riêng")

    def commands(self) -> tuple[Command, ...]:
        """See `Screen.commands`."""
        if self._pile:
            return self._editor_commands()
        presenter, state = self.presenter, self._state
        done = bool(state and state.may_finish)
        return (
            *self.feeder_commands("stack"),
            Command(id="stack.edit", title=t("Sửa trang"), run=self._edit, in_bar=False),
            Command(id="stack.separators", title=t("In tờ ngăn"), icon="printer", run=self._print_separators),
            Command(
                id="stack.undo", title=t("Hoàn tác"), key=keys.UNDO, run=presenter.undo, in_bar=False,
                enabled=lambda: presenter.may_undo,
            ),
            Command(
                id="stack.save_one", title=t("Lưu hồ sơ này"), key=keys.SAVE_DRAFT, run=self._save_one,
                enabled=lambda: bool(state and state.may_save_one and dossier_of(self.tree.group)),
            ),
            Command(
                id="stack.finish", title=t("Xong chồng này"), key=keys.FINISH, run=presenter.finish, primary=True,
            ) if done else Command(
                id="stack.save", title=t("Lưu tất cả"), key=keys.FINISH, run=presenter.save, primary=True,
                enabled=lambda: bool(state and state.may_save),
            ),
        )  # fmt: skip

    def enter(self, **_: Any) -> None:
        """See `Screen.enter`."""
        self.presenter.enter()
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept_scan(self, text: str) -> bool:
        """See `Screen.accept_scan`: a slip or a leading sheet answers the question, or takes the chosen pages."""
        if parse_slip(text) is None:
            return False
        self.presenter.name(text, self.tree.chosen)
        return True

    # StackView.

    def present(self, state: StackState) -> None:
        """See `StackView.present`."""
        self._state = state
        self.show_feeder(state.feeder)
        self.side.show_state(state)
        if state.pile is None:
            self._show_tree(state)
        self._show_editor(state.pile)
        self._show_picture()
        self.commands_changed.emit()

    def show_picture(self, key: str, jpeg: bytes) -> None:
        """See `StackView.show_picture`."""
        self._jpegs[key] = jpeg
        picture = QPixmap()
        if picture.loadFromData(jpeg):
            self.tree.show_picture(key, picture)

    def show_page(self, page: Page, jpeg: bytes) -> None:
        """See `StackView.show_page`."""
        self.strip.show_picture(page, jpeg)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """See `StackView.show_lines`."""
        self.side.show_lines(lines)

    # Events.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the pile, while the list has the focus."""
        if watched is self.tree and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            letter = event.text().upper()
            if letter and letter in keys.PAGE_ASSIGN:
                self.presenter.assign(self.tree.chosen, int(letter) - 1)
                return True
            run = {keys.SHEET_PLAIN: self._plain, keys.SHEET_TRAY: self._tray}.get(letter)
            if event.key() == Qt.Key.Key_Delete:
                run = self._aside
            elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                run = self._edit
            if run:
                run()
                return True
        return super().eventFilter(watched, event)

    # Wiring.

    @property
    def _meant(self) -> tuple[str, ...]:
        """The sheets a key speaks of: those chosen, else the one that is asked about."""
        return self.tree.chosen or ((self._asked,) if self._asked else ())

    @property
    def _pile(self) -> Pile | None:
        """What lies in the page editor."""
        return self._state.pile if self._state else None

    @property
    def _list(self) -> QWidget:
        """Where the keys go."""
        return self.strip.pages if self._pile else self.tree

    def _editor_commands(self) -> tuple[Command, ...]:
        presenter, editing = self.presenter, self.presenter.editing
        return (
            *self.feeder_commands("stack"),
            Command(
                id="stack.undo_edit", title=t("Hoàn tác việc sửa trang"), key=keys.UNDO, run=presenter.undo,
                enabled=lambda: editing.may_undo, in_bar=False,
            ),
            Command(
                id="stack.redo_edit", title=t("Làm lại việc sửa trang"), key=keys.REDO, run=editing.redo,
                enabled=lambda: editing.may_redo, in_bar=False,
            ),
            Command(
                id="stack.back", title=t("Xong sửa trang"), key=keys.BACK, run=presenter.close_editor, in_bar=False
            ),
            Command(
                id="stack.edited", title=t("Xong sửa trang"), key=keys.FINISH, run=presenter.close_editor, primary=True
            ),
        )  # fmt: skip

    def _show_tree(self, state: StackState) -> None:
        """The pile anew; what it has newly stopped at is looked at."""
        self.tree.show_groups(state.groups)
        if state.asked and state.asked.key != self._asked:
            self.tree.look_at(state.asked.key)
        self._asked = state.asked.key if state.asked else ""
        if not state.groups:
            self._jpegs.clear()

    def _show_editor(self, pile: Pile | None) -> None:
        """The editor's strip in the place of the tree, or the tree again; the keys go along."""
        open_now = pile is not None
        turned = open_now == self.strip.isHidden()
        self.strip.setVisible(open_now)
        self.tree.setVisible(not open_now)
        self.strip.show_pile(pile or Pile())
        if turned:
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit(self) -> None:
        self.presenter.edit(self.tree.current_key)

    def _on_double_clicked(self, item: QTreeWidgetItem) -> None:
        if item.parent():
            self._edit()

    def _plain(self) -> None:
        self.presenter.answer(self._meant, Plain.PAGE)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tray(self) -> None:
        if self._meant == (self._asked,):
            self.presenter.answer(self._meant, Plain.STRAY)
        else:
            self.presenter.put(self._meant, None)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _aside(self) -> None:
        self.presenter.answer(self._meant, Plain.ASIDE)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_code(self) -> None:
        if text := self.side.code.value():
            self.presenter.name(text, self.tree.chosen)
            self.side.code.clear()
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_looked_at(self, _: str) -> None:
        self.presenter.look_at(dossier_of(self.tree.group))
        self._show_picture()
        self.commands_changed.emit()

    def _save_one(self) -> None:
        self.presenter.save(dossier_of(self.tree.group))

    def _open_dossier(self) -> None:
        if dossier_id := dossier_of(self.tree.group):
            self._stage.open("dossier", dossier_id=dossier_id, scans=True)

    def _print_separators(self) -> None:
        """For the dossier looked at, else for those of the day."""
        dossier = self.presenter.dossier(dossier_of(self.tree.group))
        if dossier:
            self._separators.print_papers(dossier)
        else:
            self._separators.print_day()

    def _show_picture(self) -> None:
        if self._pile:
            self.picture.show_page(self.strip.picture(), t("Đang mở trang…"))
            return
        key, picture = self.tree.current_key, QPixmap()
        picture.loadFromData(self._jpegs.get(key, b""))
        self.picture.show_page(picture, t("Không mở được trang này.") if key else self._invitation())

    def _invitation(self) -> str:
        """What to do while no page is looked at."""
        if self.tree.topLevelItemCount():
            return t("Chọn một trang trong chồng để xem.")
        return t("Đặt cả chồng vào khay, mỗi hồ sơ một tờ dẫn lên trên, bấm F7.")

    def _lay_out(self, scanner: "ScanBridge") -> None:
        page = self.feed_from(self.presenter, scanner)
        self.tree.setFixedWidth(TREE_WIDTH)
        self.strip.hide()
        row = QHBoxLayout()
        row.setSpacing(tokens.CARD_GAP)
        row.addWidget(self.tree)
        row.addWidget(self.strip)
        row.addWidget(self.picture, 1)
        row.addWidget(self.side)
        page.body.addLayout(row, 1)


def build(session: Session) -> StackScreen:
    """The screen with its presenter."""
    slips = Slips(session.jobs, session.stage, session.clock, session.printing.wake)
    return StackScreen(session, Separators(session.jobs, session.stage, session.clock, slips))
