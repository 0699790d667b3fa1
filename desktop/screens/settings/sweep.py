"""The page of the holiday sweep: changed days, the dossiers they touch, and one button that does it all."""

from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.calendar_asks import Touched
from desktop.i18n import t
from desktop.screens.settings.listing import Entry, Listing
from desktop.screens.settings.panel import Panel
from desktop.screens.settings.sweep_presenter import SweepPresenter, SweepState
from desktop.slips import RECEIPT, Slips
from desktop.theme import tokens
from desktop.theme.tokens import Tone
from desktop.widgets import (
    Card,
    ChipDelegate,
    Field,
    KeyHintButton,
    Line,
    PrimaryButton,
    StatusChip,
    Table,
    muted,
    text,
)
from dossiers.clock import say_time

HEADINGS = ("Mã hồ sơ", "Người nộp", "Hẹn cũ", "Hẹn mới", "Xử lý")
CHIP = 4
NAMED_CHANGES = 3
TABLE_HEIGHT = 228


class SweepPage(QWidget):
    """Shown instead of the year until its `back` is pressed."""

    def __init__(self, panel: Panel) -> None:
        super().__init__()
        session = panel.session
        slips = Slips(session.jobs, session.stage, session.clock, session.printing.wake)
        self.presenter = SweepPresenter(
            jobs=session.jobs, view=self, print_receipt=lambda dossier, done: slips.print(RECEIPT, dossier, done)
        )
        self._touched: tuple[Touched, ...] = ()
        self._counts, self._changes, self._reasons = text(wrap=True), muted(wrap=True), muted(wrap=True)
        self._notice = Line()
        self._rows = Listing(HEADINGS, CHIP)
        self._table = Table(t("Hồ sơ bị ảnh hưởng"), self._rows)
        self._chips = ChipDelegate(session.theme)
        self._bar, self._said = QProgressBar(), StatusChip()
        self.back, self._stop = KeyHintButton(t("&Quay lại lịch")), KeyHintButton(t("&Dừng"))
        self._leave, self._go_on = KeyHintButton(t("Giữ ngày &cũ")), PrimaryButton(t("&Làm tiếp"))
        self._save = PrimaryButton(t("&Lưu lịch và in giấy hẹn mới"))
        self._lay_out()
        self._wire()
        self.present(self.presenter.state)

    def present(self, state: SweepState) -> None:
        """See `SweepView`."""
        self._said.say("", Tone.IDLE)
        effect = state.effect
        self._touched = effect.touched
        self._counts.setText(_counted(state))
        self._changes.setText("\n".join(_changes(state)))
        self._changes.setVisible(bool(effect.changes))
        if self._notice.value() != state.notice:
            self._notice.setText(state.notice)
        self._rows.show([_entry(each, state.chosen) for each in effect.touched])
        for part in (self._table, self._reasons):
            part.setVisible(bool(effect.touched))
        self._say_reasons()
        self._bar.setVisible(state.running)
        self._bar.setRange(0, max(1, state.total))
        self._bar.setValue(state.done)
        self._allow(state)

    def answer(self, sentence: str, tone: Tone = Tone.OK) -> None:
        """See `SweepView`."""
        self._said.say(sentence, tone)

    def _allow(self, state: SweepState) -> None:
        fresh = not (state.over or state.running or state.left)
        self._notice.setEnabled(fresh)
        self._save.set_words(t("&Lưu lịch và in giấy hẹn mới") if state.effect.moved else t("&Lưu lịch"))
        self._save.setVisible(fresh)
        self._stop.setVisible(state.running)
        self.back.setVisible(not state.running)
        for button in (self._go_on, self._leave):
            button.setVisible(bool(state.left) and not state.running)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card(t("Đổi lịch làm việc"))
        self._table.set_widths(200, 160, 136, 136)
        self._table.setItemDelegateForColumn(CHIP, self._chips)
        self._table.setFixedHeight(TABLE_HEIGHT)
        self._bar.setTextVisible(False)
        self._said.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(tokens.GAP)
        row.addWidget(Field(t("Căn cứ: &số thông báo, quyết định"), self._notice), 1)
        for button in (self.back, self._stop, self._leave, self._go_on, self._save):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        parts = (self._counts, self._said, self._bar, row, self._changes, self._table, self._reasons)
        for part in parts:
            card.body.addLayout(part) if isinstance(part, QHBoxLayout) else card.body.addWidget(part)
        column.addWidget(card)
        column.addStretch()

    def _wire(self) -> None:
        self._rows.ticked.connect(self._on_ticked)
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        QShortcut(
            QKeySequence(Qt.Key.Key_Space), self._table, self._on_space, context=Qt.ShortcutContext.WidgetShortcut
        )
        self._save.clicked.connect(self._on_save)
        self._stop.clicked.connect(self.presenter.stop)
        self._go_on.clicked.connect(self.presenter.resume)
        self._leave.clicked.connect(self.presenter.leave)

    def _on_save(self) -> None:
        self.presenter.save(self._notice.value())

    def _on_space(self) -> None:
        self._rows.toggle(self._table.currentIndex().row())

    def _on_ticked(self, row: int, _: bool) -> None:
        self.presenter.tick(self._id(row))

    def _id(self, row: int) -> UUID:
        return self._touched[row].moved.dossier_id

    def _on_row(self, _: QModelIndex) -> None:
        self._say_reasons()

    def _say_reasons(self) -> None:
        row = max(0, self._table.currentIndex().row())
        self._reasons.setText(" ".join(_reasons(self._touched[row])) if row < len(self._touched) else "")


def _counted(state: SweepState) -> str:
    counts = {"days": len(state.effect.changes), "dossiers": len(state.effect.touched)}
    if state.running:
        return t("Đang hẹn lại hồ sơ {done} trên {total}…", done=state.done, total=state.total)
    if state.left and not state.effect.changes:
        return t("Lần đổi lịch trước còn {left} việc: ngày hẹn chưa đổi hoặc giấy hẹn chưa in.", left=state.left)
    if not state.effect.changes:
        return t("Giờ làm việc của các ngày không đổi, nên không ngày hẹn nào đổi.")
    if state.over:
        return t("{days} ngày đã đổi, {dossiers} hồ sơ đang mở bị ảnh hưởng.", **counts)
    return t("{days} ngày thay đổi, {dossiers} hồ sơ đang mở bị ảnh hưởng. Chưa có gì được ghi.", **counts)


def _changes(state: SweepState) -> list[str]:
    changes = state.effect.changes
    said = [change.sentence for change in changes[:NAMED_CHANGES]]
    more = len(changes) - NAMED_CHANGES
    return [*said, t("Và {count} ngày khác.", count=more)] if more > 0 else said


def _entry(touched: Touched, chosen: frozenset[UUID]) -> Entry:
    moved = touched.moved
    ticked = None if moved.stays else moved.dossier_id in chosen
    words, tone = _handling(touched, ticked=ticked)
    new = "–" if moved.stays else say_time(moved.due_after)
    return Entry(cells=(moved.code, touched.name, say_time(moved.due_before), new, words), tone=tone, ticked=ticked)


def _handling(touched: Touched, *, ticked: bool | None) -> tuple[str, Tone]:
    """What will become of it."""
    if touched.moved.late:
        return t("Đã quá hạn, giữ ngày cũ"), Tone.BAD
    if ticked is None:
        return t("Giữ ngày cũ, xem lại"), Tone.WARN
    if not ticked:
        return t("Không đổi"), Tone.IDLE
    return (t("Đổi, không in lại"), Tone.HOLD) if touched.promised_at else (t("Đổi và in giấy hẹn"), Tone.INFO)


def _reasons(touched: Touched) -> tuple[str, ...]:
    if touched.promised_at is None:
        return touched.moved.reasons
    promise = t(
        "Đã xin lỗi và hẹn lúc {time}: lời hẹn ấy giữ nguyên, không in giấy mới.", time=say_time(touched.promised_at)
    )
    closed = (t("Hôm đó nay không mở cửa: gọi báo người dân."),) if touched.promise_closed else ()
    return (*touched.moved.reasons, promise, *closed)
