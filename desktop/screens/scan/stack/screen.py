"""The stack screen: the pile on the left, the page in the middle, question and component lines on the right."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QLabel, QListWidget, QSizePolicy, QVBoxLayout, QWidget

from desktop import keys
from desktop.commands import Command
from desktop.i18n import t
from desktop.screen import Screen
from desktop.screens.scan.fault_strip import FaultStrip
from desktop.screens.scan.machine_row import MachineRow
from desktop.screens.scan.stack.presenter import StackPresenter
from desktop.screens.scan.stack.question_card import QuestionCard
from desktop.screens.scan.stack.separators import Separators
from desktop.screens.scan.stack.state import StackState
from desktop.screens.scan.stack.tree import PileTree, dossier_of
from desktop.slips import Slips
from desktop.stage import Session
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import Card, Count, Field, Line, StatusChip, caption
from desktop.widgets import Page as PageLayout
from dossiers.codes import parse_slip
from dossiers.filing import Plain
from scanning.events import ScanEvent

TREE_WIDTH = 315
SIDE_WIDTH = 290
FILES = "*.jpg *.jpeg *.png *.tif *.tiff *.pdf"


class StackScreen(Screen):
    """1…9 give a page to a paper, T says it is a page, K puts it into the tray, Del sets it aside, F10 saves all."""

    def __init__(self, session: Session, separators: Separators) -> None:
        super().__init__()
        self._state: StackState | None = None
        self._separators = separators
        self._jpegs: dict[str, bytes] = {}
        self._asked = ""
        scanner = session.scans.within("stack")
        self.presenter = StackPresenter(
            jobs=session.jobs, stage=session.stage, here=session.here, scanner=scanner, view=self
        )
        self.machine, self.fault = MachineRow(self.presenter.machine), FaultStrip(self.presenter.scan)
        self.tree, self.picture, self.lines = PileTree(), QLabel(), QListWidget()
        self.question = QuestionCard(self._plain, self._tray, self._aside)
        self.code, self.laid_in = Line(t("Quét hoặc gõ mã hồ sơ"), longest=60), Count()
        self.papers = Card(t("Giấy tờ của hồ sơ"))
        self.said, self.short, self.short_strip = StatusChip(), QLabel(), QFrame()
        self.short.setWordWrap(True)
        self._lay_out()
        scanner.happened.connect(self.presenter.on_event)
        scanner.found.connect(self._on_found)
        self.tree.looked_at.connect(self._on_looked_at)
        self.tree.put.connect(self.presenter.put)
        self.tree.installEventFilter(self)
        self.code.returnPressed.connect(self._on_code)
        self.laid_in.valueChanged.connect(self.presenter.lay_in)

    def title(self) -> str:
        """See `Screen.title`."""
        return t("Quét cả chồng")

    def hint(self) -> str:
        """See `Screen.hint`."""
        return t("1…9 gán giấy tờ · T trang thường · K khay · Del để riêng")

    def commands(self) -> tuple[Command, ...]:
        """See `Screen.commands`."""
        presenter, state = self.presenter, self._state
        running, done = bool(state and state.running), bool(state and state.may_finish)
        return (
            Command(
                id="stack.scan", title=t("Dừng quét") if running else t("Quét"), key=keys.SCAN, icon="scan-line",
                run=presenter.scan,
            ),
            Command(id="stack.files", title=t("Nhập tệp…"), run=self._choose_files, enabled=lambda: not running),
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
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

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
        self.machine.show_state(state.machine, state.running)
        self.fault.show_fault(state.fault)
        self.said.say(state.said, state.tone)
        self.short.setText(state.short)
        self.short_strip.setVisible(bool(state.short))
        self.laid_in.setValue(state.laid_in)
        self.tree.show_groups(state.groups)
        self.question.show_question(state.asked)
        self.papers.setVisible(state.asked is None)  # there is no room for both on a low screen
        if state.asked and state.asked.key != self._asked:
            self.tree.look_at(state.asked.key)
        self._asked = state.asked.key if state.asked else ""
        if not state.groups:
            self._jpegs.clear()
        self._show_picture()
        self.commands_changed.emit()

    def show_picture(self, key: str, jpeg: bytes) -> None:
        """See `StackView.show_picture`."""
        self._jpegs[key] = jpeg
        picture = QPixmap()
        if picture.loadFromData(jpeg):
            self.tree.show_picture(key, picture)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """See `StackView.show_lines`."""
        self.lines.clear()
        self.lines.addItems(lines)

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
            if run:
                run()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page keeps to the room there is."""
        super().resizeEvent(event)
        self._show_picture()

    # Wiring.

    @property
    def _meant(self) -> tuple[str, ...]:
        """The sheets a key speaks of: those chosen, else the one that is asked about."""
        return self.tree.chosen or ((self._asked,) if self._asked else ())

    def _plain(self) -> None:
        self.presenter.answer(self._meant, Plain.PAGE)

    def _tray(self) -> None:
        if self._meant == (self._asked,):
            self.presenter.answer(self._meant, Plain.STRAY)
        else:
            self.presenter.put(self._meant, None)

    def _aside(self) -> None:
        self.presenter.answer(self._meant, Plain.ASIDE)

    def _on_code(self) -> None:
        if text := self.code.value():
            self.presenter.name(text, self.tree.chosen)
            self.code.clear()
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_looked_at(self, _: str) -> None:
        self.presenter.look_at(dossier_of(self.tree.group))
        self._show_picture()
        self.commands_changed.emit()

    def _on_found(self, event: ScanEvent) -> None:
        self.presenter.machine.on_found(event)

    def _save_one(self) -> None:
        self.presenter.save(dossier_of(self.tree.group))

    def _print_separators(self) -> None:
        """For the dossier looked at, else for those of the day."""
        dossier = self.presenter.dossier(dossier_of(self.tree.group))
        if dossier:
            self._separators.print_papers(dossier)
        else:
            self._separators.print_day()

    def _choose_files(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(self, t("Nhập tệp"), "", t("Ảnh và PDF ({files})", files=FILES))
        self.presenter.bring_in(tuple(files))

    def _show_picture(self) -> None:
        key = self.tree.current_key
        picture = QPixmap()
        if key and picture.loadFromData(self._jpegs.get(key, b"")):
            room = self.picture.size()
            self.picture.setPixmap(
                picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
            )
            return
        self.picture.setPixmap(QPixmap())
        self.picture.setText(
            t("Không mở được trang này.") if key else t("Đặt cả chồng vào khay, mỗi hồ sơ một tờ dẫn lên trên, bấm F7.")
        )

    def _lay_out(self) -> None:
        page = PageLayout(self, self.title(), scrolls=False)
        page.head.insertWidget(1, self.said)
        page.body.addWidget(self.machine)
        page.body.addWidget(self.fault)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setWordWrap(True)
        self.picture.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self.picture.setMinimumSize(200, 200)
        self.tree.setFixedWidth(TREE_WIDTH)
        sheet = QFrame()
        sheet.setObjectName("canvas")  # white paper stands out from the page's ground
        QVBoxLayout(sheet).addWidget(self.picture)
        row = QHBoxLayout()
        row.setSpacing(tokens.CARD_GAP)
        row.addWidget(self.tree)
        row.addWidget(sheet, 1)
        row.addWidget(self._side())
        page.body.addLayout(row, 1)

    def _side(self) -> QWidget:
        side = QWidget()
        side.setFixedWidth(SIDE_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.CARD_GAP)
        column.addWidget(self.question)
        column.addWidget(Field(t("Mã &hồ sơ nhận trang"), self.code))
        self.lines.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.lines.setWordWrap(True)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setAccessibleName(t("Giấy tờ của hồ sơ"))
        self.papers.body.addWidget(self.lines, 1)
        self.papers.body.addWidget(caption(t("Bấm số để gán trang đang chọn; bấm lần nữa để bỏ gán."), wrap=True))
        column.addWidget(self.papers, 1)
        column.addStretch()
        column.addWidget(Field(t("&Số hồ sơ đã đặt vào (0: không đếm)"), self.laid_in))
        self.short_strip.setObjectName("banner")
        self.short_strip.setProperty("kind", Tone.WARN.value)
        QVBoxLayout(self.short_strip).addWidget(self.short)
        column.addWidget(self.short_strip)
        return side


def build(session: Session) -> StackScreen:
    """The screen with its presenter."""
    slips = Slips(session.jobs, session.stage, session.clock, session.printing.wake)
    return StackScreen(session, Separators(session.jobs, session.stage, session.clock, slips))
