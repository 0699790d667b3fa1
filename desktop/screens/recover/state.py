"""What the recovery screen shows: the sheets of the pile, the key it has to ask about, and what may be done."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop.i18n import said, t
from desktop.screens.scan.state import FeederState
from desktop.slip_pile import Lies, Sheet
from dossiers.clock import local_date, say_date

WORDS = {
    Lies.NEW: "sẽ đưa vào sổ", Lies.HERE: "đã có trong sổ", Lies.TWICE: "trùng trong chồng",
    Lies.ASKED: "khóa chưa biết", Lies.REFUSED: "không nhận", Lies.BARE: "không có mã",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One side of paper in the list: where it stands, and below whose slip it is or why it is refused."""

    key: str
    words: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A key that no list knows: its six words, and how many sheets it has signed."""

    key: bytes
    words: str
    sheets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverState:
    """Everything on the screen besides pictures; `fresh` is how many may come in."""

    feeder: FeederState
    rows: tuple[SheetRow, ...]
    counts: str
    asked: Asked | None
    fresh: int
    may_recover: bool
    may_clear: bool
    may_undo: bool


class RecoverView(Protocol):
    """The screen as its presenter sees it."""

    def present(self, state: RecoverState) -> None:
        """Show everything anew."""
        ...

    def show_picture(self, key: str, jpeg: bytes) -> None:
        """A page's picture is ready; empty where it cannot be opened."""
        ...


def row_of(number: int, sheet: Sheet) -> SheetRow:
    """A sheet as the list shows it."""
    words = t("Trang {number}", number=number) + " · " + t(WORDS[sheet.lies])
    head = sheet.head
    told = (head.code, head.owner.name, say_date(local_date(head.received_at))) if head and head.owner else ()
    return SheetRow(key=sheet.key, words=words, detail=said(sheet.why) if sheet.why else " · ".join(told))


def say_counts(sheets: Sequence[Sheet]) -> str:
    """How many sheets of each kind the pile holds."""
    counts = Counter(sheet.lies for sheet in sheets)
    return " · ".join(f"{counts[lies]} {t(words)}" for lies, words in WORDS.items() if counts[lies])
