"""Card 1 of the intake: the procedure, the person at the counter, and the owner where that is somebody else."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QWidget

from desktop import keys
from desktop.i18n import t
from desktop.screens.intake.form import AGENCIES, DELEGATE, OWNER, Field, Form
from desktop.screens.intake.procedure_box import ProcedureBox
from desktop.theme import tokens
from desktop.widgets import Card, LinkButton, caption, strong
from desktop.widgets import Field as Labelled
from desktop.widgets.lines import Line
from dossiers.dossier import Channel
from dossiers.people import Sex

COLUMNS = 12
CHANNELS = {Channel.COUNTER: "Trực tiếp", Channel.ONLINE: "Trực tuyến", Channel.POST: "Bưu chính"}
ADDITIONS = {
    DELEGATE: "+ Nhận thay", AGENCIES: "+ Cơ q&uan khác", (Field.NOTE,): "+ Ghi &chú",
}  # fmt: skip
"""The fields that few intakes need, and the links that open them."""


class PersonCard(Card):
    """Lays the fields out; `fields` gives each by its place."""

    def __init__(self) -> None:
        super().__init__(t("1 · Thủ tục và người nộp"))
        self.fields: dict[Field, Labelled] = {
            Field.PROCEDURE: Labelled(t("&Thủ tục hành chính"), ProcedureBox(), required=True),
            Field.ID_NUMBER: Labelled(
                t("&Số định danh / CCCD"), Line(longest=20), required=True,
                hint=t("Quét QR trên thẻ · {key}: camera", key=keys.CARD_CAMERA),
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
            Field.DELEGATE_NAME: Labelled(t("Người nhận thay kết quả"), Line()),
            Field.DELEGATE_ID_NUMBER: Labelled(t("Số giấy tờ của người nhận thay"), Line(longest=20)),
            Field.DECIDING: Labelled(t("Cơ quan giải quyết"), Line()),
            Field.SUPPORTING: Labelled(t("Nơi hỗ trợ"), Line()),
            Field.NOTE: Labelled(t("Ghi &chú"), Line()),
        }  # fmt: skip
        self.channel = QComboBox()
        for channel, words in CHANNELS.items():
            self.channel.addItem(t(words), channel)
        self.proposal = QWidget()
        self.proposal_words = caption(wrap=True)
        self.accept = LinkButton(t("&Dùng lại (Tab)"))
        self.other = LinkButton(t("+ Nộ&p thay"))
        self.other.setCheckable(True)
        self.add = {places: LinkButton(t(words)) for places, words in ADDITIONS.items()}
        self.refuse = LinkButton(t("Không tiếp nhận"))
        self.owner_title = strong(t("Chủ hồ sơ"))
        for link in (self.accept, self.other, self.refuse, *self.add.values()):
            link.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # reached by their letters; Enter walks past them
        self._lay_out()
        self.show_owner(False)
        for places, link in self.add.items():
            link.clicked.connect(partial(self._on_add, places))
            self.show_added(places, on=False)

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
        self.other.setText(t("– Nộ&p cho mình") if on else t("+ Nộ&p thay"))
        self.owner_title.setVisible(on)
        for place in OWNER:
            self.fields[place].setVisible(on)

    def show_added(self, places: tuple[Field, ...], *, on: bool) -> None:
        """Open or close what few intakes need."""
        for place in places:
            self.fields[place].setVisible(on)
        self.add[places].setVisible(not on)

    def show_form(self, form: Form) -> None:
        """Open what the form fills, and show what is chosen rather than typed."""
        self.show_owner(form.for_other)
        for places in self.add:
            self.show_added(places, on=any(form.text(place) for place in places))
        self.sex.setCurrentIndex(max(self.sex.findData(form.text(Field.SEX)), 0))
        self.channel.setCurrentIndex(self.channel.findData(form.channel))

    def show_proposal(self, words: str) -> None:
        """Offer what earlier dossiers say; nothing when empty."""
        self.proposal_words.setText(t("Lần trước: {words}", words=words))
        self.proposal.setVisible(bool(words))

    def _on_add(self, places: tuple[Field, ...], _: bool = False) -> None:
        self.show_added(places, on=True)
        self.fields[places[0]].editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        offer = QHBoxLayout(self.proposal)
        offer.setContentsMargins(0, 0, 0, 0)
        offer.addWidget(self.proposal_words, 1)
        offer.addWidget(self.accept)
        links = QHBoxLayout()
        links.setContentsMargins(0, 0, 0, 0)
        for link in (self.other, *self.add.values()):
            links.addWidget(link)
        links.addStretch()
        links.addWidget(self.refuse)
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.GAP * 2)
        grid.setVerticalSpacing(tokens.GAP)
        for row, placed in enumerate(_ROWS):  # every other line is kept for what stands between the rows
            column = 0
            for place, span in placed:
                grid.addWidget(self.fields[place], row * 2, column, 1, span, Qt.AlignmentFlag.AlignTop)
                column += span
        grid.addWidget(Labelled(t("Nộp qu&a"), self.channel), 0, 9, 1, 3, Qt.AlignmentFlag.AlignTop)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.proposal, 3, 0, 1, COLUMNS)
        grid.addLayout(links, 2 * len(_ROWS), 0, 1, COLUMNS)
        grid.addWidget(self.owner_title, 7, 0, 1, COLUMNS)
        self.body.addLayout(grid)
        self.body.addStretch()


_ROWS: tuple[tuple[tuple[Field, int], ...], ...] = (
    ((Field.PROCEDURE, 9),),
    ((Field.ID_NUMBER, 5), (Field.BIRTH, 4), (Field.SEX, 3)),
    ((Field.NAME, 8), (Field.PHONE, 4)),
    ((Field.ADDRESS, 12),),
    ((Field.OWNER_ID_NUMBER, 6), (Field.OWNER_BIRTH, 6)),
    ((Field.OWNER_NAME, 6), (Field.OWNER_ADDRESS, 6)),
    ((Field.DELEGATE_NAME, 6), (Field.DELEGATE_ID_NUMBER, 6)),
    ((Field.DECIDING, 6), (Field.SUPPORTING, 6)),
    ((Field.NOTE, 12),),
)


def _sexes() -> QComboBox:
    box = QComboBox()
    box.addItem("", "")
    for sex in Sex:
        box.addItem(t(sex.value), sex.value)
    return box
