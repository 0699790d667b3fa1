"""The figures of a database copy: counts, the journal's head by its own chain, and the sum of all states."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, Table, func, select

from dossiers.errors import KnownError
from dossiers.store import schema
from dossiers.store.database import Database
from dossiers.store.desk import Desk
from dossiers.store.ledger import Head, Ledger

PAGE = 50
"""Rows read between two looks at what else waits: a millisecond or two."""

Between = Callable[[], object]


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """What two copies of one office must agree on; `states` is Σ SHA-256(state) mod 2²⁵⁶, in hex."""

    epoch: bytes
    seq: int
    hash: bytes
    lines: int
    dossiers: int
    states: str
    drafts: int
    prints: int


def figures_of(copy: Database, ledger: Ledger, desk: Desk | None = None, between: Between = lambda: None) -> Figures:
    """Read a copy whole: every link of its chain, every state; with `desk`, each state against the desk's own.

    Raises Damaged where the chain is broken, KnownError where the copy is not a former state of the desk.
    """
    ledger.load()
    between()
    for epoch in ledger.epochs():
        for seq in ledger.links(epoch, 0):
            if seq % PAGE == 0:
                between()
    if desk is not None and not desk.journal.contains(ledger.head):
        raise unlike()
    between()
    total = 0
    for page in pages_of(copy):
        if desk is not None:
            compare(page, page_at(desk.database, min(page)), ledger.head)
        total += sum(int.from_bytes(sha256(row.state).digest(), "big") for row in page.values())
        between()
    head = ledger.head
    with copy.begin() as connection:
        return Figures(
            epoch=head.epoch, seq=head.seq, hash=head.hash, lines=ledger.count(), states=f"{total % 2**256:064x}",
            dossiers=count(connection, schema.dossier), drafts=count(connection, schema.draft),
            prints=count(connection, schema.print_job),
        )  # fmt: skip


class Kept(NamedTuple):
    """A state with the place of the op that made it."""

    epoch: bytes
    seq: int
    state: bytes


def pages_of(database: Database) -> Iterator[dict[int, Kept]]:
    """All states by dossier key, a page at a time."""
    first = 1
    while page := page_at(database, first):
        yield page
        first = max(page) + 1


def page_at(database: Database, first: int) -> dict[int, Kept]:
    """The states of up to PAGE dossiers from a key on."""
    dossier, state = schema.dossier, schema.state
    query = (
        select(dossier.c.id, dossier.c.epoch, dossier.c.seq, state.c.state)
        .join(state, state.c.dossier == dossier.c.id)
        .where(dossier.c.id.between(first, first + PAGE - 1))
    )
    with database.begin() as connection:
        return {row[0]: Kept(row[1], row[2], row[3]) for row in connection.execute(query)}


def compare(copied: dict[int, Kept], own: dict[int, Kept], head: Head) -> None:
    """Each copied state is the desk's own, or the desk has written it anew since the copy's head; else KnownError."""
    for key, copy in copied.items():
        now = own.get(key)
        newer = now is not None and (now.epoch != head.epoch or now.seq > head.seq)
        if now != copy and not newer:
            raise unlike()


def count(connection: Connection, table: Table) -> int:
    """Rows of a table."""
    return int(connection.execute(select(func.count()).select_from(table)).scalar_one())


def unlike() -> KnownError:
    """The sentence for a copy that differs."""
    return KnownError("Bản sao lưu vừa ghi không khớp với dữ liệu trên máy nên không được giữ. Thử sao lưu lại.")
