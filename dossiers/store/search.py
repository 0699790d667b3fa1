"""Search as you type: names and code parts from the index, numbers by their first or last digits."""

import heapq
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

from sqlalchemy import ColumnElement, Connection, Select, column, literal, literal_column, or_, select, table, union

from dossiers.store import schema
from dossiers.store.database import Database
from dossiers.store.words import Vocabulary, digits_of, question, without_unit

LONGEST_CODE_PART = 6
SHORTEST_NUMBER = 3
NUMBER_CAP = 1500
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
        self, connection: Connection, text: str, conditions: Sequence[ColumnElement[bool]], limit: int | None
    ) -> tuple[list[int], bool]:
        """Up to `limit` keys, newest first, and whether the words were found apart rather than side by side."""
        text = without_unit(text)
        if not text.strip():
            return _keys(connection, _newest(conditions, limit)), False
        digits = digits_of(text)
        numbers: list[int] = []
        if len(digits) >= SHORTEST_NUMBER:
            numbers = self._by_number(connection, digits, conditions, limit)
        if len(digits) > LONGEST_CODE_PART and "-" not in text:
            return numbers, False
        words, any_order = self._by_words(connection, text, conditions, limit)
        return _merged(words, numbers, limit), any_order

    def _by_words(
        self, connection: Connection, text: str, conditions: Sequence[ColumnElement[bool]], limit: int | None
    ) -> tuple[list[int], bool]:
        asked = question(text, self.vocabulary)
        found = _keys(connection, _matching(asked, conditions, limit)) if asked else []
        if found or not asked:
            return found, False
        again = question(text, self.vocabulary, any_order=True)
        found = _keys(connection, _matching(again, conditions, limit)) if again != asked else []
        return found, bool(found)

    def _by_number(
        self, connection: Connection, digits: str, conditions: Sequence[ColumnElement[bool]], limit: int | None
    ) -> list[int]:
        """Dossiers with a number that begins or ends so."""
        ranges = (_ranged(number.c.value, digits), _ranged(number.c.backward, digits[::-1]))
        if limit is not None and any(_many(connection, holders) for holders in ranges):
            held = or_(dossier.c.numbers.contains(f" {digits}"), dossier.c.numbers.contains(f"{digits} "))
            return _keys(connection, _newest([held, *conditions], limit))
        return _keys(connection, _newest([dossier.c.id.in_(union(*ranges)), *conditions], limit))


def _ranged(where: ColumnElement[str], start: str) -> Select[int]:
    """Holders of numbers that begin so; ':' is the character after '9'."""
    return select(number.c.dossier).where(where >= start, where < start + ":")


def _many(connection: Connection, holders: Select[int]) -> bool:
    return len(_keys(connection, holders.limit(NUMBER_CAP + 1))) > NUMBER_CAP


def _newest(conditions: Sequence[ColumnElement[bool]], limit: int | None) -> Select[int]:
    return select(dossier.c.id).where(*conditions).order_by(dossier.c.id.desc()).limit(limit)


def _matching(asked: str, conditions: Sequence[ColumnElement[bool]], limit: int | None) -> Select[int]:
    query = select(index.c.rowid).where(literal_column("search").op("MATCH")(literal(asked)))
    if conditions:
        query = query.join(dossier, dossier.c.id == index.c.rowid).where(*conditions)
    return query.order_by(index.c.rowid.desc()).limit(limit)


def _keys(connection: Connection, query: Select[int]) -> list[int]:
    return [row[0] for row in connection.execute(query)]


def _merged(left: list[int], right: list[int], limit: int | None) -> list[int]:
    """Two newest-first lists as one, each key once."""
    if not left or not right:
        return left or right
    merged = dict.fromkeys(heapq.merge(left, right, reverse=True))
    return list(islice(merged, limit))
