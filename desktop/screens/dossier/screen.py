"""The dossier screen: the state in big letters, facts, papers, history; every decision is the presenter's."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QHeaderView, QSizePolicy, QVBoxLayout, QWidget

from desktop import keys
from desktop.commands import Command
from desktop.i18n import t
from desktop.screen import Screen
from desktop.screens.dossier.deed_forms import CorrectForm, DeedForm, ResultForm, SupplementForm, VoidForm
from desktop.screens.dossier.presenter import DossierPresenter
from desktop.screens.dossier.rows import DEEDS, PAPERS, CellsModel, deed_cells, paper_cells
from desktop.screens.dossier.state import DossierState
from desktop.slips import Slips
from desktop.stage import Session
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import Card, ChipDelegate, Page, StatusChip, Table, muted, strong, text

LEAST_ROWS = 3
PAPER_CHIP, DEED_CHIP = 2, 3
"""The column painted as a chip."""
PAPER_WIDE, DEED_WIDE = 0, 1
"""The column that takes the room."""


class DossierScreen(Screen):
    """One dossier; the forms of its deeds open above the facts."""

    def __init__(self, session: Session, slips: Slips) -> None:
        super().__init__()
        self._state: DossierState | None = None
        self.word, self.due = StatusChip(), muted()
        self.people, self.procedure = strong(), muted()
        self._facts = QGridLayout()
        self.papers, self.deeds = CellsModel(PAPERS), CellsModel(DEEDS)
        self._chips = ChipDelegate(session.theme)
        self.scans = muted()
        self.province = text(wrap=True)
        self.supplement, self.result = SupplementForm(), ResultForm()
        self.void, self.correct = VoidForm(), CorrectForm()
        self.presenter = DossierPresenter(
            jobs=session.jobs, stage=session.stage, clock=session.clock, slips=slips, view=self
        )
        self._lay_out()
        self._wire()

    def title(self) -> str:
        """See `Screen.title`."""
        return t("Hồ sơ")

    def commands(self) -> tuple[Command, ...]:
        """See `Screen.commands`: while a form is open, only its two keys."""
        if form := self._form():
            return (
                Command(id="dossier.agree", title=t("Ghi"), key=keys.FINISH, run=form.agreed.emit, in_bar=False),
                Command(id="dossier.dismiss", title=t("Thôi"), key=keys.BACK, run=self.close_form, in_bar=False),
            )
        opener, presenter = self._opener, self.presenter
        deeds = (
            ("dossier.scan", t("Quét giấy tờ"), keys.SCAN, presenter.scan, "scans_attached", False),
            ("dossier.reprint", t("In lại"), keys.REPRINT, presenter.reprint, "scans_attached", False),
            ("dossier.supplement", t("Bổ sung"), "", opener(self.supplement), "supplement_requested", False),
            ("dossier.supplemented", t("Nhận bổ sung"), "", presenter.take_supplement, "supplement_received", True),
            ("dossier.correct", t("Sửa thông tin"), "", opener(self.correct), "corrected", False),
            ("dossier.void", t("Hủy tiếp nhận"), "", opener(self.void), "voided", False),
            ("dossier.ready", t("Có kết quả"), keys.RESULT_HERE, opener(self.result), "result_ready", True),
            ("dossier.return", t("Trả kết quả"), keys.GIVE_BACK, presenter.give_back, "returned", True),
        )
        return tuple(
            Command(id=i, title=title, key=key, run=run, primary=primary)
            for i, title, key, run, kind, primary in deeds
            if self._state is not None and kind in self._state.possible
        )

    def enter(self, **what: Any) -> None:
        """See `Screen.enter`; `dossier_id` is the one to open."""
        self.close_form()
        self.presenter.enter(what.get("dossier_id"))

    # DossierView.

    def present(self, state: DossierState) -> None:
        """See `DossierView.present`."""
        self._state = state
        self.page.title.setText(state.code)
        self.word.say(" · ".join(filter(None, (state.word, state.modifier))), state.tone)
        self.due.setText(state.due)
        self.people.setText(state.people)
        self.procedure.setText(state.procedure)
        self.papers.show_rows(paper_cells(state.papers))
        self.deeds.show_rows(deed_cells(state.deeds))
        self.scans.setText(state.scans)
        self.province.setText(state.province)
        self.province.setVisible(bool(state.province))
        self._show_facts(state.facts)
        self._whole.show()
        self.commands_changed.emit()

    def show_nothing(self) -> None:
        """See `DossierView.show_nothing`."""
        self._whole.hide()
        self.page.title.setText(t("Chưa mở hồ sơ nào"))
        self.due.setText(t("Quét biên nhận, hoặc tìm trong Tra cứu."))

    def close_form(self) -> None:
        """See `DossierView.close_form`."""
        for form in self._forms:
            form.hide()
        self.commands_changed.emit()

    # Wiring.

    @property
    def _forms(self) -> tuple[DeedForm, ...]:
        return (self.supplement, self.result, self.void, self.correct)

    def _form(self) -> DeedForm | None:
        return next((form for form in self._forms if not form.isHidden()), None)

    def _opener(self, form: DeedForm) -> Callable[[], None]:
        def open_form() -> None:
            if dossier := self.presenter.dossier:
                form.present(dossier)
                self.commands_changed.emit()

        return open_form

    def _wire(self) -> None:
        for form in self._forms:
            form.dismissed.connect(self.close_form)
        self.supplement.agreed.connect(self._on_supplement)
        self.result.agreed.connect(self._on_result)
        self.void.agreed.connect(self._on_void)
        self.correct.agreed.connect(self._on_correct)

    def _on_supplement(self) -> None:
        self.presenter.ask_supplement(self.supplement.chosen, self.supplement.reason.value())

    def _on_result(self) -> None:
        self.presenter.make_ready(self.result.description.value(), self.result.shelf.value())

    def _on_void(self) -> None:
        self.presenter.cancel(self.void.reason.value())

    def _on_correct(self) -> None:
        if person := self.correct.person():
            self.presenter.correct(person)

    def _lay_out(self) -> None:
        self.page = Page(self, self.title())
        self.page.head.insertWidget(1, self.word)
        self.page.head.insertWidget(2, self.due)
        for form in self._forms:
            self.page.body.addWidget(form)
        self._whole = QWidget()
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(tokens.CARD_GAP)
        whole.addWidget(self._person_card())
        tables = QHBoxLayout()
        tables.setSpacing(tokens.CARD_GAP)
        tables.addWidget(self._table_card(t("Giấy tờ"), self.papers, PAPER_CHIP, PAPER_WIDE, self.scans), 1)
        tables.addWidget(self._table_card(t("Diễn biến"), self.deeds, DEED_CHIP, DEED_WIDE), 1)
        whole.addLayout(tables, 1)
        self.page.body.addWidget(self._whole, 1)

    def _person_card(self) -> Card:
        card = Card()
        card.body.addWidget(self.people)
        card.body.addWidget(self.procedure)
        self.province.setProperty("tone", Tone.INFO.value)
        card.body.addWidget(self.province)
        self._facts.setHorizontalSpacing(tokens.GAP * 2)
        self._facts.setVerticalSpacing(tokens.SMALL_GAP)
        self._facts.setColumnStretch(1, 1)
        self._facts.setColumnStretch(3, 1)
        card.body.addLayout(self._facts)
        return card

    def _table_card(self, title: str, model: CellsModel, chip: int, wide: int, beside: QWidget | None = None) -> Card:
        card = Card(title)
        table = Table(title, model)
        table.setItemDelegateForColumn(chip, self._chips)
        header = table.horizontalHeader()
        header.setStretchLastSection(False)
        for column in range(model.columnCount()):
            mode = QHeaderView.ResizeMode.Stretch if column == wide else QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(column, mode)
        table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        table.setMinimumHeight(LEAST_ROWS * tokens.ROW_HEIGHT)
        card.body.addWidget(table, 1)
        if beside is not None:
            card.body.addWidget(beside)
        return card

    def _show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        while item := self._facts.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        half = -(-len(facts) // 2)
        for number, (label, words) in enumerate(facts):
            row, column = number % half, number // half * 2
            self._facts.addWidget(muted(label), row, column, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(text(words, wrap=True), row, column + 1, Qt.AlignmentFlag.AlignTop)


def build(session: Session) -> DossierScreen:
    """The screen with its presenter."""
    return DossierScreen(session, Slips(session.jobs, session.stage, session.clock, session.printing.wake))
