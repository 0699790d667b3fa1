"""Card 1 of the intake: the procedure, the person at the counter, and the owner where that is somebody else."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QWidget

from desktop.i18n import t
from desktop.screens.intake.form import OWNER, Field
from desktop.screens.intake.procedure_box import ProcedureBox
from desktop.theme import tokens
from desktop.widgets import Card, LinkButton, caption, strong
from desktop.widgets import Field as Labelled
from desktop.widgets.lines import Line
from dossiers.people import Sex

COLUMNS = 12


class PersonCard(Card):
    """Lays the fields out; `fields` gives each by its place."""

    def __init__(self) -> None:
        super().__init__(t("1 · Thủ tục và người nộp"))
        self.fields: dict[Field, Labelled] = {
            Field.PROCEDURE: Labelled(t("&Thủ tục hành chính"), ProcedureBox(), required=True),
            Field.ID_NUMBER: Labelled(
                t("&Số định danh / CCCD"), Line(longest=20), required=True, hint=t("Quét mã QR trên thẻ để tự điền")
            ),
            Field.BIRTH: Labelled(t("&Ngày sinh"), Line(t("02091986"), longest=10)),
            Field.SEX: Labelled(t("G&iới tính"), _sexes()),
            Field.NAME: Labelled(t("&Họ và tên người nộp"), Line(), required=True),
            Field.PHONE: Labelled(t("Số điện th&oại"), Line(longest=20)),
            Field.ADDRESS: Labelled(t("Nơi cư t&rú"), Line()),
            Field.OWNER_ID_NUMBER: Labelled(t("Số định danh chủ hồ sơ"), Line(longest=20)),
            Field.OWNER_BIRTH: Labelled(t("Ngày sinh chủ hồ sơ"), Line(t("02091986"), longest=10)),
            Field.OWNER_NAME: Labelled(t("Họ và tên chủ hồ sơ"), Line(), required=True),
            Field.OWNER_ADDRESS: Labelled(t("Nơi cư trú chủ hồ sơ"), Line()),
            Field.NOTE: Labelled(t("Ghi &chú"), Line()),
        }
        self.proposal = QWidget()
        self.proposal_words = caption(wrap=True)
        self.accept = LinkButton(t("Dùng &lại (Tab)"))
        self.other = LinkButton(t("+ Nộ&p thay cho người khác"))
        self.other.setCheckable(True)
        self.add_note = LinkButton(t("+ Ghi &chú"))
        self.owner_title = strong(t("Chủ hồ sơ"))
        for link in (self.accept, self.other, self.add_note):
            link.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # reached by their letters; Enter walks past them
        self._lay_out()
        self.show_owner(False)
        self.show_note(False)

    @property
    def procedure(self) -> ProcedureBox:
        """The procedure's own line."""
        editor = self.fields[Field.PROCEDURE].editor
        assert isinstance(editor, ProcedureBox)
        return editor

    @property
    def sex(self) -> QComboBox:
        """The sex to choose."""
        editor = self.fields[Field.SEX].editor
        assert isinstance(editor, QComboBox)
        return editor

    def line(self, place: Field) -> Line:
        """The line of a text field."""
        editor = self.fields[place].editor
        assert isinstance(editor, Line)
        return editor

    def show_owner(self, on: bool) -> None:
        """Open or close the fields of the owner."""
        self.other.setChecked(on)
        self.other.setText(t("– Nộ&p cho chính mình") if on else t("+ Nộ&p thay cho người khác"))
        self.owner_title.setVisible(on)
        for place in OWNER:
            self.fields[place].setVisible(on)

    def show_note(self, on: bool) -> None:
        """Open or close the note."""
        self.fields[Field.NOTE].setVisible(on)
        self.add_note.setVisible(not on)

    def show_proposal(self, words: str) -> None:
        """Offer what earlier dossiers say; nothing when empty."""
        self.proposal_words.setText(t("Lần trước: {words}", words=words))
        self.proposal.setVisible(bool(words))

    def _lay_out(self) -> None:
        offer = QHBoxLayout(self.proposal)
        offer.setContentsMargins(0, 0, 0, 0)
        offer.addWidget(self.proposal_words, 1)
        offer.addWidget(self.accept)
        links = QHBoxLayout()
        links.setContentsMargins(0, 0, 0, 0)
        links.addWidget(self.other)
        links.addWidget(self.add_note)
        links.addStretch()
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.GAP * 2)
        grid.setVerticalSpacing(tokens.GAP)
        for row, placed in enumerate(_ROWS):  # every other line is kept for what stands between the rows
            column = 0
            for place, span in placed:
                grid.addWidget(self.fields[place], row * 2, column, 1, span, Qt.AlignmentFlag.AlignTop)
                column += span
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.proposal, 3, 0, 1, COLUMNS)
        grid.addLayout(links, 7, 0, 1, COLUMNS)
        grid.addWidget(self.owner_title, 9, 0, 1, COLUMNS)
        self.body.addLayout(grid)
        self.body.addStretch()


_ROWS: tuple[tuple[tuple[Field, int], ...], ...] = (
    ((Field.PROCEDURE, 12),),
    ((Field.ID_NUMBER, 5), (Field.BIRTH, 4), (Field.SEX, 3)),
    ((Field.NAME, 8), (Field.PHONE, 4)),
    ((Field.ADDRESS, 12),),
    ((Field.NOTE, 12),),
    ((Field.OWNER_ID_NUMBER, 6), (Field.OWNER_BIRTH, 6)),
    ((Field.OWNER_NAME, 12),),
    ((Field.OWNER_ADDRESS, 12),),
)


def _sexes() -> QComboBox:
    box = QComboBox()
    box.addItem("", "")
    for sex in Sex:
        box.addItem(t(sex.value), sex.value)
    return box
