"""Biểu mẫu: the office's own words for its forms, from a file that is refused with its line where it is wrong."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from desktop.form_words import keep_words, kept_file
from desktop.i18n import said, t
from desktop.screens.settings.listing import Entry, Listing
from desktop.screens.settings.panel import Panel
from desktop.stage import Session
from desktop.theme.tokens import Tone
from desktop.widgets import Card, KeyHintButton, Table, muted, text
from dossiers.clock import say_date
from dossiers.errors import InvalidInput, KnownError
from dossiers.reading import read_small

if TYPE_CHECKING:
    from desktop.jobs import Desk
    from printing.overrides import Override

HEADINGS = ("Biểu mẫu", "Nơi áp dụng", "Từ ngày", "Thay đổi")
TABLE_HEIGHT = 230
PARTS = {
    "title": "tên biểu mẫu", "number": "số mẫu", "legal_basis": "căn cứ", "parent_body": "cơ quan cấp trên",
    "body": "cơ quan", "place": "địa danh", "footer": "chân trang",
}  # fmt: skip


class FormsPanel(Panel):
    """What the file does not name is printed as shipped."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._rows = Listing(HEADINGS)
        self._table = Table(t("Câu chữ riêng của cơ quan"), self._rows)
        self._table.set_widths(200, 240, 100)
        self._table.setFixedHeight(TABLE_HEIGHT)
        self._count = text(wrap=True)
        self._remove, self._save = KeyHintButton(t("&Bỏ câu chữ riêng")), KeyHintButton(t("&Xuất tệp đang dùng…"))
        read = KeyHintButton(t("&Nạp tệp mẫu in…"))
        card, row = Card(t("Câu chữ riêng của cơ quan")), QHBoxLayout()
        for button in (read, self._save, self._remove):
            row.addWidget(button)
        row.addStretch()
        for part in (self._count, self._table):
            card.body.addWidget(part)
        card.body.addLayout(row)
        words = t("Tệp TOML, mỗi mục [[form]] đổi tên, số mẫu, tiêu ngữ hoặc từng câu của một biểu mẫu.")
        card.body.addWidget(muted(words, wrap=True))
        self.column.addWidget(card)
        self.add_answer()
        read.clicked.connect(self._on_read)
        self._save.clicked.connect(self._on_save)
        self._remove.clicked.connect(self._on_remove)

    def refresh(self) -> None:
        """See `Panel`."""
        self.session.jobs.ask(read_kept, self._on_kept, self.complain)

    def load(self, file: str) -> None:
        """Use a file from now on; a broken one leaves the former in its place."""
        self.answer("")

        def keep(data: bytes) -> None:
            self.session.jobs.ask(lambda desk: keep_words(desk, data), lambda _: self._on_loaded(), self.complain)

        self.session.jobs.pool(lambda: _read(Path(file)), keep, self.complain)

    def _on_kept(self, kept: "tuple[tuple[Override, ...], InvalidInput | None]") -> None:
        entries, fault = kept
        self._rows.show([_entry(each) for each in entries])
        self._table.setVisible(bool(entries))
        some = t("{count} mục riêng, áp dụng từ lần in tới.", count=len(entries))
        self._count.setText(some if entries else t("Mọi biểu mẫu in đúng câu chữ kèm phần mềm."))
        for button in (self._remove, self._save):
            button.setEnabled(bool(entries) or fault is not None)
        if fault is not None:
            words = t("Tệp đang giữ không hợp với phiên bản này nên biểu mẫu in như kèm phần mềm.")
            self.answer(f"{words} {said(fault)}", Tone.WARN)

    def _on_loaded(self) -> None:
        self.refresh()
        self.answer(t("Đã nạp. Phiếu in từ bây giờ mang câu chữ này."))

    def _on_read(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, t("Nạp tệp mẫu in"), "", "TOML (*.toml)")
        if file:
            self.load(file)

    def _on_remove(self) -> None:
        self.session.jobs.ask(lambda desk: keep_words(desk, b""), lambda _: self._on_removed(), self.complain)

    def _on_removed(self) -> None:
        self.refresh()
        self.answer(t("Đã bỏ. Biểu mẫu in đúng câu chữ kèm phần mềm."))

    def _on_save(self) -> None:
        file, _ = QFileDialog.getSaveFileName(self, t("Xuất tệp đang dùng"), "mau-in.toml", "TOML (*.toml)")
        if file:
            self.session.jobs.ask(kept_file, lambda words: self._write(file, words), self.complain)

    def _write(self, file: str, words: str) -> None:
        done = t("Đã xuất tệp mẫu in.")
        self.session.jobs.pool(lambda: _write(Path(file), words), lambda _: self.answer(done), self.complain)


def read_kept(desk: "Desk") -> "tuple[tuple[Override, ...], InvalidInput | None]":
    """The entries in use, or why the kept file cannot be used any more."""
    from printing.overrides_file import read_overrides

    try:
        return read_overrides(kept_file(desk).encode()).entries, None
    except InvalidInput as fault:
        return (), fault


def _read(file: Path) -> bytes:
    try:
        return read_small(file)
    except OSError as error:
        raise InvalidInput("Không đọc được tệp mẫu in. Mẫu đang dùng vẫn giữ nguyên.", field="file") from error


def _write(file: Path, words: str) -> None:
    try:
        file.write_text(words, encoding="utf-8")
    except OSError as error:
        raise KnownError("Không ghi được tệp ở đó. Chọn nơi khác.") from error


def _entry(override: "Override") -> Entry:
    from printing.form_titles import all_titles

    title = next((form.title for form in all_titles() if form.slug == override.slug), override.slug)
    where = ", ".join(filter(None, (override.procedure, override.sector, override.unit))) or t("mọi hồ sơ")
    since = "" if override.effective_from.year == 1 else say_date(override.effective_from)
    parts = [t(words) for field, words in PARTS.items() if getattr(override, field) is not None]
    sentences = [t("câu “{name}”", name=name) for name in override.texts]
    return Entry(cells=(title, where, since, ", ".join((*parts, *sentences))))


def build(session: Session) -> Panel:
    """The panel of this sitting."""
    return FormsPanel(session)
