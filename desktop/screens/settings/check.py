"""Tự kiểm tra: a sentence on everything the desk depends on, the help code for the telephone, and the log to send."""

from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout

from desktop.diagnosis import Facts, examine, read_facts
from desktop.findings import Finding
from desktop.i18n import t
from desktop.jobs import Failure
from desktop.logbook import gather
from desktop.screens.settings.panel import Panel
from desktop.stage import Session
from desktop.telephone import help_code
from desktop.theme.tokens import Tone
from desktop.widgets import Card, KeyHintButton, LinkButton, StatusChip, muted, page_title, text

MARKS = {True: ("Ổn", Tone.OK), None: ("Lưu ý", Tone.WARN), False: ("Cần sửa", Tone.BAD)}

PLACES = {
    "backup": ("settings", "backup"), "printer": ("settings", "printer"), "scanner": ("settings", "scanner"),
    "reader": ("settings", "reader"), "line": ("settings", "line"), "sync": ("sync", ""),
    "recovery": ("settings", "recovery"),
}  # fmt: skip
"""Where what was found can be mended: a screen, and the panel in it."""

LOG_NAME = "nhat-ky-mot-cua.zip"


class CheckPanel(Panel):
    """Looks when it is opened and when asked; devices may take seconds, and the window does not wait for them."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._found: tuple[Finding, ...] = ()
        self._code, self._grid = page_title(), QGridLayout()
        self._again, self._save = KeyHintButton(t("Kiểm tra &lại")), KeyHintButton(t("Lưu &nhật ký ra tệp…"))
        self._grid.setColumnStretch(1, 1)
        self.column.addWidget(self._code_card())
        self.column.addWidget(self._findings_card())
        self.add_answer()
        self._again.clicked.connect(self.refresh)
        self._save.clicked.connect(self._on_save)

    def refresh(self) -> None:
        """See `Panel`; one look at a time."""
        if not self._again.isEnabled():
            return
        self._again.setEnabled(False)
        self.answer(t("Đang kiểm tra máy in, máy quét và đường truyền…"), Tone.IDLE)
        self.session.jobs.ask(read_facts, self._look, self._on_failed)

    def _findings_card(self) -> Card:
        card, foot = Card(t("Quầy này lúc này")), QHBoxLayout()
        card.body.addLayout(self._grid)
        foot.addWidget(self._again)
        foot.addStretch()
        card.body.addLayout(foot)
        return card

    def _code_card(self) -> Card:
        card, foot = Card(t("Mã trợ giúp")), QHBoxLayout()
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        card.body.addWidget(self._code)
        words = t("Đọc mười hai ký tự này qua điện thoại cho bộ phận kỹ thuật của tỉnh. Mã và nhật ký không mang dữ "
                  "liệu của công dân nào.")  # fmt: skip
        card.body.addWidget(muted(words, wrap=True))
        foot.addWidget(self._save)
        foot.addStretch()
        card.body.addLayout(foot)
        return card

    def _look(self, facts: Facts) -> None:
        clock = self.session.clock

        def look() -> tuple[tuple[Finding, ...], str]:
            findings = tuple(examine(facts, clock))
            return findings, help_code(facts, findings, clock())

        self.session.jobs.pool(look, self._show, self._on_failed)

    def _on_failed(self, failure: Failure) -> None:
        self._again.setEnabled(True)
        self.complain(failure)

    def _show(self, looked: tuple[tuple[Finding, ...], str]) -> None:
        self._found, code = looked
        self._code.setText(code)
        self._code.setAccessibleName(t("Mã trợ giúp: {code}", code=" ".join(code)))
        self._again.setEnabled(True)
        self.answer("")
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for row, finding in enumerate(self._found):
            words, tone = MARKS[finding.ok]
            top = Qt.AlignmentFlag.AlignTop
            self._grid.addWidget(StatusChip(t(words), tone), row, 0, top)
            self._grid.addWidget(text(finding.sentence, wrap=True), row, 1)
            if finding.ok is not True and finding.topic in PLACES:
                self._grid.addWidget(self._way_to(finding), row, 2, top)

    def _way_to(self, finding: Finding) -> LinkButton:
        screen, panel = PLACES[finding.topic]
        button = LinkButton(t("Mở"), lambda: self.session.stage.open(screen, panel=panel))
        button.setAccessibleName(t("Mở nơi chỉnh: {sentence}", sentence=finding.sentence))
        return button

    def _on_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, t("Lưu nhật ký"), LOG_NAME, "ZIP (*.zip)")
        if name:
            home, findings = self.session.here.home, [asdict(finding) for finding in self._found]
            self.session.jobs.pool(lambda: gather(home, findings, Path(name)), self._on_saved, self.complain)

    def _on_saved(self, file: Path) -> None:
        self.answer(t("Đã lưu {name}. Gửi tệp này cho bộ phận kỹ thuật.", name=file.name))


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return CheckPanel(session)
