"""Danh mục thủ tục: the catalogue in force, a file beside it change by change, and the way out to a file."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from desktop.i18n import t
from desktop.law_asks import InForce, Plan
from desktop.screens.settings.catalogue_presenter import CataloguePresenter, CatalogueState
from desktop.screens.settings.listing import Entry, Listing
from desktop.screens.settings.panel import Panel
from desktop.stage import Session
from desktop.theme.tokens import Tone
from desktop.widgets import Card, ChipDelegate, DateLine, Field, KeyHintButton, Line, PrimaryButton, Table, muted, text
from dossiers.catalogue_diff import Change, ChangeKind, FieldChange
from dossiers.clock import say_date

HEADINGS = ("Thay đổi", "Mã", "Thủ tục", "Mục", "Đang ghi", "Ghi mới")
CHIP = 0
KINDS = {
    ChangeKind.ADDED: ("Thêm mới", Tone.OK), ChangeKind.CHANGED: ("Sửa đổi", Tone.INFO),
    ChangeKind.REPEALED: ("Bãi bỏ", Tone.BAD), ChangeKind.REPLACED: ("Được thay thế", Tone.HOLD),
}  # fmt: skip
NOTHING = FieldChange(field="", label="", old="", new="")
TABLE_HEIGHT = 164
MOST_REMARKS = 4


class CataloguePanel(Panel):
    """A file is compared before it is used; what the law said before is never lost."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._presenter = CataloguePresenter(jobs=session.jobs, view=self, complain=self.complain)
        self._changes: tuple[tuple[Change, FieldChange], ...] = ()
        self._summary, self._warnings = text(wrap=True), muted(wrap=True)
        self._old = KeyHintButton(t("&Hồ sơ nhận theo quy định cũ"))
        self._source, self._start = Line(), DateLine()
        self._rows = Listing(HEADINGS, CHIP)
        self._table = Table(t("Thay đổi của danh mục"), self._rows)
        self._chips = ChipDelegate(session.theme)
        self._detail, self._remarks = muted(wrap=True), muted(wrap=True)
        self._use = PrimaryButton(t("&Dùng danh mục mới"))
        self._file = self._file_card()
        self.column.addWidget(self._in_force_card())
        self.column.addWidget(self._file)
        self.add_answer()
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        self._use.clicked.connect(self._presenter.use)
        self._old.clicked.connect(self._on_old)

    def refresh(self) -> None:
        """See `Panel`."""
        self._presenter.open()

    def present(self, state: CatalogueState) -> None:
        """See `CatalogueView`."""
        if state.in_force:
            self._summary.setText(_summary(state.in_force))
            self._warnings.setText("\n".join(state.in_force.warnings))
            self._warnings.setVisible(bool(state.in_force.warnings))
            if not self._start.value():
                self._start.set_day(state.in_force.today)
        self._old.setEnabled(bool(state.old))
        self._file.setVisible(bool(state.file))
        self._file.title.setText(t("Tệp {name}", name=state.file))
        self._show_plan(state.plan)

    def _show_plan(self, plan: Plan | None) -> None:
        changes = plan.changes if plan else ()
        self._changes = tuple((change, field) for change in changes for field in change.fields or (NOTHING,))
        self._rows.show([_entry(*each) for each in self._changes])
        for part in (self._table, self._detail):
            part.setVisible(bool(changes))
        self._use.setEnabled(bool(changes))
        self._say_detail(0)
        self._remarks.setText("\n".join(_remarks(plan)) if plan else "")
        self._remarks.setVisible(bool(self._remarks.text()))

    def _in_force_card(self) -> Card:
        card, row = Card(t("Danh mục đang dùng")), QHBoxLayout()
        read, export = KeyHintButton(t("&Nhập tệp danh mục…")), KeyHintButton(t("&Xuất danh mục…"))
        read.clicked.connect(self._on_read)
        export.clicked.connect(self._on_export)
        for button in (read, export, self._old):
            row.addWidget(button)
        row.addStretch()
        card.body.addWidget(self._summary)
        card.body.addWidget(self._warnings)
        card.body.addLayout(row)
        return card

    def _file_card(self) -> Card:
        card, row, foot = Card(), QHBoxLayout(), QHBoxLayout()
        card.title.show()
        look, drop = KeyHintButton(t("Xem &thay đổi")), KeyHintButton(t("&Bỏ tệp này"))
        look.clicked.connect(self._on_look)
        drop.clicked.connect(self._presenter.drop)
        row.addWidget(Field(t("&Số quyết định hoặc nơi lấy tệp"), self._source), 3)
        row.addWidget(Field(t("Có hiệu &lực từ ngày"), self._start), 1)
        row.addWidget(look, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addStretch()
        for button in (drop, self._use):
            foot.addWidget(button)
        self._table.set_widths(120, 96, 180, 120, 170)
        self._table.setItemDelegateForColumn(CHIP, self._chips)
        self._table.setFixedHeight(TABLE_HEIGHT)
        card.body.addLayout(row)
        for part in (self._table, self._detail, self._remarks):
            card.body.addWidget(part)
        card.body.addLayout(foot)
        return card

    def _on_row(self, index: QModelIndex) -> None:
        self._say_detail(index.row())

    def _say_detail(self, row: int) -> None:
        self._detail.setText(_detail(*self._changes[row]) if 0 <= row < len(self._changes) else "")

    def read(self, file: str) -> None:
        """Take a file to be looked at."""
        self.answer("")
        self._presenter.choose(file)

    def _on_read(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, t("Nhập tệp danh mục"), "", "JSON (*.json)")
        if file:
            self.read(file)

    def _on_export(self) -> None:
        file, _ = QFileDialog.getSaveFileName(self, t("Xuất danh mục"), "danh-muc.json", "JSON (*.json)")
        if file:
            self._presenter.export(file)

    def _on_look(self) -> None:
        self._presenter.look(self._source.value(), self._start.day())

    def _on_old(self) -> None:
        self.session.stage.open("settings", panel="old_rules")


def _summary(in_force: InForce) -> str:
    version, count = in_force.catalogue.version, in_force.count
    if in_force.oldest_check is None:
        return t("Phiên bản {version}: {count} thủ tục có hiệu lực hôm nay.", version=version, count=count)
    return t(
        "Phiên bản {version}: {count} thủ tục có hiệu lực hôm nay. Lần đối chiếu lâu nhất: {day}.", version=version,
        count=count, day=say_date(in_force.oldest_check),
    )  # fmt: skip


def _remarks(plan: Plan) -> list[str]:
    absent = [t("Tệp không có {count} thủ tục đang dùng; danh mục vẫn giữ.", count=plan.absent)] if plan.absent else []
    more = len(plan.remarks) - MOST_REMARKS
    rest = [t("Và {count} lưu ý khác.", count=more)] if more > 0 else []
    return [*absent, *plan.remarks[:MOST_REMARKS], *rest]


def _entry(change: Change, field: FieldChange) -> Entry:
    words, tone = KINDS[change.kind]
    new = change.replaced_by or field.new
    return Entry(cells=(t(words), change.code, change.name, field.label, field.old, new), tone=tone)


def _detail(change: Change, field: FieldChange) -> str:
    head = t("{code} {name}, từ {day}.", code=change.code, name=change.name, day=say_date(change.from_on))
    if not field.label:
        return head
    return f"{head} {field.label}: {field.old or t('(chưa có)')} → {field.new or t('(bỏ)')}"


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return CataloguePanel(session)
