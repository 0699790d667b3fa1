"""Books (quyển) with gapless numbers: registers of dossiers, certifications and results, and money taken."""

from dataclasses import dataclass
from enum import StrEnum


class BookKind(StrEnum):
    """What a book counts; the last two hold money."""

    DOSSIERS = "dossiers"
    COPIES = "copies"
    SIGNATURES = "signatures"
    TRANSACTIONS = "transactions"
    RESULTS = "results"
    FEE_RECEIPTS = "fee_receipts"
    INTERNAL_RECEIPTS = "internal_receipts"


BOOK_WORDS: dict[BookKind, str] = {
    BookKind.DOSSIERS: "Sổ theo dõi hồ sơ",
    BookKind.COPIES: "Sổ chứng thực bản sao",
    BookKind.SIGNATURES: "Sổ chứng thực chữ ký",
    BookKind.TRANSACTIONS: "Sổ chứng thực giao dịch",
    BookKind.RESULTS: "Sổ kết quả giải quyết",
    BookKind.FEE_RECEIPTS: "Biên lai thu phí, lệ phí",
    BookKind.INTERNAL_RECEIPTS: "Phiếu thu nội bộ",
}
"""The words on screen and on the covers alike."""

SYMBOLS: dict[BookKind, str] = {
    BookKind.COPIES: "SCT/BS", BookKind.SIGNATURES: "SCT/CK,ĐC", BookKind.TRANSACTIONS: "SCT/HĐ,GD",
}  # fmt: skip
"""How certification books are cited (domain 6.4: 'quyển số … SCT/BS'; the other two unverified)."""

REGISTERED_ONLY = frozenset({BookKind.FEE_RECEIPTS})
"""Books that only the tax office's registration brings about; the others begin by themselves each year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """One book, owned by this desk: `first` follows a paper book where there was one, `last` ends a printed range.

    `template` is the registered form of a fee receipt (mẫu số), `symbol` its series (ký hiệu), or the certification
    book's citation. A book is never changed: it is opened, filled, and followed by the next.
    """

    kind: BookKind
    volume: str
    year: int
    first: int = 1
    last: int | None = None
    symbol: str = ""
    template: str = ""

    @property
    def cover(self) -> str:
        """What its cover says after "Quyển số": '01/2026-SCT/BS'."""
        return f"{self.volume}/{self.year}-{self.symbol}".removesuffix("-")


@dataclass(frozen=True, slots=True, kw_only=True)
class BookEntry:
    """A number in a book; `paper` is the index of the component line it certifies."""

    kind: BookKind
    volume: str
    year: int
    number: int
    symbol: str = ""
    template: str = ""
    paper: int | None = None

    @property
    def cited(self) -> str:
        """As papers cite it: '0038, quyển số 01/2026-SCT/BS'; a fee receipt by its seven digits."""
        if self.kind is BookKind.FEE_RECEIPTS:
            return f"{self.number:07d}"
        suffix = f"-{self.symbol}" if self.symbol else ""
        return f"{self.number:04d}, quyển số {self.volume}/{self.year}{suffix}"


def certification_book(procedure_code: str) -> BookKind:
    """Which book certifies a procedure's papers."""
    return _CERTIFIED_IN.get(procedure_code, BookKind.COPIES)


_CERTIFIED_IN = {
    "2.000884": BookKind.SIGNATURES, "2.000992": BookKind.SIGNATURES, "2.001035": BookKind.TRANSACTIONS,
    "2.000913": BookKind.TRANSACTIONS, "2.000927": BookKind.TRANSACTIONS, "2.001019": BookKind.TRANSACTIONS,
    "2.001016": BookKind.TRANSACTIONS, "2.001406": BookKind.TRANSACTIONS, "2.001009": BookKind.TRANSACTIONS,
}  # fmt: skip
