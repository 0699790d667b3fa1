"""Hồ sơ nhận theo quy định cũ: what the law of their day says otherwise, and a decision for each."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout

from desktop.i18n import t
from desktop.screens.settings.listing import Entry, Listing
from desktop.screens.settings.old_rules_presenter import OldRulesPresenter, chosen_after
from desktop.screens.settings.panel import Panel
from desktop.slips import RECEIPT, Slips
from desktop.stage import Session
from desktop.theme.tokens import Tone
from desktop.widgets import Card, ChipDelegate, KeyHintButton, PrimaryButton, Table, muted, text
from dossiers.clock import say_time
from dossiers.old_rules import OldRules, say

HEADINGS = ("Mã hồ sơ", "Thủ tục", "Nhận lúc", "Khác ở")
CHIP = 3
TABLE_HEIGHT = 260


class OldRulesPanel(Panel):
    """Only what was not sent yet: what the province has, it judges by its own catalogue."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        slips = Slips(session.jobs, session.stage, session.clock, session.printing.wake)
        self._presenter = OldRulesPresenter(
            jobs=session.jobs, view=self, complain=self.complain,
            print_receipt=lambda dossier: slips.print(RECEIPT, dossier),
        )  # fmt: skip
        self._old: tuple[OldRules, ...] = ()
        self._rows = Listing(HEADINGS, CHIP)
        self._table = Table(t("Hồ sơ nhận theo quy định cũ"), self._rows)
        self._chips = ChipDelegate(session.theme)
        self._count, self._differences = text(wrap=True), muted(wrap=True)
        self._keep = KeyHintButton(t("&Giữ nguyên"))
        self._again = PrimaryButton(t("In &lại giấy hẹn theo quy định mới"))
        self._lay_out()
        self.add_answer()
        self._table.selectionModel().currentRowChanged.connect(self._on_row)
        self._keep.clicked.connect(self._on_keep)
        self._again.clicked.connect(self._on_again)

    def refresh(self) -> None:
        """See `Panel`."""
        self._presenter.open()

    def present(self, old: tuple[OldRules, ...]) -> None:
        """See `OldRulesView`."""
        row, before = self._table.currentIndex().row(), self._chosen()
        self._old = old
        self._rows.show([_entry(each) for each in old])
        if old:
            self._table.selectRow(chosen_after(old, max(0, row), before.dossier_id if before else None))
        none = t("Không có hồ sơ chưa gửi nào nhận theo quy định đã thay đổi.")
        some = t(
            "{count} hồ sơ chưa gửi đã nhận khi máy này chưa có quy định mới. Giấy trong tay người dân chưa đổi gì.",
            count=len(old),
        )
        self._count.setText(some if old else none)
        for part in (self._table, self._differences, self._keep, self._again):
            part.setVisible(bool(old))
        self._say_differences()

    def _lay_out(self) -> None:
        card, foot = Card(t("Hồ sơ nhận theo quy định cũ")), QHBoxLayout()
        self._table.set_widths(186, 330, 150)
        self._table.setItemDelegateForColumn(CHIP, self._chips)
        self._table.setFixedHeight(TABLE_HEIGHT)
        for part in (self._count, self._table, self._differences):
            card.body.addWidget(part)
        foot.addStretch()
        for button in (self._keep, self._again):
            foot.addWidget(button)
        card.body.addLayout(foot)
        self.column.addWidget(card)

    def _chosen(self) -> OldRules | None:
        row = self._table.currentIndex().row()
        return self._old[row] if 0 <= row < len(self._old) else None

    def _on_row(self, _: QModelIndex) -> None:
        self._say_differences()

    def _say_differences(self) -> None:
        chosen = self._chosen()
        self._differences.setText(" ".join(say(chosen)) if chosen else "")
        self._again.setEnabled(chosen is not None and chosen.may_reissue)

    def _on_keep(self) -> None:
        if chosen := self._chosen():
            self._presenter.keep(chosen)

    def _on_again(self) -> None:
        if chosen := self._chosen():
            self._presenter.issue_again(chosen)


def _entry(old: OldRules) -> Entry:
    words, tone = _differs_in(old)
    return Entry(cells=(old.code, old.procedure_name, say_time(old.received_at), words), tone=tone)


def _differs_in(old: OldRules) -> tuple[str, Tone]:
    """What a citizen would notice, in a word each."""
    if old.law is None:
        return t("Đã bãi bỏ"), Tone.BAD
    parts = (
        (old.due_differs, t("Ngày hẹn")), (old.fee_differs, t("Phí")),
        (bool(old.wanted or old.papers_spared), t("Giấy tờ")),
    )  # fmt: skip
    return ", ".join(words for differs, words in parts if differs), Tone.WARN


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return OldRulesPanel(session)
