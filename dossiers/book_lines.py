"""A line of a book as registers on paper carry it: the number, and the dossier that bears it or why none does."""

from dataclasses import dataclass
from datetime import datetime

from dossiers.books import BookEntry
from dossiers.dossier import Dossier, FeeReceipt, PaperLine


@dataclass(frozen=True, slots=True, kw_only=True)
class BookLine:
    """One number of a book, given at a UTC instant; without a `dossier` it was `spoiled`, which says why.

    `signer` is whoever signed the certification, where the number is one of a certification book.
    """

    entry: BookEntry
    at: datetime
    dossier: Dossier | None = None
    spoiled: str = ""
    signer: str = ""

    @property
    def receipt(self) -> FeeReceipt | None:
        """The receipt written under this number, in a book that holds money."""
        receipts = self.dossier.receipts if self.dossier else ()
        return next((receipt for receipt in receipts if receipt.entry == self.entry), None)

    @property
    def paper(self) -> PaperLine | None:
        """The paper certified under this number."""
        if self.dossier is None or self.entry.paper is None:
            return None
        return self.dossier.papers[self.entry.paper]

    @property
    def shared_with(self) -> int | None:
        """The first number of the same certification, where this is not it: what was paid is written there, once."""
        entries = self.dossier.entries if self.dossier else ()
        first = next((entry for entry in entries if entry.kind is self.entry.kind), self.entry)
        return None if first == self.entry else first.number
