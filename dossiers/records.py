"""Deeds of the office that belong to no dossier: somebody sent home, a book opened, a number spoiled, cash counted."""

from typing import Any

import msgspec

from dossiers import manage_books, turn_away
from dossiers.cash_count import CashCounted
from dossiers.change_calendar import CalendarChanged
from dossiers.errors import KnownError
from dossiers.journal import Op
from dossiers.reading import read_json

RECORDS: dict[str, type] = {
    "turned_away": turn_away.TurnedAway,
    "book_opened": manage_books.BookOpened,
    "number_spoiled": manage_books.NumberSpoiled,
    "cash_counted": CashCounted,
    "calendar_changed": CalendarChanged,
}
"""Op kind → its body. Such a line stands alone: its id is its own, and nothing is folded into it."""


def read(op: Op) -> Any:
    """The body of a record; raises KnownError for one this version cannot read."""
    try:
        return read_json(op.body, RECORDS[op.kind])
    except msgspec.MsgspecError as error:
        raise KnownError("Nội dung việc “{kind}” không đúng dạng. Dòng gốc được giữ nguyên.", kind=op.kind) from error
