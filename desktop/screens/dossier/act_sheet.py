"""The sheet of everything else: the other acts that are possible, and the papers that can be printed again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop import keys
from desktop.i18n import t
from desktop.screens.dossier.acts import GROUPS, KEYS
from desktop.screens.dossier.state import DossierState
from desktop.theme import tokens
from desktop.widgets import Card, KeyHintButton, muted
from dossiers.status import MOVES

GROUP_WORDS = ("Chờ người dân", "Bàn giao", "Kết quả", "Tiền", "Hẹn lại, kết thúc", "Thông tin")
IN_A_ROW = 5


class ActSheet(Card):
    """Stands in the page as a form does; the arrows and Tab go from one to the next, Enter chooses."""

    act_chosen = Signal(str)
    paper_chosen = Signal(str)
    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__(t("Việc khác"))
        self._rows: QWidget | None = None
        self._acts: dict[QPushButton, str] = {}
        self._papers: dict[QPushButton, str] = {}
        stay = KeyHintButton(t("Thôi"), keys.BACK)
        stay.clicked.connect(self.dismissed)
        self._foot = QHBoxLayout()
        self._foot.addStretch()
        self._foot.addWidget(stay)
        self.body.addLayout(self._foot)
        self.hide()

    def present(self, state: DossierState, *, papers_first: bool) -> None:
        """Show what has no button, and take the cursor to the first act, or to the first paper."""
        if self._rows is not None:
            self.body.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        self._acts, self._papers = {}, {}
        self._rows = QWidget()
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(tokens.GAP * 2)
        grid.setColumnStretch(1, 1)
        in_bar = {offer.kind for offer in state.offers if offer.in_bar}
        for words, group in zip(GROUP_WORDS, GROUPS, strict=True):
            kinds = [kind for kind in group if kind in state.possible and kind not in in_bar]
            self._acts |= _add_row(grid, t(words), [(kind, t(MOVES[kind].words), KEYS.get(kind, "")) for kind in kinds])
        self._papers = _add_row(grid, t("In giấy"), [(form, title, "") for form, title in state.printable])
        for button in (*self._acts, *self._papers):
            button.clicked.connect(self._on_clicked)
        self.body.insertWidget(1, self._rows)
        self.show()
        wanted = (*self._papers, *self._acts) if papers_first else (*self._acts, *self._papers)
        if wanted:
            wanted[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton) and button in self._acts:
            self.act_chosen.emit(self._acts[button])
        elif isinstance(button, QPushButton):
            self.paper_chosen.emit(self._papers[button])


def _add_row(grid: QGridLayout, words: str, buttons: list[tuple[str, str, str]]) -> dict[QPushButton, str]:
    """One group: its name and its buttons (slug, words, key), a few in a line; nothing for an empty one."""
    if not buttons:
        return {}
    made: dict[QPushButton, str] = {}
    column = QVBoxLayout()
    column.setSpacing(tokens.SMALL_GAP)
    for start in range(0, len(buttons), IN_A_ROW):
        line = QHBoxLayout()
        line.setSpacing(tokens.GAP)
        for slug, title, key in buttons[start : start + IN_A_ROW]:
            button = KeyHintButton(title, key)
            made[button] = slug
            line.addWidget(button)
        line.addStretch()
        column.addLayout(line)
    row = grid.rowCount()
    label = muted(words)
    label.setMinimumHeight(tokens.CONTROL_HEIGHT)
    grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
    grid.addLayout(column, row, 1)
    return made
