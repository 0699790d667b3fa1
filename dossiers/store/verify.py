"""Check a whole home: pages, chain, states against their fold, look-ups, files, drafts; a sentence for each fault."""

from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, func, select

from dossiers import fold, records
from dossiers.clock import to_ms
from dossiers.dossier import Dossier
from dossiers.errors import KnownError
from dossiers.journal import decode
from dossiers.records import RECORDS
from dossiers.store import foreign, schema, verify_books
from dossiers.store.desk import Desk
from dossiers.store.inventory import named_files
from dossiers.store.writer import row_of

PAGE = 500


def verify(desk: Desk) -> tuple[str, ...]:
    """Every fault found, as a sentence without personal data; empty when all is sound."""
    checks = (pages, chains, states, office_deeds, books, files, drafts)
    return tuple(fault for check in checks for fault in guarded(check(desk)))


def guarded(faults: Iterator[str]) -> Iterator[str]:
    """A check that cannot go on says so instead of stopping the others."""
    try:
        yield from faults
    except KnownError as error:
        yield str(error)


def pages(desk: Desk) -> Iterator[str]:
    """Each page against its HMAC, then SQLite's own check of the structure."""
    with desk.database.begin() as connection:
        for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check"):
            yield f"Trang dữ liệu hỏng trên đĩa: {row[0]}."
        for row in connection.exec_driver_sql("PRAGMA quick_check"):
            if row[0] != "ok":
                yield f"Cấu trúc tệp dữ liệu hỏng: {row[0]}."


def chains(desk: Desk) -> Iterator[str]:
    """Every epoch link by link, and each epoch tied to where its parent stopped."""
    for number, epoch in enumerate(desk.journal.epochs(), start=1):
        try:
            for _ in desk.journal.links(epoch, 0):
                pass
        except KnownError as error:
            yield f"Kỳ nhật ký {number}: {error}"


def states(desk: Desk) -> Iterator[str]:
    """Each dossier's state as bytes, and its list row, against the fold of its lines."""
    with desk.database.begin() as connection:
        total = connection.execute(select(func.coalesce(func.max(schema.dossier.c.id), 0))).scalar_one()
        written = connection.execute(
            select(func.count()).select_from(schema.journal).where(schema.journal.c.dossier.is_not(None))
        ).scalar_one()
        seen = 0
        for first in range(1, total + 1, PAGE):
            entries = lines_of(connection, first)
            seen += sum(map(len, entries.values()))
            shared = foreign.lines_of(connection, first, first + PAGE - 1, desk.journal.counts)
            for key, code, state, row in page_of(connection, first):
                lines = [line for epoch, seq, line in entries.get(key, ()) if desk.journal.counts(epoch, seq)]
                if fault := fault_of(shared.get(key, lines), state, row):
                    yield f"Hồ sơ {code}: {fault}"
        if seen != written:
            yield f"Nhật ký có {written - seen} dòng không thuộc hồ sơ nào."


def office_deeds(desk: Desk) -> Iterator[str]:
    """Each line without a dossier reads back as a deed of the office, and stands in their list."""
    journal, record = schema.journal, schema.record
    query = (
        select(journal.c.line, journal.c.n, record.c.kind, record.c.at)
        .outerjoin(record, record.c.n == journal.c.n)
        .where(journal.c.dossier.is_(None), journal.c.epoch == journal.c.origin_epoch)
        .order_by(journal.c.n)
    )
    with desk.database.begin() as connection:
        for row in connection.execute(query):
            op = decode(row.line)
            if (op.kind, to_ms(op.at)) != (row.kind, row.at):
                yield f"Việc chung số {row.n} không khớp với nhật ký."
            elif op.kind not in RECORDS:
                yield f"Việc chung số {row.n} thuộc loại chưa hiểu: {op.kind}."
            else:
                records.read(op)


def books(desk: Desk) -> Iterator[str]:
    """The numbers and receipts in the books are those that the states and the office's deeds name, and no others."""
    yield from verify_books.faults(desk.database)
    yield from desk.books.gaps()


def fault_of(lines: list[bytes], state: bytes | None, row: dict[str, object]) -> str:
    """What is wrong with one dossier; empty when its state and list row are what its lines say."""
    folded: Dossier | None = None
    try:
        for line in lines:
            folded = fold.apply(folded, decode(line))
    except KnownError as error:
        return str(error)
    if folded is None or fold.encode_state(folded) != state:
        return "trạng thái không khớp với nhật ký."
    return "" if row_of(folded) == row else "dòng trong sổ không khớp với nhật ký."


def page_of(connection: Connection, first: int) -> list[tuple[int, str, bytes | None, dict[str, object]]]:
    """Dossiers from a key on: key, code, exact state, list row."""
    dossier, state = schema.dossier, schema.state
    query = (
        select(dossier, state.c.state)
        .outerjoin(state, state.c.dossier == dossier.c.id)
        .where(dossier.c.id.between(first, first + PAGE - 1))
    )
    fixed = {"id", "uid", "code", "code_key", "epoch", "seq", "desk", "state"}
    return [
        (row.id, row.code, row.state, {k: v for k, v in row._mapping.items() if k not in fixed})
        for row in connection.execute(query)
    ]


def lines_of(connection: Connection, first: int) -> dict[int, list[tuple[bytes, int, bytes]]]:
    """The journal lines of a page of dossiers, each dossier's in order, with their places."""
    journal, epoch = schema.journal, schema.epoch
    query = (
        select(journal.c.dossier, journal.c.epoch, journal.c.seq, journal.c.line)
        .join(epoch, epoch.c.id == journal.c.epoch)
        .where(journal.c.dossier.between(first, first + PAGE - 1))
        .order_by(journal.c.dossier, epoch.c.n, journal.c.seq)
    )
    found: dict[int, list[tuple[bytes, int, bytes]]] = {}
    for key, epoch_id, seq, line in connection.execute(query):
        found.setdefault(key, []).append((epoch_id, seq, line))
    return found


def files(desk: Desk) -> Iterator[str]:
    """Every scan and slip the database names, against its SHA-256."""
    for sha, what in named_files(desk.database).items():
        try:
            desk.files.get(sha)
        except KnownError as error:
            yield f"{what}: {error}"


def drafts(desk: Desk) -> Iterator[str]:
    """Every draft reads back."""
    try:
        desk.drafts.all()
    except msgspec.MsgspecError:
        yield "Có bản nháp không đọc được."
