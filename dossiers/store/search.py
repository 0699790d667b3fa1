"""Search as you type: names and code parts from the index, numbers by their first or last digits."""

import heapq
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import (
    ColumnElement,
    Connection,
    ScalarSelect,
    Select,
    bindparam,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
    union,
)

from dossiers.store import schema
from dossiers.store.conditions import Conditions
from dossiers.store.database import Database
from dossiers.store.words import Vocabulary, digits_of, question, without_unit

LONGEST_CODE_PART = 6
SHORTEST_NUMBER = 3
NUMBER_CAP = 3000
"""More holders than this and the newest rows are read one by one instead: they fill the page at once."""

dossier, number = schema.dossier, schema.number
index = table("search", column("rowid"))


class Search:
    """Finds keys; holds the vocabulary."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._guard = threading.Lock()
        self._running = False
        self.vocabulary = Vocabulary(())

    def load(self) -> None:
        """Read the vocabulary anew."""
        with self._database.begin() as connection:
            self.vocabulary = Vocabulary(connection.execute(select(schema.word.c.w)).scalars())

    @contextmanager
    def running(self) -> Iterator[None]:
        """What happens inside may be interrupted; nothing else ever is."""
        with self._guard:
            self._running = True
        try:
            yield
        finally:
            with self._guard:
                self._running = False

    def interrupt(self) -> None:
        """Cut a running search short, from any thread; without one nothing happens."""
        with self._guard:
            if self._running:
                self._database.driver.interrupt()

    def ids(
        self, connection: Connection, text: str, conditions: Conditions, limit: int | None
    ) -> tuple[list[int], bool]:
        """Up to `limit` keys, newest first, and whether the words were found apart rather than side by side."""
        text, limit = without_unit(text), -1 if limit is None else limit
        if not text.strip():
            return _keys(connection, _newest(conditions), {"limit": limit}), False
        digits = digits_of(text)
        numbers: list[int] = []
        if len(digits) >= SHORTEST_NUMBER:
            numbers = self._by_number(connection, digits, conditions, limit)
        if len(digits) > LONGEST_CODE_PART and "-" not in text:
            return numbers, False
        words, any_order = self._by_words(connection, text, conditions, limit)
        return _merged(words, numbers, limit), any_order

    def _by_words(
        self, connection: Connection, text: str, conditions: Conditions, limit: int
    ) -> tuple[list[int], bool]:
        query = MATCHING.join(dossier, dossier.c.id == index.c.rowid).where(*conditions) if conditions else MATCHING
        asked = question(text, self.vocabulary)
        found = _keys(connection, query, {"asked": asked, "limit": limit}) if asked else []
        if found or not asked:
            return found, False
        again = question(text, self.vocabulary, any_order=True)
        found = _keys(connection, query, {"asked": again, "limit": limit}) if again != asked else []
        return found, bool(found)

    def _by_number(self, connection: Connection, digits: str, conditions: Conditions, limit: int) -> list[int]:
        """Dossiers with a number that begins or ends so."""
        backward = digits[::-1]
        ends = {"first": digits, "last": digits + AFTER_NINE, "tail": backward, "tail_end": backward + AFTER_NINE}
        if limit >= 0 and connection.execute(MOST_HOLDERS, ends).scalar_one() > NUMBER_CAP:
            held = or_(dossier.c.numbers.contains(f" {digits}"), dossier.c.numbers.contains(f"{digits} "))
            return _keys(connection, _newest([held, *conditions]), {"limit": limit})
        query = HOLDING.where(*conditions) if conditions else HOLDING
        return _keys(connection, query, ends | {"limit": limit})


AFTER_NINE = ":"
"""The character after '9': a number that begins with 036 lies from '036' up to '036:'."""


def _ranged(where: ColumnElement[str], first: str, last: str) -> Select[int]:
    return select(number.c.dossier).where(where >= bindparam(first), where < bindparam(last))


def _counted(holders: Select[int]) -> ScalarSelect[int]:
    return select(func.count()).select_from(holders.limit(NUMBER_CAP + 1).subquery()).scalar_subquery()


# Built once: putting a statement together costs more than running it.
FORWARD = _ranged(number.c.value, "first", "last")
BACKWARD = _ranged(number.c.backward, "tail", "tail_end")
MOST_HOLDERS = select(func.max(_counted(FORWARD), _counted(BACKWARD)))
NEWEST = select(dossier.c.id).order_by(dossier.c.id.desc()).limit(bindparam("limit"))
HOLDING = NEWEST.where(dossier.c.id.in_(union(FORWARD, BACKWARD)))
MATCHING = (
    select(index.c.rowid)
    .where(literal_column("search").op("MATCH")(bindparam("asked")))
    .order_by(index.c.rowid.desc())
    .limit(bindparam("limit"))
)


def _newest(conditions: Conditions) -> Select[int]:
    return NEWEST.where(*conditions) if conditions else NEWEST


def _keys(connection: Connection, query: Select[int], values: dict[str, object]) -> list[int]:
    return list(connection.execute(query, values).scalars().all())


def _merged(left: list[int], right: list[int], limit: int) -> list[int]:
    """Two newest-first lists as one, each key once."""
    if not left or not right:
        return left or right
    merged = list(dict.fromkeys(heapq.merge(left, right, reverse=True)))
    return merged if limit < 0 else merged[:limit]
