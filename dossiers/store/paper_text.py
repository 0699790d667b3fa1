"""What was read on scanned papers: kept in the locked database beside their files, searched there, never sent."""

import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import Connection, bindparam, case, column, func, literal_column, select, table, text

from dossiers import fold
from dossiers.marks import Mark
from dossiers.store import schema
from dossiers.store.database import Database
from dossiers.store.search import Search
from dossiers.store.words import words_of

paper, paper_page, blob, dossier = schema.paper, schema.paper_page, schema.blob, schema.dossier
index = table("paper_words", column("rowid"))

SHORTEST_WORD = 4
"""One word alone is looked for in papers from so many letters on: shorter ones stand on every page."""

PLACED = tuple[str, int, int, int, int]
"""A word and its left, top, right and bottom edge in ten-thousandths of the page, as `scanning.ocr` tells them."""


@dataclass(frozen=True, slots=True)
class UnreadPage:
    """A page to be read next; `page` counts from 0."""

    sha256: str
    page: int


@dataclass(frozen=True, slots=True)
class ReadSoFar:
    """How many pages were read, of how many that lie here or were read while they did."""

    read: int
    pages: int


@dataclass(frozen=True, slots=True)
class FoundPage:
    """A page that bears the words asked for; `marks` are the boxes of those words (left, top, right, bottom)."""

    sha256: str
    page: int
    marks: tuple[tuple[int, int, int, int], ...]


class PaperText:
    """Words by page; a page is read once, whether or not anything was found on it."""

    def __init__(self, database: Database, search: Search) -> None:
        self._database, self._search = database, search

    def next(self) -> UnreadPage | None:
        """The first unread page of the newest file that still lies here."""
        with self._database.begin() as connection:
            row = connection.execute(NEXT).first()
        return UnreadPage(row.sha.hex(), row.read) if row else None

    def keep(self, page: UnreadPage, words: Iterable[Sequence[object]] | None) -> None:
        """The words of a page, or None where it could not be read; said twice, it is kept once."""
        sha = bytes.fromhex(page.sha256)
        with self._database.begin() as connection:
            fresh = connection.execute(GO_ON, {"of": sha, "page": page.page}).rowcount
            if fresh and words is not None:
                self._put(connection, sha, page.page, msgspec.convert(tuple(words), tuple[PLACED, ...]))

    def progress(self) -> ReadSoFar:
        """How far it is."""
        with self._database.begin() as connection:
            read, pages = connection.execute(SO_FAR).one()
        return ReadSoFar(read, pages)

    def keys(self, typed: str) -> "array[int]":
        """The dossiers with a page that bears these words, newest first; empty for too little typed.

        Side by side where a page has them so, else anywhere on one page. May be interrupted, as any search.
        """
        with self._database.begin() as connection, self._search.running():
            for asked in _questions(words_of(typed)):
                if found := _in_force(connection, asked):
                    return array("q", found)
        return array("q")

    def pages(self, dossier_id: UUID, typed: str) -> tuple[FoundPage, ...]:
        """The pages of a dossier that bear these words, in the order of its files."""
        words = words_of(typed)
        with self._database.begin() as connection:
            for asked in _questions(words):
                rows = [
                    row for row in connection.execute(PAGES, {"asked": asked, "uid": dossier_id.bytes})
                    if _stands(row)
                ]  # fmt: skip
                if rows:
                    return tuple(FoundPage(row.sha.hex(), row.page, _marks(_open(row.words), words)) for row in rows)
        return ()

    def words(self, sha256: str) -> dict[int, tuple[PLACED, ...]]:
        """All that was read in a file, by page."""
        query = select(paper_page.c.page, paper_page.c.words).where(paper_page.c.sha == bytes.fromhex(sha256))
        with self._database.begin() as connection:
            return {row.page: _open(row.words) for row in connection.execute(query)}

    @staticmethod
    def _put(connection: Connection, sha: bytes, page: int, words: tuple[PLACED, ...]) -> None:
        packed = zlib.compress(msgspec.json.encode(words))
        row = connection.execute(paper_page.insert(), {"sha": sha, "page": page, "words": packed}).lastrowid
        folded = " ".join(each for word in words for each in words_of(word[0]))
        connection.execute(INDEX, {"row": row, "words": folded})


def _in_force(connection: Connection, asked: str) -> list[int]:
    """The dossiers with such a page among what was not taken off them, newest first."""
    rows = connection.execute(DOSSIERS, {"asked": asked})
    return list(dict.fromkeys(row.dossier for row in rows if _stands(row)))


def _stands(row: Any) -> bool:
    """Whether the file still counts, or the one that was signed from it; the state is read of few dossiers."""
    if row.state is None:
        return True
    return row.sha.hex() in {scan.unsigned for scan in fold.decode_state(row.state).scans_in_force}


def _open(packed: bytes) -> tuple[PLACED, ...]:
    return msgspec.json.decode(zlib.decompress(packed), type=tuple[PLACED, ...])


def _questions(words: list[str]) -> Iterator[str]:
    """The FTS5 questions for typed words, the last of which may go on: side by side, then anywhere on a page."""
    if not words or (len(words) == 1 and len(words[0]) < SHORTEST_WORD):
        return
    yield '"' + " ".join(words) + '"*'
    if len(words) > 1:
        *complete, last = words
        yield " AND ".join([*(f'"{word}"' for word in complete), f'"{last}"*'])


def _marks(placed: tuple[PLACED, ...], words: list[str]) -> tuple[tuple[int, int, int, int], ...]:
    """The boxes of the words asked for: where they stand side by side, else wherever one of them stands."""
    read = [(folded, at) for at, word in enumerate(placed) for folded in words_of(word[0])]
    runs = (read[first : first + len(words)] for first in range(len(read) - len(words) + 1))
    together = [at for run in runs if _same([folded for folded, _ in run], words) for _, at in run]
    apart = (at for folded, at in read if folded in words[:-1] or folded.startswith(words[-1]))
    return tuple(placed[at][1:] for at in dict.fromkeys(together or apart))


def _same(run: list[str], words: list[str]) -> bool:
    return run[:-1] == words[:-1] and run[-1].startswith(words[-1])


# Built once: putting a statement together costs more than running it.
LYING_HERE = blob.c.state != "pruned"
NEXT = (
    select(paper.c.sha, paper.c.read)
    .join(blob, blob.c.sha == paper.c.sha)
    .where(schema.STILL_TO_READ, LYING_HERE)
    .order_by(blob.c.dossier.desc(), paper.c.sha)
    .limit(1)
)
GO_ON = (
    paper.update()
    .where(paper.c.sha == bindparam("of"), paper.c.read == bindparam("page"))
    .values(read=paper.c.read + 1)
)
SO_FAR = (
    select(
        func.coalesce(func.sum(paper.c.read), 0),
        func.coalesce(func.sum(func.iif(LYING_HERE, paper.c.pages, paper.c.read)), 0),
    ).join(blob, blob.c.sha == paper.c.sha)
)  # fmt: skip
INDEX = text("INSERT INTO paper_words(rowid, words) VALUES (:row, :words)")
MATCHING = (
    select(index.c.rowid)
    .where(literal_column("paper_words").op("MATCH")(bindparam("asked")))
    .scalar_subquery()
)  # fmt: skip
_STATE = select(schema.state.c.state).where(schema.state.c.dossier == blob.c.dossier).correlate(blob).scalar_subquery()
STATE_TO_ASK = case((dossier.c.marks.bitwise_and(Mark.SCANS_OFF.value) != 0, _STATE)).label("state")
"""The state where something was taken off, which alone must be asked; else nothing."""
DOSSIERS = (
    select(blob.c.dossier, blob.c.sha, STATE_TO_ASK)
    .join(paper_page, paper_page.c.sha == blob.c.sha)
    .join(dossier, dossier.c.id == blob.c.dossier)
    .where(paper_page.c.id.in_(MATCHING))
    .distinct()
    .order_by(blob.c.dossier.desc())
)
PAGES = (
    select(paper_page, STATE_TO_ASK)
    .join(blob, blob.c.sha == paper_page.c.sha)
    .join(dossier, dossier.c.id == blob.c.dossier)
    .where(paper_page.c.id.in_(MATCHING), dossier.c.uid == bindparam("uid"))
    .order_by(paper_page.c.id)
)
