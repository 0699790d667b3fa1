"""Pages and log: each page against its HMAC, each frame against its checksum; a damaged page names its table."""

import struct
from collections.abc import Iterator
from contextlib import closing
from itertools import count
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from dossiers.inspector.copied import DATABASE_FILE, Place, connect
from dossiers.inspector.finding import Finding, Part

TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
LOG_HEADER_BYTES, FRAME_HEADER_BYTES = 32, 24
LITTLE_ENDIAN_MAGIC, BIG_ENDIAN_MAGIC = 0x377F0682, 0x377F0683
"""sqlite.org/fileformat2.html#walformat"""


def pages(place: Place) -> Iterator[Finding]:
    """Every page against its HMAC (SQLCipher), then the structure; where a page is struck, the tables it spoils."""
    struck = [row[0] for row in place.ask("PRAGMA cipher_integrity_check")]
    if struck:
        yield Finding(Part.DATABASE, f"{len(struck)} trang hỏng, không còn như lúc ghi ({struck[0]}).")
        yield from (Finding(Part.TABLE, f"{name}: có trang hỏng.") for name in _spoiled(place))
        return
    for row in place.ask("PRAGMA quick_check"):
        if row[0] != "ok":
            yield Finding(Part.DATABASE, f"cấu trúc hỏng: {row[0]}.")


def _spoiled(place: Place) -> Iterator[str]:
    """Tables that do not read through; each is tried anew, for after one bad page SQLCipher reads no more."""
    key = place.key("backup" if place.is_backup else "database")
    try:
        with closing(connect(place.copy, key)) as rows:
            names = [row[0] for row in rows.execute(TABLES)]
    except sqlcipher.DatabaseError:
        yield "tất cả"
        return
    for name in names:
        with closing(connect(place.copy, key)) as rows:
            try:
                rows.execute(f'SELECT * FROM "{name}" NOT INDEXED').fetchall()
                rows.execute(f'PRAGMA integrity_check("{name}")').fetchall()
            except sqlcipher.DatabaseError:
                yield name


def log(place: Place) -> Iterator[Finding]:
    """The log beside a home's database: SQLite stops without a word at the first frame whose checksum fails."""
    path = place.folder / f"{DATABASE_FILE}-wal"
    if not path.exists() or path.stat().st_size < LOG_HEADER_BYTES:
        return
    sound, commits_after = _frames(path)
    if commits_after:
        sentence = f"khung {sound + 1} hỏng nên {commits_after} lần ghi sau đó không đọc được nữa."
        yield Finding(Part.LOG, sentence)


def _frames(path: Path) -> tuple[int, int]:
    """How many frames hold from the first on, and how many commits of this round of the log lie after those."""
    data = path.read_bytes()
    magic, _, page_size, _, *salts = struct.unpack_from(">6I", data)
    order = "<" if magic == LITTLE_ENDIAN_MAGIC else ">"
    sums = _checksum(data[:24], order, (0, 0))
    if magic not in (LITTLE_ENDIAN_MAGIC, BIG_ENDIAN_MAGIC) or sums != struct.unpack_from(">2I", data, 24):
        return 0, _commits(data, 0, page_size or 4096, salts=None)
    size = FRAME_HEADER_BYTES + page_size
    for number in count():
        at = LOG_HEADER_BYTES + number * size
        frame = data[at : at + size]
        if len(frame) < size or list(struct.unpack_from(">2I", frame, 8)) != salts:
            return number, 0
        sums = _checksum(frame[:8] + frame[FRAME_HEADER_BYTES:], order, sums)
        if sums != struct.unpack_from(">2I", frame, 16):
            return number, _commits(data, number, page_size, salts)
    raise AssertionError


def _commits(data: bytes, number: int, page_size: int, salts: list[int] | None) -> int:
    """Frames from a number on that end a transaction and belong to this round of the log."""
    size = FRAME_HEADER_BYTES + page_size
    starts = range(LOG_HEADER_BYTES + number * size, len(data) - FRAME_HEADER_BYTES + 1, size)
    heads = (struct.unpack_from(">4I", data, at) for at in starts)
    return sum(1 for _, pages, *salt in heads if pages and (salts is None or salt == salts))


def _checksum(data: bytes, order: str, start: tuple[int, int]) -> tuple[int, int]:
    first, second = start
    words = iter(struct.unpack(f"{order}{len(data) // 4}I", data))
    for word in words:
        first = (first + word + second) & 0xFFFFFFFF
        second = (second + next(words) + first) & 0xFFFFFFFF
    return first, second
