"""Books and money: the numbers and receipts written in the books are those the dossiers bear, and no others."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from dossiers import fold
from dossiers.inspector.copied import Place
from dossiers.inspector.finding import Finding, Part

WRITTEN = """
SELECT b.kind, b.volume, b.year, b.symbol, e.number, e.dossier, p.fee_vnd + p.charge_vnd AS taken_vnd,
  p.refunded_vnd AS refunded_vnd
FROM book_entry e JOIN book b ON b.id = e.book LEFT JOIN payment p ON p.book = e.book AND p.number = e.number
"""


def books(place: Place) -> Iterator[Finding]:
    """Every number on both sides, with the money behind it; and each book without a gap."""
    own = {(row["kind"], row["volume"], row["year"], row["symbol"]) for row in place.ask("SELECT * FROM book")}
    written = Counter(tuple(row) for row in place.ask(WRITTEN) if row["dossier"] is not None)
    told = Counter(each for each in _told(place) if each[:4] in own)
    spoiled = {tuple(row)[:5] for row in place.ask(WRITTEN) if row["dossier"] is None}
    for kind, volume, year, _, number, *_ in sorted({*(written - told), *(told - written)}, key=str):
        yield Finding(Part.BOOK, f"{kind} {volume}/{year}, số {number}: sổ và hồ sơ không nói như nhau.")
    for kind, volume, year, symbol, number in sorted(spoiled ^ set(_spoiled(place)), key=str):
        yield Finding(Part.BOOK, f"{kind} {volume}/{year} {symbol}, số {number}: số hỏng không khớp với nhật ký.")
    for row in place.ask(
        "SELECT b.volume, b.year, b.kind FROM book b JOIN book_entry e ON e.book = b.id "
        "GROUP BY b.id HAVING max(e.number) - b.first + 1 <> count(*) OR min(e.number) <> b.first"
    ):
        yield Finding(Part.BOOK, f"{row['kind']} {row['volume']}/{row['year']}: thiếu số.")


def _told(place: Place) -> Iterator[tuple[Any, ...]]:
    for row in place.ask("SELECT dossier, state FROM state"):
        dossier = fold.decode_state(row["state"])
        money = {receipt.entry: receipt for receipt in dossier.receipts}
        for entry in dossier.entries:
            receipt = money.get(entry)
            refunded = sum(refund.amount_vnd for refund in receipt.refunds) if receipt else None
            taken = receipt.total_vnd if receipt else None
            yield (
                entry.kind.value, entry.volume, entry.year, entry.symbol, entry.number, row["dossier"], taken, refunded,
            )  # fmt: skip


def _spoiled(place: Place) -> Iterator[tuple[Any, ...]]:
    for row in place.ask("SELECT line FROM journal WHERE dossier IS NULL AND epoch = origin_epoch"):
        kind, _, _, _, body = json.loads(row["line"])
        if kind == "number_spoiled":
            entry = body["entry"]
            yield entry["kind"], entry["volume"], entry["year"], entry.get("symbol", ""), entry["number"]
